"""How many people a report says were killed and taken captive: its tellings without those told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.code.tellings import Telling, find_tellings
from dragoman.model import Quantity, Sentence

__all__ = ["Toll", "toll_of", "total"]


@dataclass(frozen=True, slots=True)
class Toll:
    """The least numbers of killed and captured, and the tellings that they rest on."""

    killed: int
    captured: int
    tellings: tuple[Telling, ...]


def toll_of(sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> Toll:
    """The toll that a report's sentences tell of."""
    told = find_tellings(sentences, quantities)
    return Toll(total(told, "killed"), total(told, "captured"), tuple(told))


def total(tellings: Sequence[Telling], kind: str) -> int:
    """The least number of one kind: the greater of what the lead says and what the rest adds up to.

    A lead that sums up several operations is left out where the rest tells of one of them.
    """
    if not tellings:
        return 0
    first = tellings[0].sentence
    if tellings[0].summing:
        rest = [t for t in tellings if t.sentence != first]
        if any(t.low and not t.more for t in rest):
            return total(rest, kind)
    told = [t for t in tellings if t.kind == kind]
    if not told:
        return 0
    first = told[0].sentence
    lead = [t for t in told if t.sentence == first]
    rest = [t for t in told if t.sentence != first]
    return max(_sum(lead), _added(rest, lead))


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
        elif MODE == "sum":
            if low not in sums:
                sums.append(low)
        else:
            if low > sum(sums):
                sums = [low]
    return sum(sums)

MODE = "max"
