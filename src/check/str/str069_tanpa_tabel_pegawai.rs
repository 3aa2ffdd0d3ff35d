use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::score::result::Status;
use crate::table::TableKind;

/// Ada hasil, tetapi tidak ada tabel pegawai.
pub static CHECK: Check = Check {
    code: code!(STR069),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    if ctx.data.present.contains(&TableKind::Pegawai) || ctx.aturan.kualitatif().is_none() {
        return;
    }
    // Downloads and forms tell names and posts themselves; and where nobody of these has a result other tables
    // are missing, too.
    let nameless = (ctx.data.pegawai.iter().zip(&ctx.scores.pegawai)).filter(|(p, _)| p.nama.is_empty());
    let (mut unknown, mut posted, mut scored) = (0, true, false);
    for (pegawai, hasil) in nameless {
        unknown += 1;
        posted &= !pegawai.posting.is_empty();
        scored |= hasil.status() == Status::Dinilai;
    }
    if !scored {
        return;
    }
    let what = if posted {
        "nama"
    } else {
        "nama, jabatan, unit kerja, dan atasan"
    };
    let mut remedy =
        "Sertakan berkas yang berisi tabel pegawai (kolom nip, nama, jabatan, jenis_jabatan, unit_kerja, nip_atasan).".to_owned();
    let unread: Vec<String> = (ctx.tables.tables.iter().filter(|t| t.jenis == TableKind::Penilaian))
        .flat_map(|t| t.columns.iter().filter(|c| c.is_unread()))
        .take(UNREAD)
        .map(|c| format!("\"{}\"", crate::base::text::shorten(&c.written, 40)))
        .collect();
    if !unread.is_empty() {
        remedy.push_str(&format!(
            " Bila salah satu kolom yang belum dikenal ini yang dimaksud, ganti judulnya menjadi nama atau unit_kerja: {}.",
            unread.join(", ")
        ));
    }
    sink.add(
        format!("Tidak ada tabel pegawai dalam masukan; {what} {unknown} orang tidak diketahui."),
        remedy,
    );
}

/// So many unread headings are named.
const UNREAD: usize = 5;
