"""Random perilaku, penilaian and pengecualian."""

from fractions import Fraction as F

import law as A
from random_plans import edge, written

SPELLINGS = {
    A.SB: ["Sangat Baik", "SANGAT BAIK", "1 - Sangat Baik"], A.B: ["Baik", "BAIK", "Baik (Kuadran II)"],
    A.BP: ["Butuh Perbaikan", "Cukup", "CUKUP/BUTUH PERBAIKAN", "Butuh Perbaikan (Cukup)", "Perlu Perbaikan"],
    A.K: ["Kurang", "Kurang/Misconduct", "KURANG (MISCONDUCT)", "KURANG / MISONDUCT", "Buruk"], A.SK: ["Sangat Kurang", "SANGAT KURANG", "Sangat Buruk"]}
PREDIKAT_CODES = dict(zip(SPELLINGS, "12345"))
# On both sides of the edges of an agency's thresholds; the last is outside the scale.
FIGURES_OF_VALUES = ["100", "100", "100.01", "110", "109.99", "90", "90", "90.01", "76.5", "76.49", "120", "120", "115", "95", "121"]
# What a unit's people have where its bounds are to be kept, by its predikat organisasi.
PATTERNS = {"Istimewa": [A.SB] * 6 + [A.B] * 4, "Baik": [A.B] * 13 + [A.SB] * 4 + [A.BP] * 2 + [A.K], "Butuh Perbaikan": [A.BP] * 14 + [A.B] * 5 + [A.SB],
            "Kurang": [A.K] * 13 + [A.BP] * 3 + [A.B] * 4, "Sangat Kurang": [A.SK] * 13 + [A.BP] * 2 + [A.K] * 2 + [A.B] * 3}
BLANKS = ["", "-", "Belum dinilai", "Tidak membuat SKP", "NULL"]


def perilaku_numerik(staff, plans):
    """Figures, with rekan and bawahan in some runs only and for some people only."""
    r, rows = staff.rng, []
    rekan_bawahan = staff.chance(0.5)
    for p in staff.people:
        base = {"high": 110, "good": 95, "mixed": 85, "lopsided": 80, "low": 60}[p.quality]
        given = A.ASPEK_PERILAKU[:]
        # By the last posting; for others a finding, and left out.
        due = p.last.jenis in A.WAJIB_KEPEMIMPINAN or (p.last.jenis == A.FUNGSIONAL and p.kepemimpinan == "ya")
        if due or staff.chance(0.05):
            given.append(A.KEPEMIMPINAN)
        for aspek in given:
            if p.edge is not None:
                rows.append(_row(p, aspek, "", edge(p.edge, staff.aturan, p.last.jenis)[1]))
                continue
            if staff.fault(0.1):
                continue
            figure = lambda: written(F(min(12000, max(0, base * 100 + r.choice([0, 0, 500, -500, 1, 25, 50, -33, 1000, r.randint(-900, 900)]))), 100))
            value = figure()
            if staff.fault(0.1):
                value = r.choice(["120.01", "125", A.ATAS, "sesuai ekspektasi", ""])
            rows.append(_row(p, aspek, r.choice(["", "atasan"]), value))
            if staff.chance(0.03):
                rows[-1]["nip_penilai"] = p.last.atasan or staff.people[0].nip
                rows.append(_row(p, aspek, "atasan", figure(), next(o.nip for o in staff.people if o.nip != rows[-1]["nip_penilai"])))
            if rekan_bawahan:
                for source, most in (("rekan", 3), ("bawahan", 2)):
                    raters = r.sample([o.nip for o in staff.people if o is not p], r.choice([0, 0, 1, most]))
                    rows += [_row(p, aspek, source, figure(), nip) for nip in raters]
            if staff.chance(0.01) and plans.copies:
                rows.append(plans.other_spelling(rows[-1], ["nip_penilai"]))
    return rows


def _row(p, aspek, penilai, nilai, nip_penilai=""):
    return {"nip": p.nip, "aspek": aspek, "penilai": penilai, "nip_penilai": nip_penilai, "nilai": nilai}


def perilaku_berakhlak(staff, plans):
    """Ratings in words for the seven values; rekan's rows are there to be ignored."""
    r, rows = staff.rng, []
    for p in staff.people:
        if p.edge is not None and p.edge < 0.3:
            continue                                # "a typed predikat with no ratings at all"
        below = r.choice([0] * 7 + [1, 3])          # so many values below, whatever else is said
        choices = {"high": [A.ATAS] * 5 + [A.SESUAI], "good": [A.SESUAI] * 4 + [A.ATAS], "mixed": [A.ATAS, A.ATAS, A.SESUAI],
                   "lopsided": [A.ATAS, A.SESUAI, A.SESUAI, A.BAWAH], "low": [A.BAWAH, A.BAWAH, A.BAWAH, A.SESUAI]}[p.quality]
        for n, aspek in enumerate(A.BERAKHLAK):
            if staff.fault(0.05):
                continue
            rating = A.BAWAH if n < below and p.quality != "high" else r.choice(choices)
            nilai = r.choice(["95", "2", "Sangat konsisten, sesuai ekspektasi", "-", ""]) if staff.fault(0.05) else plans.spelled(rating, codes=False)
            if staff.scenario.agency.ambang_perilaku and r.random() < 0.7:
                nilai = r.choice(FIGURES_OF_VALUES)
            rows.append(_row(p, aspek, r.choice(["", "atasan"]), nilai))
            if staff.chance(0.05):
                rows.append(_row(p, aspek, "rekan", plans.spelled(A.BAWAH, codes=False), staff.people[0].nip))
            if staff.chance(0.02):                  # the atasan once more: the same in other words, or another rating
                again = A.ATAS if staff.fault(4) else rating
                rows.append(_row(p, aspek, "atasan", plans.spelled(again, codes=False), staff.people[-1].nip))
            if staff.chance(0.02) and plans.copies:
                rows.append(plans.other_spelling(rows[-1], ["nip_penilai"]))
    return rows


class Penilaian:
    """Typed ratings and predikat. In some runs every predikat is a code, in some a column tells Plt rows."""

    def __init__(self, staff, plans):
        self.s, self.rng, self.plans = staff, staff.rng, plans
        self.codes = staff.chance(0.2)
        self.with_plt = staff.chance(0.5)
        # In some runs the people of the centre have the predikat that its own asks for: only so are all its bounds ever kept.
        self.organisasi = next((u["predikat_organisasi"] for u in staff.unit if u["unit_kerja"] == staff.centre), "") if staff.chance(0.4) else ""
        self.rows = []
        for p in staff.people:
            self._person(p)
        self.rng.shuffle(self.rows)

    def _rating(self):
        return self.rng.choice([A.ATAS, A.SESUAI, A.BAWAH])

    def _predikat(self, which):
        spellings = SPELLINGS[which]
        if "ejaan" in self.s.scenario.left_out:
            spellings = [text for text in spellings if " - " not in text and " / " not in text]
        return PREDIKAT_CODES[which] if self.codes else self.rng.choice(spellings)

    def _any_predikat(self):
        return self._predikat(self.rng.choice(list(SPELLINGS)))

    def _blank(self):
        return self.rng.choice(BLANKS)

    def _person(self, p):
        kind = self.rng.random()
        wanted = PATTERNS.get(self.organisasi) if self.organisasi and p.last.unit == self.s.centre else None
        if p.studi == "tidak_lulus":
            cells = self._tidak_lulus()
        elif wanted:
            cells = ("", "", self._predikat(self.rng.choice(wanted)))
        elif p.edge is not None and p.edge < 0.3:
            cells = (self._blank(), self.rng.choice(["", self.plans.spelled(self._rating())]) if self.s.chance(0.3) else "", self._any_predikat())
        elif kind < 0.45:
            cells = self._cells(kind)
        else:
            cells = None
        if cells:
            self._add(p, self.rng.choice(self.s.scenario.whole), cells, "1" if p.only_plt and self.s.chance(0.6) else None)
            if self.s.chance(0.06) and self.plans.copies:
                self.rows.append(self.plans.other_spelling(self.rows[-1], ["hasil_kerja", "perilaku_kerja", "hasil_akhir"]))
            if len(p.postings) > 1 and self.s.scenario.transfers_told and not self.s.scenario.periode and p.postings[-2].selesai < (p.last.selesai or "2025-12-31"):
                self._earlier_posting(p)
            if self.s.fault(0.3):                          # unlike rows of one person and period
                self._add(p, self.rng.choice(self.s.scenario.whole), self._cells(0.1), self.rows[-1].get("is_skp_plt_plh_pjb"))
        if self.with_plt and self.s.chance(0.5 if p.plt else 0.04):
            if not (p.only_plt and cells):
                self._add(p, self.rng.choice(self.s.scenario.whole), self._cells(0.1), "1")
        if self.s.chance(0.1):
            self._add(p, self.rng.choice(self.s.scenario.others + ["2025-TW4"]), self._cells(0.1), None)

    def _cells(self, kind):
        """(hasil_kerja, perilaku_kerja, hasil_akhir), in the mixtures that real tables show."""
        hasil, perilaku = self._rating(), self._rating()
        spelled = self.plans.spelled
        if kind < 0.14:
            return spelled(hasil), spelled(perilaku), self._predikat(A.KUADRAN[hasil, perilaku])
        if kind < 0.19:
            return spelled(hasil), spelled(perilaku), self._any_predikat()
        if kind < 0.23:
            return spelled(hasil), spelled(perilaku), self._no_predikat()
        if kind < 0.28:
            return spelled(hasil), self._blank(), self._no_predikat()
        if kind < 0.33:
            return self._blank(), spelled(perilaku), self._no_predikat()
        if kind < 0.36:
            return self._blank(), self._blank(), self._any_predikat()
        if kind < 0.39:
            return spelled(hasil), self._blank(), self._any_predikat()
        if kind < 0.42:
            return self._blank(), spelled(perilaku), self._any_predikat()
        return self._blank(), self._blank(), self._no_predikat()

    def _no_predikat(self):
        return "" if self.codes else self._blank()

    def _tidak_lulus(self):
        spelled, pick = self.plans.spelled, self.rng.random()
        if pick < 0.35:
            return "", "", self._predikat(self.rng.choice([A.K, A.SK]))
        if pick < 0.5:
            return spelled(self._rating()), spelled(self._rating()), self._predikat(self.rng.choice([A.K, A.SK]))
        if pick < 0.65:
            return spelled(self._rating()), spelled(A.BAWAH), ""
        if pick < 0.75:
            return spelled(self._rating()), spelled(self.rng.choice([A.ATAS, A.SESUAI])), ""
        if pick < 0.85:
            return "", "", self._predikat(self.rng.choice([A.SB, A.B, A.BP]))
        return ("", spelled(self._rating()), "") if pick < 0.93 else None

    def _add(self, p, periode, cells, plt):
        row = {"nip": p.nip, "periode": periode, "hasil_kerja": cells[0], "perilaku_kerja": cells[1], "hasil_akhir": cells[2]}
        if self.with_plt:
            row["is_skp_plt_plh_pjb"] = plt or self.rng.choice(["", "0"])
        if self.s.scenario.transfers_told:
            row.update(periode_awal_skp=p.last.mulai, periode_akhir_skp=p.last.selesai or "2025-12-31", pegawai_atasan_nip=self._penilai(p))
        self.rows.append(row)

    def _penilai(self, p):
        """Mostly the atasan of the last posting; now and then somebody else."""
        return self.rng.choice(self.s.people).nip if self.s.chance(0.1) else p.last.atasan

    def _earlier_posting(self, p):
        """A row for the posting before the last one: the penilai of that time, whose word is not the last."""
        before = p.postings[-2]
        self._add(p, self.rng.choice(self.s.scenario.whole), self._cells(0.1), None)
        self.rows[-1].update(periode_awal_skp=before.mulai, periode_akhir_skp=before.selesai, pegawai_atasan_nip=before.atasan)


def pengecualian(staff):
    return [{"nip": p.nip, "alasan": "tugas khusus", "keterangan": ""} for p in staff.people if staff.chance(0.04)]


def riwayat(staff, scenario):
    """Last year's predikat of some, and that of the year before it, which nothing asks for."""
    rows = []
    for p in staff.people if scenario.history else []:
        labels = [A.SB, A.SB, A.B, A.B, A.K if scenario.aturan == A.P6 else A.C, A.SK]
        if staff.chance(0.6):
            rows.append({"nip": p.nip, "tahun": "2024", "predikat": staff.rng.choice(labels)})
        if staff.chance(0.2):
            rows.append({"nip": p.nip, "tahun": "2023", "predikat": staff.rng.choice(labels)})
    return rows
