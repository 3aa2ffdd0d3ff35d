//! Why nothing at all was recognised.

use super::tell::about_file;
use crate::base::origin::FileId;
use crate::input::Inputs;
use crate::table::nearest::nearest;

/// Files told one by one when nothing was recognised.
const TOLD: usize = 10;

/// Why there is nothing to work on, file by file: what each is, and what in it was nearest to a
/// table.
pub fn nothing_recognised(inputs: &Inputs, refused: &[&str]) -> String {
    let mut text = "Tidak ada tabel yang dikenali pada masukan ini.".to_owned();
    for what in refused {
        let (message, remedy) = crate::table::findings::refusal(what);
        text.push_str(&format!(" {message} {remedy}"));
    }
    for (id, file) in (0_u32..).map(FileId).zip(&inputs.files).take(TOLD) {
        let problem = inputs.problems.iter().find(|p| p.at.is_none() && p.file == Some(id));
        let says = match problem {
            Some(problem) => {
                let said = about_file(inputs, problem);
                said.message.trim_start_matches("Berkas ").to_owned()
            }
            None => format!("\"{}\": {}.", file.path, nearest(inputs, id)),
        };
        text.push_str(&format!("\n  {says}"));
    }
    if inputs.files.len() > TOLD {
        text.push_str(&format!("\n  … dan {} berkas lain.", inputs.files.len() - TOLD));
    }
    if inputs.files.is_empty() {
        text.push_str(" Foldernya tidak berisi berkas yang dapat dibaca.");
    }
    text.push_str(
        "\nJalankan `skp baca` untuk melihat apa yang terbaca, atau `skp template -o masukan.xlsx` untuk bentuk yang diharapkan.",
    );
    text
}
