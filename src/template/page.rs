//! The guide's page of columns, made from the contract: which tables and columns there are, what
//! stands in them, and by which names they are known.

use std::fmt::Write as _;

use crate::contract::TableKind;
use crate::contract::columns::Names;
use crate::contract::tables::{Column, Content, Fill, RuleSet};

/// The page as Markdown (`docs/panduan/kolom.md`).
#[must_use]
pub fn page() -> String {
    let mut out = String::from(
        "# Tabel dan kolom masukan\n\n\
         Halaman ini dibuat dari daftar kolom di program; jangan diubah dengan tangan. Jenis tabel dikenali dari judul kolomnya, \
         bukan dari nama berkas atau lembar. Huruf besar-kecil, spasi, tanda baca, dan keterangan di dalam kurung tidak dibedakan; \
         kata pegawai, ASN, PNS, kinerja, tahun, nama, dan angka tahun boleh ada atau tidak. `*` = harus ada; `(*)` = diminta, \
         tetapi masih dapat diketahui tanpanya (dari judul, baris bagian, atau urutan). Kolom yang tidak dikenal dibiarkan dan \
         disebut oleh `skp baca`.\n",
    );
    for jenis in TableKind::ALL {
        let kind = jenis.kind();
        let _ = write!(
            out,
            "\n## {}\n\n{}\n\n| kolom | isi | dipakai | nama lain yang dikenal |\n|---|---|---|---|\n",
            kind.name, kind.purpose
        );
        for column in kind.columns.iter().filter(|c| c.weight > 0) {
            row(&mut out, column);
        }
    }
    out
}

fn row(out: &mut String, column: &Column) {
    use crate::contract::tables::Need;
    let star = match column.need {
        Need::Must => " \\*",
        Need::Derived => " (\\*)",
        Need::May => "",
    };
    let content: Vec<String> = match column.fills {
        [] => vec![String::new()],
        fills => fills.iter().map(content).collect(),
    };
    let sets: Vec<&str> = match column.fills {
        [one] if one.rule_sets.len() == RuleSet::ALL.len() => Vec::new(),
        fills => fills.iter().flat_map(|f| f.rule_sets).map(|s| s.short()).collect(),
    };
    let _ = writeln!(
        out,
        "| `{}`{star} | {} | {} | {} |",
        column.key.name(),
        content.join(" "),
        sets.join(", "),
        names(column)
    );
}

/// What a cell holds: the note, and the words where only these may stand.
fn content(fill: &Fill) -> String {
    match fill.content {
        Content::Choice(words) => format!("{} ({})", fill.note, words().join(" \\| ")),
        _ => fill.note.to_owned(),
    }
}

fn names(column: &Column) -> String {
    let Names {
        best,
        names,
        weak,
        last,
        begins,
    } = column.key.names();
    let plain = best.iter().chain(*names).chain(column.also).chain(*weak).chain(*last);
    plain
        .map(|n| (*n).to_owned())
        .chain(begins.iter().map(|b| format!("{b} …")))
        .collect::<Vec<_>>()
        .join("; ")
}

impl RuleSet {
    /// The regulation in few words.
    const fn short(self) -> &'static str {
        match self {
            Self::Qualitative => "6/2022",
            Self::Numeric30 => "PP 30/2019",
            Self::Numeric8 => "8/2021",
        }
    }
}
