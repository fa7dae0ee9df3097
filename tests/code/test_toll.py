"""What tellings add up to, and the day of those that count."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.code.quantities import find_quantities
from dragoman.code.tellings import Telling
from dragoman.code.times import find_times
from dragoman.code.toll import Toll, toll_of, total, where_told
from dragoman.model import Block, Quantity, Reading, Report, Span
from tests.build import sentence, text_of

PUBLISHED = date(2025, 10, 28)  # a Tuesday


def killed(low: int, sentence: int = 0, *marks: str) -> Telling:
    flags = dict.fromkeys(marks, True)
    return Telling("killed", low, sentence, 1, 3, **flags)


@pytest.mark.parametrize(
    ("tellings", "sum_"),
    [
        ([], 0),
        ([killed(2), killed(3)], 5),
        ([killed(2), killed(2, 1)], 2),
        ([killed(2), killed(1, 1, "known")], 2),
        ([killed(2), killed(1, 1, "more")], 3),
        ([killed(1), killed(3, 1), killed(2, 2, "more")], 5),
        ([killed(3), killed(3, 1, "more")], 3),
        ([killed(9, 0, "summing"), killed(2, 1)], 2),
        ([killed(9, 0, "summing"), killed(4, 1, "known")], 9),
    ],
    ids=[
        *("none", "one sentence adds", "told twice", "taken up", "another", "later and another"),
        *("the same others", "one of several operations", "only taken up"),
    ],
)
def test_totals(tellings: list[Telling], sum_: int) -> None:
    assert total(tellings, "killed") == sum_
    assert total(tellings, "captured") == 0


def test_where_it_is_told_begins_with_one_operation() -> None:
    toll = Toll(2, 0, None, (killed(9, 0, "summing"), killed(2, 1), killed(2, 4), killed(2, 1)))
    assert where_told(toll) == (1, 4, 0)
    assert where_told(Toll(0, 0, None, ())) == ()


def toll(*specs: str, published: date | None = PUBLISHED) -> Toll:
    """The toll of sentences built by hand."""
    made, at = [], 0
    for index, spec in enumerate(specs):
        made.append(sentence(spec, index=index, offset=at))
        at = made[-1].span.end + 1
    text = text_of(made)
    figures: list[Quantity] = []
    for one in made:
        figures += find_quantities(one, figures[-1:])
    report = Report("r", text, (Block(Span(0, len(text)), "body"),), published=published)
    reading = Reading(
        report,
        sentences=tuple(made),
        quantities=tuple(figures),
        times=find_times(made, published),
    )
    return toll_of(reading)


KILLED = "Troops/NNS/nsubj/1 killed/VBD/ROOT/1/kill two/CD/nummod/3 rebels/NNS/dobj/1/rebel"


def test_the_day_is_that_of_the_act_and_not_of_the_release() -> None:
    assert toll(f"{KILLED} on/IN/prep/1 Monday/NNP/pobj/4").day == date(2025, 10, 27)
    assert toll(KILLED).day == PUBLISHED
    assert toll(KILLED, published=None).day is None


def test_the_day_of_an_earlier_sentence_holds_for_those_after_it() -> None:
    raid = "A/DT/det/1 raid/NN/nsubj/2 began/VBD/ROOT/2 on/IN/prep/2 Sunday/NNP/pobj/3"
    found = toll(raid, KILLED)
    assert (found.killed, found.day) == (2, date(2025, 10, 26))


def test_what_happened_long_before_is_recalled() -> None:
    before = KILLED.replace("two/", "nine/") + " on/IN/prep/1 10/CD/pobj/4 October/NNP/pobj/4"
    found = toll(f"{KILLED} on/IN/prep/1 Monday/NNP/pobj/4", before)
    assert (found.killed, [one.sentence for one in found.tellings]) == (2, [0])


def test_a_report_without_tellings_has_the_day_of_its_news() -> None:
    found = toll("Troops/NNS/nsubj/1 arrived/VBD/ROOT/1/arrive on/IN/prep/1 Monday/NNP/pobj/2")
    assert (found.killed, found.captured, found.day) == (0, 0, date(2025, 10, 27))
