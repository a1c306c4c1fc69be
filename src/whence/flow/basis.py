"""What a build's results depend on besides the captures and the judgements, and its digest."""

import platform
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import whence
from whence.flow import resources, stages
from whence.flow.readers import chosen
from whence.flow.settings import Settings
from whence.model.ids import content_id, digest
from whence.model.layout import CaseLayout

_READING: Final = ("model", "preserve", "read")  # the rooms that make a reading of one document


@dataclass(frozen=True, slots=True)
class Basis:
    """Languages, the folder of the case's own tables, the digest of all that reading goes by, and the reader's name
    (for the reader `endpoint` with the names of the model and of the endpoint).

    `method` is what a reader of the findings is told of it.
    """

    languages: tuple[str, ...]
    knowledge: str
    digest: str
    method: tuple[tuple[str, str], ...]
    reader: str = ""
    model: str = ""
    endpoint: str = ""


def basis(layout: CaseLayout, settings: Settings) -> Basis:
    """Return the basis of a build here and now."""
    resources.knowledge.cache_clear()  # a case's own tables may have changed since
    folder = str(layout.knowledge) if layout.knowledge.is_dir() else ""
    known = resources.knowledge(folder)
    by = chosen(settings)
    method = {
        "version": whence.__version__,
        "reader": f"{by.name} {by.version}",
        "stages": stages.VERSION,
        "code": _code("model", "preserve", "read", "link", "weigh", "flow"),
        "resources": known.digest,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpu flags": cpu_flags(),
        "languages": " ".join(settings.languages),
        "masked": "true" if settings.mask else "false",
        **{f"measured: {name}": words for name, words in resources.measured().items()},
    }
    reading = ("version", "reader", "stages", "resources", "python", "languages")
    return Basis(
        settings.languages,
        folder,
        content_id("basis", *(method[k] for k in reading), _code(*_READING)),
        tuple(sorted(method.items())),
        by.name,
        settings.model,
        getattr(by, "endpoint", ""),
    )


@cache
def _code(*rooms: str) -> str:
    """Return the digest of the source in `rooms`: after a rule changed all is read anew, whatever the version says."""
    here = Path(whence.__file__).parent
    files = sorted(path for room in rooms for path in (here / room).rglob("*.py"))
    return content_id(
        "code", *(part for p in files for part in (p.relative_to(here).as_posix(), digest(p.read_bytes())))
    )


def cpu_flags() -> str:
    """Return the processor's features that can change a quantised model's output, sorted, "" if unknown."""
    try:
        lines = Path("/proc/cpuinfo").read_text("ascii", "replace").splitlines()
    except OSError:
        return ""
    flags = next(
        (line.partition(":")[2].split() for line in lines if line.startswith(("flags", "Features"))), []
    )
    return " ".join(sorted(f for f in flags if f.startswith(("avx", "fma", "amx", "asimd", "sve", "i8mm"))))
