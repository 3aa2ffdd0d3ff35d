#!/usr/bin/env python3
"""Damages the demo instansi at random and compares: every figure is the same as in the sound file, or a finding
tells of it, or the file is refused. What is damaged is the file, never a figure that somebody could have typed.

    python3 tests/scripts/mutasi.py --skp target/release/skp --kali 2000
"""
import argparse
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--skp", default="target/release/skp")
ap.add_argument("--kali", type=int, default=200)
ap.add_argument("--benih", type=int, default=1)
ap.add_argument("--simpan", help="keep the offending files in this folder")
ap.add_argument("masukan", nargs="?", default="fixtures/dinas/dinas.xlsx")
a = ap.parse_args()
skp = os.path.abspath(a.skp)
dice = random.Random(a.benih)
sound = open(a.masukan, "rb").read()
parts = {i.filename: zipfile.ZipFile(io.BytesIO(sound)).read(i) for i in zipfile.ZipFile(io.BytesIO(sound)).infolist()}
texts = [n for n in parts if n.endswith((".xml", ".rels"))]
# Attributes that say where, what or how a cell is.
MATTER = ["r", "s", "t", "ref", "numFmtId", "r:id", "Id", "Target", "Type", "count", "uniqueCount", "state", "sheetId", "name", "spans", "xfId"]
GARBAGE = ["", "x", "-1", "999999", "&#49;", "1 2", "A", "\x00"]


def packed(contents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in contents:
            z.writestr(name, data)
    return out.getvalue()


def bytes_of_the_file():
    data = bytearray(sound)
    kind = dice.randrange(4)
    if kind == 0:
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    elif kind == 1:
        del data[dice.randrange(len(data)):]
    elif kind == 2:
        at = dice.randrange(len(data))
        data[at:at + dice.randint(1, 4000)] = b""
    else:
        at, length = dice.randrange(len(data)), dice.randint(1, 4000)
        data[at:at + length] = b"\0" * len(data[at:at + length])
    return bytes(data)


def an_attribute():
    name = dice.choice(texts)
    text = parts[name].decode()
    spots = [m for m in re.finditer(r' ([\w:]+)="([^"]*)"', text) if m.group(1) in MATTER]
    if not spots:
        return None
    # Cells are many; let the rare ones have their turn.
    wanted = dice.choice(sorted({m.group(1) for m in spots}))
    spot = dice.choice([m for m in spots if m.group(1) == wanted])
    value = dice.choice(GARBAGE)
    if value == spot.group(2) or (wanted in ("name", "count", "uniqueCount", "spans", "xfId", "sheetId") and value.isdigit()):
        return None
    changed = text[:spot.start(2)] + value + text[spot.end(2):]
    return packed((n, changed if n == name else d) for n, d in parts.items())


def a_tag():
    name = dice.choice(texts)
    text = parts[name].decode()
    spot = dice.choice(list(re.finditer(r"<[^>]*>", text)))
    changed = text[:spot.start()] + text[spot.end():]
    return packed((n, changed if n == name else d) for n, d in parts.items())


def a_part():
    kind, name = dice.randrange(4), dice.choice(list(parts))
    if kind == 0:
        return packed((n, d) for n, d in parts.items() if n != name)
    if kind == 1:
        return packed((n, d[:dice.randrange(len(d) + 1)] if n == name else d) for n, d in parts.items())
    if kind == 2:
        other = dice.choice(list(parts))
        return packed((n, parts[other] if n == name and os.path.dirname(n) != os.path.dirname(other) else d) for n, d in parts.items())
    return packed((n.upper() if n == name else n, d) for n, d in parts.items())


def a_figure_in_pieces():
    name = dice.choice([n for n in texts if "worksheets/" in n])
    text = parts[name].decode()
    spots = list(re.finditer(r"<v>([^<]+)</v>", text))
    if not spots:
        return None
    spot = dice.choice(spots)
    value = spot.group(1)
    at = dice.randrange(len(value))
    piece = dice.choice(["<!-- -->", "<![CDATA[" + value[at:] + "]]>", f"&#{ord(value[at])};", "&amp;", "\u00a0", "</v><v>"])
    tail = "" if piece.startswith("<![CDATA") else value[at + 1:] if piece.startswith("&#") else value[at:]
    changed = text[:spot.start(1)] + value[:at] + piece + tail + text[spot.end(1):]
    return packed((n, changed if n == name else d) for n, d in parts.items())


FIGURES = ["nilai_kinerja_utama", "nilai_kinerja_tambahan", "nilai_skp", "nilai_perilaku", "nilai_kinerja", "rating_hasil_kerja",
           "rating_perilaku", "predikat", "angka_kredit", "status"]


def run(data, folder):
    path = os.path.join(folder, "dinas.xlsx")
    with open(path, "wb") as f:
        f.write(data)
    out = subprocess.run([skp, "nilai", "dinas.xlsx", "--tahun", "2025", "--format", "json"], cwd=folder, capture_output=True, timeout=120, check=False)
    if out.returncode == 2 and out.stderr.startswith("galat:".encode()):
        return None
    assert out.returncode in (0, 1), (out.returncode, out.stderr.decode(errors="replace")[:500])
    return json.loads(out.stdout)


def figures(result):
    return {(p["nip"], p["nama"]): ([p.get(f) for f in FIGURES], json.dumps(p["rhk"])) for p in result["pegawai"]}


def told(result):
    return {(f["kode"], f.get("lembar"), f.get("sel"), f.get("nip"), f["pesan"]) for f in result["temuan"]}


with tempfile.TemporaryDirectory() as folder:
    base = run(sound, folder)
    figures_of_base, told_of_base = figures(base), told(base)
    counts = {"sama": 0, "disebut": 0, "ditolak": 0, "DIAM": 0}
    done = 0
    while done < a.kali:
        kind = dice.choice([bytes_of_the_file, an_attribute, an_attribute, a_tag, a_tag, a_part, a_figure_in_pieces])
        data = kind()
        if data is None or data == sound:
            continue
        done += 1
        result = run(data, folder)
        if result is None:
            counts["ditolak"] += 1
            continue
        now = figures(result)
        if now == figures_of_base:
            counts["sama"] += 1
        elif told(result) - told_of_base:
            counts["disebut"] += 1
        else:
            counts["DIAM"] += 1
            who = [k for k in figures_of_base if now.get(k) != figures_of_base[k]]
            print(f"diam: mutasi {done} ({kind.__name__}): {len(who)} orang, misalnya {who[:2]}", flush=True)
            if a.simpan:
                os.makedirs(a.simpan, exist_ok=True)
                with open(os.path.join(a.simpan, f"{done}-{kind.__name__}.xlsx"), "wb") as f:
                    f.write(data)
print(counts)
sys.exit(counts["DIAM"] > 0)
