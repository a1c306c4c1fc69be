"""Leading back to where a form came from, and never to another server."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from whence.show.web.frame import form_of


def local(address: str) -> str:
    """Return `address` if it is one of this server's own, else the first page."""
    plain = address.startswith("/") and address[1:2] not in ("/", "\\") and address.isprintable()
    return address if plain else "/"


def back(request: Request) -> Response:
    """Lead back to the page that sent the form, which names its own address."""
    return RedirectResponse(local(form_of(request).get("back", "/")), 303)
