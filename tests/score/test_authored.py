"""Records of single sentences against the acts marked in them, and whether confidence holds."""

from typing import Any

import pytest

from dragoman.score.authored import answers, expected_error, judged, reliability
from dragoman.score.marked import Authored, read_line


def row(acts: list[str]) -> Authored:
    marked = "{1 Mali} {e met} {2 Niger}, which {3 Chad} {e2 blamed}."
    return read_line({"id": "x", "marked": marked, "acts": acts})


def record(type_: str, actor: list[str], recipient: list[str], trigger: str = "met") -> dict[str, Any]:
    text = row(["1=2 CONSULT - 040 @e"]).text

    def span(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    sides = {"actor": [{"span": span(w)} for w in actor], "recipient": [{"span": span(w)} for w in recipient]}
    return {"event": [type_], **sides, "evidence": {"trigger": span(trigger)}}


def test_both_sides_and_the_type_must_be_right() -> None:
    one = row(["3>2 ACCUSE disapprove 111 @e2"])
    assert answers(record("ACCUSE", ["Chad"], ["Niger"]), one.acts[0], one)
    for wrong in (
        record("REJECT", ["Chad"], ["Niger"]),
        record("ACCUSE", ["Niger"], ["Chad"]),
        record("ACCUSE", ["Chad"], []),
        record("ACCUSE", ["Chad", "Mali"], ["Niger"]),
    ):
        assert not answers(wrong, one.acts[0], one)


def test_a_mutual_act_holds_all_on_either_side() -> None:
    one = row(["1=2 CONSULT - 040 @e"])
    assert answers(record("CONSULT", ["Mali", "Niger"], []), one.acts[0], one)
    assert answers(record("CONSULT", ["Niger"], ["Mali"]), one.acts[0], one)
    assert not answers(record("CONSULT", ["Niger"], []), one.acts[0], one)


def test_what_tells_of_unmarked_words_is_not_judged() -> None:
    one = row(["3>2 ACCUSE disapprove 111 @e2"])
    assert judged(record("ACCUSE", ["Chad"], ["Niger"], "blamed"), one) is True
    assert judged(record("REJECT", ["Chad"], ["Niger"], "blamed"), one) is False
    assert judged(record("CONSULT", ["Mali"], ["Niger"], "met"), one) is False
    assert judged(record("CONSULT", ["Mali"], ["which"], "met"), one) is None


def test_calibration_error_is_the_mean_gap_over_tenths() -> None:
    pairs = [(0.85, True), (0.85, True), (0.85, False), (0.25, False)]
    assert reliability(pairs) == [
        (0.2, 1, 0.25, 0.0),
        (0.8, 3, pytest.approx(0.85), pytest.approx(2 / 3)),
    ]
    assert expected_error(pairs) == pytest.approx((1 * 0.25 + 3 * (0.85 - 2 / 3)) / 4)
    assert expected_error([]) == 0
