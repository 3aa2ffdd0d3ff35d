//! Perilaku that is missing or unlike.

use super::who;
use crate::facts;
use crate::finding::say;

facts! {
    /// An aspek of perilaku that is due has no figure.
    PRL001 PerilakuKosong {
        /// The aspek, or all values that are missing.
        aspek: String,
    } => |f, a| say(
        format!("Aspek perilaku {} untuk {} belum dinilai atasan.", f.aspek, who(a)),
        match a.conduct_rating() {
            Some(cell) if a.qualitative() => format!(
                "RATING PERILAKU KERJA (sel {cell}) belum memuat satu rating: coret pilihan yang tidak berlaku sampai tersisa satu, \
                 atau isi umpan balik untuk setiap nilai perilaku."
            ),
            None if a.qualitative() => {
                "Isi rating dari atasan untuk nilai itu di tabel perilaku, atau tetapkan perilaku_kerja di tabel penilaian.".to_owned()
            }
            _ => "Isi satu nilai dari atasan untuk aspek itu di tabel perilaku.".to_owned(),
        },
    );

    /// Perilaku outside 0–120, or words in a numeric set, or a figure where a rating is due.
    PRL002 PerilakuOffScale {
        /// The aspek, in a numeric set with what was given.
        aspek: String,
    } => |f, a| if a.qualitative() {
        say(
            format!("Nilai perilaku {}: {}; angka bukan rating.", who(a), f.aspek),
            "Tulis rating: di atas, sesuai, atau di bawah ekspektasi.",
        )
    } else {
        say(
            format!("Perilaku {}: {}; harus angka 0–120.", who(a), f.aspek),
            "Tulis nilai perilaku sebagai angka antara 0 dan 120.",
        )
    };

    /// Kepemimpinan given to somebody it is not due for.
    PRL003 KepemimpinanNotDue => |_, a| say(
        format!(
            "Kepemimpinan dinilai untuk {}, padahal tidak wajib bagi jabatannya; nilainya tidak ikut dihitung.",
            who(a)
        ),
        "Hapus nilai itu, atau isi kepemimpinan = ya di tabel pegawai bila ia pejabat fungsional yang memimpin.",
    );

    /// The whole run lacks the table perilaku.
    PRL004 NoPerilakuTable {
        /// How many people wait for it.
        pegawai: u32,
        /// All that is read are forms of plans.
        plan_forms: bool,
    } => |f, _| if f.plan_forms {
        say(
            format!(
                "Yang terbaca hanya formulir SKP (rencana); formulir evaluasi kinerja, yang memuat penilaian perilaku, tidak ada. {} \
                 pegawai menunggu itu.",
                f.pegawai
            ),
            "Sertakan formulir Evaluasi Kinerja Pegawai mereka, atau berkas yang berisi tabel perilaku (kolom nip, aspek, penilai, \
             nilai).",
        )
    } else {
        say(
            format!("Tidak ada tabel perilaku dalam masukan; {} pegawai menunggu penilaian perilakunya.", f.pegawai),
            "Sertakan berkas yang berisi tabel perilaku (kolom nip, aspek, penilai, nilai).",
        )
    };

    /// Marks of perilaku in words that are no rating.
    PRL005 PerilakuInWords {
        /// Each value with what is written.
        content: String,
    } => |f, a| say(
        format!("Nilai perilaku {} bukan rating: {}.", who(a), f.content),
        "Tulis di atas, sesuai, atau di bawah ekspektasi untuk nilai itu; bila perilaku_kerja atau hasil_akhir sudah ditulis di \
         tabel penilaian, tidak perlu diubah.",
    );

    /// Unlike ratings of the atasan for one value.
    PRL006 PerilakuDiffers {
        /// The value.
        aspek: String,
    } => |f, a| say(
        format!("Nilai {} untuk {} dinilai atasan lebih dari satu kali dengan rating yang berlainan.", f.aspek, who(a)),
        "Sisakan satu baris dari atasan untuk nilai itu, atau tetapkan perilaku_kerja di tabel penilaian.",
    );
}
