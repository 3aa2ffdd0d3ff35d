//! What keeps people from a result, and what a result must be looked at for: codes and words.

use crate::facts;
use crate::finding::{About, say};
use crate::input::Value;
use crate::model::read::post::{self, PostRead};

/// Whom it is about: name and NIP.
fn who(about: &dyn About) -> String {
    about.person().unwrap_or_else(|| format!("NIP {}", about.nip()))
}

/// What a cell holds instead of a figure: words, or something with digits that is none.
pub(super) fn not_a_figure(written: &str) -> String {
    if written.bytes().any(|b| b.is_ascii_digit()) {
        format!("tidak dapat dibaca sebagai satu angka (\"{written}\")")
    } else {
        format!("berupa kata \"{written}\", bukan angka")
    }
}

facts! {
    // ── target ──

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
    } => |f, _| say(
        format!("Tidak ada tabel skp dalam masukan; {} pegawai belum dapat dinilai karena itu.", f.pegawai),
        "Sertakan berkas yang berisi tabel skp (kolom nip, kode_rhk, jenis, rhk, aspek, indikator, target).",
    );

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

    // ── realisasi ──

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
    } => |f, a| say(
        match f.others {
            0 => format!("{} milik {} belum berumpan balik, jadi rating hasil kerjanya belum dapat diusulkan.", a.rhk(), who(a)),
            n => format!("{} dan {n} RHK lain milik {} belum berumpan balik, jadi rating hasil kerjanya belum dapat diusulkan.", a.rhk(), who(a)),
        },
        "Isi umpan_balik RHK itu di tabel realisasi, atau tetapkan hasil_kerja di tabel penilaian.",
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
    } => |f, a| say(
        format!(
            "Realisasi {} pada {} milik {} memuat dua angka yang berbeda: \"{}\".",
            a.indicator(), a.rhk(), who(a), f.written
        ),
        "Tulis satu angka dalam satuan targetnya; keterangan lain ditulis di kolom bukti.",
    );

    /// The whole run lacks the table realisasi.
    REA008 NoRealisasiTable {
        /// How many people wait for it.
        pegawai: u32,
    } => |f, _| say(
        format!(
            "Tidak ada tabel realisasi dalam masukan; {} pegawai menunggu realisasi atau umpan baliknya.",
            f.pegawai
        ),
        "Sertakan berkas yang berisi tabel realisasi (kolom nip, kode_rhk, aspek, realisasi, umpan_balik).",
    );

    /// The tables and forms of the run have no column for the umpan balik.
    REA070 NoUmpanBalikColumn {
        /// How many people wait for it.
        pegawai: u32,
    } => |f, _| say(
        format!("Tidak ada kolom umpan_balik dalam masukan; {} pegawai menunggu umpan balik atas RHK-nya.", f.pegawai),
        "Tambahkan kolom umpan_balik di tabel realisasi (di atas, sesuai, atau di bawah ekspektasi), atau tetapkan hasil_kerja di tabel penilaian.",
    );

    // ── perilaku ──

    /// An aspek of perilaku that is due has no figure.
    PRL001 PerilakuKosong {
        /// The aspek, or all values that are missing.
        aspek: String,
    } => |f, a| say(
        format!("Aspek perilaku {} untuk {} belum dinilai atasan.", f.aspek, who(a)),
        if a.qualitative() {
            "Isi rating dari atasan untuk nilai itu di tabel perilaku, atau tetapkan perilaku_kerja di tabel penilaian."
        } else {
            "Isi satu nilai dari atasan untuk aspek itu di tabel perilaku."
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
    } => |f, _| say(
        format!("Tidak ada tabel perilaku dalam masukan; {} pegawai menunggu penilaian perilakunya.", f.pegawai),
        "Sertakan berkas yang berisi tabel perilaku (kolom nip, aspek, penilai, nilai).",
    );

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

    // ── results ──

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

    /// Typed predikat is not the quadrant's cell.
    HSL001 PredikatDiffersKuadran {
        /// Which, and what the cell says.
        differs: String,
    } => |f, a| say(
        format!("Predikat {} {}.", who(a), f.differs),
        "Perbaiki predikat yang ditulis, atau rating yang mendasarinya; laporan memakai sel kuadran.",
    );

    /// Typed rating differs from the proposal.
    HSL002 RatingDiffersProposal {
        /// Both.
        differs: String,
    } => |f, a| say(
        format!("Untuk {}: {}. Yang ditetapkan penilai yang berlaku.", who(a), f.differs),
        "Pastikan perbedaan itu disengaja dan alasannya tercatat.",
    );

    /// Ide baru without recommendation.
    HSL003 IdeWithoutRecommendation => |_, a| say(
        format!("{} ditandai mempunyai ide baru, tetapi rekomendasi atasannya tidak dicatat.", who(a)),
        "Isi rekomendasi_ide dengan nomor atau tanggal rekomendasi atasan, atau kosongkan ide_baru.",
    );

    /// A gap between postings.
    HSL004 PostingGap {
        /// From when to when.
        gap: String,
    } => |f, a| say(
        format!("Jabatan {} tidak bersambung ({}); hari di antaranya tidak ikut dihitung.", who(a), f.gap),
        "Perbaiki tanggal mulai atau selesai di tabel pegawai bila jeda itu tidak benar-benar ada.",
    );

    /// The proposal needs the penilai's decision.
    HSL005 DecisionNeeded {
        /// On what, and why.
        subject: String,
    } => |f, a| say(
        format!("{} menunggu keputusan pejabat penilai: {}.", who(a), f.subject),
        "Pejabat penilai menetapkannya di tabel penilaian (hasil_kerja, perilaku_kerja, atau hasil_akhir).",
    );

    /// Typed predikat without ratings, or with one: taken, cannot be verified.
    HSL006 PredikatWithoutRating {
        /// The predikat, and the rating beside it.
        predikat: String,
    } => |f, a| say(
        format!(
            "Predikat {} dipakai sebagaimana ditulis ({}); tanpa kedua rating, predikat itu tidak dapat diuji.",
            who(a), f.predikat
        ),
        "Tambahkan hasil_kerja dan perilaku_kerja di tabel penilaian bila ada.",
    );

    /// 6/2022: the penilai has rated nothing, and there is nothing to propose from.
    HSL007 BelumDinilai {
        /// Which ratings are empty.
        blank: String,
    } => |f, a| say(
        format!("{} belum dinilai: {} belum ada, begitu pula predikatnya.", who(a), f.blank),
        "Mintakan penilaian kepada pejabat penilainya.",
    );

    /// Several `penilaian` rows of the same period and posting that differ.
    HSL008 PenilaianDoubled => |_, a| say(
        format!("{} mempunyai beberapa baris penilaian untuk periode ini dan isinya berbeda.", who(a)),
        "Sisakan satu baris yang berlaku, atau isi periode dan tanggal SKP-nya.",
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
    HSL013 NoPosting => |_, a| say(
        format!("Tidak ada jabatan {} yang jatuh pada masa penilaian ini.", who(a)),
        "Perbaiki tanggal mulai dan selesai di tabel pegawai, atau pilih tahun yang benar dengan --tahun.",
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

    /// Typed predikat is not what the proposals come to.
    HSL016 PredikatDiffersProposal {
        /// Both.
        differs: String,
    } => |f, a| say(
        format!("Predikat {} {}. Yang ditulis penilai yang berlaku.", who(a), f.differs),
        "Pastikan predikat itu disengaja, dan tulis juga hasil_kerja dan perilaku_kerja di tabel penilaian.",
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

    /// Tugas belajar not finished, and another predikat typed than the law leaves.
    HSL018 PredikatTidakLulus {
        /// Which, and which are possible.
        differs: String,
    } => |f, a| say(
        format!("Predikat tugas belajar {} yang tidak lulus: {}.", who(a), f.differs),
        "Tulis hasil_akhir Kurang atau Sangat Kurang menurut perilaku kerjanya, atau perbaiki kolom studi bila ia lulus atau masih \
         studi.",
    );

    /// A `penilaian` row as Plt of somebody with a definitive post.
    HSL019 PenilaianPlt => |_, a| say(
        format!(
            "Satu baris penilaian {} adalah sebagai Plt, Plh atau Pjb; yang dipakai hanya penilaian jabatan definitifnya.",
            who(a)
        ),
        "Tidak perlu diubah, kecuali baris itu sebenarnya penilaian jabatan definitifnya: kosongkan tanda Plt-nya.",
    );

    /// A `penilaian` row that says the same as the one that counts, or less.
    HSL020 PenilaianRepeated => |_, a| say(
        format!(
            "Baris penilaian {} ini mengulang baris lain, atau isinya kurang lengkap; yang terlengkap dihitung satu kali.",
            who(a)
        ),
        "Hapus baris yang berulang bila mengganggu; hasilnya tidak berubah.",
    );

    /// Guidance by IPK for tugas belajar.
    HSL021 PanduanIpk {
        /// What the guidance says.
        guide: String,
    } => |f, a| say(
        format!("{}: {}.", who(a), f.guide),
        "Panduan ini bukan nilai; penilai mempertimbangkannya ketika menetapkan rating.",
    );

    /// Data that nothing follows from because of the person's status.
    HSL022 EntryUnused {
        /// What, and why.
        reason: String,
    } => |f, a| say(
        format!("{}: {}.", who(a), f.reason),
        "Perbaiki kolom status di tabel pegawai bila keliru; bila benar, tidak perlu diubah.",
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
    } => |f, a| say(
        format!("{}, {}, berstatus tugas belajar, jadi angka kreditnya dikosongkan.", who(a), f.jabatan),
        "Tidak ada yang perlu diperbaiki. Bila ia tidak sedang tugas belajar, betulkan kolom status.",
    );

    /// A Kalibrasi gave somebody another rating, with its reason.
    HSL030 Calibrated {
        /// What became of which.
        change: String,
        /// Why, as the pimpinan wrote it.
        alasan: String,
    } => |f, a| say(
        format!("Kalibrasi {}: {}. Alasan: {}", who(a), f.change, f.alasan),
        "Tidak ada yang perlu diperbaiki; pastikan pejabat penilai mencatat rating ini juga di e-Kinerja.",
    );

    /// The same without a reason.
    HSL031 CalibratedWithoutReason {
        /// What became of which.
        change: String,
    } => |f, a| say(
        format!("Kalibrasi {}: {}, tanpa alasan.", who(a), f.change),
        "Isi kolom Alasan di lembar Kalibrasi, lalu jalankan lagi dengan --kalibrasi.",
    );
}
