"""`python -m bench [PART...]`: measure, rewrite docs/benchmarks.md, and fail if a quality floor is broken.

All parts together rewrite the page; with `--write` single parts take their places in it, the others stay as they
were.  The parts that need the shared data are left out, saying so, where it is absent.
"""

import datetime
import importlib
import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from bench import measured
from bench.section import Section, markdown

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PARTS = (
    "origins",
    "attribution",
    "crowd",
    "muc4",
    "speed",
    "reading",
    "copies",
    "masking",
    "names",
    "toponyms",
    "spellings",
    "timex",
    "gvc",
    "maverick",
    "growth",
    "desk",
)
ALONE = frozenset({"copies", "masking"})  # these make their own data
PAGE = ROOT / "docs" / "benchmarks.md"


def machine() -> str:
    """Return a line on the machine the figures are from."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    return f"{model}, Python {platform.python_version()}, {platform.system()}"


def replaced(page: str, sections: Iterable[Section]) -> str:
    """Return the page with these sections in place of those of the same titles; raise ValueError if one has none."""
    head, *parts = page.split("\n## ")
    titles = [part.partition("\n")[0] for part in parts]
    for section in sections:
        parts[titles.index(section.title)] = markdown(section).removeprefix("## ")
    return "\n## ".join([head, *(part.rstrip("\n") + "\n" for part in parts)])


def main() -> int:
    """Run the named parts, or all; return 1 if a gate is broken."""
    wanted = [a for a in sys.argv[1:] if not a.startswith("--")] or list(PARTS)
    sections: list[Section] = []
    told: dict[str, list[dict[str, str]]] = {}
    for name in wanted:
        if name not in ALONE and not SHARED.is_dir():
            print(f"bench: {name} left out, its data are not at {SHARED}", file=sys.stderr, flush=True)
            continue
        print(f"bench: {name}", file=sys.stderr, flush=True)
        sections.append(importlib.import_module(f"bench.{name}").run(SHARED))
        if sections[-1].told:
            told[name] = measured.rows(name, sections[-1].told)
    stamp = datetime.datetime.now(datetime.UTC).date().isoformat()
    head = f"# What is measured\n\nWritten by `make bench` on {stamp}; {machine()}.\n"
    page = head + "\n" + "\n".join(markdown(s) for s in sections)
    if (
        wanted == list(PARTS) and SHARED.is_dir()
    ):  # the page and the figures that dossiers tell are of one run
        PAGE.write_text(page, encoding="utf8")
        measured.rewrite(told)
    elif "--write" in sys.argv:
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf8"), sections), encoding="utf8")
        measured.rewrite(told)
    print(page)
    broken = [g.name for s in sections for g in s.gates if not g.held]
    if broken:
        print(f"broken: {', '.join(broken)}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
