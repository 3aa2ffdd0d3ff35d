#!/usr/bin/env python3
"""A small random instansi as contract tables: adversarial, yet written as masukan.md section 1 asks."""

import argparse
import csv
import os
import random
import re

import law as A
import scenario as scenarios
from random_people import Staff
from random_plans import Plans
from random_ratings import Penilaian, pengecualian, perilaku_berakhlak, perilaku_numerik, riwayat

COLUMNS = {
    "pegawai": "nip nama jabatan jenis_jabatan unit_kerja nip_atasan jenis_pegawai golongan jenjang mulai selesai plt kepemimpinan ide_baru rekomendasi_ide status studi ipk akreditasi jenjang_studi nilai_ditetapkan sumber_nilai",
    "unit": "unit_kerja unit_induk nip_pimpinan predikat_organisasi tahun_predikat capaian_organisasi",
    "sasaran": "kode unit_kerja sasaran indikator target satuan",
    "skp": "nip kode_rhk jenis rhk kode_rhk_atasan nip_pemberi_tugas metode_kaskade kelompok perspektif aspek no_indikator indikator target satuan arah target_maksimal akumulasi bobot lingkup nomor_sk tanggal_penetapan batas_waktu mulai",
    "realisasi": "nip kode_rhk aspek no_indikator periode realisasi bukti umpan_balik",
    "perilaku": "nip aspek penilai nip_penilai nilai",
    "penilaian": "nip periode hasil_kerja perilaku_kerja hasil_akhir is_skp_plt_plh_pjb periode_awal_skp periode_akhir_skp pegawai_atasan_nip",
    "pengecualian": "nip alasan keterangan",
    "riwayat": "nip tahun predikat",
}
FIGURES = {"skp": ["target", "bobot"], "realisasi": ["realisasi"], "perilaku": ["nilai"], "pegawai": ["nilai_ditetapkan"]}
YEARLY = ["periode", "mulai", "selesai", "tanggal_penetapan", "tahun", "tahun_predikat", "periode_awal_skp", "periode_akhir_skp"]


def instansi(benih, count, scenario):
    """{table: rows}; the same benih gives the same tables."""
    rng = random.Random(f"{benih}/{scenario.aturan}")
    staff = Staff(rng, count, scenario, dirt=rng.choice([0, 0.01, 0.03, 0.08]))
    plans = Plans(staff)
    qualitative = scenario.aturan == A.P6
    tables = {
        "pegawai": _with_copies(staff.rows(), plans), "unit": staff.unit,
        "sasaran": [{"kode": k, "unit_kerja": "Dinas Contoh", "sasaran": f"Sasaran {k}", "indikator": "Indeks", "target": "80", "satuan": "poin"} for k in ("S1", "S2")],
        "skp": plans.skp, "realisasi": plans.realisasi, "perilaku": (perilaku_berakhlak if qualitative else perilaku_numerik)(staff, plans),
        "penilaian": Penilaian(staff, plans).rows if qualitative else [],
        "pengecualian": pengecualian(staff),
        "riwayat": riwayat(staff, scenario),
    }
    if scenario.only_ratings:
        tables.update(skp=[], realisasi=[], perilaku=[], sasaran=[])
    if rng.random() < 0.25:
        _decimal_comma(tables)
    if scenario.tahun != 2025:
        _move(tables, scenario.tahun - 2025)
    return tables


def _with_copies(rows, plans):
    """Some people stand once more, as a list from another office has them."""
    copies = [plans.other_spelling(row, ["golongan", "jenjang", "nip_atasan", "jabatan"]) for row in rows if plans.s.chance(0.02) and plans.copies]
    return rows + copies


def _decimal_comma(tables):
    for name, columns in FIGURES.items():
        for row in tables[name]:
            for column in columns:
                row[column] = row[column].replace(".", ",")


def _move(tables, years):
    """Every year of 2021 and later that many years on."""
    shift = lambda m: str(int(m[0]) + years)
    for rows in tables.values():
        for row in rows:
            for column in YEARLY:
                if row.get(column):
                    row[column] = re.sub(r"^20(?:2[1-9])", shift, row[column])


def write(tables, folder):
    os.makedirs(folder, exist_ok=True)
    for name, rows in tables.items():
        if not rows:
            continue
        columns = [c for c in COLUMNS[name].split() if c in rows[0]]
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--benih", required=True)
    p.add_argument("--pegawai", type=int, default=20)
    p.add_argument("--aturan", choices=A.SEMUA, default=A.P6)
    p.add_argument("-o", required=True)
    a = p.parse_args()
    scenario = scenarios.draw(int(a.benih), a.aturan)
    write(instansi(int(a.benih), a.pegawai, scenario), a.o)
    rules = scenario.agency.toml(a.aturan)
    if rules:
        with open(os.path.join(a.o, "instansi.toml"), "w", encoding="utf-8") as file:
            file.write(rules)
    print(" ".join(scenario.options("instansi.toml" if rules else None)))


if __name__ == "__main__":
    main()
