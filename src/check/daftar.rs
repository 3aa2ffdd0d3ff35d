//! The register of checks, one line per file. Generated: `SKP_PERBARUI=1 cargo test --test dokumen`.

use super::Check;

#[path = "kas/kas001_rhk_tanpa_induk.rs"]
pub mod kas001_rhk_tanpa_induk;
#[path = "kas/kas002_kode_induk_tidak_ada.rs"]
pub mod kas002_kode_induk_tidak_ada;
#[path = "kas/kas003_induk_milik_orang_lain.rs"]
pub mod kas003_induk_milik_orang_lain;
#[path = "kas/kas004_induk_tambahan.rs"]
pub mod kas004_induk_tambahan;
#[path = "kas/kas005_atasan_kosong.rs"]
pub mod kas005_atasan_kosong;
#[path = "kas/kas006_atasan_tidak_ada.rs"]
pub mod kas006_atasan_tidak_ada;
#[path = "kas/kas007_atasan_diri_sendiri.rs"]
pub mod kas007_atasan_diri_sendiri;
#[path = "kas/kas008_atasan_melingkar.rs"]
pub mod kas008_atasan_melingkar;
#[path = "kas/kas009_atasan_lebih_rendah.rs"]
pub mod kas009_atasan_lebih_rendah;
#[path = "kas/kas010_penilai_pelaksana.rs"]
pub mod kas010_penilai_pelaksana;
#[path = "kas/kas011_atasan_luar_unit.rs"]
pub mod kas011_atasan_luar_unit;
#[path = "kas/kas012_rhk_tak_didukung.rs"]
pub mod kas012_rhk_tak_didukung;
#[path = "kas/kas013_sasaran_tak_dibawa.rs"]
pub mod kas013_sasaran_tak_dibawa;
#[path = "kas/kas014_hanya_tambahan.rs"]
pub mod kas014_hanya_tambahan;
#[path = "kas/kas015_jpt_tanpa_anggaran.rs"]
pub mod kas015_jpt_tanpa_anggaran;
#[path = "kas/kas016_jpt_tanpa_tugas_fungsi.rs"]
pub mod kas016_jpt_tanpa_tugas_fungsi;
#[path = "kas/kas017_salin_atasan.rs"]
pub mod kas017_salin_atasan;
#[path = "kas/kas018_salin_rekan.rs"]
pub mod kas018_salin_rekan;
#[path = "kas/kas019_jumlah_target_kurang.rs"]
pub mod kas019_jumlah_target_kurang;
#[path = "kas/kas020_batas_waktu_lewat_atasan.rs"]
pub mod kas020_batas_waktu_lewat_atasan;
#[path = "kas/kas021_induk_tahun_lain.rs"]
pub mod kas021_induk_tahun_lain;
#[path = "kas/kas022_induk_rancu.rs"]
pub mod kas022_induk_rancu;
#[path = "kas/kas023_pemberi_tugas_tidak_ada.rs"]
pub mod kas023_pemberi_tugas_tidak_ada;
#[path = "kas/kas024_atasan_tanpa_skp.rs"]
pub mod kas024_atasan_tanpa_skp;
#[path = "kas/kas025_sasaran_tidak_dibaca.rs"]
pub mod kas025_sasaran_tidak_dibaca;
#[path = "kas/kas026_induk_jabatan_lain.rs"]
pub mod kas026_induk_jabatan_lain;
#[path = "prl/prl050_penilai_seragam.rs"]
pub mod prl050_penilai_seragam;
#[path = "prl/prl051_penilai_tidak_berhak.rs"]
pub mod prl051_penilai_tidak_berhak;
#[path = "prl/prl052_penilai_baru.rs"]
pub mod prl052_penilai_baru;
#[path = "rea/rea050_tanpa_bukti.rs"]
pub mod rea050_tanpa_bukti;
#[path = "rea/rea051_di_luar_masa.rs"]
pub mod rea051_di_luar_masa;
#[path = "rea/rea053_jauh_di_atas_target.rs"]
pub mod rea053_jauh_di_atas_target;
#[path = "rea/rea055_persen_dijumlah.rs"]
pub mod rea055_persen_dijumlah;
#[path = "rea/rea056_pemantauan_kurang.rs"]
pub mod rea056_pemantauan_kurang;
#[path = "str/str090_pengecualian_tak_terpakai.rs"]
pub mod str090_pengecualian_tak_terpakai;
#[path = "tgt/tgt050_rhk_tanpa_target.rs"]
pub mod tgt050_rhk_tanpa_target;
#[path = "tgt/tgt051_target_tidak_terukur.rs"]
pub mod tgt051_target_tidak_terukur;
#[path = "tgt/tgt052_target_tanpa_satuan.rs"]
pub mod tgt052_target_tanpa_satuan;
#[path = "tgt/tgt053_tanpa_batas_waktu.rs"]
pub mod tgt053_tanpa_batas_waktu;
#[path = "tgt/tgt054_rhk_kegiatan.rs"]
pub mod tgt054_rhk_kegiatan;
#[path = "tgt/tgt055_target_sama_semua.rs"]
pub mod tgt055_target_sama_semua;
#[path = "tgt/tgt056_terlampaui_di_awal.rs"]
pub mod tgt056_terlampaui_di_awal;
#[path = "tgt/tgt057_tanpa_aspek_hasil.rs"]
pub mod tgt057_tanpa_aspek_hasil;
#[path = "tgt/tgt058_tambahan_tanpa_sk.rs"]
pub mod tgt058_tambahan_tanpa_sk;
#[path = "tgt/tgt059_penetapan_terlambat.rs"]
pub mod tgt059_penetapan_terlambat;
#[path = "tgt/tgt060_jpt_tanpa_perspektif.rs"]
pub mod tgt060_jpt_tanpa_perspektif;
#[path = "tgt/tgt061_batas_waktu_luar_tahun.rs"]
pub mod tgt061_batas_waktu_luar_tahun;

/// All checks by code.
#[rustfmt::skip]
pub static SEMUA: &[&Check] = &[
    &kas001_rhk_tanpa_induk::CHECK,
    &kas002_kode_induk_tidak_ada::CHECK,
    &kas003_induk_milik_orang_lain::CHECK,
    &kas004_induk_tambahan::CHECK,
    &kas005_atasan_kosong::CHECK,
    &kas006_atasan_tidak_ada::CHECK,
    &kas007_atasan_diri_sendiri::CHECK,
    &kas008_atasan_melingkar::CHECK,
    &kas009_atasan_lebih_rendah::CHECK,
    &kas010_penilai_pelaksana::CHECK,
    &kas011_atasan_luar_unit::CHECK,
    &kas012_rhk_tak_didukung::CHECK,
    &kas013_sasaran_tak_dibawa::CHECK,
    &kas014_hanya_tambahan::CHECK,
    &kas015_jpt_tanpa_anggaran::CHECK,
    &kas016_jpt_tanpa_tugas_fungsi::CHECK,
    &kas017_salin_atasan::CHECK,
    &kas018_salin_rekan::CHECK,
    &kas019_jumlah_target_kurang::CHECK,
    &kas020_batas_waktu_lewat_atasan::CHECK,
    &kas021_induk_tahun_lain::CHECK,
    &kas022_induk_rancu::CHECK,
    &kas023_pemberi_tugas_tidak_ada::CHECK,
    &kas024_atasan_tanpa_skp::CHECK,
    &kas025_sasaran_tidak_dibaca::CHECK,
    &kas026_induk_jabatan_lain::CHECK,
    &prl050_penilai_seragam::CHECK,
    &prl051_penilai_tidak_berhak::CHECK,
    &prl052_penilai_baru::CHECK,
    &rea050_tanpa_bukti::CHECK,
    &rea051_di_luar_masa::CHECK,
    &rea053_jauh_di_atas_target::CHECK,
    &rea055_persen_dijumlah::CHECK,
    &rea056_pemantauan_kurang::CHECK,
    &str090_pengecualian_tak_terpakai::CHECK,
    &tgt050_rhk_tanpa_target::CHECK,
    &tgt051_target_tidak_terukur::CHECK,
    &tgt052_target_tanpa_satuan::CHECK,
    &tgt053_tanpa_batas_waktu::CHECK,
    &tgt054_rhk_kegiatan::CHECK,
    &tgt055_target_sama_semua::CHECK,
    &tgt056_terlampaui_di_awal::CHECK,
    &tgt057_tanpa_aspek_hasil::CHECK,
    &tgt058_tambahan_tanpa_sk::CHECK,
    &tgt059_penetapan_terlambat::CHECK,
    &tgt060_jpt_tanpa_perspektif::CHECK,
    &tgt061_batas_waktu_luar_tahun::CHECK,
];

/// The check with this code, in any letter case.
pub fn cari(kode: &str) -> Option<&'static Check> {
    SEMUA.iter().copied().find(|c| c.kode.eq_ignore_ascii_case(kode))
}
