"""Nilai perilaku of the numeric sets (1.7)."""

from fractions import Fraction

import law as A
from agency import Agency
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


def weights_for(by_source, agency):
    """60/20/20; an agency may have others, and weights of their own where only rekan or only bawahan are absent."""
    for absent, other in (("bawahan", "rekan"), ("rekan", "bawahan")):
        if absent not in by_source and other in by_source and absent in agency.bobot_tanpa:
            return agency.bobot_tanpa[absent]
    return agency.bobot_penilai or A.BOBOT_PENILAI


def nilai_aspek(by_source, agency=Agency()):
    """The weights renormalised over the sources that are there; a source is the mean of its raters."""
    weights = weights_for(by_source, agency)
    total = sum(weights[s] for s in by_source)
    return sum(Fraction(weights[s], total) * mean(v) for s, v in by_source.items())


def nilai_perilaku(pegawai, rows, agency):
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
    return half_up(mean(nilai_aspek(f, agency) for f in figures.values()), 2), sebab
