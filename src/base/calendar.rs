//! Names of months.

/// The months, in order.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The name of a month, 1–12; what is outside counts as the nearest.
pub fn month_name(month: i8) -> &'static str {
    MONTHS[usize::try_from(month.clamp(1, 12) - 1).unwrap_or(0)]
}

/// Month of an Indonesian (or English) name or its abbreviation, 1–12; letters only, any case.
pub fn month(name: &str) -> Option<i8> {
    const NAMES: [(&str, i8); 33] = [
        ("januari", 1),
        ("jan", 1),
        ("january", 1),
        ("februari", 2),
        ("pebruari", 2),
        ("feb", 2),
        ("peb", 2),
        ("february", 2),
        ("maret", 3),
        ("mar", 3),
        ("march", 3),
        ("april", 4),
        ("apr", 4),
        ("mei", 5),
        ("may", 5),
        ("juni", 6),
        ("jun", 6),
        ("june", 6),
        ("juli", 7),
        ("jul", 7),
        ("july", 7),
        ("agustus", 8),
        ("agt", 8),
        ("ags", 8),
        ("agu", 8),
        ("aug", 8),
        ("september", 9),
        ("sep", 9),
        ("sept", 9),
        ("oktober", 10),
        ("okt", 10),
        ("november", 11),
        ("desember", 12),
    ];
    const MORE: [(&str, i8); 9] = [
        ("nopember", 11),
        ("nov", 11),
        ("nop", 11),
        ("des", 12),
        ("dec", 12),
        ("december", 12),
        ("october", 10),
        ("oct", 10),
        ("august", 8),
    ];
    let name = name.trim_end_matches('.');
    NAMES
        .iter()
        .chain(&MORE)
        .find(|(n, _)| n.eq_ignore_ascii_case(name))
        .map(|&(_, m)| m)
}
