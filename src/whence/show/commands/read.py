"""whence read: plain texts in, who says what in them out."""

import json
from pathlib import Path

import click

from whence.show.cli import DONE
from whence.show.commands.common import write_out


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "kind", type=click.Choice(["attributions"]), required=True)
@click.option("--reader", type=click.Choice(["trained", "rules"]), default="trained", show_default=True)
def command(folder: Path, kind: str, reader: str) -> int:  # noqa: ARG001  (one kind today, named by the option)
    """Read the .txt files of FOLDER and print a JSON line for each: source, cue and content spans in the raw file."""
    from whence.flow.attributions import read_folder  # noqa: PLC0415  (cold start)

    for row in read_folder(folder, reader):
        write_out(json.dumps(row, ensure_ascii=False) + "\n")
    return DONE
