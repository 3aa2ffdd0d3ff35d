#!/usr/bin/env python3
"""Hostile inputs by the megabyte: memory stays within 60 MB + 30 × the unpacked input, and a megabyte takes at most
three times what one of an ordinary input takes (and the start as much as one more). Times are ratios within one run: the
ordinary input is measured beside the others, and what is too slow is tried again, so that a busy machine is no fault.
No input may end the program otherwise than with 0, 1 or 2.

    python3 tests/scripts/memori.py --skp target/release/skp [--hanya NAMA] [-v]
"""
import argparse
import io
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile

ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument("--skp", default="target/release/skp")
ap.add_argument("--hanya", default="", help="only inputs whose name this pattern fits")
ap.add_argument("-v", action="store_true")
a = ap.parse_args()
skp = os.path.abspath(a.skp)


def csv(header, rows):
    return ("\n".join([header, *rows]) + "\n").encode()


def nip(i):
    return f"{1960 + i % 40}{1 + i // 40 % 12:02d}{1 + i // 480 % 28:02d}2010{1 + i % 12:02d}1{1 + i // 13440 % 999:03d}"


def people(n, atasan=lambda i: ""):
    return csv("nip;nama;jabatan;jenis_jabatan;unit_kerja;nip_atasan",
               (f"{nip(i)};Orang {i};Pelaksana;pelaksana;Unit {i % 50};{atasan(i)}" for i in range(n)))


def skp_rows(n, **faults):
    row = dict(nip="{nip}", kode="R{i}", jenis="utama", rhk="Hasil {i}", atasan="", aspek="kuantitas", indikator="Jumlah", target="12", satuan="dokumen")
    row.update(faults)
    line = ";".join(row.values())
    return csv("nip;kode_rhk;jenis;rhk;kode_rhk_atasan;aspek;indikator;target;satuan", (line.format(nip=nip(i // 8), i=i) for i in range(n)))


def xlsx(sheet_xml, more=()):
    out = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("_rels/.rels", f'<Relationships><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>')
        z.writestr("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        z.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}">{sheet_xml}</worksheet>')
        for name, text in more:
            z.writestr(name, text)
    return out.getvalue()


def letters(column):
    return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def ods(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
                   f'{content}</office:spreadsheet></office:body></office:document-content>')
    return out.getvalue()


def xls(at):
    """An `.xls` of one sheet with a figure in each of these cells: an OLE file of 512-byte sectors, the records its only stream."""
    def record(kind, data):
        return struct.pack("<HH", kind, len(data)) + data
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    end = record(0x000A, b"")
    place = len(begin) + 4 + 6 + 2 + 1 + len(end)
    book = begin + record(0x0085, struct.pack("<IBB", place, 0, 0) + b"\x01\x00A") + end
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 0)) + b"".join(record(0x0203, struct.pack("<HHHd", r, c, 0, 1.0)) for r, c in at) + end
    stream = (book + sheet).ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    sectors = len(stream) // 512
    fats = (sectors + 1 + 127) // 128 + 1
    chain = [0xFFFFFFFD] * fats + [0xFFFFFFFE] + [fats + 2 + i for i in range(sectors - 1)] + [0xFFFFFFFE]
    chain += [0xFFFFFFFF] * (fats * 128 - len(chain))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, fats, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += b"".join(struct.pack("<I", i if i < fats else 0xFFFFFFFF) for i in range(109))

    def entry(name, kind, child, start, size):
        text = (name + "\0").encode("utf-16-le")
        return text.ljust(64, b"\0") + struct.pack("<HBBIII16xIQQII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, 0, 0, 0, start, size) + b"\0" * 4
    entries = [entry("Root Entry", 5, 1, 0xFFFFFFFE, 0), entry("Workbook", 2, 0xFFFFFFFF, fats + 1, len(stream))] + [b"\0" * 128] * 2
    return head + struct.pack(f"<{len(chain)}I", *chain) + b"".join(e[:128] for e in entries) + stream


def cells(row, texts):
    return f'<row r="{row}">' + "".join(f'<c t="inlineStr"><is><t>{t}</t></is></c>' for t in texts) + "</row>"


HEAD = ["nip", "nama", "jabatan", "jenis_jabatan", "unit_kerja"]
FORM = """SASARAN KINERJA PEGAWAI;;;;;
;;;;PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025;
NO;PEGAWAI YANG DINILAI;;NO;PEJABAT PENILAI KINERJA;
1;NAMA;Orang %d;1;NAMA;Kepala
2;NIP;%s;2;NIP;%s
3;JABATAN;Staf;3;JABATAN;Kepala
4;UNIT KERJA;Bidang;4;UNIT KERJA;Dinas
NO;RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI;RENCANA HASIL KERJA;ASPEK;INDIKATOR KINERJA INDIVIDU;TARGET
A. UTAMA;;;;;
1;Kinerja;Laporan;Kuantitas;Jumlah;12 dokumen
"""
clean = people(2000, lambda i: nip(i // 10) if i else "")


def inputs():
    yield "nip-galat-100000", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", (f"#N/A;Orang {i};Staf;pelaksana;Unit" for i in range(100_000)))}
    yield "nip-sama-100000", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", (f"198704062013042004;Orang {i};Staf;pelaksana;Unit" for i in range(100_000)))}
    yield "realisasi-nip-galat", {"pegawai.csv": clean, "realisasi.csv": csv("nip;kode_rhk;aspek;periode;realisasi", ("#N/A;R1;kuantitas;2025;12" for i in range(100_000)))}
    yield "baris-cacat-500000", {"pegawai.csv": clean, "skp.csv": skp_rows(500_000, target="dua belas kali {i}", aspek="warna")}
    yield "realisasi-cacat-500000", {"pegawai.csv": clean, "realisasi.csv": csv("nip;kode_rhk;aspek;periode;realisasi", (f"{nip(i % 2000)};R{i};warna;kapan {i};x{i}" for i in range(500_000)))}
    yield "daur-atasan-20000", {"pegawai.csv": people(20_000, lambda i: nip((i + 1) % 20_000))}
    yield "rantai-atasan-20000", {"pegawai.csv": people(20_000, lambda i: nip(i + 1) if i < 19_999 else "")}
    yield "kode-5000-dalam-sel", {"pegawai.csv": clean, "skp.csv": skp_rows(200, atasan=",".join(f"K{j}" for j in range(5000)))}
    yield "kode-100-dalam-banyak-sel", {"pegawai.csv": clean, "skp.csv": skp_rows(8000, atasan=" , ".join(f"K{j}" for j in range(100)))}
    yield "rekan-100000", {"pegawai.csv": clean, "perilaku.csv": csv("nip;aspek;penilai;nip_penilai;nilai", (f"{nip(1)};akuntabel;rekan;{nip(i)};sesuai" for i in range(100_000)))}
    yield "realisasi-ganda-200000", {"pegawai.csv": clean, "skp.csv": skp_rows(8), "realisasi.csv": csv("nip;kode_rhk;aspek;periode;realisasi", (f"{nip(0)};R0;kuantitas;2025;{i}" for i in range(200_000)))}
    yield "nip-salah-100000", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", (f"{nip(i)}X;Budi;Staf;pelaksana;Unit" for i in range(100_000)))}
    yield "satu-orang-banyak-rhk", {"pegawai.csv": clean, "skp.csv": csv("nip;kode_rhk;jenis;rhk;kode_rhk_atasan;aspek;indikator;target;satuan", (f"{nip(1)};R{i};utama;Hasil {i};X{i};kuantitas;Jumlah;12;dokumen" for i in range(50_000)))}
    yield "teks-rhk-sama", {"pegawai.csv": clean, "skp.csv": skp_rows(16_000, rhk="Terwujudnya layanan arsip yang baik", atasan="R0")}
    yield "unit-kerja-50000", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", (f"{nip(i)};Orang {i};Staf;pelaksana;Unit Kerja Nomor {i}" for i in range(50_000)))}
    yield "unit-induk-melingkar", {"pegawai.csv": clean, "unit.csv": csv("unit_kerja;unit_induk", (f"Unit {i};Unit {(i + 1) % 50_000}" for i in range(50_000)))}
    yield "kolom-1000", {"lebar.csv": csv(";".join(f"kolom {i}" for i in range(1000)), (";".join("x" for _ in range(1000)) for _ in range(2000)))}
    yield "kepala-ganda", {"pegawai.csv": csv(";".join(["nip", "nama"] * 400), (";".join([nip(i), "x"] * 400) for i in range(300)))}
    yield "tabel-banyak", {"banyak.csv": csv("x", (f"nip;nama;jabatan;jenis_jabatan;unit_kerja\n{nip(i)};A;B;pelaksana;C\n" for i in range(20_000)))}
    yield "kolom-200000", {"lebar.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja" + ";" * 200_000, (f"{nip(i)};A;B;pelaksana;U" + ";x" * 200_000 for i in range(5)))}
    yield "sel-10-mb", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", [f'{nip(1)};"{"x" * 10_000_000}";B;pelaksana;U'])}
    yield "formulir-1000", {f"f{i}.csv": (FORM % (i, nip(i), nip(5000))).encode() for i in range(1000)}
    yield "kutip-tak-ditutup", {"kutip.csv": csv("nip;nama", (f'"{nip(i)};"x' for i in range(100_000)))}
    yield "kutip-berlapis", {"kutip.csv": b'nip;nama\n' + b'"' * 2_000_000 + b"\n"}
    yield "json-angka", {"a.json": b'{"data":[' + b"0," * 2_000_000 + b'0],"b":[{"nip":"1"}]}'}
    yield "json-kosong", {"a.json": b"[" + b"{}," * 1_000_000 + b'{"nip":"1"}]'}
    yield "json-kunci", {"a.json": b"[" + b",".join(b'{"k%d":1}' % i for i in range(50_000)) + b"]"}
    yield "json-dalam", {"a.json": b'{"a":' * 200_000}
    yield "html-bersarang", {"a.xls": b"<table><tr><td>" * 100_000}
    yield "html-rentang", {"a.xls": b"<table>" + b"<tr><td colspan=1000 rowspan=65000>x" * 20_000}
    yield "html-sel-kosong", {"a.xls": b"<table>" + b"<tr>" + b"<td>" * 900 + b"<tr><td>x" * 200_000}
    yield "xlsx-gabung-luas", {"a.xlsx": xlsx("<sheetData>" + cells(1, HEAD) + "".join(cells(r, [nip(r), "x", "y", "pelaksana", "z"]) for r in range(2, 2000)) + "</sheetData><mergeCells>" + "".join(f'<mergeCell ref="A{r}:ALL1048576"/>' for r in range(2, 20_000)) + "</mergeCells>")}
    yield "xlsx-gabung-banyak", {"a.xlsx": xlsx("<sheetData>" + cells(1, HEAD) + "".join(cells(r, [nip(r), "x", "y", "pelaksana", "z"]) for r in range(2, 3000)) + "</sheetData><mergeCells>" + "".join(f'<mergeCell ref="A{r}:E{r}"/>' for r in range(1, 100_000)) + "</mergeCells>")}
    yield "xlsx-format-bersyarat", {"a.xlsx": xlsx("<sheetData>" + cells(1, HEAD) + cells(2, [nip(2), "x", "y", "pelaksana", "z"]) + "</sheetData>" + "".join(f'<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="{i}"><formula>1</formula></cfRule></conditionalFormatting>' for i in range(100_000)))}
    yield "xlsx-baris-kosong", {"a.xlsx": xlsx("<sheetData>" + cells(1, HEAD) + "".join(f'<row r="{r}" s="1"><c r="A{r}" s="1"/></row>' for r in range(2, 300_000)) + "</sheetData>")}
    yield "xlsx-jauh", {"a.xlsx": xlsx('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')}
    yield "xlsx-sel-berserak", {"a.xlsx": xlsx("<sheetData>" + "".join(f'<row r="{r}">' + "".join(f'<c r="{letters(c)}{r}"><v>{r * 7 + c}</v></c>' for c in sorted((r * 4 + j) * 271 % 1000 for j in range(4))) + "</row>" for r in range(1, 20_000)) + "</sheetData>")}
    yield "csv-sel-berserak", {"a.csv": csv("nip;nama", (";" * (r * 271 % 1000) + f"x{r}" for r in range(20_000)))}
    yield "xlsx-rumus", {"a.xlsx": xlsx("<sheetData>" + "".join(f'<row r="{r}"><c r="A{r}"><f>A{r + 1}+1</f></c></row>' for r in range(1, 100_000)) + "</sheetData>")}
    yield "ods-baris-berulang", {"a.ods": ods('<table:table table:name="a"><table:table-row table:number-rows-repeated="90000"><table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>')}
    head = "".join(f'<table:table-cell office:value-type="string"><text:p>{h}</text:p></table:table-cell>' for h in HEAD)
    one = "".join(f'<table:table-cell office:value-type="string"><text:p>{h}</text:p></table:table-cell>' for h in [nip(1), "a", "b", "pelaksana", "c"])
    for n in (9_000, 1_000_000):
        yield f"ods-orang-berulang-{n}", {"a.ods": ods(f'<table:table table:name="a"><table:table-row>{head}</table:table-row><table:table-row table:number-rows-repeated="{n}">{one}</table:table-row></table:table>')}
    yield "ods-lembar", {"a.ods": ods(f'<table:table table:name="a"><table:table-row table:number-rows-repeated="3">{one}</table:table-row></table:table>' * 1500)}
    yield "unit-mirip-20000", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja", (f"{nip(i)};Orang {i};Staf;pelaksana;Subbagian Umum dan Kepegawaian {i:05d}" for i in range(20_000))), "unit.csv": csv("unit_kerja;unit_induk", (f"Subbagian Umum dan Kepegawain {i:05d};Bagian {i % 7}" for i in range(20_000)))}
    yield "nama-sama-50000", {"pegawai.csv": people(50_000, lambda i: f"{nip(i)[:-1]}X")}
    yield "kode-mirip-100000", {"pegawai.csv": people(12_500, lambda i: nip(i // 10) if i else ""), "skp.csv": skp_rows(100_000, atasan="RR{i}")}
    yield "perilaku-orang-asing", {"pegawai.csv": clean, "perilaku.csv": csv("nip;aspek;penilai;nilai", (f"{nip(i + 5000)};akuntabel;atasan;sesuai" for i in range(200_000)))}
    yield "pengecualian-satu-orang", {"pegawai.csv": clean, "pengecualian.csv": csv("nip;alasan;keterangan", (f"{nip(1)};cuti {i};x{i}" for i in range(200_000)))}
    yield "penilaian-satu-orang", {"penilaian.csv": csv("nip;nama;periode;hasil_kerja;perilaku_kerja;hasil_akhir", (f"{nip(1)};Orang;2025;{('Sesuai', 'Di Atas')[i % 2]} Ekspektasi;Sesuai Ekspektasi;Baik" for i in range(200_000)))}
    yield "jabatan-20000-satu-orang", {"pegawai.csv": csv("nip;nama;jabatan;jenis_jabatan;unit_kerja;mulai;selesai", (f"{nip(1)};Orang;Staf {i};pelaksana;Unit {i};2025-{1 + i % 12:02d}-01;2025-12-31" for i in range(20_000)))}
    yield "teks-sasaran-mirip", {"pegawai.csv": clean, "sasaran.csv": csv("kode;unit_kerja;sasaran", (f"S{i};Unit {i % 50};Meningkatnya kualitas layanan kepegawaian ke-{i}" for i in range(20_000))), "skp.csv": skp_rows(16_000, atasan="Meningkatnya kualitas layanan kepegawaian yang ke {i}")}
    yield "teks-panjang", {"pegawai.csv": clean, "skp.csv": skp_rows(400, rhk="x{i} " * 6000)}
    yield "angka-panjang", {"pegawai.csv": clean, "skp.csv": skp_rows(800), "realisasi.csv": csv("nip;kode_rhk;aspek;periode;realisasi", (f"{nip(i // 8)};R{i};kuantitas;2025;{'9' * 30_000}" for i in range(800)))}
    yield "nip-mirip-satu-atasan", {"pegawai.csv": people(30_000, lambda i: nip(40_000 + i))}
    yield "judul-asing", {"banyak.csv": csv("x", (f"nip;nama;jabtan {i};jenis jabtan {i};unit kerj {i}\n{nip(i)};A;B;pelaksana;C\n" for i in range(20_000)))}
    yield "xls-terpencar", {"a.xls": xls([(0, c) for c in range(3)] + [(r, 3 + r % 200) for r in range(1, 2400)])}
    yield "xls-jauh", {"a.xls": xls([(0, 0), (65_000, 70)])}
    yield "berkas-2000", {f"d{i}.csv": people(3) for i in range(2000)}


def unpacked(files):
    total = 0
    for data in files.values():
        if data[:2] == b"PK":
            total += sum(i.file_size for i in zipfile.ZipFile(io.BytesIO(data)).infolist())
        else:
            total += len(data)
    return total


def peak(command, folder, limit):
    # A process of its own measures the peak of its one child, and the processor's time: a neighbour is no fault of ours.
    code = ("import resource,subprocess,sys\n"
            "try:\n r=subprocess.run(sys.argv[2:],stdout=subprocess.DEVNULL,stderr=subprocess.PIPE,timeout=float(sys.argv[1]))\n"
            " u=resource.getrusage(resource.RUSAGE_CHILDREN)\n print(r.returncode, u.ru_maxrss, u.ru_utime + u.ru_stime, flush=True)\n sys.stderr.buffer.write(r.stderr[:2000])\n"
            "except subprocess.TimeoutExpired:\n print('lama 0 0')\n")
    run = subprocess.run([sys.executable, "-c", code, str(limit), *command], cwd=folder, capture_output=True, check=False)
    code, kib, seconds = run.stdout.split()
    return code.decode(), float(seconds), int(kib) / 1024, run.stderr.decode(errors="replace")


PERIKSA = ["periksa", "m", "--tahun", "2025", "--diam"]
NILAI = ["nilai", "m", "--tahun", "2025", "--format", "json", "-o", "l.xlsx"]
# How much slower than an ordinary megabyte a hostile one may be, and how often it is tried before it is called too slow.
SLOWER, TRIES = 3, 4
# Nothing is waited for longer, whatever it is compared with.
PATIENCE = 600


def laid_out(folder, files):
    os.mkdir(os.path.join(folder, "m"))
    for file, data in files.items():
        with open(os.path.join(folder, "m", file), "wb") as f:
            f.write(data)


def ordinary():
    """Seconds of the processor that a megabyte of an ordinary input takes, at the moment."""
    files = {"pegawai.csv": people(4000, lambda i: nip(i // 10) if i else ""), "skp.csv": skp_rows(32_000)}
    with tempfile.TemporaryDirectory() as folder:
        laid_out(folder, files)
        return peak([skp, *NILAI], folder, PATIENCE)[1] * 2**20 / sum(map(len, files.values()))


bad = 0
a_megabyte = min(ordinary() for _ in range(TRIES))
for name, files in inputs():
    if not re.search(a.hanya, name):
        continue
    with tempfile.TemporaryDirectory() as folder:
        laid_out(folder, files)
        mb = unpacked(files) / 2**20
        allowed = 60 + 30 * mb
        for args in (PERIKSA, NILAI):
            for _ in range(TRIES):
                code, took, used, err = peak([skp, *args], folder, PATIENCE)
                times = took / a_megabyte / (1 + mb)
                if times <= SLOWER:
                    break
                a_megabyte = ordinary()
            wrong = []
            if code not in ("0", "1", "2"):
                wrong.append(f"keluar {code}")
            if used > allowed:
                wrong.append(f"{used:.0f} MB, paling banyak {allowed:.0f}")
            if times > SLOWER:
                wrong.append(f"{times:.1f} kali masukan biasa, paling banyak {SLOWER}")
            if "panicked" in err:
                wrong.append(err[:300])
            bad += bool(wrong)
            if wrong or a.v:
                print(f"{name} {args[0]}: {mb:.1f} MB masukan, keluar {code}, {used:.0f} MB (≤ {allowed:.0f}), {took:.1f} s, {times:.1f} kali biasa (≤ {SLOWER})"
                      + ("  ← " + "; ".join(wrong) if wrong else ""), flush=True)
print("semua dalam batas" if not bad else f"{bad} di luar batas")
sys.exit(bool(bad))
