"""Distribution of predikat within a unit (1.8 and section 2).

A rule is (kelompok, kind, figure): `maks`/`min` are per cent, `orang` is a least number of
persons, `terbesar` means at least as large as each other predikat, `setengah` more than half. Whether the rules can be met at all,
and by how few moves, is found by trying every whole-person distribution.
"""

from functools import lru_cache

import law as A
from agency import Agency

_NUMERIK = [((A.SB,), "maks", 20), ((A.B,), "min", 60), ((A.B,), "maks", 70), ((A.C, A.K, A.SK), "maks", 20)]
_ORGANISASI = {
    "istimewa": [((A.SB,), "terbesar", 0), ((A.SB,), "maks", 70)],
    "baik": [((A.B,), "terbesar", 0), ((A.B,), "maks", 70), ((A.BP, A.K), "orang", 1)],
    "butuh perbaikan": [((A.SB,), "maks", 10), ((A.BP,), "min", 60)],
    "kurang": [((A.SB,), "maks", 10), ((A.BP,), "min", 10), ((A.K,), "min", 60)],
    "sangat kurang": [((A.SB,), "maks", 0), ((A.BP, A.K), "min", 10), ((A.SK,), "min", 60)],
}


def rules_for(aturan, predikat_organisasi, tahun=2025, agency=Agency()):
    """The rules of a group, or None where nothing can be checked."""
    if aturan != A.P6:
        return tuple(_numerik(agency.batas_distribusi))
    if predikat_organisasi not in _ORGANISASI:
        return None
    rules = _ORGANISASI[predikat_organisasi]
    if tahun < A.TAHUN_PERSENTASE:             # the words of 6/2022 alone
        rules = [((A.PREDIKAT_SENAMA[predikat_organisasi],), "terbesar", 0)]
    if agency.terbesar_setengah:
        rules = [(kelompok, "setengah" if kind == "terbesar" else kind, figure) for kelompok, kind, figure in rules]
    return tuple(rules)


def _numerik(most):
    """1.8, with an agency's own "at most" for those above and those below."""
    return [(kelompok, kind, most.get("di_atas" if A.SB in kelompok else "di_bawah", figure) if (A.B not in kelompok) else figure)
            for kelompok, kind, figure in _NUMERIK]


def measure(rule, counts, total):
    """(jumlah, bound in persons, persons over or under) of one rule; counts by predikat."""
    kelompok, kind, figure = rule
    jumlah = sum(counts[p] for p in kelompok)
    if kind == "maks":
        bound = figure * total // 100
        return jumlah, bound, max(0, jumlah - bound)
    if kind == "min":
        bound = -(-figure * total // 100)
    elif kind == "orang":
        bound = figure
    elif kind == "setengah":
        bound = total // 2 + 1
    else:
        bound = max(n for p, n in counts.items() if p not in kelompok)
    return jumlah, bound, max(0, bound - jumlah)


def compositions(total, parts):
    """Every way to write total as an ordered sum of `parts` whole numbers >= 0."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first,) + rest


@lru_cache(maxsize=None)
def lawful(labels, rules, total):
    """All distributions of `total` persons that satisfy every rule."""
    found = []
    for split in compositions(total, len(labels)):
        counts = dict(zip(labels, split))
        if all(measure(rule, counts, total)[2] == 0 for rule in rules):
            found.append(split)
    return found


def _batas(kind, figure):
    return {"maks": f"<= {figure}%", "min": f">= {figure}%", "orang": f">= {figure} orang", "terbesar": "terbesar", "setengah": "> 50%"}[kind]


def check(counts, rules):
    """The object `distribusi` of keluaran.md section 4, for counts in the order of the predikat labels."""
    labels, have = tuple(counts), tuple(counts.values())
    total = sum(have)
    if rules is None or total == 0:
        return None
    listed, sesuai = [], True
    for rule in rules:
        jumlah, bound, off = measure(rule, counts, total)
        sesuai = sesuai and off == 0
        entry = {"kelompok": list(rule[0]), "batas": _batas(rule[1], rule[2]), "jumlah": jumlah}
        if rule[1] == "maks":
            entry.update(paling_banyak=bound, lebih=off)
        elif rule[1] in ("terbesar", "setengah"):
            entry.update(kurang=off)
        else:
            entry.update(paling_sedikit=bound, kurang=off)
        listed.append(entry)
    ways = lawful(labels, rules, total)
    moves = [sum(max(0, h - w) for h, w in zip(have, way)) for way in ways]
    return {"sesuai": sesuai, "mungkin": bool(ways), "pindah_minimal": min(moves) if ways else None, "aturan": listed}
