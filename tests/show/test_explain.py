"""Why a record says what it says."""

from __future__ import annotations

from dataclasses import replace

import made
import pytest

from dragoman.errors import WrongUse
from dragoman.show.explain import explain, find


def test_each_field_names_what_decided_it() -> None:
    coded = made.coded()
    rows = explain(coded, coded.events[0], {"coder": "rules@1"})
    by_field = {row["field"]: row for row in rows}
    assert by_field["event"] == {
        "field": "event", "value": "AID", "words": "sent", "why": ["frames/aid.yaml (send)"],
    }  # fmt: skip
    assert by_field["actor"]["why"] == ["state, as 'Pyongyang'", "name resolved by capital (0.90)"]
    assert by_field["date"]["words"] == "Monday"
    assert by_field["date"]["why"] == ["clause", "read as 2025-10-27 by weekday from 2025-10-28"]
    assert by_field["attribution"]["value"] == "South Korea (KOR): indirect, affirms, stated"
    assert by_field["event_loc"]["why"] == ["catalogue"]
    assert by_field["made by"]["why"] == ["coder rules@1"]


def test_a_reason_for_a_field_that_nothing_asks_for_is_told_all_the_same() -> None:
    one = replace(made.event(), why=(("link", ""), ("merging", "same words")))
    rows = explain(made.coded(one), one, {})
    assert ("merging", ["same words"]) in [(row["field"], row["why"]) for row in rows]


def test_the_beginning_of_an_id_is_enough() -> None:
    coded = made.coded(made.event(), replace(made.event(), id="abff000000000000"))
    assert find("abc", [coded])[1].id == "abcdef0123456789"
    assert find("ABFF", [coded])[1].id == "abff000000000000"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("ab", "2 records have an id that begins with 'ab': abcdef0123456789, abff000000000000."),
        ("abcdff", "no record 'abcdff' in the reports given. Did you mean abcdef?"),
        ("", "no record ''"),
    ],
)
def test_a_wrong_id_names_the_nearest(given: str, told: str) -> None:
    coded = made.coded(made.event(), replace(made.event(), id="abff000000000000"))
    with pytest.raises(WrongUse) as caught:
        find(given, [coded])
    assert told in str(caught.value)


def test_no_records_at_all() -> None:
    with pytest.raises(WrongUse, match="have no records"):
        find("abc", [replace(made.coded(), events=())])
