use crate::check::phrases;
use crate::check::{Check, Context, Sink, distribusi};
use crate::code;
use crate::model::PegawaiId;
use crate::score::{AturanDistribusi, Distribusi};

/// Distribusi predikat menyimpang dari batas.
pub static CHECK: Check = Check {
    code: code!(DST001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let Some(d) = unit.distribusi.as_ref().filter(|d| d.menyimpang()) else {
            continue;
        };
        let langgar: Vec<String> = distribusi::dilanggar(d).filter_map(langgar).collect();
        // The source of the rules that are broken: the words of 6/2022, or the percentages of the SE.
        let acuan = distribusi::acuan(distribusi::dilanggar(d)).unwrap_or_default();
        let finding = sink
            .add(
                format!(
                    "Distribusi predikat {} ({} orang dinilai: {}) menyimpang dari {acuan}: {}.",
                    distribusi::kelompok(unit),
                    d.n,
                    distribusi::sebaran(d),
                    langgar.join("; ")
                ),
                saran(ctx, d),
            )
            .harapan(harapan(d))
            .acuan(acuan);
        distribusi::tentang(finding, ctx, unit);
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
