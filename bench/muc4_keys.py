"""The MUC-4 archive: its texts, and its answer keys as templates of slots with alternatives.

In a key `*` is not applicable, `-` unknown, `?` optional, `/` parts alternatives, further lines are further fills, `;`
opens a comment, and a fill may be followed by `: "string"`, the target or the organisation that it is said of.
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

DATE, LOCATION, TYPE, STAGE, INDIVIDUAL, ORGANISATION, CONFIDENCE, THING, NAME, DESCRIPTION, KIND, NUMBER = (
    2, 3, 4, 5, 9, 10, 11, 12, 18, 19, 20, 21,
)  # fmt: skip
TEXTS: Final = {
    "tst1": (r"tst1/tst1-muc3$", r"tst1/key-tst1.*"),
    "tst2": (r"tst2/tst2-muc4$", r"tst2/key-tst2.*"),
    "dev": (r"dev/dev-muc3-.*", r"dev/key-dev-.*"),
}
_ITEM: Final = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})[^\n]*\n", re.M)
_SLOT: Final = re.compile(r"^(\d{1,2})\.\s+[A-Z]+(?: [A-Z]+)?:(?: [A-Z]+)*[ \t]*(.*)$")
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot: its alternative `values`, the `strings` it is said of, and whether it may be left out."""

    values: tuple[str, ...]
    strings: tuple[str, ...] = ()
    optional: bool = False


@dataclass(slots=True)
class Template:
    """One incident of the key: fills by the number of the slot."""

    slots: dict[int, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def fills(self, slot: int) -> tuple[Fill, ...]:
        """Return the fills of a slot, none where it is null or does not apply."""
        return self.slots.get(slot, ())

    def words(self, slot: int) -> tuple[str, ...]:
        """Return all that a slot of strings or of a set may be filled with."""
        return tuple(w for fill in self.fills(slot) for w in (*fill.values, *fill.strings))


@dataclass(frozen=True, slots=True)
class Item:
    """A text with the templates of its key, none where it tells of no relevant incident."""

    name: str
    text: str
    templates: tuple[Template, ...]


def items(archive: Path, *parts: str) -> tuple[Item, ...]:
    """Return the items of the parts of the archive ("tst1", "tst2", "dev") in order of name."""
    found = []
    for part in parts:
        texts, keys = TEXTS[part]
        key = _keys("\n".join(_members(archive, keys)))
        for whole in _members(archive, texts):
            pieces = _ITEM.split(whole)
            found += [Item(n, t, key.get(n, ())) for n, t in zip(pieces[1::2], pieces[2::2], strict=True)]
    return tuple(sorted(found, key=lambda i: i.name))


@cache
def _all(archive: Path) -> dict[str, str]:
    with tarfile.open(archive) as tar:
        files = {m.name: tar.extractfile(m) for m in tar.getmembers() if m.isfile()}
        return {n: f.read().decode("latin-1") for n, f in files.items() if f and "guidelines" not in n}


def _members(archive: Path, pattern: str) -> Iterator[str]:
    for name, text in sorted(_all(archive).items()):
        if re.search(pattern, name):
            yield text


def _keys(text: str) -> dict[str, tuple[Template, ...]]:
    found: dict[str, list[Template]] = {}
    lines: dict[int, list[str]] = {}
    name, slot = "", -1
    for line in [*text.splitlines(), "0. MESSAGE: ID"]:
        match = _SLOT.match(line)
        if match and int(match[1]) == 0:
            _take(found, name, lines)
            lines, slot = {}, 0
            name = next(iter(re.findall(r"(?:DEV|TST\d)-MUC[34]-\d{4}", line)), "")
        elif match:
            slot = int(match[1])
            lines[slot] = [match[2]]
        elif line.strip() and not line.startswith(";") and slot > 0:
            lines[slot].append(line)
    return {n: tuple(t) for n, t in found.items()}


def _take(found: dict[str, list[Template]], name: str, lines: dict[int, list[str]]) -> None:
    if not name:
        return
    kept = found.setdefault(name, [])
    if not re.match(r"\d", lines.get(1, ["*"])[0]):
        return
    template = Template(optional="OPTIONAL" in lines[1][0])
    for slot, said in lines.items():
        template.slots[slot] = tuple(f for f in (_fill(t) for t in _joined(said)) if f)
    kept.append(template)


def _joined(said: list[str]) -> list[str]:
    """The lines of a slot, those that only go on with alternatives joined to the line before."""
    whole: list[str] = []
    for line in (raw.partition(";")[0].strip() for raw in said):
        if whole and (line.startswith("/") or whole[-1].endswith("/")):
            whole[-1] = f"{whole[-1]} {line}"
        elif line:
            whole.append(line)
    return whole


def _fill(text: str) -> Fill | None:
    optional = text.startswith("?")
    text = text.lstrip("? ").strip()
    if text in ("*", "-", ""):
        return None
    head, quote, tail = text.partition('"')
    strings = tuple(_STRING.findall(quote + tail))
    values = (
        tuple(v.strip(" ()?:") for v in re.split(r"\s*/\s*", head) if v.strip(" ()?:"))
        if head.strip()
        else ()
    )
    return Fill(values or strings, strings if values else (), optional)
