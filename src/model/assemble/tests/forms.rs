use super::*;
use crate::input::sheet::Merge;
use crate::model::skp::UmpanBalikContent;
use crate::model::vocab::{Aspek, AspekPerilaku, JenisRhk, Predikat, Rating};
use crate::model::{BrokenLink, Periode, Source, TautanTarget};

fn kepala(nama: &str, nip: &str, jabatan: &str, atasan: &str, nip_atasan: &str) -> Vec<String> {
    vec![
        "SASARAN KINERJA PEGAWAI".into(),
        "DINAS PENDIDIKAN||||PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025".into(),
        "NO|PEGAWAI YANG DINILAI||NO|PEJABAT PENILAI KINERJA|".into(),
        format!("1|NAMA|{nama}|1|NAMA|{atasan}"),
        format!("2|NIP|{nip}|2|NIP|{nip_atasan}"),
        "3|PANGKAT/GOL. RUANG|Penata / III.c|3|PANGKAT/GOL. RUANG|Pembina / IV.a".into(),
        format!("4|JABATAN|{jabatan}|4|JABATAN|Kepala Bidang SMP"),
        "5|UNIT KERJA|Bidang SMP|5|UNIT KERJA|Bidang SMP".into(),
    ]
}

/// A planning form for JA/JF: the RHK merged over its aspek rows.
fn skp(run: Run, head: &[String], rows: &[&str]) -> Run {
    let mut all: Vec<&str> = head.iter().map(String::as_str).collect();
    all.push("NO|RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI|RENCANA HASIL KERJA|ASPEK|INDIKATOR KINERJA INDIVIDU|TARGET");
    all.push("(1)|(2)|(3)|(4)|(5)|(6)");
    all.push("A. UTAMA");
    let first = u32::try_from(all.len()).unwrap();
    all.extend(rows);
    let merges: Vec<Merge> = (0..3)
        .map(|left| Merge {
            top: first,
            left,
            bottom: first + 1,
            right: left,
        })
        .collect();
    run.raw(&all, &merges)
}

const RHK_KABID: &str = "Meningkatnya mutu lulusan SMP";

fn two_forms(intervened: &str) -> Run {
    let kabid = kepala("Budi", B, "Kepala Bidang SMP", "Ani", A);
    let staff = kepala("Citra", C, "Analis Kurikulum", "Budi", B);
    let run = skp(
        Run::without_year(),
        &kabid,
        &[
            &format!("1|Meningkatnya mutu pendidikan|{RHK_KABID}|Kuantitas|Jumlah lulusan|1.200 orang"),
            "|||Kualitas|Nilai rata-rata|82,5",
        ],
    );
    skp(
        run,
        &staff,
        &[
            &format!("1|{intervened}|Tersusunnya modul ajar|Kuantitas|Jumlah modul|12 modul"),
            "|||Waktu|Lama penyusunan|7 – 8 bulan",
            "B. TAMBAHAN",
            "1||Panitia lomba sekolah|Kuantitas|Jumlah lomba|1 kegiatan",
        ],
    )
}

#[test]
fn a_folder_of_forms_is_one_data_set() {
    let data = two_forms(&format!(" {RHK_KABID}  ")).data();
    assert!(data.problems.is_empty(), "{:?}", data.problems);
    assert_eq!(data.periode, Periode::Tahun(2025));
    assert_eq!(
        data.pegawai.iter().map(|p| (&*p.nama, &*p.nip, p.source)).collect::<Vec<_>>(),
        [("Budi", B, Source::Formulir), ("Citra", C, Source::Formulir)]
    );
    let citra = person(&data, C);
    let posting = citra.last_posting().unwrap();
    assert_eq!((&*posting.unit_kerja, &*posting.jabatan), ("Bidang SMP", "Analis Kurikulum"));
    assert_eq!(posting.nip_atasan.get().map(|n| &**n), Some(B));
    assert!(posting.mulai.is_empty() && posting.selesai.is_empty());
    let seen: Vec<_> = citra
        .rhk
        .iter()
        .map(|r| {
            (
                &*r.kode,
                *r.jenis.get().unwrap(),
                r.indikator.iter().map(|i| *i.aspek.get().unwrap()).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("1", JenisRhk::Utama, vec![Aspek::Kuantitas, Aspek::Waktu]),
            ("T1", JenisRhk::Tambahan, vec![Aspek::Kuantitas])
        ]
    );
    match citra.rhk[0].tautan[0].to {
        Ok(TautanTarget::Rhk(id)) => assert_eq!(&*data.rhk(id).rhk, RHK_KABID),
        ref other => panic!("{other:?}"),
    }
    // 1.200 is settled by 82,5 in the same column.
    let target = person(&data, B).rhk[0].indikator[0].target.get().unwrap();
    assert_eq!(target.nilai, Some(crate::model::TargetNilai::Single(1200.into())));
}

#[test]
fn a_text_that_does_not_match_is_answered_with_the_nearest() {
    let data = two_forms("Meningkatnya mutu lulusan SD dan SMP").data();
    assert_eq!(
        person(&data, C).rhk[0].tautan[0].to,
        Err(BrokenLink::NoSuchKode(Some(RHK_KABID.into())))
    );
}

#[test]
fn an_evaluation_joins_its_planning_and_brings_the_ratings() {
    let head = kepala("Citra", C, "Analis Kurikulum", "Budi", B);
    let plan: Vec<&str> = vec![
        "1|Mutu|Tersusunnya modul ajar|Kuantitas|Jumlah modul|12 modul",
        "|||Waktu|Lama penyusunan|7 – 8 bulan",
    ];
    let run = skp(Run::without_year(), &head, &plan);
    let mut all: Vec<&str> = head.iter().map(String::as_str).collect();
    all[0] = "EVALUASI KINERJA PEGAWAI";
    all.push(
        "NO|RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI|RENCANA HASIL KERJA|ASPEK|INDIKATOR KINERJA INDIVIDU|TARGET|REALISASI BERDASARKAN BUKTI DUKUNG|UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    );
    all.extend([
        "A. UTAMA",
        "1|Mutu|Tersusunnya modul ajar|Kuantitas|Jumlah modul|12 modul|13 modul|Di atas ekspektasi",
        "|||Waktu|Lama penyusunan|7 – 8 bulan|7 bulan|Modul sudah dipakai semua sekolah, pertahankan",
        "RATING HASIL KERJA: DI ATAS EKSPEKTASI",
        "PERILAKU KERJA",
        "1|Berorientasi Pelayanan||||||Sesuai ekspektasi",
        "RATING PERILAKU KERJA: SESUAI EKSPEKTASI",
        "PREDIKAT KINERJA PEGAWAI: BAIK",
    ]);
    let data = run.raw(&all, &[]).data();
    assert!(data.problems.is_empty(), "{:?}", data.problems);
    let p = person(&data, C);
    assert_eq!((data.pegawai.len(), p.posting.len(), p.rhk.len()), (1, 1, 1));
    let rhk = &p.rhk[0];
    assert_eq!(rhk.indikator.len(), 2);
    assert_eq!(rhk.indikator[0].realisasi[0].nilai.get(), Some(&Some(13.into())));
    assert_eq!(
        rhk.umpan_balik.iter().map(|u| u.content.get().cloned()).collect::<Vec<_>>(),
        [
            Some(UmpanBalikContent::Rating(Rating::DiAtas)),
            Some(UmpanBalikContent::Words(
                "Modul sudah dipakai semua sekolah, pertahankan".into()
            ))
        ],
        "a narrative is no rating, and is kept"
    );
    let rating = &p.penilaian[0];
    assert_eq!(rating.periode.get(), Some(&Periode::Tahun(2025)));
    assert_eq!(rating.hasil_kerja.get(), Some(&Rating::DiAtas));
    assert_eq!(rating.hasil_akhir.get(), Some(&Predikat::Baik));
    assert_eq!(p.perilaku[0].aspek.get(), Some(&AspekPerilaku::BerorientasiPelayanan));
}

#[test]
fn a_qualitative_cell_becomes_its_indicators() {
    let head = kepala("Citra", C, "Analis Kurikulum", "Budi", B);
    let mut all: Vec<&str> = head.iter().map(String::as_str).collect();
    all.extend([
        "HASIL KERJA",
        "A. UTAMA",
        "1|Tersusunnya modul ajar\nUkuran keberhasilan / Indikator Kinerja Individu, dan Target:\n- Modul terbit\n- Dipakai 12 sekolah",
    ]);
    let data = Run::without_year().raw(&all, &[]).data();
    let rhk = &person(&data, C).rhk[0];
    assert_eq!(&*rhk.rhk, "Tersusunnya modul ajar");
    let items: Vec<_> = rhk.indikator.iter().map(|i| i.indikator.as_deref()).collect();
    assert_eq!(items, [Some("Modul terbit"), Some("Dipakai 12 sekolah")]);
    assert!(
        rhk.indikator
            .iter()
            .all(|i| i.target.get().is_some_and(|t| t.nilai.is_none()))
    );
    assert!(data.problems.is_empty(), "{:?}", data.problems);
}
