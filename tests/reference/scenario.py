"""What a run is asked for: period, grouping, split, agency rules; drawn from the seed."""

import random
from dataclasses import dataclass, field

import law as A
from agency import Agency, Bound

# Kinds of input that a comparison can leave out, to see what else differs.
KINDS = {"salinan": "rows that stand once more in another spelling, or poorer", "periode": "periods shorter than the year",
         "desember": "a transfer on 20 December, whose second posting gets no month", "kembar": "a code that stands in two postings",
         "kalibrasi": "ratings set in a Kalibrasi",
         "ejaan": "predikat written as \"1 - Sangat Baik\" or \"KURANG / MISONDUCT\""}

ORGANISASI = {"istimewa": Bound("110", True), "baik": Bound("90"), "butuh perbaikan": Bound("70"), "kurang": Bound("50.25", True)}
KATA = {"cukup baik": A.SESUAI, "***": A.SESUAI, "bintang lima": A.ATAS, "kurang memuaskan": A.BAWAH}


@dataclass
class Scenario:
    """`periode` None is the whole year. Random tables are written for 2025 and moved to `tahun` at the end; `named` is whether the rule set is named."""
    aturan: str
    tahun: int = 2025
    periode: str = None
    kelompok: str = None
    bobot: str = None
    agency: Agency = field(default_factory=Agency)
    named: bool = True
    history: bool = False        # a table of last year's predikat
    transfers_told: bool = False  # penilaian rows say which posting they are for
    only_ratings: bool = False   # pegawai, unit and penilaian alone, as from e-Kinerja
    calibrated: bool = False     # a Kalibrasi is taken back
    left_out: frozenset = frozenset()

    @property
    def whole(self):
        """How a row of the very period is written."""
        return ["", self.periode or "2025"]

    @property
    def parts(self):
        """Finer periods inside, by kind."""
        months = [f"2025-{m:02}" for m in self.months]
        finer = {"S": ["2025-S1", "2025-S2"], "TW": [f"2025-TW{i}" for i in range(1, 5)], "bulan": months}
        if self.periode == "2025-S2":
            finer = {"TW": ["2025-TW3", "2025-TW4"], "bulan": months}
        elif self.periode == "2025-TW3":
            finer = {"bulan": months}
        elif self.periode:
            finer = {}
        return finer

    @property
    def others(self):
        """Periods to be passed over: another year, and beside a short period the year and its other parts."""
        if not self.periode:
            return ["2024", "2024-S2", "2026-01"]
        return ["2025", "2025", "2025-TW1", "2025-03", "2024"] + (["2025-TW3"] if self.periode == "2025-08" else [])

    @property
    def months(self):
        return {None: range(1, 13), "2025-S2": range(7, 13), "2025-TW3": range(7, 10), "2025-08": range(8, 9)}[self.periode]

    def options(self, rule_file):
        """The command line beside the folder."""
        found = ["--tahun", str(self.tahun)]
        if rule_file or self.named:
            found += ["--aturan", rule_file or self.aturan]
        if self.asked:
            found += ["--periode", self.asked]
        for name in ("kelompok", "bobot"):
            if getattr(self, name):
                found += ["--" + name, getattr(self, name)]
        return found

    @property
    def asked(self):
        """The period asked for, in the year that it is asked for."""
        return self.periode and self.periode.replace("2025", str(self.tahun))


def draw(benih, aturan, left_out=()):
    """The scenario of a seed; most are an ordinary year."""
    rng = random.Random(f"{benih}/{aturan}/scenario")
    found = Scenario(aturan, left_out=frozenset(left_out))
    found.periode = rng.choice([None] * 9 + ["2025-TW3", "2025-S2", "2025-08"])
    if "periode" in found.left_out:
        found.periode = None
    found.kelompok = rng.choice([None] * 4 + ["penilai", "unit", "induk"])
    found.history = rng.random() < 0.5
    if aturan == A.P6:
        if not found.periode and rng.random() < 0.12:
            found.tahun = 2022
        found.named = rng.random() < 0.3
        found.transfers_told = rng.random() < 0.4
        found.only_ratings = rng.random() < 0.08
        if rng.random() < 0.4:
            found.agency = _qualitative(rng)
    else:
        found.bobot = {0: "60/40", 1: "70/30"}.get(benih % 9)
        if aturan == A.P8 and found.periode in ("2025-S2", "2025-08") and rng.random() < 0.7:
            found.tahun, found.named = 2021, False
        elif aturan == A.PP30 and rng.random() < 0.5:
            found.agency = _numeric(rng)
    # Of its own, so that a seed shows what it showed before there was one.
    found.calibrated = aturan == A.P6 and random.Random(f"{benih}/kalibrasi?").random() < 0.3
    if "kalibrasi" in found.left_out:
        found.calibrated = False
    if rng.random() < 0.15:
        found.agency.desimal_kredit = 3
    if rng.random() < 0.1:
        found.agency.kredit_untuk = ("PNS", "PPPK")
    return found


def _qualitative(rng):
    def ambang(*choices):
        return rng.choice([None, None, *choices])
    b = Bound
    return Agency(
        ambang_capaian=ambang((b("101"), b("80")), (b("100", True), b("80")), (b("110"), b("90", True))),
        ambang_perilaku=ambang((b("100", True), b("76.5")), (b("110"), b("90", True))),
        ambang_organisasi=rng.choice([{}, {}, ORGANISASI]),
        kata_umpan_balik=rng.choice([{}, KATA]), terbesar_setengah=rng.random() < 0.3, ukuran_terkecil=rng.choice([A.UKURAN_TERKECIL, 3, 8]),
        tukin_persen=rng.choice([{}, {"sangat_baik": 100, "baik": 95, "butuh_perbaikan": 85, "kurang": 70, "sangat_kurang": 50}]))


def _numeric(rng):
    weights, without = rng.choice([(None, {}), (None, {}), ({"atasan": 50, "rekan": 30, "bawahan": 20}, {}),
                                   ({"atasan": 60, "rekan": 20, "bawahan": 20}, {"bawahan": {"atasan": 70, "rekan": 30, "bawahan": 0}, "rekan": {"atasan": 80, "rekan": 0, "bawahan": 20}})])
    return Agency(
        split_tambahan=rng.choice([None, None, (90, 10), (80, 20), (75, 25)]), bobot_penilai=weights, bobot_tanpa=without,
        batas_jabatan=rng.choice([{}, {}, {"pelaksana": 110, "pengawas": 115, "fungsional": 105}]), satuan_hari=rng.random() < 0.3,
        batas_distribusi=rng.choice([{}, {}, {"di_atas": 15}, {"di_atas": 25, "di_bawah": 10}]),
        tukin_nilai=rng.choice([(), ((0, 50), (50, 70), (70, 85), (90, 100))]))
