"""Every path of a case folder, in one place.

::

    case/
      case.toml                          name, format version, languages, settings
      vault/sha256/ab/cd/abcd...         captures: immutable bytes
      vault/sha256/ab/cd/abcd....json    the capture's manifest line
      custody.jsonl                      hash-chained: who added, exported, redacted what, when, with which version
      custody.side.jsonl                 names and paths of what was added, destroyable without breaking the chain
      refused.jsonl                      what could not be kept when files were added, and why
      knowledge/*.yaml                   the case's own rows beside the packaged tables
      knowledge/gazetteer/*.tsv[.gz]     tables of places added by a person, named by their digest
      answers/ab/abcd.../<key>.json      what an endpoint answered about a report, if one was asked
      journal/<reviewer>.jsonl           hash-chained judgements, one chain a reviewer
      journal/<reviewer>.side.jsonl      comments and names, destroyable without breaking the chain
      derived/CURRENT                    the name of the generation to read, replaced atomically
      derived/<generation>/*.parquet     what a build concluded
      derived/<generation>/desk*.sqlite  the desk's index of it, made when it is first served; may be deleted any day
      derived/cache/...                  per-report read results; may be deleted any day
      lock                               held while a process writes
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class CaseLayout:
    """The paths of the case folder at `root`; makes and reads nothing."""

    root: Path

    @property
    def toml(self) -> Path:
        """The case's settings."""
        return self.root / "case.toml"

    @property
    def vault(self) -> Path:
        """The folder of the captures."""
        return self.root / "vault"

    def capture(self, digest: str) -> Path:
        """The path of the capture with `digest` ("sha256:...")."""
        algorithm, _, hexa = digest.partition(":")
        return self.vault / algorithm / hexa[:2] / hexa[2:4] / hexa

    def manifest(self, digest: str) -> Path:
        """The path of that capture's manifest line."""
        path = self.capture(digest)
        return path.with_name(path.name + ".json")

    @property
    def custody(self) -> Path:
        """The custody log."""
        return self.root / "custody.jsonl"

    @property
    def custody_side(self) -> Path:
        """The destroyable names and paths that the custody log names by digest."""
        return self.root / "custody.side.jsonl"

    @property
    def refused(self) -> Path:
        """The files that could not be kept, and why."""
        return self.root / "refused.jsonl"

    @property
    def knowledge(self) -> Path:
        """The folder of the case's own tables of knowledge."""
        return self.root / "knowledge"

    @property
    def answers(self) -> Path:
        """The folder of what endpoints answered."""
        return self.root / "answers"

    def answers_of(self, report: str) -> Path:
        """The folder of what endpoints answered about one report."""
        return self.answers / report[:2] / report

    @property
    def gazetteers(self) -> Path:
        """The folder of the tables of places that a person added."""
        return self.knowledge / "gazetteer"

    @property
    def journal(self) -> Path:
        """The folder of the reviewers' journals."""
        return self.root / "journal"

    @property
    def derived(self) -> Path:
        """The folder of what can be rebuilt."""
        return self.root / "derived"

    @property
    def current(self) -> Path:
        """The file that names the generation to read."""
        return self.derived / "CURRENT"

    def generation(self, name: str) -> Path:
        """The folder of one generation."""
        return self.derived / name

    def index(self, name: str, *, mask: bool) -> Path:
        """The desk's index of one generation, with the names of private persons withheld or shown."""
        return self.generation(name) / ("desk.sqlite" if mask else "desk-unmasked.sqlite")

    @property
    def cache(self) -> Path:
        """The folder of cached per-report results."""
        return self.derived / "cache"

    @property
    def lock(self) -> Path:
        """The lock file held while a process writes."""
        return self.root / "lock"
