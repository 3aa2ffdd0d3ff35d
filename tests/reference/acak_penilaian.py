"""Random perilaku, penilaian and pengecualian."""

from fractions import Fraction as F

import aturan as A
from acak_skp import tepi, written

PREDIKAT_TERTULIS = {
    A.SB: ["Sangat Baik", "SANGAT BAIK", "1"], A.B: ["Baik", "BAIK", "2"], A.BP: ["Butuh Perbaikan", "Cukup", "CUKUP/BUTUH PERBAIKAN", "3"],
    A.K: ["Kurang", "Kurang/Misconduct", "KURANG (MISCONDUCT)", "4"], A.SK: ["Sangat Kurang", "SANGAT KURANG", "5"]}


def perilaku_numerik(susunan):
    """Figures, with rekan and bawahan in some runs only and for some people only."""
    r, rows = susunan.rng, []
    rekan_bawahan = susunan.chance(0.5)
    for p in susunan.orang:
        base = {"tinggi": 110, "baik": 95, "campur": 85, "rendah": 60}[p.mutu]
        given = A.ASPEK_PERILAKU[:]
        # Given where any posting asks for it: a posting without a month may or may not be "the last".
        due = any(k.jenis in A.WAJIB_KEPEMIMPINAN or (k.jenis == A.FUNGSIONAL and p.kepemimpinan == "ya") for k in p.kerja)
        if due or susunan.chance(0.05):
            given.append(A.KEPEMIMPINAN)
        for aspek in given:
            if p.tepi is not None:
                rows.append(_row(p, aspek, "", tepi(p.tepi, susunan.aturan, p.akhir.jenis)[1]))
                continue
            if susunan.fault(0.1):
                continue
            figure = lambda: written(F(min(12000, max(0, base * 100 + r.choice([0, 0, 500, -500, 1, 25, 50, -33, 1000, r.randint(-900, 900)]))), 100))
            value = figure()
            if susunan.fault(0.1):
                value = r.choice(["120.01", "125", A.ATAS, "sesuai ekspektasi", ""])
            rows.append(_row(p, aspek, r.choice(["", "atasan"]), value))
            if susunan.chance(0.03):
                rows[-1]["nip_penilai"] = p.akhir.atasan or susunan.orang[0].nip
                rows.append(_row(p, aspek, "atasan", figure(), susunan.orang[-1].nip))
            if rekan_bawahan:
                for source, most in (("rekan", 3), ("bawahan", 2)):
                    raters = r.sample([o.nip for o in susunan.orang if o is not p], r.choice([0, 0, 1, most]))
                    rows += [_row(p, aspek, source, figure(), nip) for nip in raters]
    return rows


def _row(p, aspek, penilai, nilai, nip_penilai=""):
    return {"nip": p.nip, "aspek": aspek, "penilai": penilai, "nip_penilai": nip_penilai, "nilai": nilai}


def perilaku_berakhlak(susunan, spelled):
    """Ratings in words for the seven values; rekan's rows are there to be ignored."""
    r, rows = susunan.rng, []
    for p in susunan.orang:
        if p.tepi is not None and p.tepi < 0.3:
            continue                                # "a typed predikat with no ratings at all"
        choices = {"tinggi": [A.ATAS] * 5 + [A.SESUAI], "baik": [A.SESUAI] * 3 + [A.ATAS], "campur": [A.ATAS, A.ATAS, A.SESUAI, A.BAWAH], "rendah": [A.BAWAH, A.BAWAH, A.SESUAI, A.ATAS]}[p.mutu]
        for aspek in A.BERAKHLAK:
            if susunan.fault(0.05):
                continue
            nilai = "95" if susunan.fault(0.05) else spelled(r.choice(choices))
            rows.append(_row(p, aspek, r.choice(["", "atasan"]), nilai))
            if susunan.chance(0.05):
                rows.append(_row(p, aspek, "rekan", spelled(A.BAWAH), susunan.orang[0].nip))
    return rows


def penilaian(susunan, spelled):
    r, rows = susunan.rng, []
    ratings = [A.ATAS, A.SESUAI, A.BAWAH]
    code = {A.ATAS: "1", A.SESUAI: "2", A.BAWAH: "3"}

    def typed():
        rating = r.choice(ratings)
        return rating, r.choice([spelled(rating), spelled(rating), code[rating]])

    for p in susunan.orang:
        kind = r.random()
        only_predikat = p.tepi is not None and p.tepi < 0.3
        if kind > 0.4 and not only_predikat:
            continue
        (hasil, hasil_text), (perilaku, perilaku_text) = typed(), typed()
        predikat = r.choice(PREDIKAT_TERTULIS[r.choice(list(PREDIKAT_TERTULIS))])
        blank = r.choice(["", "-", "Belum dinilai", "Tidak membuat SKP"])
        if only_predikat:
            cells = (blank, "", predikat) if susunan.chance(0.8) else (blank, perilaku_text, predikat)
        elif kind < 0.12:
            cells = (hasil_text, perilaku_text, r.choice(PREDIKAT_TERTULIS[A.KUADRAN[hasil, perilaku]]))
        elif kind < 0.18:
            cells = (hasil_text, perilaku_text, predikat)
        elif kind < 0.24:
            cells = (hasil_text, blank, "")
        elif kind < 0.30:
            cells = (blank, perilaku_text, "")
        elif kind < 0.35:
            cells = (blank, blank, predikat)
        else:
            cells = (blank, blank, blank)
        rows.append(_penilaian_row(p, r.choice(["", "2025"]), cells))
        if susunan.chance(0.3):
            rows.append(_penilaian_row(p, r.choice(["2025-S1", "2025-TW4", "2024"]), (typed()[1], typed()[1], predikat)))
    r.shuffle(rows)
    return rows


def _penilaian_row(p, periode, cells):
    return {"nip": p.nip, "periode": periode, "hasil_kerja": cells[0], "perilaku_kerja": cells[1], "hasil_akhir": cells[2]}


def pengecualian(susunan):
    return [{"nip": p.nip, "alasan": "tugas khusus", "keterangan": ""} for p in susunan.orang if susunan.chance(0.04)]
