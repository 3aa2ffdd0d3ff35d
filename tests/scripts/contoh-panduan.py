"""The programs that the guide's chapter on scripts gives: each is run as it stands there, in a folder as it tells.

    python3 tests/scripts/contoh-panduan.py --skp target/release/skp

Python and bash are run (bash blocks with jq where it is installed). PowerShell is run where there is `pwsh`; elsewhere, with
the module tree_sitter_powershell, its blocks are parsed and every command of `skp` in them is run with the arguments that
PowerShell would give it, once for each thing that a loop goes through; the names asked of the JSON must be there. What stands
around the commands is only parsed then. Batch is run by `.ci/paket/coba-wine`.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
DATA = TOP / "fixtures/dinas/dinas.xlsx"


def desk(folder, skp):
    """The folder of somebody who follows the chapter: one workbook, a folder of two units, `skp` on the PATH."""
    folder.mkdir()
    shutil.copy(DATA, folder / "skp2025.xlsx")
    for unit in ["Bagian Umum & Hukum", "Sekretariat"]:
        (folder / "2025" / unit).mkdir(parents=True)
        shutil.copy(DATA, folder / "2025" / unit / "skp.xlsx")
    programs = folder / ".program"
    programs.mkdir()
    (programs / "skp").symlink_to(skp)
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def parsed(powershell):
    """Every node of the syntax tree, in the order of the text; None where there is no parser."""
    try:
        import tree_sitter
        import tree_sitter_powershell
    except ImportError:
        return None
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
    nodes, todo = [], [parser.parse(powershell.encode()).root_node]
    while todo:
        nodes.append(todo.pop())
        todo += reversed(nodes[-1].children)
    return nodes


def faults(nodes):
    """Places that the PowerShell parser did not understand."""
    return [f"line {n.start_point[0] + 1}" for n in nodes if n.type == "ERROR" or n.is_missing]


def arguments(command, properties):
    """The arguments of a command, with `$thing.Property` and `"$(…)"` replaced by `properties`; ValueError for anything else."""
    def put(found):
        return properties[found[1]]
    words = []
    for node in next(c for c in command.children if c.type == "command_elements").children:
        if node.type == "command_argument_sep":
            continue
        text = node.text.decode()
        text = re.sub(r"\$\(\$\w+\.(\w+)\)", put, text[1:-1]) if text.startswith('"') else re.sub(r"\$\w+\.(\w+)$", put, text)
        if re.search(r"[$`'(]", text):
            raise ValueError(f"cannot tell what PowerShell makes of {node.text.decode()}")
        words.append(text)
    return words


class Trial:
    def __init__(self, skp, folder):
        self.skp, self.folder, self.counts = skp, folder, {"passed": 0, "failed": 0, "skipped": 0}

    def tell(self, verdict, name, words=""):
        self.counts[verdict] += 1
        print(f"{verdict:8}{name}{': ' + words if words else ''}")

    def run(self, name, command, check):
        folder = self.folder / name.replace(" ", "-")
        env = desk(folder, self.skp)
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120)
        why = done.stderr.strip()[-400:] if done.returncode else check(folder, done.stdout)
        self.tell("failed" if why else "passed", name, why or "")

    def powershell(self, name, text, check):
        if shutil.which("pwsh"):
            self.run(name, ["pwsh", "-NoProfile", "-Command", text], check)
            return
        nodes = parsed(text)
        if nodes is None:
            self.tell("skipped", name, "neither pwsh nor a parser is here")
            return
        if found := faults(nodes):
            self.tell("failed", name, ", ".join(found))
            return
        folder = self.folder / name.replace(" ", "-")
        env = desk(folder, self.skp)
        why, count = self.commands_of(nodes, folder, env)
        if not why and (asked := set(re.findall(r"\$_\.(\w+)", text))):
            person = json.loads((folder / "hasil.json").read_text("utf-8"))["pegawai"][0]
            why = ", ".join(sorted(asked - set(person)))
        elif not why:
            why = check(folder, "")
        self.tell("failed" if why else "passed", name, why or f"no pwsh here: parsed, and skp run {count} time(s)")

    def commands_of(self, nodes, folder, env):
        """Runs every command of `skp` in a block: (what failed, how many ran)."""
        count = 0
        loops = [n for n in nodes if n.type == "foreach_statement"]
        for command in nodes:
            if command.type != "command" or not command.text.startswith(b"skp "):
                continue
            within = any(n.start_byte <= command.start_byte < n.end_byte for n in loops)
            things = sorted(p for p in (folder / "2025").iterdir() if p.is_dir()) if within else [None]
            for thing in things:
                properties = {"FullName": str(thing), "Name": thing.name} if thing else {}
                try:
                    words = arguments(command, properties)
                except (KeyError, ValueError) as fault:
                    return str(fault), count
                done = subprocess.run([folder / ".program/skp", *words], cwd=folder, env=env, capture_output=True, text=True, timeout=120)
                if done.returncode == 2:
                    return done.stderr.strip()[-400:], count
                count += 1
        return (None, count) if count else ("no command of skp in it", 0)


def reports(folder, _):
    missing = [n for n in ["Bagian Umum & Hukum", "Sekretariat"] if not (folder / f"{n}.xlsx").exists()]
    return f"no report for {missing}" if missing else None


def says(pattern):
    return lambda _, out: None if re.search(pattern, out, re.M) else f"printed {out[:200]!r}"


def blocks(page):
    """(language, text) of the chapter's code blocks that are programs."""
    for language, text in re.findall(r"^```(\w+)\n(.*?)^```$", page, re.M | re.S):
        if language in ("python", "powershell", "sh"):
            yield language, text


# What a block is known by, and what must come of it.
CHECKS = [
    ("for unit in 2025", reports),
    ("foreach", reports),
    ("jq -r", says(r"^19\d{16}\t[^\t]+\t.+")),
    ("import json", says(r" \d+ dari \d+ \{")),
    ("ConvertFrom-Json", says(r"19\d{16}")),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--skp", required=True, type=Path)
    skp = parser.parse_args().skp.resolve()
    page = (TOP / "docs/panduan/skrip.md").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(skp, Path(folder))
        for i, (language, text) in enumerate(blocks(page), 1):
            name = f"{language} {i}"
            check = next((check for mark, check in CHECKS if mark in text), None)
            if check is None:
                trial.tell("failed", name, "a block that this script does not know")
            elif language == "powershell":
                trial.powershell(name, text, check)
            elif language == "python":
                trial.run(name, [sys.executable, "-c", text], check)
            elif "jq" in text and not shutil.which("jq"):
                trial.tell("skipped", name, "jq is not here")
            else:
                trial.run(name, ["bash", "-c", text], check)
        script = (TOP / ".ci/paket/skp.ps1").read_text("utf-8")
        nodes = parsed(script)
        if nodes is not None:
            found = faults(nodes)
            trial.tell("failed" if found else "passed", "skp.ps1 of the installer", ", ".join(found) or "parsed only")
    counts = trial.counts
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
