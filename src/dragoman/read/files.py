"""Where reports come from: a file, a folder, standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import BadInput
from dragoman.model import Problem, Report
from dragoman.read.decode import decode, one_newline
from dragoman.read.page import read_page
from dragoman.read.records import from_json, from_lines, problem
from dragoman.read.streams import head_of, lines_of, opened, whole
from dragoman.read.text import as_day, build, hash_of

__all__ = ["read_source"]

_FORMS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
# Documents that a folder may hold and that a user would miss; anything else there is not ours to read.
_NOT_YET = frozenset(
    [".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".warc", ".rss", ".atom", ".xml"]
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PAGE = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)

Found = Iterator[Report | Problem]


def _suffixes(path: Path) -> tuple[str, str]:
    """The file's stem and its suffix, looking through ``.gz``."""
    inner = Path(path.stem) if path.suffix.lower() == ".gz" else path
    return inner.stem, inner.suffix.lower()


def _form_of(head: bytes) -> str:
    """What a stream without a telling name holds, by its first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _PAGE.match(start):
        return "page"
    if re.match(rb"\[\s*[\[{\]]", start):
        return "json"
    if re.match(rb"\{\s*[\"}]", start):
        first = start.split(b"\n", 1)[0].rstrip()
        return "lines" if first.endswith(b"}") else "json"
    return "text"


def _text(content: bytes, stem: str | None, published: date | None) -> Report:
    name = stem or hash_of(content)
    return build(one_newline(decode(content, name)), known={"id": name}, published=published)


_READERS: dict[str, Callable[[bytes, str | None, date | None], Report]] = {"text": _text, "page": read_page}


def _stream(raw: BinaryIO, stem: str | None, form: str | None, published: date | None) -> Found:
    """The reports of an open stream; ``form`` is ``None`` where the content must tell."""
    where = stem or "-"
    stream = opened(raw)
    form = form or _form_of(head_of(stream))
    if form == "lines":
        empty = True
        for one in lines_of(stream, where):
            empty = False
            yield from [problem(one)] if isinstance(one, BadInput) else from_lines([one], stem, published)
        if empty:
            yield Problem(where, "read", "empty", "no bytes at all")
        return
    try:
        content = whole(stream, where)
        if not content.strip():
            raise BadInput(where, "empty", "nothing but white space" if content else "no bytes at all")
        if form == "json":
            yield from from_json(content, stem, published)
        else:
            yield _READERS[form](content, stem, published)
    except BadInput as error:
        yield problem(error)


def _file(path: Path, published: date | None) -> Found:
    stem, suffix = _suffixes(path)
    if suffix in _NOT_YET:
        told = f"{suffix} files are not read; plain text, HTML, JSON and JSONL are"
        yield Problem(stem, "read", "not_supported", told)
        return
    try:
        with path.open("rb") as raw:
            yield from _stream(raw, stem if path.is_file() else None, _FORMS.get(suffix), published)
    except OSError as error:
        yield Problem(stem, "read", "unreadable", f"{path}: {error.strerror or error}")


def _folder(path: Path, published: date | None) -> Found:
    """Every readable file in the folder and below, by sorted path; hidden ones and other kinds are left."""
    trouble: list[OSError] = []
    found: list[Path] = []
    for where, folders, names in os.walk(path, onerror=trouble.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(where, name) for name in names if not name.startswith("."))
    for error in trouble:
        yield Problem(str(error.filename), "read", "unreadable", str(error.strerror))
    wanted = [one for one in sorted(found) if _suffixes(one)[1] in _FORMS.keys() | _NOT_YET and one.is_file()]
    if not wanted and not trouble:
        yield Problem(path.name, "read", "empty", f"{path}: no .txt, .html, .json or .jsonl file in it")
    for one in wanted:
        yield from _file(one, published)


def _standard_input(stdin: BinaryIO | None) -> BinaryIO:
    return stdin if stdin is not None else sys.stdin.buffer


def read_source(
    source: str, *, published: str | date | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Problem]:
    """Read what the source names: a file, a folder with all readable files below it, or ``-``.

    A file whose name does not tell its form, and standard input, are told by their first bytes.
    ``published`` wins over what a file says of itself.  What cannot be read becomes a Problem with one
    of the reasons ``missing``, ``unreadable``, ``not_supported``, ``empty``, ``binary``, ``encoding``,
    ``one_line``, ``too_large``, ``no_text``, ``bad_json``, ``bad_published`` and ``not_english``, and
    the next report goes on.
    """
    try:
        day = as_day(published, source)
    except BadInput as error:
        yield problem(error)
        return
    if source == "-":
        yield from _stream(_standard_input(stdin), None, None, day)
        return
    if _ADDRESS.match(source):
        told = "addresses are not read; files, folders and standard input are"
        yield Problem(source, "read", "not_supported", told)
        return
    path = Path(source)
    try:
        folder, there = path.is_dir(), bool(source) and path.exists()
    except (OSError, ValueError) as error:  # a name too long, or with a NUL in it
        yield Problem(source, "read", "missing", f"not a path that can be read: {error}")
        return
    if not there:
        yield Problem(source, "read", "missing", "no such file or folder")
    else:
        yield from _folder(path, day) if folder else _file(path, day)
