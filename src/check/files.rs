//! The sentences about files that cannot be read: the same words whether the run stops (a file
//! given by name) or goes on with a finding (a file in a folder).

use super::{Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::{Problem, ProblemKind};

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
                | ProblemKind::DelimiterAmbiguous
        )
}

/// What is wrong with the file, and the way out.
pub fn sentences(path: &str, problem: &Problem) -> (String, String) {
    let detail = problem.detail.as_deref().map(|d| format!(" ({d})")).unwrap_or_default();
    let (what, remedy) = match problem.kind {
        ProblemKind::FileUnreadable => (
            "tidak dapat dibuka",
            "Periksa nama, letak, dan izin berkasnya; bila sedang dibuka di Excel, tutup dulu.",
        ),
        ProblemKind::FileEncrypted => (
            "terkunci kata sandi",
            "Buka di Excel, pilih Berkas › Info › Proteksi Buku Kerja › Enkripsi dengan Kata Sandi, kosongkan kata sandinya, lalu simpan.",
        ),
        ProblemKind::FileBomb => (
            "akan mengembang jauh melebihi ukuran wajar bila dibuka",
            "Jangan dipakai. Minta ulang berkas dari sumbernya, atau salin datanya ke buku kerja baru.",
        ),
        ProblemKind::FileDamaged => (
            "rusak atau tidak lengkap",
            "Buka di Excel dan simpan ulang sebagai .xlsx; bila tidak bisa dibuka, unduh atau minta ulang.",
        ),
        ProblemKind::FileTooLarge => (
            "terlalu besar untuk dibaca",
            "Pecah menjadi beberapa berkas, atau hapus baris dan kolom kosong yang berformat di luar tabel, lalu simpan.",
        ),
        ProblemKind::FileEmpty => (
            "kosong",
            "Periksa apakah berkas yang benar yang dipilih; bila ya, unduh atau simpan ulang.",
        ),
        ProblemKind::DelimiterAmbiguous => (
            "tidak dapat dipastikan pemisah kolomnya",
            "Sebutkan pemisahnya dengan --pemisah \";\" (atau \",\", \"|\", tab).",
        ),
        _ => (
            "bukan buku kerja dan bukan tabel",
            "Pakai berkas .xlsx, .xls, .ods, atau .csv; bila aslinya PDF atau Word, salin tabelnya ke Excel.",
        ),
    };
    (format!("Berkas \"{path}\" {what}{detail}."), remedy.to_owned())
}

/// The findings about files with one kind of problem. A file in a folder that is no table at all
/// is only named: it may lie there for its own reasons (`masukan.md` section 2).
pub fn report(ctx: &Context<'_>, sink: &mut Sink<'_>, kind: ProblemKind) {
    for p in ctx.problems(kind) {
        let Some(file) = p.file.or_else(|| p.at.map(|at| ctx.inputs.sheet(at.sheet).file)) else {
            continue;
        };
        let file = ctx.inputs.file(file);
        let (what, remedy) = sentences(&file.path, p);
        let mut finding = sink.add(what, remedy);
        if kind == ProblemKind::FileNotTable && !file.named {
            finding = finding.tingkat(Level::Catatan);
        }
        cell_words::complete(finding, p);
    }
}
