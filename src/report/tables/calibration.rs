//! Kalibrasi: everybody with both ratings, to be changed by the pimpinan, and beside it what the
//! changes make of each group. The headings that are read back are those of [`crate::model::kalibrasi`].

use super::distribution::{allowed_now, counted};
use super::units::{IMPOSSIBLE, initials};
use super::{Cell, Col, Kind, Look, ReportRow, Table, col, nth};
use crate::base::ids::wide;
use crate::model::kalibrasi::{ALASAN, HASIL_KERJA, HASIL_KERJA_BEFORE, NIP, PERILAKU, PERILAKU_BEFORE, TITLE};
use crate::model::vocab::{Predikat, Word};
use crate::report::words::count;
use crate::run::Run;
use crate::score::calibration::decides;
use crate::score::{HasilPegawai, HasilUnit, Status};

/// Key of the rating hasil kerja.
pub const KEY_HASIL_KERJA: &str = "hasil_kerja";
/// Key of the rating perilaku.
pub const KEY_PERILAKU: &str = "perilaku_kerja";
/// Key of the predikat that follows.
pub const KEY_PREDIKAT: &str = "predikat";
/// Key of the number of the group.
pub const KEY_GROUP: &str = "no_kelompok";

/// Key of the verdict on a group.
pub const KEY_VERDICT: &str = "hasil";

/// The predikat of somebody without one.
pub const NOT_YET: &str = "belum ada";

/// A person.
pub struct CalibrationRow<'a> {
    /// The result.
    pub p: &'a HasilPegawai,
    /// Number of the group, from 1; 0 is none.
    group: usize,
    /// Why a rating was changed in the calibration that this run took over.
    alasan: &'a str,
    /// His result follows from his ratings.
    pub decides: bool,
}

impl ReportRow for CalibrationRow<'_> {}

/// Everybody whose result follows from his ratings; below them who has a result otherwise, for he counts in his group.
/// Not who is excepted, whose NIP cannot be read, or who waits for something else than ratings.
pub fn rows(run: &Run) -> Vec<CalibrationRow<'_>> {
    let mut group = vec![0; run.scores.pegawai.len()];
    for (n, unit) in (1..).zip(&run.scores.unit) {
        for id in &unit.kelompok.with_open {
            group[*id] = n;
        }
    }
    let people = run.scores.pegawai.iter().zip(group);
    let mut rows: Vec<CalibrationRow<'_>> = people
        .filter(|(p, _)| run.data.pegawai(p.id).nip_valid)
        .map(|(p, group)| CalibrationRow {
            p,
            group,
            alasan: run.data.pegawai(p.id).kalibrasi.as_ref().map_or("", |k| &*k.alasan),
            decides: decides(&run.data, &run.aturan, &run.scores, p.id),
        })
        .filter(|row| row.decides || row.p.status() == Status::Dinilai)
        .collect();
    rows.sort_by_key(|row| !row.decides);
    rows
}

/// The table of people, of whom so many are listed.
pub fn table<'a>(run: &Run, listed: usize) -> Table<CalibrationRow<'a>> {
    let left_out = run.scores.pegawai.len().saturating_sub(listed);
    let mut intro = vec![
        format!("{TITLE} {}", run.data.periode),
        "Ubah rating di kolom berlatar kuning (pilih dari daftar) dan tulis alasannya; predikat dan sebaran di kanan ikut berubah. Simpan, lalu jalankan lagi dengan --kalibrasi dan nama berkas ini.".to_owned(),
    ];
    if left_out > 0 {
        intro.push(format!(
            "{} pegawai tidak tercantum: dikecualikan, NIP-nya tidak terbaca, atau menunggu hal lain daripada rating (lembar Belum).",
            count(left_out)
        ));
    }
    let columns: Vec<Col<CalibrationRow<'a>>> = vec![
        col("nip", NIP, 20.0, Kind::Code, |r: &CalibrationRow<'a>| Cell::nip(&*r.p.nip)),
        col("nama", "Nama", 22.0, Kind::Wrap, |r: &CalibrationRow<'a>| {
            Cell::name(&*r.p.nama)
        }),
        col("unit_kerja", "Unit kerja", 20.0, Kind::Wrap, |r: &CalibrationRow<'a>| {
            Cell::prose(&*r.p.unit_kerja)
        }),
        col(KEY_HASIL_KERJA, HASIL_KERJA, 20.0, Kind::Line, CalibrationRow::hasil_kerja).looks(CalibrationRow::input),
        col(KEY_PERILAKU, PERILAKU, 20.0, Kind::Line, CalibrationRow::perilaku).looks(CalibrationRow::input),
        col(KEY_PREDIKAT, "Predikat", 16.0, Kind::Predikat, CalibrationRow::predikat),
        col("alasan", ALASAN, 26.0, Kind::Wrap, |r: &CalibrationRow<'a>| {
            Cell::prose(r.alasan)
        })
        .looks(CalibrationRow::input),
        col(
            "predikat_kini",
            "Predikat semula",
            16.0,
            Kind::Predikat,
            CalibrationRow::predikat,
        ),
        col(
            "hasil_kini",
            HASIL_KERJA_BEFORE,
            20.0,
            Kind::Line,
            CalibrationRow::hasil_kerja,
        )
        .screen(),
        col("perilaku_kini", PERILAKU_BEFORE, 20.0, Kind::Line, CalibrationRow::perilaku).screen(),
        col(KEY_GROUP, "Nomor kelompok", 9.0, Kind::Count, |r: &CalibrationRow<'a>| {
            Cell::Count(wide(r.group))
        })
        .screen(),
    ];
    Table {
        intro,
        columns,
        frozen: 2,
        data_order: &[],
    }
}

impl CalibrationRow<'_> {
    fn input(&self) -> Look {
        if self.decides { Look::Input } else { Look::Plain }
    }

    fn hasil_kerja(&self) -> Cell<'_> {
        Cell::word(self.p.rating_hasil_kerja.map_or("", Word::as_str))
    }

    fn perilaku(&self) -> Cell<'_> {
        Cell::word(self.p.rating_perilaku.map_or("", Word::as_str))
    }

    fn predikat(&self) -> Cell<'_> {
        Cell::word(self.p.label().unwrap_or(NOT_YET))
    }
}

/// A group with its counts.
pub struct CalibrationGroup<'a> {
    /// Number of the group, from 1.
    pub number: usize,
    /// The unit that it stands at.
    pub unit: &'a HasilUnit,
    counts: [u32; 5],
    smallest: u32,
}

impl ReportRow for CalibrationGroup<'_> {}

/// All groups that somebody may count in.
pub fn groups(run: &Run) -> Vec<CalibrationGroup<'_>> {
    let units = (1..).zip(&run.scores.unit);
    units
        .filter(|(_, unit)| !unit.kelompok.with_open.is_empty())
        .map(|(number, unit)| CalibrationGroup {
            number,
            unit,
            counts: counted(run, &unit.kelompok.members),
            smallest: (*run.aturan.kelompok.ukuran_terkecil.shown()).into(),
        })
        .collect()
}

impl CalibrationGroup<'_> {
    /// People rated.
    pub fn n(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn count_and_range(&self, n: usize) -> Cell<'_> {
        allowed_now(self.unit, n, &self.counts)
    }

    /// No distribution of so many people as are rated now fits the rules.
    pub fn impossible(&self) -> bool {
        self.unit.distribusi.as_ref().is_some_and(|d| !d.possible)
    }

    /// The verdict as the formula gives it.
    fn verdict(&self) -> Cell<'_> {
        Cell::word(match &self.unit.distribusi {
            _ if self.unit.kelompok.predikat_organisasi.is_none() => "tidak diperiksa",
            None => "belum ada yang dinilai",
            Some(d) if d.sesuai => "sesuai",
            Some(d) if !d.possible => IMPOSSIBLE,
            Some(_) if self.n() < self.smallest => "kelompok kecil",
            Some(_) => "tidak sesuai",
        })
    }
}

/// The table of groups.
pub fn group_table<'a>(run: &Run) -> Table<CalibrationGroup<'a>> {
    let mut columns = vec![
        col("unit_kerja", "Kelompok", 30.0, Kind::Line, |r: &CalibrationGroup<'a>| {
            Cell::prose(r.unit.name())
        }),
        col(KEY_VERDICT, "Sebaran", 20.0, Kind::Line, CalibrationGroup::verdict),
        col("n", "N", 6.0, Kind::Count, |r: &CalibrationGroup<'a>| Cell::count(r.n())),
    ];
    columns.extend(Predikat::ALL.iter().enumerate().map(|(n, &p)| {
        nth(
            p.as_str(),
            run.aturan.label(p),
            13.0,
            Kind::Mark,
            |r: &CalibrationGroup<'a>, n| r.count_and_range(n),
            n,
        )
        .short(initials(p, false))
    }));
    Table {
        intro: Vec::new(),
        columns,
        frozen: 0,
        data_order: &[],
    }
}
