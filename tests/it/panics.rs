//! A panic anywhere ends in one sentence and exit code 2, never in a trace. The test program runs itself with a panic
//! put where `SKP_PANIK` says, inside what `main` runs everything in.

use std::cell::Cell;
use std::process::Command;

use rayon::prelude::*;
use skp::base::panic::contained;
use skp::commands::guarded;
use skp::exit::Exit;

const PLACES: [&str; 4] = ["main", "rayon", "thread", "read"];

/// Not a test of its own: what the program becomes when `SKP_PANIK` is set.
#[test]
#[ignore = "started by the test below, in a process of its own"]
fn a_process_that_panics() {
    let Ok(place) = std::env::var("SKP_PANIK") else { return };
    let exit = guarded(&Cell::new(false), || {
        match place.as_str() {
            "main" => panic!("di utas pertama"),
            "rayon" => (0..64).into_par_iter().for_each(|n| assert_ne!(n, 40, "di utas pekerja")),
            "thread" => std::thread::spawn(|| panic!("di utas sendiri")).join().unwrap(),
            _ => (0..8)
                .into_par_iter()
                .map(|n| contained(|| assert_ne!(n, 3, "di pembaca")))
                .collect::<Result<(), _>>()
                .map_err(|_| anyhow::anyhow!("berkas rusak"))?,
        }
        Ok(Exit::Clean)
    });
    std::process::exit(if exit == Exit::Failed { 2 } else { 0 });
}

#[test]
fn a_panic_on_any_thread_is_one_sentence_and_exit_2() {
    for place in PLACES {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "panics::a_process_that_panics", "--ignored", "--nocapture"])
            .env("SKP_PANIK", place)
            .env("RUST_BACKTRACE", "full")
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{place}: {told}");
        assert_eq!(
            told.lines().filter(|line| line.starts_with("galat:")).count(),
            1,
            "{place}: {told}"
        );
        for trace in ["panicked", "backtrace", "RUST_", ".rs:", "stack"] {
            assert!(!told.contains(trace), "{place}: {told}");
        }
        if place != "read" {
            assert!(told.contains("kesalahan di dalam skp sendiri"), "{place}: {told}");
        }
    }
}
