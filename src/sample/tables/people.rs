//! Who there is and where.

use super::{day, put, word};
use crate::base::ids::index;
use crate::contract::Key;
use crate::contract::vocab::{JenisPegawai, StatusPegawai, Word as _};
use crate::sample::fault::SampleFault;
use crate::sample::person::{SamplePeople, SamplePerson, Special};
use crate::sample::place::SamplePost;
use crate::sample::plan;
use crate::sample::sink::{RowSink, SampleCell};
use crate::sample::words::IDE;

pub(super) fn unit_row<S: RowSink>(people: &SamplePeople<'_>, index: u32, sink: &mut S) -> Result<(), S::Error> {
    let seed = people.rencana.seed;
    let place = SamplePost::of(index);
    sink.row(&[
        (Key::UnitKerja, SampleCell::text(place.unit(seed))),
        (Key::UnitInduk, SampleCell::text(place.unit_induk(seed))),
        (Key::NipPimpinan, SampleCell::text(people.nip(index))),
        (
            Key::PredikatOrganisasi,
            SampleCell::text(place.predikat_organisasi(seed).as_str()),
        ),
    ])
}

pub(super) fn sasaran_rows<S: RowSink>(people: &SamplePeople<'_>, index: u32, sink: &mut S) -> Result<(), S::Error> {
    let place = SamplePost::of(index);
    let unit = place.unit(people.rencana.seed);
    let topic = place.topic();
    let texts = [
        (
            format!("Meningkatnya akses masyarakat atas {topic}"),
            format!("Indeks {topic}"),
        ),
        (
            format!("Meningkatnya tata kelola {topic}"),
            "Nilai akuntabilitas kinerja".to_owned(),
        ),
        (
            "Terwujudnya anggaran yang efektif".to_owned(),
            "Persentase penyerapan anggaran".to_owned(),
        ),
    ];
    for ((number, (sasaran, indikator)), target) in (1..).zip(texts).zip([75, 80, 82]) {
        sink.row(&[
            (Key::Kode, SampleCell::text(plan::sasaran_code(number, place.block))),
            (Key::UnitKerja, SampleCell::text(unit.as_str())),
            (Key::Sasaran, SampleCell::text(sasaran)),
            (Key::Indikator, SampleCell::text(indikator)),
            (Key::Target, SampleCell::Whole(target)),
            (Key::Satuan, SampleCell::text(if number == 3 { "%" } else { "indeks" })),
        ])?;
    }
    Ok(())
}

fn spoilt_nip(nip: &str, fault: Option<SampleFault>) -> SampleCell<'static> {
    match fault {
        Some(SampleFault::NipNumber) => {
            // What Excel keeps of it: 15 digits.
            let rounded: f64 = format!("{}000", nip.get(..15).unwrap_or_default())
                .parse()
                .unwrap_or_default();
            SampleCell::NipNumber(rounded)
        }
        Some(SampleFault::NipShort) => SampleCell::text(nip.get(..17).unwrap_or_default().to_owned()),
        Some(SampleFault::NipBirthDate) => SampleCell::text(format!(
            "{}0231{}",
            nip.get(..4).unwrap_or_default(),
            nip.get(8..).unwrap_or_default()
        )),
        // Every NIP has a zero in its serial or its years; the last one is taken for a letter.
        Some(SampleFault::NipLetter) => {
            let at = nip.rfind('0').unwrap_or(0);
            SampleCell::text(format!(
                "{}O{}",
                nip.get(..at).unwrap_or_default(),
                nip.get(at + 1..).unwrap_or_default()
            ))
        }
        _ => SampleCell::text(nip.to_owned()),
    }
}

pub(super) fn pegawai_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    let (seed, tahun) = (people.rencana.seed, people.rencana.tahun);
    let nip_atasan = match (fault, p.place.atasan()) {
        // Nobody of the instansi has a serial of 999 with this birth date.
        (Some(SampleFault::AtasanUnknown), _) => "190001011920011999".to_owned(),
        (Some(SampleFault::AtasanSelf), _) => p.nip.clone(),
        (_, Some(a)) => people.nip(a),
        (_, None) => String::new(),
    };
    let yes = |b: bool| if b { SampleCell::text("ya") } else { SampleCell::Empty };
    let (status, nilai, source) = match p.special {
        Special::TugasBelajar => ("tugas_belajar", SampleCell::Whole(92), "transkrip nilai akademik"),
        Special::Dikecualikan(status, _) => (status.as_str(), SampleCell::Empty, ""),
        _ => ("aktif", SampleCell::Empty, ""),
    };
    let row = |unit: String, atasan: String, from: SampleCell<'static>, to: SampleCell<'static>| {
        vec![
            (Key::Nip, spoilt_nip(&p.nip, fault)),
            (Key::Nama, SampleCell::text(p.nama.clone())),
            (
                Key::JenisPegawai,
                word(if p.pppk { JenisPegawai::Pppk } else { JenisPegawai::Pns }),
            ),
            (Key::Golongan, SampleCell::text(p.golongan)),
            (Key::Jabatan, SampleCell::text(p.jabatan.clone())),
            (
                Key::JenisJabatan,
                SampleCell::text(if fault == Some(SampleFault::JenisJabatanUnknown) {
                    "pelaksna"
                } else {
                    p.jenis_jabatan.as_str()
                }),
            ),
            (Key::Jenjang, SampleCell::text(p.jenjang)),
            (Key::UnitKerja, SampleCell::text(unit)),
            (Key::NipAtasan, SampleCell::text(atasan)),
            (Key::Mulai, from),
            (Key::Selesai, to),
            (Key::Plt, SampleCell::Empty),
            (Key::Kepemimpinan, yes(p.ketua_tim)),
            (Key::IdeBaru, yes(p.ide_baru)),
            (
                Key::RekomendasiIde,
                if p.ide_baru {
                    SampleCell::text(IDE[index(p.index) % IDE.len()])
                } else {
                    SampleCell::Empty
                },
            ),
            (Key::Status, SampleCell::text(status)),
            (Key::NilaiDitetapkan, nilai.clone()),
            (Key::SumberNilai, SampleCell::text(source)),
        ]
    };
    if p.special == Special::Move {
        let before = p.place.sibling();
        let atasan = people.nip(before.pengawas());
        sink.row(&row(before.unit(seed), atasan, day(tahun, 1, 1), day(tahun, 6, 30)))?;
        sink.row(&row(p.place.unit(seed), nip_atasan, day(tahun, 7, 1), day(tahun, 12, 31)))?;
        return Ok(());
    }
    let usual = row(p.place.unit(seed), nip_atasan.clone(), SampleCell::Empty, SampleCell::Empty);
    sink.row(&usual)?;
    if fault == Some(SampleFault::PersonDoubled) {
        // As the list of another section has it: where he worked before.
        sink.row(&row(
            p.place.sibling().unit(seed),
            nip_atasan.clone(),
            SampleCell::Empty,
            SampleCell::Empty,
        ))?;
    }
    if p.special == Special::Plt {
        let other = p.place.sibling();
        let mut plt = row(other.unit(seed), nip_atasan, day(tahun, 9, 1), day(tahun, 11, 30));
        put(
            &mut plt,
            Key::Jabatan,
            SampleCell::text(format!("Plt. Kepala {}", other.seksi().nama)),
        );
        put(&mut plt, Key::Plt, SampleCell::text("ya"));
        sink.row(&plt)?;
    }
    Ok(())
}

pub(super) fn pengecualian_row<S: RowSink>(p: &SamplePerson, sink: &mut S) -> Result<(), S::Error> {
    if let Special::Dikecualikan(status, why) = p.special {
        let reason = if status == StatusPegawai::Cltn { "CLTN" } else { "Pensiun" };
        sink.row(&[
            (Key::Nip, SampleCell::text(p.nip.as_str())),
            (Key::Alasan, SampleCell::text(reason)),
            (Key::Keterangan, SampleCell::text(why)),
        ])?;
    }
    Ok(())
}
