"""Small fits of readable tables: descent on a penalised likelihood, and the table as it is printed."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]


def descend(slope: Callable[[Floats], Floats], start: Floats, steps: int, rate: float) -> Floats:
    """Return where Adam (Kingma and Ba 2015) ends from `start` after `steps` whole-data steps down `slope`."""
    values, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        now = slope(values)
        mean, square = 0.9 * mean + 0.1 * now, 0.999 * square + 0.001 * now**2
        values = values - rate * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return values


def table(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    """Return the fitted weights beside those in force, one to a line."""
    return "\n".join(f"{name:20} {before[name]:6.2f} {weight:6.2f}" for name, weight in after.items())
