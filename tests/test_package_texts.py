"""No training text enters the package: neither as a file nor inside the model that is shipped."""

import gzip
import json
import re
import subprocess
import tarfile
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "whence"
DATA = ROOT.parent / "shared" / "data"
RUN = 12  # words looked for of each text, from its middle, where no headline or credit stands
PROSE = re.compile(rb"[A-Za-z ,.;:'\"\n-]{60,}")  # what sentences look like among a network's weights


def packaged() -> Iterator[tuple[str, str]]:
    """The words of every file that the wheel carries; of a binary file what looks like prose."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and "built" not in path.parts:
            data = path.read_bytes()
            if b"\0" in data:
                data = b"\n".join(PROSE.findall(data))
            yield str(path.relative_to(PACKAGE)), flat(data.decode("utf8", "replace"))


def flat(text: str) -> str:
    """Without differences of case, space and mark, so that no change of form hides a text."""
    return re.sub(r"[\W_]+", " ", text).casefold()


@cache
def training_texts() -> tuple[tuple[str, str], ...]:
    """Each training text's name and a stretch of it, from every set that lies here."""
    found: list[tuple[str, str]] = []
    for archive in sorted(DATA.glob("polnear/*.tar.gz")) + sorted(DATA.glob("gum/*.tar.gz")):
        with tarfile.open(archive) as tar:
            for member in tar:
                opened = tar.extractfile(member) if member.name.endswith((".txt", ".conllu")) else None
                if opened:
                    found.append((member.name, plain(opened.read().decode("utf8"))))
    for path in sorted(DATA.glob("fakes/gold/*-texts.jsonl")):
        lines = path.read_text(encoding="utf8").splitlines()
        found += [(path.name, " ".join(map(str, json.loads(line).values()))) for line in lines]
    for path in sorted(DATA.glob("re3d/documents.jsonl.gz")):
        lines = gzip.decompress(path.read_bytes()).decode("utf8").splitlines()
        found += [(path.name, json.loads(line)["text"]) for line in lines]
    stretches = ((name, middle(text)) for name, text in found)
    return tuple((name, stretch) for name, stretch in stretches if stretch.count(" ") == RUN - 1)


def middle(text: str) -> str:
    """Words from a text's middle, without the first, which may be cut."""
    start = len(text) // 2
    return " ".join(flat(text[start : start + 40 * RUN]).split()[1 : RUN + 1])


def runs(text: str) -> set[str]:
    """All runs of as many words as are looked for."""
    words = text.split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def plain(text: str) -> str:
    """The sentences of a treebank; any other text as it is."""
    sentences = re.findall(r"^# text = (.*)$", text, re.MULTILINE)
    return " ".join(sentences) or text


def test_only_the_package_is_in_the_wheel_and_training_is_nowhere_in_it() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"]["packages"] == ["src/whence"]
    assert not any("training" in p or "shared" in p for p in build["targets"]["sdist"]["include"])
    assert not (PACKAGE / "training").exists()


def test_training_holds_programs_and_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "training"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git checkout: what is tracked cannot be told")
    assert {Path(p).suffix for p in listed.stdout.split()} <= {".py"}


def test_no_packaged_file_holds_a_training_text() -> None:
    texts = {stretch: where for where, stretch in training_texts()}
    if not texts:
        pytest.skip(f"no training texts lie in {DATA}")
    assert len(texts) > 1000
    for name, words in packaged():
        held = sorted(texts[stretch] for stretch in texts.keys() & runs(words))
        assert not held, f"{name} holds words of {held[:3]}"


def test_a_text_in_the_package_would_be_found() -> None:
    texts = training_texts()
    if not texts:
        pytest.skip(f"no training texts lie in {DATA}")
    assert texts[0][1] in runs(flat("Said: " + texts[0][1].upper().replace(" ", " -- ") + "."))
