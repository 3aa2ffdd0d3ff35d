//! `unit` and `sasaran` rows.

use std::collections::HashMap;

use super::ctx::Ctx;
use super::rows::Lembar;
use crate::base::text::match_key;
use crate::model::{Sasaran, Text, Unit};
use crate::problem::ProblemKind;

/// Reads a `unit` table. Of two rows for one unit the first counts.
pub(super) fn read_unit<'a>(ctx: &mut Ctx<'a>, units: &mut Vec<Unit>, seen: &mut HashMap<Text, usize>, lembar: &Lembar<'a>) {
    let col = |name| lembar.col(name);
    let (unit_kerja, unit_induk) = (col("unit_kerja"), col("unit_induk"));
    let (nip_pimpinan, predikat) = (col("nip_pimpinan"), col("predikat_organisasi"));
    for baris in lembar.rows() {
        ctx.nip = None;
        ctx.kode = None;
        let cell = baris.cell(unit_kerja);
        let unit = Unit {
            at: cell.at,
            unit_kerja: ctx.required(cell, "unit_kerja"),
            unit_induk: ctx.optional(baris.cell(unit_induk)),
            nip_pimpinan: ctx.other_nip(baris.cell(nip_pimpinan)),
            predikat_organisasi: ctx.rating(baris.cell(predikat)),
        };
        if unit.unit_kerja.is_empty() {
            continue;
        }
        let key = match_key(&unit.unit_kerja);
        if let Some(&i) = seen.get(&key) {
            let first: &Unit = &units[i];
            let equal = first.unit_induk.as_deref().map(match_key) == unit.unit_induk.as_deref().map(match_key)
                && first.nip_pimpinan.state == unit.nip_pimpinan.state
                && first.predikat_organisasi.state == unit.predikat_organisasi.state;
            let kind = if equal {
                ProblemKind::RowRepeated
            } else {
                ProblemKind::UnitDoubled
            };
            ctx.doubled(kind, cell, first.at);
            continue;
        }
        seen.insert(key, units.len());
        units.push(unit);
    }
}

/// Reads a `sasaran` table.
pub(super) fn read_sasaran<'a>(ctx: &mut Ctx<'a>, all: &mut Vec<Sasaran>, lembar: &Lembar<'a>) {
    let col = |name| lembar.col(name);
    let (kode, unit_kerja, sasaran) = (col("kode"), col("unit_kerja"), col("sasaran"));
    let (indikator, target, satuan) = (col("indikator"), col("target"), col("satuan"));
    for baris in lembar.rows() {
        ctx.nip = None;
        ctx.kode = None;
        let cell = baris.cell(kode);
        let code = ctx.code(cell);
        if code.is_empty() {
            ctx.missing(cell, "kode");
        }
        let Some(code) = code.get() else { continue };
        all.push(Sasaran {
            at: cell.at,
            kode: code.clone(),
            unit_kerja: ctx.required(baris.cell(unit_kerja), "unit_kerja"),
            sasaran: ctx.required(baris.cell(sasaran), "sasaran"),
            indikator: ctx.shown(baris.cell(indikator)),
            target: ctx.shown(baris.cell(target)),
            satuan: ctx.shown(baris.cell(satuan)),
        });
    }
}
