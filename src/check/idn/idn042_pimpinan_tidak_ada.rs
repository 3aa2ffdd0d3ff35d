use hashbrown::{HashMap, HashSet};

use crate::base::text::match_key;
use crate::check::{Check, CheckRun, Context, Sink, phrases};
use crate::code;
use crate::model::{PegawaiId, Text, Unit};

/// Pimpinan unit tidak ada dalam data.
pub static CHECK: Check = Check {
    code: code!(IDN042),
    run: CheckRun::Alone(run),
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    let data = ctx.data;
    // His row may be one whose NIP cannot be read, which is told there.
    let absent = |nip: &Text| data.find(nip).is_none() && !data.lost_rows.strangers.contains(nip);
    let units: Vec<(&Unit, &Text)> = (data.unit.iter())
        .filter_map(|unit| Some((unit, unit.nip_pimpinan.get().filter(|nip| absent(nip))?)))
        .collect();
    if units.is_empty() {
        return;
    }
    let mut members: HashMap<Text, Vec<PegawaiId>> = HashMap::new();
    let mut named: HashSet<&Text> = HashSet::new();
    for (id, pegawai) in data.all() {
        if let Some(posting) = pegawai.last_posting() {
            members.entry(match_key(&posting.unit_kerja)).or_default().push(id);
            named.extend(posting.nip_atasan.get());
        }
    }
    for (unit, nip) in units {
        // A unit without people is told as that, an atasan who is not in the data by those who name him.
        let Some(people) = members.get(&match_key(&unit.unit_kerja)).filter(|_| !named.contains(nip)) else {
            continue;
        };
        let organisasi = unit.organisasi(data.periode.tahun());
        let unused = match organisasi.filter(|_| ctx.aturan.kualitatif().is_some()) {
            Some(_) => "; predikat organisasinya tidak menjadi rating hasil kerja siapa pun",
            None => "",
        };
        let advice = match likely_head(ctx, people) {
            Some(head) => format!(
                "Perbaiki nip_pimpinan; atasan pegawai lain di unit itu ialah {}.",
                phrases::persons(data, head)
            ),
            None => "Perbaiki nip_pimpinan, atau sertakan berkas yang memuat pimpinan itu.".to_owned(),
        };
        sink.add(
            format!("Pimpinan {}, NIP {nip}, tidak ada dalam data{unused}.", unit.unit_kerja),
            advice,
        )
        .unit(unit.unit_kerja.clone())
        .at(unit.nip_pimpinan.at);
    }
}

/// Of these people the one who is the atasan of all of the others that have theirs among them.
fn likely_head(ctx: &Context<'_>, people: &[PegawaiId]) -> Option<PegawaiId> {
    let atasan = |id: &PegawaiId| {
        let nip = ctx.data.pegawai(*id).last_posting()?.nip_atasan.get()?;
        ctx.data.find(nip).filter(|atasan| atasan != id && people.contains(atasan))
    };
    let mut heads = people.iter().filter_map(atasan);
    let head = heads.next()?;
    heads.all(|other| other == head).then_some(head)
}
