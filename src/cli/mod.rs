//! The command line: what was typed, nothing more. Parsing does no I/O.

mod args;
mod indonesian;
mod used;
mod values;

use clap::builder::styling::{AnsiColor, Style, Styles};
use clap::{Parser, Subcommand};

pub use args::{
    AturanArgs, AturanCommand, BacaArgs, ContohArgs, DataArgs, FindingArgs, JelaskanArgs, KaskadeArgs, NilaiArgs, PeriksaArgs,
    RuleArgs, ShowArgs, TemplateArgs,
};
use indonesian::indonesian;
pub use used::{ArgUsed, options};
pub use values::{Format, KaskadeForm, Kelompok, Pelengkap, Tingkat, Warna};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Cyan.on_default().bold())
    .usage(AnsiColor::Cyan.on_default().bold())
    .literal(Style::new().bold())
    .placeholder(AnsiColor::Green.on_default());

const TEMPLATE: &str = "{before-help}{about-with-newline}\nCara pakai: {usage}\n\n{all-args}{after-help}";

const AFTER: &str = "\
Contoh:
  skp nilai skp2025.xlsx --tahun 2025 -o laporan.xlsx
  skp periksa FolderUnit --tahun 2025
  skp jelaskan 198001012005011001 skp2025.xlsx --tahun 2025
  skp jelaskan KAS002

Kode keluar: 0 bersih (peringatan boleh ada) · 1 ada temuan galat · 2 tidak dapat dijalankan.";

/// `skp`: closes the performance year.
#[derive(Debug, Parser)]
#[command(
    name = "skp",
    version,
    about = "Menutup tahun kinerja: membaca SKP, realisasi, dan perilaku; memeriksa kaskade; menghitung nilai dan predikat; menulis laporan.",
    styles = STYLES,
    help_template = TEMPLATE,
    after_help = AFTER,
    subcommand_help_heading = "Perintah",
    subcommand_value_name = "PERINTAH",
    next_help_heading = "Pilihan",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    max_term_width = 110
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Tampilkan bantuan
    #[arg(short = 'h', long = "help", visible_alias = "bantuan", action = clap::ArgAction::HelpShort, global = true)]
    help: Option<bool>,

    /// Tampilkan versi
    #[arg(short = 'V', long = "version", visible_alias = "versi", action = clap::ArgAction::Version)]
    version: Option<bool>,

    /// Bila sesuatu gagal, sebutkan juga pesan asli dari sistem (berbahasa Inggris)
    #[arg(long, global = true)]
    pub rinci: bool,
}

/// The commands of `keluaran.md` section 1.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Baca, periksa, hitung, dan tulis laporan (pekerjaan utama)
    #[command(visible_alias = "score", help_template = TEMPLATE)]
    Nilai(NilaiArgs),
    /// Baca dan periksa saja; tampilkan temuan
    #[command(visible_alias = "check", help_template = TEMPLATE)]
    Periksa(PeriksaArgs),
    /// Tampilkan apa yang dikenali di setiap berkas dan lembar
    #[command(visible_alias = "read", help_template = TEMPLATE)]
    Baca(BacaArgs),
    /// Jelaskan hasil seorang pegawai (NIP) langkah demi langkah, atau satu kode temuan
    #[command(visible_alias = "explain", help_template = TEMPLATE)]
    Jelaskan(JelaskanArgs),
    /// Tampilkan pohon kaskade dan yang terputus
    #[command(visible_alias = "cascade", help_template = TEMPLATE)]
    Kaskade(KaskadeArgs),
    /// Buat buku kerja masukan kosong dengan pilihan dan petunjuk
    #[command(help_template = TEMPLATE)]
    Template(TemplateArgs),
    /// Buat instansi fiktif untuk latihan dan mencoba
    #[command(help_template = TEMPLATE)]
    Contoh(ContohArgs),
    /// Tampilkan dan periksa aturan yang dipakai menghitung
    #[command(visible_alias = "rules", help_template = TEMPLATE)]
    Aturan(AturanArgs),
    /// Cetak JSON Schema dari yang ditulis program ini
    #[command(help_template = TEMPLATE)]
    Skema {
        /// hasil, temuan, baca, penjelasan, kode, kaskade, matriks, aturan [bawaan: daftarnya]
        #[arg(value_name = "NAMA")]
        nama: Option<String>,
        /// Sebagai halaman untuk dibaca: setiap kunci, bentuk, dan artinya
        #[arg(long, requires = "nama")]
        halaman: bool,
    },
    /// Tampilkan panduan untuk staf, seluruhnya dari dalam program
    #[command(help_template = TEMPLATE)]
    Panduan {
        /// Bab, misalnya memasang; tanpa bab: halaman pertama
        #[arg(value_name = "BAB")]
        bab: Option<String>,
        /// Warna
        #[arg(long, value_name = "KAPAN", default_value = "auto")]
        warna: Warna,
    },
    /// Cetak pelengkap perintah untuk bash, zsh, fish, atau PowerShell
    #[command(help_template = TEMPLATE)]
    Pelengkap {
        /// bash, zsh, fish, powershell, elvish; man untuk halaman manual
        #[arg(value_name = "SHELL")]
        bentuk: Pelengkap,
    },
}

/// Parses the command line. Help and usage errors come back as [`clap::Error`].
#[allow(clippy::result_large_err)] // once per process
pub fn parse(args: impl IntoIterator<Item = std::ffi::OsString>) -> Result<(Cli, Vec<ArgUsed>), clap::Error> {
    let matches = command().try_get_matches_from(args)?;
    let used = options(&matches);
    Ok((<Cli as clap::FromArgMatches>::from_arg_matches(&matches)?, used))
}

/// The command line with clap's own English words in help replaced.
pub fn command() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
        .override_usage("skp <PERINTAH> [PILIHAN]\n            skp <BERKAS|FOLDER>...")
        .mut_subcommands(|c| indonesian(c, "skp"))
}
