"""Bytes become text, or are refused for a reason: nothing is guessed that could garble a name."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import BadInput

__all__ = ["decode", "decode_page", "one_newline"]

_STRAY = 1000
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,30})""", re.IGNORECASE
)
_PROLOG = re.compile(rb"""\s{0,9}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,30})""")
_CHARSETS = re.compile(
    r"utf-8|utf8|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030"
    r"|big5|shift_jis|euc-(?:jp|kr)|macintosh",
    re.IGNORECASE,
)


def one_newline(text: str) -> str:
    """The text with each kind of line end as a single newline, as reading a file in text mode gives it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(content: bytes, where: str) -> str | None:
    """The text of bytes whose first bytes say how they are encoded."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                raise BadInput(
                    where, "encoding", f"marked as {name}, but byte {error.start} breaks it"
                ) from None
    return None


def _western(content: bytes) -> str | None:
    """The text of bytes in windows-1252, where that is what they must be."""
    if _UTF8_PAIR.search(content):  # broken UTF-8: taken for windows-1252, its other letters would be garbled
        return None
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    plain = sum(byte < 128 for byte in content)
    telling = sum(c.isalpha() or c in "‘’“”–—…€£§°«» \xa0" for c in text if c > "\x7f")
    strange = len(content) - plain
    return text if strange * 10 <= len(content) and telling * 10 >= strange * 9 else None


def decode(content: bytes, where: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or windows-1252 where it can be nothing else.

    Raises BadInput: ``binary`` for what is no text, ``encoding`` for what is none of these.
    """
    text = _marked(content, where)
    if text is None:
        if b"\0" in content:
            raise BadInput(where, "binary", f"a NUL byte at {content.index(0)}: not a text")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _western(content)
            if text is None:
                if len(_CONTROL.findall(content[:10000].decode("latin-1"))) * 50 > min(len(content), 10000):
                    raise BadInput(where, "binary", "not a text") from None
                told = f"byte {error.start} is not UTF-8, and the whole is not windows-1252"
                raise BadInput(where, "encoding", told) from None
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise BadInput(where, "binary", "more than one control character in fifty: not a text")
    return text


def decode_page(content: bytes, where: str) -> str:
    """The text of an HTML page: as it declares, else as any file."""
    declared = _PROLOG.match(content[:200]) or _DECLARED.search(content[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if _CHARSETS.fullmatch(name) and not content.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        # Browsers take Latin-1 for windows-1252, and so do those who declare it.
        name = "windows-1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            return decode(content, where)
        if "\0" not in text:
            return text
    try:
        return decode(content, where)
    except BadInput as error:
        text = content.decode("utf-8", "replace")
        # A stray byte in an advertisement should not cost the story; the gap is left to be seen.
        if error.args[1] == "encoding" and text.count("\ufffd") * _STRAY <= len(text):
            return text
        raise
