use crate::check::{Check, CheckRun, Context, Sink};
use crate::code;

/// Pengecualian kebijakan tidak mengenai apa pun.
pub static CHECK: Check = Check {
    code: code!(STR090),
    run: CheckRun::Alone(run),
};

/// Found while the policy is applied, after all other checks: see [`report`].
fn run(_: &Context<'_>, _: &mut Sink<'_>) {}

/// Tells of one exception that matched nothing.
pub fn report(sink: &mut Sink<'_>, file: &str, named: &str) {
    sink.add(
        format!("Pengecualian di {file} untuk {named} tidak mengenai temuan mana pun."),
        "Hapus pengecualian itu, atau perbaiki kode, NIP, atau nama unit yang disebutnya.",
    );
}
