"""Puts one run together: people, units, counts, as the JSON of keluaran.md section 4."""

import law as A
import numeric
import qualitative
from agency import Agency
from capaian import GANDA
from distribusi import check, rules_for
from figures import as_json, clean, half_up, key, mean, nip
from groups import Units
from model import angka_kredit, people, predikat_numerik
from perilaku import split_for
from periods import Periode
from tables import load

STATUS_PEGAWAI = "status_pegawai"
MATERI_LUAR = {"tugas_belajar", "penugasan_khusus"}


def run(folder, tahun, periode=None, aturan=None, bobot=None, kelompok=None, agency=None):
    """The whole run as a dict; ValueError where no rule set applies."""
    aturan = aturan or A.aturan_untuk(tahun, periode)
    if aturan not in A.SEMUA:
        raise ValueError("tidak ada aturan untuk periode ini; sebutkan --aturan")
    agency = agency or Agency()
    assessed = Periode(periode, tahun)
    tables = load(folder, assessed)
    pegawai = people(tables, assessed)
    excepted = {nip(r["nip"]) for r in tables["pengecualian"]}
    split = bobot or split_for(tables["perilaku"])
    if aturan != A.P6:
        numeric.score_all(pegawai, aturan, assessed)
    result = [_person(p, tables, aturan, assessed, split, agency, p.nip in excepted) for p in pegawai.values()]
    _rank(result)
    units = Units(tables, pegawai)
    grouped = _distributions(result, pegawai, units, aturan, assessed, kelompok or A.PENGELOMPOKAN[aturan], agency)
    unit = _units(result, units, aturan, grouped)
    for entry in result:
        for column in [c for c in entry if c.startswith("nilai_")] + ["angka_kredit"]:
            entry[column] = as_json(entry[column])
    scored = sum(e["status"] == "dinilai" for e in result)
    return {"skema": "skp.hasil/1", "tahun": tahun, "periode": periode or str(tahun),
            "aturan": {"id": aturan, "bobot": None if aturan == A.P6 else split},
            "pegawai": result, "unit": unit, "ringkasan": {"pegawai": len(result), "dinilai": scored}}


def _person(p, tables, aturan, periode, split, agency, excepted):
    last = p.last.row
    shown = p.due if aturan != A.P6 else [p.last]
    entry = {"nip": p.nip, "nama": clean(last["nama"]), "unit_kerja": clean(last["unit_kerja"]), "status": "dinilai", "sebab": [],
             **_no_figures(), "terbuka": [], "rhk": [_rhk(r, aturan, agency, periode) for r in p.rhk if r.posting in shown]}
    if excepted or p.status in A.STATUS_DIKECUALIKAN:
        entry["status"] = "dikecualikan"
        return entry
    sebab = {GANDA} if p.overlapping else set()
    if any(posting.reversed for posting in p.postings):
        sebab.add("tanggal_terbalik")
    if p.status in A.STATUS_BELUM:
        sebab.add(STATUS_PEGAWAI)
    if aturan == A.P6:
        found = qualitative.assess(p, tables, periode, agency)
        entry.update(rating_hasil_kerja=found["hasil"], rating_perilaku=found["perilaku"], terbuka=found["terbuka"], galat_hsl=found["galat"])
        predikat = found["predikat"]
    else:
        found = numeric.assess_ditetapkan(p) if p.status in MATERI_LUAR else numeric.assess(p, tables, aturan, split, agency.split_tambahan)
        entry.update(nilai_kinerja_utama=found["utama"], nilai_kinerja_tambahan=found["tambahan"],
                     nilai_skp=found["skp"], nilai_perilaku=found["perilaku"])
        if agency.split_tambahan:
            entry["terbuka"] = ["nilai_kinerja_tambahan"] if not found["tambahan"] else []
        predikat = None
        if found["kinerja"] is not None:
            predikat = predikat_numerik(found["kinerja"], p.last_says_yes("ide_baru"))
    sebab |= found["sebab"]
    if sebab or predikat is None:
        entry.update(status="belum_dapat_dinilai", sebab=sorted(sebab))
    else:
        entry.update(nilai_kinerja=found.get("kinerja"), predikat=predikat, angka_kredit=angka_kredit(p, predikat))
    return entry


def _no_figures():
    return dict.fromkeys(["nilai_kinerja_utama", "nilai_kinerja_tambahan", "nilai_skp", "nilai_perilaku", "nilai_kinerja",
                          "rating_hasil_kerja", "rating_perilaku", "predikat", "angka_kredit", "peringkat_unit"])


def _rhk(rhk, aturan, agency, periode):
    jpt = rhk.posting.jenis in A.KELOMPOK_JPT
    weighted = rhk.tertimbang if not rhk.utama or (aturan == A.P8 and not jpt) else None
    shown = {"kode_rhk": clean(rhk.head["kode_rhk"]), "mulai": _mulai(rhk, periode), "jenis": rhk.jenis, "nilai": as_json(rhk.nilai), "nilai_tertimbang": as_json(weighted),
             "indikator": [{"aspek": i.aspek, "no": i.no, "capaian": as_json(i.capaian), "kategori": i.kategori} for i in rhk.indikator]}
    if not rhk.utama and agency.split_tambahan:
        del shown["nilai_tertimbang"]           # there are no points; what stands there instead is left open
    return shown


def _mulai(rhk, periode):
    """The dates by which this RHK's posting may be named: written in either table, or the period's first day."""
    first = periode.first_day().isoformat()
    written = {clean(rhk.head["mulai"]), clean(rhk.posting.row["mulai"])} - {""}
    return sorted(written | ({first} if rhk.posting.mulai.isoformat() <= first else set()))


def _rank(result):
    """1, 2, 2, 4 within the unit; nobody is ranked where there is no nilai kinerja."""
    for entry in result:
        if entry["nilai_kinerja"] is not None:
            better = [o for o in result if key(o["unit_kerja"]) == key(entry["unit_kerja"])
                      and o["nilai_kinerja"] is not None and o["nilai_kinerja"] > entry["nilai_kinerja"]]
            entry["peringkat_unit"] = len(better) + 1


def _counts(people_of, aturan):
    scored = [e for e in people_of if e["status"] == "dinilai"]
    return {label: sum(e["predikat"] == label for e in scored) for label in A.PREDIKAT[aturan]}


def _distributions(result, pegawai, units, aturan, periode, kelompok, agency):
    """{unit: distribusi} of every group."""
    members = {}
    for entry in result:
        members.setdefault(units.group(pegawai[entry["nip"]], kelompok), []).append(entry)
    found = {}
    for where, people_of in members.items():
        if where is None:
            continue
        counts = _counts(people_of, aturan)
        organisasi, holder = units.predikat_organisasi(where)
        checked = check(counts, rules_for(aturan, organisasi, periode.tahun, agency.terbesar_setengah))
        if checked is None:
            continue
        n = sum(counts.values())
        checked.update(kelompok_dasar=kelompok, n=n, predikat=counts, predikat_organisasi_dari=None)
        if aturan == A.P6 and holder != where:
            checked["predikat_organisasi_dari"] = units.names[holder]
        # A deviation is a warning; not possible, or too few people: a note.
        checked["peringatan"] = not checked["sesuai"] and checked["mungkin"] and (aturan != A.P6 or n >= agency.ukuran_terkecil)
        found[where] = checked
    return found


def _units(result, units, aturan, grouped):
    """By unit kerja; a group's distribution stands at the unit that names it."""
    names, members = dict(units.names), {k: [] for k in units.names}
    for entry in result:
        where = key(entry["unit_kerja"])
        members.setdefault(where, []).append(entry)
        names.setdefault(where, entry["unit_kerja"])
    for where in grouped:
        members.setdefault(where, [])
        names.setdefault(where, where)
    return [_unit(names[k], people_of, aturan, grouped.get(k)) for k, people_of in members.items()]


def _unit(name, members, aturan, distribusi):
    counts = _counts(members, aturan)
    figures = [e["nilai_kinerja"] for e in members if e["nilai_kinerja"] is not None]
    return {"unit_kerja": name, "jumlah": len(members), "dinilai": sum(counts.values()),
            "rata_rata_nilai": as_json(half_up(mean(figures), 2)) if figures else None,
            "predikat": counts, "distribusi": distribusi}
