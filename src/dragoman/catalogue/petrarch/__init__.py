"""Dictionaries in the PETRARCH form: actors, agents, verbs and discards of a folder."""

from dragoman.catalogue.petrarch.actors import Actors, Coding, code_on
from dragoman.catalogue.petrarch.agents import Agent, Agents, joined
from dragoman.catalogue.petrarch.discards import Discards
from dragoman.catalogue.petrarch.folder import Dictionaries, load_dictionaries
from dragoman.catalogue.petrarch.lines import Fault, words_of
from dragoman.catalogue.petrarch.patterns import Element, Pattern
from dragoman.catalogue.petrarch.phrases import Phrases
from dragoman.catalogue.petrarch.verbs import NO_EVENT, Block, Verb, Verbs

__all__ = [
    "NO_EVENT",
    "Actors",
    "Agent",
    "Agents",
    "Block",
    "Coding",
    "Dictionaries",
    "Discards",
    "Element",
    "Fault",
    "Pattern",
    "Phrases",
    "Verb",
    "Verbs",
    "code_on",
    "joined",
    "load_dictionaries",
    "words_of",
]
