"""A person's figures in the numeric sets: SKP over the postings, nilai kinerja (1.3 to 1.9)."""

from fractions import Fraction

import law as A
from figures import half_up, key, mean, number
from kaskade import on_cycles, weigh
from perilaku import nilai_perilaku
from rhk_score import score_indikator, score_rhk, score_tambahan

TANPA_SKP = "tanpa_skp"
TANPA_UTAMA = "tanpa_rhk_utama"
NO_SET_NILAI = "nilai_ditetapkan_kosong"


def score_all(pegawai, aturan, periode):
    """Own nilai of every RHK of everybody first, then the weighting that looks at others."""
    for person in pegawai.values():
        for rhk in person.rhk:
            for indikator in rhk.indikator:
                score_indikator(indikator, rhk.rows_of(indikator), aturan, periode)
            score_rhk(rhk, aturan, is_jpt(rhk))
    cycles = on_cycles(pegawai)
    for person in pegawai.values():
        for rhk in person.rhk:
            if not rhk.utama:
                score_tambahan(rhk, aturan, is_jpt(rhk))
            elif aturan == A.P8 and rhk.posting and not is_jpt(rhk):
                weigh(rhk, pegawai, cycles)


def is_jpt(rhk):
    return rhk.posting is not None and rhk.posting.jenis in A.KELOMPOK_JPT


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
    return half_up(join_groups(*groups), 2)


def join_groups(first, second):
    """1.3: 60 % of the mean of group 1 + 40 % of that of group 2; one alone counts whole."""
    if first and second:
        return A.BOBOT_KELOMPOK[0] * mean(first) + A.BOBOT_KELOMPOK[1] * mean(second)
    return mean(first or second)


def kinerja_tambahan(posting, split_tambahan):
    """The points together, at most 10; where an agency splits, the mean nilai. None where one RHK has no figure."""
    tambahan = [r for r in posting.rhk if not r.utama]
    if any(r.nilai is None for r in tambahan):
        return None
    if split_tambahan:
        return half_up(mean(r.nilai for r in tambahan), 2) if tambahan else Fraction(0)
    return min(A.CAP_TAMBAHAN, sum(r.tertimbang for r in tambahan))


def nilai_skp(posting, utama, tambahan, agency):
    """1.7: the sum, at most 120; where an agency splits, its shares, and utama in full where there is no tambahan."""
    if utama is None or tambahan is None:
        return None
    cap = min(A.CAP, Fraction(agency.batas_jabatan.get(posting.jenis, A.CAP)))
    if not agency.split_tambahan:
        return min(cap, utama + tambahan)
    if all(r.utama for r in posting.rhk):
        return min(cap, utama)
    share_utama, share_tambahan = agency.split_tambahan
    return half_up(min(cap, Fraction(share_utama, 100) * utama + Fraction(share_tambahan, 100) * tambahan), 2)


def proportional(postings, figures, by_days=False):
    """1.9: sum of figure x months (or days) over the months; None where one is missing."""
    if not figures or None in figures:
        return None
    shares = [p.days if by_days else p.months for p in postings]
    return half_up(sum(f * share for share, f in zip(shares, figures)) / sum(shares), 2)


def nilai_kinerja(skp, perilaku, split):
    part_skp, part_perilaku = A.SPLIT[split]
    return half_up(part_skp * skp + part_perilaku * perilaku, 2)


def due(pegawai, agency):
    """The postings that are due and counted: those with a month, or with a day where postings weigh by days."""
    return [p for p in pegawai.postings if (p.days if agency.satuan_hari else p.months)]


def assess(pegawai, tables, aturan, split, agency):
    """{utama, tambahan, skp, perilaku, kinerja, sebab} of a person with an ordinary year."""
    sebab, postings = set(), due(pegawai, agency)
    utama, tambahan, skp = [], [], []
    for posting in postings:
        if not posting.rhk:
            sebab.add(TANPA_SKP)
        elif not any(r.utama for r in posting.rhk):
            sebab.add(TANPA_UTAMA)
        for rhk in posting.rhk:
            sebab |= rhk.sebab
        utama.append(kinerja_utama(posting, aturan))
        tambahan.append(kinerja_tambahan(posting, agency.split_tambahan) if posting.rhk else None)
        skp.append(nilai_skp(posting, utama[-1], tambahan[-1], agency))
    perilaku, why = nilai_perilaku(pegawai, tables["perilaku"], agency)
    sebab |= why
    by_days = agency.satuan_hari
    result = {"utama": proportional(postings, utama, by_days), "tambahan": proportional(postings, tambahan, by_days),
              "skp": proportional(postings, skp, by_days), "perilaku": perilaku, "kinerja": None, "sebab": sebab}
    if not sebab and result["skp"] is not None:
        result["kinerja"] = nilai_kinerja(result["skp"], perilaku, split)
    return result


def assess_ditetapkan(pegawai):
    """Tugas belajar and penugasan khusus: nilai_ditetapkan is the nilai kinerja."""
    figure = number(pegawai.last.row["nilai_ditetapkan"])
    valid = figure is not None and 0 <= figure <= 120
    return {"utama": None, "tambahan": None, "skp": None, "perilaku": None,
            "kinerja": half_up(figure, 2) if valid else None, "sebab": set() if valid else {NO_SET_NILAI}}
