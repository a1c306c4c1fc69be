"""Incidents of one report against the MUC-4 keys: location, date, number of victims, confidence in the perpetrator.

usage: python -m bench muc4            tst1 and tst2, 200 texts of 1988-1990 in capitals; nothing was tuned on them
       python -m bench.muc4 dev [N]    every N-th text of the development part, which was looked at

Path: text -> report -> statements -> places -> scenes, all by the program's own functions; a scene that is relevant by
the keys' own rules (`template-doc-part1`: recent, in one of nine countries, not soldiers or guerrillas alone) becomes a
template.  Where a scene names no place, its country is the dateline's, else the one of the nine named most.
Scored by `scoring-guidelines`, in the strictest form (ALL TEMPLATES: a template too many costs precision in every slot,
one too few recall), without a person who could settle doubtful matches: see `bench/muc4_score.py`.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from bench import muc4_score as scoring
from bench.muc4_keys import Item, items
from bench.muc4_score import Response
from bench.section import Gate, Section, data_digest
from whence.flow.environment import cache_folder
from whence.flow.gazetteer import load_gazetteer
from whence.flow.readers import reader
from whence.flow.resources import knowledge
from whence.link.atlas import Atlas
from whence.link.places import look_up, resolve_places
from whence.model.ids import digest
from whence.model.report import Record, Report
from whence.model.statement import Count, Culprit, Statement, Thing
from whence.model.values import Amount, Interval, Place
from whence.read.text import make_report

COUNTRIES: Final = {
    "SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA", "BO": "BOLIVIA", "CL": "CHILE",
    "CO": "COLOMBIA", "EC": "ECUADOR", "PE": "PERU",
}  # fmt: skip
STEMS: Final = {
    "SV": "salvador", "GT": "guatemal", "HN": "hondur", "AR": "argentin", "BO": "bolivia", "CL": "chile",
    "CO": "colombia", "EC": "ecuador", "PE": "peru",
}  # fmt: skip
OTHERS: Final = {
    "NI": "NICARAGUA", "PA": "PANAMA", "CR": "COSTA RICA", "VE": "VENEZUELA", "BR": "BRAZIL", "US": "UNITED STATES",
    "MX": "MEXICO", "ES": "SPAIN", "UY": "URUGUAY", "PY": "PARAGUAY", "CU": "CUBA",
}  # fmt: skip
RECENT: Final = timedelta(days=62)  # what the guidelines call recent
HARM: Final = ("killed", "injured", "detained")
MOST: Final = 999  # more dead than that are the sum of a war, not of one incident
ARMED: Final = re.compile(
    r"guerrilla|guerilla|rebel|terrorist|extremist|subversive|insurgent|militant|fighter|combatant|trafficker|soldier|"
    r"troop|officer|lieutenant|sergeant|corporal|captain|gunm|bomber|attacker|trooper|recruit|conscript"
)
POLICE: Final = re.compile(r"police|patrolm|agent")
OFFICIAL: Final = re.compile(
    r"mayor|governor|minister|official|ambassador|senator|deput|legislator|councillor"
)
LEGAL: Final = re.compile(r"judge|lawyer|magistrate|prosecutor|attorney")
AUTHORITY: Final = re.compile(
    r"army|police|minist|militar|government|armed forces|brigade|battalion|authorit|president|official|coprefa|general|"
    r"colonel|spokesm|intelligence|security|commander|court|judge|prosecutor|state|defense|defence|source"
)
UNNAMED: Final = re.compile(
    r"terrorist|guerrilla|guerilla|rebel|subversive|extremist|insurgent|gunm[ae]n|militant|unknown|individual|men\b|"
    r"attackers?|settlers|mercenar|militia"
)
WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
FIRE: Final = re.compile(r"\b(?:arson|set (?:fire to|ablaze|on fire)|burn(?:ed|t|ing)|torched)\b", re.I)
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


def responses(item: Item, gazetteer: Atlas) -> tuple[Response, ...]:
    """Return the templates that the program's reading of a text comes to."""
    record = Record("", digest(item.text.encode()), "text/plain", text=item.text)
    report = make_report(record)
    if report.unread:
        return ()
    told = reader().read(report)
    links = {link.start: link.candidates for link in resolve_places((report,), told, gazetteer)}
    scenes: dict[int, Scene] = {}
    for statement in told:
        if statement.kind != "appeal" and statement.stance != "denies":
            scenes.setdefault(statement.scene, Scene()).told.append(statement)
    home = filed_from(report, gazetteer)
    home = home if home in COUNTRIES else most_named(report.text)
    made = (_response(report, scene, links, home) for scene in scenes.values())
    return scoring.merged([m for m in made if m is not None])


def filed_from(report: Report, gazetteer: Atlas) -> str:
    """Return the code of the country of the dateline, "" where it has none."""
    if report.dateline is None:
        return ""
    after = report.text[report.dateline.end : report.dateline.end + 40]
    named = re.match(r"\s?\(([^()]{3,30})\)", after)
    names = (named[1] if named else "", report.dateline.quote)
    return next((p.country for n in names if n for p, _ in look_up(n.title(), gazetteer)[0][:1]), "")


def most_named(text: str) -> str:
    """Return the code of the one of the nine countries that `text` names most, by name or adjective; "" if none."""
    counts = {code: len(re.findall(rf"\b{stem}", text, re.I)) for code, stem in STEMS.items()}
    return max((n, code) for code, n in counts.items())[1] if any(counts.values()) else ""


def _response(
    report: Report, scene: Scene, links: dict[int, tuple[Place, ...]], home: str
) -> Response | None:
    kept = [s for s in scene.told if _recent(s.when, report.published)]
    harmed = [s for s in kept if s.aspect in HARM and (s.aspect != "detained" or _taken(report, s))]
    counts = [s.value for s in harmed if isinstance(s.value, Count) and _counted(s.value.amount)]
    things = [s.value.what for s in kept if s.aspect == "damage" and isinstance(s.value, Thing)]
    if not things and all(ARMED.search(c.group) for c in counts):
        return None
    country, place = _where(kept, links, home)
    if country not in COUNTRIES.values():
        return None
    organisations, individuals = _perpetrators(kept)
    return Response(
        kind=_kind(report, kept),
        date=_date(report, kept),
        country=country,
        place=place,
        victims=tuple(dict.fromkeys(_victim(c) for c in counts)),
        kinds=tuple(dict.fromkeys(_category(c.group) for c in counts)),
        things=tuple(dict.fromkeys(_flat(t) for t in things)),
        organisations=organisations,
        individuals=individuals,
    )


def _counted(amount: Amount) -> bool:
    """Whether somebody came to harm, and not as many as in a war."""
    least = amount.lower or 0
    return amount.upper != 0 and 0 < (least or amount.upper or 0) <= MOST


def _taken(report: Report, statement: Statement) -> bool:
    return TAKEN.search(report.text, statement.span.start, statement.span.end) is not None


def _recent(when: Interval | None, published: Interval | None) -> bool:
    return when is None or published is None or when.end > published.start - RECENT


def _where(
    told: Iterable[Statement], links: dict[int, tuple[Place, ...]], home: str
) -> tuple[str, tuple[str, ...]]:
    """The country and the names of the innermost places that the scene's statements give."""
    lands = COUNTRIES | OTHERS
    names: list[str] = []
    codes: list[str] = []
    for toponym in (t for s in told for t in s.where if t.relation != "dateline"):
        place = next(iter(links.get(toponym.span.start, ())), None)
        if place is not None and place.kind == "country":
            codes.append(place.country)
            continue
        near = [p for p in links.get(toponym.span.start, ()) if p.country == home]
        if near or place is None:
            codes += [home] if near else []
        else:
            codes.append(place.country)
        names.append(DIRECTED.sub("", _flat(toponym.name)))
    code = codes[0] if codes else home
    return lands.get(code, code), tuple(dict.fromkeys(names))


def _kind(report: Report, told: Sequence[Statement]) -> str:
    words = " ".join(report.text[s.span.start : s.span.end] for s in told)
    harm = {s.aspect for s in told if s.aspect in HARM}
    if harm == {"detained"}:
        return "KIDNAPPING"
    if any(s.event == "bombing" for s in told) or (BLAST.search(words) and not _shot(words)):
        return "BOMBING"
    if FIRE.search(words) and not any(s.aspect in ("killed", "injured") for s in told):
        return "ARSON"
    return "ATTACK"


def _shot(words: str) -> bool:
    return re.search(r"\b(?:shot|gun\w*|machine-?gunned|bullets?|rifles?)\b", words, re.I) is not None


def _date(report: Report, told: Sequence[Statement]) -> scoring.When | None:
    day = report.published.start.date() if report.published else None
    for s in told:
        if s.when is None or s.when.presumed or s.when_span is None or WEEKDAY.search(s.when_span.quote):
            continue
        first, last = s.when.start.date(), (s.when.end - timedelta(seconds=1)).date()
        if s.when.days <= 2:
            return scoring.When(first if s.when.days > 1 else last, last)
    return scoring.When(None, day) if day else None


def _victim(count: Count) -> tuple[str, str]:
    """The number as the keys write it, and the words it is of: a person's name, or the group."""
    words = count.amount.words
    counted = words.lower().startswith(("one ", "another "))  # "One of his bodyguards" is nobody's name
    named = (
        count.amount.exact
        and count.amount.lower == 1
        and words[:1].isupper()
        and len(words) > 3
        and not counted
    )
    return _number(count.amount), _flat(words if named else count.group)


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
    """The organisations with their confidence, and the perpetrators without a name of their own."""
    named: dict[str, str] = {}
    people: list[str] = []
    for s in told:
        if not isinstance(s.value, Culprit):
            continue
        name = _flat(s.value.span.quote)
        if UNNAMED.search(name.lower()) and not re.search(r"\b[A-Z]{3,6}\b", s.value.actor):
            people.append(name)
        else:
            named.setdefault(name, confidence(s))
    return tuple(named.items()), tuple(dict.fromkeys(people))


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


def measure(archive: Path, part: Sequence[str], every: int = 1) -> scoring.Scores:
    """Read and score every `every`-th text of the parts."""
    gazetteer = load_gazetteer(knowledge(""), cache_folder())
    texts = items(archive, *part)[::every]
    return scoring.score([(item, responses(item, gazetteer)) for item in texts])


FLOORS = {  # recall and precision, a little under what was reached on 2026-11-21
    "location": (30.0, 54.0),
    "date": (29.0, 52.0),
    "human targets' number": (26.0, 42.0),
}
LABELS: Final = (
    ("location", "location", "63 / 59"),
    ("date", "date", "61 / 57"),
    ("number", "human targets' number", "66 / 56"),
    ("confidence", "confidence in the organisation", "24 / 30"),
    ("type", "type of incident", "78 / 72"),
)


def rows(scores: scoring.Scores) -> tuple[tuple[str, ...], ...]:
    """Return a row for each slot: recall / precision over all templates, over those matched, and the best of 1992."""
    return tuple(
        (label, scores.all_templates(slot), scores.matched(slot), best) for slot, label, best in LABELS
    )


def gates(found: tuple[tuple[str, ...], ...]) -> tuple[Gate, ...]:
    """Return floors of recall and precision a little under what was reached on 2026-11-21."""
    reached = {row[0]: [float(part) for part in row[1].split("/")] for row in found}
    return tuple(
        Gate(f"{label} {kind}", reached[label][i], floor)
        for label, floors in FLOORS.items()
        for i, (kind, floor) in enumerate(zip(("recall", "precision"), floors, strict=True))
    )


def run(shared: Path) -> Section:
    """Score tst1 and tst2."""
    archive = shared / "data" / "muc4" / "muc4-dev-tst1-tst2.tar.gz"
    title, command = "Incidents of one report (MUC-4, tst1 and tst2)", "python -m bench muc4"
    header = ("slot", "recall / precision, all templates", "templates matched only", "best of 1992 on TST3")
    if not archive.is_file():
        return Section(title, command, "absent", header, ())
    scores = measure(archive, ("tst1", "tst2"))
    found = rows(scores)
    return Section(
        title, command, data_digest([archive]), header, found, gates(found),
        notes=(
            (
                f"{scores.texts} texts in capitals, {scores.keys} templates in the key ({scores.optional} of them "
                f"optional), {scores.said} made by the program, {scores.pairs} matched. In the first column a template "
                "that nothing matches counts against every slot, as in the published figures. Whence looks for harm to "
                "people and things told as fact, not for MUC's templates: attacks that hurt nobody, threats and "
                "robberies are mostly not its statements. No person settled doubtful matches (`bench/muc4_score.py`)."
            ),
        ),
    )  # fmt: skip


def main() -> int:
    """Print the rows of a part, by default every fifth text of the development part."""
    archive = Path(__file__).parents[2] / "shared" / "data" / "muc4" / "muc4-dev-tst1-tst2.tar.gz"
    part = tuple(a for a in sys.argv[1:] if not a.isdigit()) or ("dev",)
    scores = measure(archive, part, next((int(a) for a in sys.argv[1:] if a.isdigit()), 5))
    print(scores)
    for row in rows(scores):
        print(*row, sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
