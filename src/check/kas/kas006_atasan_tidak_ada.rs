use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::finding::Level;

/// Atasan tidak ada dalam data.
pub static CHECK: Check = Check {
    code: code!(KAS006),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        for (i, x) in p.current_posting() {
            let Some(nip) = x.nip_atasan.get().filter(|nip| ctx.data.find(nip).is_none()) else {
                continue;
            };
            // That the NIP in his own row cannot be read is the fault, and says this, too.
            if ctx.data.lost_rows.strangers.contains(nip) {
                continue;
            }
            let nama = x
                .detail
                .nama_atasan
                .as_deref()
                .map_or_else(String::new, |n| format!(" ({n})"));
            let only_note = phrases::needs_no_atasan(ctx.data, id, i);
            let finding = sink
                .add(
                    format!("Atasan {} dengan NIP {nip}{nama} tidak ada dalam data yang dibaca.", p.nama),
                    if only_note {
                        "Tidak perlu tindakan bila atasannya memang di luar data ini."
                    } else {
                        "Sertakan berkas yang memuat atasan itu, atau perbaiki NIP-nya."
                    },
                )
                .pegawai(id)
                .at(x.nip_atasan_at())
                .nilai(&**nip);
            if only_note {
                finding.level(Level::Catatan);
            }
        }
    })
}
