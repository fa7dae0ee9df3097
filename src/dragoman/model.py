"""The nouns of dragoman, frozen: what travels from the report to the record.

Terms are those of the field: PLOVER (actor, recipient, mode, context), ACE (event mention),
TimeML (anchored times), PARC and PolNeAR (source, cue, content).  Offsets are half-open
Unicode code points into the report's text; token positions are half-open and count within
their sentence.  ``None`` means known to be absent, an empty tuple looked for and not found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from datetime import date as Day
from typing import Any, NamedTuple

__all__ = [
    "UNFILLED",
    "Attribution",
    "Block",
    "Dating",
    "EventMention",
    "Link",
    "Mention",
    "Party",
    "Place",
    "Problem",
    "Quantity",
    "Reading",
    "Report",
    "Resolution",
    "Sentence",
    "Source",
    "Span",
    "Time",
    "Token",
]


class Span(NamedTuple):
    """A half-open stretch of code points in a report's text: the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report that is of one kind: body, or what stands around it.

    ``kind`` is body, title, dateline, caption, byline, kicker, source or boilerplate.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """A text with what is known of it; ``blocks`` tell the story from captions and datelines."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be done to which report, and why."""

    report: str
    room: str
    reason: str
    detail: str


class Token(NamedTuple):
    """A word as the parser sees it; ``head`` is a position in the sentence (its own for the root)."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    ent: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence: its tokens, who hangs on whom, and which paragraph it stands in.

    ``quoted`` holds the token stretches that stand between quotation marks (marks excluded).
    """

    index: int
    paragraph: int
    span: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    quoted: tuple[tuple[int, int], ...] = ()

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The dependents of token ``i``, in order, of the given relations or of any."""
        tokens = self.tokens
        if not deps:
            return [tokens[k] for k in self.children[i]]
        return [tokens[k] for k in self.children[i] if tokens[k].dep in deps]

    def subtree(self, i: int) -> list[int]:
        """The positions of token ``i`` and of all that hangs on it, in order."""
        found, todo = [i], [i]
        while todo:
            for k in self.children[todo.pop()]:
                found.append(k)
                todo.append(k)
        return sorted(found)

    def cover(self, positions: list[int]) -> Span:
        """The stretch of text from the first to the last of the given positions."""
        return Span(self.tokens[min(positions)].start, self.tokens[max(positions)].end)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may stand for a party or a place: a name, a noun phrase or a pronoun.

    ``first`` and ``last`` are half-open token positions, ``head`` the syntactic head among them;
    ``kind`` is name, noun or pronoun; ``keys`` are catalogue entries that the words can name;
    ``label`` is what the parser's name finder says (PERSON, GPE, ORG ... or empty);
    ``form`` is the catalogue's form of the name (name, adjective, people, capital, seat ...) or empty.
    """

    sentence: int
    first: int
    last: int
    head: int
    kind: str
    text: str
    keys: tuple[str, ...] = ()
    label: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts or is acted upon, as of a day: PLOVER's entity.

    ``code`` is ISO 3166 alpha-3 or IGO UNO EUR NGO IMG MNC, ``None`` for those without one;
    ``kind`` is state, body, agency, group, service, person, role, people or loose.
    """

    name: str
    raw: str
    span: Span
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None
    key: str = ""
    kind: str = "role"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which parties a mention stands for, how sure that is, and why.

    ``parties`` is empty where the mention was looked up and abstained from; ``rung`` names the
    rule that won (name, chain, surname, title, pronoun, definite, role ...).
    """

    sentence: int
    first: int
    last: int
    head: int
    parties: tuple[Party, ...]
    score: float
    rung: str
    kind: str = "name"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the days that it can mean.

    ``value`` is the TIMEX3 value; ``precision`` is day, week, month, quarter, year, interval or open;
    ``anchor`` the day that it was read back from; ``rung`` the rule that decided;
    ``relation`` is at, since, until, before, after, by or during, as the preposition has it.
    """

    sentence: int
    first: int
    last: int
    span: Span
    value: str
    earliest: date | None
    latest: date | None
    precision: str
    anchor: date | None
    rung: str
    relation: str = "at"
    kind: str = "date"
    end_value: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """The days that an event can have, and what decided them (codebook, Time)."""

    date: Day | None
    enddate: Day | None
    precision: str
    basis: str
    time: Span | None = None
    rung: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and what it counts: "at least 600 of whom have died" is killed, low 600.

    ``head`` is the token that is counted (or the number itself where nothing else stands there);
    ``item`` a lemma; ``role`` such as sent, killed, wounded, detained or paid.
    """

    sentence: int
    first: int
    last: int
    head: int
    span: Span
    item: str
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    cumulative: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone to whom the report lays a content: source, cue and content as in PARC.

    Token positions are half-open within ``sentence``; ``source`` is ``None`` where the cue stands
    alone ("reportedly"); ``content`` are spans of the report's text and may lie in other sentences.
    ``kind`` is direct, indirect or mixed; ``stance`` affirms, denies or doubts; ``certainty`` stated,
    estimated or alleged.  ``outer`` is the place in the tuple of who passes this attribution on.
    """

    sentence: int
    source: tuple[int, int] | None
    source_head: int | None
    cue: tuple[int, int] | None
    content: tuple[Span, ...]
    kind: str
    stance: str
    certainty: str
    outer: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution as it stands on a record: who says so, by which words, how firmly."""

    source: Party
    cue: str
    kind: str
    stance: str
    certainty: str
    source_span: Span | None
    cue_span: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place, and how the name was resolved."""

    extracted: str
    resolved: str | None
    span: Span
    latitude: float | None
    longitude: float | None
    country: str | None
    geonameid: int | None
    feature: str | None
    resolution: str
    sentence: int = 0
    first: int = 0
    last: int = 0
    head: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from one record to another; ``to`` is a record id once ids are given."""

    type: str
    to: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one report says of one act; ``dictionary`` is that of the user's which found it, and its CAMEO code."""

    id: str
    report: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    dating: Dating
    status: str
    background: bool
    sentence: int
    trigger: Span
    evidence: Span
    sources: tuple[Source, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    place: Place | None = None
    links: tuple[Link, ...] = ()
    planned: date | None = None
    confidence: float = 0.5
    why: tuple[tuple[str, str], ...] = ()
    dictionary: tuple[str, str] | None = None


class _Unfilled:
    """The mark of a field that no step has filled yet."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNFILLED"

    def __reduce__(self) -> str:
        return "UNFILLED"


UNFILLED: Any = _Unfilled()


@dataclass(frozen=True, slots=True)
class Reading:
    """One report's fields so far; each is filled by the one step that writes it."""

    report: Report
    sentences: tuple[Sentence, ...] = field(default=UNFILLED)
    mentions: tuple[Mention, ...] = field(default=UNFILLED)
    resolutions: tuple[Resolution, ...] = field(default=UNFILLED)
    times: tuple[Time, ...] = field(default=UNFILLED)
    quantities: tuple[Quantity, ...] = field(default=UNFILLED)
    attributions: tuple[Attribution, ...] = field(default=UNFILLED)
    places: tuple[Place, ...] = field(default=UNFILLED)
    pairings: tuple[Any, ...] = field(default=UNFILLED)
    acts: tuple[Any, ...] = field(default=UNFILLED)
    events: tuple[EventMention, ...] = field(default=UNFILLED)
