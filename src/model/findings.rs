//! What can be wrong with the cells and rows of the tables: codes and words.

use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::contract::vocab::{Predikat, Rating, Word};
use crate::facts;
use crate::finding::{About, Level, say};
use crate::model::unknown_plan::UnknownPlan;

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

facts! {
    // ── cells ──

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
        "Tulis tanpa pemisah ribuan (1234), atau dengan desimal yang jelas (1,23); lebih aman lagi, ketik sebagai angka di Excel.",
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
    } => |f, a| say(
        format!("{} kosong, padahal isian {} wajib ada di setiap baris.", a.place(), f.column),
        "Isi sel itu; bila barisnya tidak dipakai, hapus seluruh barisnya.",
    );

    /// An official form in which no label tells whose it is.
    STR051 FormUnnamed {
        /// What is not told.
        what: String,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Formulir ini".to_owned(), |n| format!("Formulir di lembar \"{n}\""));
        say(
            format!("{name} tidak menyebut {} pegawai yang dinilai dengan label yang dikenal.", f.what),
            "Tulis NAMA dan NIP (atau NI PPPK) di bawah PEGAWAI YANG DINILAI, dengan isinya di sel sebelah kanan label.",
        )
        .place_only()
    };

    /// The same unit twice with unlike content.
    STR024 UnitDoubled {
        /// The row that counts.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} menyebut unit \"{}\" sekali lagi dengan isi yang berbeda; yang dipakai baris pertamanya (sel {}).",
            a.place(),
            a.written(),
            f.first.a1()
        ),
        "Hapus baris yang salah, sehingga setiap unit hanya punya satu baris.",
    );

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

    // ── identity ──

    /// NIP stored as a number, already rounded.
    IDN001 NipNumber => |_, a| say(
        format!(
            "{} menyimpan NIP sebagai angka ({}); angka-angka terakhirnya sudah dibulatkan Excel.",
            a.place(),
            a.written()
        ),
        "Format kolom NIP sebagai Teks, lalu ketik ulang atau salin NIP 18 angka dari sumber aslinya; yang hilang tidak dapat ditebak.",
    );

    /// NIP of the wrong form.
    IDN002 NipMalformed {
        /// Which part is wrong.
        part: Box<str>,
    } => |f, a| say(
        format!("{} berisi NIP \"{}\" yang tidak dapat dipakai: {}.", a.place(), a.written(), f.part),
        "Cocokkan dengan SK atau SIASN, lalu tulis NIP 18 angka sebagai Teks.",
    );

    /// A NIP whose last digits a spreadsheet rounded away, told once for all its cells.
    IDN010 NipRounded {
        /// In how many further cells it stands.
        others: usize,
        /// Whom it probably means: the NIP, and the name where it is known.
        likely: Vec<(Text, Option<Text>)>,
    } => |f, a| say(
        format!(
            "{} berisi NIP \"{}\"{} yang angka-angka terakhirnya sudah dibulatkan.{}",
            a.place(), a.written(), in_other_cells(f.others), probably(&f.likely)
        ),
        "Format kolom NIP sebagai Teks, lalu salin NIP 18 angka dari sumber aslinya ke sel-sel itu.",
    );

    /// A NIP with a slip of the pen in it, which is nearly that of somebody known. Told once.
    IDN040 NipMistyped {
        /// Which part is wrong.
        part: Text,
        /// In how many further cells it stands.
        others: usize,
        /// Whom it probably means: the NIP, and the name where it is known.
        likely: Vec<(Text, Option<Text>)>,
    } => |f, a| say(
        format!(
            "{} berisi NIP \"{}\"{} yang tidak dapat dipakai: {}.{}",
            a.place(), a.written(), in_other_cells(f.others), f.part, probably(&f.likely)
        ),
        "Cocokkan dengan SK atau SIASN, lalu tulis NIP 18 angka sebagai Teks.",
    );

    /// The same NIP twice with overlapping periods.
    IDN003 PersonDoubled {
        /// The row before.
        first: Origin,
        /// The row that overlaps it.
        second: Origin,
    } => |f, a| say(
        format!(
            "{} tertulis dua kali untuk masa yang bertindihan: {} dan {}.",
            a.person().unwrap_or_else(|| "Pegawai ini".to_owned()),
            a.cell(f.first),
            a.cell(f.second)
        ),
        "Hapus baris yang berlebih, atau isi mulai dan selesai kedua jabatan agar tidak bertindihan; baris Plt diberi plt = ya.",
    );

    /// A NIP in a data table that is in no pegawai row.
    IDN004 PersonUnknown {
        /// Rows of the table with it.
        rows: u32,
    } => |f, a| say(
        format!(
            "NIP {} di tabel {} tidak ada di tabel pegawai; {} barisnya tidak dihitung.",
            a.nip(),
            a.table().unwrap_or("ini"),
            f.rows
        ),
        "Tambahkan orang ini ke tabel pegawai, atau perbaiki NIP-nya di salah satu tabel.",
    );

    /// Two rows for one unit that are equal, or two that except one person: the first counts.
    IDN005 RowRepeated {
        /// The row that counts.
        first: Origin,
        /// It excepts the same person for another reason.
        other_alasan: bool,
    } => |f, a| if f.other_alasan {
        say(
            format!(
                "{} menyebut orang yang sudah dikecualikan di {} dengan alasan lain; yang dipakai alasan di sana.",
                a.place(), a.cell(f.first)
            ),
            "Sisakan satu baris, dengan alasan yang benar.",
        )
    } else {
        say(
            format!("{} mengulang {}; satu baris yang dihitung.", a.place(), a.cell(f.first)),
            "Hapus salah satu baris yang sama itu.",
        )
    };

    /// Two rows about one person that say the same, one of them perhaps less: one counts.
    IDN007 PersonRowRepeated {
        /// The row that counts.
        first: Origin,
        /// A mark of perilaku: two raters may give the same.
        mark: bool,
    } => |f, a| say(
        format!(
            "Baris di {} sama dengan baris di {}, atau kurang lengkap; satu baris yang dihitung.",
            a.at().map(|at| a.cell(at)).unwrap_or_default(),
            a.cell(f.first)
        ),
        if f.mark {
            "Hapus salah satunya agar rapi; bila memang dari dua penilai, isi nip_penilai di kedua barisnya."
        } else {
            "Tidak ada yang harus diubah; agar rapi, hapus salah satunya."
        },
    );

    // ── rows of SKP and realisasi ──

    /// Two skp rows for one indicator that differ.
    TGT020 SkpDoubled {
        /// The cell of the first row that differs.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} berbeda dengan {}, padahal keduanya untuk indikator yang sama pada RHK {}.",
            a.place(),
            a.cell(f.first),
            a.kode_rhk()
        ),
        "Hapus baris yang salah; bila memang dua indikator, beri no_indikator yang berbeda di SKP dan di realisasi.",
    );

    /// Two skp rows that are equal: one counts.
    TGT021 SkpRowRepeated {
        /// The row that counts.
        first: Origin,
    } => |f, a| say(
        format!("{} mengulang baris SKP {}; satu baris yang dihitung.", a.place(), a.cell(f.first)),
        "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.",
    );

    /// A later row of an RHK says something else than its first.
    TGT022 RhkInconsistent {
        /// The cell of the first row.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} berisi \"{}\", lain daripada baris pertama RHK {} ({}); yang dipakai baris pertama.",
            a.place(),
            a.written(),
            a.kode_rhk(),
            a.cell(f.first)
        ),
        "Samakan dengan baris pertamanya atau kosongkan; bila memang RHK lain, beri kode_rhk yang lain.",
    );

    /// One-sided target against `arah`.
    TGT023 TargetContradictsArah {
        /// The arah as written.
        arah: &'static str,
    } => |f, a| say(
        format!(
            "{} berisi target \"{}\", tetapi arahnya \"{}\"; yang dipakai tanda pada target.",
            a.place(),
            a.written(),
            f.arah
        ),
        "Isi arah = turun untuk target paling banyak (≤), arah = naik untuk target paling sedikit (≥).",
    );

    /// `mulai` of an SKP row lies in no posting.
    TGT024 PostingUnknown => |_, a| say(
        format!(
            "{} berisi {}, tanggal yang tidak termasuk satu pun jabatan pegawai ini; RHK {} tidak ikut dihitung.",
            a.place(),
            a.written(),
            a.kode_rhk()
        ),
        "Isi mulai dengan tanggal di dalam masa jabatannya, atau kosongkan bila RHK itu untuk jabatan terakhir.",
    );

    /// Realisasi rows doubled for one period.
    REA020 RealisasiDoubled {
        /// The first one.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} adalah realisasi kedua untuk indikator dan periode yang sama pada RHK {}; yang pertama di {}.",
            a.place(),
            a.kode_rhk(),
            a.cell(f.first)
        ),
        "Hapus baris yang salah; bila keduanya bagian dari setahun, isi periodenya masing-masing dan pilih akumulasi yang sesuai.",
    );

    /// Two realisasi rows that are equal: one counts.
    REA021 RealisasiRowRepeated {
        /// The row that counts.
        first: Origin,
    } => |f, a| say(
        format!(
            "{} mengulang baris realisasi {}; satu baris yang dihitung.",
            a.place(),
            a.cell(f.first)
        ),
        "Hapus salah satu baris yang sama itu; periksa juga apakah berkas yang sama ikut dua kali.",
    );

    /// Realisasi for an RHK or indicator that does not exist.
    REA022 RealisasiUnknown {
        /// What is not there.
        what: UnknownPlan,
    } => |f, a| f.what.says(a);

    /// Realisasi of another year: ignored. Told once a table and year.
    REA023 RealisasiOtherYear {
        /// Rows of that year.
        rows: usize,
        /// The year.
        year: i16,
    } => |f, a| say(
        match f.rows {
            1 => format!("{} berisi \"{}\", di luar {} yang dinilai; baris itu dilewati.", a.place(), a.written(), a.period()),
            rows => format!(
                "{} berisi \"{}\"; baris itu dan {} baris lain untuk {} dilewati, karena di luar {} yang dinilai.",
                a.place(), a.written(), rows - 1, f.year, a.period()
            ),
        },
        "Biarkan bila memang data periode lain; bila salah tulis, perbaiki periodenya; bila salah tahun, jalankan dengan --tahun yang benar.",
    );

    /// Realisasi of the year that lies outside the shorter period assessed.
    REA061 RealisasiOtherPeriod {
        /// How many rows.
        rows: usize,
        /// Their periods.
        periods: String,
    } => |f, a| say(
        format!(
            "{} baris realisasi untuk {} dilewati karena di luar {} yang dinilai; yang pertama di {}.",
            f.rows,
            f.periods,
            a.period(),
            a.at().map(|at| a.cell(at)).unwrap_or_default()
        ),
        "Tidak ada yang harus diubah; bila masa itu yang hendak dinilai, jalankan dengan --periode atau --tahun yang sesuai.",
    );

    /// A yearly realisasi row of a code that stands in the SKP of two postings.
    REA025 RealisasiTwoPostings => |_, a| say(
        format!(
            "{} adalah realisasi setahun untuk RHK {}, padahal kode itu ada di SKP dua jabatan dalam tahun ini; \
             tidak diketahui milik jabatan yang mana.",
            a.place(),
            a.kode_rhk()
        ),
        "Isi kolom mulai dengan tanggal mulai jabatannya, isi periode yang lebih pendek (misalnya 2025-S1), \
         atau beri kode RHK yang berbeda pada tiap jabatan.",
    );

    /// A column of digits under the name of a mark, and they are none.
    STR026 MarkOfDigits {
        /// Its heading.
        heading: String,
        /// A predikat; otherwise a rating.
        predikat: bool,
        /// Predikat in words stand in the same column.
        among_words: bool,
    } => |f, a| say(
        if f.among_words {
            format!(
                "Kolom \"{}\" berisi angka di antara predikat yang ditulis dengan kata; angkanya tidak dibaca sebagai predikat.",
                f.heading
            )
        } else {
            format!(
                "Kolom \"{}\" berisi angka, bukan {}; tidak ada nilai yang diambil dari kolom itu.",
                f.heading,
                if f.predikat { "predikat kinerja" } else { "rating" }
            )
        },
        format!(
            "Tulis predikat dengan kata ({}) dan rating dengan kata ({}). Kotak peta talenta (1–9) bukan kuadran kinerja.",
            Predikat::WORDS.iter().map(|w| a.label(w)).collect::<Vec<_>>().join(", "),
            Rating::WORDS.join(", ")
        ),
    );

    /// All rows of a table are for other periods than asked.
    STR027 TableOtherPeriod {
        /// Those periods.
        periods: String,
        /// The one asked for.
        asked: String,
        /// The option that reads the last of them.
        option: String,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        say(
            format!("{name} untuk {}; yang diminta {}. Isinya tidak dipakai.", f.periods, f.asked),
            format!("Bila periode itu yang dimaksud, jalankan dengan {}; bila tidak, pakai berkas untuk periode yang diminta.", f.option),
        )
        .place_only()
        .level(if a.nobody_rated() { Level::Galat } else { Level::Peringatan })
    };

    /// The penilai of a form has an NRP, as members of TNI and Polri have.
    STR100 PenilaiWithNrp => |_, a| say(
        format!("{} berisi NRP pejabat penilai, bukan NIP; ia tidak dicari di antara pegawai yang dibaca.", a.place()),
        "Tidak perlu tindakan bila pejabat penilai itu anggota TNI atau Polri. Bila ia PNS atau PPPK, isi NIP-nya, 18 angka.",
    );

    /// The title of a table says a part of the year that cannot be told, and nothing else does.
    STR096 TitlePartUnclear {
        /// The line as it is written.
        line: String,
        /// Its marks are taken from nobody; realisasi are read as the year's.
        marks: bool,
    } => |f, _| say(
        format!(
            "Judul tabel ini, \"{}\", menyebut sebagian tahun, tetapi bagian yang mana tidak dapat dipastikan; {}.",
            crate::base::text::shorten(&f.line, 90),
            if f.marks { "tidak ada nilai yang diambil dari tabel ini" } else { "realisasinya dibaca sebagai realisasi setahun" },
        ),
        "Tulis periodenya di judul atau di kolom periode, misalnya SEMESTER I, TRIWULAN III, BULAN JUNI, atau TAHUN 2025 bila untuk setahun.",
    )
    .place_only();

    /// Some rows of a table of plans or of perilaku are of another year. Told once a table.
    STR095 RowsOtherYear {
        /// How many rows.
        rows: usize,
        /// The kind of table.
        table: &'static str,
        /// Those years.
        years: String,
        /// The period assessed.
        asked: String,
    } => |f, a| say(
        format!("{} baris tabel {} untuk {} dilewati, karena yang dinilai {}; yang pertama di {}.",
            f.rows, f.table, f.years, f.asked, a.at().map(|at| a.cell(at)).unwrap_or_default()),
        "Biarkan bila memang data tahun lain; bila salah tulis, perbaiki tahunnya.",
    );

    /// A table holds the predikat of years before the one assessed.
    STR094 PredikatHistory {
        /// Those years.
        years: String,
        /// The period assessed.
        asked: String,
        /// The year before it, the only one that is looked at.
        before: i16,
        /// Whether the table has it.
        has_before: bool,
        /// Rows of people who are not in the data.
        unknown: u32,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        let others = match f.unknown {
            0 => String::new(),
            n => format!(" {n} baris milik NIP yang tidak ada di tabel pegawai dibiarkan."),
        };
        let seen = if f.has_before {
            format!("Yang dilihat hanya predikat {}: untuk tindak lanjut dan lembar Kuadran.", f.before)
        } else {
            format!("Yang dilihat hanya predikat {}, dan itu tidak ada di dalamnya.", f.before)
        };
        say(
            format!("{name} berisi predikat {} dan dibaca sebagai riwayat, bukan hasil {}. {seen}{others}", f.years, f.asked),
            "Tidak perlu diubah. Bila seharusnya untuk tahun yang dinilai, perbaiki tahunnya.",
        )
        .place_only()
    };

    /// Somebody's ratings are of other periods than asked, and there are none of that one.
    STR068 RatingsOtherPeriod {
        /// How many people in this sheet.
        people: usize,
        /// The name of the first.
        first: crate::model::Text,
        /// Those periods.
        periods: String,
        /// The one asked for.
        asked: String,
        /// The option that reads the last of them.
        option: String,
    } => |f, _| say(
        match f.people {
            1 => format!("Rating {} di sini untuk {}; yang diminta {}, dan untuk masa itu tidak ada. Rating ini tidak dipakai.", f.first, f.periods, f.asked),
            n => format!("Rating {n} orang di sini (misalnya {}) untuk {}; yang diminta {}, dan untuk masa itu tidak ada. Rating ini tidak dipakai.", f.first, f.periods, f.asked),
        },
        format!("Bila periode itu yang dimaksud, jalankan dengan {}; bila tidak, sertakan penilaian untuk periode yang diminta.", f.option),
    )
    .place_only();

    /// All data are of another year than asked.
    STR028 DataOtherYear {
        /// Those years.
        years: String,
        /// The period asked for.
        asked: String,
        /// The option that reads them.
        option: String,
    } => |f, _| say(
        format!("Semua data berperiode {}, padahal yang diminta {}; tidak ada yang dapat dinilai.", f.years, f.asked),
        format!("Jalankan dengan {}, atau pakai data untuk {}.", f.option, f.asked),
    )
    .place_only();

    /// Two of the cells to tick are filled.
    STR035 TwoTicks {
        /// The first of them.
        first: Origin,
    } => |f, a| say(
        format!("Sel {} dan {} sama-sama ditandai, padahal hanya satu yang dapat dipilih.", f.first.a1(), a.at().map(Origin::a1).unwrap_or_default()),
        "Hapus tanda yang tidak dimaksud.",
    );

    // ── calibration ──

    /// A row or cell of the sheet Kalibrasi that could not be taken over.
    HSL032 CalibrationUnused {
        /// Why.
        why: NotUsed,
    } => |f, a| {
        let (what, advice) = match f.why {
            NotUsed::Nobody => (
                format!("berisi \"{}\", yang bukan NIP seorang pegawai di data ini; baris itu tidak dipakai.", a.written()),
                "Periksa NIP-nya, atau hapus baris itu.",
            ),
            NotUsed::NoRating => (
                format!("berisi \"{}\", yang bukan rating; sel itu tidak dipakai.", a.written()),
                "Pilih di atas ekspektasi, sesuai ekspektasi, atau di bawah ekspektasi dari daftarnya.",
            ),
            NotUsed::Doubled => (
                "menyebut pegawai yang sudah disebut di baris lain dengan rating berbeda; keduanya tidak dipakai.".to_owned(),
                "Hapus baris yang tidak dimaksud.",
            ),
        };
        say(format!("{} {what}", a.place()), advice)
    };
}

/// Why a row or cell of the sheet Kalibrasi is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUsed {
    /// The NIP is nobody's of the data.
    Nobody,
    /// Not one of the three ratings.
    NoRating,
    /// The person stands there twice, unlike.
    Doubled,
}

/// In how many cells more the same stands.
fn in_other_cells(others: usize) -> String {
    match others {
        0 => String::new(),
        n => format!(" (juga di {n} sel lain)"),
    }
}

/// Whom an unreadable NIP probably means.
fn probably(likely: &[(Text, Option<Text>)]) -> String {
    let who: Vec<String> = likely
        .iter()
        .map(|(nip, nama)| match nama {
            Some(nama) => format!("{nama} (NIP {nip})"),
            None => format!("NIP {nip}, yang ada di tabel lain"),
        })
        .collect();
    match who.len() {
        0 => String::new(),
        1 => format!(" Mungkin milik {}, tetapi NIP tidak diperbaiki sendiri.", who[0]),
        _ => format!(
            " Mungkin milik salah satu dari {}, tetapi NIP tidak diperbaiki sendiri.",
            who.join("; ")
        ),
    }
}
