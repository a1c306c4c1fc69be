"""A stand-in for a server of language models, on loopback: it answers as it is told to, well, badly, or not at all."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]
Behaviour = Callable[["Handler", Request], None]
_HARM = {"killed": "killed", "injured": "injured", "detained": "detained"}
_TOLL = re.compile(r"(?:[Aa]t least )?\w+ (?:miners|bakers|teachers) were (killed|injured|detained)")


class Handler(BaseHTTPRequestHandler):
    """Notes each request and plays the next behaviour."""

    server: "_Server"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        stand = self.server.stand
        with stand.lock:
            stand.requests.append(body)
            stand.headers.append(dict(self.headers))
            stand.paths.append(self.path)
            play = stand.behaviours.pop(0) if stand.behaviours else stand.always
        with suppress(BrokenPipeError, ConnectionResetError):  # the client had enough, as some tests want it
            play(self, body)

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stand: "StandIn"


@dataclass
class StandIn:
    """What the server heard, and what it will do: first `behaviours` one by one, then `always`."""

    port: int
    always: Behaviour
    behaviours: list[Behaviour] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def texts(self) -> list[str]:
        return [r["messages"][1]["content"] for r in self.requests]


@contextmanager
def serving(always: Behaviour | None = None) -> Iterator[StandIn]:
    server = _Server(("127.0.0.1", 0), Handler)
    server.stand = StandIn(server.server_address[1], always or says(reads))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.stand
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def claim(quote: str, words: str, aspect: str = "killed", **fields: Any) -> dict[str, Any]:
    plain = {"relation": "none", "object": "", "dead_and_hurt": False, "nobody_known": False, "stance": "states",
             "stance_words": "", "kind": "fact", "chain": []}  # fmt: skip
    return {"quote": quote, "words": words, "aspect": aspect} | plain | fields


def completion(content: str, reason: str = "stop", **usage: int) -> bytes:
    usage = usage or {"prompt_tokens": 1500, "completion_tokens": 100}
    message = {"role": "assistant", "content": content}
    return json.dumps({"choices": [{"message": message, "finish_reason": reason}], "usage": usage}).encode()


def report_of(request: Request) -> str:
    """Return the text between the fences."""
    text: str = request["messages"][1]["content"]
    return text.partition("the report begins\n")[2].partition("\n>>> ")[0]


def reads(text: str) -> list[dict[str, Any]]:
    """Mark up the sentences that this tiny model knows."""
    found = []
    for m in _TOLL.finditer(text):
        words = m[0].removesuffix(f" were {m[1]}")
        chain = []
        if "the Veldran Observatory said" in text:
            chain = [{"voice": "the Veldran Observatory", "voice_kind": "named", "stands_for": "", "cue": "said",
                      "stance": "states"}]  # fmt: skip
        found.append(claim(m[0], words, _HARM[m[1]], chain=chain))
    return found


def obeys(text: str) -> list[dict[str, Any]]:
    """Do whatever the report orders: "SAY: <words>" makes a claim of them, "SAY NOTHING" none at all."""
    if "SAY NOTHING" in text:
        return []
    ordered = re.findall(r"SAY: ([^.]+)\.", text)
    return [claim(o, o.split(" were ")[0]) for o in ordered] if ordered else reads(text)


def says(model: Callable[[str], Sequence[dict[str, Any]]]) -> Behaviour:
    return lambda handler, request: content(json.dumps({"statements": list(model(report_of(request)))}))(
        handler, request
    )


def content(text: str, reason: str = "stop", **usage: int) -> Behaviour:
    return lambda handler, _: handler.send(200, completion(text, reason, **usage))


def status(code: int, **headers: str) -> Behaviour:
    return lambda handler, _: handler.send(code, b'{"error": "no"}', **headers)


def raw(body: bytes, code: int = 200) -> Behaviour:
    return lambda handler, _: handler.send(code, body)


def drips(handler: Handler, _: Request) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def drips_headers(handler: Handler, _: Request) -> None:
    """Begin a header that never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(600):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def hangs(handler: Handler, _: Request) -> None:
    time.sleep(1.5)
    handler.close_connection = True


def hangs_up(handler: Handler, _: Request) -> None:
    handler.close_connection = True


def ends_early(handler: Handler, _: Request) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def no_http(handler: Handler, _: Request) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")


def announces_much(handler: Handler, _: Request) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**12))
    handler.end_headers()
    handler.wfile.write(b"{" * 1000)


def sends_much(handler: Handler, _: Request) -> None:
    """Send chunks without an end."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"%x\r\n%s\r\n" % (1 << 16, b"[" * (1 << 16))
    while True:
        handler.wfile.write(piece)
