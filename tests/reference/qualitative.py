"""Ratings and predikat of `permenpanrb-6-2022` (section 2)."""

from dataclasses import dataclass, field

import law as A
from capaian import CAMPUR, GANDA, capaian, gather, read_target
from figures import clean, key, mean, nip, number
from model import TWO_POSTINGS, UMPAN_TWO_POSTINGS
from perilaku import TIDAK_LENGKAP, source
from periods import periode_of
from words import is_blank, is_code_column, read_predikat, read_rating, read_value_rating

PERLU_KEPUTUSAN = "perlu_keputusan_penilai"
UMPAN_BALIK_KOSONG = "umpan_balik_kosong"
BELUM_DINILAI = "belum_dinilai"
TANPA_SKP = "tanpa_skp"
TANPA_CAPAIAN = "tanpa_capaian"                # own word: nothing was said, and the agency's threshold has no capaian to look at
PREDIKAT_TIDAK_SAH = "predikat_tidak_sah"      # own word: a predikat that the law does not allow here


@dataclass
class Proposal:
    """A proposed rating, or why there is none."""
    rating: str = None
    sebab: set = field(default_factory=set)


# --- hasil kerja --------------------------------------------------------------------------


def propose_hasil_kerja(items):
    """Rules 2 to 5. items: (rating, is it an RHK utama); None = perlu keputusan penilai."""
    n, utama = len(items), sum(is_utama for _, is_utama in items)
    above = sum(r == A.ATAS for r, _ in items)
    below = sum(r == A.BAWAH for r, _ in items)
    utama_below = sum(r == A.BAWAH and is_utama for r, is_utama in items)
    if 2 * above > n and utama_below == 0:
        return A.ATAS
    if 2 * below > n:
        return A.BAWAH
    if 2 * (n - below) > n and 2 * utama_below < utama:        # without any RHK utama: never
        return A.SESUAI
    return None


def umpan_balik(rhk, periode, words):
    """{rating or None for words that are none} of one RHK: its yearly rows, else its last period that has any."""
    given = []
    for row in rhk.realisasi:
        if not is_blank(row["umpan_balik"]):
            said = read_rating(row["umpan_balik"]) or words.get(key(row["umpan_balik"]))
            given.append((periode_of(clean(row["periode"]).upper(), periode), said))
    whole = {said for when, said in given if when == periode}
    last = max((when.bulan[-1] for when, _ in given), default=None)
    return whole or {said for when, said in given if when.bulan[-1] == last}


def rating_by_capaian(rhk, ambang, periode):
    """Agency thresholds: the mean capaian of an RHK's indicators; None where one has no capaian."""
    figures = []
    if TWO_POSTINGS in rhk.sebab:
        return None
    for indikator in rhk.indikator:
        target = read_target(indikator.row["target"], indikator.row["arah"])
        realisasi, why = gather(rhk.rows_of(indikator), indikator.row["akumulasi"], periode)
        figures.append(None if why or target is None or indikator.sebab else capaian(target, realisasi, A.P6))
    if None in figures:
        return None
    atas, sesuai = ambang
    return A.ATAS if mean(figures) >= atas else A.SESUAI if mean(figures) >= sesuai else A.BAWAH


def hasil_kerja(rhk_list, periode, agency):
    """The proposal over all RHK, utama and tambahan alike (rules 1 to 5)."""
    items, sebab = [], set()
    for rhk in rhk_list:
        said = umpan_balik(rhk, periode, agency.kata_umpan_balik)
        if UMPAN_TWO_POSTINGS in rhk.sebab:
            sebab.add(UMPAN_TWO_POSTINGS)
            continue
        if not said and agency.ambang_capaian:
            by_capaian = rating_by_capaian(rhk, agency.ambang_capaian, periode)
            said = {by_capaian} if by_capaian else set()
            sebab |= set() if by_capaian else {TANPA_CAPAIAN}
        if not said:
            sebab.add(UMPAN_BALIK_KOSONG)
        elif len(said) > 1 or None in said:
            sebab.add(PERLU_KEPUTUSAN)
        else:
            items.append((said.pop(), rhk.utama))
    if sebab or not rhk_list:
        return Proposal(None, sebab)
    rating = propose_hasil_kerja(items)
    return Proposal(rating, set() if rating else {PERLU_KEPUTUSAN})


# --- perilaku -----------------------------------------------------------------------------


def propose_perilaku(ratings):
    """Rules 2 to 5 over the seven values; None = perlu keputusan penilai."""
    n = len(ratings)
    above, below = ratings.count(A.ATAS), ratings.count(A.BAWAH)
    if below == 0:
        return A.ATAS if 2 * above > n else A.SESUAI
    return A.BAWAH if 2 * below > n else None


def perilaku_kerja(who, tables):
    """The atasan's rows over the seven values; unlike ratings of one value settle nothing."""
    values = {aspek: set() for aspek in A.BERAKHLAK}
    for row in tables["perilaku"]:
        if nip(row["nip"]) == who and source(row) == "atasan" and key(row["aspek"]) in values and not is_blank(row["nilai"]):
            values[key(row["aspek"])].add(read_value_rating(row["nilai"]))
    sebab = set()
    if any(not said for said in values.values()):
        sebab.add(TIDAK_LENGKAP)
    if any(len(said) > 1 or None in said for said in values.values()):
        sebab.add(PERLU_KEPUTUSAN)
    if sebab:
        return Proposal(None, sebab)
    rating = propose_perilaku([said.pop() for said in values.values()])
    return Proposal(rating, set() if rating else {PERLU_KEPUTUSAN})


# --- who decides --------------------------------------------------------------------------


def typed(pegawai, tables, periode):
    """((hasil, perilaku, predikat), sebab) of the penilaian row for the period; a Plt row only for somebody all of whose postings are."""
    codes = is_code_column([row["hasil_akhir"] for row in tables["penilaian"]])
    found = []
    for row in tables["penilaian"]:
        plt = clean(row["is_skp_plt_plh_pjb"]) not in ("", "0")
        if nip(row["nip"]) == pegawai.nip and periode_of(clean(row["periode"]).upper(), periode) == periode and (pegawai.only_plt or not plt):
            found.append((read_rating(row["hasil_kerja"]), read_rating(row["perilaku_kerja"]), read_predikat(row["hasil_akhir"], codes)))
    if len(set(found)) > 1:                     # equal and poorer rows are gone already
        return (None, None, None), {GANDA}
    return (found[0] if found else (None, None, None)), set()


def rating_pimpinan(pegawai, tables, periode):
    """A head's hasil kerja by the predikat organisasi, only where he has realisasi or umpan balik in the period."""
    led = [row for row in tables["unit"] if nip(row["nip_pimpinan"]) == pegawai.nip]
    own = [row for row in led if key(row["unit_kerja"]) == key(pegawai.last.row["unit_kerja"])]
    organisasi = next((key(row["predikat_organisasi"]) for row in own or led), "")
    if not organisasi or not any(_has_word(row, periode) for rhk in pegawai.rhk for row in rhk.realisasi):
        return None
    return A.RATING_PIMPINAN[organisasi]


def _has_word(row, periode):
    return periode_of(clean(row["periode"]).upper(), periode).within(periode) and bool(clean(row["realisasi"]) or not is_blank(row["umpan_balik"]))


def fits(hasil, perilaku, predikat):
    """Whether some cell of the quadrant has this predikat, with what is known of the two ratings."""
    return any(cell == predikat and hasil in (None, h) and perilaku in (None, p) for (h, p), cell in A.KUADRAN.items())


def decide(typed_ratings, pimpinan, hasil, perilaku):
    """(hasil, perilaku, predikat, sebab). Only typed ratings stand against a typed predikat."""
    typed_hasil, typed_perilaku, predikat = typed_ratings
    if predikat and not (typed_hasil and typed_perilaku):
        if not fits(typed_hasil, typed_perilaku, predikat):
            return typed_hasil, typed_perilaku, None, {PERLU_KEPUTUSAN}
        return typed_hasil, typed_perilaku, predikat, set()
    final_hasil = typed_hasil or pimpinan or hasil.rating
    final_perilaku = typed_perilaku or perilaku.rating
    if final_hasil and final_perilaku:
        return final_hasil, final_perilaku, A.KUADRAN[final_hasil, final_perilaku], set()
    sebab = (set() if final_hasil else hasil.sebab) | (set() if final_perilaku else perilaku.sebab)
    return final_hasil, final_perilaku, None, sebab


def decide_tidak_lulus(typed_ratings):
    """Studies not finished: Kurang or Sangat Kurang as typed, by predikat or by a cell; nothing is proposed (p. 100, 103)."""
    hasil, perilaku, predikat = typed_ratings
    cell = A.KUADRAN.get((hasil, perilaku))
    if predikat is None and cell in (A.K, A.SK):
        predikat = cell
    if predikat is None:
        return hasil, perilaku, None, {PERLU_KEPUTUSAN}
    if predikat not in (A.K, A.SK):
        return hasil, perilaku, None, {PREDIKAT_TIDAK_SAH}
    return hasil, perilaku, predikat, set()


def is_tidak_lulus(pegawai):
    return pegawai.status == "tugas_belajar" and key(pegawai.last.row["studi"]) == "tidak_lulus"


def assess(pegawai, tables, periode, agency):
    """{hasil, perilaku, predikat, sebab, terbuka} of a person; only the last posting's RHK count.

    `terbuka` names the ratings that the contract leaves open: those nobody typed, beside a typed predikat.
    """
    rhk_list = pegawai.last.rhk
    sebab = set() if rhk_list or not tables["skp"] else {TANPA_SKP}
    for rhk in rhk_list:
        for indikator in rhk.indikator:
            _, why = gather(rhk.rows_of(indikator), "", periode, numeric=False)
            sebab |= indikator.sebab | ({why} & {GANDA, CAMPUR})
    typed_ratings, why = typed(pegawai, tables, periode)
    sebab |= why
    if why:                                     # nobody guesses which row decides, and nothing is proposed in its place
        hasil, perilaku, predikat, why = None, None, None, set()
    elif is_tidak_lulus(pegawai):
        hasil, perilaku, predikat, why = decide_tidak_lulus(typed_ratings)
    else:
        hasil, perilaku, predikat, why = decide(
            typed_ratings, rating_pimpinan(pegawai, tables, periode), hasil_kerja(rhk_list, periode, agency), perilaku_kerja(pegawai.nip, tables))
    sebab |= why
    if predikat is None and not sebab:
        sebab.add(BELUM_DINILAI)
    by_predikat = typed_ratings[2] is not None or is_tidak_lulus(pegawai)
    terbuka = [name for name, rating in (("rating_hasil_kerja", hasil), ("rating_perilaku", perilaku)) if rating is None and by_predikat]
    return {"hasil": hasil, "perilaku": perilaku, "predikat": None if sebab else predikat, "sebab": sebab, "terbuka": terbuka,
            "galat": _is_wrong(typed_ratings, is_tidak_lulus(pegawai), sebab)}


def _is_wrong(typed_ratings, tidak_lulus, sebab):
    """Whether a finding HSL galat is due: a typed predikat that is not the cell, or not one the law allows; None where it is open."""
    hasil, perilaku, predikat = typed_ratings
    cell = A.KUADRAN.get((hasil, perilaku))
    if tidak_lulus:
        return PREDIKAT_TIDAK_SAH in sebab
    if GANDA in sebab or (predikat and cell is None):
        return None
    return bool(predikat) and predikat != cell
