"""A case: the folder that holds captures, custody, journals and findings, and all that is done to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

import whence
from whence.flow import clock, environment, lock, settings, storage
from whence.flow.settings import Settings
from whence.journal.journal import Journal, standing
from whence.model.errors import NotACase, UsageError
from whence.model.judgement import Action, Anchor, Judgement
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.preserve.custody import Custody, Line
from whence.preserve.storage import write_atomically
from whence.store import generations

if TYPE_CHECKING:
    from whence.flow.asking import Asker
    from whence.flow.gazetteer import Kept
    from whence.flow.verify import Verdict
    from whence.model.finding import Findings

Progress = Callable[[str, int, int], None]
"""Called with (stage in words, done, total) while a build runs."""


class Case:
    """One case folder.  Reading needs no lock; what writes holds the case's lock, or for judgements the journal's."""

    def __init__(self, layout: CaseLayout, chosen: Settings) -> None:
        self.layout = layout
        self.settings = chosen
        self._depth = 0
        self._custody = Custody(layout)

    @classmethod
    def create(cls, path: Path, chosen: Settings | None = None) -> Self:
        """Make a case folder at `path` (its parents too) and return it; raise UsageError if one is there."""
        layout = CaseLayout(path.absolute())
        case = cls(layout, chosen or Settings(name=path.absolute().name))
        with storage.troubles_named():
            layout.root.mkdir(parents=True, exist_ok=True)
        with case.writing():  # two that make one case at once would both begin its custody log
            if layout.toml.exists():
                raise UsageError(f"There is a case at {path} already", "Open it, or choose another folder.")
            for folder in (layout.vault, layout.journal):
                folder.mkdir(exist_ok=True)
            write_atomically(layout.toml, settings.write_text(case.settings).encode("utf8"))
            case._log("created", {"format": "1"})
        return case

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the case at `path`; raise NotACase or NewerCase."""
        layout = CaseLayout(path.absolute())
        return cls(layout, settings.read(layout))

    @classmethod
    def open_or_create(cls, path: Path, chosen: Settings | None = None) -> Self:
        """Return the case at `path`, made first if there is none; raise NewerCase, CaseBusy if another makes it now."""
        try:
            return cls.open(path)
        except NotACase:
            pass
        try:
            return cls.create(path, chosen)
        except UsageError:  # another process has made it since
            return cls.open(path)

    def configure(self, chosen: Settings) -> None:
        """Replace the case's settings."""
        with self.writing():
            write_atomically(self.layout.toml, settings.write_text(chosen).encode("utf8"))
            self.settings = chosen

    @property
    def journal(self) -> Journal:
        """The reviewers' journals."""
        return Journal(self.layout)

    @property
    def generation(self) -> str:
        """The name of the generation that `findings` reads, "" if none was built."""
        return generations.current(self.layout) or ""

    @property
    def reviewer(self) -> str:
        """The handle under which judgements are kept: the case's setting, else WHENCE_REVIEWER, else "reviewer"."""
        return self.settings.reviewer or environment.reviewer()

    def add(self, paths: Sequence[Path], mapping: Mapping[str, str] | None = None) -> tuple[Trouble, ...]:
        """Keep the files at `paths` (folders are walked) and return what could not be kept, and why.

        `mapping` names a feed's fields ({"text": "article_content"}); it is kept with the capture, for rebuilds.
        """
        from whence.flow.intake import take_in  # noqa: PLC0415  (cold start: formats import parsers)

        with self.writing():
            return take_in(self.layout, paths, dict(mapping or {}), self._log)

    def learn(self, folder: Path) -> tuple[str, ...]:
        """Take over the case's own tables of knowledge from `folder` and return their names; raise UsageError."""
        from whence.flow.knowledge import learn  # noqa: PLC0415  (cold start)

        with self.writing():
            return learn(self.layout, folder, self._log)

    def learn_places(self, table: Path) -> "Kept":
        """Take over a table of places (`whence gazetteer add`) and return how many rows are any; raise UsageError."""
        from whence.flow.gazetteer import keep_table  # noqa: PLC0415  (cold start: numpy)

        with self.writing():
            return keep_table(self.layout, table, self._log)

    def build(self, progress: Progress | None = None, asker: "Asker | None" = None) -> "Findings":
        """Bring the findings up to date with captures, judgements and settings, publish and return them.

        A case whose reader is `endpoint` reads what was answered before; only with an `asker` is anything sent.
        """
        from whence.flow.build import build  # noqa: PLC0415  (cold start)

        with self.writing():
            if asker is not None:
                asker.witness = self._log
            return build(self.layout, self.settings, self._log, progress, asker)

    def findings(self) -> "Findings":
        """Return the published findings; raise NotACase if the case was never built."""
        from whence.store.tables import read  # noqa: PLC0415  (cold start: pyarrow)

        found = generations.read(self.layout, read)
        if found is None:
            raise NotACase(
                f"The case at {self.layout.root} has not been built yet",
                f"Run: whence build --case {self.layout.root}",
            )
        return found

    def judge(
        self, action: Action, anchors: Sequence[Anchor], details: Mapping[str, str] | None = None, why: str = "",
        reviewer: str = "",
    ) -> Judgement:  # fmt: skip
        """Append a judgement to the reviewer's journal and return it; raise UsageError if it makes no sense."""
        from whence.flow.corrections import check_request  # noqa: PLC0415  (cold start)

        check_request(action, tuple(anchors), dict(details or {}))
        draft = Judgement(
            reviewer=reviewer or self.reviewer,
            sequence=0,
            time=clock.timestamp(),
            action=action,
            anchors=tuple(anchors),
            details=tuple(sorted((details or {}).items())),
            why=why,
        )
        with (
            storage.troubles_named()
        ):  # the journal has a lock of its own: a build in progress keeps no judgement out
            return self.journal.append(draft)

    def undo(self, digest_prefix: str, reviewer: str = "", why: str = "") -> Judgement:
        """Append the undoing of the standing judgement whose digest starts with `digest_prefix`."""
        wanted = digest_prefix.removeprefix("sha256:")
        found = [
            j
            for j in standing(self.journal.judgements())
            if wanted and j.digest.split(":")[-1].startswith(wanted)
        ]
        if len(found) != 1:
            raise UsageError(
                f"{len(found) or 'No'} standing judgements begin with {digest_prefix!r}",
                "Give more of the digest; 'whence judge list' shows them.",
            )
        draft = Judgement(
            reviewer=reviewer or self.reviewer, sequence=0, time=clock.timestamp(), action="undo", anchors=(),
            undoes=found[0].digest, why=why,
        )  # fmt: skip
        with (
            storage.troubles_named()
        ):  # the journal has a lock of its own: a build in progress keeps no judgement out
            return self.journal.append(draft)

    def erase(self, report: str, reason: str) -> str:
        """Destroy the bytes behind `report` (label or id prefix) and all that quotes it; return the report's id.

        What else lay in the same feed is kept (docs/formats/custody.md tells how); findings are rebuilt.
        """
        from whence.flow.erase import erase  # noqa: PLC0415  (cold start)

        with self.writing():
            erased = erase(self.layout, self.findings(), report, reason, self._log)
            self.build()
            return erased

    def verify(self) -> "Verdict":
        """Check bytes, chains and quotes (intact), then rebuild elsewhere and compare (reproduced)."""
        from whence.flow.verify import verify  # noqa: PLC0415  (cold start)

        return verify(self.layout, self.settings)

    @property
    def custody(self) -> tuple[Line, ...]:
        """The lines of the custody log."""
        return self._custody.lines()

    def custody_of(self, words: Sequence[str]) -> tuple[Line, ...]:
        """Return the lines of the custody log in which any of `words` (digests, ids) stands."""
        return self._custody.naming(words)

    def log_export(self, kind: str, digest: str) -> None:
        """Write to the custody log that findings left the case: what kind of file, and its digest."""
        with self.writing():
            self._log("exported", {"kind": kind, "digest": digest, "generation": self.generation})

    def mask(self, reason: str, *, on: bool) -> None:
        """Withhold the names of private persons wherever people read the case, or show them, and log why."""
        with self.writing():
            self.configure(replace(self.settings, mask=on))
            self._log("masked" if on else "unmasked", {"report": "all", "reason": reason})

    def fold(self, reason: str, *, on: bool) -> None:
        """Fold passages that may hurt to read wherever people read the case, or let them stand open, and log why."""
        with self.writing():
            self.configure(replace(self.settings, fold=on))
            self._log("folded" if on else "unfolded", {"report": "all", "reason": reason})

    def log_unmasking(self, report: str, reason: str) -> None:
        """Write to the custody log that somebody looked at the withheld names of a report (its id), and why."""
        with self.writing():
            self._log("unmasked", {"report": report, "reason": reason})

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the case's lock (again, if this object holds it already) and name what the disk refuses."""
        if self._depth:
            yield
            return
        with storage.troubles_named(), lock.held(self.layout.lock):
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1

    def _log(self, event: str, details: Mapping[str, str]) -> None:
        self._custody.append(
            event,
            dict(details),
            time=clock.timestamp(),
            version=whence.__version__,
            actor=self.reviewer,
        )
