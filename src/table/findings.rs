//! What can be wrong with the tables of a sheet: codes and words.

use crate::base::origin::Origin;
use crate::facts;
use crate::finding::say;

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
    STR010 SheetNotRecognised => |_, a| {
        let name = a.sheet().map_or_else(|| "Berkas ini".to_owned(), |n| format!("Lembar \"{n}\""));
        say(
            format!("{name} memuat NIP, tetapi tidak ada tabel yang dikenali di dalamnya; isinya tidak ikut dihitung."),
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
    } => |f, _| say(
        format!("Tabel {} ini tidak punya kolom {}, padahal kolom itu wajib.", f.table, f.column),
        match &f.near {
            Some(near) => format!("Kolom \"{near}\" mungkin yang dimaksud; ganti namanya menjadi {}.", f.column),
            None => format!("Tambahkan kolom {} di baris kepala tabel ini, lalu isi untuk setiap baris.", f.column),
        },
    )
    .expected(format!("kolom {}", f.column))
    .place_only();

    /// Two columns of one table mean the same.
    STR013 ColumnDoubled {
        /// What both mean.
        column: &'static str,
        /// The heading of the first one.
        first: Origin,
        /// The heading of the other one.
        second: Origin,
    } => |f, _| say(
        format!(
            "Kolom di sel {first} dan {} sama-sama berarti {}; yang dipakai kolom pertama ({first}).",
            f.second.a1(),
            f.column,
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
}
