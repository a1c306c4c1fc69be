"""Wall time, peak memory and reports a second on the 670 FA-KES articles, and the cold start."""

import json
import statistics
import tempfile
from pathlib import Path

from bench.process import Run, build_case, whence
from bench.section import Section, data_digest

COLD_STARTS = 7


def _row(label: str, run: Run, reports: int | None = None) -> tuple[str, ...]:
    rate = f"{reports / run.seconds:.1f}" if reports else ""
    return label, f"{run.seconds:.2f}", f"{run.peak_mb:.0f}", rate


def run(shared: Path) -> Section:
    """Build, rebuild without change, add one report, and start cold."""
    feed = shared / "data" / "fakes" / "reports.jsonl"
    lines = feed.read_text(encoding="utf8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        most, rest = work / "most.jsonl", work / "one.jsonl"
        most.write_text("\n".join(lines[:-1]) + "\n", encoding="utf8")
        rest.write_text(lines[-1] + "\n", encoding="utf8")
        first = build_case(work / "case", most)
        again = build_case(work / "case", most)
        added = build_case(work / "case", rest)
        summary = json.loads(whence("show", str(work / "case"), "--summary", "--json").stdout)
    cold = statistics.median(whence("--help").seconds for _ in range(COLD_STARTS))
    rows = (
        _row(f"build {len(lines) - 1} reports", first, len(lines) - 1),
        _row("the same again (nothing to do)", again),
        _row("add one report", added),
        ("whence --help, median of 7", f"{cold:.2f}", "", ""),
    )
    return Section(
        "Time and memory (670 FA-KES articles)",
        "python -m bench speed",
        data_digest([feed]),
        ("what", "seconds", "peak MB, all processes", "reports a second"),
        rows,
        notes=(f"Headline of the 670 (`whence show --summary`): {summary['sentence']}",),
    )
