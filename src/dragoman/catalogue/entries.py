"""What the catalogue holds, frozen: entries, their names, terms of office, roles and regions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = [
    "CODES",
    "FLAGS",
    "FORMS",
    "KINDS",
    "OFFICES",
    "SECTORS",
    "Entry",
    "Membership",
    "Name",
    "Region",
    "Role",
    "SectorSpan",
    "Term",
]

KINDS = ("state", "territory", "body", "loose", "agency", "group", "service", "person", "region")
FORMS = ("name", "adjective", "people", "capital", "seat", "alias", "abbreviation", "surname", "person")
FLAGS = ("ambiguous", "cased")
CODES = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
SECTORS = (
    *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"),
    *("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
)
OFFICES = (
    *("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "intelligence_chief"),
    *("royal", "crown_prince", "supreme_leader", "party_leader", "general_secretary", "vice_president"),
    *("interior_minister", "finance_minister", "justice_minister", "trade_minister", "energy_minister"),
    *("health_minister", "central_banker", "security_adviser", "chief_of_staff", "speaker", "spokesperson"),
    *("ambassador", "un_ambassador", "envoy", "opposition_leader", "group_leader", "secretary_general"),
    *("high_representative", "commission_president", "council_president", "director_general", "other"),
)


def within(day: date | None, first: date | None, last: date | None) -> bool:
    """Whether a day lies in a span whose ends count and may be open; no day means today's bearers."""
    if day is None:
        return last is None
    return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something that a report may name.

    ``code`` is the ISO 3166 alpha-3 code or PLOVER's code for bodies of no state; ``None`` for
    groups of states without one and for seas.  ``country`` is the state that it belongs to.
    """

    key: str
    name: str
    code: str | None
    sector: str | None
    kind: str
    wikidata: str | None = None
    country: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entry; ``sector`` is what it stands for, where it stands for one part.

    The span says when the name was right for the entry.  ``flag`` is ``ambiguous`` (wants
    context), ``cased`` (only as written, never by case folding), both joined by ``|``, or empty.
    """

    text: str
    entry_key: str
    form: str
    sector: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    flag: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether the name needs context before it may stand for its entry."""
        return "ambiguous" in self.flag

    @property
    def cased(self) -> bool:
        """Whether the name holds only as written."""
        return "cased" in self.flag


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office; both ends count, an open end means still in office."""

    person_key: str
    person: str
    state: str
    office: str
    title: str
    valid_from: date | None
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that makes an actor when joined with a state.

    ``what`` is person, organ or office; ``office`` is the office's own name.
    """

    lemma: str
    sector: str
    what: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """Where a region lies, roughly: degrees north and east, where they are known."""

    key: str
    kind: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's time in a body; both ends count."""

    state: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SectorSpan:
    """The sector that an entry has in a span of days."""

    sector: str
    first: date | None = None
    last: date | None = None
