//! The data set does not depend on the order of rows, nor on how they are spread over files.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// All that was built, people, RHK and rows sorted, without the cells they came from.
fn fingerprint(data: &Data) -> String {
    let mut people: Vec<&Pegawai> = data.pegawai.iter().collect();
    people.sort_by(|a, b| a.nip.cmp(&b.nip));
    let mut out = String::new();
    for p in people {
        writeln!(out, "{} {} {:?}", p.nip, p.nama, p.defects).unwrap();
        for x in &p.posting {
            writeln!(out, "  posting {} {:?} {:?}", x.jabatan, x.mulai, x.selesai).unwrap();
        }
        let mut rhk: Vec<String> = p
            .rhk
            .iter()
            .map(|r| {
                let mut rows: Vec<String> = r
                    .indikator
                    .iter()
                    .map(|i| {
                        let mut realisasi: Vec<String> =
                            i.realisasi.iter().map(|x| format!("{} {:?}", x.periode(), x.nilai)).collect();
                        realisasi.sort();
                        format!("{:?} {} {:?} {realisasi:?}", i.aspek.state, i.no, i.target.state)
                    })
                    .collect();
                rows.sort();
                let links: Vec<bool> = r.tautan.iter().map(|t| t.to.is_ok()).collect();
                let posting = r.posting().map(|i| &p.posting[i].jabatan);
                format!("  {} {:?} {posting:?} {links:?} {rows:?}", r.kode, r.jenis)
            })
            .collect();
        rhk.sort();
        out.push_str(&rhk.join("\n"));
        let mut marks: Vec<String> = p
            .perilaku
            .iter()
            .map(|x| format!("{:?} {:?}", x.aspek.state, x.nilai.state))
            .collect();
        marks.sort();
        writeln!(out, "\n  {marks:?}").unwrap();
    }
    let mut kinds: Vec<_> = data
        .problems
        .iter()
        .map(|p| (p.kode(), p.nip.clone(), p.kode_rhk.clone()))
        .collect();
    kinds.sort();
    writeln!(out, "{kinds:?}").unwrap();
    out
}

/// The rows of each table; every row says all it needs to say itself.
fn rows() -> [(TableKind, &'static str, Vec<String>); 4] {
    const SKP: &str = "nip|kode_rhk|jenis|rhk|kode_rhk_atasan|aspek|no_indikator|indikator|target|satuan|mulai";
    let pegawai = vec![
        format!("{A}|Ani|Kadis|jpt_pratama|Dinas|||"),
        format!("{B}|Budi|Kabid 1|administrator|Bidang 1|{A}|01/01/2025|30/06/2025"),
        format!("{B}|Budi|Kabid 2|administrator|Bidang 2|{A}|01/07/2025|"),
        format!("{C}|Citra|Staf|pelaksana|Bidang 2|{B}||"),
        "1990033|Dewi|Staf|pelaksana|Bidang 2|||".to_owned(),
    ];
    let mut skp = Vec::new();
    let mut realisasi = Vec::new();
    for (nip, kode, atasan, mulai) in [
        (A, "K1", "", ""),
        (A, "K2", "", ""),
        (B, "B1", "K1", "01/01/2025"),
        (B, "B2", "K2;K1", "01/07/2025"),
        (C, "C1", "B2", ""),
        (C, "C2", "B9", ""),
    ] {
        for aspek in ["kuantitas", "kualitas", "waktu"] {
            skp.push(format!(
                "{nip}|{kode}|utama|RHK {kode}|{atasan}|{aspek}|n:1|Ukuran {aspek}|n:12|buah|{mulai}"
            ));
            for periode in ["2025-S1", "2025-S2"] {
                realisasi.push(format!("{nip}|{kode}|{aspek}|{periode}|n:6|sesuai"));
            }
        }
    }
    realisasi.push(format!("{C}|C9|waktu|2025|n:1|"));
    realisasi.push("199001012015011009|C9|waktu|2025|n:1|".to_owned());
    let perilaku = [A, B, C]
        .iter()
        .flat_map(|nip| ["komitmen", "kerja_sama"].map(|a| format!("{nip}|{a}|n:95.5")))
        .collect();
    [
        (TableKind::Pegawai, PEGAWAI, pegawai),
        (TableKind::Skp, SKP, skp),
        (TableKind::Realisasi, REALISASI, realisasi),
        (TableKind::Perilaku, "nip|aspek|nilai", perilaku),
    ]
}

/// A fixed shuffle for each seed.
fn shuffled(mut rows: Vec<String>, seed: u64) -> Vec<String> {
    let mut state = seed | 1;
    for i in (1..rows.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        rows.swap(i, usize::try_from(state >> 33).unwrap() % (i + 1));
    }
    rows
}

fn run(seed: u64, cut: usize) -> Data {
    let mut run = Run::new();
    for (jenis, columns, rows) in rows() {
        let rows = if seed == 0 { rows } else { shuffled(rows, seed) };
        let cut = cut.min(rows.len());
        for part in [&rows[..cut], &rows[cut..]] {
            if !part.is_empty() {
                let part: Vec<&str> = part.iter().map(String::as_str).collect();
                run = run.table(jenis, columns, &part);
            }
        }
    }
    run.data()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn neither_order_nor_files_change_the_data_set(seed in 1_u64.., cut in 0_usize..40) {
        prop_assert_eq!(fingerprint(&run(seed, cut)), fingerprint(&run(0, usize::MAX)));
    }
}

#[test]
fn everybody_is_there_once() {
    let data = run(0, usize::MAX);
    assert_eq!(data.pegawai.len(), 4);
    assert_eq!(data.pegawai.iter().filter(|p| p.nip_valid).count(), 3);
}
