"""Files, folders and standard input: what is read, and how what cannot be read is told."""

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.model import Problem, Report
from dragoman.read import read_source

STORY = (
    "The foreign minister of Norland arrived in Eastport on Monday for talks with the president, and the two "
    "agreed that trade between their countries should grow."
)


def told(source: object, **more: object) -> list[tuple[str, str]]:
    """Each report's id with "read", each problem's with its reason."""
    found = []
    for one in read_source(str(source), **more):  # type: ignore[arg-type]
        if isinstance(one, Problem):
            assert one.room == "read"
            assert one.detail
            found.append((one.report, one.reason))
        else:
            found.append((one.id, "read"))
    return found


def only(source: object, **more: object) -> Report:
    (one,) = read_source(str(source), **more)  # type: ignore[arg-type]
    assert isinstance(one, Report), one
    return one


def kept(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("caf\u00e9 \u2019".encode(), "caf\u00e9 \u2019"),
        (b"\xef\xbb\xbfNorland", "Norland"),
        ("Norland \u2019".encode("utf-16"), "Norland \u2019"),
        (b"\xfe\xff" + "Norland".encode("utf-16-be"), "Norland"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"The minister\x92s caf\xe9 in Eastport", "The minister\u2019s caf\u00e9 in Eastport"),
    ],
)
def test_text_files_are_decoded_and_otherwise_left_as_they_are(
    tmp_path: Path, content: bytes, text: str
) -> None:
    report = only(kept(tmp_path, "a.txt", content))
    assert (report.id, report.text) == ("a", text)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.txt", b"\x01\x02\x03\x04\xff\xfe\xfd" * 50, "binary"),
        ("a.txt", b"The minister\xe2\x80\x99s tr\xff", "encoding"),
        ("a.txt", b"\xff\xfea\x00\x00\xd8", "encoding"),
        ("a.txt", "Министр прибыл".encode("koi8-r"), "encoding"),
        ("a.txt", b"a" * 10_000_000, "one_line"),
        ("a.txt", b"word " * 4_000_001, "too_large"),
        ("a.json", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"{", "bad_json"),
        ("a.json", b"[" * 100_000, "bad_json"),
        ("a.json", b'{"text": ' + b"9" * 5000 + b"}", "bad_json"),
        ("a.json", b'{"title": "no text"}', "bad_json"),
        ("a.json", b'{"text": ["a"]}', "bad_json"),
        ("a.json", b'{"text": ""}', "empty"),
        ("a.json", b"[]", "empty"),
        ("a.json", b'{"text": "The minister", "published": "3/4/2024"}', "bad_published"),
        ("a.json", b'{"text": "The minister", "published": 20240304}', "bad_json"),
        ("a.json", b'{"text": "The minister", "language": "ko"}', "not_english"),
        ("a.txt.gz", gzip.compress(STORY.encode() * 50)[:-20], "unreadable"),
        ("a.txt.gz", b"\x1f\x8bgarbage", "unreadable"),
        ("a.txt.gz", gzip.compress(bytes(300_000_000), 1), "too_large"),
        ("a.pdf", b"%PDF-1.7", "not_supported"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    assert told(kept(tmp_path, name, content)) == [("a", reason)]


def test_json_keys(tmp_path: Path) -> None:
    entry = {
        "id": "r1",
        "text": STORY + "\r\n",
        "published": "2024-03-06T10:00:00Z",
        "title": "T",
        "publisher": None,
        "url": "https://example.org",
        "language": "en",
        "other": 1,
    }
    report = only(kept(tmp_path, "a.json", json.dumps(entry)))
    assert (report.id, report.text, report.title) == ("r1", STORY + "\r\n", "T")
    assert (report.published, report.publisher, report.url) == (date(2024, 3, 6), None, "https://example.org")


def test_null_is_absent_and_a_date_key_is_not_the_publication_day(tmp_path: Path) -> None:
    entry = {
        "id": None,
        "text": f"EASTPORT, May 3, 2021 (AP) - {STORY}",
        "published": None,
        "date": "2020-01-01",
    }
    report = only(kept(tmp_path, "a.json", json.dumps(entry)))
    assert (report.id, report.published) == ("a", date(2021, 5, 3))


def test_a_broken_line_harms_no_other(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": STORY}),
        '{"id": "two", "text": ',
        "",
        json.dumps({"text": STORY, "published": "soon"}),
        "[1]",
        b"\xff\xfe\xff".decode("latin-1"),
        json.dumps({"id": "one", "text": STORY + " It rained."}),
        json.dumps({"id": 7, "text": "A lone surrogate \ud800 and a NUL \0 in it"}),
        json.dumps({"text": STORY}),
    ]
    content = "\n".join(lines).encode("latin-1")
    wanted = [
        ("one", "read"),
        ("a:2", "bad_json"),
        ("a:4", "bad_published"),
        ("a:5", "bad_json"),
        ("a:6", "bad_json"),
        ("one", "read"),
        ("7", "binary"),
        ("a:9", "read"),
    ]
    got = told(kept(tmp_path, "a.jsonl", content))
    assert [w for w in got if w[0] != "a:6"] == [w for w in wanted if w[0] != "a:6"]
    assert ("a:6", "encoding") in got
    assert told(kept(tmp_path, "b.jsonl.gz", gzip.compress(content)))[0] == ("one", "read")


def test_a_line_too_long_harms_no_other(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY}).encode()
    content = b"\n".join([good, b'{"text": "' + b"x" * 20_000_001 + b'"}', good])
    assert told(kept(tmp_path, "a.jsonl", content)) == [
        ("a:1", "read"),
        ("a:2", "too_large"),
        ("a:3", "read"),
    ]


def test_a_torn_gzip_gives_the_lines_before_the_tear(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(i), "text": f"{STORY} {i * 7919}"}) for i in range(2000)]
    whole = gzip.compress("\n".join(lines).encode())
    got = told(kept(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
    assert got[0] == ("0", "read")
    assert got[-1] == ("a", "unreadable")


def test_a_list_of_reports(tmp_path: Path) -> None:
    content = json.dumps([{"text": STORY}, {"text": 1}, {"id": "x", "text": STORY}])
    assert told(kept(tmp_path, "a.json", content)) == [("a:1", "read"), ("a:2", "bad_json"), ("x", "read")]


def test_a_folder_is_read_in_order_and_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    kept(tmp_path, "b.txt", STORY)
    kept(tmp_path, "a.txt", "")
    kept(tmp_path, ".hidden.txt", STORY)
    kept(tmp_path, "notes.md", STORY)
    kept(tmp_path, "scan.pdf", b"%PDF")
    (tmp_path / "below").mkdir()
    kept(tmp_path / "below", "c.v2.txt", STORY)
    wanted = [("a", "empty"), ("b", "read"), ("c.v2", "read"), ("scan", "not_supported")]
    assert told(tmp_path) == wanted


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    assert told(tmp_path) == [(tmp_path.name, "empty")]


@pytest.mark.parametrize(
    "content",
    [
        STORY,
        json.dumps({"text": STORY}),
        json.dumps({"text": STORY}, indent=1),
        json.dumps([{"text": STORY}]),
        f"<!DOCTYPE html><html><body><article><p>{STORY}</p></article></body></html>",
    ],
)
def test_standard_input_is_told_by_its_first_bytes(content: str) -> None:
    report = only("-", stdin=io.BytesIO(content.encode()))
    assert report.text == STORY
    assert len(report.id.split(":")[0]) == 16
    assert report == only("-", stdin=io.BytesIO(gzip.compress(content.encode())))


def test_lines_on_standard_input() -> None:
    content = "\n".join(json.dumps({"id": str(i), "text": STORY}) for i in range(3))
    assert [name for name, _ in told("-", stdin=io.BytesIO(content.encode()))] == ["0", "1", "2"]


def test_nothing_on_standard_input() -> None:
    assert told("-", stdin=io.BytesIO(b"")) == [("-", "empty")]


def test_the_day_that_is_given_wins(tmp_path: Path) -> None:
    path = kept(tmp_path, "a.txt", f"May 3, 2021\n\n{STORY}")
    assert only(path).published == date(2021, 5, 3)
    assert only(path, published="2021-05-04").published == date(2021, 5, 4)
    assert told(path, published="4 May") == [(str(path), "bad_published")]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere/at/all.txt", "missing"),
        ("x" * 5000, "missing"),
        ("a\0b", "missing"),
        ("", "missing"),
        ("https://example.org/story", "not_supported"),
    ],
)
def test_a_source_that_is_not_there(source: str, reason: str) -> None:
    assert told(source) == [(source, reason)]
