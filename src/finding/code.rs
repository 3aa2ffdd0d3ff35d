//! A finding code: its level, its acuan and its page of the manual.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Something is wrong: exit code 1.
    Galat,
    /// Worth a look; counts as an error with `--ketat`.
    Peringatan,
    /// For information.
    Catatan,
}

crate::base::ids::ordinal!(Level);

impl Level {
    /// The word of the contract.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Galat => "galat",
            Self::Peringatan => "peringatan",
            Self::Catatan => "catatan",
        }
    }
}

/// A code as its page declares it. Everything but the code itself is read from
/// `docs/pemeriksaan/KODE.md` while compiling: a page without level, acuan or title does not compile.
#[derive(Debug)]
pub struct Code {
    /// Family and three digits, `KAS002`. Never changes its meaning.
    pub kode: &'static str,
    /// A few words that name the wrong thing.
    pub title: &'static str,
    /// Level, unless the fact or an agency's policy says otherwise.
    pub level: Level,
    /// Pasal or page of the law; the contract of the input where no law speaks.
    pub acuan: &'static str,
    /// The manual page (Markdown) from its title on, without the front matter.
    pub page: &'static str,
}

impl Code {
    /// Reads the page: `---`, `tingkat: …`, `acuan: …`, `---`, a blank line, `# KODE · judul`.
    ///
    /// # Panics
    /// While compiling, where the page does not begin so.
    #[must_use]
    pub const fn from_page(kode: &'static str, page: &'static str) -> Self {
        let (dashes, rest) = line(page);
        assert!(same(dashes, "---"), "the page must begin with ---");
        let (level_word, rest) = line(rest);
        let level = match after(level_word, "tingkat: ") {
            Some(word) if same(word, "galat") => Level::Galat,
            Some(word) if same(word, "peringatan") => Level::Peringatan,
            Some(word) if same(word, "catatan") => Level::Catatan,
            _ => panic!("line 2 of the page must be `tingkat: galat|peringatan|catatan`"),
        };
        let (acuan, rest) = line(rest);
        let Some(acuan) = after(acuan, "acuan: ") else {
            panic!("line 3 of the page must be `acuan: …`")
        };
        let (dashes, rest) = line(rest);
        assert!(same(dashes, "---"), "line 4 of the page must be ---");
        let (blank, page) = line(rest);
        assert!(blank.is_empty(), "line 5 of the page must be blank");
        let (title, _) = line(page);
        let title = match after(title, "# ") {
            Some(title) => match after(title, kode) {
                Some(rest) => after(rest, " · "),
                None => None,
            },
            None => None,
        };
        let Some(title) = title else {
            panic!("line 6 of the page must be `# KODE · judul`")
        };
        Self {
            kode,
            title,
            level,
            acuan,
            page,
        }
    }
}

/// The first line (without its end) and what follows it.
const fn line(text: &'static str) -> (&'static str, &'static str) {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b'\n' {
        end += 1;
    }
    let (line, rest) = text.split_at(end);
    let rest = if rest.is_empty() { rest } else { rest.split_at(1).1 };
    // A checkout under Windows may have changed the line ends.
    match line.as_bytes() {
        [.., b'\r'] => (line.split_at(end - 1).0, rest),
        _ => (line, rest),
    }
}

/// What follows a beginning; `None` where the text begins otherwise or nothing follows.
const fn after(text: &'static str, beginning: &str) -> Option<&'static str> {
    if text.len() <= beginning.len() {
        return None;
    }
    let (head, rest) = text.split_at(beginning.len());
    if same(head, beginning) { Some(rest) } else { None }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The code with its page `docs/pemeriksaan/KODE.md`: `code!(KAS002)`.
#[macro_export]
macro_rules! code {
    ($kode:ident) => {
        $crate::finding::Code::from_page(
            stringify!($kode),
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/docs/pemeriksaan/",
                stringify!($kode),
                ".md"
            )),
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_with_either_line_end() {
        let page = "---\ntingkat: catatan\nacuan: Pasal 1\n---\n\n# STR999 · sesuatu\n\n## Apa\nIsi.\n";
        let code = Code::from_page("STR999", page);
        assert_eq!((code.level, code.acuan, code.title), (Level::Catatan, "Pasal 1", "sesuatu"));
        assert!(code.page.starts_with("# STR999"));
        let windows: &'static str = Box::leak(page.replace('\n', "\r\n").into_boxed_str());
        let code = Code::from_page("STR999", windows);
        assert_eq!((code.level, code.acuan, code.title), (Level::Catatan, "Pasal 1", "sesuatu"));
    }

    #[test]
    #[should_panic(expected = "line 3")]
    fn a_page_without_acuan_is_refused() {
        let _ = Code::from_page("STR999", "---\ntingkat: galat\nacuan: \n---\n\n# STR999 · x\n");
    }
}
