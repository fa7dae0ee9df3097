"""A coded report made by hand, for the tests of what a person sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.flow import Coded
from dragoman.model import (
    Block,
    Dating,
    EventMention,
    Party,
    Place,
    Quantity,
    Reading,
    Report,
    Resolution,
    Sentence,
    Source,
    Span,
    Time,
    Token,
)

TEXT = "Seoul said Pyongyang sent 3,000 troops to Russia on Monday."
DAY = date(2025, 10, 27)


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def party(name: str, code: str | None, raw: str) -> Party:
    return Party(name, raw, span(raw), code, key=code or "", kind="state")


def event() -> EventMention:
    """North Korea sends troops, according to South Korea."""
    seoul = party("South Korea", "KOR", "Seoul")
    return EventMention(
        id="abcdef0123456789",
        report="story",
        type="AID",
        modes=(),
        contexts=("military",),
        actors=(party("North Korea", "PRK", "Pyongyang"),),
        recipients=(party("Russia", "RUS", "Russia"),),
        dating=Dating(DAY, DAY, "day", "text", span("Monday"), "clause"),
        status="occurred",
        background=False,
        sentence=0,
        trigger=span("sent"),
        evidence=Span(0, len(TEXT)),
        sources=(Source(seoul, "said", "indirect", "affirms", "stated", seoul.span, span("said"), ()),),
        quantities=(Quantity(0, 4, 6, 5, span("3,000 troops"), "troops", 3000.0, 3000.0),),
        place=Place("Russia", "Russia", span("Russia"), 60.0, 100.0, "RUS", 2017370, "A", "catalogue"),
        why=(("event", "frames/aid.yaml (send)"), ("actor", "North Korea: state, as 'Pyongyang'")),
    )


def _sentence() -> Sentence:
    tokens, at = [], 0
    for i, word in enumerate(TEXT.split(" ")):
        tokens.append(Token(i, word, word.lower(), word, "NN", "NOUN", "dep", 0, at, at + len(word), ""))
        at += len(word) + 1
    return Sentence(0, 0, Span(0, len(TEXT)), tuple(tokens), ((),) * len(tokens))


def coded(*events: EventMention, title: str | None = "Troops for Russia") -> Coded:
    """The report with the events given, or with the one of ``event``."""
    report = Report(
        "story", TEXT, (Block(Span(0, len(TEXT)), "body"),), title, date(2025, 10, 28), "The Paper"
    )
    north = party("North Korea", "PRK", "Pyongyang")
    reading = replace(
        Reading(report),
        sentences=(_sentence(),),
        resolutions=(
            Resolution(0, 2, 3, 2, (north,), 0.9, "capital"),
            Resolution(0, 0, 1, 0, (), 0.0, "abstained", kind="pronoun", reason="no antecedent"),
        ),
        times=(Time(0, 9, 10, span("Monday"), "2025-10-27", DAY, DAY, "day", date(2025, 10, 28), "weekday"),),
        places=(Place("Arden", None, span("Seoul"), None, None, None, None, None, "ambiguous"),),
    )
    return Coded(report, events or (event(),), reading)
