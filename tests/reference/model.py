"""The contract tables of a folder as people, postings and rencana hasil kerja (RHK)."""

import csv
import os
import re
from dataclasses import dataclass, field
from datetime import date

import aturan as A
from angka import clean, half_up, key, number
from capaian import GANDA
from waktu import days_inside, months_of

TABLES = ["pegawai", "unit", "sasaran", "skp", "realisasi", "perilaku", "penilaian", "pengecualian"]
# What belongs to the RHK is taken from its first row (masukan.md section 1).
_RHK_FIELDS = ["jenis", "kode_rhk_atasan", "nip_pemberi_tugas", "metode_kaskade", "lingkup", "mulai"]


class Row(dict):
    """A table row in which a column that is not there is an empty cell."""

    def __missing__(self, column):
        return ""


@dataclass
class Indikator:
    aspek: str
    no: int
    row: Row
    ganda: bool = False          # two unlike rows of this indicator
    capaian: object = None
    kategori: object = None
    nilai: object = None         # JPT only (1.3)
    sebab: set = field(default_factory=set)


@dataclass
class Rhk:
    kode: str
    jenis: str
    head: Row                    # the first row, for what belongs to the RHK
    penempatan: object = None
    indikator: list = field(default_factory=list)
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


@dataclass
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


@dataclass
class Pegawai:
    nip: str
    penempatan: list             # those that have a month, in order of mulai
    semua: list                  # every posting of the formula, with a month or without
    bertumpuk: bool
    rhk: list = field(default_factory=list)

    @property
    def terakhir(self):
        return (self.penempatan or self.semua)[-1]

    def terakhir_ya(self, column):
        return key(self.terakhir.row[column]) == "ya"


def nip(text):
    return re.sub(r"[\s']", "", clean(text))


def load(folder):
    """{table: [Row]}; a table without a file is empty."""
    tables = {}
    for name in TABLES:
        path = os.path.join(folder, name + ".csv")
        tables[name] = []
        if os.path.exists(path):
            with open(path, encoding="utf-8-sig", newline="") as file:
                tables[name] = [Row(r) for r in csv.DictReader(file)]
    return tables


def _date(text, default):
    return date.fromisoformat(clean(text)) if clean(text) else default


def _postings(rows, periode):
    found = [Penempatan(r, _date(r["mulai"], periode.first_day()), _date(r["selesai"], periode.last_day())) for r in rows]
    for posting in found:
        if clean(posting.row["mulai"]) and clean(posting.row["selesai"]) and posting.mulai > posting.selesai:
            posting.terbalik, posting.selesai = True, max(posting.mulai, periode.last_day())
    return sorted(found, key=lambda p: p.mulai)


def people(tables, periode):
    """{nip: Pegawai} with everybody's SKP hung on the posting it belongs to."""
    rows = {}
    for row in tables["pegawai"]:
        rows.setdefault(nip(row["nip"]), []).append(row)
    result = {}
    for who, own in rows.items():
        definitive = [r for r in own if key(r["plt"]) != "ya"]
        postings = _postings(definitive or own, periode)
        for posting, months in zip(postings, months_of([(p.mulai, p.selesai) for p in postings], periode)):
            posting.bulan = months
        overlap = any(days_inside(a.mulai, a.selesai, b.mulai, b.selesai) for i, a in enumerate(postings) for b in postings[:i])
        result[who] = Pegawai(who, [p for p in postings if p.bulan], postings, overlap and bool(definitive))
    for row in tables["skp"]:
        if nip(row["nip"]) in result:
            _add_row(result[nip(row["nip"])], row)
    return result


def _add_row(pegawai, row):
    kode = key(row["kode_rhk"])
    rhk = next((r for r in pegawai.rhk if r.kode == kode), None)
    if rhk is None:
        rhk = Rhk(kode, key(row["jenis"]), row)
        rhk.penempatan = _posting_of(pegawai, row["mulai"])
        if rhk.penempatan:
            rhk.penempatan.rhk.append(rhk)
        pegawai.rhk.append(rhk)
    aspek, no = key(row["aspek"]), int(number(row["no_indikator"]) or 1)
    for other in rhk.indikator:
        if (other.aspek, other.no) == (aspek, no):
            if {k: clean(v) for k, v in other.row.items()} != {k: clean(v) for k, v in row.items()}:
                other.ganda = True
                other.sebab.add(GANDA)
            return
    rhk.indikator.append(Indikator(aspek, no, row))


def _posting_of(pegawai, mulai):
    if not clean(mulai):
        return pegawai.terakhir
    day = date.fromisoformat(clean(mulai))
    return next((p for p in reversed(pegawai.semua) if p.mulai <= day <= p.selesai), None)


def predikat_numerik(nilai, ide_baru):
    """Pasal 41(5): half-open bands; Sangat Baik wants ide baru as well."""
    if nilai >= A.AMBANG_SANGAT_BAIK and ide_baru:
        return A.SB
    return next(name for edge, name in A.BAND_PREDIKAT if nilai >= edge)


def angka_kredit(pegawai, predikat):
    """Section 3: over the JF postings, rounded once; for those whose last posting is JF."""
    if pegawai.terakhir.jenis != A.FUNGSIONAL or key(pegawai.terakhir.row["jenjang"]) not in A.KOEFISIEN:
        return None
    total = 0
    for posting in pegawai.penempatan:
        jenjang = key(posting.row["jenjang"])
        if posting.jenis == A.FUNGSIONAL and jenjang in A.KOEFISIEN:
            total += kredit(posting.bulan, predikat, jenjang)
    return half_up(total, 2)


def kredit(bulan, predikat, jenjang):
    return A.KOEFISIEN[jenjang] * A.PCT_ANGKA_KREDIT[predikat] * bulan / (12 * 100)
