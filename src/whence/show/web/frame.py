"""What every template may use beside its page: the frame around it, and how both become an answer."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import whence
from whence.flow.waiting import waiting
from whence.show.phrases import plural
from whence.show.web import assets
from whence.show.web.library import Library, View
from whence.show.web.sessions import Session
from whence.store.index.search import CLOSE, OPEN

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
TEMPLATES: Final = Path(__file__).parent / "templates"
SECTIONS: Final = (
    ("/", "Overview"),
    ("/incidents", "Incidents"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/graph", "Links"),
    ("/sources", "Sources"),
    ("/reports", "Reports"),
    ("/review", "Review"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page: the case, where one is, what is new, and the tokens that forms need.

    `waiting` counts judgements that no build has taken in yet; `doing` says what runs in the background, `wrong` and
    `hint` what went wrong there; `said` is an answer to what the reader just did.
    """

    case: str
    version: str
    generation: str
    section: str
    path: str
    csrf: str
    reviewer: str
    masked: bool
    newer: bool
    waiting: int
    doing: str
    done: int
    total: int
    wrong: str
    hint: str
    said: str
    query: str
    sections: tuple[tuple[str, str], ...] = SECTIONS

    def static(self, name: str) -> str:
        """Return the address of a static file."""
        return assets.address(name)

    def has(self, name: str) -> bool:
        """Return whether there is a static file of that name."""
        return name in assets.files()


def library_of(request: Request) -> Library:
    """Return the library that the app serves from."""
    library: Library = request.app.state.library
    return library


def session_of(request: Request) -> Session:
    """Return the session of the one who asks."""
    session: Session = request.state.session
    return session


def form_of(request: Request) -> dict[str, str]:
    """Return the fields of the form that was sent."""
    form: dict[str, str] = request.state.form
    return form


def view_of(request: Request) -> View:
    """Return the generation that the session reads, with what it may see; the session stays on it."""
    library, session = library_of(request), session_of(request)
    library.notice()
    view = library.view(session.generation)
    if (
        view.generation != session.generation
    ):  # written only then: another request may just have chosen the newest
        if session.generation:
            session.said = "The findings that you read are no longer kept: these are the newest."
        session.generation = view.generation
    request.state.view = view
    case = library.case
    reviewer = session.reviewer or case.reviewer
    mine = tuple(j for j in waiting(case.layout, view.generation) if j.reviewer == reviewer)
    unfolded = not case.settings.fold if session.unfolded is None else session.unfolded
    return replace(view.unmasked(session.unmasked), reviewer=reviewer, waiting=mine, unfolded=unfolded)


def render(request: Request, template: str, page: object, status: int = 200) -> Response:
    """Return the page in its frame; a template gets exactly these two names."""
    text = environment().get_template(template).render(page=page, frame=_frame(request))
    return HTMLResponse(text, status)


def _frame(request: Request) -> Frame:
    library, session = library_of(request), session_of(request)
    # the generation that the page was made from, whatever the session has chosen meanwhile
    view: View = getattr(request.state, "view", None) or library.view(session.generation)
    path = request.url.path
    section = next((href for href, _ in SECTIONS[::-1] if path == href or path.startswith(f"{href}/")), "")
    said, session.said = session.said, ""
    work = library.progress
    return Frame(
        case=view.overview.name,
        version=whence.__version__,
        generation=view.generation,
        section=section,
        path=path + (f"?{request.url.query}" if request.url.query else ""),
        csrf=session.csrf,
        reviewer=session.reviewer,
        masked=view.mask.on,
        newer=library.newest != view.generation,
        waiting=len(waiting(library.case.layout, view.generation)),
        doing=work.doing,
        done=work.done,
        total=work.total,
        wrong=work.wrong,
        hint=work.hint,
        said=said,
        query=request.query_params.get("q", "") if path == "/search" else "",
    )


def marked(words: str) -> Markup:
    """Return found words with the search's marks as <mark>."""
    safe = str(Markup.escape(words))
    return Markup(safe.replace(OPEN, '<mark class="hit">').replace(CLOSE, "</mark>"))  # noqa: S704  (escaped above)


def dated(words: str) -> Markup:
    """Return words whose days ("2024-03-05") are not broken at the end of a line."""
    return Markup(_DAY.sub(r'<span class="day">\g<0></span>', str(Markup.escape(words))))  # noqa: S704  (escaped)


_MADE: dict[str, jinja2.Environment] = {}


def environment() -> jinja2.Environment:
    """Return the templates' environment, made once."""
    if not _MADE:
        made = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        made.filters |= {"plural": plural, "marked": marked, "dated": dated, "figure": "{:,}".format}
        _MADE["desk"] = made
    return _MADE["desk"]
