"""The command line: which commands there are, how errors reach people, and the only place that ends the process.

Exit codes (docs/command-line.md): 0 done; 1 the request or the case is at fault; 2 the command was misspelt; 3 done,
with trouble to know about; 4 not intact; 5 intact, not reproduced; 130 interrupted.
"""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NoReturn

import click

import whence
from whence.model.errors import WhenceError
from whence.show.safe import visible

# name -> what `whence --help` says of it; its module is imported when it is called
COMMANDS: Final = {
    "build": "Add reports, bring the findings up to date, and print the accounts.",
    "show": "Tell accounts, one incident or one source in the terminal.",
    "serve": "Open the case in the browser: read, doubt and decide.",
    "dossier": "Write everything as one self-contained page.",
    "export": "Write statements or accounts for other tools.",
    "judge": "Record what you decided about an incident, a source or a statement.",
    "cite": "Print a citation to copy.",
    "erase": "Destroy a report's bytes and leave a tombstone.",
    "verify": "Check that nothing was changed and that findings can be made again.",
    "gazetteer": "Add a full table of places to a case.",
    "read": "Read plain texts and print who says what in them.",
}
DONE, FAULT, MISSPELT, TROUBLE, NOT_INTACT, NOT_REPRODUCED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"whence.show.commands.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(whence.__version__, prog_name="whence")
@click.option("--debug", is_flag=True, help="Show the program's own trace when something fails.")
def main(debug: bool) -> None:
    """Who says so, whom they have it from, and how many independent origins remain.

    Start with: whence build FOLDER --case CASE, then: whence dossier CASE -o dossier.html
    """


def cli(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process."""
    given = list(sys.argv[1:] if args is None else args)
    for stream in (
        sys.stdout,
        sys.stderr,
    ):  # a terminal that lacks a letter shows its code point, and goes on
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_run(given, debug="--debug" in given[:1]))


def _run(args: list[str], *, debug: bool) -> int:
    """Return the exit code of the command in `args`; raise only where `debug` asks for a trace."""
    try:
        code = main.main(args, prog_name="whence", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("\nStopped. What was finished before is kept.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # the reader has seen enough; a closed stdout must not complain again when Python flushes it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except WhenceError as wrong:
        if debug:
            raise
        return _say(str(wrong), wrong.hint)
    except OSError as wrong:
        if debug:
            raise
        name = f"{wrong.filename}: " if wrong.filename else ""
        full = wrong.errno in (errno.ENOSPC, errno.EDQUOT)
        hint = "Free some space and try again." if full else "Check the path and the rights to it."
        return _say(f"{name}{wrong.strerror or wrong}", hint)
    except Exception as wrong:
        if debug:
            raise
        hint = "This is a fault of Whence. Run it again as 'whence --debug ...' and report what it prints."
        return _say(f"{type(wrong).__name__}: {wrong}", hint)
    return code if isinstance(code, int) else DONE


def _say(message: str, hint: str) -> int:
    click.echo(f"whence: {visible(message)}", err=True)
    if hint:
        click.echo(f"  hint: {visible(hint)}", err=True)
    return FAULT
