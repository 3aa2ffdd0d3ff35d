use crate::base::origin::Origin;
use crate::check::{Check, Context, Sink};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::finding::Level;
use crate::model::Sumber;
use crate::table::{JenisTabel, Key};

/// RHK utama tanpa RHK atasan yang diintervensi.
pub static CHECK: Check = Check {
    code: code!(KAS001),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lipat = Majority::kolom(JenisTabel::Skp, Key::KodeRhkAtasan);
    let mut on_forms: Option<(Origin, usize)> = None;
    for (id, p, r) in ctx.rhk_utama() {
        if phrases::wajib_menginduk(ctx.data, id) {
            if p.sumber == Sumber::Formulir && !form_asks(ctx, r.at) {
                on_forms.get_or_insert((r.at, 0)).1 += 1;
                continue;
            }
            let hit = r.tautan.is_empty() && r.kode_atasan.is_empty();
            lipat.lihat(r.kode_atasan.at, hit.then_some(id));
        }
    }
    lipat.tell(
        ctx,
        sink,
        |sink, at, id| {
            sink.add(
                format!(
                    "{} tidak menyebut RHK atasan yang diintervensi.",
                    phrases::rhk(ctx.data.rhk(*id))
                ),
                "Isi dengan kode RHK utama atasan langsung yang didukung RHK ini. Bila ini pekerjaan di luar tugas pokok, \
                 ubah jenisnya menjadi tambahan.",
            )
            .about(*id)
            .at(at)
            .harapan("kode satu atau beberapa RHK utama atasan langsung");
        },
        |sink, b| {
            sink.add(
                format!(
                    "Tabel ini tidak punya kolom kode_rhk_atasan, jadi {} RHK utama tidak menyebut RHK atasan yang diintervensi.",
                    b.berapa()
                ),
                "Tambahkan kolom kode_rhk_atasan dan isi untuk setiap RHK utama.",
            )
            .di(&b);
        },
    );
    if let Some((at, count)) = on_forms {
        sink.add(
            format!("{count} RHK utama ada di formulir yang tidak memuat RHK pimpinan yang diintervensi; kaskadenya tidak diperiksa."),
            "Tidak perlu tindakan bila memang memakai format itu. Untuk memeriksa kaskade, sertakan tabel skp dengan kolom kode_rhk_atasan.",
        )
        .at_place(at)
        .tingkat(Level::Catatan);
    }
}

/// The qualitative form has no column for the intervened RHK: nobody can have left it empty.
fn form_asks(ctx: &Context<'_>, at: Origin) -> bool {
    [JenisTabel::FormulirSkp, JenisTabel::FormulirEvaluasi]
        .into_iter()
        .filter_map(|jenis| ctx.tabel_jenis(at, jenis))
        .any(|t| t.column(Key::KodeRhkAtasan).is_some())
}
