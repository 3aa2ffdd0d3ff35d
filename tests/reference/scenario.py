"""What a run is asked for: period, grouping, split, agency rules; drawn from the seed."""

import random
from dataclasses import dataclass, field

import law as A
from agency import Agency

# Kinds of input that a comparison can leave out, to see what else differs.
KINDS = {"salinan": "rows that stand once more in another spelling, or poorer", "periode": "periods shorter than the year",
         "desember": "a transfer on 20 December, whose second posting gets no month", "kembar": "a code that stands in two postings",
         "ejaan": "predikat written as \"1 - Sangat Baik\" or \"KURANG / MISONDUCT\""}

KATA = {"cukup baik": A.SESUAI, "***": A.SESUAI, "bintang lima": A.ATAS, "kurang memuaskan": A.BAWAH}


@dataclass
class Scenario:
    """`periode` None is the whole year. Random tables are written for 2025 and moved to `tahun` at the end."""
    aturan: str
    tahun: int = 2025
    periode: str = None
    kelompok: str = None
    bobot: str = None
    agency: Agency = field(default_factory=Agency)
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
        found = ["--tahun", str(self.tahun), "--aturan", rule_file or self.aturan]
        for name in ("periode", "kelompok", "bobot"):
            if getattr(self, name):
                found += ["--" + name, getattr(self, name)]
        return found


def draw(benih, aturan, left_out=()):
    """The scenario of a seed; most are an ordinary year."""
    rng = random.Random(f"{benih}/{aturan}/scenario")
    found = Scenario(aturan, left_out=frozenset(left_out))
    found.periode = rng.choice([None] * 9 + ["2025-TW3", "2025-S2", "2025-08"])
    if "periode" in found.left_out:
        found.periode = None
    found.kelompok = rng.choice([None] * 4 + ["penilai", "unit", "induk"])
    if aturan == A.P6:
        if not found.periode and rng.random() < 0.12:
            found.tahun = 2022
        if rng.random() < 0.3:
            found.agency = Agency(ambang_capaian=rng.choice([None, (101, 80), (110, 90)]), kata_umpan_balik=rng.choice([{}, KATA, KATA]),
                                  terbesar_setengah=rng.random() < 0.3, ukuran_terkecil=rng.choice([A.UKURAN_TERKECIL, 3, 8]))
    else:
        found.bobot = {0: "60/40", 1: "70/30"}.get(benih % 9)
        if aturan == A.PP30 and rng.random() < 0.25:
            found.agency = Agency(split_tambahan=rng.choice([(90, 10), (80, 20), (75, 25)]))
    return found
