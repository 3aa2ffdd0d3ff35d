//! Every integration test in one program: the library is linked once, and a module is one concern.

#![allow(clippy::unwrap_used)] // what a test cannot read or start should stop it
#![allow(dead_code, missing_docs)] // the support modules serve the unit tests too

mod support;

mod anak_lampiran;
mod annotated;
mod blanks;
mod calibration;
mod checks;
mod colours;
mod dinas;
mod distribusi;
mod documents;
mod explanation;
mod faulty;
mod field_beside;
mod field_between;
mod field_columns;
mod field_downloads;
mod field_figures;
mod field_foot;
mod field_forms;
mod field_formulir;
mod field_kinds;
mod field_lists;
mod field_ordinary;
mod field_owners;
mod field_pairs;
mod field_parts;
mod field_periods;
mod field_reasons;
mod field_recaps;
mod field_same;
mod field_status;
mod field_terms;
mod field_texts;
mod field_told;
mod field_units;
mod field_values;
mod field_years;
mod generated;
mod golden;
mod guide;
mod hostile;
mod html;
mod input_contract;
mod inputs;
mod kaskade;
mod layers;
mod masking;
mod names;
mod outputs;
mod panics;
mod plain_sheet;
mod policy;
mod producers;
mod properties;
mod quiet;
mod report;
mod rule_sets;
mod sample;
mod settled_points;
mod strikes;
mod transcripts;
mod traps;
