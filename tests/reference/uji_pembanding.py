#!/usr/bin/env python3
"""Self-tests: the worked cases of aturan.md section 5 and the examples that stand elsewhere in it."""

import csv
import os
import tempfile
import unittest
from fractions import Fraction as F

import law as A
import qualitative
import tindak_lanjut
import words
from agency import Agency, Bound, class_of
from figures import half_up, number
from capaian import capaian, capaian_mentah, faults, gather, kategori, read_target
from distribusi import check, lawful, rules_for
from whole_run import as_result, evaluate
from ipk import guidance
from kaskade import tidak_langsung
from model import Row, kredit, predikat_numerik
from numeric import join_groups, nilai_kinerja
from perilaku import nilai_aspek
from rhk_score import join_aspek, nilai_jpt, points_of_tambahan
from periods import Periode, months_of

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

    def test_exclusive_bounds(self):
        """Issue 9: thresholds with exclusive bounds; exactly on one is below it."""
        ambang = Bound("100", True), Bound("80")
        names = [class_of(F(c), ambang, qualitative.RATINGS) for c in ("100.01", "100", "80", "79.99")]
        self.assertEqual(names, [A.ATAS, A.SESUAI, A.SESUAI, A.BAWAH])
        self.assertEqual(ambang[0].toml("di_atas"), "di_atas_lebih_dari = 100")

    def test_doubled_rows_beside_a_yearly_one_are_said(self):
        rows = [Row(periode=p, realisasi=r) for p, r in (("2025", "9"), ("2025-07", "1"), ("2025-07", "2"), ("2025-S1", "3"))]
        self.assertEqual(gather(rows, "", TAHUN), (9, None))
        self.assertEqual(faults(rows, TAHUN), {"baris_ganda", "realisasi_campur"})

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
        self.assertEqual(gather(rows(("2025-S1", "1"), ("2025-TW1", "2")), "", TAHUN)[1], "realisasi_campur")


class Nilai(unittest.TestCase):
    def test_jpt(self):
        cases = [(0, "0"), (30, "24.92"), (59, "49"), (60, "50"), (79, "69"), (80, "70"), (88, "78"), (98, "88"), (99, "89"),
                 (100, "109"), (101, "110"), (105, "114.44"), (110, "120"), (111, "120")]
        for c, nilai in cases:
            self.assertEqual(half_up(nilai_jpt(c, False), 2), F(nilai), c)
        self.assertEqual(nilai_jpt(100, True), 120)

    def test_kelompok_jpt(self):
        self.assertEqual(join_groups([F(592, 6)], [F(109)]), F("59.2") + F("43.6"))
        self.assertEqual(join_groups([], [F(80), F(90)]), 85)

    def test_aspek(self):
        S, B, C, K, X = A.SB, A.B, A.C, A.K, A.SK
        cases = [((X, X, S), X), ((X, S, S), K), ((K, K, S), K), ((K, S, S), C), ((C, C, S), C), ((C, S, S), B), ((S, B, B), B),
                 ((B, B, B), B), ((S, S, B), S), ((S, S, S), S), ((S, S), S), ((S, B), B), ((C,), C), ((S,), S), ((S, S, B, B), S), ((X, K, S), K), ((K, C, C), C)]
        for aspek, name in cases:
            self.assertEqual(join_aspek(list(aspek)), name, aspek)

    def test_kaskade(self):
        self.assertEqual(tidak_langsung(F(100), [(A.SB, F(120))]), 104)
        self.assertEqual(tidak_langsung(F(120), [(A.SK, F(25)), (A.B, F(100))]), (F("96.25") + 116) / 2)

    def test_tambahan(self):
        self.assertEqual(points_of_tambahan(A.B, 1, 100), F("0.8"))
        self.assertEqual(points_of_tambahan(A.SB, 2, 120), F("2.4"))

    def test_perilaku(self):
        self.assertEqual(nilai_aspek({"atasan": [F(100)]}), 100)
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(80), F(100)]}), F("97.5"))
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(90)], "bawahan": [F(80)]}), 94)

    def test_an_agencys_weights_of_raters(self):
        agency = Agency(bobot_penilai={"atasan": 50, "rekan": 30, "bawahan": 20}, bobot_tanpa={"bawahan": {"atasan": 70, "rekan": 30, "bawahan": 0}})
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(90)], "bawahan": [F(80)]}, agency), 93)
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "rekan": [F(90)]}, agency), 97)
        self.assertEqual(nilai_aspek({"atasan": [F(100)], "bawahan": [F(80)]}, agency), F(6600, 70))

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


class WhatFollows(unittest.TestCase):
    def lines(self, predikat, nilai=None, before=None, jenis=""):
        class Someone:
            class last:
                row = Row(jenis_pegawai=jenis)
        return tindak_lanjut.tindak_lanjut(Someone, predikat, nilai, before)

    def test_tindak_lanjut(self):
        T = tindak_lanjut
        self.assertEqual(self.lines(A.SB, before=A.SB), {T.PANGKAT, T.SUKSESI})
        self.assertEqual(self.lines(A.SB, before=A.B), {T.PANGKAT})
        self.assertEqual(self.lines(A.B, before=A.K), set())
        self.assertEqual(self.lines(A.C, F("69.99")), {T.PERBAIKAN, T.PEMBINAAN})
        self.assertEqual(self.lines(A.B, F(90), jenis="PPPK"), {T.PERJANJIAN, T.PROMOSI})

    def test_tukin(self):
        by_nilai = Agency(tukin_nilai=((0, 50), (50, 70), (90, 100)))
        self.assertEqual([tindak_lanjut.tukin(A.B, F(n), by_nilai) for n in ("89.99", "90", "49.99")], [70, 100, 50])
        self.assertEqual(tindak_lanjut.tukin(A.BP, None, Agency(tukin_persen={"butuh_perbaikan": 85})), 85)
        self.assertIsNone(tindak_lanjut.tukin(A.B, F(90), Agency()))

    def test_ipk(self):
        """p. 63-64."""
        for ipk, akreditasi, jenjang, name in [("3.51", "A", "S1", A.SB), ("3.50", "luar_negeri", "S1", A.B), ("3.09", "B", "S1", A.BP), ("2.75", "C", "S1", A.K),
                                               ("3.24", "B", "S2", A.BP), ("3.30", "C", "profesi", A.B), ("2.99", "A", "S3", A.K), ("", "A", "S1", None)]:
            self.assertEqual(guidance(Row(ipk=ipk, akreditasi=akreditasi, jenjang_studi=jenjang)), name, ipk)


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


class Qualitative(unittest.TestCase):
    def test_hasil_kerja(self):
        a, s, b = A.ATAS, A.SESUAI, A.BAWAH
        cases = [([a, a, s], a), ([a, a, b], s), ([b, b, s], b), ([a, s, b], s), ([a, b], None), ([a, s], s), ([b, b, a, a], None), ([s], s), ([b], b)]
        for ratings, expected in cases:
            self.assertEqual(qualitative.propose_hasil_kerja([(r, True) for r in ratings]), expected, ratings)
        def mixed(utama, tambahan):
            return qualitative.propose_hasil_kerja([(r, True) for r in utama] + [(r, False) for r in tambahan])
        self.assertEqual(mixed([a, a], [b]), a)                  # below in a tambahan is no veto
        self.assertEqual(mixed([b], [s, s]), None)               # every utama below is never sesuai
        self.assertEqual(mixed([b, s], [s, s]), None)            # half of the utama is not fewer than half
        self.assertEqual(mixed([b, s, s], [a]), s)
        self.assertEqual(mixed([], [s, s]), None)                # rule 4 without RHK utama
        self.assertEqual(mixed([], [a, a]), a)
        self.assertEqual(mixed([], [b]), b)

    def test_perilaku(self):
        a, s, b = A.ATAS, A.SESUAI, A.BAWAH
        cases = [([a] * 4 + [s] * 3, a), ([a] * 3 + [s] * 4, s), ([s] * 7, s), ([b] + [a] * 6, None), ([b] * 3 + [s] * 4, None), ([b] * 4 + [a] * 3, b)]
        for ratings, expected in cases:
            self.assertEqual(qualitative.propose_perilaku(ratings), expected, ratings)

    def test_words(self):
        for text in ("DIATAS EKSPEKTASI", "di  atas", "Di Atas Ekspektasi", "1"):
            self.assertEqual(words.read_rating(text), A.ATAS)
        for text in ("", "-", "Belum dinilai", "Tidak membuat SKP", "NULL", "\u200e"):
            self.assertIsNone(words.read_rating(text))
            self.assertTrue(words.is_blank(text), text)
        for text in ("***", "Sudah sesuai ekspektasi pimpinan", "\u2605\u2605"):
            self.assertIsNone(words.read_rating(text))
            self.assertFalse(words.is_blank(text), text)
        for text, name in (("Kurang (Misconduct)", A.K), ("KURANG / MISONDUCT", A.K), ("Cukup/Butuh Perbaikan", A.BP), ("2 - Baik", A.B), ("Baik (Kuadran II)", A.B), ("Perlu Perbaikan", A.BP)):
            self.assertEqual(words.read_predikat(text), name)
        self.assertIsNone(words.read_value_rating("95"))
        self.assertIsNone(words.read_value_rating("2"))

    def test_digits_are_a_predikat_only_in_a_column_of_them(self):
        self.assertTrue(words.is_code_column(["1", "", "5"]))
        self.assertFalse(words.is_code_column(["1", "Baik"]))
        self.assertFalse(words.is_code_column(["", ""]))
        self.assertEqual((words.read_predikat("2", codes=True), words.read_predikat("2")), (A.B, None))

    def decide(self, typed, pimpinan=None, hasil=None, perilaku=None):
        proposals = [qualitative.Proposal(r, set() if r else {"umpan_balik_kosong"}) for r in (hasil, perilaku)]
        return qualitative.decide(typed, pimpinan, *proposals)[2]

    def test_who_decides(self):
        a, s, b = A.ATAS, A.SESUAI, A.BAWAH
        self.assertEqual(self.decide((None, None, None), None, a, s), A.B)
        self.assertEqual(self.decide((None, None, None), b, a, s), A.BP)
        self.assertEqual(self.decide((a, None, None), b, b, s), A.B)
        self.assertEqual(self.decide((b, s, A.SB)), A.BP)                 # the cell stands
        self.assertEqual(self.decide((None, None, A.K), s, a, a), A.K)    # no proposal overrules a typed predikat
        self.assertEqual(self.decide((s, None, A.B), None, b, b), A.B)    # with one rating that it fits
        self.assertEqual(self.decide((s, None, A.BP), None, b, b), None)  # no cell of that predikat has it
        self.assertEqual(self.decide((None, b, A.B)), None)

    def test_studies_not_finished(self):
        def said(*typed):
            return qualitative.decide_tidak_lulus(typed)[2:]
        self.assertEqual(said(None, None, A.K), (A.K, set()))
        self.assertEqual(said(A.SESUAI, A.SESUAI, A.SK), (A.SK, set()))
        self.assertEqual(said(A.BAWAH, A.BAWAH, None), (A.SK, set()))
        self.assertEqual(said(None, None, None), (None, {"perlu_keputusan_penilai"}))
        self.assertEqual(said(A.SESUAI, A.SESUAI, None), (None, {"perlu_keputusan_penilai"}))
        self.assertEqual(said(None, None, A.B), (None, {qualitative.PREDIKAT_TIDAK_SAH}))


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


    def test_words_of_2022_and_more_than_half(self):
        self.assertEqual(rules_for(A.P6, "kurang", 2022), (((A.K,), "terbesar", 0),))
        self.assertEqual(len(rules_for(A.P6, "baik", 2023)), 3)
        got = check({A.SB: 2, A.B: 3, A.BP: 1, A.K: 0, A.SK: 0}, rules_for(A.P6, "baik", 2025, Agency(terbesar_setengah=True)))["aturan"][0]
        self.assertEqual((got["batas"], got["jumlah"], got["kurang"]), ("> 50%", 3, 1))


def evaluate_of(tables, tahun=2025, aturan=A.P6, **more):
    """The Run over a small folder of these tables."""
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in tables.items():
            columns = sorted({c for r in rows for c in r})
            with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(rows)
        return evaluate(folder, tahun, aturan=aturan, **more)


class Run(unittest.TestCase):
    """Small folders end to end."""

    def run_of(self, tables, tahun=2025, aturan=A.PP30, **more):
        return as_result(evaluate_of(tables, tahun, aturan, **more))

    def person(self, tables, **more):
        return self.run_of(tables, **more)["pegawai"][0]

    def numeric(self, postings, skp, realisasi):
        """Tables of one person whose perilaku is 100."""
        return {"pegawai": [dict(nip="1", nama="A", **{"jabatan": "x", "jenis_jabatan": "fungsional", "unit_kerja": "U", **p}) for p in postings],
                "skp": [dict(nip="1", **{"jenis": "utama", "aspek": "kuantitas", "target": "100", **s}) for s in skp],
                "realisasi": [dict(nip="1", **{"aspek": "kuantitas", **r}) for r in realisasi],
                "perilaku": [dict(nip="1", aspek=a, nilai="100") for a in A.ASPEK_PERILAKU]}

    def test_transfer_counts_months(self):
        postings = [dict(jenjang="ahli pertama", selesai="2025-03-31"), dict(jabatan="Statistisi Ahli Muda", unit_kerja="V", mulai="2025-04-01")]
        tables = self.numeric(postings, [dict(kode_rhk="R1", mulai="2025-02-01"), dict(kode_rhk="R2")], [dict(kode_rhk="R1", realisasi="80"), dict(kode_rhk="R2", realisasi="100")])
        person = self.person(tables)
        self.assertEqual((person["nilai_skp"], person["nilai_kinerja"], person["predikat"], person["unit_kerja"]), (95, 96.5, A.B, "V"))
        self.assertEqual(person["angka_kredit"], 21.88)   # 3/12 x 12,5 + 9/12 x 25 = 21,875
        tables["pegawai"][1].update(jenis_jabatan="pelaksana", jabatan="Pengolah Data")
        self.assertEqual(self.person(tables)["angka_kredit"], 3.13)       # the JF months, though the last posting is none
        tables["pegawai"][1].update(jenis_pegawai="PPPK")
        self.assertIsNone(self.person(tables)["angka_kredit"])

    def test_transfer_on_20_december(self):
        postings = [dict(jenjang="mahir", selesai="2025-12-20"), dict(jenis_jabatan="pengawas", unit_kerja="V", mulai="2025-12-21")]
        person = self.person(self.numeric(postings, [dict(kode_rhk="R1", mulai="2025-02-01")], [dict(kode_rhk="R1", realisasi="80")]))
        self.assertEqual((person["unit_kerja"], person["nilai_skp"], person["sebab"]), ("V", 80, ["perilaku_tidak_lengkap"]))   # a pengawas: kepemimpinan is due

    def test_period_shorter_than_the_year(self):
        tables = self.numeric([dict(jenjang="mahir", selesai="2025-07-31"), dict(jenjang="mahir", mulai="2025-08-01")],
                              [dict(kode_rhk="R1", mulai="2025-01-01"), dict(kode_rhk="R2")],
                              [dict(kode_rhk="R1", realisasi="80", periode="2025-07"), dict(kode_rhk="R1", realisasi="1", periode="2025"), dict(kode_rhk="R2", realisasi="110")])
        person = self.person(tables, periode="2025-TW3")
        self.assertEqual((person["nilai_skp"], person["angka_kredit"]), (100, 3.13))      # 1 month of 80, 2 of 110; 3/12 x 12,5

    def test_equal_rows_are_equal_after_cleaning(self):
        tables = self.numeric([dict()], [dict(kode_rhk="R1", satuan="x"), dict(kode_rhk="r1", no_indikator="1", target="100.0", arah="naik")],
                              [dict(kode_rhk="R1", realisasi="90", periode="2025"), dict(kode_rhk="R1", realisasi="90,0", bukti="")])
        tables["pegawai"].append(dict(tables["pegawai"][0], nip=" 1", unit_kerja="u"))
        self.assertEqual((self.person(tables)["nilai_skp"], self.person(tables)["sebab"]), (90, []))
        tables["realisasi"][1]["realisasi"] = "91"
        self.assertEqual(self.person(tables)["sebab"], ["baris_ganda"])

    def test_code_in_two_postings(self):
        tables = self.numeric([dict(selesai="2025-06-30"), dict(mulai="2025-07-01")], [dict(kode_rhk="R1", mulai="2025-01-01"), dict(kode_rhk="R1", mulai="2025-07-01")],
                              [dict(kode_rhk="R1", realisasi="80", periode="2025-TW2"), dict(kode_rhk="R1", realisasi="110", periode="2025-S2")])
        self.assertEqual(self.person(tables)["nilai_skp"], 95)
        tables["realisasi"].append(dict(nip="1", kode_rhk="R1", aspek="kuantitas", realisasi="5", periode="2025"))
        self.assertEqual(self.person(tables)["status"], "belum_dapat_dinilai")

    def test_tambahan(self):
        two = [dict(kode_rhk="R1"), dict(kode_rhk="T1", jenis="tambahan"), dict(kode_rhk="T1", jenis="tambahan", aspek="kualitas")]
        done = [dict(kode_rhk="R1", realisasi="100"), dict(kode_rhk="T1", realisasi="100"), dict(kode_rhk="T1", realisasi="100.99", aspek="kualitas")]
        tables = self.numeric([dict()], two, done)
        self.assertEqual(self.person(tables)["nilai_kinerja_tambahan"], 1.01)     # 100,495 prints 100,50: Sangat Baik, 1 % of it
        tables["realisasi"][2]["realisasi"] = "100.98"
        self.assertEqual(self.person(tables)["nilai_kinerja_tambahan"], 0.8)
        split = Agency(split_tambahan=(90, 10))
        self.assertEqual(self.person(tables, agency=split)["nilai_skp"], 100.05)
        tables["skp"], tables["realisasi"] = tables["skp"][:1], tables["realisasi"][:1]
        self.assertEqual(self.person(tables, agency=split)["nilai_skp"], 100)

    def test_tambahan_of_a_jpt_at_target_maksimal(self):
        tables = self.numeric([dict(jenis_jabatan="jpt_pratama")], [dict(kode_rhk="R1"), dict(kode_rhk="T1", jenis="tambahan", target_maksimal="ya")],
                              [dict(kode_rhk="R1", realisasi="100"), dict(kode_rhk="T1", realisasi="100")])
        tables["perilaku"].append(dict(nip="1", aspek=A.KEPEMIMPINAN, nilai="100"))
        self.assertEqual(self.person(tables, aturan=A.P8)["nilai_kinerja_tambahan"], 1.2)
        tables["skp"][1]["target_maksimal"] = ""
        self.assertEqual(self.person(tables, aturan=A.P8)["nilai_kinerja_tambahan"], 0.87)   # 80 % x 1 % x 109

    def test_statuses(self):
        tables = self.numeric([dict()], [dict(kode_rhk="R1")], [dict(kode_rhk="R1", realisasi="100")])
        for status, expected in [("cltn", "dikecualikan"), ("mpp", "dikecualikan"), ("diberhentikan_sementara", "dikecualikan"), ("pejabat_negara", "dikecualikan"),
                                 ("pensiun", "belum_dapat_dinilai"), ("meninggal", "belum_dapat_dinilai"), ("", "dinilai")]:
            tables["pegawai"][0]["status"] = status
            self.assertEqual(self.person(tables)["status"], expected, status)

    # --- 6/2022 -------------------------------------------------------------------------

    def qualitative(self, umpan_balik, values=(A.SESUAI,) * 7, **more):
        """One person; umpan_balik by RHK, in the order of the codes R1, R2 …"""
        codes = [f"R{i}" for i in range(1, 1 + len(umpan_balik))]
        return {"pegawai": [dict(nip="1", nama="A", jabatan="x", jenis_jabatan="pelaksana", unit_kerja="U", **more)],
                "skp": [dict(nip="1", kode_rhk=c, jenis="utama", aspek="kuantitas", target="selesai") for c in codes],
                "realisasi": [dict(nip="1", kode_rhk=c, aspek="kuantitas", realisasi="selesai", umpan_balik=u) for c, u in zip(codes, umpan_balik)],
                "perilaku": [dict(nip="1", aspek=a, nilai=v) for a, v in zip(A.BERAKHLAK, values)]}

    def test_three_reasons(self):
        for tables, sebab in [(self.qualitative(["sesuai", ""]), "umpan_balik_kosong"), (self.qualitative(["sesuai", "di bawah"]), "perlu_keputusan_penilai"),
                              (self.qualitative(["sesuai"], (A.SESUAI,) * 6), "perilaku_tidak_lengkap"), (self.qualitative(["kerja bagus"]), "perlu_keputusan_penilai"),
                              (self.qualitative(["sesuai"], (A.BAWAH,) + (A.SESUAI,) * 6), "perlu_keputusan_penilai")]:
            self.assertEqual(self.person(tables, aturan=A.P6)["sebab"], [sebab])
        words_of_agency = Agency(kata_umpan_balik={"kerja bagus": A.ATAS})
        self.assertEqual(self.person(self.qualitative(["Kerja  bagus"]), aturan=A.P6, agency=words_of_agency)["predikat"], A.B)

    def test_thresholds_only_where_nothing_was_said(self):
        tables = self.qualitative(["", "kerja bagus"])
        tables["skp"][0]["target"], tables["realisasi"][0]["realisasi"] = "10", "11"
        ambang = Agency(ambang_capaian=(Bound("101"), Bound("80")))
        self.assertEqual(self.person(tables, aturan=A.P6, agency=ambang)["sebab"], ["perlu_keputusan_penilai"])
        tables["realisasi"][1]["umpan_balik"] = "di atas"
        self.assertEqual(self.person(tables, aturan=A.P6, agency=ambang)["rating_hasil_kerja"], A.ATAS)

    def test_head_by_predikat_organisasi(self):
        tables = self.qualitative(["sesuai"])
        tables["unit"] = [dict(unit_kerja="U", nip_pimpinan="1", predikat_organisasi="Istimewa")]
        self.assertEqual(self.person(tables, aturan=A.P6)["rating_hasil_kerja"], A.ATAS)
        tables["realisasi"] = []
        self.assertEqual(self.person(tables, aturan=A.P6)["sebab"], ["umpan_balik_kosong"])

    def test_latest_posting_of_penilaian(self):
        tables = self.qualitative(["sesuai"], mulai="2025-07-01")
        tables["pegawai"].append(dict(tables["pegawai"][0], unit_kerja="V", mulai="2025-01-01", selesai="2025-06-30"))
        row = dict(nip="1", periode="2025", perilaku_kerja="sesuai", hasil_akhir="")
        tables["penilaian"] = [dict(row, hasil_kerja="di bawah", periode_akhir_skp="2025-06-30"), dict(row, hasil_kerja="di atas", periode_akhir_skp="2025-12-31")]
        self.assertEqual(self.person(tables, aturan=A.P6)["rating_hasil_kerja"], A.ATAS)

    def test_figures_of_the_seven_values(self):
        tables = self.qualitative(["sesuai"], ("100",) * 6 + ("76.49",))
        self.assertEqual(self.person(tables, aturan=A.P6)["sebab"], ["perlu_keputusan_penilai"])          # a number is no rating
        ambang = Agency(ambang_perilaku=(Bound("100", True), Bound("76.5")))
        self.assertEqual(self.person(tables, aturan=A.P6, agency=ambang)["sebab"], ["perlu_keputusan_penilai"])   # one value below
        tables["perilaku"][6]["nilai"] = "76.5"
        self.assertEqual(self.person(tables, aturan=A.P6, agency=ambang)["rating_perilaku"], A.SESUAI)

    def test_predikat_organisasi_by_thresholds(self):
        tables = self.qualitative(["sesuai"])
        tables["unit"] = [dict(unit_kerja="U", nip_pimpinan="1", predikat_organisasi="", capaian_organisasi="110")]
        agency = Agency(ambang_organisasi={"istimewa": Bound("110", True), "baik": Bound("90")})
        self.assertEqual(self.person(tables, aturan=A.P6, agency=agency)["rating_hasil_kerja"], A.SESUAI)
        tables["unit"][0]["predikat_organisasi"] = "Istimewa"                                             # what is typed comes first
        self.assertEqual(self.person(tables, aturan=A.P6, agency=agency)["rating_hasil_kerja"], A.ATAS)

    def test_head_without_atasan_counts_in_the_unit_induk(self):
        people = [("D", "Dinas", ""), ("B", "Bidang", ""), ("C", "Bidang 2", "9")]
        tables = {"pegawai": [dict(nip=n, nama=n, jabatan="x", jenis_jabatan="administrator", unit_kerja=u, nip_atasan=a) for n, u, a in people],
                  "unit": [dict(unit_kerja="Dinas", unit_induk="", nip_pimpinan="D"), dict(unit_kerja="Bidang", unit_induk="Dinas", nip_pimpinan="B"),
                           dict(unit_kerja="Bidang 2", unit_induk="Dinas", nip_pimpinan="C")],
                  "penilaian": [dict(nip=n, periode="", hasil_kerja="sesuai", perilaku_kerja="sesuai", hasil_akhir="") for n, _, _ in people]}
        run = evaluate_of(tables)
        self.assertEqual({where: group["n"] for where, group in run.groups.items()}, {"dinas": 2})       # D, the head of the data set, in none

    def test_plt_row_of_penilaian(self):
        tables = self.qualitative(["sesuai"])
        tables["penilaian"] = [dict(nip="1", periode="2025", hasil_kerja="di bawah", perilaku_kerja="di bawah", hasil_akhir="", is_skp_plt_plh_pjb="1")]
        self.assertEqual(self.person(tables, aturan=A.P6)["predikat"], A.B)
        tables["pegawai"][0]["plt"] = "ya"
        self.assertEqual(self.person(tables, aturan=A.P6)["predikat"], A.SK)

    def test_whose_group(self):
        people = [("D", "Dinas", ""), ("B", "Bidang", "D"), ("S", "Seksi", "B"), ("b1", "Bidang", "B"), ("s1", "Seksi", "S"), ("s2", "Seksi", "b1"), ("d1", "Dinas", "D")]
        tables = {"pegawai": [dict(nip=n, nama=n, jabatan="x", jenis_jabatan="pelaksana", unit_kerja=u, nip_atasan=a) for n, u, a in people],
                  "unit": [dict(unit_kerja="Dinas", unit_induk="", nip_pimpinan="D", predikat_organisasi="Baik"), dict(unit_kerja="Bidang", unit_induk="Dinas", nip_pimpinan="B", predikat_organisasi=""),
                           dict(unit_kerja="Seksi", unit_induk="Bidang", nip_pimpinan="S", predikat_organisasi="Kurang")],
                  "penilaian": [dict(nip=n, periode="", hasil_kerja="sesuai", perilaku_kerja="sesuai", hasil_akhir="") for n, _, _ in people]}
        def groups(**more):
            return {u["unit_kerja"]: u["distribusi"] and u["distribusi"]["n"] for u in self.run_of(tables, aturan=A.P6, **more)["unit"]}
        self.assertEqual(groups(), {"Dinas": 2, "Bidang": 2, "Seksi": 2})        # B and d1; S and b1; s1 and s2 (whose atasan leads no unit)
        self.assertEqual(groups(kelompok="unit"), {"Dinas": 2, "Bidang": 2, "Seksi": 3})
        self.assertEqual(groups(kelompok="induk"), {"Dinas": 4, "Bidang": 3, "Seksi": None})
        by_name = {u["unit_kerja"]: u["distribusi"] for u in self.run_of(tables, aturan=A.P6)["unit"]}
        self.assertEqual((by_name["Bidang"]["predikat_organisasi_dari"], by_name["Dinas"]["predikat_organisasi_dari"]), ("Dinas", None))


if __name__ == "__main__":
    unittest.main()
