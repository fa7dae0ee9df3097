"""What the coder knows of names: states, bodies, agencies, groups, services, offices and persons."""

from dragoman.catalogue.book import Catalogue
from dragoman.catalogue.entries import (
    OFFICES,
    SECTORS,
    Entry,
    Membership,
    Name,
    Region,
    Role,
    SectorSpan,
    Term,
)
from dragoman.catalogue.load import catalogue, load, version

__all__ = [
    "OFFICES",
    "SECTORS",
    "Catalogue",
    "Entry",
    "Membership",
    "Name",
    "Region",
    "Role",
    "SectorSpan",
    "Term",
    "catalogue",
    "load",
    "version",
]
