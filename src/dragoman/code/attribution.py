"""Whom a report names for what: source, cue and content, as in PARC and PolNeAR (codebook, Attribution)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from dragoman.catalogue import catalogue
from dragoman.code.cues import Cue, Cues, cues
from dragoman.code.finders import Found, in_sentence
from dragoman.code.ground import MARKS, Ground, joined
from dragoman.code.quotes import Quotation, quotations
from dragoman.code.speakers import Voice
from dragoman.model import Attribution, Report, Sentence, Span
from dragoman.step import step

__all__ = ["attributions", "find_attributions", "merged"]


@step(reads=("report", "sentences"), writes="attributions")
def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of a report, in the order of their cues."""
    return find_attributions(sentences, report.text)


def find_attributions(
    sentences: Sequence[Sentence], text: str, *, attitudes: bool = False
) -> tuple[Attribution, ...]:
    """Who says what in parsed sentences.

    With ``attitudes``, wishes, plans, demands and judgements count too, as PolNeAR has them:
    "urged them to leave" lays nothing to anyone as a fact, so that a record has no use for it.
    """
    quotes, known = quotations(sentences, text), cues()
    drafts: list[_Draft] = []
    last: _Draft | None = None
    at = 0
    for sentence in sentences:
        while at < len(quotes) and quotes[at].span.end <= sentence.span.start:
            at += 1
        near = quotes[at : at + 12] if at < len(quotes) else ()
        if not near and not any(t.lemma in known.words for t in sentence.tokens):
            continue
        ground = Ground.of(sentence, near)
        here = [_Draft(sentence, one) for one in in_sentence(ground, known, attitudes)] if _worth(ground, known) else []
        drafts += here
        ...
    return ()
