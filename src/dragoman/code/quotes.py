"""Where words stand between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dragoman.model import Sentence, Span, Token

__all__ = ["Quotation", "quotations"]

_MARKS = frozenset({'"', "``", "''"})
_OPENS, _CLOSES = frozenset("“„«`"), frozenset("”»")
_BEFORE, _AFTER = frozenset("([{—–-"), frozenset(".,;:!?)]}—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included, within one paragraph.

    ``continues`` is true where the paragraph before left its quotation open and this one goes on.
    """

    span: Span
    paragraph: int
    continues: bool = False


def quotations(sentences: Sequence[Sentence], text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; one that runs over paragraphs is one for each of them."""
    found: list[Quotation] = []
    left_open = False
    for paragraph, group in groupby(sentences, key=lambda s: s.paragraph):
        tokens = [token for sentence in group for token in sentence.tokens]
        marks = [(at, token) for at, token in enumerate(tokens) if token.text in _MARKS]
        if not marks:
            left_open = False
            continue
        spans, still_open = _pair(tokens, marks, text, left_open)
        carried = left_open and marks[0][0] == 0
        found.extend(Quotation(span, paragraph, carried and k == 0) for k, span in enumerate(spans))
        left_open = still_open
    return tuple(found)


def _pair(
    tokens: Sequence[Token], marks: Sequence[tuple[int, Token]], text: str, left_open: bool
) -> tuple[list[Span], bool]:
    """The stretches between a paragraph's marks, and whether the last is left open."""
    spans: list[Span] = []
    start: int | None = None
    for at, token in marks:
        side = _side(token, text)
        opens = start is None if side is None else side == "open"
        if opens and start is not None:
            # The closing mark was forgotten: the earlier quotation ends where the new one begins.
            spans.append(Span(start, tokens[at - 1].end))
            start = token.start
        elif opens:
            start = token.start
        elif start is not None:
            spans.append(Span(start, token.end))
            start = None
        elif left_open and not spans:
            spans.append(Span(tokens[0].start, token.end))
    if start is not None:
        spans.append(Span(start, tokens[-1].end))
    return [s for s in spans if s.end - s.start > 2], start is not None


def _side(token: Token, text: str) -> str | None:
    """Whether a mark opens or closes: by its form, else by the spaces around it."""
    sign = text[token.start]
    if sign in _OPENS:
        return "open"
    if sign in _CLOSES:
        return "close"
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    free = not before or before.isspace() or before in _BEFORE
    bound = not after or after.isspace() or after in _AFTER
    if free == bound:
        return None
    return "open" if free else "close"
