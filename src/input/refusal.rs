//! Why a file is not read.

use crate::finding::Fact;

/// Why a file is refused.
#[derive(Debug)]
pub struct Refusal {
    /// The fact that tells it.
    pub fact: Box<dyn Fact>,
    /// What the library or the system says, in its own language; told only with `--rinci`.
    pub library: Option<Box<str>>,
}

impl Refusal {
    /// A refusal.
    pub fn new(fact: impl Into<Box<dyn Fact>>) -> Self {
        Self {
            fact: fact.into(),
            library: None,
        }
    }

    /// Because of what a library or the system said.
    pub fn because(mut self, says: &dyn std::fmt::Display) -> Self {
        let says = says.to_string();
        self.library = (!says.is_empty()).then(|| says.into());
        self
    }
}
