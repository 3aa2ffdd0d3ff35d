#!/usr/bin/env python3
"""Differential test: random instansi through `skp` and through the reference, every figure compared."""

import argparse
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

import law as A
import random_data
import scenario as scenarios
from whole_run import run

# The words keluaran.md names. Where either side has a word of its own, only "there is a reason" is compared.
SEBAB = {"realisasi_kosong", "target_tidak_dapat_dihitung", "perilaku_tidak_lengkap", "perlu_keputusan_penilai", "umpan_balik_kosong", "belum_dinilai",
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
        return _words(value)
    return value


def _words(text):
    return " ".join(text.replace("_", " ").casefold().split())


def compare(skp, reference, with_sebab=True):
    """Lines that name each difference, people first."""
    d = Diff()
    theirs = {p["nip"]: p for p in skp["pegawai"]}
    if len(theirs) != len(skp["pegawai"]):
        d.lines.append("pegawai: a NIP stands twice in skp")
    for nip in sorted(theirs.keys() - {p["nip"] for p in reference["pegawai"]}):
        d.lines.append(f"{nip}: only in skp")
    for own in reference["pegawai"]:
        if own["nip"] not in theirs:
            d.lines.append(f"{own['nip']}: only in the reference")
        else:
            _person(d, theirs[own["nip"]], own, with_sebab)
            _galat(d, skp["temuan"], own)
    units = {_words(u["unit_kerja"]): u for u in skp["unit"]}
    for own in reference["unit"]:
        other = units.pop(_words(own["unit_kerja"]), None)
        if other is not None:
            _unit(d, other, own, skp["temuan"])
        elif own["jumlah"]:
            d.lines.append(f"unit {own['unit_kerja']}: only in the reference")
    d.lines += [f"unit {u['unit_kerja']}: only in skp" for u in units.values()]
    for field in ("pegawai", "dinilai"):
        d.same("ringkasan", field, skp["ringkasan"].get(field), reference["ringkasan"][field])
    if reference["aturan"]["bobot"]:
        d.same("aturan", "bobot", skp["aturan"].get("bobot"), reference["aturan"]["bobot"])
    return d.lines


def _person(d, skp, own, with_sebab):
    where = own["nip"]
    d.same(where, "status", skp["status"], own["status"])
    d.same(where, "unit_kerja", skp["unit_kerja"], own["unit_kerja"])
    scored = skp["status"] == own["status"] == "dinilai"
    check = d.same if scored else d.same_where_both
    for field in FIGURES:
        if field not in own["terbuka"]:
            check(where, field, skp.get(field), own[field])
    if own["status"] == skp["status"] == "dikecualikan" and not skp.get("alasan"):
        d.lines.append(f"{where} alasan: skp gives none")
    for field in RESULT:
        d.same(where, field, skp.get(field), own[field])
    if with_sebab and own["status"] == skp["status"] == "belum_dapat_dinilai":
        _sebab(d, where, set(skp["sebab"]), set(own["sebab"]))
    rhk = {}
    for r in skp.get("rhk", []):
        rhk.setdefault(_words(str(r["kode_rhk"])), []).append(r)
    for r in own["rhk"]:
        same = rhk.get(_words(r["kode_rhk"]), [])
        if len(same) > 1:                       # a code in two postings: which of the rows is which
            same = [o for o in same if o.get("mulai") in r["mulai"]]
        other = same[0] if same else None
        name = f"{where} rhk {r['kode_rhk']}"
        if other is None:
            if scored:
                d.lines.append(f"{name}: only in the reference")
            continue
        for field in [f for f in ("jenis", "nilai", "nilai_tertimbang") if f in r]:
            check(name, field, other.get(field), r[field])
        _indikator(d, check, name, other["indikator"], r["indikator"])


def _galat(d, findings, own):
    """The typed predikat that cannot stand is said as an error, and no other is."""
    if own.get("galat_hsl") is not None:
        said = any(f.get("nip") == own["nip"] and f["kode"].startswith("HSL") and f["tingkat"] == "galat" for f in findings)
        d.same(own["nip"], "HSL galat", said, own["galat_hsl"])


def _indikator(d, check, name, skp, own):
    theirs = {(i["aspek"], int(i["no"])): i for i in skp}
    for i in own:
        other = theirs.get((i["aspek"], i["no"]))
        if other is None:
            d.lines.append(f"{name} {i['aspek']} {i['no']}: only in the reference")
        elif i["capaian"] is not None:      # in 6/2022 whether a capaian is shown is left open
            check(f"{name} {i['aspek']} {i['no']}", "capaian", other.get("capaian"), i["capaian"])
            check(f"{name} {i['aspek']} {i['no']}", "kategori", other.get("kategori"), i["kategori"])


def _sebab(d, where, skp, own):
    if not skp:
        d.lines.append(f"{where} sebab: skp gives none / reference {sorted(own)}")
    if "tanpa_skp" in skp & own:                # what else is missing without an SKP is left open
        return
    if skp <= SEBAB and own <= SEBAB and skp != own:
        d.lines.append(f"{where} sebab: skp {sorted(skp)} / reference {sorted(own)}")


def _unit(d, skp, own, findings):
    where = f"unit {own['unit_kerja']}"
    for field in ("jumlah", "dinilai", "rata_rata_nilai"):
        d.same(where, field, skp.get(field), own[field])
    d.same(where, "predikat", skp["predikat"], own["predikat"])
    a, b = skp.get("distribusi"), own["distribusi"]
    if (a is None) != (b is None):
        d.lines.append(f"{where} distribusi: skp {a} / reference {b}")
    if not a or not b:
        return
    for field in ("kelompok_dasar", "n", "predikat", "predikat_organisasi_dari", "sesuai", "mungkin", "pindah_minimal"):
        d.same(f"{where} distribusi", field, a.get(field), b[field])
    warned = any(f["kode"].startswith("DST") and f["tingkat"] == "peringatan" and _words(f.get("unit_kerja", "")) == _words(own["unit_kerja"]) for f in findings)
    d.same(f"{where} distribusi", "peringatan", warned, b["peringatan"])
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


def one(job):
    """(label, difference lines) of one seed under one rule set."""
    skp, benih, aturan, options = job
    people = options.pegawai or 12 + benih * 7 % 25
    scenario = scenarios.draw(benih, aturan, options.tanpa or ())
    folder = tempfile.mkdtemp(prefix="banding-")
    rule_file, rules = folder + ".toml", scenario.agency.toml(aturan)
    asked = scenario.options(rule_file if rules else None)
    label = f"benih {benih} " + " ".join(asked)
    try:
        random_data.write(random_data.instansi(benih, people, scenario), folder)
        if rules:
            with open(rule_file, "w", encoding="utf-8") as file:
                file.write(rules)
        reference = run(folder, scenario.tahun, scenario.periode, aturan, scenario.bobot, scenario.kelompok, scenario.agency)
        done = subprocess.run([skp, "nilai", folder, "--format", "json", *asked], capture_output=True, text=True, timeout=60)
        if done.returncode not in (0, 1):
            return label, [f"exit {done.returncode}: {done.stderr.strip()[-300:]}"]
        lines = compare(json.loads(done.stdout, parse_float=Decimal), reference, not options.tanpa_sebab)
        if lines and options.simpan:
            target = os.path.join(options.simpan, f"{aturan}-{benih}")
            shutil.copytree(folder, target, dirs_exist_ok=True)
            if rules:
                shutil.copy(rule_file, target)
            lines.append(f"kept: {target}")
        return label, lines
    except Exception as error:
        return label, [f"{type(error).__name__}: {error}"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if rules and os.path.exists(rule_file):
            os.remove(rule_file)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--skp", required=True, help="path of the binary")
    p.add_argument("--dari", type=int, default=1)
    p.add_argument("--sampai", type=int, default=300)
    p.add_argument("--aturan", action="append", choices=A.SEMUA, help="may be repeated; default: all three")
    p.add_argument("--pegawai", type=int, help="people per instansi; default 12 to 36 by seed")
    p.add_argument("--tampil", type=int, default=10, help="differences shown per seed")
    p.add_argument("--banyak", type=int, default=10, help="failing seeds shown")
    p.add_argument("--simpan", help="keep the folders of failing seeds here")
    p.add_argument("--tanpa-sebab", action="store_true")
    p.add_argument("--tanpa", action="append", choices=list(scenarios.KINDS), help="leave a kind of input out: " + "; ".join(f"{k}: {v}" for k, v in scenarios.KINDS.items()))
    p.add_argument("--proses", type=int, default=2)
    a = p.parse_args()
    jobs = [(os.path.abspath(a.skp), benih, aturan, a) for benih in range(a.dari, a.sampai + 1) for aturan in a.aturan or A.SEMUA]
    failed, kinds = 0, {}
    with multiprocessing.Pool(a.proses) as pool:
        for label, lines in pool.imap(one, jobs, chunksize=4):
            if not lines:
                continue
            failed += 1
            for line in lines:
                kind = re.sub(r"rhk \S+( \S+)? [a-z]+ \d|rhk .*?(?= \w+:)|^\d{18}|unit .*?(?= distribusi| \w+:)", "", line.split(":")[0]).strip()
                kinds[kind] = kinds.get(kind, 0) + 1
            if failed <= a.banyak:
                print(f"== {label}: {len(lines)} differences")
                print("\n".join("   " + line for line in lines[:a.tampil]))
    if kinds:
        print("kinds: " + ", ".join(f"{k} {n}" for k, n in sorted(kinds.items(), key=lambda item: -item[1])[:15]))
    print(f"{len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
