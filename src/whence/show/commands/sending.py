"""What of `whence build` concerns an endpoint: its options, what the user must agree to, and what is said of it.

Nothing is sent unless `--reader endpoint` stands on the very command line; to another machine than this only if its
host is named with `--send-to`, or agreed to at the terminal.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from whence.flow.readers import ENDPOINT
from whence.model.errors import UsageError
from whence.show.safe import visible

if TYPE_CHECKING:
    from whence.flow.answers import Cost
    from whence.flow.asking import Asker, Plan
    from whence.flow.endpoint import Endpoint
    from whence.flow.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
_WHAT: Final = (
    "What is sent: the readable text of each report, whole and as it stands, with the names of private persons and "
    "what may hurt to read. What is not: file names, notes, judgements, addresses."
)
_OTHERS: Final = "That is another machine. Whoever runs it can read all of it, keep it and hand it on."
_OPEN: Final = "The connection is not encrypted: so can anyone on the way."


@dataclass(frozen=True, slots=True)
class Sending:
    """The options, None where not given."""

    endpoint: str | None
    model: str | None
    send_to: str | None
    key_from: str | None
    timeout: float | None

    def settings(self, now: "Settings") -> "Settings":
        """Return `now` with endpoint and model as given; raise UsageError for a bad address or what goes nowhere."""
        from whence.flow.endpoint import Endpoint  # noqa: PLC0415  (cold start)

        if now.reader != ENDPOINT:
            given = [f.name for f in fields(self) if getattr(self, f.name) is not None]
            if given:
                option = f"--{given[0].replace('_', '-')}"
                raise UsageError(f"{option} is about an endpoint", "It goes with: --reader endpoint")
            return now
        address = now.endpoint if self.endpoint is None else Endpoint.parse(self.endpoint).name
        return replace(now, endpoint=address, model=now.model if self.model is None else self.model)

    def asker(self, chosen: "Settings") -> "Asker":
        """Return who asks, once the user has agreed to what leaves the machine; raise UsageError if not."""
        from whence.flow.asking import PATIENCE, Asker  # noqa: PLC0415  (cold start)
        from whence.flow.endpoint import Endpoint  # noqa: PLC0415
        from whence.flow.readers import chosen as reader_of  # noqa: PLC0415

        reader_of(chosen)  # names what is missing
        endpoint = Endpoint.parse(chosen.endpoint)
        key = self._key(endpoint)
        self._agree(endpoint)
        return Asker(endpoint, chosen.model, tell_plan, key, self.timeout or PATIENCE)

    def _key(self, endpoint: "Endpoint") -> str:
        from whence.flow import environment  # noqa: PLC0415  (cold start)

        if self.key_from is None:
            return ""
        if not self.key_from.isidentifier():  # perhaps the key itself: it must not be repeated
            raise UsageError(
                "--key-from takes the name of an environment variable", "Never write a key there."
            )
        key = environment.secret(self.key_from)
        if not key or not key.isascii() or not key.isprintable():
            raise UsageError(
                f"The variable {self.key_from} holds no key", f"Set it: export {self.key_from}=..."
            )
        if endpoint.scheme == "http" and not endpoint.loopback:
            raise UsageError("A key over plain http could be read on the way", "Use an https address.")
        return key

    def _agree(self, endpoint: "Endpoint") -> None:
        """Return if the host may be sent to; raise UsageError if the user did not say so."""
        if self.send_to is not None and self.send_to.lower() != endpoint.host:
            words = f"--send-to names {self.send_to}, but the endpoint is at {endpoint.host}"
            raise UsageError(words, "Nothing was sent.")
        if endpoint.loopback or self.send_to is not None:
            return
        if not sys.stdin.isatty():
            words = (
                f"{endpoint.host} is another machine, and nobody is here to agree to sending reports there"
            )
            raise UsageError(words, f"Nothing was sent. To agree: --send-to {endpoint.host}")
        for line in (f"Reports would be sent to {endpoint.name}.", _WHAT, *_warnings(endpoint)):
            click.echo(visible(line), err=True)
        if not click.confirm(f"Send them to {endpoint.host}?", default=False, err=True):
            raise UsageError("Nothing was sent", "Choose a server on this machine, or --reader rules.")


def sending_options(command: F) -> F:
    """Add the options about an endpoint."""
    options = (
        click.option(
            "--endpoint", metavar="URL", help="With --reader endpoint: the server of a model to ask."
        ),
        click.option(
            "--model", metavar="NAME", help="With --reader endpoint: the model, as the server names it."
        ),
        click.option(
            "--send-to", metavar="HOST", help="Agree that reports are sent to HOST, another machine."
        ),
        click.option(
            "--key-from", metavar="VARIABLE", help="The environment variable that holds the server's key."
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(min=1, max=3600),
            metavar="SECONDS",
            help="How long one answer may take (300).",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def tell_plan(plan: "Plan") -> None:
    """Say on standard error what is about to be sent, and where to."""
    for line in plan_lines(plan):
        click.echo(line, err=True)


def plan_lines(plan: "Plan") -> tuple[str, ...]:
    """Return what is about to be sent, and where to, as lines for people."""
    where = "this machine" if plan.endpoint.loopback else "another machine"
    head = (
        f"Sending to {plan.endpoint.name} ({where}), model {plan.model}: {plan.reports:,} reports in "
        f"{plan.questions:,} questions, {plan.characters:,} characters."
    )
    return tuple(visible(line) for line in (head, _WHAT, *_warnings(plan.endpoint)))


def cost_line(cost: "Cost") -> str:
    """Return what asking took, for people."""
    return (
        f"Asked {cost.requests:,} times ({cost.repeats:,} of them again): {cost.tokens_in:,} tokens sent, "
        f"{cost.tokens_out:,} received, {cost.seconds:,.0f} seconds."
    )


def _warnings(endpoint: "Endpoint") -> tuple[str, ...]:
    if endpoint.loopback:
        return ()
    return (_OTHERS, _OPEN) if endpoint.scheme == "http" else (_OTHERS,)
