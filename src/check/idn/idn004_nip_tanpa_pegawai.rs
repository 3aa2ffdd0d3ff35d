use crate::check::{Check, Context, Sink, cell_words};
use crate::code;
use crate::problem::ProblemKind;

/// NIP tidak ada di tabel pegawai.
pub static CHECK: Check = Check {
    code: code!(IDN004),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::PersonUnknown) {
        let nip = p.nip.as_deref().unwrap_or_default();
        let kind = p.at.and_then(|at| ctx.tabel(at)).map_or("ini", |t| t.jenis.as_str());
        let rows = p.detail.as_deref().unwrap_or("1");
        let message = format!("NIP {nip} di tabel {kind} tidak ada di tabel pegawai; {rows} barisnya tidak dihitung.");
        let remedy = "Tambahkan orang ini ke tabel pegawai, atau perbaiki NIP-nya di salah satu tabel.";
        cell_words::complete(sink.add(message, remedy), p);
    }
}
