"""The task ``record``: the records of whole reports against what a careful reader codes from them.

A record answers a gold record when its evidence lies in the same sentence and its type is one that the
gold accepts; each answers at most one, the best pairs first.  ``core`` counts gold records whose type,
parties and date are right, ``full`` those where all is right, ``slots`` all slots, ``spurious`` the
records that answer nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError
from dragoman.score.matching import codes, judge, strength
from dragoman.score.task import Figures, Item, Line, lines_of, read_text_of, register

__all__ = ["Tally", "score_report"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted over one report or several."""

    gold: int = 0
    core: int = 0
    full: int = 0
    right: int = 0
    slots: int = 0
    spurious: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.core + other.core,
            self.full + other.full,
            self.right + other.right,
            self.slots + other.slots,
            self.spurious + other.spurious,
        )

    def line(self) -> str:
        """The counts as one line."""
        counted = f"core={self.core}/{self.gold} full={self.full}/{self.gold}"
        return f"{counted} slots={self.right}/{self.slots} spurious={self.spurious}"


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.json")) if path.is_dir() else [path]


def _read(path: Path) -> Iterator[Item]:
    """A gold file, or all of a folder, each with its text, which lies beside it under ``report``."""
    found = _files(path)
    if not found:
        raise GoldError(str(path), "no .json file in it")
    for one in found:
        for row in lines_of(one):
            if not isinstance(row.get("report"), str):
                raise GoldError(one.name, "no 'report', the path of the text beside it")
            text = one.parent / row["report"]
            read_text_of(text)
            given = {"report": str(text), "published": row.get("published")}
            yield Item(text.stem, given, row.get("records"), one.name)


def _answers(gold: Sequence[Mapping[str, Any]], records: Sequence[Line]) -> dict[str, int]:
    """Which record answers which gold record: the best pairs first, each once."""
    pairs = []
    for want in gold:
        for number, record in enumerate(records):
            worth = strength(want, record)
            if worth is not None:
                pairs.append((-worth, want["id"], number))
    answers: dict[str, int] = {}
    used: set[int] = set()
    for _, name, number in sorted(pairs):
        if name not in answers and number not in used:
            answers[name] = number
            used.add(number)
    return answers


def score_report(gold: Sequence[Mapping[str, Any]], records: Sequence[Line]) -> tuple[list[str], Tally]:
    """One report's table, and its counts."""
    numbers = _answers(gold, records)
    answers = {name: records[number] for name, number in numbers.items()}
    table, tally = [], Tally(spurious=len(records) - len(numbers))
    for want in gold:
        if want.get("optional") or "optional" in (want.get("note") or ""):
            continue  # coding it or not is no error
        record = answers.get(want["id"])
        right = judge(want, record, answers)
        there = record is not None
        tally += Tally(
            gold=1,
            core=there and right["actors"] and right["date"],
            full=there and all(right.values()),
            right=sum(right.values()) + there,
            slots=len(right) + 1,
        )
        wrong = ([] if there else ["event"]) + [slot for slot, good in right.items() if not good]
        told = f"wrong: {' '.join(wrong)}" if wrong else "ok"
        table.append(f"{want['id']:6} {'/'.join(want['event']):24} {want['trigger'][:52]:54} {told}")
    taken = set(numbers.values())
    table += [_extra(record) for number, record in enumerate(records) if number not in taken]
    return table, tally


def _extra(record: Line) -> str:
    sides = f"{sorted(codes(record.get('actor')))} {sorted(codes(record.get('recipient')))}"
    words = (record.get("evidence") or {}).get("text", "")[:60]
    return f"extra   {'/'.join(record.get('event') or [])} {sides} {record.get('date')} {words}"


@register("record", "whole records of a report: a gold file, or a folder of them", reader=_read)
def record(pairs: Sequence[tuple[Item, list[Line]]]) -> Figures:
    """Measure the records of reports; one report prints its table, several each under its name."""
    lines, total = [], Tally()
    for item, records in pairs:
        table, tally = score_report(item.gold, records)
        if len(pairs) > 1:
            table = [f"== {item.id}", *table, tally.line()]
        lines += table
        total += tally
    if len(pairs) > 1:
        lines.append(f"== all {len(pairs)} reports")
    lines.append(total.line())
    n, slots = max(total.gold, 1), max(total.slots, 1)
    values = {"core": total.core / n, "full": total.full / n, "slots": total.right / slots}
    return Figures(tuple(lines), {**values, "spurious": total.spurious / n, "gold": total.gold})
