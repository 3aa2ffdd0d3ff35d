//! Finds headers: which rows name the columns of which kind of table.
//!
//! A header is 1–5 adjacent rows of texts. For each column the texts of its rows are joined,
//! groups (merged, or written only in their first cell) included ([`levels`]), and looked up
//! ([`claims`]). The kind is the one that understands most of it ([`judge`]); a name of sheet or
//! file only breaks ties.

mod choices;
mod claims;
mod judge;
mod levels;

use self::judge::judge;
use self::levels::{HeaderLevel, header_cells, join, merges_near, numeral_cells};
use super::settle::nip_owner::DoubtfulNip;
use super::{Key, TableColumn, TableKind, form_words};
use crate::contract::facet;
use crate::contract::heading::{is_known_header, look_up, look_up_exact, nearest};
use crate::contract::tables::Need;
use crate::input::sheet::{Merge, Row};
use crate::input::{Sheet, Value};

/// At most so many rows make a header.
pub const LEVELS: usize = 5;
/// The leaves of a header stand at most so many rows below its groups, where no merged cell leads to them.
const GAP: u32 = 5;

/// A column full of marks whose heading does not say which.
#[derive(Debug, Clone)]
pub struct UnreadMarks {
    /// The column.
    pub col: u16,
    /// Which marks the table lacks; none where it has no place for what stands there.
    pub lacking: Vec<Key>,
    /// The value of perilaku whose name the heading nearly is.
    pub near: Option<&'static str>,
    /// No words of a mark stand there.
    pub no_words: bool,
}

impl UnreadMarks {
    /// Of a table that lacks these.
    pub fn of(col: u16, lacking: Vec<Key>) -> Self {
        Self {
            col,
            lacking,
            near: None,
            no_words: false,
        }
    }
}

/// A header that was found.
#[derive(Debug, Clone)]
pub struct Header {
    /// Kind of the table below it.
    pub jenis: TableKind,
    /// First row, as index among the non-empty rows of the sheet.
    pub first: usize,
    /// Last row, likewise.
    pub last: usize,
    /// Columns, left to right.
    pub columns: Vec<TableColumn>,
    /// Obligatory columns that are not there.
    pub missing: Vec<Key>,
    /// Columns that say the same as an earlier one: (the later, the earlier, what they mean).
    pub doubled: Vec<(u16, u16, Key)>,
    /// Columns of one mark that nothing tells apart, likewise.
    pub ambiguous: Vec<(u16, u16, Key)>,
    /// Columns that are taken for what all their cells are, whatever their heading.
    pub by_content: Vec<(u16, Key)>,
    /// The column that holds name and NIP of the atasan in one cell.
    pub atasan_in_one: Option<u16>,
    /// The NIP that may be the atasan's.
    pub doubtful_nip: Option<DoubtfulNip>,
    /// Columns full of marks whose heading nobody knows, and which marks the table lacks.
    pub marks_unread: Vec<UnreadMarks>,
    /// Columns of marks that are proposed, of another time or of somebody else.
    pub marks_of_others: Vec<u16>,
    /// It names people: a heading NIP or Nama. Then it is no table of units and no form of one person.
    pub people: bool,
    /// How well it is understood.
    pub score: i32,
    /// How many columns were understood.
    pub matched: usize,
}

impl Header {
    /// All obligatory columns are there, and enough others to be sure of the kind.
    pub fn complete(&self) -> bool {
        self.missing.is_empty() && self.sure()
    }

    /// A heading that was not understood and is nearly the name of this column: a slip of the pen.
    pub fn nearly(&self, column: Key) -> Option<String> {
        let unread = self.columns.iter().filter(|c| c.key.is_none());
        unread
            .map(|c| &c.written)
            .find(|w| nearest(w, self.jenis) == Some(column))
            .map(ToString::to_string)
    }

    /// Good enough to be taken for a table whose columns are partly missing.
    pub fn acceptable(&self) -> bool {
        let needed = self.jenis.columns().iter().filter(|c| c.need == Need::Must).count();
        // Evidence or umpan balik beside codes of RHK is of nothing else.
        let attained = self.jenis == TableKind::Realisasi && (self.has(Key::Bukti) || self.has(Key::UmpanBalik));
        self.sure() && self.matched >= 3 && (attained || needed.saturating_sub(self.missing.len()) * 5 >= needed * 3)
    }

    /// Kinds with few obligatory columns need something else of their own.
    pub fn sure(&self) -> bool {
        let has = |key: Key| self.has(key);
        let person = has(Key::Nip) || has(Key::NamaNip);
        match self.jenis {
            TableKind::Penilaian => {
                let read = has(Key::HasilKerja) || has(Key::PerilakuKerja) || has(Key::HasilAkhir);
                read || !(self.marks_unread.is_empty() && self.marks_of_others.is_empty())
            }
            TableKind::Unit => !self.people && (has(Key::UnitInduk) || has(Key::NipPimpinan) || has(Key::PredikatOrganisasi)),
            TableKind::Pengecualian => person && has(Key::Alasan),
            TableKind::Realisasi => {
                let of_rhk = has(Key::KodeRhk) && (has(Key::Realisasi) || has(Key::UmpanBalik) || (person && !self.plans()));
                of_rhk || (has(Key::Realisasi) && !self.aims())
            }
            TableKind::Perilaku => self.rates_perilaku(),
            TableKind::Skp => has(Key::Rhk) || (has(Key::KodeRhk) && has(Key::Indikator)),
            TableKind::Sasaran => {
                !self.people && has(Key::Sasaran) && (has(Key::Indikator) || has(Key::Target) || has(Key::Kode))
            }
            TableKind::FormulirSkp => {
                !self.people && has(Key::Rhk) && (has(Key::KodeRhkAtasan) || has(Key::Indikator) || has(Key::Perspektif))
            }
            TableKind::FormulirEvaluasi => !self.people && has(Key::Rhk) && has(Key::Realisasi),
            TableKind::LaporanSkp => has(Key::SkpStatus) || has(Key::SkpModel) || has(Key::IsSkp),
            TableKind::Pegawai => has(Key::NipAtasan) || !self.tells_planning(),
        }
    }

    /// It says how far the SKP of each is, as e-Kinerja does: whether there is one, or its state beside its period.
    fn tells_planning(&self) -> bool {
        self.may_mean(|key| matches!(key, Key::IsSkp | Key::SkpModel))
            || (self.may_mean(|key| key == Key::SkpStatus)
                && self.may_mean(|key| matches!(key, Key::PeriodeAwal | Key::PeriodeAkhir)))
    }

    /// It has a target among what this kind does not know: then it is a plan.
    fn aims(&self) -> bool {
        self.may_mean(|key| key == Key::Target)
    }

    /// It has what only plans say among what this kind does not know.
    fn plans(&self) -> bool {
        let of_plan = |key: Key| TableKind::Skp.column(key).is_some() && self.jenis.column(key).is_none();
        self.has(Key::Rhk) || self.has(Key::Indikator) || self.may_mean(of_plan)
    }

    /// One of the headings that this kind does not know is such a one in another.
    fn may_mean(&self, is_such: impl Fn(Key) -> bool) -> bool {
        let mut buffer = String::new();
        let mut unread = self.columns.iter().filter(|c| c.is_unread());
        unread.any(|c| look_up(&c.written, &mut buffer).iter().any(|hit| is_such(hit.key)))
    }

    /// A mark alone is one of anything (a test, a course): of perilaku it is where its aspek or rater stands
    /// beside it, or nothing else does.
    fn rates_perilaku(&self) -> bool {
        let aspek = self.has(Key::Aspek) || self.columns.iter().any(|c| c.facet.aspek.is_some());
        let foreign = self.columns.iter().filter(|c| c.is_unread()).count();
        (self.has(Key::Nilai) && (aspek || self.has(Key::Penilai) || foreign == 0)) || (aspek && self.has(Key::Penilai))
    }

    /// Whether a column with this meaning was found.
    pub fn has(&self, key: Key) -> bool {
        self.columns.iter().any(|c| c.key == Some(key))
    }

    /// First and last column.
    pub fn span(&self) -> (u16, u16) {
        (
            self.columns.first().map_or(0, |c| c.col),
            self.columns.last().map_or(0, |c| c.col),
        )
    }
}

/// Whether a row is worth a closer look: two of its first cells name columns.
pub fn may_be_header(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    let mut hits = 0;
    let mut texts = 0;
    for (_, value) in row.cells_in(lo, hi) {
        if texts == 8 {
            break;
        }
        match value {
            Value::Text(t) if t.starts_with(|c: char| c.is_ascii_digit()) => {
                if t.len() > 12 {
                    return false;
                }
            }
            Value::Text(t) => {
                texts += 1;
                if !look_up_exact(t, buffer).is_empty() {
                    hits += 1;
                    if hits == 2 {
                        return true;
                    }
                } else if texts >= 4 && hits == 0 {
                    return false;
                }
            }
            Value::Empty => {}
            _ => return false,
        }
    }
    false
}

/// Whether any cell of the row names a column: without one no header begins here.
pub fn names_a_column(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    row.cells_in(lo, hi)
        .any(|(_, value)| matches!(value, Value::Text(t) if t.len() <= 200 && !look_up(t, buffer).is_empty()))
}

/// The best header that begins at the non-empty row `first`, within columns `lo..=hi`.
/// `hint` is the folded name of sheet and file.
pub fn at(sheet: &Sheet, first: usize, range: (u16, u16), hint: &str) -> Option<Header> {
    let mut levels: Vec<HeaderLevel> = Vec::new();
    let mut best: Option<Header> = None;
    let merges = merges_near(sheet, first);
    for depth in 0..LEVELS {
        let index = first + depth;
        if index >= sheet.row_count() {
            break;
        }
        let row = sheet.row_at(index);
        let above = (depth > 0).then(|| sheet.row_at(index - 1).number());
        let apart = above.is_some_and(|above| !follows(above, row.number(), &merges));
        if apart && above.is_some_and(|above| row.number() - above > GAP) {
            break;
        }
        let numerals = || numeral_cells(row, range).filter(|_| depth > 0);
        let words = header_cells(row, range);
        let only_numerals = words.is_none();
        let Some(level) = words.or_else(numerals) else { break };
        levels.push(level);
        let groups = best
            .as_ref()
            // A row that brought nothing is no row of groups: it is data, and so is what follows it.
            .filter(|b| b.last + 1 == index)
            .zip(above)
            .filter(|(_, above)| under_groups(&levels, &merges, *above));
        let grouped = groups.is_some_and(|(b, _)| beside_people(&levels, b));
        if only_numerals && !grouped {
            break;
        }
        // Below empty rows it is data or another table, unless it can be nothing but the names of the groups' columns.
        if apart && (groups.is_none() || !(grouped || all_known(&levels))) {
            break;
        }
        let texts = join(sheet, first, &levels, &merges);
        let Some(found) = judge(&texts, first, index, hint) else {
            continue;
        };
        // A further row must bring something; otherwise it is data that looks like words.
        let brings = |b: &Header| {
            found.matched > b.matched
                || (found.matched == b.matched && found.missing.len() < b.missing.len())
                || grouped
                || parts_the_nip(&found, b)
        };
        if best.as_ref().is_none_or(brings) {
            best = Some(found);
        }
    }
    best
}

/// The last of the levels stands under groups of the one above it, in the sheet's row `group`: each of its
/// cells to the right of a heading that goes on without one of its own, or below one that begins so.
fn under_groups(levels: &[HeaderLevel], merges: &[Merge], group: u32) -> bool {
    let [.., over, leaves] = levels else { return false };
    let named = |col: u16| over.iter().any(|c| c.0 == col);
    let merged = |col: u16| {
        merges
            .iter()
            .any(|m| m.top <= group && group <= m.bottom && m.left < m.right && (m.left..=m.right).contains(&col))
    };
    let under = |col: u16| merged(col) || (!named(col) && over.iter().any(|c| c.0 < col));
    let begins = |col: u16| named(col) && !named(col + 1) && leaves.iter().any(|c| c.0 == col + 1);
    leaves.len() >= 2
        && leaves.iter().any(|c| under(c.0))
        && leaves
            .iter()
            .all(|c| c.1.chars().count() <= 40 && (under(c.0) || begins(c.0)))
}

/// The last of the levels says nothing where people are named: then it names the columns of groups, even in
/// words that nobody knows.
fn beside_people(levels: &[HeaderLevel], above: &Header) -> bool {
    let of_person = |c: &&TableColumn| matches!(c.key, Some(Key::No | Key::Nip | Key::Nama | Key::NamaNip));
    let mut people = above.columns.iter().filter(of_person);
    levels
        .last()
        .is_some_and(|leaves| people.all(|p| leaves.iter().all(|c| c.0 != p.col)))
}

/// Below the heading of the NIP its leaves say which number of the person each is: LAMA | BARU, NIP | NIK.
fn parts_the_nip(found: &Header, above: &Header) -> bool {
    let number = |c: &&TableColumn| matches!(c.key, Some(Key::Nip | Key::BukanNip));
    let col = |h: &Header| h.columns.iter().filter(number).map(|c| c.col).collect::<Vec<_>>();
    let (now, before) = (col(found), col(above));
    found.has(Key::Nip) && found.has(Key::BukanNip) && before.len() == 1 && now.len() > 1 && found.matched >= above.matched
}

/// Each cell of the last of the levels names a column.
fn all_known(levels: &[HeaderLevel]) -> bool {
    levels
        .last()
        .is_some_and(|leaves| leaves.iter().all(|c| is_known_header(&c.1)))
}

/// The next row of a header stands directly below, or below rows that the merges of its groups cover.
fn follows(above: u32, row: u32, merges: &[Merge]) -> bool {
    (above + 1..row).all(|gap| merges.iter().any(|m| m.top <= above && gap <= m.bottom))
}

/// Adds group rows that stand above a header and name no column themselves ("Identitas" over
/// NIP and Nama), so that they are shown in the columns' names and are no title lines.
pub fn with_groups(sheet: &Sheet, found: Header, top: usize, range: (u16, u16), hint: &str) -> Header {
    let mut best = found;
    while best.first > top && best.last + 1 - best.first < LEVELS {
        let above = best.first - 1;
        let row = sheet.row_at(above);
        if row.number() + 1 != sheet.row_at(best.first).number() || !is_group_row(sheet, row, &best, range) {
            break;
        }
        let depth = best.last - above + 1;
        let levels: Option<Vec<HeaderLevel>> = (0..depth).map(|d| header_cells(sheet.row_at(above + d), range)).collect();
        let Some(levels) = levels else { break };
        match judge(
            &join(sheet, above, &levels, &merges_near(sheet, above)),
            above,
            best.last,
            hint,
        ) {
            Some(more) if more.jenis == best.jenis && more.matched >= best.matched => best = more,
            _ => break,
        }
    }
    best
}

/// A group row holds at least two texts over the table, or one merged over part of it; a line of
/// title or meta has one text, or "Instansi" beside ": Dinas".
fn is_group_row(sheet: &Sheet, row: Row<'_>, header: &Header, range: (u16, u16)) -> bool {
    let Some(cells) = header_cells(row, range) else {
        return false;
    };
    // "CAPAIAN KINERJA ORGANISASI | ISTIMEWA" is a line of the form with what is filled in.
    if header.jenis.is_form() && cells.iter().any(|(_, t)| form_words::line(t).is_some()) {
        return false;
    }
    let (lo, hi) = header.span();
    let width = usize::from(hi - lo) + 1;
    if cells.iter().any(|(c, t)| *c > hi || t.contains(':')) {
        return false;
    }
    let spans: Vec<usize> = cells
        .iter()
        .map(|(col, _)| {
            sheet
                .merges
                .iter()
                .find(|m| m.top == row.number() && m.left == *col)
                .map_or(1, |m| usize::from(m.right - m.left) + 1)
        })
        .collect();
    if spans.iter().any(|&s| s > 1) {
        return spans.iter().all(|&s| s < width);
    }
    // Periods over columns of one meaning: each its own.
    let period = |text: &str| {
        let (facet, rest) = facet::split(&[Box::from(text)]);
        facet.period.is_some() && rest.is_empty()
    };
    if cells
        .iter()
        .all(|(col, t)| period(t) && header.columns.iter().any(|c| c.col == *col))
    {
        return true;
    }
    // Unmerged: groups with room to their right, all over columns of the table.
    cells.len() >= 2
        && cells
            .iter()
            .all(|(col, _)| *col < lo || header.columns.iter().any(|c| c.col == *col))
        && cells.windows(2).any(|w| w[1].0 - w[0].0 > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::SheetBuilder;

    fn sheet(rows: &[&[&str]], merges: &[(u32, u16, u32, u16)]) -> Sheet {
        SheetBuilder::of_texts(None, rows, merges)
    }

    fn named(h: &Header) -> Vec<(&str, Option<&str>)> {
        h.columns.iter().map(|c| (&*c.written, c.key.map(Key::name))).collect()
    }

    #[test]
    fn groups_written_only_in_their_first_cell_reach_over_their_columns() {
        let s = sheet(
            &[
                &["No", "Pegawai", "", "Penilaian", "", "", "Pejabat Penilai", ""],
                &[
                    "",
                    "NIP",
                    "Nama",
                    "Hasil Kerja",
                    "Perilaku Kerja",
                    "Hasil Akhir",
                    "NIP",
                    "Nama",
                ],
                &["1", "198001012005011001", "Ani", "Sesuai", "Sesuai", "Baik", "x", "y"],
            ],
            &[],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!((h.jenis, h.first, h.last), (TableKind::Penilaian, 0, 1));
        assert_eq!(
            named(&h),
            [
                ("No", Some("no")),
                ("Pegawai / NIP", Some("nip")),
                ("Pegawai / Nama", Some("nama")),
                ("Penilaian / Hasil Kerja", Some("hasil_kerja")),
                ("Penilaian / Perilaku Kerja", Some("perilaku_kerja")),
                ("Penilaian / Hasil Akhir", Some("hasil_akhir")),
                ("Pejabat Penilai / NIP", Some("nip_atasan")),
                ("Pejabat Penilai / Nama", Some("nama_atasan")),
            ]
        );
        assert!(h.complete());
    }

    #[test]
    fn leaves_below_empty_rows_name_the_columns_of_their_groups() {
        let groups = ["No", "Pegawai", "", "Jabatan", "Atasan", ""];
        let leaves = ["", "NIP", "Nama", "", "NIP", "Nama"];
        let data = ["1", "198001012005011001", "Ani", "Staf", "198505052009011003", "Budi"];
        for gap in [1, 3, 4, 5] {
            let mut rows: Vec<&[&str]> = vec![&groups];
            rows.extend(vec![&[][..]; gap]);
            rows.extend([&leaves[..], &data]);
            let h = at(&sheet(&rows, &[]), 0, (0, 100), "").unwrap();
            let read: Vec<_> = h.columns.iter().filter_map(|c| c.key.map(Key::name)).collect();
            if gap < 5 {
                assert_eq!(read, ["no", "nip", "nama", "jabatan", "nip_atasan", "nama_atasan"], "{gap}");
            } else {
                assert_ne!(h.last, 1, "too far below to be its own");
            }
        }
    }

    #[test]
    fn a_table_below_an_empty_one_is_no_part_of_its_header() {
        let first: &[&str] = &["NIP", "Nama", "Jabatan", "Unit Kerja"];
        let second: &[&str] = &["NIP", "Kode RHK", "Jenis", "RHK", "Aspek", "Indikator", "Target", "Satuan"];
        let h = at(&sheet(&[first, &[], &[], second], &[]), 0, (0, 100), "").unwrap();
        assert_eq!((h.last, h.columns.len()), (0, 4));
        // Nor is a row of data in words that name columns.
        let data: &[&str] = &["", "Target", "Realisasi", "Nama"];
        let h = at(&sheet(&[first, &[], data], &[]), 0, (0, 100), "").unwrap();
        assert_eq!(h.last, 0);
    }

    #[test]
    fn merged_groups_end_where_the_merge_ends() {
        let s = sheet(
            &[
                &["NIP", "Kode RHK", "Jenis", "RHK", "Aspek", "Indikator", "Target", "", "Arah"],
                &["", "", "", "", "", "", "Kuantitas", "Satuan", ""],
                &["198001012005011001", "1", "utama", "x", "kuantitas", "y", "12", "dok", "naik"],
            ],
            &[(0, 6, 0, 7), (0, 0, 1, 0), (0, 8, 1, 8)],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!(h.last, 1);
        assert_eq!(h.jenis, TableKind::Skp);
        assert_eq!(named(&h)[6], ("Target / Kuantitas", Some("target")));
        assert_eq!(named(&h)[7], ("Target / Satuan", Some("satuan")));
        assert_eq!(named(&h)[8], ("Arah", Some("arah")));
    }

    #[test]
    fn a_title_over_the_header_does_not_become_a_group() {
        let s = sheet(
            &[
                &["DAFTAR PEGAWAI"],
                &["NIP", "Nama", "Jabatan", "Jenis Jabatan", "OPD"],
                &["198001012005011001", "Ani", "Staf", "pelaksana", "Dinas"],
            ],
            &[(0, 0, 0, 4)],
        );
        let h = at(&s, 1, (0, 100), "").unwrap();
        let h = with_groups(&s, h, 0, (0, 100), "");
        assert_eq!((h.first, h.last), (1, 1));
        assert!(h.complete());
    }

    #[test]
    fn two_columns_of_one_meaning_are_told_and_a_weak_one_gives_way() {
        let s = sheet(
            &[&["NIP", "NIP Pegawai", "Nama", "Jabatan", "Jenis Jabatan", "OPD", "Unit Kerja"]],
            &[],
        );
        let h = at(&s, 0, (0, 100), "").unwrap();
        assert_eq!(h.doubled, [(1, 0, Key::Nip)]);
        assert_eq!(
            named(&h)[5],
            ("OPD", Some("unit_induk")),
            "what is no unit kerja is the unit above"
        );
        assert_eq!(named(&h)[6], ("Unit Kerja", Some("unit_kerja")));
    }

    #[test]
    fn each_contract_kind_is_recognised_by_its_own_columns() {
        for jenis in TableKind::ALL {
            let names: Vec<&str> = jenis.columns().iter().map(|c| c.key.name()).collect();
            let s = sheet(&[&names], &[]);
            assert_eq!(at(&s, 0, (0, 100), "").map(|h| h.jenis), Some(jenis));
            let must: Vec<&str> = jenis.columns().iter().filter(|c| c.starred()).map(|c| c.key.name()).collect();
            if must.len() > 1 && !matches!(jenis, TableKind::FormulirSkp) {
                let s = sheet(&[&must], &[]);
                assert_eq!(
                    at(&s, 0, (0, 100), "").map(|h| h.jenis),
                    Some(jenis),
                    "obligatory of {jenis:?}"
                );
            }
        }
    }
}
