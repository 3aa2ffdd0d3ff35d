use crate::base::ids::RhkNo;
use crate::base::text::fold_words;
use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::vocab::JenisRhk;
use crate::model::{Pegawai, RencanaHasilKerja};

/// Penugasan Plt atau Plh ditulis sebagai hasil kerja tambahan.
pub static CHECK: Check = Check {
    code: code!(KAS031),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    // The priority of such work is set by 6/2022 only.
    ctx.aturan.kualitatif()?;
    PersonWalk::each(move |(id, p), sink| {
        let tambahan = RhkNo::each(&p.rhk).filter(|(_, r)| r.jenis.get() == Some(&JenisRhk::Tambahan));
        for (i, r) in tambahan {
            let why = if of_acting_post(p, r) {
                "milik jabatan Plt atau Plh"
            } else if says_acting(&r.rhk) {
                "menyebut penugasan sebagai Plt atau Plh"
            } else {
                continue;
            };
            sink.add(
                format!("{} {why}, tetapi ditulis sebagai hasil kerja tambahan.", phrases::rhk(r)),
                "Ubah jenisnya menjadi utama: penugasan Plt dan Plh berprioritas tinggi. Bila bukan penugasan seperti itu, biarkan.",
            )
            .about(crate::model::RhkId { pegawai: id, rhk: i })
            .at(r.jenis_at())
            .expected("utama");
        }
    })
}

/// It belongs to a posting as Plt, Plh or Pjb of somebody who has a definitive one, too, or begins with one: what
/// lies in both belongs to the definitive one.
fn of_acting_post(p: &Pegawai, r: &RencanaHasilKerja) -> bool {
    let first_day = r.detail.mulai.get();
    let begins = |plt: bool| {
        let mut postings = p.posting.iter().filter(|x| x.plt == plt);
        first_day.is_some() && postings.any(|x| x.mulai.get() == first_day)
    };
    let acting = r.posting().and_then(|i| p.posting.get(i)).is_some_and(|x| x.plt) || begins(true) && !begins(false);
    acting && p.posting.iter().any(|x| !x.plt)
}

/// Its text says that the person acts for somebody; work about Plt of others ("Surat tugas Plt
/// diterbitkan") does not.
fn says_acting(text: &str) -> bool {
    const ACTING: [&str; 4] = ["plt", "plh", "pelaksana tugas", "pelaksana harian"];
    const BEFORE: [&str; 7] = [
        "sebagai ",
        "selaku ",
        "melaksanakan tugas ",
        "terlaksananya tugas ",
        "pelaksanaan tugas ",
        "menjadi ",
        "menjabat ",
    ];
    // What may stand before it at the beginning.
    const FIRST: [&str; 4] = ["tugas tambahan ", "tugas ", "penugasan ", ""];
    const POSTS: [&str; 15] = [
        "kepala",
        "kabid",
        "kasi",
        "kasubbag",
        "kasubag",
        "kasubbid",
        "sekretaris",
        "camat",
        "lurah",
        "direktur",
        "inspektur",
        "asisten",
        "deputi",
        "ketua",
        "wakil",
    ];
    let folded = fold_words(text);
    let begun = FIRST.iter().find_map(|first| folded.strip_prefix(first)).unwrap_or_default();
    ACTING.iter().any(|word| {
        let next = begun.strip_prefix(word).and_then(|rest| rest.strip_prefix(' '));
        let post = next
            .and_then(|rest| rest.split(' ').next())
            .is_some_and(|w| POSTS.contains(&w));
        post || BEFORE.iter().any(|before| folded.contains(&format!("{before}{word} ")))
    })
}

#[cfg(test)]
mod tests {
    use super::says_acting;

    #[test]
    fn acting_for_somebody_is_told_from_work_about_it() {
        for text in [
            "Plt. Kepala Bidang Umum terlaksana",
            "Tugas sebagai Plt Sekretaris terlaksana dengan baik",
            "Terlaksananya tugas Plh. Camat selama cuti",
            "Melaksanakan tugas selaku Pelaksana Tugas Kepala UPT",
            "Tugas Plt Kepala Bidang",
            "Penugasan Plh. Sekretaris Camat",
            "Menjabat Plt Lurah",
        ] {
            assert!(says_acting(text), "{text}");
        }
        for text in [
            "SK Plt diterbitkan tepat waktu",
            "Surat tugas Plt Kepala Bidang diterbitkan",
            "Plt dan Plh ditetapkan tepat waktu",
            "Tersusunnya daftar Plt dan Plh",
            "Pelaksana lapangan terlatih",
            "Pelatihan pelaksana teknis",
            "Plt",
            "Tugas Plt dibagi rata",
            "Penugasan pelaksana tugas didokumentasikan",
        ] {
            assert!(!says_acting(text), "{text}");
        }
    }
}
