#!/usr/bin/env python3
"""Differential test: random instansi through `skp` and through the reference, every figure compared."""

import argparse
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

import kalibrasi
import law as A
import random_data
import scenario as scenarios
import situations
from comparing import compare
from whole_run import evaluate


def situation_count(job):
    """The situations of one seed, for `--hitung`."""
    _, benih, aturan, options = job
    scenario = scenarios.draw(benih, aturan, options.tanpa or ())
    with tempfile.TemporaryDirectory(prefix="banding-") as folder:
        random_data.write(random_data.instansi(benih, people_of(benih, options), scenario), folder)
        return Counter(situations.of(evaluate(folder, scenario.tahun, scenario.asked, aturan, scenario.bobot, scenario.kelompok, scenario.agency)))


def people_of(benih, options):
    return options.pegawai or 12 + benih * 7 % 25


def one(job):
    """(label, difference lines) of one seed under one rule set."""
    skp, benih, aturan, options = job
    scenario = scenarios.draw(benih, aturan, options.tanpa or ())
    folder = tempfile.mkdtemp(prefix="banding-")
    rule_file, rules, sheet = folder + ".toml", scenario.agency.toml(aturan), folder + ".kalibrasi.csv"
    asked = scenario.options(rule_file if rules else None)
    label = f"benih {benih} {aturan}: " + " ".join(asked)
    try:
        random_data.write(random_data.instansi(benih, people_of(benih, options), scenario), folder)
        if rules:
            with open(rule_file, "w", encoding="utf-8") as file:
                file.write(rules)
        wanted = (folder, scenario.tahun, scenario.asked, aturan if rules or scenario.named else None, scenario.bobot, scenario.kelompok, scenario.agency)
        reference = evaluate(*wanted)
        if scenario.calibrated:
            calibration = kalibrasi.draw(benih, reference)
            calibration.write(sheet)
            reference = evaluate(*wanted, calibration)
            asked += ["--kalibrasi", sheet]
        done = subprocess.run([skp, "nilai", folder, "--format", "csv", "--json", folder + ".json", *asked], capture_output=True, text=True, timeout=60)
        if done.returncode not in (0, 1):
            return label, [f"exit {done.returncode}: {done.stderr.strip()[-300:]}"]
        with open(folder + ".json", encoding="utf-8") as file:
            lines = compare(reference, file.read(), done.stdout, done.returncode, not options.tanpa_sebab)
        if lines and options.simpan:
            target = os.path.join(options.simpan, f"{aturan}-{benih}")
            shutil.copytree(folder, target, dirs_exist_ok=True)
            for beside in filter(os.path.exists, (rule_file, sheet)):
                shutil.copy(beside, target)
            lines.append(f"kept: {target}")
        return label, lines
    except Exception as error:
        return label, [f"{type(error).__name__}: {error}"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for path in (rule_file, sheet, folder + ".json"):
            if os.path.exists(path):
                os.remove(path)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--skp", help="path of the binary")
    p.add_argument("--hitung", action="store_true", help="count how often the seeds show each situation of the contract, and compare nothing")
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
    if not a.skp and not a.hitung:
        p.error("--skp")
    jobs = [(a.skp and os.path.abspath(a.skp), benih, aturan, a) for benih in range(a.dari, a.sampai + 1) for aturan in a.aturan or A.SEMUA]
    if a.hitung:
        with multiprocessing.Pool(a.proses) as pool:
            found = sum(pool.imap(situation_count, jobs, chunksize=4), Counter())
        for (section, name), count in sorted(found.items()):
            print(f"{count:7}  {section}: {name}")
        return 0
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
