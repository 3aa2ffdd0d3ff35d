//! `perilaku` and `pengecualian` rows.

use super::ctx::Ctx;
use super::feedback;
use super::other_periods::{OtherYears, PartMark};
use super::people::People;
use super::rows::{Line, TableRows};
use super::stretches::{RowReader, RowReaders};
use crate::base::ids::PegawaiId;
use crate::base::text::{fold_words, matches};
use crate::contract::facet;
use crate::contract::vocab::Word as _;
use crate::input::Value;
use crate::model::findings::{PersonRowRepeated, RowRepeated};
use crate::model::vocab::{AspekPerilaku, PenilaiKind};
use crate::model::{Field, NilaiPerilaku, Pengecualian, Penilaian, PerilakuDetail, Periode, Scale, Source, State};
use crate::table::{Key, TableColumn, TableKind};

/// Reads a `perilaku` table. Gives whose marks in it are of a part of the year assessed.
pub(super) fn read<'a>(readers: &mut RowReaders<'a>, all: &[TableRows<'a>], table: usize) -> Vec<PartMark> {
    let table_rows = &all[table];
    let ctx = &mut readers.first().ctx;
    let titled = super::period_choice::meta_in(table_rows.table, ctx.periode.tahun());
    // A part of the year that nobody can tell is not the year.
    let unclear = super::other_periods::tell_unclear_title(ctx, table_rows, true);
    let mut years = readers.read(all, table, |reader, rows| read_rows(reader, table, rows, (titled, unclear)));
    let parts = years.take_parts();
    if !unclear {
        years.tell(&mut readers.first().ctx, table_rows.table);
    }
    parts
}

/// Reads these rows of a table.
fn read_rows<'a>(
    reader: &mut RowReader<'a>,
    table: usize,
    table_rows: &TableRows<'a>,
    (titled, unclear): (Option<Periode>, bool),
) -> OtherYears {
    let RowReader { ctx, people, .. } = reader;
    let mut years = OtherYears::of_marks(titled);
    let mut before = None;
    // "NILAI 2024 | NILAI 2025": of which year each is the headings say.
    let by_heading = table_rows.readings().all(|slice| slice.is_some_and(|s| s.periodic));
    for line in table_rows.rows() {
        if unclear || (!by_heading && years.has(ctx, &line)) {
            if let Some(id) = people.known(line.cell(Key::Nip)) {
                if unclear {
                    people.get(id).lost.add(TableKind::Perilaku);
                } else {
                    years.is_row_of(ctx, people, id);
                }
            }
            continue;
        }
        let id = people.of_row(ctx, line.cell(Key::Nip), line.cell(Key::Nama), table, Source::Other);
        let wide = table_rows.has_slices();
        if let Some(id) = id.filter(|_| wide) {
            as_a_whole(ctx, people, id, &line);
            if leaves_unread(&line) {
                people.get(id).lost.add(TableKind::Perilaku);
            }
        }
        for slice in table_rows.readings() {
            let line = line.reading(slice);
            if line.is_periodic() && years.has(ctx, &line) {
                if let Some(id) = id.filter(|_| by_heading) {
                    years.is_row_of(ctx, people, id);
                }
                continue;
            }
            let cell = line.cell(Key::Nilai);
            let unclear_tick = ctx.tick_unclear(&line, Key::Nilai);
            // A rater who says nothing of a value has not rated it.
            if wide && ctx.is_open(cell) && unclear_tick.is_none() {
                continue;
            }
            let aspek_cell = line.cell(Key::Aspek);
            // Read before it is known whether the row joins anybody: a faulty cell is told either way.
            let at = if wide { cell.at } else { line.cell(Key::Nip).at };
            // Cells without words are alike, whatever their colour.
            let beside = ctx.inputs.tint(cell.at).map_or(0, |tint| u64::from(tint.colour.0) + 1);
            let detail = ctx.once(
                |kept| &mut kept.marks,
                &line,
                &[beside],
                |ctx| {
                    let (aspek, penilai) = (ctx.word(aspek_cell), ctx.word(line.cell(Key::Penilai)));
                    let nilai = unclear_tick.map_or_else(|| feedback::perilaku(ctx, cell, line.mark(cell)), Field::faulty);
                    ctx.kept.perilaku.share(PerilakuDetail {
                        aspek: aspek.in_row(at),
                        penilai: penilai.in_row(at),
                        nilai: nilai.in_row(at),
                        nip_penilai_cell: Field::empty(line.cell(Key::NipPenilai).at).in_row(at),
                    })
                },
            );
            let rater = ctx.other_nip(line.cell(Key::NipPenilai));
            let rater_cell = rater.place().in_row(at);
            let detail = if detail.nip_penilai_cell == rater_cell {
                detail
            } else {
                ctx.kept.perilaku.share(PerilakuDetail {
                    nip_penilai_cell: rater_cell,
                    ..(*detail).clone()
                })
            };
            let row = NilaiPerilaku {
                at,
                nip_penilai: rater.get().cloned(),
                detail,
            };
            if row.aspek.is_empty() {
                ctx.missing(aspek_cell, Key::Aspek);
            }
            let Some(id) = id else {
                // Values of BerAKHLAK are rated in words in every rule set.
                let berakhlak = row.aspek.get().is_some_and(|a| AspekPerilaku::BERAKHLAK.contains(a));
                if !berakhlak && matches!(row.nilai.get(), Some(Scale::Words(_) | Scale::Rating(_))) {
                    ctx.loose_words.push(cell.at);
                }
                continue;
            };
            if people.get(id).perilaku.is_empty() {
                // Mostly everybody has as many as the one before.
                let expected = before.map_or(0, |other| people.get(other).perilaku.len());
                people.get(id).perilaku.reserve_exact(expected.min(COMPARED));
                before = Some(id);
            }
            match people.get(id).perilaku.iter_mut().take(COMPARED).find(|p| same_mark(p, &row)) {
                Some(first) => {
                    let at = first.at;
                    if says_no_more(first, &row) {
                        *first = row;
                    }
                    ctx.note(line.cell(Key::Nip), PersonRowRepeated { first: at, mark: true });
                }
                None => people.get(id).perilaku.push(row),
            }
        }
    }
    ctx.nip = None;
    ctx.kode = None;
    years
}

/// Marks stand in the row under a heading that names no value.
fn leaves_unread(line: &Line<'_, '_>) -> bool {
    let columns = &line.table_rows().table.columns;
    let mut unread = columns.iter().filter(|c| c.surpassed == Some(Key::Aspek));
    unread.any(|c| !line.at(c.col).says_nothing())
}

/// Marks of the person as a whole beside the values: they are the penilai's, as in a table of `penilaian`.
fn as_a_whole<'a>(ctx: &mut Ctx<'a>, people: &mut People, id: PegawaiId, line: &Line<'a, '_>) {
    let marks = [Key::HasilKerja, Key::PerilakuKerja, Key::HasilAkhir];
    // "Rating Perilaku Kerja 2024" is none of 2025.
    let asked = ctx.periode.to_string();
    let of_other = |column: &TableColumn| {
        let (said, _) = facet::split(&[column.written.as_str().into()]);
        said.period.is_some_and(|period| *period != *asked)
    };
    let table = line.table_rows().table;
    if marks.iter().filter_map(|key| table.column(*key)).any(of_other) {
        return;
    }
    let of_atasan = |value| match value {
        Value::Text(text) => PenilaiKind::named(&fold_words(text)) == Some(PenilaiKind::Atasan),
        other => other.is_blank(),
    };
    if marks.iter().all(|key| line.cell(*key).says_nothing()) || !of_atasan(line.cell(Key::Penilai).value) {
        return;
    }
    let at = line.cell(Key::Nip).at;
    let row = Penilaian {
        at,
        hasil_kerja: ctx.rating(line.cell(Key::HasilKerja)),
        perilaku_kerja: ctx.rating(line.cell(Key::PerilakuKerja)),
        hasil_akhir: ctx.rating(line.cell(Key::HasilAkhir)),
        periode: Field::empty(at),
        start: None,
        end: None,
        plt: false,
        withheld: false,
        of_download: false,
    };
    people.get(id).penilaian.push(row);
}

/// Marks of one person that are compared with each other: nobody has as many.
const COMPARED: usize = 256;

/// Two rows that tell one mark of one rater, one of them perhaps with less.
fn same_mark(a: &NilaiPerilaku, b: &NilaiPerilaku) -> bool {
    let source = |r: &NilaiPerilaku| r.penilai.or_default(PenilaiKind::Atasan);
    // The columns of one row are marks of their own.
    let rows = (a.at.sheet(), a.at.row()) != (b.at.sheet(), b.at.row());
    rows && a.aspek.get().is_some()
        && a.aspek.get() == b.aspek.get()
        && source(a).is_some()
        && source(a) == source(b)
        && (says_no_more(b, a) || says_no_more(a, b))
}

/// Whether all that `poorer` says stands in `richer`.
fn says_no_more(poorer: &NilaiPerilaku, richer: &NilaiPerilaku) -> bool {
    let same_rater = poorer.names_no_penilai()
        || poorer
            .nip_penilai
            .as_ref()
            .is_some_and(|nip| richer.nip_penilai.as_ref() == Some(nip));
    let same_mark = match (&poorer.nilai.state, &richer.nilai.state) {
        (State::Empty, _) => true,
        (State::Given(Scale::Words(a)), State::Given(Scale::Words(b))) => !super::unlike(a, b),
        (State::Given(a), State::Given(b)) => a == b,
        _ => false,
    };
    same_rater && same_mark
}

/// Reads a `pengecualian` table. Of two rows for one person the first counts.
pub(super) fn read_pengecualian<'a>(ctx: &mut Ctx<'a>, people: &mut People, table_rows: &TableRows<'a>, table: usize) {
    for line in table_rows.rows() {
        let Some(id) = people.of_row(ctx, line.cell(Key::Nip), line.cell(Key::Nama), table, Source::Other) else {
            continue;
        };
        let alasan_cell = line.cell(Key::Alasan);
        let row = Pengecualian {
            at: line.cell(Key::Nip).at,
            alasan: ctx.entry(alasan_cell),
            keterangan: ctx.shown(line.cell(Key::Keterangan)),
        };
        if row.alasan.is_empty() {
            ctx.missing(alasan_cell, Key::Alasan);
        }
        if let Some(known) = &people.get(id).pengecualian {
            let first = known.at;
            let same = matches!(
                (known.alasan.get(), row.alasan.get()),
                (Some(a), Some(b)) if matches(a, b)
            );
            let other_alasan = !same && !row.alasan.is_empty();
            ctx.note(line.cell(Key::Nip), RowRepeated { first, other_alasan });
        } else {
            people.get(id).pengecualian = Some(Box::new(row));
        }
    }
}
