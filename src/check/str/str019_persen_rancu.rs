//! # STR019 · persen atau pecahan?
//!
//! ## Apa
//! Dalam berkas .xls, .xlsb, atau .ods sebuah angka paling besar 1,5 berdiri untuk satuan persen;
//! format persennya tidak terlihat dari berkas.
//!
//! ## Mengapa
//! 0,85 dapat berarti 85 % (sel berformat persen) atau sungguh 0,85 %; bedanya seratus kali.
//!
//! ## Dasar
//! Format angka hanya terbaca dari .xlsx; di bentuk lain pertanyaan ini tidak dijawab dengan
//! menebak.
//!
//! ## Contoh
//! Sel 85% di Excel 97 tersimpan sebagai 0,85.
//!
//! ## Perbaikan
//! Simpan berkasnya sebagai .xlsx, atau tulis sebagai 85 (satuan %) atau teks "85%".

use crate::check::{Check, Context, Sink, cell_words};
use crate::finding::Level;
use crate::problem::ProblemKind;

/// STR019.
pub static CHECK: Check = Check {
    kode: "STR019",
    judul: "persen atau pecahan?",
    tingkat: Level::Galat,
    acuan: "Tata berkas masukan skp (docs/panduan)",
    source: include_str!("str019_persen_rancu.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PercentAmbiguous) {
        let place = cell_words::at_place(ctx, p);
        let message = format!(
            "{place} berisi {} dengan satuan persen; dari bentuk berkas ini tidak terlihat apakah maksudnya persen penuh atau pecahan.",
            cell_words::tertulis(ctx, p)
        );
        cell_words::complete(
            sink.add(
                message,
                "Simpan berkas ini sebagai .xlsx, atau tulis angkanya utuh dengan satuan %, misalnya 85.",
            ),
            p,
        );
    }
}
