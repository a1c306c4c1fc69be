"""A case's settings, as case.toml holds them: read by tomllib, written by hand since the format is flat."""

import json
import tomllib
from dataclasses import dataclass, fields
from typing import Any

from whence.model.errors import CaseError, NewerCase, NotACase
from whence.model.layout import FORMAT, CaseLayout

_HINT = "Correct case.toml by hand (docs/formats/case.md shows one), or restore it from a copy."


@dataclass(frozen=True, slots=True)
class Settings:
    """What a case is called and how it is read and shown.

    `languages` are the ISO 639-1 codes that the reader shall try; `mask` whether names of private persons are masked
    wherever people read, `fold` whether passages that may hurt to read are folded there; `reviewer` the handle under
    which judgements are kept ("" for WHENCE_REVIEWER's); `reader` is the name of the reader (`whence.flow.readers`, ""
    for the default of the version in use), `endpoint` and `model` whom the reader `endpoint` asks.  A key is no
    setting: it is never kept.
    """

    name: str = "case"
    languages: tuple[str, ...] = ("en",)
    mask: bool = True
    fold: bool = True
    reviewer: str = ""
    reader: str = ""
    endpoint: str = ""
    model: str = ""


def write_text(settings: Settings) -> str:
    """Return the text of case.toml for `settings`."""
    lines = ["# A Whence case: docs/formats/case.md", f"format = {FORMAT}"]
    lines += [f"{f.name} = {_toml(getattr(settings, f.name))}" for f in fields(Settings)]
    return "\n".join(lines) + "\n"


def read(layout: CaseLayout) -> Settings:
    """Return the settings of the case at `layout`; raise NotACase, NewerCase or CaseError with what to do."""
    try:
        text = layout.toml.read_text("utf8")
    except (FileNotFoundError, NotADirectoryError):
        raise NotACase(
            f"There is no case at {layout.root}", "Make one with: whence build REPORTS --case DIR"
        ) from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise CaseError(f"{layout.toml} cannot be read: {wrong}", _HINT) from wrong
    return _from_table(table, layout)


def _from_table(table: dict[str, Any], layout: CaseLayout) -> Settings:
    made_with = table.get("format")
    if not isinstance(made_with, int) or isinstance(made_with, bool) or made_with < 1:
        raise CaseError(f"{layout.toml} names no format", _HINT)
    if made_with > FORMAT:
        raise NewerCase(
            f"A newer Whence made the case at {layout.root} (format {made_with}; this one knows up to {FORMAT})",
            "Update Whence; nothing was changed.",
        )
    known = {f.name: table[f.name] for f in fields(Settings) if f.name in table}
    if isinstance(known.get("languages"), list):
        known["languages"] = tuple(known["languages"])
    settings = Settings(**known)
    for name, kind in (
        ("name", str),
        ("mask", bool),
        ("fold", bool),
        ("reviewer", str),
        ("languages", tuple),
        ("reader", str),
        ("endpoint", str),
        ("model", str),
    ):
        if not isinstance(getattr(settings, name), kind):
            raise CaseError(f"{layout.toml}: {name} is not what it should be", _HINT)
    return settings


def _toml(value: object) -> str:
    # a JSON string, list of strings, and true/false are TOML too, but for the escape of DEL
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )
