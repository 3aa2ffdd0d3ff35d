//! What changed since an earlier result (`--banding-dengan FILE`, an `skp.hasil/1`).

use std::collections::BTreeMap;

use hashbrown::HashMap;

use serde::Deserialize;

use super::mask::Mask;
use super::words::{count, list};
use crate::run::Run;

/// People named in the sentence.
const NAMED: usize = 3;

/// Differences of two results, person by person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// In this result only.
    pub new: usize,
    /// In the earlier one only.
    pub gone: usize,
    /// Rated now and not before.
    pub rated: usize,
    /// Rated before and not now.
    pub lost: usize,
    /// Whose predikat is another one: name, before, now.
    pub moved: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct Earlier {
    skema: String,
    pegawai: Vec<EarlierPerson>,
}

#[derive(Deserialize)]
struct EarlierPerson {
    nip: String,
    predikat: Option<String>,
}

impl Changes {
    /// Compares a run with an earlier result in JSON.
    ///
    /// # Errors
    /// In plain words, when the text is no result of this program or was masked.
    pub fn since(earlier: &str, run: &Run) -> Result<Self, String> {
        let earlier: Earlier = serde_json::from_str(earlier)
            .map_err(|_| "bukan hasil skp: yang dibutuhkan ialah berkas dari --json atau --format json".to_owned())?;
        if earlier.skema != "skp.hasil/1" {
            return Err(format!("berskema \"{}\", bukan skp.hasil/1", earlier.skema));
        }
        if earlier.pegawai.iter().any(|p| p.nip.contains('*')) {
            return Err("ditulis dengan --samarkan, jadi orangnya tidak dapat dicocokkan".to_owned());
        }
        let mut before: HashMap<&str, Option<&str>> = earlier.pegawai.iter().map(|p| (&*p.nip, p.predikat.as_deref())).collect();
        let mut changes = Self::default();
        for p in &run.scores.pegawai {
            match (before.remove(&*p.nip), p.label()) {
                (None, _) => changes.new += 1,
                (Some(None), Some(_)) => changes.rated += 1,
                (Some(Some(_)), None) => changes.lost += 1,
                (Some(Some(old)), Some(now)) if old != now => {
                    changes.moved.push((p.nama.to_string(), old.to_owned(), now.to_owned()));
                }
                _ => {}
            }
        }
        changes.gone = before.len();
        Ok(changes)
    }

    /// The differences in one sentence.
    pub fn sentence(&self, mask: &Mask) -> String {
        let mut parts = Vec::new();
        if !self.moved.is_empty() {
            let mut ways: BTreeMap<(&str, &str), usize> = BTreeMap::new();
            for (_, old, now) in &self.moved {
                *ways.entry((old, now)).or_default() += 1;
            }
            let ways = ways
                .iter()
                .map(|((old, now), n)| format!("{} dari {old} ke {now}", count(*n)));
            let mut names: Vec<String> = self
                .moved
                .iter()
                .take(NAMED)
                .map(|(n, ..)| mask.name(n).into_owned())
                .collect();
            if self.moved.len() > NAMED {
                names.push(format!("{} lagi", count(self.moved.len() - NAMED)));
            }
            parts.push(format!(
                "{} predikat berubah: {} ({})",
                count(self.moved.len()),
                list(ways, ", "),
                list(names, ", ")
            ));
        }
        for (n, what) in [
            (self.rated, "baru dinilai"),
            (self.lost, "tidak lagi bernilai"),
            (self.new, "pegawai baru"),
            (self.gone, "pegawai tidak ada lagi"),
        ] {
            if n > 0 {
                parts.push(format!("{} {what}", count(n)));
            }
        }
        if parts.is_empty() {
            "tidak ada yang berubah".to_owned()
        } else {
            list(parts, "; ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_what_moved_and_how_many_more() {
        let moved = |name: &str| (name.to_owned(), "Baik".to_owned(), "Sangat Baik".to_owned());
        let changes = Changes {
            rated: 2,
            moved: vec![moved("Ani"), moved("Budi"), moved("Cici"), moved("Dedi")],
            ..Changes::default()
        };
        assert_eq!(
            changes.sentence(&Mask::off()),
            "4 predikat berubah: 4 dari Baik ke Sangat Baik (Ani, Budi, Cici, 1 lagi); 2 baru dinilai"
        );
        assert_eq!(Changes::default().sentence(&Mask::off()), "tidak ada yang berubah");
    }
}
