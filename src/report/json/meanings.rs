//! What each key of the documents means, in the reader's language and in the order in which a page tells it.
//! The schemas take their descriptions from here; a key without a meaning does not pass the tests.

/// The part (a document's id or the name of a type), then its keys with their meanings.
type MeaningPart = (&'static str, &'static [(&'static str, &'static str)]);

const SKEMA: (&str, &str) = (
    "skema",
    "Nama dan nomor bentuk dokumen ini; nomornya naik bila ada kunci yang berganti arti.",
);
const VERSI: (&str, &str) = ("versi", "Versi program yang menulisnya.");
const PERIODE: (&str, &str) = ("periode", "Periode yang dinilai: 2025, 2025-S1, 2025-TW3, 2025-07.");
const TAHUN: (&str, &str) = ("tahun", "Tahun kinerja.");
const MASUKAN: (&str, &str) = ("masukan", "Berkas yang dibaca, menurut urutan membacanya.");
const TEMUAN: (&str, &str) = ("temuan", "Semua temuan, menurut urutan yang tetap.");
const RINGKASAN: (&str, &str) = ("ringkasan", "Jumlah-jumlah.");
const BERKAS: (&str, &str) = ("berkas", "Berkasnya, seperti disebut pada perintah.");
const LEMBAR: (&str, &str) = ("lembar", "Nama lembar; null pada CSV.");
const SHA256: (&str, &str) = ("sha256", "Sidik berkas, sama dengan certutil -hashfile BERKAS SHA256.");
const NIP: (&str, &str) = ("nip", "NIP, sebagai teks.");
const NAMA: (&str, &str) = ("nama", "Nama.");
const UNIT: (&str, &str) = ("unit_kerja", "Unit kerja.");
const KODE_RHK: (&str, &str) = ("kode_rhk", "Kode RHK.");
const RHK: (&str, &str) = ("rhk", "Bunyi rencana hasil kerja.");
const ACUAN: (&str, &str) = ("acuan", "Dasarnya: pasal atau halaman.");
const KEYAKINAN: (&str, &str) = ("keyakinan", "Seberapa pasti: teks, sekunder, tafsir, atau asumsi.");
const BOBOT: (&str, &str) = (
    "bobot",
    "Bobot SKP dan perilaku, misalnya 70/30; null bila aturannya tidak berbobot.",
);
const MULAI: (&str, &str) = ("mulai", "Berlaku sejak tanggal ini.");
const SELESAI: (&str, &str) = ("selesai", "Berlaku sampai tanggal ini; null bila masih berlaku.");
const JENIS_TABEL: (&str, &str) = ("jenis", "Jenis tabel: pegawai, skp, realisasi, perilaku, penilaian, ….");
const KANONIK: (&str, &str) = ("kanonik", "Nama kolom baku.");
const TERTULIS: (&str, &str) = ("tertulis", "Judul kolom seperti tertulis di berkas.");

const PARTS: &[MeaningPart] = &[
    (
        "skp.hasil/1",
        &[
            SKEMA,
            VERSI,
            TAHUN,
            PERIODE,
            ("aturan", "Aturan yang dipakai."),
            MASUKAN,
            ("pegawai", "Hasil setiap orang, satu per NIP, yang dikecualikan termasuk."),
            ("unit", "Setiap unit kerja: jumlah dan distribusi predikatnya."),
            TEMUAN,
            RINGKASAN,
        ],
    ),
    ("skp.temuan/1", &[SKEMA, VERSI, TAHUN, PERIODE, MASUKAN, TEMUAN, RINGKASAN]),
    (
        "skp.baca/1",
        &[SKEMA, MASUKAN, ("temuan", "Temuan yang sudah terlihat ketika membaca.")],
    ),
    (
        "skp.penjelasan/1",
        &[
            SKEMA,
            PERIODE,
            ("aturan", "Aturan yang dipakai."),
            ("pegawai", "Hasil orang ini, sama seperti di skp.hasil/1."),
            ("kurang", "Apa yang belum ada, dan dari siapa ditunggu."),
            ("langkah", "Setiap langkah perhitungan, menurut urutannya."),
            ("berikutnya", "Jalan ke predikat di atasnya; null bila tidak ada."),
            ("temuan", "Temuan tentang orang ini."),
        ],
    ),
    (
        "skp.kode/1",
        &[
            SKEMA,
            ("kode", "Kode temuan."),
            ("judul", "Apa temuannya, dalam satu baris."),
            ("tingkat", "galat, peringatan, atau catatan."),
            ACUAN,
            ("halaman", "Halaman penjelasannya (Markdown)."),
        ],
    ),
    (
        "skp.daftar-kode/1",
        &[SKEMA, ("kode", "Semua kode temuan dengan halamannya.")],
    ),
    (
        "skp.kaskade/1",
        &[SKEMA, VERSI, PERIODE, ("kaskade", "Setiap RHK dengan RHK di atasnya.")],
    ),
    (
        "skp.matriks/1",
        &[
            SKEMA,
            ("nip", "NIP pimpinan."),
            ("nama", "Nama pimpinan."),
            ("rhk", "RHK pimpinan: kolom-kolom matriks."),
            ("bawahan", "Anggota: baris-baris matriks."),
        ],
    ),
    ("skp.aturan/1", &[SKEMA, ("aturan", "Himpunan aturan.")]),
    (
        "RulesUsed",
        &[
            ("id", "Nama aturan, misalnya permenpanrb-6-2022."),
            BOBOT,
            (
                "asumsi",
                "Parameter yang ikut menentukan tetapi belum dicocokkan dengan teks peraturannya.",
            ),
        ],
    ),
    ("Rules", &[("id", "Nama aturan, misalnya permenpanrb-6-2022."), BOBOT]),
    ("InputFile", &[BERKAS, SHA256, ("tabel", "Tabel yang dikenali di dalamnya.")]),
    (
        "InputTable",
        &[
            LEMBAR,
            JENIS_TABEL,
            ("baris", "Banyaknya baris data, yang keliru termasuk."),
            ("dilewati", "Banyaknya baris di antaranya yang bukan data."),
        ],
    ),
    (
        "Totals",
        &[
            ("pegawai", "Banyaknya orang, yang dikecualikan termasuk."),
            ("dinilai", "Banyaknya orang yang dinilai."),
            ("galat", "Banyaknya temuan galat."),
            ("peringatan", "Banyaknya temuan peringatan."),
        ],
    ),
    (
        "Person",
        &[
            NIP,
            NAMA,
            UNIT,
            ("nip_atasan", "NIP atasan langsung."),
            ("status", "dinilai, belum_dapat_dinilai, atau dikecualikan."),
            (
                "sebab",
                "Bila belum dapat dinilai: sebabnya, misalnya realisasi_kosong, perilaku_tidak_lengkap, perlu_keputusan_penilai.",
            ),
            ("alasan", "Bila dikecualikan: alasannya."),
            (
                "nilai_kinerja_utama",
                "Nilai kinerja utama; null pada aturan yang tidak memakai angka.",
            ),
            (
                "nilai_kinerja_tambahan",
                "Nilai kinerja tambahan; null pada aturan tanpa angka.",
            ),
            ("nilai_skp", "Nilai SKP; null pada aturan tanpa angka."),
            ("nilai_perilaku", "Nilai perilaku; null pada aturan tanpa angka."),
            (
                "nilai_kinerja",
                "Nilai akhir; null pada aturan tanpa angka dan selama belum dapat dinilai.",
            ),
            ("rating_hasil_kerja", "Rating hasil kerja; null pada aturan dengan angka."),
            ("rating_perilaku", "Rating perilaku; null pada aturan dengan angka."),
            (
                "predikat",
                "Predikat dalam kata-kata aturannya; null selama belum dapat dinilai.",
            ),
            ("angka_kredit", "Angka kredit tahun ini; null bila tidak ada."),
            (
                "tukin_persen",
                "Persen tunjangan kinerja; hanya bila instansi memberi tabelnya.",
            ),
            (
                "peringkat_unit",
                "Peringkat di dalam unit (1, 2, 2, 4); null pada aturan tanpa angka.",
            ),
            ("rhk", "Rencana hasil kerja yang dinilai."),
            ("temuan", "Kode temuan tentang orang ini."),
        ],
    ),
    (
        "Rhk",
        &[
            KODE_RHK,
            ("jenis", "utama atau tambahan."),
            ("mulai", "Hari pertama jabatannya, bila orang ini menjabat lebih dari satu."),
            ("nilai", "Nilai RHK; null bila tidak dapat dihitung."),
            (
                "nilai_tertimbang",
                "Sesudah dibobot; null bila aturannya tidak membobot; pada tambahan: poinnya.",
            ),
            ("indikator", "Indikatornya."),
        ],
    ),
    (
        "Indicator",
        &[
            ("aspek", "kuantitas, kualitas, waktu, atau biaya."),
            ("no", "Nomor indikator di dalam RHK-nya."),
            ("target", "Target seperti tertulis."),
            ("realisasi", "Realisasi yang dipakai."),
            ("capaian", "Capaian dalam persen; null bila tidak dapat dihitung."),
            ("kategori", "Kategori capaian itu; null bila tidak ada."),
        ],
    ),
    (
        "Unit",
        &[
            UNIT,
            ("unit_induk", "Unit di atasnya."),
            ("predikat_organisasi", "Predikat kinerja organisasi, bila diberikan."),
            ("jumlah", "Banyaknya orang di unit."),
            ("dinilai", "Banyaknya yang dinilai."),
            (
                "rata_rata_nilai",
                "Rata-rata nilai akhir, dua desimal; null pada aturan tanpa angka.",
            ),
            ("predikat", "Banyaknya orang per predikat, yang terbaik lebih dahulu."),
            (
                "distribusi",
                "Distribusi predikat terhadap batasnya; null bila tidak ada yang dapat diperiksa.",
            ),
        ],
    ),
    (
        "Distribution",
        &[
            ("kelompok_dasar", "Kelompok yang dihitung: penilai, unit, atau induk."),
            ("n", "Banyaknya orang yang dihitung: yang dinilai."),
            ("predikat", "Banyaknya orang kelompok itu per predikat."),
            (
                "predikat_organisasi_dari",
                "Unit di atas yang predikat organisasinya dipakai, bila bukan unit ini.",
            ),
            (
                "predikat_organisasi_tahun",
                "Tahun predikat organisasi yang dipakai, bila bukan tahun yang dinilai.",
            ),
            ("sesuai", "true bila semua batas dipenuhi."),
            (
                "mungkin",
                "false bila tidak ada pembagian yang memenuhi semua batas pada jumlah orang ini.",
            ),
            (
                "pindah_minimal",
                "Paling sedikit berapa orang harus berpindah predikat supaya sesuai; null bila tidak mungkin.",
            ),
            ("aturan", "Setiap batas, yang dipenuhi juga."),
        ],
    ),
    (
        "Bound",
        &[
            ("kelompok", "Predikat yang dihitung bersama."),
            ("batas", "Batasnya: <= 20%, >= 1 orang, terbesar, …."),
            ("jumlah", "Banyaknya orang sekarang."),
            ("paling_banyak", "Paling banyak boleh berapa orang."),
            ("paling_sedikit", "Paling sedikit harus berapa orang."),
            ("lebih", "Kelebihan berapa orang."),
            ("kurang", "Kekurangan berapa orang."),
        ],
    ),
    (
        "FindingView",
        &[
            ("kode", "Kode temuan; halamannya: skp jelaskan KODE."),
            ("tingkat", "galat, peringatan, atau catatan."),
            ("pesan", "Apa yang ditemukan."),
            ("saran", "Bagaimana memperbaikinya."),
            ACUAN,
            BERKAS,
            LEMBAR,
            ("sel", "Selnya, misalnya D14."),
            ("kolom", "Kolom baku yang dimaksud."),
            ("nilai", "Isi sel seperti tertulis."),
            ("harapan", "Apa yang diharapkan di situ."),
            NIP,
            KODE_RHK,
            UNIT,
        ],
    ),
    (
        "ReadFile",
        &[
            BERKAS,
            SHA256,
            ("bentuk", "Bentuk berkas: xlsx, csv, html, …; null bila bukan tabel."),
            ("sandi", "Sandi huruf, untuk berkas teks."),
            ("pemisah", "Pemisah kolom, untuk berkas teks."),
            ("tabel", "Tabel yang dikenali."),
            ("lembar_lain", "Lembar yang tidak dikenali sebagai tabel."),
        ],
    ),
    (
        "ReadTable",
        &[
            LEMBAR,
            ("tersembunyi", "true bila lembarnya disembunyikan."),
            JENIS_TABEL,
            ("keterangan", "Baris judul dan keterangan di atas kepala tabel."),
            ("baris_kepala", "Baris pertama kepala tabel."),
            ("baris_kepala_akhir", "Baris terakhir kepala tabel, bila bertingkat."),
            ("baris_awal", "Baris data pertama."),
            ("baris_akhir", "Baris data terakhir."),
            ("baris", "Banyaknya baris data, yang keliru termasuk."),
            ("dilewati", "Banyaknya baris di antaranya yang bukan data."),
            ("periode", "Periode yang disebut formulir atau judul di atas tabel."),
            ("pegawai", "Pada formulir: pegawai yang dinilai, seperti tertulis."),
            ("penilai", "Pada formulir: pejabat penilai kinerja, seperti tertulis."),
            ("kolom", "Kolom yang dikenali."),
            (
                "rincian_kolom",
                "Kolom yang judulnya menyebut lebih dari maknanya: periode, aspek, atau penilainya.",
            ),
            ("tidak_dikenal", "Judul kolom yang tidak dikenali."),
            ("mirip", "Untuk yang tidak dikenali: nama yang paling mirip, bila ada."),
            ("lewat", "Baris yang dilewati."),
        ],
    ),
    (
        "ColumnDetail",
        &[
            TERTULIS,
            KANONIK,
            ("periode", "Periode yang disebut judul kolom itu."),
            ("aspek", "Aspek atau nilai perilaku yang disebut judul kolom itu."),
            ("penilai", "Penilai perilaku yang disebut judul kolom itu."),
        ],
    ),
    ("ReadColumn", &[TERTULIS, KANONIK]),
    ("FormPerson", &[("nama", "Nama."), ("nip", "NIP.")]),
    ("Near", &[TERTULIS, KANONIK]),
    (
        "OtherSheet",
        &[("lembar", "Nama lembarnya."), ("sebab", "Mengapa tidak dibaca.")],
    ),
    (
        "Passed",
        &[("baris", "Nomor baris di berkas."), ("sebab", "Mengapa dilewati.")],
    ),
    (
        "CodeView",
        &[
            ("kode", "Kode temuan."),
            ("judul", "Apa temuannya, dalam satu baris."),
            ("tingkat", "galat, peringatan, atau catatan."),
            ACUAN,
            ("halaman", "Halaman penjelasannya (Markdown)."),
        ],
    ),
    (
        "Link",
        &[
            NIP,
            NAMA,
            UNIT,
            KODE_RHK,
            ("jenis", "utama atau tambahan."),
            RHK,
            (
                "keadaan",
                "tertaut, puncak (tidak ada yang diharapkan di atasnya), atau putus.",
            ),
            ("tautan", "Kode (atau bunyi) RHK atasan yang ditulisnya."),
            ("nip_induk", "NIP pemilik RHK di atasnya."),
            ("kode_induk", "Kode RHK di atasnya."),
            ("pendukung", "Banyaknya orang yang mendukung RHK ini."),
            ("sebab", "Bila putus: mengapa."),
        ],
    ),
    ("CodeText", &[KODE_RHK, RHK]),
    (
        "LeaderRhk",
        &[
            KODE_RHK,
            RHK,
            ("indikator", "Indikatornya: pada 6/2022 kolom matriks (Format A.1.5)."),
        ],
    ),
    (
        "Member",
        &[
            NIP,
            NAMA,
            ("bawahan_langsung", "true bila atasannya pimpinan ini."),
            ("peran", "Perannya per RHK pimpinan, menurut urutan yang sama."),
        ],
    ),
    (
        "Missing",
        &[
            ("sebab", "Sebabnya, seperti di pegawai.sebab."),
            ("apa", "Apa yang belum ada."),
            ("dari", "Siapa yang ditunggu: jabatannya dalam penilaian."),
            ("nama", "Namanya, bila diketahui."),
            ("nip", "NIP-nya, bila diketahui."),
            ("langkah", "Apa yang harus dilakukan."),
        ],
    ),
    (
        "Next",
        &[
            ("menuju", "Predikat yang dituju."),
            ("jalan", "Jalan-jalannya; satu saja sudah cukup."),
        ],
    ),
    (
        "StepView",
        &[
            ("judul", "Apa yang dihitung."),
            ("rumus", "Hitungannya dengan angka-angkanya."),
            ("hasil", "Hasil langkah ini."),
            ("pembulatan", "Banyaknya desimal sesudah dibulatkan."),
            ACUAN,
            KEYAKINAN,
            ("catatan", "Catatan."),
            ("sel", "Sel yang dipakai."),
            ("anak", "Langkah-langkah di dalamnya."),
        ],
    ),
    (
        "CellView",
        &[BERKAS, LEMBAR, ("sel", "Selnya, misalnya D14."), ("nilai", "Isinya.")],
    ),
    (
        "RuleSet",
        &[
            ("id", "Nama aturan, untuk --aturan."),
            ("judul", "Nama panjangnya."),
            ("rezim", "numerik (dengan angka) atau kualitatif (dengan rating)."),
            ("memperluas", "Aturan yang menjadi dasarnya."),
            MULAI,
            SELESAI,
            ("otomatis_dari", "Dipilih sendiri untuk penilaian sejak tanggal ini."),
            ("otomatis_sampai", "Dipilih sendiri sampai tanggal ini."),
            ACUAN,
            ("parameter", "Semua parameternya; hanya pada skp aturan tampil."),
        ],
    ),
    (
        "ParameterView",
        &[
            ("kunci", "Nama parameter."),
            ("bagian", "Bagian perhitungan tempat dipakai."),
            ("nilai", "Nilainya."),
            ACUAN,
            KEYAKINAN,
            MULAI,
            SELESAI,
            ("catatan", "Catatan."),
            ("asal", "Berkas aturan yang menetapkannya."),
        ],
    ),
];

/// The keys of a part, in order.
pub(super) fn keys(part: &str) -> impl Iterator<Item = &'static str> {
    meanings(part).iter().map(|(key, _)| *key)
}

/// What a key of a part means.
pub(super) fn of(part: &str, key: &str) -> Option<&'static str> {
    meanings(part).iter().find(|(k, _)| *k == key).map(|(_, meaning)| *meaning)
}

fn meanings(part: &str) -> &'static [(&'static str, &'static str)] {
    PARTS.iter().find(|(name, _)| *name == part).map_or(&[], |(_, keys)| *keys)
}

/// The names of all parts.
#[cfg(test)]
pub(super) fn parts() -> impl Iterator<Item = &'static str> {
    PARTS.iter().map(|(name, _)| *name)
}
