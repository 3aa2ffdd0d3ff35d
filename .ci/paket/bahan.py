"""What the program is made of, from `cargo metadata`: an SBOM (CycloneDX 1.5) and the licence texts of its dependencies.

    cargo metadata --format-version 1 --locked --filter-platform TRIPLE | python3 bahan.py SBOM.json LICENCES.txt
"""
import json
import sys
from pathlib import Path


def shipped(meta):
    """The packages that are linked into the program: reached without dev- or build-dependencies."""
    nodes = {n["id"]: n for n in meta["resolve"]["nodes"]}
    seen, todo = set(), [meta["resolve"]["root"]]
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        todo += [d["pkg"] for d in nodes[node]["deps"] if any(k["kind"] is None for k in d["dep_kinds"])]
    packages = [p for p in meta["packages"] if p["id"] in seen]
    return sorted(packages, key=lambda p: (p["name"], p["version"]))


def texts(package):
    folder = Path(package["manifest_path"]).parent
    for file in sorted(folder.iterdir()):
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE")):
            yield file.name, file.read_text("utf-8", "replace").strip()


def main(sbom, licences):
    meta = json.load(sys.stdin)
    root = meta["resolve"]["root"]
    packages = shipped(meta)
    own = next(p for p in packages if p["id"] == root)
    others = [p for p in packages if p["id"] != root]

    def component(p, kind):
        return {
            "type": kind,
            "bom-ref": f"pkg:cargo/{p['name']}@{p['version']}",
            "name": p["name"],
            "version": p["version"],
            "purl": f"pkg:cargo/{p['name']}@{p['version']}",
            "licenses": [{"expression": (p["license"] or "").replace("/", " OR ").replace("  ", " ")}] if p["license"] else [],
        }

    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(own, "application")},
        "components": [component(p, "library") for p in others],
    }
    Path(sbom).write_text(json.dumps(bom, indent=1, ensure_ascii=False) + "\n")
    same = {}
    for p in others:
        for name, text in texts(p):
            same.setdefault(text, []).append(f"{p['name']} {p['version']} ({p['license']})")
    parts = [", ".join(dict.fromkeys(names)) + "\n\n" + text for text, names in same.items()]
    Path(licences).write_text(("\n\n" + "-" * 80 + "\n\n").join(parts) + "\n")
    print(f"{len(others)} dependencies, {len(same)} licence texts")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
