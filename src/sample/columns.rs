//! The tables that are written, and which of the contract's columns they have.

use super::sink::SampleColumn;
use crate::contract::tables::Content;
use crate::contract::{Key, TableKind};

/// The tables, in the order of the contract.
pub(super) const TABLES: [TableKind; 8] = [
    TableKind::Pegawai,
    TableKind::Unit,
    TableKind::Sasaran,
    TableKind::Skp,
    TableKind::Realisasi,
    TableKind::Perilaku,
    TableKind::Penilaian,
    TableKind::Pengecualian,
];

/// The columns that are written for a table, in the order of its sheet; the rows in `tables/` name them.
const fn keys(table: TableKind) -> &'static [Key] {
    match table {
        TableKind::Pegawai => &[
            Key::Nip,
            Key::Nama,
            Key::JenisPegawai,
            Key::Golongan,
            Key::Jabatan,
            Key::JenisJabatan,
            Key::Jenjang,
            Key::UnitKerja,
            Key::NipAtasan,
            Key::Mulai,
            Key::Selesai,
            Key::Plt,
            Key::Kepemimpinan,
            Key::IdeBaru,
            Key::RekomendasiIde,
            Key::Status,
            Key::NilaiDitetapkan,
            Key::SumberNilai,
        ],
        TableKind::Unit => &[Key::UnitKerja, Key::UnitInduk, Key::NipPimpinan, Key::PredikatOrganisasi],
        TableKind::Sasaran => &[
            Key::Kode,
            Key::UnitKerja,
            Key::Sasaran,
            Key::Indikator,
            Key::Target,
            Key::Satuan,
        ],
        TableKind::Skp => &[
            Key::Nip,
            Key::KodeRhk,
            Key::Jenis,
            Key::Rhk,
            Key::KodeRhkAtasan,
            Key::MetodeKaskade,
            Key::Kelompok,
            Key::Perspektif,
            Key::Aspek,
            Key::Indikator,
            Key::Target,
            Key::Satuan,
            Key::Arah,
            Key::Akumulasi,
            Key::Bobot,
            Key::Lingkup,
            Key::NomorSk,
            Key::TanggalPenetapan,
            Key::BatasWaktu,
            Key::Mulai,
        ],
        TableKind::Realisasi => &[
            Key::Nip,
            Key::KodeRhk,
            Key::Aspek,
            Key::Periode,
            Key::Realisasi,
            Key::Bukti,
            Key::UmpanBalik,
        ],
        TableKind::Perilaku => &[Key::Nip, Key::Aspek, Key::Penilai, Key::NipPenilai, Key::Nilai],
        TableKind::Penilaian => &[Key::Nip, Key::Periode, Key::HasilKerja, Key::PerilakuKerja, Key::HasilAkhir],
        TableKind::Pengecualian => &[Key::Nip, Key::Alasan, Key::Keterangan],
        TableKind::LaporanSkp | TableKind::FormulirSkp | TableKind::FormulirEvaluasi => &[],
    }
}

/// The columns with name, width and kind of the contract.
pub(super) fn columns(table: TableKind) -> Vec<SampleColumn> {
    keys(table)
        .iter()
        .filter_map(|&key| {
            let fill = table.column(key)?.fills.first()?;
            Some(SampleColumn {
                key,
                name: key.name(),
                width: fill.width,
                text: matches!(fill.content, Content::Nip),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_one_of_the_contract() {
        for table in TABLES {
            let names: Vec<_> = columns(table).iter().map(|c| c.name).collect();
            let wanted: Vec<_> = keys(table).iter().map(|k| k.name()).collect();
            assert_eq!(names, wanted);
        }
    }
}
