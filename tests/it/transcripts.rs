//! The command line as a user meets it: transcripts in `tests/cmd/*.trycmd`, run for real.
//! `TRYCMD=overwrite cargo test --test transkrip` rewrites them; read the difference before committing it.

#[test]
fn transcripts_hold() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd");
}
