//! Panics: one hook for the whole program, silent where a panic becomes a sentence for the user.
//!
//! Other people's readers and writers panic on files they did not expect and on a full disk.
//! [`contained`] runs such work; what goes wrong inside it is a value, and nothing is printed.
//! [`silence`] is for `main`: a panic anywhere, on any thread, prints nothing by itself.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static SILENT: AtomicBool = AtomicBool::new(false);

/// A panic that was caught.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Panic(String);

impl Panic {
    fn new(payload: &(dyn Any + Send)) -> Self {
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied());
        Self(text.unwrap_or_default().to_owned())
    }

    /// The disk error behind it, as far as its text tells: `rust_xlsxwriter` puts the system
    /// error's `Debug` text into its panic.
    pub fn into_io(self) -> io::Error {
        let full = ["StorageFull", "QuotaExceeded"].iter().any(|k| self.0.contains(k));
        if full {
            io::ErrorKind::StorageFull.into()
        } else {
            io::Error::other(self)
        }
    }
}

/// Runs `work`; a panic inside it is an error and prints nothing.
///
/// # Errors
/// The panic.
pub fn contained<T>(work: impl FnOnce() -> T) -> Result<T, Panic> {
    hook();
    let was = QUIET.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(was);
    outcome.map_err(|payload| Panic::new(&*payload))
}

/// From now on no panic of this process prints anything: whoever calls this tells it.
pub fn silence() {
    hook();
    SILENT.store(true, Ordering::Relaxed);
}

/// The panic hook is of the whole process, so ours is set once and stays; where nobody asked for
/// silence it calls the one that was there before.
fn hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            if !QUIET.get() && !SILENT.load(Ordering::Relaxed) {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_and_a_full_disk_is_known() {
        let error = contained::<()>(|| panic!("inside a library")).unwrap_err();
        assert_eq!(error.to_string(), "inside a library");
        assert!(!QUIET.get());
        let full = contained::<()>(|| panic!("{:?}", io::Error::from(io::ErrorKind::StorageFull)));
        assert_eq!(full.unwrap_err().into_io().kind(), io::ErrorKind::StorageFull);
        assert_eq!(contained(|| 7).unwrap(), 7);
    }
}
