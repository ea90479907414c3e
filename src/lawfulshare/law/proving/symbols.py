"""Terms as claims about every case at once: known true and known false, for so many people and pairs."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from lawfulshare.law.language.nodes import (
    AllOf,
    AnyOf,
    Below,
    Constant,
    Fact,
    Member,
    Not,
    OneOf,
    Said,
    Shares,
    Some,
    Term,
    Unknown,
    one_of,
    walk,
)
from lawfulshare.law.language.weighing import LISTS
from lawfulshare.law.proving.facts import IS_CHILD, Facts, Group, Rails
from lawfulshare.law.proving.logic import Claim, at_most_one, both, either, implies, never, same, variable

Env: TypeAlias = Mapping[str, str]
"""Which entries are looked at: person, item, recipient, disclosure, by id."""

ONE_PAIR = ("i0>r0",)
"""One arbitrary pair stands for all: no term compares two."""

Pairs: TypeAlias = Literal["there", "perhaps"]
"""Whether each pair is proposed, or may be."""


def looking_at(pair: str) -> dict[str, str]:
    """Give the entries that a pair looks at."""
    item, _, recipient = pair.partition(">")
    return {"item": item, "recipient": recipient, "disclosure": pair}


class World:
    """All cases at once with so many people and these pairs.

    `left_open` names what is left open of *some pair*, so that outcomes are looked at apart from the pairs. In a
    `complete` case each fact that is looked at is known, so that what is not true is false: no term but *open* makes
    a third value of two. A copy's name tells two cases of one proof apart.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        orders: Iterable[frozenset[str]],
        people: int,
        *,
        pairs: tuple[str, ...] = ONE_PAIR,
        proposed: Pairs = "there",
        left_open: Mapping[Term, tuple[str, ...]] | None = None,
        complete: bool = False,
        copy: str = "",
    ) -> None:
        self.terms = tuple(walk(*terms))
        self._orders = frozenset().union(*orders)
        cited = [one_of("request.power_cited", listed) for listed in {frozenset(listed) for listed in orders}]
        recipients = tuple(dict.fromkeys(pair.partition(">")[2] for pair in pairs))
        self.facts = Facts((*self.terms, *cited), tuple(f"p{number}" for number in range(people)), recipients, copy)
        self.pairs = pairs
        self.proposed = {pair: True if proposed == "there" else variable(f"{pair} proposed") for pair in pairs}
        self._left_open = left_open
        self._copy = copy
        self._complete = complete
        self._made: dict[tuple[object, ...], Rails] = {}
        self._more: list[Claim] = []

    def valid(self) -> list[Claim]:
        """Give what makes all this a case file, as far as it has been looked at."""
        return [*self.facts.valid, *self._more, self.facts.stated if self._complete else True]

    def look_everywhere(self) -> list[Rails]:
        """Look at each fact of each term for every entry, so that two copies speak of the same places."""
        facts = [term for term in self.terms if not term.parts and not isinstance(term, Constant)]
        return [self.rails(term, env, self._orders) for term in facts for env in self.bindings(term)]

    def bindings(self, term: Term) -> list[dict[str, str]]:
        """Give every binding of what a term looks at."""
        of_pair = term.looks_at & {"item", "recipient", "disclosure"}
        found = [looking_at(pair) for pair in self.pairs] if of_pair else [{}]
        if "person" in term.looks_at:
            found = [{**env, "person": person} for env in found for person in self.facts.people]
        return found

    def says_no_more_than(self, other: "World") -> Claim:
        """Say that whatever is known in this case is known in the other, and the same."""
        return both(*(implies(group.known, self._alike(group, other)) for group in self.facts.groups.values()))

    def differs_only_in(self, facts: Iterable[str], other: "World") -> Claim:
        """Say that the two cases are alike but for these facts."""
        own = frozenset(facts)
        return both(*(self._alike(group, other) for group in self.facts.groups.values() if group.fact not in own))

    def _alike(self, group: Group, other: "World") -> Claim:
        twin = other.facts.groups[group.path]
        alike = [same(value, twin.values[key]) for key, value in group.values.items()]
        return both(same(group.known, twin.known), *alike)

    def suppose(self, term: Term, env: Env, orders: frozenset[str], rails: Rails) -> None:
        """Let a term be true and false just where these claims are, whatever it says."""
        self._made[self._key(term, env, orders)] = rails

    def rails(self, term: Term, env: Env, orders: frozenset[str]) -> Rails:
        """Say when a term is known true, and when it is known false. Orders are those of the law that asks."""
        key = self._key(term, env, orders)
        found = self._made.get(key)
        if found is None:
            true, false = self._rails(term, env, orders)
            if self._complete and not isinstance(term, Unknown):
                if not term.parts:
                    self._more.append(either(true, false))
                false = never(true)
            found = self._made[key] = true, false
        return found

    def _key(self, term: Term, env: Env, orders: frozenset[str]) -> tuple[object, ...]:
        return (term.number, orders, *(env.get(root) for root in sorted(term.looks_at)))

    def _rails(self, term: Term, env: Env, orders: frozenset[str]) -> Rails:
        match term:
            case Constant():
                return term.value, not term.value
            case Not():
                true, false = self.rails(term.parts[0], env, orders)
                return false, true
            case AllOf() | AnyOf():
                rails = [self.rails(part, env, orders) for part in term.parts]
                join, meet = (both, either) if isinstance(term, AllOf) else (either, both)
                return join(*(true for true, _ in rails)), meet(*(false for _, false in rails))
            case Unknown():
                true, false = self.rails(term.parts[0], env, orders)
                return both(never(true), never(false)), either(true, false)
            case Some():
                return self._some(term, env, orders)
        if term.parts:  # a name, which changes nothing
            return self.rails(term.parts[0], env, orders)
        return self._atom(term, env, orders)

    def _some(self, term: Some, env: Env, orders: frozenset[str]) -> Rails:
        part = term.parts[0]
        if term.binds == "pair":
            if self._left_open is not None:
                return self._some_pair(self._left_open.get(part, (str(part.number),)))
            there: Claim = True
            bodies = [(self.proposed[pair], self.rails(part, looking_at(pair), orders)) for pair in self.pairs]
        else:
            facts, there = self.facts, self.facts.stated
            bodies = [(facts.exists[one], self.rails(part, {**env, "person": one}, orders)) for one in facts.people]
        true = either(*(both(exists, body[0]) for exists, body in bodies))
        return true, both(there, *(either(never(exists), body[1]) for exists, body in bodies))

    def _some_pair(self, names: tuple[str, ...]) -> Rails:
        """Leave open whether some pair is so: one of what bears these names."""
        true = [variable(f"some pair {name}=yes{self._copy}") for name in names]
        false = [variable(f"some pair {name}=no{self._copy}") for name in names]
        self._more += [at_most_one(rails) for rails in zip(true, false, strict=True)]
        return either(*true), both(*false)

    def _atom(self, term: Term, env: Env, orders: frozenset[str]) -> Rails:
        fact: str = term.path  # type: ignore[attr-defined]
        if isinstance(term, Fact) and fact in _DERIVED:
            return _DERIVED[fact](self, env, orders)
        root, dot, rest = fact.partition(".")
        path = f"{LISTS[root]}.{env[root]}{dot}{rest}" if root in env else fact
        match term:
            case Fact() if fact == "request.order_seen":
                (true, false), (claimed, unclaimed) = self.facts.yes_no(path, fact), self._order_claimed(env, orders)
                return both(true, claimed), either(false, unclaimed)
            case Fact():
                return self.facts.yes_no(path, fact)
            case OneOf():
                return self._one_of(path, fact, term.values.__contains__)
            case Said():
                return self._one_of(path, fact, lambda value: value not in ("", "none"))
            case Below():
                return self._one_of(path, fact, lambda value: isinstance(value, int) and value < term.limit)
            case Shares():
                group = self.facts.several(path, fact)
                hit = either(*(claim for value, claim in group.values.items() if value in term.values))
                return hit, both(group.known, never(hit))
            case Member():
                group = self.facts.listed(path, fact)
                stands = group.values[env["person"]]
                return stands, both(group.known, never(stands))
        raise AssertionError(f"{type(term).__name__} has parts")

    def _one_of(self, path: str, fact: str, fits: Callable[[str], bool]) -> Rails:
        values, silent = self.facts.choice(path, fact)
        read = [*values.items(), *silent.items()]
        return either(*(claim for value, claim in read if fits(value))), either(
            *(claim for value, claim in read if not fits(value))
        )

    def _order_claimed(self, env: Env, orders: frozenset[str]) -> Rails:
        claimed = self._one_of("request.power_cited", "request.power_cited", orders.__contains__)[0]
        return claimed, never(claimed)

    def _asked(self, env: Env, _: frozenset[str]) -> Rails:
        asker = self.facts.asker()
        this = asker.values[env["recipient"]]
        others = (claim for name, claim in asker.values.items() if name != env["recipient"])
        return this, either(never(self.facts.there("request")), *others)

    def _made_a_request(self, env: Env, _: frozenset[str]) -> Rails:
        made = self.facts.there("request")
        return made, never(made)

    def _lives_with(self, env: Env, is_one: Callable[[str], Rails]) -> Rails:
        one, facts = env["person"], self.facts
        true: list[Claim] = []
        false: list[Claim] = []
        for other in facts.people:
            if other == one:
                continue
            there, (is_it, is_not) = facts.exists[other], is_one(other)
            ways = (facts.together(one, other), facts.together(other, one))
            true.append(both(there, is_it, either(*(way[0] for way in ways))))
            false.append(either(never(there), is_not, both(*(way[1] for way in ways))))
        return either(*true), both(*false)

    def _with_a_child(self, env: Env, orders: frozenset[str]) -> Rails:
        return self._lives_with(env, lambda other: self.rails(IS_CHILD, {"person": other}, orders))

    def _with_the_subject(self, env: Env, _: frozenset[str]) -> Rails:
        about = self.facts.listed("concern.about", "concern.about")
        return self._lives_with(env, lambda other: (about.values[other], both(about.known, never(about.values[other]))))

    def _to(self, env: Env, fact: str) -> Rails:
        """Say that the person whom the recipient names stands among those whom the item is about."""
        named, about = self._named(env, fact), self._subjects(env)
        true = either(*(both(claim, about.values[person]) for person, claim in named.values.items()))
        return true, both(about.known, named.known, never(true))

    def _to_their_parent(self, env: Env, _: frozenset[str]) -> Rails:
        named, about = self._named(env, "person"), self._subjects(env)
        true: list[Claim] = []
        false: list[Claim] = []
        for parent, claim in named.values.items():
            of = self.facts.listed(f"people.{parent}.parental_responsibility", "person.parental_responsibility")
            has_one = either(*(both(of.values[child], about.values[child]) for child in self.facts.people))
            true.append(both(claim, of.known, about.known, has_one))
            false.append(both(claim, of.known, about.known, never(has_one)))
        return either(*true), either(*false)

    def _named(self, env: Env, fact: str) -> Group:
        recipient = env["disclosure"].partition(">")[2]
        return self.facts.one_person(f"recipients.{recipient}.{fact}", f"recipient.{fact}")

    def _subjects(self, env: Env) -> Group:
        return self.facts.listed(f"items.{env['disclosure'].partition('>')[0]}.about", "item.about")


_DERIVED: dict[str, Callable[[World, Env, frozenset[str]], Rails]] = {
    "request.made": World._made_a_request,
    "request.order_claimed": World._order_claimed,
    "recipient.asked": World._asked,
    "person.lives_with_a_child": World._with_a_child,
    "person.lives_with_the_subject": World._with_the_subject,
    "disclosure.to_themselves": lambda world, env, _: world._to(env, "person"),
    "disclosure.to_their_parent": World._to_their_parent,
    "disclosure.to_their_agent": lambda world, env, _: world._to(env, "acts_for.person"),
}
