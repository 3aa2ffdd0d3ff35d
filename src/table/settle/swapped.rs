//! Two columns whose values stand under each other's heading.

use super::looks::{
    Looks, arah, aspek, bare_figure, code, date, figure, letter_code, mark, measures, no_arah, no_aspek, no_date, no_figure,
    no_jenis_jabatan, no_mark, no_nip, no_period, no_post, period, post, predikat, rater, rating, result, score, sentence,
};
use super::{PROBE, all_look};
use crate::base::origin::{Origin, SheetId};
use crate::finding::Noted;
use crate::input::{Sheet, Value};
use crate::table::contents::{jenis, jenis_jabatan, unit};
use crate::table::findings::ColumnsSwapped;
use crate::table::{Key, RowList, TableColumn, person};

/// Pairs of columns that people swap, with what each holds when it is the other.
const PAIRS: [(Key, Looks, Key, Looks); 28] = [
    (Key::Rhk, measures, Key::Indikator, result),
    (Key::Jenis, aspek, Key::Aspek, jenis),
    (Key::Target, date, Key::BatasWaktu, no_date),
    (Key::Aspek, figure, Key::Target, aspek),
    (Key::Nama, post, Key::Jabatan, no_post),
    (Key::Indikator, figure, Key::Target, no_figure),
    (Key::KodeRhk, bare_figure, Key::Realisasi, letter_code),
    (Key::KodeRhk, aspek, Key::Aspek, no_aspek),
    (Key::Aspek, mark, Key::Nilai, aspek),
    (Key::Periode, no_period, Key::Realisasi, period),
    (Key::Realisasi, mark, Key::UmpanBalik, figure),
    (Key::Nip, no_nip, Key::Nama, person::is_nip),
    (Key::Target, no_figure, Key::Satuan, figure),
    (Key::Jabatan, unit, Key::UnitKerja, post),
    (Key::Jabatan, jenis_jabatan, Key::JenisJabatan, no_jenis_jabatan),
    (Key::Satuan, arah, Key::Arah, no_arah),
    (Key::Rhk, code, Key::KodeRhk, sentence),
    (Key::Realisasi, no_figure, Key::Bukti, figure),
    (Key::HasilKerja, predikat, Key::HasilAkhir, rating),
    (Key::PerilakuKerja, predikat, Key::HasilAkhir, rating),
    (Key::Nama, unit, Key::UnitKerja, no_post),
    (Key::UnitKerja, person::is_nip, Key::NipAtasan, no_nip),
    (Key::UnitKerja, person::is_nip, Key::NipPimpinan, no_nip),
    (Key::Jabatan, person::is_nip, Key::NipAtasan, no_nip),
    (Key::Penilai, score, Key::Nilai, rater),
    (Key::UnitKerja, predikat, Key::HasilAkhir, no_mark),
    (Key::Jabatan, predikat, Key::HasilAkhir, no_mark),
    (Key::Nama, predikat, Key::HasilAkhir, no_mark),
];

/// One may be called as a unit is, not all of so many.
const ENOUGH: usize = 2;

/// Finds two columns that are swapped in every row, tells it once, and reads them rightly.
pub(in crate::table) fn swapped(
    sheet: &Sheet,
    id: SheetId,
    columns: &mut [TableColumn],
    rows: &RowList,
    header: u32,
    problems: &mut Vec<Noted>,
) {
    let nip = of_nip(sheet, columns, rows);
    for (a, looks_a, b, looks_b) in PAIRS.into_iter().chain(nip) {
        let of = |key| columns.iter().position(|c| c.key == Some(key) && c.facet.is_plain());
        let (Some(i), Some(j)) = (of(a), of(b)) else { continue };
        // Some are called as units are.
        if (a, b) == (Key::Nama, Key::UnitKerja) && rows.len() < ENOUGH {
            continue;
        }
        let probe = || rows.each().take(PROBE).map(|r| sheet.row(r.index));
        let every = |col: u16, looks: Looks| all_look(probe(), col, looks);
        if every(columns[i].col, looks_a) && every(columns[j].col, looks_b) {
            problems.push(
                Noted::new(ColumnsSwapped {
                    columns: (a, b),
                    cells: (
                        Origin::new(id, header, columns[i].col),
                        Origin::new(id, header, columns[j].col),
                    ),
                })
                .at(Origin::new(id, header, columns[i].col)),
            );
            columns[i].key = Some(b);
            columns[j].key = Some(a);
        }
    }
}

/// The column that holds the NIPs where the one headed so holds none.
fn of_nip(sheet: &Sheet, columns: &[TableColumn], rows: &RowList) -> Option<(Key, Looks, Key, Looks)> {
    /// Nothing that is meant for a NIP.
    fn other(value: Value<'_>) -> bool {
        matches!(value, Value::Text(t) if t.bytes().filter(u8::is_ascii_digit).count() < 9)
            || matches!(value, Value::Number { value, .. } if value < 1e8)
    }
    let probe = || rows.each().take(PROBE).map(|r| sheet.row(r.index));
    let plain = |c: &&TableColumn| c.facet.is_plain();
    let nip = columns.iter().filter(plain).find(|c| c.key == Some(Key::Nip))?;
    if !all_look(probe(), nip.col, other) {
        return None;
    }
    let mut held = columns.iter().filter(plain).filter(|c| {
        c.key
            .is_some_and(|k| k.personal() != Some(crate::contract::columns::Personal::Number) && k != Key::Nama)
            && all_look(probe(), c.col, person::is_nip)
    });
    let key = held.next()?.key?;
    held.next().is_none().then_some((Key::Nip, other, key, person::is_nip))
}
