"""What is withheld of a case too large to be held: looked up report by report, as it is needed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final, Generic, TypeVar

from whence.model.finding import PersonName
from whence.show.mask import Mask, Names, mask_over, pattern_of, spans_of
from whence.store.index.records import Records

T = TypeVar("T")
_HELD: Final = 512  # reports whose names are held at once
_WORDS: Final = 100_000  # words looked through whose answer is held


class OfReports(Mapping[str, T], Generic[T]):
    """Something of each report in which a private person is named, made when it is asked for."""

    def __init__(self, records: Records, make: Callable[[tuple[PersonName, ...]], T]) -> None:
        self._records = records
        self._made = lru_cache(_HELD)(lambda report: self._make(report, make))

    def _make(self, report: str, make: Callable[[tuple[PersonName, ...]], T]) -> T | None:
        people = self._records.people_of(report, private=True)
        return make(people) if people else None

    def __getitem__(self, report: str) -> T:
        made: T | None = self._made(report)
        if made is None:
            raise KeyError(report)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._records.private_reports())

    def __len__(self) -> int:
        return len(self._records.private_reports())


class Except(Mapping[str, T], Generic[T]):
    """A mapping without some of its keys."""

    def __init__(self, every: Mapping[str, T], without: frozenset[str]) -> None:
        self._every, self._without = every, without

    def __getitem__(self, key: str) -> T:
        if key in self._without:
            raise KeyError(key)
        return self._every[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._every if key not in self._without)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Remembered(Names):
    """Names to withhold that remember what they found: the same outlets and places come again and again."""

    def __init__(self, by_first: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(by_first)
        object.__setattr__(self, "sub", lru_cache(_WORDS)(super().sub))


def mask_of(records: Records, forms: tuple[str, ...]) -> Mask:
    """Return the mask over a whole case: names withheld in one report are so wherever they stand."""
    made = mask_over(OfReports(records, spans_of), OfReports(records, pattern_of), forms)
    return replace(made, of_case=Remembered(made.of_case.by_first)) if made.of_case else made
