//! The same messy layouts as several producers write them (`fixtures/produsen/buat.py`): each
//! file is read and compared with what the author of the layout says is in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use skp::base::origin::{Origin, SheetId};
use skp::input::{Inputs, ReadOptions, Value};
use skp::model::Periode;
use skp::report::json::Reading1;
use skp::report::mask::Mask;
use skp::table::{DataTable, Entry, Tables, is_known_header, recognise};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/produsen").join(name)
}

fn read(paths: &[PathBuf]) -> (Inputs, Tables) {
    let options = ReadOptions {
        known_header: &is_known_header,
        ..ReadOptions::default()
    };
    let inputs = skp::input::read(paths, &options);
    let tables = recognise(&inputs);
    (inputs, tables)
}

/// A value as the layout's author wrote it down.
fn written(value: Value<'_>) -> String {
    value.written().trim().to_owned()
}

fn reading(inputs: &Inputs, tables: &Tables) -> Json {
    serde_json::to_value(Reading1::new(inputs, tables, Periode::Tahun(2025), &[], &Mask::off())).unwrap()
}

fn form_field(inputs: &Inputs, field: Option<&Entry>) -> Json {
    field.map_or(Json::Null, |f| json!(written(f.value(inputs))))
}

/// What the form says, in the shape of the expectation.
fn form(inputs: &Inputs, table: &DataTable, wanted: &Json) -> Json {
    let f = table.formulir.as_ref().unwrap();
    let mut found = wanted.clone();
    for (who, identity) in [("pegawai", &f.pegawai), ("penilai", &f.penilai)] {
        for (field, value) in [
            ("nama", &identity.nama),
            ("nip", &identity.nip),
            ("jabatan", &identity.jabatan),
            ("unit_kerja", &identity.unit_kerja),
        ] {
            if wanted[who].get(field).is_some() {
                found[who][field] = form_field(inputs, value.as_ref());
            }
        }
    }
    for (name, value) in [
        ("periode", &f.periode),
        ("rating_hasil_kerja", &f.rating_hasil_kerja),
        ("rating_perilaku", &f.rating_perilaku),
        ("predikat", &f.predikat),
    ] {
        if wanted.get(name).is_some() {
            found[name] = form_field(inputs, value.as_ref());
        }
    }
    if wanted.get("perilaku").is_some() {
        found["perilaku"] = f
            .perilaku
            .iter()
            .map(|(aspek, umpan)| {
                let filled = umpan.as_ref().filter(|entry| !entry.value(inputs).is_blank());
                json!([form_field(inputs, Some(aspek)), form_field(inputs, filled)])
            })
            .collect();
    }
    found
}

/// Compares one file with its layout; gives the differences.
fn differences(file: &Path, expectation: &Json) -> Vec<String> {
    let (inputs, tables) = read(&[file.to_path_buf()]);
    let mut wrong: Vec<String> = inputs.problems.iter().map(|p| format!("{p:?}")).collect();
    let found = reading(&inputs, &tables);
    let found = found["masukan"][0]["tabel"].as_array().unwrap();
    let wanted = expectation["tabel"].as_array().unwrap();
    if found.len() != wanted.len() {
        wrong.push(format!("{} tables instead of {}", found.len(), wanted.len()));
    }
    for ((f, w), table) in found.iter().zip(wanted).zip(&tables.tables) {
        let name = w["jenis"].as_str().unwrap();
        let mut keys = vec![
            "jenis",
            "baris_kepala",
            "baris_awal",
            "baris_akhir",
            "baris",
            "dilewati",
            "kolom",
            "tidak_dikenal",
        ];
        // Delimited text has no sheets; a web page names none.
        if file.extension().is_some_and(|e| e != "csv") && !file.to_string_lossy().contains(".php.") {
            keys.push("lembar");
        }
        for key in keys {
            if f[key] != w[key] {
                wrong.push(format!("{name}: {key} = {} instead of {}", f[key], w[key]));
            }
        }
        let skipped = f["lewat"].as_array().unwrap();
        let expected = w["lewat"].as_array().unwrap();
        let same = skipped.len() == expected.len()
            && skipped
                .iter()
                .zip(expected)
                .all(|(a, b)| a["baris"] == b["baris"] && a["sebab"].as_str().unwrap().contains(b["sebab"].as_str().unwrap()));
        if !same {
            wrong.push(format!("{name}: skipped {skipped:?} instead of {expected:?}"));
        }
        for cell in w["sel"].as_array().unwrap() {
            let canonical = cell["kanonik"].as_str().unwrap();
            let Some(row) = table.rows.each().nth(usize::try_from(cell["ke"].as_u64().unwrap()).unwrap()) else {
                wrong.push(format!("{name}: no row {}", cell["ke"]));
                continue;
            };
            let Some(column) = skp::table::Key::named(canonical).and_then(|k| table.column(k)) else {
                continue;
            };
            let (value, at) = table.cell(&inputs, row, column.col);
            if at.a1() != cell["sel"].as_str().unwrap() || written(value) != cell["tertulis"].as_str().unwrap() {
                wrong.push(format!("{name}: {canonical} is {value:?} in {} instead of {cell}", at.a1()));
            }
            // The file, asked at the address, gives the value too.
            assert_eq!(inputs.value(at), value);
        }
        if let Some(w) = w.get("formulir") {
            let f = form(&inputs, table, w);
            if f != *w {
                wrong.push(format!("{name}: form {f:#} instead of {w:#}"));
            }
        }
    }
    wrong
}

fn compare(name: &str) {
    let mut wrong = Vec::new();
    let mut compared = 0;
    let mut files: Vec<PathBuf> = fs::read_dir(folder(name)).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in &files {
        let own = file.file_name().unwrap().to_str().unwrap();
        let layout = own.split('.').next().unwrap();
        let expectation = folder("harapan").join(name).join(format!("{layout}.baca.json"));
        let expectation = fs::read(expectation).unwrap();
        compared += 1;
        for line in differences(file, &serde_json::from_slice(&expectation).unwrap()) {
            wrong.push(format!("{own}: {line}"));
        }
    }
    assert!(compared > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn messy_layouts_read_alike_from_every_producer() {
    compare("tata-letak");
}

#[test]
fn ekinerja_downloads_are_read() {
    compare("ekinerja");
}

#[test]
fn official_forms_are_read() {
    compare("formulir");
}

#[test]
fn a_folder_of_forms_is_one_data_set() {
    let (inputs, tables) = read(&[folder("formulir")]);
    assert_eq!(tables.tables.len(), inputs.files.len());
    assert!(tables.tables.iter().all(|t| t.formulir.is_some()));
    assert!(inputs.problems.is_empty());
}

#[test]
fn hidden_empty_and_other_sheets_are_named() {
    let (inputs, tables) = read(&[folder("tata-letak").join("banyak-lembar.excel.xlsx")]);
    let found = reading(&inputs, &tables);
    assert_eq!(
        found["masukan"][0]["lembar_lain"],
        json!([
            {"lembar": "Petunjuk", "sebab": "tidak ada tabel yang dikenali"},
            {"lembar": "Sheet3", "sebab": "kosong"},
        ])
    );
    let hidden = tables.problems.iter().find(|p| p.kode() == "STR011").unwrap();
    assert_eq!(hidden.at, Some(Origin::new(SheetId(2), 0, 0)));
    assert_eq!(found["masukan"][0]["tabel"][0]["tersembunyi"], json!(true));
}

/// Runs `skp baca` and gives its exit code and what it printed.
fn baca(args: &[&str]) -> (Option<i32>, String, String) {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_skp"))
        .arg("baca")
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn reading_tells_clean_faulty_and_hopeless_files_apart() {
    let clean = folder("tata-letak").join("bertumpuk.excel.xlsx");
    let (code, out, _) = baca(&[clean.to_str().unwrap(), "--format", "json"]);
    let json: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(code, Some(0), "{out}");
    assert_eq!(json["skema"], "skp.baca/1");
    assert_eq!(json["masukan"][0]["bentuk"], "xlsx");
    assert_eq!(json["masukan"][0]["sha256"].as_str().unwrap().len(), 64);

    let tmp = tempfile::tempdir().unwrap();
    let faulty = tmp.path().join("pegawai.csv");
    fs::write(
        &faulty,
        "NIP;Nama;Jabatan;Unit Kerja;Jenis Jabatn\n198001012005011001;Ani;Staf;Dinas;tenaga ahli\n",
    )
    .unwrap();
    let (code, out, _) = baca(&[faulty.to_str().unwrap(), "--format", "json"]);
    let json: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(code, Some(1));
    assert_eq!(json["masukan"][0]["tabel"][0]["tidak_dikenal"], json!(["Jenis Jabatn"]));
    assert_eq!(json["masukan"][0]["tabel"][0]["mirip"][0]["kanonik"], "jenis_jabatan");
    let finding = json["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["kode"] == "STR012")
        .unwrap();
    assert!(finding["saran"].as_str().unwrap().contains("Jenis Jabatn"));
    assert_eq!(finding["sel"], "A1");

    let hopeless = tmp.path().join("surat.csv");
    fs::write(&hopeless, "a;b\n1;2\n").unwrap();
    let (code, out, err) = baca(&[hopeless.to_str().unwrap()]);
    assert_eq!(code, Some(2));
    assert!(out.contains("tidak ada tabel yang dikenali"), "{out}");
    assert!(err.contains("Tidak ada tabel"), "{err}");
}
