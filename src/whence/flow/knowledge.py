"""A case's own tables: facts about sources, figures or places that the packaged tables lack."""

from collections.abc import Callable, Mapping
from pathlib import Path

from whence.flow import resources
from whence.link.book import SourceBook
from whence.model.errors import UsageError
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.preserve.storage import write_atomically

Log = Callable[[str, Mapping[str, str]], None]


def learn(layout: CaseLayout, folder: Path, log: Log) -> tuple[str, ...]:
    """Take over the tables in `folder` (in place of those learnt before) and return their names.

    Raises UsageError for a file that is no table of a known name, before anything is written.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
    known = resources.names()
    for name, data in files.items():
        if name not in known:
            raise UsageError(f"{name} is no table that Whence knows", f"Known: {', '.join(sorted(known))}.")
        resources.parse(name, data)
    if not files:
        raise UsageError(
            f"There are no tables in {folder}", "Put YAML files there, named like the packaged ones."
        )
    _try(files)
    for name, data in files.items():
        path = layout.knowledge / name
        if not path.exists() or path.read_bytes() != data:
            write_atomically(path, data)
            log("learned", {"table": name, "digest": digest(data)})
    return tuple(files)


def _try(files: Mapping[str, bytes]) -> None:
    """Build the book once, so that a wrong row is named now and not in the middle of a build."""
    packaged = resources.knowledge()
    own = {name.removesuffix(".yaml"): resources.parse(name, data) for name, data in files.items()}

    def rows(*names: str) -> tuple[resources.Row, ...]:
        return packaged.rows(*names) + tuple(row for n in names for row in own.get(n, ()))

    SourceBook.from_rows(rows("sources", "states"), rows("voices"), rows("names"))
