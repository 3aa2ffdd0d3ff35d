//! Rule files of agencies, through the library as a user's `--aturan FILE` goes.

use std::collections::BTreeSet;

use skp::base::figure::Decimal;
use skp::model::vocab::{Predikat, PredikatOrganisasi, Rating};
use skp::rules::values::{Pengelompokan, TambahanMethod};
use skp::rules::{Aturan, Keyakinan, Usage};
use skp::score::distribusi::{bound_rules, periksa};

fn contoh(nama: &str, periode: &str) -> Aturan {
    let path = format!("{}/docs/{nama}", env!("CARGO_MANIFEST_DIR"));
    Aturan::load(&path, periode.parse().unwrap()).unwrap()
}

#[test]
fn the_example_profile_gives_ratings_distribution_and_tukin() {
    let aturan = contoh("contoh-aturan-instansi.toml", "2025");
    assert_eq!(
        (aturan.id.as_str(), &*aturan.memperluas),
        ("contoh-instansi", &["permenpanrb-6-2022".to_owned()][..])
    );
    let kualitatif = aturan.kualitatif().unwrap();
    let ambang = kualitatif.rating.ambang_capaian.as_ref().unwrap().shown();
    for (capaian, rating) in [
        ("101", Rating::DiAtas),
        ("100.99", Rating::Sesuai),
        ("80", Rating::Sesuai),
        ("79.99", Rating::DiBawah),
    ] {
        assert_eq!(ambang.rating(capaian.parse().unwrap()), rating, "{capaian}");
    }
    let tukin = aturan.tindak_lanjut.tukin_persen.as_ref().unwrap();
    assert_eq!(tukin.shown().untuk(Predikat::Cukup), Decimal::from(85));
    assert_eq!(*aturan.kelompok.pengelompokan.shown(), Pengelompokan::Induk);
    // What the profile does not say is the law's, with the law's citation.
    assert_eq!(kualitatif.rating.kuadran.keyakinan, Keyakinan::Teks);
    assert_eq!(&*kualitatif.rating.kuadran.origin, "permenpanrb-6-2022");
}

#[test]
fn a_dated_record_of_the_profile_changes_the_distribution_from_its_day() {
    for (periode, batas) in [("2025", "<= 70%"), ("2026", "<= 65%")] {
        let aturan = contoh("contoh-aturan-instansi.toml", periode);
        let k = bound_rules(&aturan, Some(PredikatOrganisasi::Baik), &mut Usage::new()).unwrap();
        let d = periksa([2, 10, 2, 1, 0], &k, &aturan).unwrap();
        let daftar: Vec<_> = d.aturan.iter().map(|a| a.batas.as_str()).collect();
        assert_eq!(daftar, ["> 50%", batas, ">= 1 orang"], "{periode}");
        assert_eq!(d.sesuai, periode == "2025", "{periode}");
    }
}

#[test]
fn the_numeric_example_profile_gives_weights_and_a_split() {
    let aturan = contoh("contoh-aturan-instansi-numerik.toml", "2025");
    let numerik = aturan.numerik().unwrap();
    assert_eq!(numerik.perilaku.bobot_penilai.shown().atasan, Decimal::from(50));
    assert_eq!(
        *numerik.tambahan.kinerja_tambahan.shown(),
        TambahanMethod::Bobot {
            utama: Decimal::from(90),
            tambahan: Decimal::from(10)
        }
    );
    let mut p = Usage::new();
    numerik.perilaku.bobot_penilai.used(&mut p);
    // The agency has confirmed it: no assumption any more.
    assert!(aturan.asumsi(&p).is_empty());
    let k = bound_rules(&aturan, None, &mut p).unwrap();
    assert_eq!(periksa([4, 14, 2, 0, 0], &k, &aturan).unwrap().aturan[0].batas, "<= 15%");
}

#[test]
fn the_examples_of_the_manual_are_rule_files_under_any_name() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/contoh-aturan-instansi.toml");
    assert_eq!(Aturan::from_file(&path).unwrap().id, "contoh-instansi");
    let e = Aturan::from_file(std::path::Path::new("tidak/ada")).unwrap_err().to_string();
    assert_eq!(e, "tidak/ada: berkas aturan tidak dapat dibaca (tidak ada)");
}

#[test]
fn a_link_is_kept_and_must_be_one() {
    let with = |link: &str| {
        format!(
            "[aturan]\nid = \"uji\"\njudul = \"uji\"\nmemperluas = \"permenpanrb-6-2022\"\nmulai = 2025-01-01\nacuan = \"uji\"\n\
             keyakinan = \"teks\"\n[kelompok.ukuran_terkecil]\nnilai = 8\nmulai = 2025-01-01\nacuan = \"uji Pasal 1\"\n\
             keyakinan = \"teks\"\ntautan = \"{link}\"\n"
        )
    };
    let read = |link: &str| Aturan::from_text("uji.toml", &with(link), "2025".parse().unwrap());
    let aturan = read("https://jdih.example.go.id/1").unwrap();
    let rows = aturan.parameter();
    let row = rows.iter().find(|p| p.key == "ukuran_terkecil").unwrap();
    assert_eq!(row.tautan, Some("https://jdih.example.go.id/1"));
    assert!(row.located());
    assert!(
        read("jdih")
            .unwrap_err()
            .to_string()
            .contains("`tautan` harus alamat https://")
    );
}

/// PermenPANRB 6/2022 is at hand as a whole: what its rule set takes from elsewhere, or from nowhere, is named here.
#[test]
fn every_parameter_of_6_2022_has_its_place_or_is_named() {
    let all = Aturan::all_built_in().unwrap();
    let set = all.iter().find(|a| a.id == "permenpanrb-6-2022").unwrap();
    let of = |unregulated: bool| {
        let facts = set.parameter();
        let mut keys: Vec<String> = facts
            .iter()
            .filter(|p| !p.located() && p.unregulated() == unregulated)
            .map(|p| p.key.to_owned())
            .collect();
        keys.sort();
        keys
    };
    // Of other regulations whose text is not at hand, or known from decks and transcripts only.
    assert_eq!(
        of(false),
        [
            "capaian_dalam_rentang",
            "kategori_baik",
            "kategori_cukup",
            "kategori_kurang",
            "kategori_sangat_baik",
            "kategori_sangat_kurang",
            "kenaikan_pangkat",
            "organisasi_baik",
            "organisasi_butuh_perbaikan",
            "organisasi_istimewa",
            "organisasi_kurang",
            "organisasi_sangat_kurang",
            "pembinaan",
            "pembulatan_angka_kredit",
            "prioritas_promosi",
        ]
    );
    // Read whole, and not found: a choice.
    assert_eq!(
        of(true),
        [
            "angka_kredit_untuk",
            "angka_tidak_wajar",
            "batas_bawah",
            "pembagian_bulan",
            "pembulatan_capaian",
            "pembulatan_nilai",
            "pimpinan_dihitung",
            "realisasi_kosong",
            "satuan_proporsi",
            "skala_perilaku",
            "status_tidak_aktif",
            "target_kosong",
            "target_satu_sisi",
            "ukuran_terkecil",
        ]
    );
    let guessed = set.parameter().into_iter().find(|p| p.acuan.contains("belum ada teks"));
    assert!(guessed.is_none(), "{guessed:?}");
}

/// A record that no code reads is documentation, not a parameter: each is read somewhere,
/// by its key behind a dot.
#[test]
fn every_parameter_is_read_by_code() {
    let mut read = BTreeSet::new();
    for path in crate::support::files::rust_files("src") {
        let place = path.display().to_string().replace('\\', "/");
        if place.contains("tests") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let fields = source.split('.').skip(1);
        read.extend(fields.filter_map(|f| Some(f.split(|c: char| !c.is_alphanumeric() && c != '_').next()?.to_owned())));
    }
    for id in ["pp-30-2019", "permenpanrb-8-2021", "permenpanrb-6-2022"] {
        let set = Aturan::load(id, "2025".parse().unwrap()).unwrap();
        let idle: Vec<&str> = set
            .parameter()
            .iter()
            .map(|p| p.key)
            .filter(|key| !read.contains(*key))
            .collect();
        assert!(idle.is_empty(), "{id}: tidak dibaca satu pun kode: {idle:?}");
    }
}

/// A code says where its law stands; which may be without is named here, with the reason.
#[test]
fn every_code_has_its_place_or_is_named() {
    // Whoever finds the text writes the place into the page of the code and takes the line away.
    const WITHOUT: [(&str, &str); 4] = [
        (
            "HSL009",
            "PP 30/2019 on tugas belajar and penugasan khusus: known without its pasal",
        ),
        (
            "KAS004",
            "8/2021 on whose RHK may be intervened: known without a page; 6/2022 says otherwise",
        ),
        (
            "PRL003",
            "PP 30/2019 on who is rated on kepemimpinan: known without its pasal",
        ),
        (
            "TGT058",
            "8/2021 on the surat keputusan of a kinerja tambahan: known without a page",
        ),
    ];
    let located = |acuan: &str| ["Pasal ", "hlm. ", "bagian "].iter().any(|place| acuan.contains(place));
    let without: Vec<&str> = skp::check::catalogue::all()
        .iter()
        .filter(|c| !located(c.acuan) && !c.acuan.starts_with("Tata berkas") && !c.acuan.starts_with("Masukan skp"))
        .map(|c| c.kode)
        .collect();
    assert_eq!(without, WITHOUT.map(|(kode, _)| kode));
    // Whoever reads the page of such a code is told why no place is named.
    for (kode, reason) in WITHOUT {
        let page = std::fs::read_to_string(format!("{}/docs/pemeriksaan/{kode}.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let basis = page.split("## Dasar").nth(1).unwrap().split("\n## ").next().unwrap();
        assert!(basis.contains("tidak disebut di sini:"), "{kode}: {reason}");
    }
}
