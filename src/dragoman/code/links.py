"""Ties between the records of one report: in exchange for, in return, denies, confirms, in response to.

Exchange and return stand on both records, the others on the record that is told later (codebook, Links).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.code.act import Act
from dragoman.code.lexicon import lexicon
from dragoman.model import EventMention, Link, Party, Sentence

__all__ = ["Drawn", "link_all"]

#: How many sentences back a denial, an admission or a "return" may reach.
REACH = 4
_RETURNS = (("in", "return"), ("in", "turn"), ("for", "its", "part"))
_RESPONSES = frozenset({"response", "retaliation", "reaction", "answer", "reprisal", "revenge", "reply"})
_DENIALS = ("denial", "dismiss", "reject", "deny", "refute", "rebut")

Drawn = tuple[EventMention, Act, Sentence]


def link_all(drawn: Sequence[Drawn]) -> list[EventMention]:
    """Give the events of a report, in order, their links."""
    links: dict[int, list[Link]] = {}
    for k, one in enumerate(drawn):
        for type_, other in _ties(drawn, k):
            links.setdefault(k, []).append(Link(type_, drawn[other][0].id))
            if type_ in {"in_exchange_for", "in_return_for"}:
                links.setdefault(other, []).append(Link(type_, one[0].id))
    linked = [
        replace(event, links=tuple(dict.fromkeys(links.get(k, ())))) for k, (event, _, _) in enumerate(drawn)
    ]
    return _denied_by_doer(linked)


def _denied_by_doer(events: list[EventMention]) -> list[EventMention]:
    """An act that the report tells to be denied by its own doer is denied, unless it is admitted later."""
    place = {event.id: k for k, event in enumerate(events)}
    tied = [
        (link.type, event, place[link.to]) for event in events for link in event.links if link.to in place
    ]
    admitted = {k for type_, _, k in tied if type_ == "confirms"}
    for type_, denier, k in tied:
        act = events[k]
        own = act.type != "ACCUSE" and _codes(act.actors) & _codes(denier.actors)
        if type_ == "denies" and own and k not in admitted and act.status == "occurred":
            events[k] = replace(act, status="denied")
        if type_ == "denies" and act.type == "ACCUSE":
            for j, other in enumerate(events):
                alleged = any(s.certainty == "alleged" for s in other.sources)
                if (
                    other.type != "REJECT"
                    and other.evidence == act.evidence
                    and alleged
                    and j not in admitted
                    and _codes(other.actors) & _codes(denier.actors)
                ):
                    events[j] = replace(other, status="denied")
    return events


def _ties(drawn: Sequence[Drawn], k: int) -> list[tuple[str, int]]:
    event, act, sentence = drawn[k]
    found: list[tuple[str, int]] = []
    exchange = _exchange(drawn, k)
    if exchange is not None:
        found.append(("in_exchange_for", exchange))
    if _opens_with_return(sentence, act):
        other = _before(drawn, k, lambda e, _: _mirrors(event, e))
        if other is not None:
            found.append(("in_return_for", other))
    if event.type == "REJECT" and any(word in act.frame for word in _DENIALS):
        other = _denied(drawn, k)
        if other is not None:
            found.append(("denies", other))
    elif event.type == "CONCEDE" and "admission" in act.frame:
        other = _admitted(drawn, k)
        if other is not None:
            found.append(("confirms", other))
    answer = _responds(drawn, k)
    if answer is not None:
        found.append(("in_response_to", answer))
    return found


def _before(drawn: Sequence[Drawn], k: int, test: Callable[[EventMention, Act], bool]) -> int | None:
    """The latest earlier event within reach that passes a test."""
    here = drawn[k][2].index
    for j in range(k - 1, -1, -1):
        event, act, sentence = drawn[j]
        if here - sentence.index > REACH:
            return None
        if test(event, act):
            return j
    return None


def _codes(parties: Sequence[Party]) -> set[str]:
    return {p.code for p in parties if p.code}


def _mirrors(event: EventMention, other: EventMention) -> bool:
    """Whether the other event runs the other way between the same parties."""
    back = _codes(event.recipients)
    return bool(_codes(event.actors) & _codes(other.recipients)) and bool(
        not back or back & _codes(other.actors)
    )


def _exchange(drawn: Sequence[Drawn], k: int) -> int | None:
    """The event on the other side of "in exchange for" or "in return for" in the same sentence."""
    _, act, sentence = drawn[k]
    cut = _phrase_at(sentence, ("exchange", "return"), "for")
    if cut is None:
        return None
    if act.trigger < cut:
        return None
    for j in range(k - 1, -1, -1):
        if drawn[j][2] is not sentence:
            return None
        if drawn[j][1].trigger < cut:
            return j
    return None


def _phrase_at(sentence: Sentence, nouns: Sequence[str], after: str) -> int | None:
    for token in sentence.tokens[1:-1]:
        if (
            token.lower in nouns
            and sentence.tokens[token.i - 1].lower == "in"
            and sentence.tokens[token.i + 1].lower == after
        ):
            return token.i
    return None


def _opens_with_return(sentence: Sentence, act: Act) -> bool:
    words = [t.lower for t in sentence.tokens]
    for phrase in _RETURNS:
        n = len(phrase)
        for i in range(len(words) - n):
            if tuple(words[i : i + n]) == phrase and words[i + n] != "for" and (i < 2 or i > act.trigger):
                return True
    return False


def _denied(drawn: Sequence[Drawn], k: int) -> int | None:
    """What a denial denies: the act inside it, else the last accusation or alleged act about the denier."""
    event, act, _ = drawn[k]
    me = _codes(event.actors)
    inside = act.content
    if inside is not None:
        other = _before(
            drawn,
            k,
            lambda e, a: e.type == inside.type and bool(_codes(e.actors) & me) and e.id != event.id,
        )
        if other is not None:
            return other

    def about_me(other: EventMention, _: Act) -> bool:
        if other.type == "ACCUSE":
            return bool(_codes(other.recipients) & me)
        alleged = any(s.certainty == "alleged" or s.source.code not in me for s in other.sources)
        return alleged and bool(_codes(other.actors) & me)

    found = _before(drawn, k, about_me)
    if found is None or drawn[found][0].type == "ACCUSE":
        return found
    # Of an accusation and the act that it alleges, the accusation is what is denied.
    for j, (event_there, _, sentence) in enumerate(drawn):
        if (
            sentence is drawn[found][2]
            and event_there.type == "ACCUSE"
            and _codes(event_there.recipients) & me
        ):
            return j
    return found


_SENT, _FELL = frozenset({"AID", "MOBILIZE"}), frozenset({"ASSAULT"})
_SAME_ACT = {
    **dict.fromkeys(("deployment", "deploy", "sending"), _SENT),
    **dict.fromkeys(("loss", "lose", "death", "casualty"), _FELL),
}


def _admitted(drawn: Sequence[Drawn], k: int) -> int | None:
    """What an admission confirms: the last act of its kind in which the one who admits had a part."""
    event, act, sentence = drawn[k]
    me = _codes(event.actors)
    lemma = sentence.tokens[act.content_head].lemma if act.content_head is not None else ""
    named = frozenset(frame.type for frame in lexicon().nouns.get(lemma, ()))
    types = _SAME_ACT.get(lemma) or (frozenset({act.content.type}) if act.content is not None else named)
    if not types:
        return None
    hurt = "ASSAULT" in types and lemma in _SAME_ACT
    for j in range(k - 1, -1, -1):
        other = drawn[j][0]
        side = other.recipients if hurt else other.actors
        if other.type in types and _codes(side) & me and drawn[j][1].trigger != act.content_head:
            return j
    return None


def _responds(drawn: Sequence[Drawn], k: int) -> int | None:
    """The event that "in response to" or "in retaliation for" names in the same sentence."""
    event, act, sentence = drawn[k]
    for token in sentence.tokens[1:-1]:
        if token.lower not in _RESPONSES or sentence.tokens[token.i - 1].lower != "in":
            continue
        if token.i < act.trigger and token.i > 1:
            continue
        if sentence.tokens[token.i + 1].lower in {"to", "for"}:
            inside = set(sentence.subtree(token.i))
            for j, (_, other, where) in enumerate(drawn):
                if where is sentence and j != k and other.trigger in inside and act.trigger not in inside:
                    return j
        elif token.i <= 1:
            return _before(drawn, k, lambda e, _: _mirrors(event, e))
    return None
