"""Whom a report names for what: source, cue and content, as in PARC and PolNeAR (codebook, Attribution)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.catalogue import catalogue
from dragoman.code.cues import cues
from dragoman.code.finders import in_sentence
from dragoman.code.ground import Ground, joined
from dragoman.code.quotes import Quotation, quotations
from dragoman.code.saying import Found, Search
from dragoman.code.speakers import Voice, stretch
from dragoman.model import Attribution, Report, Sentence, Span
from dragoman.step import step

__all__ = ["as_spans", "attributions", "find_attributions"]

#: At most so many characters lie between a sentence and the quotation before it that it closes.
_GAP = 2


@dataclass(slots=True)
class _Draft:
    """A find with its sentence; ``content`` grows while the quotation goes on.

    ``carried`` marks a paragraph that only goes on with a quotation: it has no cue of its own.
    """

    sentence: Sentence
    found: Found
    content: tuple[Span, ...]
    passed_by: _Draft | None = None
    carried: bool = False


@step(reads=("report", "sentences"), writes="attributions")
def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions of a report, in the order of their cues."""
    return find_attributions(sentences, report.text)


def find_attributions(
    sentences: Sequence[Sentence], text: str, *, attitudes: bool = False
) -> tuple[Attribution, ...]:
    """Who says what in parsed sentences.

    With ``attitudes``, wishes, plans, demands and judgements count too, as PolNeAR has them:
    "urged them to leave" lays nothing to anyone as a fact, so a record has no use for it.
    """
    quotes = quotations(sentences, text)
    drafts = _drafts(sentences, quotes, attitudes)
    drafts = _carried(drafts, quotes, text)
    return _attributions(drafts, text)


def _drafts(sentences: Sequence[Sentence], quotes: Sequence[Quotation], attitudes: bool) -> list[_Draft]:
    known = cues()
    drafts: list[_Draft] = []
    at = 0
    for sentence in sentences:
        while at < len(quotes) and quotes[at].span.end < sentence.span.start - _GAP:
            at += 1
        near: list[Quotation] = []
        for quote in quotes[at:]:
            if quote.span.start >= sentence.span.end:
                break
            near.append(quote)
        if not near and not any(t.lemma in known.words for t in sentence.tokens):
            continue
        before = next(
            (q.span for q in near if q.span.end <= sentence.span.start and q.paragraph == sentence.paragraph),
            None,
        )
        ground = Ground.of(sentence, near)
        found = in_sentence(Search(ground, known, before, attitudes))
        drafts += _linked([_Draft(sentence, one, one.content) for one in found])
    return drafts


def _linked(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts of one sentence, each tied to the draft that passes it on."""
    for draft in drafts:
        outer = draft.found.passed_by
        if outer is None:
            start, end = (
                draft.sentence.tokens[i].start for i in (draft.found.cue[0], draft.found.cue[1] - 1)
            )
            around = [d for d in drafts if d is not draft and _holds(d.content, start, end)]
            draft.passed_by = min(around, key=lambda d: sum(e - s for s, e in d.content), default=None)
        else:
            draft.passed_by = next((d for d in drafts if d.found.at == outer and d is not draft), None)
    for draft in drafts:
        # Where the parse goes wrong two contents can hold each other's cues: nobody passes himself on.
        chain = [draft]
        while (above := chain[-1].passed_by) is not None:
            if any(above is one for one in chain):
                chain[-1].passed_by = None
                break
            chain.append(above)
    return drafts


def _holds(content: Sequence[Span], start: int, end: int) -> bool:
    return any(s <= start and end < e for s, e in content)


def _carried(drafts: list[_Draft], quotes: Sequence[Quotation], text: str) -> list[_Draft]:
    """Give quotations of whole sentences without a speaker of their own to the last speaker.

    In the same paragraph the speaker's content grows; a quotation that the paragraph before
    left open becomes an attribution of its own, without a cue.
    """
    by_paragraph: dict[int, list[_Draft]] = {}
    for draft in drafts:
        if draft.found.voices and draft.passed_by is None:
            by_paragraph.setdefault(draft.sentence.paragraph, []).append(draft)
    added: list[_Draft] = []
    speaker: _Draft | None = None
    open_ones: list[Span] = []
    for quote in quotes:
        own = [d for d in by_paragraph.get(quote.paragraph, ()) if _touches(d.content, quote.span)]
        if own:
            speaker = max(own, key=lambda d: sum(e - s for s, e in d.content))
            if quote.continues and open_ones:
                speaker.content = joined((*open_ones, *speaker.content))
            open_ones = []
            continue
        if not _opens_sentence(quote.span.start, text):
            continue
        near = [d for d in by_paragraph.get(quote.paragraph, ()) if d.sentence.span.start < quote.span.start]
        if near:
            speaker = speaker if speaker in near else near[-1]
            speaker.content = joined((*speaker.content, quote.span))
        elif quote.continues and speaker is not None:
            found = replace(speaker.found, content=(quote.span,), hearer=None)
            speaker = _Draft(speaker.sentence, found, (quote.span,), carried=True)
            by_paragraph.setdefault(quote.paragraph, []).append(speaker)
            added.append(speaker)
        else:
            open_ones = [*open_ones, quote.span] if quote.continues else [quote.span]
    return sorted([*drafts, *added], key=lambda d: (d.sentence.index, d.found.at, d.content))


def _opens_sentence(at: int, text: str) -> bool:
    """Whether what stands before a quotation is a sentence's end or a new paragraph."""
    before = text[max(0, at - 8) : at]
    return not before.strip() or "\n\n" in before or before.rstrip()[-1] in ".!?\"”'’"


def _touches(content: Sequence[Span], span: Span) -> bool:
    return any(s < span.end and span.start < e for s, e in content)


def _attributions(drafts: Sequence[_Draft], text: str) -> tuple[Attribution, ...]:
    """One attribution per source, with the place in the tuple of who passes each on."""
    made: list[Attribution] = []
    places: dict[int, int] = {}
    agencies: list[tuple[_Draft, int, Voice]] = []
    for draft in drafts:
        places[id(draft)] = len(made)
        for voice in draft.found.voices or (None,):
            made.append(_attribution(draft, voice, text))
        agency = _agency(draft)
        if agency is not None:
            agencies.append((draft, len(made), agency))
            made.append(replace(_attribution(draft, agency, text), cue=None))
    told = {id(draft): place for draft, place, _ in agencies}
    for draft in drafts:
        outer = places.get(id(draft.passed_by)) if draft.passed_by is not None else None
        first = places[id(draft)]
        count = max(1, len(draft.found.voices))
        for place in range(first, first + count):
            made[place] = replace(made[place], outer=told.get(id(draft), outer))
        if id(draft) in told:
            made[told[id(draft)]] = replace(made[told[id(draft)]], outer=outer)
    return tuple(made)


def _attribution(draft: _Draft, voice: Voice | None, text: str) -> Attribution:
    found = draft.found
    return Attribution(
        sentence=draft.sentence.index,
        source=(voice.first, voice.last) if voice else None,
        source_head=voice.head if voice else None,
        cue=None if draft.carried else found.cue,
        content=draft.content,
        kind=_kind(draft.content, text),
        stance=found.stance,
        certainty=(voice.certainty if voice and found.certainty == "stated" else None) or found.certainty,
    )


def _agency(draft: _Draft) -> Voice | None:
    """The news agency that was told, if the hearer is one."""
    head = draft.found.hearer
    if head is None:
        return None
    first, last = stretch(Ground(draft.sentence, (), ()), head)
    words = [t.text for t in draft.sentence.tokens[first:last]]
    book = catalogue()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            names = book.named(" ".join(words[start:end]))
            if any(book.entries[n.entry_key].kind == "agency" for n in names):
                return Voice(first, last, head)
    return None


def _kind(content: Sequence[Span], text: str) -> str:
    """direct where all of the content stands in quotation marks, mixed where part of it does."""
    pieces = [span.of(text) for span in content]
    marks = ('"', "“", "„", "«", "``", "''")
    if all(p.startswith(marks) and not _outside(p) for p in pieces):
        return "direct"
    return "mixed" if any(m in p for p in pieces for m in marks) else "indirect"


def _outside(piece: str) -> bool:
    """Whether a piece that begins with a quotation mark holds words outside of such marks."""
    flat = piece.replace("``", '"').replace("''", '"')
    for sign in "“”„«»":
        flat = flat.replace(sign, '"')
    return any(any(c.isalnum() for c in part) for part in flat.split('"')[2::2])


def as_spans(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions as PolNeAR writes them: spans of text, sources of one cue in one attribution.

    What is said within another's words is left out, and who is named without a cue of their own
    (the agency that was told) has none there.  A source with a comma in it keeps the comma that closes it.
    """
    by_index = {s.index: s for s in sentences}
    contents = [(span, one) for one in attributions for span in one.content]
    sources: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
    for one in attributions:
        if one.cue is None:
            continue
        start = by_index[one.sentence].tokens[one.cue[0]].start
        if any(span.start <= start < span.end for span, other in contents if other.content != one.content):
            continue
        mine = sources.setdefault((one.sentence, one.cue, one.content), [])
        if one.source is not None:
            mine.append(one.source)
    made = []
    for (index, cue, content), stretches in sources.items():
        tokens = by_index[index].tokens
        source = []
        if stretches:
            first, last = min(a for a, _ in stretches), max(b for _, b in stretches)
            if (
                last < len(tokens)
                and tokens[last].text == ","
                and any(t.text == "," for t in tokens[first:last])
            ):
                last += 1
            source = [(tokens[first].start, tokens[last - 1].end)]
        colon = cue[1] < len(tokens) and tokens[cue[1]].text == ":"
        said = [(tokens[cue[0]].start, tokens[cue[1] - 1 + colon].end)]
        made.append({"source": source, "cue": said, "content": [tuple(s) for s in content]})
    return made
