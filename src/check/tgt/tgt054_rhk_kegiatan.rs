//! # TGT054 · RHK menuliskan kegiatan, bukan hasil
//!
//! ## Apa
//! Teks RHK dimulai dengan kata kegiatan (melaksanakan, mengikuti, membantu, menghadiri, …) dan bukan
//! kata hasil (tersusunnya, meningkatnya, terlayaninya, …).
//!
//! ## Mengapa
//! RHK menjawab apa yang dihasilkan, bukan apa yang dilakukan. Kegiatan dapat selesai tanpa hasil
//! yang berguna.
//!
//! ## Dasar
//! Setiap RHK punya paling sedikit satu indikator dengan target, pada aspek kuantitas, kualitas,
//! waktu, dan/atau biaya, dan memenuhi SMART: spesifik, terukur, realistis, memiliki batas waktu,
//! menyesuaikan kondisi (PermenPANRB 8/2021 dan 6/2022). Rencana hasil kerja adalah hasil, bukan
//! uraian tugas.
//!
//! ## Contoh
//! "Melaksanakan rapat koordinasi" alih-alih "Tersepakatinya rencana aksi bersama".
//!
//! ## Perbaikan
//! Tulis ulang sebagai hasil: apa yang ada atau berubah setelah pekerjaan itu selesai?

use crate::base::text::shorten;
use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::finding::Level;
use crate::table::JenisTabel;

/// TGT054.
pub static CHECK: Check = Check {
    kode: "TGT054",
    judul: "RHK menuliskan kegiatan, bukan hasil",
    tingkat: Level::Peringatan,
    acuan: "PermenPANRB 8/2021 dan 6/2022 (rencana hasil kerja dan indikator memenuhi SMART)",
    source: include_str!("tgt054_rhk_kegiatan.rs"),
    run,
};

/// First words of an activity.
const KEGIATAN: &[&str] = &[
    "melaksanakan",
    "melakukan",
    "mengikuti",
    "membantu",
    "menghadiri",
    "mengerjakan",
    "menjalankan",
    "mengadakan",
    "menyelenggarakan",
    "memfasilitasi",
    "mendampingi",
    "mengoordinasikan",
    "mengkoordinasikan",
    "mengumpulkan",
    "mengetik",
    "mengantar",
    "mengarsipkan",
    "menyiapkan",
    "mempersiapkan",
    "memproses",
    "mengelola",
    "menghimpun",
    "rapat",
    "kegiatan",
    "pelaksanaan",
];

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::mayoritas(JenisTabel::Skp, "rhk");
    for (id, _, r) in ctx.rhk_utama() {
        let first = r.rhk.split_whitespace().next().unwrap_or_default();
        let activity = KEGIATAN.iter().any(|k| first.eq_ignore_ascii_case(k));
        lipat.lihat(r.rhk_at, activity.then_some(id));
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            let r = ctx.data.rhk(*id);
            let first = r.rhk.split_whitespace().next().unwrap_or_default();
            sink.add(
                format!("{} dimulai dengan \"{first}\": itu kegiatan, bukan hasil.", phrases::rhk(r)),
                "Tulis hasilnya: apa yang ada atau berubah setelah pekerjaan itu selesai, misalnya \"Tersusunnya …\" atau \"Meningkatnya …\".",
            )
            .about(*id)
            .at(at);
        },
        |sink, b| {
            sink.add(
                format!(
                    "{} RHK utama menuliskan kegiatan, bukan hasil; misalnya \"{}\".",
                    b.berapa(),
                    shorten(&ctx.data.rhk(*b.contoh).rhk, 70)
                ),
                "Tulis hasilnya: apa yang ada atau berubah setelah pekerjaan itu selesai, misalnya \"Tersusunnya …\" atau \"Meningkatnya …\".",
            )
            .di(&b);
        },
    );
}
