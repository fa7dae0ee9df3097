"""What the lines around a story look like: credits, captions, bylines, sources, page furniture."""

from __future__ import annotations

import re

from dragoman.read.opening import AGENCY

__all__ = [
    "is_byline",
    "is_caption",
    "is_credit_alone",
    "is_furniture",
    "is_kicker",
    "is_source",
    "source_named",
]

_LONGEST_CAPTION, _LONGEST_FURNITURE, _LONGEST_SOURCE = 80, 40, 12


def _any(*forms: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), flags | re.DOTALL)


# The credit of a picture at the end of a paragraph; an agency in brackets counts only where no full
# stop goes before it, since "... he said. (AFP)" is the sign-off of a story.
_CREDIT = _any(
    r"[(\[](?:Image|Photo|Picture|Pic|Photograph|Credit|File)\b[^()\[\]]{0,120}[)\]]\.?$",
    r"[(\[](?:AP Photo|AP Video|(?:AFP|Reuters|Getty|EPA|AP) ?/)[^()\[\]]{0,120}[)\]]\.?$",
    rf"(?<![.!?\"”]) [(\[][^()\[\]]{{0,80}}\b{AGENCY}\b[^()\[\]]{{0,40}}[)\]]$",
    r"\b(?:AFP|AP|Reuters|EPA|dpa|Anadolu)(?: ?/ ?| via )[A-Z].{0,60}(?<![.!?\"”])$",
    r"(?:via |/ ?)Getty Images(?:/.{1,40})?$",
)
_CAPTION_START = _any(
    r"FILE(?: PHOTO)? ?[-–—:]",
    r"File (?:photo|picture|image)\b",
    r"(?:Photo|Image|Picture|Pic|Video|Photograph|Caption)"
    r"(?: (?:caption|source|credit|courtesy))? ?(?::|, | by )",
    r"Image (?:caption|source)\b",
    r"Credit:",
)
_CREDIT_ALONE = _any(
    r"(?:Photo|Image|Picture|Credit)s?(?: (?:source|by|credit|courtesy))?[:,]? .{1,60}$",
    r"[(\[][^()\[\]]{1,60}[)\]]$",
    rf"{AGENCY}(?:(?:/| via ){AGENCY}){{0,2}}$",
)

_NAME = r"[A-Z][\w.’'-]*"
_POST = r"(?:chief |senior )?(?:correspondent|editor|reporter|staff)"
_LINK = rf"(?:,|and|&|in|at|for|of|with|de|der|van|von|bin|al|the|{_POST})"
_BYLINE = _any(
    rf"[Bb][Yy]:? (?:the )?{_NAME}(?:,? (?:{_NAME}|{_LINK}(?=[ ,]))){{0,14}}(?:,? {_POST})?$",
    r"[(\[]?(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b.*$",
    r"(?:Written|Edited|Words) by .{3,80}$",
)
_SOURCE = _any(
    r"[A-Z][\w ,]{0,40}\band (?:news )?agencies$",
    r"\(?(?:Sources?|SOURCES?|Via|Agencies):.{0,80}$",
    rf"[(\[]?{AGENCY}\.?[)\]]?$",
)
_SOURCE_NAME = re.compile(r"\(?(?:Source|SOURCE|Via): ?(?P<name>[^.;,()]{2,40}?)\)?$")

# What page furniture begins with, where the paragraph may say anything after it.
_FURNITURE_START = _any(
    r"read (?:more|also|next|full|the full)\b",
    r"(?:see also|also read|sign (?:up|in)|log in|subscribe)\b",
    r"(?:click here|tap here|contact us|continue reading)\b",
    r"more (?:on this|from|stories|news|to come)\b",
    r"(?:story|article) continues\b",
    r"related(?: (?:articles?|stories|topics|news|links?|content))? ?(?::|$)",
    r"(?:follow|like|join) us\b|follow (?:@|the \w+ on)|join our\b",
    r"share (?:this|on|via|article|story)\b|(?:watch|listen|tags?|topics?|our standards): ?",
    r"(?:don['’]t miss|trending|filed under|skip (?:to|past)|you (?:may|might) also like)\b",
    r"most (?:read|popular|viewed)\b|download (?:the|our)\b",
    r"get (?:the|our) .{0,40}(?:newsletter|app|alerts?|inbox)",
    r"(?:have|do you have|got) (?:you )?a (?:news )?(?:tip|story)\b|what do you think\?",
    r"(?:©|\(c\) ?\d|copyright [©\d(])|all rights reserved|this material may not be\b",
    flags=re.IGNORECASE,
)
# Words that are furniture only where they stand alone.
_FURNITURE_ALONE = re.compile(
    r"[-–—*#\s]*(?:share|tweet|e-?mail|print|save|comments?(?: \(?\d+\)?)?|advert(?:isement)?s?"
    r"|newsletter|cookies?|recommended(?: stories)?|copy link|privacy policy|terms (?:of use|and conditions)"
    r"|ends?|more|30|loading\W*|home|news|menu|search)[-–—*#\s]*$",
    re.IGNORECASE,
)
_FURNITURE_END = re.compile(r"all rights reserved\.?$", re.IGNORECASE)


def is_credit_alone(text: str) -> bool:
    """Whether the paragraph is the credit of a picture and nothing else."""
    return bool(_CREDIT_ALONE.match(text))


def is_caption(text: str, words: int) -> bool:
    """Whether the paragraph begins as a caption or ends in the credit of a picture."""
    if words > _LONGEST_CAPTION:
        return False
    return bool(_CAPTION_START.match(text) or _CREDIT.search(text))


def is_byline(text: str, words: int) -> bool:
    """Whether the paragraph says who wrote or edited.

    >>> is_byline("By Jane Doe in Seoul", 5), is_byline("By Monday the talks had ended.", 6)
    (True, False)
    """
    return words <= _LONGEST_FURNITURE and bool(_BYLINE.match(text))


def is_source(text: str, words: int) -> bool:
    """Whether the paragraph only names where the text comes from."""
    return words <= _LONGEST_SOURCE and bool(_SOURCE.match(text))


def source_named(text: str) -> str | None:
    """The one publisher that a source line names."""
    match = _SOURCE_NAME.match(text)
    return match["name"].strip() if match else None


def is_furniture(text: str, words: int) -> bool:
    """Whether the paragraph belongs to the page: advertising, links, prompts, copyright."""
    if words > _LONGEST_FURNITURE:
        return False
    return bool(_FURNITURE_START.match(text) or _FURNITURE_ALONE.match(text) or _FURNITURE_END.search(text))


def is_kicker(text: str, words: int, *, capitals: bool) -> bool:
    """Whether the line is in capitals throughout: a slug, a section, a crosshead.

    ``capitals`` says that the whole text is in capitals, where only the shortest lines tell.
    """
    if not text.isupper() or re.search(r"[.!?\"”]$|\d{3}", text):
        return False
    return words <= 3 or (words <= 8 and not capitals)
