//! Targets and realisasi that keep an indicator from its capaian, or must be looked at.

use super::{not_a_figure, who};
use crate::facts;
use crate::finding::say;

/// What to do where the whole run has no table `skp`.
pub const SKP_WANTED: &str = "Sertakan berkas yang berisi tabel skp (kolom nip, kode_rhk, jenis, rhk, aspek, indikator, target).";

facts! {
    /// Target missing.
    TGT001 TargetKosong => |_, a| say(
        format!(
            "Target {} pada {} milik {} belum diisi, jadi capaiannya tidak dapat dihitung.",
            a.indicator(), a.rhk(), who(a)
        ),
        "Isi target indikator itu sesuai SKP yang ditetapkan.",
    );

    /// Target is text in a numeric set.
    TGT002 TargetInWords {
        /// As written.
        written: String,
        /// The day that it is: mostly what Excel makes of `1/12` or `3-4`.
        day: Option<String>,
    } => |f, a| match &f.day {
        Some(day) => say(
            format!("Target {} pada {} milik {} berupa tanggal ({day}), bukan angka.", a.indicator(), a.rhk(), who(a)),
            "Excel mengubah isian seperti 1/12 atau 3-4 menjadi tanggal: format kolom target sebagai Teks, lalu ketik ulang angkanya. \
             Bila yang dimaksud tenggat, pindahkan ke kolom batas_waktu.",
        ),
        None => say(
            format!("Target {} pada {} milik {} {}.", a.indicator(), a.rhk(), who(a), not_a_figure(&f.written)),
            "Tulis target sebagai angka dan satuan (misalnya 4 laporan), atau pakai --aturan permenpanrb-6-2022.",
        ),
    };

    /// Target 0.
    TGT003 TargetZero => |_, a| say(
        format!(
            "Target {} pada {} milik {} bernilai 0; realisasi tidak dapat dibandingkan dengan 0.",
            a.indicator(), a.rhk(), who(a)
        ),
        "Ganti dengan target yang dapat dibandingkan, misalnya rentang 0–2 dengan arah turun.",
    );

    /// Target or range negative, lo > hi, or a divisor of 0 in a range.
    TGT004 TargetImplausible {
        /// As written.
        written: String,
    } => |f, a| say(
        format!(
            "Target \"{}\" pada {}, {} milik {}, tidak dapat dihitung: negatif, atau batas bawahnya lebih besar daripada batas atas.",
            f.written, a.indicator(), a.rhk(), who(a)
        ),
        "Tulis rentang dari yang kecil ke yang besar, dan target sebagai angka positif.",
    );

    /// `bobot` incomplete or not 100.
    TGT005 BobotTidakSah {
        /// The weights, as `40 + 50`.
        bobot: String,
    } => |f, a| say(
        format!(
            "Bobot indikator {} milik {} adalah {}; harus terisi semua dan berjumlah 100.",
            a.rhk(), who(a), f.bobot
        ),
        "Isi bobot setiap indikator RHK itu sampai jumlahnya 100, atau kosongkan semuanya.",
    );

    /// No SKP at all.
    TGT006 TanpaSkp => |_, a| say(
        format!("{} belum mempunyai SKP pada masa penilaian ini.", who(a)),
        "Tambahkan SKP-nya ke tabel skp, atau catat pegawai ini di tabel pengecualian beserta alasannya.",
    );

    /// A posting with months and no SKP.
    TGT007 PostingWithoutSkp {
        /// The posting.
        jabatan: String,
    } => |f, a| say(
        format!(
            "{} belum mempunyai RHK utama untuk salah satu jabatannya tahun ini: {}.",
            who(a), f.jabatan
        ),
        "Tambahkan SKP jabatan itu; isi kolom mulai pada tabel skp dengan tanggal mulai jabatannya (baris tanpa mulai dihitung milik jabatan terakhir).",
    );

    /// The whole run lacks the table skp.
    TGT008 NoSkpTable {
        /// How many people wait for it.
        pegawai: u32,
        /// The table is there, and nobody of the data has a row in it.
        there: bool,
        /// All that is read is the e-Kinerja "Laporan SKP".
        planning: bool,
    } => |f, _| if f.planning {
        say(
            format!(
                "Yang terbaca hanya Laporan SKP e-Kinerja, yaitu keadaan perencanaan (siapa sudah ber-SKP dan sampai mana), tanpa \
                 rencana hasil kerja dan tanpa rating; {} pegawai belum dapat dinilai karena itu.",
                f.pegawai
            ),
            "Sertakan unduhan Laporan Penilaian SKP, yang memuat rating dan predikat, atau berkas yang berisi tabel skp, realisasi, \
             dan perilaku.",
        )
    } else if f.there {
        say(
            format!(
                "Tabel skp dalam masukan tidak memuat rencana hasil kerja seorang pun yang dikenal; {} pegawai belum dapat dinilai karena itu.",
                f.pegawai
            ),
            "Isi tabel skp itu; bila sudah berisi, samakan NIP di dalamnya dengan tabel pegawai.",
        )
    } else {
        say(
            format!("Tidak ada tabel skp dalam masukan; {} pegawai belum dapat dinilai karena itu.", f.pegawai),
            SKP_WANTED,
        )
    };

    /// Target cell with two different figures, in a numeric set.
    TGT025 TargetTwoFigures {
        /// As written.
        written: String,
    } => |f, a| say(
        format!(
            "Target {} pada {} milik {} memuat dua angka yang berbeda: \"{}\".",
            a.indicator(), a.rhk(), who(a), f.written
        ),
        "Tulis satu angka dengan satuannya, misalnya 12 dokumen; angka yang lain menjadi indikator sendiri.",
    );

    /// The unit in the target cell cannot be that of the column satuan.
    TGT026 TargetOtherSatuan {
        /// Both units.
        satuan: String,
    } => |f, a| say(
        format!(
            "Satuan {} pada {} milik {} bertentangan: {}.",
            a.indicator(), a.rhk(), who(a), f.satuan
        ),
        "Samakan satuan di sel target dengan kolom satuan, atau kosongkan salah satunya.",
    );

    /// Realisasi missing for the year.
    REA001 RealisasiKosong {
        /// Further indicators of the same person, where not one of them has realisasi.
        others: usize,
    } => |f, a| say(
        match f.others {
            0 => format!("Realisasi {} pada {} milik {} belum ada.", a.indicator(), a.rhk(), who(a)),
            n => format!("{} belum punya realisasi sama sekali: {} pada {} dan {n} indikator lainnya.", who(a), a.indicator(), a.rhk()),
        },
        "Isi realisasinya di tabel realisasi; bila memang nihil, tulis 0.",
    );

    /// Realisasi negative, or in a numeric set no figure.
    REA002 RealisasiImplausible {
        /// What it is instead.
        why: String,
    } => |f, a| say(
        format!("Realisasi {} pada {} milik {} {}.", a.indicator(), a.rhk(), who(a), f.why),
        "Tulis realisasi sebagai angka yang tidak negatif, dengan satuan yang sama dengan targetnya.",
    );

    /// Granularities mixed (S1 and TW1).
    REA003 RealisasiMixed {
        /// The periods of its rows.
        periode: String,
        /// Whether a row for the whole period decides.
        yearly: bool,
    } => |f, a| say(
        format!(
            "Realisasi {} pada {} milik {} memakai periode yang bercampur ({}), jadi tidak dapat digabung{}.",
            a.indicator(),
            a.rhk(),
            who(a),
            f.periode,
            if f.yearly { "; yang dipakai baris untuk seluruh masa penilaian" } else { "" }
        ),
        "Pakai satu jenis periode (semua triwulan, atau semua semester), atau tulis satu baris untuk setahun.",
    );

    /// Unit of the realisasi cannot be the target's (per cent against a count, months against days).
    REA004 SatuanDiffers {
        /// Both units.
        satuan: String,
    } => |f, a| say(
        format!(
            "Satuan {} pada {} milik {} bertentangan: {}.",
            a.indicator(), a.rhk(), who(a), f.satuan
        ),
        "Tulis realisasi dengan satuan targetnya, atau perbaiki satuan target.",
    );

    /// Unit of the realisasi is another word than the target's; scored all the same.
    REA005 SatuanOther {
        /// Both units.
        satuan: String,
    } => |f, a| say(
        format!(
            "Satuan {} pada {} milik {} ditulis berbeda: {}. Nilainya tetap dihitung.",
            a.indicator(), a.rhk(), who(a), f.satuan
        ),
        "Samakan kata satuannya bila maksudnya sama; bila bukan, perbaiki angkanya.",
    );

    /// RHK without umpan balik where a rating needs it.
    REA006 UmpanBalikKosong {
        /// Further RHK of the same person, where not one of them has umpan balik.
        others: usize,
        /// The colour that its cell has, as every open cell of the column.
        colour: Option<String>,
    } => |f, a| say(
        format!(
            "{}{} milik {} belum berumpan balik, jadi rating hasil kerjanya belum dapat diusulkan.{}",
            a.rhk(),
            if f.others == 0 { String::new() } else { format!(" dan {} RHK lain", f.others) },
            who(a),
            match &f.colour {
                Some(colour) => format!(
                    " Selnya kosong dan berwarna {colour}, sama seperti semua sel di kolom itu, jadi warnanya dianggap bagian dari formulir."
                ),
                None => String::new(),
            }
        ),
        format!(
            "Isi umpan_balik RHK itu di tabel realisasi{}, atau tetapkan hasil_kerja di tabel penilaian.",
            if f.colour.is_some() { " dengan tulisan" } else { "" }
        ),
    );

    /// Unlike umpan balik for one RHK.
    REA007 UmpanBalikDiffers {
        /// Each with its period.
        umpan_balik: String,
    } => |f, a| say(
        format!("Umpan balik {} milik {} berbeda-beda ({}).", a.rhk(), who(a), f.umpan_balik),
        "Samakan umpan balik RHK itu, atau tetapkan hasil_kerja di tabel penilaian.",
    );

    /// Umpan balik in words or symbols that are no rating.
    REA009 UmpanBalikInWords {
        /// As written, in quotes.
        content: String,
        /// The penilai has typed the rating or predikat.
        settled: bool,
    } => |f, a| if f.settled {
        say(
            format!(
                "Umpan balik {} milik {} berisi {}, bukan rating; yang berlaku adalah yang sudah ditetapkan pejabat penilai kinerja.",
                a.rhk(), who(a), f.content
            ),
            "Tidak perlu diubah: penilai sudah menetapkan rating atau predikatnya.",
        )
    } else {
        say(
            format!(
                "Umpan balik {} milik {} berisi {}, bukan rating; pejabat penilai yang menentukan artinya.",
                a.rhk(), who(a), f.content
            ),
            "Tulis di atas, sesuai, atau di bawah ekspektasi di kolom itu, atau tetapkan hasil_kerja di tabel penilaian. Bila \
             instansi mempunyai padanannya, tulis di aturan instansi: [rating.kata_umpan_balik].",
        )
    };

    /// Realisasi cell with two different figures, in a numeric set.
    REA024 RealisasiTwoFigures {
        /// As written.
        written: String,
        /// It is a list of so many figures.
        entries: Option<usize>,
    } => |f, a| say(
        format!(
            "Realisasi {} pada {} milik {} memuat {} angka{}: \"{}\".",
            a.indicator(), a.rhk(), who(a),
            f.entries.filter(|&n| n > 2).map_or_else(|| "dua".to_owned(), |n| n.to_string()),
            if f.entries.is_some_and(|n| n > 2) { " dalam satu sel" } else { " yang berbeda" },
            f.written
        ),
        match f.entries {
            Some(_) => "Tulis setiap angka di barisnya sendiri dengan periodenya, atau satu angka dalam satuan targetnya untuk seluruh periode.",
            None => "Tulis satu angka dalam satuan targetnya; keterangan lain ditulis di kolom bukti.",
        },
    );

    /// The whole run lacks the table realisasi.
    REA008 NoRealisasiTable {
        /// How many people wait for it.
        pegawai: u32,
        /// All that is read are forms of plans.
        plan_forms: bool,
    } => |f, _| if f.plan_forms {
        say(
            format!(
                "Yang terbaca hanya formulir SKP (rencana hasil kerja); formulir evaluasi kinerja, yang memuat realisasi dan umpan \
                 baliknya, tidak ada. {} pegawai menunggu itu.",
                f.pegawai
            ),
            "Sertakan formulir Evaluasi Kinerja Pegawai mereka, atau berkas yang berisi tabel realisasi (kolom nip, kode_rhk, aspek, \
             realisasi, umpan_balik).",
        )
    } else {
        say(
            format!(
                "Tidak ada tabel realisasi dalam masukan; {} pegawai menunggu realisasi atau umpan baliknya.",
                f.pegawai
            ),
            "Sertakan berkas yang berisi tabel realisasi (kolom nip, kode_rhk, aspek, realisasi, umpan_balik).",
        )
    };

    /// The tables and forms of the run have no column for the umpan balik.
    REA070 NoUmpanBalikColumn {
        /// How many people wait for it.
        pegawai: u32,
    } => |f, _| say(
        format!("Tidak ada kolom umpan_balik dalam masukan; {} pegawai menunggu umpan balik atas RHK-nya.", f.pegawai),
        "Tambahkan kolom umpan_balik di tabel realisasi (di atas, sesuai, atau di bawah ekspektasi), atau tetapkan hasil_kerja di tabel penilaian.",
    );
}
