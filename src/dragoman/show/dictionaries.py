"""The option ``--petrarch-dictionaries``: a folder read, and what could not be read in it named."""

from __future__ import annotations

from pathlib import Path

from dragoman.catalogue.petrarch import Dictionaries, load_dictionaries
from dragoman.show.talk import say

__all__ = ["dictionaries_of"]


def dictionaries_of(folder: str | Path | None) -> Dictionaries | None:
    """The dictionaries of a folder, None where none is given; lines that cannot be read are named and counted.

    Raises WrongUse where the folder is none or holds no dictionary.
    """
    if folder is None:
        return None
    made = load_dictionaries(Path(folder))
    for fault in made.faults:
        say(str(fault))
    if made.faults:
        say(f"{len(made.faults)} lines of the dictionaries in {folder} were left out")
    return made
