"""whence gazetteer: tables of places that a case goes by beside the packaged list."""

from pathlib import Path

import click

from whence.show.cli import DONE
from whence.show.commands.common import find_case


@click.group()
def command() -> None:
    """Add full tables of places to a case; the packaged list knows towns and few villages."""


@command.command("add")
@click.argument("table", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--case", "folder", metavar="DIR", help="The case folder; made if there is none. Default: ./case"
)
def add(table: Path, folder: str | None) -> int:
    """Keep FILE with the case: a GeoNames dump (SY.txt) or a table in the form of Who's On First, plain or .gz.

    The next build goes by it. Results shared with others must credit where its records come from.
    """
    from whence.flow.case import Case  # noqa: PLC0415  (cold start)

    path = find_case(folder)
    case = Case.open_or_create(path) if folder else Case.open(path)
    kept = case.learn_places(table)
    click.echo(
        f"{kept.places} places kept with the case at {path}. They are used from the next: whence build --case {path}"
    )
    if kept.passed_over:
        click.echo(
            f"{kept.passed_over} rows give no place (no id, name or point on earth) and are passed over."
        )
    return DONE
