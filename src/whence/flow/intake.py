"""Files come in: bytes to the vault, their names beside the custody log, one custody line for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from whence.flow import refusals
from whence.flow.arrivals import Arrival, Arrivals
from whence.flow.tombstones import erased
from whence.model.errors import UsageError
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.model.report import Capture, Trouble
from whence.preserve.custody import Custody
from whence.preserve.files import find_files, printable, read_file
from whence.preserve.formats import media_type
from whence.preserve.formats.opening import FIELDS
from whence.preserve.vault import Vault

Log = Callable[[str, Mapping[str, str]], None]


def take_in(
    layout: CaseLayout, paths: Sequence[Path], mapping: Mapping[str, str], log: Log
) -> tuple[Trouble, ...]:
    """Keep every file under `paths` and return what could not be kept; raise UsageError for an unknown field."""
    unknown = sorted(set(mapping) - set(FIELDS))
    if unknown:
        raise UsageError(f"A feed has no field {unknown[0]!r}", f"Fields to map: {', '.join(FIELDS)}.")
    keeper = Keeper(layout, log)
    Vault(layout).sweep()
    gone, _ = erased(layout)
    found, troubles = find_files(paths)
    refused, kept = list(troubles), set[str]()
    for path, name in found:
        data = read_file(path, name)
        if isinstance(data, Trouble):
            refused.append(data)
            continue
        if digest(data) in gone:
            refused.append(_erased(name))
            continue
        where = printable(str(path.absolute()))
        keeper.keep(data, Arrival("", name, where, tuple(sorted(mapping.items()))))
        kept.add(name)
    return refusals.remember(layout, paths, refused, kept)


@dataclass(slots=True)
class Keeper:
    """Keeps bytes: first where they came from, then the bytes, then the custody line.

    A kill in between leaves a record that no custody line names; `finish` (and keeping the same file again) logs it.
    """

    layout: CaseLayout
    log: Log
    arrivals: Arrivals = field(init=False)
    logged: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Read what the case knows already."""
        self.arrivals = Arrivals(self.layout)
        self.logged = {line.details.get("origin", "") for line in Custody(self.layout).lines()}

    def keep(self, data: bytes, came: Arrival, event: str = "added") -> None:
        """Keep `data`, note where it came from and log it, unless all of that is known already."""
        origin = self.arrivals.add(replace(came, capture=digest(data)))
        capture = Vault(self.layout).put(data, media_type(came.name, data))
        self._told(event, capture, origin)

    def finish(self) -> None:
        """Log what was kept and, by a kill, not logged."""
        held = {c.digest: c for c in Vault(self.layout).captures()}
        for origin, arrival in self.arrivals.origins().items():
            if arrival.capture in held:
                self._told("added", held[arrival.capture], origin)

    def _told(self, event: str, capture: Capture, origin: str) -> None:
        if origin not in self.logged:
            self.log(event, {"capture": capture.digest, "size": str(capture.size), "origin": origin})
            self.logged.add(origin)


def _erased(name: str) -> Trouble:
    words = f"{name}: it was erased from this case on purpose and stays out"
    return Trouble(name, "preserve", "erased", words, "Make another case if it belongs in one after all.")
