//! # HSL009 · nilai yang ditetapkan belum ada atau di luar 0–120
//!
//! ## Apa
//! Pegawai berstatus tugas belajar atau penugasan khusus belum mempunyai nilai_ditetapkan, atau
//! nilainya di luar 0–120.
//!
//! ## Mengapa
//! Nilai kinerjanya berasal dari bahan akademik atau instansi tempatnya bertugas, bukan dari SKP.
//!
//! ## Dasar
//! PP 30/2019: penilaian memakai bahan dari lembaga pendidikan atau instansi tempat penugasan.
//!
//! ## Contoh
//! status tugas_belajar, nilai_ditetapkan kosong.
//!
//! ## Perbaikan
//! Isi nilai_ditetapkan (0–120) dan sumber_nilai, atau catat di tabel pengecualian.

use crate::check::{Check, Context, Sink, fact_words};
use crate::finding::Level;
use crate::score::FactKind;

/// HSL009.
pub static CHECK: Check = Check {
    kode: "HSL009",
    judul: "nilai yang ditetapkan belum ada atau di luar 0–120",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (penilaian pegawai tugas belajar dan penugasan khusus)",
    source: include_str!("hsl009_nilai_ditetapkan_kosong.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    fact_words::tell_each(ctx, sink, FactKind::NilaiDitetapkanKosong, |s| {
        (
            format!(
                "Nilai yang ditetapkan untuk {orang} belum ada atau di luar 0–120.",
                orang = s.orang
            ),
            "Isi nilai_ditetapkan (0–120) dan sumber_nilai di tabel pegawai, atau catat pegawai ini di tabel pengecualian."
                .to_owned(),
        )
    });
}
