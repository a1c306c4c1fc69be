"""The preserved bytes behind a report, to be looked at: a whole file as it came, or one record of a feed."""

from dataclasses import dataclass

from whence.flow import stages
from whence.flow.arrivals import Arrivals, in_force
from whence.flow.sandbox import Limits, Pool
from whence.flow.stages import Opened
from whence.model.codec import decode
from whence.model.errors import UsageError
from whence.model.layout import CaseLayout
from whence.model.report import Report
from whence.preserve.vault import Vault

_LIMITS = Limits(seconds=20.0)


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes with their media type; `decoded` where they were made UTF-8 text from a feed's row."""

    data: bytes
    media_type: str
    decoded: bool = False


def original(layout: CaseLayout, report: Report) -> Original:
    """Return what `report` was read from; raise UsageError if it is not kept, IntegrityError if it was altered."""
    if not report.captures:
        raise UsageError("No bytes are kept of this report", "It may have been erased.")
    digest, locator = report.captures[0]
    vault = Vault(layout)
    kinds = {c.digest: c.media_type for c in vault.captures()} if not locator else {}
    data = vault.get(digest)
    if not locator:
        return Original(data, kinds.get(digest, ""))
    arrival = in_force(Arrivals(layout).by_capture().get(digest, []), digest)
    with Pool(1, _LIMITS) as pool:  # a feed is opened in a child, as in a build: it may be hostile
        outcome = pool.map(stages.open_capture, [(data, arrival.name, dict(arrival.mapping))])[0]
    records = decode(Opened, outcome.value.decode("utf8")).records if outcome.value is not None else ()
    for record in records:
        if record.locator == locator:
            text, kind = (record.html, "text/html") if record.html else (record.text, "text/plain")
            return Original(text.encode("utf8", "replace"), kind, decoded=True)
    raise UsageError(
        f"{locator} cannot be found in the feed any more",
        "Run 'whence verify' to see whether it was altered.",
    )
