//! The explanation of a result, step by step, as it is told for representative golden cases: every
//! formula with its figures, its rounding and its pasal. A change of wording or of a figure shows in
//! the snapshot's diff.
use std::fmt::Write as _;

use crate::support::cases::{CaseFile, fact, material};
use skp::score::{Step, explain};

/// Golden file and case.
const CASE: [(&str, &str); 17] = [
    ("nilai", "jarak ke Sangat Baik: tepat pada batasnya tidak ada yang kurang"),
    ("realisasi", "akumulasi akhir, jumlah, rata-rata; baris tahunan menang"),
    ("jpt", "capaian 0"),
    ("jpt", "contoh tercetak 59,2 + 43,6 + 0 = 102,8"),
    ("jpt", "target maksimal hanya berarti pada capaian 100"),
    ("jpt", "hanya kelompok 2"),
    ("capaian", "92 terhadap 80–90: dibagi batas atas"),
    ("capaian", "khusus 25 terhadap 10: tidak pernah negatif"),
    ("capaian", "300 terhadap 100: paling tinggi 120"),
    (
        "matriks",
        "beberapa indikator satu aspek: rata-rata capaian dahulu, dibulatkan lagi",
    ),
    ("kaskade", "langsung, tidak langsung, beberapa RHK atasan"),
    ("nilai", "rata-rata tertimbang menurut bobot, dan tanpa bobot"),
    (
        "nilai",
        "kinerja tambahan: contoh 0,8 dan 2,4, paling tinggi 10, dan SKP paling tinggi 120",
    ),
    ("nilai", "kinerja tambahan menurut bobot instansi 90/10"),
    (
        "perilaku",
        "atasan, rekan dan bawahan: 60/20/20, dinormalkan menurut yang ada; seluruh pegawai memakai 60/40",
    ),
    (
        "khusus",
        "mutasi 1 Juli: 6 dan 6 bulan; perilaku, unit dan predikat menurut posting terakhir",
    ),
    ("khusus", "angka kredit 2 bulan, dan naik jenjang di tengah tahun"),
];

const KUALITATIF: [&str; 6] = [
    "umpan balik utama AAB tambahan –",
    "umpan balik utama BS tambahan –",
    "predikat tanpa rating apa pun",
    "predikat yang ditulis bukan sel kuadran: galat, selnya yang berlaku",
    "pimpinan unit dengan predikat organisasi Istimewa",
    "angka bukan rating",
];

fn write(out: &mut String, step: &Step, depth: usize) {
    let pad = "  ".repeat(depth);
    let _ = write!(out, "{pad}{}", step.title);
    if let Some(h) = &step.hasil {
        let _ = write!(out, " = {h}");
    }
    if let Some(r) = &step.formula {
        let _ = write!(out, "  [{r}]");
    }
    if let Some(n) = step.pembulatan {
        let _ = write!(out, " ({n} desimal)");
    }
    if let Some(a) = &step.acuan {
        let _ = write!(out, " <{a}; {}>", step.keyakinan.map_or("", |k| k.as_str()));
    }
    if let Some(c) = &step.catatan {
        let _ = write!(out, " – {c}");
    }
    if !step.cell.is_empty() {
        let _ = write!(out, " · {} sel", step.cell.len());
    }
    out.push('\n');
    for part in &step.anak {
        write(out, part, depth + 1);
    }
}

fn story(file: &str, nama: &str) -> String {
    let path = format!("{}/fixtures/golden/{file}.toml", env!("CARGO_MANIFEST_DIR"));
    let content: CaseFile = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let case = content
        .kasus
        .iter()
        .rev()
        .find(|k| k.nama == nama)
        .unwrap_or_else(|| panic!("{nama}"));
    let mut out = String::new();
    let (data, aturan, options, _) = material(case, &case.aturan[0]);
    for (id, p) in data.all() {
        let x = explain(&data, &aturan, &options, id);
        let _ = writeln!(
            out,
            "── {} · {:?} · {}",
            p.nip,
            x.hasil.status(),
            x.hasil.label().unwrap_or("-")
        );
        for step in &x.step {
            write(&mut out, step, 0);
        }
        if let Some(j) = &x.next {
            let _ = writeln!(out, "menuju {}: {}", j.next_predikat, j.runs.join(" | "));
        }
        for f in &x.hasil.facts {
            let (name, words) = fact(f);
            let _ = writeln!(out, "! {name} {words}");
        }
    }
    out
}

#[test]
fn every_step_is_told_with_its_figures() {
    let mut out = String::new();
    for (file, nama) in CASE.into_iter().chain(KUALITATIF.map(|n| ("kualitatif", n))) {
        let _ = writeln!(out, "\n#### {file}: {nama}");
        out.push_str(&story(file, nama));
    }
    insta::assert_snapshot!("langkah", out);
}
