"""Nouns of a role into parties: "Russian troops", "the ministry", "police in Harare"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.catalogue import catalogue
from dragoman.catalogue.entries import Role
from dragoman.languages import word_list
from dragoman.link.owners import Owners, whole
from dragoman.link.parties import from_role
from dragoman.link.pronouns import collective
from dragoman.model import Mention, Party

__all__ = ["Nouns"]

#: Things that stand for who wields them only where the words say whose they are.
_HARDWARE = word_list("hardware")
#: Of these the story's own town tells the state when nothing else does; gunmen and rebels stay unknown.
_HOMELY = frozenset({"CVL", "COP", "JUD", "LEG", "MIL", "OPP", "EDU", "LAB", "MED"})
#: Roles that belong to where they act when nobody owns them in words: "protesters marched in Nairobi".
_LOCAL = frozenset(
    {
        "CVL",
        "COP",
        "REB",
        "OPP",
        "LAB",
        "EDU",
        "JUD",
        "SOC",
        "REL",
        "MED",
        "REF",
        "BUS",
        "LEG",
        "MIL",
        "JRN",
        "PTY",
        "CRM",
        "AGR",
    }
)
_SENDING = word_list("sending")
_COUNTERPART = Role("counterpart", "GOV", "person")

#: Nouns that only take up parties named before; where they cannot, nobody is meant that the words name.
_POINTING_BACK = frozenset({"side", "neighbour", "neighbor", "nation", "country", "state"})


class Nouns(Owners):
    """Resolves the role nouns of one sentence."""

    def _title_of_person(self, mention: Mention) -> bool:
        """Whether a role noun is only the title before a person's name, who is the party then."""
        token = self.sentence.tokens[mention.head]
        person = self.done.get(token.head)
        return (
            token.dep in {"compound", "nmod", "appos", "amod"} and person is not None and person.kind == "name"
            and bool(person.parties) and person.parties[0].kind == "person"
        )  # fmt: skip

    def _noun(self, mention: Mention) -> tuple[tuple[Party, ...], float, str] | None:
        found = collective(self.sentence, mention, self.talk, self.done)
        if found is not None:
            return found
        book, tokens = catalogue(), self.sentence.tokens
        if tokens[mention.head].lemma in _POINTING_BACK and not self._owners(mention.head, mention):
            return None
        short = self.talk.acronyms.get(tokens[mention.head].text)
        if (
            short is not None
            and tokens[mention.head].text[:1].isupper()
            and mention.last - mention.first == 1
        ):
            return (replace(short, raw=mention.text, span=self._span(mention)),), 0.8, "chain"
        words = " ".join(t.text for t in tokens[mention.first : mention.last])
        role, _ = self._role_phrase(mention.head)
        if role is None and tokens[mention.head].lemma == "counterpart":
            role = _COUNTERPART
        if role is None or role.what == "modifier" or words == "force":  # "to use force" tells of no army
            return None
        span = self._span(mention)
        appositive = self._apposed(mention.head)
        if appositive is not None and appositive.code:
            return (replace(appositive, raw=words, span=span),), 0.9, "apposition"
        owners = tuple(
            o for o in self._owners(mention.head, mention) if o.code or o.kind in {"group", "body", "loose"}
        )
        if owners:
            parties = tuple(from_role(role, words, span, owner, self.day) for owner in owners)
            self.talk.roles[role.lemma] = parties[0]
            return parties, 0.85, "role"
        titled = self.talk.titles.get(words.lower()) or self.talk.titles.get(tokens[mention.head].lemma)
        if (
            titled is not None
            and self._definite(mention.head)
            and tokens[mention.head].tag in {"NN", "NNP"}
            and role.what in {"person", "office"}
        ):
            return (replace(titled, raw=words, span=span),), 0.8, "title named before"
        if self._definite(mention.head) and role.lemma in self.talk.roles:
            return (replace(self.talk.roles[role.lemma], raw=words, span=span),), 0.7, "role named before"
        sender = self._sender(mention.head)
        if sender is not None:
            return (from_role(role, words, span, sender, self.day),), 0.75, "sent by the subject"
        local = self._local(mention.head, capital=role.sector not in _LOCAL)
        if local is not None:
            return (from_role(role, words, span, local, None),), 0.6, "place of the act"
        if self._definite(mention.head) and role.sector in _LOCAL | {"GOV", "SPY"}:
            state = self._only_state()
            if state is not None:
                return (from_role(role, words, span, state, self.day),), 0.6, "only state named"
        if role.sector in _HOMELY:
            near = self._nearby() or self.talk.home
            others = {p.code for one in self.done.values() for p in one.parties if p.code in book.codes}
            if near is not None and not others - {near.code}:
                return (from_role(role, words, span, near, None),), 0.5, "home of the story"
        if book.role(tokens[mention.head].lemma) is None or tokens[mention.head].lemma in _HARDWARE:
            return None
        return (from_role(role, words, span, None, self.day),), 0.4, "role without a state"

    def _nearby(self) -> Party | None:
        """The state of the last local people of this paragraph: police, protesters, villagers."""
        for one in self.talk.back(self.sentence.index, 2):
            if one.paragraph != self.sentence.paragraph:
                return None
            for party in one.parties:
                if party.kind == "role" and party.sector in _HOMELY and party.key:
                    return whole(party)
        return None

    def _sender(self, head: int) -> Party | None:
        """The state whose troops or envoys an indefinite noun means, as the object of "sent", "lost", "withdrew"."""
        token = self.sentence.tokens[head]
        verb = self.sentence.tokens[token.head]
        if token.dep != "dobj" or verb.lemma not in _SENDING:
            return None
        while verb.head != verb.i and not self.sentence.kids(verb.i, "nsubj"):
            verb = self.sentence.tokens[verb.head]
        for subject in self.sentence.kids(verb.i, "nsubj"):
            parties = self._named(subject.i)
            if len(parties) == 1 and parties[0].code:
                return whole(parties[0])
        return None

    def _apposed(self, head: int) -> Party | None:
        """The named party in apposition to a noun: "the Lebanese group, Hezbollah,"."""
        kids = self.sentence.kids(head, "appos")
        above = self.sentence.tokens[head]
        heads = [k.i for k in kids] + ([above.head] if above.dep == "appos" else [])
        for i in heads:
            one = self.done.get(i)
            if (
                one is not None
                and one.kind == "name"
                and one.parties
                and one.parties[0].kind in {"group", "body", "person", "agency"}
            ):
                return one.parties[0]
        return None

    def _local(self, head: int, *, capital: bool) -> Party | None:
        """The state of the place that the clause names: "police in Harare", "Protesters marched in Nairobi".

        ``capital`` where only a capital tells the state: "In Paris, a foreign ministry spokesperson said".
        """
        tokens = self.sentence.tokens
        todo = [head]
        verb = tokens[head].head
        if tokens[verb].pos == "ADP":
            verb = tokens[verb].head
        if tokens[verb].pos == "VERB":
            todo.append(verb)
        for i in todo:
            for prep in self.sentence.kids(i, "prep"):
                if prep.lower in {"in", "at", "across", "near", "outside", "around", "through"}:
                    for inner in self.sentence.kids(prep.i, "pobj"):
                        for k in [inner, *self.sentence.kids(inner.i, "poss")]:
                            one = self.done.get(k.i)
                            if one is None or not one.parties or one.parties[0].kind != "state":
                                continue
                            if not capital or any(
                                n.form == "capital" for n in catalogue().names.get(one.parties[0].raw, ())
                            ):
                                return one.parties[0]
        return None
