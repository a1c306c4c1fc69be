"""What the commands share: finding the case, opening its desk, writing what leaves it, and printing JSON."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.model.codec import to_plain
from whence.model.errors import NotACase, UsageError, WhenceError

if TYPE_CHECKING:
    from whence.flow.case import Case
    from whence.show.desk import Desk

F = TypeVar("F", bound=Callable[..., Any])


def is_case(path: Path) -> bool:
    """Return whether there is a case at `path`."""
    return (path / "case.toml").is_file()


def find_case(given: str | None) -> Path:
    """Return the folder of the case: the one given, else ./case, else the only one here; raise NotACase."""
    if given:
        return Path(given)
    here = Path.cwd()
    if is_case(here):
        return here
    if is_case(here / "case"):
        return here / "case"
    found = sorted(p.parent for p in here.glob("*/case.toml"))
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(p.name for p in found[:8])
        raise NotACase(f"There are {len(found)} cases here: {names}", "Say which one.")
    raise NotACase("There is no case here", "Make one with: whence build REPORTS --case DIR")


def open_case(given: str | None) -> "Case":
    """Return the case that `given` names, or the only one here."""
    from whence.flow.case import Case  # noqa: PLC0415  (cold start)

    return Case.open(find_case(given))


def open_desk(case: "Case", mask: bool | None = None) -> "Desk":
    """Return the desk over the case's findings, masked as the case says unless `mask` is given."""
    from whence.show.desk import make_desk  # noqa: PLC0415  (cold start)

    desk = make_desk(case.findings(), case.settings.mask if mask is None else mask)
    return desk if case.settings.fold else replace(desk, folds={})


def case_and_rest(words: tuple[str, ...]) -> tuple[str | None, str]:
    """Tell CASE from the words after it: the first word is the case if there is one at that path."""
    if words and is_case(Path(words[0])):
        return words[0], " ".join(words[1:])
    if len(words) > 1 or (words and ("/" in words[0] or Path(words[0]).is_dir())):
        raise NotACase(f"There is no case at {words[0]}", "Make one with: whence build REPORTS --case DIR")
    return None, " ".join(words)


def print_json(value: object) -> None:
    """Print `value` as JSON on standard output, in UTF-8 whatever the terminal speaks."""
    write_out(json.dumps(to_plain(value), ensure_ascii=False, indent=1) + "\n")


def write_out(text: str) -> None:
    """Write `text` to standard output in UTF-8."""
    data = text.encode("utf8", "backslashreplace")
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        click.echo(text, nl=False)
    else:
        buffer.write(data)
        buffer.flush()


def write_file(path: Path, text: str, *, bom: bool = False) -> bytes:
    """Write `text` to `path` in UTF-8, whole or not at all, and return the bytes; raise UsageError for a folder."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "Give the name of a file to write.")
    data = text.encode("utf-8-sig" if bom else "utf8", "backslashreplace")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return data


def log_export(case: "Case", kind: str, data: bytes) -> None:
    """Tell the custody log that findings left the case; a case that cannot be written to is said, not failed on."""
    from whence.model.ids import digest  # noqa: PLC0415  (cold start)

    try:
        case.log_export(kind, digest(data))
    except WhenceError as wrong:
        click.echo(f"whence: the custody log does not hold this export: {wrong}", err=True)


def mask_option(command: F) -> F:
    """Add --mask/--no-mask, which goes before what the case says."""
    option = click.option(
        "--mask/--no-mask",
        default=None,
        help="Withhold names of private persons, or show them; else as the case says.",
    )
    return option(command)


def json_option(command: F) -> F:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
