"""How far apart two places are, and whether one holds the other: by their points and radii."""

from typing import Final

from whence.link.atlas import distance_km
from whence.link.names import fold
from whence.model.values import Place

PROVINCE_KM: Final = (
    90.0  # how far a province reaches that bears its city's name, where only the name is said
)


def kilometres(first: Place, second: Place) -> float:
    """Return the great-circle distance between two places' points."""
    return distance_km((first.lat, first.lon), (second.lat, second.lon))


def gap(first: Place, second: Place) -> tuple[float, float, bool]:
    """Return the distance in km, the larger radius, and whether the smaller place lies inside the larger."""
    apart = kilometres(first, second)
    small, large = sorted((first.radius_km, second.radius_km))
    return apart, large, large > 2 * small and apart <= large


def namesake(city: Place, other: Place) -> bool:
    """Return whether `city` bears its province's name, and `other` is so near that it may lie in that province."""
    return (
        bool(city.region) and fold(city.name) == fold(city.region) and kilometres(city, other) <= PROVINCE_KM
    )
