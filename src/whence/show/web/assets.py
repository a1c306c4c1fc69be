"""The desk's static files: found by name, addressed by digest, so that a browser may keep them for ever."""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

STATIC: Final = Path(__file__).parent / "static"
FOLDERS: Final = (STATIC, STATIC / "built")
_TYPES: Final = {".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json"}


@cache
def files() -> dict[str, Path]:
    """Return every static file by name; our own go before what the build fetched."""
    found = (p for folder in reversed(FOLDERS) if folder.is_dir() for p in sorted(folder.iterdir()))
    return {p.name: p for p in found if p.is_file() and not p.name.startswith(".")}


@cache
def address(name: str) -> str:
    """Return the address of the static file called `name`; raise KeyError if there is none."""
    digest = hashlib.sha256(files()[name].read_bytes()).hexdigest()[:16]
    return f"/static/{digest}/{name}"


def send(request: Request) -> Response:
    """Answer with a static file; only names in the table are known, so no path leads outside."""
    name = request.path_params["name"]
    if name not in files() or address(name) != request.url.path:
        return PlainTextResponse("There is no such file.\n", 404)
    path = files()[name]
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(
        path, media_type=kind, headers={"cache-control": "public, max-age=31536000, immutable"}
    )


ROUTES = (Route("/static/{digest}/{name}", send),)
