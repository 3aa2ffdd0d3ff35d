//! Perilaku and the ratings at the foot of an evaluation.

use jiff::civil::Date;

use super::period::of_label;
use super::{Forms, entry};
use crate::base::ids::PegawaiId;
use crate::base::origin::Origin;
use crate::model::assemble::ctx::Ctx;
use crate::model::assemble::feedback;
use crate::model::assemble::people::People;
use crate::model::vocab::AspekPerilaku;
use crate::model::{Field, NilaiPerilaku, Penilaian, PerilakuDetail, Periode, RowField};
use crate::table::form::{Entry, Formulir};

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
/// form is of; none where they count for the period assessed. A label that names another period than the form says of which
/// its rating is (`PREDIKAT KINERJA TRIWULAN III`); the predikat of another year is no more than printed beside them.
pub(super) fn ratings<'a>(
    ctx: &mut Ctx<'a>,
    form: &'a Formulir,
    first: Origin,
    days: Option<(Date, Date)>,
    periode: Option<Periode>,
) -> Vec<Penilaian> {
    let hasil_kerja = entry(ctx, form.rating_hasil_kerja.as_ref(), first);
    let perilaku_kerja = entry(ctx, form.rating_perilaku.as_ref(), first);
    let hasil_akhir = entry(ctx, form.predikat.as_ref(), first);
    // A form without any is told at the person.
    let written = (form.rating_hasil_kerja.as_ref())
        .or(form.rating_perilaku.as_ref())
        .or(form.predikat.as_ref());
    let of = |periode: Option<Periode>| periode.map_or_else(|| Field::empty(first), |p| Field::given(p, first));
    let year = ctx.periode.tahun();
    let other = |label: &'a Option<Entry>| {
        let named = of_label(ctx, label.as_ref()?)?;
        (named.tahun() != year || !matches!(named, Periode::Tahun(_))).then_some(named)
    };
    let of_predikat = other(&form.predikat_for);
    let of_part = of_predikat.filter(|p| p.tahun() == year);
    let of_ratings = other(&form.rated_for).or(of_part).or(periode);
    let row = Penilaian {
        at: entry(ctx, written.or(form.pegawai.nip.as_ref()), first).at,
        periode: of(of_ratings),
        hasil_kerja: ctx.rating(hasil_kerja),
        perilaku_kerja: ctx.rating(perilaku_kerja),
        hasil_akhir: ctx.rating(hasil_akhir),
        start: days.map(|d| d.0),
        end: days.map(|d| d.1),
        plt: false,
        withheld: false,
        of_download: false,
    };
    match of_predikat.filter(|p| Some(*p) != of_ratings) {
        None => vec![row],
        Some(p) => {
            let none = Field::empty(hasil_kerja.at);
            let predikat = Penilaian {
                periode: of(Some(p)),
                hasil_kerja: none.clone(),
                perilaku_kerja: none,
                ..row.clone()
            };
            let hasil_akhir = Field::empty(hasil_akhir.at);
            vec![predikat, Penilaian { hasil_akhir, ..row }]
        }
    }
}
