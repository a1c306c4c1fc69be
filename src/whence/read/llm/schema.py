"""The form of an answer, as JSON Schema, and the check that an answer has it.

The schema keeps to what every server of structured output knows (type, enum, properties, required, items,
additionalProperties), and the check knows no more: what it does not know in a schema is a fault of this file.
"""

import json
from collections.abc import Mapping
from typing import Any, Final, get_args

from whence.model.statement import Aspect, Relation, Stance, StatementKind, VoiceKind

Schema = Mapping[str, Any]
NO_RELATION: Final = "none"
_TYPES: Final[Mapping[str, type]] = {
    "object": dict, "array": list, "string": str, "boolean": bool,
}  # fmt: skip


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(words: str) -> Schema:
    return {"type": "string", "description": words}


def _one_of(options: tuple[str, ...], words: str) -> Schema:
    return {"type": "string", "enum": list(options), "description": words}


HOP: Final = _object(
    voice=_text("the speaker, in the exact words of the report"),
    voice_kind=_one_of(get_args(VoiceKind), "a name, a group without a name, or somebody unnamed"),
    stands_for=_text(
        "the fuller name that the report itself gives for this speaker elsewhere, exactly, else empty"
    ),
    cue=_text("the exact words that make it a speaker (said, according to, denied), else empty"),
    stance=_one_of(get_args(Stance), "how surely this speaker says it"),
)
STATEMENT: Final = _object(
    quote=_text("the clause or sentence that says it, in the exact words of the report"),
    aspect=_one_of(get_args(Aspect), "what it is about"),
    words=_text("the exact words inside the quote that give the value"),
    relation=_one_of((*get_args(Relation), NO_RELATION), "for a link: what the first is to the second"),
    object=_text("for a link: the second actor, in exact words inside the quote, else empty"),
    dead_and_hurt={"type": "boolean", "description": "one number covers the killed and the injured"},
    nobody_known={"type": "boolean", "description": "responsible only: the words say that nobody knows who did it"},
    stance=_one_of(get_args(Stance), "how surely the clause itself says it"),
    stance_words=_text("the exact words of the sentence that hedge or deny it, else empty"),
    kind=_one_of(get_args(StatementKind), "a fact, an opinion or forecast, or a call to act"),
    chain={"type": "array", "items": HOP},
)  # fmt: skip
SCHEMA: Final = _object(statements={"type": "array", "items": STATEMENT})


def schema_text() -> str:
    """Return the schema as canonical JSON, for the prompt's digest."""
    return json.dumps(SCHEMA, sort_keys=True, separators=(",", ":"))


def misfit(value: object, schema: Schema, at: str = "answer") -> str:
    """Return where and how `value` lacks the form of `schema`, in our own words; "" if it has it."""
    kind = schema["type"]
    if not isinstance(value, _TYPES[kind]):
        return f"{at} is no {kind}"
    if isinstance(value, dict):
        return _misfit_object(value, schema, at)
    if isinstance(value, list):
        found = (misfit(item, schema["items"], f"{at}[{i}]") for i, item in enumerate(value))
        return next((words for words in found if words), "")
    if "enum" in schema and value not in schema["enum"]:
        return f"{at} is none of {', '.join(schema['enum'])}"
    return ""


def _misfit_object(value: Mapping[str, object], schema: Schema, at: str) -> str:
    parts: Mapping[str, Schema] = schema["properties"]
    missing = [name for name in schema["required"] if name not in value]
    if missing:
        return f"{at} lacks {missing[0]}"
    if value.keys() - parts.keys():
        return f"{at} has a field that is not in the schema"
    found = (misfit(value[name], part, f"{at}.{name}") for name, part in parts.items())
    return next((words for words in found if words), "")
