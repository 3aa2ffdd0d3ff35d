"""Differences in which the contract speaks against the program: each waits to be mended there, then leaves this list.

Nothing else is forgiven: a difference of a seed that does not stand here fails, and one that stands here and is gone fails too.
"""

# aturan.md 1.9: "for a posting begun later within the year: no deadline is known, none is checked". With a period shorter than the year the program
# takes a posting begun before the period, but within the year, for one of 1 January.
DEADLINE = {
    ("permenpanrb-6-2022", 3): ["199110112016101016 TGT059"],
    ("pp-30-2019", 8): ["199210282019061014 TGT059"],
    ("pp-30-2019", 75): ["198103042007031007 TGT059"],
    ("pp-30-2019", 93): ["198301092008102004 TGT059"],
    ("pp-30-2019", 107): ["197002231994031022 TGT059"],
    ("pp-30-2019", 115): ["198503082010081016 TGT059"],
    ("pp-30-2019", 121): ["198411122010102020 TGT059"],
    ("permenpanrb-6-2022", 139): ["197705012003091007 TGT059"],
    ("permenpanrb-6-2022", 149): ["198709232014051030 TGT059"],
    ("permenpanrb-6-2022", 157): ["198401172011021032 TGT059"],
    ("pp-30-2019", 195): ["197707172003062009 TGT059"],
    ("permenpanrb-6-2022", 200): ["198806112012032009 TGT059"],
}

# aturan.md section 4: "a penilai named in a form or in a `penilaian` row who is not the `nip_atasan` of that time is a finding". The program says nothing
# where the row's periode_akhir_skp lies outside the period asked, nor of somebody all of whose postings are Plt.
PENILAI = {
    ("permenpanrb-6-2022", 73): ["198010282006072002 KAS028", "198212182007121013 KAS028"],
    ("permenpanrb-6-2022", 107): ["198803212015122017 KAS028", "199002172015051021 KAS028"],
    ("permenpanrb-6-2022", 137): ["197310101999121016 KAS028"],
    ("permenpanrb-6-2022", 157): ["197301162000052007 KAS028", "198311202010071019 KAS028", "199208252017032030 KAS028"],
    ("permenpanrb-6-2022", 166): ["197404281998092010 KAS028", "197703132005052020 KAS028"],
    ("permenpanrb-6-2022", 167): ["197604132002091028 KAS028"],
    ("permenpanrb-6-2022", 171): ["197912022005082005 KAS028", "199202032016041004 KAS028"],
    ("permenpanrb-6-2022", 177): ["197409061998011025 KAS028", "198610182012042024 KAS028", "198809022015101018 KAS028"],
    ("permenpanrb-6-2022", 197): ["197901042007071003 KAS028"],
}

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
    expected = [start for group in (DEADLINE, PENILAI, HEAD) for start in group.get((aturan, benih), [])] if plain else []
    found = [line for line in lines if not any(line.startswith(start) for start in expected)]
    gone = [start for start in expected if not any(line.startswith(start) for line in lines)]
    return found + [f"{start}: no longer differs; take it out of known.py" for start in gone]
