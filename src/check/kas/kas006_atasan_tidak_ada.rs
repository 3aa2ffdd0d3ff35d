//! # KAS006 · atasan tidak ada dalam data
//!
//! ## Apa
//! NIP atasan yang tertulis tidak ditemukan di antara pegawai pada semua berkas yang dibaca.
//!
//! ## Mengapa
//! RHK pegawai tidak dapat dicocokkan dengan RHK atasannya, dan penilainya tidak dapat dipastikan.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung (PP 30/2019). Untuk JPT, pimpinan unit mandiri, dan
//! unduhan e-Kinerja ini hanya catatan: kepala daerah tidak ber-NIP dan unduhan sudah lengkap dengan
//! sendirinya.
//!
//! ## Contoh
//! nip_atasan menunjuk kepala bidang yang datanya ada di berkas lain yang tidak ikut dibaca.
//!
//! ## Perbaikan
//! Sertakan berkas yang memuat atasan itu, atau perbaiki NIP-nya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;

/// KAS006.
pub static CHECK: Check = Check {
    kode: "KAS006",
    judul: "atasan tidak ada dalam data",
    tingkat: Level::Galat,
    acuan: "PP 30/2019 (SKP disusun dengan memperhatikan SKP atasan langsung); PermenPANRB 8/2021 dan 6/2022 (penyusunan SKP)",
    source: include_str!("kas006_atasan_tidak_ada.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        for (i, x) in p.posting_berlaku() {
            let Some(nip) = x.nip_atasan.get().filter(|nip| ctx.data.find(nip).is_none()) else {
                continue;
            };
            let nama = x.nama_atasan.as_deref().map_or_else(String::new, |n| format!(" ({n})"));
            let only_note = phrases::boleh_tanpa_atasan(ctx.data, id, i);
            let finding = sink
                .add(
                    format!("Atasan {} dengan NIP {nip}{nama} tidak ada dalam data yang dibaca.", p.nama),
                    if only_note {
                        "Tidak perlu tindakan bila atasannya memang di luar data ini."
                    } else {
                        "Sertakan berkas yang memuat atasan itu, atau perbaiki NIP-nya."
                    },
                )
                .pegawai(id)
                .at(x.nip_atasan.at)
                .nilai(&**nip);
            if only_note {
                finding.tingkat(Level::Catatan);
            }
        }
    }
}
