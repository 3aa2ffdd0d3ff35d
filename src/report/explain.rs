//! `skp jelaskan NIP`: one person's result with every step, as text and as JSON (the same tree).

use std::fmt::Write as _;

use anstyle::Style;
use serde_json::{Value, json};

use crate::base::figure::with_comma;
use crate::base::origin::Origin;
use crate::check::waiting::{Actor, penindak};
use crate::finding::Finding;
use crate::input::Inputs;
use crate::run::Run;
use crate::score::{Explanation, Status, Step};

const TEBAL: Style = Style::new().bold();
const REDUP: Style = Style::new().dimmed();

/// More cells than this are counted, not named, in text; JSON has them all.
const SEL_PALING_BANYAK: usize = 6;

/// The findings that are about the person.
fn temuan<'r>(run: &'r Run, p: &'r Explanation) -> impl Iterator<Item = &'r Finding> {
    run.findings.iter().filter(|f| f.nip.as_deref() == Some(&*p.hasil.nip))
}

/// As text for the terminal.
pub fn text(run: &Run, p: &Explanation) -> String {
    let h = &p.hasil;
    let mut out = format!("{TEBAL}{}{TEBAL:#} · NIP {} · {}\n", h.nama, h.nip, h.unit_kerja);
    let bobot = run
        .scores
        .bobot
        .as_deref()
        .map(|b| format!(", bobot {b}"))
        .unwrap_or_default();
    let _ = writeln!(out, "Masa penilaian {}, aturan {}{bobot}", run.data.periode, run.aturan.id);
    let _ = writeln!(out, "Hasil: {TEBAL}{}{TEBAL:#}\n", brief_text(p));
    belum(&mut out, run, p);
    for step in &p.langkah {
        steps(&mut out, &run.inputs, step, 0);
    }
    if let Some(jarak) = &p.berikutnya {
        let _ = writeln!(out, "\n{TEBAL}Menuju {}{TEBAL:#}", jarak.menuju);
        for jalan in &jarak.jalan {
            let _ = writeln!(out, "  • {jalan}");
        }
    }
    let mut first = true;
    for f in temuan(run, p) {
        if first {
            let _ = writeln!(out, "\n{TEBAL}Temuan tentang pegawai ini{TEBAL:#}");
            first = false;
        }
        let at = f.at.map(|at| format!(" ({})", alamat(&run.inputs, at))).unwrap_or_default();
        let _ = writeln!(out, "  {} {}: {}{at}", f.kode, f.tingkat.as_str(), f.pesan);
        let _ = writeln!(out, "    {REDUP}{}{REDUP:#}", f.saran);
    }
    out
}

/// The result in one line.
fn brief_text(p: &Explanation) -> String {
    let h = &p.hasil;
    match (h.status, h.predikat, h.nilai_kinerja) {
        (Status::Dinilai, Some(predikat), Some(nilai)) => format!("{predikat}, nilai kinerja {}", with_comma(nilai)),
        (Status::Dinilai, Some(predikat), None) => predikat.to_owned(),
        _ => h.status.words().to_owned(),
    }
}

/// For somebody not scored: what is missing, and who must supply it.
fn belum(out: &mut String, run: &Run, p: &Explanation) {
    match p.hasil.status {
        Status::Dinilai => {}
        Status::Dikecualikan => {
            let alasan = run.data.pegawai(p.hasil.id).pengecualian.as_ref();
            if let Some(alasan) = alasan.and_then(|x| x.alasan.get()) {
                let _ = writeln!(out, "Tercatat di tabel pengecualian: {alasan}\n");
            }
        }
        Status::BelumDapatDinilai => {
            let _ = writeln!(out, "{TEBAL}Yang masih kurang, dan dari siapa{TEBAL:#}");
            for sebab in &p.hasil.sebab {
                let siapa = match penindak(&run.data, p.hasil.id, *sebab) {
                    // The person's own part is said by the role.
                    Actor::Pegawai(id) if id == p.hasil.id => String::new(),
                    Actor::Pegawai(id) => {
                        let orang = run.data.pegawai(id);
                        format!(": {} (NIP {})", orang.nama, orang.nip)
                    }
                    Actor::DiLuarData(nip) => format!(": NIP {nip}, tidak ada dalam data"),
                    Actor::Kepegawaian => String::new(),
                };
                let _ = writeln!(out, "  • {} – dari {}{siapa}", sebab.words(), sebab.who());
                let _ = writeln!(out, "    {}", sebab.steps());
            }
            out.push('\n');
        }
    }
}

fn steps(out: &mut String, inputs: &Inputs, step: &Step, depth: usize) {
    let pad = "  ".repeat(depth);
    let _ = write!(out, "{pad}{}", step.judul);
    if let Some(hasil) = &step.hasil {
        let _ = write!(out, " = {TEBAL}{hasil}{TEBAL:#}");
    }
    out.push('\n');
    if let Some(rumus) = &step.rumus {
        let bulat = match (step.pembulatan, &step.hasil) {
            (Some(0), Some(_)) => ", dibulatkan ke bilangan bulat".to_owned(),
            (Some(n), Some(_)) => format!(", dibulatkan {n} desimal"),
            _ => String::new(),
        };
        let _ = writeln!(out, "{pad}    {rumus}{bulat}");
    }
    if let Some(catatan) = &step.catatan {
        let _ = writeln!(out, "{pad}    {catatan}");
    }
    if let Some(acuan) = &step.acuan {
        let yakin = step.keyakinan.map(|k| format!(" ({})", k.as_str())).unwrap_or_default();
        let _ = writeln!(out, "{pad}    {REDUP}{acuan}{yakin}{REDUP:#}");
    }
    let cells: Vec<Origin> = terisi(inputs, &step.sel);
    if !cells.is_empty() {
        let mut names: Vec<String> = cells
            .iter()
            .take(SEL_PALING_BANYAK)
            .map(|at| format!("{} \"{}\"", alamat(inputs, *at), inputs.value(*at).written()))
            .collect();
        if cells.len() > SEL_PALING_BANYAK {
            names.push(format!("dan {} sel lagi", cells.len() - SEL_PALING_BANYAK));
        }
        let _ = writeln!(out, "{pad}    {REDUP}dari {}{REDUP:#}", names.join(", "));
    }
    for part in &step.anak {
        steps(out, inputs, part, depth + 1);
    }
}

/// Cells with something in them, each once; a default comes from no cell.
fn terisi(inputs: &Inputs, cells: &[Origin]) -> Vec<Origin> {
    let mut seen = Vec::new();
    for at in cells {
        if !seen.contains(at) && !inputs.value(*at).is_blank() {
            seen.push(*at);
        }
    }
    seen
}

/// `dinas.xlsx · skp!F5`, or `skp.csv!F5`.
fn alamat(inputs: &Inputs, at: Origin) -> String {
    let sheet = inputs.sheet(at.sheet);
    let path = &inputs.file(sheet.file).path;
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match &sheet.name {
        Some(lembar) => format!("{name} · {lembar}!{}", at.a1()),
        None => format!("{name}!{}", at.a1()),
    }
}

/// As JSON, schema `skp.penjelasan/1`.
pub fn json(run: &Run, p: &Explanation) -> Value {
    let kurang: Vec<Value> = p
        .hasil
        .sebab
        .iter()
        .map(|&s| {
            let (nama, nip) = match penindak(&run.data, p.hasil.id, s) {
                Actor::Pegawai(id) => (Some(&*run.data.pegawai(id).nama), Some(run.data.pegawai(id).nip.clone())),
                Actor::DiLuarData(nip) => (None, Some(nip)),
                Actor::Kepegawaian => (None, None),
            };
            json!({ "sebab": s, "apa": s.words(), "dari": s.who(), "nama": nama, "nip": nip, "langkah": s.steps() })
        })
        .collect();
    json!({
        "skema": "skp.penjelasan/1",
        "periode": run.data.periode.to_string(),
        "aturan": { "id": run.aturan.id, "bobot": run.scores.bobot },
        "pegawai": p.hasil,
        "kurang": kurang,
        "langkah": p.langkah.iter().map(|s| tree(&run.inputs, s)).collect::<Vec<_>>(),
        "berikutnya": p.berikutnya,
        "temuan": temuan(run, p).collect::<Vec<_>>(),
    })
}

/// A step with its cells named as the user sees them.
fn tree(inputs: &Inputs, step: &Step) -> Value {
    let cells: Vec<Value> = terisi(inputs, &step.sel)
        .into_iter()
        .map(|at| {
            let sheet = inputs.sheet(at.sheet);
            json!({
                "berkas": inputs.file(sheet.file).path,
                "lembar": sheet.name,
                "sel": at.a1(),
                "nilai": inputs.value(at).written(),
            })
        })
        .collect();
    let mut value = json!({ "judul": step.judul });
    let fields = [
        ("rumus", json!(step.rumus)),
        ("hasil", json!(step.hasil)),
        ("pembulatan", json!(step.pembulatan)),
        ("acuan", json!(step.acuan)),
        ("keyakinan", json!(step.keyakinan)),
        ("catatan", json!(step.catatan)),
        ("sel", json!(cells)),
        ("anak", json!(step.anak.iter().map(|s| tree(inputs, s)).collect::<Vec<_>>())),
    ];
    for (key, field) in fields {
        if !field.is_null() && field.as_array().is_none_or(|a| !a.is_empty()) {
            value[key] = field;
        }
    }
    value
}
