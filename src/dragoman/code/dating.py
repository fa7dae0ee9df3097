"""Which days an act can have (codebook, Time, status, background).

Tried in order: a time in the act's own clause; the clause that it leans on; the last date that
the narrative has set; the publication day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.code.clauses import (
    clause_times,
    dating_words,
    event_phrase,
    finite_above,
    is_event,
    is_initial,
    noun_times,
    same_family,
)
from dragoman.code.datebracket import Context, Dated, from_times, open_dating
from dragoman.code.narrative import governing_verb
from dragoman.code.tense import auxiliaries, tense_of
from dragoman.model import Dating, Sentence, Time, Token

__all__ = ["Context", "Dated", "date_event", "make_context"]

#: How far back "after the meeting" looks for the meeting, in sentences.
_REACH = 8
#: A date so close to the publication is the news' own day, which later paragraphs go on telling of.
_NEWS = timedelta(days=10)
_RECALLED = timedelta(days=60)
_LEANING = frozenset({"participle", "infinitive"})
_OPEN = frozenset({"perfect", "present", "progressive"})


def make_context(sentences: Iterable[Sentence], times: Iterable[Time], published: date | None) -> Context:
    """What dating an act needs to know of its report."""
    by_sentence: dict[int, list[Time]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time)
    return Context({s.index: s for s in sentences}, by_sentence, published)


def date_event(sentence: Sentence, trigger: int, context: Context) -> Dated:
    """The days of the act that a word tells of; ``planned`` where it is told of as to come."""
    key = (sentence.index, trigger)
    if key not in context.known:
        # Stands while the act is being dated, so that a circle of references ends here.
        context.known[key] = Dated(open_dating(context, "open"))
        verbal = sentence.tokens[trigger].tag[:2] in {"VB", "MD"}
        dated = _verb(sentence, trigger, context) if verbal else _noun(sentence, trigger, context)
        context.known[key] = dated
    return context.known[key]


def _noun(sentence: Sentence, noun: int, context: Context) -> Dated:
    """A noun's own modifiers first, then an earlier mention of the act, else its clause's date."""
    own = noun_times(sentence, noun, context.times.get(sentence.index, ()))
    dated = from_times(sentence, own, context, "past", "noun")
    if dated is not None:
        return dated
    token, verb = sentence.tokens[noun], governing_verb(sentence, noun)
    if verb is not None and _is_behind(sentence, token, verb):
        before = _earlier(sentence, noun, context)
        return Dated(before) if before else Dated(open_dating(context, "noun.recalled"))
    if verb is None:
        return _by_narrative(sentence, noun, "past", context)
    above = date_event(sentence, verb, context)
    return above._replace(dating=replace(above.dating, rung=f"noun.clause {above.dating.rung}"))


def _is_behind(sentence: Sentence, noun: Token, verb: int) -> bool:
    """Whether the verb looks back on the act that the noun tells of ("condemned the attack")."""
    above = sentence.tokens[noun.head]
    direct = noun.dep in {"dobj", "conj"} or (
        noun.dep == "pobj"
        and sentence.tokens[above.head].i == verb
        and above.lower in {"for", "about", "over", "against"}
    )
    return direct and sentence.tokens[verb].lemma in dating_words()["looks_back"]


def _verb(sentence: Sentence, verb: int, context: Context) -> Dated:
    tense = tense_of(sentence, verb)
    own = clause_times(sentence, verb, context.times.get(sentence.index, ()))
    if tense in {"future", "conditional"}:
        return _ahead(sentence, verb, own, context)
    dated = from_times(sentence, own, context, tense, "clause")
    if dated is not None and (dated.dating.date or dated.dating.enddate or not dated.planned):
        return dated
    planned = dated.planned if dated else _planned_below(sentence, verb, context)
    found = (
        _beside(sentence, verb, context)
        or _inside(sentence, verb, tense, context)
        or _shared(sentence, verb, tense, context)
        or _leaning(sentence, verb, tense, context)
    )
    result = found or _by_narrative(sentence, verb, tense, context)
    return result._replace(planned=planned) if planned and not result.planned else result


def _inside(sentence: Sentence, verb: int, tense: str, context: Context) -> Dated | None:
    """A past day that the parser hung on an infinitive or a noun below the only finite verb over it.

    "Refused to ratify it on Monday", "agreed to a ceasefire on Tuesday": the day is the main verb's.
    """
    if tense != "past" or context.published is None:
        return None
    for time in context.times.get(sentence.index, ()):
        if time.kind != "date" or time.relation not in {"at", "during"} or time.latest is None:
            continue
        if time.latest <= context.published and finite_above(sentence, time.first) == verb:
            if sentence.tokens[time.first].dep in {"poss", "compound", "nummod", "amod"}:
                continue
            return from_times(sentence, [time], context, tense, "inside")
    return None


def _shared(sentence: Sentence, verb: int, tense: str, context: Context) -> Dated | None:
    """A day that ends a sentence of joined verbs dates them all: "killed two and held three on Monday"."""
    times = context.times.get(sentence.index, ())
    if tense != "past" or not times or times[-1].last < len(sentence.tokens) - 1:
        return None
    for joined in sentence.kids(verb, "conj"):
        alone = joined.tag[:2] == "VB" and not sentence.kids(joined.i, "nsubj", "nsubjpass")
        if alone and tense_of(sentence, joined.i) == tense:
            found = _inside(sentence, joined.i, tense, context)
            return found or _shared(sentence, joined.i, tense, context)
    return None


def _ahead(sentence: Sentence, verb: int, own: Sequence[Time], context: Context) -> Dated:
    """What is to come is dated by the saying; its own time is the day that it is meant for."""
    planned = next((t.earliest for t in own if t.earliest and t.kind == "date"), None)
    token = sentence.tokens[verb]
    above = governing_verb(sentence, token.head) if token.head != verb else None
    if above is not None and token.dep in {"ccomp", "xcomp", "conj", "advcl", "relcl", "acl"}:
        saying = date_event(sentence, above, context)
        return Dated(saying.dating, planned or saying.planned if token.dep == "conj" else planned)
    return Dated(open_dating(context, "ahead"), planned)


def _planned_below(sentence: Sentence, verb: int, context: Context) -> date | None:
    """The day of "promised to withdraw by May", for the promise."""
    last = context.published
    for child in sentence.kids(verb, "xcomp", "ccomp"):
        for time in clause_times(sentence, child.i, context.times.get(sentence.index, ())):
            if (
                time.earliest
                and time.kind == "date"
                and (last is None or time.earliest > last or time.relation == "by")
            ):
                return time.earliest
    return None


def _beside(sentence: Sentence, verb: int, context: Context) -> Dated | None:
    """ "After the meeting": from the meeting's day on; "during the meeting": on it."""
    phrase = event_phrase(sentence, verb)
    if phrase is None:
        return _beside_clause(sentence, verb, context) or _below(sentence, verb, context)
    word, noun = phrase
    own = noun_times(sentence, noun, context.times.get(sentence.index, ()))
    known = from_times(sentence, own, context, "past", "phrase")
    dating = known.dating if known else _earlier(sentence, noun, context)
    if dating is None or (dating.date is None and dating.enddate is None):
        return None
    span = sentence.cover(sentence.subtree(noun))
    basis = "text" if known else "context"
    base = replace(dating, basis=basis, time=dating.time if known else span, rung=f"phrase {word}")
    if word in {"after", "following", "since"}:
        return Dated(replace(base, enddate=context.published, precision="interval")) if base.date else None
    if word in {"before", "ahead"}:
        return Dated(replace(base, date=None, enddate=base.date, precision="open")) if base.date else None
    return Dated(base)


def _beside_clause(sentence: Sentence, verb: int, context: Context) -> Dated | None:
    """ "After Mali expelled two diplomats in August", "since the truce took effect on Monday"."""
    for clause in sentence.kids(verb, "advcl"):
        mark = next(
            (k.lower for k in sentence.kids(clause.i, "mark", "prep", "advmod") if k.i < clause.i), ""
        )
        if mark not in {"after", "since", "when"}:
            continue
        own = clause_times(sentence, clause.i, context.times.get(sentence.index, ()))
        dated = from_times(sentence, own, context, "past", f"clause {mark}")
        if dated is None or dated.dating.date is None:
            continue
        if mark == "when":
            return dated
        return Dated(replace(dated.dating, enddate=context.published, precision="interval"))
    return None


def _below(sentence: Sentence, verb: int, context: Context) -> Dated | None:
    """A time that the parser hung on an -ing form below ("vote against condemning the attack in 2022")."""
    for prep in sentence.kids(verb, "prep"):
        if prep.lower not in {"against", "in", "by"}:
            continue
        for inner in sentence.kids(prep.i, "pcomp"):
            own = clause_times(sentence, inner.i, context.times.get(sentence.index, ()))
            dated = from_times(sentence, own, context, "past", "clause.below")
            if dated is not None:
                return dated
    return None


def _earlier(sentence: Sentence, noun: int, context: Context) -> Dating | None:
    """The date of the last act told before that the noun can mean."""
    named = sentence.tokens[noun]
    for index in range(sentence.index, max(-1, sentence.index - _REACH), -1):
        one = context.sentences.get(index)
        if one is None:
            continue
        upto = noun if index == sentence.index else len(one.tokens)
        for token in reversed(one.tokens[:upto]):
            if (
                token.tag[:2] in {"VB", "NN"}
                and same_family(named, token)
                and token.dep not in {"aux", "auxpass"}
            ):
                dated = date_event(one, token.i, context).dating
                if dated.date is not None and dated.basis != "publication":
                    return replace(dated, basis="context", rung="earlier mention")
    return None


def _leaning(sentence: Sentence, verb: int, tense: str, context: Context) -> Dated | None:
    """A clause that leans on another takes its date, as far as its relation allows."""
    token = sentence.tokens[verb]
    above = governing_verb(sentence, token.head) if token.head != verb else None
    if above is None or above == verb:
        return None
    if token.dep == "relcl":
        return _relative(sentence, verb, above, tense, context)
    if token.dep == "pcomp":
        if sentence.tokens[token.head].lower in dating_words()["looking_back_prepositions"]:
            return Dated(open_dating(context, "gerund behind"))
        return _as(sentence, above, context, "gerund")
    if token.dep == "acl" and token.tag == "VBN":
        noun = sentence.tokens[token.head]
        return (
            date_event(sentence, noun.i, context)
            if is_event(noun)
            else Dated(open_dating(context, "participle behind"))
        )
    if token.dep == "ccomp":
        return _reported(sentence, verb, above, tense, context)
    if tense in _LEANING:
        return _as(sentence, above, context, tense)
    if token.dep == "conj":
        return _as(sentence, above, context, "conjunct") if tense_of(sentence, above) == tense else None
    if token.dep == "advcl":
        return _adverbial(sentence, verb, above, tense, context)
    return None


def _as(sentence: Sentence, verb: int, context: Context, rung: str) -> Dated:
    above = date_event(sentence, verb, context)
    return Dated(replace(above.dating, rung=f"{rung} < {above.dating.rung}"), None)


def _adverbial(sentence: Sentence, verb: int, above: int, tense: str, context: Context) -> Dated | None:
    marks = {k.lower for k in sentence.kids(verb, "mark", "advmod")}
    main = date_event(sentence, above, context).dating
    if "after" in marks:
        return Dated(open_dating(context, "after the act", main.enddate, "context"))
    if "before" in marks and main.date:
        return Dated(
            replace(
                main, enddate=context.published, precision="interval", basis="context", rung="before the act"
            )
        )
    if marks & {"when", "as", "while"} and tense == tense_of(sentence, above):
        return _as(sentence, above, context, "when")
    return None


def _relative(sentence: Sentence, verb: int, above: int, tense: str, context: Context) -> Dated | None:
    """A clause told on with a comma goes on with the narrative; one that picks out somebody looks back."""
    if tense in _LEANING:
        return _as(sentence, above, context, "relative")
    if tense != "past":
        return None
    pronoun = next(
        (
            sentence.tokens[i]
            for i in sentence.subtree(verb)
            if sentence.tokens[i].tag in {"WDT", "WP", "WRB"}
        ),
        None,
    )
    comma = (
        pronoun is not None
        and pronoun.i > 0
        and any(sentence.tokens[k].lower == "," for k in (pronoun.i - 1, max(0, pronoun.i - 2)))
    )
    if pronoun is not None and (
        pronoun.lower in {"where", "when"} or (comma and pronoun.lower in {"which", "who"})
    ):
        while sentence.tokens[above].dep in {"ccomp", "xcomp", "pcomp"}:
            higher = governing_verb(sentence, sentence.tokens[above].head)
            if higher is None or higher == above:
                break
            above = higher
        if tense_of(sentence, above) == "past":
            return _as(sentence, above, context, "told on")
    return Dated(open_dating(context, "relative behind"))


def _reported(sentence: Sentence, verb: int, above: int, tense: str, context: Context) -> Dated | None:
    """What a reporting verb passes on: an opening time holds for it, else the tense decides."""
    own = clause_times(sentence, above, context.times.get(sentence.index, ()))
    if tense in _LEANING:
        return _as(sentence, above, context, tense)
    going_on = tense == "progressive" or (
        any(a.lower in {"was", "were"} for a in auxiliaries(sentence, verb))
        and sentence.tokens[verb].tag == "VBG"
    )
    if going_on:
        return Dated(open_dating(context, "going on"))
    opening = [t for t in own if is_initial(sentence, above, t)]
    dated = from_times(sentence, opening, context, tense, "opening")
    if dated is not None and tense in {"past", "perfect"}:
        return dated
    said = date_event(sentence, above, context).dating
    if tense == "past_perfect":
        return Dated(open_dating(context, "said before", said.enddate, "context"))
    if own and tense == "past" and said.date is not None and said.precision == "day":
        return Dated(replace(said, basis="context", rung="the saying's day"))
    return None


def _by_narrative(sentence: Sentence, head: int, tense: str, context: Context) -> Dated:
    """Without a time of its own: the simple past goes on with the narrative, else the publication decides."""
    if tense in _OPEN:
        return Dated(open_dating(context, tense))
    carried = _carried(sentence, head, context)
    if tense == "past_perfect":
        return Dated(
            open_dating(
                context, tense, carried.date if carried else None, "context" if carried else "publication"
            )
        )
    if carried is not None:
        return Dated(replace(carried, basis="context", rung="narrative"))
    now = context.published
    return Dated(Dating(now, now, "day" if now else "open", "publication", None, "publication"))


def _carried(sentence: Sentence, head: int, context: Context) -> Dating | None:
    """The date that the sentence before has set, in its paragraph or in the news told so far."""
    before = context.sentences.get(sentence.index - 1)
    while before is not None:
        root = next((t.i for t in before.tokens if t.head == t.i), 0)
        main = _told_root(before, root)
        if tense_of(before, main) == "past" or context.times.get(before.index):
            break
        before = context.sentences.get(before.index - 1)
        if before is None or sentence.index - before.index > _REACH:
            return None
    if before is None:
        return None
    dating = date_event(before, main, context).dating
    if dating.basis == "publication" or dating.date is None:
        return None
    now = context.published
    if before.paragraph != sentence.paragraph and not _goes_on(before, sentence, dating, now):
        return None
    recalled = now is not None and (dating.precision != "day" or now - dating.date > _RECALLED)
    also = any(t.lower in {"also", "then", "later"} for t in sentence.tokens)
    if recalled and sentence.tokens[head].lemma in dating_words()["plain_saying"] and not also:
        return None
    return dating


def _told_root(sentence: Sentence, root: int) -> int:
    """The verb that a sentence tells with: below "KCNA has reported" it is what was reported."""
    for child in sentence.kids(root, "ccomp"):
        if sentence.tokens[root].lemma in dating_words()["reporting"] and child.i < root:
            return child.i
    return root


def _goes_on(before: Sentence, sentence: Sentence, dating: Dating, now: date | None) -> bool:
    """Whether a new paragraph tells on of the same news: a recent day, and somebody who was there."""
    if now is None or dating.precision != "day" or dating.date is None or now - dating.date > _NEWS:
        return False
    subjects = [t for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"}][:1]
    named = {t.lower for t in before.tokens if t.tag.startswith("NNP")}
    for subject in subjects:
        if subject.tag == "PRP" or is_event(subject):
            return True
        return any(sentence.tokens[i].lower in named for i in sentence.subtree(subject.i))
    return False
