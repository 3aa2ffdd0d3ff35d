"""The contract tables of a folder, with equal and poorer rows taken out (section 6, "Equal rows").

Rows are equal when their cells mean the same: after cleaning, with the defaults of masukan.md section 1 for
empty cells, figures by their value, ratings by their meaning. A row is poorer when every cell that it fills
says the same as the other row's; it counts as that other row does.
"""

import csv
import os

from figures import clean, key, nip, number
from periods import periode_of
from words import is_blank, read_predikat, read_rating

TABLES = ["pegawai", "unit", "sasaran", "skp", "realisasi", "perilaku", "penilaian", "pengecualian", "riwayat"]

# The columns that say which row this is; only rows that agree in all of them are compared. A Plt row is never the same as a definitive one.
IDENTITY = {
    "pegawai": ["nip", "plt"], "skp": ["nip", "kode_rhk", "aspek", "no_indikator"], "realisasi": ["nip", "kode_rhk", "aspek", "no_indikator", "periode"],
    "perilaku": ["nip", "aspek", "penilai"], "penilaian": ["nip", "periode", "is_skp_plt_plh_pjb", "periode_akhir_skp"], "pengecualian": ["nip"],
}
DEFAULTS = {"arah": "naik", "akumulasi": "akhir", "no_indikator": "1", "metode_kaskade": "langsung", "kelompok": "perjanjian_kinerja", "lingkup": "1",
            "penilai": "atasan", "plt": "tidak", "kepemimpinan": "tidak", "ide_baru": "tidak", "target_maksimal": "tidak", "status": "aktif", "jenis_pegawai": "pns",
            "is_skp_plt_plh_pjb": "0"}


class Row(dict):
    """A table row in which a column that is not there is an empty cell."""

    def __missing__(self, column):
        return ""


def load(folder, periode):
    """{table: [Row]}; a table without a file is empty."""
    tables = {}
    for name in TABLES:
        path = os.path.join(folder, name + ".csv")
        tables[name] = []
        if os.path.exists(path):
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = [Row(r) for r in csv.DictReader(file)]
            tables[name] = distinct(name, rows, periode) if name in IDENTITY else rows
    return tables


def distinct(table, rows, periode):
    """The rows in their order, each equal or poorer one left out."""
    groups = {}
    for place, row in enumerate(rows):
        identity = tuple(_meaning(column, row[column], periode) or DEFAULTS.get(column) for column in IDENTITY[table])
        groups.setdefault(identity, []).append(place)
    gone = set()
    for places in groups.values():
        if len(places) > 1:
            gone |= _poorer([(place, {column: _meaning(column, cell, periode) for column, cell in rows[place].items()}) for place in places])
    return [row for place, row in enumerate(rows) if place not in gone]


def _poorer(group):
    gone = set()
    for place, meaning in group:
        if any(other not in gone and _says_no_more(meaning, richer) for other, richer in group if other != place):
            gone.add(place)
    return gone


def _says_no_more(poorer, richer):
    return all(cell is None or cell == _filled(richer, column) for column, cell in poorer.items())


def _filled(meaning, column):
    cell = meaning.get(column)
    return DEFAULTS.get(column) if cell is None else cell


def _meaning(column, cell, periode):
    """What a cell says, None where it is empty; equal meanings compare equal."""
    if column == "periode":
        return periode_of(clean(cell).upper(), periode)
    if column in ("hasil_kerja", "perilaku_kerja", "hasil_akhir", "umpan_balik"):
        if is_blank(cell):
            return None
        return (read_predikat(cell) if column == "hasil_akhir" else read_rating(cell)) or key(cell)
    if not clean(cell):
        return None
    if column == "kode_rhk":
        return key(cell)
    if column.startswith("nip"):
        return nip(cell)
    figure = number(cell)
    if figure is not None:
        return str(figure)
    return (column == "nilai" and read_rating(cell)) or key(cell)
