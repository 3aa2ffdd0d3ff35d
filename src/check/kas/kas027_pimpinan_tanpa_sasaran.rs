//! # KAS027 · RHK pimpinan tidak menyebut sasaran unit
//!
//! ## Apa
//! RHK utama JPT atau pimpinan unit mandiri tidak menyebut sasaran unit mana pun, padahal tabel
//! sasaran ada di antara berkas yang dibaca.
//!
//! ## Mengapa
//! Kaskade dimulai dari perjanjian kinerja. RHK pimpinan yang tidak menginduk pada sasaran tidak
//! terlihat membantu janji unit, begitu juga semua RHK di bawahnya.
//!
//! ## Dasar
//! SKP pejabat pimpinan tinggi disusun berdasarkan perjanjian kinerja unit kerja yang dipimpinnya,
//! dengan memperhatikan rencana strategis dan rencana kerja tahunan (PP 30/2019).
//!
//! ## Contoh
//! RHK `K2` kepala dinas dengan kolom kode_rhk_atasan kosong, sedangkan tabel sasaran memuat `SS1`
//! dan `SS2`.
//!
//! ## Perbaikan
//! Isi kode_rhk_atasan dengan kode sasaran unit (atau unit induknya) yang didukung RHK itu.

use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::table::JenisTabel;

/// KAS027.
pub static CHECK: Check = Check {
    kode: "KAS027",
    judul: "RHK pimpinan tidak menyebut sasaran unit",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (SKP pejabat pimpinan tinggi disusun berdasarkan perjanjian kinerja unit kerja yang dipimpinnya)",
    source: include_str!("kas027_pimpinan_tanpa_sasaran.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !ctx.data.ada(JenisTabel::Sasaran) {
        return;
    }
    let mut lipat = Majority::kolom(JenisTabel::Skp, "kode_rhk_atasan");
    for (id, _, r) in ctx.rhk_utama() {
        if !phrases::wajib_menginduk(ctx.data, id) {
            lipat.lihat(r.kode_atasan.at, r.kode_atasan.is_empty().then_some(id));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!(
                    "{} tidak menyebut sasaran unit yang didukungnya.",
                    phrases::rhk(ctx.data.rhk(*id))
                ),
                "Isi dengan kode sasaran dari perjanjian kinerja atau renstra unit, seperti tertulis di tabel sasaran.",
            )
            .about(*id)
            .at(at)
            .harapan("kode satu atau beberapa sasaran unit");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK pimpinan tidak menyebut sasaran unit.",
                    b.berapa()
                ),
                "Tambahkan kolom kode_rhk_atasan dan isi dengan kode sasaran unit untuk RHK pimpinan.",
            )
            .di(&b);
        },
    );
}
