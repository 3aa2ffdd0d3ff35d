//! A whole rule set: the sections of its regime, each asked of the layers.

use std::path::Path;

use toml::Spanned;
use toml::value::Datetime;

use super::builder::Builder;
use crate::rules::sections::{
    AngkaKreditSection, CapaianSection, DistribusiOrganisasiSection, DistribusiSection, JadwalSection, KelompokSection,
    KhususSection, KinerjaSection, KonversiSection, Kualitatif, Numerik, PembulatanSection, PerilakuNumerikSection,
    PerilakuSection, PredikatSection, RatingSection, RegimeRules, TambahanSection, TindakLanjutSection,
};
use crate::rules::{Aturan, Rezim};

/// Every section, or `None` with what is wrong noted in `s`.
pub(super) fn complete(s: &mut Builder<'_>, rezim: Rezim, path: Option<&Path>) -> Option<Aturan> {
    let layers = s.layers;
    let content = match rezim {
        Rezim::Numerik => numerik(s),
        Rezim::Kualitatif => kualitatif(s),
    };
    let upper = &layers[0];
    let head = upper.head();
    let mut day = |d: &Spanned<Datetime>| {
        let found = upper.date(d).map(Some);
        s.keep(found)
    };
    let mulai = day(&head.mulai);
    let selesai = head.selesai.as_ref().and_then(&mut day);
    let sampai = head.otomatis_sampai.as_ref().and_then(&mut day);
    let automatic = head.otomatis_dari.as_ref().and_then(&mut day).map(|dari| (dari, sampai));
    let capaian = CapaianSection::arrange(s, |b| b.capaian.as_ref());
    let pembulatan = PembulatanSection::arrange(s, |b| b.pembulatan.as_ref());
    let perilaku = PerilakuSection::arrange(s, |b| b.perilaku.as_ref());
    let khusus = KhususSection::arrange(s, |b| b.khusus.as_ref());
    let jadwal = JadwalSection::arrange(s, |b| b.jadwal.as_ref());
    let angka_kredit = AngkaKreditSection::arrange(s, |b| b.angka_kredit.as_ref());
    let tindak_lanjut = TindakLanjutSection::arrange(s, |b| b.tindak_lanjut.as_ref());
    let kelompok = KelompokSection::arrange(s, |b| b.kelompok.as_ref());
    Some(Aturan {
        id: head.id.get_ref().clone(),
        judul: head.judul.clone(),
        rezim,
        memperluas: layers.iter().skip(1).map(|l| l.head().id.get_ref().clone()).collect(),
        mulai: mulai?,
        selesai,
        automatic,
        acuan: head.acuan.clone().unwrap_or_default(),
        catatan: head.catatan.clone(),
        file: path.map(Path::to_path_buf),
        capaian: capaian?,
        pembulatan: pembulatan?,
        perilaku: perilaku?,
        khusus: khusus?,
        jadwal: jadwal?,
        angka_kredit: angka_kredit?,
        tindak_lanjut: tindak_lanjut?,
        kelompok: kelompok?,
        content: content?,
    })
}

fn numerik(s: &mut Builder<'_>) -> Option<RegimeRules> {
    let r = Rezim::Numerik;
    s.refuse(r, |b| b.rating.as_ref());
    s.refuse(r, |b| b.distribusi_organisasi.as_ref());
    let has_konversi = s.layers.iter().any(|l| l.file.konversi.is_some());
    let predikat = PredikatSection::arrange(s, |b| b.predikat.as_ref());
    let kinerja = KinerjaSection::arrange(s, |b| b.kinerja.as_ref());
    let perilaku = PerilakuNumerikSection::arrange(s, |b| b.perilaku_numerik.as_ref());
    let tambahan = TambahanSection::arrange(s, |b| b.tambahan.as_ref());
    let konversi = has_konversi.then(|| KonversiSection::arrange(s, |b| b.konversi.as_ref()));
    let distribusi = DistribusiSection::arrange(s, |b| b.distribusi.as_ref());
    Some(RegimeRules::Numerik(Box::new(Numerik {
        predikat: predikat?,
        kinerja: kinerja?,
        perilaku: perilaku?,
        tambahan: tambahan?,
        // Where one file begins the section, all of it must be there.
        konversi: match konversi {
            Some(complete) => Some(complete?),
            None => None,
        },
        distribusi: distribusi?,
    })))
}

fn kualitatif(s: &mut Builder<'_>) -> Option<RegimeRules> {
    let r = Rezim::Kualitatif;
    s.refuse(r, |b| b.predikat.as_ref());
    s.refuse(r, |b| b.kinerja.as_ref());
    s.refuse(r, |b| b.perilaku_numerik.as_ref());
    s.refuse(r, |b| b.tambahan.as_ref());
    s.refuse(r, |b| b.konversi.as_ref());
    s.refuse(r, |b| b.distribusi.as_ref());
    let rating = RatingSection::arrange(s, |b| b.rating.as_ref());
    let distribusi = DistribusiOrganisasiSection::arrange(s, |b| b.distribusi_organisasi.as_ref());
    Some(RegimeRules::Kualitatif(Box::new(Kualitatif {
        rating: rating?,
        distribusi: distribusi?,
    })))
}
