//! The plain words for codes of the result: one place, so that terminal and workbook say the same.

use crate::finding::Level;
use crate::model::Pegawai;
use crate::model::vocab::JenisJabatan;
use crate::rules::Aturan;
use crate::score::findings::DECIDE_TIDAK_LULUS;
use crate::score::studi::not_finished;
use crate::score::waiting::{Duty, Matter};
use crate::score::{Reason, Status};

impl Status {
    /// In plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Dinilai => "dinilai",
            Self::BelumDapatDinilai => "belum dapat dinilai",
            Self::Dikecualikan => "dikecualikan",
        }
    }
}

impl Reason {
    /// What is missing, in plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::RealisasiKosong => "realisasi kosong",
            Self::RealisasiTidakDapatDihitung => "realisasi tidak dapat dihitung",
            Self::TargetTidakDapatDihitung => "target tidak dapat dihitung",
            Self::BobotTidakSah => "bobot indikator tidak lengkap atau tidak berjumlah 100",
            Self::PerilakuTidakLengkap => "nilai perilaku belum lengkap atau tidak dapat dipakai",
            Self::UmpanBalikKosong => "umpan balik hasil kerja belum lengkap",
            Self::PerluKeputusanPenilai => "perlu keputusan pejabat penilai",
            Self::BelumDinilai => "belum dinilai pejabat penilai",
            Self::TanpaPenilaian => "penilaiannya tidak ada dalam masukan",
            Self::PenilaianPeriodeLain => "penilaiannya di data hanya untuk periode lain",
            Self::PenilaianNotTaken => "penilaian di data tidak dapat dipakai",
            Self::NipTidakTerbaca => "NIP tidak terbaca",
            Self::NipDuaNama => "NIP-nya tertulis juga di samping nama orang lain",
            Self::BarisTidakTerhubung => {
                "ada baris yang mungkin miliknya, tetapi NIP-nya tidak terbaca, tidak dikenal, atau milik nama lain"
            }
            Self::BarisGanda => "ada baris ganda yang berbeda isinya",
            Self::AtasanBelumDinilai => "menunggu RHK atasan yang belum bernilai",
            Self::KaskadeTerputus => "tautan ke RHK atasan terputus",
            Self::TanpaSkp => "tidak ada SKP",
            Self::RhkTidakLengkap => "isian RHK belum lengkap atau tidak terbaca",
            Self::PostingTidakDikenal => "SKP tidak cocok dengan jabatan mana pun",
            Self::DataPegawaiTidakLengkap => "data pegawai belum lengkap",
            Self::TanpaJabatan => "tidak ada jabatan pada masa ini",
            Self::NilaiDitetapkanKosong => "nilai yang ditetapkan belum ada atau tidak dapat dipakai",
            Self::StatusTidakAktif => "tidak aktif (pensiun atau meninggal)",
            Self::AngkaDiLuarJangkauan => "ada angka di luar jangkauan hitungan",
        }
    }

    /// What there is to do for this person, one sentence.
    pub fn steps_for(self, pegawai: &Pegawai) -> &'static str {
        // Whose predikat the law leaves between two, ratings do not help.
        match self {
            Self::PerluKeputusanPenilai if pegawai.last_posting().is_some_and(not_finished) => DECIDE_TIDAK_LULUS,
            _ => self.steps(),
        }
    }

    const fn steps(self) -> &'static str {
        match self {
            Self::RealisasiKosong => "Isi realisasi yang kosong, dan sisakan satu baris untuk tiap periode.",
            Self::RealisasiTidakDapatDihitung => {
                "Perbaiki realisasi yang ditandai: angka tidak negatif, satu jenis periode, satuan yang sama dengan target."
            }
            Self::TargetTidakDapatDihitung => {
                "Perbaiki target: angka lebih dari nol dengan satuannya, lalu mintakan persetujuan atasan."
            }
            Self::BobotTidakSah => "Isi bobot pada setiap indikator RHK itu sampai berjumlah 100, atau kosongkan semuanya.",
            Self::RhkTidakLengkap => {
                "Lengkapi isian RHK yang ditandai pada lembar masukan (jenis, aspek, metode, kelompok, lingkup)."
            }
            Self::PostingTidakDikenal => "Samakan mulai pada tabel SKP dengan tanggal mulai jabatan pada tabel pegawai.",
            Self::TanpaSkp => {
                "Sertakan SKP-nya bila sudah ada; bila belum, susun SKP untuk jabatan itu, atau catat di tabel pengecualian bila \
                 memang tidak wajib."
            }
            Self::KaskadeTerputus => {
                "Isi kode_rhk_atasan dengan kode RHK utama yang ada di SKP atasan langsung; sepakati dengan atasan."
            }
            Self::PerilakuTidakLengkap => {
                "Isi atau perbaiki nilai setiap aspek perilaku yang wajib bagi pegawai ini; pada 6/2022 dapat juga perilaku_kerja di tabel penilaian."
            }
            Self::UmpanBalikKosong => {
                "Isi umpan_balik setiap RHK (di atas, sesuai, atau di bawah ekspektasi), atau tetapkan hasil_kerja di tabel penilaian."
            }
            Self::PerluKeputusanPenilai => {
                "Tetapkan hasil_kerja dan perilaku_kerja (atau hasil_akhir) di tabel penilaian; data yang ada belum menentukan."
            }
            Self::BelumDinilai => "Beri umpan balik tiap RHK dan nilai perilaku, atau tetapkan rating di tabel penilaian.",
            Self::TanpaPenilaian => {
                "Sertakan unduhan Laporan Penilaian SKP yang memuat orang ini; Laporan SKP hanya menyebut keadaan SKP-nya."
            }
            Self::PenilaianPeriodeLain => {
                "Jalankan dengan --tahun atau --periode yang disebut temuan STR027, STR028, atau STR068; bila bukan periode itu yang \
                 dimaksud, sertakan penilaian untuk periode yang diminta."
            }
            Self::PenilaianNotTaken => {
                "Perbaiki judul kolom atau tabel penilaian yang disebut di temuan, supaya jelas penilaian apa, siapa, dan kapan itu."
            }
            Self::AtasanBelumDinilai => "Lengkapi penilaian RHK atasan yang diintervensi; nilainya ikut dihitung.",
            Self::NipTidakTerbaca => "Tulis NIP 18 angka pada sel yang diformat sebagai Teks, sesuai SK.",
            Self::NipDuaNama => "Cocokkan NIP kedua orang itu dengan SK atau SIASN, lalu perbaiki NIP yang tersalin.",
            Self::BarisTidakTerhubung => {
                "Perbaiki NIP pada sel yang ditandai sesuai SK (18 angka); baris itu lalu ikut dihitung bagi pemiliknya."
            }
            Self::BarisGanda => "Sisakan satu baris yang benar; untuk mutasi, isi mulai dan selesai agar tidak tumpang tindih.",
            Self::DataPegawaiTidakLengkap => "Lengkapi jenis_jabatan, tanggal, status, atau studi pada tabel pegawai.",
            Self::TanpaJabatan => {
                "Catat di tabel pengecualian bila ia memang belum atau tidak lagi bertugas pada masa itu; bila bertugas, perbaiki \
                 mulai dan selesai pada tabel pegawai."
            }
            Self::NilaiDitetapkanKosong => {
                "Isi nilai_ditetapkan (angka dalam skala nilai kinerja) dan sumber_nilai dari perguruan tinggi atau instansi tempat penugasan."
            }
            Self::StatusTidakAktif => "Catat pegawai ini di tabel pengecualian beserta alasannya.",
            Self::AngkaDiLuarJangkauan => "Periksa target dan realisasi bersama pegawai; biasanya ada angka yang salah ketik.",
        }
    }
}

impl Duty {
    /// Whose part it is, in plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pegawai => "pegawai",
            Self::PegawaiDanAtasan => "pegawai dan atasan",
            Self::Atasan => "atasan",
            Self::SkpAtasan => "atasan (SKP-nya sendiri)",
            Self::Kepegawaian => "kepegawaian",
        }
    }
}

impl Matter {
    /// What is waited for, in plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reason(reason) => reason.words(),
            Self::SkpAtasan => "menunggu SKP atasan atau pemberi tugas disusun",
            Self::RhkAtasan => "mengacu RHK yang tidak ada di SKP atasan",
        }
    }
}

impl JenisJabatan {
    /// Kind of post in plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::JptUtama => "JPT utama",
            Self::JptMadya => "JPT madya",
            Self::JptPratama => "JPT pratama",
            Self::UnitMandiri => "pimpinan unit mandiri",
            Self::Administrator => "administrator",
            Self::Pengawas => "pengawas",
            Self::Pelaksana => "pelaksana",
            Self::Fungsional => "fungsional",
        }
    }
}

impl Level {
    /// The mark that stands before a finding in words: readable without colour.
    pub const fn marked(self) -> &'static str {
        match self {
            Self::Galat => "✗ galat",
            Self::Peringatan => "▲ peringatan",
            Self::Catatan => "● catatan",
        }
    }
}

/// What follows from a predikat, in the rule file's words; an unknown key as it is.
pub fn action_words<'a>(aturan: &'a Aturan, key: &'a str) -> &'a str {
    aturan
        .tindak_lanjut
        .all()
        .into_iter()
        .find(|p| p.key == key)
        .map_or(key, |p| &p.shown().uraian)
}

/// A tindak lanjut in a word or two, as the rules call it; [`action_words`] says it at length.
pub fn action_name(aturan: &Aturan, key: &str) -> String {
    let rule = aturan.tindak_lanjut.all().into_iter().find(|p| p.key == key);
    rule.and_then(|p| p.shown().sebutan.clone())
        .unwrap_or_else(|| key.replace('_', " "))
}

/// A bound of a distribution as staff say it, figures in the Indonesian manner.
pub fn bound(batas: &str) -> String {
    if batas == "terbesar" {
        return "kelompok terbesar".to_owned();
    }
    batas
        .replace("<=", "paling banyak")
        .replace(">=", "paling sedikit")
        .replace('.', ",")
        .replace('%', " %")
}

/// `a, b, c`: parts with something between.
pub fn list<T: AsRef<str>>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            out.push_str(between);
        }
        out.push_str(part.as_ref());
    }
    out
}

/// `30 %`, one decimal, half up, exact without a float; nothing of nothing is a dash.
pub fn share(part: usize, all: usize) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    let per_mille = (part * 2000 + all) / (all * 2);
    format!("{},{} %", per_mille / 10, per_mille % 10)
}

/// `12 dari 40 (30,0 %)`.
pub fn of_total(part: usize, all: usize) -> String {
    let mut out = format!("{} dari {}", count(part), count(all));
    if all > 0 {
        out.push_str(&format!(" ({})", share(part, all)));
    }
    out
}

/// A count with thousands points, as Indonesians write it: 12.345.
pub fn count(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_have_thousands_points() {
        assert_eq!(super::of_total(1, 3), "1 dari 3 (33,3 %)");
        assert_eq!(super::of_total(2, 3), "2 dari 3 (66,7 %)");
        assert_eq!(super::of_total(0, 0), "0 dari 0");
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(super::count),
            ["0", "999", "1.000", "1.234.567"]
        );
    }
}
