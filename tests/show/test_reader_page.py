"""The page of a report: head, records, the sentence with its parts, what was left open."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import made
import pytest
from rich.console import Console

from dragoman.flow import Coded
from dragoman.model import Span
from dragoman.show.page import PARTS, Page


def page(coded: Coded, *, width: int = 200, colour: bool = False) -> str:
    out = io.StringIO()
    system = "256" if colour else None
    console = Console(file=out, width=width, color_system=system, force_terminal=colour, highlight=False)
    shown = Page(console)
    shown.legend()
    shown.show(coded)
    return out.getvalue()


def test_a_report_as_a_person_reads_it() -> None:
    assert page(made.coded()).splitlines() == [
        "Troops for Russia",
        "story · published 28 October 2025 · The Paper",
        "",
        "27 October 2025  North Korea (PRK) → Russia (RUS)  AID; 3,000 troops; at Russia; "
        "according to South Korea  abcdef01",
        "    [source: Seoul] said [actor: Pyongyang] [act: sent] [figure: 3,000 troops] "
        "to [recipient: Russia] on [time: Monday].",
        "",
        "  Parties left open: 1 pronoun (no antecedent).",
        "  Places left open: 1 ambiguous.",
        "",
    ]


def test_status_background_and_basis_are_marked() -> None:
    one = made.event()
    one = replace(one, status="planned", background=True, dating=replace(one.dating, basis="publication"))
    told = page(made.coded(one))
    assert "27 October 2025 (publication day)  " in told
    assert "; planned; background; " in told


def test_nothing_found_is_said() -> None:
    coded = made.coded()
    assert "No records." in page(replace(coded, events=()))
    left = page(replace(coded, abstentions=(("a purpose", 2), ("no recipient", 1))))
    assert "Abstained from 3 possible records: 2 × a purpose; 1 × no recipient." in " ".join(left.split())


@pytest.mark.parametrize("width", [20, 40, 79])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = page(made.coded(), width=width).splitlines()
    assert max(map(len, lines)) <= width + 4  # what cannot be broken on a very narrow terminal
    assert width < 40 or max(map(len, lines)) <= width


def test_with_colour_the_same_words_stand_there_and_each_part_has_its_own() -> None:
    told = page(made.coded(), colour=True)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told)
    assert made.TEXT in plain
    assert plain.splitlines()[0] == " ".join(PARTS)
    assert re.search(r"\x1b\[38;5;32mPyongyang\x1b\[0m", told)
    assert re.search(r"\x1b\[1;38;5;160msent\x1b\[0m", told)


def test_without_colour_there_are_no_escapes() -> None:
    assert "\x1b" not in page(made.coded())


def test_parts_outside_the_sentence_are_left_out() -> None:
    one = made.event()
    far = replace(one.actors[0], span=Span(500, 505))
    assert "[actor:" not in page(made.coded(replace(one, actors=(far,))))


def test_a_line_break_in_a_sentence_is_a_space() -> None:
    coded = made.coded()
    text = coded.report.text.replace("sent 3,000", "sent\n3,000")
    told = page(replace(coded, report=replace(coded.report, text=text)))
    assert "[act: sent] [figure: 3,000 troops]" in told


@pytest.mark.parametrize("name", PARTS)
def test_colours_stand_out_on_white_and_on_black(name: str) -> None:
    found = re.search(r"color\((\d+)\)", PARTS[name])
    assert found
    light = _luminance(int(found[1]))
    assert (light + 0.05) / 0.05 >= 3  # the bar for large text and signs (WCAG 2.2, 1.4.11)
    assert 1.05 / (light + 0.05) >= 3


def _luminance(number: int) -> float:
    """The relative luminance of a colour of the 6 by 6 by 6 cube of terminals."""
    levels = (0, 95, 135, 175, 215, 255)
    cube = number - 16
    shares = [levels[cube // 36] / 255, levels[cube // 6 % 6] / 255, levels[cube % 6] / 255]
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
