//! Plans and realisasi: rows that contradict, repeat or hang on nothing.

use crate::base::origin::Origin;
use crate::facts;
use crate::finding::say;
use crate::model::unknown_plan::UnknownPlan;

facts! {
    /// Two skp rows for one indicator that differ.
    TGT020 SkpDoubled {
        /// The cell of the first row that differs.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} berbeda dengan {}, padahal keduanya untuk indikator yang sama pada RHK {}.",
            a.place(),
            a.cell(f.first),
            a.kode_rhk()
        ),
        "Hapus baris yang salah; bila memang dua indikator, beri no_indikator yang berbeda di SKP dan di realisasi.",
    );

    /// Two skp rows that are equal: one counts.
    TGT021 SkpRowRepeated {
        /// The row that counts.
        first: Origin,
    } => |f, a| say(
        format!("{} mengulang baris SKP {}; satu baris yang dihitung.", a.place(), a.cell(f.first)),
        "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.",
    );

    /// A later row of an RHK says something else than its first.
    TGT022 RhkInconsistent {
        /// The cell of the first row.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} berisi \"{}\", lain daripada baris pertama RHK {} ({}); yang dipakai baris pertama.",
            a.place(),
            a.written(),
            a.kode_rhk(),
            a.cell(f.first)
        ),
        "Samakan dengan baris pertamanya atau kosongkan; bila memang RHK lain, beri kode_rhk yang lain.",
    );

    /// One-sided target against `arah`.
    TGT023 TargetContradictsArah {
        /// The arah as written.
        arah: &'static str,
    } => |f, a| say(
        format!(
            "{} berisi target \"{}\", tetapi arahnya \"{}\"; yang dipakai tanda pada target.",
            a.place(),
            a.written(),
            f.arah
        ),
        "Isi arah = turun untuk target paling banyak (≤), arah = naik untuk target paling sedikit (≥).",
    );

    /// `mulai` of an SKP row lies in no posting.
    TGT024 PostingUnknown => |_, a| say(
        format!(
            "{} berisi {}, tanggal yang tidak termasuk satu pun jabatan pegawai ini; RHK {} tidak ikut dihitung.",
            a.place(),
            a.written(),
            a.kode_rhk()
        ),
        "Isi mulai dengan tanggal di dalam masa jabatannya, atau kosongkan bila RHK itu untuk jabatan terakhir.",
    );

    /// Realisasi rows doubled for one period.
    REA020 RealisasiDoubled {
        /// The first one.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} adalah realisasi kedua untuk indikator dan periode yang sama pada RHK {}; yang pertama di {}.",
            a.place(),
            a.kode_rhk(),
            a.cell(f.first)
        ),
        "Hapus baris yang salah; bila keduanya bagian dari setahun, isi periodenya masing-masing dan pilih akumulasi yang sesuai.",
    );

    /// Two realisasi rows that are equal: one counts.
    REA021 RealisasiRowRepeated {
        /// The row that counts.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} mengulang baris realisasi {}; satu baris yang dihitung.",
            a.place(),
            a.cell(f.first)
        ),
        "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.",
    );

    /// Realisasi for an RHK or indicator that does not exist.
    REA022 RealisasiUnknown {
        /// What is not there.
        what: UnknownPlan,
    } => |f, a| f.what.says(a);

    /// A yearly realisasi row of a code that stands in the SKP of two postings.
    REA025 RealisasiTwoPostings => |_, a| say(
        format!(
            "{} adalah realisasi setahun untuk RHK {}, padahal kode itu ada di SKP dua jabatan dalam tahun ini; \
             tidak diketahui milik jabatan yang mana.",
            a.place(),
            a.kode_rhk()
        ),
        "Isi kolom mulai dengan tanggal mulai jabatannya, isi periode yang lebih pendek (misalnya 2025-S1), \
         atau beri kode RHK yang berbeda pada tiap jabatan.",
    );
}
