"""The only reader of environment variables, and what each of them means to Whence."""

import os
from collections.abc import Mapping
from pathlib import Path

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def reviewer() -> str:
    """Return the reviewer handle that WHENCE_REVIEWER names, else "reviewer"; never the system's user."""
    return os.environ.get("WHENCE_REVIEWER", "").strip() or "reviewer"


def cache_folder() -> Path:
    """Return the user's cache folder for Whence ($XDG_CACHE_HOME/whence, else ~/.cache/whence); makes nothing."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "whence"


def secret(name: str) -> str:
    """Return the secret that the user keeps in the variable `name`, "" if there is none; it goes nowhere but out."""
    return os.environ.get(name, "").strip()


def no_color() -> bool:
    """Return whether NO_COLOR asks for plain output (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def source_date_epoch() -> int | None:
    """Return the moment (Unix seconds) at which SOURCE_DATE_EPOCH stops the clock, or None."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(value) if value.isdecimal() else None


def for_children() -> Mapping[str, str]:
    """Return the environment of worker processes: one thread each, and string hashes that never vary."""
    return {**os.environ, **dict.fromkeys(_ONE_THREAD, "1"), "PYTHONHASHSEED": "0"}
