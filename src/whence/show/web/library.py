"""Generations open for reading: what a page reads from, and the rebuild that brings the next one."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import whence
from whence.flow.case import Case
from whence.model.errors import NotACase, WhenceError
from whence.model.finding import Account, Findings
from whence.model.judgement import Judgement
from whence.show.desk import Desk
from whence.show.mask import Mask
from whence.show.web.indexing import make_index
from whence.show.web.slices import desk_over
from whence.show.web.withheld import Except, mask_of
from whence.store import generations, tables
from whence.store.index.read import Index, stamp_of
from whence.store.index.rows import OverviewRow
from whence.store.pause import keep_lasting

KEPT = 3  # generations held open: readers may stay on an older one


@dataclass(frozen=True, slots=True)
class View:
    """One generation as a page reads it: its index, what is withheld from the one who reads, and what they judged.

    `reviewer` is the handle of the one who reads, `waiting` what they judged since the generation was built; what
    others judged since is not shown, so that two reviewers stay blind to one another until both have answered.
    """

    generation: str
    index: Index
    mask: Mask
    reviewer: str = ""
    waiting: tuple[Judgement, ...] = ()
    unfolded: bool = False  # passages that may hurt stand open

    @property
    def overview(self) -> OverviewRow:
        """What the whole pile comes to."""
        return self.index.overview

    def desk(self, findings: Findings, accounts: Iterable[tuple[int, Account]] = ()) -> Desk:
        """Return the desk over a slice of the findings, with these accounts under their numbers."""
        made = desk_over(findings, self.mask, accounts)
        return replace(made, folds={}) if self.unfolded else made

    def unmasked(self, reports: frozenset[str]) -> "View":
        """Return the view with the names in the texts of these reports shown."""
        if not reports or not self.mask.on:
            return self
        hidden, named = Except(self.mask.hidden, reports), Except(self.mask.of_report, reports)
        return replace(self, mask=replace(self.mask, hidden=hidden, of_report=named))


@dataclass(slots=True)
class Progress:
    """What the library is doing beside serving: "" or words for it, and what went wrong the last time."""

    doing: str = ""
    done: int = 0
    total: int = 0
    wrong: str = ""
    hint: str = ""


@dataclass(slots=True)
class Library:
    """The generations of one case.  Views stay good while they are used, whatever is built meanwhile."""

    path: Path
    progress: Progress = field(default_factory=Progress)
    _open: dict[str, View] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _making: threading.Lock = field(default_factory=threading.Lock)

    @property
    def case(self) -> Case:
        """The case, with its settings as they are now."""
        return Case.open(self.path)

    @property
    def newest(self) -> str:
        """The name of the newest generation that can be read."""
        return next(reversed(self._open), "")

    def view(self, generation: str = "") -> View:
        """Return the view of a generation, the newest where it is not held open; raise NotACase if there is none."""
        held = self._open.get(generation) or self._open.get(self.newest)
        if held is None:
            raise NotACase(
                f"The case at {self.path} has not been built yet", f"Run: whence build --case {self.path}"
            )
        return held

    def views(self) -> tuple[View, ...]:
        """Return the views of all generations held open, the newest first."""
        return tuple(self._open.values())[::-1]

    def open_newest(self) -> View:
        """Open the published generation, making its index first if need be."""
        with self._making:  # one thread makes an index; who comes meanwhile waits for it
            return self._open_newest(self.case)

    def _open_newest(self, case: Case) -> View:
        name = generations.current(case.layout)
        if name and name != self.newest:
            view = self._open.get(name) or self._made(case, name)
            with self._lock:
                self._open.pop(
                    view.generation, None
                )  # an undone judgement brings an older one back: now the newest
                self._open[view.generation] = view
                for old in list(self._open)[:-KEPT]:
                    del self._open[old]  # closed by the last page that reads it
            keep_lasting()
        return self.view(name or "")

    def _made(self, case: Case, name: str) -> View:
        """Open a generation; should builds prune it meanwhile, the newest one instead; raise NotACase if damaged."""
        try:
            return _opened(case, name)
        except FileNotFoundError as gone:
            newer = generations.current(case.layout)
            if newer in (name, None):
                raise NotACase(
                    f"The findings of {self.path} are damaged: a table is missing",
                    f"Run: whence build --case {self.path}",
                ) from gone
            return self._open.get(str(newer)) or self._made(case, str(newer))

    def notice(self) -> None:
        """Look whether a newer generation was published, and open it in the background."""
        name = generations.current(self.case.layout)
        if name and name != self.newest and not self.progress.doing:
            self._start("Preparing new findings for reading", self.open_newest)

    def rebuild(self) -> None:
        """Build the case in the background and open what comes of it; does nothing while something is under way."""

        def work() -> None:
            self.case.build(self._told)
            self.open_newest()

        if not self.progress.doing:
            self._start("Rebuilding", work)

    def remask(self) -> None:
        """Open the newest generation again in the background, as the case's settings now say."""

        def work() -> None:
            with self._making:
                view = _opened(self.case, self.newest)
            with self._lock:
                self._open = {view.generation: view}  # no older one may go on showing what is now withheld

        self._start("Preparing the pages anew", work)

    def _told(self, stage: str, done: int, total: int) -> None:
        self.progress.doing, self.progress.done, self.progress.total = f"Rebuilding: {stage}", done, total

    def _start(self, words: str, work: object) -> None:
        self.progress = Progress(doing=words)
        threading.Thread(target=self._run, args=(work,), daemon=True, name="whence-library").start()

    def _run(self, work: object) -> None:
        try:
            work()  # type: ignore[operator]
            self.progress = Progress()
        except (WhenceError, OSError) as wrong:
            self.progress = Progress(wrong=str(wrong), hint=getattr(wrong, "hint", ""))
        finally:
            self.progress.doing = ""


def _opened(case: Case, name: str) -> View:
    """Return the view of generation `name`, whose index is made if it is missing, old or of other settings."""
    mask = case.settings.mask
    path = case.layout.index(name, mask=mask)
    stamp = f"{whence.__version__} {name} {case.settings.name}"
    if stamp_of(path) != stamp:
        stream = partial(tables.stream, case.layout.generation(name))
        make_index(path, stream, case.settings.name, mask=mask, stamp=stamp)
    index = Index(path)
    return View(name, index, mask_of(index, index.withheld()) if mask else Mask(on=False))
