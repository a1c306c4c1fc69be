"""The desk as one Starlette app: the routes of every page, the guard before them, and pages for what goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.model.errors import WhenceError
from whence.show.safe import one_line
from whence.show.web import account, assets, incidents, overview, report, review, search, sources
from whence.show.web.frame import form_of, library_of, render, session_of
from whence.show.web.guard import Guard
from whence.show.web.library import Library
from whence.show.web.sessions import Sessions

PAGES: Final = (overview, incidents, account, report, sources, search, review)
HOSTS: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, and what to do next."""

    title: str
    message: str
    hint: str


def make_app(library: Library, token: str, port: int) -> Starlette:
    """Return the app that serves `library` on loopback at `port` to whoever holds `token`."""
    guard = Middleware(Guard, sessions=Sessions(token), hosts=_hosts(HOSTS, port), cookie=f"whence-{port}")
    routes = [
        *assets.ROUTES,
        Route("/newest", newest, methods=["POST"]),
        Route("/rebuild", rebuild, methods=["POST"]),
    ]
    routes += [route for page in PAGES for route in page.ROUTES]
    handlers = {HTTPException: _refused, WhenceError: _failed, KeyError: _missing}
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)  # type: ignore[arg-type]
    app.state.library = library
    return app


def _hosts(names: Iterable[str], port: int) -> tuple[str, ...]:
    return tuple(f"{name}:{port}" for name in names)


def newest(request: Request) -> Response:
    """Let the session read the newest generation."""
    session_of(request).generation = library_of(request).newest
    session_of(request).said = "You now read the newest findings."
    return back(request)


def rebuild(request: Request) -> Response:
    """Begin a rebuild in the background."""
    library_of(request).rebuild()
    return back(request)


def back(request: Request) -> Response:
    """Lead back to the page that sent the form, which names its own address."""
    return RedirectResponse(local(form_of(request).get("back", "/")), 303)


def local(address: str) -> str:
    """Return `address` if it is one of this server's own, else the first page."""
    plain = address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable()
    return address if plain else "/"


def _missing(request: Request, wrong: Exception) -> Response:
    del wrong
    hint = (
        "It may have been erased, or be known by another address since the last build. Search for its words."
    )
    return render(
        request, "error.html", ErrorPage("Not here", "Nothing in this case has that address.", hint), 404
    )


def _refused(request: Request, wrong: Exception) -> Response:
    status = wrong.status_code if isinstance(wrong, HTTPException) else 500
    if status == 404:
        return _missing(request, wrong)
    words = wrong.detail if isinstance(wrong, HTTPException) else str(wrong)
    return render(
        request, "error.html", ErrorPage("That cannot be done", words, "Go back and try again."), status
    )


def _failed(request: Request, wrong: Exception) -> Response:
    hint = wrong.hint if isinstance(wrong, WhenceError) else ""
    return render(request, "error.html", ErrorPage("That cannot be done", one_line(str(wrong)), hint), 400)
