//! The sentences about files that cannot be read: the same words whether the run stops (a file
//! given by name) or goes on with a finding (a file in a folder).

use super::{Context, Sink, cell_words};
use crate::base::origin::FileId;
use crate::base::text::shorten;
use crate::finding::Level;
use crate::input::sheet::Row;
use crate::input::{Inputs, Sheet};
use crate::problem::{Problem, ProblemKind};
use crate::table::is_known_header;

/// Whether a file with this problem has given nothing at all: given by name, it stops the run.
/// A problem at a cell (a lone quote, a cell out of bounds) leaves the rest readable: a finding.
pub fn stops(problem: &Problem) -> bool {
    problem.at.is_none()
        && matches!(
            problem.kind,
            ProblemKind::FileUnreadable
                | ProblemKind::FileEncrypted
                | ProblemKind::FileBomb
                | ProblemKind::FileDamaged
                | ProblemKind::FileTooLarge
                | ProblemKind::FileEmpty
                | ProblemKind::FileNotTable
                | ProblemKind::FileErrorPage
                | ProblemKind::DelimiterAmbiguous
        )
}

/// What is wrong with the file, and the way out.
pub fn sentences(path: &str, problem: &Problem) -> (String, String) {
    let detail = problem.detail.as_deref().unwrap_or_default();
    let about = || {
        if detail.is_empty() {
            String::new()
        } else {
            format!(" ({detail})")
        }
    };
    let (what, remedy) = match problem.kind {
        ProblemKind::FileUnreadable => (
            format!("tidak dapat dibuka{}", about()),
            "Periksa nama, letak, dan izin berkasnya; bila sedang dibuka di Excel, tutup dulu.",
        ),
        ProblemKind::FileEncrypted => (
            format!("terkunci kata sandi{}", about()),
            "Buka di Excel, pilih Berkas › Info › Proteksi Buku Kerja › Enkripsi dengan Kata Sandi, kosongkan kata sandinya, lalu simpan.",
        ),
        ProblemKind::FileBomb => (
            format!("akan mengembang jauh melebihi ukuran wajar bila dibuka{}", about()),
            "Jangan dipakai. Minta ulang berkas dari sumbernya, atau salin datanya ke buku kerja baru.",
        ),
        ProblemKind::FileDamaged => (
            format!("rusak atau tidak lengkap{}", about()),
            "Buka di Excel dan simpan ulang sebagai .xlsx; bila tidak bisa dibuka, unduh atau minta ulang.",
        ),
        ProblemKind::FileTooLarge => (
            format!("terlalu besar untuk dibaca{}", about()),
            "Pecah menjadi beberapa berkas, atau hapus baris dan kolom kosong yang berformat di luar tabel, lalu simpan.",
        ),
        ProblemKind::FileEmpty => (
            format!("kosong{}", about()),
            "Periksa apakah berkas yang benar yang dipilih; bila ya, unduh atau simpan ulang.",
        ),
        ProblemKind::DelimiterAmbiguous => (
            format!("tidak dapat dipastikan pemisah kolomnya{}", about()),
            "Sebutkan pemisahnya dengan --pemisah \";\" (atau \",\", \"|\", tab).",
        ),
        ProblemKind::FileErrorPage => (
            format!("bukan tabel, melainkan jawaban sebuah situs saat unduhannya gagal{}", about()),
            "Masuk lagi ke aplikasinya, lalu unduh ulang berkasnya.",
        ),
        ProblemKind::FileOwn => (
            format!("adalah {detail} tulisan skp sendiri, bukan data, jadi dilewati"),
            "Tidak perlu apa-apa. Yang dibaca adalah data asalnya, bukan hasilnya.",
        ),
        ProblemKind::FileCopy => (
            format!("sama persis isinya dengan \"{detail}\", jadi dilewati; isinya dihitung satu kali"),
            "Tidak perlu apa-apa. Hapus salah satunya bila mengganggu.",
        ),
        ProblemKind::Skipped => (
            "dilewati karena disebut pada --lewati".to_owned(),
            "Hapus --lewati bila isinya mestinya ikut dihitung.",
        ),
        _ => (
            format!("bukan buku kerja dan bukan tabel{}", about()),
            "Pakai berkas .xlsx, .xls, .ods, atau .csv; bila aslinya PDF atau Word, salin tabelnya ke Excel.",
        ),
    };
    // The rest of the file was read.
    if let (ProblemKind::FileTooLarge, Some(at)) = (problem.kind, problem.at) {
        let what = format!("Sel {} tidak dibaca: {detail}.", at.a1());
        return (what, "Pendekkan isinya, atau pindahkan sebagian ke kolom lain.".to_owned());
    }
    (format!("Berkas \"{path}\" {what}."), remedy.to_owned())
}

/// The findings about files with one kind of problem. What came with a folder and holds no data is
/// only named: it may lie there for its own reasons (`masukan.md` section 2).
pub fn report(ctx: &Context<'_>, sink: &mut Sink<'_>, kind: ProblemKind) {
    for p in ctx.problems(kind) {
        let Some(file) = p.file.or_else(|| p.at.map(|at| ctx.inputs.sheet(at.sheet).file)) else {
            continue;
        };
        let file = ctx.inputs.file(file);
        let (what, remedy) = sentences(&file.path, p);
        let mut finding = sink.add(what, remedy);
        let holds_nothing = matches!(kind, ProblemKind::FileNotTable | ProblemKind::FileEmpty);
        if holds_nothing && !file.named {
            finding = finding.tingkat(Level::Catatan);
        }
        cell_words::complete(finding, p);
    }
}

/// Files told one by one when nothing was recognised.
const TOLD: usize = 10;

/// Why there is nothing to work on, file by file: what each is, and what in it was nearest to a
/// table.
pub fn nothing_recognised(inputs: &Inputs) -> String {
    let mut text = "Tidak ada tabel yang dikenali pada masukan ini.".to_owned();
    for (id, file) in (0_u32..).map(FileId).zip(&inputs.files).take(TOLD) {
        let problem = inputs.problems.iter().find(|p| p.at.is_none() && p.file == Some(id));
        let says = match problem {
            Some(problem) => {
                let (what, _) = sentences(&file.path, problem);
                what.trim_start_matches("Berkas ").to_owned()
            }
            None => format!("\"{}\": {}.", file.path, nearest(inputs, id)),
        };
        text.push_str(&format!("\n  {says}"));
    }
    if inputs.files.len() > TOLD {
        text.push_str(&format!("\n  … dan {} berkas lain.", inputs.files.len() - TOLD));
    }
    if inputs.files.is_empty() {
        text.push_str(" Foldernya tidak berisi berkas yang dapat dibaca.");
    }
    text.push_str(
        "\nJalankan `skp baca` untuk melihat apa yang terbaca, atau `skp template -o masukan.xlsx` untuk bentuk yang diharapkan.",
    );
    text
}

/// Rows in which a header is looked for.
const HEADER_ROWS: usize = 30;
/// Headings named one by one.
const HEADINGS: usize = 6;

/// What comes nearest to a header in a file: the row with the most known column names.
pub fn nearest(inputs: &Inputs, file: FileId) -> String {
    let mut best: Option<(usize, &Sheet, Row<'_>)> = None;
    for sheet in inputs.sheets.iter().filter(|s| s.file == file) {
        for row in sheet.rows().take(HEADER_ROWS) {
            let known = row.cells().filter(|(_, v)| is_known_header(&v.written())).count();
            if known > best.as_ref().map_or(0, |b| b.0) {
                best = Some((known, sheet, row));
            }
        }
    }
    let Some((_, sheet, row)) = best else {
        return "tidak ada satu pun judul kolom yang dikenali di dalamnya".to_owned();
    };
    let (known, unknown): (Vec<String>, Vec<String>) = row
        .cells()
        .map(|(_, v)| v.written())
        .filter(|t| !t.trim().is_empty())
        .partition(|t| is_known_header(t));
    let place = sheet.name.as_deref().map(|n| format!(" lembar {n}")).unwrap_or_default();
    let mut says = format!(
        "yang paling mirip kepala tabel baris {}{place}; dikenali {}",
        row.number() + 1,
        listed(&known)
    );
    if !unknown.is_empty() {
        says.push_str(&format!(", tidak dikenali {}", listed(&unknown)));
    }
    says
}

fn listed(headings: &[String]) -> String {
    let mut text: Vec<String> = headings
        .iter()
        .take(HEADINGS)
        .map(|h| format!("\"{}\"", shorten(h, 40)))
        .collect();
    if headings.len() > HEADINGS {
        text.push(format!("dan {} lagi", headings.len() - HEADINGS));
    }
    text.join(", ")
}
