//! What can be wrong with a file: codes and words.

use super::endings::is_called_a_table;
use crate::base::origin::Origin;
use crate::facts;
use crate::finding::{About, Level, Said, say};

/// The sentence about a file: path, what is wrong with it, the detail in brackets.
fn file(about: &dyn About, what: &str, detail: &str, advice: &str) -> Said {
    let because = about.because().map(|b| format!(" [{b}]")).unwrap_or_default();
    let detail = if detail.is_empty() && because.is_empty() {
        String::new()
    } else {
        format!(" ({detail}{because})")
    };
    say(format!("Berkas \"{}\" {what}{detail}.", about.file()), advice)
}

/// One that came with a folder is only named: it may lie there for its own reasons.
fn missed_if_named(about: &dyn About, said: Said) -> Said {
    if about.file_named() {
        said
    } else {
        said.level(Level::Catatan)
    }
}

facts! {
    /// Does not exist, no permission, or another I/O error.
    STR001 FileUnreadable {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| file(
        a,
        "tidak dapat dibuka",
        &f.detail,
        "Periksa nama, letak, dan izin berkasnya; bila sedang dibuka di Excel, tutup dulu.",
    );

    /// Protected by a password.
    STR002 FileEncrypted => |_, a| file(
        a,
        "terkunci kata sandi",
        "buku kerja dilindungi kata sandi",
        "Buka di Excel, pilih Berkas › Info › Proteksi Buku Kerja › Enkripsi dengan Kata Sandi, kosongkan kata sandinya, lalu simpan. Di LibreOffice: Berkas › Simpan Sebagai, tanpa centang \"Simpan dengan kata sandi\".",
    );

    /// A zip that would unpack to far too much.
    STR003 FileBomb {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| file(
        a,
        "akan mengembang jauh melebihi ukuran wajar bila dibuka",
        &f.detail,
        "Jangan dipakai. Minta ulang berkas dari sumbernya, atau salin datanya ke buku kerja baru.",
    );

    /// Damaged: truncated, broken XML, a part missing; or a part of it cannot be read (a lone quote).
    STR004 FileDamaged {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| file(
        a,
        "rusak atau tidak lengkap",
        &f.detail,
        "Buka di Excel dan simpan ulang sebagai .xlsx; bila tidak bisa dibuka, unduh atau minta ulang.",
    );

    /// Too many rows, columns or cells.
    STR005 FileTooLarge {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| if a.at().is_some() {
        // The rest of the file was read.
        say(
            format!("{} tidak dibaca: {}.", a.place(), f.detail),
            "Pendekkan isinya, atau pindahkan sebagian ke kolom lain.",
        )
    } else {
        file(
            a,
            "terlalu besar untuk dibaca",
            &f.detail,
            "Pecah menjadi beberapa berkas, atau hapus baris dan kolom kosong yang berformat di luar tabel, lalu simpan.",
        )
    };

    /// A workbook without sheets, or an empty file.
    STR006 FileEmpty {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| missed_if_named(a, file(
        a,
        "kosong",
        &f.detail,
        "Periksa apakah berkas yang benar yang dipilih; bila ya, unduh atau simpan ulang.",
    ));

    /// The content is no table of any known format.
    STR007 FileNotTable {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| {
        let advice = "Pakai berkas .xlsx, .xls, .ods, atau .csv; bila aslinya PDF atau Word, salin tabelnya ke Excel.";
        let said = file(a, "bukan buku kerja dan bukan tabel", &f.detail, advice);
        // Its people may be in no other file.
        if !a.file_named() && is_called_a_table(a.file()) {
            said.level(Level::Peringatan)
        } else {
            missed_if_named(a, said)
        }
    };

    /// The delimiter or the encoding cannot be told.
    STR008 DelimiterAmbiguous {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| file(
        a,
        "tidak dapat dipastikan pemisah kolomnya",
        &f.detail,
        "Sebutkan pemisahnya dengan --pemisah \";\" (atau \",\", \"|\", tab).",
    );

    /// Written by this program: no data.
    STR060 FileOwn {
        /// What it is.
        what: &'static str,
    } => |f, a| say(
        format!("Berkas \"{}\" adalah {} tulisan skp sendiri, bukan data, jadi dilewati.", a.file(), f.what),
        "Tidak perlu apa-apa. Yang dibaca adalah data asalnya, bukan hasilnya. Rating yang diubah di lembar Kalibrasi dipakai dengan \
         --kalibrasi dan nama berkasnya.",
    );

    /// Equal byte by byte to another input.
    STR061 FileCopy {
        /// Which one is read.
        of: String,
        /// They lie in different folders under one name, as downloads of different months do.
        elsewhere: bool,
    } => |f, a| say(
        format!(
            "Berkas \"{}\" sama persis isinya dengan \"{}\", jadi dilewati; isinya dihitung satu kali.",
            a.file(),
            f.of
        ),
        if f.elsewhere {
            "Bila isinya mestinya berbeda (misalnya unduhan bulan lain), berkas yang salah tersimpan di sini: unduh ulang. Bila memang sama, tidak perlu apa-apa."
        } else {
            "Tidak perlu apa-apa. Hapus salah satunya bila mengganggu."
        },
    );

    /// An annotated copy of it is read, too.
    STR097 FileOriginal {
        /// The copy.
        copy: String,
    } => |f, a| say(
        format!(
            "Berkas \"{}\" dilewati: \"{}\" adalah salinannya yang ditulis --anotasi, dan salinan itu yang dibaca.",
            a.file(),
            f.copy
        ),
        "Bila perbaikannya ditulis di salinan itu, pindahkan yang asli ke folder lain. Bila yang asli yang akan diperbaiki, pindahkan salinannya.",
    );

    /// A file or sheet left out by `--lewati`.
    STR062 Skipped => |_, a| {
        let what = match (a.at(), a.sheet()) {
            (Some(_), Some(name)) => format!("Lembar \"{name}\""),
            _ => format!("Berkas \"{}\"", a.file()),
        };
        say(
            format!("{what} dilewati karena disebut pada --lewati."),
            "Hapus --lewati bila isinya mestinya ikut dihitung.",
        )
        .place_only()
    };

    /// A `--lewati` that fits nothing.
    STR063 SkipUnused {
        /// What there is, the nearest first.
        names: Vec<String>,
    } => |f, a| {
        let offered: Vec<String> = f.names.iter().map(|n| format!("\"{n}\"")).collect();
        say(
            format!(
                "Tidak ada berkas, folder, atau lembar masukan yang cocok dengan --lewati \"{}\".",
                a.written()
            ),
            format!("Perbaiki namanya. Yang ada: {}.", offered.join(", ")),
        )
    };

    /// The answer of a site whose download failed.
    STR064 FileErrorPage {
        /// More, for the brackets behind the sentence.
        detail: String,
    } => |f, a| file(
        a,
        "bukan tabel, melainkan jawaban sebuah situs saat unduhannya gagal",
        &f.detail,
        "Masuk lagi ke aplikasinya, lalu unduh ulang berkasnya.",
    );

    /// A filled cell far outside any table.
    STR065 CellBeyond {
        /// How many more there are.
        others: u32,
    } => |f, a| {
        let others = match f.others {
            0 => String::new(),
            n => format!(" (dan {n} sel lain di luar sana)"),
        };
        say(
            format!(
                "Sel {} berisi \"{}\"{others}, jauh di luar tabel mana pun, jadi tidak dibaca.",
                a.at().map(Origin::a1).unwrap_or_default(),
                a.written()
            ),
            "Buka selnya (Ctrl+End di Excel), lalu hapus isinya; bila isinya data, pindahkan ke dalam tabel.",
        )
    };
}
