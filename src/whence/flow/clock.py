"""The only clock.  SOURCE_DATE_EPOCH, where it is set, stops it, so that a run can be repeated to the letter."""

import time
from datetime import UTC, datetime

from whence.flow import environment


def timestamp() -> str:
    """Return the time as ISO 8601 in UTC, whole seconds ("2026-01-31T12:00:00+00:00")."""
    fixed = environment.source_date_epoch()
    moment = datetime.now(UTC) if fixed is None else datetime.fromtimestamp(fixed, UTC)
    return moment.replace(microsecond=0).isoformat()


def monotonic() -> float:
    """Return seconds from some fixed moment, for deadlines and durations; never goes back."""
    return time.monotonic()


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)
