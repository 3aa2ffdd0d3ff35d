"""A person's figures in the numeric sets: SKP over the postings, nilai kinerja (1.3 to 1.9)."""

import aturan as A
from angka import half_up, key, mean, number
from kaskade import on_cycles, weigh
from model import nip
from perilaku import nilai_perilaku
from skor import score_indikator, score_rhk, score_tambahan

TANPA_SKP = "tanpa_skp"
TANPA_UTAMA = "tanpa_rhk_utama"
TANPA_DITETAPKAN = "nilai_ditetapkan_kosong"


def score_all(pegawai, tables, aturan, periode):
    """Own nilai of every RHK of everybody first, then the weighting that looks at others."""
    rows = realisasi_by_indikator(tables)
    for who, person in pegawai.items():
        for rhk in person.rhk:
            for indikator in rhk.indikator:
                score_indikator(indikator, rows.get((who, rhk.kode, indikator.aspek, indikator.no), []), aturan, periode)
            score_rhk(rhk, aturan, is_jpt(rhk))
    cycles = on_cycles(pegawai)
    for person in pegawai.values():
        for rhk in person.rhk:
            if not rhk.utama:
                score_tambahan(rhk)
            elif aturan == A.P8 and rhk.penempatan and not is_jpt(rhk):
                weigh(rhk, pegawai, cycles)


def is_jpt(rhk):
    return rhk.penempatan is not None and rhk.penempatan.jenis in A.KELOMPOK_JPT


def realisasi_by_indikator(tables):
    found = {}
    for row in tables["realisasi"]:
        where = (nip(row["nip"]), key(row["kode_rhk"]), key(row["aspek"]), int(number(row["no_indikator"]) or 1))
        found.setdefault(where, []).append(row)
    return found


def kinerja_utama(posting, aturan):
    """Nilai kinerja utama of one posting; None where one RHK of it has no figure."""
    utama = [r for r in posting.rhk if r.utama]
    if aturan == A.PP30:
        figures = [r.nilai for r in utama]
    elif posting.jenis in A.KELOMPOK_JPT:
        return _kinerja_utama_jpt(utama)
    else:
        figures = [r.tertimbang for r in utama]
    if not figures or None in figures:
        return None
    return half_up(mean(figures), 2)


def _kinerja_utama_jpt(utama):
    groups = [], []
    for rhk in utama:
        for i in rhk.indikator:
            kelompok = key(i.row["kelompok"]) or "perjanjian_kinerja"
            groups[0 if kelompok in A.KELOMPOK_1 else 1].append(i.nilai)
    if not utama or None in groups[0] + groups[1]:
        return None
    return half_up(gabung_kelompok(*groups), 2)


def gabung_kelompok(first, second):
    """1.3: 60 % of the mean of group 1 + 40 % of that of group 2; one alone counts whole."""
    if first and second:
        return A.BOBOT_KELOMPOK[0] * mean(first) + A.BOBOT_KELOMPOK[1] * mean(second)
    return mean(first or second)


def kinerja_tambahan(posting):
    points = [r.tertimbang for r in posting.rhk if not r.utama]
    if None in points:
        return None
    return min(A.CAP_TAMBAHAN, sum(points))


def proportional(postings, figures):
    """1.9: sum of figure x months over the months; None where one is missing."""
    if not figures or None in figures:
        return None
    return half_up(sum(f * p.bulan for p, f in zip(postings, figures)) / sum(p.bulan for p in postings), 2)


def nilai_kinerja(skp, perilaku, split):
    part_skp, part_perilaku = A.SPLIT[split]
    return half_up(part_skp * skp + part_perilaku * perilaku, 2)


def assess(pegawai, tables, aturan, split):
    """{utama, tambahan, skp, perilaku, kinerja, sebab} of a person with an ordinary year."""
    sebab, postings = set(), pegawai.penempatan
    utama, tambahan, skp = [], [], []
    for posting in postings:
        if not posting.rhk:
            sebab.add(TANPA_SKP)
        elif not any(r.utama for r in posting.rhk):
            sebab.add(TANPA_UTAMA)
        for rhk in posting.rhk:
            sebab |= rhk.sebab
        utama.append(kinerja_utama(posting, aturan))
        tambahan.append(kinerja_tambahan(posting) if posting.rhk else None)
        skp.append(None if utama[-1] is None or tambahan[-1] is None else min(A.CAP, utama[-1] + tambahan[-1]))
    perilaku, why = nilai_perilaku(pegawai, tables["perilaku"])
    sebab |= why
    result = {"utama": proportional(postings, utama), "tambahan": proportional(postings, tambahan),
              "skp": proportional(postings, skp), "perilaku": perilaku, "kinerja": None, "sebab": sebab}
    if not sebab and result["skp"] is not None:
        result["kinerja"] = nilai_kinerja(result["skp"], perilaku, split)
    return result


def assess_ditetapkan(pegawai):
    """Tugas belajar and penugasan khusus: nilai_ditetapkan is the nilai kinerja."""
    figure = number(pegawai.terakhir.row["nilai_ditetapkan"])
    valid = figure is not None and 0 <= figure <= 120
    return {"utama": None, "tambahan": None, "skp": None, "perilaku": None,
            "kinerja": half_up(figure, 2) if valid else None, "sebab": set() if valid else {TANPA_DITETAPKAN}}
