//! # KAS010 · atasan seorang pelaksana
//!
//! ## Apa
//! Atasan langsung beberapa pegawai memegang jabatan pelaksana.
//!
//! ## Mengapa
//! Pejabat penilai kinerja paling rendah adalah pejabat pengawas, kecuali ada pendelegasian.
//!
//! ## Dasar
//! Pejabat penilai kinerja adalah atasan langsung, paling rendah pejabat pengawas atau pejabat lain
//! yang diberi pendelegasian (PP 30/2019).
//!
//! ## Contoh
//! Seorang koordinator yang jabatannya pelaksana tercatat sebagai atasan empat rekannya.
//!
//! ## Perbaikan
//! Isi nip_atasan dengan pejabat pengawas (atau pejabat yang lebih tinggi); bila ada pendelegasian,
//! catat pengecualian di skp.toml.

use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::finding::Level;
use crate::model::vocab::JenisJabatan;

/// KAS010.
pub static CHECK: Check = Check {
    kode: "KAS010",
    judul: "atasan seorang pelaksana",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 (pejabat penilai paling rendah pejabat pengawas atau yang diberi pendelegasian)",
    source: include_str!("kas010_penilai_pelaksana.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.semua() {
        let bawahan = ctx.susunan.bawahan(id);
        let only_staff = !p.posting.is_empty()
            && p.posting
                .iter()
                .all(|x| x.jenis_jabatan.get() == Some(&JenisJabatan::Pelaksana));
        if bawahan.is_empty() || !only_staff {
            continue;
        }
        sink.add(
            format!(
                "{} memegang jabatan pelaksana, tetapi tercatat sebagai atasan langsung {} pegawai, misalnya {}.",
                phrases::orang(ctx.data, id),
                bawahan.len(),
                ctx.data.pegawai(bawahan[0]).nama
            ),
            "Isi nip_atasan mereka dengan pejabat pengawas atau yang lebih tinggi. Bila penilaian memang didelegasikan, \
             catat sebagai pengecualian di skp.toml.",
        )
        .pegawai(id)
        .at(p.at);
    }
}
