"""A text in hand becomes a Report, its lines told apart by shape."""

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadInput
from dragoman.model import Report
from dragoman.read import read_text

STORY = (
    "The foreign minister of Norland arrived in Eastport on Monday for talks with the president, and the two "
    "agreed that trade between their countries should grow. Officials said that more meetings would follow."
)


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def read(*paragraphs: str) -> Report:
    return read_text("\n\n".join(paragraphs))


def test_a_news_site_copied_by_hand() -> None:
    credited = "Minister Anna Berg, left, and President Omar Sule (Image: Getty)"
    report = read(
        "Norland and Eastland have been close since the war.",
        "09:10, Wed, Mar 6, 2024 Updated: 10:00, Thu, Mar 7, 2024",
        "NORLAND-EASTLAND-TALKS",
        "Minister Anna Berg, left, and President Omar Sule",
        credited,
        STORY,
        "READ MORE: Five things to know",
    )
    assert [kind for kind, _ in kinds(report)] == [
        *("body", "dateline", "kicker", "caption", "caption", "body", "boilerplate"),
    ]
    assert report.published == date(2024, 3, 6)
    assert report.title is None
    assert report.language == "en"


def test_a_wire_story_with_headline_byline_dateline_and_sign_off() -> None:
    report = read(
        "Norland minister visits Eastport",
        "By Jane Doe and John Roe in Eastport",
        f"EASTPORT, Dec. 23, 2023 (Newswire) -- {STORY} (Reporting by Jane Doe; Editing by A. Body)",
    )
    assert kinds(report) == [
        ("title", "Norland minister visits Eastport"),
        ("byline", "By Jane Doe and John Roe in Eastport"),
        ("dateline", "EASTPORT, Dec. 23, 2023 (Newswire) --"),
        ("body", STORY),
        ("byline", "(Reporting by Jane Doe; Editing by A. Body)"),
    ]
    assert (report.title, report.publisher) == ("Norland minister visits Eastport", "Newswire")
    assert report.published == date(2023, 12, 23)


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("SEOUL, Dec. 23 (Agency) --", "Agency"),
        ("KYIV, Ukraine (AP) —", "AP"),
        ("BEIJING, March 3 (Xinhua) -", "Xinhua"),
        ("(Reuters) -", "Reuters"),
        ("PARIS (AFP) –", "AFP"),
        ("Moscow (Interfax) -", "Interfax"),
        ("SEOUL/TOKYO, Oct 28 (Reuters) -", "Reuters"),
        ("WASHINGTON, D.C., 3 March 2024 -", None),
        ("MOSCOW —", None),
        ("YEREVAN, September 21. /TASS/.", "TASS"),
    ],
)
def test_a_dateline_before_the_first_words(opening: str, agency: str | None) -> None:
    report = read_text(f"{opening} {STORY}")
    assert kinds(report) == [("dateline", opening), ("body", STORY)]
    assert report.publisher == agency


@pytest.mark.parametrize(
    "start",
    [
        "SEOUL-based officials said that ",
        "NATO said on Monday that ",
        "The talks (the first since 2019) - held in Paris - ended when ",
        "In Moscow, the minister said that ",
        "By Monday night ",
        "More than 100 soldiers from the north said that ",
        "Follow-up talks of the two sides ended when ",
    ],
)
def test_a_paragraph_of_the_story_stays_whole(start: str) -> None:
    text = start + STORY[0].lower() + STORY[1:]
    assert kinds(read_text(text)) == [("body", text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FILE - President Omar Sule speaks on June 3, 2023. (AP Photo/A. Person)", "caption"),
        ("Omar Sule attends a parade in Eastport [A. Person/Reuters]", "caption"),
        ("Photo: Omar Sule at the gate.", "caption"),
        ("Source: Yonhap", "source"),
        ("Reuters", "source"),
        ("The Example and news agencies", "source"),
        ("Additional reporting by A. Person in Seoul; Writing by B. Person", "byline"),
        ("Sign up for our morning newsletter", "boilerplate"),
        ("© 2024 The Example. All rights reserved.", "boilerplate"),
        ("-- ends --", "boilerplate"),
        ("* * *", "boilerplate"),
        ("ANALYSIS", "kicker"),
        ("14:05 GMT - What the ministry says", "kicker"),
        ("Officials in Eastport confirmed the visit.", "body"),
        ("What happens next", "body"),
    ],
)
def test_a_line_between_two_paragraphs(line: str, kind: str) -> None:
    assert kinds(read(STORY, line, STORY))[1] == (kind, line)


def test_a_caption_without_credit_beside_the_credit() -> None:
    report = read(STORY, "The president of Norland receives his guest", "Image: A. Person", STORY)
    assert [kind for kind, _ in kinds(report)] == ["body", "caption", "caption", "body"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n".join(textwrap.wrap(STORY, 60))
    report = read_text(f"Minister visits Eastport\nBy Jane Doe\n{wrapped}\n    {wrapped}\n")
    assert [kind for kind, _ in kinds(report)] == ["title", "byline", "body", "body"]
    assert kinds(report)[2][1] == wrapped


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert kinds(read_text(f"Minister visits Eastport\n{STORY}\n{STORY}")) == [
        ("title", "Minister visits Eastport"),
        ("body", STORY),
        ("body", STORY),
    ]


def test_sentences_on_lines_of_their_own() -> None:
    lines = ["The minister arrived in Eastport on Monday morning for the talks.", "They agreed on trade."]
    assert [text for _, text in kinds(read_text("\n".join(lines)))] == lines


def test_a_lone_line_is_a_story() -> None:
    assert kinds(read_text("Putin meets Kim in Beijing")) == [("body", "Putin meets Kim in Beijing")]


def test_what_is_stated_wins_over_what_the_text_says() -> None:
    report = read_text(
        f"EASTPORT, Dec. 23, 2023 (Newswire) -- {STORY}",
        id="a",
        published="2024-01-02T03:04:05Z",
        title="T",
        publisher="P",
        url="https://example.org/a",
        language="en-GB",
    )
    assert (report.id, report.published, report.title) == ("a", date(2024, 1, 2), "T")
    assert (report.publisher, report.url, report.language) == ("P", "https://example.org/a", "en-GB")


def test_the_id_is_a_hash_of_the_text() -> None:
    assert read_text(STORY).id == read_text(STORY).id != read_text(STORY + " ").id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t\u2003", "empty"),
        ("1978 -- * 600", "no_text"),
        ("The minister\0 left", "binary"),
        ("x" * 10_000_000, "one_line"),
        ((STORY + "\n") * 10_000, "too_large"),
        ("Путин встретился с Ким Чен Ыном в Пекине", "not_english"),
        (
            "Der Minister ist am Montag in Berlin mit dem Präsidenten und der Kanzlerin zusammengetroffen.",
            "not_english",
        ),
        ("وصل الوزير إلى العاصمة يوم الاثنين", "not_english"),
        (
            "Le ministre est arrivé à Paris pour des entretiens avec le président de la République.",
            "not_english",
        ),
    ],
)
def test_what_is_no_report_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_text(text)
    assert caught.value.args[1] == reason


@pytest.mark.parametrize("day", ["28/10/2025", "", "2025-13-01", "1850-01-01", "tomorrow"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_text(STORY, published=day)
    assert caught.value.args[1] == "bad_published"


def test_a_terse_report_of_names_is_no_other_language() -> None:
    names = (
        "Eastport harbour police boats Norland coast guard patrol ships Westhaven island fishery officers "
    )
    report = read_text(f"{names * 4}The crew of the boat was brought to Eastport.")
    assert report.language is None
    with pytest.raises(BadInput, match="not_english"):
        read_text(names * 4)


def test_another_language_that_is_stated_is_refused() -> None:
    with pytest.raises(BadInput, match="not_english"):
        read_text(STORY, language="ko")


def test_offsets_count_in_the_text_as_it_was_given() -> None:
    odd = f"\ufeff\u200f{STORY}\r\n\r\n\U0001f600 \ud800 {STORY}\u200b"
    report = read_text(odd)
    assert len(report.text) == len(odd)
    assert report.text == odd.replace("\ud800", "\ufffd")
    report.text.encode()
    assert [block.span.of(report.text)[-1] for block in report.blocks] == [".", "\u200b"]


LINES = st.sampled_from(
    [
        *("", " ", "\t", STORY, "A title", "By Jane Doe", "(Reuters) - It said so.", "11:20, Oct 28, 2025"),
        *(
            "KICKER",
            "Photo: x",
            "Source: y",
            "he said. Reuter",
            "-- ends --",
            "EASTPORT, May 3 (AP) -- ",
            "   in",
        ),
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(st.one_of(LINES, st.text(max_size=90))).map("\n".join)))
def test_blocks_are_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    try:
        report = read_text(text)
    except BadInput:
        return
    at = 0
    for block in report.blocks:
        assert at <= block.span.start < block.span.end <= len(report.text)
        assert not report.text[at : block.span.start].strip()
        at = block.span.end
    assert not report.text[at:].strip()
