//! How people are rated.

use super::word;
use crate::contract::Key;
use crate::contract::vocab::{AspekPerilaku, PenilaiKind, Rating, Word as _};
use crate::sample::Perilaku;
use crate::sample::dice::{Dice, Purpose};
use crate::sample::fault::SampleFault;
use crate::sample::person::{Class, SamplePeople, SamplePerson};
use crate::sample::place::{BLOCK, PostLevel, SamplePost};
use crate::sample::plan;
use crate::sample::sink::{RowSink, SampleCell};

pub(super) fn perilaku_rows<S: RowSink>(
    people: &SamplePeople<'_>,
    p: &SamplePerson,
    fault: Option<SampleFault>,
    sink: &mut S,
) -> Result<(), S::Error> {
    if plan::postings(p).is_empty() {
        return Ok(());
    }
    let rencana = people.rencana;
    let atasan = p.place.atasan().map(|a| people.nip(a)).unwrap_or_default();
    let mut dice = Dice::new(rencana.seed, Purpose::Marks, p.index ^ 0x2000_0000);
    let mut row = |aspek: AspekPerilaku, penilai: PenilaiKind, rater: &str, nilai: SampleCell<'_>| {
        sink.row(&[
            (Key::Nip, SampleCell::text(p.nip.as_str())),
            (Key::Aspek, word(aspek)),
            (Key::Penilai, word(penilai)),
            (Key::NipPenilai, SampleCell::text(rater)),
            (Key::Nilai, nilai),
        ])
    };
    if rencana.perilaku != Perilaku::Word {
        let due = AspekPerilaku::NUMERIK
            .into_iter()
            .filter(|a| p.leads || *a != AspekPerilaku::Kepemimpinan);
        let mut count = 0;
        for (k, aspek) in due.enumerate() {
            count += 1;
            let mark = SampleCell::Whole(plan::perilaku_mark(p.class, &mut dice));
            match (fault, k) {
                (Some(SampleFault::PerilakuMissing), 2) => {}
                (Some(SampleFault::PerilakuOutside), 0) => row(aspek, PenilaiKind::Atasan, &atasan, SampleCell::Whole(130))?,
                _ => row(aspek, PenilaiKind::Atasan, &atasan, mark)?,
            }
        }
        // Seven rows: what the atasan leaves is filled by a rekan, for leaders by a bawahan.
        if rencana.perilaku == Perilaku::Angka {
            let (source, rater) = second_rater(people, p);
            for aspek in AspekPerilaku::NUMERIK.into_iter().take(7 - count) {
                row(
                    aspek,
                    source,
                    &rater,
                    SampleCell::Whole(plan::perilaku_mark(p.class, &mut dice)),
                )?;
            }
        }
    }
    if rencana.perilaku != Perilaku::Angka {
        for (k, (aspek, word)) in AspekPerilaku::BERAKHLAK
            .into_iter()
            .zip(plan::berakhlak(rencana.seed, p))
            .enumerate()
        {
            match (fault, k) {
                (Some(SampleFault::PerilakuMissing), 2) => {}
                (Some(SampleFault::PerilakuOutside), 0) => {
                    row(aspek, PenilaiKind::Atasan, &atasan, SampleCell::text("memuaskan"))?;
                }
                _ => row(aspek, PenilaiKind::Atasan, &atasan, SampleCell::text(word.as_str()))?,
            }
        }
    }
    Ok(())
}

/// Source and NIP of the second rater.
fn second_rater(people: &SamplePeople<'_>, p: &SamplePerson) -> (PenilaiKind, String) {
    let total = people.rencana.pegawai;
    let below = match p.place.level {
        PostLevel::Kepala => p.index + 1,
        PostLevel::Administrator => p.index - p.index % BLOCK + 6 + 2 * p.place.bidang,
        PostLevel::Pengawas => p.index + 10,
        PostLevel::Staff => total,
    };
    if below < total {
        (PenilaiKind::Bawahan, people.nip(below))
    } else if p.place.level == PostLevel::Staff && p.index % BLOCK >= 26 {
        (PenilaiKind::Rekan, people.nip(p.index - 10))
    } else if p.place.level == PostLevel::Staff
        && p.index + 10 < total
        && SamplePost::of(p.index + 10).leader() == p.place.leader()
    {
        (PenilaiKind::Rekan, people.nip(p.index + 10))
    } else {
        (PenilaiKind::Rekan, String::new())
    }
}

pub(super) fn penilaian_row<S: RowSink>(people: &SamplePeople<'_>, p: &SamplePerson, sink: &mut S) -> Result<(), S::Error> {
    let rencana = people.rencana;
    // The heads' ratings are set by the predikat organisasi and typed; of the others one in four.
    let typed = p.place.level != PostLevel::Staff || p.index % 4 == 1;
    if rencana.perilaku == Perilaku::Angka || plan::postings(p).is_empty() || !typed {
        return Ok(());
    }
    sink.row(&[
        (Key::Nip, SampleCell::text(p.nip.as_str())),
        (Key::Periode, SampleCell::text(rencana.tahun.to_string())),
        (Key::HasilKerja, SampleCell::text(rating(p.class, plan::hasil_kerja))),
        (Key::PerilakuKerja, SampleCell::text(rating(p.class, plan::perilaku_kerja))),
        (Key::HasilAkhir, SampleCell::text(plan::hasil_akhir(p.class).by_ratings())),
    ])
}

fn rating(class: Class, of: fn(Class) -> Rating) -> &'static str {
    of(class).as_str()
}
