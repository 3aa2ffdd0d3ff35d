use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::model::Source;
use crate::table::{Key, TableKind};

/// Atasan langsung tidak diisi.
pub static CHECK: Check = Check {
    code: code!(KAS005),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::column(TableKind::Pegawai, Key::NipAtasan),
        move |majority, (id, p), _| {
            if p.source == Source::Other {
                return; // there is no pegawai table: told once elsewhere
            }
            for (i, x) in p.current_posting() {
                // A form that names nobody is told as that, and an NRP is no NIP that somebody forgot.
                let unknown = !p.nip_valid && p.nama.is_empty();
                if !(phrases::needs_no_atasan(ctx.data, id, i) || x.detail.atasan_nrp || unknown) {
                    majority.see(x.nip_atasan_at(), x.nip_atasan.is_empty().then_some((id, i)));
                }
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, (id, i)| {
                    let p = ctx.data.pegawai(*id);
                    let x = &p.posting[*i];
                    sink.add(
                        format!("NIP atasan langsung {} ({}) tidak diisi.", p.nama, x.jabatan),
                        "Isi NIP atasan langsung, 18 angka, dengan format kolom Teks.",
                    )
                    .pegawai(*id)
                    .at(at)
                    .expected("NIP atasan langsung");
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "Tabel ini tidak punya kolom nip_atasan, jadi atasan {} pegawai tidak diketahui.",
                            b.how_many()
                        ),
                        "Tambahkan kolom nip_atasan; tanpa itu kaskade dan pejabat penilai tidak dapat diperiksa.",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}
