"""What stands before every page: who may ask, from where, and what the browser may do with the answer.

1. The Host header names this server by a loopback name (a page of another site that had its name point here, DNS
   rebinding, sends its own).
2. A read comes from this site, from outside the browser, or is a person's own navigation; never embedded elsewhere.
3. A change (POST, the only method that changes anything) comes from this origin by the browser's own word, as a short
   urlencoded form, with the session's CSRF token.
4. Everything but static files needs a session, which the printed address alone can begin.
5. Every answer carries the policy: no script but ours, nothing from elsewhere, no frames around it, nothing cached.
"""

import secrets
from collections.abc import Iterable
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whence.show.web.sessions import Session, Sessions

LONGEST: Final = 64 * 1024  # bytes of a form; nothing larger is ever sent to the desk
_FIELDS: Final = 100
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer Chromium sends "Origin: null" with our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=()",
    "x-robots-tag": "noindex, nofollow",
}
_REOPEN: Final = (
    "This desk opens with the address that 'whence serve' printed; it is good until the server is stopped.\n"
    "Go back to the terminal and open that address again."
)


class Guard:
    """The middleware that keeps the rules above; `hosts` are the Host headers that name this server."""

    def __init__(self, app: ASGIApp, sessions: Sessions, hosts: Iterable[str], cookie: str) -> None:
        self._app = app
        self._sessions = sessions
        self._hosts = frozenset(hosts)
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it here; every answer gets the headers."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _protect(MutableHeaders(scope=message), scope["path"])
            await send(message)

        answer = self._refusal(scope, headers) or await self._admit(scope, headers, receive)
        await (answer or self._app)(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the answer to what never gets further: rules 1 and 2, and methods that nothing here knows."""
        if headers.get("host", "").lower() not in self._hosts:
            return _refuse(421, "This server answers to its own loopback name alone.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _refuse(405, "Pages are read with GET and changed with POST.")
        own = headers.get("sec-fetch-site", "none") in ("same-origin", "none")
        if not own and headers.get("sec-fetch-mode", "navigate") != "navigate":
            return _refuse(403, "Another site asked for this.")
        return None

    async def _admit(self, scope: Scope, headers: Headers, receive: Receive) -> Response | None:
        """Give the request its session and form, or return the answer that refuses it."""
        if scope["path"].startswith("/static/") and scope["method"] != "POST":
            return None
        session = self._session(headers)
        if session is None:
            return self._begin(scope)
        scope.setdefault("state", {})["session"] = session
        scope["state"]["form"] = {}
        return await self._form(scope, headers, receive, session) if scope["method"] == "POST" else None

    def _session(self, headers: Headers) -> Session | None:
        cookie: SimpleCookie = SimpleCookie()
        for part in headers.get("cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == self._cookie:
                cookie[name] = value
        morsel = cookie.get(self._cookie)
        return self._sessions.get(morsel.value) if morsel else None

    def _begin(self, scope: Scope) -> Response:
        """Begin a session for the printed address, and lead on to the same page without the token."""
        query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        given = next((v for k, v in query if k == "token"), "")
        name = self._sessions.begin(given) if given and scope["method"] == "GET" else None
        if name is None:
            return _refuse(403, _REOPEN)
        rest = urlencode([(k, v) for k, v in query if k != "token"])
        path = "/" + scope["path"].lstrip("/\\")  # "//elsewhere" would lead to another host
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(self._cookie, name, httponly=True, samesite="lax", path="/")
        return answer

    async def _form(
        self, scope: Scope, headers: Headers, receive: Receive, session: Session
    ) -> Response | None:
        """Read the form of a POST under rule 3; return the answer that refuses it, or None."""
        origin = headers.get("origin", "")
        own = origin.removeprefix("http://").lower() in self._hosts and origin.startswith("http://")
        if not (own or (not origin and headers.get("sec-fetch-site") == "same-origin")):
            return _refuse(403, "This change was asked for by another site.")
        if headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
            return _refuse(415, "Only forms can be sent here.")
        body = await _body(receive)
        if body is None:
            return _refuse(413, "That is longer than anything the desk takes.")
        try:
            pairs = parse_qsl(body.decode("utf8"), keep_blank_values=True, max_num_fields=_FIELDS)
        except ValueError:
            return _refuse(400, "The form cannot be read.")
        form = dict(pairs)
        given = form.pop("csrf", "") or headers.get("x-csrf", "")
        if not secrets.compare_digest(given.encode("utf8"), session.csrf.encode("utf8")):
            return _refuse(
                403, "This form is from an earlier session. Go back, reload the page and try again."
            )
        scope["state"]["form"] = form
        return None


async def _body(receive: Receive) -> bytes | None:
    """Return the request's body, None if it is longer than LONGEST."""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LONGEST or message["type"] == "http.disconnect":
            return None
    return body


def _refuse(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


def _protect(headers: MutableHeaders, path: str) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value
    headers.setdefault("content-security-policy", POLICY)
    if "frame-ancestors 'none'" in headers["content-security-policy"]:
        headers["x-frame-options"] = "DENY"
    if not path.startswith("/static/"):
        headers["cache-control"] = "no-store"
