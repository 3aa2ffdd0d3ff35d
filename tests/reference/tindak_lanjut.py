"""What follows from a predikat (section 3): tindak lanjut and an agency's tukin."""

import law as A
from figures import clean, key, nip
from words import is_code_column, read_predikat

# What a line of tindak lanjut speaks of, by the words that no wording of it can do without.
PANGKAT, SUKSESI, PERBAIKAN, PROMOSI, PEMBINAAN, PERJANJIAN = "kenaikan pangkat", "suksesi", "uji kompetensi", "promosi", "pembinaan", "perjanjian kerja"
UNLIKE = "two unlike predikat"
SEMUA = (PANGKAT, SUKSESI, PERBAIKAN, PROMOSI, PEMBINAAN, PERJANJIAN)


def last_year(tables, who, tahun):
    """The predikat of the year before, of `riwayat` and of that year's rows of `penilaian`; None where nobody says one, UNLIKE where they differ."""
    codes = is_code_column([row["hasil_akhir"] for row in tables["penilaian"]])
    said = [read_predikat(row["predikat"]) for row in tables["riwayat"] if nip(row["nip"]) == who and clean(row["tahun"]) == str(tahun - 1)]
    said += [read_predikat(row["hasil_akhir"], codes) for row in tables["penilaian"] if nip(row["nip"]) == who and clean(row["periode"]) == str(tahun - 1)]
    return UNLIKE if len(set(said)) > 1 else said[0] if said else None


def tindak_lanjut(pegawai, predikat, nilai, before):
    """The lines that are due, None where last year's predikat is told in two ways. What two years ask for holds where the year before is not known to be otherwise."""
    if before == UNLIKE:
        return None
    pns = (key(pegawai.last.row["jenis_pegawai"]) or "pns") == "pns"
    lines = set()
    if pns and predikat in (A.SB, A.B) and before in (None, A.SB, A.B):
        lines.add(PANGKAT)
    if predikat == A.SB and before in (None, A.SB):
        lines.add(SUKSESI)
    if pns and predikat not in (A.SB, A.B):
        lines.add(PERBAIKAN)
    if not pns:
        lines.add(PERJANJIAN)
    if nilai is not None and nilai >= 90:
        lines.add(PROMOSI)
    if nilai is not None and nilai < 70:
        lines.add(PEMBINAAN)
    return lines


def tukin(predikat, nilai, agency):
    """Per cent of the allowance, by an agency's table; None where it has none."""
    if agency.tukin_nilai and nilai is not None:
        return [share for edge, share in agency.tukin_nilai if nilai >= edge][-1]
    return agency.tukin_persen.get(predikat.casefold().replace(" ", "_")) if agency.tukin_persen else None
