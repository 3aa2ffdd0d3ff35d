#!/usr/bin/env python3
"""A small random instansi as contract tables: adversarial, yet written as masukan.md section 1 asks."""

import argparse
import csv
import os
import random

import aturan as A
from acak_orang import Susunan
from acak_penilaian import pengecualian, penilaian, perilaku_berakhlak, perilaku_numerik
from acak_skp import Skp

COLUMNS = {
    "pegawai": "nip nama jabatan jenis_jabatan unit_kerja nip_atasan jenis_pegawai golongan jenjang mulai selesai plt kepemimpinan ide_baru rekomendasi_ide status nilai_ditetapkan sumber_nilai",
    "unit": "unit_kerja unit_induk nip_pimpinan predikat_organisasi",
    "sasaran": "kode unit_kerja sasaran indikator target satuan",
    "skp": "nip kode_rhk jenis rhk kode_rhk_atasan nip_pemberi_tugas metode_kaskade kelompok perspektif aspek no_indikator indikator target satuan arah target_maksimal akumulasi bobot lingkup nomor_sk tanggal_penetapan batas_waktu mulai",
    "realisasi": "nip kode_rhk aspek no_indikator periode realisasi bukti umpan_balik",
    "perilaku": "nip aspek penilai nip_penilai nilai",
    "penilaian": "nip periode hasil_kerja perilaku_kerja hasil_akhir",
    "pengecualian": "nip alasan keterangan",
}


ANGKA = {"skp": ["target", "bobot"], "realisasi": ["realisasi"], "perilaku": ["nilai"], "pegawai": ["nilai_ditetapkan"]}


def instansi(benih, banyak, aturan):
    """{table: rows}; the same benih gives the same tables."""
    rng = random.Random(f"{benih}/{aturan}")
    susunan = Susunan(rng, banyak, aturan, kotor=rng.choice([0, 0.01, 0.03, 0.08]))
    skp = Skp(susunan)
    if aturan == A.P6:
        perilaku = perilaku_berakhlak(susunan, skp.spelled)
    else:
        perilaku = perilaku_numerik(susunan)
    tables = {
        "pegawai": susunan.rows(), "unit": susunan.unit,
        "sasaran": [{"kode": k, "unit_kerja": "Dinas Contoh", "sasaran": f"Sasaran {k}", "indikator": "Indeks", "target": "80", "satuan": "poin"} for k in ("S1", "S2")],
        "skp": skp.skp, "realisasi": skp.realisasi, "perilaku": perilaku,
        "penilaian": penilaian(susunan, skp.spelled) if aturan == A.P6 else [],
        "pengecualian": pengecualian(susunan),
    }
    if rng.random() < 0.25:
        _decimal_comma(tables)
    return tables


def _decimal_comma(tables):
    for name, columns in ANGKA.items():
        for row in tables[name]:
            for column in columns:
                row[column] = row[column].replace(".", ",")


def write(tables, folder):
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        if not rows:
            continue
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name].split())
            writer.writeheader()
            writer.writerows(rows)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--benih", required=True)
    p.add_argument("--pegawai", type=int, default=20)
    p.add_argument("--aturan", choices=A.SEMUA, default=A.P6)
    p.add_argument("-o", required=True)
    a = p.parse_args()
    write(instansi(a.benih, a.pegawai, a.aturan), a.o)


if __name__ == "__main__":
    main()
