"""whence verify: intact and reproduced, told apart."""

import click

from whence.show.cli import DONE, NOT_INTACT, NOT_REPRODUCED
from whence.show.commands.common import json_option, open_case, print_json


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
        out.print("Intact: " + ("yes" if verdict.intact else "NO — something kept is not what it was"))
        again = {True: "yes", False: "no", None: "not tried"}[verdict.reproduced]
        out.print(f"Reproduced: {again}")
        if verdict.problems:
            out.print(trouble_view(verdict.problems))
    if not verdict.intact:
        return NOT_INTACT
    return NOT_REPRODUCED if verdict.reproduced is False else DONE
