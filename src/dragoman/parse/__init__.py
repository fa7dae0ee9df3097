"""The parse room: a report's body into sentences, tokens, quotations and mentions."""

from dragoman.parse.models import model_name
from dragoman.parse.sentences import parse_text, sentences

__all__ = ["model_name", "parse_text", "sentences"]
