//! Whole tables: of another period, with marks that are none; and the sheet Kalibrasi.

use crate::contract::vocab::{Predikat, Rating, Word as _};
use crate::facts;
use crate::finding::{Level, say};

/// What of a table or form of another period is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodUnused {
    /// All of it.
    Whole,
    /// All but its plans: those of a longer period serve all the same.
    AllButPlans,
    /// The marks of perilaku; what was attained in a part of the period counts as that part's.
    Perilaku,
}

facts! {
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

    /// Columns of one meaning whose headings name other years than the one assessed, and none names that one.
    STR101 ColumnOtherYear {
        /// Their headings.
        headings: Vec<crate::model::Text>,
        /// What they mean.
        column: &'static str,
        /// Those years; none where a heading names several.
        years: Vec<i16>,
        /// The year assessed.
        assessed: i16,
        /// Somebody waits for what should stand there.
        needed: bool,
    } => |f, a| {
        let (column, assessed) = (f.column, f.assessed);
        let headings = f.headings.iter().map(|h| format!("\"{h}\"")).collect::<Vec<_>>().join(", ");
        let years = f.years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let place = a.at().map(crate::base::origin::Origin::a1).unwrap_or_default();
        let what = if f.years.is_empty() {
            format!("menyebut lebih dari satu tahun, jadi tidak jelas apakah isinya {column} {assessed}")
        } else {
            format!("untuk {years}, padahal yang dinilai {assessed}")
        };
        let rename = match f.years.as_slice() {
            [] => format!("tulis hanya {assessed} di judulnya"),
            [year] => format!("ganti {year} di judulnya menjadi {assessed}"),
            _ => format!("tulis {assessed} di judulnya"),
        };
        let run = f.years.last().map_or_else(String::new, |year| format!(" Bila {year} yang hendak dinilai, jalankan dengan --tahun {year}."));
        say(
            format!("Kolom {headings} (sel {place}) {what}; isinya tidak dipakai sebagai {column}."),
            format!("Bila isinya memang {column} {assessed}, {rename}; bila bukan, tambahkan kolom {column} {assessed}.{run}"),
        )
        .expected(format!("kolom {column} {assessed}"))
        .place_only()
        .level(if f.needed { Level::Galat } else { Level::Peringatan })
    };

    /// All rows of a table are for other periods than asked.
    STR027 TableOtherPeriod {
        /// Those periods.
        periods: String,
        /// The name of the file or folder that says so, where nothing in it does.
        told_by: Option<String>,
        /// The one asked for.
        asked: String,
        /// The options that read them.
        option: String,
        /// What of it is not used.
        unused: PeriodUnused,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        let unused = match f.unused {
            PeriodUnused::Whole => "Isinya",
            PeriodUnused::AllButPlans => "Realisasi dan penilaiannya",
            PeriodUnused::Perilaku => "Penilaian perilakunya",
        };
        say(
            format!("{name} untuk {}{}; yang diminta {}. {unused} tidak dipakai.", f.periods, by_name(f.told_by.as_ref()), f.asked),
            format!(
                "Bila periode itu yang dimaksud, jalankan dengan {}; bila tidak, {}.",
                f.option,
                if f.told_by.is_some() {
                    "ubah nama itu, atau tulis periodenya di judul tabel atau kolom periode"
                } else {
                    "pakai berkas untuk periode yang diminta"
                }
            ),
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
    STR096 PartUnclear {
        /// What leaves it open.
        by: UnclearBy,
    } => |f, _| match &f.by {
        UnclearBy::Title { line, marks } => say(
            format!(
                "Judul tabel ini, \"{}\", menyebut sebagian tahun yang bukan satu bulan, triwulan, atau semester, atau yang tidak dapat dipastikan; {}.",
                crate::base::text::shorten(line, 90),
                if *marks { "tidak ada nilai yang diambil dari tabel ini" } else { "realisasinya dibaca sebagai realisasi setahun" },
            ),
            "Tulis periodenya di judul atau di kolom periode, misalnya SEMESTER I, TRIWULAN III, BULAN JUNI, atau TAHUN 2025 bila untuk setahun.",
        ),
        UnclearBy::Form { line } => say(
            format!(
                "Periode formulir ini, \"{}\", bukan satu bulan, triwulan, semester, atau setahun, atau tidak dapat dipastikan; realisasi dan penilaiannya tidak dipakai.",
                crate::base::text::shorten(line, 90),
            ),
            "Tulis periodenya di baris PERIODE PENILAIAN, misalnya TRIWULAN III TAHUN 2025, atau 1 JANUARI S.D. 31 DESEMBER 2025 bila untuk setahun.",
        ),
        UnclearBy::Heading { heading, part, told_by } => say(
            format!(
                "Tabel ini untuk {part} menurut {told_by}, sedangkan kolom \"{}\" menyebut setahun; tidak ada nilai yang diambil dari kolom itu.",
                crate::base::text::shorten(heading, 90),
            ),
            format!("Perbaiki yang salah di antara keduanya: judul kolom itu bila nilainya untuk {part}, atau {told_by} bila untuk setahun."),
        ),
    }
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
        /// The options that read those that are of a part of the year assessed.
        option: Option<String>,
    } => |f, a| say(
        format!("{} baris tabel {} untuk {} dilewati, karena yang dinilai {}; yang pertama di {}.",
            f.rows, f.table, f.years, f.asked, a.at().map(|at| a.cell(at)).unwrap_or_default()),
        match &f.option {
            None => "Biarkan bila memang data tahun lain; bila salah tulis, perbaiki tahunnya.".to_owned(),
            Some(option) => format!(
                "Biarkan bila memang hanya untuk masa itu, yang dibaca dengan {option}; bila untuk {}, perbaiki periodenya.",
                f.asked
            ),
        },
    );

    /// A table holds the predikat of years before the one assessed.
    STR094 PredikatHistory {
        /// Those years.
        years: String,
        /// The name of the file or folder that says so, where nothing in it does.
        told_by: Option<String>,
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
            format!(
                "{name} berisi predikat {}{} dan dibaca sebagai riwayat, bukan hasil {}. {seen}{others}",
                f.years, by_name(f.told_by.as_ref()), f.asked
            ),
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
        /// What of them.
        what: &'static str,
        /// Those periods.
        periods: String,
        /// The name of the sheet, file or folder that says so, where nothing in it does.
        told_by: Option<String>,
        /// The one asked for.
        asked: String,
        /// The options that read them.
        option: String,
    } => |f, _| say(
        {
            let whose = match f.people {
                1 => format!("{} {} di sini", f.what, f.first),
                n => format!("{} {n} orang di sini (misalnya {})", f.what, f.first),
            };
            let by = by_name(f.told_by.as_ref());
            format!(
                "{whose} untuk {}{by}; yang diminta {}, dan untuk masa itu tidak ada. {} ini tidak dipakai.",
                f.periods, f.asked, f.what
            )
        },
        format!("Bila periode itu yang dimaksud, jalankan dengan {}; bila tidak, sertakan penilaian untuk periode yang diminta.", f.option),
    )
    .place_only();

    /// All data are of another year than asked.
    STR028 DataOtherYear {
        /// Those years.
        years: String,
        /// The name of the file or folder that says so, where nothing in it does.
        told_by: Option<String>,
        /// The period asked for.
        asked: String,
        /// The option that reads them.
        option: String,
    } => |f, _| say(
        format!(
            "Semua data berperiode {}{}, padahal yang diminta {}; tidak ada yang dapat dinilai.",
            f.years, by_name(f.told_by.as_ref()), f.asked
        ),
        if f.told_by.is_some() {
            format!("Jalankan dengan {}, ubah nama itu, atau tulis periodenya di judul tabel atau kolom periode.", f.option)
        } else {
            format!("Jalankan dengan {}, atau pakai data untuk {}.", f.option, f.asked)
        },
    )
    .place_only();

    /// A row or cell of the sheet Kalibrasi that could not be taken over.
    HSL032 CalibrationUnused {
        /// Why.
        why: NotUsed,
    } => |f, a| {
        let (what, advice) = match f.why {
            NotUsed::Nobody => (
                format!("berisi \"{}\", yang bukan NIP seorang pegawai di data ini; baris itu tidak dipakai.", a.written()),
                "Periksa NIP-nya, atau kosongkan baris itu.",
            ),
            NotUsed::NoRating => (
                format!("berisi \"{}\", yang bukan rating; sel itu tidak dipakai.", a.written()),
                "Pilih di atas ekspektasi, sesuai ekspektasi, atau di bawah ekspektasi dari daftarnya.",
            ),
            NotUsed::Emptied => (
                "dikosongkan; rating yang semula tetap berlaku, sebab sel kosong tidak mencabutnya.".to_owned(),
                "Pilih rating yang dimaksud. Untuk mencabut sebuah rating, hapus di berkas tempat pejabat penilai menuliskannya.",
            ),
            NotUsed::RatingAlone => (
                "menetapkan rating bagi pegawai yang hasilnya tidak ditentukan oleh rating saja; baris itu tidak dipakai.".to_owned(),
                "Lihat sebabnya dengan: skp jelaskan NIP, lalu selesaikan dulu di sana.",
            ),
            NotUsed::Doubled => (
                "menyebut pegawai yang sudah disebut di baris lain dengan rating berbeda; keduanya tidak dipakai.".to_owned(),
                "Hapus baris yang tidak dimaksud.",
            ),
        };
        say(format!("{} {what}", a.place()), advice)
    };
}

/// Names what says a period, behind it.
fn by_name(told_by: Option<&String>) -> String {
    told_by.map(|name| format!(" (menurut {name})")).unwrap_or_default()
}

/// What leaves open of which part of a year a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnclearBy {
    /// Its title says a part that nobody can tell.
    Title {
        /// The line as it is written.
        line: String,
        /// Its marks are taken from nobody; realisasi are read as the year's.
        marks: bool,
    },
    /// A form says a part that nobody can tell.
    Form {
        /// The line as it is written.
        line: String,
    },
    /// The heading of a mark says the whole year, and the table is of a part of it.
    Heading {
        /// The heading as it is written.
        heading: String,
        /// That part, in words.
        part: String,
        /// What says so.
        told_by: &'static str,
    },
}

/// Why a row or cell of the sheet Kalibrasi is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUsed {
    /// The NIP is nobody's of the data.
    Nobody,
    /// Not one of the three ratings.
    NoRating,
    /// The rating that stood there is gone.
    Emptied,
    /// With ratings alone the person has no result, or another than the law leaves him.
    RatingAlone,
    /// The person stands there twice, unlike.
    Doubled,
}
