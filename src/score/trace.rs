//! The steps that lead to a result, recorded by the very code that computes it.
//!
//! Every stage takes a [`Trace`]. In bulk it is [`Silent`], whose methods are empty and vanish; for
//! `skp jelaskan` it is [`Recorder`], which keeps a tree of [`Step`]s. Texts are closures, so that
//! nothing is formatted when nobody listens.

use crate::base::figure::{Decimal, Fraction, with_comma};
use crate::base::origin::Origin;
use crate::rules::{Keyakinan, Parameter};

/// One step: what was computed, how, with which figures, from which cells, and by which pasal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// What this step is about.
    pub title: String,
    /// The formula with the figures in it (`12 / 12 × 100 = 100`).
    pub formula: Option<String>,
    /// The result, as printed; `None` where the step gives none (the reason stands in `catatan`).
    pub hasil: Option<String>,
    /// The cells the figures came from.
    pub cell: Vec<Origin>,
    /// Decimals the result was rounded to, half up.
    pub pembulatan: Option<u32>,
    /// Pasal or page.
    pub acuan: Option<String>,
    /// How sure the rule is.
    pub keyakinan: Option<Keyakinan>,
    /// A remark: a limit that was applied, or why there is no result.
    pub catatan: Option<String>,
    /// The steps it was made from.
    pub anak: Vec<Step>,
}

impl Step {
    /// A step with this title.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// With its formula.
    pub fn formula(mut self, formula: impl Into<String>) -> Self {
        self.formula = Some(formula.into());
        self
    }

    /// With its result.
    pub fn hasil(mut self, hasil: impl Into<String>) -> Self {
        self.hasil = Some(hasil.into());
        self
    }

    /// With a figure as its result, or without any.
    pub fn angka(mut self, hasil: Option<Decimal>) -> Self {
        self.hasil = hasil.map(with_comma);
        self
    }

    /// With the decimals it was rounded to.
    pub fn rounded(mut self, digits: u32) -> Self {
        self.pembulatan = Some(digits);
        self
    }

    /// From this cell too.
    pub fn cell(mut self, at: Origin) -> Self {
        self.cell.push(at);
        self
    }

    /// By this rule.
    pub fn basis<V>(mut self, parameter: &Parameter<V>) -> Self {
        self.acuan = Some(parameter.acuan.clone());
        self.keyakinan = Some(parameter.keyakinan);
        self
    }

    /// With a remark.
    pub fn catatan(mut self, catatan: impl Into<String>) -> Self {
        self.catatan = Some(catatan.into());
        self
    }
}

/// Whoever listens to the scoring.
pub trait Trace {
    /// Whether anything is kept; for texts that a stage would have to prepare beforehand.
    const ACTIVE: bool;
    /// Begins a step; what follows until [`Trace::end`] are its parts.
    fn begin(&mut self);
    /// Ends the step last begun, and names it.
    fn end(&mut self, step: impl FnOnce() -> Step);
    /// A step without parts.
    fn leaf(&mut self, step: impl FnOnce() -> Step) {
        self.begin();
        self.end(step);
    }
}

/// Nobody listens: the bulk run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Trace for Silent {
    const ACTIVE: bool = false;

    #[inline]
    fn begin(&mut self) {}
    #[inline]
    fn end(&mut self, _: impl FnOnce() -> Step) {}
}

/// Keeps every step.
#[derive(Debug)]
pub struct Recorder {
    open: Vec<Vec<Step>>,
}

impl Default for Recorder {
    fn default() -> Self {
        Self { open: vec![Vec::new()] }
    }
}

impl Recorder {
    /// The steps recorded, outermost first.
    pub fn steps(self) -> Vec<Step> {
        self.open.into_iter().flatten().collect()
    }
}

impl Trace for Recorder {
    const ACTIVE: bool = true;

    fn begin(&mut self) {
        self.open.push(Vec::new());
    }

    fn end(&mut self, step: impl FnOnce() -> Step) {
        let parts = if self.open.len() > 1 { self.open.pop() } else { None };
        let mut step = step();
        step.anak.extend(parts.unwrap_or_default());
        if let Some(parent) = self.open.last_mut() {
            parent.push(step);
        }
    }
}

/// A fraction as a reader sees it inside a formula: exact where it has an end, else six decimals and `…`.
pub fn display(r: Fraction) -> String {
    let (_, denom) = r.parts();
    let text = super::result::shortest(r).replace('.', ",");
    let mut rest = denom;
    while rest % 2 == 0 {
        rest /= 2;
    }
    while rest % 5 == 0 {
        rest /= 5;
    }
    if rest == 1 { text } else { format!("{text}…") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_grows_as_the_stages_nest() {
        let mut t = Recorder::default();
        t.begin();
        t.leaf(|| Step::new("a"));
        t.begin();
        t.leaf(|| Step::new("c"));
        t.end(|| Step::new("b"));
        t.end(|| Step::new("root").hasil("1"));
        let steps = t.steps();
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].title, "root");
        assert_eq!(steps[0].anak.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(steps[0].anak[1].anak[0].title, "c");
    }

    #[test]
    fn a_step_that_nobody_began_is_kept() {
        let mut t = Recorder::default();
        t.end(|| Step::new("a"));
        t.leaf(|| Step::new("b"));
        assert_eq!(t.steps().iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_figure_without_end_says_so() {
        assert_eq!(display(Fraction::new(25, 2).unwrap()), "12,5");
        assert_eq!(display(Fraction::new(10, 3).unwrap()), "3,333333…");
    }
}
