"""whence export: statements or accounts for other tools."""

from pathlib import Path

import click

from whence.show.cli import DONE
from whence.show.commands.common import (
    log_export,
    mask_option,
    open_case,
    open_desk,
    write_file,
    write_out,
)


@click.command()
@click.argument("case", required=False)
@click.option("--to", "kind", type=click.Choice(["statements", "accounts", "csv"]), required=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; else standard output."
)
@click.option(
    "--bom", is_flag=True, help="Begin a csv file with a byte-order mark, as some spreadsheets want."
)
@mask_option
def command(case: str | None, kind: str, output: Path | None, bom: bool, mask: bool | None) -> int:
    """Write statements or accounts as JSON lines, or statements as a table that is safe to open in a spreadsheet."""
    from whence.show.exports import WRITERS  # noqa: PLC0415  (cold start)

    opened = open_case(case)
    text = WRITERS[kind](open_desk(opened, mask))
    if output is None:
        write_out(("\ufeff" if bom else "") + text)
        log_export(opened, kind, text.encode("utf8", "backslashreplace"))
    else:
        log_export(opened, kind, write_file(output, text, bom=bom))
        click.echo(f"{text.count(chr(10)):,} lines written to {output}", err=True)
    return DONE
