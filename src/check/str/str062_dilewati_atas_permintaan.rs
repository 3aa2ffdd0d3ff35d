use crate::check::{Check, Context, Sink, cell_words, files};
use crate::code;
use crate::problem::ProblemKind;

/// Dilewati atas permintaan.
pub static CHECK: Check = Check {
    code: code!(STR062),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::Skipped) {
        let Some(file) = p.file else { continue };
        let (mut what, remedy) = files::sentences(&ctx.inputs.file(file).path, p);
        if let Some(name) = p.at.and_then(|at| ctx.inputs.sheet(at.sheet).name.as_deref()) {
            what = format!("Lembar \"{name}\" dilewati karena disebut pada --lewati.");
        }
        let finding = sink.add(what, remedy);
        match p.at {
            Some(at) => _ = finding.at_place(at),
            None => cell_words::complete(finding, p),
        }
    }
}
