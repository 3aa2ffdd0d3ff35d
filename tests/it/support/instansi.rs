//! A small made-up run, built by hand so that the report is tested apart from reading and scoring.

use skp::base::few::Few;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use thin_vec::{ThinVec, thin_vec};

use skp::base::figure::Decimal;
use skp::base::origin::{FileId, Origin, SheetId};
use skp::finding::{Finding, FoundPlace, Level};
use skp::input::{FileFormat, InputFile, Inputs, SheetBuilder, Value};
use skp::model::vocab::{Aspek, JenisJabatan, JenisRhk, Predikat, Rating};
use skp::model::{
    BrokenLink, Data, Field, Indikator, IndikatorAim, IndikatorDetail, Pegawai, PegawaiId, Pengecualian, Periode, Posting,
    PostingDetail, RencanaHasilKerja, RhkDetail, RhkId, Sasaran, Source, State, Target, TargetNilai, Tautan, TautanTarget, Unit,
};
use skp::report::mask::Mask;
use skp::report::workbook::{OptionUsed, Report};
use skp::rules::{Aturan, Rezim};
use skp::run::Run;
use skp::score::distribusi::RuleWords;
use skp::score::worker::RunFacts;
use skp::score::{
    AturanDistribusi, Distribusi, HasilIndikator, HasilPegawai, HasilRhk, HasilUnit, Move, NilaiRealisasi, Outcome, Reason,
    RhkResults, ScoreOptions, Scores, Status, Tally, UnitGroup,
};
use skp::table::TableKind;

pub const UNIT: [&str; 5] = [
    "Dinas Pendidikan",
    "Sekretariat",
    "Bidang SD",
    "Bidang SMP",
    "Seksi Kurikulum SMP",
];
const INDUK: [Option<usize>; 5] = [None, Some(0), Some(0), Some(0), Some(3)];

/// Everything a [`Report`] refers to.
pub struct Uji {
    pub run: Run,
    pub mask: Mask,
    pub options: Vec<OptionUsed>,
}

impl Uji {
    pub fn report(&self) -> Report<'_> {
        Report {
            run: &self.run,
            mask: &self.mask,
            command: "skp nilai dinas.xlsx --tahun 2025 -o laporan.xlsx",
            options: &self.options,
            date: SystemTime::UNIX_EPOCH + Duration::from_secs(1_766_000_000),
            changes: None,
            place: None,
            signed_on: None,
        }
    }
}

pub fn nip(i: usize) -> String {
    format!("19{:02}0{}1520100{}1{:03}", 70 + i % 29, 1 + i % 9, 1 + i % 2, 1 + i)
}

pub fn nama(i: usize) -> String {
    const FRONT: [&str; 8] = ["Siti", "Budi", "Ni Luh", "Agus", "Maria", "Yohanes", "Cut", "Dewi"];
    const BACK: [&str; 7] = [
        "Rahmawati",
        "Santoso",
        "Ayu Lestari",
        "Siregar",
        "Lumban Gaol",
        "Hidayat",
        "Nurhaliza",
    ];
    match i {
        7 => "=cmd|' /C calc'!A0".to_owned(),
        9 => "-2+3".to_owned(),
        _ => format!("{} {}", FRONT[i % 8], BACK[i % 7]),
    }
}

fn unit_of(i: usize) -> usize {
    match i {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        _ => 1 + i % 4,
    }
}

fn atasan_of(i: usize) -> Option<usize> {
    match i {
        0 => None,
        1..=3 => Some(0),
        4 => Some(3),
        _ => Some(unit_of(i)),
    }
}

const UNRATED: usize = 11;
const EXCEPT: usize = 12;

fn status_of(i: usize) -> Status {
    match i {
        UNRATED | 17 | 18 => Status::BelumDapatDinilai,
        EXCEPT => Status::Dikecualikan,
        _ => Status::Dinilai,
    }
}

pub fn buat(n: usize, rezim: Rezim) -> Uji {
    let pegawai_sheet = SheetId(0);
    let mut sheets = vec![people_sheet(n), skp_sheet(n), csv_sheet(n)];
    sheets[1].file = FileId(0);
    let inputs = Inputs {
        files: vec![
            file("dinas.xlsx", FileFormat::Xlsx, 'a'),
            file("realisasi.csv", FileFormat::Csv, 'b'),
        ],
        sheets,
        problems: Vec::new(),
        adopted: None,
    };
    let tables = skp::table::recognise(&inputs);
    let people: Vec<Pegawai> = (0..n).map(|i| pegawai(i, pegawai_sheet)).collect();
    let unit = (0..5)
        .map(|u| Unit {
            at: Origin::new(pegawai_sheet, 0, 0),
            unit_kerja: UNIT[u].into(),
            unit_induk: INDUK[u].map(|p| UNIT[p].into()),
            nip_pimpinan: Field::empty(Origin::new(pegawai_sheet, 0, 0)),
            predikat_organisasi: Field::empty(Origin::new(pegawai_sheet, 0, 0)),
            capaian: Field::empty(Origin::new(pegawai_sheet, 0, 0)),
            tahun_predikat: Field::empty(Origin::new(pegawai_sheet, 0, 0)),
        })
        .collect();
    let sasaran = ["Meningkatnya mutu pendidikan dasar", "Meningkatnya tata kelola dinas"]
        .iter()
        .enumerate()
        .map(|(i, text)| Sasaran {
            at: Origin::new(pegawai_sheet, 0, 0),
            kode: format!("S{}", i + 1).into(),
            unit_kerja: UNIT[0].into(),
            sasaran: (*text).into(),
            indikator: "".into(),
            target: "".into(),
            satuan: "".into(),
        })
        .collect();
    let data = Data::new(
        Periode::Tahun(2025),
        people,
        unit,
        sasaran,
        vec![TableKind::Pegawai, TableKind::Skp],
        Vec::new(),
    );
    let id = if rezim == Rezim::Numerik {
        "pp-30-2019"
    } else {
        "permenpanrb-6-2022"
    };
    let aturan = Aturan::load(id, Periode::Tahun(2025)).unwrap();
    let facts = RunFacts::new(&data, &aturan, &ScoreOptions::default(), &mut skp::rules::Usage::new());
    let scores = hasil(n, rezim, facts);
    Uji {
        run: Run {
            inputs,
            tables,
            data,
            aturan,
            scores,
            findings: temuan(n),
        },
        mask: Mask::off(),
        options: vec![OptionUsed {
            name: "--kelompok".into(),
            value: "unit".into(),
            typed: true,
        }],
    }
}

fn file(path: &str, format: FileFormat, fill: char) -> InputFile {
    InputFile {
        path: path.into(),
        sha256: std::iter::repeat_n(fill, 64).collect(),
        format: Some(format),
        encoding: None,
        delimiter: (format == FileFormat::Csv).then_some(';'),
        modified: None,
        named: true,
    }
}

fn people_sheet(n: usize) -> skp::input::Sheet {
    let mut b = SheetBuilder::new(FileId(0), Some("pegawai".into()));
    b.push(
        0,
        0,
        Value::Text("DAFTAR PEGAWAI DINAS PENDIDIKAN KABUPATEN CONTOH TAHUN 2025"),
    );
    for (c, head) in (0_u16..).zip([
        "NIP",
        "Nama Pegawai",
        "Jabatan",
        "Unit Kerja",
        "Mulai",
        "PLT",
        "Jenis Jabatan",
    ]) {
        b.push(2, c, Value::Text(head));
    }
    b.push(1, 0, Value::Text("Instansi : Pemerintah Kabupaten Contoh & Mitra"));
    for c in 0..7 {
        b.push(3, c, Value::Text(&format!("({})", c + 1)));
    }
    for i in 0..n {
        let row = 4 + u32::try_from(i).unwrap();
        let (nip, nama) = (nip(i), nama(i));
        if i == 18 {
            b.push(
                row,
                0,
                Value::Number {
                    value: 1.98e17,
                    percent: false,
                },
            );
        } else {
            b.push(row, 0, Value::Text(&nip));
        }
        b.push(row, 1, Value::Text(&nama));
        b.push(row, 2, Value::Text("Analis Kebijakan Ahli Muda"));
        b.push(row, 3, Value::Text(UNIT[unit_of(i)]));
        b.push(row, 4, Value::Date(jiff::civil::date(2024, 3, 1)));
        b.push(row, 5, Value::Bool(false));
        if i == 5 {
            b.push(row, 6, Value::Error(skp::input::CellError::NA));
        } else {
            b.push(row, 6, Value::Text("pelaksana"));
        }
    }
    b.finish()
}

fn skp_sheet(n: usize) -> skp::input::Sheet {
    let mut b = SheetBuilder::new(FileId(0), Some("skp".into()));
    for (c, head) in (0_u16..).zip([
        "nip",
        "kode_rhk",
        "rhk",
        "target",
        "satuan",
        "bobot",
        "jenis",
        "aspek",
        "indikator",
    ]) {
        b.push(0, c, Value::Text(head));
    }
    for i in 0..n * 2 {
        let row = 1 + u32::try_from(i).unwrap();
        let nip = nip(i / 2);
        b.push(row, 0, Value::Text(&nip));
        b.push(row, 1, Value::Text(if i % 2 == 0 { "R1" } else { "R2" }));
        b.push(row, 2, Value::Text("Tersusunnya laporan mutu pendidikan"));
        if i != 9 {
            b.push(
                row,
                3,
                Value::Number {
                    value: 12.0,
                    percent: false,
                },
            );
        }
        b.push(row, 4, Value::Text("dokumen"));
        b.push(
            row,
            5,
            Value::Number {
                value: 0.5,
                percent: true,
            },
        );
        b.push(row, 6, Value::Text("utama"));
        b.push(row, 7, Value::Text("kuantitas"));
        b.push(row, 8, Value::Text("Jumlah laporan"));
    }
    b.finish()
}

fn csv_sheet(n: usize) -> skp::input::Sheet {
    let mut b = SheetBuilder::new(FileId(1), None);
    for (c, head) in (0_u16..).zip(["nip", "kode_rhk", "realisasi", "aspek"]) {
        b.push(0, c, Value::Text(head));
    }
    for i in 0..n {
        let row = 1 + u32::try_from(i).unwrap();
        let nip = nip(i);
        b.push(row, 0, Value::Text(&nip));
        b.push(row, 1, Value::Text("R1"));
        b.push(row, 2, Value::Text("11,5"));
        b.push(row, 3, Value::Text("kuantitas"));
    }
    b.finish()
}

fn pegawai(i: usize, sheet: SheetId) -> Pegawai {
    let at = Origin::new(sheet, 4 + u32::try_from(i).unwrap(), 0);
    let nip_text: skp::base::text::Text = if i == 18 { "1,98E17".into() } else { nip(i).into() };
    let jenis = match i {
        0 => JenisJabatan::JptPratama,
        1..=3 => JenisJabatan::Administrator,
        4 => JenisJabatan::Pengawas,
        _ if i.is_multiple_of(3) => JenisJabatan::Fungsional,
        _ => JenisJabatan::Pelaksana,
    };
    let jabatan = match i {
        0 => "Kepala Dinas Pendidikan",
        1 => "Sekretaris",
        2 | 3 => "Kepala Bidang",
        4 => "Kepala Seksi Kurikulum",
        _ => "Analis Kebijakan Ahli Muda",
    };
    Pegawai {
        at,
        nip: nip_text,
        nip_valid: i != 18,
        nama: nama(i).into(),
        source: Source::Pegawai,
        posting: Few::One(Posting {
            at,
            jabatan: jabatan.into(),
            jenis_jabatan: State::Given(jenis),
            unit_kerja: UNIT[unit_of(i)].into(),
            detail: Arc::new(PostingDetail {
                atasan_nrp: false,
                unit_induk: None,
                jenis_jabatan_cell: Field::empty(at).into(),
                nip_atasan_cell: Field::empty(at).into(),
                nama_atasan: None,
                jenis_pegawai: "PNS".into(),
                golongan: "III/c".into(),
                jenjang: Field::empty(at).into(),
                kepemimpinan: Field::empty(at).into(),
                ide_baru: Field::empty(at).into(),
                rekomendasi_ide: Field::empty(at).into(),
                status: Field::empty(at).into(),
            }),
            nip_atasan: atasan_of(i).map_or(State::Empty, |a| State::Given(nip(a).into())),
            mulai: State::Empty,
            selesai: State::Empty,
            plt: false,
            outside: false,
            away: None,
        }),
        rhk: vec![rhk(i, 0, at), rhk(i, 1, at)],
        perilaku: Vec::new(),
        penilaian: ThinVec::new(),
        rated_for: None,
        pengecualian: (i == EXCEPT).then(|| {
            Box::new(Pengecualian {
                at,
                alasan: Field::given("cuti sakit panjang".into(), at),
                keterangan: "".into(),
            })
        }),
        defects: skp::model::Defects::default(),
        lost: skp::model::Lost::default(),
        incomplete: skp::model::Lost::default(),
        kalibrasi: None,
        penilai: ThinVec::new(),
        laporan: ThinVec::new(),
    }
}

fn rhk(i: usize, no: u32, at: Origin) -> RencanaHasilKerja {
    let tautan = match (i, atasan_of(i)) {
        (0, _) => vec![Tautan {
            kode: format!("S{}", no + 1).into(),
            to: Ok(TautanTarget::Sasaran(skp::base::ids::SasaranId(no))),
        }],
        (13, Some(_)) if no == 0 => vec![Tautan {
            kode: "R9".into(),
            to: Err(BrokenLink::NoSuchKode(Some("R1".into()))),
        }],
        (14, Some(_)) if no == 0 => Vec::new(),
        // Two RHK that hang on each other.
        (15, _) if no == 0 => vec![cycle(16)],
        (16, _) if no == 0 => vec![cycle(15)],
        (_, Some(a)) => vec![Tautan {
            kode: format!("R{}", no + 1).into(),
            to: Ok(TautanTarget::Rhk(RhkId {
                pegawai: PegawaiId(u32::try_from(a).unwrap()),
                rhk: skp::base::ids::RhkNo(no),
            })),
        }],
        _ => Vec::new(),
    };
    RencanaHasilKerja {
        at,
        kode: format!("R{}", no + 1).into(),
        jenis: State::Given(JenisRhk::Utama),
        rhk: format!(
            "Tersusunnya laporan mutu pendidikan jenjang {} semester {}",
            UNIT[unit_of(i)],
            no + 1
        )
        .into(),
        kode_atasan: None,
        detail: Arc::new(RhkDetail {
            nip_pemberi_tugas: Field::empty(at).into(),
            method: Field::empty(at).into(),
            lingkup: Field::empty(at).into(),
            nomor_sk: Field::empty(at).into(),
            mulai: Field::empty(at).into(),
            rhk_cell: Field::empty(at).into(),
            jenis_cell: Field::empty(at).into(),
            kode_atasan_cell: Field::empty(at).into(),
        }),
        posting_no: Some(skp::base::ids::PostingNo::at(0)),
        indikator: [Aspek::Kuantitas, Aspek::Waktu]
            .into_iter()
            .map(|a| indikator(a, at))
            .collect(),
        tautan: tautan.into_iter().collect(),
        tautan_text: false,
        umpan_balik: ThinVec::new(),
        doubled: false,
    }
}

fn cycle(other: u32) -> Tautan {
    Tautan {
        kode: "R1".into(),
        to: Ok(TautanTarget::Rhk(RhkId {
            pegawai: PegawaiId(other),
            rhk: skp::base::ids::RhkNo(0),
        })),
    }
}

fn indikator(aspek: Aspek, at: Origin) -> Indikator {
    let nilai = TargetNilai::Single(Decimal::from(12));
    Indikator {
        at,
        indikator: Some("Jumlah laporan yang tersusun tepat waktu".into()),
        aim: Arc::new(IndikatorAim {
            aspek: Field::given(aspek, at).into(),
            no: 1,
            doubled: false,
            target: Field::given(
                Target {
                    written: "12".into(),
                    nilai: Some(nilai),
                    satuan: None,
                },
                at,
            )
            .into(),
            satuan: Field::given("dokumen".into(), at).into(),
        }),
        detail: Arc::new(IndikatorDetail {
            arah: Field::empty(at).into(),
            target_maksimal: Field::empty(at).into(),
            akumulasi: Field::empty(at).into(),
            bobot: Field::empty(at).into(),
            kelompok: Field::empty(at).into(),
            perspektif: Field::empty(at).into(),
            tanggal_penetapan: Field::empty(at).into(),
            batas_waktu: Field::empty(at).into(),
        }),
        realisasi: Few::new(),
    }
}

fn predikat_of(i: usize) -> Predikat {
    match i % 9 {
        0 | 4 => Predikat::SangatBaik,
        6 => Predikat::Cukup,
        7 if i.is_multiple_of(2) => Predikat::SangatKurang,
        7 => Predikat::Kurang,
        _ => Predikat::Baik,
    }
}

fn nilai_of(i: usize) -> Decimal {
    Decimal::new(11_999 - i64::try_from(i * 83 % 6000).unwrap(), 2)
}

pub fn label(p: Predikat, rezim: Rezim) -> &'static str {
    match (rezim, p) {
        (Rezim::Kualitatif, Predikat::Cukup) => "Butuh Perbaikan",
        (_, other) => skp::model::vocab::Word::as_str(other),
    }
}

fn hasil(n: usize, rezim: Rezim, facts: RunFacts) -> Scores {
    let numerik = rezim == Rezim::Numerik;
    let pegawai: Vec<HasilPegawai> = (0..n)
        .map(|i| {
            let status = status_of(i);
            let ok = status == Status::Dinilai;
            let figure = |d: Decimal| (ok && numerik).then_some(d);
            let rating = match i % 4 {
                0 => Rating::DiAtas,
                3 => Rating::DiBawah,
                _ => Rating::Sesuai,
            };
            HasilPegawai {
                id: PegawaiId(u32::try_from(i).unwrap()),
                nip: if i == 18 { "1,98E17".into() } else { nip(i).into() },
                nama: nama(i).into(),
                unit_kerja: UNIT[unit_of(i)].into(),
                nip_atasan: atasan_of(i).map(|a| nip(a).into()),
                outcome: match status {
                    Status::Dinilai if numerik => Outcome::ByNumbers {
                        nilai: nilai_of(i),
                        predikat: predikat_of(i),
                        label: label(predikat_of(i), rezim),
                    },
                    Status::Dinilai => Outcome::ByRatings {
                        predikat: predikat_of(i),
                        label: label(predikat_of(i), rezim),
                    },
                    Status::Dikecualikan => Outcome::Excepted("cuti sakit panjang".into()),
                    Status::BelumDapatDinilai => Outcome::NotYet(match i {
                        UNRATED => vec![Reason::RealisasiKosong, Reason::PerilakuTidakLengkap],
                        17 => vec![Reason::BelumDinilai],
                        18 => vec![Reason::NipTidakTerbaca],
                        _ => Vec::new(),
                    }),
                },
                nilai_kinerja_utama: figure(nilai_of(i)),
                nilai_kinerja_tambahan: figure(Decimal::new(80, 2)),
                nilai_skp: figure(nilai_of(i)),
                nilai_perilaku: figure(Decimal::from(95)),
                rating_hasil_kerja: (ok && !numerik).then_some(rating),
                rating_perilaku: (ok && !numerik).then_some(if i % 5 == 0 { Rating::DiAtas } else { Rating::Sesuai }),
                tukin_persen: None,
                angka_kredit: (ok && i % 3 == 0).then(|| Decimal::new(1875, 2)),
                unit_rank: (ok && numerik).then(|| u32::try_from(i / 4 + 1).unwrap()),
                tindak_lanjut: if ok {
                    ["kenaikan_pangkat", "prioritas_promosi"].into()
                } else {
                    Arc::default()
                },
                temuan: match i {
                    4 => thin_vec!["TGT001"],
                    13 => thin_vec!["KAS002"],
                    18 => thin_vec!["IDN001"],
                    _ => ThinVec::new(),
                },
                facts: ThinVec::new(),
            }
        })
        .collect();
    let unit = (0..5).map(|u| hasil_unit(u, &pegawai, rezim)).collect();
    Scores {
        pegawai,
        unit,
        bobot: numerik.then(|| "70/30".to_owned()),
        asumsi: vec!["bobot_penilai".into(), "target_nol".into()],
        missing_tables: Vec::new(),
        usage: skp::rules::Usage::new(),
        kept_rhk: results_of_rhk(n, rezim).into(),
        facts,
    }
}

fn results_of_rhk(n: usize, rezim: Rezim) -> RhkResults {
    let figures = |i| rezim == Rezim::Numerik && status_of(i) == Status::Dinilai;
    (0..n)
        .map(|i| (0..2).map(|no| hasil_rhk(i, no, figures(i))).collect())
        .collect()
}

fn hasil_rhk(i: usize, no: u32, figures: bool) -> HasilRhk {
    let full = Decimal::ONE_HUNDRED;
    HasilRhk {
        id: RhkId {
            pegawai: PegawaiId(u32::try_from(i).unwrap()),
            rhk: skp::base::ids::RhkNo(no),
        },
        jenis: Some(JenisRhk::Utama),
        mulai: None,
        nilai: figures.then_some(full),
        weighted_nilai: None,
        kategori: None,
        umpan_balik: (!figures).then_some(Rating::Sesuai),
        kata_umpan_balik: None,
        indikator: [(0, Aspek::Kuantitas), (1, Aspek::Waktu)]
            .into_iter()
            .map(|(index, aspek)| HasilIndikator {
                index: skp::base::ids::IndikatorNo(index),
                aspek: Some(aspek),
                no: 1,
                realisasi: Some(NilaiRealisasi::Angka(skp::base::figure::Fraction::new(23, 2).unwrap().into())),
                capaian: figures.then(|| Decimal::new(9583, 2)),
                kategori: figures.then_some(Predikat::Cukup),
                kept_nilai: None,
            })
            .collect(),
    }
}

fn rule_words(label: &'static str, batas: &str) -> RuleWords {
    RuleWords {
        kelompok: [label].into(),
        batas: batas.into(),
        acuan: "PP 30/2019".into(),
    }
}

fn hasil_unit(u: usize, people: &[HasilPegawai], rezim: Rezim) -> HasilUnit {
    use skp::model::vocab::Word;
    let members: Vec<&HasilPegawai> = people.iter().filter(|p| &*p.unit_kerja == UNIT[u]).collect();
    let scored: Vec<&&HasilPegawai> = members.iter().filter(|p| p.status() == Status::Dinilai).collect();
    let count = |p: Predikat| u32::try_from(scored.iter().filter(|x| x.predikat() == Some(p)).count()).unwrap();
    let n = u32::try_from(scored.len()).unwrap();
    let best = count(Predikat::SangatBaik);
    let upper = n / 5;
    let tally = Tally::new(rezim, [0, 1, 2, 3, 4].map(|i| count(Predikat::ALL[i])));
    let figures = scored.iter().filter_map(|p| p.nilai_kinerja());
    HasilUnit {
        unit_kerja: UNIT[u].into(),
        unit_induk: INDUK[u].map(|p| UNIT[p].into()),
        predikat_organisasi: None,
        count: u32::try_from(members.len()).unwrap(),
        dinilai: n,
        average_nilai: skp::base::figure::Fraction::mean(figures.map(Into::into))
            .and_then(|m| m.round(2))
            .ok(),
        predikat: tally,
        kelompok: UnitGroup {
            n,
            members: scored.iter().map(|p| p.id).collect(),
            with_open: members.iter().map(|p| p.id).collect(),
            predikat: tally,
            ..UnitGroup::default()
        },
        distribusi: (n > 0).then(|| Distribusi {
            n,
            predikat: tally,
            small: false,
            sesuai: best <= upper && n > 4,
            possible: n > 4,
            least_moves: (n > 4).then(|| best.saturating_sub(upper)),
            aturan: vec![
                AturanDistribusi {
                    words: rule_words("Sangat Baik", "<= 20%"),
                    count: best,
                    most: Some(upper),
                    least: None,
                    excess: Some(best.saturating_sub(upper)),
                    lacking: None,
                },
                AturanDistribusi {
                    words: rule_words("Baik", ">= 60%"),
                    count: count(Predikat::Baik),
                    most: None,
                    least: Some(n * 6 / 10),
                    excess: None,
                    lacking: Some((n * 6 / 10).saturating_sub(count(Predikat::Baik))),
                },
            ],
            moves: if best > upper {
                vec![Move {
                    from: "Sangat Baik",
                    to: "Baik",
                    count: best - upper,
                    nearest: Vec::new(),
                }]
            } else {
                Vec::new()
            },
        }),
        members: members.iter().map(|p| p.id).collect(),
    }
}

fn temuan(n: usize) -> Vec<Finding> {
    let mut all = vec![
        single(
            "IDN001",
            Level::Galat,
            "NIP tersimpan sebagai angka dan sudah dibulatkan Excel",
            0,
            22,
            0,
            Some("1,98E17".into()),
        ),
        single("STR020", Level::Galat, "Sel berisi galat rumus #N/A", 0, 9, 6, Some(nip(5))),
        single(
            "TGT001",
            Level::Galat,
            "Target kosong, sehingga capaian tidak dapat dihitung",
            1,
            10,
            3,
            Some(nip(4)),
        ),
        single(
            "KAS002",
            Level::Peringatan,
            "RHK R9 tidak ada di SKP atasan; yang paling mirip R1",
            1,
            27,
            1,
            Some(nip(13)),
        ),
        single(
            "REA011",
            Level::Catatan,
            "Realisasi dibaca 11,5 karena kolom ini memakai koma desimal",
            2,
            3,
            2,
            None,
        ),
    ];
    all.retain(|f| f.at.is_none_or(|at| at.row() < 4 + u32::try_from(n).unwrap() * 2));
    all.push(Finding {
        at: None,
        place: Some(place(0, false)),
        ..single(
            "DST001",
            Level::Peringatan,
            "Sebaran predikat Bidang SMP tidak sesuai",
            0,
            0,
            0,
            None,
        )
    });
    all
}

fn place(sheet: u32, in_sheet: bool) -> Arc<FoundPlace> {
    let name = ["pegawai", "skp"].get(skp::base::ids::index(sheet)).filter(|_| in_sheet);
    Arc::new(FoundPlace {
        file: if sheet == 2 { "realisasi.csv" } else { "dinas.xlsx" }.into(),
        sheet_name: name.map(|s| (*s).into()),
        column: None,
    })
}

fn single(kode: &'static str, level: Level, message: &str, sheet: u32, row: u32, col: u16, nip: Option<String>) -> Finding {
    let at = Origin::new(SheetId(sheet), row, col);
    Finding {
        kode,
        level,
        message: message.into(),
        advice: "Perbaiki selnya sesuai dokumen asal, simpan, lalu jalankan skp lagi.".into(),
        acuan: "PermenPANRB 6/2022 Pasal 10".into(),
        place: Some(place(sheet, true)),
        nilai: Some("=1+1".into()),
        expected: None,
        nip: nip.map(Into::into),
        kode_rhk: None,
        unit_kerja: None,
        at: Some(at),
    }
}
