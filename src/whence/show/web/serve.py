"""Serving the desk: a port on loopback, one address to open, and nothing else on the network."""

import secrets
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette

from whence.model.errors import UsageError
from whence.show.web.app import make_app
from whence.show.web.library import Library

HOST: Final = "127.0.0.1"


def serve(case: Path, port: int, announce: Callable[[str], None], *, browser: bool) -> None:
    """Serve the case until interrupted; call `announce` with the full address once it can be opened.

    `port` 0 takes a free one.  Raises NotACase if the case was never built, UsageError if the port cannot be had.
    """
    library = Library(case)
    library.open_newest()
    config = uvicorn.Config(Starlette(), host=HOST, port=port, log_config=None, access_log=False, lifespan="off",
                            server_header=False, date_header=False, timeout_graceful_shutdown=2)  # fmt: skip
    try:
        listening = config.bind_socket()
    except SystemExit as wrong:  # uvicorn's way to say that it may not have the port
        hint = "Another program may have it. Choose another with --port N, or leave it out for a free one."
        raise UsageError(f"Port {port} cannot be used", hint) from wrong
    listening.listen()  # from here on a browser that is quicker than the server waits in line
    chosen = int(listening.getsockname()[1])
    token = secrets.token_urlsafe(24)
    config.app = make_app(library, token, chosen)
    address = f"http://{HOST}:{chosen}/?token={token}"
    announce(address)
    if browser:
        webbrowser.open(address)
    uvicorn.Server(config).run(sockets=[listening])
