"""The same provisions in json-logic and in zen-engine, made from our own terms: time for all scenes, against ours.

They are given their facts ready: quantifiers and lists settled beforehand, every fact in a flat table. They know two
values only, so what is open counts as no; how many answers differ for that is told.
"""

import json
import statistics
from collections.abc import Iterable

from figures import milliseconds, tell
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.language.nodes import AllOf, AnyOf, Constant, Fact, Named, Not, OneOf, Term, walk
from lawfulshare.law.packs.law import Law

KINDS = ("basis", "condition", "duty")


def flat(term: Term) -> str:
    """Name a term without parts, or one that is settled beforehand."""
    return term.path.replace(".", "_") if isinstance(term, Fact | OneOf) else f"settled_{term.number}"


def in_json_logic(term: Term) -> object:
    """Write a term as json-logic does."""
    match term:
        case Constant():
            return term.value
        case OneOf():
            return {"in": [{"var": flat(term)}, sorted(term.values)]}
        case Not():
            return {"!": [in_json_logic(term.parts[0])]}
        case AllOf():
            return {"and": [in_json_logic(part) for part in term.parts]}
        case AnyOf():
            return {"or": [in_json_logic(part) for part in term.parts]}
        case Named():
            return in_json_logic(term.parts[0])
    return {"var": flat(term)}


def in_zen(term: Term) -> str:
    """Write a term in zen's language of expressions."""
    match term:
        case Constant():
            return str(term.value).lower()
        case OneOf():
            return f"({flat(term)} in {json.dumps(sorted(term.values))})"
        case Not():
            return f"not({in_zen(term.parts[0])})"
        case AllOf() | AnyOf():
            return "(" + (" and " if isinstance(term, AllOf) else " or ").join(map(in_zen, term.parts)) + ")"
        case Named():
            return in_zen(term.parts[0])
    return flat(term)


def facts(found: Findings, terms: Iterable[Term], pair: str) -> dict[str, object]:
    """Give all that the other engines need to know of one pair."""
    known: dict[str, object] = {}
    todo = list(terms)
    while todo:
        term = todo.pop()
        if isinstance(term, AllOf | AnyOf | Not | Named):
            todo.extend(term.parts)
        elif isinstance(term, OneOf):
            known[flat(term)] = found.scene(found.spots.path(term.path, found.spot(pair))) or ""
        elif not isinstance(term, Constant):
            known[flat(term)] = found.truth(term, pair) is Truth.HOLDS
    return known


def zen_decision(terms: dict[str, Term]) -> object:
    """Make one decision of one node that has an expression for each provision."""
    import zen

    at = {"x": 0, "y": 0}
    expressions = [{"id": f"r{n}", "key": f"r{n}", "value": in_zen(term)} for n, term in enumerate(terms.values())]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": at},
        {"id": "all", "type": "expressionNode", "name": "all", "position": at, "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out", "position": at},
    ]
    edges = [{"id": "1", "sourceId": "in", "targetId": "all", "type": "edge"},
             {"id": "2", "sourceId": "all", "targetId": "out", "type": "edge"}]  # fmt: skip
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))


def engines(cases: list[tuple[CaseFile, Law]]) -> None:
    """Answer every provision of these kinds for every pair of every case, in each engine."""
    try:
        from json_logic import jsonLogic

        law = cases[0][1]
        terms = {name: term for kind in KINDS for name, term in law.terms(kind)}
        zen = zen_decision(terms)
    except ImportError:
        tell("json-logic, zen-engine", "not installed: pip install 'lawfulshare[bench]'")
        return
    theirs = {name: in_json_logic(term) for name, term in terms.items()}
    pairs = [(found, pair) for case, _ in cases for found in [Findings(case, law)] for pair in found.pairs]
    scenes = [facts(found, terms.values(), pair) for found, pair in pairs]

    def ours() -> list[list[bool]]:
        answered = []
        for case, _ in cases:
            found = Findings(case, law)
            answered += [[found.truth(term, pair) is Truth.HOLDS for term in terms.values()] for pair in found.pairs]
        return answered

    def logic() -> list[list[bool]]:
        return [[bool(jsonLogic(rule, scene)) for rule in theirs.values()] for scene in scenes]

    def zens() -> list[list[bool]]:
        results = [zen.evaluate(scene)["result"] for scene in scenes]  # type: ignore[attr-defined]
        return [[bool(result[f"r{number}"]) for number in range(len(terms))] for result in results]

    base, own = statistics.median(milliseconds(ours, 7)), ours()
    size = len(list(walk(*terms.values())))
    tell(f"{len(terms)} provisions ({size} terms), {len(scenes)} pairs, from the case file: ours", f"{base:.1f} ms")
    for name, engine in (("json-logic", logic), ("zen-engine", zens)):
        taken, answers = statistics.median(milliseconds(engine, 5)), engine()
        other = sum(a != b for mine, them in zip(own, answers, strict=True) for a, b in zip(mine, them, strict=True))
        tell(f"  the same from facts made ready: {name}", f"{taken / base:.2f} × ours, {other} answers differ (open)")
