"""How many people a report says were killed and taken captive, and on which day: what is told twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.code.clauses import MODIFIERS, attachment
from dragoman.code.dating import Context, date_event, make_context
from dragoman.code.tellings import Telling, find_tellings
from dragoman.model import Reading, Time

__all__ = ["Toll", "toll_of", "total", "where_told"]

#: A day further back than this is recalled, not the news.
_NEWS = timedelta(days=14)
#: An operation may go on over midnight.
_SAME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Toll:
    """The least numbers of killed and captured, the day, and the tellings that they rest on."""

    killed: int
    captured: int
    day: date | None
    tellings: tuple[Telling, ...]


def toll_of(reading: Reading) -> Toll:
    """The toll that a report tells of, from its sentences, figures and times."""
    told = find_tellings(reading.sentences, reading.quantities)
    context = make_context(reading.sentences, reading.times, reading.report.published)
    own = [_own_day(context, telling) for telling in told]
    day = own[0] if own and own[0] else _news_day(reading.times, context, told[0].sentence if told else None)
    now = [t for t, d in zip(told, own, strict=True) if d is None or day is None or abs(d - day) <= _SAME]
    return Toll(total(now, "killed"), total(now, "captured"), day, tuple(now))


def where_told(toll: Toll) -> tuple[int, ...]:
    """The indexes of the sentences with tellings, those that sum up several operations last."""
    told = sorted((t.summing, t.sentence) for t in toll.tellings)
    return tuple(dict.fromkeys(index for _, index in told))


def _own_day(context: Context, telling: Telling) -> date | None:
    """The day that the text gives a telling; None where only the publication day would decide."""
    dating = date_event(context.sentences[telling.sentence], telling.verb, context).dating
    told = dating.basis != "publication" and dating.precision == "day"
    return dating.date if told and dating.date == dating.enddate else None


def _news_day(times: Sequence[Time], context: Context, sentence: int | None) -> date | None:
    """The day of the news: that of the telling's sentence, the first one told, or the publication day."""
    now = context.published
    if now is None:
        return None
    days = [(t.sentence, t.earliest) for t in times if t.earliest and _of_news(t, context, now)]
    here = [day for number, day in days if number == sentence]
    return min(here) if here else days[0][1] if days else now


def _of_news(time: Time, context: Context, now: date) -> bool:
    """Whether a time is a recent day, and not the name of something else: "the 2 July attack"."""
    if time.kind != "date" or time.precision != "day" or time.earliest is None:
        return False
    sentence = context.sentences[time.sentence]
    _, top = attachment(sentence, time)
    return sentence.tokens[top].dep not in MODIFIERS and now - _NEWS <= time.earliest <= now


def total(tellings: Sequence[Telling], kind: str) -> int:
    """The least number of one kind: the greater of what the lead says and what the rest adds up to.

    A lead that sums up several operations is left out where the rest tells of one of them.
    """
    if not tellings:
        return 0
    first = tellings[0].sentence
    if tellings[0].summing:
        rest = [t for t in tellings if t.sentence != first]
        lows = {t.low for t in tellings if t.sentence == first}
        if any(_tells_anew(t, lows) for t in rest):
            return total(rest, kind)
    told = [t for t in tellings if t.kind == kind]
    if not told:
        return 0
    first = told[0].sentence
    lead = [t for t in told if t.sentence == first]
    rest = [t for t in told if t.sentence != first]
    return max(_sum(lead), _added(rest, lead))


def _tells_anew(telling: Telling, lows: set[int]) -> bool:
    """Whether a telling is one of the operations that the lead sums up, and not what it adds or takes up."""
    if telling.known:
        return telling.low == 1
    return telling.low in lows or not telling.more


def _sum(tellings: Sequence[Telling]) -> int:
    return sum(t.low for t in tellings)


def _added(rest: Sequence[Telling], lead: Sequence[Telling]) -> int:
    """What the sentences after the lead add up to: equal tellings are one, further ones are added."""
    sums: list[int] = []
    for number in dict.fromkeys(t.sentence for t in rest):
        here = [t for t in rest if t.sentence == number]
        low = _sum(here)
        further = all(t.more for t in here)
        if further:
            if low > 1 and low in [t.low for t in lead]:
                continue
            if not sums:
                sums.append(_sum(lead))
            sums.append(low)
        elif low > sum(sums):
            sums = [low]
    return sum(sums)
