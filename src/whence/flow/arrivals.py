"""Where captures came from: file names, paths and a feed's mapping, beside the custody log and destroyable.

The custody line "added" carries the digest of such a record alone (its "origin"), since a path can name a person;
docs/formats/custody.md specifies both.
"""

import secrets
from collections import defaultdict
from dataclasses import dataclass

from whence.journal import line
from whence.journal.side import SideFile
from whence.model.layout import CaseLayout


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """One coming of a capture: the file's `name` and `path`, and the feed's `mapping` (field, their name), sorted."""

    capture: str
    name: str
    path: str = ""
    mapping: tuple[tuple[str, str], ...] = ()


class Arrivals:
    """The arrivals of one case, in the order in which they came."""

    def __init__(self, layout: CaseLayout) -> None:
        self._file = SideFile(layout.custody_side)
        self._known: defaultdict[str, list[Arrival]] | None = None
        self._origins: dict[Arrival, str] = {}

    def by_capture(self) -> defaultdict[str, list[Arrival]]:
        """Return the arrivals of each capture (digest), oldest first."""
        if self._known is None:
            self._known = defaultdict(list)
            for digest, record in self._file.read().items():
                arrival = _arrival(record)
                self._known[arrival.capture].append(arrival)
                self._origins[arrival] = digest
        return self._known

    def known(self, arrival: Arrival) -> bool:
        """Return whether `arrival` is recorded and its mapping is the one that holds."""
        past = self.by_capture().get(arrival.capture, [])
        return arrival in past and past[-1].mapping == arrival.mapping

    def origins(self) -> dict[str, Arrival]:
        """Return every arrival by the digest that its custody line names."""
        self.by_capture()
        return {digest: arrival for arrival, digest in self._origins.items()}

    def add(self, arrival: Arrival) -> str:
        """Record `arrival`, unless it is `known`, and return the digest that the custody line names."""
        if self.known(arrival):
            return self._origins[arrival]
        known = self.by_capture()
        record = line.seal(
            {
                "capture": arrival.capture,
                "mapping": dict(arrival.mapping),
                "name": arrival.name,
                "path": arrival.path,
                "salt": secrets.token_hex(16),
            }
        )
        self._file.append(record)
        known[arrival.capture].append(arrival)
        self._origins[arrival] = str(record["digest"])
        return self._origins[arrival]

    def forget(self, capture: str, reason: str, time: str) -> None:
        """Destroy what is recorded of where `capture` came from, leaving tombstones."""
        for digest, record in self._file.read().items():
            if record.get("capture") == capture:
                self._file.forget(digest, reason, time)
        self._known, self._origins = None, {}

    def whole(self, digest: str) -> bool:
        """Return whether the record with `digest` is as it was written, or was destroyed on purpose."""
        return digest in self._file.read() or digest in self._file.tombstones()


def in_force(past: list[Arrival], capture: str) -> Arrival:
    """Return what a build goes by: the newest mapping, and of the names that came with it the first in order."""
    if not past:
        return Arrival(capture, capture.partition(":")[2][:12])  # its record was lost; the bytes still speak
    newest = past[-1].mapping
    return min((a for a in past if a.mapping == newest), key=lambda a: a.name)


def _arrival(record: line.Plain) -> Arrival:
    mapping = record.get("mapping", {})
    return Arrival(
        str(record.get("capture", "")),
        str(record.get("name", "")),
        str(record.get("path", "")),
        tuple(sorted((str(k), str(v)) for k, v in mapping.items())),
    )
