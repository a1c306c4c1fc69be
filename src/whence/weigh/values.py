"""When two values are one value: numbers within rounding of one scope, culprits and links by key."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from whence.model.statement import Count, Culprit, Link, Statement, Thing, Value
from whence.model.values import Amount

ROUNDING: Final = 0.05  # one toll may round another only within 5 %; the convention of the origins benchmark
WHOLE: Final = "people"
# words for "whoever was hit": a toll of civilians and a toll of people are rival tellings of one number, whereas
# children or fighters are a part of it; singular and plural are folded by the reader
WHOLE_GROUPS: Final = frozenset({
    "", "people", "persons", "civilians", "dead", "victims", "casualties", "deaths", "fatalities", "residents",
    "inhabitants", "citizens", "martyrs", "injured", "wounded", "others", "individuals", "humans", "souls", "lives",
})  # fmt: skip
SAME_GROUP: Final = {
    "kids": "children", "minors": "children", "boys": "children", "girls": "children", "infants": "children",
    "babies": "children", "militants": "fighters", "rebels": "fighters", "terrorists": "fighters",
    "insurgents": "fighters", "gunmen": "fighters", "jihadists": "fighters", "troops": "soldiers",
    "servicemen": "soldiers", "personnel": "soldiers", "rescue workers": "rescuers", "volunteers": "rescuers",
    "paramedics": "medics", "doctors": "medics", "nurses": "medics", "reporters": "journalists",
}  # fmt: skip
# rules of `read.amounts`: what names its upper end, and what names both of its ends
_NEARLY: Final = frozenset({"nearly", "almost", "close to", "just under", "nearing", "approaching"})
_RANGES: Final = frozenset({"range", "between"})
_FURTHER: Final = (
    r"\b(?:another|a further|an additional) (?:[\w-]+ )?{words}\b"
    r"|\b{words} (?:[\w-]+ )?(?:more|others?|further|additional)\b"
)
STATE: Final = "state of "  # how `link.actors` keys a state as an actor
# what names a state's forces and leaves the state to the reader
BARE: Final = frozenset({"government", "regime", "authorities", "army", "military", "air force"})
COALITION: Final = "coalition"  # an alliance at war whose leader is not named
LED: Final = "led coalition"  # how the key of one ends whose leader is
TOGETHER: Final = re.compile(r" and | or ")  # how `link.actors` writes several actors in one key
# which groups are a part of which: only what the words themselves say
PART_OF: Final = {"civilians": ("children", "women", "rescuers", "medics", "journalists", "students")}


def scope(group: str) -> str:
    """Return the scope of a group word: "people" for whoever was hit, else the group's own folded word."""
    word = group.casefold().strip()
    return WHOLE if word in WHOLE_GROUPS else SAME_GROUP.get(word, word)


def near(first: int, second: int) -> bool:
    """Return whether two numbers are equal, or one is the other rounded and within 5 % of it.

    58 and 61 are two tolls; 58 and 60, or 1,040 and 1,000, may be one.
    """
    if first == second:
        return True
    close = first and second and abs(first - second) <= ROUNDING * max(first, second)
    return bool(close and (_rounds(first, second) or _rounds(second, first)))


def _rounds(round_one: int, other: int) -> bool:
    """Return whether `round_one` ends in zeros and is `other` rounded to as many places."""
    unit = 1
    while round_one % (unit * 10) == 0:
        unit *= 10
    return unit > 1 and abs(round_one - other) * 2 <= unit


def same_amount(first: Amount, second: Amount) -> bool:
    """Return whether two amounts say the same: their lower ends meet, or their upper ends where one has no lower.

    A number outside a stated range is not that range, however near.
    """
    if first.lower is not None and second.lower is not None:
        if first.lower == second.lower:
            return True
        ends = near(first.lower, second.lower) and near(_named(first), _named(second))
        return ends and ((first.exact and second.exact) or first.overlaps(second))
    if first.upper is not None and second.upper is not None:
        return near(first.upper, second.upper)
    return False


def _named(amount: Amount) -> int:
    """Return the number that an amount names: the upper end of "nearly 90", the middle of "some 80", else the lower."""
    low, high = amount.lower or 0, amount.upper
    if high is None or amount.rule in _RANGES:
        return low
    return high if amount.rule in _NEARLY else (low + high) // 2


def actor_key(name: str, actors: Mapping[str, str]) -> str:
    """Return the key of a named actor, as `link.actors` gave it, else the folded name."""
    return actors.get(name) or " ".join(name.casefold().removeprefix("the ").split())


def value_kind(value: Value, actors: Mapping[str, str]) -> tuple[str, ...]:
    """Return what must be equal before two values are compared at all: type, scope, part, or the actors' keys."""
    if isinstance(value, Count):
        return ("count", scope(value.group), value.part)
    if isinstance(value, Culprit):
        return ("culprit", actor_key(value.actor, actors))
    if isinstance(value, Link):
        return ("link", actor_key(value.subject, actors), value.relation, actor_key(value.object, actors))
    return ("thing", " ".join(value.what.casefold().split()))


def largest_of_each_report(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return, of the counts that one source gives in each report, the largest: others are parts of it, or older.

    What is told as so many more is left out.
    """
    told = sorted((s for s in statements if not is_further(s)), key=lambda s: s.id)
    largest: dict[str, int] = {}
    for s in told:
        largest[s.report] = max(_size(s), largest.get(s.report, 0))
    return tuple(s for s in told if _size(s) == largest[s.report])


def _size(statement: Statement) -> int:
    amount = amount_of(statement.value)
    return 0 if amount is None else amount.lower if amount.lower is not None else amount.upper or 0


def is_further(statement: Statement) -> bool:
    """Return whether a number is told as one beside others that the text counts: "two more died", "another five"."""
    amount = amount_of(statement.value)
    if amount is None or not amount.words:
        return False
    words = re.escape(amount.words)
    return bool(re.search(_FURTHER.format(words=words), statement.span.quote, re.I))


def amount_of(value: Value) -> Amount | None:
    """Return the number that a value carries, None if it carries none."""
    return value.amount if isinstance(value, Count | Thing) else None


def same_value(first: Value, second: Value, actors: Mapping[str, str]) -> bool:
    """Return whether two values of one aspect say the same."""
    if value_kind(first, actors) != value_kind(second, actors):
        return False
    return _same_number(first, second)


def value_order(value: Value, actors: Mapping[str, str]) -> tuple[object, ...]:
    """Return a key that puts values into one fixed order, numbers rising."""
    amount = amount_of(value)
    low, high = (amount.lower, amount.upper) if amount else (None, None)
    ends = (-1 if low is None else low, -1 if high is None else high)
    return (*value_kind(value, actors)[:1], *ends, value_kind(value, actors), str(value))


def group_values(
    statements: Sequence[Statement], actors: Mapping[str, str]
) -> tuple[tuple[Value, tuple[Statement, ...]], ...]:
    """Part `statements` by value; each group is named by its most stated value, exact ones before imprecise ones.

    Values that are told most often gather those within rounding of them, so that a chain of small steps never joins
    two tolls that are far apart.
    """
    kinds = _kinds(statements, actors)
    told: dict[tuple[object, ...], list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        told.setdefault((kinds[statement.id], _ends(statement.value)), []).append(statement)
    heads: dict[tuple[str, ...], list[tuple[Value, list[Statement]]]] = {}
    for members in sorted(told.values(), key=lambda ms: (-len(ms), _inexact(ms[0].value), ms[0].id)):
        groups = heads.setdefault(kinds[members[0].id], [])
        home = next((g for g in groups if _same_number(g[0], members[0].value)), None)
        if home is None:
            groups.append((_common(members), list(members)))
        else:
            home[1].extend(members)
    flat = [(v, tuple(sorted(ms, key=lambda s: s.id))) for groups in heads.values() for v, ms in groups]
    return tuple(sorted(flat, key=lambda g: value_order(g[0], actors)))


def _kinds(statements: Sequence[Statement], actors: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return each statement's kind; who is named without a state or a leader is the one that others name here."""
    kinds = {s.id: value_kind(s.value, actors) for s in statements}
    named = {k[1] for k in kinds.values() if k[0] == "culprit"}
    states = {k for k in named if k.startswith(STATE)}
    led = {k for k in named if k.endswith(LED) and not TOGETHER.search(k)}
    meant = {bare: next(iter(states)) for bare in BARE} if len(states) == 1 else {}
    meant |= {COALITION: next(iter(led))} if len(led) == 1 else {}
    return {i: ("culprit", meant.get(k[1], k[1])) if k[0] == "culprit" else k for i, k in kinds.items()}


def _same_number(first: Value, second: Value) -> bool:
    one, other = amount_of(first), amount_of(second)
    if one is None or other is None:  # "a hospital" and "the hospital" are one; a culprit has no number
        return all(a is None or (a.exact and a.lower == 1) for a in (one, other))
    return same_amount(one, other)


def _ends(value: Value) -> tuple[int | None, int | None]:
    amount = amount_of(value)
    return (amount.lower, amount.upper) if amount else (None, None)


def _inexact(value: Value) -> bool:
    amount = amount_of(value)
    return amount is not None and not amount.exact


def _common(members: Sequence[Statement]) -> Value:
    """Return the value that is worded most often, so that a group's name is what a reader meets most."""
    words = Counter(_worded(m.value) for m in members)
    return min(members, key=lambda m: (-words[_worded(m.value)], _worded(m.value), m.id)).value


def _worded(value: Value) -> str:
    if isinstance(value, Count):
        return f"{value.group} {value.amount}"
    return value.actor if isinstance(value, Culprit) else type(value).__name__
