//! Results and findings as CSV that Indonesian Excel opens by double-click: UTF-8 with BOM, `;`,
//! decimal comma, CRLF. A text that a spreadsheet would run as a formula gets an apostrophe.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::base::figure::{Desimal, with_comma};
use crate::finding::Finding;
use crate::score::HasilPegawai;

/// Text from the data leaves as text, never as a formula (`jebakan.md` 22).
pub fn as_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

pub(super) fn writer<W: Write>(mut out: W) -> io::Result<csv::Writer<W>> {
    out.write_all("\u{feff}".as_bytes())?;
    Ok(csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(out))
}

/// The columns of [`results`].
pub const KOLOM_HASIL: [&str; 17] = [
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
];

/// A row per pegawai.
pub fn results(out: impl Write, people: &[HasilPegawai]) -> io::Result<()> {
    let figure = |d: Option<Desimal>| d.map(with_comma).unwrap_or_default();
    let mut csv = writer(out)?;
    csv.write_record(KOLOM_HASIL)?;
    for p in people {
        let status = serde_word(&p.status);
        let sebab: Vec<String> = p.sebab.iter().map(serde_word).collect();
        csv.write_record([
            &*as_text(&p.nip),
            &as_text(&p.nama),
            &as_text(&p.unit_kerja),
            &as_text(p.nip_atasan.as_deref().unwrap_or("")),
            &status,
            &sebab.join(" "),
            &figure(p.nilai_kinerja_utama),
            &figure(p.nilai_kinerja_tambahan),
            &figure(p.nilai_skp),
            &figure(p.nilai_perilaku),
            &figure(p.nilai_kinerja),
            &p.rating_hasil_kerja.map(|r| r.to_string()).unwrap_or_default(),
            &p.rating_perilaku.map(|r| r.to_string()).unwrap_or_default(),
            p.predikat.unwrap_or(""),
            &figure(p.angka_kredit),
            &p.peringkat_unit.map(|n| n.to_string()).unwrap_or_default(),
            &p.temuan.join(" "),
        ])?;
    }
    csv.flush()
}

/// A row per finding.
pub fn findings(out: impl Write, findings: &[Finding]) -> io::Result<()> {
    let mut csv = writer(out)?;
    csv.write_record([
        "kode",
        "tingkat",
        "pesan",
        "saran",
        "acuan",
        "berkas",
        "lembar",
        "sel",
        "kolom",
        "nilai",
        "harapan",
        "nip",
        "kode_rhk",
        "unit_kerja",
    ])?;
    for f in findings {
        let text = |t: Option<&str>| as_text(t.unwrap_or("")).into_owned();
        csv.write_record([
            f.kode,
            f.tingkat.as_str(),
            &as_text(&f.pesan),
            &as_text(&f.saran),
            &as_text(&f.acuan),
            &text(f.berkas.as_deref()),
            &text(f.lembar.as_deref()),
            &text(f.sel.as_deref()),
            &text(f.kolom.as_deref()),
            &text(f.nilai.as_deref()),
            &text(f.harapan.as_deref()),
            &text(f.nip.as_deref()),
            &text(f.kode_rhk.as_deref()),
            &text(f.unit_kerja.as_deref()),
        ])?;
    }
    csv.flush()
}

/// The word a value serialises to, so that CSV and JSON never drift apart.
fn serde_word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_leaves_as_text() {
        for bad in ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)"] {
            assert!(as_text(bad).starts_with('\''), "{bad}");
        }
        assert_eq!(as_text("Budi - Santoso"), "Budi - Santoso");
    }
}
