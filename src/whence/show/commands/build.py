"""whence build: add reports, bring the findings up to date, print the accounts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.flow.readers import ENDPOINT, NAMES
from whence.model.errors import NotACase, UsageError
from whence.show.cli import DONE, TROUBLE
from whence.show.commands.common import find_case, json_option, print_json
from whence.show.commands.sending import Sending, cost_line, plan_lines, sending_options

if TYPE_CHECKING:
    from whence.flow.asking import Asker
    from whence.flow.case import Case
    from whence.model.finding import Findings
    from whence.model.report import Trouble


@click.command()
@click.argument("reports", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--case", "folder", metavar="DIR", help="The case folder; made if there is none. Default: ./case"
)
@click.option(
    "--map", "pairs", multiple=True, metavar="OURS=THEIRS", help="Name a feed's field: --map text=body"
)
@click.option(
    "--knowledge",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The case's own facts (sources.yaml, places.yaml, ...), in the form of Whence's tables.",
)
@click.option("--name", help="What the case is called.")
@click.option("--mask/--no-mask", default=None, help="Whether the case withholds names of private persons.")
@click.option("--reader", type=click.Choice(NAMES), help="Who finds the statements; kept with the case.")
@sending_options
@json_option
def command(
    reports: tuple[Path, ...], folder: str | None, pairs: tuple[str, ...], knowledge: Path | None,
    name: str | None, mask: bool | None, reader: str | None, as_json: bool, **about: Any,
) -> int:  # fmt: skip
    """Add REPORTS (files, folders, feeds) to a case, (re)build what is stale, and print the accounts.

    Files may be .txt .md .html .eml, and feeds .jsonl .csv with one report a row.
    """
    case = _case(folder, bool(reports))
    now = case.settings
    chosen = replace(
        now,
        name=name or now.name,
        mask=now.mask if mask is None else mask,
        reader=now.reader if reader is None else reader,
    )
    sending = Sending(**about)
    chosen = sending.settings(chosen)
    asker = sending.asker(chosen) if reader == ENDPOINT else None
    if chosen != now:
        case.configure(chosen)
    if knowledge is not None:
        case.learn(knowledge)
    added = case.add(reports, mapping(pairs)) if reports else ()
    findings = _build(case, asker)
    every = tuple(dict.fromkeys([*added, *findings.trouble]))  # what was refused stands in both
    _tell(case, findings, every, as_json=as_json)
    if asker is not None:
        click.echo(cost_line(asker.cost), err=True)
    return TROUBLE if every else DONE


def mapping(pairs: Sequence[str]) -> dict[str, str]:
    """Return the fields that `pairs` ("text=body") name; raise UsageError for what is no pair."""
    split = [p.partition("=") for p in pairs]
    wrong = [
        p for p, (ours, _, theirs) in zip(pairs, split, strict=True) if not (ours.strip() and theirs.strip())
    ]
    if wrong:
        raise UsageError(f"--map {wrong[0]} names no field", "Write --map text=article_content")
    return {ours.strip(): theirs.strip() for ours, _, theirs in split}


def _case(folder: str | None, adding: bool) -> "Case":
    from whence.flow.case import Case  # noqa: PLC0415  (cold start)

    try:
        path = find_case(folder)
    except NotACase:
        if not adding or list(Path.cwd().glob("*/case.toml")):
            raise
        path = Path("case")
    return Case.open_or_create(path) if adding else Case.open(path)


def _build(case: "Case", asker: "Asker | None") -> "Findings":
    from whence.show.terminal import console, progress_bar  # noqa: PLC0415  (cold start)

    with progress_bar(console(error=True)) as bar:
        tasks: dict[str, int] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                for before in bar.tasks:  # a stage that begins ends the one before
                    bar.update(before.id, completed=before.total)
                tasks[stage] = int(bar.add_task(stage, total=total))
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        if asker is not None:
            asker.announce = lambda plan: bar.console.print("\n".join(plan_lines(plan)), soft_wrap=True)
        return case.build(told, asker)


def _tell(case: "Case", findings: "Findings", troubles: "Sequence[Trouble]", *, as_json: bool) -> None:
    from whence.show.desk import make_desk  # noqa: PLC0415  (cold start)
    from whence.show.exports import account_rows  # noqa: PLC0415  (cold start)
    from whence.show.summary import headline  # noqa: PLC0415
    from whence.show.terminal import TOP, accounts_table, console, trouble_view  # noqa: PLC0415

    desk = make_desk(findings, case.settings.mask)
    head = headline(desk.findings)
    if as_json:
        print_json({"case": str(case.layout.root), "generation": case.generation, "summary": head,
                    "accounts": list(account_rows(desk)), "trouble": list(troubles)})  # fmt: skip
        return
    out = console()
    out.print(head.words)
    if desk.accounts:
        out.print()
        out.print(accounts_table(desk, desk.accounts[:TOP]))
    if len(desk.accounts) > TOP:
        out.print(f"… and {len(desk.accounts) - TOP:,} more accounts: whence show lists them")
    if troubles:
        console(error=True).print(trouble_view(troubles, desk))
    root = case.layout.root
    shown = root.relative_to(Path.cwd()) if root.is_relative_to(Path.cwd()) else root
    if not desk.accounts:
        from whence.show.commands.show import nothing  # noqa: PLC0415

        out.print(nothing(desk))
        return
    out.print("\nNext:", style="dim")
    for line in (
        f"whence serve {shown}",
        f"whence show {shown} 1",
        f"whence dossier {shown} -o dossier.html",
    ):
        out.print(f"  {line}", style="dim", soft_wrap=True)  # a line to copy must stay one line
