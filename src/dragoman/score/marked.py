"""Sentences with their acts marked, as in data/authored: read and checked.

A line is a JSON object: ``id``; ``marked``, the sentence with its parties ``{1 ...}``, triggers ``{e ...}``,
times ``{t ...}``, quantities ``{q ...}``, sources ``{s ...}`` and cues ``{c ...}``; ``acts``, each
``1>2 TYPE mode CAMEO @e flags by s``; and ``none``, the kind of a sentence that tells of no act.
The form is told in data/authored/README.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["FLAGS", "KINDS", "Act", "Authored", "Faulty", "part_of", "read_folder", "read_line"]

TAG = re.compile(r"\{(\d|[etqsc]\d?) ([^{}]+)\}")
SIDES = re.compile(r"(\d(?:,\d)*)?([>=])(\d(?:,\d)*)?")
FLAGS = frozenset({"planned", "denied", "conditional", "negated", "ongoing", "background"})
KINDS = frozenset(
    (
        "statement", "forecast", "opinion", "sport", "business", "history", "accident", "relation", "comment",
        "consider", "condolence", "deny-comment", "culture", "weather", "claim", "other",
    )
)  # fmt: skip

Span = tuple[int, int]


class Faulty(ValueError):
    """A line that does not keep to the form, with what is wrong."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a sentence: numbers of its parties, its type, and where it is told."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    type: str
    mode: str | None
    cameo: str
    trigger: str
    flags: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Authored:
    """A sentence with its marked stretches by name, and its acts, the main one first."""

    id: str
    text: str
    marks: dict[str, Span]
    acts: tuple[Act, ...]
    none: str | None

    @property
    def parties(self) -> dict[str, Span]:
        """The marked parties by number."""
        return {name: span for name, span in self.marks.items() if name.isdigit()}


def part_of(text: str) -> str:
    """train, calibrate or dev: a tenth each is kept for calibration and for development, by the text's hash."""
    return {0: "dev", 1: "calibrate"}.get(hashlib.sha256(text.encode()).digest()[0] % 10, "train")


def read_line(row: Mapping[str, Any]) -> Authored:
    """A line's sentence; Faulty says what does not keep to the form."""
    acts, none = row.get("acts") or [], row.get("none")
    text, marks = unmarked(str(row["marked"]))
    if bool(acts) == bool(none):
        raise Faulty("either acts or none must be given")
    if none and none not in KINDS:
        raise Faulty(f"{none!r} is no kind; there are {', '.join(sorted(KINDS))}")
    told = tuple(_act(str(one), marks) for one in acts)
    return Authored(str(row["id"]), text, marks, told, str(none) if none else None)


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The plain sentence, and where each mark's words stand in it."""
    text, marks, at = "", dict[str, Span](), 0
    for found in TAG.finditer(marked):
        text += marked[at : found.start()]
        name, words = found.groups()
        if name in marks:
            raise Faulty(f"{name!r} is marked twice")
        marks[name] = (len(text), len(text) + len(words))
        text, at = text + words, found.end()
    text += marked[at:]
    if "{" in text or "}" in text:
        raise Faulty("a brace that marks nothing")
    return text, marks


def _act(words: str, marks: dict[str, Span]) -> Act:
    try:
        sides, type_, mode, cameo, trigger, *rest = words.split()
    except ValueError:
        raise Faulty(f"{words!r} lacks a part: parties, type, mode, CAMEO code, trigger") from None
    found = SIDES.fullmatch(sides)
    if found is None:
        raise Faulty(f"{sides!r} names no parties")
    left, sign, right = found.groups()
    actors, recipients = (tuple(side.split(",")) if side else () for side in (left, right))
    missing = [name for name in (*actors, *recipients, trigger[1:]) if name not in marks]
    if missing or not (actors or recipients):
        raise Faulty(f"not marked: {missing}" if missing else "nobody acts")
    flags, by = [], None
    while rest:
        word = rest.pop(0)
        if word == "by" and rest and rest[0] in marks:
            by = rest.pop(0)
        elif word in FLAGS:
            flags.append(word)
        else:
            raise Faulty(f"{word!r} is no flag")
    known = None if mode == "-" else mode
    return Act(actors, recipients, sign == "=", type_, known, cameo, trigger[1:], tuple(flags), by)


def read_folder(folder: Path) -> Iterator[Authored]:
    """The sentences of a file, or of all files of a folder, in the order of file names and lines.

    Raises Faulty, naming file and line.
    """
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else [folder]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                yield read_line(json.loads(line))
            except (Faulty, ValueError, KeyError) as error:
                raise Faulty(f"{path.name}:{number}: {error}") from None
