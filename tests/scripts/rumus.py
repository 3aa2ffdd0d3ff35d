#!/usr/bin/env python3
"""Living formulas, recalculated by another program: every formula of `skp nilai --rumus` must give
what the engine found (its cached value), in every rule set; and where a number of the rules, an
input or a formula is altered, the same check must find it out.

    python3 tests/scripts/rumus.py --skp target/release/skp
"""
import argparse, json, pathlib, re, shutil, subprocess, sys, tempfile, zipfile
from xml.etree import ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE / "tests/reference"))
import random_data, scenario as scenarios  # noqa: E402  (the random instansi of the reference)
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SETS = ("permenpanrb-6-2022", "permenpanrb-8-2021", "pp-30-2019")
# Without "always" LibreOffice keeps the cached values, and the comparison would prove nothing.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def cells(path):
    """Sheet → reference → (formula or None, value)."""
    book = {}
    with zipfile.ZipFile(path) as z:
        shared = []
        if "xl/sharedStrings.xml" in z.namelist():
            for si in ET.fromstring(z.read("xl/sharedStrings.xml")).findall("m:si", NS):
                shared.append("".join(t.text or "" for t in si.iter("{%s}t" % NS["m"])))
        rels = {r.get("Id"): r.get("Target") for r in ET.fromstring(z.read("xl/_rels/workbook.xml.rels"))}
        for sheet in ET.fromstring(z.read("xl/workbook.xml")).find("m:sheets", NS):
            part = "xl/" + rels[sheet.get(REL)].removeprefix("/xl/")
            found = book[sheet.get("name")] = {}
            for c in ET.fromstring(z.read(part)).iter("{%s}c" % NS["m"]):
                f, v, kind = c.find("m:f", NS), c.find("m:v", NS), c.get("t", "n")
                if v is None and f is None:
                    continue
                text = (v.text or "") if v is not None else ""
                if kind == "s":
                    value = shared[int(text)]
                elif kind == "n" and text:
                    value = float(text)
                else:
                    value = text
                found[c.get("r")] = (f.text if f is not None else None, value)
    return book


def recalculate(books, folder):
    out = folder / "ulang"
    out.mkdir(exist_ok=True)
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, books)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [out / b.name for b in books]


def same(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-9 * max(1.0, abs(a))
    return a == b


def compare(before, after):
    """How many formulas there are, by sheet, and those that give something else."""
    counts, wrong = {}, []
    again = cells(after)
    for sheet, found in cells(before).items():
        for ref, (formula, value) in found.items():
            if formula is None:
                continue
            counts[sheet] = counts.get(sheet, 0) + 1
            now = again.get(sheet, {}).get(ref, (None, ""))[1]
            if not same(value, now):
                wrong.append((sheet, ref, formula, value, now))
    return counts, wrong


def altered(book, to, part, pattern, replacement):
    """A copy of a workbook with one cell or formula changed."""
    with zipfile.ZipFile(book) as src, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as dst:
        for name in src.namelist():
            data = src.read(name)
            if name == part:
                text, n = re.subn(pattern, replacement, data.decode(), count=1)
                if n != 1:
                    sys.exit(f"{book.name}: nothing to alter in {part}: {pattern}")
                data = text.encode()
            dst.writestr(name, data)
    return to


def part_of(book, sheet):
    with zipfile.ZipFile(book) as z:
        rels = {r.get("Id"): r.get("Target") for r in ET.fromstring(z.read("xl/_rels/workbook.xml.rels"))}
        for s in ET.fromstring(z.read("xl/workbook.xml")).find("m:sheets", NS):
            if s.get("name") == sheet:
                return "xl/" + rels[s.get(REL)].removeprefix("/xl/")
    sys.exit(f"{book}: no sheet {sheet}")


def named(book, name):
    """Sheet part and cell of the first number behind a name."""
    with zipfile.ZipFile(book) as z:
        for d in ET.fromstring(z.read("xl/workbook.xml")).iter("{%s}definedName" % NS["m"]):
            if d.get("name") == name:
                return d.text.split("!")[1].split(":")[0].replace("$", "")
    sys.exit(f"{book}: no name {name}")


def mutants(skp, books, folder):
    """One number of the rules, one input, one formula altered."""
    made = []
    def number(book, name, value):
        ref = named(book, name)
        to = folder / f"mutan-{len(made)}-{book.name}"
        made.append((f"{book.stem}: {name} = {value}",
                     altered(book, to, part_of(book, "Aturan"), rf'(<c r="{ref}"[^>]*>)<v>[^<]*</v>', rf"\g<1><v>{value}</v>")))
    def formula(book, sheet, old, new):
        to = folder / f"mutan-{len(made)}-{book.name}"
        made.append((f"{book.stem}: {sheet} {old} → {new}",
                     altered(book, to, part_of(book, sheet), rf"(<f>[^<]*){re.escape(old)}", rf"\g<1>{new}")))
    by = {b.stem: b for b in books}
    number(by["pp-30-2019"], "bobot_skp", 71)
    number(by["permenpanrb-8-2021"], "pembulatan_capaian", 1)
    number(by["permenpanrb-6-2022"], "persen_angka_kredit", 149)
    formula(by["permenpanrb-8-2021"], "Rincian", "bulat_tertimbang", "0")
    return made


def random_books(skp, seeds, folder):
    """Reports of random instansi: postings, rekan and bawahan, agency rules, gaps of every kind."""
    for seed in seeds:
        for rules in SETS:
            drawn = scenarios.draw(seed, rules, ())
            data, toml = folder / f"{rules}-{seed}", folder / f"{rules}-{seed}.toml"
            random_data.write(random_data.instansi(seed, 12 + seed * 7 % 25, drawn), str(data))
            own = drawn.agency.toml(rules)
            if own:
                toml.write_text(own, encoding="utf-8")
            book = folder / f"{rules}-benih-{seed}.xlsx"
            done = subprocess.run([skp, "nilai", str(data), *drawn.options(str(toml) if own else None), "--rumus", "-o",
                                   str(book), "--diam"], capture_output=True, text=True)
            if not book.exists():
                sys.exit(f"{book.stem}: {done.stderr[-300:]}")
            yield book


def round_trip(skp, folder):
    """The calibration as an office does it: written, changed and saved by another program, read back."""
    data = str(HERE / "fixtures/dinas/dinas.xlsx")
    def people(*options):
        made = subprocess.run([skp, "nilai", data, "--tahun", "2025", "--format", "json", *options], capture_output=True, text=True)
        if made.returncode not in (0, 1):
            sys.exit(f"calibration: {made.stderr[-300:]}")
        run = json.loads(made.stdout)
        return {p["nip"]: p for p in run["pegawai"]}, [t for t in run["temuan"] if t["kode"] in ("HSL030", "HSL031", "HSL032")]
    book = folder / "kalibrasi.xlsx"
    before, _ = people("--lembar", "kalibrasi", "-o", str(book))
    sheet = cells(book)["Kalibrasi"]
    alike = [r for r in range(5, 60) if all(sheet.get(f"{c}{r}", ("", ""))[1] == "sesuai ekspektasi" for c in "DE")]
    row, other, emptied = alike[:3]
    nips = [sheet[f"A{r}"][1] for r in (row, other)]
    changed, part = book, part_of(book, "Kalibrasi")
    for ref, text in ((f"D{row}", "di bawah ekspektasi"), (f"G{row}", "target utama tidak tercapai"), (f"E{other}", "di atas ekspektasi"),
                      (f"D{other}", "di atas ekspektasi")):
        to = folder / f"kalibrasi-{ref}.xlsx"
        pattern = rf'<c r="{ref}"( s="\d+")?(?: t="s")?(?:/>|><v>[^<]*</v></c>)'
        changed = altered(changed, to, part, pattern, rf'<c r="{ref}"\1 t="inlineStr"><is><t>{text}</t></is></c>')
    # An emptied rating takes nothing away.
    ref = f"D{emptied}"
    changed = altered(changed, folder / "kalibrasi-kosong.xlsx", part, rf'<c r="{ref}"( s="\d+")? t="s"><v>[^<]*</v></c>', rf'<c r="{ref}"\1/>')
    untouched, saved = recalculate([book, changed], folder)
    live = cells(saved)["Kalibrasi"]
    after, told = people("--kalibrasi", str(saved))
    same, nothing = people("--kalibrasi", str(untouched))
    wrong = []
    for nip, p in after.items():
        if nip in nips:
            r = row if nip == nips[0] else other
            if p["predikat"] != live[f"F{r}"][1] or p["predikat"] == before[nip]["predikat"]:
                wrong.append(f"{nip}: {before[nip]['predikat']} → {p['predikat']}, the sheet says {live[f'F{r}'][1]}")
        elif p["predikat"] != before[nip]["predikat"]:
            wrong.append(f"{nip}: changed though nobody changed it")
    gone = sheet[f"A{emptied}"][1]
    if live[f"F{emptied}"][1] != before[gone]["predikat"]:
        wrong.append(f"{gone}: the emptied rating makes {live[f'F{emptied}'][1]} in the sheet")
    if {(t["kode"], t["nip"]) for t in told} != {("HSL030", nips[0]), ("HSL031", nips[1]), ("HSL032", gone)} or len(told) != 3:
        wrong.append(f"told: {told}")
    if same != before or nothing:
        wrong.append("a calibration that changes nothing changed something")
    counts = {k: v for k, v in live.items() if k[0] in "NOPQRST"}
    if counts == {k: v for k, v in sheet.items() if k[0] in "NOPQRST"}:
        wrong.append("the groups beside did not follow")
    print(f"calibration: two people changed, read back; {len(wrong)} wrong")
    for line in wrong:
        print(f"  {line}", file=sys.stderr)
    return len(wrong)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--skp", required=True)
    ask.add_argument("--benih", type=int, default=6, help="random instansi for each rule set")
    ask.add_argument("--simpan", help="keep the workbooks here")
    ask = ask.parse_args()
    skp = str(pathlib.Path(ask.skp).resolve())
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        sample = work / "contoh.xlsx"
        subprocess.run([skp, "contoh", "--pegawai", "150", "--benih", "7", "--cacat", "10", "-o", str(sample)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        books = []
        for source, ending in ((HERE / "fixtures/dinas/dinas.xlsx", ""), (sample, "-contoh")):
            for rules in SETS:
                book = work / f"{rules}{ending}.xlsx"
                subprocess.run([skp, "nilai", str(source), "--tahun", "2025", "--aturan", rules, "--rumus", "-o", str(book),
                                "--diam"], stdout=subprocess.DEVNULL)
                books.append(book)
        changed = mutants(skp, books, work)
        books += random_books(skp, range(1, ask.benih + 1), work)
        again = recalculate(books + [b for _, b in changed], work)
        failed = 0
        for before, after in zip(books, again):
            counts, wrong = compare(before, after)
            for sheet in ("Hasil", "Unit", "Distribusi"):
                if not counts.get(sheet) and "benih" not in before.stem:
                    print(f"{before.stem}: no formula on {sheet}", file=sys.stderr)
                    failed += 1
            print(f"{before.stem}: {sum(counts.values())} formulas ({', '.join(f'{s} {n}' for s, n in counts.items())}), {len(wrong)} differ")
            for sheet, ref, formula, value, now in wrong[:8]:
                print(f"  {sheet}!{ref}: {value!r} recalculated {now!r}  ={formula[:300]}", file=sys.stderr)
            failed += bool(wrong)
        for (what, before), after in zip(changed, again[len(books):]):
            _, wrong = compare(before, after)
            print(f"mutant {what}: {len(wrong)} differ")
            if not wrong:
                print(f"  the mutant {what} was not found out", file=sys.stderr)
                failed += 1
        failed += round_trip(skp, work)
        if ask.simpan:
            shutil.copytree(work, ask.simpan, dirs_exist_ok=True)
        print(f"{'failed' if failed else 'passed'}: {len(books)} workbooks, {len(changed)} mutants")
        return 1 if failed else 0
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
