"""Puts one run together: people, units, counts, as the JSON of keluaran.md section 4."""

from dataclasses import dataclass

import law as A
import numeric
import qualitative
from agency import Agency
from capaian import GANDA
from distribusi import check, rules_for
from figures import as_json, clean, half_up, key, mean, nip
from groups import Units, predikat_of_unit
from model import angka_kredit, people, predikat_numerik
from perilaku import split_for
from periods import Periode
from tables import load
from tindak_lanjut import last_year, tindak_lanjut, tukin

STATUS_PEGAWAI = "status_pegawai"
TANGGAL_TERBALIK = "tanggal_terbalik"
MATERI_LUAR = {"tugas_belajar", "penugasan_khusus"}


@dataclass
class Run:
    """One run: what was asked and read, and what was found of everybody."""
    tahun: int
    periode: Periode
    aturan: str
    split: str
    kelompok: str
    agency: Agency
    tables: dict
    pegawai: dict                # {nip: Pegawai}
    excepted: dict               # {nip: alasan} of `pengecualian`
    entries: list = None         # as in the JSON
    verdicts: dict = None        # {nip: qualitative.Verdict}, 6/2022 only
    units: Units = None
    groups: dict = None          # {unit: distribusi}
    calibration: object = None   # what a Kalibrasi sets, 6/2022 only

    @property
    def qualitative(self):
        return self.aturan == A.P6


def evaluate(folder, tahun, periode=None, aturan=None, bobot=None, kelompok=None, agency=None, calibration=None):
    """The Run over a folder; ValueError where no rule set applies."""
    aturan = aturan or A.aturan_untuk(tahun, periode)
    if aturan not in A.SEMUA:
        raise ValueError("tidak ada aturan untuk periode ini; sebutkan --aturan")
    agency, assessed = agency or Agency(), Periode(periode, tahun)
    tables = load(folder, assessed)
    excepted = {nip(r["nip"]): clean(r["alasan"]) for r in tables["pengecualian"]}
    run = Run(tahun, assessed, aturan, bobot or split_for(tables["perilaku"]), kelompok or A.PENGELOMPOKAN[aturan], agency,
              tables, people(tables, assessed), excepted, verdicts={}, calibration=calibration)
    if not run.qualitative:
        numeric.score_all(run.pegawai, aturan, assessed)
    run.entries = [_person(run, p) for p in run.pegawai.values()]
    _rank(run.entries)
    run.units = Units(tables, run.pegawai, agency)
    run.groups = _distributions(run)
    return run


def run(*asked, **more):
    return as_result(evaluate(*asked, **more))


def as_result(run):
    """The Run as plain figures."""
    units = _units(run)
    for entry in run.entries:
        for column in [c for c in entry if c.startswith("nilai_")] + ["angka_kredit"]:
            entry[column] = as_json(entry[column])
    scored = sum(e["status"] == "dinilai" for e in run.entries)
    return {"skema": "skp.hasil/1", "tahun": run.tahun, "periode": _periode_text(run.periode),
            "aturan": {"id": run.aturan, "bobot": None if run.qualitative else run.split},
            "pegawai": run.entries, "unit": units, "ringkasan": {"pegawai": len(run.entries), "dinilai": scored}}


def _periode_text(periode):
    if periode.jenis == "bulan":
        return f"{periode.tahun}-{periode.bulan[0]:02}"
    return str(periode.tahun) + {"tahun": "", "S": f"-S{periode.bulan[0] // 6 + 1}", "TW": f"-TW{periode.bulan[0] // 3 + 1}"}[periode.jenis]


def _person(run, p):
    last, agency = p.last.row, run.agency
    shown = [p.last] if run.qualitative else numeric.due(p, agency)
    entry = {"nip": p.nip, "nama": clean(last["nama"]), "unit_kerja": clean(last["unit_kerja"]), "nip_atasan": p.last.atasan or None,
             "status": "dinilai", "alasan": None, "sebab": [], **_no_figures(), "tindak_lanjut": set(), "tukin_persen": None, "terbuka": [],
             "rhk": [_rhk(r, run) for r in p.rhk if r.posting in shown]}
    if p.nip in run.excepted or p.status in A.STATUS_DIKECUALIKAN:
        # `pengecualian` always wins.
        entry.update(status="dikecualikan", alasan=run.excepted.get(p.nip) or p.status)
        return entry
    sebab = _sebab_of_postings(p)
    predikat = None
    if run.qualitative:
        found = run.verdicts[p.nip] = qualitative.assess(p, run.tables, run.periode, agency, run.calibration)
        hasil, perilaku, predikat = found.final
        entry.update(rating_hasil_kerja=hasil, rating_perilaku=perilaku, terbuka=found.terbuka)
        sebab |= found.sebab
    else:
        found = numeric.assess_ditetapkan(p) if p.status in MATERI_LUAR else numeric.assess(p, run.tables, run.aturan, run.split, agency)
        entry.update(nilai_kinerja_utama=found["utama"], nilai_kinerja_tambahan=found["tambahan"],
                     nilai_skp=found["skp"], nilai_perilaku=found["perilaku"])
        if agency.split_tambahan:
            entry["terbuka"] = ["nilai_kinerja_tambahan"] if not found["tambahan"] else []
        if found["kinerja"] is not None:
            predikat = predikat_numerik(found["kinerja"], p.last_says_yes("ide_baru"))
        sebab |= found["sebab"]
    if sebab or predikat is None:
        entry.update(status="belum_dapat_dinilai", sebab=sorted(sebab))
        return entry
    nilai = None if run.qualitative else found["kinerja"]
    entry.update(nilai_kinerja=nilai, predikat=predikat, angka_kredit=angka_kredit(p, predikat, agency), tukin_persen=tukin(predikat, nilai, agency),
                 tindak_lanjut=tindak_lanjut(p, predikat, nilai, last_year(run.tables, p.nip, run.tahun)))
    return entry


def _sebab_of_postings(p):
    """What keeps somebody from a result whatever the figures say."""
    sebab = {GANDA} if p.overlapping else set()
    if any(posting.reversed for posting in p.postings):
        sebab.add(TANGGAL_TERBALIK)
    if p.status in A.STATUS_BELUM:
        sebab.add(STATUS_PEGAWAI)
    return sebab


def _no_figures():
    return dict.fromkeys(["nilai_kinerja_utama", "nilai_kinerja_tambahan", "nilai_skp", "nilai_perilaku", "nilai_kinerja",
                          "rating_hasil_kerja", "rating_perilaku", "predikat", "angka_kredit", "peringkat_unit"])


def _rhk(rhk, run):
    jpt = rhk.posting.jenis in A.KELOMPOK_JPT
    weighted = rhk.tertimbang if not rhk.utama or (run.aturan == A.P8 and not jpt) else None
    shown = {"kode_rhk": clean(rhk.head["kode_rhk"]), "mulai": _mulai(rhk, run.periode), "jenis": rhk.jenis, "nilai": as_json(rhk.nilai), "nilai_tertimbang": as_json(weighted),
             "indikator": [{"aspek": i.aspek, "no": i.no, "capaian": as_json(i.capaian), "kategori": i.kategori, "realisasi": i.realisasi} for i in rhk.indikator]}
    if not rhk.utama and run.agency.split_tambahan:
        del shown["nilai_tertimbang"]           # there are no points; what stands there instead is left open
    return shown


def _mulai(rhk, periode):
    """The dates by which this RHK's posting may be named: written in either table, or the period's first day."""
    first = periode.first_day().isoformat()
    written = {clean(rhk.head["mulai"]), clean(rhk.posting.row["mulai"])} - {""}
    return sorted(written | ({first} if rhk.posting.mulai.isoformat() <= first else set()))


def _rank(entries):
    """1, 2, 2, 4 within the unit; nobody is ranked where there is no nilai kinerja."""
    for entry in entries:
        if entry["nilai_kinerja"] is not None:
            better = [o for o in entries if key(o["unit_kerja"]) == key(entry["unit_kerja"])
                      and o["nilai_kinerja"] is not None and o["nilai_kinerja"] > entry["nilai_kinerja"]]
            entry["peringkat_unit"] = len(better) + 1


def _counts(people_of, aturan):
    scored = [e for e in people_of if e["status"] == "dinilai"]
    return {label: sum(e["predikat"] == label for e in scored) for label in A.PREDIKAT[aturan]}


def _distributions(run):
    """{unit: distribusi} of every group with somebody scored; `aturan` of it is None where nothing can be checked."""
    members = {}
    for entry in run.entries:
        members.setdefault(run.units.group(run.pegawai[entry["nip"]], run.kelompok), []).append(entry)
    found = {}
    for where, people_of in members.items():
        counts = _counts(people_of, run.aturan)
        n = sum(counts.values())
        if where is None or n == 0:
            continue
        organisasi, holder = run.units.predikat_organisasi(where)
        checked = check(counts, rules_for(run.aturan, organisasi, run.tahun, run.agency)) or {"aturan": None}
        checked.update(kelompok_dasar=run.kelompok, n=n, predikat=counts, predikat_organisasi_dari=None, organisasi=organisasi, holder=holder)
        if run.qualitative and holder not in (None, where):
            checked["predikat_organisasi_dari"] = run.units.names[holder]
        found[where] = checked
    return found


def _units(run):
    """By unit kerja; a group's distribution stands at the unit that names it."""
    names, members = dict(run.units.names), {k: [] for k in run.units.names}
    for entry in run.entries:
        where = key(entry["unit_kerja"])
        members.setdefault(where, []).append(entry)
        names.setdefault(where, entry["unit_kerja"])
    for where in run.groups:
        members.setdefault(where, [])
        names.setdefault(where, where)
    return [_unit(names[k], people_of, run, k) for k, people_of in members.items()]


def _unit(name, members, run, where):
    counts = _counts(members, run.aturan)
    figures = [e["nilai_kinerja"] for e in members if e["nilai_kinerja"] is not None]
    row = run.units.rows.get(where)
    grouped = run.groups.get(where)
    return {"unit_kerja": name, "unit_induk": (clean(row["unit_induk"]) or None) if row else None,
            "predikat_organisasi": (predikat_of_unit(row, run.agency) or None) if row else None,
            "jumlah": len(members), "dinilai": sum(counts.values()),
            "rata_rata_nilai": as_json(half_up(mean(figures), 2)) if figures else None,
            "predikat": counts, "distribusi": grouped if grouped and grouped["aturan"] is not None else None}
