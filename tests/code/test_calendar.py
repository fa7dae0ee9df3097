"""Values of time and the days that they can mean."""

from datetime import date

import pytest

from dragoman.code.calendar import bracket, nearest_weekday, shift, shift_day, words


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "quarter"),
        ("2024-WI", date(2024, 12, 1), date(2025, 2, 28), "interval"),
        ("2025-W44", date(2025, 10, 27), date(2025, 11, 2), "week"),
        ("199", date(1990, 1, 1), date(1999, 12, 31), "interval"),
        ("18", date(1800, 1, 1), date(1899, 12, 31), "interval"),
        ("2025-10-27TNI", date(2025, 10, 27), date(2025, 10, 27), "day"),
        ("2023-02-29", None, None, "open"),
        ("PAST_REF", None, None, "open"),
        ("BC0490", None, None, "open"),
    ],
)
def test_bracket(value: str, first: date | None, last: date | None, precision: str) -> None:
    assert bracket(value) == (first, last, precision)


def test_shift_over_the_turn_of_the_year() -> None:
    assert shift(date(2025, 1, 15), "M", -1) == "2024-12"
    assert shift(date(2025, 1, 15), "Q", -1) == "2024-Q4"
    assert shift(date(2024, 12, 30), "W", 0) == "2025-W01"
    assert shift_day(date(2024, 3, 31), "M", -1) == date(2024, 2, 29)


def test_nearest_weekday() -> None:
    tuesday = date(2025, 10, 28)
    assert nearest_weekday(tuesday, 2, ahead=False) == tuesday
    assert nearest_weekday(tuesday, 2, ahead=False, itself=False) == date(2025, 10, 21)
    assert nearest_weekday(tuesday, 1, ahead=True) == date(2025, 11, 3)


def test_every_month_and_unit_has_its_class() -> None:
    known = words()
    assert {known.letters[m] for m in ("january", "sept.", "may")} == {"M"}
    assert (known.letters["hours"], known.letters["days"]) == ("u", "U")
    assert known.number("twenty") == 20
