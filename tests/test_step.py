"""Steps: what they read and write, what is refused before anything runs, and the loop."""

from collections.abc import Sequence
from typing import Any

import pytest

from dragoman.errors import DragomanError, StepError
from dragoman.model import UNFILLED, Reading, Report
from dragoman.step import check, run, step


@step(reads=("report",), writes="sentences")
def letters(report: Report) -> tuple[str, ...]:
    """A stand-in for a parser: the letters of a text."""
    return tuple(report.text)


@step(reads=("report", "sentences"), writes="mentions")
def capitals(report: Report, sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Which of the letters are capitals, with the report's id."""
    return tuple(report.id + s for s in sentences if s.isupper())


class Batch:
    """A step that looks at the batch as a whole."""

    name = "batch"
    reads = ("report",)
    writes = "times"

    def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]:
        return [len(columns[0])] * len(columns[0])


def readings(*texts: str) -> list[Reading]:
    return [Reading(Report(f"r{i}", text)) for i, text in enumerate(texts)]


def test_a_function_becomes_a_step() -> None:
    assert (capitals.reads, capitals.writes) == (("report", "sentences"), "mentions")
    assert capitals.name.endswith("test_step.capitals")
    assert capitals.function(Report("x", ""), ("A", "b")) == ("xA",)


def test_a_name_leaves_out_the_package() -> None:
    from dragoman.parse.mentions import mentions

    assert mentions.name == "parse.mentions.mentions"


def test_a_step_takes_columns_and_gives_one_value_a_report() -> None:
    assert letters([Report("a", "xy"), Report("b", "")]) == [("x", "y"), ()]
    assert letters([]) == []


def test_columns_of_unlike_length_are_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        capitals([Report("a", "")], [])


def test_steps_run_in_order_and_see_what_was_written() -> None:
    done = run([letters, capitals], readings("aBC", "d"))
    assert [r.mentions for r in done] == [("r0B", "r0C"), ()]
    assert [r.sentences for r in done] == [("a", "B", "C"), ("d",)]
    assert [r.report.id for r in done] == ["r0", "r1"]


def test_a_reading_given_is_not_changed() -> None:
    batch = readings("aB")
    run([letters], batch)
    assert batch[0].sentences is UNFILLED


def test_an_empty_batch_gives_nothing() -> None:
    assert run([letters, capitals], []) == []


def test_a_step_may_see_the_whole_batch() -> None:
    assert [r.times for r in run([Batch()], readings("a", "b", "c"))] == [3, 3, 3]


def test_too_few_values_stop_the_run() -> None:
    class Short(Batch):
        def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]:
            return [1]

    with pytest.raises(ValueError, match="shorter"):
        run([Short()], readings("a", "b"))


def test_an_unforeseen_exception_stops_the_run() -> None:
    @step(reads=("report",), writes="times")
    def broken(report: Report) -> int:
        return 1 // len(report.text)

    with pytest.raises(ZeroDivisionError):
        run([broken], readings("a", ""))


def test_a_fitting_flow_passes() -> None:
    check([letters, capitals, Batch()])
    check([capitals], given=("report", "sentences"))
    check([])


def test_an_unmet_read_is_refused_by_step_and_field() -> None:
    with pytest.raises(StepError, match=r"capitals.*reads 'sentences'") as caught:
        check([capitals, letters])
    assert isinstance(caught.value, DragomanError)


def test_writing_twice_is_refused() -> None:
    with pytest.raises(StepError, match="'sentences', which is filled already"):
        check([letters, letters])
    with pytest.raises(StepError, match="'sentences', which is filled already"):
        check([letters], given=("report", "sentences"))


def test_writing_what_a_reading_does_not_have_is_refused() -> None:
    class Lost(Batch):
        writes = "weather"

    with pytest.raises(StepError, match="batch: writes 'weather', which a Reading does not have"):
        check([Lost()])


def test_a_refused_flow_never_runs() -> None:
    class Watched(Batch):
        def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]:
            raise AssertionError("ran")

    with pytest.raises(StepError):
        check([Watched(), capitals])
