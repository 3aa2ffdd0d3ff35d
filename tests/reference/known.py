"""Differences in which the contract speaks against the program: each waits to be mended there, then leaves this list.

Nothing else is forgiven: a difference of a seed that does not stand here fails, and one that stands here and is gone fails too.
"""

# aturan.md section 2: "for the head of that unit the unit kerja of his atasan, else the unit induk". The program counts a head whose atasan is empty or
# not in the data in no group, although his unit has a unit induk.
HEAD = {
    ("permenpanrb-6-2022", 21): ["unit Dinas Contoh distribusi"],
    ("permenpanrb-6-2022", 23): ["unit Dinas Contoh distribusi"],
    ("pp-30-2019", 27): ["unit Dinas Contoh distribusi"],
    ("permenpanrb-8-2021", 46): ["unit Dinas Contoh distribusi"],
    ("permenpanrb-6-2022", 140): ["unit Dinas Contoh distribusi"],
}


def others(lines, aturan, benih, plain):
    """The differences that are not known; `plain`: nothing of the seed is asked otherwise."""
    expected = [start for start in HEAD.get((aturan, benih), [])] if plain else []
    found = [line for line in lines if not any(line.startswith(start) for start in expected)]
    gone = [start for start in expected if not any(line.startswith(start) for line in lines)]
    return found + [f"{start}: no longer differs; take it out of known.py" for start in gone]
