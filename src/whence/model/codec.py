"""Frozen dataclasses to plain data and back, and one canonical JSON text for each value.

A union of dataclasses is told apart by a "type" key, which every dataclass carries; tuples become lists, None stays
None, datetimes become ISO 8601.  `encode` gives the same bytes for equal values on every machine.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
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
        pairs = {name: to_plain(getattr(value, name)) for name in _names(type(value))}
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


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))


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


Builder = Callable[[Plain], Any]


def _build(kind: Any, data: Plain) -> Any:
    return _builder(kind)(data)


@cache
def _builder(kind: Any) -> Builder:
    """Return what makes values of `kind`; looked up once for each type, since a case holds millions of values."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _union(args)
    if origin is typing.Literal:
        return _literal(args)
    if dataclasses.is_dataclass(kind):
        return _dataclass(typing.cast("type", kind))
    if origin in (tuple, frozenset, dict):
        return _container(origin, args)
    return _scalar(kind)


def _literal(allowed: tuple[Any, ...]) -> Builder:
    def build(data: Plain) -> Any:
        if data not in allowed:
            raise ValueError(f"{data!r} is none of {allowed}")
        return data

    return build


def _scalar(kind: Any) -> Builder:
    def build(data: Plain) -> Any:
        if kind is datetime:
            return datetime.fromisoformat(data)
        if kind is float and isinstance(data, int) and not isinstance(data, bool):
            return float(data)
        if kind is Any or isinstance(data, kind):
            return data
        raise ValueError(f"{data!r} is not of {kind}")

    return build


def _dataclass(kind: type) -> Builder:
    name = kind.__name__
    builders = {field: _builder(hint) for field, hint in typing.get_type_hints(kind).items()}

    def build(data: Plain) -> Any:
        if not isinstance(data, dict) or data.get("type", name) != name:
            raise ValueError(f"not a {name}: {str(data)[:80]}")
        return kind(**{k: builders[k](v) for k, v in data.items() if k in builders})

    return build


def _container(origin: Any, args: tuple[Any, ...]) -> Builder:
    parts = [_builder(a) for a in args if a is not Ellipsis]
    fixed = origin is tuple and not (len(args) == 2 and args[1] is Ellipsis)

    def build(data: Plain) -> Any:
        if origin is dict:
            pairs = data.items() if isinstance(data, dict) else data
            return {parts[0](k): parts[1](v) for k, v in pairs}
        if not fixed:
            return origin(map(parts[0], data))
        if len(parts) != len(data):
            raise ValueError(f"expected {len(parts)} items, found {len(data)}")
        return tuple(part(v) for part, v in zip(parts, data, strict=True))

    return build


def _union(kinds: tuple[Any, ...]) -> Builder:
    named: dict[Any, Builder] = {k.__name__: _builder(k) for k in kinds if hasattr(k, "__dataclass_fields__")}
    builders = [_builder(kind) for kind in kinds if kind is not type(None)]
    optional = len(builders) < len(kinds)

    def build(data: Plain) -> Any:
        if data is None and optional:
            return None
        if isinstance(data, dict) and data.get("type") in named:
            return named[data["type"]](data)
        for builder in builders:
            try:
                return builder(data)
            except (ValueError, TypeError):
                continue
        raise ValueError(f"{data!r} fits none of {kinds}")

    return build
