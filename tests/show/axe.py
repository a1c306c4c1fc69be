"""axe-core, which finds what keeps people out of a page: fetched from npm by its lock, never shipped."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).parents[2] / "web"
CHECKS = WEB / "checks"
# beside what is on by itself: targets large enough to hit (WCAG 2.2 AA)
RULES = {"target-size": {"enabled": True}}


def source() -> str:
    """Return axe-core's script, fetched if it is not there; skip, saying so, where it cannot be."""
    sys.path.insert(0, str(WEB))
    import assets

    home = CHECKS / "node_modules" / "axe-core"
    lock = json.loads((CHECKS / "package-lock.json").read_text("utf8"))
    wanted = lock["packages"]["node_modules/axe-core"]["version"]
    held = home / "package.json"
    if not held.is_file() or json.loads(held.read_text("utf8"))["version"] != wanted:
        try:
            assets.fetch_with_npm(CHECKS)
        except assets.UnreachableError as why:
            pytest.skip(f"axe-core is not here and could not be fetched: {why}")
    return (home / "axe.min.js").read_text("utf8")


def violations(page: Any, script: str) -> list[str]:
    """Return what axe finds wrong with the page as it stands, in words: the rule, how many, the first and why."""
    page.evaluate(script)
    found = page.evaluate("rules => axe.run(document, {rules, resultTypes: ['violations']})", RULES)[
        "violations"
    ]
    return [_told(v) for v in found]


def _told(violation: dict[str, Any]) -> str:
    first = violation["nodes"][0]
    rule = f"{violation['id']} ({violation['impact']}) x{len(violation['nodes'])}"
    return f"{rule}: {first['html'][:200]} {first['failureSummary'][:300]}"
