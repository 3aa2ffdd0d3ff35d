//! Cells → values, pure and without a guess: NIP, figures, dates, words, periods.
//!
//! Every reader answers with what it saw (a value, nothing, or *why not*); recording problems and
//! keeping origins is the work of [`super::build()`].

pub mod choice;
pub mod colour;
mod compound;
pub mod date;
pub mod form_title;
pub mod jenjang;
pub mod measure;
pub mod name;
pub mod nip;
pub mod number;
pub mod periode;
pub mod place_name;
pub mod post;
mod prose;
pub mod several_parts;
pub mod status;
pub mod title;
pub mod unclear_part;
pub mod word;
