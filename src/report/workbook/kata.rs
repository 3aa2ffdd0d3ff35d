//! Words of the workbook beyond [`crate::report::words`]: kinds of post, and who must do what.

use crate::model::vocab::JenisJabatan;
use crate::score::Sebab;

/// Kind of post in plain words.
pub(super) const fn jenis_jabatan(jenis: JenisJabatan) -> &'static str {
    match jenis {
        JenisJabatan::JptUtama => "JPT utama",
        JenisJabatan::JptMadya => "JPT madya",
        JenisJabatan::JptPratama => "JPT pratama",
        JenisJabatan::UnitMandiri => "pimpinan unit mandiri",
        JenisJabatan::Administrator => "administrator",
        JenisJabatan::Pengawas => "pengawas",
        JenisJabatan::Pelaksana => "pelaksana",
        JenisJabatan::Fungsional => "fungsional",
    }
}

/// Who must act before somebody can be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pelaku {
    /// The pejabat penilai (atasan langsung).
    Atasan,
    /// The person.
    Pegawai,
    /// Whoever keeps the personnel data.
    Kepegawaian,
}

/// Who must act, and what there is to do.
pub(super) const fn langkah(sebab: Sebab) -> (Pelaku, &'static str) {
    use Pelaku::{Atasan, Kepegawaian, Pegawai};
    match sebab {
        Sebab::RealisasiKosong => (
            Pegawai,
            "Isi realisasi yang kosong, dan sisakan satu baris untuk tiap periode.",
        ),
        Sebab::RealisasiTidakDapatDihitung => (
            Pegawai,
            "Perbaiki realisasi yang ditandai: angka tidak negatif, satu jenis periode, satuan yang sama dengan target.",
        ),
        Sebab::TargetTidakDapatDihitung => (
            Pegawai,
            "Perbaiki target: angka lebih dari nol dengan satuannya, lalu mintakan persetujuan atasan.",
        ),
        Sebab::BobotTidakSah => (
            Pegawai,
            "Isi bobot pada setiap indikator RHK itu sampai berjumlah 100, atau kosongkan semuanya.",
        ),
        Sebab::RhkTidakLengkap => (
            Pegawai,
            "Lengkapi isian RHK yang ditandai pada lembar masukan (jenis, aspek, metode, kelompok, lingkup).",
        ),
        Sebab::PostingTidakDikenal => (
            Pegawai,
            "Samakan mulai pada tabel SKP dengan tanggal mulai jabatan pada tabel pegawai.",
        ),
        Sebab::TanpaSkp => (
            Pegawai,
            "Susun SKP untuk jabatan itu, atau catat di tabel pengecualian bila memang tidak wajib.",
        ),
        Sebab::KaskadeTerputus => (
            Pegawai,
            "Isi kode_rhk_atasan dengan kode RHK utama yang ada di SKP atasan langsung; sepakati dengan atasan.",
        ),
        Sebab::PerilakuTidakLengkap => (Atasan, "Isi nilai setiap aspek perilaku yang wajib bagi pegawai ini."),
        Sebab::PerluKeputusanPenilai => (
            Atasan,
            "Tetapkan rating di tabel penilaian; umpan balik yang ada belum menentukan.",
        ),
        Sebab::BelumDinilai => (
            Atasan,
            "Beri umpan balik tiap RHK dan nilai perilaku, atau tetapkan rating di tabel penilaian.",
        ),
        Sebab::AtasanBelumDinilai => (
            Atasan,
            "Lengkapi penilaian RHK atasan yang diintervensi; nilainya ikut dihitung.",
        ),
        Sebab::NipTidakTerbaca => (
            Kepegawaian,
            "Tulis NIP 18 angka pada sel yang diformat sebagai Teks, sesuai SK.",
        ),
        Sebab::BarisGanda => (
            Kepegawaian,
            "Sisakan satu baris yang benar; untuk mutasi, isi mulai dan selesai agar tidak tumpang tindih.",
        ),
        Sebab::DataPegawaiTidakLengkap => (
            Kepegawaian,
            "Lengkapi jenis_jabatan, tanggal, atau status pada tabel pegawai.",
        ),
        Sebab::NilaiDitetapkanKosong => (
            Kepegawaian,
            "Isi nilai_ditetapkan dan sumber_nilai dari perguruan tinggi atau instansi tempat penugasan.",
        ),
        Sebab::StatusTidakAktif => (Kepegawaian, "Catat pegawai ini di tabel pengecualian beserta alasannya."),
        Sebab::AngkaDiLuarJangkauan => (
            Kepegawaian,
            "Periksa target dan realisasi bersama pegawai; biasanya ada angka yang salah ketik.",
        ),
    }
}
