"""The desk as one Starlette app: the routes of every page, the guard before them, and pages for what goes wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from whence.model.errors import WhenceError
from whence.show.safe import one_line
from whence.show.web import (
    account,
    assets,
    graph,
    incidents,
    judging,
    maps,
    overview,
    report,
    review,
    search,
    sources,
    timeline,
)
from whence.show.web.frame import library_of, render, session_of
from whence.show.web.guard import Guard
from whence.show.web.library import Library
from whence.show.web.local import back
from whence.show.web.sessions import Sessions

PAGES: Final = (overview, incidents, account, report, maps, timeline, graph, sources, search, review, judging)
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
    handlers = {HTTPException: _refused, WhenceError: _failed, KeyError: _missing, Exception: _broken}
    app = Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)
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


def _missing(request: Request, wrong: Exception) -> Response:
    del wrong
    if "session" not in request.scope.get("state", {}):  # under /static, which needs none
        return PlainTextResponse("There is no such file.\n", 404)
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


def _broken(request: Request, wrong: Exception) -> Response:
    """Say that this is a fault of the program; the server's own log has the trace."""
    if "session" not in request.scope.get("state", {}):
        return PlainTextResponse("This is a fault of Whence.\n", 500)
    message = f"This is a fault of Whence ({type(wrong).__name__}), not of the case. Nothing was changed."
    hint = "Go back and go on; please report what you did and what the terminal prints."
    return render(request, "error.html", ErrorPage("That went wrong", message, hint), 500)
