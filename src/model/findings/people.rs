//! People and units: faulty NIP, and who stands there twice or not at all.

use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::facts;
use crate::finding::{Level, say};

facts! {
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
        counts: Origin,
        /// Each row is for its own year, and they contradict each other on what has no year.
        of_years: bool,
    } => |f, a| if f.of_years {
        say(
            format!(
                "{} menyebut unit \"{}\" sekali lagi untuk tahun predikat yang lain, tetapi dengan unit_induk atau nip_pimpinan \
                 yang berbeda; yang dipakai isi baris sel {}.",
                a.place(),
                a.written(),
                f.counts.a1()
            ),
            "Samakan unit_induk dan nip_pimpinan di kedua baris: yang boleh berbeda hanya predikat_organisasi dan tahun_predikat.",
        )
    } else {
        say(
            format!(
                "{} menyebut unit \"{}\" sekali lagi dengan isi yang berbeda; yang dipakai baris pertamanya (sel {}).",
                a.place(),
                a.written(),
                f.counts.a1()
            ),
            "Hapus baris yang salah, sehingga setiap unit hanya punya satu baris. Bila memang dua unit yang senama, isi unit_induk di \
             kedua baris dan di baris pegawainya.",
        )
    };

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
        /// The one NIP that it may be and that people name as their atasan's, and how many do.
        head: Option<(Text, usize)>,
    } => |f, a| say(
        format!(
            "{} berisi NIP \"{}\"{} yang angka-angka terakhirnya sudah dibulatkan.{}{}",
            a.place(), a.written(), in_other_cells(f.others), probably(&f.likely), named_head(f.head.as_ref(), "yang angka-angka depannya sama", "ditulis lengkap")
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
        /// The one NIP that it may be and that people name as their atasan's, and how many do.
        head: Option<(Text, usize)>,
    } => |f, a| say(
        format!(
            "{} berisi NIP \"{}\"{} yang tidak dapat dipakai: {}.{}{}",
            a.place(), a.written(), in_other_cells(f.others), f.part, probably(&f.likely),
            named_head(f.head.as_ref(), "yang hampir sama", "betul")
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
        /// The name beside it, where the rows make it somebody who stands in the result.
        stands: Option<Text>,
        /// Rows of the table with it.
        rows: u32,
        /// Whose the rows around are, where they have nearly this NIP, or who of the list has this name.
        near: Vec<RowsAround>,
        /// Its rows in other tables.
        elsewhere: Vec<(&'static str, u32)>,
    } => |f, a| if let Some(nama) = &f.stands {
        say(
            format!("{nama} (NIP {}) tidak ada di tabel pegawai; ia masuk hasil menurut berkas ini.", a.nip()),
            "Tambahkan ia ke tabel pegawai. Bila yang salah NIP-nya, perbaiki; bila ia bukan pegawai yang dinilai di sini, hapus barisnya.",
        )
        .level(Level::Peringatan)
    } else {
        say(
            format!(
                "NIP {} di tabel {} tidak ada di tabel pegawai; {} barisnya tidak dihitung{}.{}",
                a.nip(),
                a.table().unwrap_or("ini"),
                f.rows,
                f.elsewhere.iter().map(|(table, rows)| format!(", juga {rows} baris di tabel {table}")).collect::<Vec<_>>().concat(),
                f.near.iter().map(RowsAround::words).collect::<String>()
            ),
            "Tambahkan orang ini ke tabel pegawai, atau perbaiki NIP-nya di salah satu tabel.",
        )
    };

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

    /// One NIP beside names that cannot be one.
    IDN008 NipShared {
        /// The names, each with its first cell.
        names: Vec<BesideNip>,
    } => |f, a| {
        let all: Vec<String> = f.names.iter().map(|n| format!("\"{}\" ({})", n.nama, a.cell(n.at))).collect();
        let (last, before) = all.split_last().map_or(("", [].as_slice()), |(last, before)| (last.as_str(), before));
        let elsewhere: String = f.names.iter().filter_map(BesideNip::words).collect();
        let (whose, advice) = match f.names.iter().find(|n| n.is_owner) {
            Some(owner) => (
                format!(
                    "{elsewhere} Jadi NIP ini dihitung sebagai NIP {}; baris yang lain dengan NIP ini menunggu.",
                    owner.nama
                ),
                "Perbaiki NIP di baris yang lain itu; bila memang satu orang, samakan namanya.",
            ),
            None => (
                format!(
                    " Hanya satu yang dapat memilikinya; yang lain mungkin tersalin dari baris di dekatnya.{elsewhere} Tidak \
                     ditebak baris itu milik siapa, sehingga nilainya menunggu."
                ),
                "Cari NIP masing-masing di SK atau SIASN, lalu perbaiki NIP yang tersalin; bila memang satu orang, samakan namanya.",
            ),
        };
        say(
            format!(
                "NIP {} berdiri di samping nama yang berbeda: {} dan {last}.{whose}",
                a.nip(),
                before.join(", ")
            ),
            advice,
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

/// A name beside a NIP that stands beside another name, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideNip {
    /// The name.
    pub nama: Text,
    /// The first NIP cell beside it.
    pub at: Origin,
    /// Another NIP of somebody of this name.
    pub other: Option<Text>,
    /// The NIP is his.
    pub is_owner: bool,
}

impl BesideNip {
    fn words(&self) -> Option<String> {
        let other = self.other.as_ref()?;
        Some(format!(" {} ada di data dengan NIP {other}.", self.nama))
    }
}

impl PersonUnknown {
    /// So many rows of a table, of which nothing more is known.
    pub const fn in_rows(rows: u32) -> Self {
        Self {
            stands: None,
            rows,
            near: Vec::new(),
            elsewhere: Vec::new(),
        }
    }

    /// Somebody of this name whom a file names so that he stands in the result.
    pub fn standing(nama: Text) -> Self {
        Self {
            stands: Some(nama),
            ..Self::in_rows(1)
        }
    }
}

/// Rows next to one whose NIP nobody has, of somebody who has nearly that NIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsAround {
    /// On which side of it they stand.
    pub place: WhereAround,
    /// Whose they are.
    pub nip: Text,
    /// His name.
    pub nama: Text,
}

/// Sides of a row on which somebody's rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhereAround {
    /// Above it and below.
    Both,
    /// Above it only.
    Above,
    /// Below it only.
    Below,
    /// Somebody of the same name stands in the table of people.
    List,
}

impl RowsAround {
    fn words(&self) -> String {
        let place = match self.place {
            WhereAround::Both => "atas dan di bawahnya",
            WhereAround::Above => "atasnya",
            WhereAround::Below => "bawahnya",
            WhereAround::List => {
                return format!(
                    " Mungkin yang dimaksud {} (NIP {}) di tabel pegawai, yang namanya cocok; tetapi NIP tidak diperbaiki sendiri.",
                    self.nama, self.nip
                );
            }
        };
        format!(
            " Baris di {place} milik {} (NIP {}), yang NIP-nya hampir sama; mungkin baris ini juga, tetapi NIP tidak diperbaiki \
             sendiri.",
            self.nama, self.nip
        )
    }
}

/// Somebody whose row has no NIP, and whom others probably name as their atasan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadWithoutNip {
    /// His name.
    pub nama: Text,
    /// The one NIP that they write and that nobody has.
    pub nip: Text,
    /// How many write it.
    pub count: usize,
    /// Rows of other tables with it.
    pub rows: u32,
}

impl HeadWithoutNip {
    pub(super) fn words(&self) -> String {
        let Self { nama, nip, count, rows } = self;
        let lost = match rows {
            0 => String::new(),
            rows => format!(" ({rows} barisnya di tabel lain tidak dihitung)"),
        };
        format!(
            " {count} pegawai menulis NIP {nip} sebagai NIP atasannya, yang tidak ada di tabel pegawai{lost}; mungkin itu NIP {nama}, \
             tetapi NIP tidak diisi sendiri."
        )
    }
}

/// In how many cells more the same stands.
fn in_other_cells(others: usize) -> String {
    match others {
        0 => String::new(),
        n => format!(" (juga di {n} sel lain)"),
    }
}

/// Whose links to their atasan wait for a NIP that cannot be read.
fn named_head(head: Option<&(Text, usize)>, likeness: &str, until: &str) -> String {
    head.map_or_else(String::new, |(nip, count)| {
        format!(
            " {count} pegawai menulis NIP {nip} sebagai NIP atasannya, {likeness}; atasan mereka tidak ditemukan selama NIP di sel \
             ini belum {until}."
        )
    })
}
