//! Who waits for whom, on the terminal: a paragraph for each person who must act.

use std::collections::BTreeMap;

use anstyle::Style;

use super::words::count;
use crate::base::text::shorten;
use crate::check::waiting::{Actor, Hal, Waiting};
use crate::model::Data;

const ORANG: Style = Style::new().bold();

/// People told by name for one thing; the rest are counted.
const NAMA: usize = 5;
/// Actors told; the rest are counted.
const PENINDAK: usize = 40;

impl Hal {
    /// What is waited for, in plain words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reason(sebab) => sebab.words(),
            Self::SkpAtasan => "menunggu SKP atasan atau pemberi tugas disusun",
            Self::RhkAtasan => "mengacu RHK yang tidak ada di SKP atasan",
        }
    }
}

/// The list as text with colour marks; empty when nobody waits.
pub fn text(data: &Data, list: &[Waiting]) -> String {
    let mut out = String::new();
    let mut groups: Vec<(&Actor, Vec<&Waiting>)> = Vec::new();
    for t in list {
        match groups.last_mut() {
            Some((who, all)) if **who == t.penindak => all.push(t),
            _ => groups.push((&t.penindak, vec![t])),
        }
    }
    if groups.is_empty() {
        return out;
    }
    out.push_str(&format!("\n{ORANG}Siapa yang ditunggu{ORANG:#}\n"));
    for (who, all) in groups.iter().take(PENINDAK) {
        out.push_str(&format!("  {ORANG}{}{ORANG:#}\n", name(data, who)));
        let mut by_thing: BTreeMap<Hal, Vec<&Waiting>> = BTreeMap::new();
        for t in all {
            by_thing.entry(t.hal).or_default().push(t);
        }
        for (hal, waiting) in by_thing {
            let own = waiting.len() == 1 && **who == Actor::Pegawai(waiting[0].penunggu);
            let mut names: Vec<String> = waiting
                .iter()
                .take(NAMA)
                .map(|t| {
                    let p = shorten(&data.pegawai(t.penunggu).nama, 60);
                    match t.rhk {
                        Some(r) if hal == Hal::RhkAtasan => format!("{p} (RHK {})", shorten(&data.rhk(r).kode, 20)),
                        _ => p,
                    }
                })
                .collect();
            if waiting.len() > NAMA {
                names.push(format!("{} lagi", count(waiting.len() - NAMA)));
            }
            if own {
                out.push_str(&format!("    {}\n", hal.words()));
            } else {
                out.push_str(&format!("    {}: {}\n", hal.words(), names.join(", ")));
            }
        }
    }
    if groups.len() > PENINDAK {
        out.push_str(&format!("  … dan {} orang lagi\n", count(groups.len() - PENINDAK)));
    }
    out
}

fn name(data: &Data, who: &Actor) -> String {
    match who {
        Actor::Pegawai(id) => {
            let p = data.pegawai(*id);
            let jabatan = p.posting_terakhir().map_or("", |x| &x.jabatan);
            format!("{} · {}", shorten(&p.nama, 60), shorten(jabatan, 60))
        }
        Actor::DiLuarData(nip) => format!("NIP {nip} (tidak ada dalam data)"),
        Actor::Kepegawaian => "Bagian kepegawaian".to_owned(),
    }
}
