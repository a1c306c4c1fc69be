"""Run link and weigh on the gold's own statements, so that they are measured apart from the reader.

usage: gold_input.py GOLD.jsonl TEXTS.jsonl OUT.jsonl [--scenes gold|one] [--settings text|gold|none]
                     [--incidents gold|found]

The gold gives spans, values, stances and chains.  `--scenes gold` numbers scenes by the gold's incidents inside each
report (never across reports), `one` takes each report as one scene.  `--settings text` reads time and place from the
text with `whence.read`, `gold` takes them from the gold's incidents (a ceiling), `none` gives none.  `--incidents gold`
skips the clustering, so that only the counting is measured.  Score the lines with shared/bench/score_origins.py.
"""

import argparse
import importlib.util
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from whence.link.incidents import IncidentEvidence, link_incidents
from whence.model.finding import Copy, Incident, Source, SourceTable
from whence.model.ids import content_id, digest
from whence.model.judgement import NO_RULINGS
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, Culprit, Hop, Statement, Toponym, Voice
from whence.model.values import Amount, Interval
from whence.weigh.account import Linked, make_accounts

SHARED = Path(__file__).parents[3] / "shared"
EVENTS = {
    "airstrike",
    "shelling",
    "bombing",
    "ground_attack",
    "chemical",
    "execution",
    "shootdown",
    "campaign",
}
Row = dict[str, Any]


def scorer() -> Any:
    """Return the scorer as a module: its table of names stands in for the source resolution."""
    spec = importlib.util.spec_from_file_location("score_origins", SHARED / "bench" / "score_origins.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text("utf8").splitlines() if line.strip()]


def make_report(row: Row, credit: list[str]) -> Report:
    text = re.sub(r"\s+", " ", row["title"] + " \n " + row["text"])
    date = str(row.get("date") or "")
    published = (
        Interval.of_days(datetime.fromisoformat(date).replace(tzinfo=UTC)) if len(date) == 10 else None
    )
    return Report(
        str(row["unit_id"]), str(row["unit_id"]), text, digest(text.encode()), row["title"], row["outlet"],
        credits=tuple(credit), published=published, language="en",
    )  # fmt: skip


def interval(date: str) -> Interval | None:
    try:
        return Interval.of_days(datetime.fromisoformat(date).replace(tzinfo=UTC))
    except ValueError:
        return None


class Settings:
    """Time and place of one claim, from its sentence or from the gold."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        if kind == "text":
            from whence.read.when import find_times
            from whence.read.where import find_places

            self.find_times, self.find_places = find_times, find_places

    def of(self, report: Report, span: Span, incident: Row) -> tuple[Interval | None, tuple[Toponym, ...]]:
        if self.kind == "gold":
            words = [w for w in re.split(r",\s*", incident.get("place") or "") if w]
            spots = tuple(Toponym(w, Span(span.start, span.start + 1, "x")) for w in words)
            return interval(incident.get("date") or ""), spots
        if self.kind == "none":
            return None, ()
        start = max(report.text.rfind(". ", 0, span.start) + 1, 0)
        end = report.text.find(". ", span.end - 1) + 1 or len(report.text)
        times = [t.interval for t in self.find_times(report.text, report.published, start, end) if t.interval]
        places = self.find_places(report.text, start, end)
        return min(times, key=lambda t: t.days, default=None), tuple(
            Toponym(p.name, Span.of(report.text, p.start, p.end), p.relation) for p in places
        )


def make_statements(
    gold: Row, report: Report, settings: Settings, scenes: str
) -> Iterator[tuple[Statement, Row]]:
    keys = [i["key"] for i in gold["incidents"]]
    for number, claim in enumerate(gold["claims"]):
        quote = re.sub(r"\s+", " ", claim["quote"])
        at = report.text.find(quote)
        if at < 0 or claim["incident"] not in keys:
            continue
        span = Span.of(report.text, at, at + len(quote))
        incident = gold["incidents"][keys.index(claim["incident"])]
        when, where = settings.of(report, span, incident)
        stance = "hedges" if claim["stance"] == "hedged" else claim["stance"]
        hops = tuple(Hop(Voice(v, "named"), stance, Reason("gold", "gold")) for v in claim["voice"])
        kind = incident.get("type")
        value = (
            Culprit(claim["actor"] or "unknown", span)
            if claim["aspect"] == "responsible"
            else Count(Amount(claim["lower"], claim["upper"], ""), claim["who"] or "people")
            if claim["lower"] is not None or claim["upper"] is not None
            else None
        )
        if value is None:
            continue
        statement = Statement(
            content_id("statement", report.id, str(number)), report.id, span, claim["aspect"], value, stance, "fact",
            hops, kind if kind in EVENTS else "other", when=when, where=where,
            scene=keys.index(claim["incident"]) if scenes == "gold" else 0,
        )  # fmt: skip
        yield statement, claim


def make_table(reports: list[Report], statements: list[Statement], bench: Any) -> SourceTable:
    sources: dict[str, Source] = {}

    def add(name: str) -> str:
        key = bench.canon(name)
        sources[key] = Source(
            key, key, "unnamed" if key in bench.VAGUE else "organisation", key in bench.VAGUE
        )
        return key

    return SourceTable(
        sources,
        {(s.id, i): add(h.voice.name) for s in statements for i, h in enumerate(s.hops)},
        {r.id: add(r.outlet) for r in reports},
        {r.id: tuple(add(c) for c in r.credits) for r in reports},
    )


def lines(
    statements: list[tuple[Statement, Row]], incidents: tuple[Incident, ...], linked: Linked, bench: Any
) -> list[Row]:
    credit = {r.id: r.credits for r in linked.reports}
    home = {s: i.id for i in incidents for s in i.statements}
    out: list[Row] = []
    for statement, claim in statements:
        out.append({**{k: claim[k] for k in ("quote", "aspect", "who", "lower", "upper", "actor", "stance", "voice")},
                    "kind": "statement", "report": statement.report, "incident": home.get(statement.id),
                    "credit": list(credit[statement.report])})  # fmt: skip
    for account in make_accounts(linked, NO_RULINGS):
        for aspect in account.aspects:
            out.append(account_line(account.incident.id, aspect))
    return out


def account_line(incident: str, aspect: Any) -> Row:
    return {
        "kind": "account", "incident": incident, "aspect": aspect.aspect,
        "least": aspect.speaking.least, "most": aspect.speaking.most,
        "origins": [o.name for o in aspect.speaking.origins],
        "values": [
            {**value_fields(v.value), "least": v.behind.least, "most": v.behind.most} for v in aspect.values
        ],
    }  # fmt: skip


def value_fields(value: Any) -> Row:
    if isinstance(value, Count):
        return {"lower": value.amount.lower, "upper": value.amount.upper, "actor": None}
    return {"lower": None, "upper": None, "actor": value.actor}


def gold_incidents(statements: list[tuple[Statement, Row]]) -> tuple[Incident, ...]:
    groups: dict[str, list[str]] = defaultdict(list)
    for statement, claim in statements:
        groups[claim["incident"]].append(statement.id)
    return tuple(Incident(k, k, "other", None, (), (), tuple(sorted(v))) for k, v in sorted(groups.items()))


def find_copies(reports: list[Report]) -> tuple[Copy, ...]:
    from whence.link.copies import find_copies as find

    return find(reports)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold")
    parser.add_argument("texts")
    parser.add_argument("out")
    parser.add_argument("--scenes", choices=("gold", "one"), default="gold")
    parser.add_argument("--settings", choices=("text", "gold", "none"), default="text")
    parser.add_argument("--incidents", choices=("gold", "found"), default="found")
    options = parser.parse_args()
    bench = scorer()
    gold = {str(r["unit_id"]): r for r in rows(options.gold)}
    reports = [make_report(r, gold[str(r["unit_id"])].get("credit") or []) for r in rows(options.texts)]
    settings = Settings(options.settings)
    made = [p for r in reports for p in make_statements(gold[r.id], r, settings, options.scenes)]
    statements = tuple(s for s, _ in made)
    table = make_table(reports, list(statements), bench)
    copies = find_copies(reports)
    if options.incidents == "gold":
        incidents = gold_incidents(made)
    else:
        run = link_incidents(IncidentEvidence(tuple(reports), statements, (), copies, table), NO_RULINGS)
        incidents = run.incidents
        print(run.figures, file=sys.stderr)
    actors = {s.value.actor: bench.actor(s.value.actor) for s in statements if isinstance(s.value, Culprit)}
    linked = Linked(tuple(reports), statements, table, copies, (), incidents, actors=actors)
    Path(options.out).write_text(
        "".join(json.dumps(x) + "\n" for x in lines(made, incidents, linked, bench)), "utf8"
    )


if __name__ == "__main__":
    main()
