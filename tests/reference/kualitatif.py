"""Ratings and predikat of `permenpanrb-6-2022` (section 2)."""

import re

import aturan as A
from angka import clean, key
from capaian import CAMPUR, GANDA, gather
from model import nip
from perilaku import source
from waktu import Periode

PERLU_KEPUTUSAN = "perlu_keputusan_penilai"
BELUM_DINILAI = "belum_dinilai"
TANPA_SKP = "tanpa_skp"

_RATING = {"diatas": A.ATAS, "diatasekspektasi": A.ATAS, "1": A.ATAS,
           "sesuai": A.SESUAI, "sesuaiekspektasi": A.SESUAI, "2": A.SESUAI,
           "dibawah": A.BAWAH, "dibawahekspektasi": A.BAWAH, "3": A.BAWAH}
_PREDIKAT = {"sangatbaik": A.SB, "1": A.SB, "baik": A.B, "2": A.B,
             **dict.fromkeys(["butuhperbaikan", "cukup", "cukupbutuhperbaikan", "butuhperbaikancukup", "perluperbaikan", "3"], A.BP),
             **dict.fromkeys(["kurang", "kurangmisconduct", "buruk", "4"], A.K),
             **dict.fromkeys(["sangatkurang", "sangatburuk", "5"], A.SK)}


def _letters(text):
    return re.sub(r"[^a-z0-9]", "", key(text))


def read_rating(text):
    """A rating as typed; None for an empty cell, `-`, "Belum dinilai", "Tidak membuat SKP"."""
    return _RATING.get(_letters(text))


def read_predikat(text):
    return _PREDIKAT.get(_letters(text))


def rating_perilaku_cell(text):
    """In the table `perilaku` a number is no rating."""
    return None if _letters(text).isdigit() else read_rating(text)


def usulan(items):
    """Section 2, the five steps. items: (rating or None, may it veto `di atas`); None = perlu keputusan."""
    if not items or any(rating is None for rating, _ in items):
        return None
    n = len(items)
    above = sum(r == A.ATAS for r, _ in items)
    below = sum(r == A.BAWAH for r, _ in items)
    if 2 * above > n and not any(r == A.BAWAH and veto for r, veto in items):
        return A.ATAS
    if 2 * below > n:
        return A.BAWAH
    if 2 * (n - below) > n:
        return A.SESUAI
    return None


def umpan_balik(rows, periode):
    """Umpan balik of one RHK from its realisasi rows: the yearly ones, else those of the last period."""
    given = []
    for row in rows:
        when = Periode(clean(row["periode"]), periode.tahun)
        if when.within(periode) and clean(row["umpan_balik"]):
            given.append((when, read_rating(row["umpan_balik"])))
    if not given:
        return None
    whole = {rating for when, rating in given if when == periode}
    last = max(when.bulan[-1] for when, _ in given)
    ratings = whole or {rating for when, rating in given if when.bulan[-1] == last}
    return ratings.pop() if len(ratings) == 1 else None


def hasil_kerja(postings_rhk, who, tables, periode):
    rows = {}
    for row in tables["realisasi"]:
        if nip(row["nip"]) == who:
            rows.setdefault(key(row["kode_rhk"]), []).append(row)
    return usulan([(umpan_balik(rows.get(r.kode, []), periode), r.utama) for r in postings_rhk])


def perilaku_kerja(who, tables):
    """The atasan's rows over the seven values; unlike ratings of one value settle nothing."""
    values = {aspek: set() for aspek in A.BERAKHLAK}
    for row in tables["perilaku"]:
        if nip(row["nip"]) == who and source(row) == "atasan" and key(row["aspek"]) in values and clean(row["nilai"]):
            values[key(row["aspek"])].add(rating_perilaku_cell(row["nilai"]))
    return usulan([(v.pop() if len(v) == 1 else None, True) for v in values.values()])


def typed(who, tables, periode):
    """(hasil, perilaku, predikat) of the penilaian row for the assessed period."""
    result = (None, None, None)
    for row in tables["penilaian"]:
        if nip(row["nip"]) == who and Periode(clean(row["periode"]), periode.tahun) == periode:
            result = (read_rating(row["hasil_kerja"]), read_rating(row["perilaku_kerja"]), read_predikat(row["hasil_akhir"]))
    return result


def rating_pimpinan(who, tables):
    for row in tables["unit"]:
        if nip(row["nip_pimpinan"]) == who and clean(row["predikat_organisasi"]):
            return A.RATING_PIMPINAN[key(row["predikat_organisasi"])]
    return None


def decide(typed_ratings, pimpinan, usulan_hasil, usulan_perilaku):
    """(hasil, perilaku, predikat): who decides, and the quadrant's cell."""
    typed_hasil, typed_perilaku, typed_predikat = typed_ratings
    hasil = typed_hasil or pimpinan or usulan_hasil
    perilaku = typed_perilaku or usulan_perilaku
    if hasil and perilaku:
        return hasil, perilaku, A.KUADRAN[hasil, perilaku]
    if not hasil and not perilaku:
        return None, None, typed_predikat
    return hasil, perilaku, None


def assess(pegawai, tables, periode):
    """{hasil, perilaku, predikat, sebab} of a person; only the last posting's RHK count."""
    sebab, rows = set(), {}
    for row in tables["realisasi"]:
        if nip(row["nip"]) == pegawai.nip:
            rows.setdefault((key(row["kode_rhk"]), key(row["aspek"]), int(clean(row["no_indikator"]) or 1)), []).append(row)
    rhk = pegawai.terakhir.rhk
    if not rhk and tables["skp"]:
        sebab.add(TANPA_SKP)
    for item in rhk:
        for indikator in item.indikator:
            _, why = gather(rows.get((item.kode, indikator.aspek, indikator.no), []), "", periode, numeric=False)
            sebab |= indikator.sebab | ({why} & {GANDA, CAMPUR})
    hasil, perilaku, predikat = decide(
        typed(pegawai.nip, tables, periode), rating_pimpinan(pegawai.nip, tables),
        hasil_kerja(rhk, pegawai.nip, tables, periode), perilaku_kerja(pegawai.nip, tables))
    if predikat is None:
        sebab.add(PERLU_KEPUTUSAN if rhk else BELUM_DINILAI)
    return {"hasil": hasil, "perilaku": perilaku, "predikat": None if sebab else predikat, "sebab": sebab}
