use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, Sink, distribusi};
use crate::code;
use crate::model::PegawaiId;
use crate::score::{AturanDistribusi, Distribusi};

/// Distribusi predikat menyimpang dari batas.
pub static CHECK: Check = Check {
    code: code!(DST001),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for unit in &ctx.scores.unit {
        let Some(d) = unit.distribusi.as_ref().filter(|d| d.deviates()) else {
            continue;
        };
        let breaches: Vec<String> = distribusi::breached(d).filter_map(breaches).collect();
        // The source of the rules that are broken: the words of 6/2022, or the percentages of the SE.
        let acuan = distribusi::acuan(distribusi::breached(d)).unwrap_or_default();
        let finding = sink
            .add(
                format!(
                    "Distribusi predikat {} ({} orang dinilai: {}) menyimpang dari {acuan}: {}.",
                    distribusi::kelompok(ctx, unit),
                    d.n,
                    distribusi::spread(d),
                    breaches.join("; ")
                ),
                advice(ctx, d),
            )
            .expected(expected(d))
            .acuan(acuan);
        distribusi::subject(finding, ctx, unit);
    }
}

/// `Sangat Baik 9 orang, lebih 2 (paling banyak 7)`.
fn breaches(a: &AturanDistribusi) -> Option<String> {
    let nama = a.kelompok.join(" + ");
    if let Some(excess) = a.excess.filter(|n| *n > 0) {
        return Some(format!(
            "{nama} {} orang, lebih {excess} (paling banyak {}, {})",
            a.count,
            a.most.unwrap_or_default(),
            batas(&a.batas)
        ));
    }
    let lacking = a.lacking.filter(|n| *n > 0)?;
    Some(match a.least {
        Some(b) => format!(
            "{nama} {} orang, kurang {lacking} (paling sedikit {b}, {})",
            a.count,
            batas(&a.batas)
        ),
        None => format!("{nama} {} orang, kurang {lacking} untuk menjadi kelompok terbesar", a.count),
    })
}

/// The bound in the reader's signs.
fn batas(batas: &str) -> String {
    batas.replace("<=", "≤").replace(">=", "≥").replace('.', ",")
}

fn expected(d: &Distribusi) -> String {
    d.aturan
        .iter()
        .map(|a| format!("{} {}", a.kelompok.join(" + "), batas(&a.batas)))
        .collect::<Vec<_>>()
        .join("; ")
}

fn advice(ctx: &Context<'_>, d: &Distribusi) -> String {
    let step: Vec<String> = d
        .moves
        .iter()
        .map(|p| {
            let near: Vec<String> = p
                .nearest
                .iter()
                .take(3)
                .map(|id| phrases::persons(ctx.data, PegawaiId(*id)))
                .collect();
            let nama = if near.is_empty() {
                String::new()
            } else {
                format!(" (paling dekat dengan batas: {})", near.join(", "))
            };
            format!("{} orang dari {} ke {}{nama}", p.count, p.from, p.to)
        })
        .collect();
    format!(
        "Bahan pertimbangan pimpinan, bukan koreksi otomatis. Paling sedikit {} orang perlu ditinjau, misalnya {}.",
        d.least_moves.unwrap_or_default(),
        step.join("; ")
    )
}
