"""Exact figures: reading a cell, and the one way of rounding (half up).

Nothing here is a binary floating point number. `as_json` is the single place where a
figure already rounded to its printed decimals leaves as a JSON number.
"""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
# What nobody sees in a cell: zero-width spaces and joiners, direction marks, the soft hyphen, a BOM.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff"))


@lru_cache(maxsize=1 << 16)
def clean(text):
    """Blanks (NBSP and zero-width ones too) trimmed and folded."""
    if text is None:
        return ""
    return " ".join(text.translate(_UNSEEN).split())


@lru_cache(maxsize=1 << 16)
def key(text):
    """How names, codes and words are matched: blanks and letter case do not count."""
    return clean(text).casefold()


@lru_cache(maxsize=1 << 16)
def nip(text):
    """A NIP without what people write between its digits."""
    return re.sub(r"[\s'./-]", "", unicodedata.normalize("NFKC", clean(text)))


@lru_cache(maxsize=1 << 16)
def number(text):
    """A plain figure such as `85`, `85.5` or `85,5`; None where the cell is no figure."""
    text = clean(text)
    if not _NUMBER.fullmatch(text):
        return None
    return Fraction(text.replace(",", "."))


def half_up(value, decimals):
    """Round a figure that is never negative; a tie goes up."""
    if value is None:
        return None
    scale = 10 ** decimals
    scaled = Fraction(value) * scale + Fraction(1, 2)
    return Fraction(scaled.numerator // scaled.denominator, scale)


def mean(values):
    values = list(values)
    return Fraction(sum(values), 1) / len(values)


def as_json(value):
    """int where whole, else the shortest decimal (2 decimals; angka kredit may have 3)."""
    if value is None:
        return None
    value = Fraction(value)
    if value.denominator == 1:
        return value.numerator
    if (value * 1000).denominator != 1:
        raise AssertionError(f"an unrounded figure was about to be printed: {value}")
    return float(value)
