use crate::base::origin::Origin;
use crate::check::majority::{Majority, ToldRhk};
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::finding::Level;
use crate::model::Source;
use crate::table::{Key, TableKind};

/// RHK utama tanpa RHK atasan yang diintervensi.
pub static CHECK: Check = Check {
    code: code!(KAS001),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    let majority = Majority::column(TableKind::Skp, Key::KodeRhkAtasan);
    let on_forms: Option<(Origin, usize)> = None;
    PersonWalk::gather(
        (majority, on_forms),
        move |(majority, on_forms), person, _| {
            for (id, p, r) in walk::rhk_utama(person) {
                // Of somebody whose atasan nobody tells (no table pegawai) it is not known whom he serves.
                let serves = p.source != Source::Other || p.posting.iter().any(|x| x.nip_atasan.get().is_some());
                if phrases::must_hang(ctx.data, id) && serves {
                    if p.source == Source::Formulir && !form_asks(ctx, r.at) {
                        on_forms.get_or_insert((r.at, 0)).1 += 1;
                        continue;
                    }
                    let hit = r.tautan.is_empty() && r.names_none();
                    majority.see(r.kode_atasan_at(), hit.then_some(id));
                }
            }
        },
        move |(majority, on_forms), sink| {
            majority.tell_rhk(
                ctx,
                sink,
                Some("kode satu atau beberapa RHK utama atasan langsung"),
                |rhk| ToldRhk::new(format!("{rhk} tidak menyebut RHK atasan yang diintervensi."), "Isi dengan kode RHK utama atasan langsung yang didukung RHK ini. Bila ini pekerjaan di luar tugas pokok, \
                             ubah jenisnya menjadi tambahan."),
                |b| ToldRhk::new(format!(
                        "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK utama tidak menyebut RHK atasan yang diintervensi.",
                        b.how_many()
                    ), "Tambahkan kolom kode_rhk_atasan dan isi untuk setiap RHK utama."),
            );
            if let Some((at, count)) = on_forms {
                sink.add(
                    format!("{count} RHK utama ada di formulir yang tidak memuat RHK pimpinan yang diintervensi; kaskadenya tidak diperiksa."),
                    "Tidak perlu tindakan bila memang memakai format itu. Untuk memeriksa kaskade, sertakan tabel skp dengan kolom kode_rhk_atasan.",
                )
                .at_place(at)
                .level(Level::Catatan);
            }
        },
    )
}

/// The qualitative form has no column for the intervened RHK: nobody can have left it empty.
fn form_asks(ctx: &Context<'_>, at: Origin) -> bool {
    [TableKind::FormulirSkp, TableKind::FormulirEvaluasi]
        .into_iter()
        .filter_map(|jenis| ctx.table_of_kind(at, jenis))
        .any(|t| t.column(Key::KodeRhkAtasan).is_some())
}
