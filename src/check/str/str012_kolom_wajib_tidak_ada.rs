use crate::check::{Check, Context, Sink};
use crate::code;
use crate::contract::heading::nearest;
use crate::problem::ProblemKind;

/// Kolom wajib tidak ada.
pub static CHECK: Check = Check {
    code: code!(STR012),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::ColumnMissing) {
        let (Some(at), Some(column)) = (p.at, p.detail.as_deref()) else {
            continue;
        };
        let table = ctx.tables.at(at);
        // A column with a slip of the pen in its name is the likeliest reason.
        let slip = table.and_then(|t| {
            t.columns
                .iter()
                .find(|c| c.key.is_none() && nearest(&c.written, t.jenis).is_some_and(|k| k.name() == column))
        });
        let kind = table.map_or("", |t| t.jenis.as_str());
        let remedy = match slip {
            Some(c) => format!(
                "Kolom \"{}\" mungkin yang dimaksud; ganti namanya menjadi {column}.",
                c.written
            ),
            None => format!("Tambahkan kolom {column} di baris kepala tabel ini, lalu isi untuk setiap baris."),
        };
        sink.add(
            format!("Tabel {kind} ini tidak punya kolom {column}, padahal kolom itu wajib."),
            remedy,
        )
        .at_place(at)
        .harapan(format!("kolom {column}"));
    }
}
