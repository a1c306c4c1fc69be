"""Frozen dataclasses to plain data and back, and one canonical JSON text for each value.

A union of dataclasses is told apart by a "type" key, which every dataclass carries; tuples become lists, None stays
None, datetimes become ISO 8601.  `encode` gives the same bytes for equal values on every machine.
"""

import dataclasses
import json
import types
import typing
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Plain = Any  # what json knows: str, int, float, bool, None, lists and string-keyed dicts of these


def to_plain(value: object) -> Plain:
    """Return `value` as plain data; raise TypeError for what the codec does not know."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"type": type(value).__name__, **pairs}
    if isinstance(value, tuple | list):
        return [to_plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted((to_plain(v) for v in value), key=str)
    if isinstance(value, dict):
        if all(isinstance(k, str) for k in value):
            return {k: to_plain(v) for k, v in value.items()}
        return [[to_plain(k), to_plain(v)] for k, v in sorted(value.items())]
    raise TypeError(f"cannot encode {type(value).__name__}")


def encode(value: object) -> str:
    """Return the canonical JSON text of `value`: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(
        to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def decode(kind: type[T], text: str) -> T:
    """Return the value of type `kind` whose canonical JSON is `text`; raise ValueError if it is none."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[T], data: Plain) -> T:
    """Return the value of type `kind` that `data` stands for; raise ValueError if it stands for none."""
    return typing.cast("T", _build(kind, data))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, data: Plain) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _union(typing.get_args(kind), data)
    if origin is typing.Literal:
        if data not in typing.get_args(kind):
            raise ValueError(f"{data!r} is none of {typing.get_args(kind)}")
        return data
    if dataclasses.is_dataclass(kind):
        return _dataclass(typing.cast("type", kind), data)
    if origin in (tuple, frozenset, dict):
        return _container(origin, typing.get_args(kind), data)
    return _scalar(kind, data)


def _scalar(kind: Any, data: Plain) -> Any:
    if kind is datetime:
        return datetime.fromisoformat(data)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if kind is Any or isinstance(data, kind):
        return data
    raise ValueError(f"{data!r} is not of {kind}")


def _dataclass(kind: type, data: Plain) -> Any:
    if not isinstance(data, dict) or data.get("type", kind.__name__) != kind.__name__:
        raise ValueError(f"not a {kind.__name__}: {str(data)[:80]}")
    hints = _hints(kind)
    return kind(**{k: _build(hints[k], v) for k, v in data.items() if k in hints})


def _container(origin: Any, args: tuple[Any, ...], data: Plain) -> Any:
    if origin is dict:
        pairs = data.items() if isinstance(data, dict) else data
        return {_build(args[0], k): _build(args[1], v) for k, v in pairs}
    if origin is tuple and not (len(args) == 2 and args[1] is Ellipsis):
        if len(args) != len(data):
            raise ValueError(f"expected {len(args)} items, found {len(data)}")
        return tuple(_build(a, v) for a, v in zip(args, data, strict=True))
    return origin(_build(args[0], v) for v in data)


def _union(kinds: tuple[Any, ...], data: Plain) -> Any:
    if data is None and type(None) in kinds:
        return None
    if isinstance(data, dict) and "type" in data:
        for kind in kinds:
            if getattr(kind, "__name__", "") == data["type"]:
                return _build(kind, data)
    for kind in kinds:
        try:
            return _build(kind, data)
        except (ValueError, TypeError):
            continue
    raise ValueError(f"{data!r} fits none of {kinds}")
