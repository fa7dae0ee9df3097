"""Pronouns and nouns that point back: "they", "its", "both sides", "the two countries", "the group"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from dragoman.languages import word_list
from dragoman.link.discourse import Discourse, Seen
from dragoman.model import Mention, Party, Resolution, Sentence, Span

__all__ = ["SPEAKERS", "collective", "pronoun"]

Found = tuple[tuple[Party, ...], float, str]
Test = Callable[[Seen], bool]

#: What "it" can stand for.
_THINGS = frozenset({"state", "body", "group", "agency", "service", "role"})

_HE = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
SPEAKERS = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
_SPEECH = word_list("speech")

_PAIR = word_list("pair")
_LANDS = frozenset({"country", "nation", "state", "neighbour", "neighbor", "capital", "government", "power"})
_STATE = word_list("state")
_GROUP = word_list("group")
_ARMED = frozenset({"group", "movement", "militia", "faction"})
_SIDES = frozenset({"side", "party"})
_NO_LANDS = frozenset({"NGO", "MNC", "UNO"})
_RELATIVE = frozenset({"who", "whom", "whose", "which"})


def pronoun(
    sentence: Sentence, mention: Mention, talk: Discourse, done: Mapping[int, Resolution]
) -> Found | None:
    """The parties that a pronoun stands for, or None where none or two readings stand."""
    word = sentence.tokens[mention.head].lower
    span = Span(sentence.tokens[mention.head].start, sentence.tokens[mention.head].end)
    if word in SPEAKERS:
        speaker = _speaker(sentence, mention.head, done)
        if speaker:
            return _as_said(speaker, mention, span), 0.7, "speaker"
        return None
    if word in _RELATIVE:
        return _relative(sentence, mention, done, span)
    above = _above(sentence, mention.head, done)
    here = _here(sentence, done, mention.head)
    if word in _IT and above and len(above) == 1 and above[0].kind in _THINGS:
        return _as_said(above, mention, span), 0.75, "subject above"
    if word in _HE and above and len(above) == 1 and above[0].kind == "person":
        return _as_said(above, mention, span), 0.75, "subject above"
    if word in _HE:
        seen = _find(
            here,
            talk,
            sentence,
            mention.head,
            lambda s: len(s.parties) == 1 and s.parties[0].kind == "person",
        ) or _find(
            here,
            talk,
            sentence,
            mention.head,
            lambda s: len(s.parties) == 1 and s.parties[0].kind == "role" and not s.plural,
            reach=1,
        )
        return (_as_said(seen.parties, mention, span), 0.75, "pronoun") if seen else None
    if word in _IT:
        seen = _find(
            here,
            talk,
            sentence,
            mention.head,
            lambda s: len(s.parties) == 1 and s.parties[0].kind in _THINGS and not s.plural,
            reach=2,
        )
        return (_as_said(seen.parties, mention, span), 0.7, "pronoun") if seen else None
    if word in _THEY:
        if word == "both" and sentence.tokens[mention.head].dep in {"det", "predet", "preconj", "cc"}:
            return None
        if word == "both":
            pair = talk.last(sentence.index, lambda s: len(_distinct(list(s.parties))) == 2, reach=3)
            two = pair.parties if pair else _pair(sentence, mention, talk, done, False)
            return (_as_said(two, mention, span), 0.7, "both") if two else None
        seen = _find(here, talk, sentence, mention.head, lambda s: s.plural)
        if seen is not None and not seen.subject:
            pair = talk.last(sentence.index, lambda s: s.plural and (s.subject or s.noun == "and"), reach=3)
            seen = pair or seen
        return (_as_said(seen.parties, mention, span), 0.7, "pronoun") if seen else None
    return None


def _above(sentence: Sentence, position: int, done: Mapping[int, Resolution]) -> tuple[Party, ...]:
    """The subject of the verb that the pronoun's clause hangs on: "X said that it", "X fired, saying it"."""
    token = sentence.tokens[position]
    if token.dep not in {"nsubj", "nsubjpass"}:
        return ()
    verb = sentence.tokens[token.head]
    for _ in range(5):
        if verb.dep not in {"ccomp", "xcomp", "advcl", "conj"} or verb.head == verb.i:
            return ()
        reported = verb.dep == "ccomp" or verb.dep == "advcl"
        verb = sentence.tokens[verb.head]
        for subject in sentence.kids(verb.i, "nsubj"):
            one = done.get(subject.i)
            if reported and one is not None and subject.i != position:
                return one.parties
            if one is not None and subject.i == position:
                return ()
        if not reported and sentence.kids(verb.i, "nsubj"):
            return ()
    return ()


def _relative(
    sentence: Sentence, mention: Mention, done: Mapping[int, Resolution], span: Span
) -> Found | None:
    """The noun that a relative pronoun takes up: the one its clause hangs on, else the last one named before it."""
    i = mention.head
    for _ in range(6):
        token = sentence.tokens[i]
        if token.dep == "relcl" and token.head in done:
            parties = done[token.head].parties
            return (_as_said(parties, mention, span), 0.8, "relative") if parties else None
        if token.head == i:
            break
        i = token.head
    before = [h for h in sorted(done) if h < mention.first and done[h].kind != "pronoun" and done[h].parties]
    nouns = [h for h in before if sentence.tokens[h].tag in {"NNS", "NNPS"}] or before
    return (_as_said(done[nouns[-1]].parties, mention, span), 0.6, "relative") if nouns else None


def _here(sentence: Sentence, done: Mapping[int, Resolution], position: int) -> list[Seen]:
    """The noun phrases of this sentence before a position, as the talk would keep them, compounds included."""
    found = []
    for head in sorted(done):
        one = done[head]
        if head >= position or not one.parties:
            continue
        token = sentence.tokens[head]
        subject = token.dep in {"nsubj", "nsubjpass"}
        found.append(
            Seen(
                sentence.index,
                sentence.paragraph,
                head,
                one.parties,
                subject,
                token.tag in {"NNS", "NNPS"} or len(one.parties) > 1,
                token.lemma,
            )
        )
        chain = [head]
        for i in chain:
            chain += [k.i for k in sentence.kids(i, "conj") if k.i in done and k.i < position]
        parties = tuple(dict.fromkeys(p for i in chain for p in done[i].parties))
        if len(chain) > 1 and token.dep != "conj":
            found.append(Seen(sentence.index, sentence.paragraph, head, parties, subject, True, "and"))
    return found


def _find(
    here: list[Seen], talk: Discourse, sentence: Sentence, position: int, test: Test, reach: int = 3
) -> Seen | None:
    """The antecedent: a subject of this sentence, else what the talk holds, else anything before in this sentence.

    A clause's own subject is not the antecedent of its object, so what governs the pronoun's verb is left out.
    """
    own = _co_arguments(sentence, position)
    fitting = [s for s in here if test(s) and s.position not in own]
    subjects = [s for s in fitting if s.subject]
    possessive = sentence.tokens[position].tag == "PRP$"
    if fitting and sentence.tokens[position].dep in {"dobj", "pobj", "dative"}:
        return fitting[-1]
    if subjects:
        return subjects[0] if not possessive else subjects[-1]
    if fitting and possessive:
        return fitting[-1]
    before = talk.last(sentence.index, lambda s: test(s) and s.sentence < sentence.index, reach=reach)
    return before or (fitting[-1] if fitting else None)


def _co_arguments(sentence: Sentence, position: int) -> set[int]:
    """The other arguments of the verb that a personal pronoun is an argument of."""
    token = sentence.tokens[position]
    if token.tag == "PRP$":
        return set()
    verb = token.head
    if sentence.tokens[verb].pos == "ADP":
        verb = sentence.tokens[verb].head
    own = {k.i for k in sentence.kids(verb, "nsubj", "nsubjpass", "dobj", "dative")}
    # A conjunct without a subject shares the one of the verb that it is joined to.
    while (
        not sentence.kids(verb, "nsubj", "nsubjpass")
        and sentence.tokens[verb].dep in {"conj", "xcomp", "advcl"}
        and sentence.tokens[verb].head != verb
    ):
        verb = sentence.tokens[verb].head
        own |= {k.i for k in sentence.kids(verb, "nsubj", "nsubjpass")}
    return own


def _speaker(sentence: Sentence, position: int, done: Mapping[int, Resolution]) -> tuple[Party, ...]:
    """Who speaks a quotation: the subject of the verb of saying outside it."""
    inside = next((q for q in sentence.quoted if q[0] <= position < q[1]), None)
    for token in sentence.tokens:
        if (
            token.lemma in _SPEECH
            and token.pos == "VERB"
            and (inside is None or not inside[0] <= token.i < inside[1])
        ):
            for kid in sentence.kids(token.i, "nsubj"):
                one = done.get(kid.i)
                if kid.i != position and one is not None and one.parties:
                    return one.parties
    return ()


def collective(
    sentence: Sentence, mention: Mention, talk: Discourse, done: Mapping[int, Resolution]
) -> Found | None:
    """The parties of a noun that points back, or None where it does not."""
    token = sentence.tokens[mention.head]
    span = Span(sentence.tokens[mention.first].start, token.end)
    kids = sentence.kids(mention.head)
    dets = {k.lower for k in kids if k.dep in {"det", "poss", "nummod", "predet", "preconj", "amod"}}
    lemma = token.lemma
    owned = any((k.dep == "poss" and k.tag != "PRP$") or (k.dep == "prep" and k.lower == "of") for k in kids)
    named = any(k.i in done and done[k.i].parties for k in kids if k.dep in {"amod", "compound", "poss"})
    if owned or named:
        return None
    each = "each" in dets and lemma in _PAIR
    two = (
        each
        or "two" in dets
        or "both" in dets
        or lemma in {"two", "pair"}
        or (lemma in {"side", "leader", "party"} and "the" in dets)
    )
    if two and (each or token.tag == "NNS" or lemma in {"two", "pair"}) and lemma in _PAIR:
        people = lemma in {"leader", "president", "minister", "pair", "counterpart"}
        seen = _pair(sentence, mention, talk, done, people)
        return (_as_said(seen, mention, span), 0.75, "both") if seen else None
    if dets & {"the", "this", "that"} and token.tag == "NN":
        if lemma in _STATE:
            one = talk.last(
                sentence.index,
                lambda s: len(s.parties) == 1 and s.parties[0].kind == "state",
                before=mention.head,
            )
            return (_as_said(one.parties, mention, span), 0.6, "definite") if one else None
        if lemma in _GROUP:
            kinds = {"group"} if lemma in _ARMED else {"group", "body", "agency"}
            one = talk.last(
                sentence.index,
                lambda s: len(s.parties) == 1 and s.parties[0].kind in kinds,
                before=mention.head,
            )
            return (_as_said(one.parties, mention, span), 0.6, "definite") if one else None
    return None


def _pair(
    sentence: Sentence, mention: Mention, talk: Discourse, done: Mapping[int, Resolution], people: bool
) -> tuple[Party, ...]:
    """The last two parties that acted together: a pair, else the two states or persons of this or the last sentence."""
    kinds = {"person"} if people else {"state", "person", "group", "body", "role"}
    if sentence.tokens[mention.head].lemma in _LANDS:
        kinds = {"state", "person", "role", "people"}
    here = [
        p
        for head in sorted(done)
        if head < mention.head
        for p in done[head].parties
        if p.kind in kinds and p.code not in _NO_LANDS
    ]
    for two in (_distinct(here), _distinct([p for p in here if p.kind == "state"])):
        if len(two) == 2:
            return two
    own = {p.code for p in here}
    noun = sentence.tokens[mention.head].lemma
    often = _most_named(talk) if noun in _LANDS else _most_joined(talk, kinds) if noun in _SIDES else ()
    for back in range(1, 5):
        if back == 2 and often:
            return often
        there = [s for s in talk.seen if s.sentence == sentence.index - back and s.noun != "place"]
        pair = next(
            (
                s.parties
                for s in there
                if len(s.parties) == 2 and s.subject and all(p.kind in kinds for p in s.parties)
            ),
            (),
        )
        if pair:
            return pair
        if often and noun in _SIDES:
            return often
        found = [p for s in there for p in s.parties if p.kind in kinds and p.code not in _NO_LANDS]
        for two in (_distinct(found), _distinct([p for p in found if p.code not in own])):
            if len(two) == 2:
                return two
        pair = next(
            (s.parties for s in there if len(s.parties) == 2 and all(p.kind in kinds for p in s.parties)), ()
        )
        if pair:
            return pair
    return ()


def _most_joined(talk: Discourse, kinds: set[str]) -> tuple[Party, ...]:
    """Of the pairs that acted together, the one whose rarer member is named most; the later where two are even."""
    named = Counter(p.code for s in talk.seen if s.noun != "place" for p in s.parties)
    best: tuple[Party, ...] = ()
    most = 0
    for seen in talk.seen:
        two = _distinct([p for p in seen.parties if p.kind in kinds]) if seen.subject else ()
        if len(two) == 2 and len(seen.parties) == 2:
            least = min(named[p.code] for p in two)
            if least >= most:
                best, most = two, least
    return best


def _most_named(talk: Discourse) -> tuple[Party, ...]:
    """The two states that the report names most, where both stand well before a third."""
    count: dict[str, int] = {}
    first: dict[str, Party] = {}
    for seen in talk.seen:
        for party in seen.parties if seen.noun != "place" else ():
            if (
                party.code
                and party.kind in {"state", "person", "role"}
                and party.code not in _NO_LANDS | {"IGO", "EUR"}
            ):
                count[party.code] = count.get(party.code, 0) + 1
                first.setdefault(party.code, party)
    ranked = sorted(count, key=lambda code: (-count[code], code))
    if len(ranked) < 2 or (len(ranked) > 2 and count[ranked[1]] < 2 * count[ranked[2]]):
        return ()
    return tuple(first[code] for code in sorted(ranked[:2], key=list(first).index))


def _distinct(parties: list[Party]) -> tuple[Party, ...]:
    """One party for each code, the first named; within one state, one for each side (its army and its rebels)."""
    by_code: dict[str, Party] = {}
    by_side: dict[str, Party] = {}
    for party in parties:
        if party.code:
            by_code.setdefault(party.code, party)
            by_side.setdefault("REB" if party.sector in {"REB", "OPP"} else "GOV", party)
    return tuple(by_code.values()) if len(by_code) != 1 else tuple(by_side.values())


def _as_said(parties: tuple[Party, ...], mention: Mention, span: Span) -> tuple[Party, ...]:
    """The same parties under the words that point back to them."""
    return tuple(replace(p, raw=mention.text, span=span) for p in parties)
