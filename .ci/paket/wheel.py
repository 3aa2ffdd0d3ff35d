"""A wheel that carries the finished program: `pip install skp` puts it on the PATH.

    python3 wheel.py VERSION TAG PROGRAM NAME OUT_FOLDER
"""
import base64
import hashlib
import sys
import zipfile
from pathlib import Path


def wheel(version, tag, program, name, out):
    info = f"skp-{version}.dist-info"
    here = Path(__file__).resolve().parents[2]
    files = {
        f"skp-{version}.data/scripts/{name}": Path(program).read_bytes(),
        f"{info}/METADATA": (
            f"Metadata-Version: 2.1\nName: skp\nVersion: {version}\n"
            "Summary: SKP and performance-year closing for Indonesian civil service\nLicense: MIT OR Apache-2.0\n"
        ).encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: skp\nRoot-Is-Purelib: false\nTag: py3-none-{tag}\n".encode(),
        f"{info}/licenses/LICENSE-MIT": (here / "LICENSE-MIT").read_bytes(),
        f"{info}/licenses/LICENSE-APACHE": (here / "LICENSE-APACHE").read_bytes(),
    }

    def line(path, data):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        return f"{path},sha256={digest},{len(data)}\n"

    record = "".join(line(p, d) for p, d in files.items()) + f"{info}/RECORD,,\n"
    files[f"{info}/RECORD"] = record.encode()
    target = Path(out) / f"skp-{version}-py3-none-{tag}.whl"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (0o755 if "/scripts/" in path else 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    print(target.name)


if __name__ == "__main__":
    wheel(*sys.argv[1:6])
