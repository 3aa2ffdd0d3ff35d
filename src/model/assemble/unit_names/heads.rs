//! Two who lead one name at one time: they may be two units, which is told.

use hashbrown::HashMap;
use jiff::civil::Date;

use super::namesakes::ByName;
use crate::base::ids::PegawaiId;
use crate::base::text::fold_words;
use crate::finding::Noted;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::people::People;
use crate::model::assemble::unit_key;
use crate::model::findings::{Namesake, UnitNamesakes};
use crate::model::vocab::StatusPegawai;
use crate::model::{Periode, Posting, Text};

/// Tells of names with two heads at one time that are counted as one unit.
pub(super) fn tell(ctx: &mut Ctx<'_>, people: &People, above: &ByName) {
    let mut heads: HashMap<Text, Vec<(PegawaiId, &Posting)>> = HashMap::new();
    for (i, person) in people.all.iter().enumerate() {
        for (_, posting) in person.current_posting().filter(|(_, p)| leads(p, ctx.periode)) {
            let of_unit = heads.entry(unit_key(&posting.unit_kerja)).or_default();
            of_unit.push((PegawaiId::at(i), posting));
        }
    }
    let mut told = Vec::new();
    for (name, all) in heads {
        let other = all.iter().find(|(id, p)| *id != all[0].0 && overlap(all[0].1, p));
        if let Some(other) = other.filter(|_| !above.contains_key(&name)) {
            told.push((all[0].1.unit_kerja.clone(), all[0].1.at, other.1.at));
        }
    }
    told.sort_by_key(|(_, at, _)| *at);
    for (unit, first, at) in told {
        let what = Namesake::TwoHeads { unit, first };
        ctx.problems.push(Noted::new(UnitNamesakes { what }).at(at));
    }
}

/// Whether a post is that of who leads the unit, in the period.
fn leads(posting: &Posting, periode: Periode) -> bool {
    const HEAD: &str = "kepala ";
    let begins = (posting.jabatan.get(..HEAD.len())).is_some_and(|begin| begin.eq_ignore_ascii_case(HEAD));
    if !begins || posting.plt || posting.unit_kerja.is_empty() || !posting.touches(periode) {
        return false;
    }
    let jabatan = fold_words(&posting.jabatan);
    let unit = fold_words(&posting.unit_kerja);
    let rest = jabatan.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix(&*unit));
    let status = &posting.detail.status.state;
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) && status.get().is_none_or(|s| *s == StatusPegawai::Aktif)
}

fn overlap(a: &Posting, b: &Posting) -> bool {
    let from = |p: &Posting| p.mulai.get().copied().unwrap_or(Date::MIN);
    let to = |p: &Posting| p.selesai.get().copied().unwrap_or(Date::MAX);
    from(a) <= to(b) && from(b) <= to(a)
}
