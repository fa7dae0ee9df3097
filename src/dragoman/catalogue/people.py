"""Leaders and ministers: dated terms of office, and the persons that they make."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from dragoman.catalogue.book import Catalogue
from dragoman.catalogue.entries import OFFICES, Entry, Name, Term
from dragoman.catalogue.read import Row, first_day, last_day, read_table
from dragoman.catalogue.spelling import family_names, person_spellings, slug, words
from dragoman.errors import nearest

__all__ = ["FILES", "OFFICE_SECTORS", "load_terms"]

_COLUMNS = ("state", "office", "title", "name", "aliases", "from", "to", "source")
FILES = ("leaders.csv", "ministers.csv")
# Whoever holds another office of a state is of its government.
OFFICE_SECTORS = {
    "intelligence_chief": "SPY",
    "chief_of_staff": "MIL",
    "opposition_leader": "OPP",
    "speaker": "LEG",
}


class _Held(NamedTuple):
    """One row with what it takes to tell who is meant."""

    row: Row
    home: str
    slug: str
    aliases: list[str]


def load_terms(book: Catalogue, folder: Path) -> None:
    """Reads the tables of leaders and ministers, each of which may be absent or short."""
    rows = [_held(book, row) for file in FILES for row in read_table(folder / file, _COLUMNS, optional=True)]
    people = _people(book, rows)
    names: dict[str, dict[str, None]] = {}
    terms: dict[str, list[Term]] = {}
    for held in rows:
        key = people[held.home, held.slug]
        term = _term(held.row, key, held.home)
        book.add_term(term, sector_of(book, term))
        terms.setdefault(key, []).append(term)
        own = names.setdefault(key, {})
        own[term.person] = None
        for alias in held.aliases:
            own[alias] = None
    for key, texts in names.items():
        _add_person(book, key, list(texts), terms[key])


def _held(book: Catalogue, row: Row) -> _Held:
    if not row["name"]:
        raise row.fail("a term needs a name")
    aliases = [a.strip() for a in row["aliases"].split(";") if a.strip()] if row["aliases"] else []
    return _Held(row, _home(book, row), slug(row["name"]), aliases)


def _home(book: Catalogue, row: Row) -> str:
    """The entry that the office belongs to: a state, else a body or group by its short key."""
    state = row["state"]
    if state in book.entries:
        return state
    for key in (f"body:{state.lower()}", f"group:{state.lower()}", book.codes.get(state, "")):
        if key in book.entries:
            return key
    raise row.fail(f"no state or body {state!r}.{nearest(state, sorted(book.codes))}")


def _people(book: Catalogue, rows: list[_Held]) -> dict[tuple[str, str], str]:
    """Who is who.

    Within a state, the name of one row and an alias of another are one person; so are those of a
    body or a state that has ended who share a full name with each other or with a state's.
    """
    known = {(h.home, h.slug): (h.home, h.slug) for h in rows}
    for held in rows:
        own = held.home, held.slug
        for alias in held.aliases:
            other = held.home, slug(alias)
            if other != own and known.get(other) == other:
                known[other] = own
    full: dict[str, tuple[str, str]] = {}
    for lasting in (True, False):
        for held in rows:
            if _lasting(book, held.home) is not lasting:
                continue
            own = held.home, held.slug
            for text in (held.slug, *map(slug, held.aliases)):
                if "-" not in text:
                    continue
                other = full.setdefault(text, own)
                if not lasting and known[own] == own and _root(known, other) != own:
                    known[own] = other
    return {one: "person:{}:{}".format(*_root(known, one)) for one in known}


def _lasting(book: Catalogue, home: str) -> bool:
    entry = book.entries[home]
    return entry.kind in ("state", "territory") and entry.valid_to is None


def _root(known: dict[tuple[str, str], tuple[str, str]], one: tuple[str, str]) -> tuple[str, str]:
    seen = {one}
    while (up := known[one]) not in seen:
        seen.add(up)
        one = up
    return one


def _term(row: Row, key: str, home: str) -> Term:
    office = row["office"]
    if office not in OFFICES:
        raise row.fail(f"no office {office!r}.{nearest(office, OFFICES)}")
    try:
        first, last = first_day(row["from"]), last_day(row["to"])
    except ValueError:
        raise row.fail(f"no date: {row['from']!r} to {row['to']!r}") from None
    if first and last and last < first:
        raise row.fail(f"{row['name']}'s term ends on {row['to']} before it starts on {row['from']}")
    return Term(key, words(row["name"]), home, office, row["title"], first, last, row["source"])


def sector_of(book: Catalogue, term: Term) -> str | None:
    """The sector that an office gives; for an office without a name of its own, its title's."""
    if term.office in OFFICE_SECTORS:
        return OFFICE_SECTORS[term.office]
    if term.office == "other":
        parts = term.title.lower().split()
        for start in range(len(parts)):
            if role := book.roles.get(" ".join(parts[start:])):
                return role.sector
    return "GOV" if book.entries[term.state].code in book.codes else None


def _lateness(term: Term) -> tuple[bool, date]:
    return term.valid_to is None, term.valid_to or term.valid_from or date.min


def _add_person(book: Catalogue, key: str, names: list[str], terms: list[Term]) -> None:
    latest = terms[0] if len(terms) == 1 else max(terms, key=_lateness)
    home = book.entries[latest.state]
    country = home.code if home.code in book.codes else None
    sector = book.term_sectors[latest]
    book.add_entry(Entry(key, names[0], home.code, sector, "person", None, country))
    custom = next((t.state for t in terms if ":" not in t.state), home.key)
    for number, text in enumerate(names):
        single = " " not in text
        # One word alone is a family name, which wants context, unless it is all the name there is.
        if not single or number == 0:
            name = Name(words(text), key, "person", None, None, None, "cased" if single else "")
            for spelling in person_spellings(text, custom):
                book.add_name(spelling, name)
        for family in family_names(text, custom):
            book.add_surname(family, key)
