"""Capaian of one indicator (1.1), its kategori (1.2), and the realisasi it is computed from."""

import re
from fractions import Fraction

import law as A
from figures import clean, half_up, key, mean, number
from periods import periode_of

# Reasons keluaran.md section 4 names; any other word is this reference's own.
REALISASI_KOSONG = "realisasi_kosong"
TARGET = "target_tidak_dapat_dihitung"
GANDA = "baris_ganda"
CAMPUR = "realisasi_campur"
TAK_TERHITUNG = "capaian_tidak_dapat_dihitung"

_RANGE = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*[-\u2013]\s*(\d+(?:[.,]\d+)?)")


def read_target(text, arah):
    """(lo, hi, arah), or None where no capaian can be had from this target.

    A one-sided target brings its own arah, whatever the arah cell says.
    """
    text = clean(text)
    arah = key(arah) or "naik"
    for signs, own in ((("\u2265", ">=", ">"), "naik"), (("\u2264", "<=", "<"), "turun")):
        for sign in signs:
            if text.startswith(sign):
                return _checked(number(text[len(sign):]), number(text[len(sign):]), own)
    m = _RANGE.fullmatch(text)
    if m:
        return _checked(number(m[1]), number(m[2]), arah)
    return _checked(number(text), number(text), arah)


def _checked(lo, hi, arah):
    if lo is None or hi is None or lo < 0 or lo > hi or hi == 0:
        return None
    return lo, hi, arah


def capaian_mentah(target, realisasi):
    """Before cap, floor and rounding; None where the divisor is 0 or realisasi negative."""
    lo, hi, arah = target
    if realisasi < 0:
        return None
    if realisasi > hi:
        base = hi
    elif realisasi < lo:
        base = lo
    else:
        return Fraction(100)
    if base == 0:
        return None
    if arah == "turun":
        return (1 + (1 - realisasi / base)) * 100
    return realisasi / base * 100


def capaian(target, realisasi, aturan):
    raw = capaian_mentah(target, realisasi)
    if raw is None:
        return None
    return half_up(min(A.CAP, max(A.FLOOR, raw)), A.DESIMAL_CAPAIAN[aturan])


def kategori(value):
    """Band of a capaian or of a mean of capaian: to whole percent first, then 1.2."""
    whole = half_up(value, 0)
    for edge, name in A.BAND_KATEGORI:
        if whole >= edge:
            return name
    raise AssertionError(value)


def faults(rows, periode):
    """What is wrong with the rows of one indicator among themselves, said even where a yearly row decides (section 6)."""
    when = [periode_of(clean(row["periode"]).upper(), periode) for row in rows if clean(row["realisasi"])]
    when = [w for w in when if w.within(periode)]
    finer = [w for w in when if w != periode]
    found = {GANDA} if len(set(when)) < len(when) else set()
    return found | ({CAMPUR} if len({w.jenis for w in finer}) > 1 else set())


def gather(rows, akumulasi, periode, numeric=True):
    """(realisasi, sebab) of one indicator from its rows of the table `realisasi`; equal rows are gone already."""
    kept = []
    for row in rows:
        when = periode_of(clean(row["periode"]).upper(), periode)
        if when.within(periode) and clean(row["realisasi"]):
            kept.append((when, number(row["realisasi"]) if numeric else row["realisasi"]))
    if not kept:
        return None, REALISASI_KOSONG
    if any(value is None for _, value in kept):
        return None, TAK_TERHITUNG
    whole = [value for when, value in kept if when == periode]
    if len(whole) > 1:
        return None, GANDA
    if whole:
        return whole[0], None
    if len({when.jenis for when, _ in kept}) > 1:
        return None, CAMPUR
    if len({when.bulan[0] for when, _ in kept}) < len(kept):
        return None, GANDA
    values = [value for _, value in sorted(kept, key=lambda item: item[0].bulan[0])]
    if not numeric:
        return values[-1], None
    how = key(akumulasi) or "akhir"
    return {"akhir": lambda: values[-1], "jumlah": lambda: sum(values), "rata_rata": lambda: mean(values)}[how](), None
