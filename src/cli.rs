//! The command line: what was typed, nothing more. Parsing does no I/O.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Style, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};

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

    /// Samarkan nama dan NIP pada yang dicetak dan ditulis (nama berkas masukan tidak dapat disamarkan)
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

/// What `skp pelengkap` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Pelengkap {
    /// For bash
    Bash,
    /// For zsh
    Zsh,
    /// For fish
    Fish,
    /// For PowerShell
    Powershell,
    /// For elvish
    Elvish,
    /// The manual page, for packages
    Man,
}

/// Output form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// Tabel di terminal
    #[default]
    Tabel,
    /// JSON
    Json,
    /// CSV
    Csv,
}

/// Colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Warna {
    /// Hanya di terminal; NO_COLOR dihormati
    #[default]
    Auto,
    /// Selalu
    Selalu,
    /// Tidak pernah
    Tidak,
}

/// Levels to stop at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tingkat {
    /// Galat saja
    Galat,
    /// Galat dan peringatan
    Peringatan,
}

/// Grouping of the distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kelompok {
    /// Per unit yang dipimpin pejabat penilai
    Penilai,
    /// Per unit kerja
    Unit,
    /// Per unit induk
    Induk,
}

/// Form of the cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum KaskadeForm {
    /// Pohon di terminal
    #[default]
    Pohon,
    /// Graphviz
    Dot,
    /// Mermaid
    Mermaid,
}

/// An argument in effect: as it is typed, its value (`ya` for a switch), and whether it was typed
/// rather than the default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgUsed {
    /// `--tahun`
    pub name: String,
    /// Its value.
    pub value: String,
    /// Typed.
    pub typed: bool,
}

/// Every option of the command in effect, off the command line's own definition, so that none is
/// forgotten. Inputs and outputs (positional ones, and switches that are off) are left out.
pub fn options(matches: &clap::ArgMatches) -> Vec<ArgUsed> {
    let Some((name, sub)) = matches.subcommand() else {
        return Vec::new();
    };
    let whole = command();
    let Some(defined) = whole.find_subcommand(name) else {
        return Vec::new();
    };
    let mut used = Vec::new();
    for arg in defined.get_arguments().filter(|a| !a.is_positional()) {
        let (Some(long), Some(source)) = (arg.get_long(), sub.value_source(arg.get_id().as_str())) else {
            continue;
        };
        let typed = source != clap::parser::ValueSource::DefaultValue;
        let value = if arg.get_action().takes_values() {
            let raw = sub.get_raw(arg.get_id().as_str()).into_iter().flatten();
            raw.map(|v| v.to_string_lossy().into_owned()).collect::<Vec<_>>().join(",")
        } else if typed {
            "ya".to_owned()
        } else {
            continue;
        };
        used.push(ArgUsed {
            name: format!("--{long}"),
            value,
            typed,
        });
    }
    used
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

fn indonesian(command: clap::Command, above: &str) -> clap::Command {
    let name = format!("{above} {}", command.get_name());
    let mut command = command.mut_args(indonesian_arg).mut_subcommands(|c| indonesian(c, &name));
    let has_subcommands = command.has_subcommands();
    let values: Vec<String> = command
        .get_positionals()
        .map(|a| {
            let shown = a
                .get_value_names()
                .and_then(|n| n.first())
                .map_or_else(|| a.get_id().to_string(), ToString::to_string);
            let many = a.get_num_args().is_some_and(|n| n.max_values() > 1) || matches!(a.get_action(), clap::ArgAction::Append);
            format!(
                "{}{}",
                if a.is_required_set() {
                    format!("<{shown}>")
                } else {
                    format!("[{shown}]")
                },
                if many { "..." } else { "" }
            )
        })
        .collect();
    let tail = if has_subcommands { " [PERINTAH]" } else { "" };
    let usage = format!(
        "{name} [PILIHAN]{tail}{}{}",
        if values.is_empty() { "" } else { " " },
        values.join(" ")
    );
    command = command.override_usage(usage);
    command
}

/// The allowed values and the default stand in the help line itself, in the user's language.
fn indonesian_arg(arg: clap::Arg) -> clap::Arg {
    if arg.is_positional() {
        return arg.help_heading("Masukan");
    }
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = arg.get_action().takes_values();
    let values: Vec<String> = if takes_value {
        arg.get_possible_values()
            .iter()
            .filter(|v| !v.is_hide_set())
            .map(|v| v.get_name().to_owned())
            .collect()
    } else {
        Vec::new()
    };
    if !values.is_empty() {
        help.push_str(&format!(" [{}]", values.join("|")));
    }
    let defaults: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|v| v.to_string_lossy().into_owned())
        .collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [bawaan: {}]", defaults.join(",")));
    }
    let arg = arg.help(help);
    let arg = if takes_value {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    };
    if arg.get_id() == "help" {
        arg
    } else {
        arg.help_heading("Pilihan")
    }
}
