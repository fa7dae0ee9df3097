"""Days as datelines write them."""

from datetime import date

import pytest

from dragoman.read.dates import Stamp, choose, day_of, stamps_of


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("11:20, Tue, Oct 28, 2025 Updated: 11:24, Tue, Oct 28, 2025", "2025-10-28"),
        ("Published On 12 Mar 2024", "2024-03-12"),
        ("Published: Tuesday, 14 July 2015", "2015-07-14"),
        ("28 October 2025, 11:20 GMT", "2025-10-28"),
        ("Posted at 9.15 am on 1st February 2023", "2023-02-01"),
        ("Sept. 17, 1978", "1978-09-17"),
        ("2024-05-06T08:00:00+02:00", "2024-05-06"),
        ("Last updated 3 hours ago | 5 May 2021", "2021-05-05"),
        ("28/10/2025", "2025-10-28"),
        ("10/28/2025", "2025-10-28"),
        ("GENEVA, 14 March 2024", "2024-03-14"),
    ],
)
def test_a_line_of_times_gives_its_day(line: str, day: str) -> None:
    assert choose(stamps_of(line), ()) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "line",
    [
        "On 3 September Putin met Kim in Beijing.",
        "In 2024, they signed an agreement",
        "May talks",
        "Putin and Kim meet on 3 September 2025",
        "12 soldiers killed",
        "",
    ],
)
def test_a_line_with_other_words_is_no_dateline(line: str) -> None:
    assert stamps_of(line) == ()


@pytest.mark.parametrize("line", ["03/04/2025", "Published 3 hours ago", "October 2025", "28 October"])
def test_a_dateline_that_does_not_write_the_day_gives_none(line: str) -> None:
    assert stamps_of(line)
    assert choose(stamps_of(line), ()) is None


def test_publication_goes_before_the_last_update() -> None:
    line = "Updated: 4 May 2021 Published: 2 May 2021"
    assert choose(stamps_of(line), ()) == date(2021, 5, 2)


def test_a_day_without_a_year_takes_the_year_that_another_stamp_writes() -> None:
    updated = stamps_of("Updated 2 January 2025")
    assert choose(updated, (Stamp(None, 12, 31),)) == date(2024, 12, 31)
    assert choose((), (Stamp(None, 12, 31),)) is None


def test_days_that_no_calendar_has_are_none() -> None:
    assert choose(stamps_of("31 February 2024"), ()) is None
    assert day_of("1899-12-31") is None
    assert day_of("2101-01-01") is None
    assert day_of("yesterday") is None
    assert day_of("2024-02-29") == date(2024, 2, 29)
