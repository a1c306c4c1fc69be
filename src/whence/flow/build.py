"""A build: what is stale is read again, everything global is concluded anew, and one generation is published."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from whence.flow import answers, refusals, resources
from whence.flow.answering import OPEN, counts
from whence.flow.arrivals import Arrivals, in_force
from whence.flow.basis import Basis, basis
from whence.flow.cache import Cache
from whence.flow.erase import finish as finish_erasures
from whence.flow.gather import RETRIED, Gathered, Gathering, Progress
from whence.flow.intake import Keeper
from whence.flow.readers import ENDPOINT
from whence.flow.sandbox import Limits, Pool
from whence.flow.settings import Settings
from whence.flow.tombstones import erased
from whence.journal.journal import Journal, standing
from whence.model.codec import encode
from whence.model.errors import IntegrityError
from whence.model.finding import Findings
from whence.model.ids import content_id, digest
from whence.model.judgement import Judgement
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.preserve.vault import Vault
from whence.store import generations, tables
from whence.store.pause import collector_paused

if TYPE_CHECKING:
    from whence.flow.asking import Asker
    from whence.flow.linking import Facts
    from whence.link.incidents import Figures

Log = Callable[[str, Mapping[str, str]], None]
# A million characters of dense reporting take some 105 s (2026-11); there is more, for slower machines.
LIMITS: Final = Limits(growth=180.0)


def build(
    layout: CaseLayout, settings: Settings, log: Log, progress: Progress | None = None,
    asker: "Asker | None" = None,
) -> Findings:  # fmt: skip
    """Publish the findings of all that the case holds and return them; those of equal inputs are read back as is.

    Nothing is sent anywhere without an `asker`.
    """
    finish_erasures(layout)
    Keeper(layout, log).finish()
    ground = basis(layout, settings)
    # heads first: what is judged while they are read counts as waiting for the next build
    heads = {f"journal:{reviewer}": head for reviewer, head in sorted(Journal(layout).heads().items())}
    judgements = Journal(layout).judgements()
    inputs = inputs_digest(layout, ground, judgements)
    known = _unchanged(layout, inputs, RETRIED | OPEN if asker else RETRIED)
    if known is not None:
        return known
    with collector_paused():
        cache = Cache(layout.cache)
        findings = findings_of(layout, ground, judgements, cache, progress or _silent, asker)
        inputs = inputs_digest(layout, ground, judgements)  # of the answers that came, too
        name = generations.publish(layout, inputs, functools.partial(_write, findings=findings))
    log("built", {"generation": name, "reports": str(len(findings.reports)), **heads})
    return findings


def findings_of(
    layout: CaseLayout, ground: Basis, judgements: Sequence[Judgement], cache: Cache, progress: Progress,
    asker: "Asker | None" = None,
) -> Findings:  # fmt: skip
    """Return what the case comes to, publishing nothing."""

    @functools.cache
    def facts() -> "Facts":
        """Return the facts that linking knows, read once and as late as they are wanted."""
        from whence.flow.linking import facts_of  # noqa: PLC0415  (a no-op build links nothing; meant for idle time)

        return facts_of(resources.knowledge(ground.knowledge))

    with Pool(limits=LIMITS) as pool:
        gathering = Gathering(layout, ground, cache, pool, progress, asker=asker, idle=facts)
        gathered = gathering.run()
    from whence.flow.linking import conclude  # noqa: PLC0415  (cold start)

    concluded = conclude(gathered, judgements, facts(), progress)
    findings = concluded.findings
    unattached = tuple(_unattached(j) for j in concluded.rulings.unattached)
    return replace(
        findings,
        trouble=tuple(sorted({*findings.trouble, *unattached, *refusals.read(layout)})),
        method=dict(
            sorted(
                (
                    *ground.method,
                    *_counts(gathered, findings, ground.reader).items(),
                    *_compared(concluded.figures).items(),
                )
            )
        ),
    )


def inputs_digest(layout: CaseLayout, ground: Basis, judgements: Sequence[Judgement]) -> str:
    """Return the digest (64 hex digits) of everything that the findings depend on."""
    past = Arrivals(layout).by_capture()
    _, gone = erased(layout)
    captures = Vault(layout).captures()
    came = (in_force(past.get(c.digest, []), c.digest) for c in captures)
    arrivals = [encode((a.capture, a.name, a.mapping)) for a in came]
    method = encode(dict(ground.method))
    decided = [encode(j) for j in standing(judgements)]
    beside = [*decided, *map(encode, refusals.read(layout)), *sorted(gone)]
    if ground.reader == ENDPOINT:
        beside.append(answers.state(layout))
    return content_id("inputs", tables.FORMAT, ground.digest, method, str(len(arrivals)), *arrivals, *beside)


def _unchanged(layout: CaseLayout, inputs: str, retried: frozenset[str]) -> Findings | None:
    """Return the published findings if they are of these inputs and nothing in them is worth another try."""
    name = generations.current(layout)
    if name is None or not name.startswith(inputs[:16] + "-"):
        return None
    try:
        found = generations.read(layout, tables.read)
    except IntegrityError:
        return None
    return None if found is None or any(t.code in retried for t in found.trouble) else found


def _write(folder: Path, findings: Findings) -> None:
    tables.write(folder, findings)


def _counts(gathered: Gathered, findings: Findings, by: str) -> dict[str, str]:
    found = {
        "captures": len(findings.captures),
        "reports": len(findings.reports),
        "reports not read": sum(bool(r.unread) for r in findings.reports),
        "statements read": sum(len(r.statements) for r in gathered.readings),
        "statements": len(findings.statements),
        "troubles": len(findings.trouble),
    }
    asked = counts(gathered.readings) if by == ENDPOINT else {}
    return {f"count: {name}": str(n) for name, n in found.items()} | asked


def _compared(figures: "Figures") -> dict[str, str]:
    """Tell how much of the pile was compared in the search for incidents, and how much was not."""
    every = figures.scenes * (figures.scenes - 1) // 2
    return {
        "count: tellings of happenings": str(figures.scenes),
        "count: pairs of tellings": str(every),
        "count: pairs of tellings compared": str(figures.compared),
        "count: pairs of tellings not compared": str(every - figures.compared),
        "count: pairs of tellings not compared though alike (at most)": str(figures.left_out),
        "count: pairs of tellings joined": str(figures.joined),
    }


def _unattached(judgement: Judgement) -> Trouble:
    where = f"judgement {digest_words(judgement)}"
    words = f"what {judgement.reviewer} judged {judgement.action!r} is no longer found in any report"
    return Trouble(where, "review", "unattached", words, "Judge it anew, or undo it; it is kept either way.")


def digest_words(judgement: Judgement) -> str:
    """Return the first digits of a judgement's digest, by which people name it."""
    return judgement.digest.partition(":")[2][:12] or digest(encode(judgement).encode())[7:19]


def _silent(stage: str, done: int, total: int) -> None:
    del stage, done, total
