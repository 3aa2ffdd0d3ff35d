//! The options of each command.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::TEMPLATE;
use super::values::{Format, KaskadeForm, Kelompok, Tingkat, Warna};

/// Input and rules: common to all commands that read data.
#[derive(Debug, Clone, Args)]
pub struct DataArgs {
    /// Berkas atau folder: xlsx, xlsm, xlsb, xls, ods, csv, tsv, json; boleh lebih dari satu
    #[arg(required = true, value_name = "MASUKAN")]
    pub masukan: Vec<PathBuf>,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub rules: RuleArgs,
}

/// Which period, which rules.
#[derive(Debug, Clone, Default, Args)]
pub struct RuleArgs {
    /// Tahun kinerja, misalnya 2025
    #[arg(long, value_name = "TAHUN", value_parser = clap::value_parser!(i16).range(1900..=2999))]
    pub tahun: Option<i16>,

    /// Periode: 2025, 2025-S1, 2025-TW3, 2025-07
    #[arg(long, value_name = "PERIODE")]
    pub periode: Option<String>,

    /// Aturan: pp-30-2019, permenpanrb-8-2021, permenpanrb-6-2022, atau berkas .toml instansi
    #[arg(long, value_name = "ID|BERKAS")]
    pub aturan: Option<String>,

    /// Bobot SKP/perilaku (aturan numerik)
    #[arg(long, value_name = "BOBOT", value_parser = ["70/30", "60/40"])]
    pub bobot: Option<String>,

    /// Distribusi dihitung per penilai, per unit kerja, atau per unit induk [bawaan: menurut aturan; 6/2022: penilai]
    #[arg(long, value_name = "TINGKAT")]
    pub kelompok: Option<Kelompok>,

    /// Pemisah kolom CSV bila tidak dapat ditentukan: ";", ",", "|" atau "tab"
    #[arg(long, value_name = "TANDA")]
    pub pemisah: Option<String>,

    /// Taken from the whole command line.
    #[arg(from_global)]
    pub rinci: bool,

    /// Jangan baca berkas, folder, atau lembar ini: NAMA atau NAMA:LEMBAR (boleh diulang)
    #[arg(long, value_name = "NAMA[:LEMBAR]")]
    pub lewati: Vec<String>,

    /// Predikat kinerja organisasi untuk semua unit yang tidak disebut di tabel unit
    #[arg(long, value_name = "PREDIKAT")]
    pub predikat_organisasi: Option<String>,
}

/// How findings count.
#[derive(Debug, Clone, Default, Args)]
pub struct FindingArgs {
    /// Peringatan dihitung sebagai galat
    #[arg(long)]
    pub ketat: bool,

    /// Jangan tampilkan kode temuan ini (boleh diulang atau dipisah koma)
    #[arg(long, value_name = "KODE", value_delimiter = ',')]
    pub abaikan: Vec<String>,

    /// Kebijakan instansi: tingkat per kode dan pengecualian [bawaan: skp.toml di folder kerja, bila ada]
    #[arg(long, value_name = "BERKAS")]
    pub kebijakan: Option<PathBuf>,
}

/// How things are shown.
#[derive(Debug, Clone, Default, Args)]
pub struct ShowArgs {
    /// Bentuk keluaran
    #[arg(long, value_name = "BENTUK", default_value = "tabel")]
    pub format: Format,

    /// Samarkan nama dan NIP pada yang dicetak dan ditulis (nama berkas masukan, dan nama di dalam kalimat yang tidak ada di kolom nama mana pun, tidak dapat disamarkan)
    #[arg(long)]
    pub samarkan: bool,

    /// Jangan cetak ringkasan dan kemajuan
    #[arg(long)]
    pub diam: bool,

    /// Warna
    #[arg(long, value_name = "KAPAN", default_value = "auto")]
    pub warna: Warna,
}

/// `skp nilai`.
#[derive(Debug, Args)]
pub struct NilaiArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub data: DataArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub findings: FindingArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub show: ShowArgs,

    /// Laporan yang ditulis: .xlsx (atau .json / .csv)
    #[arg(short = 'o', long = "output", value_name = "LAPORAN")]
    pub output: Option<PathBuf>,

    /// Tulis juga hasil lengkap sebagai JSON ke berkas ini
    #[arg(long, value_name = "BERKAS")]
    pub json: Option<PathBuf>,

    /// Tulis juga laporan sebagai satu halaman web (tanpa jaringan) ke berkas ini
    #[arg(long, value_name = "BERKAS")]
    pub html: Option<PathBuf>,

    /// Tulis salinan berkas masukan yang sel bertemuannya diwarnai dan diberi catatan: satu masukan ke berkas, beberapa ke folder
    #[arg(long, value_name = "BERKAS|FOLDER")]
    pub anotasi: Option<PathBuf>,

    /// Hanya lembar laporan ini, dipisah koma (misalnya hasil,rincian); cetak = yang biasanya dicetak
    #[arg(long, value_name = "DAFTAR", value_delimiter = ',')]
    pub lembar: Vec<String>,

    /// Tulis lembar Hasil, Rincian, Unit, Distribusi dengan rumus yang menghitung ulang di Excel
    #[arg(long)]
    pub rumus: bool,

    /// Pakai rating dari lembar Kalibrasi laporan ini (PermenPANRB 6/2022) di atas rating yang diketik
    #[arg(long, value_name = "LAPORAN")]
    pub kalibrasi: Option<PathBuf>,

    /// Hasil JSON terdahulu: halaman pertama laporan menyebut apa yang berubah sejak itu
    #[arg(long, value_name = "BERKAS")]
    pub banding_dengan: Option<PathBuf>,

    /// Tempat penandatanganan pada halaman pertama laporan
    #[arg(long, value_name = "KOTA")]
    pub tempat: Option<String>,

    /// Tanggal penandatanganan, ditulis apa adanya
    #[arg(long, value_name = "TGL")]
    pub tanggal: Option<String>,

    /// Timpa berkas keluaran yang sudah ada
    #[arg(long)]
    pub paksa: bool,

    /// Kode keluar 1 selama masih ada pegawai yang belum dapat dinilai
    #[arg(long)]
    pub tuntas: bool,
}

/// `skp periksa`.
#[derive(Debug, Args)]
pub struct PeriksaArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub data: DataArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub findings: FindingArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub show: ShowArgs,

    /// Tampilkan hanya galat, atau galat dan peringatan (kode keluar tetap menurut semuanya)
    #[arg(long, value_name = "TINGKAT")]
    pub tingkat: Option<Tingkat>,

    /// Tampilkan tabel kodenya saja
    #[arg(long)]
    pub ringkas: bool,

    /// Tulis salinan berkas masukan yang sel bertemuannya diwarnai dan diberi catatan: satu masukan ke berkas, beberapa ke folder
    #[arg(long, value_name = "BERKAS|FOLDER")]
    pub anotasi: Option<PathBuf>,

    /// Timpa salinan yang sudah ada
    #[arg(long)]
    pub paksa: bool,
}

/// `skp baca`.
#[derive(Debug, Args)]
pub struct BacaArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub data: DataArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub show: ShowArgs,
}

/// `skp jelaskan`.
#[derive(Debug, Args)]
pub struct JelaskanArgs {
    /// NIP atau nama pegawai, atau kode temuan seperti KAS002; tanpa ini: daftar kode temuan
    #[arg(value_name = "NIP|NAMA|KODE")]
    pub subject: Option<String>,

    /// Berkas atau folder masukan (untuk NIP)
    #[arg(value_name = "MASUKAN")]
    pub masukan: Vec<PathBuf>,

    /// Jelaskan hasil sesudah kalibrasi: laporan yang lembar Kalibrasinya dipakai (PermenPANRB 6/2022)
    #[arg(long, value_name = "LAPORAN")]
    pub kalibrasi: Option<PathBuf>,

    #[command(flatten)]
    #[allow(missing_docs)]
    pub rules: RuleArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub show: ShowArgs,
}

/// `skp kaskade`.
#[derive(Debug, Args)]
pub struct KaskadeArgs {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub data: DataArgs,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub show: ShowArgs,

    /// Bentuk pohon
    #[arg(long, value_name = "BENTUK", default_value = "pohon")]
    pub bentuk: KaskadeForm,

    /// Hanya matriks peran hasil pimpinan ini (NIP), sebagai tabel atau CSV
    #[arg(long, value_name = "NIP")]
    pub matriks: Option<String>,
}

/// `skp template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// Aturan yang dipakai: pp-30-2019, permenpanrb-8-2021, permenpanrb-6-2022
    #[arg(long, value_name = "ID", default_value = "permenpanrb-6-2022")]
    pub aturan: String,
    /// Isi dulu pegawai, unit, dan atasan dari unduhan e-Kinerja atau daftar SIMPEG
    #[arg(long, value_name = "UNDUHAN", num_args = 1..)]
    pub dari: Vec<PathBuf>,
    /// Buku kerja yang dibuat
    #[arg(short = 'o', long = "output", value_name = "BERKAS")]
    pub output: PathBuf,
    /// Timpa berkas yang sudah ada
    #[arg(long)]
    pub paksa: bool,
}

/// `skp contoh`.
#[derive(Debug, Args)]
pub struct ContohArgs {
    /// Jumlah pegawai, 1 sampai 1.000.000
    #[arg(long, value_name = "N", default_value = "60", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub pegawai: u32,
    /// Benih: benih yang sama memberi instansi yang sama
    #[arg(long, value_name = "S", default_value = "1")]
    pub benih: u64,
    /// Persen pegawai yang diberi satu cacat, 0 sampai 100
    #[arg(long, value_name = "PERSEN", default_value = "0", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub cacat: u8,
    /// Perilaku untuk aturan ini saja [bawaan: keduanya]
    #[arg(long, value_name = "ID")]
    pub aturan: Option<String>,
    /// Tahun kinerja
    #[arg(long, value_name = "TAHUN", default_value = "2025", value_parser = clap::value_parser!(i16).range(2000..=2999))]
    pub tahun: i16,
    /// Berkas .xlsx, atau folder untuk CSV
    #[arg(short = 'o', long = "output", value_name = "BERKAS|FOLDER")]
    pub output: PathBuf,
    /// Timpa yang sudah ada
    #[arg(long)]
    pub paksa: bool,
}

/// `skp aturan`.
#[derive(Debug, Args)]
#[command(
    subcommand_help_heading = "Perintah",
    subcommand_value_name = "PERINTAH",
    disable_help_subcommand = true
)]
pub struct AturanArgs {
    /// What about the rules; `daftar` when nothing is said.
    #[command(subcommand)]
    pub command: Option<AturanCommand>,
}

/// `skp aturan …`.
#[derive(Debug, Subcommand)]
pub enum AturanCommand {
    /// Daftar aturan yang tersedia
    #[command(help_template = TEMPLATE)]
    Daftar(ShowArgs),
    /// Semua parameter satu aturan: nilai, acuan, keyakinan
    #[command(help_template = TEMPLATE)]
    Tampil {
        /// ID aturan atau berkas .toml
        #[arg(value_name = "ID|BERKAS")]
        id: String,
        #[command(flatten)]
        #[allow(missing_docs)]
        show: ShowArgs,
    },
    /// Periksa berkas aturan instansi
    #[command(help_template = TEMPLATE)]
    Periksa {
        /// Berkas .toml
        #[arg(value_name = "BERKAS")]
        file: PathBuf,
        #[command(flatten)]
        #[allow(missing_docs)]
        show: ShowArgs,
    },
}
