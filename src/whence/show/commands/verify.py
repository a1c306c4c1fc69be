"""whence verify: intact and reproduced, told apart."""

from typing import TYPE_CHECKING

import click

from whence.show.cli import DONE, NOT_INTACT, NOT_REPRODUCED
from whence.show.commands.common import json_option, open_case, print_json

if TYPE_CHECKING:
    from whence.flow.verify import Verdict


@click.command()
@click.argument("case", required=False)
@json_option
def command(case: str | None, as_json: bool) -> int:
    """Check captures, custody, journals and quotes (intact), then make the findings again and compare (reproduced)."""
    from whence.show.terminal import console, trouble_view  # noqa: PLC0415  (cold start)

    verdict = open_case(case).verify()
    if as_json:
        print_json(verdict)
    else:
        out = console()
        cut = "; a command was cut short, and the next build finishes it" if verdict.unfinished else ""
        out.print("Intact: " + ("NO, something kept is not what it was" if verdict.intact else "yes") + cut)
        out.print(f"Reproduced: {_reproduced(verdict)}")
        if verdict.intact or verdict.unfinished:
            out.print(trouble_view((*verdict.intact, *verdict.unfinished), everything=True))
    if verdict.intact:
        return NOT_INTACT
    return NOT_REPRODUCED if verdict.reproduced == "differs" and not verdict.stale else DONE


def _reproduced(verdict: "Verdict") -> str:
    if verdict.reproduced == "same":
        return "yes, the findings came out the same"
    if verdict.reproduced == "not built":
        return "nothing to compare, the case was not built"
    rows = ", ".join(f"{table} {n}" for table, n in sorted(verdict.differing.items()))
    if verdict.stale:
        return f"the case changed since it was built; run 'whence build' first (rows that differ: {rows})"
    return f"no, rows differ: {rows}. Another processor or version may do that; it is no sign of tampering"
