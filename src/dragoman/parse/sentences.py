"""A report's body, paragraph by paragraph, into sentences with their tokens and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.model import Report, Sentence, Span, Token
from dragoman.parse import models
from dragoman.parse.repairs import repair

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["MAX_PARAGRAPH", "parse_text", "sentences"]

#: The parser's memory grows with the text, so a longer paragraph is read in pieces of this size.
MAX_PARAGRAPH = 20_000

#: One sign for one sign, so that offsets stay: the model was trained on straight quotation marks.
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\n": " ", "\t": " ", "\xa0": " "}
)
_ENDS = frozenset({".", "!", "?", ":", ";", '"', "''", ")", "]", "...", "…"})
_QUOTES = frozenset({'"', "``", "''"})

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON", "IN": "ADP", "RP": "ADP",
    "TO": "PART", "POS": "PART", "CD": "NUM", "DT": "DET", "PDT": "DET", "WDT": "DET", "CC": "CCONJ",
}  # fmt: skip


class _Sentences:
    """The step that parses: paragraphs apart, a batch a report.

    The batch never spans reports, so that a report's parse cannot hang on its neighbours.
    """

    name = "parse.sentences"
    reads = ("report",)
    writes = "sentences"

    def __call__(self, *columns: Sequence[Any]) -> Sequence[Any]:
        return [tuple(parse_report(report)) for report in columns[0]]


sentences = _Sentences()


def parse_text(text: str) -> tuple[Sentence, ...]:
    """Parse a plain text whose paragraphs stand apart by blank lines.

    For measuring and trying out; a report with datelines and captions goes through ``read``.
    """
    spans, start = [], 0
    for piece in text.split("\n\n"):
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + 2
    return tuple(_parse(text, spans))


def parse_report(report: Report) -> Iterable[Sentence]:
    """Parse the body blocks of a report."""
    return _parse(report.text, [block.span for block in report.blocks if block.kind == "body"])


def _parse(text: str, spans: Sequence[Span]) -> Iterable[Sentence]:
    straight = text.translate(_STRAIGHT)
    pieces = [(p, piece) for p, span in enumerate(spans) for piece in _pieces(straight, span)]
    nlp = models.load()
    docs = nlp.pipe((straight[piece.start : piece.end] for _, piece in pieces), batch_size=64)
    index = 0
    for (paragraph, piece), doc in zip(pieces, docs, strict=True):
        for first, last in _bounds(doc):
            yield _sentence(doc, first, last, piece.start, (index, paragraph))
            index += 1


def _pieces(text: str, span: Span) -> Iterable[Span]:
    """Cut a stretch to its words, and in pieces at spaces where it is too long to parse at once."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_PARAGRAPH:
        cut = text.rfind(". ", start, start + MAX_PARAGRAPH) + 1
        if cut <= start:
            cut = text.rfind(" ", start, start + MAX_PARAGRAPH)
        if cut <= start:
            cut = start + MAX_PARAGRAPH
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    """The parser's sentences, joined where it cut inside one.

    A sentence goes on if the one before does not end in a closing sign, or if this one begins in lower case.
    """
    bounds: list[tuple[int, int]] = []
    for sent in doc.sents:
        first, last = sent.start, sent.end
        while first < last and doc[first].is_space:
            first += 1
        if first >= last:
            continue
        if bounds:
            before = doc[bounds[-1][1] - 1]
            if before.is_space and before.i > bounds[-1][0]:
                before = doc[before.i - 1]
            opens = doc[first].text[:1]
            if (
                (before.text not in _ENDS and not before.text.endswith("."))
                or opens.islower()
                or opens in ",;"
            ):
                bounds[-1] = (bounds[-1][0], last)
                continue
        bounds.append((first, last))
    return bounds


def _sentence(doc: Doc, first: int, last: int, offset: int, place: tuple[int, int]) -> Sentence:
    """Turn a stretch of the parser's document into our own, self-contained sentence."""
    words = [token for token in doc[first:last] if not token.is_space]
    position = {token.i: k for k, token in enumerate(words)}
    root = next((position[t.i] for t in words if t.head.i == t.i), 0)
    tokens: list[Token] = []
    for k, token in enumerate(words):
        text, tag, dep = token.text, token.tag_, token.dep_
        head = position.get(token.head.i, root)
        if head == k and k != root:
            head, dep = root, "parataxis"
        lower = text.lower()
        pos = _pos(tag, dep, lower)
        start = offset + token.idx
        tokens.append(
            Token(
                k,
                text,
                lower,
                models.lemma_of(lower, tag, pos),
                tag,
                pos,
                dep,
                head,
                start,
                start + len(text),
                token.ent_type_,
            )
        )
    tokens = repair(tokens)
    children: list[list[int]] = [[] for _ in words]
    for made in tokens:
        if made.head != made.i:
            children[made.head].append(made.i)
    index, paragraph = place
    span = Span(tokens[0].start, tokens[-1].end)
    return Sentence(index, paragraph, span, tuple(tokens), tuple(map(tuple, children)), _quoted(tokens))


def _pos(tag: str, dep: str, lower: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in {"aux", "auxpass"} or lower in _BE else "VERB"
    return _POS.get(tag) or ("PUNCT" if not tag[:1].isalpha() or tag in {"HYPH", "NFP"} else "X")


_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})


def _quoted(tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """The stretches between quotation marks; a mark without its fellow opens or closes at the sentence's edge."""
    marks = [t.i for t in tokens if t.text in _QUOTES]
    if not marks:
        return ()
    if len(marks) % 2:
        only_closes = len(marks) == 1 and marks[0] >= len(tokens) - 2 and marks[0] > 1
        marks = [-1, *marks] if only_closes else [*marks, len(tokens)]
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return tuple((a + 1, b) for a, b in pairs if b > a + 1)
