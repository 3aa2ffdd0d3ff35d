//! Tables → [`Data`]: one file per table kind, each row read once, everything joined by NIP.
//!
//! Order matters: `pegawai` first (it says who there is), then units and sasaran, then plans, then
//! what hangs on plans and people. Within a kind the tables go in file order, so the result is the
//! same however the rows are spread over files.

mod ctx;
mod feedback;
mod formulir;
mod indikator;
mod keys;
mod links;
mod other_periods;
mod pegawai;
mod penilaian;
mod people;
mod perilaku;
mod period_choice;
mod plan_index;
mod realisasi;
mod rows;
mod skp;
mod unit;

use std::collections::HashMap;

use ctx::Ctx;
use people::Orang;
pub use period_choice::{BuildError, PeriodChoice};
use rows::{Baris, Lembar};

use super::Data;
use crate::base::origin::Origin;
use crate::input::Inputs;
use crate::table::{JenisTabel, Key, Tables};

/// Builds the data set of a run.
///
/// # Errors
/// [`BuildError`] when the period cannot be told. Everything else that is wrong with the data is in
/// [`Data::problems`], and everybody is in [`Data::pegawai`].
pub fn build(inputs: &Inputs, tables: &Tables, choice: &PeriodChoice) -> Result<Data, BuildError> {
    let lembar: Vec<Lembar<'_>> = tables.tables.iter().map(|t| Lembar::new(inputs, t)).collect();
    let periode = period_choice::choose(inputs, *choice, &lembar)?;
    let ada = |jenis| lembar.iter().any(|l| l.table.jenis == jenis);
    let of = |jenis: JenisTabel| lembar.iter().enumerate().filter(move |(_, l)| l.table.jenis == jenis);

    let mut ctx = Ctx::new(inputs, periode);
    let mut orang = Orang::new(ada(JenisTabel::Pegawai));
    for (_, l) in of(JenisTabel::Pegawai) {
        pegawai::read(&mut ctx, &mut orang, l);
    }
    pegawai::order_postings(&mut ctx, &mut orang);

    let (mut units, mut seen, mut sasaran) = (Vec::new(), HashMap::new(), Vec::new());
    for (_, l) in of(JenisTabel::Unit) {
        unit::read_unit(&mut ctx, &mut units, &mut seen, l);
    }
    for (_, l) in of(JenisTabel::Sasaran) {
        unit::read_sasaran(&mut ctx, &mut sasaran, l);
    }

    // Downloads name people with their posts; plans then hang on those posts.
    let mut calons = penilaian::Calons::new();
    for (i, l) in of(JenisTabel::Penilaian) {
        penilaian::read(&mut ctx, &mut orang, &mut calons, l, i);
    }
    for (i, l) in of(JenisTabel::LaporanSkp) {
        penilaian::read_laporan(&mut ctx, &mut orang, &mut calons, l, i);
    }
    penilaian::settle(&mut ctx, &mut orang, calons);

    let mut rencana = plan_index::Rencana::default();
    for (i, _) in of(JenisTabel::Skp) {
        skp::read(&mut ctx, &mut orang, &mut rencana, &lembar, i);
    }
    let forms = formulir::read_all(&mut ctx, &mut orang, &mut rencana, &lembar);
    forms.settle(&mut ctx, &orang, &mut units, &mut seen);
    let ada_skp = ada(JenisTabel::Skp) || ada(JenisTabel::FormulirSkp) || ada(JenisTabel::FormulirEvaluasi);
    for (i, _) in of(JenisTabel::Realisasi) {
        realisasi::read(&mut ctx, &mut orang, &rencana, &lembar, i, ada_skp);
    }
    for (i, l) in of(JenisTabel::Perilaku) {
        perilaku::read(&mut ctx, &mut orang, l, i);
    }
    for (i, l) in of(JenisTabel::Pengecualian) {
        perilaku::read_pengecualian(&mut ctx, &mut orang, l, i);
    }

    // Realisasi may stand beside the targets.
    let beside = |l: &Lembar<'_>| l.table.jenis == JenisTabel::Skp && (l.has(Key::Realisasi) || l.has(Key::UmpanBalik));
    let realisasi = lembar.iter().any(beside);
    let hadir = JenisTabel::ALL
        .into_iter()
        .filter(|&j| ada(j) || (j == JenisTabel::Realisasi && realisasi))
        .collect();
    other_periods::wholly_other_year(&mut ctx);
    let mut data = Data::new(periode, orang.semua, units, sasaran, hadir, ctx.problems);
    links::resolve(&mut data);
    Ok(data)
}

/// The data row at a place, whichever table it is in.
fn row_at<'a, 't>(semua: &'t [Lembar<'a>], at: Origin) -> Option<Baris<'a, 't>> {
    semua
        .iter()
        .filter(|l| l.table.sheet == at.sheet && (l.table.cols.0..=l.table.cols.1).contains(&at.col) && l.table.header.1 < at.row)
        .max_by_key(|l| l.table.header.0)
        .and_then(|l| l.at_number(at.row))
}

/// The key under which two texts of forms match.
fn unit_key(text: &str) -> super::Text {
    crate::base::text::match_key(text)
}

/// Whether two texts differ by more than blanks and letter case.
fn unlike(a: &str, b: &str) -> bool {
    a != b && crate::base::text::match_key(a) != crate::base::text::match_key(b)
}

#[cfg(test)]
mod tests;
