//! `unit` and `sasaran` rows.

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};

use super::ctx::Ctx;
use super::rows::{InputCell, TableRows};
use super::unit_key;
use crate::base::figure::Decimal;
use crate::contract::unit_words::may_be_one;
use crate::model::findings::{OrganisasiNegative, RowRepeated, UnitDoubled};
use crate::model::read::number::DecimalMark;
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::{Field, Periode, Sasaran, Text, Unit};
use crate::table::Key;

/// Reads the `unit` tables. Of two rows for one unit the one that is nearest to the assessed year counts where each is of its
/// own, else the first, or the one that says more. One name under two units above, each for the same year, is two units.
pub(super) fn read_units<'a, 't>(ctx: &mut Ctx<'a>, tables: impl Iterator<Item = &'t TableRows<'a>>) -> Vec<Unit>
where
    'a: 't,
{
    let rows: Vec<(InputCell<'a>, Unit)> = tables.flat_map(|table_rows| read_rows(ctx, table_rows)).collect();
    let several = under_several(&rows, ctx.periode.tahun());
    let mut units: Vec<Unit> = Vec::new();
    let mut seen: HashMap<(Text, Text), usize> = HashMap::new();
    for (cell, unit) in rows {
        let name = unit_key(&unit.unit_kerja);
        let above = if several.contains(&name) {
            induk_key(&unit)
        } else {
            Text::new()
        };
        match seen.entry((name, above)) {
            Entry::Occupied(at) => again(ctx, &mut units[*at.get()], cell, unit),
            Entry::Vacant(place) => {
                place.insert(units.len());
                units.push(unit);
            }
        }
    }
    units
}

fn read_rows<'a>(ctx: &mut Ctx<'a>, table_rows: &TableRows<'a>) -> Vec<(InputCell<'a>, Unit)> {
    let mut rows = Vec::new();
    // Two columns of one mark, each for its year, are two readings of a row.
    let lines = (table_rows.rows()).flat_map(|line| table_rows.readings().map(move |slice| line.reading(slice)));
    for line in lines {
        ctx.nip = None;
        ctx.kode = None;
        let cell = line.cell(Key::UnitKerja);
        let said = line
            .is_periodic()
            .then(|| periode::read_in(line.cell(Key::Periode).value, ctx.periode.tahun()));
        let mut unit = Unit {
            at: cell.at,
            unit_kerja: ctx.required(cell, Key::UnitKerja),
            unit_induk: ctx.optional(line.cell(Key::UnitInduk)),
            nip_pimpinan: ctx.other_nip(line.cell(Key::NipPimpinan)),
            predikat_organisasi: ctx.rating(line.cell(Key::PredikatOrganisasi)),
            capaian: capaian(
                ctx,
                line.cell(Key::CapaianOrganisasi),
                line.mark(line.cell(Key::CapaianOrganisasi)),
            ),
            tahun_predikat: year(ctx, line.cell(Key::TahunPredikat)),
        };
        if unit.unit_kerja.is_empty() {
            continue;
        }
        if let Some(PeriodeRead::Given(of)) = said
            && of != ctx.periode
            && unit.tahun_predikat.is_empty()
        {
            of_another(&mut unit, of);
        }
        rows.push((cell, unit));
    }
    rows
}

/// Names that stand under two units above for one year.
fn under_several(rows: &[(InputCell<'_>, Unit)], tahun: i16) -> HashSet<Text> {
    let mut first: HashMap<(Text, Option<u32>), &Text> = HashMap::new();
    let mut several = HashSet::new();
    for (_, unit) in rows {
        let Some(above) = &unit.unit_induk else { continue };
        let name = unit_key(&unit.unit_kerja);
        let known = first.entry((name.clone(), unit.of_year(tahun))).or_insert(above);
        if *known != above && !may_be_one(known, above) {
            several.insert(name);
        }
    }
    several
}

fn induk_key(unit: &Unit) -> Text {
    unit.unit_induk.as_deref().map(unit_key).unwrap_or_default()
}

/// Another row of a unit.
fn again<'a>(ctx: &mut Ctx<'a>, known: &mut Unit, cell: InputCell<'a>, unit: Unit) {
    let counts = known.at;
    if known.at == unit.at || each_of_its_year(known, &unit, ctx.periode) {
        if !nearest_year(known, unit, ctx.periode) {
            let (counts, of_years) = (known.at, true);
            ctx.note(cell, UnitDoubled { counts, of_years });
        }
        return;
    }
    let (poorer, richer) = (no_more(&unit, known), no_more(known, &unit));
    if poorer || richer {
        let other_alasan = false;
        ctx.note(
            cell,
            RowRepeated {
                first: counts,
                other_alasan,
            },
        );
        if !poorer {
            *known = unit;
        }
    } else {
        let of_years = false;
        ctx.note(cell, UnitDoubled { counts, of_years });
    }
}

/// The capaian of an organisation; one below nought is asked about, as it is of an indicator.
fn capaian<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>, mark: Option<DecimalMark>) -> Field<Decimal> {
    let capaian = ctx.plain(cell, mark);
    if capaian.get().is_some_and(|c| *c < Decimal::ZERO) {
        ctx.note(cell, OrganisasiNegative);
        return Field::faulty(cell.at);
    }
    capaian
}

/// The heading says a period that is not the assessed one: of a year it is that year's, of a part of one nobody's.
fn of_another(unit: &mut Unit, of: Periode) {
    let at = unit.predikat_organisasi.at;
    if let Periode::Tahun(year) = of {
        unit.tahun_predikat = u32::try_from(year).map_or_else(|_| Field::empty(at), |y| Field::given(y, at));
    } else {
        unit.predikat_organisasi = Field::empty(at);
        unit.capaian = Field::empty(unit.capaian.at);
    }
}

/// Whether two rows of a unit are no repetition: each says what holds of another year, or that it is not known yet.
fn each_of_its_year(known: &Unit, unit: &Unit, periode: Periode) -> bool {
    let says = |row: &Unit| rank(row, periode) > 0 || row.tahun_predikat.get().is_some();
    let years = (known.of_year(periode.tahun()), unit.of_year(periode.tahun()));
    matches!(years, (Some(one), Some(other)) if one != other) && says(known) && says(unit)
}

/// Of two rows of a unit, or two columns of one, each for its year, the one that is nearest to the assessed year stands, in
/// whatever order they come (p. 94 f). What has no year holds for both: a blank is filled by the other; `false` where they
/// contradict each other.
fn nearest_year(known: &mut Unit, unit: Unit, periode: Periode) -> bool {
    let better = rank(&unit, periode) > rank(known, periode);
    let other = if better { std::mem::replace(known, unit) } else { unit };
    let induk = (known.unit_induk.as_deref().map(unit_key)).zip(other.unit_induk.as_deref().map(unit_key));
    let pimpinan = known.nip_pimpinan.get().zip(other.nip_pimpinan.get());
    let agree = induk.is_none_or(|(one, two)| one == two) && pimpinan.is_none_or(|(one, two)| one == two);
    if known.unit_induk.is_none() {
        known.unit_induk = other.unit_induk;
    }
    if known.nip_pimpinan.is_empty() {
        known.nip_pimpinan = other.nip_pimpinan;
    }
    agree
}

/// How near what a row says of an organisation is to the assessed period: this year's, last year's, anything, nothing.
fn rank(unit: &Unit, periode: Periode) -> u8 {
    if unit.predikat_organisasi.is_empty() && unit.capaian.is_empty() {
        return 0;
    }
    match unit.tahun_predikat.get() {
        Some(&year) if i64::from(year) != i64::from(periode.tahun()) => 1 + u8::from(unit.year_before(periode.tahun())),
        _ => 3,
    }
}

/// A year, alone or as offices write it: `Tahun 2024`, `TA 2024`.
fn year<'a>(ctx: &mut Ctx<'a>, cell: InputCell<'a>) -> Field<u32> {
    match periode::read(cell.value) {
        PeriodeRead::Given(Periode::Tahun(year)) => u32::try_from(year).ok(),
        _ => None,
    }
    .map_or_else(|| ctx.ordinal(cell, YEAR), |year| Field::given(year, cell.at))
}

/// What is wanted of a year.
const YEAR: &str = "tahun, misalnya 2024";

/// Whether a row says of a unit nothing that another one does not say.
fn no_more(row: &Unit, than: &Unit) -> bool {
    fn cell<T: PartialEq>(cell: &Field<T>, than: &Field<T>) -> bool {
        cell.is_empty() || cell.state == than.state
    }
    let induk = |unit: &Unit| unit.unit_induk.as_deref().map(unit_key);
    (row.unit_induk.is_none() || induk(row) == induk(than))
        && cell(&row.nip_pimpinan, &than.nip_pimpinan)
        && cell(&row.predikat_organisasi, &than.predikat_organisasi)
        && cell(&row.capaian, &than.capaian)
        && cell(&row.tahun_predikat, &than.tahun_predikat)
}

/// Reads a `sasaran` table.
pub(super) fn read_sasaran<'a>(ctx: &mut Ctx<'a>, all: &mut Vec<Sasaran>, table_rows: &TableRows<'a>) {
    for line in table_rows.rows() {
        ctx.nip = None;
        ctx.kode = None;
        let cell = line.cell(Key::Kode);
        let code = ctx.code(cell);
        if code.is_empty() {
            ctx.missing(cell, Key::Kode);
        }
        let Some(code) = code.get() else { continue };
        all.push(Sasaran {
            at: cell.at,
            kode: code.clone(),
            unit_kerja: ctx.required(line.cell(Key::UnitKerja), Key::UnitKerja),
            sasaran: ctx.required(line.cell(Key::Sasaran), Key::Sasaran),
            indikator: ctx.shown(line.cell(Key::Indikator)),
            target: ctx.shown(line.cell(Key::Target)),
            satuan: ctx.shown(line.cell(Key::Satuan)),
        });
    }
}
