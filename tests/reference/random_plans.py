"""Random SKP and realisasi, aimed at the edges of the bands and at rounding ties."""

from fractions import Fraction as F

import law as A
from figures import half_up
from periods import Periode
from random_people import Person

# Capaian worth hitting: edges of 1.2 and 1.3, ties at x.5, two-decimal ties, past the cap, past zero.
WANTED_CAPAIAN = {
    "high": ["101", "100.5", "105", "110", "110.49", "110.5", "111", "119.5", "120", "130", "300", "102.22", "101.5"],
    "good": ["100", "100", "100.49", "100.5", "99.5", "101", "101", "103", "107", "110", "120", "100.005", "100.125"],
    "mixed": ["100", "101", "120", "99.49", "99.5", "88", "88.5", "80", "79.5", "79.49", "105", "100"],
    "lopsided": ["101", "100", "79.5", "79.49", "59.5", "80", "110", "0"],
    "low": ["0", "30", "59", "59.49", "59.5", "60", "70", "79", "79.495", "80", "45.5", "99"],
}
TARGET = [4, 8, 10, 12, 20, 40, 100, 200, 400, 800, 1600, 20000]
ASPEK = ["kuantitas", "kualitas", "waktu", "biaya"]
PROSE = ["Kerja bagus, pertahankan", "Sudah sesuai ekspektasi pimpinan", "cukup baik", "***", "\u2605\u2605\u2605\u2605", "bintang lima", "kurang memuaskan"]
CODES = {A.ATAS: "1", A.SESUAI: "2", A.BAWAH: "3"}


def written(value):
    """At most two decimals, no trailing zeros: a figure that can be read in one way only."""
    value = F(value)
    assert (value * 100).denominator == 1, value
    text = f"{int(value * 100) / 100:.2f}"
    return text.rstrip("0").rstrip(".")


def short(value):
    return (F(value) * 100).denominator == 1


def edge(pick, aturan, jenis):
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


class Plans:
    """Tables `skp` and `realisasi` of everybody."""

    def __init__(self, staff):
        self.s, self.rng, self.scenario, self.aturan = staff, staff.rng, staff.scenario, staff.aturan
        self.copies = "salinan" not in self.scenario.left_out
        self.ambang = bool(self.scenario.agency.ambang_capaian)
        self.skp, self.realisasi = [], []
        for p in staff.people:
            self._codes(p)
        for p in staff.people:
            for posting in p.postings:
                for rhk in posting.rhk:
                    self._write(p, posting, rhk)
        if staff.chance(0.1):
            self.realisasi.append(dict(self.realisasi[0], kode_rhk="ZZ9")) if self.realisasi else None

    def _codes(self, p: Person):
        """Codes first, so that anybody can intervene anybody's RHK. Unique within the NIP, but for `twin`."""
        r, utama, tambahan = self.rng, 0, 0
        style = r.choice(["U{}", "U{}", "{}", "RHK {}"])
        heavy = self.s.chance(0.08)
        twins = [k for k in p.postings if k.twin]
        for posting in p.postings:
            if not posting.skp:
                continue
            day = r.choice(["2025-01-20"] * 6 + ["2025-01-31", "2025-02-01", "2025-08-01", ""])
            if posting.twin and posting is not twins[0]:
                posting.rhk = [dict(rhk) for rhk in twins[0].rhk]
                continue
            for _ in range(0 if p.no_utama else 1 if p.edge is not None else r.choice([1, 1, 2, 2, 3, 4])):
                utama += 1
                posting.rhk.append({"kode": style.format(utama), "jenis": "utama", "ditetapkan": day})
            for _ in range(2 if p.no_utama else 0 if p.edge is not None else 4 if heavy else r.choice([0, 0, 0, 1, 2, 3])):
                tambahan += 1
                posting.rhk.append({"kode": f"T{tambahan}", "jenis": "tambahan", "lingkup": "3" if heavy else r.choice(["", "1", "2", "3"]), "sk": not self.s.chance(0.15), "ditetapkan": day})
            if not posting.twin:
                p.utama += [k["kode"] for k in posting.rhk if k["jenis"] == "utama"]
                p.tambahan += [k["kode"] for k in posting.rhk if k["jenis"] == "tambahan"]

    def _link(self, p, posting):
        """kode_rhk_atasan, nip_pemberi_tugas, metode_kaskade of an RHK utama."""
        r = self.rng
        metode = r.choice(["", "langsung", "tidak_langsung"]) if p.edge is None else ""
        if posting.jenis in A.KELOMPOK_JPT and self.s.chance(0.8):
            return {"kode_rhk_atasan": r.choice(["S1", "S2"]), "metode_kaskade": metode}
        giver = ""
        if self.s.chance(0.12):
            giver = r.choice([o.nip for o in self.s.people if o is not p and o.utama] or [""])
        above = next((o for o in self.s.people if o.nip == (giver or posting.atasan)), None)
        codes = [r.choice([c, c, c.lower()]) for c in r.sample(above.utama, min(len(above.utama), r.choice([1, 1, 1, 2, 3])))] if above else ["U1"]
        if above and above.tambahan and self.s.chance(0.05):
            codes = [*codes[:1], r.choice(above.tambahan)]  # 6/2022 lets a tambahan be intervened, the numeric sets do not
        if self.s.fault(4):
            others = [o for o in self.s.people if o is not above and o.utama]
            somebody = r.choice(others).utama[0] if others else "X99"
            codes = r.choice([[], ["X99"], codes + ["X99"], [somebody]])
        return {"kode_rhk_atasan": r.choice([";", "; ", ",", "\n"]).join(codes), "nip_pemberi_tugas": giver, "metode_kaskade": metode}

    def _write(self, p, posting, rhk):
        r = self.rng
        head = {"kode_rhk_atasan": "", "nip_pemberi_tugas": "", "metode_kaskade": "", "lingkup": rhk.get("lingkup", ""), "mulai": posting.day() if posting.explicit else ""}
        if rhk["jenis"] == "utama" or self.s.chance(0.1):
            head.update(self._link(p, posting))
        indicators = self._indicators(p, rhk)
        umpan = self._umpan(p, rhk["jenis"]) if self.aturan == A.P6 else None
        one_cell = self.s.chance(0.2)                      # umpan balik in one merged cell of the RHK
        bobot = self._bobot(len(indicators))
        kind = r.choice(["utuh", "utuh", *self.scenario.parts])
        for n, (a, no, wanted) in enumerate(indicators):
            row = {"nip": p.nip, "kode_rhk": rhk["kode"], "jenis": rhk["jenis"], "rhk": f"Hasil {rhk['kode']} {p.nama}", **head,
                   "kelompok": self._kelompok(p), "perspektif": r.choice(["penerima_layanan", "proses_bisnis", "anggaran"]) if posting.jenis in A.KELOMPOK_JPT else "",
                   "aspek": a, "no_indikator": no, "indikator": f"Indikator {a} {no}", "satuan": "dokumen", "target_maksimal": r.choice(["", "", "tidak", "ya"]),
                   "bobot": bobot[n], "nomor_sk": "SK-1" if rhk["jenis"] == "tambahan" and rhk["sk"] else "", "tanggal_penetapan": rhk["ditetapkan"], "batas_waktu": ""}
            if n and not posting.twin and self.s.chance(0.3):
                row.update(dict.fromkeys(["jenis", "rhk", *head], ""))
            elif n and self.s.fault(0.12):
                row["lingkup"] = "2" if row["lingkup"] == "3" else "3"
            row.update(self._text_target() if self.aturan == A.P6 and not self.ambang else self._target(p, posting, row, wanted))
            value = row.pop("_realisasi")
            self.skp.append(row)
            if self.s.chance(0.02) and self.copies:
                self.skp.append(self.other_spelling(row, ["satuan", "batas_waktu", "indikator", "perspektif", "nomor_sk", "target"]))
            elif self.s.fault(0.08):
                self.skp.append(dict(row, target="7"))
            if posting.twin:
                self._realisasi_twin(row, posting, value, umpan if not (one_cell and n) else "")
            elif self.aturan == A.P6:
                self._realisasi_rating(row, "" if p.no_realisasi or (one_cell and n) else umpan, kind, value, p.no_realisasi)
            else:
                self._realisasi_angka(row, value, single=p.edge is not None)

    def _indicators(self, p, rhk):
        """(aspek, no_indikator, capaian wanted or None) of each indicator."""
        r = self.rng
        if p.edge is not None:
            return [("kuantitas", r.choice(["", "1"]), None)]
        if self.aturan == A.PP30 and rhk["jenis"] == "tambahan" and self.s.chance(0.3):
            # A mean of 100,495 prints 100,50 and bands as 101; 100,49 bands as 100.
            return [("kuantitas", "", "100"), ("kualitas", "", r.choice(["100.99", "100.98", "101"]))]
        found = []
        for a in r.sample(ASPEK, r.choice([1, 2, 2, 3, 3, 3, 4])):
            found += [(a, str(no) if no > 1 else r.choice(["", "1"]), None) for no in range(1, 1 + r.choice([1, 1, 1, 1, 2, 3]))]
        return found

    def other_spelling(self, row, may_be_blank):
        """The same row again as another hand writes it: NIP with blanks, code in another case, defaults written out, or poorer."""
        r, again = self.rng, dict(row)
        again["nip"] = f"{row['nip'][:8]} {row['nip'][8:14]} {row['nip'][14]} {row['nip'][15:]}"
        if "kode_rhk" in row:
            again["kode_rhk"] = r.choice([row["kode_rhk"].lower(), " " + row["kode_rhk"]])
            again["no_indikator"] = {"": "1", "1": ""}.get(row["no_indikator"], row["no_indikator"])
        if row.get("periode") in self.scenario.whole:
            again["periode"] = r.choice(self.scenario.whole)
        for column in ("target", "realisasi", "nilai"):
            if row.get(column, "").isdigit() and len(row[column]) > 1:
                again[column] = row[column] + ".0"
        if again.get("arah") == "" and row["target"][:1] not in "\u2264<":
            again["arah"] = "naik"
        if self.s.chance(0.4):
            again[r.choice(may_be_blank)] = ""
        return again

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

    def _target(self, p, posting, row, wanted):
        r = self.rng
        if p.edge is not None or wanted:
            wanted = F(wanted or edge(p.edge, self.aturan, p.last.jenis)[0])
            row["target_maksimal"] = ""
            base = 200 if not short(wanted) else 100
            return {"target": str(base), "arah": "", "akumulasi": "", "_realisasi": base * wanted / 100}
        wanted = F(r.choice(WANTED_CAPAIAN[p.quality]))
        if row["jenis"] == "tambahan" and posting.jenis in A.KELOMPOK_JPT and self.s.chance(0.5):
            wanted, row["target_maksimal"] = F(100), r.choice(["ya", "ya", "ya", ""])
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
        parts = self.scenario.parts
        kind = "utuh" if single or value < 0 else r.choice(["utuh"] * 3 + list(parts))
        if kind == "utuh":
            self._add(row, r.choice(self.scenario.whole), written(value))
            if self.s.chance(0.1) and not single and parts:
                self._periods(row, r.choice(list(parts)), F(r.randint(0, 50)))
            elif self.s.fault(0.12):
                self._add(row, r.choice(self.scenario.whole), written(value + 1))
        else:
            self._periods(row, kind, value)
            if self.s.chance(0.08):
                self._add(row, self.scenario.whole[1], "")
            if self.s.fault(0.2) and not self.scenario.periode:
                self._add(row, *r.choice([("2025-S1", "3"), ("2025-TW1", "4"), ("2025-03", "5"), (self.realisasi[-1]["periode"] or "2025-S2", written(value + 2))]))
        if self.s.chance(0.05):
            self._add(row, r.choice(self.scenario.others), "5")

    def _periods(self, row, kind, value):
        r = self.rng
        spelled = self.scenario.parts[kind]
        chosen = sorted(r.sample(spelled, r.randint(1, min(4, len(spelled)))))
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

    def _realisasi_twin(self, row, posting, value, umpan):
        """A code in two postings: by the periods that end in this one; now and then a yearly row, which settles nothing."""
        r = self.rng
        if self.s.chance(0.03):
            self._add(row, r.choice(self.scenario.whole), "3" if value is None else written(value), self.spelled(umpan or ""))
            return
        parts = self.scenario.parts
        for kind in r.sample(list(parts), len(parts)):
            inside = [p for p in parts[kind] if posting.mulai <= Periode(p, 2025).last_day().isoformat() <= (posting.selesai or "2099")]
            if inside:
                for when in inside[-3:]:
                    self._add(row, when, "3" if value is None else written(max(value, F(0))), self.spelled(umpan or ""))
                return

    def _add(self, row, periode, realisasi, umpan=""):
        self.realisasi.append({"nip": row["nip"], "kode_rhk": row["kode_rhk"], "aspek": row["aspek"], "no_indikator": row["no_indikator"],
                               "periode": periode, "realisasi": realisasi, "bukti": self.rng.choice(["", "", "Laporan"]), "umpan_balik": umpan})
        if self.s.chance(0.02) and self.copies:
            self.realisasi.append(self.other_spelling(self.realisasi[-1], ["bukti", "realisasi", "umpan_balik"]))

    # --- 6/2022: umpan balik ------------------------------------------------------------

    def _text_target(self):
        text = self.rng.choice(["12", "seluruh laporan selesai", "80-90", "tepat waktu"])
        return {"target": text, "arah": "", "akumulasi": "", "_realisasi": None}

    def _umpan(self, p, jenis):
        """One rating for the whole RHK, drawn from the person's quality; '' = none given."""
        if p.edge is not None and p.edge < 0.3 or (self.ambang and self.s.chance(0.4)):
            return ""
        if p.quality == "high" and jenis == "tambahan" and self.s.chance(0.4):
            return A.BAWAH                                 # below in a tambahan is no veto
        if p.quality == "lopsided":                            # utama below, tambahan not (rule 4)
            return A.BAWAH if jenis == "utama" and self.s.chance(0.6) else A.SESUAI
        if self.s.chance(0.02 if not self.scenario.agency.kata_umpan_balik else 0.15):
            return self.rng.choice(PROSE)
        choices = {"high": "aaaas", "good": "ssssab", "mixed": "aasb", "low": "bbbsa"}[p.quality]
        return self.rng.choice(["", "-", "Belum dinilai"]) if self.s.fault(0.5) else {"a": A.ATAS, "s": A.SESUAI, "b": A.BAWAH}[self.rng.choice(choices)]

    def spelled(self, rating, codes=True):
        """A rating in one of its spellings; other words as they are."""
        if rating not in CODES:
            return rating
        spellings = [rating, rating.replace(" ekspektasi", ""), rating.upper(), rating.upper().replace("DI ", "DI"), rating.title()]
        return self.rng.choice(spellings + [CODES[rating]] if codes else spellings)

    def _realisasi_rating(self, row, umpan, kind, value, none_at_all):
        """Realisasi in words (in figures where thresholds ask for them), with the umpan balik of the RHK."""
        if none_at_all:
            return
        done = "terlaksana" if value is None else written(max(value, F(0)))
        if umpan and self.s.fault(0.12):
            umpan = self.rng.choice([A.ATAS, A.BAWAH])     # unlike ones within the RHK
        parts = self.scenario.parts
        if kind == "utuh":
            self._add(row, self.rng.choice(self.scenario.whole), done, self.spelled(umpan))
            if self.s.chance(0.1) and parts:
                self._add(row, parts[self.rng.choice(list(parts))][-1], done, self.spelled(self.rng.choice([A.ATAS, A.BAWAH])))
        else:
            periods = parts[kind][:3]
            for when in periods[:-1]:
                earlier = self.spelled(self.rng.choice([A.ATAS, A.SESUAI, A.BAWAH, umpan])) if umpan else ""
                self._add(row, when, "sebagian" if value is None else done, earlier)
            if not self.s.chance(0.1):                     # else the last period with umpan balik is an earlier one
                self._add(row, periods[-1], done, self.spelled(umpan))
        if self.s.chance(0.05):
            self._add(row, self.rng.choice(self.scenario.others), done, self.spelled(A.ATAS))
        if self.s.fault(0.08):
            self._add(row, self.realisasi[-1]["periode"], "lain" if value is None else "7", self.realisasi[-1]["umpan_balik"])
