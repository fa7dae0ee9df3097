"""Words that make an act of another act: promising, asking, refusing, threatening, denying, admitting it."""

from __future__ import annotations

from dragoman.code import answering, asking, promising, threatening
from dragoman.code.operands import HOSTILE, THREATS, WISHES, analyse, beneficiary

__all__ = ["HOSTILE", "KINDS", "THREATS", "WISHES", "analyse", "beneficiary"]

#: The rooms whose operators are known; importing them enters their makers.
KINDS = (promising, asking, threatening, answering)
