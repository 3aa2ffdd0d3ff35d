//! What stands on the first page of the report, line by line, before any layout: as of when, how
//! many are rated, who waits for whom, which units are outside their curve, what blocks closing,
//! who must act and by when.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::civil::Date;

use super::tables::distribution::urgency;
use super::tables::groups;
use super::tables::units::deviates;
use super::tables::waiting;
use super::words::{count, list, of_total, share};
use super::workbook::Report;
use crate::base::calendar::month_name;
use crate::base::figure::{Decimal, with_comma};
use crate::base::ids::index;
use crate::base::text::{clean, fold_words};
use crate::check::catalogue;
use crate::finding::Level;
use crate::model::vocab::{JenisJabatan, JenisPegawai, Predikat, Word as _};
use crate::model::{PegawaiId, Posting};
use crate::score::waiting::Actor;
use crate::score::{HasilUnit, Reason, Status};

/// Units named on the page.
const UNITS: usize = 3;
/// People named in one line.
const PEOPLE: usize = 5;
/// Codes named on the page.
const CODES: usize = 4;

/// A line of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// What it is about.
    pub label: &'static str,
    /// The sentence, masked where asked to.
    pub text: String,
    /// Something is to be done.
    pub alert: bool,
}

/// The block that the head signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// `Sukaraharja, 3 Januari 2026`, dots where nothing was given.
    pub place_and_date: String,
    /// Post of the head.
    pub post: String,
    /// Name, or dots.
    pub name: String,
    /// `NIP …`
    pub nip: String,
}

/// The lines in order.
pub fn lines(report: &Report<'_>) -> Vec<PageLine> {
    let mut all = vec![as_of(report), rated(report)];
    all.extend(not_rated(report));
    all.push(predikat(report));
    all.extend(outside(report));
    all.extend(unknown_organisation(report));
    all.push(blocking(report));
    all.extend(report.changes.map(|c| PageLine {
        label: "Sejak hasil sebelumnya",
        text: c.sentence(report.mask),
        alert: false,
    }));
    all.extend(allowance(report));
    all.extend(who_acts(report));
    all
}

fn line(label: &'static str, text: String) -> PageLine {
    PageLine {
        label,
        text,
        alert: false,
    }
}

fn as_of(report: &Report<'_>) -> PageLine {
    let run = report.run;
    for text in run.tables.tables.iter().flat_map(|t| &t.meta) {
        if let Some(at) = text.to_lowercase().find("ditarik") {
            // From "ditarik" on; the file's own words are the truest.
            let said = text.get(at..).unwrap_or(text).trim();
            let said = said.replace(" :", ":").replace("pada:", "pada");
            return line("Keadaan data", format!("data {}", report.mask.text(&said)));
        }
    }
    let newest = run.inputs.files.iter().filter_map(|f| f.modified).max();
    let text = newest.and_then(date_of).map_or_else(
        || "waktu penarikan data tidak disebut di berkas masukan".to_owned(),
        |d| format!("menurut berkas masukan yang terbaru, {}", long_date(d)),
    );
    line("Keadaan data", text)
}

fn rated(report: &Report<'_>) -> PageLine {
    let run = report.run;
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    // Whoever is excepted has nothing to wait for, here as in the column of what is done.
    for p in run.scores.pegawai.iter().filter(|p| p.status() != Status::Dikecualikan) {
        let kind = run.data.pegawai(p.id).last_posting().map_or_else(String::new, kind_of);
        let counts = kinds.entry(kind).or_default();
        counts.1 += 1;
        counts.0 += usize::from(p.status() == Status::Dinilai);
    }
    let excepted = report.with_status(Status::Dikecualikan);
    let mut text = of_total(
        report.with_status(Status::Dinilai),
        run.scores.pegawai.len().saturating_sub(excepted),
    );
    text.push_str(" pegawai");
    if kinds.keys().any(|k| !k.is_empty()) {
        let parts = kinds.iter().map(|(kind, (done, all))| {
            let kind = if kind.is_empty() { "jenis tidak disebut" } else { kind };
            format!("{} {} dari {}", report.mask.text(kind), count(*done), count(*all))
        });
        text.push_str(&format!(": {}", list(parts, " · ")));
    }
    if excepted > 0 {
        text.push_str(&format!("; tidak dihitung: {} dikecualikan", count(excepted)));
    }
    line("Sudah dinilai", text)
}

/// PNS or PPPK, however it is written ("PPPK TAHAP II"); what is neither, and PPPK paruh waktu, as it is written.
fn kind_of(posting: &Posting) -> String {
    let written = &posting.detail.jenis_pegawai;
    match posting.jenis() {
        Some(kind @ (JenisPegawai::Pns | JenisPegawai::Pppk)) if !fold_words(written).contains("paruh waktu") => {
            kind.as_str().to_owned()
        }
        _ => clean(written).to_uppercase(),
    }
}

/// Not rated, by reason, with whom they wait for.
fn not_rated(report: &Report<'_>) -> Option<PageLine> {
    let waiting = report.with_status(Status::BelumDapatDinilai);
    let rows = waiting::rows(report.run);
    let mut reasons: BTreeMap<Reason, Vec<&waiting::WaitingRow<'_>>> = BTreeMap::new();
    for row in &rows {
        reasons.entry(row.reason()).or_default().push(row);
    }
    let mut parts: Vec<(usize, String)> = reasons
        .iter()
        .map(|(reason, rows)| {
            let mut who: Vec<String> = rows.iter().map(|r| actor_name(report, r.actor())).collect();
            who.dedup();
            let text = format!("{} {} (menunggu {})", count(rows.len()), reason.words(), some(&who, 3));
            (rows.len(), text)
        })
        .collect();
    parts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let several = if rows.len() > waiting {
        " (seseorang dapat dihitung pada lebih dari satu sebab)"
    } else {
        ""
    };
    (waiting > 0).then(|| PageLine {
        label: "Belum dapat dinilai",
        text: format!(
            "{} pegawai{several}: {}",
            count(waiting),
            list(parts.iter().map(|(_, t)| t), "; ")
        ),
        alert: true,
    })
}

fn predikat(report: &Report<'_>) -> PageLine {
    let run = report.run;
    let rated = report.with_status(Status::Dinilai);
    let parts = Predikat::ALL.iter().map(|&p| {
        let people = run.scores.pegawai.iter();
        let n = people.filter(|x| x.predikat() == Some(p)).count();
        format!("{} {} ({})", run.aturan.label(p), count(n), share(n, rated))
    });
    line("Predikat", list(parts, " · "))
}

/// Units outside their curve: how many, the worst three, people to move.
fn outside(report: &Report<'_>) -> Option<PageLine> {
    let units = &report.run.scores.unit;
    let checked = units.iter().filter(|u| u.distribusi.is_some()).count();
    if checked == 0 {
        return None;
    }
    let noun = groups::noun(report.run);
    let mut off: Vec<&HasilUnit> = units.iter().filter(|u| deviates(u)).collect();
    if off.is_empty() {
        let fitting = units
            .iter()
            .filter_map(|u| u.distribusi.as_ref())
            .filter(|d| d.sesuai)
            .count();
        let text = if fitting == checked {
            format!(
                "tidak ada {noun} di luar sebaran yang diperbolehkan ({} {noun} diperiksa)",
                count(checked)
            )
        } else {
            format!(
                "{} dari {} {noun} sesuai; selebihnya terlalu kecil untuk disimpulkan, atau tidak mungkin memenuhi batasnya",
                count(fitting),
                count(checked)
            )
        };
        return Some(line("Sebaran predikat", text));
    }
    off.sort_by_key(|u| std::cmp::Reverse(urgency(u)));
    let moved = |u: &HasilUnit| u.distribusi.as_ref().and_then(|d| d.least_moves).unwrap_or(0);
    let total: u32 = off.iter().map(|u| moved(u)).sum();
    let named: Vec<String> = off
        .iter()
        .map(|u| format!("{} ({} orang)", report.mask.text(u.name()), moved(u)))
        .collect();
    Some(PageLine {
        label: "Di luar sebaran",
        text: format!(
            "{} dari {} {noun}, paling sedikit {} orang perlu ditinjau: {}",
            count(off.len()),
            count(checked),
            count(index(total)),
            some(&named, UNITS)
        ),
        alert: true,
    })
}

/// Units whose curve is not known because their predikat organisasi is not.
fn unknown_organisation(report: &Report<'_>) -> Option<PageLine> {
    report.run.aturan.kualitatif()?;
    let named: Vec<String> = report
        .run
        .scores
        .unit
        .iter()
        .filter(|u| u.kelompok.predikat_organisasi.is_none() && u.kelompok.n > 0)
        .map(|u| report.mask.text(u.name()).into_owned())
        .collect();
    (!named.is_empty()).then(|| PageLine {
        label: "Predikat organisasi",
        text: format!(
            "belum ada yang berlaku untuk {} unit: {}; sebarannya belum dapat diperiksa",
            count(named.len()),
            some(&named, UNITS)
        ),
        alert: true,
    })
}

/// Findings of level galat: nothing can be closed while there are any.
fn blocking(report: &Report<'_>) -> PageLine {
    let galat = report.findings(Level::Galat);
    if galat == 0 {
        return line("Yang menghalangi", "tidak ada galat pada data".to_owned());
    }
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for f in report.run.findings.iter().filter(|f| f.level == Level::Galat) {
        *codes.entry(f.kode).or_default() += 1;
    }
    let mut codes: Vec<(&str, usize)> = codes.into_iter().collect();
    codes.sort_by_key(|&(kode, n)| (std::cmp::Reverse(n), kode));
    let named: Vec<String> = codes
        .iter()
        .map(|(kode, n)| {
            let title = catalogue::find(kode).map_or("", |c| c.title);
            format!("{} {title}", count(*n))
        })
        .collect();
    PageLine {
        label: "Yang menghalangi",
        text: format!("{} galat pada data: {}", count(galat), some(&named, CODES)),
        alert: true,
    }
}

/// What the agency's table of tukin makes of the predikat.
fn allowance(report: &Report<'_>) -> Option<PageLine> {
    let run = report.run;
    run.aturan.tindak_lanjut.tukin_persen.as_ref()?;
    let mut shares: BTreeMap<Decimal, usize> = BTreeMap::new();
    for d in run.scores.pegawai.iter().filter_map(|p| p.tukin_persen) {
        *shares.entry(d).or_default() += 1;
    }
    let known: usize = shares.values().sum();
    let open = report.with_status(Status::Dinilai).saturating_sub(known) + report.with_status(Status::BelumDapatDinilai);
    let mut parts: Vec<String> = shares
        .iter()
        .rev()
        .map(|(d, n)| format!("{} % bagi {} pegawai", with_comma(d.normalize()), count(*n)))
        .collect();
    if open > 0 {
        parts.push(format!("belum dapat ditetapkan bagi {}", count(open)));
    }
    Some(line("Tukin", list(parts, " · ")))
}

/// Who must act, those with most first, and by when.
fn who_acts(report: &Report<'_>) -> Option<PageLine> {
    let rows = waiting::rows(report.run);
    let mut actors: BTreeMap<&Actor, usize> = BTreeMap::new();
    for row in &rows {
        *actors.entry(row.actor()).or_default() += 1;
    }
    let mut actors: Vec<(&Actor, usize)> = actors.into_iter().collect();
    actors.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    let named: Vec<String> = actors
        .iter()
        .map(|(who, n)| format!("{} ({})", actor_name(report, who), count(*n)))
        .collect();
    (!named.is_empty()).then(|| PageLine {
        label: "Yang harus bertindak",
        text: format!("{}{}", some(&named, PEOPLE), by_when(report)),
        alert: true,
    })
}

/// The last day of the yearly appraisal, where the rules have one for this period.
fn by_when(report: &Report<'_>) -> String {
    let run = report.run;
    let Some(day) = run
        .aturan
        .jadwal
        .penilaian_paling_lambat
        .as_ref()
        .filter(|_| run.data.periode.bulan_count() == 12)
    else {
        return String::new();
    };
    let due = Date::new(
        run.data.periode.tahun() + 1,
        i8::try_from(day.shown().bulan).unwrap_or(1),
        i8::try_from(day.shown().hari).unwrap_or(1),
    );
    due.map_or_else(|_| String::new(), |d| format!("; paling lambat {}", long_date(d)))
}

fn actor_name(report: &Report<'_>, who: &Actor) -> String {
    match who {
        Actor::Pegawai(id) => report.mask.name(&report.run.data.pegawai(*id).nama).into_owned(),
        Actor::OutsideData(nip) => format!("NIP {}", report.mask.nip(nip)),
        Actor::Kepegawaian => "bagian kepegawaian".to_owned(),
    }
}

/// The first of them, and how many more.
fn some(names: &[String], at_most: usize) -> String {
    let mut text = list(names.iter().take(at_most), ", ");
    if names.len() > at_most {
        text.push_str(&format!(", dan {} lagi", count(names.len() - at_most)));
    }
    text
}

/// The head of the data set and where and when the page is signed.
pub fn signature(report: &Report<'_>) -> Signature {
    let head = head(report).map(|id| report.run.data.pegawai(id));
    let place = report.place.unwrap_or("………………");
    let date = report.signed_on.unwrap_or("………………………");
    Signature {
        place_and_date: format!("{place}, {date}"),
        post: head
            .and_then(|p| p.last_posting())
            .map(|x| report.mask.text(&x.jabatan).into_owned())
            .unwrap_or_default(),
        name: head.map_or_else(|| "………………………………".to_owned(), |p| report.mask.name(&p.nama).into_owned()),
        nip: head.map_or_else(|| "NIP ……………………".to_owned(), |p| format!("NIP {}", report.mask.nip(&p.nip))),
    }
}

/// Who heads the data set: the pimpinan of the one unit at the top, else the one JPT or head of a
/// unit mandiri with nobody above in the data. Where several could be, nobody is named.
fn head(report: &Report<'_>) -> Option<PegawaiId> {
    let data = &report.run.data;
    let mut roots = data.unit.iter().filter(|u| u.unit_induk.is_none());
    if let (Some(root), None) = (roots.next(), roots.next())
        && let Some(id) = root.nip_pimpinan.get().and_then(|nip| data.find(nip))
    {
        return Some(id);
    }
    let mut heads = data.all().filter(|(_, p)| {
        p.last_posting().is_some_and(|x| {
            x.jenis_jabatan.get().copied().is_some_and(JenisJabatan::jpt_or_mandiri)
                && x.nip_atasan.get().and_then(|nip| data.find(nip)).is_none()
        })
    });
    match (heads.next(), heads.next()) {
        (Some((id, _)), None) => Some(id),
        _ => None,
    }
}

fn date_of(time: SystemTime) -> Option<Date> {
    let days = time.duration_since(UNIX_EPOCH).ok()?.as_secs() / 86_400;
    let span = jiff::Span::new().try_days(i64::try_from(days).ok()?).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}

/// `3 Januari 2026`.
fn long_date(d: Date) -> String {
    format!("{} {} {}", d.day(), month_name(d.month()), d.year())
}
