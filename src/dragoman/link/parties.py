"""Names and nouns of a role into parties, as of a day: whom the catalogue knows by these words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Entry, Name, Role
from dragoman.model import Mention, Party, Span

__all__ = [
    "STATE_KINDS",
    "entry_party",
    "from_names",
    "from_role",
    "pair_of_states",
    "person_party",
]

STATE_KINDS = frozenset({"state", "territory"})

#: Which dated office a role's own office name means, for "the Russian president" without a name.
_HELD = {
    "president": ("head_of_state",),
    "king": ("head_of_state",),
    "emir": ("head_of_state",),
    "monarch": ("head_of_state",),
    "queen": ("head_of_state",),
    "sultan": ("head_of_state",),
    "prime_minister": ("head_of_government",),
    "chancellor": ("head_of_government",),
    "premier": ("head_of_government",),
    "foreign_minister": ("foreign_minister",),
    "defence_minister": ("defence_minister",),
    "supreme_leader": ("supreme_leader",),
    "head_of_state": ("head_of_state",),
    "head_of_government": ("head_of_government",),
    "leader": ("supreme_leader", "head_of_state"),
    "secretary_general": ("secretary_general",),
}


def from_names(
    mention: Mention, span: Span, day: date | None, near: Sequence[str]
) -> tuple[Party, str] | None:
    """The party that a known name stands for, with the reason; None where readings stand even.

    ``near`` are the codes of states that the report has named, the latest last: they decide between namesakes.
    """
    book = catalogue()
    names = [
        n
        for n in book.named(mention.text.replace(" - ", "-").replace(" 's", "'s"), day)
        if n.entry_key in mention.keys
    ]
    if not names:
        names = [Name(mention.text, key, mention.form) for key in mention.keys]
    if all(book.entries[n.entry_key].kind == "person" for n in names):
        return _namesakes([n.entry_key for n in names], mention, span, (day, near))
    states = [n for n in names if book.entries[n.entry_key].kind != "person"]
    chosen = next((n for n in states if not n.ambiguous), states[0])
    return entry_party(
        book.entries[chosen.entry_key], chosen, mention.text, (span, day)
    ), f"{chosen.form} in the catalogue"


def pair_of_states(mention: Mention, span: Span) -> tuple[Party, ...]:
    """Both states of a hyphened word: "US-Japan drills", "Armenian-Azerbaijani border"."""
    book = catalogue()
    entries = [book.entries[key] for key in mention.keys]
    return tuple(
        Party(e.name, mention.text, span, e.code, "GOV", None, e.wikidata, e.key, "state") for e in entries
    )


def _namesakes(
    keys: Sequence[str], mention: Mention, span: Span, hints: tuple[date | None, Sequence[str]]
) -> tuple[Party, str] | None:
    """One person of several of a name: in office on the day, else of a state just named; else nobody."""
    day, near = hints
    book = catalogue()
    keys = list(dict.fromkeys(keys))
    if len(keys) > 1:
        serving = [k for k in keys if day is not None and book.terms_of(k, day)]
        close = [k for k in serving or keys if book.entries[k].code in near]
        keys = close or serving or keys
    if len(keys) > 1:
        last = max(
            (near.index(str(book.entries[k].code)) for k in keys if book.entries[k].code in near), default=-1
        )
        keys = [
            k for k in keys if book.entries[k].code in near and near.index(str(book.entries[k].code)) == last
        ]
    if len(keys) != 1:
        return None
    return person_party(keys[0], mention.text, span, day), "person in the catalogue"


def entry_party(entry: Entry, name: Name, raw: str, at: tuple[Span, date | None]) -> Party:
    """A catalogue entry as a party."""
    span, day = at
    book = catalogue()
    kind = "state" if entry.kind in STATE_KINDS else entry.kind
    sector = name.sector or book.sector(entry.key, day)
    if kind == "state":
        sector = name.sector or ("CVL" if name.form == "people" else "GOV")
    code = entry.code
    return Party(entry.name, raw, span, code, sector, None, entry.wikidata, entry.key, kind)


def person_party(key: str, raw: str, span: Span, day: date | None) -> Party:
    """A person as a party, with the office held on the day; one without an office then is of the elite (ELI)."""
    book = catalogue()
    entry = book.entries[key]
    terms = book.terms_of(key, day) if day is not None else book.terms_of(key)
    office = terms[0].title if terms else None
    sector = "GOV" if terms else "ELI"
    if terms and terms[0].office in {"opposition_leader"}:
        sector = "OPP"
    elif terms and terms[0].office in {"intelligence_chief"}:
        sector = "SPY"
    elif terms and terms[0].office == "chief_of_staff":
        sector = "MIL"
    code = entry.code
    if terms:
        home = book.entries.get(terms[0].state)
        code = home.code if home else code
    return Party(entry.name, raw, span, code, sector, office, entry.wikidata, key, "person")


def from_role(role: Role | None, words: str, span: Span, of: Party | None, day: date | None) -> Party:
    """A noun of a role, joined with a state or body where one owns it: "Russian troops", "the minister"."""
    sector = role.sector if role is not None and role.sector != "UNK" else None
    if of is None:
        return Party(words, words, span, None, sector, role.office if role else None, None, "", "role")
    if role is not None and role.office and of.kind == "state" and day is not None:
        for office in _HELD.get(role.office, ()):
            holders = {t.person_key for t in catalogue().holders(of.key, office, day)}
            if len(holders) == 1:
                person = person_party(holders.pop(), words, span, day)
                return Party(
                    person.name,
                    words,
                    span,
                    of.code,
                    person.sector,
                    person.office,
                    person.wikidata,
                    person.key,
                    "person",
                )
    name = f"{of.name} ({words})"
    sector = sector or of.sector
    if of.kind in {"body", "group", "agency", "service"} and (
        role is None or role.sector in {"GOV", "UNK", "REB", "PTY"}
    ):
        sector = of.sector
    return Party(
        name, words, span, of.code, sector, role.office if role else None, of.wikidata, of.key, "role"
    )
