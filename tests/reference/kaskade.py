"""Cascade weighting of `permenpanrb-8-2021` (1.4): nilai tertimbang of the RHK utama of JA and JF."""

from fractions import Fraction

import law as A
from figures import half_up, key, mean, nip

ATASAN_BELUM = "atasan_belum_dinilai"
PUTUS = "kaskade_putus"


def on_cycles(pegawai):
    """NIPs that lie on a cycle of atasan of the period; somebody who is his own atasan is one."""
    edges = {who: {p.atasan for p in person.postings if p.atasan in pegawai} for who, person in pegawai.items()}
    return {who for who in edges if who in _reach(edges, who)}


def _reach(edges, start):
    seen, todo = set(), list(edges[start])
    while todo:
        who = todo.pop()
        if who not in seen:
            seen.add(who)
            todo.extend(edges[who])
    return seen


def tidak_langsung(own, intervened):
    """80/100 x own + w/100 x nilai of the intervened RHK, the mean of the terms; before rounding."""
    terms = [A.BOBOT_SENDIRI * own + Fraction(A.BOBOT_INTERVENSI[kat], 100) * nilai for kat, nilai in intervened]
    return mean(terms)


def weigh(rhk, pegawai, cycles):
    """Set rhk.tertimbang, or add the reason why there is none."""
    if key(rhk.head["metode_kaskade"]) != "tidak_langsung":
        rhk.tertimbang = rhk.nilai
        return
    targets = intervened(rhk, pegawai, cycles)
    if targets is None:
        rhk.sebab.add(PUTUS)
    elif any(t.nilai is None for t in targets):
        rhk.sebab.add(ATASAN_BELUM)
    elif rhk.nilai is not None:
        rhk.tertimbang = half_up(tidak_langsung(rhk.nilai, [(t.kategori, t.nilai) for t in targets]), 2)


def intervened(rhk, pegawai, cycles):
    """The RHK of the atasan (or pemberi tugas) this one names; None where a link is broken."""
    giver = nip(rhk.head["nip_pemberi_tugas"])
    who = giver or rhk.posting.atasan
    codes = rhk.kode_atasan()
    if who not in pegawai or not codes or (not giver and who in cycles):
        return None
    by_code = {r.kode: r for r in pegawai[who].rhk}
    found = [by_code.get(code) for code in codes]
    return None if None in found else found
