use crate::base::text::shorten;
use crate::check::{Check, CheckRun, Context, PersonWalk, walk};
use crate::check::{majority::Majority, phrases};
use crate::code;
use crate::table::{Key, TableKind};

/// RHK menuliskan kegiatan, bukan hasil.
pub static CHECK: Check = Check {
    code: code!(TGT054),
    run: CheckRun::Together(run),
};

/// First words of an activity.
const KEGIATAN: &[&str] = &[
    "melaksanakan",
    "melakukan",
    "mengikuti",
    "membantu",
    "menghadiri",
    "mengerjakan",
    "menjalankan",
    "mengadakan",
    "menyelenggarakan",
    "memfasilitasi",
    "mendampingi",
    "mengoordinasikan",
    "mengkoordinasikan",
    "mengumpulkan",
    "mengetik",
    "mengantar",
    "mengarsipkan",
    "menyiapkan",
    "mempersiapkan",
    "memproses",
    "mengelola",
    "menghimpun",
    "rapat",
    "kegiatan",
    "pelaksanaan",
];

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::gather(
        Majority::of(TableKind::Skp, Key::Rhk),
        move |majority, person, _| {
            for (id, _, r) in walk::rhk_utama(person) {
                let first = first_word(&r.rhk);
                let activity = KEGIATAN.iter().any(|k| first.eq_ignore_ascii_case(k));
                majority.see(r.rhk_at(), activity.then_some(id));
            }
        },
        move |majority, sink| {
            majority.tell(
                ctx,
                sink,
                |sink, at, id| {
                    let r = ctx.data.rhk(*id);
                    let first = first_word(&r.rhk);
                    sink.add(
                        format!("{} dimulai dengan \"{first}\": itu kegiatan, bukan hasil.", phrases::rhk(r)),
                        "Tulis hasilnya: apa yang ada atau berubah setelah pekerjaan itu selesai, misalnya \"Tersusunnya …\" atau \"Meningkatnya …\".",
                    )
                    .about(*id)
                    .at(at);
                },
                |sink, b| {
                    sink.add(
                        format!(
                            "{} RHK utama menuliskan kegiatan, bukan hasil; misalnya \"{}\".",
                            b.how_many(),
                            shorten(&ctx.data.rhk(*b.contoh).rhk, 70)
                        ),
                        "Tulis hasilnya: apa yang ada atau berubah setelah pekerjaan itu selesai, misalnya \"Tersusunnya …\" atau \"Meningkatnya …\".",
                    )
                    .at_majority(&b);
                },
            );
        },
    )
}

/// The first word of an RHK, without its number ("1.", "a)") and without signs around it.
fn first_word(rhk: &str) -> &str {
    let number = |word: &&str| word.ends_with(['.', ')']) && word.chars().filter(|c| c.is_alphanumeric()).count() <= 2;
    let word = rhk.split_whitespace().find(|word| !number(word)).unwrap_or_default();
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
