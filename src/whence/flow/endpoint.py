"""The only door to the network: one POST to the endpoint that the user named, within limits, and nothing else.

No redirect is followed, no proxy of the environment is used, no name is looked up but the endpoint's own.  An answer
has so many bytes and so many seconds in all, headers included, however slowly it drips.
"""

import http.client
import io
import ssl
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any, Final, Self
from urllib.parse import urlsplit

import whence
from whence.flow import clock
from whence.model.errors import UsageError

LARGEST: Final = 4_000_000  # bytes of one reply, headers included; a full answer has a twentieth of it
_CHUNK: Final = 65_536
_CONNECT: Final = 15.0  # seconds to reach the other side
_PORTS: Final = {"http": 80, "https": 443}
_PATH: Final = "/chat/completions"
_HINT: Final = "Give the base address of the server, such as http://localhost:11434/v1"
_NOT_OPEN: Final = "nothing was sent: "


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where questions go; `path` is that of chat completions."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def parse(cls, url: str) -> Self:
        """Return the endpoint at `url`, with or without "/chat/completions"; raise UsageError for what is none."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError as wrong:
            raise UsageError(f"{url!r} is no address: {wrong}", _HINT) from wrong
        plain = all(" " < c < "\x7f" for c in url)
        if not plain or parts.scheme not in _PORTS or not host or parts.query or parts.fragment:
            raise UsageError(f"{url!r} is no address of an endpoint", _HINT)
        if "@" in parts.netloc:
            raise UsageError(
                "The endpoint's address holds a user or password", "Give the key with --key-from."
            )
        path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
        return cls(parts.scheme, host, port or _PORTS[parts.scheme], path)

    @property
    def name(self) -> str:
        """The address by which people, the case and its cache know the endpoint."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path.removesuffix(_PATH)}"

    @property
    def loopback(self) -> bool:
        """Whether the address is this very machine's by its spelling; the connection is checked too."""
        return self.host == "localhost" or is_loopback(self.host)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the status with the body, and the seconds the server asks to wait (None if it does not).

    `fault` is "" or why nothing came that could be used; then `status` is 0, or that of the redirect refused.
    `reached` says whether anything was sent.
    """

    status: int
    body: bytes = b""
    wait: float | None = None
    fault: str = ""
    reached: bool = True


def is_loopback(address: str) -> bool:
    """Return whether `address` is a numeric one of this machine."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return (mapped or parsed).is_loopback


def post(endpoint: Endpoint, body: bytes, key: str, seconds: float) -> Reply:
    """Send `body` (JSON) and return what came back within `seconds`; never raises for what the other side does.

    `key` goes along as a bearer token unless it is "".  A loopback endpoint is sent nothing if the connection turns
    out to lead to another machine.
    """
    deadline = clock.monotonic() + seconds
    connection = _connection(endpoint, min(seconds, _CONNECT))
    try:
        connection.connect()
    except (OSError, http.client.HTTPException) as wrong:
        connection.close()
        return Reply(0, fault=f"{_NOT_OPEN}{endpoint.name} cannot be reached: {_words(wrong)}", reached=False)
    try:
        peer = str(connection.sock.getpeername()[0])
        if endpoint.loopback and not is_loopback(peer):
            fault = f"{_NOT_OPEN}{endpoint.host} is {peer} here, which is another machine"
            return Reply(0, fault=fault, reached=False)
        connection.sock.settimeout(max(0.001, deadline - clock.monotonic()))
        connection.request("POST", endpoint.path, body, _headers(key))
        return _reply(connection.sock, deadline)
    except TimeoutError:
        return Reply(0, fault=f"no whole answer came within {seconds:g} seconds")
    except (OSError, http.client.HTTPException, _TooLarge) as wrong:
        return Reply(0, fault=f"the answer broke off: {_words(wrong)}")
    finally:
        connection.close()


def _connection(endpoint: Endpoint, seconds: float) -> http.client.HTTPConnection:
    if endpoint.scheme == "http":
        return http.client.HTTPConnection(endpoint.host, endpoint.port, timeout=seconds)
    context = ssl.create_default_context()
    return http.client.HTTPSConnection(endpoint.host, endpoint.port, timeout=seconds, context=context)


def _headers(key: str) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": f"whence/{whence.__version__}",
        "Connection": "close",
    }
    return {**headers, "Authorization": f"Bearer {key}"} if key else headers


def _reply(sock: Any, deadline: float) -> Reply:
    response = http.client.HTTPResponse(_Face(sock, deadline), method="POST")  # type: ignore[arg-type]
    with response:
        response.begin()
        if 300 <= response.status < 400:
            return Reply(response.status, fault="it sends elsewhere (a redirect), which is not followed")
        if response.length is not None and response.length > LARGEST:
            raise _TooLarge
        parts = []
        while part := response.read(_CHUNK):
            parts.append(part)
        if response.length:
            return Reply(0, fault="the answer broke off: it ended early")
        wait = response.headers.get("Retry-After", "").strip()
        seconds = float(wait) if wait.isascii() and wait.isdecimal() and len(wait) < 9 else None
        return Reply(response.status, b"".join(parts), seconds)


class _TooLarge(Exception):  # noqa: N818
    """More bytes came than an answer may have."""

    def __str__(self) -> str:
        return f"it is larger than {LARGEST:,} bytes"


class _Face:
    """A socket as http.client reads one: what it reads is limited as a whole."""

    def __init__(self, sock: Any, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return the reading side."""
        assert mode == "rb"
        return io.BufferedReader(_Limited(self._sock, self._deadline))


class _Limited(io.RawIOBase):
    """The bytes of a socket up to a moment and a size; raises TimeoutError or _TooLarge there."""

    def __init__(self, sock: Any, deadline: float) -> None:
        self._sock, self._deadline, self._left = sock, deadline, LARGEST

    def readable(self) -> bool:
        """Return True: bytes can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` with what has come, waiting no longer than to the deadline."""
        remaining = self._deadline - clock.monotonic()
        if remaining <= 0:
            raise TimeoutError
        self._sock.settimeout(remaining)
        size = int(self._sock.recv_into(buffer))
        self._left -= size
        if self._left < 0:
            raise _TooLarge
        return size


def _words(wrong: Exception) -> str:
    """Return an error in words without what the other side wrote into it."""
    if isinstance(wrong, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({wrong.verify_message})"
    if isinstance(wrong, TimeoutError):
        return "it does not answer"
    if isinstance(wrong, OSError):
        return wrong.strerror or type(wrong).__name__
    return str(wrong) if isinstance(wrong, _TooLarge) else f"it is no HTTP ({type(wrong).__name__})"
