//! The worked cases of the law and of `aturan.md`, as data (`fixtures/golden/*.toml`): input,
//! expected figures, acuan. A later reading of the law changes data only.
use crate::support::cases::{Berkas, hasil, nilai};

fn berkas() -> Vec<(String, Berkas)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/golden");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    names.sort();
    names
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| {
            let text = std::fs::read_to_string(&p).unwrap();
            let name = p.file_name().unwrap().to_string_lossy().into_owned();
            let berkas = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            (name, berkas)
        })
        .collect()
}

#[test]
fn every_worked_case_comes_out_to_the_last_digit() {
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (file, berkas) in berkas() {
        for kasus in &berkas.kasus {
            assert!(!kasus.acuan.trim().is_empty(), "{}: tanpa acuan", kasus.nama);
            for id in &kasus.aturan {
                let (_, scores) = nilai(kasus, id);
                for (isi, h) in kasus.pegawai.iter().zip(&scores.pegawai) {
                    for (key, wanted) in &isi.harapan {
                        let wanted = wanted.as_str().unwrap_or_else(|| panic!("{}: {key} harus teks", kasus.nama));
                        let found = hasil(h, key);
                        checked += 1;
                        if found != wanted {
                            wrong.push(format!(
                                "{file} · {} · {id} · {key}: {found}, seharusnya {wanted}",
                                kasus.nama
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} dari {checked} salah:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(checked > 150, "hanya {checked} harapan: berkas kasus hilang?");
}
