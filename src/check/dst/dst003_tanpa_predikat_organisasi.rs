use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::rules::Rezim;
use crate::score::HasilUnit;

/// Predikat kinerja organisasi belum diketahui.
pub static CHECK: Check = Check {
    code: code!(DST003),
    run: CheckRun::Alone(run),
};

const ADVICE: &str = "Isi predikat_organisasi di tabel unit (Istimewa, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang), \
                     atau berikan --predikat-organisasi.";

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.aturan.rezim != Rezim::Kualitatif {
        return;
    }
    // Only units with somebody scored: otherwise there is nothing to check anyway.
    let lacking: Vec<&HasilUnit> = ctx
        .scores
        .unit
        .iter()
        .filter(|u| u.kelompok.n > 0 && u.kelompok.predikat_organisasi.is_none())
        // A predikat that is written and does not count (of another year, or unreadable) is told at its cell.
        .filter(|u| {
            ctx.data
                .unit(&u.unit_kerja)
                .is_none_or(|row| row.predikat_organisasi.is_empty())
        })
        .collect();
    // Where no unit at all has one, it is one thing that is missing, said once (`keluaran.md` 2).
    let with_nilai = ctx.scores.unit.iter().any(|u| u.kelompok.predikat_organisasi.is_some());
    if !with_nilai && lacking.len() > 1 {
        sink.add(
            format!(
                "Distribusi predikat {} unit tidak diperiksa: predikat kinerja organisasi belum diketahui untuk satu pun.",
                lacking.len()
            ),
            ADVICE,
        );
        return;
    }
    for unit in lacking {
        let finding = sink
            .add(
                format!(
                    "Distribusi predikat {} tidak diperiksa: predikat kinerja organisasinya belum diketahui.",
                    unit.name()
                ),
                ADVICE,
            )
            .unit(unit.unit_kerja.clone());
        if let Some(row) = ctx.data.unit(&unit.unit_kerja) {
            finding.at(row.predikat_organisasi.at);
        }
    }
}
