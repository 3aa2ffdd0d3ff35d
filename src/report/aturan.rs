//! Rule sets for people: terminal table, JSON, CSV, and the page `docs/aturan.md`.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::form::terminal::{self, Head, Screen, grid};
use super::mask::Mask;
use super::tables::parameters;
use crate::rules::{Aturan, BarisParameter, Keyakinan};

/// What a mark means, for legends.
pub const fn arti(keyakinan: Keyakinan) -> &'static str {
    match keyakinan {
        Keyakinan::Teks => "dibaca dalam kata-kata peraturannya sendiri",
        Keyakinan::Sekunder => "beberapa sumber kedua yang saling lepas sepakat",
        Keyakinan::Tafsir => "mengikuti dari contoh atau teks dengan hitungan",
        Keyakinan::Asumsi => "belum ada yang melihat teksnya; instansi perlu memastikan",
    }
}

const SEMUA_KEYAKINAN: [Keyakinan; 4] = [Keyakinan::Teks, Keyakinan::Sekunder, Keyakinan::Tafsir, Keyakinan::Asumsi];

/// Heading of a section of a rule file.
pub fn judul_bagian(bagian: &str) -> &str {
    match bagian {
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
        lain => lain,
    }
}

/// When a set is chosen by itself.
pub fn automatic(aturan: &Aturan) -> String {
    match aturan.otomatis {
        None => "hanya bila disebut (--aturan)".to_owned(),
        Some((dari, None)) => format!("periode sejak {dari}"),
        Some((dari, Some(sampai))) => format!("periode {dari} sampai {sampai}"),
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
pub fn daftar_tabel(semua: &[Aturan], screen: Screen) -> String {
    let keys = ["id", "judul", "berlaku", "dipakai_untuk", "memperluas"];
    let table = terminal::table(&parameters::sets(), &keys, semua, &Mask::off(), screen);
    format!(
        "{table}\nSemua parameter satu aturan: skp aturan tampil ID. Aturan instansi: berkas .toml dengan `memperluas`; periksa dengan skp aturan periksa BERKAS.\n"
    )
}

/// All parameters of a set, as tables under headings.
pub fn tabel(aturan: &Aturan, screen: Screen) -> String {
    let judul = Style::new().bold();
    let kepala = AnsiColor::Cyan.on_default();
    let mut teks = format!("{judul}{}{judul:#}  {}\n", aturan.id, aturan.judul);
    if !aturan.memperluas.is_empty() {
        let _ = writeln!(teks, "Memperluas {}.", aturan.memperluas.join(", "));
    }
    let _ = writeln!(
        teks,
        "Berlaku {}; dipakai: {}. Acuan: {}.",
        in_force(aturan),
        automatic(aturan),
        aturan.acuan
    );
    if let Some(catatan) = &aturan.catatan {
        let _ = writeln!(teks, "{catatan}");
    }
    for (bagian, isi) in per_bagian(&aturan.parameter()) {
        let heads = ["parameter", "nilai", "keyakinan", "acuan"].map(Head::left);
        let rows: Vec<Vec<String>> = isi
            .into_iter()
            .map(|p| {
                let mut nilai = p.nilai.clone();
                if let Some(catatan) = p.catatan {
                    let _ = write!(nilai, "\n({catatan})");
                }
                let acuan = format!("{}\n{}", p.acuan, p.berlaku());
                vec![p.kunci.to_owned(), nilai, p.keyakinan.as_str().to_owned(), acuan]
            })
            .collect();
        let grid = grid(&heads, &rows, screen);
        let _ = write!(teks, "\n{kepala}{}{kepala:#} [{bagian}]\n{grid}", judul_bagian(bagian));
    }
    teks.push('\n');
    for k in SEMUA_KEYAKINAN {
        let _ = writeln!(teks, "{:<9} {}", k.as_str(), arti(k));
    }
    teks
}

/// Parameters by section, in their order.
fn per_bagian<'p, 'a>(semua: &'p [BarisParameter<'a>]) -> Vec<(&'static str, Vec<&'p BarisParameter<'a>>)> {
    let mut bagian: Vec<(&'static str, Vec<&BarisParameter<'a>>)> = Vec::new();
    for p in semua {
        match bagian.iter_mut().find(|(b, _)| *b == p.bagian) {
            Some((_, isi)) => isi.push(p),
            None => bagian.push((p.bagian, vec![p])),
        }
    }
    bagian
}

const PENGANTAR: &str = "\
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
- Hanya milik instansi, tanpa nilai bawaan: `rating.ambang_capaian` (capaian menjadi rating), `tindak_lanjut.tukin_persen`,
  `tindak_lanjut.tukin_nilai`, `kinerja.batas_nilai_skp_jabatan`, `perilaku_numerik.bobot_tanpa_rekan` dan `bobot_tanpa_bawahan`.
- Catatan boleh memuat `tautan` (https://) ke peraturannya. Satu contoh untuk tiap jenis: `contoh-aturan-*.toml`.

";

/// Before the list of parameters whose citation has no place.
const TANPA_TEMPAT: &str = "\
## Parameter tanpa pasal atau halaman

Acuan parameter ini belum menyebut pasal atau halaman, karena teksnya belum dilihat, atau hanya dikenal lewat sumber kedua:

";

/// The page `docs/aturan.md`, from the built-in sets.
pub fn halaman(semua: &[Aturan]) -> String {
    let mut md = PENGANTAR.to_owned();
    md.push_str("| keyakinan | arti |\n|---|---|\n");
    for k in SEMUA_KEYAKINAN {
        let _ = writeln!(md, "| `{}` | {} |", k.as_str(), arti(k));
    }
    md.push_str("\n| id | aturan | berlaku | dipakai untuk | memperluas |\n|---|---|---|---|---|\n");
    for a in semua {
        let _ = writeln!(
            md,
            "| [`{0}`](#{0}) | {1} | {2} | {3} | {4} |",
            a.id,
            sel(&a.judul),
            in_force(a),
            automatic(a),
            a.memperluas.join(", ")
        );
    }
    md.push_str("\nTahun 2021 utuh, 2021-S1, serta 2020 dan sebelumnya dinilai menurut PP 46/2011 atau campuran dua sistem: ditolak kecuali aturannya disebut.\n\n");
    md.push_str(INSTANSI);
    for a in semua {
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
            parameter.retain(|p| p.asal == a.id);
        }
        for (bagian, isi) in per_bagian(&parameter) {
            let _ = write!(
                md,
                "\n### {} (`{bagian}`)\n\n| kunci | nilai | keyakinan | acuan | berlaku |\n|---|---|---|---|---|\n",
                judul_bagian(bagian)
            );
            for p in isi {
                let catatan = p.catatan.map(|c| format!(" *{c}*")).unwrap_or_default();
                let _ = writeln!(
                    md,
                    "| `{}` | {}{} | {} | {} | {} |",
                    p.kunci,
                    sel(&p.nilai),
                    sel(&catatan),
                    p.keyakinan.as_str(),
                    p.tautan
                        .map_or_else(|| sel(p.acuan), |link| format!("[{}]({link})", sel(p.acuan))),
                    p.berlaku()
                );
            }
        }
        md.push('\n');
    }
    md.push_str(TANPA_TEMPAT);
    for a in semua {
        let own = a.parameter().into_iter().filter(|p| p.asal == a.id && !p.bertempat());
        let keys: Vec<String> = own.map(|p| format!("`{}` ({})", p.kunci, p.keyakinan.as_str())).collect();
        let _ = writeln!(md, "- {}: {}.", a.id, keys.join(", "));
    }
    md.truncate(md.trim_end().len());
    md.push('\n');
    md
}

/// Text fit for a cell of a Markdown table.
fn sel(teks: &str) -> String {
    teks.replace('|', "\\|").replace('\n', " ").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form;
    use crate::report::json::{self, Rules1};

    fn semua() -> Vec<Aturan> {
        Aturan::semua_bawaan().unwrap()
    }

    #[test]
    fn json_has_every_parameter_and_the_list_none() {
        let semua = semua();
        let mut rinci = Vec::new();
        json::write(&mut rinci, &Rules1::new(&semua, true)).unwrap();
        let rinci: serde_json::Value = serde_json::from_slice(&rinci).unwrap();
        assert_eq!(rinci["skema"], "skp.aturan/1");
        for (i, a) in semua.iter().enumerate() {
            assert_eq!(rinci["aturan"][i]["parameter"].as_array().unwrap().len(), a.parameter().len());
        }
        assert_eq!(rinci["aturan"][1]["otomatis_sampai"], "2021-12-31");
        let mut ringkas = Vec::new();
        json::write(&mut ringkas, &Rules1::new(&semua, false)).unwrap();
        let ringkas: serde_json::Value = serde_json::from_slice(&ringkas).unwrap();
        assert!(ringkas["aturan"][0].get("parameter").is_none());
    }

    #[test]
    fn every_section_has_a_heading_and_every_parameter_a_row() {
        for a in semua() {
            let teks = tabel(&a, Screen::Elsewhere);
            let mut isi = Vec::new();
            let rows = a.parameter().into_iter().map(|p| parameters::ParameterRow::new(p, None));
            form::csv::write(&mut isi, &parameters::table(String::new()), rows, &Mask::off()).unwrap();
            let isi = String::from_utf8(isi).unwrap();
            assert_eq!(isi.lines().count(), a.parameter().len() + 1);
            for p in a.parameter() {
                assert_ne!(judul_bagian(p.bagian), p.bagian, "{}", p.bagian);
                assert!(teks.contains(&format!("[{}]", p.bagian)));
                assert!(isi.contains(p.kunci));
            }
        }
        let daftar = daftar_tabel(&semua(), Screen::Elsewhere);
        assert!(daftar.contains("permenpanrb-6-2022") && daftar.contains("hanya bila disebut"));
    }
}
