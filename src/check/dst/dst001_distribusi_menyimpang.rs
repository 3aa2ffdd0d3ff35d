//! # DST001 · distribusi predikat menyimpang dari batas
//!
//! ## Apa
//! Banyaknya pegawai per predikat di satu unit tidak memenuhi batas distribusi, padahal pada jumlah
//! pegawai itu batasnya dapat dipenuhi.
//!
//! ## Mengapa
//! Pimpinan unit wajib mempertimbangkan sebaran predikat. Ini bahan pertimbangan, bukan koreksi: `skp` tidak
//! pernah mengubah nilai, rating, atau predikat siapa pun karenanya.
//!
//! ## Dasar
//! PP 30/2019: di atas ekspektasi paling banyak 20%, sesuai ekspektasi 60–70%, di bawah ekspektasi paling banyak 20%
//! per unit kerja. PermenPANRB 6/2022: batas menurut predikat kinerja organisasi. Dihitung dengan orang, bukan dengan persen
//! yang dibulatkan: 100 × jumlah dibandingkan dengan persen × N, N = pegawai yang dinilai.
//!
//! ## Contoh
//! Unit dengan 38 pegawai yang dinilai: Sangat Baik 9 orang, paling banyak 7 (20%). Paling sedikit 2 orang perlu
//! ditinjau agar sesuai.
//!
//! ## Perbaikan
//! Bahas dengan pejabat penilai. Lembar Distribusi menunjukkan berapa orang lebih atau kurang, perpindahan tersedikit, dan
//! siapa yang paling dekat dengan batas. Bila sebarannya memang demikian, biarkan dan catat pertimbangannya.

use crate::check::phrases;
use crate::check::{Check, Context, Sink, distribusi};
use crate::finding::Level;
use crate::model::PegawaiId;
use crate::score::{AturanDistribusi, Distribusi};

/// DST001.
pub static CHECK: Check = Check {
    kode: "DST001",
    judul: "distribusi predikat menyimpang dari batas",
    tingkat: Level::Peringatan,
    acuan: "PP 30/2019 dan PermenPANRB 6/2022 (distribusi predikat kinerja)",
    source: include_str!("dst001_distribusi_menyimpang.rs"),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let Some(d) = unit.distribusi.as_ref().filter(|d| !d.sesuai && d.mungkin) else {
            continue;
        };
        let langgar: Vec<String> = d.aturan.iter().filter_map(langgar).collect();
        let mut finding = sink
            .add(
                format!(
                    "Distribusi predikat {} ({} pegawai dinilai) menyimpang: {}.",
                    unit.unit_kerja,
                    unit.predikat.iter().map(|(_, n)| n).sum::<u32>(),
                    langgar.join("; ")
                ),
                saran(ctx, d),
            )
            .unit(unit.unit_kerja.clone())
            .harapan(harapan(d));
        if let Some(acuan) = distribusi::acuan(ctx, unit.predikat_organisasi) {
            finding = finding.acuan(acuan);
        }
        if let Some(row) = ctx.data.unit(&unit.unit_kerja) {
            finding.at(row.at);
        }
    }
}

/// `Sangat Baik 9 orang, lebih 2 (paling banyak 7)`.
fn langgar(a: &AturanDistribusi) -> Option<String> {
    let nama = a.kelompok.join(" + ");
    if let Some(lebih) = a.lebih.filter(|n| *n > 0) {
        return Some(format!(
            "{nama} {} orang, lebih {lebih} (paling banyak {}, {})",
            a.jumlah,
            a.paling_banyak.unwrap_or_default(),
            batas(&a.batas)
        ));
    }
    let kurang = a.kurang.filter(|n| *n > 0)?;
    Some(match a.paling_sedikit {
        Some(b) => format!(
            "{nama} {} orang, kurang {kurang} (paling sedikit {b}, {})",
            a.jumlah,
            batas(&a.batas)
        ),
        None => format!("{nama} {} orang, kurang {kurang} untuk menjadi kelompok terbesar", a.jumlah),
    })
}

/// The bound in the reader's signs.
fn batas(batas: &str) -> String {
    batas.replace("<=", "≤").replace(">=", "≥").replace('.', ",")
}

fn harapan(d: &Distribusi) -> String {
    d.aturan
        .iter()
        .map(|a| format!("{} {}", a.kelompok.join(" + "), batas(&a.batas)))
        .collect::<Vec<_>>()
        .join("; ")
}

fn saran(ctx: &Context<'_>, d: &Distribusi) -> String {
    let langkah: Vec<String> = d
        .pindah
        .iter()
        .map(|p| {
            let dekat: Vec<String> = p
                .terdekat
                .iter()
                .take(3)
                .map(|id| phrases::orang(ctx.data, PegawaiId(*id)))
                .collect();
            let nama = if dekat.is_empty() {
                String::new()
            } else {
                format!(" (paling dekat dengan batas: {})", dekat.join(", "))
            };
            format!("{} orang dari {} ke {}{nama}", p.jumlah, p.dari, p.ke)
        })
        .collect();
    format!(
        "Bahan pertimbangan pimpinan, bukan koreksi otomatis. Paling sedikit {} orang perlu ditinjau, misalnya {}.",
        d.pindah_minimal.unwrap_or_default(),
        langkah.join("; ")
    )
}
