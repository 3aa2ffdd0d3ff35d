use std::collections::BTreeMap;

use crate::base::origin::Origin;
use crate::base::text::Text;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, Sink};
use crate::code;
use crate::finding::Level;
use crate::model::PegawaiId;

/// Atasan tidak ada dalam data.
pub static CHECK: Check = Check {
    code: code!(KAS006),
    run: CheckRun::Together(run),
};

/// So many of the cells with one NIP are named.
const NAMED: usize = 4;

/// Cells with a NIP that nobody has, and whose they are.
type Cells = Vec<(Origin, PegawaiId)>;

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        // By NIP, and those who need no atasan apart; with his name, where a row says it.
        BTreeMap::<(Text, bool), (Option<Text>, Cells)>::new(),
        move |found, (id, p), _| {
            for (i, x) in p.current_posting() {
                let Some(nip) = x.nip_atasan.get().filter(|nip| ctx.data.find(nip).is_none()) else {
                    continue;
                };
                // That the NIP in his own row cannot be read is the fault, and says this, too.
                if ctx.data.lost_rows.strangers.contains(nip) {
                    continue;
                }
                let only_note = phrases::needs_no_atasan(ctx.data, id, i);
                let (nama, cells) = found.entry((nip.clone(), only_note)).or_default();
                *nama = nama.take().or_else(|| x.detail.nama_atasan.clone());
                cells.push((x.nip_atasan_at(), id));
            }
        },
        move |found, sink| {
            for ((nip, only_note), (nama, cells)) in found {
                tell(ctx, sink, &nip, only_note, nama.as_deref(), &cells);
            }
        },
    )
}

/// One NIP is one fault, however many write it.
fn tell(ctx: &Context<'_>, sink: &mut Sink<'_>, nip: &str, only_note: bool, nama: Option<&str>, cells: &[(Origin, PegawaiId)]) {
    let Some(&(at, id)) = cells.first() else { return };
    let who = nama.map_or_else(String::new, |n| format!(" ({n})"));
    let message = if cells.len() == 1 {
        format!(
            "Atasan {} dengan NIP {nip}{who} tidak ada dalam data yang dibaca.",
            ctx.data.pegawai(id).nama
        )
    } else {
        let places: Vec<String> = (cells.iter().map(|(cell, _)| *cell).take(NAMED))
            .map(|cell| {
                if cell.sheet() == at.sheet() {
                    cell.a1()
                } else {
                    ctx.cell_name(cell, Some(at))
                }
            })
            .collect();
        let more = match cells.len().saturating_sub(NAMED) {
            0 => String::new(),
            n => format!(", dan {n} lagi"),
        };
        format!(
            "NIP {nip}{who}, yang ditulis {} pegawai sebagai NIP atasannya, tidak ada dalam data yang dibaca (sel {}{more}).",
            cells.len(),
            places.join(", ")
        )
    };
    let advice = if only_note {
        "Tidak perlu tindakan bila atasannya memang di luar data ini."
    } else {
        "Sertakan berkas yang memuat atasan itu, atau perbaiki NIP-nya."
    };
    let finding = sink.add(message, advice).pegawai(id).at(at).nilai(nip);
    if only_note {
        finding.level(Level::Catatan);
    }
}
