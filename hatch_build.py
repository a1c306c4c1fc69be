"""The build hook: fetches what the desk borrows from npm, so that an installed Whence asks no network for it.

`WHENCE_ASSETS=skip` builds without them; `WHENCE_ASSETS=require` stops a build that would lack them (for releases).
"""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "web"))

import assets

WISH = "WHENCE_ASSETS"


class AssetsHook(BuildHookInterface):
    """Puts the desk's files in place before a wheel, an editable install or a source archive is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs: npm from PyPI, only where files are missing and the machine has no npm."""
        bundle = assets.read_bundle(Path(self.root))
        needed = os.environ.get(WISH) != "skip" and not assets.complete(bundle) and not assets.npm_command()
        return [bundle.node] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Fetch the files that are missing; say so where that cannot be done, and build without them."""
        wish = os.environ.get(WISH, "")
        fetch = unwanted if wish == "skip" else assets.fetch_with_npm
        outcome, words = assets.ensure(Path(self.root), fetch)
        if outcome == "missing" and wish == "require":
            raise assets.UnreachableError(words)
        (self.app.display_warning if outcome == "missing" else self.app.display_info)(words)


def unwanted(_folder: Path) -> None:
    """Fetch nothing, as asked; raise UnreachableError."""
    raise assets.UnreachableError(f"{WISH}=skip: nothing was fetched from npm.")
