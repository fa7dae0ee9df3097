"""Pages: the story, what the page states of it, and pages made to harm."""

import time
from datetime import date
from pathlib import Path

import pytest

from dragoman.model import Problem, Report
from dragoman.read import read_source

FIRST = (
    "Norland\u2019s foreign minister, Anna Berg, met the president of Eastland on Tuesday, and the two sides "
    "agreed to meet again next month in the capital of the north."
)
SECOND = (
    "Eastland has sent grain and coal to Norland since the spring, according to officials in both countries."
)


def page(head: str = "", body: str = "", attributes: str = 'lang="en"') -> str:
    return (
        f"<!doctype html><html {attributes}><head>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article>{body}<p>{FIRST}</p><p>{SECOND}</p></article><footer>Contact</footer></body></html>"
    )


def read(folder: Path, content: str | bytes) -> Report | Problem:
    path = folder / "a.html"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (one,) = read_source(str(path))
    return one


def report_of(folder: Path, content: str | bytes) -> Report:
    one = read(folder, content)
    assert isinstance(one, Report), one
    return one


def test_the_story_without_what_stands_around_it(tmp_path: Path) -> None:
    body = (
        "<h1>Berg meets president</h1><p class=byline>By Jane Doe</p>"
        "<figure><img src=x.jpg><figcaption>Anna Berg at the airport</figcaption></figure>"
    )
    report = report_of(tmp_path, page(body=body))
    assert report.text == "Berg meets president\n\n" + FIRST + "\n\n" + SECOND
    assert [block.kind for block in report.blocks] == ["title", "body", "body"]
    assert report.title == "Berg meets president"
    assert report.language == "en"


def test_a_caption_that_is_left_in_the_story_is_told_apart(tmp_path: Path) -> None:
    body = f"<p>{SECOND}</p><p class='wp-caption-text'>Anna Berg greets a guest of the house</p>"
    report = report_of(tmp_path, page(body=body))
    told = {block.span.of(report.text): block.kind for block in report.blocks}
    assert told.get("Anna Berg greets a guest of the house", "caption") == "caption"
    assert told[SECOND] == "body"


def test_breaks_and_table_rows(tmp_path: Path) -> None:
    body = f"<p>{SECOND}<br><br>{FIRST}</p><table><tr><th>Year</th><th>Visits</th></tr></table>"
    report = report_of(tmp_path, page(body=body))
    told = [(block.span.of(report.text), block.kind) for block in report.blocks]
    assert told[:3] == [(SECOND, "body"), (FIRST, "body"), ("Year | Visits", "boilerplate")]


LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, '
    '{"@type": "NewsArticle", "headline": "Berg meets president", "url": "https://example.org/a", '
    '"datePublished": "2024-03-06T22:00:00-05:00", "dateModified": "2024-03-09", '
    '"publisher": {"name": "The Example"}}]}</script>'
)
META = (
    '<meta property="og:title" content="Berg meets president">'
    '<meta property="og:site_name" content="The Example">'
    '<meta property="article:modified_time" content="2024-03-09"><link rel="canonical" href="https://example.org/a">'
    '<meta property="article:published_time" content="2024-03-06T10:00:00Z">'
)


@pytest.mark.parametrize("head", [LINKED, META, '<script type="application/ld+json">{broken</script>' + META])
def test_what_the_page_states(tmp_path: Path, head: str) -> None:
    report = report_of(tmp_path, page(head=head))
    assert (report.title, report.publisher) == ("Berg meets president", "The Example")
    assert (report.published, report.url) == (date(2024, 3, 6), "https://example.org/a")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<time itemprop="datePublished" datetime="2024-03-06">x</time>'),
        ("", "<p>Published: 6 March 2024. Updated: 9 March 2024</p>"),
        ("", '<time datetime="2024-03-06T10:00">x</time>'),
        ('<meta name="DC.date.issued" content="2024-03-06">', ""),
    ],
)
def test_the_day_from_precise_to_rough(tmp_path: Path, head: str, body: str) -> None:
    assert report_of(tmp_path, page(head, body)).published == date(2024, 3, 6)


def test_an_address_that_could_run_is_not_kept(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert report_of(tmp_path, page(head)).url is None


def test_a_template_in_another_language_does_not_refuse_english(tmp_path: Path) -> None:
    assert report_of(tmp_path, page(attributes='lang="de"')).language == "en"


def test_declared_encodings(tmp_path: Path) -> None:
    western = page('<meta charset="iso-8859-1">').encode("windows-1252")
    assert FIRST in report_of(tmp_path, western).text
    assert FIRST in report_of(tmp_path, page().encode("utf-16")).text
    assert FIRST in report_of(tmp_path, '<?xml version="1.0" encoding="utf-8"?>' + page()).text
    assert FIRST in report_of(tmp_path, page('<meta charset="no-such">')).text
    assert FIRST in report_of(tmp_path, page().encode() + b"<!-- " + b"x" * 999 + b"\xff -->").text


def test_control_characters_in_a_page(tmp_path: Path) -> None:
    body = f"<p>\x01{SECOND} &#1; &#x1F; &#0; &#xD800; &#xFFFF;</p>"
    assert FIRST in report_of(tmp_path, page(body=body)).text


HOSTILE = {
    "attributes": ("<p " + "a=1 " * 300_000 + ">x</p>", "too_large"),
    "quoted attributes": ("<p " + 'a=">" ' * 300_000 + ">x</p>", "too_large"),
    "open quotation marks": ('<a "' * 200_000, "too_large"),
    "nested": ("<div>" * 100_000 + "x", "too_large"),
    "many tags": ("<table>" + "<tr><td>x</td></tr>" * 100_000, "too_large"),
    "one long line": ("<p>" + "word " * 2_000_000 + "</p>", "one_line"),
    "no story": ("<html><body><img src=x></body></html>", "no_text"),
    "empty comment": ("<html><!--", "no_text"),
    "not a page": ("<<<<>>>>", "no_text"),
    "entities": (
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body>&b;</body></html>',
        "no_text",
    ),
    "external entity": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><html><body></body></html>',
        "no_text",
    ),
    "too many bytes": ("<p>" + "x" * 20_000_001, "too_large"),
    "arabic": (
        '<html dir="rtl"><body><p>' + "وصل الوزير إلى العاصمة يوم الاثنين " * 20 + "</p>",
        "not_english",
    ),
    "nul": ("<p>a\0b</p>", "binary"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_harm_is_refused_soon(tmp_path: Path, name: str) -> None:
    content, reason = HOSTILE[name]
    began = time.perf_counter()
    one = read(tmp_path, content)
    assert isinstance(one, Problem), one.text[:100]
    assert one.reason == reason
    assert time.perf_counter() - began < 20


def test_deep_and_odd_pages_that_can_be_read_are_read(tmp_path: Path) -> None:
    for depth in (300, 1500):
        deep = page(body="<div>" * depth + f"<p>{SECOND}</p>" + "</div>" * depth)
        assert SECOND in report_of(tmp_path, deep).text
    script = page('<script>if (a<b && c>"</p>") { x = "<div>".repeat(9) }</script>' * 50)
    assert FIRST in report_of(tmp_path, script).text
    unclosed = page(body=f"<p>{SECOND}<p>" * 40)
    assert FIRST in report_of(tmp_path, unclosed).text
    hidden = page(body="<p>\u200f\u200b" + SECOND + "\u202e</p>")
    assert FIRST in report_of(tmp_path, hidden).text


def test_words_of_a_script_are_no_story(tmp_path: Path) -> None:
    body = "<script>alert('The president of the north')</script><p onclick=x()>The end.</p>"
    assert "alert" not in report_of(tmp_path, page(body=body)).text
