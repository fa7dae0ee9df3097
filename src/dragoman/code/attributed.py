"""Who says an act: the attributions over its trigger, from the innermost source outwards."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.code.act import Act
from dragoman.model import Attribution, Party, Report, Resolution, Sentence, Source, Span

__all__ = ["Voices"]


class Voices:
    """The attributions of one report, ready to be asked for an act's."""

    def __init__(
        self,
        report: Report,
        sentences: Mapping[int, Sentence],
        attributions: Sequence[Attribution],
        resolutions: Iterable[Resolution],
    ) -> None:
        self.report, self.sentences, self.attributions = report, sentences, attributions
        self.over = _by_sentence(sentences, attributions)
        self.parties = {(r.sentence, r.head): r.parties for r in resolutions}
        self.names = {
            (r.sentence, i): r.parties for r in resolutions if r.parties for i in range(r.first, r.last)
        }

    def of(self, act: Act, sentence: Sentence) -> tuple[Source, ...]:
        """The sources of an act, outermost last; empty where the reporter speaks."""
        start = sentence.tokens[act.trigger].start
        covering = [
            k
            for k in self.over.get(sentence.index, ())
            if self._covers(self.attributions[k], start)
            and not self._is_cue(self.attributions[k], act, sentence)
        ]
        covering.sort(key=lambda k: sum(s.end - s.start for s in self.attributions[k].content))
        chain: list[int] = []
        for k in covering:
            for j in self._chain(k):
                if j not in chain:
                    chain.append(j)
        found = [self._source(self.attributions[k], act) for k in chain]
        return tuple(dict.fromkeys(s for s in found if s is not None))

    def counting(self, act: Act, sentence: Sentence) -> tuple[Source, ...]:
        """Who gives a figure by a verb that is no word of saying: "Baku put its own losses at 27 soldiers"."""
        token = sentence.tokens[act.verb]
        subject = next(iter(sentence.kids(act.verb, "nsubj")), None)
        if (
            "toll" not in act.frame
            or subject is None
            or token.lemma not in {"put", "give", "revise", "raise"}
        ):
            return ()
        inside = sentence.subtree(subject.i)
        span = sentence.cover(inside)
        words = " ".join(span.of(self.report.text).split())
        parties = self.parties.get((sentence.index, subject.i), ())
        party = replace(parties[0], raw=words, span=span) if parties else Party(words, words, span)
        cue, rest = Span(token.start, token.end), Span(token.end, sentence.span.end)
        return (Source(party, token.text, "indirect", "affirms", "stated", span, cue, (rest,)),)

    def without_speaker(self, sources: Sequence[Source], actors: Sequence[Party]) -> tuple[Source, ...]:
        """For a speech act the speaker is the actor; only whoever else reports it stays."""
        names = {p.name for p in actors} | {p.key for p in actors if p.key}
        codes = {p.code for p in actors if p.code}
        return tuple(
            s for s in sources
            if s.source.name not in names and not (s.source.key and s.source.key in names)
            and not (s.source.code in codes and s.source.kind not in {"agency"} and s.source.sector != "JRN")
        )  # fmt: skip

    def _covers(self, one: Attribution, start: int) -> bool:
        return one.source is not None and any(span.start <= start < span.end for span in one.content)

    def _is_cue(self, one: Attribution, act: Act, sentence: Sentence) -> bool:
        return (
            one.sentence == sentence.index and one.cue is not None and one.cue[0] <= act.trigger < one.cue[1]
        )

    def _chain(self, k: int) -> list[int]:
        chain = [k]
        while (outer := self.attributions[chain[-1]].outer) is not None and outer not in chain:
            chain.append(outer)
        return chain

    def _source(self, one: Attribution, act: Act) -> Source | None:
        sentence = self.sentences.get(one.sentence)
        if sentence is None or one.source is None:
            return None
        first, last = one.source
        span = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
        party = self._party(one, sentence, span)
        cue = (
            Span(sentence.tokens[one.cue[0]].start, sentence.tokens[one.cue[1] - 1].end) if one.cue else None
        )
        words = cue.of(self.report.text) if cue else ""
        certainty = "alleged" if act.path.alleged else one.certainty
        return Source(party, words, one.kind, one.stance, certainty, span, cue, one.content)

    def _party(self, one: Attribution, sentence: Sentence, span: Span) -> Party:
        """The source as a party: what its head was resolved to, else a name inside it, else its words."""
        head = one.source_head
        assert one.source is not None
        places = [head] if head is not None else []
        places += list(range(*one.source))
        words = " ".join(span.of(self.report.text).split())
        for table in (self.parties, self.names):
            for i in places[:1] if table is self.parties else places:
                parties = table.get((sentence.index, i), ())
                if parties:
                    return replace(parties[0], raw=words, span=span)
        return Party(words, words, span, None, None, None, None, "", "role")


def _by_sentence(
    sentences: Mapping[int, Sentence], attributions: Sequence[Attribution]
) -> dict[int, list[int]]:
    """Which attributions have content in each sentence, so that an act need not ask all of a long report."""
    rows = sorted(sentences.values(), key=lambda s: s.span.start)
    starts, ends = [s.span.start for s in rows], [s.span.end for s in rows]
    over: dict[int, list[int]] = {}
    for k, one in enumerate(attributions):
        touched = {
            rows[i].index
            for span in one.content
            for i in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        }
        for index in touched:
            over.setdefault(index, []).append(k)
    return over
