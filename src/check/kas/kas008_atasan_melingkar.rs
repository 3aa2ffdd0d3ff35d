use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::BrokenLink;

/// Urutan atasan berputar.
pub static CHECK: Check = Check {
    code: code!(KAS008),
    run,
};

/// Names of a long circle that are told.
const NAMA: usize = 5;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for members in ctx.hierarchy.cycle().iter().filter(|m| m.len() > 1) {
        let mut names: Vec<String> = members.iter().take(NAMA).map(|m| phrases::persons(ctx.data, *m)).collect();
        if members.len() > NAMA {
            names.push(format!("{} orang lagi", members.len() - NAMA));
        }
        let names = names.join(" → ");
        for m in members {
            let Some(x) = ctx.data.pegawai(*m).posting_terakhir() else {
                continue;
            };
            sink.add(
                format!("Urutan atasan berputar: {names} → kembali ke awal."),
                "Perbaiki nip_atasan salah satu dari mereka, biasanya yang jabatannya paling tinggi.",
            )
            .pegawai(*m)
            .at(x.nip_atasan.at);
        }
    }
    // Who hangs below a circle without being in it has broken links all the same.
    for (id, p) in ctx.data.all().filter(|(id, _)| ctx.hierarchy.cycle_of(*id).is_none()) {
        let below = p
            .rhk
            .iter()
            .flat_map(|r| &r.tautan)
            .find(|t| matches!(t.to, Err(BrokenLink::Cyclic(_))));
        if let Some(link) = below {
            sink.add(
                format!("RHK {} tidak sampai ke puncak: urutan atasan di atasnya berputar.", p.nama),
                "Perbaiki nip_atasan di lingkaran itu (lihat temuan KAS008 yang menyebut namanya); SKP pegawai ini sendiri tidak perlu diubah.",
            )
            .pegawai(id)
            .at(link.at);
        }
    }
}
