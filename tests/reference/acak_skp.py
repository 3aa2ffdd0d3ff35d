"""Random SKP and realisasi, aimed at the edges of the bands and at rounding ties."""

from fractions import Fraction as F

import aturan as A
from acak_orang import Orang
from angka import half_up

# Capaian worth hitting: edges of 1.2 and 1.3, ties at x.5, two-decimal ties, past the cap, past zero.
SASARAN_CAPAIAN = {
    "tinggi": ["101", "100.5", "105", "110", "110.49", "110.5", "111", "119.5", "120", "130", "300", "102.22", "101.5"],
    "baik": ["100", "100", "100.49", "100.5", "99.5", "101", "101", "103", "107", "110", "120", "100.005", "100.125"],
    "campur": ["100", "101", "120", "99.49", "99.5", "88", "88.5", "80", "79.5", "79.49", "105", "100"],
    "rendah": ["0", "30", "59", "59.49", "59.5", "60", "70", "79", "79.495", "80", "45.5", "99"],
}
TARGET = [4, 8, 10, 12, 20, 40, 100, 200, 400, 800, 1600, 20000]
ASPEK = ["kuantitas", "kualitas", "waktu", "biaya"]
PERIODE = {"S": ["2025-S1", "2025-S2"], "TW": [f"2025-TW{i}" for i in range(1, 5)], "bulan": [f"2025-{m:02}" for m in range(1, 13)]}


def written(value):
    """At most two decimals, no trailing zeros: a figure that can be read in one way only."""
    value = F(value)
    assert (value * 100).denominator == 1, value
    text = f"{int(value * 100) / 100:.2f}"
    return text.rstrip("0").rstrip(".")


def short(value):
    return (F(value) * 100).denominator == 1


def tepi(pick, aturan, jenis):
    """An edge person: (capaian wanted of the single indicator, perilaku figure) whose nilai kinerja lands on an edge."""
    if aturan == A.PP30:
        edges = ["110", "109.99", "90", "89.99", "70", "69.99", "50", "49.99", "120", "0", "89.995", "109.995", "69.995"]
        value = edges[int(pick * len(edges))]
        return value, written(half_up(F(value), 2))
    pairs = [("100", p) for p in ("66.66", "66.65", "66.67", "66.63", "75", "74.99", "74.98", "0", "0.01")]
    pairs += [("120", p) for p in ("86.67", "86.66", "86.65", "86.64", "95", "94.99", "94.98", "120")] + [("0", p) for p in ("120", "108.33", "108.34", "87.5", "87.48")]
    if jenis in A.KELOMPOK_JPT:
        pairs = [("101", "110"), ("101", "109.98"), ("105", "100"), ("80", "70"), ("80", "69.98"), ("60", "50"), ("60", "49.98"), ("99", "92.33"), ("99", "92.32")]
    return pairs[int(pick * len(pairs))]


class Skp:
    def __init__(self, susunan):
        self.s, self.rng, self.aturan = susunan, susunan.rng, susunan.aturan
        self.skp, self.realisasi = [], []
        for p in susunan.orang:
            self._codes(p)
        for p in susunan.orang:
            for kerja in p.kerja:
                for rhk in kerja.rhk:
                    self._write(p, kerja, rhk)
        if susunan.chance(0.1):
            self.realisasi.append(dict(self.realisasi[0], kode_rhk="ZZ9")) if self.realisasi else None

    def _codes(self, p: Orang):
        """Codes first, so that anybody can intervene anybody's RHK. Unique within the NIP."""
        r, utama, tambahan = self.rng, 0, 0
        style = r.choice(["U{}", "U{}", "{}", "RHK {}"])
        heavy = self.s.chance(0.08)
        for kerja in p.kerja:
            if not kerja.skp:
                continue
            for _ in range(1 if p.tepi is not None else r.choice([1, 1, 2, 2, 3, 4])):
                utama += 1
                kerja.rhk.append({"kode": style.format(utama), "jenis": "utama"})
            for _ in range(0 if p.tepi is not None else 4 if heavy else r.choice([0, 0, 0, 1, 2])):
                tambahan += 1
                kerja.rhk.append({"kode": f"T{tambahan}", "jenis": "tambahan", "lingkup": "3" if heavy else r.choice(["", "1", "2", "3"])})
            p.utama += [k["kode"] for k in kerja.rhk if k["jenis"] == "utama"]

    def _link(self, p, kerja):
        """kode_rhk_atasan, nip_pemberi_tugas, metode_kaskade of an RHK utama."""
        r = self.rng
        metode = r.choice(["", "langsung", "tidak_langsung"]) if p.tepi is None else ""
        if kerja.jenis in A.KELOMPOK_JPT and self.s.chance(0.8):
            return {"kode_rhk_atasan": r.choice(["S1", "S2"]), "metode_kaskade": metode}
        giver = ""
        if self.s.chance(0.12):
            giver = r.choice([o.nip for o in self.s.orang if o is not p and o.utama] or [""])
        above = next((o for o in self.s.orang if o.nip == (giver or kerja.atasan)), None)
        codes = [r.choice([c, c, c.lower()]) for c in r.sample(above.utama, min(len(above.utama), r.choice([1, 1, 1, 2, 3])))] if above else ["U1"]
        if self.s.fault(4):
            codes = r.choice([[], ["X99"], codes + ["X99"]])
        return {"kode_rhk_atasan": r.choice([";", "; ", ",", "\n"]).join(codes), "nip_pemberi_tugas": giver, "metode_kaskade": metode}

    def _write(self, p, kerja, rhk):
        r = self.rng
        head = {"kode_rhk_atasan": "", "nip_pemberi_tugas": "", "metode_kaskade": "", "lingkup": rhk.get("lingkup", ""), "mulai": kerja.hari() if kerja.eksplisit else ""}
        if rhk["jenis"] == "utama" or self.s.chance(0.1):
            head.update(self._link(p, kerja))
        indicators = []
        aspek = ["kuantitas"] if p.tepi is not None else r.sample(ASPEK, r.choice([1, 2, 2, 3, 3, 3, 4]))
        for a in aspek:
            for no in range(1, 1 + (1 if p.tepi is not None else r.choice([1, 1, 1, 1, 2, 3]))):
                indicators.append((a, str(no) if no > 1 else r.choice(["", "1"])))
        umpan = self._umpan(p, rhk["jenis"]) if self.aturan == A.P6 else None
        bobot = self._bobot(len(indicators))
        rating_scheme = r.choice(["tahun", "tahun", "S", "TW", "bulan"])
        for n, (a, no) in enumerate(indicators):
            row = {"nip": p.nip, "kode_rhk": rhk["kode"], "jenis": rhk["jenis"], "rhk": f"Hasil {rhk['kode']} {p.nama}", **head,
                   "kelompok": self._kelompok(p), "perspektif": r.choice(["penerima_layanan", "proses_bisnis", "anggaran"]) if kerja.jenis in A.KELOMPOK_JPT else "",
                   "aspek": a, "no_indikator": no, "indikator": f"Indikator {a} {no}", "satuan": "dokumen", "target_maksimal": r.choice(["", "", "tidak", "ya"]),
                   "bobot": bobot[n], "nomor_sk": "SK-1" if rhk["jenis"] == "tambahan" else "", "tanggal_penetapan": "2025-01-20", "batas_waktu": ""}
            if n and self.s.chance(0.3):
                row.update(dict.fromkeys(["jenis", "rhk", *head], ""))
            elif n and self.s.fault(0.12):
                row["lingkup"] = "2" if row["lingkup"] == "3" else "3"
            row.update(self._text_target() if self.aturan == A.P6 else self._target(p, row))
            value = row.pop("_realisasi")
            self.skp.append(row)
            if self.s.fault(0.12):
                self.skp.append(dict(row))
            elif self.s.fault(0.08):
                self.skp.append(dict(row, target="7"))
            if self.aturan == A.P6:
                self._realisasi_rating(row, umpan, rating_scheme)
            else:
                self._realisasi_angka(row, value, single=p.tepi is not None)

    def _kelompok(self, p):
        if p.nama[-1] in "02468":
            return self.rng.choice(["", "perjanjian_kinerja", "direktif"])
        return self.rng.choice(["perjanjian_kinerja", "direktif", "rencana_aksi", "inisiatif_strategis"])

    def _bobot(self, n):
        r = self.rng
        if not self.s.chance(0.25):
            return [""] * n
        if n == 3 and self.s.chance(0.5):
            weights = [F("33.33"), F("33.33"), F("33.34")]
        else:
            cuts = sorted(r.sample(range(1, 100), n - 1))
            weights = [F(b - a) for a, b in zip([0] + cuts, cuts + [100])]
        texts = [written(w) for w in weights]
        if self.s.fault():
            texts[0] = r.choice(["", "0.5", "100"]) if n > 1 else "90"
        return texts

    # --- numeric targets -------------------------------------------------------------

    def _target(self, p, row):
        r = self.rng
        row["target_maksimal"] = "" if p.tepi is not None else row["target_maksimal"]
        if p.tepi is not None:
            wanted = F(tepi(p.tepi, self.aturan, p.akhir.jenis)[0])
            base = 200 if not short(wanted) else 100
            return {"target": str(base), "arah": "", "akumulasi": "", "_realisasi": base * wanted / 100}
        wanted = F(r.choice(SASARAN_CAPAIAN[p.mutu]))
        lo = F(r.choice(TARGET))
        hi, arah, text = lo, r.choice(["", "", "naik", "turun"]), written(lo)
        shape = r.random()
        if shape < 0.18:
            hi = lo + r.choice([1, 2, 5, 10, 50])
            text = written(lo) + r.choice(["-", " - ", "\u2013"]) + written(hi)
        elif shape < 0.28:
            arah = "naik"
            text = r.choice(["\u2265 ", ">= "]) + text
        elif shape < 0.36:
            arah = "turun"
            text = r.choice(["\u2264 ", "<= "]) + text
        base = hi if (wanted > 100) == (arah != "turun") else lo
        value = base * (wanted if arah != "turun" else 200 - wanted) / 100
        if value < 0 or not short(value) or self.s.chance(0.15):
            value = F(r.randint(0, int(3 * hi)), r.choice([1, 1, 2, 4]))
        written_arah = r.choice(["", arah]) if shape >= 0.18 and shape < 0.36 else arah
        if self.s.fault(0.12) and 0.18 <= shape < 0.36:
            written_arah = "turun" if arah == "naik" else "naik"
        if self.s.fault(0.2):
            text = r.choice(["", "0", "-5", "90-80"])
        elif self.s.fault(0.08):
            value = F(-1)
        return {"target": text, "arah": written_arah, "akumulasi": r.choice(["", "akhir", "jumlah", "rata_rata"]), "_realisasi": value}

    def _realisasi_angka(self, row, value, single):
        r = self.rng
        if self.s.fault(0.2):
            if self.s.chance(0.5):
                self._add(row, r.choice(["", "2025"]), "")
            return
        scheme = "tahun" if single or value < 0 else r.choice(["tahun"] * 3 + ["S", "TW", "bulan"])
        if scheme == "tahun":
            self._add(row, r.choice(["", "2025"]), written(value))
            if self.s.chance(0.1) and not single:
                self._periods(row, r.choice(list(PERIODE)), F(r.randint(0, 50)))
            elif self.s.fault(0.12):
                self.realisasi.append(dict(self.realisasi[-1]))
            elif self.s.fault(0.12):
                self._add(row, r.choice(["", "2025"]), written(value + 1))
        else:
            self._periods(row, scheme, value)
            if self.s.chance(0.08):
                self._add(row, "2025", "")
            if self.s.fault(0.2):
                self._add(row, *r.choice([("2025-S1", "3"), ("2025-TW1", "4"), ("2025-03", "5"), (self.realisasi[-1]["periode"] or "2025-S2", written(value + 2))]))
        if self.s.chance(0.05):
            self._add(row, r.choice(["2024", "2024-S2", "2026-01"]), "5")

    def _periods(self, row, kind, value):
        r = self.rng
        chosen = sorted(r.sample(PERIODE[kind], r.randint(1, min(4, len(PERIODE[kind])))))
        how = row["akumulasi"]
        if how == "jumlah":
            cents = int(value * (100 if value.denominator > 1 else 1))
            cuts = sorted(r.randint(0, cents) for _ in chosen[1:])
            parts = [F(b - a, 100 if value.denominator > 1 else 1) for a, b in zip([0] + cuts, cuts + [cents])]
        elif how == "rata_rata":
            parts = [max(F(0), value + r.choice([-1, 0, 0, 1, 2])) for _ in chosen]
        else:
            parts = [F(r.randint(0, 90)) for _ in chosen[1:]] + [value]
        pairs = list(zip(chosen, parts))
        r.shuffle(pairs)
        for when, part in pairs:
            self._add(row, when, written(part))

    def _add(self, row, periode, realisasi, umpan=""):
        self.realisasi.append({"nip": row["nip"], "kode_rhk": row["kode_rhk"], "aspek": row["aspek"], "no_indikator": row["no_indikator"],
                               "periode": periode, "realisasi": realisasi, "bukti": "", "umpan_balik": umpan})

    # --- 6/2022: umpan balik ------------------------------------------------------------

    def _text_target(self):
        text = self.rng.choice(["12", "seluruh laporan selesai", "80-90", "tepat waktu"])
        return {"target": text, "arah": "", "akumulasi": "", "_realisasi": None}

    def _umpan(self, p, jenis):
        """One rating for the whole RHK, drawn from the person's mutu; '' = none given."""
        if p.tepi is not None and p.tepi < 0.3:
            return ""
        if p.mutu == "tinggi" and jenis == "tambahan" and self.s.chance(0.4):
            return A.BAWAH                                 # below in a tambahan is no veto
        choices = {"tinggi": "aaaas", "baik": "ssssab", "campur": "aasb", "rendah": "bbbsa"}[p.mutu]
        return "" if self.s.fault(0.5) else {"a": A.ATAS, "s": A.SESUAI, "b": A.BAWAH}[self.rng.choice(choices)]

    def spelled(self, rating):
        r = self.rng
        short_form = rating.replace(" ekspektasi", "")
        return rating and r.choice([rating, short_form, rating.upper(), rating.upper().replace("DI ", "DI"), rating.title()])

    def _realisasi_rating(self, row, umpan, scheme):
        if self.s.fault(0.12):
            umpan = self.rng.choice([A.ATAS, A.BAWAH])     # unlike ones within the RHK
        if scheme == "tahun":
            self._add(row, self.rng.choice(["", "2025"]), "terlaksana", self.spelled(umpan))
            if self.s.chance(0.1):
                self._add(row, "2025-S2", "terlaksana", self.spelled(self.rng.choice([A.ATAS, A.BAWAH])))
        else:
            periods = PERIODE[scheme][:3]
            for when in periods[:-1]:
                self._add(row, when, "sebagian", self.spelled(self.rng.choice([A.ATAS, A.SESUAI, A.BAWAH, umpan])))
            self._add(row, periods[-1], "terlaksana", self.spelled(umpan))
        if self.s.fault(0.08):
            self._add(row, self.realisasi[-1]["periode"], "lain", self.realisasi[-1]["umpan_balik"])
