"""whence serve: the desk in the browser, on this machine alone."""

import click

from whence.show.cli import DONE
from whence.show.commands.common import find_case


@click.command()
@click.argument("case", required=False)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port on 127.0.0.1; else a free one."
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def command(case: str | None, port: int, no_browser: bool) -> int:
    """Open the case in the browser: read accounts, follow chains to their words, decide.

    The address that is printed is the key: it is good until this command ends (Ctrl-C). Nothing leaves the machine.
    """
    from whence.show.web.serve import serve  # noqa: PLC0415  (cold start: the web app)

    path = find_case(case)
    click.echo(
        "Preparing the desk (the first time after a build this takes a while for a large case) …", err=True
    )
    serve(path, port, click.echo, browser=not no_browser)
    return DONE
