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
#[path = "hsl/hsl001_predikat_bukan_kuadran.rs"]
pub(super) mod hsl001_predikat_bukan_kuadran;
#[path = "hsl/hsl002_rating_beda_usulan.rs"]
pub(super) mod hsl002_rating_beda_usulan;
#[path = "hsl/hsl003_ide_tanpa_rekomendasi.rs"]
pub(super) mod hsl003_ide_tanpa_rekomendasi;
#[path = "hsl/hsl004_jeda_jabatan.rs"]
pub(super) mod hsl004_jeda_jabatan;
#[path = "hsl/hsl005_perlu_keputusan.rs"]
pub(super) mod hsl005_perlu_keputusan;
#[path = "hsl/hsl006_predikat_tanpa_rating.rs"]
pub(super) mod hsl006_predikat_tanpa_rating;
#[path = "hsl/hsl007_belum_dinilai.rs"]
pub(super) mod hsl007_belum_dinilai;
#[path = "hsl/hsl008_penilaian_ganda.rs"]
pub(super) mod hsl008_penilaian_ganda;
#[path = "hsl/hsl009_nilai_ditetapkan_kosong.rs"]
pub(super) mod hsl009_nilai_ditetapkan_kosong;
#[path = "hsl/hsl010_status_tidak_aktif.rs"]
pub(super) mod hsl010_status_tidak_aktif;
#[path = "hsl/hsl011_jenis_jabatan_kosong.rs"]
pub(super) mod hsl011_jenis_jabatan_kosong;
#[path = "hsl/hsl012_angka_di_luar_jangkauan.rs"]
pub(super) mod hsl012_angka_di_luar_jangkauan;
#[path = "hsl/hsl013_tanpa_jabatan_pada_masa.rs"]
pub(super) mod hsl013_tanpa_jabatan_pada_masa;
#[path = "hsl/hsl014_menunggu_atasan.rs"]
pub(super) mod hsl014_menunggu_atasan;
#[path = "hsl/hsl015_tabel_pegawai_tidak_ada.rs"]
pub(super) mod hsl015_tabel_pegawai_tidak_ada;
#[path = "hsl/hsl023_angka_kredit_mantan_jf.rs"]
pub(super) mod hsl023_angka_kredit_mantan_jf;
#[path = "hsl/hsl024_tanpa_angka_kredit_tugas_belajar.rs"]
pub(super) mod hsl024_tanpa_angka_kredit_tugas_belajar;
#[path = "idn/idn001_nip_tersimpan_angka.rs"]
pub(super) mod idn001_nip_tersimpan_angka;
#[path = "idn/idn002_nip_salah_bentuk.rs"]
pub(super) mod idn002_nip_salah_bentuk;
#[path = "idn/idn003_pegawai_ganda.rs"]
pub(super) mod idn003_pegawai_ganda;
#[path = "idn/idn004_nip_tanpa_pegawai.rs"]
pub(super) mod idn004_nip_tanpa_pegawai;
#[path = "idn/idn005_baris_berulang.rs"]
pub(super) mod idn005_baris_berulang;
#[path = "idn/idn006_jenjang_tidak_diketahui.rs"]
pub(super) mod idn006_jenjang_tidak_diketahui;
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
#[path = "prl/prl001_perilaku_kosong.rs"]
pub(super) mod prl001_perilaku_kosong;
#[path = "prl/prl002_perilaku_di_luar_skala.rs"]
pub(super) mod prl002_perilaku_di_luar_skala;
#[path = "prl/prl003_kepemimpinan_tidak_wajib.rs"]
pub(super) mod prl003_kepemimpinan_tidak_wajib;
#[path = "prl/prl004_tabel_perilaku_tidak_ada.rs"]
pub(super) mod prl004_tabel_perilaku_tidak_ada;
#[path = "prl/prl050_penilai_seragam.rs"]
pub(super) mod prl050_penilai_seragam;
#[path = "prl/prl051_penilai_tidak_berhak.rs"]
pub(super) mod prl051_penilai_tidak_berhak;
#[path = "prl/prl052_penilai_baru.rs"]
pub(super) mod prl052_penilai_baru;
#[path = "rea/rea001_realisasi_kosong.rs"]
pub(super) mod rea001_realisasi_kosong;
#[path = "rea/rea002_realisasi_tidak_wajar.rs"]
pub(super) mod rea002_realisasi_tidak_wajar;
#[path = "rea/rea003_periode_campur.rs"]
pub(super) mod rea003_periode_campur;
#[path = "rea/rea004_satuan_bertentangan.rs"]
pub(super) mod rea004_satuan_bertentangan;
#[path = "rea/rea005_satuan_lain_kata.rs"]
pub(super) mod rea005_satuan_lain_kata;
#[path = "rea/rea006_umpan_balik_kosong.rs"]
pub(super) mod rea006_umpan_balik_kosong;
#[path = "rea/rea007_umpan_balik_berbeda.rs"]
pub(super) mod rea007_umpan_balik_berbeda;
#[path = "rea/rea008_tabel_realisasi_tidak_ada.rs"]
pub(super) mod rea008_tabel_realisasi_tidak_ada;
#[path = "rea/rea020_realisasi_ganda.rs"]
pub(super) mod rea020_realisasi_ganda;
#[path = "rea/rea021_baris_realisasi_berulang.rs"]
pub(super) mod rea021_baris_realisasi_berulang;
#[path = "rea/rea022_realisasi_tanpa_skp.rs"]
pub(super) mod rea022_realisasi_tanpa_skp;
#[path = "rea/rea023_realisasi_tahun_lain.rs"]
pub(super) mod rea023_realisasi_tahun_lain;
#[path = "rea/rea024_realisasi_dua_angka.rs"]
pub(super) mod rea024_realisasi_dua_angka;
#[path = "rea/rea025_realisasi_dua_jabatan.rs"]
pub(super) mod rea025_realisasi_dua_jabatan;
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
#[path = "str/str001_berkas_tidak_dapat_dibuka.rs"]
pub(super) mod str001_berkas_tidak_dapat_dibuka;
#[path = "str/str002_berkas_terkunci.rs"]
pub(super) mod str002_berkas_terkunci;
#[path = "str/str003_berkas_mengembang.rs"]
pub(super) mod str003_berkas_mengembang;
#[path = "str/str004_berkas_rusak.rs"]
pub(super) mod str004_berkas_rusak;
#[path = "str/str005_berkas_terlalu_besar.rs"]
pub(super) mod str005_berkas_terlalu_besar;
#[path = "str/str006_berkas_kosong.rs"]
pub(super) mod str006_berkas_kosong;
#[path = "str/str007_bukan_tabel.rs"]
pub(super) mod str007_bukan_tabel;
#[path = "str/str008_pemisah_tidak_pasti.rs"]
pub(super) mod str008_pemisah_tidak_pasti;
#[path = "str/str009_tanpa_tabel.rs"]
pub(super) mod str009_tanpa_tabel;
#[path = "str/str010_lembar_tidak_dikenali.rs"]
pub(super) mod str010_lembar_tidak_dikenali;
#[path = "str/str011_lembar_tersembunyi.rs"]
pub(super) mod str011_lembar_tersembunyi;
#[path = "str/str012_kolom_wajib_tidak_ada.rs"]
pub(super) mod str012_kolom_wajib_tidak_ada;
#[path = "str/str013_kolom_ganda.rs"]
pub(super) mod str013_kolom_ganda;
#[path = "str/str014_baris_dilewati.rs"]
pub(super) mod str014_baris_dilewati;
#[path = "str/str015_sel_galat.rs"]
pub(super) mod str015_sel_galat;
#[path = "str/str016_rumus_tanpa_hasil.rs"]
pub(super) mod str016_rumus_tanpa_hasil;
#[path = "str/str017_angka_rancu.rs"]
pub(super) mod str017_angka_rancu;
#[path = "str/str018_bukan_angka.rs"]
pub(super) mod str018_bukan_angka;
#[path = "str/str019_persen_rancu.rs"]
pub(super) mod str019_persen_rancu;
#[path = "str/str020_tanggal_tidak_terbaca.rs"]
pub(super) mod str020_tanggal_tidak_terbaca;
#[path = "str/str021_kata_tidak_dikenal.rs"]
pub(super) mod str021_kata_tidak_dikenal;
#[path = "str/str022_kata_meragukan.rs"]
pub(super) mod str022_kata_meragukan;
#[path = "str/str023_isian_wajib_kosong.rs"]
pub(super) mod str023_isian_wajib_kosong;
#[path = "str/str024_unit_ganda.rs"]
pub(super) mod str024_unit_ganda;
#[path = "str/str045_sel_jam_atau_tanggal.rs"]
pub(super) mod str045_sel_jam_atau_tanggal;
#[path = "str/str046_kode_jabatan_tidak_dikenal.rs"]
pub(super) mod str046_kode_jabatan_tidak_dikenal;
#[path = "str/str060_berkas_tulisan_sendiri.rs"]
pub(super) mod str060_berkas_tulisan_sendiri;
#[path = "str/str061_salinan_berkas.rs"]
pub(super) mod str061_salinan_berkas;
#[path = "str/str062_dilewati_atas_permintaan.rs"]
pub(super) mod str062_dilewati_atas_permintaan;
#[path = "str/str063_lewati_tanpa_sasaran.rs"]
pub(super) mod str063_lewati_tanpa_sasaran;
#[path = "str/str064_unduhan_gagal.rs"]
pub(super) mod str064_unduhan_gagal;
#[path = "str/str065_sel_jauh_di_luar.rs"]
pub(super) mod str065_sel_jauh_di_luar;
#[path = "str/str090_pengecualian_tak_terpakai.rs"]
pub(super) mod str090_pengecualian_tak_terpakai;
#[path = "str/str091_memakai_asumsi.rs"]
pub(super) mod str091_memakai_asumsi;
#[path = "tgt/tgt001_target_kosong.rs"]
pub(super) mod tgt001_target_kosong;
#[path = "tgt/tgt002_target_bukan_angka.rs"]
pub(super) mod tgt002_target_bukan_angka;
#[path = "tgt/tgt003_target_nol.rs"]
pub(super) mod tgt003_target_nol;
#[path = "tgt/tgt004_target_tidak_wajar.rs"]
pub(super) mod tgt004_target_tidak_wajar;
#[path = "tgt/tgt005_bobot_tidak_100.rs"]
pub(super) mod tgt005_bobot_tidak_100;
#[path = "tgt/tgt006_tanpa_skp.rs"]
pub(super) mod tgt006_tanpa_skp;
#[path = "tgt/tgt007_jabatan_tanpa_skp.rs"]
pub(super) mod tgt007_jabatan_tanpa_skp;
#[path = "tgt/tgt008_tabel_skp_tidak_ada.rs"]
pub(super) mod tgt008_tabel_skp_tidak_ada;
#[path = "tgt/tgt020_indikator_ganda.rs"]
pub(super) mod tgt020_indikator_ganda;
#[path = "tgt/tgt021_baris_skp_berulang.rs"]
pub(super) mod tgt021_baris_skp_berulang;
#[path = "tgt/tgt022_rhk_tidak_seragam.rs"]
pub(super) mod tgt022_rhk_tidak_seragam;
#[path = "tgt/tgt023_arah_berlawanan_target.rs"]
pub(super) mod tgt023_arah_berlawanan_target;
#[path = "tgt/tgt024_mulai_di_luar_jabatan.rs"]
pub(super) mod tgt024_mulai_di_luar_jabatan;
#[path = "tgt/tgt025_target_dua_angka.rs"]
pub(super) mod tgt025_target_dua_angka;
#[path = "tgt/tgt026_target_lain_satuan.rs"]
pub(super) mod tgt026_target_lain_satuan;
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

/// All checks by code.
#[rustfmt::skip]
pub static CHECKS: &[&Check] = &[
    &dst001_distribusi_menyimpang::CHECK,
    &dst002_distribusi_mustahil::CHECK,
    &dst003_tanpa_predikat_organisasi::CHECK,
    &dst004_predikat_unit_di_atas::CHECK,
    &dst005_kelompok_kecil::CHECK,
    &hsl001_predikat_bukan_kuadran::CHECK,
    &hsl002_rating_beda_usulan::CHECK,
    &hsl003_ide_tanpa_rekomendasi::CHECK,
    &hsl004_jeda_jabatan::CHECK,
    &hsl005_perlu_keputusan::CHECK,
    &hsl006_predikat_tanpa_rating::CHECK,
    &hsl007_belum_dinilai::CHECK,
    &hsl008_penilaian_ganda::CHECK,
    &hsl009_nilai_ditetapkan_kosong::CHECK,
    &hsl010_status_tidak_aktif::CHECK,
    &hsl011_jenis_jabatan_kosong::CHECK,
    &hsl012_angka_di_luar_jangkauan::CHECK,
    &hsl013_tanpa_jabatan_pada_masa::CHECK,
    &hsl014_menunggu_atasan::CHECK,
    &hsl015_tabel_pegawai_tidak_ada::CHECK,
    &hsl023_angka_kredit_mantan_jf::CHECK,
    &hsl024_tanpa_angka_kredit_tugas_belajar::CHECK,
    &idn001_nip_tersimpan_angka::CHECK,
    &idn002_nip_salah_bentuk::CHECK,
    &idn003_pegawai_ganda::CHECK,
    &idn004_nip_tanpa_pegawai::CHECK,
    &idn005_baris_berulang::CHECK,
    &idn006_jenjang_tidak_diketahui::CHECK,
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
    &prl001_perilaku_kosong::CHECK,
    &prl002_perilaku_di_luar_skala::CHECK,
    &prl003_kepemimpinan_tidak_wajib::CHECK,
    &prl004_tabel_perilaku_tidak_ada::CHECK,
    &prl050_penilai_seragam::CHECK,
    &prl051_penilai_tidak_berhak::CHECK,
    &prl052_penilai_baru::CHECK,
    &rea001_realisasi_kosong::CHECK,
    &rea002_realisasi_tidak_wajar::CHECK,
    &rea003_periode_campur::CHECK,
    &rea004_satuan_bertentangan::CHECK,
    &rea005_satuan_lain_kata::CHECK,
    &rea006_umpan_balik_kosong::CHECK,
    &rea007_umpan_balik_berbeda::CHECK,
    &rea008_tabel_realisasi_tidak_ada::CHECK,
    &rea020_realisasi_ganda::CHECK,
    &rea021_baris_realisasi_berulang::CHECK,
    &rea022_realisasi_tanpa_skp::CHECK,
    &rea023_realisasi_tahun_lain::CHECK,
    &rea024_realisasi_dua_angka::CHECK,
    &rea025_realisasi_dua_jabatan::CHECK,
    &rea050_tanpa_bukti::CHECK,
    &rea051_di_luar_masa::CHECK,
    &rea053_jauh_di_atas_target::CHECK,
    &rea055_persen_dijumlah::CHECK,
    &rea056_pemantauan_kurang::CHECK,
    &str001_berkas_tidak_dapat_dibuka::CHECK,
    &str002_berkas_terkunci::CHECK,
    &str003_berkas_mengembang::CHECK,
    &str004_berkas_rusak::CHECK,
    &str005_berkas_terlalu_besar::CHECK,
    &str006_berkas_kosong::CHECK,
    &str007_bukan_tabel::CHECK,
    &str008_pemisah_tidak_pasti::CHECK,
    &str009_tanpa_tabel::CHECK,
    &str010_lembar_tidak_dikenali::CHECK,
    &str011_lembar_tersembunyi::CHECK,
    &str012_kolom_wajib_tidak_ada::CHECK,
    &str013_kolom_ganda::CHECK,
    &str014_baris_dilewati::CHECK,
    &str015_sel_galat::CHECK,
    &str016_rumus_tanpa_hasil::CHECK,
    &str017_angka_rancu::CHECK,
    &str018_bukan_angka::CHECK,
    &str019_persen_rancu::CHECK,
    &str020_tanggal_tidak_terbaca::CHECK,
    &str021_kata_tidak_dikenal::CHECK,
    &str022_kata_meragukan::CHECK,
    &str023_isian_wajib_kosong::CHECK,
    &str024_unit_ganda::CHECK,
    &str045_sel_jam_atau_tanggal::CHECK,
    &str046_kode_jabatan_tidak_dikenal::CHECK,
    &str060_berkas_tulisan_sendiri::CHECK,
    &str061_salinan_berkas::CHECK,
    &str062_dilewati_atas_permintaan::CHECK,
    &str063_lewati_tanpa_sasaran::CHECK,
    &str064_unduhan_gagal::CHECK,
    &str065_sel_jauh_di_luar::CHECK,
    &str090_pengecualian_tak_terpakai::CHECK,
    &str091_memakai_asumsi::CHECK,
    &tgt001_target_kosong::CHECK,
    &tgt002_target_bukan_angka::CHECK,
    &tgt003_target_nol::CHECK,
    &tgt004_target_tidak_wajar::CHECK,
    &tgt005_bobot_tidak_100::CHECK,
    &tgt006_tanpa_skp::CHECK,
    &tgt007_jabatan_tanpa_skp::CHECK,
    &tgt008_tabel_skp_tidak_ada::CHECK,
    &tgt020_indikator_ganda::CHECK,
    &tgt021_baris_skp_berulang::CHECK,
    &tgt022_rhk_tidak_seragam::CHECK,
    &tgt023_arah_berlawanan_target::CHECK,
    &tgt024_mulai_di_luar_jabatan::CHECK,
    &tgt025_target_dua_angka::CHECK,
    &tgt026_target_lain_satuan::CHECK,
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
