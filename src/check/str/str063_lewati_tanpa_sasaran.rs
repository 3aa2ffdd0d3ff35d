use crate::check::{Check, Context, Sink};
use crate::code;
use crate::problem::ProblemKind;

/// --lewati tidak cocok dengan apa pun.
pub static CHECK: Check = Check {
    code: code!(STR063),
    run,
};

/// Names offered, at most.
const OFFERED: usize = 8;

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for p in ctx.problems(ProblemKind::SkipUnused) {
        let written = p.written.as_deref().unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        for file in &ctx.inputs.files {
            names.push(file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path).to_owned());
        }
        for sheet in &ctx.inputs.sheets {
            if let Some(name) = &sheet.name {
                names.push(format!("{}:{name}", names[sheet.file.0 as usize]));
            }
        }
        // The nearest first; of equally near ones in the order of reading.
        names.sort_by_key(|n| strsim::damerau_levenshtein(&n.to_lowercase(), &written.to_lowercase()));
        names.truncate(OFFERED);
        let offered: Vec<String> = names.iter().map(|n| format!("\"{n}\"")).collect();
        sink.add(
            format!("Tidak ada berkas, folder, atau lembar masukan yang cocok dengan --lewati \"{written}\"."),
            format!("Perbaiki namanya. Yang ada: {}.", offered.join(", ")),
        )
        .nilai(written);
    }
}
