//! What is to be said about umpan balik and perilaku that are no ratings, whoever decides in the end:
//! they are kept and shown, and a figure outside the scale is a fault also beside a typed rating.

use crate::base::figure::with_comma;
use crate::base::origin::Origin;
use crate::base::text::shorten;
use crate::model::skp::UmpanBalikContent;
use crate::model::{NilaiPerilaku, Pegawai, Scale, State, Text};
use crate::rules::values::ParameterValue;
use crate::rules::{RatingKualitatif, Usage};
use crate::score::findings::{PerilakuInWords, PerilakuOffScale, UmpanBalikInWords};
use crate::score::kualitatif::{Marks, Typed};
use crate::score::person::FirstPass;
use crate::score::proposal;
use crate::score::proposed;
use crate::score::studi;
use crate::score::trace::Trace;
use crate::score::worker::Worker;

/// Longest piece of somebody's words in a message, in characters.
const LONGEST: usize = 72;

/// Tells them.
pub fn remarks<T: Trace>(
    k: &mut Worker<'_, T>,
    pegawai: &Pegawai,
    first: &FirstPass,
    rules: &RatingKualitatif,
    marks: &Marks<'_>,
) {
    feedback(k, pegawai, first, rules, marks);
    perilaku(k, pegawai, rules, marks);
    if let Some(i) = first.latest {
        studi::guidance(k, &pegawai.posting[i], rules);
        studi::without_status(k, &pegawai.posting[i]);
    }
}

/// Umpan balik in words: one fact an RHK where the rating waits for it, else one a person.
fn feedback<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, first: &FirstPass, rules: &RatingKualitatif, marks: &Marks<'_>) {
    let settled = marks.hasil_kerja.typed != Typed::Nothing || marks.predikat != Typed::Nothing;
    let mut told = false;
    for hasil in first.last_rhk() {
        let data = &pegawai.rhk[hasil.id.rhk];
        let said = proposal::current_umpan_balik(data, k.data.periode).filter_map(|u| Some((u.content.at, u.content.get()?)));
        let mut open = said.filter(|(_, said)| rules.rating_of(said).is_none());
        let Some((at, said)) = open.next() else { continue };
        if settled && told {
            continue;
        }
        told = true;
        k.catatan.fact_rhk(at, hasil.id, || UmpanBalikInWords {
            content: match said {
                UmpanBalikContent::Words(words) => quoted(words),
                other => other.to_string(),
            },
            settled,
        });
    }
}

fn quoted(text: &Text) -> String {
    format!("\"{}\"", shorten(text, LONGEST))
}

/// Marks of perilaku that are no ratings.
fn perilaku<T: Trace>(k: &mut Worker<'_, T>, pegawai: &Pegawai, rules: &RatingKualitatif, marks: &Marks<'_>) {
    let settled = marks.perilaku.typed != Typed::Nothing || marks.predikat != Typed::Nothing;
    let values = &k.aturan.perilaku.aspek_perilaku.used(&mut k.usage).0;
    let off_scale = |x, usage: &mut Usage| rules.skala_perilaku.when(usage, |scale| !scale.holds(x)).is_some();
    let mut other: Option<(Origin, Vec<String>)> = None;
    let mut note = |row: &NilaiPerilaku, said: String| {
        other.get_or_insert((row.nilai_at(), Vec::new())).1.push(said);
    };
    for row in &pegawai.perilaku {
        let Some(&aspek) = row.aspek.get().filter(|a| values.contains(a)) else {
            continue;
        };
        let name = || proposed::plain(aspek);
        match &row.nilai.state {
            State::Given(Scale::Angka(x)) if off_scale(*x, &mut k.usage) => {
                k.catatan.fact(row.nilai_at(), || PerilakuOffScale {
                    aspek: format!(
                        "{} bernilai {}, di luar skala {}",
                        name(),
                        with_comma(*x),
                        rules.skala_perilaku.shown().display()
                    ),
                });
            }
            // Beside a typed rating a figure is kept for the agency's own use.
            State::Given(Scale::Angka(x)) if proposal::by_atasan(row) && !settled && rules.rating_of_perilaku(*x).is_none() => {
                k.catatan.fact(row.nilai_at(), || PerilakuOffScale {
                    aspek: format!("{} bernilai {}", name(), with_comma(*x)),
                });
            }
            State::Given(Scale::Colour(c)) if proposal::by_atasan(row) && rules.rating_of_colour(c).is_none() => {
                note(row, format!("{} {c}", name()));
            }
            State::Given(Scale::Words(w)) if proposal::by_atasan(row) && rules.translate(w).is_none() => {
                note(row, format!("{} {}", name(), quoted(w)));
            }
            _ => {}
        }
    }
    if let Some((at, all)) = other {
        k.catatan.fact(at, || PerilakuInWords { content: all.join(", ") });
    }
}
