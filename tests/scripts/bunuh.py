#!/usr/bin/env python3
"""Kills `skp nilai` at random moments: an output is whole, old or new; the next run is right and nothing is left behind.

Report and JSON are put in place by two renames, one right after the other. A kill can fall between them and leave the new
report beside the old JSON; no file system joins two renames. That moment must stay rare: at most one kill in twenty.

    python3 tests/scripts/bunuh.py --skp target/release/skp --kali 200
"""
import argparse
import json
import os
import random
import subprocess
import tempfile
import time
import zipfile

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--skp", default="target/release/skp")
ap.add_argument("--kali", type=int, default=200, help="how many kills")
ap.add_argument("--benih", type=int, default=1)
a = ap.parse_args()
skp = os.path.abspath(a.skp)
dice = random.Random(a.benih)


def whole(folder):
    """What the JSON says it was made from, and whether the report says the same; raises where one is half."""
    with zipfile.ZipFile(os.path.join(folder, "laporan.xlsx")) as z:
        assert z.testzip() is None
        trail = "".join(z.read(n).decode() for n in z.namelist() if n.endswith(".xml"))
    result = json.load(open(os.path.join(folder, "hasil.json"), encoding="utf-8"))
    files = [m["sha256"] for m in result["masukan"]]
    return files, all(f in trail for f in files)


with tempfile.TemporaryDirectory() as folder:
    for n in (1, 2):
        subprocess.run([skp, "contoh", "--pegawai", "60", "--benih", str(n), "-o", f"data{n}.xlsx"],
                       cwd=folder, check=True, stderr=subprocess.DEVNULL)

    def command(n):
        return [skp, "nilai", f"data{n}.xlsx", "--tahun", "2025", "--diam", "-o", "laporan.xlsx", "--json", "hasil.json", "--paksa"]

    began = time.time()
    subprocess.run(command(1), cwd=folder, check=False, stdout=subprocess.DEVNULL)
    length = time.time() - began
    old, together = whole(folder)
    assert together, "laporan dan JSON bukan dari satu jalan"
    replaced = between = 0
    began = time.time()
    for i in range(a.kali):
        run = subprocess.Popen(command(1 + i % 2), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * length * 1.4)
        run.kill()
        run.wait()
        before, (new, together) = together, whole(folder)
        # A pair that a kill parted stays so until a later run puts both in place.
        between += before and not together
        replaced += new != old
        old = new
    took = time.time() - began
    for n in (1, 2):
        subprocess.run(command(n), cwd=folder, check=False, stdout=subprocess.DEVNULL)
        assert whole(folder)[1], "laporan dan JSON bukan dari satu jalan"
        result = json.load(open(os.path.join(folder, "hasil.json"), encoding="utf-8"))
        assert result["masukan"][0]["berkas"] == f"data{n}.xlsx", result["masukan"][0]
        left = sorted(set(os.listdir(folder)) - {"data1.xlsx", "data2.xlsx", "laporan.xlsx", "hasil.json"})
        assert not left, f"tertinggal: {left}"
    print(f"{a.kali} kali dimatikan dalam {took:.0f} detik, {replaced} kali keluarannya sempat berganti, {between} kali di antara laporan dan JSON; "
          "tidak ada yang setengah, tidak ada yang tertinggal")
    assert between <= max(1, a.kali // 20), "laporan dan JSON terlalu sering terpisah"
