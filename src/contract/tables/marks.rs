//! Marks and states as e-Kinerja gives them, and the official forms of one person.

use super::{Content, NAMA, NAMA_NIP, NIP, NO, NO_NIP, TableSpec, WORDS, fill, may, must, plain, predikat, telling, words};
use crate::contract::columns::Key;
use crate::contract::vocab::Rating;

pub(super) static PENILAIAN: TableSpec = TableSpec {
    name: "penilaian",
    purpose: "Rating dan predikat yang sudah ditetapkan pejabat penilai, bila ada.",
    columns: &[
        NO,
        NIP,
        may(Key::Periode).fills(&[fill(12, Content::Code, "2025", "Tahun yang dinilai. Kosong = tahun berjalan.").only(WORDS)]),
        telling(Key::HasilKerja).fills(&[fill(
            22,
            Content::Choice(words::<Rating>),
            "sesuai ekspektasi",
            "Rating hasil kerja yang ditetapkan penilai.",
        )
        .required()
        .only(WORDS)]),
        telling(Key::PerilakuKerja).fills(&[fill(
            22,
            Content::Choice(words::<Rating>),
            "sesuai ekspektasi",
            "Rating perilaku kerja yang ditetapkan penilai.",
        )
        .required()
        .only(WORDS)]),
        telling(Key::HasilAkhir).fills(&[fill(
            20,
            Content::Choice(predikat),
            "Baik",
            "Predikat kinerja; harus sama dengan kuadran dari kedua rating.",
        )
        .required()
        .only(WORDS)]),
        NAMA,
        NAMA_NIP,
        NO_NIP,
        plain(Key::UnitKerja),
        plain(Key::UnitInduk),
        plain(Key::Jabatan),
        plain(Key::Golongan),
        plain(Key::JenisPegawai),
        plain(Key::JenisJabatan),
        plain(Key::Jenjang),
        plain(Key::Plt),
        plain(Key::PeriodeAwal),
        plain(Key::PeriodeAkhir),
        plain(Key::Tahun),
        plain(Key::NipAtasan),
        plain(Key::NamaAtasan),
        plain(Key::JabatanAtasan),
        plain(Key::UnitAtasan),
        plain(Key::WaktuDinilai),
        plain(Key::PredikatOrganisasi).weight(0),
    ],
};

pub(super) static LAPORAN_SKP: TableSpec = TableSpec {
    name: "laporan_skp",
    purpose: "Unduhan e-Kinerja \"Laporan SKP\": siapa sudah membuat SKP dan sampai mana.",
    columns: &[
        NO,
        must(Key::Nip),
        NAMA,
        NAMA_NIP,
        NO_NIP,
        telling(Key::SkpStatus),
        telling(Key::SkpModel),
        telling(Key::IsSkp),
        plain(Key::UnitKerja),
        telling(Key::UnitAtasan),
        plain(Key::UnitInduk),
        plain(Key::Jabatan),
        plain(Key::JenisJabatan),
        plain(Key::PeriodeAwal),
        plain(Key::PeriodeAkhir),
        plain(Key::Plt),
        plain(Key::JenisPegawai),
        plain(Key::Golongan),
        plain(Key::NipAtasan),
    ],
};

pub(super) static FORMULIR_SKP: TableSpec = TableSpec {
    name: "formulir_skp",
    purpose: "Formulir SKP resmi (Lampiran PermenPANRB 6/2022), satu lembar untuk setiap pegawai.",
    columns: &[
        NO,
        telling(Key::KodeRhkAtasan),
        must(Key::Rhk).also(&["hasil kerja"]),
        may(Key::Aspek),
        may(Key::Indikator),
        may(Key::Target),
        telling(Key::Perspektif),
    ],
};

pub(super) static FORMULIR_EVALUASI: TableSpec = TableSpec {
    name: "formulir_evaluasi",
    purpose: "Formulir evaluasi kinerja resmi, satu lembar untuk setiap pegawai.",
    columns: &[
        NO,
        telling(Key::KodeRhkAtasan),
        must(Key::Rhk).also(&["hasil kerja"]),
        may(Key::Aspek),
        may(Key::Indikator),
        may(Key::Target),
        may(Key::Perspektif),
        must(Key::Realisasi).weight(8),
        telling(Key::UmpanBalik),
    ],
};
