use super::*;
use crate::model::{BrokenLink, TautanTarget};

const PEMBERI: &str = "nip|kode_rhk|jenis|rhk|kode_rhk_atasan|aspek|indikator|target|nip_pemberi_tugas|mulai";

/// Links of one RHK as words.
fn links(data: &Data, nip: &str, kode: &str) -> Vec<String> {
    let rhk = person(data, nip).rhk.iter().find(|r| &*r.kode == kode).unwrap();
    let name = |id: crate::model::RhkId| format!("{}/{}", data.pegawai(id.pegawai).nama, data.rhk(id).kode);
    rhk.tautan
        .iter()
        .map(|t| match &t.to {
            Ok(TautanTarget::Rhk(id)) => format!("{} → {}", t.kode, name(*id)),
            Ok(TautanTarget::Sasaran(i)) => format!("{} → sasaran {}", t.kode, i.0),
            Err(BrokenLink::OfSomebodyElse(id)) => format!("{} milik {}", t.kode, name(*id)),
            Err(BrokenLink::Tambahan(id)) => format!("{} tambahan {}", t.kode, name(*id)),
            Err(BrokenLink::PostingOther(id)) => format!("{} posting lain {}", t.kode, name(*id)),
            Err(other) => format!("{} {other:?}", t.kode),
        })
        .collect()
}

fn tree(skp: &[&str]) -> Data {
    let pegawai = [
        format!("{A}|Ani|Kadis|jpt_pratama|Dinas||"),
        format!("{B}|Budi|Kabid|administrator|Bidang|{A}|"),
        format!("{C}|Citra|Staf|pelaksana|Bidang|{B}|"),
    ];
    let rows: Vec<&str> = pegawai.iter().map(String::as_str).collect();
    Run::new()
        .table(TableKind::Pegawai, PEGAWAI, &rows)
        .table(TableKind::Unit, "unit_kerja|unit_induk", &["Dinas|", "Bidang|Dinas"])
        .table(TableKind::Sasaran, "kode|unit_kerja|sasaran", &["S1|DINAS|Mutu naik"])
        .table(TableKind::Skp, PEMBERI, skp)
        .data()
}

#[test]
fn many_codes_that_nobody_has_are_one_link() {
    let codes: Vec<String> = (10..40).map(|n| format!("Z{n}")).collect();
    let data = tree(&[
        &format!("{A}|K1|utama|Mutu|S1|kuantitas|x|1||"),
        &format!("{B}|B1|utama|Bidang|{}, K1|kuantitas|x|1||", codes.join(", ")),
        &format!("{B}|B2|utama|Bidang|{}|kuantitas|x|1||", codes[..9].join(", ")),
    ]);
    let all = links(&data, B, "B1");
    assert_eq!(all.len(), 10, "eight of them, what leads somewhere, and the rest: {all:?}");
    assert!(all[7].starts_with("Z17 "), "{all:?}");
    assert_eq!(all[8], "K1 → Ani/K1");
    assert!(
        all[9].starts_with("Z18, Z19, ") && all[9].ends_with("… (22 kode) NoSuchKode(None)"),
        "{all:?}"
    );
    assert!(
        links(&data, B, "B2")[8].starts_with("Z18 NoSuchKode"),
        "one alone keeps its name"
    );
}

#[test]
fn codes_lead_to_the_atasan_and_heads_to_the_sasaran() {
    let data = tree(&[
        &format!("{A}|K1|utama|Mutu|S1|kuantitas|x|1||"),
        &format!("{A}|K2|tambahan|Lain||kuantitas|x|1||"),
        &format!("{B}|B1|utama|Bidang|k1; K2, K3|kuantitas|x|1||"),
        &format!("{C}|C1|utama|Staf|B1|kuantitas|x|1||"),
        &format!("{C}|C2|utama|Staf|K1|kuantitas|x|1||"),
        &format!("{C}|C3|utama|Staf|K1|kuantitas|x|1|{A}|"),
        &format!("{C}|C4|utama|Staf|B2|kuantitas|x|1||"),
        &format!("{C}|C5|utama|Staf|zzz|kuantitas|x|1|{C}|"),
    ]);
    assert_eq!(links(&data, A, "K1"), ["S1 → sasaran 0"]);
    assert_eq!(
        links(&data, B, "B1"),
        ["k1 → Ani/K1", "K2 tambahan Ani/K2", "K3 NoSuchKode(Some(\"K1\"))"]
    );
    assert_eq!(links(&data, C, "C1"), ["B1 → Budi/B1"]);
    assert_eq!(links(&data, C, "C2"), ["K1 milik Ani/K1"]);
    assert_eq!(links(&data, C, "C3"), ["K1 → Ani/K1"]);
    assert_eq!(links(&data, C, "C4"), ["B2 NoSuchKode(Some(\"B1\"))"]);
    assert_eq!(links(&data, C, "C5"), ["zzz Oneself"]);
}

#[test]
fn atasan_missing_unknown_or_in_a_cycle() {
    let stranger = "197001011995011009";
    let pegawai = [
        format!("{A}|Ani|Kabid|administrator|Bidang|{B}|"),
        format!("{B}|Budi|Kabid|administrator|Bidang|{A}|"),
        format!("{C}|Citra|Staf|pelaksana|Bidang|{B}|"),
        "198701012011011004|Dewi|Staf|pelaksana|Bidang||".to_owned(),
        format!("198701012011011005|Eko|Staf|pelaksana|Bidang|{stranger}|"),
    ];
    let rows: Vec<&str> = pegawai.iter().map(String::as_str).collect();
    let skp: Vec<String> = [A, B, C, "198701012011011004", "198701012011011005"]
        .iter()
        .map(|nip| format!("{nip}|R1|utama|Satu|R1|kuantitas|x|1||"))
        .collect();
    let skp: Vec<&str> = skp.iter().map(String::as_str).collect();
    let data = Run::new()
        .table(TableKind::Pegawai, PEGAWAI, &rows)
        .table(TableKind::Skp, PEMBERI, &skp)
        .data();
    let cycle = "R1 Cyclic([PegawaiId(0), PegawaiId(1)])";
    assert_eq!(links(&data, A, "R1"), [cycle]);
    assert_eq!(links(&data, C, "R1"), [cycle], "whoever hangs below a cycle hangs on nothing");
    assert_eq!(links(&data, "198701012011011004", "R1"), ["R1 AtasanWithoutNip"]);
    assert_eq!(
        links(&data, "198701012011011005", "R1"),
        [format!("R1 NoSuchAtasan(\"{stranger}\")")]
    );
}

#[test]
fn of_an_atasan_with_two_postings_the_one_of_that_time_counts() {
    let pegawai = [
        format!("{A}|Ani|Kabid 1|administrator|Bidang 1||01/01/2025|30/06/2025"),
        format!("{A}|Ani|Kabid 2|administrator|Bidang 2||01/07/2025|31/12/2025"),
        format!("{B}|Budi|Staf|pelaksana|Bidang 2|{A}|01/07/2025|"),
        format!("{C}|Citra|Staf|pelaksana|Bidang 1|{A}|01/01/2025|31/05/2025"),
    ];
    let rows: Vec<&str> = pegawai.iter().map(String::as_str).collect();
    let data = Run::new()
        .table(TableKind::Pegawai, PEGAWAI, &rows)
        .table(
            TableKind::Skp,
            PEMBERI,
            &[
                &format!("{A}|K1|utama|Satu||kuantitas|x|1||01/01/2025"),
                &format!("{A}|K1|utama|Dua||kuantitas|x|1||01/07/2025"),
                &format!("{A}|K9|utama|Tiga||kuantitas|x|1||01/01/2025"),
                &format!("{B}|R1|utama|Budi|K1,K9|kuantitas|x|1||"),
                &format!("{C}|R1|utama|Citra|K1|kuantitas|x|1||"),
            ],
        )
        .data();
    let text = |nip: &str| match person(&data, nip).rhk[0].tautan[0].to {
        Ok(TautanTarget::Rhk(id)) => data.rhk(id).rhk.to_string(),
        ref other => format!("{other:?}"),
    };
    assert_eq!(text(B), "Dua");
    assert_eq!(text(C), "Satu");
    assert_eq!(links(&data, B, "R1")[1], "K9 posting lain Ani/K9");
}
