"""Own nilai of every RHK in the numeric sets: 1.3, 1.4 and 1.6. Nothing here looks at another person."""

from fractions import Fraction

import law as A
from figures import clean, half_up, key, mean, number
from capaian import TAK_TERHITUNG, TARGET, capaian, gather, kategori, read_target

BOBOT = "bobot_tidak_sah"


def nilai_jpt(c, target_maksimal):
    """1.3: nilai of an IKI by its capaian in whole percent, before rounding."""
    c = Fraction(c)
    if c > 110:
        return Fraction(120)
    if c >= 101:
        return 110 + Fraction(10, 9) * (c - 101)
    if c == 100:
        return A.JPT_100_MAKSIMAL if target_maksimal else A.JPT_100
    if c >= 80:
        return 70 + (c - 80)
    if c >= 60:
        return 50 + (c - 60)
    return c / 59 * 49


def join_aspek(per_aspek):
    """1.4: kategori of an RHK from the kategori of its aspek, tested in the order of the table."""
    if len(per_aspek) == 1:
        return per_aspek[0]
    count = {name: per_aspek.count(name) for name in (A.SB, A.B, A.C, A.K, A.SK)}
    if count[A.SK] >= 2:
        return A.SK
    if count[A.SK] == 1 or count[A.K] >= 2:
        return A.K
    if count[A.K] == 1 or count[A.C] >= 2:
        return A.C
    if count[A.C] == 1 or count[A.SB] < 2:
        return A.B
    return A.SB


def score_indikator(indikator, rows, aturan, periode):
    """Capaian and kategori of one indicator, or the reasons why there are none."""
    target = read_target(indikator.row["target"], indikator.row["arah"])
    if target is None:
        indikator.sebab.add(TARGET)
    realisasi, why = gather(rows, indikator.row["akumulasi"], periode)
    indikator.realisasi = realisasi
    if why:
        indikator.sebab.add(why)
    if indikator.sebab:
        return
    indikator.capaian = capaian(target, realisasi, aturan)
    if indikator.capaian is None:
        indikator.sebab.add(TAK_TERHITUNG)
    else:
        indikator.kategori = kategori(indikator.capaian)


def score_rhk(rhk, aturan, jpt):
    """rata_capaian, kategori and nilai of an RHK whose indicators are scored."""
    for indikator in rhk.indikator:
        rhk.sebab |= indikator.sebab
    weights = _weights(rhk) if aturan == A.PP30 else [1] * len(rhk.indikator)
    if weights is None:
        rhk.sebab.add(BOBOT)
    if rhk.sebab:
        return
    total = sum((w * i.capaian for w, i in zip(weights, rhk.indikator)), Fraction(0))
    rhk.rata_capaian = total / sum(weights)
    if aturan == A.PP30:
        rhk.kategori = kategori(rhk.rata_capaian)
        rhk.nilai = half_up(rhk.rata_capaian, 2)
    elif jpt:
        for indikator in rhk.indikator:
            indikator.nilai = half_up(nilai_jpt(indikator.capaian, is_maksimal(indikator)), 2)
        rhk.kategori = kategori(rhk.rata_capaian)
        rhk.nilai = half_up(mean(i.nilai for i in rhk.indikator), 2)
    else:
        per_aspek = {}
        for indikator in rhk.indikator:
            per_aspek.setdefault(indikator.aspek, []).append(indikator.capaian)
        rhk.kategori = join_aspek([kategori(mean(c)) for c in per_aspek.values()])
        rhk.nilai = Fraction(A.NILAI_KATEGORI[rhk.kategori])


def _weights(rhk):
    """1.6: equal unless bobot is given; then on every indicator, together 100. None = wrong."""
    given = [number(i.row["bobot"]) for i in rhk.indikator if clean(i.row["bobot"])]
    if not given:
        return [Fraction(1)] * len(rhk.indikator)
    if len(given) < len(rhk.indikator) or None in given or min(given) < 0 or sum(given) != 100:
        return None
    return given


def points_of_tambahan(kat, lingkup, nilai):
    """1.5: points of one kinerja tambahan, before rounding."""
    return Fraction(A.PCT_TAMBAHAN[kat], 100) * Fraction(lingkup, 100) * nilai


def kategori_tambahan(rhk, aturan, jpt):
    """1.5 and 1.6: by which kategori the points of a kinerja tambahan go."""
    if aturan == A.PP30:
        return kategori(rhk.nilai)                         # the band of the printed nilai
    if jpt and all(i.capaian == 100 and is_maksimal(i) for i in rhk.indikator):
        return A.SB                                        # as its nilai of 120 says (8/2021 p. 93 (i))
    return rhk.kategori


def is_maksimal(indikator):
    return key(indikator.row["target_maksimal"]) == "ya"


def score_tambahan(rhk, aturan, jpt):
    if rhk.nilai is not None:
        lingkup = number(rhk.head["lingkup"]) or 1
        rhk.tertimbang = half_up(points_of_tambahan(kategori_tambahan(rhk, aturan, jpt), lingkup, rhk.nilai), 2)
