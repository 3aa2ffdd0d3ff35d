//! Ratings and predikat as they were typed, proposed or calibrated.

use super::who;
use crate::base::origin::Origin;
use crate::facts;
use crate::finding::say;

/// What the penilai sets for tugas belajar that was not finished (6/2022 Lampiran p. 100, 103 (d)).
pub const DECIDE_TIDAK_LULUS: &str = "Tulis hasil_akhir Kurang atau Sangat Kurang menurut perilaku kerjanya, atau perbaiki kolom studi bila ia lulus atau \
                                      masih studi.";

facts! {
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

    /// The proposal needs the penilai's decision.
    HSL005 DecisionNeeded {
        /// On what, and why.
        subject: String,
        /// Of tugas belajar that was not finished, for which other predikat are left.
        tidak_lulus: bool,
        /// The predikat of the unit that he heads cannot be read.
        unread_unit: bool,
    } => |f, a| say(
        format!("{} menunggu keputusan pejabat penilai: {}.", who(a), f.subject),
        if f.tidak_lulus {
            DECIDE_TIDAK_LULUS
        } else if f.unread_unit {
            "Perbaiki predikat_organisasi di sel itu, atau pejabat penilai menetapkan hasil_kerja di tabel penilaian."
        } else {
            "Pejabat penilai menetapkannya di tabel penilaian (hasil_kerja, perilaku_kerja, atau hasil_akhir)."
        },
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
    HSL008 PenilaianDoubled {
        /// A row.
        first: Origin,
        /// One that differs from it.
        second: Origin,
    } => |f, a| say(
        format!(
            "{} mempunyai beberapa baris penilaian untuk periode ini dan isinya berbeda: {} dan {}.",
            who(a),
            a.cell(f.first),
            a.cell(f.second)
        ),
        "Sisakan satu baris yang berlaku, atau isi periode dan tanggal SKP-nya.",
    );

    /// Typed predikat is not what the proposals come to.
    HSL016 PredikatDiffersProposal {
        /// Both.
        differs: String,
    } => |f, a| say(
        format!("Predikat {} {}. Yang ditulis penilai yang berlaku.", who(a), f.differs),
        "Pastikan predikat itu disengaja, dan tulis juga hasil_kerja dan perilaku_kerja di tabel penilaian.",
    );

    /// Tugas belajar not finished, and another predikat typed than the law leaves.
    HSL018 PredikatTidakLulus {
        /// Which, and which are possible.
        differs: String,
    } => |f, a| say(
        format!("Predikat tugas belajar {} yang tidak lulus: {}.", who(a), f.differs),
        DECIDE_TIDAK_LULUS,
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

    /// Data that nothing follows from because of the person's status.
    HSL022 EntryUnused {
        /// What, and why.
        reason: String,
    } => |f, a| say(
        format!("{}: {}.", who(a), f.reason),
        "Perbaiki kolom status di tabel pegawai bila keliru; bila benar, tidak perlu diubah.",
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
