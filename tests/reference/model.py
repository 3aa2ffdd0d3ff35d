"""The contract tables as people, postings and rencana hasil kerja (RHK)."""

import re
from dataclasses import dataclass, field
from datetime import date

import law as A
from capaian import GANDA
from figures import clean, half_up, key, nip, number
from periods import days_inside, months_of, periode_of
from tables import Row
from words import is_blank

# A yearly realisasi of a code that stands in two postings: nobody guesses whose it is (section 6). UMPAN: nor whose umpan balik.
TWO_POSTINGS = "realisasi_dua_penempatan"
UMPAN_TWO_POSTINGS = "umpan_balik_dua_penempatan"
OF_THE_RHK = ("jenis", "rhk", "kode_rhk_atasan", "nip_pemberi_tugas", "metode_kaskade", "lingkup", "mulai")
_JENJANG = re.compile(r"\b(ahli (?:pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\b")


@dataclass
class Indikator:
    aspek: str
    no: int
    row: Row
    capaian: object = None
    kategori: object = None
    nilai: object = None         # JPT only (1.3)
    realisasi: object = None     # combined, not rounded
    doubled: bool = False        # an unlike row of it in `skp`
    yearly: bool = False         # a yearly realisasi of a code in two postings
    sebab: set = field(default_factory=set)


@dataclass(eq=False)
class Rhk:
    kode: str
    jenis: str
    head: Row                    # the first row, for what belongs to the RHK
    posting: object = None
    indikator: list = field(default_factory=list)
    realisasi: list = field(default_factory=list)
    rata_capaian: object = None
    kategori: object = None
    nilai: object = None
    tertimbang: object = None    # of a tambahan: its points
    sebab: set = field(default_factory=set)
    unlike: bool = False         # a later row says something else of what belongs to the RHK

    @property
    def utama(self):
        return self.jenis == "utama"

    def kode_atasan(self):
        return [key(code) for code in re.split(r"[;,\n]", self.head["kode_rhk_atasan"]) if clean(code)]

    def rows_of(self, indikator):
        return [r for r in self.realisasi if place_of(r) == (indikator.aspek, indikator.no)]


@dataclass(eq=False)
class Posting:
    """A posting: one row of `pegawai`."""
    row: Row
    mulai: date
    selesai: date
    months: int = 0
    days: int = 0                # of the period
    rhk: list = field(default_factory=list)
    reversed: bool = False       # `selesai` before `mulai`: a date that cannot be used

    @property
    def jenis(self):
        return key(self.row["jenis_jabatan"])

    @property
    def atasan(self):
        return nip(self.row["nip_atasan"])

    @property
    def jenjang(self):
        """Of the column, or read from the jabatan where the column is empty; None where neither says one."""
        if clean(self.row["jenjang"]):
            return key(self.row["jenjang"]) if key(self.row["jenjang"]) in A.KOEFISIEN else None
        found = _JENJANG.search(key(self.row["jabatan"]))
        return found[1] if found else None


@dataclass(eq=False)
class Pegawai:
    nip: str
    postings: list               # those that touch the period, in order of mulai
    outside: list                # those that do not
    overlapping: bool
    only_plt: bool
    rhk: list = field(default_factory=list)

    @property
    def due(self):
        """Those that have a month: due and counted in the numeric sets."""
        return [p for p in self.postings if p.months]

    @property
    def last(self):
        """The last by date, with a month or without (section 6)."""
        return self.postings[-1]

    @property
    def status(self):
        return key(self.last.row["status"]) or "aktif"

    def last_says_yes(self, column):
        return key(self.last.row[column]) == "ya"


def place_of(row):
    """(aspek, no) of a row of `skp` or `realisasi`."""
    return key(row["aspek"]), int(number(row["no_indikator"]) or 1)


def _date(text, default):
    return date.fromisoformat(clean(text)) if clean(text) else default


def _postings(rows, periode):
    """Open ends reach past the period on both sides."""
    found = [Posting(r, _date(r["mulai"], date.min), _date(r["selesai"], date.max)) for r in rows]
    for posting in found:
        if posting.mulai > posting.selesai:
            posting.reversed, posting.selesai = True, max(posting.mulai, periode.last_day())
    return sorted(found, key=lambda p: p.mulai)


def people(tables, periode):
    """{nip: Pegawai} with everybody's SKP and realisasi hung on the posting they belong to."""
    rows = {}
    for row in tables["pegawai"]:
        rows.setdefault(nip(row["nip"]), []).append(row)
    result = {}
    for who, own in rows.items():
        definitive = [r for r in own if key(r["plt"]) != "ya"]
        postings = _postings(definitive or own, periode)
        touching = [p for p in postings if days_inside(p.mulai, p.selesai, periode.first_day(), periode.last_day())] or postings
        for posting, months in zip(touching, months_of([(p.mulai, p.selesai) for p in touching], periode)):
            posting.months = months
            posting.days = days_inside(posting.mulai, posting.selesai, periode.first_day(), periode.last_day())
        overlap = any(days_inside(a.mulai, a.selesai, b.mulai, b.selesai) for i, a in enumerate(touching) for b in touching[:i])
        outside = [p for p in postings if p not in touching]
        result[who] = Pegawai(who, touching, outside, overlap and bool(definitive), not definitive)
    for row in tables["skp"]:
        if nip(row["nip"]) in result:
            _add_row(result[nip(row["nip"])], row, periode)
    for row in tables["realisasi"]:
        if nip(row["nip"]) in result:
            _add_realisasi(result[nip(row["nip"])], row, periode)
    return result


def _add_row(pegawai, row, periode):
    """A row of `skp`. A code is one RHK within a posting; a later row may leave what belongs to the RHK blank."""
    kode = key(row["kode_rhk"])
    same = [r for r in pegawai.rhk if r.kode == kode]
    posting = same[-1].posting if same and not clean(row["mulai"]) else _posting_of(pegawai, row["mulai"], periode)
    rhk = next((r for r in same if r.posting is posting), None)
    if rhk is None:
        rhk = Rhk(kode, key(row["jenis"]), row, posting)
        if posting:
            posting.rhk.append(rhk)
        pegawai.rhk.append(rhk)
    rhk.unlike = rhk.unlike or any(clean(row[c]) and key(row[c]) != key(rhk.head[c]) for c in OF_THE_RHK)
    aspek, no = place_of(row)
    for other in rhk.indikator:
        if (other.aspek, other.no) == (aspek, no):     # equal and poorer rows are gone already
            other.sebab.add(GANDA)
            other.doubled = True
            return
    rhk.indikator.append(Indikator(aspek, no, row))


def _posting_of(pegawai, mulai, periode):
    """The posting an `skp.mulai` lies in; None where it is one outside the period, or none at all."""
    if not clean(mulai):
        return pegawai.last
    day = date.fromisoformat(clean(mulai))
    known = sorted(pegawai.postings + pegawai.outside, key=lambda p: p.mulai)
    holder = next((p for p in reversed(known) if p.mulai <= day <= p.selesai), None)
    if holder is None and day < periode.first_day():
        first = periode.first_day()
        holder = next((p for p in reversed(pegawai.postings) if p.mulai <= first <= p.selesai), None)
    return holder if holder in pegawai.postings else None


def _add_realisasi(pegawai, row, periode):
    """A code in two postings: the posting in which the row's period ends; a yearly row settles nothing."""
    said = clean(row["realisasi"]) or clean(row["umpan_balik"])
    found = [r for r in pegawai.rhk if r.kode == key(row["kode_rhk"]) and r.posting]
    when = periode_of(clean(row["periode"]).upper(), periode)
    if not said or not when.within(periode):
        return
    if len(found) > 1 and when == periode:
        for rhk in found:
            for indikator in (i for i in rhk.indikator if (i.aspek, i.no) == place_of(row)):
                rhk.sebab.add(TWO_POSTINGS)
                if indikator.yearly and clean(row["realisasi"]):
                    indikator.sebab.add(GANDA)  # two yearly rows, whosever they are
                indikator.yearly = indikator.yearly or bool(clean(row["realisasi"]))
            if not is_blank(row["umpan_balik"]):
                rhk.sebab.add(UMPAN_TWO_POSTINGS)
        return
    if len(found) > 1:
        found = [r for r in found if r.posting.mulai <= when.last_day() <= r.posting.selesai]
    for rhk in found:
        rhk.realisasi.append(row)


def predikat_numerik(nilai, ide_baru):
    """Pasal 41(5): half-open bands; Sangat Baik wants ide baru as well."""
    if nilai >= A.AMBANG_SANGAT_BAIK and ide_baru:
        return A.SB
    return next(name for edge, name in A.BAND_PREDIKAT if nilai >= edge)


def earns_kredit(pegawai, kredit_untuk):
    """Section 3: angka kredit is for PNS (where an agency says no other); an empty jenis_pegawai is PNS."""
    return (key(pegawai.last.row["jenis_pegawai"]) or "pns") in {who.casefold() for who in kredit_untuk}


def angka_kredit(pegawai, predikat, agency):
    """Section 3: the JF months, rounded once; none on tugas belajar, nor where a jenjang of them is unknown."""
    if not earns_kredit(pegawai, agency.kredit_untuk) or pegawai.status == "tugas_belajar":
        return None
    fungsional = [p for p in pegawai.due if p.jenis == A.FUNGSIONAL]
    if not fungsional or any(p.jenjang is None for p in fungsional):
        return None
    return half_up(sum(kredit(p.months, predikat, p.jenjang) for p in fungsional), agency.desimal_kredit)


def kredit(bulan, predikat, jenjang):
    return A.KOEFISIEN[jenjang] * A.PCT_ANGKA_KREDIT[predikat] * bulan / (12 * 100)
