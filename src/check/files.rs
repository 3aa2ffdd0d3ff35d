//! Why nothing at all was recognised.

use super::tell::about_file;
use crate::base::origin::FileId;
use crate::input::Inputs;
use crate::table::nearest::nearest;

/// Files told one by one when nothing was recognised.
const TOLD: usize = 10;

/// What in a file is nearest to a table, and which of its sheets the user wanted left out.
fn what_is_there(inputs: &Inputs, id: FileId) -> String {
    let left_out: Vec<String> = inputs
        .problems
        .iter()
        .filter(|p| p.file == Some(id) && p.fact.code().kode == "STR062")
        .filter_map(|p| inputs.sheet(p.at?.sheet()).name.as_deref())
        .map(|name| format!("\"{name}\""))
        .collect();
    if left_out.is_empty() {
        return nearest(inputs, id);
    }
    let said = format!("lembar {} dilewati karena disebut pada --lewati", left_out.join(", "));
    if inputs.sheets.iter().filter(|s| s.file == id).count() == left_out.len() {
        format!("{said}, dan tidak ada lembar lain")
    } else {
        format!("{said}; di lembar lain {}", nearest(inputs, id))
    }
}

/// Why there is nothing to work on, file by file: what each is, and what in it was nearest to a
/// table.
pub fn nothing_recognised(inputs: &Inputs, refused: &[String]) -> String {
    let mut text = "Tidak ada tabel yang dikenali pada masukan ini.".to_owned();
    for why in refused {
        text.push(' ');
        text.push_str(why);
    }
    for (id, file) in (0_u32..).map(FileId).zip(&inputs.files).take(TOLD) {
        let problem = inputs.problems.iter().find(|p| p.at.is_none() && p.file == Some(id));
        let says = match problem {
            Some(problem) => {
                let said = about_file(inputs, problem);
                said.message.trim_start_matches("Berkas ").to_owned()
            }
            None => format!("\"{}\": {}.", file.path, what_is_there(inputs, id)),
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
