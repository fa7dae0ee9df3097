"""Authored sentences as the classifier learns them: two marked parties, and what one does to the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.score.marked import Act, Authored, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence's source and target (None: not told), what the one does to the other, how much it counts.

    ``type`` is the label, or, where no act joins the two, the type of the act that one of them has a part in:
    which type it would be can be learnt there too.
    """

    source: Span | None
    target: Span | None
    label: str
    type: str | None
    weight: float = 1.0
    trigger: Span | None = None
    back: bool = False


def label_of(type_: str, cameo: str) -> str:
    """An appeal is a REQUEST that CAMEO counts under 02."""
    return "APPEAL" if type_ == "REQUEST" and cameo.startswith("02") else type_


def label_of_whole(row: Authored) -> str:
    """The label of a sentence's main act, which stands first."""
    return label_of(row.acts[0].type, row.acts[0].cameo) if row.acts else "NONE"


def pairs_of(row: Authored) -> list[Pair]:
    """Every ordered pair of a sentence's parties, those with one side untold, and NONE for those that no act joins."""
    told: dict[tuple[str | None, str | None], tuple[str, str]] = {}
    for act in row.acts:
        for pair in _joined(act):
            told.setdefault(pair, (label_of(act.type, act.cameo), act.trigger))
    spans: dict[str | None, Span | None] = {None: None, **row.parties}
    out = [
        Pair(spans[a], spans[b], label, label, 1.0, row.marks[trigger])
        for (a, b), (label, trigger) in told.items()
    ]
    for one in row.parties:
        for other in row.parties:
            if one != other and (one, other) not in told:
                type_ = _near(row, one, other)
                out.append(Pair(spans[one], spans[other], "NONE", type_, 0.5, None, (other, one) in told))
    return out


def _near(row: Authored, source: str, target: str) -> str | None:
    """The type of the first act that the source does, else of the first that is done to the target."""
    done = [act for act in row.acts if source in act.actors] or [
        a for a in row.acts if target in a.recipients
    ]
    return label_of(done[0].type, done[0].cameo) if done else None


def _joined(act: Act) -> Iterator[tuple[str | None, str | None]]:
    """The ordered pairs that an act joins; a mutual act joins its parties both ways."""
    left: Sequence[str | None] = act.actors or (None,)
    right: Sequence[str | None] = act.recipients or (None,)
    yield from ((one, other) for one in left for other in right)
    if act.mutual:
        yield from ((other, one) for one in left for other in right)
        together = left if not act.recipients else ()
        yield from ((one, other) for one in together for other in together if one != other)


def some(pairs: Sequence[Pair]) -> list[Pair]:
    """All joined pairs, and of every second sentence one that no act joins, rather one told the other way round."""
    apart = sorted((p for p in pairs if p.label == "NONE"), key=lambda p: (not p.back, _shuffled(p)))
    joined = [p for p in pairs if p.label != "NONE"]
    return joined + [p for p in apart[:1] if not joined or _shuffled(p)[0] % 2]


def _shuffled(pair: Pair) -> bytes:
    """An order that has nothing to do with the sentence's, and is the same each time."""
    return hashlib.sha256(f"{pair.source}{pair.target}".encode()).digest()
