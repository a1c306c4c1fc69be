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
from operator import attrgetter
from typing import Any, Final, TypeVar

T = TypeVar("T")
Plain = Any  # what json knows: str, int, float, bool, None, lists and string-keyed dicts of these
_LEAVES: Final = (str, int, float, bool, type(None), datetime)


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
    kind: Any = type(value)
    return _CANONICAL.encode(value if _simple(kind) else to_plain(value))


def _flat(value: object) -> Plain:
    """Return one level of `value` as plain data: the writer of JSON asks again for what lies deeper."""
    kind: Any = type(value)
    found = _fields_of(kind)
    if found is None:
        return to_plain(value)
    names, values = found
    plain: dict[str, Any] = {"type": kind.__name__}
    plain.update(zip(names, values(value), strict=True))
    return plain


_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False,
    default=_flat,
)  # fmt: skip


@cache
def _fields_of(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]] | None:
    """What takes the fields out of a dataclass in one step, None if they need more than `_flat` does."""
    if not _simple(kind):
        return None
    names = _names(kind)
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


@cache
def _simple(kind: type) -> bool:
    """Whether a dataclass holds, directly or in tuples, but what JSON knows and other dataclasses.

    Only tables and sets need more than one level at a time: their keys and their order.
    """
    if not dataclasses.is_dataclass(kind):
        return False
    try:
        return all(map(_in_lists, typing.get_type_hints(kind).values()))
    except NameError:  # a hint that only type checkers can resolve
        return False


@cache
def _in_lists(hint: Any) -> bool:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, list, typing.Union, types.UnionType):
        return all(_in_lists(a) for a in args if a is not Ellipsis)
    return origin is typing.Literal or hint in _LEAVES or dataclasses.is_dataclass(hint)


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
    if kind is datetime:
        return datetime.fromisoformat

    def build(data: Plain) -> Any:
        if kind is float and isinstance(data, int) and not isinstance(data, bool):
            return float(data)
        if kind is Any or isinstance(data, kind):
            return data
        raise ValueError(f"{data!r} is not of {kind}")

    return build


@cache
def _as_is(hint: Any) -> frozenset[type]:
    """The types whose plain data is the value already: most of what a case holds is text, and needs no call."""
    args = typing.get_args(hint)
    if typing.get_origin(hint) in (typing.Union, types.UnionType) and type(None) in args and len(args) == 2:
        (other,) = (a for a in args if a is not type(None))
        return _as_is(other) | {type(None)}
    return frozenset({hint}) if hint in (str, int, float, bool) else frozenset()


def _dataclass(kind: type) -> Builder:
    name = kind.__name__
    plan = [(field, _as_is(hint), _builder(hint)) for field, hint in typing.get_type_hints(kind).items()]

    def build(data: Plain) -> Any:
        if not isinstance(data, dict) or data.get("type", name) != name:
            raise ValueError(f"not a {name}: {str(data)[:80]}")
        given = {}
        for field, plain, make in plan:
            if field in data:
                value = data[field]
                given[field] = value if type(value) in plain else make(value)
        return kind(**given)

    return build


def _container(origin: Any, args: tuple[Any, ...]) -> Builder:
    parts = [_builder(a) for a in args if a is not Ellipsis]
    fixed = origin is tuple and not (len(args) == 2 and args[1] is Ellipsis)
    plain = _as_is(args[0])

    def build(data: Plain) -> Any:
        if origin is dict:
            pairs = data.items() if isinstance(data, dict) else data
            return {parts[0](k): parts[1](v) for k, v in pairs}
        if not fixed:
            return origin(data if plain.issuperset(map(type, data)) else map(parts[0], data))
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
