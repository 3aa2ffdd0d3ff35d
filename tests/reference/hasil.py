"""Puts one run together: people, units, counts, as the JSON of keluaran.md section 4."""

import aturan as A
import kualitatif
import numerik
from angka import as_json, clean, half_up, key, mean
from capaian import GANDA
from distribusi import check, rules_for
from model import angka_kredit, load, nip, people, predikat_numerik
from perilaku import split_for
from waktu import Periode

STATUS_PEGAWAI = "status_pegawai"
TIDAK_MENJABAT = {"cltn", "pensiun", "meninggal"}
MATERI_LUAR = {"tugas_belajar", "penugasan_khusus"}


def run(folder, tahun, periode=None, aturan=None, bobot=None, kelompok="unit"):
    """The whole run as a dict; ValueError where no rule set applies."""
    tables = load(folder)
    aturan = aturan or A.aturan_untuk(tahun, periode)
    if aturan not in A.SEMUA:
        raise ValueError("tidak ada aturan untuk periode ini; sebutkan --aturan")
    assessed = Periode(periode, tahun)
    pegawai = people(tables, assessed)
    excepted = {nip(r["nip"]) for r in tables["pengecualian"]}
    split = bobot or split_for(tables["perilaku"])
    if aturan != A.P6:
        numerik.score_all(pegawai, tables, aturan, assessed)
    result = [_person(p, tables, aturan, assessed, split, p.nip in excepted) for p in pegawai.values()]
    _rank(result)
    units = _units(result, tables, aturan, kelompok)
    for entry in result:
        for column in [c for c in entry if c.startswith("nilai_")] + ["angka_kredit"]:
            entry[column] = as_json(entry[column])
    scored = sum(e["status"] == "dinilai" for e in result)
    return {"skema": "skp.hasil/1", "tahun": tahun, "periode": periode or str(tahun),
            "aturan": {"id": aturan, "bobot": None if aturan == A.P6 else split},
            "pegawai": result, "unit": units, "ringkasan": {"pegawai": len(result), "dinilai": scored}}


def _person(p, tables, aturan, periode, split, excepted):
    last = p.terakhir.row
    entry = {"nip": p.nip, "nama": clean(last["nama"]), "unit_kerja": clean(last["unit_kerja"]),
             "status": "dinilai", "sebab": [], **_no_figures(), "rhk": [_rhk(p, r, aturan) for r in p.rhk if r.penempatan in p.penempatan]}
    if excepted:
        entry["status"] = "dikecualikan"
        return entry
    status = key(last["status"]) or "aktif"
    sebab = {GANDA} if p.bertumpuk else set()
    if any(posting.terbalik for posting in p.semua):
        sebab.add("tanggal_terbalik")
    if status in TIDAK_MENJABAT:
        sebab.add(STATUS_PEGAWAI)
    if aturan == A.P6:
        found = kualitatif.assess(p, tables, periode)
        entry.update(rating_hasil_kerja=found["hasil"], rating_perilaku=found["perilaku"])
        predikat = found["predikat"]
    else:
        found = numerik.assess_ditetapkan(p) if status in MATERI_LUAR else numerik.assess(p, tables, aturan, split)
        entry.update(nilai_kinerja_utama=found["utama"], nilai_kinerja_tambahan=found["tambahan"],
                     nilai_skp=found["skp"], nilai_perilaku=found["perilaku"])
        predikat = None
        if found["kinerja"] is not None:
            predikat = predikat_numerik(found["kinerja"], p.terakhir_ya("ide_baru"))
    sebab |= found["sebab"]
    if sebab or predikat is None:
        entry.update(status="belum_dapat_dinilai", sebab=sorted(sebab))
    else:
        entry.update(nilai_kinerja=found.get("kinerja"), predikat=predikat, angka_kredit=angka_kredit(p, predikat))
    return entry


def _no_figures():
    return dict.fromkeys(["nilai_kinerja_utama", "nilai_kinerja_tambahan", "nilai_skp", "nilai_perilaku", "nilai_kinerja",
                          "rating_hasil_kerja", "rating_perilaku", "predikat", "angka_kredit", "peringkat_unit"])


def _rhk(pegawai, rhk, aturan):
    jpt = rhk.penempatan.jenis in A.KELOMPOK_JPT
    weighted = rhk.tertimbang if not rhk.utama or (aturan == A.P8 and not jpt) else None
    return {"kode_rhk": clean(rhk.head["kode_rhk"]), "jenis": rhk.jenis, "nilai": as_json(rhk.nilai), "nilai_tertimbang": as_json(weighted),
            "indikator": [{"aspek": i.aspek, "no": i.no, "capaian": as_json(i.capaian), "kategori": i.kategori} for i in rhk.indikator]}


def _rank(result):
    """1, 2, 2, 4 within the unit; nobody is ranked where there is no nilai kinerja."""
    for entry in result:
        if entry["nilai_kinerja"] is not None:
            better = [o for o in result if key(o["unit_kerja"]) == key(entry["unit_kerja"])
                      and o["nilai_kinerja"] is not None and o["nilai_kinerja"] > entry["nilai_kinerja"]]
            entry["peringkat_unit"] = len(better) + 1


def _units(result, tables, aturan, kelompok):
    known = {key(r["unit_kerja"]): r for r in tables["unit"]}
    names = {k: clean(r["unit_kerja"]) for k, r in known.items()}
    members = {k: [] for k in known} if kelompok == "unit" else {}
    for entry in result:
        where = key(entry["unit_kerja"])
        if kelompok == "induk" and where in known:
            where = key(known[where]["unit_induk"]) or where
        members.setdefault(where, []).append(entry)
        names.setdefault(where, entry["unit_kerja"])
    return [_unit(names[k], known.get(k, {}), people_of, aturan) for k, people_of in members.items()]


def _unit(name, row, members, aturan):
    scored = [e for e in members if e["status"] == "dinilai"]
    counts = {label: sum(e["predikat"] == label for e in scored) for label in A.PREDIKAT[aturan]}
    organisasi = key(row.get("predikat_organisasi", ""))
    figures = [e["nilai_kinerja"] for e in scored if e["nilai_kinerja"] is not None]
    return {"unit_kerja": name, "jumlah": len(members), "dinilai": len(scored),
            "rata_rata_nilai": as_json(half_up(mean(figures), 2)) if figures else None,
            "predikat": counts, "distribusi": check(counts, rules_for(aturan, organisasi))}

