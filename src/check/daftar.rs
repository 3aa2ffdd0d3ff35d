//! The register of checks, one line per file. Generated: `SKP_PERBARUI=1 cargo test --test dokumen`.

use super::Check;

#[path = "str/str090_pengecualian_tak_terpakai.rs"]
pub mod str090_pengecualian_tak_terpakai;

/// All checks by code.
#[rustfmt::skip]
pub static SEMUA: &[&Check] = &[
    &str090_pengecualian_tak_terpakai::CHECK,
];

/// The check with this code, in any letter case.
pub fn cari(kode: &str) -> Option<&'static Check> {
    SEMUA.iter().copied().find(|c| c.kode.eq_ignore_ascii_case(kode))
}
