"""The figures of aturan.md, one table per section. No logic here."""

from fractions import Fraction

PP30, P8, P6 = "pp-30-2019", "permenpanrb-8-2021", "permenpanrb-6-2022"
SEMUA = (PP30, P8, P6)

JPT = {"jpt_utama", "jpt_madya", "jpt_pratama"}
KELOMPOK_JPT = JPT | {"unit_mandiri"}          # scored by 1.3
FUNGSIONAL = "fungsional"

# 1.1
CAP, FLOOR = Fraction(120), Fraction(0)
DESIMAL_CAPAIAN = {PP30: 2, P8: 0, P6: 2}

SB, B, C, K, SK = "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"
BP = "Butuh Perbaikan"
PREDIKAT = {PP30: [SB, B, C, K, SK], P8: [SB, B, C, K, SK], P6: [SB, B, BP, K, SK]}

# 1.2: lower edge of each kategori, c in whole percent
BAND_KATEGORI = [(101, SB), (100, B), (80, C), (60, K), (0, SK)]

# 1.3
JPT_100, JPT_100_MAKSIMAL = Fraction(109), Fraction(120)
KELOMPOK_1 = {"perjanjian_kinerja", "direktif"}
KELOMPOK_2 = {"rencana_aksi", "inisiatif_strategis"}
BOBOT_KELOMPOK = (Fraction(60, 100), Fraction(40, 100))

# 1.4
NILAI_KATEGORI = {SB: 120, B: 100, C: 80, K: 60, SK: 25}
BOBOT_SENDIRI = Fraction(80, 100)
BOBOT_INTERVENSI = {SB: 20, B: 20, C: 10, K: 5, SK: 1}

# 1.5
PCT_TAMBAHAN = {SB: 100, B: 80, C: 60, K: 40, SK: 20}
CAP_TAMBAHAN = Fraction(10)

# 1.7
ASPEK_PERILAKU = ["orientasi_pelayanan", "komitmen", "inisiatif_kerja", "kerja_sama"]
KEPEMIMPINAN = "kepemimpinan"
WAJIB_KEPEMIMPINAN = KELOMPOK_JPT | {"administrator", "pengawas"}
BOBOT_PENILAI = {"atasan": 60, "rekan": 20, "bawahan": 20}
SPLIT = {"70/30": (Fraction(70, 100), Fraction(30, 100)), "60/40": (Fraction(60, 100), Fraction(40, 100))}
STATUS_DIKECUALIKAN = {"cltn", "mpp", "diberhentikan_sementara", "pejabat_negara"}
STATUS_BELUM = {"pensiun", "meninggal"}
BAND_PREDIKAT = [(90, B), (70, C), (50, K), (0, SK)]
AMBANG_SANGAT_BAIK = 110

# 2
ATAS, SESUAI, BAWAH = "di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi"
KUADRAN = {
    (ATAS, BAWAH): K, (ATAS, SESUAI): B, (ATAS, ATAS): SB,
    (SESUAI, BAWAH): K, (SESUAI, SESUAI): B, (SESUAI, ATAS): B,
    (BAWAH, BAWAH): SK, (BAWAH, SESUAI): BP, (BAWAH, ATAS): BP,
}
BERAKHLAK = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"]
RATING_PIMPINAN = {"istimewa": ATAS, "baik": SESUAI, "butuh perbaikan": BAWAH, "kurang": BAWAH, "sangat kurang": BAWAH}
# An organisasi's predikat and the predikat "of the same name" among its people.
PREDIKAT_SENAMA = {"istimewa": SB, "baik": B, "butuh perbaikan": BP, "kurang": K, "sangat kurang": SK}
TAHUN_PERSENTASE = 2023                        # SE MenPANRB 3/2023
UKURAN_TERKECIL = 5
PENGELOMPOKAN = {PP30: "unit", P8: "unit", P6: "penilai"}

# 3
PCT_ANGKA_KREDIT = {SB: 150, B: 100, C: 75, BP: 75, K: 50, SK: 25}
KOEFISIEN = {
    "pemula": Fraction("3.75"), "terampil": Fraction(5), "mahir": Fraction("12.5"), "penyelia": Fraction(25),
    "ahli pertama": Fraction("12.5"), "ahli muda": Fraction(25), "ahli madya": Fraction("37.5"), "ahli utama": Fraction(50),
}


def aturan_untuk(tahun, periode):
    """Section 0: the rule set by the period assessed; None where none is supported."""
    if tahun >= 2022:
        return P6
    if tahun == 2021 and periode in {"2021-S2", *(f"2021-{m:02}" for m in range(7, 13))}:
        return P8
    return None
