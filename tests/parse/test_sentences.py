"""A report's body into sentences: offsets, paragraphs, quotations, and what is left out."""

from collections.abc import Iterable
from typing import Any

import pytest

from dragoman.model import Block, Report, Sentence, Span
from dragoman.parse import parse_text, sentences
from dragoman.parse import sentences as step_of_sentences
from dragoman.parse.sentences import MAX_PARAGRAPH, parse_report

pytestmark = pytest.mark.model


def verbatim(text: str, made: tuple[Sentence, ...]) -> None:
    """Every token and sentence stands in the text where it says."""
    for one in made:
        assert one.span == (one.tokens[0].start, one.tokens[-1].end)
        for k, token in enumerate(one.tokens):
            assert token.i == k
            assert text[token.start : token.end] == token.text or set(token.text) & set("\"' ")
            assert token.head == k or k in one.children[token.head]
        assert sum(t.head == t.i for t in one.tokens) == 1


def test_offsets_hold_in_code_points() -> None:
    text = "Zürich 😀 wept.\n\nMali met Niger in Łódź. Kenya left."
    made = parse_text(text)
    verbatim(text, made)
    assert [one.span.of(text) for one in made][-2:] == ["Mali met Niger in Łódź.", "Kenya left."]


def test_sentences_are_numbered_and_know_their_paragraph() -> None:
    made = parse_text("Mali met Niger. Kenya left.\n\nIran fell.")
    assert [(s.index, s.paragraph) for s in made] == [(0, 0), (1, 0), (2, 1)]


def test_dash_between_month_and_day_splits() -> None:
    made = parse_text("They fought from 31 May-1 June 1916 and 2 April–5 May.")
    assert [t.text for t in made[0].tokens][3:9] == ["31", "May", "-", "1", "June", "1916"]
    assert "April" in [t.text for t in made[0].tokens]


def test_only_the_body_is_parsed() -> None:
    text = "BAMAKO (Post) Mali met Niger. Photo by Kenya."
    blocks = (Block(Span(0, 13), "dateline"), Block(Span(14, 29), "body"), Block(Span(30, 45), "caption"))
    made = tuple(parse_report(Report("r", text, blocks)))
    assert [s.span.of(text) for s in made] == ["Mali met Niger."]
    verbatim(text, made)


@pytest.mark.parametrize(("left", "right"), ['""', "“”", "„“", "«»"])
def test_quotations_of_every_kind(left: str, right: str) -> None:
    (one,) = parse_text(f"{left}We will attack Iraq,{right} Iran said.")
    ((first, last),) = one.quoted
    assert [t.text for t in one.tokens[first:last]] == ["We", "will", "attack", "Iraq", ","]


def test_a_sentence_without_marks_quotes_nothing() -> None:
    (one,) = parse_text("Iran's army left.")
    assert one.quoted == ()


def test_a_quotation_left_open_runs_to_the_end() -> None:
    (one,) = parse_text('Iran said: "We will attack Iraq.')
    ((first, last),) = one.quoted
    assert one.tokens[first].text == "We"
    assert last == len(one.tokens)


def test_empty_texts_have_no_sentences() -> None:
    assert parse_text("") == ()
    assert parse_text(" \n\n\t\n\n ") == ()
    assert tuple(parse_report(Report("r", "Mali met Niger."))) == ()


def test_a_report_cannot_hang_on_its_neighbours() -> None:
    def report(text: str) -> Report:
        return Report("r", text, (Block(Span(0, len(text)), "body"),))

    one, other = report("Mali met Niger in May."), report("Kenya said Iran had attacked Iraq.")
    assert sentences is step_of_sentences
    alone = [sentences([one])[0], sentences([other])[0]]
    assert list(sentences([one, other])) == alone
    assert list(sentences([other, one])) == alone[::-1]


def test_a_long_paragraph_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    room, read = importlib.import_module("dragoman.parse.sentences"), []

    class Watched:
        """The parser, which tells what it is given to read at once."""

        def __init__(self, nlp: Any) -> None:
            self.nlp = nlp

        def pipe(self, texts: Iterable[str], **known: Any) -> Any:
            read.extend(texts)
            return self.nlp.pipe(read, **known)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.nlp, name)

    watched = Watched(room.models.load())
    monkeypatch.setattr(room.models, "load", lambda: watched)
    monkeypatch.setattr(room, "MAX_PARAGRAPH", 60)
    text = "Mali met Niger in the spring. Kenya left in the summer. Iran attacked Iraq in the autumn."
    made = parse_text(text)
    verbatim(text, made)
    assert read == [
        "Mali met Niger in the spring. Kenya left in the summer.",
        "Iran attacked Iraq in the autumn.",
    ]
    assert [s.span.of(text) for s in made] == [part + "." for part in text[:-1].split(". ")]
    assert {s.paragraph for s in made} == {0}


def test_a_paragraph_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * (MAX_PARAGRAPH + 10)
    made = parse_text(text)
    assert sum(t.end - t.start for s in made for t in s.tokens) == len(text)


@pytest.mark.parametrize(
    ("words", "starts", "cut"),
    [
        (["Mali", "met", ".", "Niger", "left", "."], [0, 3], [(0, 3), (3, 6)]),
        (["Mali", "met", "Niger", "Kenya", "left", "."], [0, 3], [(0, 6)]),
        (["Mali", "of", "U.N.", "then", "left", "."], [0, 3], [(0, 6)]),
        (["Mali", "met", ".", "\n", "Niger", "left"], [0, 3], [(0, 3), (4, 6)]),
    ],
)
def test_a_sentence_goes_on_where_the_parser_cut_inside_one(
    words: list[str], starts: list[int], cut: list[tuple[int, int]]
) -> None:
    from spacy.tokens import Doc

    from dragoman.parse.models import load
    from dragoman.parse.sentences import _bounds

    doc = Doc(load().vocab, words=words, sent_starts=[i in starts for i in range(len(words))])
    assert _bounds(doc) == cut
