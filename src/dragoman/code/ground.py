"""A sentence with the quotations on it, and how token positions become spans of content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dragoman.code.quotes import Quotation
from dragoman.model import Sentence, Span, Token

__all__ = ["MARKS", "Ground", "joined"]

MARKS = frozenset({'"', "``", "''"})
_EDGE = frozenset({",", ".", ":", ";", "-", "--", "---", "—", "–", "―", "...", "…", "/"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence and the quotations that share words with it; ``inner`` marks its quoted tokens."""

    sentence: Sentence
    quotes: tuple[Quotation, ...]
    inner: tuple[bool, ...]

    @classmethod
    def of(cls, sentence: Sentence, quotes: Sequence[Quotation]) -> Ground:
        """The ground of a sentence, given the quotations near it."""
        here = tuple(
            q for q in quotes if q.span.start < sentence.span.end and sentence.span.start < q.span.end
        )
        inner = tuple(any(q.span.start <= t.start < q.span.end for q in here) for t in sentence.tokens)
        return cls(sentence, here, inner)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def quote_at(self, i: int) -> Quotation | None:
        """The quotation in which a token stands."""
        start = self.tokens[i].start
        return next((q for q in self.quotes if q.span.start <= start < q.span.end), None)

    def speech(self, positions: Iterable[int]) -> bool:
        """Whether positions touch a quotation that is speech: words with a mark at their end."""
        wanted = {q for i in positions if self.inner[i] and (q := self.quote_at(i)) is not None}
        for quote in wanted:
            start, end = quote.span
            if end > self.sentence.span.end or start < self.sentence.span.start:
                return True
            held = [t for t in self.tokens if start <= t.start < end and t.text not in MARKS]
            if len(held) > 2 and held[-1].text in {",", ".", "!", "?"}:
                return True
        return False

    def spans(self, positions: Iterable[int], barred: Collection[int] = ()) -> tuple[Span, ...]:
        """The stretches that positions make, trimmed, with the whole of each quotation they touch.

        ``barred`` are the positions of source and cue: a quotation around them is not taken in.
        """
        found = [self._span(run, barred) for run in self._runs(sorted(set(positions)))]
        return joined(span for span in found if span is not None)

    def _runs(self, positions: Sequence[int]) -> list[list[int]]:
        """Stretches of positions; only a word left out parts them, a comma does not."""
        runs: list[list[int]] = []
        for i in positions:
            gap = self.tokens[runs[-1][-1] + 1 : i] if runs else ()
            if runs and all(t.pos == "PUNCT" for t in gap):
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _span(self, run: Sequence[int], barred: Collection[int]) -> Span | None:
        first, last = run[0], run[-1]
        while first <= last and self._edge(first, run):
            first += 1
        while last >= first and self._edge(last, run):
            last -= 1
        if first > last or all(self.tokens[i].pos == "PUNCT" for i in range(first, last + 1)):
            return None
        span = Span(self.tokens[first].start, self.tokens[last].end)
        for quote in self.quotes:
            q = quote.span
            if not (q.start < span.end and span.start < q.end):
                continue
            if any(q.start <= self.tokens[i].start < q.end for i in barred):
                continue
            span = Span(min(span.start, q.start), max(span.end, q.end))
        return span

    def _edge(self, i: int, run: Sequence[int]) -> bool:
        """Whether a token at the edge of a stretch is left out of it."""
        token = self.tokens[i]
        if token.text in MARKS:
            quote = self.quote_at(i)
            return quote is None or not any(
                quote.span.start <= self.tokens[k].start < quote.span.end for k in run if k != i
            )
        return token.text in _EDGE


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
