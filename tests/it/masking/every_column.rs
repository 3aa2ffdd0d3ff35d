//! A secret of its own in every cell of every column that the contract declares, and nothing of it in any output:
//! a column that is added is tried without a word here.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet};

use skp::contract::columns::{Key, Personal};
use skp::contract::tables::{Column, Content, TableKind};

use super::{Secrets, outputs, skp, workbook};

/// Names and NIP that nobody else has; each is given out once.
#[derive(Default)]
struct SecretSource {
    count: u32,
    /// Who stands in the table of pegawai, because his name stands in prose elsewhere.
    known: Vec<(String, String)>,
    secrets: Secrets,
}

impl SecretSource {
    /// A name of two words and a NIP, sought in every output from now on.
    fn person(&mut self) -> (String, String) {
        self.count += 1;
        let n = self.count;
        let word = |first: char, n: u32| -> String {
            let letter = |n: u32| char::from_u32(u32::from('a') + n % 26).unwrap();
            format!("{first}w{}{}oz{}", letter(n / 26), letter(n), letter(n * 7))
        };
        let (given, family) = (word('Q', n), word('X', n));
        let nip = format!(
            "19{:02}0{}0{}20{:02}0{}1{:03}",
            60 + n % 30,
            1 + n % 9,
            1 + n % 8,
            10 + n % 9,
            1 + n % 9,
            n
        );
        let nip = format!("{}1{}", &nip[..14], &nip[15..]);
        assert_eq!(nip.len(), 18);
        self.secrets.names.insert(given.to_lowercase());
        self.secrets.names.insert(family.to_lowercase());
        self.secrets.nip.insert(nip.clone());
        (format!("{given} {family}"), nip)
    }

    /// A name alone.
    fn name(&mut self) -> String {
        let (name, nip) = self.person();
        self.secrets.nip.remove(&nip);
        name
    }

    /// A NIP alone.
    fn number(&mut self) -> String {
        let (name, nip) = self.person();
        for word in name.split(' ') {
            self.secrets.names.remove(&word.to_lowercase());
        }
        nip
    }

    /// A sentence with the name and NIP of somebody in the table of pegawai.
    fn prose(&mut self) -> String {
        let (name, nip) = self.person();
        let text = format!("titipan {name} ({nip})");
        self.known.push((name, nip));
        text
    }

    /// What a cell of the column holds: a name, a NIP, both, or a sentence that names somebody.
    fn cell(&mut self, column: &Column) -> String {
        match (column.key, column.key.personal()) {
            (Key::NamaNip, _) => {
                let (name, nip) = self.person();
                format!("{name} / {nip}")
            }
            (_, Some(Personal::Name)) => self.name(),
            (_, Some(Personal::Number)) => self.number(),
            (_, None) => self.prose(),
        }
    }

    /// The same where a row must be read: what links rows or is a word, figure or date is as the contract has it.
    fn readable(&mut self, column: &Column, nip: &str) -> String {
        let words = |content: Content| match content {
            Content::Choice(words) => words().first().map(ToString::to_string),
            Content::Figure(..) | Content::Date | Content::Free => Some(String::new()),
            Content::Text | Content::Nip | Content::Code => None,
        };
        // A column that only downloads have is filled in as where it is typed.
        let of = |c: &'static Column| c.key == column.key && !c.fills.is_empty();
        let typed = TableKind::ALL.iter().flat_map(|k| k.columns()).find(|c| of(c));
        let fills = if column.fills.is_empty() {
            typed.map_or(&[][..], |c| c.fills)
        } else {
            column.fills
        };
        let given = fills.iter().find_map(|f| (!f.sample.is_empty()).then_some(f.sample));
        let content = fills.first().and_then(|f| words(f.content));
        match column.key {
            Key::Nip => nip.to_owned(),
            Key::KodeRhk | Key::KodeRhkAtasan | Key::Kode => "K1".to_owned(),
            // A running number, what stands in columns of its own already, the whole year.
            Key::No
            | Key::NamaNip
            | Key::Periode
            | Key::Tahun
            | Key::PeriodeAwal
            | Key::PeriodeAkhir
            | Key::Mulai
            | Key::Selesai => String::new(),
            _ => match content {
                Some(word) => given.map_or(word, str::to_owned),
                None => self.cell(column),
            },
        }
    }
}

fn write(sheet: &mut Worksheet, row: u32, cells: &[String]) {
    for (col, text) in (0..).zip(cells) {
        sheet.write_string(row, col, text).unwrap();
    }
}

/// A workbook of every kind of table: a row that is read, of the person whose NIP is given back, and one in which
/// every cell holds a secret.
fn every_kind(path: &Path, source: &mut SecretSource) -> String {
    let mut book = Workbook::new();
    let (owner, nip) = source.person();
    let kinds = TableKind::ALL.into_iter().filter(|k| *k != TableKind::Pegawai);
    for kind in kinds {
        let mut sheet = Worksheet::new();
        let mut row = 0;
        if kind.is_form() {
            let (own, head) = (source.person(), source.person());
            let identity = [
                (
                    "PEGAWAI YANG DINILAI",
                    "PEJABAT PENILAI KINERJA",
                    String::new(),
                    String::new(),
                ),
                ("NAMA", "NAMA", own.0.clone(), head.0),
                ("NIP", "NIP", own.1, head.1),
                ("JABATAN", "JABATAN", source.prose(), source.prose()),
                ("UNIT KERJA", "UNIT KERJA", source.prose(), source.prose()),
            ];
            for (left, right, mine, theirs) in identity {
                write(&mut sheet, row, &[left.into(), mine, String::new(), right.into(), theirs]);
                row += 1;
            }
            row += 1;
            // Sheets of forms are called after their person.
            sheet.set_name(own.0).unwrap();
        } else {
            sheet.set_name(kind.as_str()).unwrap();
        }
        let columns = kind.columns();
        write(
            &mut sheet,
            row,
            &columns.iter().map(|c| c.key.name().to_owned()).collect::<Vec<_>>(),
        );
        // Somebody else is excepted: who is, has no result to tell.
        let of = if kind == TableKind::Pengecualian {
            source.known[0].1.clone()
        } else {
            nip.clone()
        };
        let read: Vec<String> = columns.iter().map(|c| source.readable(c, &of)).collect();
        write(&mut sheet, row + 1, &read);
        let secret: Vec<String> = columns.iter().map(|c| source.cell(c)).collect();
        write(&mut sheet, row + 2, &secret);
        book.push_worksheet(sheet);
    }
    let mut sheet = Worksheet::new();
    sheet.set_name("pegawai").unwrap();
    let columns = TableKind::Pegawai.columns();
    write(
        &mut sheet,
        0,
        &columns.iter().map(|c| c.key.name().to_owned()).collect::<Vec<_>>(),
    );
    let secret: Vec<String> = columns.iter().map(|c| source.cell(c)).collect();
    write(&mut sheet, 1, &secret);
    let own: Vec<String> = columns
        .iter()
        .map(|c| match c.key {
            Key::Nama => owner.clone(),
            _ => source.readable(c, &nip),
        })
        .collect();
    write(&mut sheet, 2, &own);
    for (row, (name, nip)) in (3..).zip(&source.known) {
        let cells: Vec<String> = columns
            .iter()
            .map(|c| match c.key {
                Key::Nip => nip.clone(),
                Key::Nama => name.clone(),
                Key::Jabatan => "Pengadministrasi".to_owned(),
                Key::JenisJabatan => "pelaksana".to_owned(),
                Key::UnitKerja => "Sekretariat".to_owned(),
                _ => String::new(),
            })
            .collect();
        write(&mut sheet, row, &cells);
    }
    book.push_worksheet(sheet);
    book.save(path).unwrap();
    nip
}

#[test]
fn no_column_of_the_contract_shows_a_secret() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("masukan.xlsx");
    let mut source = SecretSource::default();
    let nip = every_kind(&input, &mut source);
    let columns: usize = TableKind::ALL.iter().map(|k| k.columns().len()).sum();
    assert!(
        source.secrets.nip.len() + source.secrets.names.len() > 3 * columns,
        "nearly each column has a secret twice"
    );
    // The test sees what is there: openly, the report shows every one of them.
    let report = dir.path().join("terbuka.xlsx");
    skp(&[
        "nilai",
        input.to_str().unwrap(),
        "--tahun",
        "2025",
        "-o",
        report.to_str().unwrap(),
    ]);
    let text = workbook(&report);
    let small = text.to_lowercase();
    for secret in source.secrets.nip.iter().chain(&source.secrets.names) {
        assert!(small.contains(secret.as_str()), "{secret}");
    }
    for rules in ["permenpanrb-6-2022", "permenpanrb-8-2021"] {
        outputs(&input, &nip, Some(rules), |what, text| {
            source.secrets.not_in(&format!("{rules}: {what}"), text);
        });
    }
}
