"""The task ``events``: who did what to whom in a sentence, by dictionaries in the PETRARCH form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.score.spans import Counts
from dragoman.score.task import Figures, Item, Line, register

__all__ = ["NOBODY", "coded"]

#: What stands for a party that is not there.
NOBODY = "---"

_Event = tuple[str, str, str]


def coded(gold: Iterable[Mapping[str, Any]]) -> frozenset[_Event]:
    """The events of an item's gold; entries without an event code ("noevents", "error") are none.

    >>> sorted(coded([{"sourcecode": "NAR", "eventcode": "023"}, {"noevents": "True"}]))
    [('NAR', '---', '023')]
    """
    return frozenset(
        (one.get("sourcecode") or NOBODY, one.get("targetcode") or NOBODY, one["eventcode"])
        for one in gold
        if one.get("eventcode")
    )


@register("events", "events of sentences by dictionaries", given=("text", "date"), gold=("gold_events",))
def events(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure events: sentences whose events are all right and no other, and F1 of events."""
    right, counts = 0, Counts()
    for item, predicted in pairs:
        want = coded(item.gold["gold_events"])
        got = {(one[0], one[1], one[2]) for line in predicted for one in line["events"]}
        right += got == want
        counts.add(want, got)
    share = right / len(pairs)
    lines = (
        f"{'wholly right':18} {share:.3f} ({right}/{len(pairs)} sentences)",
        counts.line("events"),
    )
    return Figures(lines, {"sentences": share, "events": counts.f1})
