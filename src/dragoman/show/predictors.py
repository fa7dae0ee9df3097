"""What dragoman predicts for each measured task, from what the task lets it see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from dragoman import flow
from dragoman.catalogue.petrarch import Dictionaries
from dragoman.code.attribution import as_spans, find_attributions
from dragoman.code.petrarch.finding import dropped, events_in
from dragoman.code.times import find_times
from dragoman.code.toll import toll_of, where_told
from dragoman.errors import BadInput, GoldError
from dragoman.link.places import resolve_toponyms
from dragoman.link.provinces import provinces_told
from dragoman.model import Problem, Reading, Report
from dragoman.parse import parse_text
from dragoman.read import read_source, read_text
from dragoman.score import Item, Line, Predictor
from dragoman.show.pairwise import classes, related, relations
from dragoman.step import run

__all__ = ["PREDICTORS", "WITH_DICTIONARIES"]

#: Sentences that are coded together.
_BATCH = 64


def _records(items: Sequence[Item]) -> Iterator[list[Line]]:
    """The records of each report, as ``dragoman read --json`` prints them."""
    for item in items:
        found = list(read_source(item.given["report"], published=item.given["published"]))
        reports = [one for one in found if isinstance(one, Report)]
        for one in found:
            if isinstance(one, Problem):
                raise GoldError(item.where, f"{one.report}: {one.detail}")
        done = flow.code_reports(reports)
        yield [flow.record_of(event, coded.report) for coded in done for event in coded.events]


def _times(items: Sequence[Item]) -> Iterator[list[Line]]:
    for item in items:
        day = item.given.get("dct") or item.given.get("date")
        published = date.fromisoformat(day[:10]) if day else None
        found = [t for t in find_times(parse_text(item.given["text"]), published) if t.kind != "anaphor"]
        told = [{"span": list(t.span), "value": t.value, "end": t.end_value} for t in found]
        yield [{"id": item.id, "times": told}]


def _attributions(items: Sequence[Item]) -> Iterator[list[Line]]:
    for item in items:
        text = item.given["text"]
        sentences = parse_text(text)
        told = as_spans(find_attributions(sentences, text, attitudes=True), sentences)
        yield [{"id": item.id, "attributions": told}]


def _places(items: Sequence[Item]) -> Iterator[list[Line]]:
    for item in items:
        told = [
            {
                "span": list(place.span),
                "lat": place.latitude,
                "lon": place.longitude,
                "country": place.country,
                "geonameid": place.geonameid,
            }
            for place in resolve_toponyms(item.given["text"], item.given["spans"])
        ]
        yield [{"id": item.id, "places": told}]


def _figures(items: Sequence[Item]) -> Iterator[list[Line]]:
    """What each report tells of killed and captured; one that cannot be read tells of nothing."""
    steps = tuple(one for one in flow.STEPS if one.writes not in {"pairings", "acts", "events"})
    for item in items:
        line: Line = {"id": item.id, "start_date": None, "province": [], "killed": 0, "captured": 0}
        try:
            report = read_text(item.given["text"], id=item.id)
        except BadInput:
            yield [line]
            continue
        (reading,) = run(steps, [Reading(report)])
        toll = toll_of(reading)
        line["start_date"] = toll.day.isoformat() if toll.day else None
        line["province"] = list(provinces_told(reading.sentences, reading.places, begin=where_told(toll)))
        yield [line | {"killed": toll.killed, "captured": toll.captured}]


def _events(dictionaries: Dictionaries) -> Predictor:
    """The events that dictionaries find; the ``date`` of an item says which of the actors' codes hold."""

    def predict(items: Sequence[Item]) -> Iterator[list[Line]]:
        for item in items:
            day = _day(item.given["date"], item.where)
            sentences = parse_text(item.given["text"])
            told = () if dropped(sentences, dictionaries) else sentences
            found = [event.codes for one in told for event in events_in(one, dictionaries, day)]
            yield [{"id": item.id, "events": [list(codes) for codes in dict.fromkeys(found)]}]

    return predict


def _day(told: str, where: str) -> date:
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        raise GoldError(where, f"no date: {told!r}") from None


def _sentences(items: Sequence[Item]) -> Iterator[list[Line]]:
    """The records of single sentences, each read as a report of its own without a publication day."""
    for k in range(0, len(items), _BATCH):
        reports = [read_text(item.given["text"], id=item.id) for item in items[k : k + _BATCH]]
        for coded in flow.code_reports(reports):
            yield [flow.record_of(event, coded.report) for event in coded.events]


PREDICTORS: dict[str, Predictor] = {
    "record": _records,
    "times": _times,
    "attribution": _attributions,
    "places": _places,
    "relation": relations,
    "related": related,
    "class": classes,
    "authored": _sentences,
    "figures": _figures,
}

#: Tasks whose predictor is made of dictionaries that the user gives.
WITH_DICTIONARIES: dict[str, Callable[[Dictionaries], Predictor]] = {"events": _events}
