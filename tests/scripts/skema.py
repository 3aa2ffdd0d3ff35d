#!/usr/bin/env python3
"""Every document that the program writes holds its own JSON Schema (`skp skema NAMA`), with and without names masked.

    python3 tests/scripts/skema.py --skp target/release/skp

Needs the Python package jsonschema: `.ci/run` installs it.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--skp", default="target/release/skp")
skp = os.path.abspath(ap.parse_args().skp)
dinas = os.path.abspath("fixtures/dinas/dinas.xlsx")


def run(*words):
    return subprocess.run([skp, *words], capture_output=True, text=True, check=False).stdout


schemas = {name: json.loads(run("skema", name)) for name in
           ("hasil", "temuan", "baca", "penjelasan", "kode", "daftar-kode", "kaskade", "matriks", "aturan")}
bad = documents = 0


def check(name, text):
    global bad, documents
    documents += 1
    for error in jsonschema.Draft202012Validator(schemas[name]).iter_errors(json.loads(text)):
        bad += 1
        print(f"{name}: {error.json_path}: {error.message[:200]}")


with tempfile.TemporaryDirectory() as sample:
    example = os.path.join(sample, "contoh.xlsx")
    run("contoh", "--pegawai", "200", "--cacat", "20", "-o", example)
    for data in (dinas, example):
        for rules in ("permenpanrb-6-2022", "permenpanrb-8-2021", "pp-30-2019"):
            for masked in ([], ["--samarkan"]):
                asked = [data, "--tahun", "2025", "--aturan", rules, "--format", "json", *masked]
                result = run("nilai", *asked)
                check("hasil", result)
                check("temuan", run("periksa", *asked))
                check("baca", run("baca", data, "--format", "json", *masked))
                check("kaskade", run("kaskade", *asked))
            people = [p["nip"] for p in json.loads(run("nilai", data, "--tahun", "2025", "--aturan", rules, "--format", "json"))["pegawai"]]
            for nip in people[:40]:
                asked = [data, "--tahun", "2025", "--aturan", rules, "--format", "json"]
                check("penjelasan", run("jelaskan", nip, *asked))
                matrix = run("kaskade", "--matriks", nip, *asked)
                if matrix:
                    check("matriks", matrix)
codes = run("jelaskan", "--format", "json")
check("daftar-kode", codes)
for code in json.loads(codes)["kode"]:
    check("kode", run("jelaskan", code["kode"], "--format", "json"))
for rules in ("permenpanrb-6-2022", "permenpanrb-8-2021", "pp-30-2019"):
    check("aturan", run("aturan", "tampil", rules, "--format", "json"))
print(f"{documents} documents, {bad} faults")
sys.exit(bool(bad))
