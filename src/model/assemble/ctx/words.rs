//! Cells of closed vocabularies: words, ratings, ticks, choices of which some are struck out.

use super::Ctx;
use crate::base::origin::Origin;
use crate::base::text::fold_words;
use crate::contract::facet::UNCLEAR;
use crate::input::Value;
use crate::model::assemble::rows::{InputCell, Line};
use crate::model::findings::{ChoiceLeft, ChoiceUnclear, PostCode, TickUnread, TwoTicks, WordDoubtful, WordList, WordUnknown};
use crate::model::read;
use crate::model::read::choice::{self, ChoiceRead};
use crate::model::read::word::{self, RatingWord, WordRead};
use crate::model::vocab::{JenisJabatan, StatusPegawai, Word};
use crate::model::{Field, Text};
use crate::table::Key;

impl<'a> Ctx<'a> {
    /// A word of a vocabulary.
    pub fn word<T: Word>(&mut self, cell: InputCell<'a>) -> Field<T> {
        self.word_from(cell, word::read(cell.value))
    }

    /// `status`, and the kind of employee where it says that instead.
    pub fn status(&mut self, cell: InputCell<'a>) -> (Field<StatusPegawai>, Option<&'static str>) {
        let read = read::status::read(cell.value);
        let field = self.word_from(cell, read.word);
        (field, read.kind)
    }

    /// The kind of employee, and the status where a list writes it there (`Status Kepegawaian`: PNS, CLTN, MPP). `own`: the status
    /// that the row's column for it says.
    pub fn kind(&mut self, line: &Line<'a, '_>, own: Field<StatusPegawai>) -> (Text, Field<StatusPegawai>) {
        use read::status::KindRead;
        let cell = line.cell(Key::JenisPegawai);
        let expected = || format!("PNS, CPNS, atau PPPK, atau {}", StatusPegawai::WORDS.join(", "));
        match read::status::read_kind(cell.value) {
            KindRead::Kind => (self.shown(cell), own),
            KindRead::Status(status, kind) => {
                let kind = match kind {
                    Some(kind) => self.share(kind),
                    None => self.no_text(),
                };
                let status = match own.get() {
                    None if own.is_empty() => Field::given(status, cell.at),
                    // "Aktif" beside "CLTN": which of them holds is not guessed.
                    Some(said) if *said != status => {
                        self.unknown_word(cell, "PNS, CPNS, atau PPPK, bukan status lain daripada di kolom status", None);
                        Field::faulty(cell.at)
                    }
                    _ => own,
                };
                (kind, status)
            }
            KindRead::Other(read) => {
                let column = line.table_rows().table.column(Key::JenisPegawai);
                let is_status = column.is_some_and(|c| fold_words(&c.written).split(' ').any(|w| w == "status"));
                if !is_status {
                    return (self.shown(cell), own);
                }
                let near = match read {
                    WordRead::Unknown(near) => near,
                    _ => None,
                };
                if !self.broken(cell) {
                    self.unknown_word(cell, &expected(), near);
                }
                (self.no_text(), Field::faulty(cell.at))
            }
        }
    }

    /// `jenis_jabatan`. "Struktural" is true and tells no kind, so nothing is given; an unknown code is
    /// noted.
    pub fn post(&mut self, cell: InputCell<'a>) -> Field<JenisJabatan> {
        use crate::model::read::post::{self, PostRead};
        match post::read(cell.value) {
            PostRead::Word(read) => self.word_from(cell, read),
            PostRead::Broad => Field::empty(cell.at),
            PostRead::UnknownCode => {
                self.note(cell, PostCode);
                Field::empty(cell.at)
            }
        }
    }

    /// A word of a vocabulary whose faults are told elsewhere.
    pub fn word_silent<T: Word>(cell: InputCell<'a>) -> Option<T> {
        match word::read(cell.value) {
            WordRead::Given(w) | WordRead::Doubtful(w) => Some(w),
            _ => None,
        }
    }

    /// Two ticks where one may stand, or one under a heading that nobody knows: what is meant is not guessed.
    pub fn tick_unclear(&mut self, line: &Line<'a, '_>, key: Key) -> Option<Origin> {
        let mut ticked = line.ticked(key);
        let (first, word) = ticked.next()?;
        match ticked.next() {
            Some((second, _)) => self.note(second, TwoTicks { first: first.at }),
            None if word == UNCLEAR => self.note(first, TickUnread { column: key.name() }),
            None => return None,
        }
        Some(first.at)
    }

    /// A rating or predikat; "belum dinilai" is empty. Where choices are struck out, the one that is left.
    pub fn rating<T: RatingWord>(&mut self, cell: InputCell<'a>) -> Field<T> {
        let left = match self.struck(cell) {
            None => match (word::read_rating(cell.value), self.apart::<T>(cell)) {
                (WordRead::Unknown(_), Some(words)) => ChoiceLeft::Several(words),
                (read, _) => return self.word_from(cell, read),
            },
            Some(ChoiceRead::Left(read)) => return self.word_from(cell, read),
            Some(ChoiceRead::Nothing) => ChoiceLeft::Nothing,
            Some(ChoiceRead::Several(words)) => ChoiceLeft::Several(words),
            Some(ChoiceRead::Half(word)) => ChoiceLeft::Half(word),
        };
        self.note(cell, ChoiceUnclear { left });
        Field::faulty(cell.at)
    }

    /// The word of a cell that says by itself that it is not the one looked for.
    pub fn not_this<T: Word>(&mut self, cell: InputCell<'a>) -> Field<T> {
        self.word_from(cell, WordRead::Unknown(None))
    }

    /// The choices that a form has in cells of their own, where several are left.
    fn apart<T: RatingWord>(&self, cell: InputCell<'_>) -> Option<Vec<String>> {
        let Value::Text(text) = cell.value else { return None };
        // Put together, it is no part of any one cell.
        let own = !matches!(self.inputs.value(cell.at), Value::Text(all) if all.contains(text));
        own.then(|| choice::several::<T>(text)).flatten()
    }

    /// Nothing stands in a cell of umpan balik, and no colour says anything in its place.
    pub fn is_open(&self, cell: InputCell<'_>) -> bool {
        cell.value.is_blank() && self.inputs.tint(cell.at).is_none()
    }

    /// What a cell says in which something is struck out; `None` where nothing is.
    pub fn struck<T: RatingWord>(&self, cell: InputCell<'_>) -> Option<ChoiceRead<T>> {
        if cell.absent || cell.value.is_blank() {
            return None;
        }
        let strike = self.inputs.strike(cell.at)?;
        Some(choice::read(strike, cell.value))
    }

    fn word_from<T: Word>(&mut self, cell: InputCell<'a>, read: WordRead<T>) -> Field<T> {
        let list = WordList::of::<T>();
        let unknown = |near| WordUnknown { near, list: Some(list) };
        match read {
            WordRead::Blank => Field::empty(cell.at),
            WordRead::Given(w) => Field::given(w, cell.at),
            WordRead::Doubtful(w) => {
                self.note(cell, WordDoubtful { read: w.as_str(), list });
                Field::given(w, cell.at)
            }
            WordRead::Unknown(near) => {
                self.note(cell, unknown(near));
                Field::faulty(cell.at)
            }
            WordRead::NotText => {
                if !self.broken(cell) {
                    self.note(cell, unknown(None));
                }
                Field::faulty(cell.at)
            }
        }
    }

    pub(super) fn unknown_word(&mut self, cell: InputCell<'_>, expected: &str, near: Option<&'static str>) {
        self.note_expecting(cell, WordUnknown { near, list: None }, expected);
    }

    /// ya/tidak.
    pub fn yes_no(&mut self, cell: InputCell<'a>) -> Field<bool> {
        self.answer(cell, word::read_bool(cell.value))
    }

    /// Whether a row is as Plt, Plh or Pjb.
    pub fn plt(&mut self, cell: InputCell<'a>) -> Field<bool> {
        self.answer(cell, word::read_plt(cell.value))
    }

    fn answer(&mut self, cell: InputCell<'a>, read: WordRead<bool>) -> Field<bool> {
        match read {
            WordRead::Blank => Field::empty(cell.at),
            WordRead::Given(b) | WordRead::Doubtful(b) => Field::given(b, cell.at),
            WordRead::Unknown(near) => {
                self.unknown_word(cell, "ya atau tidak", near);
                Field::faulty(cell.at)
            }
            WordRead::NotText => {
                if !self.broken(cell) {
                    self.unknown_word(cell, "ya atau tidak", None);
                }
                Field::faulty(cell.at)
            }
        }
    }
}
