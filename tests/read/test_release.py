"""The head of a press release, and the day that it gives."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.read import read_text
from dragoman.read.dates import Stamp
from dragoman.read.release import head_of_release, release_stamp, title_stamp

HEAD = ["Harbour Command", "2019-04-PR-031", "For Immediate Release"]
STORY = (
    "Two ships of the coast guard left the port of Eastport yesterday and stopped a boat that had been seen "
    "near the islands. Officials said that the crew was brought to the town and that no one was hurt."
)


def test_the_head_ends_with_its_last_mark() -> None:
    assert head_of_release([*HEAD, STORY]) == {0, 1, 2}
    assert head_of_release(["Harbour Command", STORY]) == frozenset()
    assert head_of_release([STORY, "For Immediate Release"]) == {1}


def test_the_number_gives_year_and_month() -> None:
    assert release_stamp("No. 2019-04-PR-031") == Stamp(2019, 4, None)
    assert release_stamp("2019-14-PR-031") is None
    assert release_stamp("2019-04-12") is None


@pytest.mark.parametrize(
    "title", ["May 2, 2019: Boats stopped in the north", "Morning update, May 2, 2019", "Update May 2, 2019"]
)
def test_titles_that_give_a_day(title: str) -> None:
    stamp = title_stamp(title)
    assert stamp is not None
    assert (stamp.year, stamp.month, stamp.day) == (2019, 5, 2)


def test_a_title_that_speaks_of_a_day_gives_none() -> None:
    assert title_stamp("Talks of May 2, 2019 end without result") is None


def test_a_day_without_a_year_has_that_of_the_number() -> None:
    text = "\n\n".join(["Boats stopped near the islands", *HEAD, f"EASTPORT, Norland (April 2) - {STORY}"])
    report = read_text(text)
    assert report.published == date(2019, 4, 2)
    body = [block.span.of(text) for block in report.blocks if block.kind == "body"]
    assert body == [STORY]
