use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;
use crate::model::{BrokenLink, PegawaiId};

/// Urutan atasan berputar.
pub static CHECK: Check = Check {
    code: code!(KAS008),
    run: CheckRun::Alone(run),
};

/// Names of a long circle that are told.
const NAMA: usize = 5;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for members in ctx.hierarchy.cycle().iter().filter(|m| m.len() > 1) {
        let names = names(ctx, members, " → ");
        for m in members {
            let Some(x) = ctx.data.pegawai(*m).last_posting() else {
                continue;
            };
            sink.add(
                format!("Urutan atasan berputar: {names} → kembali ke awal."),
                "Perbaiki nip_atasan salah satu dari mereka, biasanya yang jabatannya paling tinggi.",
            )
            .pegawai(*m)
            .at(x.nip_atasan_at());
        }
    }
    // Who hangs below a circle without being in it has broken links all the same.
    for (id, p) in ctx.data.all().filter(|(id, _)| ctx.hierarchy.cycle_of(*id).is_none()) {
        let below = p.rhk.iter().find_map(|r| {
            r.tautan.iter().find_map(|t| match &t.to {
                Err(BrokenLink::Cyclic(members)) => Some((r.kode_atasan_at(), members)),
                _ => None,
            })
        });
        if let Some((at, members)) = below {
            let who = match members.len() {
                1 => format!("{}, yang menyebut dirinya sendiri sebagai atasan", names(ctx, members, "")),
                _ => format!("salah satu dari {}", names(ctx, members, ", ")),
            };
            sink.add(
                format!("RHK {} tidak sampai ke puncak: urutan atasan di atasnya berputar.", p.nama),
                format!("Perbaiki nip_atasan {who}; SKP pegawai ini sendiri tidak perlu diubah."),
            )
            .pegawai(id)
            .at(at);
        }
    }
}

/// Who stands in a circle, the first few by name.
fn names(ctx: &Context<'_>, members: &[PegawaiId], between: &str) -> String {
    let mut names: Vec<String> = members.iter().take(NAMA).map(|m| phrases::persons(ctx.data, *m)).collect();
    if members.len() > NAMA {
        names.push(format!("{} orang lagi", members.len() - NAMA));
    }
    names.join(between)
}
