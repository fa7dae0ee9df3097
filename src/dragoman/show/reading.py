"""The command ``read``: sources in, a page or records out, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from dragoman import flow
from dragoman.errors import BadInput, WrongUse
from dragoman.flow import Coded
from dragoman.model import Problem, Report
from dragoman.read import read_source
from dragoman.read.text import as_day
from dragoman.show.dictionaries import dictionaries_of
from dragoman.show.explain import explain, find
from dragoman.show.page import Page
from dragoman.show.talk import Progress, console, say_problem

__all__ = ["read"]


class _Found:
    """The reports of the sources, in order; inputs that failed are named and counted."""

    def __init__(self, sources: Sequence[str], published: str | None) -> None:
        self.sources, self.published = sources, published
        self.failed = 0

    def __iter__(self) -> Iterator[Report]:
        for source in self.sources:
            for one in read_source(source, published=self.published):
                if isinstance(one, Problem):
                    self.failed += 1
                    say_problem(one)
                else:
                    yield one


def read(
    sources: Sequence[str],
    *,
    published: str | None,
    as_json: bool,
    explained: str | None,
    petrarch: str | None = None,
) -> int:
    """Code the sources and print a page, records, or the reasons of one record."""
    try:
        as_day(published, "--published")
    except BadInput as error:
        raise WrongUse(str(error)) from None
    found = _Found(sources, published)
    done = _counted(flow.coded(found, dictionaries=dictionaries_of(petrarch)))
    if explained is not None:
        _explain(explained, list(done), as_json)
    elif as_json:
        for coded in done:
            for event in coded.events:
                print(json.dumps(flow.record_of(event, coded.report), ensure_ascii=False))
    else:
        page, first = Page(console()), True
        for coded in done:
            if first:
                page.legend()
            first = False
            page.show(coded)
    return 1 if found.failed else 0


def _counted(done: Iterator[Coded]) -> Iterator[Coded]:
    """The coded reports, with a count on the terminal while the next ones are coded."""
    progress = Progress()
    for coded in done:
        progress.clear()
        yield coded
        progress.add(len(coded.events))
    progress.clear()


def _explain(given: str, done: Sequence[Coded], as_json: bool) -> None:
    coded, event = find(given, done)
    rows = explain(coded, event, flow.versions())
    if as_json:
        print(json.dumps({"id": event.id, "report": coded.report.id, "fields": rows}, ensure_ascii=False))
        return
    print(f"{event.id}, of {coded.report.id}")
    for row in rows:
        words = f"  “{row['words']}”" if row["words"] else ""
        print(f"  {row['field']:12} {row['value']}{words}".rstrip())
        for reason in row["why"]:
            print(f"  {'':12}   {reason}")
