"""whence show: accounts, one incident, source, report or statement in the terminal."""

from typing import TYPE_CHECKING

import click

from whence.model.codec import to_plain
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
    from whence.model.finding import Account
    from whence.show.desk import Desk

_FEW = 40  # accounts listed whole; of more, those that several reports tell


@click.command()
@click.argument("words", nargs=-1, metavar="[CASE] [INCIDENT|SOURCE|STATEMENT|REPORT]")
@click.option(
    "--only", default="", metavar="WORDS", help="Of an incident, the values and aspects that say WORDS."
)
@click.option("--summary", is_flag=True, help="Only the headline: what looks corroborated, and what is.")
@click.option("--trouble", is_flag=True, help="Everything that could not be read or kept, and why.")
@click.option("--all", "everything", is_flag=True, help="List accounts that one report alone tells, too.")
@mask_option
@json_option
def command(
    words: tuple[str, ...],
    only: str,
    summary: bool,
    trouble: bool,
    everything: bool,
    mask: bool | None,
    as_json: bool,
) -> int:
    """Tell accounts in the terminal: every value, the origins behind it, what contradicts it, who denies it.

    INCIDENT is a number of the list, the start of an id, or words of its name; SOURCE is a name.  STATEMENT is an id
    as printed with each telling, or a place as REPORT:START-END: it is taken apart, down to the words it rests on.
    """
    given, wanted = case_and_rest(words)
    desk = open_desk(open_case(given), mask)
    if trouble:
        return _trouble(desk, as_json=as_json)
    if summary:
        _summary(desk, as_json=as_json)
    elif wanted:
        _one(desk, wanted, only, as_json=as_json)
    else:
        _all(desk, everything=everything, as_json=as_json)
    return DONE


def _summary(desk: "Desk", *, as_json: bool) -> None:
    from whence.show.summary import headline  # noqa: PLC0415  (cold start)

    head = headline(desk.findings)
    if as_json:
        print_json({**to_plain(head), "sentence": head.words})
    else:
        _console_print(head.words)


def _all(desk: "Desk", *, everything: bool, as_json: bool) -> None:
    from whence.show.exports import account_rows  # noqa: PLC0415  (cold start)
    from whence.show.terminal import accounts_table  # noqa: PLC0415

    if as_json:
        print_json({"accounts": list(account_rows(desk))})
        return
    if not desk.accounts:
        _console_print(nothing(desk))
        return
    many = [a for a in desk.accounts if len(a.reports) > 1]
    shown = list(desk.accounts) if everything or len(desk.accounts) <= _FEW else many
    rest = len(desk.accounts) - len(shown)
    more = [f"… and {rest:,} that one report alone tells: --all lists them"] if rest else []
    _console_print(accounts_table(desk, shown), *more, "\nOne in full: whence show [CASE] NUMBER")


def nothing(desk: "Desk") -> str:
    """Say that there is no account, and what to do next."""
    if not desk.reports:
        return "The case holds no report yet. Add some: whence build FILES_OR_FOLDERS --case DIR"
    unread = sum(bool(r.unread) for r in desk.reports.values())
    if unread == len(desk.reports):
        return f"None of the {unread} reports could be read: 'whence show --trouble' says why."
    return (
        "No account: nothing that was read says anything about killed, injured, displaced, detained, materiel, damage, "
        "who did it or a link.\nWhat was read: whence export --to statements. What was not: whence show --trouble"
    )


def _one(desk: "Desk", wanted: str, only: str, *, as_json: bool) -> None:
    if not wanted.isdecimal() and _told(desk, wanted, as_json=as_json):
        return
    from whence.show.desk import pick_account, pick_source  # noqa: PLC0415  (cold start)
    from whence.show.exports import source_row  # noqa: PLC0415
    from whence.show.terminal_one import source_view  # noqa: PLC0415

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
    if account:
        _account(desk, account, only, as_json=as_json)
    elif source and as_json:
        print_json(source_row(desk, source))
    elif source:
        _console_print(source_view(desk, source))
    else:
        raise UsageError(
            f"No incident, source, report or statement fits {wanted!r}", "'whence show' lists the incidents."
        )


def _account(desk: "Desk", account: "Account", only: str, *, as_json: bool) -> None:
    from whence.show.exports import account_rows, statement_rows  # noqa: PLC0415  (cold start)
    from whence.show.terminal import account_view  # noqa: PLC0415

    if not as_json:
        _console_print(account_view(desk, account, only))
        return
    inside = set(account.incident.statements)
    rows = [r for r in account_rows(desk) if r["incident"] == account.incident.id]
    print_json({"accounts": rows, "statements": [r for r in statement_rows(desk) if r["id"] in inside]})


def _told(desk: "Desk", wanted: str, *, as_json: bool) -> bool:
    """Show the statement, place or report that `wanted` names exactly; return whether it names one."""
    from whence.show.desk import pick_told  # noqa: PLC0415  (cold start)
    from whence.show.exports import statement_rows  # noqa: PLC0415
    from whence.show.terminal_one import report_view, statement_view  # noqa: PLC0415

    report, found = pick_told(desk, wanted)
    if report is None:
        return False
    if as_json:
        inside = {s.id for s in found}
        print_json([r for r in statement_rows(desk) if r["id"] in inside])
    elif len(found) == 1:
        _console_print(statement_view(desk, found[0]))
    else:
        _console_print(report_view(desk, report, found))
    return True


def _trouble(desk: "Desk", *, as_json: bool) -> int:
    from whence.show.terminal import trouble_view  # noqa: PLC0415  (cold start)

    rows = desk.findings.trouble
    if as_json:
        print_json(list(rows))
    else:
        _console_print(trouble_view(rows, desk, everything=True) if rows else "No trouble.")
    return TROUBLE if rows else DONE


def _console_print(*what: object) -> None:
    """Print to the terminal, page by page where it is longer than the screen; into a pipe all at once."""
    from whence.show.terminal import console  # noqa: PLC0415  (cold start)

    out = console()
    if not out.is_terminal:
        out.print(*what, sep="\n")
        return
    with out.capture() as caught:
        out.print(*what, sep="\n")
    text = caught.get()
    if text.count("\n") < out.height:
        click.echo(text, nl=False)
    else:
        click.echo_via_pager(text)
