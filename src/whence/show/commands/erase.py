"""whence erase: destroy a report's bytes and leave a tombstone."""

import click

from whence.show.cli import DONE
from whence.show.commands.common import open_case


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[CASE] REPORT")
@click.option("--reason", required=True, help="Why; kept in the custody log for good.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(words: tuple[str, ...], reason: str, yes: bool) -> int:
    """Destroy the bytes of REPORT (its label, or the start of its id) and what quotes them; chains stay whole."""
    if len(words) > 2:
        raise click.UsageError("Give a case and one report.")
    if not reason.strip():
        raise click.UsageError("--reason must say why.")
    case = open_case(words[0] if len(words) == 2 else None)
    if not yes:
        click.confirm(f"Destroy {words[-1]!r} for good? This cannot be undone.", abort=True, err=True)
    erased = case.erase(words[-1], reason)
    click.echo(f"Erased {erased[:12]}; the custody log says so, and the findings were rebuilt without it.")
    return DONE
