//! Perilaku and the ratings at the foot of an evaluation.

use jiff::civil::Date;

use super::{Forms, entry};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::feedback;
use crate::model::assemble::people::People;
use crate::model::vocab::AspekPerilaku;
use crate::model::{Field, NilaiPerilaku, Penilaian, PerilakuDetail, Periode, RowField};
use crate::table::form::Formulir;

/// The values of BerAKHLAK with their umpan balik; a later form's stand for an earlier one's.
pub(super) fn perilaku<'a>(
    ctx: &mut Ctx<'a>,
    people: &mut People,
    id: PegawaiId,
    forms: &mut Forms,
    form: &'a Formulir,
    first: Origin,
) {
    for (name, value) in &form.perilaku {
        let aspek_cell = entry(ctx, Some(name), first);
        let cell = entry(ctx, value.as_ref(), aspek_cell.at);
        let aspek = ctx.word::<AspekPerilaku>(aspek_cell);
        let nilai = feedback::perilaku(ctx, cell, None);
        let list = &mut people.get(id).perilaku;
        if !nilai.is_empty() {
            list.retain(|n| n.aspek.state != aspek.state || !forms.marks.contains(&n.at));
        }
        forms.marks.insert(aspek_cell.at);
        let at = aspek_cell.at;
        list.push(NilaiPerilaku {
            at,
            nip_penilai: None,
            detail: ctx.kept.perilaku.share(PerilakuDetail {
                aspek: aspek.in_row(at),
                penilai: RowField::empty(at),
                nilai: nilai.in_row(at),
                nip_penilai_cell: RowField::empty(at),
            }),
        });
    }
}

/// The ratings and the predikat, of these days. `periode`: the part of the year that they are, or the longer period that the
/// form is of; none where they count for the period assessed.
pub(super) fn ratings<'a>(
    ctx: &mut Ctx<'a>,
    form: &'a Formulir,
    first: Origin,
    days: Option<(Date, Date)>,
    periode: Option<Periode>,
) -> Penilaian {
    let hasil_kerja = entry(ctx, form.rating_hasil_kerja.as_ref(), first);
    let perilaku_kerja = entry(ctx, form.rating_perilaku.as_ref(), first);
    let hasil_akhir = entry(ctx, form.predikat.as_ref(), first);
    // A form without any is told at the person.
    let written = (form.rating_hasil_kerja.as_ref())
        .or(form.rating_perilaku.as_ref())
        .or(form.predikat.as_ref());
    Penilaian {
        at: entry(ctx, written.or(form.pegawai.nip.as_ref()), first).at,
        periode: periode.map_or_else(|| Field::empty(first), |p| Field::given(p, first)),
        hasil_kerja: ctx.rating(hasil_kerja),
        perilaku_kerja: ctx.rating(perilaku_kerja),
        hasil_akhir: ctx.rating(hasil_akhir),
        start: days.map(|d| d.0),
        end: days.map(|d| d.1),
        plt: false,
        withheld: false,
    }
}
