"""Days, figures and parties as a reader writes them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.model import Dating, Party, Quantity, Source, Span
from dragoman.show.words import figure, parties, sources, when

HERE = Span(0, 1)


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        ("2025-10-27", "2025-10-27", "day", "27 October 2025"),
        ("2025-10-20", "2025-10-26", "week", "week of 20–26 October 2025"),
        ("2025-04-01", "2025-04-30", "month", "April 2025"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2025-04-01", "2025-06-30", "quarter", "second quarter of 2025"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-01-01", "2025-10-28", "interval", "1 January 2024 – 28 October 2025"),
        ("2025-03-03", "2025-10-28", "interval", "3 March – 28 October 2025"),
        ("2025-10-01", "2025-10-28", "month", "1–28 October 2025"),
        (None, "2025-10-28", "open", "by 28 October 2025"),
        ("2025-10-28", None, "open", "from 28 October 2025"),
        (None, None, "open", "undated"),
        ("9999-12-01", "9999-12-31", "month", "1–31 December 9999"),
    ],
)
def test_days(first: str | None, last: str | None, precision: str, told: str) -> None:
    start, end = (date.fromisoformat(day) if day else None for day in (first, last))
    assert when(Dating(start, end, precision, "text")) == told


@pytest.mark.parametrize(
    ("low", "high", "approximate", "told"),
    [
        (10000.0, 10000.0, True, "about 10,000 troops"),
        (600.0, None, False, "at least 600 troops"),
        (200.0, None, True, "about 200 or more troops"),
        (None, 5000.0, False, "up to 5,000 troops"),
        (1500.0, 3000.0, False, "1,500 to 3,000 troops"),
        (2.5, 2.5, False, "2.5 troops"),
        (None, None, False, "troops"),
    ],
)
def test_figures(low: float | None, high: float | None, approximate: bool, told: str) -> None:
    assert figure(Quantity(0, 0, 1, 0, HERE, "troops", low, high, approximate=approximate)) == told


def test_what_a_figure_does_not_say_twice() -> None:
    money = Quantity(0, 0, 1, 0, HERE, "USD", 5.0, 5.0, unit="USD", role="paid", cumulative=True)
    assert figure(money) == "5 USD paid in all"


def test_parties_as_in_a_sentence() -> None:
    north, south = Party("North Korea", "n", HERE, "PRK"), Party("South Korea", "s", HERE, "KOR")
    assert parties(()) == "—"
    assert parties((north,)) == "North Korea (PRK)"
    assert parties((north, south, Party("the West", "w", HERE))) == (
        "North Korea (PRK), South Korea (KOR) and the West"
    )


def test_sources_with_what_makes_them_less_sure() -> None:
    seoul = Party("South Korea", "Seoul", HERE, "KOR")
    said = Source(seoul, "said", "indirect", "affirms", "stated", HERE, HERE, ())
    denied = Source(seoul, "denied", "indirect", "denies", "alleged", HERE, HERE, ())
    assert sources((said, denied)) == "according to South Korea, South Korea (denies, alleged)"
    assert sources(()) == ""
