#!/usr/bin/env python3
"""The independent reference: a folder of contract tables in, the JSON `skp.hasil/1` (a subset) out."""

import argparse
import json
import sys

from whole_run import run


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder")
    p.add_argument("--tahun", type=int, required=True)
    p.add_argument("--periode")
    p.add_argument("--aturan")
    p.add_argument("--bobot", choices=["70/30", "60/40"])
    p.add_argument("--kelompok", choices=["penilai", "unit", "induk"])
    a = p.parse_args()
    try:
        result = run(a.folder, a.tahun, a.periode, a.aturan, a.bobot, a.kelompok)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1, default=lambda value: sorted(value) if isinstance(value, set) else float(value))
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
