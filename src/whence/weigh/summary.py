"""A few neutral clauses that tell an incident back, each resting on statements; no clause says what is true."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from whence.model.finding import AspectAccount, Clause, OriginCount, ValueAccount
from whence.model.plurals import agreeing
from whence.model.statement import Aspect, Count, Culprit, Link, Statement, Thing
from whence.model.values import Amount
from whence.weigh.agreement import Context
from whence.weigh.values import WHOLE, largest_of_each_report, scope

NUMBERS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
DONE: Final[Mapping[Aspect, str]] = {
    "killed": "killed", "injured": "injured", "displaced": "displaced", "detained": "detained",
}  # fmt: skip
RELATIONS: Final = {
    "supports": "supports", "linked with": "is linked with", "arms": "arms", "finances": "finances", "trains": "trains",
    "shelters": "shelters", "trades with": "trades with", "commands": "commands", "part of": "is part of",
    "manufactures": "manufactures", "supplies part": "supplies a part to", "owns": "owns",
}  # fmt: skip
ARTICLED: Final = frozenset({
    "government", "regime", "army", "military", "air force", "navy", "police", "coalition", "opposition", "authorities",
    "state", "security forces", "armed forces",
})  # fmt: skip
SHOWN: Final = 4  # values of one aspect that get a clause of their own; the account holds them all


def summarise(
    aspects: Sequence[AspectAccount], statements: Mapping[str, Statement], context: Context
) -> tuple[Clause, ...]:
    """Return the clauses for all aspects of one incident: ranges, origins behind values, denials, circles."""
    clauses: list[Clause] = []
    for aspect in aspects:
        clauses += _range(aspect, statements)
        clauses += [c for v in aspect.values[:SHOWN] if (c := _behind(aspect, v, statements))]
        clauses += _denials(aspect, statements, context)
        clauses += _circles(aspect.speaking, aspect, context)
    return tuple(clauses)


def number_word(number: int) -> str:
    """Return a small number as a word, a large one in digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def origins_words(count: OriginCount) -> tuple[str, bool]:
    """Return how to say a count of origins at the start of a sentence, and whether the verb is singular."""
    if count.most is None:
        return (
            f"At least {number_word(count.least)} {'origin' if count.least == 1 else 'origins'}",
            count.least == 1,
        )
    if count.most == count.least:
        word = number_word(count.least)
        return f"{word.capitalize()} {'origin' if count.least == 1 else 'origins'}", count.least == 1
    return f"Between {number_word(count.least)} and {number_word(count.most)} origins", False


def _range(aspect: AspectAccount, statements: Mapping[str, Statement]) -> list[Clause]:
    """Say between which numbers the whole tolls lie, where more than one is given.

    What was told counts, not the value that it was taken as; nothing is said where no number is a lower end.
    """
    whole = [
        v
        for v in aspect.values
        if isinstance(v.value, Count) and scope(v.value.group) == WHOLE and not v.value.part and v.behind.most
    ]
    told: dict[str, set[str]] = defaultdict(set)
    for origin in (o for v in whole for o in v.behind.origins):
        told[origin.source].update(s for s in origin.statements if s in statements)
    kept = (s for ids in told.values() for s in largest_of_each_report(statements[i] for i in ids))
    amounts = [s.value.amount for s in kept if isinstance(s.value, Count)]
    lows = [a.lower for a in amounts if a.lower is not None]
    done = DONE.get(aspect.aspect)
    if len(whole) < 2 or done is None or not lows:
        return []
    low, high = min(lows), max(a.upper or a.lower or 0 for a in amounts)
    if low == high:
        return []
    subject, single = origins_words(_spoken(aspect, whole))
    open_end = " or more" if any(a.upper is None and a.lower == high for a in amounts) else ""
    words = f"{subject} {_verb('give', single)} between {low:,} and {high:,}{open_end} {done}."
    return [Clause(words, _rests(whole, statements))]


def _spoken(aspect: AspectAccount, values: Sequence[ValueAccount]) -> OriginCount:
    """Return the count of those origins of the aspect that give one of `values`."""
    given = {o.source for v in values for o in v.behind.origins}
    origins = tuple(o for o in aspect.speaking.origins if o.source in given)
    named = sum(not o.vague for o in origins)
    return OriginCount(max(named, 1 if origins else 0), len(origins), origins, ())


def _behind(aspect: AspectAccount, value: ValueAccount, statements: Mapping[str, Statement]) -> Clause | None:
    """Say how many origins stand behind one value, and how many outlets carry it."""
    if not value.behind.most:
        return None
    subject, single = origins_words(value.behind)
    predicate = _predicate(aspect.aspect, value, single)
    carried = f"; {number_word(value.outlets)} outlets carry it" if value.outlets > 1 else ""
    return Clause(f"{subject} {predicate}{carried}.", _rests([value], statements))


def _predicate(aspect: Aspect, account: ValueAccount, single: bool) -> str:
    value = account.value
    if isinstance(value, Count):
        done = "killed or injured" if value.part else DONE.get(aspect, aspect)
        who = agreeing(value.group, value.amount.lower, value.amount.upper)
        said = f" (“{value.amount.words.casefold()}” in the text)" if value.amount.reckoned else ""
        return f"{_verb('give', single)} {amount_words(value.amount)} {who} {done}{said}"
    if isinstance(value, Culprit):
        if value.actor.casefold() == "unknown":
            return f"{_verb('say', single)} that it is not known who was responsible"
        return f"{_verb('name', single)} {_actor(value.actor)} as responsible"
    if isinstance(value, Link):
        return f"{_verb('say', single)} that {value.subject} {RELATIONS[value.relation]} {value.object}"
    return f"{_verb('speak', single)} of {_thing(aspect, value)}"


def _actor(name: str) -> str:
    """Return an actor as a sentence names it: "the army", yet "rebels" and "Front"."""
    return f"the {name}" if name in ARTICLED else name


def _thing(aspect: Aspect, value: Thing) -> str:
    one = value.amount is None or (value.amount.exact and value.amount.lower == 1)
    what = value.what if one or value.amount is None else f"{amount_words(value.amount)} {value.what}"
    return f"damage to {what}" if aspect == "damage" else what


def amount_words(amount: Amount) -> str:
    """Return an amount as people read it: "126", "at least 100", "up to 50", "60 to 70"."""
    if amount.exact:
        return f"{amount.lower:,}"
    if amount.upper is None:
        return f"at least {amount.lower:,}"
    return f"up to {amount.upper:,}" if amount.lower is None else f"{amount.lower:,} to {amount.upper:,}"


def _denials(aspect: AspectAccount, statements: Mapping[str, Statement], context: Context) -> list[Clause]:
    """Say who denies what; a denial stands beside the claim."""
    by_words: dict[str, list[str]] = {}
    for statement in aspect.denials:
        words = f"{_denier(statements[statement], context)} {_denied(aspect.aspect, statements[statement])}."
        by_words.setdefault(words, []).append(statement)
    return [Clause(words, tuple(sorted(ids))) for words, ids in sorted(by_words.items())]


def _denier(statement: Statement, context: Context) -> str:
    """Say whose the denial is; where the text gives it no voice, that an outlet tells of it."""
    path = context.derivation.paths[statement.id]
    if not path.roots:
        return "A source denies"
    who = context.derivation.name(path.roots[0])
    told = f"{who[:1].upper()}{who[1:]}"
    return f"{told} denies" if statement.hops else f"{told} tells, in its own words, of a denial:"


def _denied(aspect: Aspect, statement: Statement) -> str:
    value = statement.value
    if isinstance(value, Culprit):
        return f"that {_actor(value.actor)} did it"
    if isinstance(value, Link):
        return f"that {value.subject} {RELATIONS[value.relation]} {value.object}"
    if isinstance(value, Count):
        amount = value.amount
        number = f"{amount_words(amount)} " if amount.lower and not amount.reckoned else ""
        verb = "was" if amount.exact and amount.lower == 1 else "were"
        who = agreeing(value.group, amount.lower, amount.upper) if number else value.group
        return f"that {number}{who} {verb} {DONE.get(aspect, aspect)}"
    return _thing(aspect, value)


def _circles(count: OriginCount, aspect: AspectAccount, context: Context) -> list[Clause]:
    told = tuple(sorted(s for v in aspect.values for s in v.statements))
    turning = {s: context.derivation.paths[s].chain for s in told}
    clauses = []
    for circle in count.circles:
        names = _listed(context.derivation.name(s) for s in circle)
        rests = tuple(s for s, chain in turning.items() if set(chain) <= set(circle))
        clauses.append(Clause(f"{names} cite one another and nobody else, which counts as no origin.", rests))
    return clauses


def _listed(names: Iterable[str]) -> str:
    parts = list(names)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _verb(verb: str, single: bool) -> str:
    return f"{verb}s" if single else verb


def _rests(values: Iterable[ValueAccount], statements: Mapping[str, Statement]) -> tuple[str, ...]:
    return tuple(sorted({s for v in values for s in v.statements if s in statements}))
