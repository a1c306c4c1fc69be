"""whence cite: a citation to copy."""

import click

from whence.show.cli import DONE
from whence.show.commands.common import json_option, mask_option, open_case, open_desk, print_json, write_out


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[CASE] ANCHOR")
@mask_option
@json_option
def command(words: tuple[str, ...], mask: bool | None, as_json: bool) -> int:
    """Print outlet, title, date, digest, offsets and quote of ANCHOR: a statement's id, or REPORT:START-END."""
    from whence.show.cite import cite  # noqa: PLC0415  (cold start)

    if len(words) > 2:
        raise click.UsageError("Give a case and one anchor.")
    found = cite(open_desk(open_case(words[0] if len(words) == 2 else None), mask), words[-1])
    if as_json:
        print_json(found)
    else:
        write_out(found.words + "\n")
    return DONE
