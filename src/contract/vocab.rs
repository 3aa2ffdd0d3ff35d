//! The closed vocabularies of the contract (`masukan.md` section 1), one enum each.
//!
//! [`Word`] gives every vocabulary its canonical spellings, its order and its aliases; reading a
//! cell against a vocabulary happens in one place for all of them.

/// A vocabulary: a closed list of words with aliases.
pub trait Word: Copy + Eq + 'static {
    /// What the list is called in a message (`jenis_jabatan`).
    const NAME: &'static str;
    /// All words, in the order of the regulations.
    const ALL: &'static [Self];
    /// The canonical spellings of all words, in that order.
    const WORDS: &'static [&'static str];
    /// The canonical spelling.
    fn as_str(self) -> &'static str;
    /// Other spellings, already folded (lower case, single blanks, no punctuation).
    fn aliases(self) -> &'static [&'static str];

    /// The word with this spelling, folded as the aliases are.
    fn named(folded: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|w| is_folded(w.as_str(), folded) || w.aliases().contains(&folded))
    }
}

/// Whether the fold of `canonical` (lower or title case ASCII with blanks or underscores) is `folded`.
fn is_folded(canonical: &str, folded: &str) -> bool {
    canonical.len() == folded.len()
        && canonical
            .bytes()
            .zip(folded.bytes())
            .all(|(c, f)| c.to_ascii_lowercase() == f || (c == b'_' && f == b' '))
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident = $shown:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal $(, [$($alias:literal),* $(,)?])?;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        crate::base::ids::ordinal!($name);

        impl Word for $name {
            const NAME: &'static str = $shown;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($text),+];
            fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
            fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($alias),*)?],)+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// Kind of post; decides which rules of the numeric regime apply.
    JenisJabatan = "jenis_jabatan" {
        /// Pejabat pimpinan tinggi utama.
        JptUtama = "jpt_utama", ["jpt utama", "pejabat pimpinan tinggi utama", "pimpinan tinggi utama", "jabatan pimpinan tinggi utama"];
        /// Pejabat pimpinan tinggi madya (eselon I).
        JptMadya = "jpt_madya", ["jpt madya", "pejabat pimpinan tinggi madya", "pimpinan tinggi madya", "jabatan pimpinan tinggi madya", "eselon i", "eselon ia", "eselon ib", "eselon i a", "eselon i b"];
        /// Pejabat pimpinan tinggi pratama (eselon II).
        JptPratama = "jpt_pratama", ["jpt pratama", "pejabat pimpinan tinggi pratama", "pimpinan tinggi pratama", "jabatan pimpinan tinggi pratama", "eselon ii", "eselon iia", "eselon iib", "eselon ii a", "eselon ii b"];
        /// Pimpinan unit kerja mandiri.
        UnitMandiri = "unit_mandiri", ["unit mandiri", "pimpinan unit kerja mandiri", "pimpinan unit mandiri", "unit kerja mandiri"];
        /// Pejabat administrator (eselon III).
        Administrator = "administrator", ["pejabat administrator", "jabatan administrator", "eselon iii", "eselon iiia", "eselon iiib", "eselon iii a", "eselon iii b"];
        /// Pejabat pengawas (eselon IV).
        Pengawas = "pengawas", ["pejabat pengawas", "jabatan pengawas", "eselon iv", "eselon iva", "eselon ivb", "eselon iv a", "eselon iv b"];
        /// Pejabat pelaksana.
        Pelaksana = "pelaksana", ["pejabat pelaksana", "jabatan pelaksana", "staf", "staff", "jfu", "fungsional umum", "jabatan fungsional umum"];
        /// Pejabat fungsional.
        Fungsional = "fungsional", ["jf", "jabatan fungsional", "pejabat fungsional", "jft", "fungsional tertentu", "jabatan fungsional tertentu"];
    }
}

impl JenisJabatan {
    /// JPT of any level or pimpinan unit kerja mandiri: scored by the JPT rules, head of a data set.
    pub const fn jpt_or_mandiri(self) -> bool {
        matches!(self, Self::JptUtama | Self::JptMadya | Self::JptPratama | Self::UnitMandiri)
    }
}

vocabulary! {
    /// By what a person serves; decides what follows from a predikat.
    JenisPegawai = "jenis_pegawai" {
        /// Pegawai negeri sipil, calon included.
        Pns = "PNS", ["cpns", "pegawai negeri sipil", "calon pegawai negeri sipil"];
        /// Pegawai pemerintah dengan perjanjian kerja.
        Pppk = "PPPK", ["p3k", "pegawai pemerintah dengan perjanjian kerja"];
        /// Neither (TNI, Polri, honorer …).
        Lain = "lain";
    }
}

vocabulary! {
    /// Jenjang of a JF; decides the koefisien of angka kredit.
    Jenjang = "jenjang" {
        /// Keterampilan pemula.
        Pemula = "pemula", ["pelaksana pemula"];
        /// Keterampilan terampil.
        Terampil = "terampil";
        /// Keterampilan mahir.
        Mahir = "mahir", ["pelaksana lanjutan"];
        /// Keterampilan penyelia.
        Penyelia = "penyelia";
        /// Keahlian ahli pertama.
        AhliPertama = "ahli pertama", ["pertama"];
        /// Keahlian ahli muda.
        AhliMuda = "ahli muda", ["muda"];
        /// Keahlian ahli madya.
        AhliMadya = "ahli madya", ["madya"];
        /// Keahlian ahli utama.
        AhliUtama = "ahli utama", ["utama"];
    }
}

vocabulary! {
    /// Standing of the person in the year.
    StatusPegawai = "status" {
        /// In service.
        Aktif = "aktif";
        /// Tugas belajar: result set from academic material.
        TugasBelajar = "tugas_belajar", ["tugas belajar", "tubel"];
        /// Penugasan khusus: result set by the host.
        PenugasanKhusus = "penugasan_khusus", ["penugasan khusus"];
        /// Cuti di luar tanggungan negara.
        Cltn = "cltn", ["cuti di luar tanggungan negara"];
        /// Masa persiapan pensiun.
        Mpp = "mpp", ["masa persiapan pensiun"];
        /// Diberhentikan sementara.
        DiberhentikanSementara = "diberhentikan_sementara", ["diberhentikan sementara", "pemberhentian sementara"];
        /// Pejabat negara, and leader or member of a lembaga nonstruktural.
        PejabatNegara = "pejabat_negara", ["pejabat negara", "kepala daerah", "wakil kepala daerah", "komisioner", "pimpinan lns", "anggota lns", "pimpinan lembaga nonstruktural", "anggota lembaga nonstruktural", "pimpinan anggota lembaga nonstruktural"];
        /// Retired.
        Pensiun = "pensiun";
        /// Died.
        Meninggal = "meninggal", ["meninggal dunia", "wafat"];
    }
}

impl StatusPegawai {
    /// The status in full, as the regulations spell it.
    pub const fn in_full(self) -> &'static str {
        match self {
            Self::Aktif => "aktif",
            Self::TugasBelajar => "tugas belajar",
            Self::PenugasanKhusus => "penugasan khusus",
            Self::Cltn => "cuti di luar tanggungan negara",
            Self::Mpp => "masa persiapan pensiun",
            Self::DiberhentikanSementara => "diberhentikan sementara",
            Self::PejabatNegara => "pejabat negara, atau pimpinan/anggota lembaga nonstruktural",
            Self::Pensiun => "pensiun",
            Self::Meninggal => "meninggal",
        }
    }
}

vocabulary! {
    /// How a tugas belajar stands.
    Studi = "studi" {
        /// Going on.
        Berjalan = "berjalan", ["sedang berjalan", "masih berjalan", "belum selesai"];
        /// Finished.
        Lulus = "lulus", ["selesai"];
        /// Ended without passing.
        TidakLulus = "tidak_lulus", ["tidak lulus", "drop out", "dropout", "do", "gagal", "tidak selesai"];
    }
}

vocabulary! {
    /// Akreditasi of the programme a tugas belajar is in.
    Akreditasi = "akreditasi" {
        /// A, unggul.
        A = "A", ["unggul"];
        /// B, baik sekali.
        B = "B", ["baik sekali"];
        /// C, baik.
        C = "C", ["baik"];
        /// A university abroad.
        LuarNegeri = "luar_negeri", ["luar negeri"];
    }
}

vocabulary! {
    /// Level of a tugas belajar.
    JenjangStudi = "jenjang_studi" {
        /// Sarjana.
        S1 = "S1", ["s 1", "sarjana", "d iv", "d4"];
        /// Profesi.
        Profesi = "profesi";
        /// Magister.
        S2 = "S2", ["s 2", "magister"];
        /// Doktor.
        S3 = "S3", ["s 3", "doktor"];
    }
}

vocabulary! {
    /// RHK utama or tambahan.
    JenisRhk = "jenis" {
        /// Kinerja utama.
        Utama = "utama", [
            "kinerja utama", "a utama", "hasil kerja utama", "rhk utama", "rencana hasil kerja utama", "tugas utama", "tugas pokok",
        ];
        /// Kinerja tambahan.
        Tambahan = "tambahan", [
            "kinerja tambahan", "b tambahan", "hasil kerja tambahan", "rhk tambahan", "rencana hasil kerja tambahan", "tugas tambahan",
        ];
    }
}

vocabulary! {
    /// How an RHK hangs on the atasan's (8/2021).
    MetodeKaskade = "metode_kaskade" {
        /// Direct cascade.
        Langsung = "langsung", ["direct", "direct cascading"];
        /// Non-direct cascade: the atasan's nilai counts with a weight.
        TidakLangsung = "tidak_langsung", ["tidak langsung", "non direct", "nondirect", "non direct cascading"];
    }
}

vocabulary! {
    /// Group of a JPT's indicator (8/2021).
    Kelompok = "kelompok" {
        /// Perjanjian kinerja.
        PerjanjianKinerja = "perjanjian_kinerja", ["perjanjian kinerja", "pk"];
        /// Direktif.
        Direktif = "direktif";
        /// Rencana aksi.
        RencanaAksi = "rencana_aksi", ["rencana aksi"];
        /// Inisiatif strategis.
        InisiatifStrategis = "inisiatif_strategis", ["inisiatif strategis"];
    }
}

vocabulary! {
    /// Perspektif of a JPT's indicator.
    Perspektif = "perspektif" {
        /// Penerima layanan.
        PenerimaLayanan = "penerima_layanan", ["penerima layanan"];
        /// Proses bisnis.
        ProsesBisnis = "proses_bisnis", ["proses bisnis"];
        /// Penguatan internal.
        PenguatanInternal = "penguatan_internal", ["penguatan internal"];
        /// Anggaran.
        Anggaran = "anggaran";
    }
}

vocabulary! {
    /// Aspek of an indicator.
    Aspek = "aspek" {
        /// Kuantitas.
        Kuantitas = "kuantitas", ["kuantitas output", "kuant output", "kuant"];
        /// Kualitas.
        Kualitas = "kualitas", ["kualitas mutu", "kual mutu", "mutu", "kual"];
        /// Waktu.
        Waktu = "waktu";
        /// Biaya.
        Biaya = "biaya";
    }
}

vocabulary! {
    /// Direction: is more better, or less?
    Arah = "arah" {
        /// Kondisi normal.
        Naik = "naik", ["normal", "kondisi normal", "maximize"];
        /// Kondisi khusus.
        Turun = "turun", ["khusus", "kondisi khusus", "minimize"];
    }
}

vocabulary! {
    /// How periodic realisasi become the year's.
    Akumulasi = "akumulasi" {
        /// The last given period as it stands.
        Akhir = "akhir", ["posisi akhir"];
        /// Sum.
        Jumlah = "jumlah", ["sum", "kumulatif"];
        /// Mean.
        RataRata = "rata_rata", ["rata rata", "rerata", "average"];
    }
}

vocabulary! {
    /// Aspek of perilaku: five of PP 30/2019, seven BerAKHLAK values of 6/2022.
    AspekPerilaku = "aspek perilaku" {
        /// Orientasi pelayanan (PP 30/2019).
        OrientasiPelayanan = "orientasi_pelayanan", ["orientasi pelayanan"];
        /// Komitmen (PP 30/2019).
        Komitmen = "komitmen";
        /// Inisiatif kerja (PP 30/2019).
        InisiatifKerja = "inisiatif_kerja", ["inisiatif kerja"];
        /// Kerja sama (PP 30/2019).
        KerjaSama = "kerja_sama", ["kerja sama", "kerjasama"];
        /// Kepemimpinan (PP 30/2019), only where due.
        Kepemimpinan = "kepemimpinan";
        /// BerAKHLAK.
        BerorientasiPelayanan = "berorientasi_pelayanan", ["berorientasi pelayanan", "ber orientasi pelayanan"];
        /// BerAKHLAK.
        Akuntabel = "akuntabel";
        /// BerAKHLAK.
        Kompeten = "kompeten";
        /// BerAKHLAK.
        Harmonis = "harmonis";
        /// BerAKHLAK.
        Loyal = "loyal";
        /// BerAKHLAK.
        Adaptif = "adaptif";
        /// BerAKHLAK.
        Kolaboratif = "kolaboratif";
    }
}

impl AspekPerilaku {
    /// The five aspek of PP 30/2019 Pasal 34 in their order.
    pub const NUMERIK: [Self; 5] = [
        Self::OrientasiPelayanan,
        Self::Komitmen,
        Self::InisiatifKerja,
        Self::KerjaSama,
        Self::Kepemimpinan,
    ];
    /// The seven BerAKHLAK values in their order.
    pub const BERAKHLAK: [Self; 7] = [
        Self::BerorientasiPelayanan,
        Self::Akuntabel,
        Self::Kompeten,
        Self::Harmonis,
        Self::Loyal,
        Self::Adaptif,
        Self::Kolaboratif,
    ];
}

vocabulary! {
    /// Who rated.
    PenilaiKind = "penilai" {
        /// Atasan langsung (the default).
        Atasan = "atasan", ["atasan langsung", "pejabat penilai", "penilai"];
        /// Rekan setingkat.
        Rekan = "rekan", ["rekan setingkat", "rekan kerja", "rekan sejawat", "sejawat"];
        /// Bawahan langsung.
        Bawahan = "bawahan", ["bawahan langsung"];
    }
}

vocabulary! {
    /// Rating of hasil kerja or perilaku kerja (6/2022), also an umpan balik. Best first.
    Rating = "rating" {
        /// Di atas ekspektasi.
        DiAtas = "di atas ekspektasi", ["diatas ekspektasi", "di atas", "diatas", "di atas ekspetasi", "diatas ekspetasi", "1"];
        /// Sesuai ekspektasi.
        Sesuai = "sesuai ekspektasi", ["sesuai", "sesuai ekspetasi", "sesuai dengan ekspektasi", "2"];
        /// Di bawah ekspektasi.
        DiBawah = "di bawah ekspektasi", ["dibawah ekspektasi", "di bawah", "dibawah", "di bawah ekspetasi", "dibawah ekspetasi", "3"];
    }
}

vocabulary! {
    /// Predikat kinerja, best first. The label of the middle one depends on the rule set:
    /// see [`crate::rules::Aturan::label`].
    Predikat = "predikat" {
        /// Sangat Baik.
        SangatBaik = "Sangat Baik", ["sangat baik", "1"];
        /// Baik.
        Baik = "Baik", ["baik", "2"];
        /// Cukup (PP 30/2019), Butuh Perbaikan (6/2022).
        Cukup = "Cukup", ["cukup", "butuh perbaikan", "cukup butuh perbaikan", "butuh perbaikan cukup", "3"];
        /// Kurang; in 6/2022 also Misconduct.
        Kurang = "Kurang", ["kurang", "kurang misconduct", "kurang misonduct", "buruk", "misconduct", "4"];
        /// Sangat Kurang.
        SangatKurang = "Sangat Kurang", ["sangat kurang", "sangat buruk", "5"];
    }
}

impl Predikat {
    /// Its label where ratings lead to it (6/2022).
    pub fn by_ratings(self) -> &'static str {
        match self {
            Self::Cukup => "Butuh Perbaikan",
            other => other.as_str(),
        }
    }
}

vocabulary! {
    /// Predikat kinerja organisasi.
    PredikatOrganisasi = "predikat_organisasi" {
        /// Istimewa.
        Istimewa = "Istimewa", ["istimewa"];
        /// Baik.
        Baik = "Baik", ["baik"];
        /// Butuh Perbaikan.
        ButuhPerbaikan = "Butuh Perbaikan", ["butuh perbaikan", "cukup", "cukup butuh perbaikan", "butuh perbaikan cukup"];
        /// Kurang.
        Kurang = "Kurang", ["kurang", "kurang misconduct", "kurang misonduct", "buruk"];
        /// Sangat Kurang.
        SangatKurang = "Sangat Kurang", ["sangat kurang", "sangat buruk"];
    }
}
