"""Takes the time of building and random names out of a finished file, so that one commit always gives the same bytes.

    python3 tetap.py exe FILE.exe
    python3 tetap.py msi FILE.msi PACKAGE_GUID

The time that is written instead is SOURCE_DATE_EPOCH.
"""
import os
import re
import struct
import sys
from pathlib import Path


def exe(data, epoch):
    """The linker writes the time of linking and a checksum that covers it into the header."""
    header = struct.unpack_from("<I", data, 0x3C)[0]
    assert data[header : header + 4] == b"PE\0\0", "no Windows program"
    struct.pack_into("<I", data, header + 8, epoch)
    struct.pack_into("<I", data, header + 0x58, 0)


def msi(data, epoch, package):
    """`wixl` invents the package code and writes two times (created, saved) into the summary, side by side."""
    text = b"\x1e\0\0\0\x27\0\0\0"  # a string of 39 bytes: a GUID
    codes = list(re.finditer(re.escape(text) + rb"\{[0-9A-F-]{36}\}\0", data))
    assert len(codes) == 1, f"{len(codes)} package codes in the summary"
    at = codes[0].start() + len(text)
    data[at : at + 38] = f"{{{package.upper()}}}".encode()
    since_1601 = (epoch + 11_644_473_600) * 10_000_000
    times = list(re.finditer(rb"\x40\0\0\0(?=.{8})", data[at : at + 80], re.S))
    assert len(times) == 2, f"{len(times)} times in the summary"
    for time in times:
        struct.pack_into("<Q", data, at + time.end(), since_1601)


def main():
    kind, path, *rest = sys.argv[1:]
    data = bytearray(Path(path).read_bytes())
    {"exe": exe, "msi": msi}[kind](data, int(os.environ["SOURCE_DATE_EPOCH"]), *rest)
    Path(path).write_bytes(data)


if __name__ == "__main__":
    main()
