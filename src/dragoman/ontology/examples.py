"""Reads the examples that each type's file carries: what an expert codes, and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import OntologyError, UnknownEventType
from dragoman.ontology.load import FOLDER, documents

__all__ = ["Example", "HardNegative", "examples", "hard_negatives"]

STATUSES = ("occurred", "ongoing", "planned", "conditional", "denied", "negated")
EXPECT_KEYS = {"mode", "actor", "recipient", "status"}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what an expert codes in it; ``also`` names further types that it holds."""

    type: str
    text: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HardNegative:
    """A sentence that only looks like a type: ``instead`` is its type, or None for no event at all."""

    type: str
    text: str
    instead: str | None


def examples(type_: str, folder: Path = FOLDER) -> tuple[Example, ...]:
    """The examples that stand in a type's file, in the order of the file."""
    where, items = _items(type_, folder, "examples")
    return tuple(_example(where, type_, item) for item in items)


def hard_negatives(type_: str, folder: Path = FOLDER) -> tuple[HardNegative, ...]:
    """The sentences of a type's file that look like the type and are not coded as it."""
    where, items = _items(type_, folder, "hard_negatives")
    return tuple(_hard_negative(where, type_, item) for item in items)


def _items(type_: str, folder: Path, key: str) -> tuple[str, list[Mapping[str, Any]]]:
    path = folder / "plover" / f"{type_.lower()}.yaml"
    if not path.is_file():
        known = tuple(other.stem.upper() for other in sorted(path.parent.glob("*.yaml")))
        raise UnknownEventType(type_, known, "ontology")
    both = documents(path, 2)
    if len(both) < 2 or not isinstance(both[1], dict) or not isinstance(both[1].get(key), list):
        raise OntologyError(path.name, f"no list of {key} in a second document")
    for item in both[1][key]:
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            raise OntologyError(path.name, f"no text in an entry of {key}: {item!r}")
    return path.name, both[1][key]


def _example(where: str, type_: str, raw: Mapping[str, Any]) -> Example:
    expect = raw.get("expect")
    if not isinstance(expect, dict) or not {"actor", "recipient"} <= expect.keys() <= EXPECT_KEYS:
        what = "expect holds actor and recipient, and perhaps mode and status"
        raise OntologyError(where, f"{what}: {raw['text']!r}")
    status = expect.get("status", "occurred")
    if status not in STATUSES:
        raise OntologyError(where, f"unknown status {status!r}: {raw['text']!r}")
    return Example(
        type=type_,
        text=raw["text"],
        mode=expect.get("mode"),
        actor=tuple(expect["actor"]),
        recipient=tuple(expect["recipient"]),
        status=status,
        also=tuple(raw.get("also", ())),
    )


def _hard_negative(where: str, type_: str, raw: Mapping[str, Any]) -> HardNegative:
    """``not: true``: no event at all stands in the sentence; ``not: TYPE``: ``is`` names what it is."""
    nothing = raw.get("not") is True
    if nothing == ("is" in raw) or not (nothing or raw.get("not") == type_):
        raise OntologyError(where, f"say `not: true`, or `not: {type_}` and `is`: {raw['text']!r}")
    return HardNegative(type_, raw["text"], raw.get("is"))
