//! # TGT057 · RHK hanya diukur dari waktu atau biaya
//!
//! ## Apa
//! Semua indikator sebuah RHK utama pejabat administrasi atau fungsional beraspek waktu atau biaya;
//! tidak ada kuantitas atau kualitas.
//!
//! ## Mengapa
//! Tepat waktu dan hemat belum berarti hasilnya ada. Perlu ukuran jumlah atau mutu.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022).
//!
//! ## Contoh
//! RHK dengan satu indikator: selesai dalam 12 bulan.
//!
//! ## Perbaikan
//! Tambahkan indikator kuantitas atau kualitas.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::vocab::Aspek;

/// TGT057.
pub static CHECK: Check = Check {
    kode: "TGT057",
    judul: "RHK hanya diukur dari waktu atau biaya",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt057_tanpa_aspek_hasil.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, _, r) in ctx.rhk_utama() {
        let Some(first) = r.indikator.first() else { continue };
        let only = r
            .indikator
            .iter()
            .all(|i| matches!(i.aspek.get(), Some(Aspek::Waktu | Aspek::Biaya)));
        if only && phrases::wajib_menginduk(ctx.data, id) {
            sink.add(
                format!("{} hanya diukur dari waktu atau biaya.", phrases::rhk(r)),
                "Tambahkan indikator kuantitas atau kualitas, supaya terlihat hasilnya.",
            )
            .about(id)
            .at(first.aspek.at);
        }
    }
}
