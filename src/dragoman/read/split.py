"""The paragraphs of a plain text, found by its shape: blank lines, indentation, wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model import Span

__all__ = ["ends_sentence", "paragraphs"]

_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?:;…。][\"'”’»)\]]*$|[\"”»]$|--+$")
_NARROWEST, _WIDEST = 45, 120


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank, trimmed; ``indent`` is how far in it begins."""

    span: Span
    text: str
    indent: int


def ends_sentence(text: str) -> bool:
    """Whether the last words end in punctuation that can close a sentence.

    >>> ends_sentence('He said: "No."'), ends_sentence("Putin meets Kim in Beijing")
    (True, False)
    """
    return bool(_ENDED.search(text.rstrip()))


def _lines(text: str) -> list[list[_Line]]:
    """The lines of the text in stretches that blank lines part."""
    stretches: list[list[_Line]] = [[]]
    start = 0
    ends = [(m.start(), m.end()) for m in _NEWLINE.finditer(text)]
    for end, after in [*ends, (len(text), len(text))]:
        raw = text[start:end]
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            span = Span(start + indent, start + indent + len(words))
            stretches[-1].append(_Line(span, words, indent))
        elif stretches[-1]:
            stretches.append([])
        start = after
    return [stretch for stretch in stretches if stretch]


def _width(stretches: Sequence[Sequence[_Line]]) -> int | None:
    """The column at which the text is wrapped, or ``None`` where its lines are not wrapped."""
    lengths = sorted(len(line.text) + line.indent for stretch in stretches for line in stretch)
    # A web address or a table row may stand out; one line in fifty does not unmake the shape.
    widest = lengths[(len(lengths) - 1) * 49 // 50]
    return widest if _NARROWEST <= widest <= _WIDEST else None


def _joined(line: _Line, following: _Line, margin: int, width: int | None) -> bool:
    """Whether the newline between two lines is only a wrap."""
    if following.indent > margin + 1 and following.indent > line.indent:
        return False
    first = following.text.split(maxsplit=1)[0]
    # A wrapped line is one on which the next word found no room.
    full = width is not None and line.indent + len(line.text) + 1 + len(first) > width
    if ends_sentence(line.text):
        return full
    return full or first[0].islower()


def _grouped(stretch: Sequence[_Line], width: int | None) -> list[Span]:
    """The paragraphs among lines that no blank line parts."""
    margin = min(line.indent for line in stretch)
    # Where no line breaks off inside a sentence, each line is a paragraph of its own.
    if all(ends_sentence(line.text) for line in stretch[:-1]):
        width = None
    spans = [stretch[0].span]
    for line, following in pairwise(stretch):
        if _joined(line, following, margin, width):
            spans[-1] = Span(spans[-1].start, following.span.end)
        else:
            spans.append(following.span)
    return spans


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of the text, in order, trimmed of white space.

    Blank lines part them; a single newline does where the next line is indented, or where the line had
    room for the next word and so was not wrapped.

    >>> [s.of("One.\\n\\nTwo.") for s in paragraphs("One.\\n\\nTwo.")]
    ['One.', 'Two.']
    """
    stretches = _lines(text)
    if not stretches:
        return []
    width = _width(stretches)
    return [span for stretch in stretches for span in _grouped(stretch, width)]
