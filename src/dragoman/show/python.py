"""What a Python program gets of one report: its records, as objects and as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman import flow
from dragoman.model import EventMention, Report
from dragoman.read import read_text

__all__ = ["Record", "read"]


@dataclass(frozen=True, slots=True)
class Record:
    """One report with what was coded of it; iterating gives the records as they are printed."""

    report: Report
    events: tuple[EventMention, ...]

    @property
    def records(self) -> list[dict[str, Any]]:
        """The records in the form that ``dragoman read --json`` prints."""
        return [flow.record_of(event, self.report) for event in self.events]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.events)


def read(
    text: str,
    *,
    published: str | date | None = None,
    id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Record:
    """Code one report's text; ``published`` is an ISO day or a date, else the text's own dateline gives it.

    Raises BadInput where the text cannot be read as a report.
    """
    report = read_text(text, id=id, published=published, title=title, publisher=publisher)
    done = flow.code_reports([report])[0]
    return Record(done.report, done.events)
