"""whence dossier: everything as one self-contained page."""

from pathlib import Path

import click

from whence.show.cli import DONE
from whence.show.commands.common import log_export, mask_option, open_case, open_desk, write_file


@click.command()
@click.argument("case", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The page to write.")
@mask_option
def command(case: str | None, output: Path, mask: bool | None) -> int:
    """Write accounts, origins, chains and every statement in its report as one page that needs no network."""
    from whence.show.dossier import render  # noqa: PLC0415  (cold start)

    opened = open_case(case)
    desk = open_desk(opened, mask)
    data = write_file(output, render(desk, opened.settings.name, opened.generation))
    log_export(opened, "dossier", data)
    click.echo(
        f"{output}: {len(desk.accounts)} accounts, {len(desk.reports)} reports, {len(data) / 1e6:.1f} MB"
    )
    return DONE
