"""Judgements that no build has taken in yet: told to readers at once, acted on at the next build."""

from functools import lru_cache

from whence.journal.journal import HANDLE, Journal, standing
from whence.model.judgement import Judgement
from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody

State = tuple[tuple[str, int, int], ...]


def judgements(layout: CaseLayout) -> tuple[Judgement, ...]:
    """Return every judgement of the case, undone ones too, read again only when a journal has changed."""
    return _judgements(layout, _state(layout))


def is_handle(words: str) -> bool:
    """Return whether a reviewer may go by these words."""
    return HANDLE.fullmatch(words) is not None


def holding(layout: CaseLayout) -> tuple[Judgement, ...]:
    """Return the judgements that stand, in order."""
    return standing(judgements(layout))


def waiting(layout: CaseLayout, generation: str) -> tuple[Judgement, ...]:
    """Return what was judged or undone after the build of `generation`, without what cancels itself out."""
    return _waiting(layout, generation, _state(layout))


def _state(layout: CaseLayout) -> State:
    """Return name, size and time of change of every file on which judgements rest."""
    files = [*sorted(layout.journal.glob("*.jsonl")), layout.custody] if layout.journal.is_dir() else []
    return tuple((p.name, s.st_size, s.st_mtime_ns) for p in files if p.exists() for s in [p.stat()])


@lru_cache(maxsize=8)
def _judgements(layout: CaseLayout, _state: State) -> tuple[Judgement, ...]:
    return Journal(layout).judgements()


@lru_cache(maxsize=8)
def _waiting(layout: CaseLayout, generation: str, state: State) -> tuple[Judgement, ...]:
    custody = tuple(entry for entry in state if entry[0] == layout.custody.name)
    heads, every = _heads(layout, generation, custody), _judgements(layout, state)
    last = {j.reviewer: j.sequence for j in every if heads.get(j.reviewer) == j.digest}
    fresh = [j for j in every if j.sequence > last.get(j.reviewer, 0)]
    digests = {j.digest for j in fresh}
    undone = {j.undoes for j in fresh if j.undoes in digests}
    kept = (j for j in fresh if j.digest not in undone and j.undoes not in undone)
    return tuple(j for j in kept if j.action != "unsure")  # decides nothing: no build changes by it


@lru_cache(maxsize=8)  # a judgement changes the journal alone: a long custody log is not read again for it
def _heads(layout: CaseLayout, generation: str, _custody: State) -> dict[str, str]:
    """Return for each reviewer the digest of the last judgement that the build of `generation` knew."""
    built = [
        line
        for line in Custody(layout).naming([generation])
        if line.event == "built" and line.details.get("generation") == generation
    ]
    found = built[-1].details if built else {}
    return {k.removeprefix("journal:"): v for k, v in found.items() if k.startswith("journal:")}
