"""How many private persons' names are masked, and how many masks are right, on paragraphs written by us."""

import re
from pathlib import Path

import yaml

from bench.section import Gate, Section, Told, data_digest
from whence.model.report import Report
from whence.read.persons import find_persons

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "tests" / "read" / "persons_labelled.txt"
FIGURES = ROOT / "src" / "whence" / "resources" / "public-figures.yaml"
MARK = re.compile(r"\[\[([^|\]]+)\|(private|public)\]\]")
Stretch = tuple[int, int]


def public_names() -> frozenset[str]:
    """Return the names of widely known holders of office."""
    rows = yaml.safe_load(FIGURES.read_text("utf8"))["figures"]
    return frozenset(n for r in rows for n in [r["name"], *r.get("also", [])])


def paragraphs() -> list[tuple[str, dict[Stretch, str]]]:
    """Return each labelled paragraph's plain text, and where its names stand with their labels."""
    out = []
    for line in LABELLED.read_text("utf8").splitlines():
        if line.startswith("#"):
            continue
        text, at, gold = "", 0, {}
        for m in MARK.finditer(line):
            text += line[at : m.start()]
            gold[len(text), len(text) + len(m[1])] = m[2]
            text += m[1]
            at = m.end()
        out.append((text + line[at:], gold))
    return out


def _touch(first: Stretch, second: Stretch) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def measure() -> dict[str, tuple[int, int]]:
    """Return, as (part, whole): private names caught, masks that are right, public names left clear."""
    got = {"caught": [0, 0], "right": [0, 0], "left clear": [0, 0]}
    for text, gold in paragraphs():
        found = find_persons(Report("r1", "r1", text, "sha256:0"), public_names())
        hidden = [(f.span.start, f.span.end) for f in found if not f.public]
        private = [span for span, label in gold.items() if label == "private"]
        public = [span for span, label in gold.items() if label == "public"]
        caught = sum(any(h[0] <= s[0] and s[1] <= h[1] for h in hidden) for s in private)
        right = sum(any(_touch(h, s) for s in private) for h in hidden)
        clear = sum(not any(_touch(h, s) for h in hidden) for s in public)
        for name, part, whole in (
            ("caught", caught, len(private)), ("right", right, len(hidden)), ("left clear", clear, len(public)),
        ):  # fmt: skip
            got[name][0] += part
            got[name][1] += whole
    return {name: (part, whole) for name, (part, whole) in got.items()}


def run(shared: Path) -> Section:
    """Measure on our own paragraphs, which need no shared data."""
    del shared
    got = measure()
    words = {name: f"{part} of {whole}" for name, (part, whole) in got.items()}
    names = {
        "caught": "private names masked, on our own paragraphs",
        "right": "masks that hide a private name, on our own paragraphs",
        "left clear": "public names left clear, on our own paragraphs",
    }
    return Section(
        "Names of private persons (our own labelled paragraphs)",
        "python -m bench masking",
        data_digest([LABELLED]),
        ("what", "how many"),
        tuple(words.items()),
        tuple(Gate(f"masking, {name}", round(p / w, 3), 0.9) for name, (p, w) in got.items()),
        ("The finder was corrected on these paragraphs: expect worse elsewhere (docs/masking.md).",),
        tuple(
            Told(
                name,
                words[name],
                names[name],
                words[name] + "; names are missed, and this is no anonymisation",
            )
            for name in words
        ),
    )
