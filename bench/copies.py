"""Planted copies among generated reports: how many are found, what else is found, and the time.

usage: python -m bench copies

Texts are made of invented words with natural frequencies (Zipf), so that no third party's text is needed.  A copy
takes a known share of its words from one or two passages of an original, three words in a hundred changed; half of the
copies credit the original's outlet, half are a day younger.  Traps: one quoted statement in two reports, and a stock
paragraph in every seventh.  Two other programs look for the same copies (`copies_peers`).
"""

import resource
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from bench.copies_peers import PINNED, Found, find_with_peers
from bench.section import Gate, Section
from whence.link.copies import find_copies
from whence.model.finding import Copy
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.values import Interval
from whence.store.pause import collector_paused

SHARES = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
REPORTS = 10_000
COPIES_OF_EACH_SHARE = 400
QUOTES = 500
FIRST = datetime(2031, 1, 1, tzinfo=UTC)
HEADER = ("copied share", "planted", "recall", "direction right", "mean error of share")
Peers = tuple[
    tuple[str, frozenset[frozenset[str]]], ...
]  # what each of them is called, and the pairs it found
Rows = tuple[tuple[str, ...], ...]
BESIDE = (
    f"Beside: {PINNED[0].replace('==', ' ')} and {PINNED[1].replace('==', ' ')}, MinHash of 128 permutations over runs "
    "of four words, LSH, and pairs kept whose signatures agree in the share that is named; they find texts alike, not "
    "passages, and tell no direction.  Reports a second: from texts to pairs (of Whence: to passages word for word "
    "with their places, shares and direction), by processor time, each program in a process of its own."
)


@dataclass(frozen=True, slots=True)
class Planted:
    copy: str
    original: str
    share: float


class Writer:
    """Writes reports of invented words from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        letters = list("aeioulnrstdkmbgvpz")
        self.words = [
            "".join(self.random.choice(letters, size=int(self.random.integers(2, 10)))) for _ in range(20_000)
        ]
        weights = 1 / np.arange(3, len(self.words) + 3)
        self.weights = weights / weights.sum()
        self.stock = self.some(45)

    def some(self, count: int) -> list[str]:
        return [self.words[i] for i in self.random.choice(len(self.words), size=count, p=self.weights)]

    def body(self) -> list[str]:
        return self.some(int(self.random.integers(150, 600)))

    def copied(self, original: list[str], share: float) -> list[str]:
        """A text of which `share` comes from one or two passages of `original`."""
        taken = max(12, int(len(original) * min(1.0, share * 1.3))) if share < 1 else len(original)
        cut = taken // 2 if share < 1 and taken > 120 else taken
        at = int(self.random.integers(0, len(original) - taken + 1))
        passages = [original[at : at + cut], original[at + cut : at + taken]]
        own = self.some(round(taken / share) - taken)
        half = len(own) // 2
        return (
            own[:half]
            + self.edited(passages[0])
            + own[half : half + 30]
            + self.edited(passages[1])
            + own[half + 30 :]
        )

    def edited(self, words: list[str]) -> list[str]:
        changed = self.random.random(len(words)) < 0.03
        return [self.some(1)[0] if c else w for w, c in zip(words, changed, strict=True)]


def make_report(
    number: int, words: list[str], day: int, outlet: str, credited: tuple[str, ...] = ()
) -> Report:
    sentences = [" ".join(words[i : i + 17]).capitalize() + "." for i in range(0, len(words), 17)]
    published = Interval.of_days(FIRST + timedelta(days=day))
    text = " ".join(sentences)
    return Report(
        content_id("bench", str(number)),
        str(number),
        text,
        "",
        outlet=outlet,
        credits=credited,
        published=published,
    )


def plant(count: int, copies: int, quotes: int, seed: int = 7) -> tuple[list[Report], list[Planted]]:
    """Write `count` reports with `copies` planted for each share; return them and what was planted."""
    writer = Writer(seed)
    bodies = [writer.body() for _ in range(count - copies * len(SHARES))]
    for i in range(0, len(bodies), 7):
        bodies[i] = bodies[i] + writer.stock
    for i in range(quotes):
        said = ['"' + writer.some(1)[0], *writer.some(28), writer.some(1)[0] + '"']
        for j in (2 * i, 2 * i + 1):
            at = -17 * (len(bodies[j]) // 40)
            bodies[j] = [*bodies[j][:at], *said, *bodies[j][at:]]
    days = [int(d) for d in writer.random.integers(0, 300, size=len(bodies))]
    reports = [
        make_report(i, b, d, f"Outlet {i % 60}") for i, (b, d) in enumerate(zip(bodies, days, strict=True))
    ]
    planted = []
    for k in range(copies * len(SHARES)):
        share, number = SHARES[k % len(SHARES)], len(reports)
        credited = k % 2 == 0
        text = writer.copied(bodies[k], share)
        name = f"Outlet {(k + 31) % 60}"
        credit = (reports[k].outlet,) if credited else ()
        reports.append(make_report(number, text, days[k] + (0 if credited else 1), name, credit))
        planted.append(Planted(reports[-1].id, reports[k].id, share))
    return reports, planted


def row(
    share: float,
    planted: list[Planted],
    found: dict[frozenset[str], Copy],
    peers: Peers = (),
) -> tuple[tuple[str, ...], float]:
    """The line of one share, and its recall; of each peer's pairs the recall alone, since none tells a direction."""
    of_share = [p for p in planted if p.share == share]
    hits = [(p, c) for p in of_share if (c := found.get(frozenset((p.copy, p.original))))]
    right = sum(c.direction == "known" and c.original == p.original for p, c in hits)
    off = float(np.mean([abs(c.share_of_copy - p.share) for p, c in hits])) if hits else 0.0
    recall = len(hits) / len(of_share)
    theirs = (sum(frozenset((p.copy, p.original)) in pairs for p in of_share) for _, pairs in peers)
    return (
        f"{share:.0%}",
        str(len(of_share)),
        f"{recall:.3f}",
        f"{right / max(1, len(hits)):.3f}",
        f"{off:.3f}",
        *(f"{n / len(of_share):.3f}" for n in theirs),
    ), recall


def beside(reports: list[Report]) -> tuple[tuple[Found, ...], str]:
    """What the peers find among the same texts, and why nothing if they cannot be had."""
    try:
        return find_with_peers([r.text for r in reports]), ""
    except OSError as wrong:
        return (), f"datasketch and rensa are left out, they could not be installed or run: {wrong}"


def speeds(
    count: int, processor: float, peers: tuple[Found, ...]
) -> tuple[tuple[Gate, ...], tuple[str, ...]]:
    """Our reports a second over each peer's at its faster threshold: datasketch's is a gate, rensa's is told."""
    fastest = {p.name: min(o.processor for o in peers if o.name == p.name) for p in peers}
    ratios = {name: round(seconds / processor, 2) for name, seconds in fastest.items()}
    gates = [
        Gate(f"reports a second over datasketch's ({count / fastest[name]:,.0f})", ratio, 1.0)
        for name, ratio in ratios.items()
        if name == "datasketch"
    ]
    told = [
        f"Reports a second over rensa's ({count / fastest[name]:,.0f}): {ratio}."
        for name, ratio in ratios.items()
        if name == "rensa"
    ]
    return tuple(gates), tuple(told)


def totals(found: set[frozenset[str]], planted: list[Planted], peers: Peers, rates: list[float]) -> Rows:
    """The lines of precision and speed; `rates` are reports a second, ours first."""
    truth = {frozenset((p.copy, p.original)) for p in planted}
    exact = [len(truth & pairs) / max(1, len(pairs)) for pairs in (found, *(pairs for _, pairs in peers))]
    return (
        ("precision", "", f"{exact[0]:.3f}", "", "", *(f"{e:.3f}" for e in exact[1:])),
        ("reports a second", "", f"{rates[0]:,.0f}", "", "", *(f"{r:,.0f}" for r in rates[1:])),
    )


def run(shared: Path) -> Section:
    """Measure and return the section; `shared` is not needed."""
    del shared
    reports, planted = plant(REPORTS, COPIES_OF_EACH_SHARE, QUOTES)
    with collector_paused():  # as a build does
        start, worked = time.perf_counter(), time.process_time()
        copies = find_copies(reports)
        seconds, processor = time.perf_counter() - start, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = {frozenset((c.copy, c.original)): c for c in copies}
    theirs, missing = beside(reports)
    peers = tuple(
        (p.label, frozenset(frozenset((reports[a].id, reports[b].id)) for a, b in p.pairs)) for p in theirs
    )
    lines = [row(share, planted, found, peers) for share in SHARES]
    least = min(recall for share, (_, recall) in zip(SHARES, lines, strict=True) if share >= 0.3)
    precision = sum(frozenset((p.copy, p.original)) in found for p in planted) / max(1, len(found))
    rates = [len(reports) / s for s in (processor, *(p.processor for p in theirs))]
    faster, told = speeds(len(reports), processor, theirs)
    spent = f"{seconds:.1f} s for {len(reports):,} reports, peak memory of the process {memory} MiB."
    return Section(
        title="Copies: planted among generated reports",
        command="python -m bench copies",
        data=f"{len(reports):,} generated reports, {len(planted):,} planted copies, {QUOTES} shared quotations",
        header=(*HEADER, *(f"recall of {label}" for label, _ in peers)),
        rows=(*(line for line, _ in lines), *totals(set(found), planted, peers, rates)),
        gates=(
            Gate("precision", round(precision, 4), 0.99),
            Gate("recall at 30 % and more", round(least, 4), 0.98),
            Gate("seconds", round(seconds, 1), 60.0, ceiling=True),
            *faster,
        ),
        notes=(spent, *told, missing or BESIDE),
    )


if __name__ == "__main__":
    from bench.section import markdown

    sys.stdout.write(markdown(run(Path())))
