//! Building blocks of tests about scoring: people and cells that need no file. The unit tests of
//! `src/score` include this file too.

use std::sync::Arc;
use thin_vec::ThinVec;

use jiff::civil::Date;

use skp::base::few::Few;
use skp::base::figure::Decimal;
use skp::base::origin::{Origin, SheetId};
use skp::model::vocab::{Aspek, AspekPerilaku, JenisJabatan, JenisRhk, PenilaiKind};
use skp::model::{
    Field, Indikator, IndikatorAim, IndikatorDetail, NilaiPerilaku, Pegawai, PerilakuDetail, Periode, Posting, PostingDetail,
    Realisasi, RealisasiDetail, RencanaHasilKerja, RhkDetail, Scale, Source, State, Target, TargetNilai, Text,
};

/// Some cell.
pub const AT: Origin = Origin::new(SheetId(0), 1, 0);

/// A decimal written as text.
pub fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A value in some cell.
pub fn g<T>(value: T) -> Field<T> {
    Field::given(value, AT)
}

/// Nothing in some cell.
pub fn e<T>() -> Field<T> {
    Field::empty(AT)
}

/// Something unusable in some cell.
pub fn f<T>() -> Field<T> {
    Field::faulty(AT)
}

/// A person without rows.
pub fn pegawai(nip: &str) -> Pegawai {
    Pegawai {
        at: AT,
        nip: nip.into(),
        nip_valid: true,
        nama: "Siti Aminah".into(),
        source: Source::Pegawai,
        posting: Few::new(),
        rhk: Vec::new(),
        perilaku: Vec::new(),
        penilaian: ThinVec::new(),
        rated_for: None,
        penilai: ThinVec::new(),
        laporan: ThinVec::new(),
        pengecualian: None,
        defects: skp::model::Defects::default(),
        lost: skp::model::Lost::default(),
        incomplete: skp::model::Lost::default(),
        kalibrasi: None,
    }
}

/// A pelaksana's posting between two dates.
pub fn posting_at(mulai: Option<Date>, selesai: Option<Date>) -> Posting {
    let date = |x: Option<Date>| x.map_or(State::Empty, State::Given);
    Posting {
        at: AT,
        jabatan: "Pengadministrasi".into(),
        jenis_jabatan: State::Given(JenisJabatan::Pelaksana),
        unit_kerja: "Bidang SMP".into(),
        detail: Arc::new(PostingDetail {
            atasan_nrp: false,
            unit_induk: None,
            jenis_jabatan_cell: e().into(),
            nip_atasan_cell: e().into(),
            nama_atasan: None,
            jenis_pegawai: "PNS".into(),
            golongan: "III/a".into(),
            jenjang: e().into(),
            kepemimpinan: e().into(),
            ide_baru: e().into(),
            rekomendasi_ide: e().into(),
            status: e().into(),
        }),
        nip_atasan: State::Empty,
        mulai: date(mulai),
        selesai: date(selesai),
        plt: false,
        outside: false,
        away: None,
    }
}

/// What the atasan's row of perilaku says, or that of another.
pub fn perilaku(aspek: AspekPerilaku, penilai: Field<PenilaiKind>, nilai: Field<Scale>) -> NilaiPerilaku {
    NilaiPerilaku {
        at: AT,
        nip_penilai: None,
        detail: Arc::new(PerilakuDetail {
            aspek: g(aspek).into(),
            penilai: penilai.into(),
            nilai: nilai.into(),
            nip_penilai_cell: e().into(),
        }),
    }
}

/// A plain target.
pub fn target(nilai: TargetNilai) -> Field<Target> {
    g(Target {
        written: "12".into(),
        nilai: Some(nilai),
        satuan: None,
    })
}

/// A realisasi row.
pub fn realisasi(periode: &str, nilai: &str) -> Realisasi {
    Realisasi {
        at: AT,
        detail: Arc::new(RealisasiDetail {
            nilai: if nilai.is_empty() {
                State::Empty
            } else {
                State::Given(nilai.parse().ok())
            },
            written: Text::from(nilai),
            doubled: false,
            periode: periode.parse::<Periode>().unwrap(),
            periode_cell: e().into(),
            satuan: None,
            bukti: e().into(),
        }),
    }
}

/// An indicator with a plain target and a yearly realisasi.
pub fn indikator(aspek: Aspek, t: &str, r: &str) -> Indikator {
    Indikator {
        at: AT,
        indikator: Some("Jumlah laporan".into()),
        aim: Arc::new(IndikatorAim {
            aspek: g(aspek).into(),
            no: 1,
            doubled: false,
            target: target(TargetNilai::Single(d(t))).into(),
            satuan: e().into(),
        }),
        detail: Arc::new(IndikatorDetail {
            arah: e().into(),
            target_maksimal: e().into(),
            akumulasi: e().into(),
            bobot: e().into(),
            kelompok: e().into(),
            perspektif: e().into(),
            tanggal_penetapan: e().into(),
            batas_waktu: e().into(),
        }),
        realisasi: std::iter::once(realisasi("2025", r)).collect(),
    }
}

/// An RHK of the first posting.
pub fn rhk(kode: &str, jenis: JenisRhk, indikator: Vec<Indikator>) -> RencanaHasilKerja {
    RencanaHasilKerja {
        at: AT,
        kode: kode.into(),
        jenis: State::Given(jenis),
        rhk: "Tersusunnya laporan".into(),
        kode_atasan: None,
        tautan_text: false,
        detail: Arc::new(RhkDetail {
            nip_pemberi_tugas: e().into(),
            method: e().into(),
            lingkup: e().into(),
            nomor_sk: e().into(),
            mulai: e().into(),
            rhk_cell: e().into(),
            jenis_cell: e().into(),
            kode_atasan_cell: e().into(),
        }),
        posting_no: Some(skp::base::ids::PostingNo::at(0)),
        indikator,
        tautan: skp::base::few::Few::new(),
        umpan_balik: ThinVec::new(),
        doubled: false,
    }
}
