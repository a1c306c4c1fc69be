"""Civilians, actor, cause and place beside what a crowd chose for the FA-KES reports outside the origins gold.

usage: python -m bench crowd

The crowd gave one answer a report; Whence keeps every telling apart, so one is picked, by rules that are the same for
every report: the happening of the report's first toll of dead (else of its first statement), and of it
- civilians: the largest number of dead that is not of fighters, 0 where there is none;
- actor: the culprit named most often, denials left out, in the crowd's seven classes, else "unknown";
- cause: the kind of attack given most often, in the crowd's six classes, else "unknown";
- place: the province of the first place that resolves to one, of the happening or else of any statement.

Baselines, which read nothing: for civilians the longest number, that is the greatest that stands in the text in digits
or words up to twenty, years, ages and days of the month left out; for the rest the answer that is commonest here, which
no program could know; and for the place also the province whose name stands first in the text.
The crowd's answers are no truth: two thirds of the reports that it says killed no civilian have a dead person in them.
"""

import json
import math
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.process import build_case
from bench.section import Gate, Section, data_digest
from whence.flow.case import Case
from whence.flow.resources import knowledge
from whence.link.actors import ActorBook
from whence.model.finding import Findings
from whence.model.statement import Count, Culprit, Statement
from whence.model.values import Place

FIGHTERS: Final = re.compile(
    r"fighter|militant|rebel|insurgent|jihadi|terrorist|extremist|combatant|soldier|officer|conscript|troop|gunm|"
    r"militia|mercenar|bomber|attacker|operative|forces|commander|general|guard|personnel|servicem|marine|pilot"
)
STATE: Final = "syrian government or russian troops"
REBELS: Final = "armed opposition groups"
ISIS: Final = "the organization of the islamic state in iraq and the levant - isis"
COALITION: Final = "international coalition forces"
UNKNOWN: Final = "unknown"  # also what calls people terrorists without saying whose
KURDS: Final = "self administration forces"
NUSRA: Final = "al-nusra front"
# the first pattern that the key of an actor, or its name in lower case, holds
ACTORS: Final = (
    (re.compile(r"unnamed"), UNKNOWN),
    (re.compile(r"\bis\b|\bisis\b|islamic state|daesh"), ISIS),
    (re.compile(r"nusra|tahrir al-sham|fateh al-sham|qaeda"), NUSRA),
    (re.compile(r"coalition|united states|\bus\b|american|france|britain"), COALITION),
    (re.compile(r"\bsdf\b|ypg|kurd|asayish"), KURDS),
    (
        re.compile(r"state of syria|state of russia|government|regime|army|russia|assad|syrian|hezbollah"),
        STATE,
    ),
    (
        re.compile(
            r"rebel|opposition|ahrar|jaish|jaysh|free syrian|faylaq|front|brigade|terrorist|insurgent"
        ),
        REBELS,
    ),
)
CAUSES: Final[Mapping[str, str]] = {
    "airstrike": "shelling",
    "shelling": "shelling",
    "bombing": "explosion",
    "chemical": "chemical and toxic gases",
    "execution": "execution",
    "ground_attack": "shooting",
    "shootdown": "shooting",
}
PROVINCES: Final[Mapping[str, str]] = {
    "Aleppo": "aleppo", "Idlib": "idlib", "Damascus": "damascus", "Rif Dimashq": "damascus", "Raqqa": "raqqa",
    "Homs": "homs", "Deir ez-Zor": "deir ezzor", "Hama": "hama", "Hasakah": "hasakeh", "Daraa": "daraa",
    "Latakia": "lattakia", "Quneitra": "quneitra", "Tartus": "tartous", "Suwayda": "sweida",
}  # fmt: skip
FIELDS: Final = ("civilians", "actor", "cause_of_death", "location")
_WORDS: Final = tuple(
    word
    for words in (
        "zero one two three four five six seven eight nine ten eleven",
        "twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    )
    for word in words.split()
)
_NUMBER: Final = re.compile(rf"(?<![\w.,/:-])(?:\d[\d,]*|{'|'.join(_WORDS)})(?![\w/:]|\.\d)", re.I)
_DATE: Final = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?(?: \d{1,2}\b)?(?: \d{4})?|"
    r"\b(?:19|20)\d\d\b|\b\d{1,2}-year|\baged? \d+|\d+(?:\.\d+)? ?(?:%|percent|per cent|km|kilomet\w+|miles?|mph)"
)
KM_A_DEGREE: Final = 111.2

FLOORS = {
    "civilians, exact": 0.65,
    "actor": 0.7,
    "cause": 0.7,
    "place": 0.8,
}  # a little under what is reached


@dataclass(frozen=True, slots=True)
class Answer:
    """What one report comes to in the crowd's four fields."""

    civilians: int
    actor: str
    cause_of_death: str
    location: str


def outside_gold(data: Path) -> list[dict[str, Any]]:
    """Return the reports of FA-KES that are in neither part of the gold; of rows that are one text, the first."""
    gold = {
        row["unit_id"] for part in ("train", "dev") for row in _rows(data / "gold" / f"{part}-texts.jsonl")
    }
    kept = {
        (r["unit_id"], r["text"]): r
        for r in reversed(_rows(data / "reports.jsonl"))
        if r["unit_id"] not in gold
    }
    return list(reversed(kept.values()))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


class Answers:
    """The answers that the findings of a build come to."""

    def __init__(self, found: Findings) -> None:
        self._told: dict[str, list[Statement]] = {r.id: [] for r in found.reports}
        for statement in found.statements:
            self._told[statement.report].append(statement)
        tables = knowledge("")
        self._actors = ActorBook.from_rows(tables.rows("actors", "states", "sources"))
        self._links = {(link.report, link.start): link.candidates for link in found.places}
        self._provinces = [
            (
                str(row["name"]).removesuffix(" province"),
                float(row["lat"]),
                float(row["lon"]),
                float(row["radius"]),
            )
            for row in tables.rows("places")
            if row.get("country") == "SY" and row.get("kind") == "region"
        ]

    def of(self, report: str) -> Answer:
        """Return the answer for the report of that id."""
        main = main_scene(self._told[report])
        culprits = (s.value.actor for s in main if isinstance(s.value, Culprit) and s.stance != "denies")
        kinds = (CAUSES.get(s.event or "", "") for s in main)
        places = (self._province(s) for s in (*main, *self._told[report]))
        return Answer(
            civilian_toll(main),
            _commonest(self._actor(name) for name in culprits),
            _commonest(k for k in kinds if k),
            next((p for p in places if p), UNKNOWN),
        )

    def _actor(self, name: str) -> str:
        key = f"{self._actors.actor_key(name, 'SY')} {name.lower()}"
        return next((kind for pattern, kind in ACTORS if pattern.search(key)), UNKNOWN)

    def _province(self, statement: Statement) -> str:
        for toponym in statement.where:
            for place in self._links.get((statement.report, toponym.span.start), ())[:1]:
                if place.country == "SY" and place.kind != "country":
                    return self._holding(place)
        return ""

    def _holding(self, place: Place) -> str:
        """The province that its record names, else the one whose middle is nearest, counted in its radii."""
        named = place.region or place.name.removesuffix(" province")
        if named in PROVINCES:
            return PROVINCES[named]
        nearest = min(self._provinces, key=lambda p: (_km(place, p[1], p[2]) / p[3], p[0]))
        return PROVINCES.get(nearest[0], UNKNOWN)


def _km(place: Place, lat: float, lon: float) -> float:
    east = (place.lon - lon) * math.cos(math.radians(lat))
    return KM_A_DEGREE * math.hypot(place.lat - lat, east)


def _commonest(names: Iterable[str]) -> str:
    counted = Counter(n for n in names if n != UNKNOWN)
    return min(counted, key=lambda n: (-counted[n], n), default=UNKNOWN)


def main_scene(told: Sequence[Statement]) -> list[Statement]:
    """Return the statements of the happening of the first toll of dead, else of the first statement of all."""
    facts = [s for s in told if s.kind == "fact" and s.value is not None]
    first = next((s for s in facts if s.aspect == "killed" and s.stance != "denies"), next(iter(facts), None))
    return [s for s in facts if first is not None and s.scene == first.scene]


def civilian_toll(told: Iterable[Statement]) -> int:
    """Return the largest number of dead that is not of fighters; 0 where there is none."""
    tolls = [
        s.value.amount.lower or s.value.amount.upper or 0
        for s in told
        if s.aspect == "killed"
        and s.stance != "denies"
        and isinstance(s.value, Count)
        and not FIGHTERS.search(s.value.group)
    ]
    return max(tolls, default=0)


def longest_number(text: str) -> int:
    """Return the greatest number that stands in `text`, dates, ages and measures left out; 0 where there is none."""
    bare = _DATE.sub(" ", text)
    found = [m.group().lower() for m in _NUMBER.finditer(bare)]
    values = [_WORDS.index(w) if w in _WORDS else int(w.replace(",", "")) for w in found]
    return max(values, default=0)


def first_province(text: str) -> str:
    """Return the province whose name stands first in `text`, in the crowd's spelling or ours."""
    names = {**PROVINCES, **{v.title(): v for v in PROVINCES.values()}}
    places = ((text.find(name), province) for name, province in names.items())
    return min(((at, p) for at, p in places if at >= 0), default=(0, UNKNOWN))[1]


def baselines(rows: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """Return the longest number and the commonest other answers for each row."""
    top = {f: Counter(str(r["crowd"][f]) for r in rows).most_common(1)[0][0] for f in FIELDS[1:]}
    return [
        Answer(longest_number(r["text"]), top["actor"], top["cause_of_death"], top["location"]) for r in rows
    ]


def right(rows: Sequence[Mapping[str, Any]], answers: Sequence[Answer], field: str) -> float:
    """Return the share of `answers` that are the crowd's in `field`."""
    hits = sum(str(getattr(a, field)) == str(r["crowd"][field]) for r, a in zip(rows, answers, strict=True))
    return hits / max(1, len(rows))


def read(rows: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """Build a case of the rows and return what each report comes to."""
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "outside.jsonl"
        kept = ("outlet", "date", "title", "text")
        lines = [
            json.dumps({"unit_id": str(n), **{k: r[k] for k in kept}}, ensure_ascii=False)
            for n, r in enumerate(rows)
        ]
        feed.write_text("\n".join(lines) + "\n", encoding="utf8")
        build_case(Path(folder) / "case", feed)
        found = Case.open(Path(folder) / "case").findings()
    answers, labels = Answers(found), {r.label: r.id for r in found.reports}
    return [answers.of(labels[str(n)]) for n in range(len(rows))]


def run(shared: Path) -> Section:
    """Compare the reports outside the gold with the crowd's fields, and with what reads nothing."""
    data = shared / "data" / "fakes"
    rows = outside_gold(data)
    answers, simple = read(rows), baselines(rows)
    told = [
        (r, a, b) for r, a, b in zip(rows, answers, simple, strict=True) if int(r["crowd"]["civilians"] or 0)
    ]
    some = tuple(zip(*told, strict=True))
    first = sum(first_province(r["text"]) == r["crowd"]["location"] for r in rows) / len(rows)
    table = (
        ("civilians, exact", right(rows, answers, "civilians"), right(rows, simple, "civilians"), "longest number"),
        (
            f"civilians, exact, where the crowd counts any ({len(told)} reports)",
            right(some[0], some[1], "civilians"), right(some[0], some[2], "civilians"), "longest number",
        ),
        ("actor", right(rows, answers, "actor"), right(rows, simple, "actor"), "the commonest answer"),
        (
            "cause", right(rows, answers, "cause_of_death"), right(rows, simple, "cause_of_death"),
            "the commonest answer",
        ),
        ("place", right(rows, answers, "location"), first, "the province named first"),
    )  # fmt: skip
    return Section(
        f"What a crowd read in the same reports (FA-KES, {len(rows)} reports outside the gold)",
        "python -m bench crowd",
        data_digest([data / "reports.jsonl"]),
        ("field", "agrees with the crowd", "baseline", "which baseline"),
        tuple((name, f"{ours:.3f}", f"{other:.3f}", which) for name, ours, other, which in table),
        tuple(
            Gate(f"crowd {name}", round(ours, 3), FLOORS[name]) for name, ours, *_ in table if name in FLOORS
        ),
        notes=(
            (
                "One answer a report is picked from the happening of its first toll of dead (the rules stand in "
                "`bench/crowd.py`). The longest number is the greatest one that stands in the text, dates, ages and "
                "measures left out. The crowd's answers are no truth: they count no civilian in many reports that tell "
                "of dead civilians, and name the government where the text names nobody."
            ),
        ),
    )
