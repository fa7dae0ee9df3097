"""Verbs in the PETRARCH form: their forms, synonym sets, and what a pattern asks for."""

from __future__ import annotations

import pytest

from dragoman.catalogue.petrarch.lines import BadLine, Fault, Line
from dragoman.catalogue.petrarch.patterns import Pattern, read_pattern
from dragoman.catalogue.petrarch.verbs import Verbs, read_verbs


def read(text: str) -> tuple[Verbs, list[Fault]]:
    verbs, faults = Verbs(), []
    rows = [Line("own.verbs.txt", n, raw.strip(), False) for n, raw in enumerate(text.split("\n"), 1) if raw]
    read_verbs(rows, verbs, faults)
    return verbs, faults


def pattern(text: str, **synsets: tuple[tuple[str, ...], ...]) -> Pattern:
    return read_pattern(text, {f"&{name}": options for name, options in synsets.items()}, "own:1")


def codes(verbs: Verbs, word: str) -> list[str]:
    return [one.code for one in verbs.of(word)]


@pytest.mark.parametrize("form", ["ENCHANT", "ENCHANTS", "ENCHANTED", "ENCHANTING"])
def test_regular_forms_are_made(form: str) -> None:
    verbs, _ = read("--- ENCHANT [111] ---\nENCHANT\n")
    assert codes(verbs, form) == ["111"]


def test_forms_between_braces_are_all_there_are() -> None:
    verbs, _ = read("--- RIDE [111] ---\nRIDE { RODE RIDDEN }\n")
    assert codes(verbs, "RODE") == codes(verbs, "RIDDEN") == codes(verbs, "RIDE") == ["111"]
    assert codes(verbs, "RIDED") == []


def test_verbs_of_a_block_share_patterns_and_may_have_codes_of_their_own() -> None:
    verbs, _ = read("--- ASK [020] ---\nASK\nBEG [025]\n- * HELP [021]\n")
    ask, beg = verbs.of("ASK")[0], verbs.of("BEGGING")[0]
    assert (ask.code, beg.code) == ("020", "025")
    assert ask.block is beg.block
    assert [one.code for one in beg.block.patterns] == ["021"]


def test_a_verb_of_several_words_goes_before_a_verb_of_one() -> None:
    verbs, _ = read("--- RIDE [1] ---\nRIDE\n+RIDE_OFF [2]\nLION_+RIDE {LION_+RODE} [3]\n")
    assert [one.words for one in verbs.of("RIDE")] == [("RIDE", "OFF"), ("LION", "RIDE"), ("RIDE",)]
    assert verbs.of("RIDES")[0].words == ("RIDES", "OFF")
    (rode,) = verbs.of("RODE")
    assert (rode.words, rode.at, rode.code) == (("LION", "RODE"), 1, "3")


def test_synonym_sets_have_plurals_and_hold_other_sets() -> None:
    text = """\
&BEAST
+BEAR
+MOUSE_
&EXACT_
+FAUN
&ALL
+&BEAST
+SEA SERPENT
--- FEED [070] ---
FEED
- * &ALL [071]
- * &EXACT [072]
"""
    verbs, faults = read(text)
    first, second = verbs.of("FEED")[0].block.patterns
    assert faults == []
    assert set(first.after[0].options) == {
        ("BEAR",), ("BEARS",), ("MOUSE",), ("SEA", "SERPENT"), ("SEA", "SERPENTS"),
    }  # fmt: skip
    assert second.after[0].options == (("FAUN",),)


def test_malformed_lines_are_named_and_harm_nothing() -> None:
    text = """\
RIDE
--- RIDE ---
--- RIDE [100] ---
RIDE
- * HOME
- HOME [101]
- * &NONE [102]
- * (TO HOME [103]
- * HOME [104]
~ a (b . RIDE) SAY = a b 112
"""
    verbs, faults = read(text)
    assert [one.line for one in faults] == [1, 2, 5, 6, 7, 8, 10]
    assert str(faults[0]) == "own.verbs.txt:1: a verb outside of a block"
    assert [one.code for one in verbs.of("RIDE")[0].block.patterns] == ["104"]


def test_patterns_stand_as_written_but_the_longer_first_where_they_are_bracketed() -> None:
    plain, _ = read("--- RIDE [1] ---\nRIDE\n- * HOME [2]\n- * HOME LATE [3]\n")
    assert [one.code for one in plain.of("RIDE")[0].block.patterns] == ["2", "3"]
    bracketed, _ = read("--- RIDE [1] ---\nRIDE\n- * (TO CASTLE) [2]\n- * HOME (BY SEA) LATE [3]\n")
    assert [one.code for one in bracketed.of("RIDE")[0].block.patterns] == ["3", "2"]


def test_before_the_verb_the_nearest_comes_first() -> None:
    one = pattern("- $ LATER_HOME * [1]")
    assert [element.options for element in one.before] == [(("HOME",),), (("LATER",),), ()]
    assert [element.glued for element in one.before] == [False, True, False]
    assert one.before[2].kind == "source"


def test_an_underscore_glues_and_one_at_the_end_of_a_word_does_not() -> None:
    one = pattern("- IN_* OUT_AGAIN_ NOW [1]")
    assert one.before[0].glued
    assert [element.glued for element in one.after] == [False, True, False]
    assert not pattern("- IN * [1]").before[0].glued
    assert pattern("- *_OUT [1]").after[0].glued


def test_signs_and_groups() -> None:
    one = pattern("- * ^ (TO {&PLACE GATE}) (BY +) % [042:043]", PLACE=(("CASTLE",),))
    assert [element.kind for element in one.after] == [
        "skip",
        "words",
        "words",
        "words",
        "words",
        "target",
        "both",
    ]
    assert [element.group for element in one.after] == [0, 1, 1, 1, 2, 2, 0]
    assert one.after[3].options == (("GATE",), ("GATES",))  # bracketed patterns mean plurals too
    assert one.code == "042:043"
    assert one.weight == 4


@pytest.mark.parametrize("text", ["- * HOME", "- HOME [1]", "- * * [1]", "- * {HOME [1]", "- * &NONE [1]"])
def test_what_is_no_pattern(text: str) -> None:
    with pytest.raises(BadLine):
        pattern(text)


def test_a_plus_at_the_end_marks_no_word() -> None:
    verbs, _ = read("--- RIDE [1] ---\nRIDE+\n")
    assert codes(verbs, "RIDE") == ["1"]
