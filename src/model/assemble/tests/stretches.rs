//! People read side by side are read as they are one after the other.

use proptest::prelude::*;

use super::*;
use crate::model::assemble::read;

const PLANS: &str = "nip|kode_rhk|jenis|rhk|kode_rhk_atasan|aspek|indikator|target|satuan|periode";

/// Somebody of the list, who has rows, or somebody that the list does not have.
fn nip(who: usize) -> String {
    format!("19800101200501{}", 1001 + who)
}

/// What may be wrong in a row: most often nothing.
fn spoilt() -> impl Strategy<Value = u8> {
    prop_oneof![8 => Just(0_u8), 2 => Just(3_u8), 3 => 1..8_u8]
}

/// The NIP cell of a row of this person.
fn nip_cell(who: usize, fault: u8) -> String {
    match fault {
        1 => String::new(),
        2 => nip(who)[..17].to_owned(),
        3 => nip(900),
        4 => "n:198001012005011000".to_owned(),
        _ => nip(who),
    }
}

/// The rows of a table about so many people: whose each is, in which order they stand, and what is wrong in them.
fn rows(people: usize) -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    let row = (0..people, 0..3_u8, spoilt());
    (proptest::collection::vec(row, 0..30), proptest::bool::weighted(0.1)).prop_map(|(mut rows, mixed)| {
        if !mixed {
            rows.sort_by_key(|row| row.0);
        }
        rows
    })
}

fn year(fault: u8) -> &'static str {
    if fault == 6 { "2024" } else { "2025" }
}

fn run(people: usize, tables: &[Vec<(usize, u8, u8)>; 3]) -> Run {
    let lines = |n: usize, line: fn(String, u8, u8) -> String| -> Vec<String> {
        let row = |&(who, which, fault): &(usize, u8, u8)| line(nip_cell(who, fault), which, fault);
        tables[n].iter().map(row).collect()
    };
    let pegawai: Vec<String> = (0..people)
        .map(|who| format!("{}|Orang {who}|Staf|pelaksana|Dinas|||", nip(who)))
        .collect();
    let skp = lines(0, |nip, which, fault| {
        let (kode, aspek) = (if fault == 5 { "" } else { "K" }, if fault == 7 { "?" } else { "kuantitas" });
        let year = year(fault);
        format!("{nip}|{kode}{which}|utama|RHK {which}||{aspek}|Ukuran|n:1{which}|buah|{year}")
    });
    let realisasi = lines(1, |nip, which, fault| {
        let year = year(fault);
        let nilai = if fault == 7 { "entah" } else { "n:9" };
        format!("{nip}|K{which}|kuantitas|{year}|{nilai}|sesuai")
    });
    let perilaku = lines(2, |nip, which, fault| {
        let year = year(fault);
        format!(
            "{nip}|{}|n:9{fault}|{year}",
            ["komitmen", "kerja_sama", "disiplin"][usize::from(which)]
        )
    });
    let mut run = Run::new();
    for (jenis, columns, rows) in [
        (TableKind::Pegawai, PEGAWAI, &pegawai),
        (TableKind::Skp, PLANS, &skp),
        (TableKind::Realisasi, REALISASI, &realisasi),
        (TableKind::Perilaku, "nip|aspek|nilai|periode", &perilaku),
    ] {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        if !rows.is_empty() {
            run = run.table(jenis, columns, &rows);
        }
    }
    run
}

fn written(run: &Run, readers: usize) -> String {
    let data = read(&run.inputs, &run.tables, run.choice, |_| readers).unwrap();
    let told = (&data.problems, &data.loose_words, &data.lost, &data.lost_rows);
    format!("{:#?}\n{told:#?}\n{} {:?}", data.pegawai, data.other_year, data.present)
}

proptest! {
    #[test]
    fn people_read_side_by_side_are_as_read_in_turn(
        (people, tables) in (1..8_usize).prop_flat_map(|n| (Just(n), [rows(n), rows(n), rows(n)])),
        readers in 2..5_usize,
    ) {
        let run = run(people, &tables);
        prop_assert_eq!(written(&run, 1), written(&run, readers));
    }
}
