"""A case's own tables: facts about sources, figures or places that the packaged tables lack."""

from collections.abc import Callable, Mapping
from pathlib import Path

from whence.flow import gazetteer, resources
from whence.link.actors import ActorBook
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
    """Build the books once, so that a wrong row is named now and not in the middle of a build."""
    packaged = resources.knowledge()
    tables = dict(packaged.tables)
    for name, data in files.items():
        stem = name.removesuffix(".yaml")
        tables[stem] = (*tables.get(stem, ()), (name, data))
    tried = resources.Knowledge(tables, "")
    SourceBook.from_rows(tried.rows("sources", "states"), tried.rows("voices"), tried.rows("names"))
    ActorBook.from_rows(tried.rows("actors", "states", "sources"))
    gazetteer.check(tried)
    for row in tried.rows("public-figures"):
        if not isinstance(row.get("name"), str) or not isinstance(row.get("also", []), list):
            raise UsageError(
                f"public-figures row {row}: it needs a name, and also as a list", "Correct the row."
            )
