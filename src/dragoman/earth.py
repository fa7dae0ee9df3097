"""The way between two points on the earth."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

__all__ = ["kilometres"]

_RADIUS = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way between two points on the earth, each latitude and longitude in degrees.

    >>> round(kilometres((50.45, 30.52), (55.75, 37.62)))
    756
    """
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(half)))
