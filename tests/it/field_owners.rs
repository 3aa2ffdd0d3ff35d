//! Whose a NIP is where its heading does not say so (`docs/kontrak/masukan.md` section 2b.5).

use serde_json::Value as Json;

use crate::support::field::{A, B, clean, codes, folder, person, run, score};

fn told(hasil: &Json) -> String {
    hasil["temuan"].to_string()
}

/// The only NIP of a list, behind the name of the atasan: where the rows do not settle whose it is, nobody gets the mark.
#[test]
fn the_only_nip_behind_the_atasan_is_nobodys() {
    const HEADS: [(&str, &str); 2] = [("Rudi Hartono", "197501012000031001"), ("Siti Aminah", "197602022001032002")];
    let list = |header: &str, row: fn(&str, &str, (&str, &str)) -> String, heads: [usize; 2]| {
        let mut text = format!("{header}\n");
        for ((name, nip), head) in [("Lintang Kertapati", A), ("Bagas Adikarsa", B)].into_iter().zip(heads) {
            text.push_str(&row(name, nip, HEADS[head]));
        }
        score(&text)
    };
    let theirs = |name: &str, _: &str, (head, nip): (&str, &str)| format!("{name};{head};{nip};Baik\n");
    let own = |name: &str, nip: &str, (head, _): (&str, &str)| format!("{name};{head};{nip};Baik\n");
    let nips = |hasil: &Json| -> Vec<String> {
        let people = hasil["pegawai"].as_array().unwrap().iter();
        people.map(|p| p["nip"].as_str().unwrap_or_default().to_owned()).collect()
    };
    for header in [
        "Nama;Nama Atasan;NIP;Predikat",
        "Nama Pegawai;Nama Pejabat Penilai;NIP/NI PPPK;Predikat Kinerja",
        "NAMA LENGKAP;ATASAN LANGSUNG;N I P;PREDIKAT",
    ] {
        for row in [own, theirs] {
            let (exit, hasil) = list(header, row, [0, 1]);
            assert_eq!((exit, nips(&hasil)), (1, vec![String::new(); 2]), "{header}: {hasil}");
            assert!(codes(&hasil).contains(&"STR102"), "{header}: {hasil}");
            assert!(
                !codes(&hasil).iter().any(|c| matches!(*c, "STR070" | "STR012" | "STR023")),
                "{header}: {hasil}"
            );
        }
        // One atasan beside two NIP has neither; one NIP beside two people is neither's.
        let (exit, hasil) = list(header, own, [0, 0]);
        assert_eq!(
            (exit, person(&hasil, A).0, person(&hasil, B).0),
            (0, Some("Baik"), Some("Baik")),
            "{header}: {hasil}"
        );
        let (exit, hasil) = list(header, theirs, [0, 0]);
        assert_eq!((exit, nips(&hasil)), (1, vec![String::new(); 2]), "{header}: {hasil}");
        assert!(
            told(&hasil).contains("berisi NIP atasan") && !codes(&hasil).contains(&"IDN008"),
            "{hasil}"
        );
    }
    // Where the heading or the place says whose it is, it is read.
    for header in [
        "Nama;Nama Atasan;NIP Pegawai;Predikat",
        "Nama;Nama Atasan;NIP yang Dinilai;Predikat",
    ] {
        let (exit, hasil) = list(header, own, [0, 1]);
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{header}: {hasil}");
    }
    let before = |name: &str, nip: &str, (head, _): (&str, &str)| format!("{head};{nip};{name};Baik\n");
    let after = |name: &str, nip: &str, (head, _): (&str, &str)| format!("{head};{name};{nip};Baik\n");
    for (exit, hasil) in [
        list("Nama Atasan;NIP;Nama;Predikat", before, [0, 1]),
        list("Nama Atasan;Nama;NIP;Predikat", after, [0, 1]),
    ] {
        assert_eq!((exit, person(&hasil, A).0), (0, Some("Baik")), "{hasil}");
    }
}

/// Another table that says who has which NIP settles it.
#[test]
fn the_nip_behind_the_atasan_is_settled_by_other_tables() {
    let mut files = clean();
    files.truncate(1);
    let list = |nips: [&str; 2]| {
        format!(
            "Nama;Nama Atasan;NIP;Predikat\nBagas Adikarsa, S.Kom.;Lintang Kertapati;{};Baik\nTirta;Lintang Kertapati;{};Baik\n",
            nips[0], nips[1]
        )
    };
    let of = |nips: [&str; 2]| {
        let mut files = files.clone();
        files[0]
            .1
            .push_str("198001012005011001,Tirta,Pengolah Data,pelaksana,Dinas Arsip,\n");
        files.push(("rekap.csv", list(nips)));
        run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1
    };
    assert_eq!(person(&of([B, "198001012005011001"]), B).0, Some("Baik"));
    let theirs = of([A, A]);
    assert_eq!((person(&theirs, A).0, person(&theirs, B).0), (None, None), "{theirs}");
    assert!(told(&theirs).contains("berisi NIP atasan"), "{theirs}");
}

/// A NIP beside two names is that of the one who has no other and stands beside it in two files; the other waits.
#[test]
fn the_owner_of_a_nip_beside_two_names() {
    const C: &str = "198001012005011001";
    let people = format!(
        "nip;nama;jabatan;jenis_jabatan;unit_kerja\n{A};Sari Puspita;Staf;pelaksana;X\n{A};Tono Sudarsono;Staf;pelaksana;X\n\
         {B};Umar Said;Staf;pelaksana;X\n"
    );
    let of = |marks: &[(&str, &str, &str)], header: &str| {
        let rows: Vec<String> = marks.iter().map(|(nip, nama, mark)| format!("{nip};{nama};{mark}")).collect();
        let marks = format!("{header}\n{}\n", rows.join("\n"));
        let files = [("pegawai.csv", people.clone()), ("nilai.csv", marks)];
        run(folder(&files).path(), &["nilai", ".", "--tahun", "2025"]).1
    };
    let marks = |hasil: &Json| -> Vec<(String, Option<String>)> {
        let people = hasil["pegawai"].as_array().unwrap_or_else(|| panic!("{hasil}")).iter();
        let text = |p: &Json, key: &str| p[key].as_str().map(str::to_owned);
        people
            .map(|p| (text(p, "nama").unwrap_or_default(), text(p, "predikat")))
            .collect()
    };
    let pair = |nama: &str, mark: Option<&str>| (nama.to_owned(), mark.map(str::to_owned));
    let header = "NIP;Nama;Predikat Kinerja";
    let hasil = of(
        &[
            (A, "Sari Puspita, S.E.", "Baik"),
            (C, "Tono Sudarsono", "Sangat Baik"),
            (B, "Umar Said", "Baik"),
        ],
        header,
    );
    let (other, third) = (pair("Tono Sudarsono", None), pair("Umar Said", Some("Baik")));
    let owner = |mark| pair("Sari Puspita", mark);
    assert_eq!(marks(&hasil), [owner(Some("Baik")), other.clone(), third.clone()], "{hasil}");
    assert!(codes(&hasil).contains(&"IDN008"), "{hasil}");
    assert!(told(&hasil).contains("dihitung sebagai NIP Sari Puspita"), "{hasil}");
    // Nothing says another NIP of the other name, or a row without a name may be either's: both wait.
    for rows in [
        vec![(A, "Sari Puspita", "Baik"), (B, "Umar Said", "Baik")],
        vec![
            (A, "Sari Puspita", "Baik"),
            (A, "", "Kurang"),
            (C, "Tono Sudarsono", "Baik"),
            (B, "Umar Said", "Baik"),
        ],
        vec![(C, "Tono Sudarsono", "Baik"), (B, "Umar Said", "Baik")],
    ] {
        let hasil = of(&rows, header);
        assert_eq!(
            marks(&hasil),
            [owner(None), other.clone(), third.clone()],
            "{rows:?}: {hasil}"
        );
    }
}

/// Who has neither a name nor a NIP that can be read stands in the result once.
#[test]
fn a_row_without_name_and_nip_is_one_person() {
    for header in ["NIP;Nama;Unit Kerja;Predikat Kinerja", "NIP;Nama;Predikat Kinerja;Unit Kerja"] {
        let (one, two) = if header.ends_with("Kerja") {
            ("Baik", "X")
        } else {
            ("X", "Baik")
        };
        let (_, hasil) = score(&format!(
            "{header}\n{A};Sari Puspita;{one};{two}\n1980010120050110;;{one};{two}\n{B};Umar Said;{one};{two}\n"
        ));
        let people = hasil["pegawai"].as_array().unwrap();
        assert_eq!(people.len(), 3, "{hasil}");
        assert_eq!(people.iter().filter(|p| p["nip"] == "1980010120050110").count(), 1, "{hasil}");
    }
}
