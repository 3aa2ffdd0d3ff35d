use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

/// Atasan adalah dirinya sendiri.
pub static CHECK: Check = Check {
    code: code!(KAS007),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.all().filter(|(_, p)| p.nip_valid) {
        for (_, x) in p.current_posting() {
            if x.nip_atasan.get().is_some_and(|nip| *nip == p.nip) {
                sink.add(
                    format!("NIP atasan {} sama dengan NIP-nya sendiri.", p.nama),
                    "Isi NIP atasan langsung yang sebenarnya.",
                )
                .pegawai(id)
                .at(x.nip_atasan_at());
            }
        }
        for r in &p.rhk {
            if r.detail.nip_pemberi_tugas.get().is_some_and(|nip| *nip == p.nip) {
                sink.add(
                    format!("Pemberi tugas {} tertulis {} sendiri.", phrases::rhk(r), p.nama),
                    "Isi NIP ketua tim atau pemberi tugas, atau kosongkan bila RHK ini menginduk pada atasan langsung.",
                )
                .pegawai(id)
                .rhk(r.kode.clone())
                .at(r.detail.nip_pemberi_tugas.at(r.at));
            }
        }
    }
}
