"""Files come in: bytes to the vault, their names beside the custody log, one custody line for each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from whence.flow.arrivals import Arrival, Arrivals
from whence.flow.tombstones import erased
from whence.model.errors import UsageError
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.model.report import Capture, Trouble
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
    vault, arrivals = Vault(layout), Arrivals(layout)
    vault.sweep()
    gone, _ = erased(layout)
    found, troubles = find_files(paths)
    refused = list(troubles)
    for path, name in found:
        data = read_file(path, name)
        if isinstance(data, Trouble):
            refused.append(data)
            continue
        if digest(data) in gone:
            refused.append(_erased(name))
            continue
        where = printable(str(path.absolute()))
        keep(vault, arrivals, data, Arrival("", name, where, tuple(sorted(mapping.items()))), log)
    return tuple(refused)


def keep(
    vault: Vault, arrivals: Arrivals, data: bytes, came: Arrival, log: Log, event: str = "added"
) -> Capture:
    """Keep `data`, note where it came from and log it, unless all of that is known already."""
    capture = vault.put(data, media_type(came.name, data))
    arrival = Arrival(capture.digest, came.name, came.path, came.mapping)
    if not arrivals.known(arrival):
        origin = arrivals.add(arrival)
        log(event, {"capture": capture.digest, "size": str(capture.size), "origin": origin})
    return capture


def _erased(name: str) -> Trouble:
    words = f"{name}: it was erased from this case on purpose and stays out"
    return Trouble(name, "preserve", "erased", words, "Make another case if it belongs in one after all.")
