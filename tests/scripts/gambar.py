#!/usr/bin/env python3
"""The pictures of README and guide, made from the example office: the report's first page, the page, the terminal.

    python3 tests/scripts/gambar.py --skp target/release/skp             makes them anew (soffice, pdftoppm, chromium)
    python3 tests/scripts/gambar.py --skp target/release/skp --periksa   says whether they show what is shown today

The same report gives other pixels with another LibreOffice, so pictures are not compared. Beside them stands what each
was made from (`docs/gambar/sumber.txt`): a fingerprint of the first sheet (cells, widths, heights, colours by rule, charts;
not the number of a style), of the page, of what the terminal printed. `--periksa` compares these and needs no other program.
"""

import argparse
import fcntl
import hashlib
import html
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "gambar"
SOURCES = PICTURES / "sumber.txt"
# When the example's data were drawn, whenever it was checked out.
TIME = 1_767_225_600
COLUMNS, LINES = 100, 40
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "35": "#d2a8ff", "36": "#56d4dd"}


def run(skp, folder, *args):
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(TIME)}
    done = subprocess.run([skp, "nilai", "dinas.xlsx", "--tahun", "2025", "--diam", *args], cwd=folder, env=env, check=False)
    assert done.returncode in (0, 1), done


def on_a_terminal(skp, folder):
    """What the main job prints on a terminal of COLUMNS columns, colours included."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color"}
    env.pop("NO_COLOR", None)
    command = [skp, "nilai", "dinas.xlsx", "--tahun", "2025", "-o", "laporan-terminal.xlsx"]
    child = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=slave, stderr=subprocess.DEVNULL)
    os.close(slave)
    pieces = []
    while True:
        try:
            piece = os.read(master, 1 << 16)
        except OSError:
            break  # the other end is closed
        if not piece:
            break
        pieces.append(piece)
    child.wait()
    return b"".join(pieces).decode().replace("\r\n", "\n")


def first_sheet(report):
    """The first sheet as it is seen: texts instead of their numbers, no numbers of styles."""
    with zipfile.ZipFile(report) as book:
        names = book.namelist()
        strings = re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S) if "xl/sharedStrings.xml" in names else []
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        sheet = re.sub(r't="s"([^>]*)><v>(\d+)</v>', lambda m: f'{m[1]}><v>{strings[int(m[2])]}</v>', sheet)
        sheet = re.sub(r' (s|style|dxfId)="\d+"', "", sheet)
        relations = "xl/worksheets/_rels/sheet1.xml.rels"
        drawings = re.findall(r"drawings/(drawing\d+)\.xml", book.read(relations).decode()) if relations in names else []
        for drawing in drawings:
            parts = [f"xl/drawings/{drawing}.xml", f"xl/drawings/_rels/{drawing}.xml.rels"]
            charts = re.findall(r"charts/chart\d+\.xml", book.read(parts[1]).decode())
            sheet += "".join(book.read(p).decode() for p in [parts[0], *(f"xl/{c}" for c in charts)])
    return sheet


def sources(skp, folder):
    """Name of picture → what it is made from."""
    for old in folder.glob("laporan*"):
        old.unlink()
    run(skp, folder, "-o", "laporan.xlsx", "--html", "laporan.html")
    version = re.compile(r"skp \d+\.\d+\.\d+\S*")
    return {
        "laporan.png": first_sheet(folder / "laporan.xlsx"),
        "halaman.png": version.sub("skp", (folder / "laporan.html").read_text()),
        "terminal.png": on_a_terminal(skp, folder),
    }


def fingerprints(texts):
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in texts.items())


def terminal_page(text):
    """Text with colours as a page that looks like a terminal."""
    out, classes = [], ""
    for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not code:
            piece = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", piece)
            out.append(f'<span style="{classes}">{html.escape(piece)}</span>')
            continue
        for c in (code[1] or "0").split(";"):
            if c == "0":
                classes = ""
            elif c == "1":
                classes += "font-weight:700;"
            elif c in COLOURS:
                classes += f"color:{COLOURS[c]};"
    words = f"<b style='color:#7ee787'>$</b> skp nilai dinas.xlsx --tahun 2025 -o laporan.xlsx\n{''.join(out)}"
    style = "margin:0;padding:18px;background:#0d1117;color:#e6edf3;font:14px/1.35 'DejaVu Sans Mono',monospace"
    return f"<!doctype html><meta charset=utf-8><body style='margin:0;background:#0d1117'><pre style=\"{style}\">{words}</pre>"


def browse(page, picture, width, height):
    chromium = shutil.which("chromium") or sys.exit("chromium tidak ada: apt-get install chromium")
    size = [f"--window-size={width},{height}", "--hide-scrollbars", f"--screenshot={picture}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([chromium, "--headless", "--no-sandbox", *size, page.as_uri()], check=True, timeout=300, **quiet)


def make(texts, folder):
    PICTURES.mkdir(exist_ok=True)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "laporan.xlsx"], cwd=folder, check=True, timeout=300, stdout=subprocess.DEVNULL)
    to = PICTURES / "laporan"
    subprocess.run(["pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-singlefile", "-png", folder / "laporan.pdf", to], check=True)
    browse(folder / "laporan.html", PICTURES / "halaman.png", 1400, 900)
    page = folder / "terminal.html"
    page.write_text(terminal_page(texts["terminal.png"]))
    lines = texts["terminal.png"].count("\n") + 2
    browse(page, PICTURES / "terminal.png", 900, 40 + 19 * lines)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--skp", required=True, type=pathlib.Path)
    options.add_argument("--periksa", action="store_true")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        shutil.copy(ROOT / "fixtures/dinas/dinas.xlsx", folder)
        os.utime(folder / "dinas.xlsx", (TIME, TIME))
        texts = sources(args.skp.resolve(), folder)
        now = fingerprints(texts)
        if args.periksa:
            before = SOURCES.read_text() if SOURCES.exists() else ""
            old = [line.split()[1] for line in now.splitlines() if line not in before.splitlines()]
            if old:
                sys.exit(f"Yang ditampilkan program sudah lain dari gambarnya: {', '.join(old)}. Buat lagi: python3 tests/scripts/gambar.py --skp {args.skp}")
            print("gambar: semua masih menunjukkan yang ditampilkan program")
            return
        make(texts, folder)
        SOURCES.write_text(now)
        print(f"gambar: {', '.join(texts)} dibuat di {PICTURES}")


if __name__ == "__main__":
    main()
