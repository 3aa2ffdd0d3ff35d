use crate::base::origin::Origin;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::table::TableKind;

/// Tidak ada seorang pun di seluruh masukan.
pub static CHECK: Check = Check {
    code: code!(STR070),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if !ctx.data.pegawai.is_empty() {
        return;
    }
    let tables = &ctx.tables.tables;
    // A form for another period names somebody, and is told as that.
    if ctx.data.other_forms {
        return;
    }
    let Some(first) = tables.first() else { return };
    let rows: usize = tables.iter().map(|t| t.rows.len()).sum();
    let what: Vec<&str> = TableKind::ALL
        .into_iter()
        .filter(|&kind| tables.iter().any(|t| t.jenis == kind))
        .map(TableKind::as_str)
        .collect();
    let at = Origin::new(first.sheet, first.header.1, first.cols.0);
    if rows == 0 {
        if tables.iter().any(|t| !t.skipped.is_empty()) {
            // A template with its sample rows says nothing; what else was passed over is told for itself.
            return;
        }
        sink.add(
            format!(
                "Tabel yang terbaca ({}) belum berisi satu baris pun; tidak ada yang dapat dinilai.",
                what.join(", ")
            ),
            "Isi baris-baris di bawah judul kolomnya, simpan, lalu jalankan lagi.",
        )
        .at_place(at);
        return;
    }
    let only_sasaran = tables.iter().all(|t| t.jenis == TableKind::Sasaran);
    let message = if only_sasaran {
        format!(
            "Yang terbaca hanya sasaran unit ({rows} baris, misalnya dari perjanjian kinerja); tidak ada orang untuk dinilai."
        )
    } else {
        format!(
            "Tabel yang terbaca ({}) tidak menyebut satu orang pun; tidak ada yang dapat dinilai.",
            what.join(", ")
        )
    };
    sink.add(
        message,
        "Sertakan juga tabel pegawai dengan skp, realisasi, dan perilaku, atau unduhan penilaian e-Kinerja yang memuat NIP dan nama.",
    )
    .at_place(at);
}
