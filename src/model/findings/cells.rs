//! Cells that cannot be read, or not in one way.

use super::people::HeadWithoutNip;
use crate::base::origin::Origin;
use crate::base::text::{is_blank, is_dash};
use crate::contract::Key;
use crate::contract::vocab::Word;
use crate::facts;
use crate::finding::{About, say};

/// Rows in which a column must be filled.
fn due_in(column: &str) -> &'static str {
    if column == Key::Rhk.name() {
        "baris pertama setiap RHK"
    } else {
        "setiap baris"
    }
}

facts! {
    /// `#N/A` and the like.
    STR015 ValueError => |_, a| say(
        format!("{} berisi kesalahan {}, jadi nilainya tidak diketahui.", a.place(), a.written()),
        "Perbaiki rumusnya di Excel, atau tulis nilainya langsung, lalu simpan.",
    );

    /// More codes in one cell than anybody writes.
    STR066 TooManyCodes {
        /// How many there are.
        count: usize,
        /// How many are looked at, at most.
        most: usize,
    } => |f, a| say(
        format!(
            "{} berisi {} kode, padahal satu RHK mengintervensi satu atau beberapa RHK pimpinan; lebih dari {} kode dalam satu sel tidak dibaca.",
            a.place(),
            f.count,
            f.most
        ),
        "Tulis di sel ini hanya kode RHK pimpinan yang diintervensi RHK itu.",
    );

    /// A formula without stored result.
    STR016 ValueUncomputed => |_, a| say(
        format!("{} berisi rumus yang hasilnya belum tersimpan di berkas.", a.place()),
        "Buka berkas ini di Excel atau LibreOffice, simpan, lalu jalankan lagi.",
    );

    /// A figure that can be read two ways (`1.234`).
    STR017 NumberAmbiguous => |_, a| say(
        format!(
            "{} berisi \"{}\", yang dapat dibaca sebagai ribuan atau sebagai pecahan desimal.",
            a.place(),
            a.written()
        ),
        "Ketik sebagai angka di Excel, atau tulis tanpa pemisah ribuan (1234) bila ribuan, dan dengan empat angka di belakang koma (1,2340) bila desimal.",
    );

    /// Not a figure where one is needed.
    STR018 NumberUnreadable {
        /// Why, where more is known.
        why: Option<&'static str>,
    } => |f, a| say(
        format!(
            "{} berisi \"{}\", yang tidak dapat dibaca sebagai angka{}.",
            a.place(),
            a.written(),
            f.why.map(|w| format!(" ({w})")).unwrap_or_default()
        ),
        "Tulis angkanya dengan angka, misalnya 12 atau 98,5; keterangan ditulis di kolom lain.",
    );

    /// 0,85 % or 85 %?
    STR019 PercentAmbiguous => |_, a| say(
        format!(
            "{} berisi {written} dengan satuan persen; tidak jelas apakah maksudnya {written} % atau pecahan dari seratus persen.",
            a.place(),
            written = a.written()
        ),
        "Tulis angkanya utuh, misalnya 85 untuk 85 %; bila memang sekecil itu, tulis dengan tanda persen, misalnya 0,85%.",
    );

    /// The capaian of an organisation is below nought.
    REA010 OrganisasiNegative => |_, a| say(
        format!("{} berisi capaian kinerja organisasi {}, padahal capaian tidak mungkin negatif.", a.place(), a.written()),
        "Tulis capaian organisasinya, 0 atau lebih, misalnya 95,5; bila predikatnya sudah ditetapkan, isi predikat_organisasi dan kosongkan sel ini.",
    )
    .expected("angka, 0 atau lebih");

    /// Not a date, or one that cannot be.
    STR020 DateUnreadable {
        /// Why it cannot be used, where it is a date.
        why: Option<&'static str>,
    } => |f, a| say(
        format!(
            "{} berisi \"{}\", yang tidak dapat dipakai sebagai tanggal{}.",
            a.place(),
            a.written(),
            f.why.map(|w| format!(": {w}")).unwrap_or_default()
        ),
        "Tulis tanggalnya lengkap, hari lebih dulu, misalnya 01/03/2025 atau 1 Maret 2025.",
    );

    /// A word outside its vocabulary.
    STR021 WordUnknown {
        /// The nearest allowed word.
        near: Option<&'static str>,
        /// What may stand there, where that is a vocabulary.
        list: Option<WordList>,
    } => |f, a| {
        let said = say(
            format!(
                "{} berisi \"{}\", yang tidak ada dalam daftar kata kolom ini.",
                a.place(),
                a.written()
            ),
            match f.near {
                Some(near) => format!("Mungkin maksudnya \"{}\"; tulis demikian bila benar.", a.label(near)),
                None => "Ganti dengan salah satu kata yang diterima.".to_owned(),
            },
        );
        match &f.list {
            Some(list) => said.expected(list.shown(a)),
            None => said,
        }
    };

    /// A choice made by striking out the others, of which not one is left, or not one only, or none wholly.
    REA072 ChoiceUnclear {
        /// What is left.
        left: ChoiceLeft,
    } => |f, a| say(
        match &f.left {
            ChoiceLeft::Nothing => format!("{} dicoret seluruhnya, jadi tidak ada pilihan yang tersisa.", a.place()),
            ChoiceLeft::Several(words) => format!(
                "{} menyisakan {} pilihan yang tidak dicoret: {}.",
                a.place(),
                words.len(),
                words.join(", ")
            ),
            ChoiceLeft::Half(word) => format!(
                "{} memuat pilihan \"{word}\" yang dicoret sebagian saja, jadi tidak jelas apakah pilihan itu berlaku.",
                a.place()
            ),
        },
        "Coret seluruh tulisan setiap pilihan yang tidak berlaku sehingga tersisa satu, atau ketik pilihan yang berlaku saja.",
    );

    /// The heading of the curve names another predikat organisasi than CAPAIAN KINERJA ORGANISASI does.
    REA074 CurveUnlike {
        /// Where CAPAIAN KINERJA ORGANISASI stands.
        typed: Origin,
        /// What it says.
        says: &'static str,
    } => |f, a| say(
        format!(
            "{} menyebut capaian kinerja organisasi \"{}\", sedangkan CAPAIAN KINERJA ORGANISASI di {} adalah {}; yang dipakai {}.",
            a.place(),
            a.written(),
            a.cell(f.typed),
            f.says,
            f.says
        ),
        "Samakan judul kurva (dan gambarnya) dengan capaian kinerja organisasi, atau perbaiki capaian itu.",
    );

    /// A code for a kind of post whose meaning nobody knows: read as empty.
    STR046 PostCode => |_, a| say(
        format!(
            "{} berisi kode \"{}\", yang artinya sebagai jenis jabatan belum diketahui; dibaca sebagai belum diisi.",
            a.place(),
            a.written()
        ),
        "Bila perlu, tulis dengan kata: administrator, pengawas, pelaksana, fungsional, dan seterusnya.",
    );

    /// Read as another label of the vocabulary, with doubt ("Perlu Perbaikan").
    STR022 WordDoubtful {
        /// The word it is read as.
        read: &'static str,
        /// What may stand there.
        list: WordList,
    } => |f, a| {
        let read = a.label(f.read);
        say(
            format!("{} berisi \"{}\"; dibaca sebagai {read}.", a.place(), a.written()),
            format!("Tulis \"{read}\" supaya tidak ada keraguan."),
        )
        .expected(f.list.shown(a))
    };

    /// An obligatory cell is empty.
    STR023 ValueMissing {
        /// The column's name in the input contract.
        column: &'static str,
        /// Of a NIP: whom others probably name as their atasan.
        head: Option<Box<HeadWithoutNip>>,
    } => |f, a| match a.written() {
        nothing if is_blank(&nothing) || is_dash(&nothing) => say(
            format!(
                "{} kosong, padahal isian {} wajib ada di {}.{}",
                a.place(),
                f.column,
                due_in(f.column),
                f.head.as_deref().map(HeadWithoutNip::words).unwrap_or_default()
            ),
            match &f.head {
                None => "Isi sel itu; bila barisnya tidak dipakai, hapus seluruh barisnya.".to_owned(),
                Some(head) => format!(
                    "Isi NIP {} dari SK atau SIASN. Bila NIP-nya lain, tambahkan juga baris pegawai untuk atasan mereka.",
                    head.nama
                ),
            },
        ),
        written => say(
            format!("{} berisi \"{written}\" tanpa {}, padahal isian {} wajib ada di {}.", a.place(), f.column, f.column, due_in(f.column)),
            format!("Tambahkan {} di sel itu; bila barisnya tidak dipakai, hapus seluruh barisnya.", f.column),
        ),
    };

    /// A time of day, a duration or a date where a figure with a unit belongs.
    STR045 ClockCell {
        /// A date, not a time.
        date: bool,
        /// The unit.
        unit: String,
    } => |f, a| say(
        format!(
            "{} berisi {} \"{}\", padahal di sini diperlukan angka dalam {}.",
            a.place(),
            if f.date { "tanggal" } else { "jam atau durasi" },
            a.written(),
            f.unit
        ),
        "Ketik angkanya saja dalam satuan itu, misalnya 20 untuk 20 menit; bila Excel mengubahnya lagi, format kolomnya sebagai Teks dahulu.",
    )
    .expected(format!("angka dalam {}", f.unit));

    /// Two of the cells to tick are filled.
    STR035 TwoTicks {
        /// The first of them.
        first: Origin,
    } => |f, a| say(
        format!("Sel {} dan {} sama-sama ditandai, padahal hanya satu yang dapat dipilih.", f.first.a1(), a.at().map(Origin::a1).unwrap_or_default()),
        "Hapus tanda yang tidak dimaksud.",
    );

    /// A tick under a heading that nobody knows, among others of one group.
    STR037 TickUnread {
        /// The group's name in the input contract.
        column: &'static str,
    } => |f, a| say(
        format!("{} ditandai, tetapi judulnya bukan pilihan {} yang dikenal, jadi tandanya tidak dibaca.", a.place(), f.column),
        format!(
            "Tulis judul kolomnya lengkap, misalnya {}.",
            if f.column == Key::HasilAkhir.name() { "SANGAT BAIK" } else { "DI ATAS EKSPEKTASI" }
        ),
    );
}

/// The words that a column takes, as the rule set in use says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordList {
    name: &'static str,
    words: &'static [&'static str],
}

impl WordList {
    /// Those of a vocabulary.
    pub const fn of<W: Word>() -> Self {
        Self {
            name: W::NAME,
            words: W::WORDS,
        }
    }

    fn shown(&self, a: &dyn About) -> String {
        let words: Vec<&str> = self.words.iter().map(|w| a.label(w)).collect();
        format!("{}: {}", self.name, words.join(", "))
    }
}

/// What is left of choices of which some are struck out, where it is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceLeft {
    /// None.
    Nothing,
    /// These.
    Several(Vec<String>),
    /// One that is struck out in part.
    Half(String),
}
