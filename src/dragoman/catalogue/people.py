"""Leaders and ministers: dated terms of office, and the persons that they make."""

from __future__ import annotations

from pathlib import Path

from dragoman.catalogue.book import Catalogue
from dragoman.catalogue.entries import OFFICES, Entry, Name, Term
from dragoman.catalogue.read import Row, first_day, last_day, read_table
from dragoman.catalogue.spelling import family_names, person_spellings, slug, words
from dragoman.errors import nearest

__all__ = ["load_terms"]

_COLUMNS = ("state", "office", "title", "name", "aliases", "from", "to", "source")
FILES = ("leaders.csv", "ministers.csv")


def load_terms(book: Catalogue, folder: Path) -> None:
    """Reads the tables of leaders and ministers, each of which may be absent or short."""
    rows = [row for file in FILES for row in read_table(folder / file, _COLUMNS, optional=True)]
    people = _people(rows)
    aliases: dict[str, dict[str, None]] = {}
    for row in rows:
        state = _state(book, row)
        key = people[row["state"], slug(row["name"])]
        term = _term(row, key, state)
        book.add_term(term)
        names = aliases.setdefault(key, {})
        names[row["name"]] = None
        names.update(dict.fromkeys(a.strip() for a in row["aliases"].split(";") if a.strip()))
    for key, names in aliases.items():
        _add_person(book, key, list(names))


def _people(rows: list[Row]) -> dict[tuple[str, str], str]:
    """Who is who: a person of a state is one person under the name of one row and an alias of another."""
    canonical = {(row["state"], slug(row["name"])): slug(row["name"]) for row in rows}
    for row in rows:
        own = row["state"], slug(row["name"])
        for alias in row["aliases"].split(";"):
            other = row["state"], slug(alias)
            if other != own and other in canonical and canonical[other] == other[1]:
                canonical[other] = canonical[own]
    return {
        (state, name): f"person:{state}:{_root(canonical, state, name)}" for state, name in canonical
    }


def _root(canonical: dict[tuple[str, str], str], state: str, name: str) -> str:
    for _ in range(5):
        if (up := canonical[state, name]) == name:
            break
        name = up
    return name


def _state(book: Catalogue, row: Row) -> str:
    state = row["state"]
    if state in book.entries or state in book.codes:
        return state
    for prefix in ("body:", "group:"):
        if prefix + state in book.entries:
            return prefix + state
    raise row.fail(f"no state or body {state!r}.{nearest(state, sorted(book.codes))}")


def _term(row: Row, key: str, state: str) -> Term:
    office = row["office"]
    if office not in OFFICES:
        raise row.fail(f"no office {office!r}.{nearest(office, OFFICES)}")
    if not row["name"]:
        raise row.fail("a term needs a name")
    try:
        first, last = first_day(row["from"]), last_day(row["to"])
    except ValueError:
        raise row.fail(f"no date: {row['from']!r} to {row['to']!r}") from None
    if first and last and last < first:
        raise row.fail(f"{row['name']}'s term ends on {row['to']} before it starts on {row['from']}")
    return Term(key, row["name"], state, office, row["title"], first, last, row["source"])


def _add_person(book: Catalogue, key: str, names: list[str]) -> None:
    terms = book.terms_of(key)
    state = terms[-1].state
    home = book.entries.get(state)
    code = home.code if home else state
    country = code if code in book.codes else None
    book.add_entry(Entry(key, terms[-1].person, code, "GOV", "person", None, country))
    custom = home.key if home else state
    for text in names:
        single = " " not in words(text)
        form = "surname" if single else "person"
        name = Name(words(text), key, form, None, None, None, "cased" if single else "")
        for spelling in person_spellings(text, custom):
            book.add_name(spelling, name)
        for family in family_names(text, custom):
            book.add_surname(family, key)
