"""Asking an endpoint: with repeats where they may help, with an end where they do not, and with what it cost.

What the other side says goes no further than `whence.read.llm` lets it: an answer is one only if it has the form of the
schema, and the words of a fault are ours.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from whence.flow import clock
from whence.flow.answers import Cost, Exchange
from whence.flow.endpoint import Endpoint, Reply, post
from whence.read.llm.answer import Fault, parse
from whence.read.llm.prompt import Question, prompt_digest, schema

Post = Callable[[Endpoint, bytes, str, float], Reply]
PATIENCE: Final = 300.0  # seconds for one answer: a large model on a laptop writes some ten tokens a second
_TRIES: Final = 3  # of one question
_PAUSE: Final = 2.0  # seconds before the second try, twice that before the third
_LONGEST_PAUSE: Final = 60.0  # seconds that a Retry-After may ask for
_BREAKS: Final = 5  # questions in a row without any answer after which no more are sent
_PASSING: Final = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))  # what may be gone the next time
_FINAL: Final = frozenset((401, 402, 403, 404, 405, 410))  # what holds for every question alike
_MISFIT: Final = frozenset((400, 422))  # what a server says that does not know a field of the request
_SEEN: Final = 7  # characters a token; English has four or five: a server that counts fewer has cut the text
_CUT: Final = "the answer was cut off: the model's context or output is too short for a piece of text"
_PART: Final = "the server read only a part of the question: the model's context is too short"
_HOPELESS: Final = frozenset((_CUT, _PART))  # the same again would be cut the same way
_MEANINGS: Final[Mapping[int, str]] = {
    401: "the key is missing or wrong",
    402: "it wants to be paid",
    403: "it does not let you in",
    404: "it knows no such address or no such model",
    413: "a piece of text is too long for it",
    429: "too many requests, or none left",
}
_FORMATS: Final[tuple[Mapping[str, Any], ...]] = (
    {"temperature": 0, "response_format": "json_schema"},
    {"response_format": "json_schema"},  # for models that take no temperature
    {"temperature": 0, "response_format": "json_object"},
    {},
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to leave the machine: how many reports in how many questions, with how many characters of text."""

    endpoint: Endpoint
    model: str
    reports: int
    questions: int
    characters: int


@dataclass(slots=True)
class Asker:
    """Asks one model at one endpoint.  `announce` is told the plan before the first byte is sent and may raise.

    `witness` writes to the custody log.  `closed` is "" or why nothing more is sent; `cost` is that of
    this asker's life.
    """

    endpoint: Endpoint
    model: str
    announce: Callable[[Plan], None]
    key: str = ""
    seconds: float = PATIENCE
    post: Post = post
    pause: Callable[[float], None] = clock.sleep
    witness: Callable[[str, Mapping[str, str]], None] | None = None
    closed: str = ""
    cost: Cost = field(default_factory=Cost)
    _format: int = 0  # the row of _FORMATS that this server takes
    _silent: int = 0  # questions in a row without an answer

    def open(self, reports: int, questions: int, characters: int, listed: str) -> None:
        """Tell the user and the custody log what will be sent; `listed` is the digest of the reports' ids."""
        self.announce(Plan(self.endpoint, self.model, reports, questions, characters))
        if self.witness:
            details = {
                "endpoint": self.endpoint.name,
                "model": self.model,
                "prompt": prompt_digest(),
                "reports": str(reports),
                "list": listed,
            }
            self.witness("asked", details)

    def ask(self, question: Question) -> Exchange | None:
        """Return what came of `question`; None if nothing is sent any more."""
        if self.closed:
            return None
        started, cost = clock.monotonic(), Cost()
        answer, fault, misfit = "", "", ""
        for turn in range(_TRIES):
            reply, sent = self._send(question, misfit)
            cost += sent
            answer, fault = _heard(reply, question)
            misfit = "" if reply.fault or reply.status != 200 else fault
            if not fault or fault in _HOPELESS or not self._again(reply, turn):
                break
        spent = Cost(
            cost.requests,
            max(0, cost.requests - 1),
            cost.tokens_in,
            cost.tokens_out,
            round(clock.monotonic() - started, 1),
        )
        self.cost += spent
        self._close(fault, reply)
        return Exchange(question.id, answer, fault, spent, clock.timestamp())

    def _send(self, question: Question, misfit: str) -> tuple[Reply, Cost]:
        """Send the question in the richest form that the server takes; return the reply and what it cost."""
        cost = Cost()
        while True:
            body = json.dumps(self._body(question, misfit)).encode("ascii")
            reply = self.post(self.endpoint, body, self.key, self.seconds)
            tokens = _usage(reply)
            cost += Cost(int(reply.reached), 0, *tokens)
            if reply.status not in _MISFIT or self._format + 1 == len(_FORMATS):
                return reply, cost
            self._format += 1

    def _body(self, question: Question, misfit: str) -> dict[str, Any]:
        form = dict(_FORMATS[self._format])
        if "response_format" in form:
            named = {"name": "statements", "strict": True, "schema": schema()}
            strict = form["response_format"] == "json_schema"
            form["response_format"] = (
                {"type": "json_schema", "json_schema": named} if strict else {"type": "json_object"}
            )
        return {"model": self.model, "messages": question.messages(misfit), "stream": False, **form}

    def _again(self, reply: Reply, turn: int) -> bool:
        """Return whether another try may help, after the pause that it needs."""
        passing = reply.status in _PASSING or (reply.status == 0 and reply.reached)
        if turn + 1 == _TRIES or not (passing or reply.status == 200):
            return False
        if reply.status != 200:
            self.pause(min(reply.wait if reply.wait is not None else _PAUSE * 2**turn, _LONGEST_PAUSE))
        return True

    def _close(self, fault: str, reply: Reply) -> None:
        """Stop sending where the rest would fare no better."""
        self._silent = self._silent + 1 if fault and reply.status != 200 else 0
        if fault and (reply.status in _FINAL or 300 <= reply.status < 400 or self._silent == _BREAKS):
            self.closed = fault


def _heard(reply: Reply, question: Question) -> tuple[str, str]:
    """Return the content of a reply and "", or "" and what is wrong with it."""
    if reply.fault:
        return "", reply.fault
    if reply.status != 200:
        meaning = _MEANINGS.get(reply.status, "it fails" if reply.status >= 500 else "it refuses the request")
        return "", f"the endpoint answers with status {reply.status}: {meaning}"
    content, reason = _content(reply.body)
    if content is None:
        return "", "the reply is no chat completion"
    if reason == "length":
        return "", _CUT
    counted, sent = _usage(reply)[0], len(question.rules) + len(question.text)
    if counted and counted * _SEEN < sent:
        return "", _PART
    parsed = parse(content)
    return ("", f"the answer cannot be read: {parsed.words}") if isinstance(parsed, Fault) else (content, "")


def _content(body: bytes) -> tuple[str | None, str]:
    """Return the text of the first choice and why it ended; None if the body holds none."""
    try:
        choice = json.loads(body)["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None, ""
    return (content if isinstance(content, str) else None), str(reason)


def _usage(reply: Reply) -> tuple[int, int]:
    """Return the tokens of question and answer as the server counts them, (0, 0) if it does not."""
    try:
        usage = json.loads(reply.body)["usage"]
        counts = usage["prompt_tokens"], usage["completion_tokens"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return 0, 0
    sane = all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n < 10**9 for n in counts)
    return counts if sane else (0, 0)
