"""What the dictionaries find, as acts beside the coder's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.catalogue.petrarch import Dictionaries
from dragoman.code.act import Act, Path, without
from dragoman.code.acts import acts
from dragoman.code.embed import embed
from dragoman.code.lexicon import lexicon
from dragoman.code.pairings import Pairing
from dragoman.code.petrarch.finding import Event, dropped, events_in
from dragoman.code.petrarch.naming import Known, Named
from dragoman.code.scene import make_scene
from dragoman.model import Party, Place, Quantity, Report, Resolution, Sentence
from dragoman.ontology import load as load_ontology
from dragoman.step import Step, step

__all__ = ["acts_beside", "acts_with"]

_Numbered = tuple[tuple[int, Act], ...]


def acts_with(dictionaries: Dictionaries) -> Step:
    """The step that finds the coder's own acts and those of dictionaries."""

    @step(reads=("report", "sentences", "resolutions", "places", "quantities", "pairings"), writes="acts")
    def acts_and_dictionaries(
        report: Report,
        sentences: tuple[Sentence, ...],
        resolutions: tuple[Resolution, ...],
        places: tuple[Place, ...],
        quantities: tuple[Quantity, ...],
        pairings: tuple[Pairing, ...],
    ) -> _Numbered:
        own = acts.function(sentences, resolutions, places, quantities, pairings)
        if dropped(sentences, dictionaries):
            return tuple(own)
        found: list[tuple[int, Act]] = []
        for sentence in sentences:
            here = [act for number, act in own if number == sentence.index]
            who = [one for one in resolutions if one.sentence == sentence.index]
            told = acts_beside(here, sentence, who, dictionaries, report.published)
            found += [(sentence.index, act) for act in told]
        return tuple(found)

    return acts_and_dictionaries


def acts_beside(
    own: Sequence[Act],
    sentence: Sentence,
    resolutions: Sequence[Resolution],
    dictionaries: Dictionaries,
    day: date | None,
) -> list[Act]:
    """The acts of a sentence with those of the dictionaries: an own act that both find takes the code of theirs."""
    done = list(own)
    for act in _acts(sentence, resolutions, dictionaries, day):
        twin = next((k for k, one in enumerate(done) if _same(one, act)), None)
        if twin is None:
            done.append(act)
        else:
            done[twin] = _filled(done[twin], act)
    return done


def _same(own: Act, act: Act) -> bool:
    """Whether an own act and one of a dictionary tell of one thing: one verb, one type."""
    if own.path.dropped or act.path.dropped or own.dictionary:
        return False
    return own.type == act.type and act.verb in (own.verb, own.trigger)


def _filled(own: Act, act: Act) -> Act:
    """An own act with the dictionary's code, and its parties on a side where the own has nobody identified."""
    actors = own.actors if _identified(own.actors) else act.actors or own.actors
    recipients = own.recipients
    if not own.reciprocal and not _identified(own.recipients):
        recipients = act.recipients or own.recipients
    return replace(
        own,
        actors=actors,
        recipients=without(recipients, actors),
        cameo=act.cameo,
        dictionary=act.dictionary,
        frame=f"{own.frame}; {act.frame}",
    )


def _identified(parties: Sequence[Party]) -> bool:
    return any(party.code or party.key for party in parties)


def _acts(
    sentence: Sentence, resolutions: Sequence[Resolution], dictionaries: Dictionaries, day: date | None
) -> list[Act]:
    ontology = load_ontology()
    whole: dict[tuple[int, str], list[Event]] = {}
    known = [_known(one) for one in resolutions if _stands(one, sentence)]
    for event in events_in(sentence, dictionaries, day, known):
        row = ontology.plover(event.cameo)
        whole.setdefault((event.why.verb, row.type if row else event.cameo), []).append(event)
    return [_act(events, sentence, resolutions) for events in whole.values()]


def _stands(one: Resolution, sentence: Sentence) -> bool:
    """Whether the catalogue knows whom the words stand for, who are no "its"."""
    own = one.kind != "pronoun" or sentence.tokens[one.head].tag == "PRP"
    return own and _identified(one.parties)


def _known(one: Resolution) -> Known:
    parties = [party for party in one.parties if party.code or party.key]
    return Known(one.first, one.last, "/".join(party.code or party.key for party in parties))


def _act(events: Sequence[Event], sentence: Sentence, resolutions: Sequence[Resolution]) -> Act:
    """The one act of all events that a verb tells of with one type."""
    first = events[0]
    verb, row = first.why.verb, load_ontology().plover(first.cameo)
    codes = {event.codes[:2] for event in events}
    mutual = any((there, back) in codes for back, there in codes)
    one_way = [event for event in events if event.cameo == first.cameo]
    actors = _parties([event.source for event in one_way], sentence, resolutions)
    targets = _parties([event.target for event in one_way if event.target], sentence, resolutions)
    act = Act(
        trigger=verb,
        verb=verb,
        type=row.type if row else "",
        modes=(row.mode,) if row and row.mode else (),
        actors=actors,
        recipients=without(targets, actors),
        reciprocal=mutual,
        frame=f"dictionary {first.why.place}, CAMEO {first.cameo}",
        weak=True,
        sentence=sentence.index,
        cameo=first.cameo,
        dictionary=first.why.place.rpartition(":")[0],
    )
    return _standing(act, first, sentence, resolutions)


def _standing(act: Act, event: Event, sentence: Sentence, resolutions: Sequence[Resolution]) -> Act:
    """The act with its status, or with the reason why it is no record."""
    if not act.type:
        return replace(act, path=Path(dropped=f"no PLOVER type for CAMEO {act.cameo}"))
    if not _identified((*act.actors, *act.recipients)):
        return replace(act, path=Path(dropped="no identified party"))
    words = lexicon()
    path = embed(make_scene(sentence, words, resolutions, (), ()), act.verb, type_=act.type)
    status = path.status
    if status == "negated" and {word.lower() for word in event.why.words} & set(words.words["negation"]):
        status = "occurred"  # the pattern asks for the "not", so that its code says what was done instead
    if status == "occurred" and (path.future or path.dropped):
        to_come = path.future or sentence.tokens[act.verb].tag == "VB"
        status = "planned" if to_come else "conditional"
    return replace(act, path=replace(path, dropped=None), status=status)


def _parties(
    named: Sequence[Named], sentence: Sentence, resolutions: Sequence[Resolution]
) -> tuple[Party, ...]:
    """The parties of a side: the catalogue's where it knows them, else the dictionary's; each once."""
    found: list[Party] = []
    for one in dict.fromkeys(named):
        known = next((r for r in resolutions if r.first == one.actor and _stands(r, sentence)), None)
        found += known.parties if known is not None else (_party(one, sentence),)
    return tuple(dict.fromkeys(found))


def _party(one: Named, sentence: Sentence) -> Party:
    """Someone whom only the dictionary knows: the first three letters are the code, the rest is the sector."""
    tokens = sentence.tokens
    span = sentence.cover([one.first, one.last - 1])
    raw = " ".join(token.text for token in tokens[one.first : one.last])
    return Party(
        name=raw,
        raw=raw,
        span=span,
        code=one.code[:3] if one.known else None,
        sector=one.code[3:] or None,
        key=f"petrarch:{one.code}" if one.known else "",
        kind="state" if one.known else "role",
    )
