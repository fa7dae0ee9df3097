"""What day a narrative has reached, and in which direction an underspecified date is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.code.calendar import Words, bracket
from dragoman.code.tense import tense_of
from dragoman.model import Sentence

__all__ = ["Narrative", "governing_verb", "points_ahead"]

#: A text speaks of history, not of news, where its dates lie further back than this.
YEARS_OF_NEWS = 2
#: A month that lies so far before the narrative's own is the next year's.
TURN_OF_YEAR = 8
_CLOSE = timedelta(days=120)


@dataclass(slots=True)
class Narrative:
    """The dates set so far in a text, and the publication day, if known.

    ``told`` says that the whole text tells of the past ("the Second World War"): its dates without
    a year then take the year that stands nearest before them, not the publication's.
    """

    published: date | None
    told: bool = False
    year: int | None = None
    month: int | None = None
    paragraph: int = -1
    sentence: int = -1
    value: str | None = None
    anchor: date | None = None
    bc: bool = False
    #: The sentence and the day of the last day told, whether or not the narrative has gone to it.
    near: tuple[int, date] | None = None

    def set(self, value: str, sentence: Sentence, firm: bool) -> None:
        """Take note of a date; ``firm`` where it dates a clause and not a noun inside it."""
        if value.startswith("BC"):
            self.bc, self.value = True, value
            return
        first, _, precision = bracket(value)
        if first is None:
            return
        self.bc = False
        if len(value) >= 10 and precision == "day":
            self.near = (sentence.index, first)
        if precision != "interval" and (firm or self.year is None):
            self.year, self.month = first.year, first.month if len(value) > 6 and value[5] != "W" else None
        self.paragraph, self.sentence = sentence.paragraph, sentence.index
        if firm or self.value is None:
            self.value, self.anchor = value, first

    def historical(self, paragraph: int) -> bool:
        """Whether a date without a year belongs to the narrative and not to the news."""
        if self.year is None:
            return False
        if self.published is None or self.told:
            return True
        return self.paragraph == paragraph and self.year < self.published.year - YEARS_OF_NEWS

    def year_of(self, month: int, day: int | None, ahead: bool | None, sentence: Sentence) -> int | None:
        """The year of a month, or of a day in it, that is told without one."""
        if self.historical(sentence.paragraph) and self.year is not None:
            # December, then January: the narrative has gone on into the next year.
            turned = self.month is not None and self.month - month >= TURN_OF_YEAR
            return self.year + turned
        if self.published is None:
            return None
        beside = self.year if self.sentence == sentence.index and self.month else None
        if beside is not None and self.month and beside < self.published.year and ahead is not True:
            # "visited Moscow in July 2024 and Kyiv in August"
            following = beside + (month < self.month)
            if (following, month) <= (self.published.year, self.published.month):
                return following
        return _nearest_year(self.published, month, day, ahead)


def _nearest_year(published: date, month: int, day: int | None, ahead: bool | None) -> int:
    """The past is preferred; without a tense, a near future is preferred to a far past."""
    now, that = (published.month, published.day), (month, day if day is not None else published.day)
    passed = that <= now
    if ahead is True:
        # A date just past under a future ("the show is to run from 23 January") is no date of next year.
        just = 0 <= (now[0] - that[0]) * 30 + now[1] - that[1] <= 60
        return published.year if that >= now or just else published.year + 1
    if ahead is None and not passed:
        coming = date(published.year, month, min(day or 1, 28))
        if coming - published <= _CLOSE:
            return published.year
    return published.year if passed else published.year - 1


def governing_verb(sentence: Sentence, i: int) -> int | None:
    """The nearest verb that a word hangs on."""
    for _ in range(12):
        token = sentence.tokens[i]
        if token.tag[:2] == "VB":
            return i
        if token.head == i:
            return None
        i = token.head
    return None


def points_ahead(sentence: Sentence, i: int, words: Words) -> bool | None:
    """Whether the clause of a word tells of what is to come; ``None`` where no tense says so."""
    token = sentence.tokens[i]
    if token.dep == "poss" or any(k.tag == "POS" for k in sentence.kids(i)):
        return None
    above = sentence.tokens[token.head]
    holder = sentence.tokens[above.head] if above.tag == "IN" else above
    verb, hangs = governing_verb(sentence, i), holder.tag[:2] == "VB"
    for _ in range(4):
        if verb is None:
            return None
        way = _way(sentence, verb, hangs, words)
        if way is False and not hangs and above.lower == "by":
            # "reaffirmed the exit by October 31": a term set, whatever the verb's tense.
            return None
        if way is not None or sentence.tokens[verb].head == verb:
            return way
        verb, hangs = governing_verb(sentence, sentence.tokens[verb].head), False
    return None


def _way(sentence: Sentence, verb: int, hangs: bool, words: Words) -> bool | None:
    """What one verb says: ahead, back, or nothing."""
    token, tense = sentence.tokens[verb], tense_of(sentence, verb)
    if token.lemma in words.scheduled and (hangs or tense == "infinitive"):
        return True
    if tense in {"future", "conditional"}:
        return True
    if tense in {"past", "perfect", "past_perfect"}:
        return False
    if tense in {"present", "progressive"}:
        return True if hangs else None
    above = sentence.tokens[token.head]
    if tense == "infinitive" and token.tag == "VBN" and token.dep in {"acl", "relcl"}:
        # "an event to be held in May"
        return True
    if (
        tense == "infinitive"
        and above.lemma in words.ahead
        and token.dep in {"xcomp", "ccomp", "acl", "advcl"}
    ):
        return True
    return None
