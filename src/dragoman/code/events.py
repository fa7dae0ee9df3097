"""Acts into event mentions: times, attribution, quantities, place and links joined to each (codebook)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dragoman.catalogue import catalogue
from dragoman.code.act import Act, without
from dragoman.code.attributed import Voices
from dragoman.code.contexts import contexts_of
from dragoman.code.dating import Context, Dated, date_event, make_context
from dragoman.code.lexicon import lexicon
from dragoman.code.links import Drawn, link_all
from dragoman.code.narrative import governing_verb
from dragoman.code.operators import HOSTILE, THREATS
from dragoman.code.quantities import quantities_of, sent_goods
from dragoman.code.tense import tense_of
from dragoman.code.trust import confidence_of
from dragoman.code.venue import venue
from dragoman.code.where import where_of
from dragoman.ids import id_maker
from dragoman.languages import word_list
from dragoman.model import (
    Attribution,
    Dating,
    EventMention,
    Party,
    Place,
    Quantity,
    Report,
    Resolution,
    Sentence,
    Source,
    Span,
    Time,
)
from dragoman.step import step

__all__ = ["CODER", "events", "trigger_of"]

#: The coder's own version: a change of it makes new records of the same reports.
CODER = "dragoman@0.2"

#: Types whose records have a place; a statement has none merely because a place is mentioned.
_PLACED = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"})
_TOGETHER = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "ASSAULT", "AGREE", "RETREAT"})
_SIGNED = word_list("signed")
_COUNTED = frozenset(
    {
        "AID",
        "REJECT",
        "ASSAULT",
        "COERCE",
        "MOBILIZE",
        "RETREAT",
        "SANCTION",
        "COOPERATE",
        "AGREE",
        "PROTEST",
        "REQUEST",
        "CONCEDE",
    }
)
#: What lasts when it "has" been done "since" a day.
_LASTING = word_list("lasting")
_SPEECH = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})

#: A day further back than this is recalled, not reported.
_NEWS = timedelta(days=21)


_ByPlace = dict[int, tuple[Any, ...]]


@step(
    reads=("report", "sentences", "resolutions", "acts", "times", "quantities", "attributions", "places"),
    writes="events",
)
def events(*columns: object) -> tuple[EventMention, ...]:
    """Turn the acts of one report into event mentions, in reading order."""
    return tuple(link_all(_Drawing(*columns).draw()))  # type: ignore[arg-type]


@dataclass(slots=True)
class _Drawing:
    """All that was found in one report, while its acts are drawn up."""

    report: Report
    sentences: tuple[Sentence, ...]
    resolutions: tuple[Resolution, ...]
    acts: tuple[tuple[int, Act], ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    places: tuple[Place, ...]

    def draw(self) -> list[Drawn]:
        """Each act as an event mention, with the act and the sentence that it was drawn from."""
        if not self.acts:
            return []
        by_index = {s.index: s for s in self.sentences}
        voices = Voices(self.report, by_index, self.attributions, self.resolutions)
        name = id_maker(self.report.id, self.report.text, CODER)
        context = make_context(self.sentences, self.times, self.report.published)
        drawn: list[Drawn] = []
        acts: dict[int, list[Act]] = {}
        for number, act in self.acts:
            if not act.path.dropped:
                acts.setdefault(number, []).append(act)
        many, where = _by_sentence(self.quantities), _by_sentence(self.places)
        for sentence in self.sentences:
            for act in acts.get(sentence.index, ()):
                event = self._event(act, sentence, (voices, context, name), (many, where))
                drawn.append((event, act, sentence))
        return drawn

    def _event(
        self,
        act: Act,
        sentence: Sentence,
        state: tuple[Voices, Context, Callable[..., str]],
        found: tuple[_ByPlace, _ByPlace],
    ) -> EventMention:
        voices, context, name = state
        many, where = (table.get(sentence.index, ()) for table in found)
        trigger = trigger_of(act, sentence)
        sources = voices.of(act, sentence) or voices.counting(act, sentence)
        act = _told_by_itself(act, sources)
        if act.type in _SPEECH:
            sources = voices.without_speaker(sources, act.actors)
        dating, planned = self._dated(act, sentence, context)
        placed = act.type in _PLACED or sentence.tokens[act.trigger].lemma in _SIGNED
        place = where_of(sentence, sorted({act.trigger, act.verb}), where) if placed else None
        if (
            place is not None
            and act.type in {"AID", "COOPERATE"}
            and any(p.span == place.span for p in (*act.actors, *act.recipients))
        ):
            place = None
        act, host = venue(act, sentence, place)
        counted = _counted(act, sentence, many) if act.type in _COUNTED else ()
        status = _status(act, sentence)
        actors, recipients = (tuple(_in_office(p, dating.date) for p in side) for side in _sides(act))
        return EventMention(
            id=name(trigger, act.type),
            report=self.report.id,
            type=act.type,
            modes=act.modes,
            contexts=contexts_of(sentence),
            actors=actors,
            recipients=recipients,
            dating=dating,
            status=status,
            background=_recalled(act, dating, self.report.published),
            sentence=sentence.index,
            trigger=trigger,
            evidence=sentence.span,
            sources=sources,
            quantities=counted,
            place=place,
            planned=planned,
            confidence=confidence_of(act),
            why=_why(act, dating, host),
            dictionary=(act.dictionary, act.cameo) if act.dictionary else None,
        )

    def _dated(self, act: Act, sentence: Sentence, context: Context) -> Dated:
        """The days of an act; a figure given later has those of the attack that it counts the dead of."""
        own = date_event(sentence, act.verb, context)
        if act.dated_by is None or own.dating.basis == "text":
            return own
        number, verb = act.dated_by
        told = next((s for s in self.sentences if s.index == number), None)
        if told is None:
            return own
        dating = date_event(told, verb, context).dating
        return Dated(
            replace(dating, basis="context", time=None, rung=f"the attack told before < {dating.rung}")
        )


def _by_sentence(
    found: Sequence[Time] | Sequence[Quantity] | Sequence[Place],
) -> dict[int, tuple[object, ...]]:
    table: dict[int, list[object]] = {}
    for one in found:
        table.setdefault(one.sentence, []).append(one)
    return {index: tuple(ones) for index, ones in table.items()}


def trigger_of(act: Act, sentence: Sentence) -> Span:
    """The words that tell of the act: its trigger with its light verb, where nothing long stands between."""
    ends = sorted({act.trigger, act.verb})
    if len(ends) == 2 and ends[1] - ends[0] > 6:
        ends = [act.trigger]
    return sentence.cover(ends)


def _sides(act: Act) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """All parties of a reciprocal act are actors; otherwise each stands on its side."""
    together = act.reciprocal and not (act.planned and act.type == "AGREE")
    if together and act.type in _TOGETHER and "visit" not in act.modes:
        return _merged((*act.actors, *act.recipients)), ()
    return _merged(act.actors), _merged(without(act.recipients, act.actors))


def _merged(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each party once: a state named twice under other words is one."""
    kept: dict[tuple[object, ...], Party] = {}
    for party in parties:
        kept.setdefault((party.code, party.name, party.sector), party)
    return tuple(kept.values())


def _told_by_itself(act: Act, sources: Sequence[Source]) -> Act:
    """A blow that the speaker says it will strike itself is a threat; told by others it is a plan."""
    if act.status != "planned" or act.type not in HOSTILE or act.type in {"MOBILIZE", "THREATEN"}:
        return act
    speakers = {s.source.code for s in sources}
    own = any(p.code in speakers for p in act.actors if p.code)
    if not own or not act.recipients:
        return act
    return replace(act.turned("THREATEN", THREATS.get(act.type, "violence")), status="occurred")


def _status(act: Act, sentence: Sentence) -> str:
    if act.status != "occurred":
        return act.status
    token = sentence.tokens[act.verb]
    if token.pos == "VERB" and tense_of(sentence, act.verb) == "progressive" and act.type not in {"AGREE"}:
        return "ongoing"
    if act.nominal and act.type == "SANCTION" and act.trigger == act.verb:
        return "ongoing"
    if act.nominal and act.type == "AID":
        verb = governing_verb(sentence, act.trigger)
        return "ongoing" if verb is not None and tense_of(sentence, verb) == "progressive" else act.status
    since = any(k.lower == "since" for k in sentence.kids(act.verb, "prep"))
    if token.tag == "VBG" and since and tense_of(sentence, act.verb) == "perfect":
        return "ongoing"
    if token.lemma in _LASTING and tense_of(sentence, act.verb) == "perfect" and since:
        return "ongoing"
    return act.status


def _recalled(act: Act, dating: Dating, published: date | None) -> bool:
    """Whether the report recalls the act and does not report it as its news."""
    if act.nominal and act.type == "SANCTION":
        return True
    if published is None or dating.enddate is None:
        return False
    if dating.basis == "publication":
        return False
    if dating.precision == "year" and dating.enddate.year < published.year:
        return True
    return published - dating.enddate > _NEWS


def _in_office(party: Party, day: date | None) -> Party:
    """A person with the office held at the event's date (codebook, Parties)."""
    if party.kind != "person" or not party.key or day is None:
        return party
    terms = catalogue().terms_of(party.key, day)
    if not terms:
        return party
    return replace(party, office=terms[0].title)


def _counted(act: Act, sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The figures of an act; goods, troops or captives that change hands without a number stand as items alone."""
    heads = sorted({act.trigger, act.verb, *((act.content_head,) if act.content_head is not None else ())})
    told = (q for q in quantities_of(sentence, heads, quantities) if not _of_words(q, sentence))
    found = tuple(_as_counted(q, sentence) for q in told)
    names = _GOODS.get(act.type, ())
    words = lexicon().classes
    kinds = frozenset(word for name in names for word in words[name])
    counted = {q.head for q in found}
    extra: list[Quantity] = []
    for head in [h for i in heads if names for h in _handed(sentence, i)]:
        if head not in counted and sentence.tokens[head].lemma in kinds and not _numbered(sentence, head):
            extra += [q for q in sent_goods(sentence, head) if q.head not in counted]
            counted |= {q.head for q in extra}
    if act.nominal and act.type == "AID":
        extra += [q for q in sent_goods(sentence, act.trigger) if q.head not in counted]
    return (*found, *extra)


def _of_words(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what is counted is papers, talks or wars, which no act gives, moves or hurts."""
    lemma, words = sentence.tokens[quantity.head].lemma, lexicon().classes
    return lemma in words["agreement"] or lemma in words["talks"] or lemma in words["war_like"]


#: What is given, moved or let go by acts of a type, as classes of nouns.
_GOODS = {
    "AID": ("aid", "arms", "troops"), "AGREE": ("aid", "arms", "troops"), "MOBILIZE": ("arms", "troops", "missile"),
    "RETREAT": ("troops", "captives", "arms"), "COOPERATE": ("captives",),
}  # fmt: skip


def _handed(sentence: Sentence, verb: int) -> list[int]:
    """What stands as the object of a verb, or after "with"."""
    after = [
        k.i
        for prep in sentence.kids(verb, "prep")
        if prep.lower == "with"
        for k in sentence.kids(prep.i, "pobj")
    ]
    return [*(k.i for k in sentence.kids(verb, "dobj", "nsubjpass")), *after]


def _numbered(sentence: Sentence, head: int) -> bool:
    return any(k.dep == "nummod" for k in sentence.kids(head))


def _as_counted(quantity: Quantity, sentence: Sentence) -> Quantity:
    """Of those held it is told who they are ("49 supporters"), and the role says that they were held."""
    token = sentence.tokens[quantity.head]
    if (
        quantity.item in {"detained", "captured"}
        and token.pos in {"NOUN", "PROPN"}
        and token.lemma != "people"
    ):
        who = token.lemma if token.pos == "NOUN" else token.text.removesuffix("s")
        return replace(quantity, item=who, role=quantity.item)
    return quantity


def _why(act: Act, dating: Dating, host: str) -> tuple[tuple[str, str], ...]:
    """Which rule decided each field, for ``--explain``."""
    lines = [
        ("event", act.frame),
        ("status", "; ".join(act.path.why) or "asserted in its own clause"),
        ("date", dating.rung or dating.basis),
    ]
    if host:
        lines.append(("mode", host))
    lines += [("actor", f"{p.name}: {p.kind}, as {p.raw!r}") for p in act.actors]
    lines += [("recipient", f"{p.name}: {p.kind}, as {p.raw!r}") for p in act.recipients]
    return tuple(lines)
