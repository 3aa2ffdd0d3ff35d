//! `--html`: one page with everything in it and nothing fetched.

use std::process::Command;

/// The page of an input.
fn page(input: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("laporan.html");
    let out = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(["nilai", input, "--tahun", "2025", "--diam", "--html", path.to_str().unwrap()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(out.status.code().is_some_and(|c| c < 2), "{out:?}");
    std::fs::read_to_string(path).unwrap()
}

/// The JSON of a table of the page.
fn data(page: &str, id: &str) -> serde_json::Value {
    let (_, rest) = page.split_once(&format!("id=\"data-{id}\">")).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_page_is_whole_and_fetches_nothing() {
    let page = page("fixtures/dinas/dinas.xlsx");
    for foreign in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("default-src 'none'"));
    for handler in ["onclick=", "onload=", "onerror=", "javascript:"] {
        assert!(!page.contains(handler), "{handler}");
    }
    let people = data(&page, "pegawai");
    assert_eq!(people["rows"].as_array().unwrap().len(), 62);
    let columns = people["columns"].as_array().unwrap().len();
    assert!(
        people["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|r| r.as_array().unwrap().len() == columns)
    );
    assert!(!data(&page, "kaskade")["rows"].as_array().unwrap().is_empty());
    assert!(!data(&page, "temuan")["rows"].as_array().unwrap().is_empty());
    for heading in ["<h2>Unit</h2>", "<h2>Kuadran</h2>", "Sudah dinilai", "59 dari 60"] {
        assert!(page.contains(heading), "{heading}");
    }
}

#[test]
fn the_same_input_gives_the_same_page() {
    let input = "fixtures/dinas/dinas.xlsx";
    assert_eq!(page(input), page(input));
}

/// A page lies in the folder of its data and is no data.
#[test]
fn a_page_among_the_inputs_is_known_as_our_own() {
    let dir = tempfile::tempdir().unwrap();
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/dinas");
    std::fs::copy(fixtures.join("dinas.xlsx"), dir.path().join("dinas.xlsx")).unwrap();
    std::fs::write(dir.path().join("laporan.html"), page("fixtures/dinas/dinas.xlsx")).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(["periksa", ".", "--tahun", "2025", "--format", "json"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let found: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let about: Vec<&serde_json::Value> = found["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["berkas"].as_str().is_some_and(|b| b.ends_with("laporan.html")))
        .collect();
    assert_eq!(about.len(), 1, "{about:?}");
    assert_eq!(about[0]["tingkat"], "catatan");
    assert!(about[0]["pesan"].as_str().unwrap().contains("halaman hasil"), "{about:?}");
}

/// Thousands of units do not stand in the way of opening the page, and none of them is missing.
#[test]
fn units_after_the_first_stand_in_a_table_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = "nip,nama,unit_kerja,predikat\n".to_owned();
    for n in 0..305 {
        text.push_str(&format!("19870406201304{:04},Pegawai {n},Kelurahan ke-{n},Baik\n", 1000 + n));
    }
    let input = dir.path().join("penilaian.csv");
    std::fs::write(&input, text).unwrap();
    let page = page(input.to_str().unwrap());
    let others = data(&page, "unit-lain")["rows"].as_array().unwrap().len();
    assert_eq!(others, 5);
    for n in 0..305 {
        assert!(page.contains(&format!("Kelurahan ke-{n}")), "{n}");
    }
}
