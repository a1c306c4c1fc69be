"""The door to the network: one POST, no detours, and an end to everything."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import standin
from standin import StandIn

from whence.flow import endpoint as door
from whence.flow.endpoint import LARGEST, Endpoint, is_loopback, post
from whence.model.errors import UsageError


@pytest.fixture
def stand() -> Iterator[StandIn]:
    with standin.serving(standin.raw(b"{}")) as server:
        yield server


def send(stand: StandIn, key: str = "", seconds: float = 5.0) -> door.Reply:
    return post(Endpoint.parse(stand.url), b'{"model": "m"}', key, seconds)


@pytest.mark.parametrize(
    ("url", "name", "loopback"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1", True),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1", True),
        ("http://LOCALHOST/v1/chat/completions", "http://localhost/v1", True),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1", True),
        ("http://127.8.0.1/v1", "http://127.8.0.1/v1", True),
        ("https://models.example/v1", "https://models.example/v1", False),
        ("https://models.example:443/v1", "https://models.example/v1", False),
        ("http://192.168.1.7:8000/v1", "http://192.168.1.7:8000/v1", False),
        ("http://localhost.models.example/v1", "http://localhost.models.example/v1", False),
        ("http://127.0.0.1.models.example/v1", "http://127.0.0.1.models.example/v1", False),
        ("http://0.0.0.0:8000/v1", "http://0.0.0.0:8000/v1", False),
    ],
)
def test_addresses(url: str, name: str, loopback: bool) -> None:
    found = Endpoint.parse(url)
    assert (found.name, found.loopback) == (name, loopback)
    assert found.path.endswith("/chat/completions")
    assert Endpoint.parse(found.name) == found


@pytest.mark.parametrize(
    "url",
    ["", "localhost:11434", "ftp://localhost/v1", "file:///etc/passwd", "http://", "http://user:pw@localhost/v1",
     "http://localhost/v1?key=1", "http://localhost/v1#x", "http://local host/v1", "http://localhost:99999/v1",
     "http://localhost/v1\r\nX: y", "http://[::1/v1", "http://models.exämple/v1"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError) as wrong:
        Endpoint.parse(url)
    assert "pw" not in str(wrong.value)


@pytest.mark.parametrize(
    ("address", "here"),
    [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("::ffff:10.0.0.1", False), ("10.0.0.1", False),
     ("localhost", False), ("", False)],
)  # fmt: skip
def test_what_is_this_machine(address: str, here: bool) -> None:
    assert is_loopback(address) is here


def test_an_answer_comes_back_whole(stand: StandIn) -> None:
    stand.always = standin.raw(b"x" * 300_000)
    reply = send(stand, "secret")
    assert (reply.status, len(reply.body), reply.fault, reply.reached) == (200, 300_000, "", True)
    assert stand.headers[0]["Authorization"] == "Bearer secret"
    assert stand.paths == ["/v1/chat/completions"]
    send(stand)
    assert "Authorization" not in stand.headers[1]


@pytest.mark.parametrize("behaviour", [standin.drips, standin.drips_headers, standin.hangs])
def test_an_answer_has_so_many_seconds_however_it_drips(stand: StandIn, behaviour: standin.Behaviour) -> None:
    stand.always = behaviour
    begun = time.monotonic()
    reply = send(stand, seconds=0.3)
    assert time.monotonic() - begun < 1.2
    assert (reply.status, reply.fault) == (0, "no whole answer came within 0.3 seconds")


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (standin.sends_much, f"larger than {LARGEST:,} bytes"),
        (standin.announces_much, f"larger than {LARGEST:,} bytes"),
        (standin.ends_early, "ended early"),
        (standin.hangs_up, "broke off"),
        (standin.no_http, "it is no HTTP (BadStatusLine)"),
    ],
)
def test_what_breaks_off_is_told_in_our_words(
    stand: StandIn, behaviour: standin.Behaviour, words: str
) -> None:
    stand.always = behaviour
    reply = send(stand)
    assert reply.status == 0
    assert words in reply.fault
    assert "SSH" not in reply.fault


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(stand: StandIn, code: int) -> None:
    with standin.serving() as elsewhere:
        stand.always = standin.status(code, Location=f"{elsewhere.url}/chat/completions")
        reply = send(stand, "secret")
        assert "redirect" in reply.fault
        assert elsewhere.requests == []
    assert len(stand.requests) == 1


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, not listening: refused
        reply = post(Endpoint.parse(f"http://127.0.0.1:{taken.getsockname()[1]}/v1"), b"{}", "", 2.0)
    assert (reply.status, reply.reached) == (0, False)
    assert reply.fault.startswith("nothing was sent: ")


def test_no_proxy_of_the_environment_is_used(stand: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    with standin.serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert send(stand).status == 200
        assert proxy.requests == []


def test_a_loopback_name_that_leads_elsewhere_is_sent_nothing(
    stand: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "is_loopback", lambda address: address == "localhost")  # the peer looks foreign
    reply = post(Endpoint("http", "localhost", stand.port, "/v1/chat/completions"), b"{}", "secret", 2.0)
    assert "another machine" in reply.fault
    assert stand.requests == []


@pytest.mark.parametrize(
    ("header", "wait"), [("7", 7.0), ("0", 0.0), ("soon", None), ("-3", None), ("9" * 40, None)]
)
def test_retry_after(stand: StandIn, header: str, wait: float | None) -> None:
    stand.always = standin.status(429, Retry_After=header)
    assert send(stand).wait == wait


def test_plain_http_is_no_tls() -> None:
    """A certificate is asked for: a server without one gets nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            peer, _ = server.accept()
            with peer:
                heard.append(peer.recv(5))
                peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

        heard: list[bytes] = []
        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        reply = post(Endpoint.parse(f"https://127.0.0.1:{port}/v1"), b'{"text": "secret"}', "secret", 2.0)
        thread.join(2)
    assert reply.reached is False
    assert heard[0][:2] == b"\x16\x03"  # a TLS hello, and no word of the report
