use crate::base::text::shorten;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::code;
use crate::model::BrokenLink;

/// Kode RHK atasan menunjuk lebih dari satu RHK.
pub static CHECK: Check = Check {
    code: code!(KAS022),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |person, sink| {
        for (id, _, r) in walk::rhk(person) {
            for link in &r.tautan {
                let Err(BrokenLink::Ambiguous(all)) = &link.to else { continue };
                let owner = all
                    .first()
                    .map_or_else(String::new, |x| format!(" milik {}", phrases::persons(ctx.data, x.pegawai)));
                sink.add(
                    format!(
                        "\"{}\" yang diacu {} cocok dengan {} RHK{owner}.",
                        shorten(&link.kode, 70),
                        phrases::rhk(r),
                        all.len()
                    ),
                    "Beri kode yang berbeda pada RHK atasan, atau isi kolom mulai pada SKP atasan supaya jelas milik jabatan yang mana.",
                )
                .about(id)
                .at(r.kode_atasan_at());
            }
        }
    })
}
