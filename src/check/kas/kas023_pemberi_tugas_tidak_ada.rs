use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;

/// Ketua tim atau pemberi tugas tidak ada dalam data.
pub static CHECK: Check = Check {
    code: code!(KAS023),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            let Some(nip) = r.detail.nip_pemberi_tugas.get().filter(|nip| ctx.data.find(nip).is_none()) else {
                continue;
            };
            // That the NIP in his own row cannot be read is the fault, and says this, too.
            if ctx.data.lost_rows.strangers.contains(nip) {
                continue;
            }
            sink.add(
                format!("Pemberi tugas {} dengan NIP {nip} tidak ada dalam data yang dibaca.", phrases::rhk(r)),
                "Sertakan berkas yang memuat pemberi tugas itu, perbaiki NIP-nya, atau kosongkan bila RHK ini menginduk pada atasan langsung.",
            )
            .about(id)
            .at(r.detail.nip_pemberi_tugas.at(r.at))
            .nilai(&**nip);
        }
    })
}
