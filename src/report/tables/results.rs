//! Hasil: a row per pegawai, the same columns on the sheet and in CSV.

use super::{Cell, Col, Kind, Look, Place, ReportRow, Table, col};
use crate::base::ids::{short, wide};
use crate::finding::Finding;
use crate::model::Posting;
use crate::model::vocab::Word;
use crate::report::words::{action_name, action_words, list};
use crate::rules::Rezim;
use crate::run::Run;
use crate::score::{HasilPegawai, Status};

/// A person of the result, with what the run knows of them.
pub struct ResultRow<'a> {
    /// The run.
    pub run: &'a Run,
    /// Index of the person in the result.
    pub index: usize,
    /// The person's result.
    pub p: &'a HasilPegawai,
    posting: Option<&'a Posting>,
    findings: &'a [&'a Finding],
    /// Place of the unit in the tree, and number of the group, as formulas count by them; 0 is none.
    pub counted_in: (usize, usize),
}

impl<'a> ResultRow<'a> {
    /// The person at `index`, with the findings about them.
    pub fn new(run: &'a Run, index: usize, findings: &'a [&'a Finding]) -> Self {
        let p = &run.scores.pegawai[index];
        let person = run.data.pegawai(p.id);
        Self {
            run,
            index,
            p,
            posting: person.last_posting(),
            findings,
            counted_in: (0, 0),
        }
    }

    /// Counted in this unit and this group.
    pub fn counted_in(mut self, places: (usize, usize)) -> Self {
        self.counted_in = places;
        self
    }

    /// The name of the atasan, as the data or the row has it; else the NIP.
    fn atasan(&self) -> &str {
        let Some(nip) = self.p.nip_atasan.as_deref() else { return "" };
        match self.run.data.find(nip) {
            Some(id) => &self.run.data.pegawai(id).nama,
            None => self.posting.and_then(|x| x.detail.nama_atasan.as_deref()).unwrap_or_default(),
        }
    }

    fn reasons(&self) -> Cell<'_> {
        if self.p.reasons().is_empty() {
            return Cell::Empty;
        }
        Cell::Term {
            code: list(self.p.reasons().iter().map(|s| s.code()), " ").into(),
            words: list(self.p.reasons().iter().map(|s| s.words()), ", ").into(),
        }
    }

    fn excepted(&self) -> Cell<'_> {
        self.p.alasan().map_or(Cell::Empty, Cell::prose)
    }
}

impl ReportRow for ResultRow<'_> {
    fn findings(&self) -> &[&Finding] {
        self.findings
    }
}

/// What the short words of tindak lanjut mean that somebody of this run has, in the rules' order.
pub fn legend(run: &Run) -> Vec<String> {
    let used = |key: &str| run.scores.pegawai.iter().any(|p| p.tindak_lanjut.contains(&key));
    let all = run.aturan.tindak_lanjut.all().into_iter().filter(|p| used(p.key));
    all.map(|p| format!("{}: {}", action_name(&run.aturan, p.key), action_words(&run.aturan, p.key)))
        .collect()
}

/// Wide enough that the longest name of a unit stands in two lines.
fn unit_width(run: &Run) -> f64 {
    let longest = run.scores.unit.iter().map(|u| u.unit_kerja.chars().count()).max();
    let half = short(longest.unwrap_or(0).div_ceil(2));
    (f64::from(half) + 6.0).clamp(22.0, 48.0)
}

/// The table for this run.
#[allow(clippy::too_many_lines)] // a list of columns, one after the other
pub fn table<'a>(run: &Run) -> Table<ResultRow<'a>> {
    let numeric = run.aturan.rezim == Rezim::Numerik;
    let figure = |key, title, value: for<'r> fn(&'r ResultRow<'a>) -> Cell<'r>| {
        col(key, title, 9.5, Kind::Figure, value).shown_if(numeric)
    };
    let waits = |status| run.scores.pegawai.iter().any(|p| p.status() == status);
    // A column that is empty from top to bottom takes no more room than its heading.
    let if_any = |status, width| if waits(status) { width } else { 12.0 };
    let columns: Vec<Col<ResultRow<'a>>> = vec![
        col("no", "No", 5.0, Kind::Mark, |r: &ResultRow<'a>| {
            Cell::Count(wide(r.index) + 1)
        }),
        col("nip", "NIP", 20.0, Kind::Code, |r: &ResultRow<'a>| Cell::nip(&*r.p.nip)).about(&["IDN"]),
        col("nama", "Nama", 26.0, Kind::Wrap, |r: &ResultRow<'a>| Cell::name(&*r.p.nama)),
        col("predikat", "Predikat", 16.0, Kind::Predikat, |r: &ResultRow<'a>| {
            Cell::word(r.p.label().unwrap_or_default())
        })
        .about(&["HSL", "DST"]),
        col("status", "Status", 19.0, Kind::Line, |r: &ResultRow<'a>| Cell::Term {
            code: r.p.status().code().into(),
            words: r.p.status().words().into(),
        })
        .looks(|r| match r.p.status() {
            Status::BelumDapatDinilai => Look::Pending,
            _ => Look::Plain,
        })
        .about(&["*"]),
        col(
            "unit_kerja",
            "Unit kerja",
            unit_width(run),
            Kind::Wrap,
            |r: &ResultRow<'a>| Cell::prose(&*r.p.unit_kerja),
        ),
        col("jabatan", "Jabatan", 24.0, Kind::Wrap, |r: &ResultRow<'a>| {
            Cell::prose(r.posting.map_or("", |x| &*x.jabatan))
        }),
        figure("nilai_kinerja_utama", "Kinerja utama", |r| {
            Cell::figure(r.p.nilai_kinerja_utama)
        }),
        figure("nilai_kinerja_tambahan", "Kinerja tambahan", |r| {
            Cell::figure(r.p.nilai_kinerja_tambahan)
        }),
        figure("nilai_skp", "Nilai SKP", |r| Cell::figure(r.p.nilai_skp)).about(&["TGT", "REA"]),
        figure("nilai_perilaku", "Nilai perilaku", |r| Cell::figure(r.p.nilai_perilaku)).about(&["PRL"]),
        figure("nilai_kinerja", "Nilai kinerja", |r| Cell::figure(r.p.nilai_kinerja())),
        col(
            "rating_hasil_kerja",
            "Rating hasil kerja",
            17.0,
            Kind::Wrap,
            |r: &ResultRow<'a>| Cell::word(r.p.rating_hasil_kerja.map_or("", Word::as_str)),
        )
        .shown_if(!numeric)
        .about(&["TGT", "REA"]),
        col("rating_perilaku", "Rating perilaku", 18.0, Kind::Wrap, |r: &ResultRow<'a>| {
            Cell::word(r.p.rating_perilaku.map_or("", Word::as_str))
        })
        .shown_if(!numeric)
        .about(&["PRL"]),
        col("peringkat_unit", "Peringkat di unit", 9.5, Kind::Mark, |r: &ResultRow<'a>| {
            Cell::count(r.p.unit_rank)
        })
        .shown_if(numeric),
        col("tukin_persen", "Tukin (%)", 9.0, Kind::Figure, |r: &ResultRow<'a>| {
            Cell::figure(r.p.tukin_persen)
        })
        .shown_if(run.aturan.tindak_lanjut.tukin_persen.is_some()),
        col("angka_kredit", "Angka kredit", 8.5, Kind::Figure, |r: &ResultRow<'a>| {
            Cell::figure(r.p.angka_kredit)
        }),
        col("tindak_lanjut", "Tindak lanjut", 24.0, Kind::Wrap, |r: &ResultRow<'a>| {
            if r.p.tindak_lanjut.is_empty() {
                return Cell::Empty;
            }
            // Short for people, with a legend under the table; data forms have the rule's own words.
            Cell::Term {
                code: list(r.p.tindak_lanjut.iter().map(|key| action_words(&r.run.aturan, key)), "\n").into(),
                words: list(r.p.tindak_lanjut.iter().map(|key| action_name(&r.run.aturan, key)), "; ").into(),
            }
        }),
        col(
            "sebab",
            "Sebab belum dinilai",
            if_any(Status::BelumDapatDinilai, 30.0),
            Kind::Wrap,
            ResultRow::reasons,
        ),
        col(
            "alasan",
            "Alasan dikecualikan",
            if_any(Status::Dikecualikan, 24.0),
            Kind::Wrap,
            ResultRow::excepted,
        ),
        col("temuan", "Temuan", 18.0, Kind::Wrap, |r: &ResultRow<'a>| {
            Cell::word(list(r.p.temuan.iter(), " "))
        })
        .screen(),
        col("rincian", "Rincian", 12.0, Kind::Line, |r: &ResultRow<'a>| {
            if r.run.rhk().of_person(r.p.id).is_empty() {
                return Cell::Empty;
            }
            Cell::Link {
                to: Place::Indicators(r.index),
                text: "".into(),
            }
        })
        .screen()
        .only_on_sheet(),
        col("nip_atasan", "NIP atasan", 20.0, Kind::Code, |r: &ResultRow<'a>| {
            Cell::nip(r.p.nip_atasan.as_deref().unwrap_or_default())
        })
        .screen(),
        col("nama_atasan", "Atasan", 26.0, Kind::Line, |r: &ResultRow<'a>| {
            Cell::name(r.atasan())
        })
        .screen()
        .about(&["KAS"]),
        col("jenis_jabatan", "Jenis jabatan", 18.0, Kind::Line, |r: &ResultRow<'a>| {
            Cell::word(r.posting.and_then(|x| x.jenis_jabatan.get()).map_or("", |j| j.words()))
        })
        .screen(),
        col("jenis_pegawai", "Jenis pegawai", 14.0, Kind::Line, |r: &ResultRow<'a>| {
            Cell::prose(r.posting.map_or("", |x| &*x.detail.jenis_pegawai))
        })
        .screen(),
    ];
    Table {
        intro: Vec::new(),
        columns,
        frozen: 3,
        data_order: &[
            "nip",
            "nama",
            "unit_kerja",
            "nip_atasan",
            "status",
            "sebab",
            "nilai_kinerja_utama",
            "nilai_kinerja_tambahan",
            "nilai_skp",
            "nilai_perilaku",
            "nilai_kinerja",
            "rating_hasil_kerja",
            "rating_perilaku",
            "predikat",
            "angka_kredit",
            "peringkat_unit",
            "temuan",
        ],
    }
}
