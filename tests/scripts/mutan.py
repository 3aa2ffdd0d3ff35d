#!/usr/bin/env python3
"""Mutants of the rules' code: are the tests able to see that the law was computed otherwise?

    python3 tests/scripts/mutan.py src/score/proposal.rs src/score/kualitatif.rs …     # tree-sitter, tree-sitter-rust
    python3 tests/scripts/mutan.py --daftar src/score/studi.rs                         # only list them
    python3 tests/scripts/mutan.py --hanya 12,40 FILE…                                 # only these numbers

Every mutant of the files given is woven into ONE build, each behind a switch that is read at run time (SKP_MUTAN=number),
so that a mutant costs a run of the tests and no build of its own. A mutant is caught when a test fails (or runs too long)
with its switch on. What survives is printed at the end; what may survive and why stands in docs/rancangan.md.

Mutations: comparison and arithmetic operators, && and ||, a ! that is taken away, a match guard that always or never holds,
`if` that always or never goes, a function that returns true, false or None, and first/last, min/max, any/all exchanged.
What does not compile is left out by itself and counted.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import tree_sitter
import tree_sitter_rust

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUST = tree_sitter.Language(tree_sitter_rust.language())
OPERATORS = {
    "<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="], "==": ["!="], "!=": ["=="],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["+"], "/": ["*"], "%": ["/"],
}
METHODS = {
    "any": "all", "all": "any", "min": "max", "max": "min", "is_some": "is_none", "is_none": "is_some",
    "is_some_and": "is_none_or", "is_none_or": "is_some_and", "first": "last", "last": "first", "is_ok": "is_err",
    "is_err": "is_ok", "min_by_key": "max_by_key", "max_by_key": "min_by_key", "checked_add": "checked_sub",
    "checked_sub": "checked_add",
}
# The tests that compute results, the quickest first: most mutants fall to the first.
TESTS = [
    ("it", ["golden::", "settled_points::"]),
    ("skp", ["score::", "--skip", "distribusi::tests"]),
    ("it", ["anak_lampiran::", "explanation::", "rule_sets::", "faulty::", "kaskade::", "distribusi::", "policy::", "checks::"]),
    ("it", ["properties::", "field_kinds::", "dinas"]),
    ("skp", ["score::distribusi", "check::"]),
]
# What the files held when the run began: they may be worked on meanwhile.
SOURCES: dict[str, bytes] = {}
SWITCH = """
/// Whether the mutant of this number is on.
#[doc(hidden)]
#[must_use]
pub fn mutan(number: u32) -> bool {
    static ON: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
    *ON.get_or_init(|| std::env::var("SKP_MUTAN").ok().and_then(|t| t.parse().ok()).unwrap_or(0)) == number
}
"""


class Mutant:
    def __init__(self, path, node, what, wrap):
        self.path, self.start, self.end, self.what, self.wrap = path, node.start_byte, node.end_byte, what, wrap
        self.line = node.start_point[0] + 1
        self.number = 0

    def __str__(self):
        return f"{self.number} {self.path}:{self.line} {self.what}"


def skipped(node):
    """What cannot call a function at run time, or is a test."""
    if node.type in ("const_item", "static_item", "macro_invocation", "macro_definition", "attribute_item", "token_tree"):
        return True
    if node.type == "mod_item":
        before = node.prev_named_sibling
        return bool(before and b"cfg(test)" in before.text)
    if node.type == "function_item":
        return any(c.type == "function_modifiers" and b"const" in c.text for c in node.children)
    return False


def text(node):
    return node.text.decode()


def mutants_of(path):
    source = SOURCES.setdefault(path, (ROOT / path).read_bytes())
    found = []

    def add(node, what, wrap):
        found.append(Mutant(path, node, what, wrap))

    def walk(node):
        if skipped(node):
            return
        if node.type == "binary_expression":
            left, op, right = (node.child_by_field_name(n) for n in ("left", "operator", "right"))
            for other in OPERATORS.get(text(op), []):
                add(node, f"{text(op)} -> {other} in `{short(node)}`", ("else", f"{text(left)} {other} {text(right)}"))
        elif node.type == "unary_expression" and text(node).startswith("!"):
            inner = node.named_children[0]
            add(node, f"! taken away in `{short(node)}`", ("else", text(inner)))
        elif node.type == "call_expression":
            f = node.child_by_field_name("function")
            if f.type == "field_expression":
                name = f.child_by_field_name("field")
                other = METHODS.get(text(name))
                if other:
                    changed = text(f.child_by_field_name("value")) + "." + other + text(node.child_by_field_name("arguments"))
                    add(node, f"{text(name)} -> {other} in `{short(node)}`", ("else", changed))
        elif node.type == "match_pattern":
            guard = node.child_by_field_name("condition")
            if guard and guard.type != "let_chain" and guard.type != "let_condition":
                for value in ("true", "false"):
                    add(guard, f"guard `{short(guard)}` -> {value}", ("value", value))
        elif node.type == "if_expression":
            cond = node.child_by_field_name("condition")
            if cond and cond.type not in ("let_chain", "let_condition"):
                for value in ("true", "false"):
                    add(cond, f"if `{short(cond)}` -> {value}", ("value", value))
        elif node.type == "function_item":
            kind, body = node.child_by_field_name("return_type"), node.child_by_field_name("body")
            if kind and body:
                values = {"bool": ["true", "false"]}.get(text(kind)) or (["None"] if text(kind).startswith("Option<") else [])
                for value in values:
                    found.append(Mutant(path, body, f"fn {text(node.child_by_field_name('name'))} -> {value}", ("body", value)))
                    found[-1].line = node.start_point[0] + 1
        for child in node.children:
            walk(child)

    tree = tree_sitter.Parser(RUST).parse(source)
    walk(tree.root_node)
    return found


def short(node):
    t = re.sub(r"\s+", " ", text(node))
    return t if len(t) <= 70 else t[:67] + "…"


def woven(source, mutants):
    """The source with all these mutants in it."""
    by_place = {}
    for m in mutants:
        by_place.setdefault((m.start, m.end), []).append(m)
    # Places lie one in another or side by side, as the tree has them.
    places = sorted(by_place, key=lambda k: (k[0], -k[1]))

    def render(start, end, inside):
        out, at = [], start
        while inside:
            place, rest = inside[0], inside[1:]
            within = [p for p in rest if p[1] <= place[1]]
            inside = rest[len(within):]
            out += [source[at:place[0]].decode(), switched(place, within)]
            at = place[1]
        return "".join([*out, source[at:end].decode()])

    def switched(place, within):
        plain = render(*place, within)
        for m in by_place[place]:
            on = f"crate::mutan({m.number})"
            kind, change = m.wrap
            if kind == "else":
                plain = f"(if {on} {{ {change} }} else {{ {plain} }})"
            elif kind == "value":
                plain = f"({on} || ({plain}))" if change == "true" else f"(!{on} && ({plain}))"
            else:
                plain = f"{{ if {on} {{ return {change}; }} {plain} }}"
        return plain

    return render(0, len(source), places)


def build(copy, env):
    done = subprocess.run(["cargo", "test", "--no-run", "--locked", "--message-format", "json"], cwd=copy, env=env,
                          capture_output=True, text=True)
    errors, programs = set(), {}
    for line in done.stdout.splitlines():
        message = json.loads(line)
        if message.get("reason") == "compiler-message" and message["message"]["level"] == "error":
            errors.update((s["file_name"], s["byte_start"]) for s in message["message"]["spans"] if s["is_primary"])
        elif message.get("reason") == "compiler-artifact" and message.get("executable"):
            if message["target"]["kind"][0] in ("lib", "test"):
                programs[message["target"]["name"]] = message["executable"]
    if done.returncode and not errors:
        sys.exit(done.stderr[-3000:])
    return errors, programs


def enclosing(woven_source, place):
    """The mutant whose switch most narrowly encloses a place."""
    best = None
    for found in re.finditer(rb"\((?:if |!)?crate::mutan\((\d+)\)|\{ if crate::mutan\((\d+)\)", woven_source[:place + 40]):
        depth = 0
        for i in range(found.start(), len(woven_source)):
            c = woven_source[i:i + 1]
            depth += c in (b"(", b"{")
            depth -= c in (b")", b"}")
            if depth == 0:
                break
        if found.start() <= place <= i:
            best = int(found.group(1) or found.group(2))
    return best


def weave(copy, files, mutants, env):
    """Builds with all mutants that compile; what stands at an error is left out."""
    alive, left_out = list(mutants), 0
    while True:
        for path in files:
            mine = [m for m in alive if m.path == path]
            (copy / path).write_text(woven(SOURCES[path], mine))
        errors, programs = build(copy, env)
        if not errors:
            return alive, left_out, programs
        bad = set()
        for name, start in errors:
            if name in files and (numbers := enclosing((copy / name).read_text().encode(), start)):
                bad.add(numbers)
        near = [m for m in alive if m.number in bad]
        if not near:
            sys.exit(f"does not build, and no mutant is near: {sorted(errors)[:5]}")
        left_out += len(near)
        alive = [m for m in alive if m.number not in bad]
        print(f"  {len(near)} left out (they do not compile)", file=sys.stderr, flush=True)


def caught(number, programs, copy, limit):
    env = dict(os.environ, SKP_MUTAN=str(number), RUST_BACKTRACE="0", PROPTEST_CASES="16", INSTA_UPDATE="no")
    for name, filters in TESTS:
        try:
            done = subprocess.run([programs[name], "-q", *filters], cwd=copy, env=env, capture_output=True, text=True, timeout=limit)
        except subprocess.TimeoutExpired:
            return "runs too long"
        if done.returncode:
            failed = re.findall(r"^---- (\S+) stdout", done.stdout, re.M)
            return failed[0] if failed else "fails"
    return None


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("berkas", nargs="+")
    ap.add_argument("--daftar", action="store_true")
    ap.add_argument("--hanya")
    ap.add_argument("--salinan", default="/tmp/skp-mutan", help="where the woven copy and its build stand")
    a = ap.parse_args()
    mutants = [m for f in a.berkas for m in mutants_of(f)]
    for i, m in enumerate(mutants, 1):
        m.number = i
    if a.daftar:
        print("\n".join(map(str, mutants)))
        return
    copy = pathlib.Path(a.salinan) / "skp"
    copy.mkdir(parents=True, exist_ok=True)
    for part in ["src", "tests", "docs", "fixtures", "Cargo.toml", "Cargo.lock", "build.rs", "README.md", "CHANGELOG.md", "LICENSE-MIT",
                 "LICENSE-APACHE"]:
        here, there = ROOT / part, copy / part
        if here.is_dir():
            shutil.rmtree(there, ignore_errors=True)
            shutil.copytree(here, there)
        else:
            shutil.copy2(here, there)
    lib = copy / "src/lib.rs"
    lib.write_text(lib.read_text() + SWITCH)
    env = dict(os.environ, CARGO_TARGET_DIR=str(pathlib.Path(a.salinan) / "target"), CARGO_INCREMENTAL="1", RUSTFLAGS="--cap-lints allow")
    alive, left_out, programs = weave(copy, a.berkas, mutants, env)
    print(f"{len(mutants)} mutants, {left_out} do not compile, {len(alive)} to try", flush=True)
    if problem := caught(0, programs, copy, 600):
        sys.exit(f"the tests fail without any mutant: {problem}")
    only = {int(n) for n in a.hanya.split(",")} if a.hanya else None
    survivors = []
    for m in alive:
        if only and m.number not in only:
            continue
        by = caught(m.number, programs, copy, 240)
        print(f"{'caught  ' if by else 'SURVIVED'} {m}{'  by ' + by if by else ''}", flush=True)
        if not by:
            survivors.append(m)
    print(f"\n{len(survivors)} survived")
    for m in survivors:
        print(m)
    sys.exit(bool(survivors))


if __name__ == "__main__":
    main()
