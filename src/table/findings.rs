//! What can be wrong with the tables of a sheet: codes and words.

use super::nearest::listed;
use crate::base::origin::Origin;
use crate::base::text::{Text, fold};
use crate::contract::Key;
use crate::facts;
use crate::finding::{Level, say};
use crate::table::contents::is_proposed;

facts! {
    /// No table was recognised in any sheet of a file that the user named.
    STR009 FileNotRecognised {
        /// What in it comes nearest to a table.
        nearest: String,
    } => |f, a| say(
        format!("Tidak ada tabel yang dikenali di berkas \"{}\": {}.", a.file(), f.nearest),
        "Beri tabelnya kepala kolom yang dikenal, misalnya NIP, Nama, Jabatan; contohnya dibuat oleh skp template. \
         Jalankan skp baca untuk melihat apa yang terbaca.",
    );

    /// No table was recognised in a sheet that holds NIPs.
    STR010 SheetNotRecognised {
        /// What in it comes nearest to a table.
        nearest: String,
        /// People in it whom no table names, where that can be told.
        strangers: usize,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        let strangers = match f.strangers {
            0 => String::new(),
            n => format!(" {n} orang di dalamnya tidak ada di tabel lain."),
        };
        say(
            format!("{name} memuat NIP, tetapi tidak ada tabel yang dikenali di dalamnya; isinya tidak ikut dihitung ({}).{strangers}", f.nearest),
            "Bila lembar itu memang masukan, beri kepala kolom yang dikenal (lihat skp template); bila bukan, abaikan saja.",
        )
        .place_only()
    };

    /// Sheet is hidden; it was read.
    STR011 SheetHidden => |_, a| say(
        format!(
            "Lembar \"{}\" disembunyikan di buku kerja, tetapi tetap dibaca.",
            a.sheet().unwrap_or("(tanpa nama)")
        ),
        "Tampilkan lembar itu di Excel dan periksa isinya; hapus bila tidak dipakai lagi.",
    )
    .place_only();

    /// A column that must be there is missing.
    STR012 ColumnMissing {
        /// Its name in the input contract.
        column: &'static str,
        /// The kind of table.
        table: &'static str,
        /// An unread heading that is nearly that name: a slip of the pen is the likeliest reason.
        near: Option<String>,
        /// Headings that were not understood: the column may be one of them.
        unread: Vec<String>,
    } => |f, _| say(
        format!("Tabel {} ini tidak punya kolom {}, padahal kolom itu wajib.", f.table, f.column),
        match &f.near {
            Some(near) => format!("Kolom \"{near}\" mungkin yang dimaksud; ganti namanya menjadi {}.", f.column),
            None if !f.unread.is_empty() => format!(
                "Bila salah satu kolom yang belum dikenal ini yang dimaksud, ganti judulnya menjadi {}: \"{}\"; bila tidak, tambahkan kolomnya.",
                f.column,
                f.unread.join("\", \"")
            ),
            None => format!("Tambahkan kolom {} di baris kepala tabel ini, lalu isi untuk setiap baris.", f.column),
        },
    )
    .expected(format!("kolom {}", f.column))
    .place_only();

    /// No heading says NIP, and one unread column holds nothing but NIPs: it is taken for it.
    STR050 NipByContent {
        /// Its heading.
        written: Text,
    } => |f, _| say(
        format!("Tidak ada judul kolom NIP; kolom \"{}\" dibaca sebagai NIP karena semua isinya NIP.", f.written),
        "Tidak perlu apa-apa bila benar; agar pasti, ganti judulnya menjadi NIP.",
    );

    /// The only NIP of a list stands behind the name of the atasan.
    STR102 NipBehindAtasan {
        /// Its heading.
        written: Text,
        /// The heading before it.
        before: Text,
        /// It is the atasan's: one NIP stands beside several people.
        theirs: bool,
    } => |f, a| {
        let place = a.at().map(Origin::a1).unwrap_or_default();
        if f.theirs {
            return say(
                format!("Kolom \"{}\" (sel {place}) di belakang kolom \"{}\" berisi NIP atasan; NIP pegawainya sendiri tidak ada di tabel ini.", f.written, f.before),
                "Tambahkan kolom NIP PEGAWAI, isi untuk setiap baris, dan ganti judul kolom ini menjadi NIP ATASAN.",
            )
            .place_only();
        }
        say(
            format!("Kolom \"{}\" (sel {place}) berdiri di belakang kolom \"{}\", dan tidak ada kolom NIP lain; tidak jelas apakah isinya NIP pegawai atau NIP atasannya, jadi isinya tidak dipakai.", f.written, f.before),
            "Ganti judulnya menjadi NIP PEGAWAI bila itu NIP pegawai. Bila NIP atasan, ganti menjadi NIP ATASAN dan tambahkan kolom NIP PEGAWAI.",
        )
        .place_only()
    };

    /// No heading says what a table needs, and one unread column holds nothing but that.
    STR067 ColumnByContent {
        /// Its heading.
        written: Text,
        /// What it is taken for.
        column: &'static str,
    } => |f, _| say(
        format!("Kolom \"{}\" dibaca sebagai {}, karena isinya hanya dapat berarti itu.", f.written, f.column),
        format!("Tidak perlu apa-apa bila benar; agar pasti, ganti judulnya menjadi {}.", f.column),
    );

    /// Two columns of one table mean the same.
    STR013 ColumnDoubled {
        /// What both mean.
        column: &'static str,
        /// The heading of the first one.
        first: Origin,
        /// The heading of the other one.
        second: Origin,
        /// They hold different things that would decide.
        disputed: bool,
    } => |f, _| say(
        format!(
            "Kolom di sel {first} dan {} sama-sama berarti {}{}",
            f.second.a1(),
            f.column,
            if f.disputed {
                ", tetapi isinya berbeda; tidak satu pun dipakai.".to_owned()
            } else {
                format!("; yang dipakai kolom pertama ({}).", f.first.a1())
            },
            first = f.first.a1(),
        ),
        "Hapus salah satu kolom, atau ganti judul kolom yang tidak dipakai.",
    );

    /// Rows were passed over as no data.
    STR014 RowsSkipped {
        /// As what.
        reason: &'static str,
        /// Which, as `3, 7–9`.
        rows: String,
    } => |f, _| say(
        format!("Dilewati sebagai {}: baris {}.", f.reason, f.rows),
        "Tidak perlu apa-apa bila memang bukan data. Bila data, lengkapi NIP-nya atau ubah tulisan di awal barisnya.",
    )
    .place_only();

    /// Two columns of one mark that nothing tells apart: the table gives no marks.
    STR025 MarkAmbiguous {
        /// Which mark.
        mark: crate::contract::Key,
        /// The heading of the first one.
        first: Origin,
        /// The heading of the other one; the same where it is one whose period cannot be told.
        second: Origin,
    } => |f, _| {
        let what = match f.mark {
            crate::contract::Key::HasilKerja => "rating hasil kerja",
            crate::contract::Key::PerilakuKerja => "rating perilaku kerja",
            crate::contract::Key::PredikatOrganisasi => "predikat kinerja organisasi",
            _ => "predikat kinerja",
        };
        let message = if f.first == f.second {
            format!("Kolom di sel {} berisi {what}, tetapi untuk periode mana tidak dapat ditentukan dari judulnya; tidak ada nilai yang diambil dari tabel ini.", f.first.a1())
        } else {
            format!("Kolom di sel {} dan {} sama-sama berisi {what}, dan dari judulnya tidak jelas yang mana yang berlaku; tidak ada nilai yang diambil dari tabel ini.", f.first.a1(), f.second.a1())
        };
        say(message, "Tulis periodenya di judul setiap kolom (misalnya PREDIKAT 2024 dan PREDIKAT 2025), atau hapus kolom yang tidak dipakai.")
    };

    /// A column of marks whose heading says that they are proposed, of another time or of somebody else.
    STR103 MarkOfOthers {
        /// Its heading.
        written: Text,
        /// The table is one of people and their posts: it may have no mark.
        beside_posts: bool,
        /// The title over the table that says so.
        title: Option<String>,
    } => |f, a| {
        let at = a.at().map(Origin::a1).unwrap_or_default();
        let heading = fold(&f.written);
        let says = |words: &[&str]| words.iter().any(|w| heading.contains(w));
        let by = f.title.as_ref().map_or_else(|| "judulnya".to_owned(), |title| format!("judul tabelnya, \"{title}\","));
        let what = if f.title.is_some() || says(&["usul"]) {
            "usulan"
        } else if is_proposed(&f.written) {
            "rancangan"
        } else if says(&["kalibrasi", "semula", "awal"]) && !says(&["tahun", "periode"]) {
            "penilaian sebelum yang terakhir"
        } else if says(&["lalu", "sebelum", "lama", "semula", "awal"]) {
            "penilaian masa sebelumnya"
        } else {
            "penilaian yang lain"
        };
        say(
            format!("Kolom \"{}\" (sel {at}) berisi penilaian, tetapi menurut {by} itu {what}, bukan penilaian pegawai untuk periode yang dinilai; isinya tidak dipakai.", f.written),
            "Bila itu predikat yang sudah ditetapkan untuk periode yang dinilai, ganti judulnya menjadi hasil_akhir; bila bukan, \
             tambahkan kolom hasil_akhir dan isi setelah ditetapkan pejabat penilai.",
        )
        .place_only()
        .level(if f.beside_posts { Level::Catatan } else { Level::Peringatan })
    };

    /// A column full of marks whose heading nobody knows, in a table that lacks such a column.
    STR036 MarkUnread {
        /// Its heading.
        written: Text,
        /// What it may be; empty where the table has no place for it.
        lacking: Vec<crate::contract::Key>,
        /// The value of perilaku whose name its heading nearly is.
        near: Option<&'static str>,
        /// No words of a mark stand there.
        no_words: bool,
    } => |f, a| {
        let at = a.at().map(Origin::a1).unwrap_or_default();
        if f.lacking == [crate::contract::Key::Realisasi] {
            return say(
                format!("Kolom \"{}\" (sel {at}) tidak dibaca: dari judulnya tidak jelas apakah isinya realisasi atau persen capaiannya; kolom realisasi tidak ada di tabel ini.", f.written),
                "Bila itu realisasi, ganti judulnya menjadi realisasi; bila bukan, biarkan.",
            )
            .place_only()
            .level(Level::Catatan);
        }
        if f.lacking == [crate::contract::Key::Nilai] {
            let remedy = f.near.map_or_else(
                || "Bila itu nilai salah satunya, ganti judulnya dengan nama nilai atau aspek itu; bila bukan, biarkan.".to_owned(),
                |near| format!("Bila itu {near}, ganti judulnya menjadi {near}; bila bukan, biarkan."),
            );
            return say(
                format!("Kolom \"{}\" (sel {at}) berisi penilaian perilaku, tetapi judulnya bukan nama nilai BerAKHLAK atau aspek perilaku, jadi isinya tidak dibaca.", f.written),
                remedy,
            )
            .place_only();
        }
        if f.no_words {
            return say(
                format!("Kolom \"{}\" (sel {at}) tidak dibaca: judulnya bukan nama kolom predikat kinerja, dan isinya bukan kata predikat.", f.written),
                "Bila itu predikat kinerja, tulis predikatnya dengan kata (misalnya Baik) di bawah judul hasil_akhir; bila bukan, biarkan.",
            )
            .place_only();
        }
        if f.lacking.is_empty() {
            return say(
                format!("Kolom \"{}\" (sel {at}) berisi predikat, yang tidak ada tempatnya di tabel pegawai seperti ini, jadi isinya tidak dibaca.", f.written),
                "Bila itu predikat periode yang dinilai, salin NIP dan predikatnya ke lembar atau berkas tersendiri dengan judul nip dan \
                 hasil_akhir; bila bukan, biarkan.",
            )
            .place_only();
        }
        if f.lacking.len() > 1 && ["hasil", "perilaku"].iter().all(|w| fold(&f.written).contains(w)) {
            return say(
                format!("Kolom \"{}\" (sel {at}) memuat rating hasil kerja dan rating perilaku kerja dalam satu sel, jadi isinya tidak dibaca.", f.written),
                "Pisahkan menjadi dua kolom, hasil_kerja dan perilaku_kerja.",
            )
            .place_only();
        }
        let names = f.lacking.iter().map(|k| k.name()).collect::<Vec<_>>();
        let (what, whose) = match f.lacking.as_slice() {
            [crate::contract::Key::HasilAkhir] => ("predikat", "bahwa itu predikat pegawai dari periode yang dinilai"),
            [crate::contract::Key::PredikatOrganisasi] => ("predikat", "bahwa itu predikat kinerja organisasi dari periode yang dinilai"),
            _ => ("rating", "rating apa itu"),
        };
        say(
            format!(
                "Kolom \"{}\" (sel {at}) berisi {what}, tetapi dari judulnya tidak jelas {whose}, jadi isinya tidak dibaca; kolom {} tidak ada di tabel ini.",
                f.written,
                names.join(" dan "),
            ),
            format!("Bila itu {}, ganti judulnya dengan nama itu; bila bukan, biarkan.", names.join(" atau ")),
        )
        .place_only()
    };

    /// A predikat of something else than kinerja.
    STR098 PredikatOfOther {
        /// Its heading.
        written: Text,
        /// What says so.
        why: String,
        /// The rows of its list, where it says nothing more of its people.
        rows: Option<usize>,
    } => |f, _| say(f.message(), PredikatOfOther::REMEDY).place_only();

    /// Two columns are swapped in every row.
    STR029 ColumnsSwapped {
        /// What they mean.
        columns: (crate::contract::Key, crate::contract::Key),
        /// Their headings.
        cells: (Origin, Origin),
    } => |f, _| say(
        format!(
            "Isi kolom {} dan {} tertukar (sel {} dan {}): semua isi yang satu berada di bawah judul yang lain. Dibaca menurut isinya.",
            f.columns.0.name(), f.columns.1.name(), f.cells.0.a1(), f.cells.1.a1()
        ),
        "Tukar judul kedua kolom itu, lalu simpan.",
    )
    .place_only();

    /// Obligatory columns that are not there, and what they say can be told otherwise.
    STR030 ColumnDerived {
        /// Their names.
        columns: Vec<Key>,
        /// The kind of table.
        table: &'static str,
        /// Another table of plans has codes: RHK with the same text are its.
        beside: bool,
    } => |f, _| {
        let how: Vec<&str> = f.columns.iter().map(|key| match key {
            Key::KodeRhk | Key::Kode => "kode menurut urutan",
            Key::Jenis => "semua RHK sebagai utama",
            Key::Aspek => "indikator tanpa aspek",
            _ => "unit tidak diketahui",
        }).collect();
        let names: Vec<&str> = f.columns.iter().map(|key| key.name()).collect();
        let known = if f.beside { "RHK yang teksnya sama dengan RHK tabel skp lain memakai kode dan jenis di sana; yang lain " } else { "" };
        say(
            format!("Tabel {} ini tidak punya kolom {}; {known}dibaca dengan {}.", f.table, names.join(", "), how.join(", ")),
            "Bila itu tidak benar, tambahkan kolomnya.",
        )
        .place_only()
    };

    /// A list of people who are all known from other tables.
    STR031 ListPassedOver {
        /// How many rows.
        rows: usize,
        /// Rows of people who are known from nowhere else: these are read.
        others: usize,
        /// Its headings that say something else, where it has none of a table's but who is meant.
        unread: Option<Vec<String>>,
    } => |f, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        say(
            if let Some(unread) = &f.unread {
                let unread = if unread.is_empty() {
                    String::new()
                } else {
                    format!(" (tidak dikenal: {})", listed(unread))
                };
                format!("{name} hanya menyebut orang yang sudah ada di tabel lain ({} baris) dan tidak punya kolom lain yang dikenal{unread}; dilewati.", f.rows)
            } else if f.others == 0 {
                format!("{name} hanya menyebut orang yang sudah ada di tabel lain ({} baris) dan tidak memuat isian jabatan yang lengkap; dilewati.", f.rows)
            } else {
                format!("{name} tidak memuat isian jabatan yang lengkap; {} barisnya menyebut orang yang sudah ada di tabel lain dan dilewati, {} baris lain dibaca.", f.rows, f.others)
            },
            "Tidak perlu tindakan bila itu daftar hadir, daftar tanda tangan, TPP, DUK, atau rekap lama.",
        )
        .place_only()
    };

    /// Sample rows with somebody's own NIP or name.
    STR032 SampleOverwritten {
        /// How many.
        rows: usize,
    } => |f, a| say(
        format!("Baris di sel {} masih bertanda \"contoh\", tetapi isinya bukan contoh bawaan ({} baris di tabel ini); dibaca sebagai data.", a.at().map(Origin::a1).unwrap_or_default(), f.rows),
        "Hapus kata contoh dari baris itu bila memang data; bila tidak, hapus barisnya.",
    )
    .place_only();

    /// Data with a stroke through them: read as they stand. Told once a table.
    REA073 StruckRead {
        /// The first of them only in part.
        part: bool,
        /// In how many further cells.
        others: usize,
    } => |f, a| say(
        format!(
            "{} dicoret{}{}; coretan tidak menghapus, jadi dibaca apa adanya.",
            a.place(),
            if f.part { " sebagian" } else { "" },
            match f.others {
                0 => String::new(),
                n => format!(", begitu juga {n} sel lain di tabel ini"),
            }
        ),
        "Hapus baris atau tulisan yang sudah tidak berlaku; bila masih berlaku, hilangkan coretannya.",
    );

    /// A table that is known by name and not supported.
    STR033 TableRefused {
        /// Which.
        what: &'static str,
    } => |f, _| {
        let (message, remedy) = refusal(f.what);
        say(message, remedy).place_only()
    };
}

impl PredikatOfOther {
    const REMEDY: &'static str =
        "Bila itu predikat kinerja pegawai, ganti judul kolomnya menjadi Predikat Kinerja; bila bukan, biarkan.";

    fn message(&self) -> String {
        let passed = self
            .rows
            .map(|n| format!(" Daftar ini ({n} baris) dilewati."))
            .unwrap_or_default();
        format!(
            "Kolom \"{}\" tidak dibaca sebagai predikat kinerja: {} menyebut hal lain, dan tidak ada yang menyebut kinerja atau SKP.{passed}",
            self.written, self.why
        )
    }

    /// Why nothing is read where there is nothing else.
    pub fn refusal(&self) -> String {
        format!("{} {}", self.message(), Self::REMEDY)
    }
}

/// A table that is known by name and not supported: what it is, and the way out.
pub fn refusal(what: &str) -> (String, &'static str) {
    (
        format!("Lembar ini adalah {what}; bentuk itu tidak dihitung oleh skp dan isinya tidak dibaca."),
        "Pakai SKP dan penilaian menurut PermenPANRB 6/2022; lembar yang memang bukan masukan ditinggalkan dengan --lewati.",
    )
}
