//! Who waits for whom, on the terminal: a paragraph for each person who must act.

use std::collections::BTreeMap;

use anstyle::Style;

use super::mask::Mask;
use super::words::count;
use crate::base::text::shorten;
use crate::model::Data;
use crate::score::waiting::{Actor, Matter, Waiting};

const PERSON: Style = Style::new().bold();

/// People told by name for one thing; the rest are counted.
const NAMA: usize = 5;
/// Actors told; the rest are counted.
const RESPONSIBLE: usize = 40;

/// The list as text with colour marks; empty when nobody waits.
pub fn text(data: &Data, list: &[Waiting], mask: &Mask) -> String {
    let mut out = String::new();
    let mut groups: Vec<(&Actor, Vec<&Waiting>)> = Vec::new();
    for t in list {
        match groups.last_mut() {
            Some((who, all)) if **who == t.responsible => all.push(t),
            _ => groups.push((&t.responsible, vec![t])),
        }
    }
    if groups.is_empty() {
        return out;
    }
    out.push_str(&format!("\n{PERSON}Siapa yang ditunggu{PERSON:#}\n"));
    for (who, all) in groups.iter().take(RESPONSIBLE) {
        out.push_str(&format!("  {PERSON}{}{PERSON:#}\n", name(data, who, mask)));
        let mut by_thing: BTreeMap<Matter, Vec<&Waiting>> = BTreeMap::new();
        for t in all {
            by_thing.entry(t.matter).or_default().push(t);
        }
        for (matter, waiting) in by_thing {
            let own = waiting.len() == 1 && **who == Actor::Pegawai(waiting[0].waiting_person);
            let mut names: Vec<String> = waiting
                .iter()
                .take(NAMA)
                .map(|t| {
                    let p = shorten(&mask.name(&data.pegawai(t.waiting_person).nama), 60);
                    match t.rhk {
                        Some(r) if matter == Matter::RhkAtasan => {
                            format!("{p} (RHK {})", shorten(&mask.text(&data.rhk(r).kode), 20))
                        }
                        _ => p,
                    }
                })
                .collect();
            if waiting.len() > NAMA {
                names.push(format!("{} lagi", count(waiting.len() - NAMA)));
            }
            if own {
                out.push_str(&format!("    {}\n", matter.words()));
            } else {
                out.push_str(&format!("    {}: {}\n", matter.words(), names.join(", ")));
            }
        }
    }
    if groups.len() > RESPONSIBLE {
        out.push_str(&format!("  … dan {} orang lagi\n", count(groups.len() - RESPONSIBLE)));
    }
    out
}

fn name(data: &Data, who: &Actor, mask: &Mask) -> String {
    match who {
        Actor::Pegawai(id) => {
            let p = data.pegawai(*id);
            let jabatan = p.last_posting().map_or("", |x| &x.jabatan);
            format!("{} · {}", shorten(&mask.name(&p.nama), 60), shorten(&mask.text(jabatan), 60))
        }
        Actor::OutsideData(nip) => format!("NIP {} (tidak ada dalam data)", mask.nip(nip)),
        Actor::Kepegawaian => "Bagian kepegawaian".to_owned(),
    }
}
