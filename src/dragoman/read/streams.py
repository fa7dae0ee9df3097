"""Bytes from a file or a pipe, plain or gzipped, never more of them than is allowed."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import BadInput

__all__ = ["LARGEST", "head_of", "lines_of", "opened", "whole"]

#: The most bytes that one page, one text or one line of JSON may have, unpacked.
LARGEST = 20_000_000
_CHUNK = 1 << 16
# How far a line that is too long is skipped in search of the next one: a bomb has no next one.
_FURTHEST = 10 * LARGEST
_BROKEN = (OSError, EOFError, zlib.error)


class _Pieces(io.RawIOBase):
    """Pieces of bytes as a stream; what breaks the pieces breaks the stream, after all that came before."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces, self.held = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self.held:
            try:
                self.held = next(self.pieces)
            except StopIteration:
                return 0
        size = min(len(buffer), len(self.held))
        buffer[:size], self.held = self.held[:size], self.held[size:]
        return size


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_CHUNK):
        yield piece


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What is packed in the members of a gzip stream, a piece at a time, up to where it is torn."""
    member = None
    for piece in pieces:
        while piece:
            member = member or zlib.decompressobj(wbits=31)
            yield member.decompress(piece, _CHUNK)
            piece = member.unused_data.lstrip(b"\0") if member.eof else member.unconsumed_tail
            member = None if member.eof else member
    while member and not member.eof:
        rest = member.decompress(b"", _CHUNK)
        if not rest and not member.eof:
            raise EOFError("the packed data end too soon")
        yield rest


def _after(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def opened(stream: BinaryIO) -> io.BufferedReader:
    """The stream so that one can look ahead in it; unpacked where its first bytes are those of gzip."""
    pieces = _pieces(stream)
    first = next(pieces, b"")
    joined = _after(first, pieces)
    return io.BufferedReader(_Pieces(_unpacked(joined) if first[:2] == b"\x1f\x8b" else joined), _CHUNK)


def head_of(stream: io.BufferedReader) -> bytes:
    """The first bytes, which stay in the stream; none where it is broken from the start."""
    try:
        return stream.peek(_CHUNK)
    except _BROKEN:
        return b""


def whole(stream: io.BufferedReader, where: str) -> bytes:
    """All bytes of the stream; BadInput ``too_large`` or ``unreadable`` where that cannot be."""
    pieces, size = [], 0
    try:
        while piece := stream.read1(_CHUNK):
            size += len(piece)
            if size > LARGEST:
                raise BadInput(where, "too_large", f"more than {LARGEST:,} bytes")
            pieces.append(piece)
    except _BROKEN as error:
        raise BadInput(where, "unreadable", f"broken after {size:,} bytes: {error}") from None
    return b"".join(pieces)


def lines_of(stream: io.BufferedReader, where: str) -> Iterator[tuple[int, bytes] | BadInput]:
    """The lines with their numbers; in place of one too long, or of a broken rest, what is wrong."""
    number = 0
    try:
        while line := stream.readline(LARGEST + 1):
            number += 1
            if len(line) <= LARGEST or line.endswith(b"\n"):
                yield number, line
                continue
            yield BadInput(f"{where}:{number}", "too_large", f"a line of more than {LARGEST:,} bytes")
            skipped = 0
            while (line := stream.readline(_CHUNK)) and not line.endswith(b"\n"):
                skipped += len(line)
                if skipped > _FURTHEST:
                    told = f"no end of line {number} within {_FURTHEST:,} bytes; the rest is left unread"
                    yield BadInput(where, "too_large", told)
                    return
    except _BROKEN as error:
        yield BadInput(where, "unreadable", f"broken after line {number}: {error}; the rest is lost")
