"""Periods, and which month belongs to which posting (1.9)."""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_PERIODE = re.compile(r"(\d{4})(?:-(?:S([12])|TW([1-4])|(\d{2})))?", re.I)


class Periode:
    """A year, a semester, a triwulan or a month, as the set of its months."""

    def __init__(self, text, tahun):
        m = _PERIODE.fullmatch(text) if text else None
        if text and not m:
            raise ValueError(f"periode tidak terbaca: {text}")
        self.tahun = int(m[1]) if m else tahun
        if m and m[2]:
            self.jenis, first, length = "S", 6 * int(m[2]) - 5, 6
        elif m and m[3]:
            self.jenis, first, length = "TW", 3 * int(m[3]) - 2, 3
        elif m and m[4]:
            self.jenis, first, length = "bulan", int(m[4]), 1
        else:
            self.jenis, first, length = "tahun", 1, 12
        self.bulan = range(first, first + length)

    def __eq__(self, other):
        return (self.tahun, self.bulan) == (other.tahun, other.bulan)

    def __hash__(self):
        return hash((self.tahun, self.bulan))

    def within(self, other):
        return self.tahun == other.tahun and set(self.bulan) <= set(other.bulan)

    def first_day(self):
        return date(self.tahun, self.bulan[0], 1)

    def last_day(self):
        return month_end(self.tahun, self.bulan[-1])


@lru_cache(maxsize=1 << 12)
def periode_of(text, assessed):
    """The period of a row; an empty cell is the period assessed."""
    return Periode(text, assessed.tahun) if text else assessed


def month_end(tahun, bulan):
    return date(tahun, bulan, calendar.monthrange(tahun, bulan)[1])


def days_inside(mulai, selesai, a, b):
    """Days that [mulai, selesai] and [a, b] have in common."""
    return max(0, (min(selesai, b) - max(mulai, a) + timedelta(1)).days)


def months_of(spans, periode):
    """For each (mulai, selesai), in order of mulai, how many months of the periode belong to it.

    A month belongs to the posting with more of its days, a tie to the later one;
    a month no posting touches belongs to nobody.
    """
    counts = [0] * len(spans)
    for bulan in periode.bulan:
        a, b = date(periode.tahun, bulan, 1), month_end(periode.tahun, bulan)
        best, owner = 0, None
        for i, (mulai, selesai) in enumerate(spans):
            days = days_inside(mulai, selesai, a, b)
            if days > 0 and days >= best:
                best, owner = days, i
        if owner is not None:
            counts[owner] += 1
    return counts
