"""The whole run on the bundled example pile, against the truth written by hand beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from whence.flow.case import Case
from whence.model.finding import Account, AspectAccount, Findings, ValueAccount
from whence.model.statement import Count, Culprit, Link

EXAMPLES = Path(__file__).parents[1] / "examples"
TRUTH: dict[str, Any] = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf8"))
INCIDENTS = {i["name"]: i for i in TRUTH["incidents"]}
ASPECTS = [(i["name"], aspect) for i in TRUTH["incidents"] for aspect in i["aspects"]]
LINKS = [(k["subject"], k["relation"], k["object"]) for k in TRUTH["links"]]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    case = Case.create(tmp_path_factory.mktemp("example") / "case")
    case.learn(EXAMPLES / "knowledge")
    case.add([EXAMPLES / "pile"], {})
    return case.build(None)


def labels(findings: Findings) -> dict[str, str]:
    return {r.id: r.label for r in findings.reports}


def account_of(findings: Findings, name: str) -> Account:
    """The account that shares most reports with the true incident."""
    wanted, of = set(INCIDENTS[name]["reports"]), labels(findings)
    best = max(
        (a for a in findings.accounts if not all(x.aspect == "link" for x in a.aspects)),
        key=lambda a: len({of[r] for r in a.reports} & wanted) / len({of[r] for r in a.reports} | wanted),
    )
    assert {of[r] for r in best.reports} & wanted, f"no account speaks of {name}"
    return best


def aspect_of(findings: Findings, name: str, aspect: str) -> AspectAccount:
    found = [a for a in account_of(findings, name).aspects if a.aspect == aspect]
    assert found, f"nothing is said of {aspect} in {name}"
    return found[0]


def like(name: str, pattern: str) -> bool:
    return any(p.casefold() in name.casefold() for p in pattern.split("|"))


def fits(value: ValueAccount, want: dict[str, Any]) -> bool:
    if "actor" in want:
        return isinstance(value.value, Culprit) and like(value.value.actor, want["actor"])
    if not isinstance(value.value, Count):
        return False
    amount = value.value.amount
    group = want.get("group", value.value.group)
    return (amount.lower, amount.upper, value.value.group) == (want["lower"], want["upper"], group)


@pytest.mark.parametrize("name", list(INCIDENTS))
def test_each_incident_holds_its_reports_and_no_other(findings: Findings, name: str) -> None:
    of = labels(findings)
    account = account_of(findings, name)
    assert {of[r] for r in account.reports} == set(INCIDENTS[name]["reports"])
    interval = account.incident.interval
    assert interval is not None
    assert interval.start.date().isoformat() == INCIDENTS[name]["day"]


@pytest.mark.parametrize(("name", "aspect"), ASPECTS)
def test_the_origins_speaking_of_each_aspect(findings: Findings, name: str, aspect: str) -> None:
    want, got = INCIDENTS[name]["aspects"][aspect], aspect_of(findings, name, aspect)
    named = sorted(o.name for o in got.speaking.origins if not o.vague)
    assert (got.speaking.least, got.speaking.most) == (want["least"], want["most"]), named
    assert len(named) == len(want["named"]), named
    assert all(any(like(n, w) for n in named) for w in want["named"]), named
    assert got.speaking.reasons
    if want.get("denied"):
        assert got.denials
    if "circle" in want:
        assert any(
            all(any(like(n, w) for n in ring) for w in want["circle"]) for ring in rings(findings, got)
        )


def rings(findings: Findings, aspect: AspectAccount) -> list[tuple[str, ...]]:
    names = findings.sources.sources
    return [tuple(names[s].name if s in names else s for s in ring) for ring in aspect.speaking.circles]


VALUES = [
    (i["name"], aspect, value)
    for i in TRUTH["incidents"]
    for aspect, a in i["aspects"].items()
    for value in a.get("values", [])
]


@pytest.mark.parametrize(("name", "aspect", "want"), VALUES, ids=lambda v: str(v)[:60])
def test_the_origins_behind_each_value(
    findings: Findings, name: str, aspect: str, want: dict[str, Any]
) -> None:
    values = aspect_of(findings, name, aspect).values
    got = [v for v in values if fits(v, want)]
    assert got, [v.value for v in values]
    assert got[0].behind.least == want["least"], got[0].behind
    if "outlets" in want:
        assert got[0].outlets == want["outlets"]


def test_the_monitor_that_raises_its_toll_is_one_origin_with_a_series(findings: Findings) -> None:
    got = aspect_of(findings, "Hazrabad market", "killed")
    names = findings.sources.sources
    told = [
        t.value.amount.lower
        for t in got.series
        if names[t.source].name == "Marqand Rights Monitor"
        and isinstance(t.value, Count)
        and t.value.group == "people"
    ]
    assert told == [24, 43, 71, 88]


@pytest.mark.parametrize("key", LINKS, ids=" ".join)
def test_the_alleged_links(findings: Findings, key: tuple[str, str, str]) -> None:
    want = next(k for k in TRUTH["links"] if (k["subject"], k["relation"], k["object"]) == key)
    got = [v for v in link_values(findings) if isinstance(v[1].value, Link) and link_fits(v[1].value, key)]
    assert got, [v[1].value for v in link_values(findings)]
    aspect, value = got[0]
    assert value.behind.least == want["least"]
    if "most" in want:
        assert value.behind.most == want["most"]
    if "outlets" in want:
        assert value.outlets == want["outlets"]
    if want.get("denied"):
        assert aspect.denials


def link_values(findings: Findings) -> list[tuple[AspectAccount, ValueAccount]]:
    return [(a, v) for x in findings.accounts for a in x.aspects if a.aspect == "link" for v in a.values]


def link_fits(link: Link, key: tuple[str, str, str]) -> bool:
    return like(link.subject, key[0]) and link.relation == key[1] and like(link.object, key[2])


def test_the_copies_and_their_direction(findings: Findings) -> None:
    of = labels(findings)
    got = {(of[c.copy], of[c.original]): c for c in findings.copies}
    for want in TRUTH["copies"]:
        pair = (want["copy"], want["original"])
        found = got.get(pair) or (None if "direction" in want else got.get(pair[::-1]))
        assert found is not None, sorted(got)
        if "direction" in want:
            assert found.direction == want["direction"]


def test_what_was_not_read_and_what_was_damaged_is_named(findings: Findings) -> None:
    assert sorted(r.label for r in findings.reports if r.unread) == TRUTH["unread"]
    named = " ".join(t.where for t in findings.trouble)
    assert all(name in named for name in TRUTH["trouble"]), named
    assert account_of(findings, "Hazrabad market").unread == len(TRUTH["unread"])


def test_opinion_appeals_and_fund_raising_state_no_facts(findings: Findings) -> None:
    of = labels(findings)
    facts = [s for s in findings.statements if s.kind == "fact"]
    assert not [s.span.quote for s in facts if of[s.report] in TRUTH["no_facts"]]
    assert not [
        s for s in facts if "donat" in s.span.quote.casefold() or "subscri" in s.span.quote.casefold()
    ]


def test_private_persons_are_told_from_public_ones(findings: Findings) -> None:
    private = {p.name for p in findings.persons if not p.public}
    public = {p.name for p in findings.persons if p.public}
    assert all(any(n in p for p in private) for n in TRUTH["masked"]), private
    assert all(any(n in p for p in public) for n in TRUTH["public"]), public


def test_the_passage_about_the_dead_is_folded(findings: Findings) -> None:
    of = labels(findings)
    assert set(TRUTH["folded"]) <= {of[s.report] for s in findings.sensitive}


def test_every_quote_stands_in_its_report(findings: Findings) -> None:
    texts = {r.id: r.text for r in findings.reports}
    for s in findings.statements:
        assert texts[s.report][s.span.start : s.span.end] == s.span.quote
        for hop in s.hops:
            for span in (hop.voice.span, hop.cue):
                assert span is None or texts[s.report][span.start : span.end] == span.quote
