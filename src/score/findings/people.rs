//! People: posts, status, who decides, angka kredit.

use super::who;
use crate::facts;
use crate::finding::say;
use crate::input::Value;
use crate::model::read::post::{self, PostRead};

facts! {
    /// Somebody stands in the state of planning and not in the list of ratings.
    IDN041 OnlyInPlanning {
        /// The state of his SKP there.
        state: Option<String>,
    } => |f, a| say(
        format!(
            "{} hanya ada di Laporan SKP{}, tidak di daftar penilaian yang dibaca; jadi belum ada ratingnya.",
            who(a),
            f.state.as_ref().map(|s| format!(" (SKP: {s})")).unwrap_or_default()
        ),
        "Unduh daftar penilaian yang memuat orang ini, atau catat ia di tabel pengecualian beserta alasannya.",
    );

    /// A gap between postings.
    HSL004 PostingGap {
        /// From when to when.
        gap: String,
    } => |f, a| say(
        format!("Jabatan {} tidak bersambung ({}); hari di antaranya tidak ikut dihitung.", who(a), f.gap),
        "Perbaiki tanggal mulai atau selesai di tabel pegawai bila jeda itu tidak benar-benar ada.",
    );

    /// nilai_ditetapkan missing, or outside 0–120.
    HSL009 NilaiDitetapkanKosong => |_, a| say(
        format!("Nilai yang ditetapkan untuk {} belum ada atau di luar 0–120.", who(a)),
        "Isi nilai_ditetapkan (0–120) dan sumber_nilai di tabel pegawai, atau catat pegawai ini di tabel pengecualian.",
    );

    /// Status pensiun/meninggal and no pengecualian.
    HSL010 StatusTidakAktif {
        /// The status.
        status: &'static str,
    } => |f, a| say(
        format!("{} berstatus {}, jadi tidak dapat dinilai.", who(a), f.status),
        "Catat pegawai ini di tabel pengecualian beserta alasannya, atau perbaiki statusnya.",
    );

    /// jenis_jabatan missing where the rules need it.
    HSL011 JenisJabatanEmpty => |_, a| say(
        // "Struktural" is filled in, and says not which.
        match post::read(Value::Text(&a.written())) {
            PostRead::Broad => format!(
                "Jenis jabatan {} ditulis \"{}\", yang belum menyebut jenisnya, jadi rumus penilaiannya tidak dapat dipilih.",
                who(a),
                a.written()
            ),
            _ => format!("Jenis jabatan {} belum diisi, jadi rumus penilaiannya tidak dapat dipilih.", who(a)),
        },
        "Isi jenis_jabatan: jpt_pratama, administrator, pengawas, pelaksana, fungsional, atau yang sesuai.",
    );

    /// Arithmetic left its exact range.
    HSL012 AngkaDiLuarJangkauan => |_, a| say(
        format!("Ada angka milik {} yang di luar jangkauan hitungan tepat.", who(a)),
        "Periksa apakah angka itu salah ketik; pakai satuan yang lebih besar atau lebih kecil.",
    );

    /// No posting has a day (month) in the period.
    HSL013 NoPosting {
        /// When they end or begin.
        when: String,
    } => |f, a| say(
        format!("{} tidak mempunyai jabatan pada masa penilaian ini: jabatannya {}.", who(a), f.when),
        "Bila ia memang belum atau tidak lagi bertugas pada masa itu, catat di tabel pengecualian. Bila bertugas, perbaiki tanggal \
         mulai dan selesai di tabel pegawai, atau pilih masa yang benar dengan --tahun atau --periode.",
    );

    /// The atasan's RHK has no nilai yet: the person waits.
    HSL014 AtasanAwaited {
        /// Which RHK, and whose.
        rhk: String,
    } => |f, a| say(
        format!("{} milik {} menunggu nilai {}.", a.rhk(), who(a), f.rhk),
        "Lengkapi dahulu RHK atasan itu; bila kaskadenya langsung, isi metode_kaskade = langsung.",
    );

    /// The whole run lacks the table pegawai.
    HSL015 NoPegawaiTable {
        /// How many people wait for it.
        pegawai: u32,
    } => |f, _| say(
        format!("Tidak ada tabel pegawai dalam masukan; {} pegawai tidak diketahui jabatannya.", f.pegawai),
        "Sertakan berkas yang berisi tabel pegawai (kolom nip, nama, jabatan, jenis_jabatan, unit_kerja).",
    );

    /// A head without realisasi and umpan balik is not rated by the predikat organisasi.
    HSL017 PimpinanWithoutRealisasi => |_, a| say(
        format!(
            "{} memimpin unit, tetapi tidak mempunyai realisasi atau umpan balik pada masa ini; predikat organisasi tidak dipakai \
             sebagai rating hasil kerjanya.",
            who(a)
        ),
        "Isi realisasi dan umpan balik pimpinan ini, atau tetapkan hasil_kerja di tabel penilaian.",
    );

    /// Guidance by IPK for tugas belajar.
    HSL021 PanduanIpk {
        /// What the guidance says.
        guide: String,
    } => |f, a| say(
        format!("{}: {}.", who(a), f.guide),
        "Panduan ini bukan nilai; penilai mempertimbangkannya ketika menetapkan rating.",
    );

    /// Angka kredit of somebody whose last posting is no JF any more.
    HSL023 AngkaKreditOfFormerJf {
        /// The JF postings and their months.
        jabatan: String,
    } => |f, a| say(
        format!(
            "Jabatan terakhir {} bukan jabatan fungsional; angka kreditnya dihitung untuk masa sebagai {}.",
            who(a), f.jabatan
        ),
        "Tidak ada yang perlu diperbaiki.",
    );

    /// No angka kredit while on tugas belajar.
    HSL024 AngkaKreditOfTugasBelajar {
        /// The post.
        jabatan: String,
        /// JF postings of another status before it, with their months; empty where there are none.
        before: String,
    } => |f, a| say(
        if f.before.is_empty() {
            format!("{}, {}, berstatus tugas belajar, jadi angka kreditnya dikosongkan.", who(a), f.jabatan)
        } else {
            format!(
                "{}, {}, berstatus tugas belajar pada jabatan terakhirnya, jadi angka kreditnya dikosongkan, juga untuk masa \
                 sebelumnya ({}).",
                who(a),
                f.jabatan,
                f.before
            )
        },
        "Tidak ada yang perlu diperbaiki. Bila ia tidak sedang tugas belajar, betulkan kolom status.",
    );

    /// Months of a JF posting under another status than that of the last one, counted all the same.
    HSL025 AngkaKreditOfOtherStatus {
        /// The post and its months.
        months: String,
        /// What the row says of them.
        said: String,
    } => |f, a| say(
        format!(
            "Angka kredit {} juga menghitung {} {}: yang menentukan adalah status jabatan terakhirnya.",
            who(a),
            f.months,
            f.said
        ),
        "Bila pada masa itu ia diberhentikan dari jabatan fungsionalnya, tulis jabatan dan jenis_jabatan yang dipegangnya pada baris \
         itu: masa itu lalu tidak dihitung. Bila tidak, pastikan angka kreditnya sebelum dipakai.",
    );
}
