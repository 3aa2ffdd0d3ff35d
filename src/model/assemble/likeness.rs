//! How two rows for one thing stand to each other: an equal or poorer row counts once (`aturan.md`
//! section 6, "Equal rows").
//!
//! Cells are compared by what they mean: words by the word, figures by value, texts without letter
//! case and blanks, and an empty cell as the contract's default. A row is poorer when each cell it
//! fills says what the other row says.

use jiff::civil::Date;

use super::feedback::{self, UmpanBalikSaid};
use super::rows::{InputCell, Line};
use crate::base::figure::Decimal;
use crate::base::text::{Text, match_key};
use crate::input::Value;
use crate::model::Periode;
use crate::model::read::date::{self, DateRead};
use crate::model::read::measure;
use crate::model::read::nip::{self, Nip, NipRead};
use crate::model::read::number::{self, FigureShape};
use crate::model::read::periode::{self, PeriodeRead};
use crate::model::read::post::{self, PostRead};
use crate::model::read::status;
use crate::model::read::word::{self, RatingWord, WordRead};
use crate::model::vocab::{
    Akreditasi, Akumulasi, Arah, Aspek, AspekPerilaku, JenisRhk, Jenjang, JenjangStudi, Kelompok, MetodeKaskade, PenilaiKind,
    Perspektif, Predikat, PredikatOrganisasi, Rating, Studi, Word,
};
use crate::table::Key;

/// How a later row stands to an earlier one that is for the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It says the same, or less: the earlier one counts.
    Poorer,
    /// It says the same, and more: it counts, and the earlier one does not.
    Richer,
    /// They differ in no column, but each says something that the other does not; this one says it only in the later.
    Beside(Key),
    /// They differ in this column.
    Unlike(Key),
}

/// What a cell says; equal meanings are equal.
#[derive(Debug, PartialEq)]
enum Meaning {
    Nip(Nip),
    Day(Date),
    Period(Periode),
    Figure(FigureShape, Option<String>),
    Unit(String),
    Word(&'static str),
    Yes(bool),
    Text(Text),
}

/// Compares two rows of a person over some columns.
pub(super) fn likeness(
    periode: Periode,
    earlier: &Line<'_, '_>,
    later: &Line<'_, '_>,
    keys: impl Iterator<Item = Key>,
) -> Likeness {
    let (mut poorer, mut richer) = (None, None);
    for key in keys {
        let (a, b) = (earlier.cell(key), later.cell(key));
        if a.value == b.value {
            continue;
        }
        let (a, b) = (says(key, earlier, a, periode), says(key, later, b, periode));
        if a == b {
            continue;
        }
        if let (Some(a), Some(b)) = (&a, &b)
            && alike(a, b)
        {
            continue;
        }
        if a.is_some() && b.is_some() {
            return Likeness::Unlike(key);
        }
        let default = default_of(key, periode);
        if b.is_some() && b != default {
            poorer.get_or_insert(key);
        }
        if a.is_some() && a != default {
            richer.get_or_insert(key);
        }
    }
    match (poorer, richer) {
        (None, _) => Likeness::Poorer,
        (_, None) => Likeness::Richer,
        (Some(key), Some(_)) => Likeness::Beside(key),
    }
}

/// What a cell says. The unit of a target stands in its cell or in the column beside it.
fn says(key: Key, row: &Line<'_, '_>, cell: InputCell<'_>, periode: Periode) -> Option<Meaning> {
    let own = meaning(key, cell, row.mark(cell), periode);
    match (key, own) {
        (Key::Target, Some(Meaning::Figure(shape, None))) => {
            let beside = row.cell(Key::Satuan);
            let unit = (!beside.says_nothing()).then(|| beside.value.written());
            Some(Meaning::Figure(shape, unit))
        }
        (Key::Satuan, None) => {
            let target = row.cell(Key::Target);
            match figure(target.value, row.mark(target)) {
                Some(Meaning::Figure(_, Some(unit))) => Some(Meaning::Unit(unit)),
                _ => None,
            }
        }
        (_, own) => own,
    }
}

/// Two spellings of one thing: a figure with its unit and the bare one, `12 dok` and `12 dokumen`.
fn alike(a: &Meaning, b: &Meaning) -> bool {
    match (a, b) {
        (Meaning::Figure(a, x), Meaning::Figure(b, y)) => a == b && measure::may_be_one(x.as_deref(), y.as_deref()),
        (Meaning::Unit(x), Meaning::Unit(y)) => measure::may_be_one(Some(x), Some(y)),
        _ => false,
    }
}

/// What an empty cell stands for (`masukan.md` section 1).
fn default_of(key: Key, periode: Periode) -> Option<Meaning> {
    Some(match key {
        Key::Arah => Meaning::Word(Arah::Naik.as_str()),
        Key::Akumulasi => Meaning::Word(Akumulasi::Akhir.as_str()),
        Key::MetodeKaskade => Meaning::Word(MetodeKaskade::Langsung.as_str()),
        Key::Kelompok => Meaning::Word(Kelompok::PerjanjianKinerja.as_str()),
        Key::Penilai => Meaning::Word(PenilaiKind::Atasan.as_str()),
        Key::Status => Meaning::Word(crate::model::vocab::StatusPegawai::Aktif.as_str()),
        Key::NoIndikator | Key::Lingkup => Meaning::Figure(FigureShape::Single(Decimal::ONE), None),
        Key::Plt | Key::Kepemimpinan | Key::IdeBaru | Key::TargetMaksimal => Meaning::Yes(false),
        Key::Periode => Meaning::Period(periode),
        _ => return None,
    })
}

fn answer(read: WordRead<bool>, written: impl FnOnce() -> Option<Meaning>) -> Option<Meaning> {
    match read {
        WordRead::Given(yes) | WordRead::Doubtful(yes) => Some(Meaning::Yes(yes)),
        WordRead::Blank => None,
        _ => written(),
    }
}

/// What a cell says; `None` where it says nothing.
fn meaning(key: Key, cell: InputCell<'_>, mark: Option<number::DecimalMark>, periode: Periode) -> Option<Meaning> {
    if cell.says_nothing() {
        return None;
    }
    let value = cell.value;
    let written = || Some(Meaning::Text(match_key(&value.written())));
    match key {
        Key::Nip | Key::NipAtasan | Key::NipPenilai | Key::NipPemberiTugas | Key::NipPimpinan => match nip::read(value) {
            NipRead::Valid(nip) => Some(Meaning::Nip(nip)),
            NipRead::Blank => None,
            _ => written(),
        },
        Key::Mulai | Key::Selesai | Key::TanggalPenetapan | Key::BatasWaktu | Key::PeriodeAwal | Key::PeriodeAkhir => {
            match date::read(value) {
                DateRead::Given(day) => Some(Meaning::Day(day)),
                DateRead::Blank => None,
                DateRead::NotDate => written(),
            }
        }
        Key::Periode | Key::Tahun => match periode::read_in(value, periode.tahun()) {
            PeriodeRead::Given(p) => Some(Meaning::Period(p)),
            PeriodeRead::Blank => None,
            PeriodeRead::NotPeriode => written(),
        },
        Key::Target
        | Key::Realisasi
        | Key::Bobot
        | Key::NilaiDitetapkan
        | Key::Ipk
        | Key::CapaianOrganisasi
        | Key::NoIndikator
        | Key::Lingkup
        | Key::TahunPredikat => figure(value, mark).or_else(written),
        Key::Satuan => Some(Meaning::Unit(value.written())),
        Key::Nilai => rated::<Rating>(value).or_else(|| figure(value, mark)).or_else(written),
        Key::UmpanBalik => match feedback::meant(value) {
            UmpanBalikSaid::Nothing => None,
            UmpanBalikSaid::Rating(r) => Some(Meaning::Word(r.as_str())),
            UmpanBalikSaid::Words => written(),
        },
        Key::HasilKerja | Key::PerilakuKerja => spoken(word::read_rating::<Rating>(value), written),
        Key::HasilAkhir => spoken(word::read_rating::<Predikat>(value), written),
        Key::PredikatOrganisasi => spoken(word::read_rating::<PredikatOrganisasi>(value), written),
        Key::Plt => answer(word::read_plt(value), written),
        Key::Kepemimpinan | Key::IdeBaru | Key::TargetMaksimal => answer(word::read_bool(value), written),
        Key::JenisJabatan => match post::read(value) {
            PostRead::Word(read) => spoken(read, written),
            _ => written(),
        },
        Key::Status => spoken(status::read(value).word, written),
        Key::Aspek => of::<Aspek>(value).or_else(|| of::<AspekPerilaku>(value)).or_else(written),
        Key::Jenis => spoken(word::read::<JenisRhk>(value), written),
        Key::Arah => spoken(word::read::<Arah>(value), written),
        Key::Akumulasi => spoken(word::read::<Akumulasi>(value), written),
        Key::Kelompok => spoken(word::read::<Kelompok>(value), written),
        Key::Perspektif => spoken(word::read::<Perspektif>(value), written),
        Key::MetodeKaskade => spoken(word::read::<MetodeKaskade>(value), written),
        Key::Penilai => spoken(word::read::<PenilaiKind>(value), written),
        Key::Jenjang => spoken(word::read::<Jenjang>(value), written),
        Key::JenjangStudi => spoken(word::read::<JenjangStudi>(value), written),
        Key::Akreditasi => spoken(word::read::<Akreditasi>(value), written),
        Key::Studi => spoken(word::read::<Studi>(value), written),
        _ => written(),
    }
}

fn spoken<T: Word>(read: WordRead<T>, written: impl Fn() -> Option<Meaning>) -> Option<Meaning> {
    match read {
        WordRead::Given(w) | WordRead::Doubtful(w) => Some(Meaning::Word(w.as_str())),
        WordRead::Blank => None,
        WordRead::Unknown(_) | WordRead::NotText => written(),
    }
}

fn of<T: Word>(value: Value<'_>) -> Option<Meaning> {
    spoken(word::read::<T>(value), || None)
}

/// A rating in words; digits are figures where both may stand.
fn rated<T: RatingWord>(value: Value<'_>) -> Option<Meaning> {
    match value {
        Value::Text(text) if text.contains(char::is_alphabetic) => spoken(word::read_rating::<T>(value), || None),
        _ => None,
    }
}

fn figure(value: Value<'_>, mark: Option<number::DecimalMark>) -> Option<Meaning> {
    match value {
        Value::Number { value, percent } => {
            let figure = number::from_number(value).ok()?;
            Some(if percent {
                let hundredfold = figure.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
                Meaning::Figure(FigureShape::Single(hundredfold), Some("%".to_owned()))
            } else {
                Meaning::Figure(FigureShape::Single(figure), None)
            })
        }
        Value::Text(text) => {
            let figure = number::read(text, mark).ok()?;
            Some(Meaning::Figure(figure.shape, figure.unit))
        }
        _ => None,
    }
}
