"""whence show: accounts, one incident or one source in the terminal."""

from typing import TYPE_CHECKING

import click

from whence.model.errors import UsageError
from whence.show.cli import DONE, TROUBLE
from whence.show.commands.common import (
    case_and_rest,
    json_option,
    mask_option,
    open_case,
    open_desk,
    print_json,
)

if TYPE_CHECKING:
    from whence.show.desk import Desk

_FEW = 40  # accounts listed whole; of more, those that several reports tell


@click.command()
@click.argument("words", nargs=-1, metavar="[CASE] [INCIDENT|SOURCE]")
@click.option("--summary", is_flag=True, help="Only the headline: what looks corroborated, and what is.")
@click.option("--trouble", is_flag=True, help="Everything that could not be read or kept, and why.")
@click.option("--all", "everything", is_flag=True, help="List accounts that one report alone tells, too.")
@mask_option
@json_option
def command(
    words: tuple[str, ...], summary: bool, trouble: bool, everything: bool, mask: bool | None, as_json: bool
) -> int:
    """Tell accounts in the terminal: every value, the origins behind it, what contradicts it, who denies it.

    INCIDENT is a number of the list, the start of an id, or words of its name; SOURCE is a name.
    """
    given, wanted = case_and_rest(words)
    desk = open_desk(open_case(given), mask)
    if trouble:
        return _trouble(desk, as_json=as_json)
    if summary:
        _summary(desk, as_json=as_json)
    elif wanted:
        _one(desk, wanted, as_json=as_json)
    else:
        _all(desk, everything=everything, as_json=as_json)
    return DONE


def _summary(desk: "Desk", *, as_json: bool) -> None:
    from whence.show.summary import headline  # noqa: PLC0415  (cold start)

    head = headline(desk.findings)
    if as_json:
        print_json(head)
    else:
        _console_print(head.words)


def _all(desk: "Desk", *, everything: bool, as_json: bool) -> None:
    from whence.show.exports import account_rows  # noqa: PLC0415  (cold start)
    from whence.show.terminal import accounts_table  # noqa: PLC0415

    if as_json:
        print_json({"accounts": list(account_rows(desk))})
        return
    if not desk.accounts:
        _console_print(
            "No account: nothing that was read says anything about killed, injured, who did it or a link."
        )
        return
    many = [a for a in desk.accounts if len(a.reports) > 1]
    shown = list(desk.accounts) if everything or len(desk.accounts) <= _FEW else many
    _console_print(accounts_table(desk, shown))
    if len(shown) < len(desk.accounts):
        rest = len(desk.accounts) - len(shown)
        _console_print(f"… and {rest:,} that one report alone tells: --all lists them")


def _one(desk: "Desk", wanted: str, *, as_json: bool) -> None:
    from whence.show.desk import pick_account, pick_source  # noqa: PLC0415  (cold start)
    from whence.show.exports import account_rows, source_row, statement_rows  # noqa: PLC0415
    from whence.show.terminal import account_view, source_view  # noqa: PLC0415

    source = None
    try:
        account = pick_account(desk, wanted)
    except UsageError:
        # words that fit several incidents may be a source's own name
        source = pick_source(desk, wanted)
        if source is None or desk.name(source.id).casefold() != wanted.casefold():
            raise
        account = None
    source = source if account else source or pick_source(desk, wanted)
    if account and as_json:
        inside = set(account.incident.statements)
        rows = [r for r in account_rows(desk) if r["incident"] == account.incident.id]
        print_json({"accounts": rows, "statements": [r for r in statement_rows(desk) if r["id"] in inside]})
    elif account:
        _console_print(account_view(desk, account))
    elif source and as_json:
        print_json(source_row(desk, source))
    elif source:
        _console_print(source_view(desk, source))
    else:
        raise UsageError(f"No incident and no source fits {wanted!r}", "'whence show' lists the incidents.")


def _trouble(desk: "Desk", *, as_json: bool) -> int:
    from whence.show.terminal import trouble_view  # noqa: PLC0415  (cold start)

    rows = desk.findings.trouble
    if as_json:
        print_json(list(rows))
    else:
        _console_print(trouble_view(rows, desk, everything=True) if rows else "No trouble.")
    return TROUBLE if rows else DONE


def _console_print(what: object) -> None:
    from whence.show.terminal import console  # noqa: PLC0415  (cold start)

    console().print(what)
