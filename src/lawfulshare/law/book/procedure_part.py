"""The decision procedure in words: layers, tables row by row, definitions and lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.answer.saying import OfTheLaw, Saying, ended
from lawfulshare.law.book.markup import Markup, bullets, element, machine, pairs, table, term
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.wording import Wording, wording


class ProcedurePart:
    """Writes how an answer is reached."""

    def __init__(self, pack: Pack, law: Law) -> None:
        self._pack, self._law = pack, law
        self._reader = Reader(pack.provisions, pack.lists, pack.procedure)
        self._saying = Saying(OfTheLaw(), pack.provisions)
        self._words: Wording = wording("en")

    def procedure(self) -> Markup:
        """Write the layers, the tables, who must hear, what no case may say, and what is preferred."""
        written, say = self._pack.procedure, self._say
        return self._section(
            "procedure",
            element("p", say("procedure_intro")),
            element("h3", say("layers")),
            element("p", say("layers_intro")),
            *(self._layer(name) for name in written.layers),
            self._rows("verdict", written.verdict, "verdicts"),
            self._rows("outcome", written.outcome, "outcome"),
            self._rows("suggested", written.suggested, "outcome"),
            self._referrals(),
            self._axioms(),
            self._preferences(),
        )

    def definitions(self) -> Markup:
        """Write every defined term: what it says, and what it asks."""
        entries = [
            element("section", element("h3", self._reader.list_named(name)),
                    element("p", ended(self._reader.term_in_words(name))),
                    self._asks(definition.when), id=f"term-{name}")
            for name, definition in sorted(self._pack.procedure.terms.items())
        ]  # fmt: skip
        return self._section("definitions", element("p", self._say("definitions_intro")), *entries)

    def lists(self) -> Markup:
        """Write every named list."""
        entries = [
            element("section", element("h3", self._reader.list_named(name)),
                    *self._origin(name), bullets(self._reader.list_in_words(name)), id=f"list-{name}")
            for name in sorted(self._pack.lists)
        ]  # fmt: skip
        return self._section("lists", element("p", self._say("lists_intro")), *entries)

    def _origin(self, name: str) -> Iterator[Markup]:
        """Say where a list comes from, where the book has words for it."""
        key = f"book.origins.{name}"
        if key in self._words:
            yield element("p", self._words(key))

    def _section(self, name: str, *inside: str) -> Markup:
        return element("section", element("h2", self._say(name), id=f"{name}-title"), *inside,
                       id=name, aria_labelledby=f"{name}-title")  # fmt: skip

    def _say(self, key: str, /, **values: object) -> str:
        return self._words(f"book.{key}", **values)

    def _asks(self, when: Any) -> Markup:
        return machine(self._reader.read(when), self._words)

    def _layer(self, name: str) -> Markup:
        layer = self._pack.procedure.layers[name]
        return element(
            "section",
            element("h4", self._reader.list_named(name)),
            pairs(((self._say("where_it_holds"), layer.says), (self._say("where_it_fails"), layer.fails))),
            self._asks(layer.when),
            id=f"term-{name}",
            class_="layer",
        )

    def _rows(self, name: str, rows: Iterable[Any], answers: str) -> Markup:
        head = (self._say("row"), self._say("when"), self._say("then"), self._say("says"))
        told = [
            (str(place), term(self._reader.read(row.when)), self._words(f"law.{answers}.{row.then}"), row.says)
            for place, row in enumerate(rows, 1)
        ]
        heading = element("h3", self._say(f"table_{name}"))
        intro = element("p", self._say(f"table_{name}_intro"))
        return element("section", heading, intro, table(self._say(f"table_{name}"), head, told), class_="titled")

    def _referrals(self) -> Markup:
        def told() -> Iterator[tuple[str, str, str]]:
            for place, row in enumerate(self._pack.procedure.refer_to, 1):
                who = self._saying.value("recipient.sector", row.then[0])
                many = self._saying.joined([self._saying.value("recipient.sector", one) for one in row.then])
                yield str(place), term(self._reader.read(row.when)), many if len(row.then) > 1 else who

        caption = self._say("table_refer")
        head = (self._say("row"), self._say("when"), self._say("who_hears"))
        return element("section", element("h3", caption), table(caption, head, told()), class_="titled")

    def _axioms(self) -> Markup:
        caption = self._say("table_axioms")
        rows = (
            (ended(axiom.says), term(self._reader.read(axiom.never)), axiom.mend)
            for axiom in self._pack.procedure.axioms
        )
        head = (self._say("contradiction"), self._say("when"), self._say("mend"))
        return element("section", element("h3", caption), table(caption, head, rows), class_="titled")

    def _preferences(self) -> Markup:
        prefer, provisions = self._pack.nation.prefer, self._pack.provisions
        rows = (
            (self._say("prefer_basis"), "; ".join(provisions[name].title for name in prefer.basis)),
            (self._say("prefer_condition"), "; ".join(provisions[name].title for name in prefer.condition)),
            (self._say("prefer_confidence"), "; ".join(self._words(f"law.routes.{one}") for one in prefer.confidence)),
        )
        return element("section", element("h3", self._say("preferences")), element("p", self._say("prefer_intro")),
                       pairs(rows))  # fmt: skip
