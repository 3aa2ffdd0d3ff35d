"""Ratings and predikat of `permenpanrb-6-2022` (section 2)."""

from dataclasses import dataclass, field

import law as A
from agency import class_of
from capaian import CAMPUR, GANDA, capaian, gather, read_target
from figures import clean, key, mean, nip, number
from groups import predikat_of_unit
from model import TWO_POSTINGS, UMPAN_TWO_POSTINGS
from perilaku import TIDAK_LENGKAP, source
from periods import periode_of
from words import is_blank, is_code_column, read_predikat, read_rating, read_value_rating

PERLU_KEPUTUSAN = "perlu_keputusan_penilai"
UMPAN_BALIK_KOSONG = "umpan_balik_kosong"
BELUM_DINILAI = "belum_dinilai"
TANPA_SKP = "tanpa_skp"
RATINGS = (A.ATAS, A.SESUAI, A.BAWAH)
TANPA_CAPAIAN = "tanpa_capaian"                # own word: nothing was said, and the agency's threshold has no capaian to look at
PREDIKAT_TIDAK_SAH = "predikat_tidak_sah"      # own word: a predikat that the law does not allow here


@dataclass
class Proposal:
    """A proposed rating, or why there is none."""
    rating: str = None
    sebab: set = field(default_factory=set)
    by_figures: bool = False       # an agency's thresholds had a part in it: it never stands against a typed rating


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
    return class_of(mean(figures), ambang, RATINGS)


def hasil_kerja(rhk_list, periode, agency):
    """The proposal over all RHK, utama and tambahan alike (rules 1 to 5)."""
    items, sebab, by_figures = [], set(), False
    for rhk in rhk_list:
        said = umpan_balik(rhk, periode, agency.kata_umpan_balik)
        if UMPAN_TWO_POSTINGS in rhk.sebab:
            sebab.add(UMPAN_TWO_POSTINGS)
            continue
        if not said and agency.ambang_capaian:
            by_capaian = rating_by_capaian(rhk, agency.ambang_capaian, periode)
            said = {by_capaian} if by_capaian else set()
            sebab |= set() if by_capaian else {TANPA_CAPAIAN}
            by_figures = True
        if not said:
            sebab.add(UMPAN_BALIK_KOSONG)
        elif len(said) > 1 or None in said:
            sebab.add(PERLU_KEPUTUSAN)
        else:
            items.append((said.pop(), rhk.utama))
    if sebab or not rhk_list:
        return Proposal(None, sebab, by_figures)
    rating = propose_hasil_kerja(items)
    return Proposal(rating, set() if rating else {PERLU_KEPUTUSAN}, by_figures)


# --- perilaku -----------------------------------------------------------------------------


def propose_perilaku(ratings):
    """Rules 2 to 5 over the seven values; None = perlu keputusan penilai."""
    n = len(ratings)
    above, below = ratings.count(A.ATAS), ratings.count(A.BAWAH)
    if below == 0:
        return A.ATAS if 2 * above > n else A.SESUAI
    return A.BAWAH if 2 * below > n else None


def value_rating(text, ambang):
    """The rating of one of the seven values: in words, or a figure of 0-120 where an agency's file says what it means."""
    figure = number(text)
    if ambang and figure is not None and 0 <= figure <= 120:
        return class_of(figure, ambang, RATINGS)
    return read_value_rating(text)


def perilaku_kerja(who, tables, ambang):
    """The atasan's rows over the seven values; unlike ratings of one value settle nothing."""
    values, by_figures = {aspek: set() for aspek in A.BERAKHLAK}, False
    for row in tables["perilaku"]:
        if nip(row["nip"]) == who and source(row) == "atasan" and key(row["aspek"]) in values and not is_blank(row["nilai"]):
            values[key(row["aspek"])].add(value_rating(row["nilai"], ambang))
            by_figures = by_figures or (bool(ambang) and number(row["nilai"]) is not None)
    sebab = set()
    if tables["perilaku"] and any(not said for said in values.values()):     # without the table, nobody has been rated
        sebab.add(TIDAK_LENGKAP)
    if any(len(said) > 1 or None in said for said in values.values()):
        sebab.add(PERLU_KEPUTUSAN)
    if sebab or not tables["perilaku"]:
        return Proposal(None, sebab, by_figures)
    rating = propose_perilaku([said.pop() for said in values.values()])
    return Proposal(rating, set() if rating else {PERLU_KEPUTUSAN}, by_figures)


# --- who decides --------------------------------------------------------------------------


def is_plt_row(row):
    return clean(row["is_skp_plt_plh_pjb"]) not in ("", "0")


def rows_that_count(pegawai, tables, periode):
    """The rows of `penilaian` for the period; a Plt row only for somebody all of whose postings are; after a transfer the latest posting's."""
    rows = [row for row in tables["penilaian"] if nip(row["nip"]) == pegawai.nip and periode_of(clean(row["periode"]).upper(), periode) == periode
            and (pegawai.only_plt or not is_plt_row(row))]
    latest = max((clean(row["periode_akhir_skp"]) for row in rows), default="")
    return [row for row in rows if clean(row["periode_akhir_skp"]) == latest]


def typed(pegawai, tables, periode):
    """((hasil, perilaku, predikat), sebab) of the penilaian row that counts."""
    codes = is_code_column([row["hasil_akhir"] for row in tables["penilaian"]])
    found = {(read_rating(row["hasil_kerja"]), read_rating(row["perilaku_kerja"]), read_predikat(row["hasil_akhir"], codes))
             for row in rows_that_count(pegawai, tables, periode)}
    if len(found) > 1:                          # a row that rates nothing is no other word
        found.discard((None, None, None))
    if len(found) > 1:                          # equal and poorer rows are gone already
        return (None, None, None), {GANDA}
    return (found.pop() if found else (None, None, None)), set()


def organisasi_of_head(pegawai, tables, agency):
    """The predikat organisasi of the unit that somebody leads, `""` where he leads none or it has none."""
    led = [row for row in tables["unit"] if nip(row["nip_pimpinan"]) == pegawai.nip]
    own = [row for row in led if key(row["unit_kerja"]) == key(pegawai.last.row["unit_kerja"])]
    return next((predikat_of_unit(row, agency) for row in own or led), "")


def has_shown_work(pegawai, periode):
    """Whether there is realisasi or umpan balik of his in the period."""
    return any(_has_word(row, periode) for rhk in pegawai.rhk for row in rhk.realisasi)


def rating_pimpinan(pegawai, tables, periode, agency):
    """A head's hasil kerja by the predikat organisasi, only where he has realisasi or umpan balik in the period."""
    organisasi = organisasi_of_head(pegawai, tables, agency)
    if not organisasi or not has_shown_work(pegawai, periode):
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


@dataclass
class Verdict:
    """What stands about somebody in 6/2022, and what it was reached from (`findings.py` tells it)."""
    typed: tuple = (None, None, None)
    doubled: bool = False                      # unlike rows of `penilaian`
    tidak_lulus: bool = False
    pimpinan: str = None                       # a head's hasil kerja by the predikat organisasi
    hasil: Proposal = field(default_factory=Proposal)
    perilaku: Proposal = field(default_factory=Proposal)
    final: tuple = (None, None, None)          # hasil, perilaku, predikat
    sebab: set = field(default_factory=set)

    @property
    def terbuka(self):
        """The ratings that the contract leaves open: those nobody typed, beside a typed predikat."""
        by_predikat = self.typed[2] is not None or self.tidak_lulus
        return [name for name, rating in (("rating_hasil_kerja", self.final[0]), ("rating_perilaku", self.final[1])) if rating is None and by_predikat]


def assess(pegawai, tables, periode, agency, calibration=None):
    """The Verdict about a person; only the last posting's RHK count. What a Kalibrasi sets stands above what is typed."""
    rhk_list = pegawai.last.rhk
    sebab = set() if rhk_list or not tables["skp"] else {TANPA_SKP}
    for rhk in rhk_list:
        for indikator in rhk.indikator:
            _, why = gather(rhk.rows_of(indikator), "", periode, numeric=False)
            sebab |= indikator.sebab | ({why} & {GANDA, CAMPUR})
    typed_ratings, why = typed(pegawai, tables, periode)
    if calibration:
        typed_ratings = calibration.over(pegawai.nip, typed_ratings)
    found = Verdict(typed_ratings, bool(why), is_tidak_lulus(pegawai), rating_pimpinan(pegawai, tables, periode, agency),
                    hasil_kerja(rhk_list, periode, agency), perilaku_kerja(pegawai.nip, tables, agency.ambang_perilaku))
    sebab |= why
    if found.doubled:                          # nobody guesses which row decides, and nothing is proposed in its place
        why = set()
    elif found.tidak_lulus:
        *found.final, why = decide_tidak_lulus(typed_ratings)
    else:
        *found.final, why = decide(typed_ratings, found.pimpinan, found.hasil, found.perilaku)
    sebab |= why
    if found.final[2] is None and not sebab:
        sebab.add(BELUM_DINILAI)
    if sebab:
        found.final = (*found.final[:2], None)
    found.sebab = sebab
    return found
