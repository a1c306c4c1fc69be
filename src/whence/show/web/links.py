"""Addresses of the desk's pages: one spelling for each, built here alone."""

from whence.show.phrases import EVENTS
from whence.store.index.rows import AccountRow
from whence.store.index.write import source_id


def incident(identity: str) -> str:
    """Return the address of an incident's account."""
    return f"/incidents/{identity}"


def report(identity: str) -> str:
    """Return the address of a report."""
    return f"/reports/{identity}"


def statement(report_: str, identity: str) -> str:
    """Return the address of a statement in its report."""
    return f"/reports/{report_}#s-{identity}"


def passage(report_: str, start: int, end: int) -> str:
    """Return the address of code points [start, end) of a report."""
    return f"/reports/{report_}?at={start}-{end}#at"


def source(key: str) -> str:
    """Return the address of a source, "" for no key."""
    return f"/sources/{source_id(key)}" if key else ""


def event(row: AccountRow) -> str:
    """Return the kind of event in words, "link between actors" for a link."""
    return "link between actors" if row.link else EVENTS[row.event]
