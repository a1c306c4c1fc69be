"""What could not be kept when files were added: remembered with the case until it can be, or its folder is added again.

`refused.jsonl` holds one trouble a line (docs/formats/case.md).  Names begin at the folder or file that a person named,
so that the same pile gives the same lines wherever it lies, and no home folder gets into a dossier.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from whence.model.codec import decode, encode
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.preserve.files import printable
from whence.preserve.storage import write_atomically

FORGETTABLE: Final = frozenset(("erased", "loop"))  # on purpose, and harmless: nothing to see to afterwards


def read(layout: CaseLayout) -> tuple[Trouble, ...]:
    """Return what the case remembers as refused, sorted; lines that are none are passed over."""
    try:
        lines = layout.refused.read_text("utf8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(sorted({trouble for line in lines if (trouble := _parsed(line))}))


def remember(
    layout: CaseLayout, roots: Sequence[Path], refused: Sequence[Trouble], kept: Collection[str]
) -> tuple[Trouble, ...]:
    """Remember `refused` in place of all that was refused under `roots` before or is among the names `kept`.

    Returns the troubles to tell, named from their roots.  A root that is not there is told and not remembered: it is a
    slip of the pen, not a part of the pile.
    """
    told = tuple(_short(t, roots) for t in refused)
    absent = {printable(str(r)) for r in roots if not r.exists() and not r.is_symlink()}
    lasting = {t for t in told if t.code not in FORGETTABLE and t.where not in absent}
    names = tuple(_name(r) for r in roots)
    before = read(layout)
    stay = {t for t in before if t.where not in kept and not any(_under(t.where, n) for n in names)}
    now = tuple(sorted(stay | lasting))
    if now != before:
        write_atomically(layout.refused, "".join(f"{encode(t)}\n" for t in now).encode("utf8"))
    return told


def _parsed(line: str) -> Trouble | None:
    try:
        return decode(Trouble, line)
    except (ValueError, TypeError):
        return None


def _name(root: Path) -> str:
    return printable(root.absolute().name) or printable(str(root))


def _under(where: str, name: str) -> bool:
    return where == name or where.startswith(f"{name}/")


def _short(trouble: Trouble, roots: Sequence[Path]) -> Trouble:
    """Return `trouble` with its place told from the root under which it came up."""
    for root in sorted(roots, key=lambda r: -len(str(r))):
        given = printable(str(root))
        if _under(trouble.where, given) and (root.exists() or root.is_symlink()):
            where = _name(root) + trouble.where.removeprefix(given)
            message = trouble.message.replace(trouble.where, where, 1)
            return replace(trouble, where=where, message=message)
    return trouble
