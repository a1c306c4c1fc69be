"""Templates of MUC-4 from what Whence reads in one report: a scene of statements becomes an incident.

A scene is relevant by the keys' own rules (`template-doc-part1`): recent, in one of nine countries, its targets not
soldiers or guerrillas alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from bench import muc4_score as scoring
from bench.muc4_days import date_of, lead_day
from bench.muc4_lands import COUNTRIES, OTHERS, most_named, most_placed, named_lands
from bench.muc4_score import Response
from whence.model.report import Report
from whence.model.statement import Count, Culprit, Statement, Thing
from whence.model.values import Amount, Interval, Place
from whence.read.actors import find_actors
from whence.read.uppercase import cased

RECENT: Final = timedelta(days=62)  # what the guidelines call recent
HARM: Final = ("killed", "injured", "detained")
MOST: Final = 110  # more dead than that are the sum of a war, not of one incident
ARMED: Final = re.compile(
    r"guerrilla|guerilla|rebel|terrorist|extremist|subversive|insurgent|militant|fighter|combatant|"
    r"trafficker|soldier|"
    r"troop|officer|lieutenant|sergeant|corporal|captain|gunm|bomber|attacker|trooper|recruit|conscript"
)
POLICE: Final = re.compile(r"police|patrolm|agent")
OFFICIAL: Final = re.compile(
    r"mayor|governor|minister|official|ambassador|senator|deput|legislator|councillor"
)
LEGAL: Final = re.compile(r"judge|lawyer|magistrate|prosecutor|attorney")
AUTHORITY: Final = re.compile(
    r"army|police|minist|militar|government|armed forces|brigade|battalion|authorit|president|official|"
    r"coprefa|general|"
    r"colonel|spokesm|intelligence|security|commander|court|judge|prosecutor|state|defense|defence|source"
)
UNNAMED: Final = re.compile(
    r"terrorist|guerrilla|guerilla|rebel|subversive|extremist|insurgent|gunm[ae]n|militant|unknown|individual|men\b|"
    r"attackers?|settlers|mercenar|militia"
)
BARE: Final = frozenset(("PEOPLE", "PERSONS", "PERSON", "BODIES", "DEAD", "WOUNDED", "INJURED", "VICTIMS"))
WORDS_BEHIND: Final = (  # the words behind a number up to the next verb, preposition or stop
    r"(?:(?!(?:were|was|is|are|have|has|had|who|that|which|in|on|at|by|from|to|with|when|while|during|"
    r"after|and|or|dead|killed|"
    r"wounded|injured|kidnapped|others?)\b)[\w'-]+\s?){1,5}"
)
BEFORE: Final = re.compile(r"((?:[\w.'-]+\s+){0,3}[\w.'-]+),\s+$")
BEHIND: Final = re.compile(r",\s+((?:[\w.'-]+\s+){0,3}[\w.'-]+)")
SURE: Final = (
    "REPORTED AS FACT", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED",
)  # fmt: skip
# targets "of military importance" belong to a war, not to terrorism, by the keys' own rule
OF_WAR: Final = re.compile(
    r"\b(?:military|army|armou?red|air force|navy|naval|infantry|brigade|battalion|garrison|barracks|regiment|"
    r"outposts?|troops?|war ?planes?|helicopters?|(?<!storage )(?<!fuel )(?<!oil )tanks?|artillery|convoys?)\b",
    re.I,
)
GUARDIANS: Final = re.compile(r"\b(?:POLICE|SECURITY)\b")  # no perpetrators of terrorism in the keys
OF_STATE: Final = re.compile(
    r"\b(?:ARMY|ARMED FORCES|MILITARY|GOVERNMENT|AIR FORCE|SOLDIERS|TROOPS|BRIGADE|BATTALION|GUARD|POLICE|SECURITY)\b"
)
FIRE: Final = re.compile(r"\b(?:arson|set (?:fire to|ablaze|on fire)|burn(?:ed|t|ing)|torched)\b", re.I)
BY_HAND: Final = re.compile(
    r"\b(?:shot|gun\w*|machine-?gun\w*|bullets?|rifles?|murder\w*|assassinat\w+|massacre\w*|stabbed|tortur\w+|kidnap\w*)\b",
    re.I,
)
BLAST: Final = re.compile(
    r"\b(?:bomb(?!ard)\w*|explo\w+|blasts?|dynamit\w+|blew up|blown up|detonat\w+)\b", re.I
)
DIRECTED: Final = re.compile(r"^(?:(?:NORTH|SOUTH)?-?(?:EAST|WEST)?(?:ERN)?|CENTRAL|DOWNTOWN|GREATER) (?=\w)")
VAGUE: Final = frozenset(("several", "many", "dozens", "numerous", "a number of"))
TAKEN: Final = re.compile(r"\b(?:kidnapp\w+|abduct\w+|hostages?)\b", re.I)


@dataclass(slots=True)
class Scene:
    """The statements of one happening of a report, and where and when it was."""

    told: list[Statement] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Filed:
    """Codes of the country that a report is about and of its dateline's ("" for none), and the day it opens with."""

    home: str
    filed: str
    lead: date | None


def templates(
    report: Report, told: Sequence[Statement], links: Mapping[int, tuple[Place, ...]], filed: str
) -> tuple[Response, ...]:
    """Return the incidents that the statements of a report come to; `filed` is the code of the dateline's country."""
    scenes: dict[int, Scene] = {}
    for statement in told:
        if statement.kind != "appeal" and statement.stance != "denies":
            scenes.setdefault(statement.scene, Scene()).told.append(statement)
    home = filed if filed in COUNTRIES else most_named(report.text) or most_placed(links)
    at = Filed(home, filed, lead_day(report))
    made = (_response(report, scene, links, at) for scene in scenes.values())
    return _by_one(scoring.merged([m for m in made if m is not None]), told, report)


def _by_one(made: Sequence[Response], told: Sequence[Statement], report: Report) -> tuple[Response, ...]:
    """The incidents, those without an organisation put down to the one that the report names alone.

    It is the only doer with a name of its own or, where none is told, the only armed band that the text names.  This is
    no reading of Whence, which joins no party to a deed that the text does not: the keys' readers did so, "reported as
    fact" being their default.
    """
    named: dict[str, tuple[str, str]] = {}
    for s in told:
        if isinstance(s.value, Culprit) and s.stance != "denies" and s.value.actor[:1].isupper():
            name = _flat(s.value.span.quote)
            if not OF_STATE.search(name) and not s.value.actor.endswith("government"):
                named.setdefault(s.value.actor, (name, confidence(s)))
    bands = _bands(report) if made and not named else ()
    if len(bands) == 1:
        named[bands[0]] = bands[0], SURE[0]
    if len(named) != 1:
        return tuple(made)
    return tuple(m if m.organisations else replace(m, organisations=tuple(named.values())) for m in made)


def _bands(report: Report) -> tuple[str, ...]:
    """The armed bands that the text names, as it names them at most length.

    A name that is another's short form or a part of it is left out.
    """
    text = cased(report).text
    named: dict[str, str] = {}
    for a in find_actors(text):
        if a.name[:1].isupper() and not (a.adjective or a.arms or a.name.endswith(("government", "regime"))):
            told = a.name if a.name in text else text[a.start : a.end]
            named[a.name] = max(named.get(a.name, ""), told, key=len)
    bands = {n for n in named if not OF_STATE.search(_flat(n))}
    whole = [n for n in bands if not any(n != o and (n in o or n == _initials(o)) for o in bands)]
    return tuple(_flat(named[n]) for n in sorted(whole))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _response(
    report: Report, scene: Scene, links: Mapping[int, tuple[Place, ...]], at: Filed
) -> Response | None:
    kept = [s for s in scene.told if _recent(s.when, report.published)]
    harmed = [s for s in kept if s.aspect in HARM and (s.aspect != "detained" or _taken(report, s))]
    told = {c: s.span.quote for s in harmed if isinstance(c := s.value, Count) and _counted(c.amount)}
    counts = list(told)
    things = [s.value.what for s in kept if s.aspect == "damage" and isinstance(s.value, Thing)]
    if all(OF_WAR.search(t) for t in things) and _of_war(counts):
        return None
    country, place = _where(kept, links, at.home, named_lands(report.text))
    if country not in COUNTRIES.values():
        return None
    when = date_of(kept, report, at.lead)
    place = place or (_filed_town(report, when) if COUNTRIES.get(at.filed) == country else ())
    organisations, individuals = _perpetrators(kept)
    return Response(
        kind=_kind(report, kept),
        date=when,
        country=country,
        place=place,
        victims=_each_once([_victim(c, told[c]) for c in counts]),
        kinds=tuple(dict.fromkeys(_category(c.group) for c in counts)),
        things=tuple(dict.fromkeys(_flat(t) for t in things)),
        organisations=organisations,
        individuals=individuals,
    )


def _of_war(counts: Sequence[Count]) -> bool:
    """Whether those harmed are soldiers or guerrillas: all of them, or all whose name or kind is told."""
    told = [c for c in counts if c.group != "people" or _is_named(c)] or counts
    return all(ARMED.search(c.group) for c in told)


def _filed_town(report: Report, when: scoring.When | None) -> tuple[str, ...]:
    """The town that a report is filed from, if its text names it and the incident, told without a place, is news."""
    if report.dateline is None or report.published is None or when is None or when.first is None:
        return ()
    town = _flat(report.dateline.quote.split(",")[0])
    news = when.first >= report.published.start.date() - timedelta(days=1)
    told_of = town and town in _flat(report.text[report.dateline.end :])
    return (town,) if news and told_of and town not in COUNTRIES.values() else ()


def _counted(amount: Amount) -> bool:
    """Whether somebody came to harm, and not as many as in a war."""
    least = amount.lower or 0
    return amount.upper != 0 and 0 < (least or amount.upper or 0) <= MOST


def _taken(report: Report, statement: Statement) -> bool:
    return TAKEN.search(report.text, statement.span.start, statement.span.end) is not None


def _recent(when: Interval | None, published: Interval | None) -> bool:
    return when is None or published is None or when.end > published.start - RECENT


def _where(
    told: Sequence[Statement], links: Mapping[int, tuple[Place, ...]], home: str, lands: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    """The country that most of the scene's statements are set in, and the names of the innermost places they give."""
    votes: Counter[str] = Counter()
    names: list[str] = []
    known: set[str] = set()
    for s in told:
        codes = []
        for toponym in (t for t in s.where if t.relation != "dateline"):
            found = links.get(toponym.span.start, ())
            town = any(p.country == home != found[0].country for p in found)  # "Armenia", a town at home
            if found and found[0].kind == "country" and not town:
                codes.append(found[0].country)
                continue
            codes += (
                [home]
                if any(p.country == home for p in found)
                else [p.country for p in found[:1] if p.country in lands]
            )
            names.append(DIRECTED.sub("", _flat(toponym.name)))
            known |= {names[-1]} if any(p.country == home for p in found) else set()
        near = [c for c in (home, *codes) if c in codes and c in COUNTRIES]
        votes[(near or codes or [home])[0]] += 1
    code = max(votes, key=lambda c: (votes[c], c == home, c))
    no_places = _targets(told)
    kept = [n for n in names if n in known or not no_places & set(n.split())]
    lands_named = {*COUNTRIES.values(), *OTHERS.values()}
    return (COUNTRIES | OTHERS).get(code, code), tuple(dict.fromkeys(n for n in kept if n not in lands_named))


def _targets(told: Iterable[Statement]) -> set[str]:
    """The words that name people and things hit: "the murder of Ana Moro" names no place."""
    counts = [s.value.amount.words for s in told if isinstance(s.value, Count)]
    things = [s.value.what for s in told if isinstance(s.value, Thing)]
    people = [w for w in counts if w[:1].isupper() and len(w) > 3]
    return {word for words in (*people, *things) for word in _flat(words).split()}


def _kind(report: Report, told: Sequence[Statement]) -> str:
    words = " ".join(report.text[s.span.start : s.span.end] for s in told)
    harm = {s.aspect for s in told if s.aspect in HARM}
    if harm == {"detained"}:
        return "KIDNAPPING"
    bombed, burned = BLAST.search(words) is not None, FIRE.search(words) is not None
    if (
        BY_HAND.search(words) or bombed == burned
    ):  # in several ways, or in none that is told: the keys' general type
        return "ATTACK"
    if bombed:
        return "BOMBING"
    return "ATTACK" if harm & {"killed", "injured"} else "ARSON"


def _each_once(victims: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The victims without those told again: under a part of their name, by their group, or by a number alone."""
    kept: dict[tuple[str, str], set[str]] = {}
    for number, called in sorted(dict.fromkeys(victims), key=lambda v: -len(v[1].split())):
        words = set(called.split())
        again = next(
            (
                k
                for k, known in kept.items()
                if k[0] == number and (words <= known or (words <= BARE and number != "1"))
            ),
            None,
        )
        if again is None:
            kept[number, called] = words
    return tuple(v for v in dict.fromkeys(victims) if v in kept)


def _victim(count: Count, told: str) -> tuple[str, str]:
    """The number as the keys write it, and the words it is of: a person's name, or those that stand behind it."""
    return _number(count.amount), _flat(count.amount.words if _is_named(count) else _called(count, told))


def _is_named(count: Count) -> bool:
    """Whether one person by name is counted."""
    words = count.amount.words
    counted = words.lower().startswith(("one ", "another "))  # "One of his bodyguards" is nobody's name
    one = count.amount.exact and count.amount.lower == 1
    return one and words[:1].isupper() and len(words) > 3 and not counted


def _called(count: Count, told: str) -> str:
    """What the text itself calls those counted, "sugar union members", else the group that Whence folds them to.

    Of one person it is also the name that stands beside the word ("Ana Moro, a judge", "another judge, Ana Moro").
    """
    number = r"\s+".join(re.escape(w) for w in count.amount.words.split())
    found = re.search(rf"\b{number}\s+(?P<called>{WORDS_BEHIND})", told, re.I) if number else None
    if found is None:
        return count.group
    beside = [BEFORE.search(told, 0, found.start()), BEHIND.match(told, found.end())]
    names = [m[1] for m in beside if m] if count.amount.upper == 1 else []
    return " ".join((count.group, found["called"], *names))


def _number(amount: Amount) -> str:
    if amount.exact:
        return (
            f"~{amount.lower}"
            if amount.rule in ("about", "around", "some", "approximately")
            else str(amount.lower)
        )
    if not any(c.isdigit() for c in amount.words) and amount.rule in (
        "several",
        "many",
        "dozens",
        "numerous",
        "a number of",
        "a plural without a number",
    ):
        return "PLURAL"
    if amount.upper is None:
        return f"{amount.lower}-"
    return f"{amount.lower or 0}-{amount.upper}"


def _category(group: str) -> str:
    for pattern, name in (
        (POLICE, "LAW ENFORCEMENT"), (ARMED, "ACTIVE MILITARY"), (OFFICIAL, "GOVERNMENT OFFICIAL"),
        (LEGAL, "LEGAL OR JUDICIAL"),
    ):  # fmt: skip
        if pattern.search(group):
            return name
    return "CIVILIAN"


def _perpetrators(told: Sequence[Statement]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The organisations, each with the firmest word on who says so, and the perpetrators without a name."""
    named: dict[str, tuple[str, str]] = {}
    people: list[str] = []
    for s in told:
        if not isinstance(s.value, Culprit) or s.value.actor == "unknown":
            continue
        name, actor, sure = _flat(s.value.span.quote), s.value.actor, confidence(s)
        if GUARDIANS.search(name):
            continue
        if not actor[:1].isupper() and UNNAMED.search(name.lower()):
            people.append(name)
        elif actor not in named:
            named[actor] = name, sure
        elif SURE.index(sure) > SURE.index(named[actor][1]):
            named[actor] = named[actor][0], sure
    return tuple(named.values()), tuple(dict.fromkeys(people))


def confidence(statement: Statement) -> str:
    """Return who says so, by the decision tree of the keys, from the statement's chain and stance."""
    root = statement.hops[-1].voice.name.lower() if statement.hops else ""
    actor = statement.value.actor.lower() if isinstance(statement.value, Culprit) else ""
    rules = {r.rule for r in statement.reasons}
    if "claimed by itself" in rules or (root and actor and (root in actor or actor in root)):
        return "CLAIMED OR ADMITTED"
    if statement.stance == "states" and not rules & {"blamed", "named as responsible"}:
        return "REPORTED AS FACT"
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if AUTHORITY.search(root) else "SUSPECTED OR ACCUSED"


def _flat(words: str) -> str:
    return " ".join(words.upper().split())
