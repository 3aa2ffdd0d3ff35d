"""Nilai perilaku of the numeric sets (1.7)."""

from fractions import Fraction

import law as A
from figures import clean, half_up, key, mean, nip, number

TIDAK_LENGKAP = "perilaku_tidak_lengkap"
DI_LUAR_SKALA = "perilaku_di_luar_skala"


def source(row):
    return key(row["penilai"]) or "atasan"


def split_for(rows):
    """Rekan or bawahan anywhere in the run: 60/40 for everybody; else 70/30."""
    return "60/40" if any(source(r) in ("rekan", "bawahan") and clean(r["nilai"]) for r in rows) else "70/30"


def due(pegawai):
    jenis = pegawai.last.jenis
    lead = jenis in A.WAJIB_KEPEMIMPINAN or (jenis == A.FUNGSIONAL and pegawai.last_says_yes("kepemimpinan"))
    return A.ASPEK_PERILAKU + ([A.KEPEMIMPINAN] if lead else [])


def nilai_aspek(by_source):
    """60/20/20, renormalised over the sources that are there; a source is the mean of its raters."""
    total = sum(A.BOBOT_PENILAI[s] for s in by_source)
    return sum(Fraction(A.BOBOT_PENILAI[s], total) * mean(v) for s, v in by_source.items())


def nilai_perilaku(pegawai, rows):
    """(nilai, sebab): the mean over the aspek that are due."""
    sebab, figures = set(), {}
    for row in rows:
        aspek = key(row["aspek"])
        if nip(row["nip"]) != pegawai.nip or aspek not in due(pegawai) or not clean(row["nilai"]):
            continue
        figure = number(row["nilai"])
        if figure is None or not 0 <= figure <= 120:
            sebab.add(DI_LUAR_SKALA)
        figures.setdefault(aspek, {}).setdefault(source(row), []).append(figure)
    if any("atasan" not in figures.get(aspek, {}) for aspek in due(pegawai)):
        sebab.add(TIDAK_LENGKAP)
    if sebab:
        return None, sebab
    return half_up(mean(nilai_aspek(f) for f in figures.values()), 2), sebab
