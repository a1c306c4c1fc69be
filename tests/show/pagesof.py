"""The addresses of every page of the desk, in the case made from the example pile."""

from urllib.parse import quote

from whence.flow.case import Case
from whence.model.finding import Findings
from whence.show.web import links
from whence.store.index.write import source_id

NAMES = (
    "overview", "incidents", "one-source", "none-fit", "account", "link", "without", "report", "report-original",
    "report-arabic", "reports", "reports-unread", "sources", "source", "map", "timeline", "links", "reliance", "review",
    "judge", "search", "search-nothing", "search-empty", "method", "not-here",
)  # fmt: skip


def _label(found: Findings, label: str) -> str:
    return next(r.id for r in found.reports if r.label == label)


def _heaviest(found: Findings) -> str:
    """The id of the incident that most reports tell of."""
    return max(found.accounts, key=lambda a: len(a.reports)).incident.id


def _source(found: Findings, name: str) -> str:
    return next(k for k, s in found.sources.sources.items() if s.name == name)


def pages_of(case: Case) -> dict[str, str]:
    """Return the addresses of the desk's pages by their names."""
    found = case.findings()
    market, monitor = _heaviest(found), _source(found, "Marqand Rights Monitor")
    link = next(a for a in found.accounts if any(x.aspect == "link" for x in a.aspects)).incident.id
    told = found.statements[0].id
    hospital = _label(found, "harbour-post-0306")
    pages = {
        "overview": "/",
        "incidents": "/incidents",
        "one-source": "/incidents?support=maybe&support=outlets&sort=looks",
        "none-fit": "/incidents?q=nothing-is-called-so",
        "account": links.incident(market),
        "link": links.incident(link),
        "without": f"{links.incident(market)}/without?source={source_id(monitor)}",
        "report": links.report(hospital),
        "report-original": links.report(_label(found, "harbour-post-0304")),
        "report-arabic": links.report(_label(found, "tayf-0305")),
        "reports": "/reports",
        "reports-unread": "/reports?unread=1",
        "sources": "/sources",
        "source": links.source(monitor),
        "map": "/map",
        "timeline": "/timeline",
        "links": "/graph",
        "reliance": "/graph?show=sources",
        "review": "/review",
        "judge": f"/judge?statement={told}",
        "search": "/search?q=" + quote('"killed 88 people"'),
        "search-nothing": "/search?q=xylophone",
        "search-empty": "/search",
        "method": "/method",
        "not-here": "/incidents/no-such-incident",
    }
    assert tuple(pages) == NAMES
    return pages
