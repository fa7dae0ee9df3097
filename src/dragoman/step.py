"""The one shape of everything that reads a report: a step fills one field from filled ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol

from dragoman.errors import StepError
from dragoman.model import Reading

__all__ = ["Step", "check", "run", "step"]


class Step(Protocol):
    """Fills one field of each Reading in a batch from fields already filled."""

    @property
    def name(self) -> str: ...
    @property
    def reads(self) -> tuple[str, ...]: ...
    @property
    def writes(self) -> str: ...
    def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]: ...


class _OneReport:
    """A step made of a function on one report's fields."""

    __slots__ = ("function", "name", "reads", "writes")

    def __init__(self, function: Callable[..., Any], reads: tuple[str, ...], writes: str) -> None:
        self.function, self.reads, self.writes = function, reads, writes
        self.name = f"{function.__module__.removeprefix('dragoman.')}.{function.__name__}"

    def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]:
        return [self.function(*row) for row in zip(*columns, strict=True)]


def step(*, reads: tuple[str, ...], writes: str) -> Callable[[Callable[..., Any]], _OneReport]:
    """Lift a function of one report's fields to a step; the function stays at ``.function``."""

    def lift(function: Callable[..., Any]) -> _OneReport:
        return _OneReport(function, reads, writes)

    return lift


def check(steps: Sequence[Step], given: tuple[str, ...] = ("report",)) -> None:
    """Refuse steps that read what nobody wrote before them, or write what is written already.

    Raises StepError with the step's name and the field.
    """
    known, filled = {f.name for f in fields(Reading)}, set(given)
    for one in steps:
        for name in one.reads:
            if name not in filled:
                raise StepError(one.name, f"reads {name!r}, which no earlier step writes")
        if one.writes not in known:
            raise StepError(one.name, f"writes {one.writes!r}, which a Reading does not have")
        if one.writes in filled:
            raise StepError(one.name, f"writes {one.writes!r}, which is filled already")
        filled.add(one.writes)


def run(steps: Sequence[Step], batch: Sequence[Reading]) -> list[Reading]:
    """Take a batch of readings through the steps, in order."""
    done = list(batch)
    for one in steps:
        columns = [[getattr(reading, name) for reading in done] for name in one.reads]
        values = one(*columns)
        done = [replace(r, **{one.writes: v}) for r, v in zip(done, values, strict=True)]
    return done
