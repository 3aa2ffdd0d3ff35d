//! The register of checks, one line per file. Generated: `SKP_PERBARUI=1 cargo test --test it generated::`.

use super::Check;

#[path = "dst/dst001_distribusi_menyimpang.rs"]
pub(super) mod dst001_distribusi_menyimpang;
#[path = "dst/dst002_distribusi_mustahil.rs"]
pub(super) mod dst002_distribusi_mustahil;
#[path = "dst/dst003_tanpa_predikat_organisasi.rs"]
pub(super) mod dst003_tanpa_predikat_organisasi;
#[path = "dst/dst004_predikat_unit_di_atas.rs"]
pub(super) mod dst004_predikat_unit_di_atas;
#[path = "dst/dst005_kelompok_kecil.rs"]
pub(super) mod dst005_kelompok_kecil;
#[path = "dst/dst006_predikat_tahun_lalu.rs"]
pub(super) mod dst006_predikat_tahun_lalu;
#[path = "dst/dst007_predikat_tahun_lain.rs"]
pub(super) mod dst007_predikat_tahun_lain;
#[path = "idn/idn006_jenjang_tidak_diketahui.rs"]
pub(super) mod idn006_jenjang_tidak_diketahui;
#[path = "idn/idn042_pimpinan_tidak_ada.rs"]
pub(super) mod idn042_pimpinan_tidak_ada;
#[path = "kas/kas001_rhk_tanpa_induk.rs"]
pub(super) mod kas001_rhk_tanpa_induk;
#[path = "kas/kas002_kode_induk_tidak_ada.rs"]
pub(super) mod kas002_kode_induk_tidak_ada;
#[path = "kas/kas003_induk_milik_orang_lain.rs"]
pub(super) mod kas003_induk_milik_orang_lain;
#[path = "kas/kas004_induk_tambahan.rs"]
pub(super) mod kas004_induk_tambahan;
#[path = "kas/kas005_atasan_kosong.rs"]
pub(super) mod kas005_atasan_kosong;
#[path = "kas/kas006_atasan_tidak_ada.rs"]
pub(super) mod kas006_atasan_tidak_ada;
#[path = "kas/kas007_atasan_diri_sendiri.rs"]
pub(super) mod kas007_atasan_diri_sendiri;
#[path = "kas/kas008_atasan_melingkar.rs"]
pub(super) mod kas008_atasan_melingkar;
#[path = "kas/kas009_atasan_lebih_rendah.rs"]
pub(super) mod kas009_atasan_lebih_rendah;
#[path = "kas/kas010_penilai_pelaksana.rs"]
pub(super) mod kas010_penilai_pelaksana;
#[path = "kas/kas011_atasan_luar_unit.rs"]
pub(super) mod kas011_atasan_luar_unit;
#[path = "kas/kas012_rhk_tak_didukung.rs"]
pub(super) mod kas012_rhk_tak_didukung;
#[path = "kas/kas013_sasaran_tak_dibawa.rs"]
pub(super) mod kas013_sasaran_tak_dibawa;
#[path = "kas/kas014_hanya_tambahan.rs"]
pub(super) mod kas014_hanya_tambahan;
#[path = "kas/kas015_jpt_tanpa_anggaran.rs"]
pub(super) mod kas015_jpt_tanpa_anggaran;
#[path = "kas/kas016_jpt_tanpa_tugas_fungsi.rs"]
pub(super) mod kas016_jpt_tanpa_tugas_fungsi;
#[path = "kas/kas017_salin_atasan.rs"]
pub(super) mod kas017_salin_atasan;
#[path = "kas/kas018_salin_rekan.rs"]
pub(super) mod kas018_salin_rekan;
#[path = "kas/kas019_jumlah_target_kurang.rs"]
pub(super) mod kas019_jumlah_target_kurang;
#[path = "kas/kas020_batas_waktu_lewat_atasan.rs"]
pub(super) mod kas020_batas_waktu_lewat_atasan;
#[path = "kas/kas021_induk_tahun_lain.rs"]
pub(super) mod kas021_induk_tahun_lain;
#[path = "kas/kas022_induk_rancu.rs"]
pub(super) mod kas022_induk_rancu;
#[path = "kas/kas023_pemberi_tugas_tidak_ada.rs"]
pub(super) mod kas023_pemberi_tugas_tidak_ada;
#[path = "kas/kas024_atasan_tanpa_skp.rs"]
pub(super) mod kas024_atasan_tanpa_skp;
#[path = "kas/kas025_sasaran_tidak_dibaca.rs"]
pub(super) mod kas025_sasaran_tidak_dibaca;
#[path = "kas/kas026_induk_jabatan_lain.rs"]
pub(super) mod kas026_induk_jabatan_lain;
#[path = "kas/kas027_pimpinan_tanpa_sasaran.rs"]
pub(super) mod kas027_pimpinan_tanpa_sasaran;
#[path = "kas/kas028_penilai_bukan_atasan.rs"]
pub(super) mod kas028_penilai_bukan_atasan;
#[path = "kas/kas030_jpt_perspektif_kurang.rs"]
pub(super) mod kas030_jpt_perspektif_kurang;
#[path = "kas/kas031_plt_tambahan.rs"]
pub(super) mod kas031_plt_tambahan;
#[path = "prl/prl050_penilai_seragam.rs"]
pub(super) mod prl050_penilai_seragam;
#[path = "prl/prl051_penilai_tidak_berhak.rs"]
pub(super) mod prl051_penilai_tidak_berhak;
#[path = "prl/prl052_penilai_baru.rs"]
pub(super) mod prl052_penilai_baru;
#[path = "rea/rea050_tanpa_bukti.rs"]
pub(super) mod rea050_tanpa_bukti;
#[path = "rea/rea051_di_luar_masa.rs"]
pub(super) mod rea051_di_luar_masa;
#[path = "rea/rea053_jauh_di_atas_target.rs"]
pub(super) mod rea053_jauh_di_atas_target;
#[path = "rea/rea055_persen_dijumlah.rs"]
pub(super) mod rea055_persen_dijumlah;
#[path = "rea/rea056_pemantauan_kurang.rs"]
pub(super) mod rea056_pemantauan_kurang;
#[path = "rea/rea058_jauh_di_bawah_target.rs"]
pub(super) mod rea058_jauh_di_bawah_target;
#[path = "rea/rea060_evaluasi_periodik_kurang.rs"]
pub(super) mod rea060_evaluasi_periodik_kurang;
#[path = "rea/rea080_belum_sampai_akhir.rs"]
pub(super) mod rea080_belum_sampai_akhir;
#[path = "rea/rea081_umpan_balik_lama.rs"]
pub(super) mod rea081_umpan_balik_lama;
#[path = "rea/rea085_periode_terlewat.rs"]
pub(super) mod rea085_periode_terlewat;
#[path = "str/str038_tabel_skp_tidak_ada.rs"]
pub(super) mod str038_tabel_skp_tidak_ada;
#[path = "str/str039_tabel_tidak_ada.rs"]
pub(super) mod str039_tabel_tidak_ada;
#[path = "str/str052_unit_di_luar_tabel.rs"]
pub(super) mod str052_unit_di_luar_tabel;
#[path = "str/str069_tanpa_tabel_pegawai.rs"]
pub(super) mod str069_tanpa_tabel_pegawai;
#[path = "str/str070_tidak_ada_orang.rs"]
pub(super) mod str070_tidak_ada_orang;
#[path = "str/str090_pengecualian_tak_terpakai.rs"]
pub(super) mod str090_pengecualian_tak_terpakai;
#[path = "str/str091_memakai_asumsi.rs"]
pub(super) mod str091_memakai_asumsi;
#[path = "str/str092_unit_tanpa_pegawai.rs"]
pub(super) mod str092_unit_tanpa_pegawai;
#[path = "str/str105_unit_ditulis_berbeda.rs"]
pub(super) mod str105_unit_ditulis_berbeda;
#[path = "tgt/tgt050_rhk_tanpa_target.rs"]
pub(super) mod tgt050_rhk_tanpa_target;
#[path = "tgt/tgt051_target_tidak_terukur.rs"]
pub(super) mod tgt051_target_tidak_terukur;
#[path = "tgt/tgt052_target_tanpa_satuan.rs"]
pub(super) mod tgt052_target_tanpa_satuan;
#[path = "tgt/tgt053_tanpa_batas_waktu.rs"]
pub(super) mod tgt053_tanpa_batas_waktu;
#[path = "tgt/tgt054_rhk_kegiatan.rs"]
pub(super) mod tgt054_rhk_kegiatan;
#[path = "tgt/tgt055_target_sama_semua.rs"]
pub(super) mod tgt055_target_sama_semua;
#[path = "tgt/tgt056_terlampaui_di_awal.rs"]
pub(super) mod tgt056_terlampaui_di_awal;
#[path = "tgt/tgt057_tanpa_aspek_hasil.rs"]
pub(super) mod tgt057_tanpa_aspek_hasil;
#[path = "tgt/tgt058_tambahan_tanpa_sk.rs"]
pub(super) mod tgt058_tambahan_tanpa_sk;
#[path = "tgt/tgt059_penetapan_terlambat.rs"]
pub(super) mod tgt059_penetapan_terlambat;
#[path = "tgt/tgt060_jpt_tanpa_perspektif.rs"]
pub(super) mod tgt060_jpt_tanpa_perspektif;
#[path = "tgt/tgt061_batas_waktu_luar_tahun.rs"]
pub(super) mod tgt061_batas_waktu_luar_tahun;
#[path = "tgt/tgt062_target_mutlak.rs"]
pub(super) mod tgt062_target_mutlak;
#[path = "tgt/tgt065_waktu_tanpa_arah.rs"]
pub(super) mod tgt065_waktu_tanpa_arah;

/// All checks by code.
#[rustfmt::skip]
pub static CHECKS: &[&Check] = &[
    &dst001_distribusi_menyimpang::CHECK,
    &dst002_distribusi_mustahil::CHECK,
    &dst003_tanpa_predikat_organisasi::CHECK,
    &dst004_predikat_unit_di_atas::CHECK,
    &dst005_kelompok_kecil::CHECK,
    &dst006_predikat_tahun_lalu::CHECK,
    &dst007_predikat_tahun_lain::CHECK,
    &idn006_jenjang_tidak_diketahui::CHECK,
    &idn042_pimpinan_tidak_ada::CHECK,
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
    &kas027_pimpinan_tanpa_sasaran::CHECK,
    &kas028_penilai_bukan_atasan::CHECK,
    &kas030_jpt_perspektif_kurang::CHECK,
    &kas031_plt_tambahan::CHECK,
    &prl050_penilai_seragam::CHECK,
    &prl051_penilai_tidak_berhak::CHECK,
    &prl052_penilai_baru::CHECK,
    &rea050_tanpa_bukti::CHECK,
    &rea051_di_luar_masa::CHECK,
    &rea053_jauh_di_atas_target::CHECK,
    &rea055_persen_dijumlah::CHECK,
    &rea056_pemantauan_kurang::CHECK,
    &rea058_jauh_di_bawah_target::CHECK,
    &rea060_evaluasi_periodik_kurang::CHECK,
    &rea080_belum_sampai_akhir::CHECK,
    &rea081_umpan_balik_lama::CHECK,
    &rea085_periode_terlewat::CHECK,
    &str038_tabel_skp_tidak_ada::CHECK,
    &str039_tabel_tidak_ada::CHECK,
    &str052_unit_di_luar_tabel::CHECK,
    &str069_tanpa_tabel_pegawai::CHECK,
    &str070_tidak_ada_orang::CHECK,
    &str090_pengecualian_tak_terpakai::CHECK,
    &str091_memakai_asumsi::CHECK,
    &str092_unit_tanpa_pegawai::CHECK,
    &str105_unit_ditulis_berbeda::CHECK,
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
    &tgt062_target_mutlak::CHECK,
    &tgt065_waktu_tanpa_arah::CHECK,
];
