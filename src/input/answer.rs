//! Answers of a web site that a browser saved in place of the download: error pages, pages for
//! signing in. What they say is quoted; that they hold no table is known by their form.

use super::findings::FileErrorPage;
use super::refusal::Refusal;

/// What such answers say, in lower case.
const SIGNS: [&str; 49] = [
    "fatal error",
    "parse error",
    "uncaught ",
    "stack trace",
    "kesalahan php",
    "a php error was encountered",
    "undefined variable",
    "sqlstate[",
    "internal server error",
    "bad gateway",
    "gateway time-out",
    "gateway timeout",
    "service unavailable",
    "service temporarily unavailable",
    "page expired",
    "session expired",
    "sesi anda telah berakhir",
    "csrf token mismatch",
    "403 forbidden",
    "404 not found",
    "access denied",
    "unauthorized",
    "unauthenticated",
    "whoops, looks like something went wrong",
    "mysqli_",
    "mysql_connect",
    "too many connections",
    "connection refused",
    "connection timed out",
    "request timed out",
    "request timeout",
    "too many requests",
    "accessdenied",
    "nosuchkey",
    "request has expired",
    "invalid token",
    "token expired",
    "faultstring",
    "sedang dalam pemeliharaan",
    "server sedang",
    "sistem sedang dalam",
    "aplikasi sedang dalam",
    "situs sedang dalam",
    "under maintenance",
    "maintenance mode",
    "try again later",
    "beberapa saat lagi",
    "coba lagi nanti",
    "gagal terhubung",
];

/// Bytes of a text in which a sign must stand, and characters quoted of it.
const HEAD: usize = 2 << 10;
const QUOTED: usize = 100;

/// Does the beginning of a text say that something went wrong?
pub fn is_failure(text: &str) -> bool {
    let head = text[..text.floor_char_boundary(HEAD)].to_lowercase();
    SIGNS.iter().any(|sign| head.contains(sign))
}

/// The refusal of an answer that says this.
pub fn refusal(says: &str) -> Refusal {
    let line = without_tags(says);
    let mut quoted: String = line.chars().take(QUOTED).collect();
    if quoted.len() < line.len() {
        quoted.push('…');
    }
    let detail = if quoted.is_empty() {
        String::new()
    } else {
        format!("isinya \"{quoted}\"")
    };
    Refusal::new(FileErrorPage { detail })
}

/// The words of an answer, without the tags of one in XML.
fn without_tags(says: &str) -> String {
    let mut text = String::new();
    let is_marked_up = says.trim_start().starts_with('<');
    for (i, part) in says.split('<').enumerate() {
        let words = part.split_once('>').filter(|_| is_marked_up && i > 0);
        text.push_str(if i > 0 && !is_marked_up { "<" } else { " " });
        text.push_str(words.map_or(part, |(_, words)| words));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_quoted_and_known_by_what_it_says() {
        assert!(is_failure("<b>Fatal error</b>: Uncaught PDOException"));
        assert!(is_failure("502 Bad Gateway"));
        assert!(is_failure(
            "Maaf, server sedang dalam pemeliharaan. Silakan coba beberapa saat lagi."
        ));
        assert!(!is_failure("nip;nama;jabatan") && !is_failure("Nama Barang;Kondisi\nGenset;dalam perbaikan"));
        assert_eq!(
            without_tags("<?xml?><Error><Code>AccessDenied</Code>\n<Message>a < b</Message>"),
            "AccessDenied a b"
        );
        assert_eq!(without_tags("Warning: a <b> c"), "Warning: a <b> c");
        let told = format!("{:?}", refusal(&"kata ".repeat(50)).fact);
        assert!(told.ends_with("…\\\"\" }") && told.len() < 170, "{told}");
    }
}
