//! Rule sets for people: terminal table, JSON, CSV, and the page `docs/aturan.md`.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::form::terminal::{self, ColumnHead, Screen, grid};
use super::mask::Mask;
use super::tables::parameters;
use crate::rules::{Aturan, Keyakinan, ParameterFacts};

/// What a mark means, for legends.
pub const fn meaning(keyakinan: Keyakinan) -> &'static str {
    match keyakinan {
        Keyakinan::Teks => "dibaca dalam kata-kata peraturannya sendiri",
        Keyakinan::Sekunder => "beberapa sumber kedua yang saling lepas sepakat",
        Keyakinan::Tafsir => "mengikuti dari contoh atau teks dengan hitungan",
        Keyakinan::Asumsi => "belum ada yang melihat teksnya; instansi perlu memastikan",
    }
}

const ALL_KEYAKINAN: [Keyakinan; 4] = [Keyakinan::Teks, Keyakinan::Sekunder, Keyakinan::Tafsir, Keyakinan::Asumsi];

/// Heading of a section of a rule file.
pub fn section_title(section: &str) -> &str {
    match section {
        "capaian" => "Capaian indikator dan kategorinya",
        "pembulatan" => "Pembulatan",
        "perilaku" => "Perilaku kerja",
        "khusus" => "Mutasi dan keadaan khusus",
        "jadwal" => "Jadwal",
        "angka_kredit" => "Angka kredit",
        "tindak_lanjut" => "Tindak lanjut",
        "kelompok" => "Pengelompokan unit",
        "predikat" => "Predikat dari nilai kinerja",
        "kinerja" => "Dari indikator ke nilai kinerja",
        "perilaku_numerik" => "Nilai perilaku",
        "tambahan" => "Kinerja tambahan",
        "konversi" => "Konversi per jabatan dan pembobotan kaskade",
        "distribusi" => "Distribusi predikat",
        "rating" => "Rating dan kuadran",
        "distribusi_organisasi" => "Distribusi menurut predikat organisasi",
        other => other,
    }
}

/// When a set is chosen by itself.
pub fn automatic(aturan: &Aturan) -> String {
    match aturan.automatic {
        None => "hanya bila disebut (--aturan)".to_owned(),
        Some((start, None)) => format!("periode sejak {start}"),
        Some((start, Some(end))) => format!("periode {start} sampai {end}"),
    }
}

/// From when until when.
pub fn in_force(aturan: &Aturan) -> String {
    match aturan.selesai {
        Some(selesai) => format!("{} – {selesai}", aturan.mulai),
        None => format!("sejak {}", aturan.mulai),
    }
}

/// The sets there are, as a table.
pub fn list_table(all: &[Aturan], screen: Screen) -> String {
    let keys = ["id", "judul", "berlaku", "dipakai_untuk", "memperluas"];
    let table = terminal::table(&parameters::sets(), &keys, all, &Mask::off(), screen);
    format!(
        "{table}\nSemua parameter satu aturan: skp aturan tampil ID. Aturan instansi: berkas .toml dengan `memperluas`; periksa dengan skp aturan periksa BERKAS.\n"
    )
}

/// All parameters of a set, as tables under headings.
pub fn printed(aturan: &Aturan, screen: Screen) -> String {
    let bold = Style::new().bold();
    let kepala = AnsiColor::Cyan.on_default();
    let mut text = format!("{bold}{}{bold:#}  {}\n", aturan.id, aturan.judul);
    if !aturan.memperluas.is_empty() {
        let _ = writeln!(text, "Memperluas {}.", aturan.memperluas.join(", "));
    }
    let _ = writeln!(
        text,
        "Berlaku {}; dipakai: {}. Acuan: {}.",
        in_force(aturan),
        automatic(aturan),
        aturan.acuan
    );
    if let Some(catatan) = &aturan.catatan {
        let _ = writeln!(text, "{catatan}");
    }
    for (section, content) in by_section(&aturan.parameter()) {
        let heads = ["parameter", "nilai", "keyakinan", "acuan"].map(ColumnHead::left);
        let rows: Vec<Vec<String>> = content
            .into_iter()
            .map(|p| {
                let mut nilai = p.nilai.clone();
                if let Some(catatan) = p.catatan {
                    let _ = write!(nilai, "\n({catatan})");
                }
                let acuan = format!("{}\n{}", p.acuan, p.in_force());
                vec![p.key.to_owned(), nilai, p.keyakinan.as_str().to_owned(), acuan]
            })
            .collect();
        let grid = grid(&heads, &rows, screen);
        let _ = write!(text, "\n{kepala}{}{kepala:#} [{section}]\n{grid}", section_title(section));
    }
    text.push('\n');
    for k in ALL_KEYAKINAN {
        let _ = writeln!(text, "{:<9} {}", k.as_str(), meaning(k));
    }
    text
}

/// Parameters by section, in their order.
fn by_section<'p, 'a>(all: &'p [ParameterFacts<'a>]) -> Vec<(&'static str, Vec<&'p ParameterFacts<'a>>)> {
    let mut section: Vec<(&'static str, Vec<&ParameterFacts<'a>>)> = Vec::new();
    for p in all {
        match section.iter_mut().find(|(b, _)| *b == p.section) {
            Some((_, content)) => content.push(p),
            None => section.push((p.section, vec![p])),
        }
    }
    section
}

const INTRO: &str = "\
# Aturan yang dipakai `skp`

Halaman ini dibuat dari `src/rules/data/*.toml`; jangan disunting dengan tangan. Memperbaruinya:
`SKP_PERBARUI=1 cargo test --test it generated::`. Di terminal: `skp aturan daftar`, `skp aturan tampil ID`.

";

const INSTANSI: &str = "\
## Aturan instansi

Instansi menulis berkas `.toml` yang menyebut aturan yang diperluasnya dan hanya berisi yang berbeda. Contoh
lengkap: [contoh-aturan-instansi.toml](contoh-aturan-instansi.toml). Periksa dengan `skp aturan periksa BERKAS`, pakai dengan
`--aturan BERKAS`.

- Setiap catatan memuat `nilai`, `mulai`, `acuan` dan `keyakinan` (boleh juga `selesai` dan `catatan`) bersama-sama.
- Nilai yang berganti di tengah jalan ditulis sebagai beberapa catatan `[[bagian.kunci]]`, urut menurut `mulai`, yang lama
  diberi `selesai`; yang berlaku ialah catatan pada hari terakhir periode yang dinilai.
- `memperluas` menyebut id di atas, atau berkas `.toml` lain di folder yang sama.
- Ditolak dengan berkas, baris dan alasannya: kunci yang tidak dikenal, pita yang berlubang atau bertumpuk, bobot yang tidak
  berjumlah 100, `acuan` atau `keyakinan` yang belum diisi.
- Hanya milik instansi, tanpa nilai bawaan: `rating.ambang_capaian` (capaian menjadi rating),
  `rating.ambang_perilaku` (angka perilaku menjadi rating), `rating.ambang_organisasi` (capaian organisasi menjadi predikat),
  `rating.kata_umpan_balik`, `tindak_lanjut.tukin_persen`,
  `tindak_lanjut.tukin_nilai`, `kinerja.batas_nilai_skp_jabatan`, `perilaku_numerik.bobot_tanpa_rekan` dan `bobot_tanpa_bawahan`.
- Catatan boleh memuat `tautan` (https://) ke peraturannya. Satu contoh untuk tiap jenis: `contoh-aturan-*.toml`.

";

/// Before the list of parameters whose citation has no place.
const UNPLACED: &str = "\
## Parameter tanpa pasal atau halaman

Acuan parameter ini tidak menyebut pasal atau halaman: teksnya belum dilihat atau hanya dikenal lewat sumber kedua, atau (\"tidak
diatur\") peraturannya sudah dibaca utuh dan tidak mengaturnya, sehingga instansi dapat menetapkan lain.

";

/// The page `docs/aturan.md`, from the built-in sets.
pub fn page(all: &[Aturan]) -> String {
    let mut md = INTRO.to_owned();
    md.push_str("| keyakinan | arti |\n|---|---|\n");
    for k in ALL_KEYAKINAN {
        let _ = writeln!(md, "| `{}` | {} |", k.as_str(), meaning(k));
    }
    md.push_str("\n| id | aturan | berlaku | dipakai untuk | memperluas |\n|---|---|---|---|---|\n");
    for a in all {
        let _ = writeln!(
            md,
            "| [`{0}`](#{0}) | {1} | {2} | {3} | {4} |",
            a.id,
            cell(&a.judul),
            in_force(a),
            automatic(a),
            a.memperluas.join(", ")
        );
    }
    md.push_str("\nTahun 2021 utuh, 2021-S1, serta 2020 dan sebelumnya dinilai menurut PP 46/2011 atau campuran dua sistem: ditolak kecuali aturannya disebut.\n\n");
    md.push_str(INSTANSI);
    for a in all {
        let _ = write!(md, "## {}\n\n{}. Acuan: {}.", a.id, a.judul, a.acuan);
        if let Some(catatan) = &a.catatan {
            let _ = write!(md, " {catatan}");
        }
        md.push('\n');
        let mut parameter = a.parameter();
        if !a.memperluas.is_empty() {
            let _ = write!(
                md,
                "\nHanya yang berbeda dari atau bertambah pada {}.\n",
                a.memperluas.join(", ")
            );
            parameter.retain(|p| p.origin == a.id);
        }
        for (section, content) in by_section(&parameter) {
            let _ = write!(
                md,
                "\n### {} (`{section}`)\n\n| kunci | nilai | keyakinan | acuan | berlaku |\n|---|---|---|---|---|\n",
                section_title(section)
            );
            for p in content {
                let catatan = p.catatan.map(|c| format!(" *{c}*")).unwrap_or_default();
                let _ = writeln!(
                    md,
                    "| `{}` | {}{} | {} | {} | {} |",
                    p.key,
                    cell(&p.nilai),
                    cell(&catatan),
                    p.keyakinan.as_str(),
                    p.tautan
                        .map_or_else(|| cell(p.acuan), |link| format!("[{}]({link})", cell(p.acuan))),
                    p.in_force()
                );
            }
        }
        md.push('\n');
    }
    md.push_str(UNPLACED);
    for a in all {
        let mut own = a.parameter();
        own.retain(|p| p.origin == a.id);
        let all = own.len();
        own.retain(|p| !p.located());
        let _ = writeln!(md, "{}: {} dari {all} parameter.\n", a.id, own.len());
        for (unregulated, title) in [(false, "tanpa tempat"), (true, "tidak diatur")] {
            let keys: Vec<String> = own
                .iter()
                .filter(|p| p.unregulated() == unregulated)
                .map(|p| format!("`{}` ({})", p.key, p.keyakinan.as_str()))
                .collect();
            if !keys.is_empty() {
                let _ = writeln!(md, "- {title} ({}): {}.", keys.len(), keys.join(", "));
            }
        }
        md.push('\n');
    }
    md.truncate(md.trim_end().len());
    md.push('\n');
    md
}

/// Text fit for a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form;
    use crate::report::json::{self, Rules1};

    fn all() -> Vec<Aturan> {
        Aturan::all_built_in().unwrap()
    }

    #[test]
    fn json_has_every_parameter_and_the_list_none() {
        let all = all();
        let mut details = Vec::new();
        json::write(&mut details, &Rules1::new(&all, true)).unwrap();
        let details: serde_json::Value = serde_json::from_slice(&details).unwrap();
        assert_eq!(details["skema"], "skp.aturan/1");
        for (i, a) in all.iter().enumerate() {
            assert_eq!(
                details["aturan"][i]["parameter"].as_array().unwrap().len(),
                a.parameter().len()
            );
        }
        assert_eq!(details["aturan"][1]["otomatis_sampai"], "2021-12-31");
        let mut short = Vec::new();
        json::write(&mut short, &Rules1::new(&all, false)).unwrap();
        let short: serde_json::Value = serde_json::from_slice(&short).unwrap();
        assert!(short["aturan"][0].get("parameter").is_none());
    }

    #[test]
    fn every_section_has_a_heading_and_every_parameter_a_row() {
        for a in all() {
            let text = printed(&a, Screen::Elsewhere);
            let mut content = Vec::new();
            let rows = a.parameter().into_iter().map(|p| parameters::ParameterRow::new(p, None));
            form::csv::write(&mut content, &parameters::table(String::new()), rows, &Mask::off()).unwrap();
            let content = String::from_utf8(content).unwrap();
            assert_eq!(content.lines().count(), a.parameter().len() + 1);
            for p in a.parameter() {
                assert_ne!(section_title(p.section), p.section, "{}", p.section);
                assert!(text.contains(&format!("[{}]", p.section)));
                assert!(content.contains(p.key));
            }
        }
        let daftar = list_table(&all(), Screen::Elsewhere);
        assert!(daftar.contains("permenpanrb-6-2022") && daftar.contains("hanya bila disebut"));
    }
}
