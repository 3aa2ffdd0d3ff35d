use crate::base::text::shorten;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, Sink, walk};
use crate::code;
use crate::model::vocab::JenisRhk;
use crate::model::{BrokenLink, PegawaiId, RencanaHasilKerja, RhkId, Tautan};
use crate::table::TableKind;

/// RHK of the atasan that are told to choose from.
const CHOICES: usize = 8;

/// Kode RHK atasan tidak dikenal.
pub static CHECK: Check = Check {
    code: code!(KAS002),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        // In whose SKP it is to be looked up depends on his posts.
        if person.1.has_lost_post() {
            return;
        }
        for (id, p, r) in walk::rhk(person) {
            for link in &r.tautan {
                if phrases::must_hang(ctx.data, id) {
                    if let Err(BrokenLink::NoSuchKode(near)) = &link.to {
                        let owner = owners(ctx, id, r);
                        // An atasan without any RHK is one finding of its own: KAS024.
                        if owner.is_some_and(|o| !ctx.data.pegawai(o).rhk.is_empty()) {
                            atasan(ctx, sink, id, r, link, near.as_deref(), owner);
                        }
                    }
                } else if ctx.data.has(TableKind::Sasaran)
                    && matches!(
                        link.to,
                        Err(BrokenLink::NoSuchKode(_) | BrokenLink::AtasanWithoutNip | BrokenLink::NoSuchAtasan(_))
                    )
                {
                    let unit = p.last_posting().map_or("", |x| &x.unit_kerja);
                    sink.add(
                        format!(
                            "\"{}\" yang diacu {} bukan kode sasaran {unit} atau unit induknya, dan bukan RHK atasan.",
                            shorten(&link.kode, 70),
                            phrases::rhk(r)
                        ),
                        "Isi dengan kode sasaran dari perjanjian kinerja atau renstra unit, seperti tertulis di tabel sasaran.",
                    )
                    .about(id)
                    .at(r.kode_atasan_at());
                }
            }
        }
    })
}

/// In whose SKP the code was looked up.
fn owners(ctx: &Context<'_>, id: RhkId, r: &RencanaHasilKerja) -> Option<PegawaiId> {
    if let Some(nip) = r.detail.nip_pemberi_tugas.get() {
        return ctx.data.find(nip);
    }
    match r.posting() {
        Some(posting) => ctx.hierarchy.atasan(id.pegawai, posting),
        None => ctx.hierarchy.last_atasan(id.pegawai),
    }
}

fn atasan(
    ctx: &Context<'_>,
    sink: &mut Sink<'_>,
    id: RhkId,
    r: &RencanaHasilKerja,
    link: &Tautan,
    near: Option<&str>,
    owner: Option<PegawaiId>,
) {
    let Some(owner) = owner else { return };
    // In 6/2022 a kinerja tambahan may be intervened, too.
    let any = ctx.aturan.kualitatif().is_some();
    let what = if any { "RHK" } else { "RHK utama" };
    let there = ctx.data.pegawai(owner).rhk.iter();
    let there = there.filter(|x| any || x.jenis.get() == Some(&JenisRhk::Utama)).take(CHOICES);
    // A form hangs by the sentence; its numbers are of no use there.
    let choices: Vec<String> = if r.tautan_text {
        there.map(|x| format!("\"{}\"", shorten(&x.rhk, 70))).collect()
    } else {
        there.map(|x| x.kode.to_string()).collect()
    };
    let advice = match near {
        Some(near) => format!(
            "Mungkin maksudnya \"{}\". Perbaiki isiannya, atau minta {} menambahkan RHK itu di SKP-nya.",
            shorten(near, 70),
            ctx.data.pegawai(owner).nama
        ),
        None if r.tautan_text => format!(
            "Tulis kalimat salah satu {what} di SKP {}, sama seperti di sana.",
            ctx.data.pegawai(owner).nama
        ),
        None => format!(
            "Pilih salah satu {what} di SKP {}; bila pekerjaan ini dari ketua tim, isi nip_pemberi_tugas.",
            ctx.data.pegawai(owner).nama
        ),
    };
    let mut finding = sink
        .add(
            format!(
                "\"{}\" yang diacu {} tidak ada di SKP {}.",
                shorten(&link.kode, 70),
                phrases::rhk(r),
                phrases::persons(ctx.data, owner)
            ),
            advice,
        )
        .about(id)
        .at(r.kode_atasan_at());
    match choices.as_slice() {
        [] => {}
        [one] if r.tautan_text => finding = finding.expected(one.as_str()),
        some => finding = finding.expected(format!("salah satu dari {}", some.join(", "))),
    }
    let _ = finding;
}
