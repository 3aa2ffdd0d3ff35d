"""What is compared of a result, field by field: the program's JSON and CSV against the reference's Run."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction

import findings
import law as A
import tindak_lanjut as T
from figures import number
from whole_run import as_result

# The words keluaran.md names. Where either side has a word of its own, only "there is a reason" is compared.
SEBAB = {"realisasi_kosong", "target_tidak_dapat_dihitung", "perilaku_tidak_lengkap", "perlu_keputusan_penilai", "umpan_balik_kosong", "belum_dinilai", "penilaian_tidak_dipakai",
         "nip_tidak_terbaca", "baris_ganda", "atasan_belum_dinilai", "tanpa_skp"}
FIGURES = ["nilai_kinerja_utama", "nilai_kinerja_tambahan", "nilai_skp", "nilai_perilaku", "rating_hasil_kerja", "rating_perilaku"]
RESULT = ["nilai_kinerja", "predikat", "angka_kredit", "peringkat_unit"]


class Diff:
    def __init__(self):
        self.lines = []

    def same(self, where, field, skp, reference):
        if _plain(skp) != _plain(reference):
            self.lines.append(f"{where} {field}: skp {skp!s} / reference {reference!s}")

    def same_where_both(self, where, field, skp, reference):
        """`the figures that can be had may stand`: either side may leave one out."""
        if skp is not None and reference is not None:
            self.same(where, field, skp, reference)


def _plain(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float, Decimal)):
        return Decimal(str(value))
    if isinstance(value, str):
        return words(value)
    return value


def words(text):
    return " ".join(text.replace("_", " ").casefold().split())


def compare(run, text, table, exit_code, with_sebab=True):
    """Lines that name each difference, people first. `text` is the JSON, `table` the CSV."""
    skp, reference, d = json.loads(text, parse_float=Decimal), as_result(run), Diff()
    codes = findings.due(run)
    said = _codes_by_person(skp["temuan"])
    theirs = {p["nip"]: p for p in skp["pegawai"]}
    rows = {row["nip"]: row for row in csv.DictReader(io.StringIO(table.lstrip("\ufeff")), delimiter=";")}
    if len(theirs) != len(skp["pegawai"]):
        d.lines.append("pegawai: a NIP stands twice in skp")
    for nip in sorted(theirs.keys() - {p["nip"] for p in reference["pegawai"]}):
        d.lines.append(f"{nip}: only in skp")
    for own in reference["pegawai"]:
        if own["nip"] not in theirs:
            d.lines.append(f"{own['nip']}: only in the reference")
            continue
        _person(d, theirs[own["nip"]], own, with_sebab)
        _rhk(d, theirs[own["nip"]], own)
        _what_follows(d, rows.get(own["nip"], {}), own, theirs[own["nip"]])
        _codes(d, own["nip"], said.get(own["nip"], []), theirs[own["nip"]], codes.get(own["nip"]))
    _units(d, skp, reference, run)
    _whole(d, skp, reference, run, exit_code)
    return d.lines


def _codes_by_person(found):
    said = {}
    for f in found:
        if f.get("nip"):
            said.setdefault(f["nip"], []).append(f)
    return said


# --- people -------------------------------------------------------------------------------


def _person(d, skp, own, with_sebab):
    where = own["nip"]
    for field in ("status", "nama", "unit_kerja"):
        d.same(where, field, skp[field], own[field])
    d.same(where, "nip_atasan", skp.get("nip_atasan") or None, own["nip_atasan"])
    check = d.same if skp["status"] == own["status"] == "dinilai" else d.same_where_both
    for field in FIGURES:
        if field not in own["terbuka"]:
            check(where, field, skp.get(field), own[field])
    if own["status"] == skp["status"] == "dikecualikan" and words(own["alasan"]) not in words(skp.get("alasan") or ""):
        d.lines.append(f"{where} alasan: skp {skp.get('alasan')} / reference {own['alasan']}")
    for field in RESULT:
        d.same(where, field, skp.get(field), own[field])
    if with_sebab and own["status"] == skp["status"] == "belum_dapat_dinilai":
        _sebab(d, where, set(skp["sebab"]), set(own["sebab"]))
    elif skp["sebab"] and skp["status"] != "belum_dapat_dinilai":
        d.lines.append(f"{where} sebab: skp gives {skp['sebab']} to somebody {skp['status']}")


def _sebab(d, where, skp, own):
    if not skp:
        d.lines.append(f"{where} sebab: skp gives none / reference {sorted(own)}")
    if "tanpa_skp" in skp & own:                # what else is missing without an SKP is left open
        return
    if skp <= SEBAB and own <= SEBAB and skp != own:
        d.lines.append(f"{where} sebab: skp {sorted(skp)} / reference {sorted(own)}")


def _codes(d, where, said, skp, own):
    """The findings about a person; every code of theirs stands in `temuan` of the person as well."""
    named = {f["kode"] for f in said}
    if set(skp["temuan"]) != named:
        d.lines.append(f"{where} temuan: person {sorted(set(skp['temuan']) ^ named)} is not what the list of findings says")
    if own is None:
        return
    compared = findings.COMPARED.keys() - own.open
    at_level = {f["kode"] for f in said if f["kode"] in compared and f["tingkat"] == findings.level_of(f["kode"])}
    for code, text in own.words.items():
        for f in said:
            if f["kode"] == code and words(text) not in words(f["pesan"]):
                d.lines.append(f"{where} {code}: skp says \"{f['pesan']}\", due is \"{text}\"")
    for codes in own.either:
        if not any(f["kode"] in codes and f["tingkat"] == findings.level_of(f["kode"]) for f in said):
            d.lines.append(f"{where} {'/'.join(sorted(codes))}: neither said by skp")
    for code in sorted((own.due & compared) ^ at_level):
        d.lines.append(f"{where} {code}: {'not said by skp' if code in own.due else 'said by skp without reason'} ({findings.COMPARED[code]})")


def _what_follows(d, row, own, skp):
    """tindak lanjut and tukin stand in the CSV."""
    said = {name for name in T.SEMUA if name in words(row.get("tindak_lanjut") or "")}
    if own["tindak_lanjut"] is not None and said != own["tindak_lanjut"]:
        d.lines.append(f"{own['nip']} tindak_lanjut: skp {sorted(said)} / reference {sorted(own['tindak_lanjut'])}")
    share = row.get("tukin_persen") or None
    d.same(own["nip"], "tukin_persen", share and Decimal(share.replace(",", ".")), own["tukin_persen"])
    for field in ("status", "predikat"):
        d.same(own["nip"], f"csv {field}", row.get(field) or None, skp[field])


# --- their RHK ----------------------------------------------------------------------------


def _rhk(d, skp, own):
    check = d.same if skp["status"] == own["status"] == "dinilai" else d.same_where_both
    rhk = {}
    for r in skp.get("rhk", []):
        rhk.setdefault(words(str(r["kode_rhk"])), []).append(r)
    for r in own["rhk"]:
        same = rhk.get(words(r["kode_rhk"]), [])
        if len(same) > 1:                       # a code in two postings: which of the rows is which
            same = [o for o in same if o.get("mulai") in r["mulai"]]
        other = same[0] if same else None
        name = f"{own['nip']} rhk {r['kode_rhk']}"
        if other is None:
            if check == d.same:
                d.lines.append(f"{name}: only in the reference")
            continue
        for field in [f for f in ("jenis", "nilai", "nilai_tertimbang") if f in r]:
            check(name, field, other.get(field), r[field])
        _indikator(d, check, name, other["indikator"], r["indikator"])


def _indikator(d, check, name, skp, own):
    theirs = {(i["aspek"], int(i["no"])): i for i in skp}
    for i in own:
        other, place = theirs.get((i["aspek"], i["no"])), f"{name} {i['aspek']} {i['no']}"
        if other is None:
            d.lines.append(f"{place}: only in the reference")
        elif i["capaian"] is not None:      # in 6/2022 whether a capaian is shown is left open
            check(place, "capaian", other.get("capaian"), i["capaian"])
            check(place, "kategori", other.get("kategori"), i["kategori"])
            # The combined realisasi is not rounded; how a figure without an end is written is left open.
            shown = number(other["realisasi"])
            if isinstance(i["realisasi"], Fraction) and (i["realisasi"] * 100).denominator == 1 and shown != i["realisasi"] and (shown is not None or check == d.same):
                d.lines.append(f"{place} realisasi: skp {other['realisasi']} / reference {float(i['realisasi'])}")


# --- units and the whole ------------------------------------------------------------------


def _units(d, skp, reference, run):
    units = {words(u["unit_kerja"]): u for u in skp["unit"]}
    for own in reference["unit"]:
        other = units.pop(words(own["unit_kerja"]), None)
        if other is not None:
            _unit(d, other, own, bool(run.units.led_by))
            said = {f["kode"] for f in skp["temuan"] if f["kode"].startswith("DST") and words(f.get("unit_kerja", "")) == words(own["unit_kerja"])}
            _verdict(d, f"unit {own['unit_kerja']} distribusi", said, run.groups.get(words(own["unit_kerja"])), run)
        elif own["jumlah"]:
            d.lines.append(f"unit {own['unit_kerja']}: only in the reference")
    d.lines += [f"unit {u['unit_kerja']}: only in skp" for u in units.values()]


def _unit(d, skp, own, any_head):
    where = f"unit {own['unit_kerja']}"
    for field in ("jumlah", "dinilai", "rata_rata_nilai", "unit_induk", "predikat_organisasi"):
        d.same(where, field, skp.get(field), own[field])
    d.same(where, "predikat", skp["predikat"], own["predikat"])
    a, b = skp.get("distribusi"), own["distribusi"]
    if (a is None) != (b is None):
        d.lines.append(f"{where} distribusi: skp {a} / reference {b}")
    if not a or not b:
        return
    if any_head or b["kelompok_dasar"] != "penilai":      # where no unit names its head, the two groupings are one
        d.same(f"{where} distribusi", "kelompok_dasar", a.get("kelompok_dasar"), b["kelompok_dasar"])
    for field in ("n", "predikat", "predikat_organisasi_dari", "sesuai", "mungkin", "pindah_minimal"):
        d.same(f"{where} distribusi", field, a.get(field), b[field])
    theirs = {_rule_key(r): r for r in a["aturan"]}
    if len(a["aturan"]) != len(b["aturan"]):
        d.lines.append(f"{where} distribusi: {len(a['aturan'])} rules in skp, {len(b['aturan'])} in the reference")
    for rule in b["aturan"]:
        other = theirs.get(_rule_key(rule))
        if other is None:
            d.lines.append(f"{where} distribusi {_rule_key(rule)}: only in the reference")
            continue
        for field in rule.keys() - {"kelompok", "batas"}:
            d.same(f"{where} distribusi {_rule_key(rule)}", field, other.get(field), rule[field])
        if rule["batas"] != "<= 0%":            # how "0" is written is left open
            d.same(f"{where} distribusi {_rule_key(rule)}", "batas", other["batas"], rule["batas"])


def _rule_key(rule):
    kind = "maks" if "paling_banyak" in rule else "terbesar" if rule["batas"] in ("terbesar", "> 50%") else "min"
    return "+".join(sorted(rule["kelompok"])), kind


def _verdict(d, where, said, group, run):
    """What is told of a group: a deviation is a warning; not possible, or too few people, a note (keluaran.md section 3)."""
    due, compared = set(), {"DST001", "DST002", "DST003", "DST004", "DST005"}
    if not any(other["organisasi"] for other in run.groups.values()):
        compared.remove("DST003")                # no predikat organisasi anywhere: said once, or of each
    if group:
        small = run.qualitative and group["n"] < run.agency.ukuran_terkecil
        if group["aturan"] is None:
            due.add("DST003")
        elif not group["mungkin"]:
            due.add("DST002")
        elif not group["sesuai"]:
            due.add("DST005" if small else "DST001")
        if group["predikat_organisasi_dari"]:
            due.add("DST004")
    for code in sorted((due ^ said) & compared):
        d.lines.append(f"{where} {code}: {'not said by skp' if code in due else 'said by skp without reason'}")


def _whole(d, skp, reference, run, exit_code):
    for field in ("pegawai", "dinilai"):
        d.same("ringkasan", field, skp["ringkasan"].get(field), reference["ringkasan"][field])
    for field in ("tahun", "periode"):
        d.same("result", field, skp[field], reference[field])
    d.same("aturan", "id", skp["aturan"]["id"], "instansi" if run.agency.toml(run.aturan) else reference["aturan"]["id"])
    if reference["aturan"]["bobot"]:
        d.same("aturan", "bobot", skp["aturan"].get("bobot"), reference["aturan"]["bobot"])
    levels = [f["tingkat"] for f in skp["temuan"]]
    for level in ("galat", "peringatan"):
        d.same("ringkasan", level, skp["ringkasan"][level], levels.count(level))
    # keluaran.md section 2: 1 where an error is found, and where nobody at all is scored.
    d.same("run", "exit code", exit_code, 1 if "galat" in levels or not reference["ringkasan"]["dinilai"] else 0)
