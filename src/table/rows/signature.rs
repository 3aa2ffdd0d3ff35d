//! The lines of a signature: "Mengetahui, Kepala Dinas, … NIP. 1970…".

use crate::base::text::fold_into;
use crate::contract::heading::look_up_exact;
use crate::input::Value;
use crate::input::sheet::Row;

/// "NIP. 1970…", "NIP 1970…": the last line of a signature.
pub fn is_signature(value: Value<'_>) -> bool {
    let Value::Text(t) = value else { return false };
    let t = t.trim();
    if t.len() > 60 || !t.get(..3).is_some_and(|h| h.eq_ignore_ascii_case("nip")) {
        return false;
    }
    let rest = t[3..].trim_start_matches(['.', ':', ' ', '\u{a0}']);
    rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '_')
}

/// A cell of the row is the last line of a signature.
pub fn has_signature(row: Row<'_>, (lo, hi): (u16, u16)) -> bool {
    row.cells_in(lo, hi).any(|(_, v)| is_signature(v))
}

/// The row opens a signature block: "Mengetahui", "Jakarta, 31 Desember 2025", "Kepala Dinas,".
pub fn opens_signature(row: Row<'_>, (lo, hi): (u16, u16), buffer: &mut String) -> bool {
    row.cells_in(lo, hi).any(|(_, value)| {
        let Value::Text(t) = value else { return false };
        if t.len() > 100 || !look_up_exact(t, buffer).is_empty() {
            return false;
        }
        buffer.clear();
        fold_into(t, buffer);
        [
            "mengetahui",
            "menyetujui",
            "pejabatpenilai",
            "pegawaiyangdinilai",
            "atasanlangsung",
            "ditetapkandi",
            "dikeluarkandi",
            "dibuatdi",
            "padatanggal",
            "yangmembuat",
            "bupati",
            "gubernur",
            "walikota",
            "kepala",
            "an",
            "plt",
        ]
        .iter()
        .any(|w| buffer.starts_with(w) && (w.len() > 3 || t.contains('.')))
            || (t.contains(',') && t.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '…'))
    })
}
