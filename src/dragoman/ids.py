"""Short stable names for what parts describe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

__all__ = ["id_maker", "make_id"]


def _in_json(parts: tuple[object, ...]) -> bytes:
    return json.dumps(parts, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def id_maker(*first: object) -> Callable[..., str]:
    """A maker of names that share their first parts, which are hashed once: ``id_maker(a)(b) == make_id(a, b)``."""
    start, comma = hashlib.sha256(_in_json(first)[:-1]), b", " if first else b""

    def made(*rest: object) -> str:
        whole = start.copy()
        whole.update(comma + _in_json(rest)[1:] if rest else b"]")
        return whole.hexdigest()[:16]

    return made


def make_id(*parts: object) -> str:
    """A short stable name for what the parts describe: the hash of their JSON array.

    >>> make_id("a", 1) == make_id("a", 1), make_id("a.b") == make_id("a", "b")
    (True, False)
    """
    return id_maker()(*parts)
