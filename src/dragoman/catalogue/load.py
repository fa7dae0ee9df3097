"""Builds the catalogue from its tables and refuses tables that contradict themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.catalogue.book import Catalogue
from dragoman.catalogue.entries import (
    CODES,
    FLAGS,
    FORMS,
    KINDS,
    OFFICES,
    SECTORS,
    Entry,
    Membership,
    Name,
    Region,
    Role,
    SectorSpan,
)
from dragoman.catalogue.people import load_terms
from dragoman.catalogue.read import (
    Row,
    first_day,
    last_day,
    line_of_item,
    line_of_word,
    marked,
    read_table,
    read_yaml,
)
from dragoman.catalogue.spelling import slug, spellings, words
from dragoman.errors import CatalogueError, nearest

__all__ = ["DATA", "catalogue", "load", "version"]

DATA = Path(__file__).parent / "data"

_STATE_COLUMNS = ("key", "name", "code", "iso3", "iso2", "cow", "cow_abb", "gw", "cameo", "fips", "kind")
_NAME_COLUMNS = ("name", "of", "form", "sector", "valid_from", "valid_to", "flag", "source")
# Numbers and letters by which other people's data name a state; each must be one state's on any day.
_SCHEMES = ("iso3", "iso2", "cameo", "fips", "cow", "gw")


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with dragoman, read once."""
    return load(DATA)


def load(folder: Path) -> Catalogue:
    """The catalogue of a folder of tables; raises CatalogueError with file and line."""
    book = Catalogue(version=version(folder))
    _states(book, folder)
    _each_item(folder / "bodies.yaml", lambda item: _body(book, item))
    _tables(book, folder)
    _each_item(folder / "groups.yaml", lambda item: _group(book, item))
    _roles(book, folder)
    _names(book, folder)
    load_terms(book, folder)
    return book


def version(folder: Path = DATA) -> str:
    """The hash of the tables of a folder: the catalogue's version, without reading it."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")) + sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _span(where: str, first: str, last: str) -> tuple[date | None, date | None]:
    try:
        start, end = first_day(first), last_day(last)
    except ValueError:
        raise CatalogueError(where, f"no date: {first!r} to {last!r}") from None
    if start and end and end < start:
        raise CatalogueError(where, f"ends on {last} before it starts on {first}")
    return start, end


def _sector(where: str, sector: str) -> str | None:
    if sector and sector not in SECTORS:
        raise CatalogueError(where, f"no sector {sector!r}.{nearest(sector, SECTORS)}")
    return sector or None


def _states(book: Catalogue, folder: Path) -> None:
    taken: dict[tuple[str, str], list[tuple[Entry, str]]] = {}
    for row in read_table(folder / "states.csv", _STATE_COLUMNS):
        first, last = _span(row.where, row["valid_from"], row["valid_to"])
        entry = Entry(
            row["key"], row["name"], row["code"] or None, _sector(row.where, row["sector"]), row["kind"],
            row["wikidata"] or None, row["country"] or row["code"] or None, first, last,
        )  # fmt: skip
        if entry.kind not in ("state", "territory"):
            raise row.fail(f"kind {entry.kind!r} is neither state nor territory")
        _add(book, entry, row.where)
        for scheme in _SCHEMES:
            if code := row[scheme]:
                _claim(taken, scheme, code, entry, row)
                book.add_code(scheme, code, entry.key)
        if row["cow_abb"]:
            book.add_code("cow_abb", row["cow_abb"], entry.key)


def _claim(
    taken: dict[tuple[str, str], list[tuple[Entry, str]]], scheme: str, code: str, entry: Entry, row: Row
) -> None:
    for other, where in taken.setdefault((scheme, code), []):
        apart = (other.valid_to and entry.valid_from and other.valid_to < entry.valid_from) or (
            entry.valid_to and other.valid_from and entry.valid_to < other.valid_from
        )
        if not apart:
            raise row.fail(f"{scheme} {code} is {other.key}'s already ({where})")
    taken[scheme, code].append((entry, row.where))


def _add(book: Catalogue, entry: Entry, where: str) -> None:
    if not entry.key or not entry.name:
        raise CatalogueError(where, "an entry needs a key and a name")
    if entry.kind not in KINDS:
        raise CatalogueError(where, f"no kind {entry.kind!r}.{nearest(entry.kind, KINDS)}")
    if entry.key in book.entries:
        raise CatalogueError(where, f"the key {entry.key} is taken by {book.entries[entry.key].name}")
    if entry.country and entry.country not in book.codes and entry.kind not in ("state", "territory"):
        near = nearest(entry.country, sorted(book.codes))
        raise CatalogueError(where, f"no state {entry.country!r}.{near}")
    book.add_entry(entry)


def _list_names(
    book: Catalogue, entry: Entry, own: str, aliases: str, spans: tuple[SectorSpan, ...] = ()
) -> None:
    """Puts an entry's own name, as the table marks it, and its aliases among the names."""
    given = [own, *(a.strip() for a in aliases.split(";"))] if aliases else [own]
    kept = spans or (SectorSpan(entry.sector or "", entry.valid_from, entry.valid_to),)
    for number, one in enumerate(given):
        if not one:
            continue
        text, flag = marked(one)
        form = "name" if number == 0 else _form(text)
        for span in kept:
            name = Name(words(text), entry.key, form, span.sector or None, span.first, span.last, flag)
            _add_name(book, name)


def _form(text: str) -> str:
    bare = text.replace(".", "")
    capitals = sum(map(str.isupper, bare))
    return "abbreviation" if " " not in bare and 1 < len(bare) <= 8 and capitals > 1 else "alias"


def _add_name(book: Catalogue, name: Name) -> None:
    for text in spellings(name.text, name.form):
        book.add_name(text, name)


def _each_item(path: Path, take: Callable[[dict[str, Any]], None]) -> None:
    """Hands on the items of a YAML list; what is wrong with one is told with its line."""
    for index, item in enumerate(read_yaml(path) or ()):
        try:
            missing = [n for n in ("key", "name", "source") if not item.get(n)]
            if missing:
                raise CatalogueError(path.name, f"{item.get('key', 'an item')} has no {', '.join(missing)}")
            take(item)
        except CatalogueError as error:
            raise CatalogueError(line_of_item(path, index), error.args[1]) from None


def _dates(item: dict[str, Any], first: str = "from", last: str = "to") -> tuple[date | None, date | None]:
    return _span("", item.get(first, ""), item.get(last, ""))


def _body(book: Catalogue, item: dict[str, Any]) -> None:
    code, kind = item.get("code") or None, item.get("kind") or "body"
    if (code is None) != (kind == "loose"):
        raise CatalogueError("", "a body needs a code, a loose group of states has none")
    if code and code not in CODES and code not in book.codes:
        raise CatalogueError("", f"no code {code!r}.{nearest(code, CODES)}")
    key = f"{kind}:{item['key']}"
    name, _ = marked(item["name"])
    sector = _sector("", item.get("sector") or "")
    country = code if code in book.codes else None
    entry = Entry(key, name, code, sector, kind, None, country, *_dates(item))
    _add(book, entry, "")
    _list_names(book, entry, item["name"], item.get("aliases") or "")
    for word in (item.get("adjectives") or "").split(";"):
        if word.strip():
            text, flag = marked(word.strip())
            _add_name(book, Name(text, key, "adjective", None, None, None, flag))
    members = tuple(_memberships(item.get("members") or ()))
    for one in members:
        if one.state not in book.codes:
            raise CatalogueError("", f"no state {one.state!r}.{nearest(one.state, sorted(book.codes))}")
    book.add_members(key, members)


def _memberships(given: Any) -> list[Membership]:
    if isinstance(given, str):
        return [Membership(state) for state in given.split()]
    found = []
    for part in given:
        first, last = _dates(part, "since", "until")
        found += [Membership(state, first, last) for state in part["states"].split()]
    return found


def _group(book: Catalogue, item: dict[str, Any]) -> None:
    country, code = item.get("country"), item.get("code") or item.get("country")
    if not code or (code not in CODES and code not in book.codes):
        raise CatalogueError("", f"no code {code!r}.{nearest(str(code), CODES)}")
    spans = []
    for part in item.get("sectors") or ():
        spans.append(SectorSpan(_sector("", part["sector"]) or "", *_dates(part)))
    sector = _sector("", item.get("sector") or "") or (spans[-1].sector if spans else None)
    if sector is None:
        raise CatalogueError("", f"{item['key']} has no sector")
    key = f"group:{item['key']}"
    name, _ = marked(item["name"])
    entry = Entry(key, name, code, sector, "group", None, country, *_dates(item))
    _add(book, entry, "")
    if spans:
        book.sector_spans[key] = tuple(spans)
    _list_names(book, entry, item["name"], item.get("aliases") or "", tuple(spans))


def _tables(book: Catalogue, folder: Path) -> None:
    for file, kind in (("agencies.csv", "agency"), ("services.csv", "service")):
        for row in read_table(folder / file, ("name", "country", "sector", "aliases", "source")):
            first, last = _span(row.where, row["valid_from"], row["valid_to"])
            text, flag = marked(row["name"])
            code = row["country"] or None
            # Names that need context, such as "National Guard", may be several states'.
            key = f"{kind}:{slug(f'{text} {code}' if flag else text)}"
            state = code if code in book.codes else None
            if code and code not in book.codes and code not in CODES:
                raise row.fail(f"no state {code!r}.{nearest(code, sorted(book.codes))}")
            sector = _sector(row.where, row["sector"])
            entry = Entry(key, text, code, sector, kind, None, state, first, last)
            _add(book, entry, row.where)
            _list_names(book, entry, row["name"], row["aliases"])
    _regions(book, folder)


def _regions(book: Catalogue, folder: Path) -> None:
    for row in read_table(folder / "regions.csv", ("name", "kind", "country", "lat", "lon", "aliases")):
        text, _ = marked(row["name"])
        key = f"region:{slug(text)}"
        entry = Entry(key, text, row["country"] or None, None, "region", None, row["country"] or None)
        _add(book, entry, row.where)
        _list_names(book, entry, row["name"], row["aliases"])
        try:
            spot = [float(row[c]) if row[c] else None for c in ("lat", "lon")]
        except ValueError:
            raise row.fail(f"no degrees: {row['lat']!r}, {row['lon']!r}") from None
        book.regions[key] = Region(key, row["kind"], spot[0], spot[1])


def _roles(book: Catalogue, folder: Path) -> None:
    path = folder / "roles.yaml"
    given = read_yaml(path)
    for sector, given_words in given["modifiers"].items():
        for word in given_words:
            if word in book.modifiers:
                raise CatalogueError(line_of_word(path, word), f"the modifier {word!r} stands twice")
            book.modifiers[word] = _sector(path.name, sector) or ""
    for what, by_sector in (("person", "persons"), ("organ", "organs")):
        for sector, lemmas in given[by_sector].items():
            for lemma in lemmas:
                _add_role(book, Role(lemma, sector, what), path)
    for office, part in given["offices"].items():
        if office not in OFFICES:
            raise CatalogueError(
                line_of_word(path, office), f"no office {office!r}.{nearest(office, OFFICES)}"
            )
        for lemma in part["lemmas"]:
            _add_role(book, Role(lemma, part["sector"], "office", office), path)


def _add_role(book: Catalogue, role: Role, path: Path) -> None:
    if role.sector not in SECTORS:
        _sector(line_of_word(path, role.sector), role.sector)
    if known := book.roles.get(role.lemma):
        where = line_of_word(path, role.lemma)
        raise CatalogueError(where, f"{role.lemma!r} stands twice: {known.sector} and {role.sector}")
    book.roles[role.lemma] = role


def _names(book: Catalogue, folder: Path) -> None:
    for row in read_table(folder / "names.csv", _NAME_COLUMNS):
        first, last = _span(row.where, row["valid_from"], row["valid_to"])
        of = row["of"]
        if of not in book.entries:
            raise row.fail(f"no entry {of!r}.{nearest(of, sorted(book.entries))}")
        form, flag = row["form"], row["flag"]
        if form not in FORMS:
            raise row.fail(f"no form {form!r}.{nearest(form, FORMS)}")
        if any(f not in FLAGS for f in flag.split("|") if f):
            raise row.fail(f"no flag {flag!r}")
        sector = _sector(row.where, row["sector"])
        name = Name(words(row["name"]), of, form, sector, first, last, flag)
        if name in book.names.get(name.text, ()):
            raise row.fail(f"{name.text!r} names {of} twice")
        _add_name(book, name)
