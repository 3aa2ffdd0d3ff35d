"""Guidance by IPK for somebody on tugas belajar (p. 63-64): shown as a note, never a mark."""

from fractions import Fraction

import law as A
from figures import key, number

# Lower edges of Sangat Baik, Baik, Butuh Perbaikan; below the last: Kurang.
_EDGES = {
    ("s1", "a"): ("3.51", "3.01", "2.76"), ("s1", "b"): ("3.61", "3.10", "2.76"), ("s1", "c"): ("3.71", "3.20", "2.76"),
    ("lanjut", "a"): ("3.51", "3.20", "3.00"), ("lanjut", "b"): ("3.61", "3.25", "3.00"), ("lanjut", "c"): ("3.71", "3.30", "3.00"),
}


def guidance(row):
    """The predikat that an IPK suggests, None where it cannot be looked up."""
    ipk, akreditasi, jenjang = number(row["ipk"]), key(row["akreditasi"]), key(row["jenjang_studi"])
    if ipk is None or not akreditasi or not jenjang:
        return None
    edges = _EDGES["s1" if jenjang == "s1" else "lanjut", "a" if akreditasi == "luar_negeri" else akreditasi]
    return next((name for edge, name in zip(edges, (A.SB, A.B, A.BP)) if ipk >= Fraction(edge)), A.K)
