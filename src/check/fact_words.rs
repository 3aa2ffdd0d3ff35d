//! From a fact of the scoring to a finding: the frame that all of its checks share.

use super::{Context, Sink, phrases};
use crate::model::PegawaiId;
use crate::score::{Fact, FactKind};
use crate::table::JenisTabel;

/// A fact with what a message about it needs.
#[derive(Debug)]
pub struct FactText<'a> {
    /// Whom it is about: name and NIP.
    pub orang: String,
    /// The RHK, by code and the beginning of its text; empty where it is about none.
    pub rhk: String,
    /// The indicator, as `indikator kuantitas 1`; empty where it is about none.
    pub indikator: String,
    /// The fact's details.
    pub rincian: &'a str,
    /// The qualitative regime.
    pub kualitatif: bool,
}

/// Tells each fact of one kind: message and remedy.
pub fn tell_each(ctx: &Context<'_>, sink: &mut Sink<'_>, jenis: FactKind, pesan: impl Fn(&FactText<'_>) -> (String, String)) {
    for (id, fakta) in ctx.facts(jenis) {
        let (text, saran) = pesan(&soal(ctx, id, fakta));
        let mut finding = sink.add(text, saran).pegawai(id);
        if let Some(at) = fakta.at {
            finding = finding.at(at);
        }
        if let Some(rhk) = fakta.rhk {
            finding.rhk(ctx.data.rhk(rhk).kode.clone());
        }
    }
}

fn soal<'a>(ctx: &Context<'_>, id: PegawaiId, fakta: &'a Fact) -> FactText<'a> {
    let rhk = fakta.rhk.map(|r| ctx.data.rhk(r));
    let indikator = rhk
        .zip(fakta.indikator)
        .and_then(|(r, i)| r.indikator.get(i as usize))
        .map_or_else(String::new, |i| {
            let aspek = i.aspek.get().map_or("tanpa aspek", |a| crate::model::vocab::Word::as_str(*a));
            format!("indikator {aspek} {}", i.no)
        });
    FactText {
        orang: phrases::orang(ctx.data, id),
        rhk: rhk.map_or_else(String::new, phrases::rhk),
        indikator,
        rincian: &fakta.rincian,
        kualitatif: ctx.aturan.kualitatif().is_some(),
    }
}

/// Tells that a table kind is absent from the whole run, once, with how many people wait for it.
pub fn tabel_kurang(ctx: &Context<'_>, sink: &mut Sink<'_>, jenis: JenisTabel, akibat: &str, saran: &str) {
    if let Some((_, n)) = ctx.scores.tabel_kurang.iter().find(|(j, _)| *j == jenis) {
        sink.add(
            format!("Tidak ada tabel {} dalam masukan; {n} pegawai {akibat}.", jenis.as_str()),
            saran,
        );
    }
}
