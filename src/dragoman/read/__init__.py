"""Reading: files, pages and texts become Reports, and what cannot be read becomes a Problem."""

from dragoman.read.files import read_source
from dragoman.read.text import read_text

__all__ = ["read_source", "read_text"]
