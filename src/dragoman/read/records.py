"""Reports in JSON: one object, a list of them, or one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dragoman.errors import BadInput
from dragoman.model import Problem, Report
from dragoman.read.decode import decode
from dragoman.read.text import as_day, build, hash_of

__all__ = ["KEYS", "from_json", "from_lines", "problem"]

#: The keys that are read; others are left alone, and null is an absent key.
KEYS = ("text", "id", "title", "published", "publisher", "url", "language")


def problem(error: BadInput) -> Problem:
    """What is kept of an input that could not be read."""
    where, reason, detail = error.args
    return Problem(where, "read", reason, detail)


def _stated(entry: dict[str, Any], key: str, where: str) -> str | None:
    value = entry.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise BadInput(where, "bad_json", f"{key!r} is {type(value).__name__}, not a string")
    if key == "text":
        return value
    return (value.strip() or None) if value else None


def _report(entry: object, fallback: str, published: date | None) -> Report:
    """The report that one JSON object states."""
    if not isinstance(entry, dict):
        raise BadInput(
            fallback, "bad_json", f"{type(entry).__name__} where an object with a 'text' is wanted"
        )
    name = _stated(entry, "id", fallback) or fallback
    known = {key: _stated(entry, key, name) for key in KEYS}
    text = known.pop("text")
    if text is None:
        raise BadInput(name, "bad_json", "no 'text'")
    day = published or as_day(known.pop("published"), name)
    return build(text, known={**known, "id": name}, published=day)


def _parsed(content: bytes, where: str) -> object:
    text = decode(content, where)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        told = f"{error.msg} at line {error.lineno} column {error.colno}"
        raise BadInput(where, "bad_json", told) from None
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of figures
        raise BadInput(where, "bad_json", str(error)) from None


def from_json(content: bytes, stem: str | None, published: date | None) -> Iterator[Report | Problem]:
    """The reports of a JSON file: one object is one report, a list holds several."""
    where = stem or hash_of(content)
    try:
        held = _parsed(content, where)
    except BadInput as error:
        yield problem(error)
        return
    if not isinstance(held, list):
        entries = [(where, held)]
    else:
        entries = [(f"{where}:{i}", entry) for i, entry in enumerate(held, 1)]
        if not entries:
            yield Problem(where, "read", "empty", "a list of no reports")
    for name, entry in entries:
        try:
            yield _report(entry, name, published)
        except BadInput as error:
            yield problem(error)


def from_lines(
    lines: Iterable[tuple[int, bytes]], stem: str | None, published: date | None
) -> Iterator[Report | Problem]:
    """The reports of a JSONL file, one on each line; a broken line harms no other.

    A report without an id is named after the file and the line, or by a hash of the line's bytes.
    """
    for number, line in lines:
        line = line.strip()
        if not line:
            continue
        where = f"{stem}:{number}" if stem else hash_of(line)
        try:
            yield _report(_parsed(line, where), where, published)
        except BadInput as error:
            yield problem(error)
