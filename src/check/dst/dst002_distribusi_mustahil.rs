//! # DST002 · distribusi tidak mungkin dipenuhi pada jumlah ini
//!
//! ## Apa
//! Pada jumlah pegawai unit ini tidak ada satu pun pembagian orang utuh yang memenuhi semua batas distribusi.
//!
//! ## Mengapa
//! Unit kecil tidak dapat disalahkan atas hitungan yang tidak punya jawaban. Ini catatan, bukan kesalahan.
//!
//! ## Dasar
//! PP 30/2019 dan PermenPANRB 6/2022: batas dalam persen atas pegawai yang dinilai. Dengan batas PP 30/2019, unit dengan
//! 1–4, 7–9, atau 14 orang tidak dapat memenuhinya.
//!
//! ## Contoh
//! Unit dengan 4 orang: Sangat Baik paling banyak 0 orang, Baik paling sedikit 3 dan paling banyak 2.
//!
//! ## Perbaikan
//! Tidak ada yang perlu diperbaiki. Bila diinginkan, hitung distribusi di tingkat unit induk (`--kelompok induk`).

use crate::check::{Check, Context, Sink, distribusi};
use crate::finding::Level;

/// DST002.
pub static CHECK: Check = Check {
    kode: "DST002",
    judul: "distribusi tidak mungkin dipenuhi pada jumlah ini",
    tingkat: Level::Catatan,
    acuan: "PP 30/2019 dan PermenPANRB 6/2022 (distribusi predikat kinerja)",
    source: include_str!("dst002_distribusi_mustahil.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        if unit.distribusi.as_ref().is_none_or(|d| d.mungkin) {
            continue;
        }
        let mut finding = sink
            .add(
                format!(
                    "Distribusi predikat {} tidak mungkin dipenuhi: dengan {} pegawai yang dinilai tidak ada pembagian orang yang sesuai batas.",
                    unit.unit_kerja, unit.dinilai
                ),
                "Tidak ada yang perlu diperbaiki; bila diinginkan, hitung di tingkat unit induk dengan --kelompok induk.",
            )
            .unit(unit.unit_kerja.clone());
        if let Some(acuan) = distribusi::acuan(ctx, unit.predikat_organisasi) {
            finding = finding.acuan(acuan);
        }
        if let Some(row) = ctx.data.unit(&unit.unit_kerja) {
            finding.at(row.at);
        }
    }
}
