"""The authored sentences keep to their form, are told once, cover every type and mode, and are balanced."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.ontology import load
from dragoman.score.marked import Authored, Faulty, part_of, read_folder, read_line, unmarked

DATA = Path(__file__).parent.parent / "data" / "authored"
#: Modes that no sentence shows yet.
UNTOLD = {("PROTEST", "vandalize")}
ROWS = list(read_folder(DATA))


def test_each_sentence_and_each_name_stands_once() -> None:
    assert [name for name, n in Counter(row.id for row in ROWS).items() if n > 1] == []
    bare = Counter(re.sub(r"\W+", " ", row.text).lower() for row in ROWS)
    assert [text for text, n in bare.items() if n > 1] == []


def test_no_sentence_is_another_with_a_word_exchanged() -> None:
    seen: dict[tuple[str, ...], str] = {}
    alike = []
    for row in ROWS:
        words = re.findall(r"\w+", row.text.lower())
        for k in range(0, max(1, len(words) - 11), 12):
            key = tuple(words[k : k + 12])
            if len(key) == 12 and key in seen:
                alike.append((seen[key], row.id))
            seen.setdefault(key, row.id)
    assert alike == []


def test_types_and_modes_are_the_ontology_s() -> None:
    types = load().types
    wrong = [
        (row.id, act.type, act.mode)
        for row in ROWS
        for act in row.acts
        if act.type not in types or (act.mode and act.mode not in types[act.type].modes)
    ]
    assert wrong == []
    told = {(act.type, act.mode) for row in ROWS for act in row.acts}
    assert {(name, mode) for name, rule in types.items() for mode in rule.modes} - told <= UNTOLD


def test_every_type_is_told_often_and_none_too_often() -> None:
    acts = Counter(act.type for row in ROWS for act in row.acts)
    assert min(acts.values()) >= 250
    assert max(acts.values()) < 5 * min(acts.values())
    assert sum(row.none is not None for row in ROWS) > len(ROWS) // 12


def test_the_parts_are_a_tenth_each() -> None:
    parts = Counter(part_of(row.text) for row in ROWS)
    for name in ("dev", "calibrate"):
        assert 0.08 < parts[name] / len(ROWS) < 0.13


def test_all_that_holds_of_acts_is_told() -> None:
    flags = Counter(flag for row in ROWS for act in row.acts for flag in act.flags)
    assert set(flags) == {"planned", "denied", "conditional", "negated", "ongoing", "background"}
    assert min(flags.values()) >= 15
    assert sum(any(name[0] == "t" for name in row.marks) for row in ROWS) > len(ROWS) // 4
    assert sum(any(name[0] == "q" for name in row.marks) for row in ROWS) > len(ROWS) // 8


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"marked": "{1 Mali} {e met} {1 Niger}", "acts": ["1=2 CONSULT - 040 @e"]}, "marked twice"),
        ({"marked": "{1 Mali} {e met} Niger", "acts": ["1=2 CONSULT - 040 @e"]}, "not marked"),
        ({"marked": "{1 Mali} {e met} Niger", "acts": ["1> CONSULT @e"]}, "lacks a part"),
        ({"marked": "{1 Mali} {e met} Niger", "acts": ["1> CONSULT - 040 @e soon"]}, "no flag"),
        ({"marked": "{1 Mali} {x met} Niger", "acts": ["1> CONSULT - 040 @e"]}, "brace"),
        ({"marked": "{1 Mali} is large"}, "either acts or none"),
        ({"marked": "{1 Mali} is large", "none": "size"}, "no kind"),
    ],
)
def test_what_breaks_the_form_is_named(row: dict[str, object], told: str) -> None:
    with pytest.raises(Faulty, match=told):
        read_line({"id": "x", **row})


def test_marks_are_stretches_of_the_plain_sentence() -> None:
    text, marks = unmarked("{1 Mali} {e met} {2 the envoys}.")
    assert (text, {name: text[a:b] for name, (a, b) in marks.items()}) == (
        "Mali met the envoys.",
        {"1": "Mali", "e": "met", "2": "the envoys"},
    )
    row = read_line(
        {"id": "x", "marked": "{1 Mali} {e met} {2 Niger}", "acts": ["1=2 CONSULT phone 041 @e by 2"]}
    )
    assert isinstance(row, Authored)
    assert (row.acts[0].mutual, row.acts[0].mode, row.acts[0].by) == (True, "phone", "2")


def test_a_fault_in_a_file_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "marked": "no"}) + "\n", encoding="utf-8")
    with pytest.raises(Faulty, match=r"a\.jsonl:1: either"):
        list(read_folder(tmp_path))


def test_the_codebook_shows_them_as_they_are() -> None:
    page = (DATA.parent.parent / "docs" / "codebook.md").read_text(encoding="utf-8").split("## Examples")[1]
    shown = re.findall(r"^\| ([A-Z]+) \| (.+) \| `([a-z]+-\d+)` \|$", page, re.M)
    rows = {row.id: row for row in ROWS}
    assert {type_ for type_, _, _ in shown} == set(load().types)
    for type_, text, name in shown:
        assert (rows[name].text, rows[name].acts[0].type) == (text, type_)
