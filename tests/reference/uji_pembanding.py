#!/usr/bin/env python3
"""Self-tests: the worked cases of aturan.md section 5 and the examples that stand elsewhere in it."""

import csv
import os
import tempfile
import unittest
from fractions import Fraction as F

import aturan as A
import kualitatif
from angka import half_up, number
from capaian import capaian, capaian_mentah, gather, kategori, read_target
from distribusi import check, lawful, rules_for
from hasil import run
from kaskade import tidak_langsung
from model import Row, kredit, predikat_numerik
from numerik import gabung_kelompok, nilai_kinerja
from perilaku import nilai_aspek
from skor import gabung_aspek, nilai_jpt, poin_tambahan
from waktu import Periode, months_of

TAHUN = Periode("2025", 2025)


def raw(realisasi, target, arah="naik"):
    return capaian_mentah(read_target(target, arah), number(realisasi))


class Capaian(unittest.TestCase):
    def test_section_5_before_rounding(self):
        self.assertEqual(raw("85", "85"), 100)
        self.assertEqual(raw("93", "95"), F(9300, 95))
        self.assertEqual(raw("70", "80-90"), F("87.5"))
        # The law's own page prints 113 % here: a print error.
        self.assertEqual(raw("92", "80-90"), F(9200, 90))
        self.assertEqual(raw("6.5", "7-8", "turun"), (2 - F("6.5") / 7) * 100)
        self.assertEqual(raw("9", "7-8", "turun"), F("87.5"))
        self.assertEqual(raw("85", "80 - 90", "turun"), 100)

    def test_section_5_in_whole_percent(self):
        cases = [("85", "85", "naik", 100), ("93", "95", "naik", 98), ("70", "80-90", "naik", 88), ("92", "80-90", "naik", 102),
                 ("6.5", "7-8", "turun", 107), ("9", "7-8", "turun", 88), ("25", "10", "turun", 0), ("300", "100", "naik", 120)]
        for realisasi, target, arah, c in cases:
            self.assertEqual(capaian(read_target(target, arah), number(realisasi), A.P8), c, target)

    def test_no_capaian(self):
        for target in ("0", "", "-5", "90-80", "seluruh laporan", "0-0"):
            self.assertIsNone(read_target(target, ""), target)
        self.assertIsNone(raw("-1", "10"))

    def test_one_sided_brings_its_arah(self):
        self.assertEqual(read_target("\u2265 85", ""), (85, 85, "naik"))
        self.assertEqual(read_target("<= 10", "naik"), (10, 10, "turun"))

    def test_bands_cover_the_line(self):
        cases = [(0, A.SK), (59, A.SK), ("59.4", A.SK), ("59.5", A.K), (79, A.K), (80, A.C), ("90.36", A.C), (99, A.C), ("99.5", A.B), (100, A.B), ("100.49", A.B), ("100.5", A.SB), (120, A.SB)]
        for c, name in cases:
            self.assertEqual(kategori(F(c)), name, c)

    def test_realisasi(self):
        def rows(*pairs):
            return [Row(periode=p, realisasi=r) for p, r in pairs]
        self.assertEqual(gather(rows(("2025-S1", "3"), ("2025-S2", "4")), "", TAHUN)[0], 4)
        self.assertEqual(gather(rows(("2025-S1", "3"), ("2025-S2", "4")), "jumlah", TAHUN)[0], 7)
        self.assertEqual(gather(rows(("2025-TW1", "3"), ("2025-TW3", "4")), "rata_rata", TAHUN)[0], F(7, 2))
        self.assertEqual(gather(rows(("", "9"), ("2025-07", "4")), "jumlah", TAHUN)[0], 9)
        self.assertEqual(gather(rows(("2024", "9"), ("2025-07", "4")), "jumlah", TAHUN)[0], 4)
        self.assertEqual(gather(rows(("2025", "")), "", TAHUN)[1], "realisasi_kosong")
        self.assertEqual(gather(rows(("2025", "1"), ("", "2")), "", TAHUN)[1], "baris_ganda")
        self.assertEqual(gather(rows(("2025", "1"), ("2025", "1")), "", TAHUN)[0], 1)
        self.assertEqual(gather(rows(("2025-S1", "1"), ("2025-TW1", "2")), "", TAHUN)[1], "realisasi_campur")


class Nilai(unittest.TestCase):
    def test_jpt(self):
        cases = [(0, "0"), (30, "24.92"), (59, "49"), (60, "50"), (79, "69"), (80, "70"), (88, "78"), (98, "88"), (99, "89"),
                 (100, "109"), (101, "110"), (105, "114.44"), (110, "120"), (111, "120")]
        for c, nilai in cases:
            self.assertEqual(half_up(nilai_jpt(c, False), 2), F(nilai), c)
        self.assertEqual(nilai_jpt(100, True), 120)

    def test_kelompok_jpt(self):
        self.assertEqual(gabung_kelompok([F(592, 6)], [F(109)]), F("59.2") + F("43.6"))
        self.assertEqual(gabung_kelompok([], [F(80), F(90)]), 85)

    def test_aspek(self):
        S, B, C, K, X = A.SB, A.B, A.C, A.K, A.SK
        cases = [((X, X, S), X), ((X, S, S), K), ((K, K, S), K), ((K, S, S), C), ((C, C, S), C), ((C, S, S), B), ((S, B, B), B),
                 ((B, B, B), B), ((S, S, B), S), ((S, S, S), S), ((S, S), S), ((S, B), B), ((C,), C), ((S,), S), ((S, S, B, B), S), ((X, K, S), K), ((K, C, C), C)]
        for aspek, name in cases:
            self.assertEqual(gabung_aspek(list(aspek)), name, aspek)

    def test_kaskade(self):
        self.assertEqual(tidak_langsung(F(100), [(A.SB, F(120))]), 104)
        self.assertEqual(tidak_langsung(F(120), [(A.SK, F(25)), (A.B, F(100))]), (F("96.25") + 116) / 2)

    def test_tambahan(self):
        self.assertEqual(poin_tambahan(A.B, 1, 100), F("0.8"))
        self.assertEqual(poin_tambahan(A.SB, 2, 120), F("2.4"))

    def test_perilaku(self):
        self.assertEqual(nilai_aspek({"atasan": [F(100)]}), 100)
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(80), F(100)]}), F("97.5"))
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(90)], "bawahan": [F(80)]}), 94)

    def test_composite(self):
        self.assertEqual(nilai_kinerja(F("102.8"), F(100), "70/30"), F("101.96"))
        self.assertEqual(nilai_kinerja(F("102.8"), F(100), "60/40"), F("101.68"))

    def test_predikat(self):
        cases = [("120", True, A.SB), ("110", True, A.SB), ("120", False, A.B), ("110", False, A.B), ("109.99", True, A.B), ("90", False, A.B),
                 ("89.99", False, A.C), ("70", False, A.C), ("69.99", False, A.K), ("50", False, A.K), ("49.99", False, A.SK)]
        for nilai, ide, name in cases:
            self.assertEqual(predikat_numerik(F(nilai), ide), name, nilai)

    def test_angka_kredit(self):
        cases = [(12, A.SB, "ahli pertama", "18.75"), (2, A.B, "ahli pertama", "2.08"), (12, A.C, "pemula", "2.81"), (12, A.SK, "ahli pertama", "3.13")]
        for bulan, predikat, jenjang, value in cases:
            self.assertEqual(half_up(kredit(bulan, predikat, jenjang), 2), F(value))


class Bulan(unittest.TestCase):
    def months(self, *spans):
        from datetime import date
        return months_of([(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans], TAHUN)

    def test_shares(self):
        self.assertEqual(self.months(("2020-01-01", "2026-05-05")), [12])
        self.assertEqual(self.months(("2025-01-01", "2025-06-15"), ("2025-06-16", "2025-12-31")), [5, 7])
        self.assertEqual(self.months(("2025-01-01", "2025-07-16"), ("2025-07-17", "2025-12-31")), [7, 5])
        self.assertEqual(self.months(("2025-01-01", "2025-12-20"), ("2025-12-21", "2025-12-31")), [12, 0])
        self.assertEqual(self.months(("2025-01-01", "2025-04-30"), ("2025-07-10", "2025-12-31")), [4, 6])


class Kualitatif(unittest.TestCase):
    def test_steps(self):
        a, s, b = A.ATAS, A.SESUAI, A.BAWAH
        cases = [([a, a, s], a), ([a, a, b], s), ([b, b, s], b), ([a, s, b], s), ([a, b], None), ([a, s], s), ([a, None], None), ([], None), ([b, b, a, a], None), ([s], s)]
        for ratings, expected in cases:
            self.assertEqual(kualitatif.usulan([(r, True) for r in ratings]), expected, ratings)
        self.assertEqual(kualitatif.usulan([(a, True), (a, True), (b, False)]), a)

    def test_words(self):
        for text in ("DIATAS EKSPEKTASI", "di  atas", "Di Atas Ekspektasi", "1"):
            self.assertEqual(kualitatif.read_rating(text), A.ATAS)
        for text in ("", "-", "Belum dinilai", "Tidak membuat SKP"):
            self.assertIsNone(kualitatif.read_rating(text))
        self.assertEqual(kualitatif.read_predikat("Kurang (Misconduct)"), A.K)
        self.assertEqual(kualitatif.read_predikat("Cukup/Butuh Perbaikan"), A.BP)
        self.assertIsNone(kualitatif.rating_perilaku_cell("95"))

    def test_decide(self):
        none = (None, None, None)
        self.assertEqual(kualitatif.decide(none, None, A.ATAS, A.SESUAI), (A.ATAS, A.SESUAI, A.B))
        self.assertEqual(kualitatif.decide((A.BAWAH, None, A.SB), A.ATAS, A.ATAS, A.ATAS), (A.BAWAH, A.ATAS, A.BP))
        self.assertEqual(kualitatif.decide((None, None, A.K), None, None, None), (None, None, A.K))
        self.assertEqual(kualitatif.decide((None, None, A.K), None, A.ATAS, None)[2], None)


class Distribusi(unittest.TestCase):
    def test_impossible_sizes(self):
        labels = tuple(A.PREDIKAT[A.PP30])
        impossible = [n for n in range(1, 26) if not lawful(labels, rules_for(A.PP30, ""), n)]
        self.assertEqual(impossible, [1, 2, 3, 4, 7, 8, 9, 14])

    def test_example_of_keluaran(self):
        got = check({A.SB: 9, A.B: 24, A.C: 4, A.K: 1, A.SK: 0}, rules_for(A.PP30, ""))
        self.assertEqual([(r["batas"], r.get("paling_banyak", r.get("paling_sedikit")), r.get("lebih", r.get("kurang"))) for r in got["aturan"]],
                         [("<= 20%", 7, 2), (">= 60%", 23, 0), ("<= 70%", 26, 0), ("<= 20%", 7, 0)])
        self.assertEqual((got["sesuai"], got["mungkin"], got["pindah_minimal"]), (False, True, 2))

    def test_largest_group(self):
        got = check({A.SB: 3, A.B: 1, A.BP: 1, A.K: 0, A.SK: 0}, rules_for(A.P6, "baik"))
        self.assertEqual((got["aturan"][0]["kurang"], got["aturan"][2]["kurang"], got["pindah_minimal"]), (2, 0, 1))
        self.assertIsNone(check({A.SB: 3, A.B: 1, A.BP: 1, A.K: 0, A.SK: 0}, rules_for(A.P6, "")))


class Run(unittest.TestCase):
    """One small folder end to end."""

    def test_transfer_counts_months(self):
        tables = {
            "pegawai": [dict(nip="1", nama="A", jabatan="x", jenis_jabatan="fungsional", jenjang="ahli pertama", unit_kerja="U", selesai="2025-03-31"),
                        dict(nip="1", nama="A", jabatan="x", jenis_jabatan="fungsional", jenjang="ahli muda", unit_kerja="V", mulai="2025-04-01")],
            "skp": [dict(nip="1", kode_rhk="R1", jenis="utama", aspek="kuantitas", target="100", mulai="2025-02-01"),
                    dict(nip="1", kode_rhk="R2", jenis="utama", aspek="kuantitas", target="100")],
            "realisasi": [dict(nip="1", kode_rhk="R1", aspek="kuantitas", realisasi="80"), dict(nip="1", kode_rhk="R2", aspek="kuantitas", realisasi="100")],
            "perilaku": [dict(nip="1", aspek=a, nilai="100") for a in A.ASPEK_PERILAKU],
        }
        with tempfile.TemporaryDirectory() as folder:
            for name, rows in tables.items():
                columns = sorted({c for r in rows for c in r})
                with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
                    writer = csv.DictWriter(file, columns)
                    writer.writeheader()
                    writer.writerows(rows)
            person = run(folder, 2025, aturan=A.PP30)["pegawai"][0]
        self.assertEqual((person["nilai_skp"], person["nilai_kinerja"], person["predikat"], person["unit_kerja"]), (95, 96.5, A.B, "V"))
        self.assertEqual(person["angka_kredit"], 21.88)   # 3/12 x 12,5 + 9/12 x 25 = 21,875


if __name__ == "__main__":
    unittest.main()
