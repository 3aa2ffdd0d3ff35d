//! Words of the workbook beyond [`crate::report::words`]: kinds of post.

use crate::model::vocab::JenisJabatan;

/// Kind of post in plain words.
pub(super) const fn jenis_jabatan(jenis: JenisJabatan) -> &'static str {
    match jenis {
        JenisJabatan::JptUtama => "JPT utama",
        JenisJabatan::JptMadya => "JPT madya",
        JenisJabatan::JptPratama => "JPT pratama",
        JenisJabatan::UnitMandiri => "pimpinan unit mandiri",
        JenisJabatan::Administrator => "administrator",
        JenisJabatan::Pengawas => "pengawas",
        JenisJabatan::Pelaksana => "pelaksana",
        JenisJabatan::Fungsional => "fungsional",
    }
}
