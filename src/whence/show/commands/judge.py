"""whence judge: what a person decided, appended to the reviewer's journal."""

from typing import TYPE_CHECKING, Any

import click

from whence.model.errors import UsageError
from whence.model.judgement import Action
from whence.show.cli import DONE
from whence.show.commands.common import F, find_case, json_option, open_case, open_desk, print_json

if TYPE_CHECKING:
    from whence.model.judgement import Anchor, Judgement

_ASPECTS = ("killed", "injured", "responsible", "displaced", "detained", "materiel", "damage", "link")


def _common(command: F) -> F:
    """Add what every judgement takes: the case, why, and who."""
    for option in (
        click.option("--case", "folder", metavar="DIR", help="The case; else the only one here."),
        click.option(
            "--why", default="", help="A comment, kept beside the journal; it can be destroyed alone."
        ),
        click.option("--reviewer", default="", help="Your handle: small letters, digits, - and _."),
    ):
        command = option(command)
    return command


@click.group()
def command() -> None:
    """Record what you decided. A judgement goes before the machine, survives rebuilds, and can be undone.

    Run 'whence build' afterwards to see what it changes.
    """


@command.command()
@click.argument("verdict", type=click.Choice(["same", "different"]))
@click.argument("first")
@click.argument("second")
@_common
def incident(verdict: str, first: str, second: str, **common: str) -> int:
    """FIRST and SECOND (incidents by number, id or words; or statement ids) are the same incident, or different."""
    from whence.show.anchors import of_incident  # noqa: PLC0415  (cold start)

    action: Action = "same-incident" if verdict == "same" else "different-incident"
    desk = open_desk(open_case(common["folder"]))
    return _judge(action, (of_incident(desk, first), of_incident(desk, second)), {}, common)


@command.command()
@click.argument("verdict", type=click.Choice(["same", "different", "dependent", "independent", "retracted"]))
@click.argument("names", nargs=-1, required=True)
@_common
def sources(verdict: str, names: tuple[str, ...], **common: str) -> int:
    """Two sources are the same, different, dependent (the first on the second) or independent; or one is retracted."""
    from whence.show.anchors import of_source  # noqa: PLC0415  (cold start)

    wanted = 1 if verdict == "retracted" else 2
    if len(names) != wanted:
        raise click.UsageError(f"'{verdict}' takes {wanted} {'source' if wanted == 1 else 'sources'}.")
    actions: dict[str, Action] = {"same": "same-source", "different": "different-source", "dependent": "dependent",
                                  "independent": "independent", "retracted": "retracted"}  # fmt: skip
    desk = open_desk(open_case(common["folder"]))
    return _judge(actions[verdict], tuple(of_source(desk, n) for n in names), {}, common)


@command.command()
@click.argument("verdict", type=click.Choice(["withdrawn"]))
@click.argument("name", metavar="REPORT")
@_common
def report(verdict: Action, name: str, **common: str) -> int:
    """REPORT (its label, or an id) was withdrawn by whoever published it: nothing that stands on it counts."""
    from whence.show.anchors import of_report  # noqa: PLC0415  (cold start)

    desk = open_desk(open_case(common["folder"]))
    return _judge(verdict, (of_report(desk, name),), {}, common)


@command.command()
@click.argument("verdict", type=click.Choice(["wrong", "confirmed", "corrected"]))
@click.argument("statement")
@click.option("--value", help="A number, a range (3-5, 3-, -5) or a name.")
@click.option("--voice", help="Who says it, root last: 'Agency > residents'.")
@click.option("--stance", type=click.Choice(["states", "hedges", "denies"]))
@click.option("--date", help="2024-03-05, or 2024-03-05/2024-03-07.")
@click.option("--place", help="Where, as the text or you would name it.")
@_common
def statement(verdict: Any, statement: str, **options: Any) -> int:
    """STATEMENT (an id or its first digits) is wrong, confirmed, or corrected by the options."""
    from whence.show.anchors import of_statement  # noqa: PLC0415  (cold start)

    details = {k: options[k] for k in ("value", "voice", "stance", "date", "place") if options[k]}
    if (verdict == "corrected") != bool(details):
        raise click.UsageError(
            "--value, --voice, --stance, --date and --place go with 'corrected', and it needs one."
        )
    from whence.flow.corrections import value_words  # noqa: PLC0415  (cold start)
    from whence.show.desk import pick_statement  # noqa: PLC0415

    desk = open_desk(open_case(options["folder"]))
    details["was"] = value_words(
        pick_statement(desk, statement).value
    )  # tells apart the statements of one sentence
    return _judge(verdict, (of_statement(desk, statement),), details, options)


@command.command()
@click.argument("passage", metavar="REPORT:START-END")
@click.option("--aspect", type=click.Choice(_ASPECTS), required=True)
@click.option("--value", required=True, help="A number, a range (3-5, 3-, -5) or a name.")
@click.option(
    "--voice", default="", help="Who says it, root last: 'Agency > residents'; else the outlet itself."
)
@click.option("--group", default="", help="Of whom: civilians, children, soldiers; else people.")
@_common
def missed(passage: str, aspect: Any, value: str, **options: Any) -> int:
    """The reader missed a statement at code points START to END of REPORT."""
    from whence.show.anchors import of_passage  # noqa: PLC0415  (cold start)

    details = {"aspect": aspect, "value": value} | {k: options[k] for k in ("voice", "group") if options[k]}
    desk = open_desk(open_case(options["folder"]))
    return _judge("missed", (of_passage(desk, passage, aspect),), details, options)


@command.command()
@click.argument("name", metavar="SOURCE|STATEMENT")
@click.option(
    "--source",
    "reliability",
    type=click.Choice(list("ABCDEF"), case_sensitive=False),
    help="How reliable the source is: A completely, B usually, C fairly, D not usually, E not, F cannot be judged.",
)
@click.option(
    "--information",
    "credibility",
    type=click.Choice(list("123456")),
    help="How credible this statement is: 1 confirmed, 2 probable, 3 possible, 4 doubtful, 5 improbable, "
    "6 cannot be judged.",
)
@_common
def rate(name: str, reliability: str | None, credibility: str | None, **common: str) -> int:
    """Set an Admiralty code, yours, for a SOURCE (--source) or a STATEMENT (--information). It changes no count."""
    from whence.flow.corrections import value_words  # noqa: PLC0415  (cold start)
    from whence.show.anchors import of_source, of_statement  # noqa: PLC0415
    from whence.show.desk import pick_statement  # noqa: PLC0415

    if (reliability is None) == (credibility is None):
        raise click.UsageError(
            "Rate the two apart: a source with --source, or a statement with --information."
        )
    desk = open_desk(open_case(common["folder"]))
    if reliability:
        return _judge("rated", (of_source(desk, name),), {"reliability": reliability.upper()}, common)
    was = value_words(pick_statement(desk, name).value)  # tells apart the statements of one sentence
    return _judge("rated", (of_statement(desk, name),), {"credibility": str(credibility), "was": was}, common)


@command.command()
@click.argument("judgement")
@_common
def undo(judgement: str, **common: str) -> int:
    """Undo JUDGEMENT: its digest or the first digits of it, as 'list' prints them."""
    case = open_case(common["folder"])
    _done(case.undo(judgement, common["reviewer"], common["why"]))
    return DONE


@command.command(name="list")
@click.option("--case", "folder", metavar="DIR", help="The case; else the only one here.")
@json_option
def list_judgements(folder: str | None, as_json: bool) -> int:
    """Print every judgement, undone ones marked."""
    from whence.show.safe import one_line  # noqa: PLC0415  (cold start)

    journal = open_case(folder).journal
    every = journal.judgements()
    undone = {j.undoes for j in every if j.action == "undo"}
    if as_json:
        print_json([{"standing": j.digest not in undone, "judgement": j} for j in every])
        return DONE
    for j in every:
        about = " | ".join(one_line(a.span.quote, 60) for a in j.anchors) or j.undoes.split(":")[-1][:12]
        details = ", ".join(f"{k}={v}" for k, v in j.details)
        mark = " (undone)" if j.digest in undone else ""
        parts = [
            j.digest.split(":")[-1][:12],
            j.time,
            j.reviewer,
            j.action + mark,
            one_line(about),
            one_line(details),
        ]
        click.echo("  ".join(p for p in parts if p))
    if not every:
        click.echo("No judgement yet. 'whence judge --help' says what can be judged.")
    return DONE


def _judge(
    action: Action, anchors: "tuple[Anchor, ...]", details: dict[str, str], common: dict[str, Any]
) -> int:
    if len(set(anchors)) != len(anchors):
        raise UsageError("Both are one and the same", "Name two.")
    case = open_case(common["folder"])
    _done(case.judge(action, anchors, details, common["why"], common["reviewer"]))
    click.echo(f"Run 'whence build --case {find_case(common['folder'])}' to see what it changes.")
    return DONE


def _done(judgement: "Judgement") -> None:
    click.echo(f"{judgement.action} kept as {judgement.digest.split(':')[-1][:12]} by {judgement.reviewer}")
