"""Ratings and predikat as offices write them (section 2, "Labels to accept")."""

import re

import law as A
from figures import clean, key

_BLANK = {"", "null", "belumdinilai", "belumadapenilaian", "tidakmembuatskp"}
_RATING = {"diatas": A.ATAS, "diatasekspektasi": A.ATAS, "1": A.ATAS,
           "sesuai": A.SESUAI, "sesuaiekspektasi": A.SESUAI, "2": A.SESUAI,
           "dibawah": A.BAWAH, "dibawahekspektasi": A.BAWAH, "3": A.BAWAH}
_PREDIKAT = {"sangatbaik": A.SB, "baik": A.B,
             **dict.fromkeys(["butuhperbaikan", "cukup", "cukupbutuhperbaikan", "butuhperbaikancukup", "perluperbaikan"], A.BP),
             **dict.fromkeys(["kurang", "kurangmisconduct", "kurangmisonduct", "buruk"], A.K),
             **dict.fromkeys(["sangatkurang", "sangatburuk"], A.SK)}
_KUADRAN = dict(zip("12345", (A.SB, A.B, A.BP, A.K, A.SK)))


def _letters(text):
    return re.sub(r"[^a-z0-9]", "", key(text))


def is_blank(text):
    """Empty, `-`, NULL, "Belum dinilai", "Tidak membuat SKP": nothing has been said.

    A symbol such as `***` has no letters either, but it says something.
    """
    return not clean(text).strip("-\u2013") or (clean(text)[:1].isalnum() and _letters(text) in _BLANK)


def _bare(text):
    """A label without a leading "N - " and a trailing "(Kuadran ...)"."""
    return re.sub(r"^\d\s*-\s*(?=\D)", "", re.sub(r"\(kuadran[^)]*\)$", "", key(text)))


def read_rating(text):
    """A rating in words or as e-Kinerja's code; None for anything else, a sentence that holds a rating included."""
    return _RATING.get(_letters(_bare(text))) if clean(text)[:1].isalnum() else None


def read_value_rating(text):
    """A rating of one of the seven values: in words only, a number is none."""
    return None if _letters(text).isdigit() else read_rating(text)


def read_predikat(text, codes=False):
    """A predikat; digits only where the whole column is made of them (`codes`)."""
    word = _letters(_bare(text))
    return _KUADRAN.get(word) if codes else _PREDIKAT.get(word)


def is_code_column(cells):
    """Whether digits are a predikat here: every filled cell of the column is 1 to 5."""
    filled = [clean(c) for c in cells if clean(c)]
    return bool(filled) and all(c in _KUADRAN for c in filled)
