use crate::base::text::fold_words;
use crate::check::{Check, CheckRun, Context, PersonWalk, phrases, walk};
use crate::code;

/// Target ditulis mutlak.
pub static CHECK: Check = Check {
    code: code!(TGT062),
    run: CheckRun::Together(run),
};

/// Words by which a target is an absolute one (PermenPANRB 6/2022, Lampiran hlm. 51).
const ABSOLUTE: [&str; 4] = ["semua", "selalu", "tidak pernah", "setiap"];
/// "setiap bulan" says how often, not that nothing may fail.
const SPANS: [&str; 12] = [
    "hari", "minggu", "pekan", "bulan", "bulannya", "triwulan", "semester", "tahun", "tahunnya", "jam", "periode", "kali",
];
/// How many of them.
const NUMERALS: [&str; 8] = ["dua", "tiga", "empat", "lima", "enam", "satu", "awal", "akhir"];
/// What the law lets be absolute: lives, injuries, national security, great losses of money.
const EXCEPTED: [&str; 7] = [
    "nyawa",
    "jiwa",
    "cedera",
    "kecelakaan",
    "keselamatan",
    "keamanan nasional",
    "kerugian",
];

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    ctx.aturan.kualitatif()?;
    PersonWalk::each(move |person, sink| {
        for (id, p, r) in walk::rhk(person) {
            let head = r
                .posting()
                .and_then(|i| p.posting.get(i))
                .or_else(|| p.last_posting())
                .and_then(|x| x.jenis_jabatan.get())
                .is_some_and(|j| j.jpt_or_mandiri());
            if head {
                continue;
            }
            for i in &r.indikator {
                let Some(target) = i.target.get().filter(|t| t.nilai.is_none()) else {
                    continue;
                };
                let Some(word) = absolute(&target.written) else {
                    continue;
                };
                let about = format!("{} {} {}", r.rhk, i.indikator.as_deref().unwrap_or_default(), target.written);
                let about = fold_words(&about);
                if EXCEPTED.iter().any(|e| about.contains(e)) {
                    continue;
                }
                sink.add(
                    format!("Target pada {} ditulis mutlak dengan kata \"{word}\".", phrases::rhk(r)),
                    "Beri toleransi, misalnya jumlah, persentase, atau batas kesalahan; target mutlak hanya untuk hasil kerja yang \
                     menyangkut nyawa, cedera, keamanan nasional, atau kerugian uang yang besar.",
                )
                .about(id)
                .at(i.target_at());
            }
        }
    })
}

/// The word that makes the target an absolute one.
fn absolute(target: &str) -> Option<&'static str> {
    let folded = fold_words(target);
    let words: Vec<&str> = folded.split_whitespace().collect();
    ABSOLUTE.into_iter().find(|a| {
        let wanted: Vec<&str> = a.split(' ').collect();
        words.windows(wanted.len()).enumerate().any(|(at, w)| {
            // "setiap 2 minggu sekali" too, as the law's own form has it (hlm. 237).
            let mut next = words[at + wanted.len()..]
                .iter()
                .skip_while(|n| n.bytes().all(|b| b.is_ascii_digit()) || NUMERALS.contains(*n));
            w == wanted && !(*a == "setiap" && next.next().is_some_and(|n| SPANS.contains(n)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn a_span_of_time_is_no_absolute_word() {
        assert_eq!(absolute("Pemrosesan klaim selalu tepat waktu"), Some("selalu"));
        assert_eq!(absolute("Tidak  pernah terlambat"), Some("tidak pernah"));
        assert_eq!(absolute("Setiap permohonan selesai"), Some("setiap"));
        assert_eq!(absolute("Laporan setiap bulan"), None);
        assert_eq!(absolute("Dilaksanakan secara rutin setiap 2 minggu sekali"), None);
        assert_eq!(absolute("Dilaporkan setiap dua pekan"), None);
        assert_eq!(absolute("Rapat setiap akhir triwulan"), None);
        assert_eq!(absolute("Setiap 2 permohonan selesai"), Some("setiap"));
        assert_eq!(absolute("Persemuaan"), None);
    }
}
