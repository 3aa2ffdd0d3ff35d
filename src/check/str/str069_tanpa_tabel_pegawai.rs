use crate::check::{Check, Context, Sink};
use crate::code;
use crate::score::result::Status;
use crate::table::TableKind;

/// Ada hasil, tetapi tidak ada tabel pegawai.
pub static CHECK: Check = Check {
    code: code!(STR069),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.data.present.contains(&TableKind::Pegawai) || ctx.aturan.kualitatif().is_none() {
        return;
    }
    // Downloads and forms tell names and posts themselves; and where nobody has a result other tables are
    // missing, too.
    let unknown = (ctx.data.pegawai.iter().zip(&ctx.scores.pegawai))
        .filter(|(p, h)| p.posting.is_empty() && p.nama.is_empty() && h.status() == Status::Dinilai)
        .count();
    if unknown == 0 {
        return;
    }
    sink.add(
        format!("Tidak ada tabel pegawai dalam masukan; nama, jabatan, unit kerja, dan atasan {unknown} orang tidak diketahui."),
        "Sertakan berkas yang berisi tabel pegawai (kolom nip, nama, jabatan, jenis_jabatan, unit_kerja, nip_atasan).",
    );
}
