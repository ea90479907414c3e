"""What a person with a screen reader is to say, as words only: made from the forms and one decided case."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.casework import Casework
from lawfulshare.desk.opening import Desk
from lawfulshare.desk.profile import Profile
from lawfulshare.desktop.asking import name_of, options
from lawfulshare.desktop.days import day_in_short
from lawfulshare.desktop.labels import word
from lawfulshare.desktop.marks import AMOUNT_OF
from lawfulshare.faults import BadAnswer
from lawfulshare.guide import answers
from lawfulshare.guide.naming import fill
from lawfulshare.guide.walk import Asked
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import wording

LETTER = {"full": "s", "summary": "u", "anonymised": "a", "withhold": "w"}
FIRST = ("name", "role", "organisation", "sector", "policy")


class Planner:
    """Goes through a door at a desk of its own, without a window, and writes down each word that is used."""

    def __init__(self, home: Path, wanted: CaseFile, passphrase: str) -> None:
        self.wanted, self.words = wanted, wording()
        maker, organisation = wanted.decision_maker, wanted.organisation
        self.profile = Profile(
            name=maker.name, role=maker.role, organisation=organisation.name or "Northmoor",
            sector=organisation.sector, nation=wanted.nation, policy_document=organisation.policy_document,
        )  # fmt: skip
        self.desk = Desk.first_start(home, self.profile, passphrase)
        self.work: Casework = self.desk.begin(wanted.mode or "share")
        self.later: list[str] = []

    def plan(self) -> dict[str, Any]:
        """Give every page with its answers in order, and what is said at the first start."""
        pages = []
        while self.work.page.special != "sign":
            pages.append(self._page())
            faults = self.work.next()
            assert not faults, faults
        assert not self.later, self.later
        return {
            "first": self._first(),
            "door": self.words(f"window.start.{self.work.case.mode}"),
            "pages": pages,
            "sign": {"title": fill(self.work.page.title, self.work.case), "press": self.words("window.sign.sign")},
            "after": self.words("window.after.title"),
            "continue": self.words("window.continue"),
            "back": self.words("window.back"),
            "refused": word("error.one"),
        }

    def _page(self) -> dict[str, Any]:
        page = self.work.page
        told: dict[str, Any] = {
            "title": fill(page.title, self.work.case), "entries": [], "answers": [], "grid": [], "bases": [],
            "insists": bool(self.work._silent()),
        }  # fmt: skip
        if page.special == "legal_basis":
            told["bases"] = list(self._bases(self.work.law))
            return told
        if page.each:
            told["entries"] = list(self._entries(page.each))
        told["answers"] = list(self._answers(None))
        if any(question.as_ == "grid" for question in page.asks):
            told["grid"] = list(self._grid())
        return told

    def _entries(self, kind: str) -> Iterator[dict[str, Any]]:
        page = self.work.page
        for place, entry in enumerate(paths.entries(self.wanted, kind)):
            key = paths.key_of(entry, place)
            if page.adds:
                opens = word("entries.add", one=page.one_called or word("entries.one"))
                assert self.work.add(kind) == key
            elif self.work.walk.questions(page.name, key):
                opens = word("entries.edit", title=name_of(kind, entry))
            else:
                continue
            yield {"open": opens, "done": word("entries.done"), "answers": list(self._answers(key))}

    def _answers(self, key: str | None) -> Iterator[dict[str, Any]]:
        page, opened, done = self.work.page, self.work.case, set()
        while True:
            put = [one for one in self.work.walk.questions(page.name) if one.key == key and one.path not in done]
            if not put:
                return
            done.add(put[0].path)
            if put[0].question.as_ != "grid" and (told := self._answer(put[0], opened)) is not None:
                yield told

    def _answer(self, asked: Asked, opened: CaseFile) -> dict[str, Any] | None:
        question, value = asked.question, paths.read(self.wanted, asked.path)
        texts = {fill(question.text, case, asked.path) for case in (opened, self.work.case)}
        told = {"questions": sorted(texts), "required": question.required, "leave_open": word("answer.leave_open")}
        offered = options(question, self.work.case, None, lambda _: None)
        try:
            if value is not None:
                self.work.answer(asked.path, value)
        except BadAnswer:
            self.later.append(asked.path)
            return None
        if value is None:
            if not question.required:
                return None
            self.work.leave_open(asked.path)
            return {**told, "words": []}
        if offered:
            texts_of = {(choice.value, type(choice.value)): choice.text for choice in offered}
            chosen = value if isinstance(value, tuple) else (value,)
            none = word("answer.nobody" if question.as_ == "people" else "answer.none_of_these")
            said = [texts_of[one, type(one)] for one in chosen] or [none]
        elif question.as_ == "day":
            said = [day_in_short(value)]
        else:
            said = ["\n".join(value) if isinstance(value, tuple) else str(value)]
        return {**told, "words": said}

    def _grid(self) -> Iterator[dict[str, Any]]:
        self.work.change(answers.fill_grid)
        named = {one.id: name_of("item", one) for one in self.work.case.items or ()}
        called = {one.id: name_of("recipient", one) for one in self.work.case.recipients or ()}
        for pair in self.wanted.disclosures or ():
            path = f"disclosures.{pair.item}>{pair.recipient}"
            names = {"item": named[pair.item], "recipient": called[pair.recipient]}
            for name in ("extent", "necessary", "reason"):
                self.work.answer(f"{path}.{name}", getattr(pair, name))
            yield {
                "cell": word("grid.cell", **names, own="|", law="").split("|")[0],
                "letter": LETTER[pair.extent],
                "amounts": word("grid.choose"),
                "amount": word(f"amount.{AMOUNT_OF[pair.extent]}"),
                "why": word("grid.reason_for", **names),
                "needed": word("grid.needed_for", **names),
                "is_needed": word("answer.holds" if pair.necessary else "answer.fails"),
                "reason": pair.reason,
            }

    def _bases(self, law: Law) -> Iterator[str]:
        bases = tuple(self.wanted.decision.bases or ())
        self.work.answer("decision.bases", bases)
        for basis in bases:
            yield self.words("window.basis.choose_name", title=law.provision(basis).title)

    def _first(self) -> dict[str, Any]:
        from lawfulshare.desktop.profile_fields import _choices

        sectors = {choice.value: choice.text for choice in _choices()["organisation.sector"]}
        policy = {True: word("answer.holds"), False: word("answer.fails"), None: word("answer.not_known")}
        said = {
            "name": self.profile.name, "role": self.profile.role, "organisation": self.profile.organisation,
            "sector": sectors[self.profile.sector], "policy": policy[self.profile.policy_document],
        }  # fmt: skip
        return {
            "title": self.words("window.first.title"),
            "answers": [{"questions": [self.words(f"window.first.{name}")], "words": [said[name]]} for name in FIRST],
            "passphrase": [self.words("window.first.passphrase_once"), self.words("window.first.passphrase_twice")],
            "press": self.words("window.first.begin"),
            "start": self.words("window.start.title"),
        }
