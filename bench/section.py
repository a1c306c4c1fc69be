"""What one measurement hands to the page: its rows, the digest of its data, and the floors it must keep."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gate:
    """A floor (or, with `ceiling`, a ceiling) that the measured `value` must keep."""

    name: str
    value: float
    bound: float
    ceiling: bool = False

    @property
    def held(self) -> bool:
        return self.value <= self.bound if self.ceiling else self.value >= self.bound


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that every dossier tells: the row and column that it stands in, its name and words for readers."""

    measure: str
    value: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """One table of docs/benchmarks.md."""

    title: str
    command: str
    data: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    gates: tuple[Gate, ...] = ()
    notes: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()


def data_digest(paths: Iterable[Path]) -> str:
    """Return a short digest over the bytes of `paths`, in the order of their names."""
    h = hashlib.sha256()
    for path in sorted(paths):
        h.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return "sha256:" + h.hexdigest()[:16]


def markdown(section: Section) -> str:
    """Return the section as Markdown."""
    lines = [f"## {section.title}", "", f"`{section.command}` · data {section.data}", ""]
    lines += ["| " + " | ".join(section.header) + " |", "|" + "---|" * len(section.header)]
    lines += ["| " + " | ".join(row) + " |" for row in section.rows]
    for gate in section.gates:
        kind, verdict = ("at most" if gate.ceiling else "at least"), ("held" if gate.held else "**BROKEN**")
        lines.append(f"\nGate: {gate.name} {kind} {gate.bound}: {gate.value} ({verdict})")
    lines += [f"\n{note}" for note in section.notes]
    return "\n".join(lines) + "\n"
