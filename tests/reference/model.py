"""The contract tables as people, postings and rencana hasil kerja (RHK)."""

import re
from dataclasses import dataclass, field
from datetime import date

import law as A
from capaian import GANDA
from figures import clean, half_up, key, nip, number
from periods import days_inside, months_of, periode_of
from tables import Row

# A yearly realisasi of a code that stands in two postings: nobody guesses whose it is (section 6).
DUA_PENEMPATAN = "realisasi_dua_penempatan"
_JENJANG = re.compile(r"\b(ahli (?:pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\b")


@dataclass
class Indikator:
    aspek: str
    no: int
    row: Row
    capaian: object = None
    kategori: object = None
    nilai: object = None         # JPT only (1.3)
    sebab: set = field(default_factory=set)


@dataclass(eq=False)
class Rhk:
    kode: str
    jenis: str
    head: Row                    # the first row, for what belongs to the RHK
    penempatan: object = None
    indikator: list = field(default_factory=list)
    realisasi: list = field(default_factory=list)
    rata_capaian: object = None
    kategori: object = None
    nilai: object = None
    tertimbang: object = None    # of a tambahan: its points
    sebab: set = field(default_factory=set)

    @property
    def utama(self):
        return self.jenis == "utama"

    def kode_atasan(self):
        return [key(code) for code in re.split(r"[;,\n]", self.head["kode_rhk_atasan"]) if clean(code)]

    def rows_of(self, indikator):
        return [r for r in self.realisasi if place_of(r) == (indikator.aspek, indikator.no)]


@dataclass(eq=False)
class Penempatan:
    """A posting: one row of `pegawai`."""
    row: Row
    mulai: date
    selesai: date
    bulan: int = 0
    rhk: list = field(default_factory=list)
    terbalik: bool = False       # `selesai` before `mulai`: a date that cannot be used

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
    semua: list                  # postings that touch the period, in order of mulai
    di_luar: list                # those that do not
    bertumpuk: bool
    hanya_plt: bool
    rhk: list = field(default_factory=list)

    @property
    def penempatan(self):
        """Those that have a month: due and counted in the numeric sets."""
        return [p for p in self.semua if p.bulan]

    @property
    def terakhir(self):
        """The last by date, with a month or without (section 6)."""
        return self.semua[-1]

    @property
    def status(self):
        return key(self.terakhir.row["status"]) or "aktif"

    def terakhir_ya(self, column):
        return key(self.terakhir.row[column]) == "ya"


def place_of(row):
    """(aspek, no) of a row of `skp` or `realisasi`."""
    return key(row["aspek"]), int(number(row["no_indikator"]) or 1)


def _date(text, default):
    return date.fromisoformat(clean(text)) if clean(text) else default


def _postings(rows, periode):
    """Open ends reach past the period on both sides."""
    found = [Penempatan(r, _date(r["mulai"], date.min), _date(r["selesai"], date.max)) for r in rows]
    for posting in found:
        if posting.mulai > posting.selesai:
            posting.terbalik, posting.selesai = True, max(posting.mulai, periode.last_day())
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
            posting.bulan = months
        overlap = any(days_inside(a.mulai, a.selesai, b.mulai, b.selesai) for i, a in enumerate(postings) for b in postings[:i])
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
    posting = same[-1].penempatan if same and not clean(row["mulai"]) else _posting_of(pegawai, row["mulai"], periode)
    rhk = next((r for r in same if r.penempatan is posting), None)
    if rhk is None:
        rhk = Rhk(kode, key(row["jenis"]), row, posting)
        if posting:
            posting.rhk.append(rhk)
        pegawai.rhk.append(rhk)
    aspek, no = place_of(row)
    for other in rhk.indikator:
        if (other.aspek, other.no) == (aspek, no):     # equal and poorer rows are gone already
            other.sebab.add(GANDA)
            return
    rhk.indikator.append(Indikator(aspek, no, row))


def _posting_of(pegawai, mulai, periode):
    """The posting an `skp.mulai` lies in; None where it is one outside the period, or none at all."""
    if not clean(mulai):
        return pegawai.terakhir
    day = date.fromisoformat(clean(mulai))
    known = sorted(pegawai.semua + pegawai.di_luar, key=lambda p: p.mulai)
    holder = next((p for p in reversed(known) if p.mulai <= day <= p.selesai), None)
    if holder is None and day < periode.first_day():
        first = periode.first_day()
        holder = next((p for p in reversed(pegawai.semua) if p.mulai <= first <= p.selesai), None)
    return holder if holder in pegawai.semua else None


def _add_realisasi(pegawai, row, periode):
    """A code in two postings: the posting in which the row's period ends; a yearly row settles nothing."""
    said = clean(row["realisasi"]) or clean(row["umpan_balik"])
    found = [r for r in pegawai.rhk if r.kode == key(row["kode_rhk"]) and r.penempatan]
    when = periode_of(clean(row["periode"]).upper(), periode)
    if not said or not when.within(periode):
        return
    if len(found) > 1 and when == periode:
        for rhk in found:
            rhk.sebab.add(DUA_PENEMPATAN)
        return
    if len(found) > 1:
        found = [r for r in found if r.penempatan.mulai <= when.last_day() <= r.penempatan.selesai]
    for rhk in found:
        rhk.realisasi.append(row)


def predikat_numerik(nilai, ide_baru):
    """Pasal 41(5): half-open bands; Sangat Baik wants ide baru as well."""
    if nilai >= A.AMBANG_SANGAT_BAIK and ide_baru:
        return A.SB
    return next(name for edge, name in A.BAND_PREDIKAT if nilai >= edge)


def angka_kredit(pegawai, predikat):
    """Section 3: a PNS's JF months with a known jenjang, rounded once; none on tugas belajar."""
    if (key(pegawai.terakhir.row["jenis_pegawai"]) or "pns") != "pns" or pegawai.status == "tugas_belajar":
        return None
    parts = [kredit(p.bulan, predikat, p.jenjang) for p in pegawai.penempatan if p.jenis == A.FUNGSIONAL and p.jenjang]
    return half_up(sum(parts), 2) if parts else None


def kredit(bulan, predikat, jenjang):
    return A.KOEFISIEN[jenjang] * A.PCT_ANGKA_KREDIT[predikat] * bulan / (12 * 100)
