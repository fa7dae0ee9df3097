"""What each rule of timegrammar means."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.code import timedates, timespans, timevague
from dragoman.code.calendar import Words
from dragoman.code.narrative import Narrative
from dragoman.code.timebasics import Meaning
from dragoman.code.timegrammar import Found

__all__ = ["VALUES"]

#: The function of each rule.
VALUES: dict[str, Callable[[Found, Narrative, Words], Meaning]] = {
    "iso_date": timedates.iso_date,
    "figure_date": timedates.figure_date,
    "day_range": timedates.day_range,
    "full_date": timedates.full_date,
    "first_of_days": timedates.first_of_days,
    "second_of_days": timedates.second_of_days,
    "month_day": timedates.month_day,
    "share_of_date": timedates.share_of_date,
    "month_year": timedates.month_year,
    "month": timedates.month,
    "season_year": timedates.season,
    "half": timedates.half,
    "quarter": timedates.quarter,
    "century": timedates.century,
    "decade": timedates.decade,
    "years": timedates.years,
    "second_year": timedates.second_year,
    "holiday": timedates.holiday,
    "year": timedates.year,
    "ago": timespans.ago,
    "later": timespans.later,
    "within_unit": timespans.within_unit,
    "edge_of_unit": timespans.edge_of_unit,
    "some_units": timespans.some_units,
    "weekend": timespans.weekend,
    "season": timedates.season,
    "weekday": timespans.weekday,
    "speaking_day": timespans.speaking_day,
    "at_night": timevague.at_night,
    "part_of_day": timespans.part_of_day,
    "unit": timespans.unit,
    "recent": timevague.recent,
    "set": timevague.a_set,
    "length": timespans.length,
    "reference": timevague.reference,
    "that_time": timevague.that_time,
    "then": timevague.then,
    "day_of_month": timedates.day_of_month,
}
