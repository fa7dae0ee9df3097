"""The one place that knows the order: a report in, its event mentions out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from dragoman.catalogue import catalogue
from dragoman.catalogue.petrarch import Dictionaries
from dragoman.code.acts import acts
from dragoman.code.attribution import attributions
from dragoman.code.classifier import weights_version
from dragoman.code.events import CODER, events
from dragoman.code.pairings import pairings
from dragoman.code.petrarch.acts import acts_with
from dragoman.code.quantities import quantities
from dragoman.code.records import record_of as _record_of
from dragoman.code.times import times
from dragoman.link.actors import resolutions
from dragoman.link.places import places
from dragoman.model import EventMention, Reading, Report
from dragoman.ontology import load as load_ontology
from dragoman.parse import model_name, sentences
from dragoman.parse.mentions import mentions
from dragoman.step import Step, check, run

__all__ = ["STEPS", "Coded", "code_reports", "record_of", "versions"]

#: How a report travels; each step reads what the ones before it wrote.
STEPS: tuple[Step, ...] = (
    sentences,
    mentions,
    resolutions,
    times,
    quantities,
    attributions,
    places,
    pairings,
    acts,
    events,
)


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with what was made of it; ``abstentions`` says why possible records were not written, and how often."""

    report: Report
    events: tuple[EventMention, ...]
    reading: Reading
    abstentions: tuple[tuple[str, int], ...] = ()

    @property
    def abstained(self) -> int:
        """How many possible records were not written."""
        return sum(count for _, count in self.abstentions)


@cache
def _checked() -> tuple[Step, ...]:
    check(STEPS)
    return STEPS


def _steps(dictionaries: Dictionaries | None) -> tuple[Step, ...]:
    """The steps, with the acts of dictionaries where there are any."""
    if dictionaries is None:
        return _checked()
    steps = tuple(acts_with(dictionaries) if one is acts else one for one in STEPS)
    check(steps)
    return steps


def code_reports(reports: Sequence[Report], dictionaries: Dictionaries | None = None) -> list[Coded]:
    """Code reports, each by itself: neither its neighbours nor its place in the batch change a record."""
    done = run(_steps(dictionaries), [Reading(report) for report in reports])
    return [Coded(r.report, r.events, r, _abstentions(r)) for r in done]


def _abstentions(reading: Reading) -> tuple[tuple[str, int], ...]:
    """The reasons for which acts were dropped, the commonest first."""
    reasons = Counter(act.path.dropped for _, act in reading.acts if act.path.dropped)
    return tuple(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))


def coded(
    reports: Iterable[Report], size: int = 16, *, dictionaries: Dictionaries | None = None
) -> Iterator[Coded]:
    """Code a stream of reports in batches of a given size."""
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if len(batch) == size:
            yield from code_reports(batch, dictionaries)
            batch = []
    if batch:
        yield from code_reports(batch, dictionaries)


@cache
def versions() -> dict[str, str]:
    """The versions that stand on every record: program, coder, ontology, catalogue and model."""
    try:
        program = version("dragoman")
    except PackageNotFoundError:
        program = "0.1.0"
    return {
        "program": program,
        "coder": CODER,
        "ontology": load_ontology().version,
        "catalogue": catalogue().version,
        "model": model_name(),
        "classifier": weights_version(),
    }


def record_of(event: EventMention, report: Report) -> dict[str, Any]:
    """The record of an event mention, as it is printed (see docs/codebook.md for the fields)."""
    return _record_of(event, report, versions())
