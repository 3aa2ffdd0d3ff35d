//! `--anotasi`: which copies there will be and where, and what is told about them.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::console;
use crate::base::file_names::ending;
use crate::base::origin::FileId;
use crate::base::output_file::{InputPath, Outputs, folder_of};
use crate::base::real_path::real_path;
use crate::base::visible::visible;
use crate::cli::Warna;
use crate::exit::Exit;
use crate::finding::Level;
use crate::input::{self, FileFormat, InputFile};
use crate::report::annotated::{self, LeftOut, OldMarks, SheetMarks};
use crate::report::words::count;
use crate::run::Run;

/// Endings of workbooks that can be annotated; a copy keeps that of its original, since Excel opens no workbook
/// with macros under the name of one without.
const ENDINGS: [&str; 4] = ["xlsx", "xlsm", "xltx", "xltm"];

/// Said of a copy in the folder of its original: of the two it is the copy that the next run reads.
const BESIDE: &str = " Salinan ini sefolder dengan aslinya. Bila foldernya yang dinilai, salinan inilah yang dibaca, bukan yang asli: \
                      perbaiki di salinan ini, atau pindahkan ke folder lain.";

/// The copies of a run.
#[derive(Debug)]
pub(super) struct Copies {
    /// Inputs and the places of their copies.
    planned: Vec<(PathBuf, PathBuf)>,
    /// Folders that this run made.
    _folders: NewFolders,
}

/// What became of the copies: a sentence for each, and for each file that has none.
#[derive(Debug, Default)]
pub(super) struct CopiesTold {
    /// Copies that are written.
    written: usize,
    done: Vec<String>,
    left_out: Vec<String>,
}

impl CopiesTold {
    /// Tells it; who wants to hear nothing still hears what is not there.
    pub(super) fn say(&self, quiet: bool, colour: Warna) {
        let done = self.done.iter().filter(|_| !quiet);
        done.chain(&self.left_out).for_each(|line| console::say(line, colour));
    }

    /// The exit code of a run that was asked for copies: where there is none, it has not done what it was asked for.
    pub(super) fn exit(&self, of_run: Exit) -> Exit {
        if self.written == 0 && of_run == Exit::Clean {
            Exit::Failed
        } else {
            of_run
        }
    }
}

/// Folders that go again when nothing came into them.
#[derive(Debug, Default)]
struct NewFolders(Vec<PathBuf>);

impl Drop for NewFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // One that holds something stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl NewFolders {
    fn make(&mut self, folder: &Path) -> anyhow::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|f| !f.as_os_str().is_empty() && !f.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).with_context(|| format!("Folder \"{}\" tidak dapat dibuat.", folder.display()))?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }
}

impl Copies {
    /// Plans the copies among the outputs: one input file gives a file, anything else a folder of the same names.
    ///
    /// # Errors
    /// What the outputs refuse; a place among the inputs; masked names.
    pub(super) fn plan(to: &Path, masukan: &[PathBuf], masked: bool, outputs: &mut Outputs) -> anyhow::Result<Self> {
        if masked {
            bail!(
                "--anotasi menulis salinan berkas masukan seutuhnya, jadi nama dan NIP di dalamnya tidak dapat disamarkan. \
                 Pakai salah satu saja: --anotasi atau --samarkan."
            );
        }
        let found = input::files(masukan);
        let mut folders = NewFolders::default();
        let as_folder = to.is_dir() || to.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        let planned = match (masukan, found.as_slice()) {
            ([one], [file]) if !one.is_dir() && !as_folder => {
                if file.path.is_file() && !is_zip(&file.path) {
                    bail!(no_notes(&file.path));
                }
                same_ending(&file.path, to)?;
                vec![(file.path.clone(), to.to_owned())]
            }
            _ => {
                if to.is_file() {
                    bail!(
                        "Masukannya lebih dari satu berkas, sehingga --anotasi menulis ke folder, padahal \"{}\" adalah berkas. Sebutkan folder.",
                        to.display()
                    );
                }
                if !as_folder && ending(to).is_some_and(|e| is_of_a_file(&e)) {
                    bail!(
                        "Masukannya sebuah folder atau lebih dari satu berkas, sehingga --anotasi menulis ke sebuah folder, \
                         padahal \"{}\" berakhiran seperti berkas. Sebutkan nama folder tanpa akhiran, misalnya --anotasi catatan.",
                        to.display()
                    );
                }
                outside(to, masukan)?;
                places(to, masukan, &found)
            }
        };
        let planned: Vec<(PathBuf, PathBuf)> = planned.into_iter().filter(|(from, _)| is_zip(from)).collect();
        if let (true, Some(first)) = (planned.is_empty(), found.iter().find(|f| f.path.is_file())) {
            bail!(no_notes(&first.path));
        }
        for (_, place) in &planned {
            if place != to {
                folders.make(folder_of(place))?;
            }
            outputs.plan(place)?;
        }
        Ok(Self {
            planned,
            _folders: folders,
        })
    }

    /// Writes the copies; what cannot be annotated is left out and told.
    pub(super) fn write(&self, run: &Run, outputs: &mut Outputs) -> anyhow::Result<CopiesTold> {
        let mut told = CopiesTold::default();
        let mut marks = annotated::of_run(run);
        for (n, file) in (0_u32..).zip(&run.inputs.files) {
            if run.inputs.adopted_file() == Some(FileId(n)) {
                continue;
            }
            let sheets = marks.remove(&FileId(n)).unwrap_or_default();
            let planned = self
                .planned
                .iter()
                .find(|(from, _)| *visible(&from.to_string_lossy()) == *file.path);
            match copy(run, FileId(n), file, planned, &sheets, outputs) {
                Ok((place, earlier)) => {
                    told.written += 1;
                    let mut line = done(&file.path, place, &sheets, earlier);
                    if planned.is_some_and(|(from, _)| is_beside(from, place)) {
                        line.push_str(BESIDE);
                    }
                    told.done.push(line);
                }
                Err(Failed::LeftOut(why)) => told
                    .left_out
                    .push(format!("Tanpa salinan beranotasi: \"{}\" {why}.", file.path)),
                Err(Failed::Output(error)) => return Err(error),
            }
        }
        let nowhere = run.findings.iter().filter(|f| f.at.is_none()).count();
        if nowhere > 0 {
            told.done.push(format!(
                "{} temuan tidak menunjuk sebuah sel, jadi hanya ada di daftar temuan (skp periksa).",
                count(nowhere)
            ));
        }
        Ok(told)
    }
}

enum Failed {
    LeftOut(LeftOut),
    Output(anyhow::Error),
}

impl From<LeftOut> for Failed {
    fn from(why: LeftOut) -> Self {
        Self::LeftOut(why)
    }
}

/// Writes one copy; gives its place and what became of the marks of an earlier one.
fn copy<'p>(
    run: &Run,
    id: FileId,
    file: &InputFile,
    planned: Option<&'p (PathBuf, PathBuf)>,
    sheets: &[SheetMarks],
    outputs: &mut Outputs,
) -> Result<(&'p Path, OldMarks), Failed> {
    match file.format {
        None => return Err(LeftOut::NotRead.into()),
        Some(FileFormat::Xlsx) => {}
        Some(FileFormat::Csv) => return Err(LeftOut::Format("teks (CSV)").into()),
        Some(other) => return Err(LeftOut::Format(other.as_str()).into()),
    }
    if !run.inputs.sheets.iter().any(|s| s.file == id) {
        return Err(LeftOut::NotRead.into());
    }
    let (from, place) = planned.ok_or(LeftOut::Gone)?;
    let bytes = fs::read(from).map_err(|_| LeftOut::Gone)?;
    if input::fingerprint(&bytes) != file.sha256 {
        return Err(LeftOut::Changed.into());
    }
    let output = |e: crate::base::output_file::OutputError| Failed::Output(e.into());
    let copy = annotated::annotate(&bytes, sheets);
    let has_marks = sheets.iter().any(|s| !s.marks.is_empty());
    match copy {
        Err(why) if has_marks => Err(why.into()),
        Ok(copy) if !copy.is_same() => {
            let earlier = copy.earlier;
            outputs.write(place, |w| copy.write(w)).map_err(output)?;
            Ok((place, earlier))
        }
        // Nothing to mark, or nothing new: the file as it is.
        same => {
            outputs.write(place, |w| w.write_all(&bytes)).map_err(output)?;
            Ok((place, same.map(|copy| copy.earlier).unwrap_or_default()))
        }
    }
}

/// What is told about a copy.
fn done(from: &str, place: &Path, sheets: &[SheetMarks], earlier: OldMarks) -> String {
    let place = place.display();
    let marked: usize = sheets.iter().map(|s| s.marks.len()).sum();
    if marked == 0 {
        return format!(
            "Salinan \"{from}\" ditulis ke {place}; tidak ada sel yang perlu ditandai.{}",
            about(earlier)
        );
    }
    let of = |level| sheets.iter().flat_map(|s| &s.marks).filter(|m| m.level == level).count();
    let levels = [
        (Level::Galat, "galat"),
        (Level::Peringatan, "peringatan"),
        (Level::Catatan, "catatan"),
    ];
    let parts: Vec<String> = levels
        .into_iter()
        .filter(|(level, _)| of(*level) > 0)
        .map(|(level, word)| format!("{} {word}", count(of(level))))
        .collect();
    let mut line = format!(
        "Salinan beranotasi \"{from}\" ditulis ke {place}: {} sel ditandai ({}).",
        count(marked),
        parts.join(", ")
    );
    let silent: usize = sheets.iter().map(|s| s.without_note).sum();
    if silent > 0 {
        line.push_str(&format!(
            " {} di antaranya hanya diwarnai, tanpa catatan, supaya Excel tetap lancar.",
            count(silent)
        ));
    }
    line + &about(earlier)
}

/// What became of the notes and fills of an earlier run.
fn about(earlier: OldMarks) -> String {
    let mut told = String::new();
    if earlier.notes > 0 {
        told.push_str(&format!(" {} catatan lama dari skp dibuang.", count(earlier.notes)));
    }
    if earlier.cleared > 0 {
        told.push_str(&format!(" Warna tanda di {} sel dihapus.", count(earlier.cleared)));
    }
    if earlier.covered > 0 {
        told.push_str(&format!(
            " {} sel yang dulu ditandai masih berwarna, karena warnanya sebelum ditandai tidak diketahui lagi; \
             kembalikan sendiri bila perlu.",
            count(earlier.covered)
        ));
    }
    if earlier.kept_notes > 0 {
        told.push_str(&format!(
            " {} catatan lama dari skp masih ada, karena sudah ditulisi orang; hapus sendiri bila tidak perlu lagi.",
            count(earlier.kept_notes)
        ));
    }
    told
}

/// Whether somebody gives an ending to a file, and nobody to a folder.
fn is_of_a_file(ending: &str) -> bool {
    ENDINGS.contains(&ending) || input::table_endings().any(|known| known == ending)
}

/// A file that can carry no notes.
fn no_notes(from: &Path) -> String {
    let kind = match ending(from).as_deref() {
        Some("csv" | "txt" | "tsv") => "adalah teks (CSV), bukan buku kerja .xlsx",
        _ => "bukan buku kerja .xlsx",
    };
    format!(
        "--anotasi: \"{}\" {kind}, jadi selnya tidak dapat diberi warna dan catatan. \
         Simpan dulu sebagai Buku Kerja Excel (.xlsx) di Excel atau LibreOffice, lalu pakai berkas itu sebagai masukan; \
         atau baca temuannya dengan skp periksa tanpa --anotasi.",
        from.display()
    )
}

/// Whether two files are in one folder.
fn is_beside(from: &Path, place: &Path) -> bool {
    let folder = |path: &Path| real_path(folder_of(path)).ok();
    folder(from).is_some() && folder(from) == folder(place)
}

/// A copy of a workbook has the ending of its original.
fn same_ending(from: &Path, to: &Path) -> anyhow::Result<()> {
    let (from, end) = (ending(from).unwrap_or_default(), ending(to).unwrap_or_default());
    let wanted = if ENDINGS.contains(&from.as_str()) {
        from.as_str()
    } else {
        "xlsx"
    };
    if end != wanted {
        bail!(
            "--anotasi \"{}\": salinannya harus berakhiran .{wanted}, sama seperti berkas masukannya.",
            to.display()
        );
    }
    Ok(())
}

/// Copies inside a folder of inputs would be read as inputs the next time, and everybody in them twice.
fn outside(to: &Path, masukan: &[PathBuf]) -> anyhow::Result<()> {
    let there = to.ancestors().find_map(|f| {
        let folder = if f.as_os_str().is_empty() { Path::new(".") } else { f };
        real_path(folder).ok()
    });
    for folder in masukan.iter().filter(|m| m.is_dir()) {
        let inside = real_path(folder).is_ok_and(|real| there.as_ref().is_some_and(|there| there.starts_with(&real)));
        if inside {
            bail!(
                "--anotasi \"{}\" ada di dalam folder masukan \"{}\": salinannya akan ikut terbaca pada kali berikutnya. Pilih folder di luarnya.",
                to.display(),
                folder.display()
            );
        }
    }
    Ok(())
}

/// The place of each copy: the path below the folder that was named (under that folder's name where several were),
/// or the name of the file; numbered where two would be one.
fn places(to: &Path, masukan: &[PathBuf], found: &[InputPath]) -> Vec<(PathBuf, PathBuf)> {
    let folders: Vec<&PathBuf> = masukan.iter().filter(|m| m.is_dir()).collect();
    let mut taken = HashSet::new();
    let mut places = Vec::new();
    for file in found {
        let below = folders.iter().find_map(|folder| {
            let below = file.path.strip_prefix(folder).ok()?;
            let name = folder.file_name().filter(|_| folders.len() > 1);
            Some(name.map_or_else(|| below.to_owned(), |n| Path::new(n).join(below)))
        });
        let own = || file.path.file_name().map(PathBuf::from).unwrap_or_default();
        let wanted = to.join(below.unwrap_or_else(own));
        let mut place = wanted.clone();
        let mut n = 2_u32;
        while !taken.insert(place.to_string_lossy().to_lowercase()) {
            let stem = wanted.file_stem().unwrap_or_default().to_string_lossy();
            let ending = wanted
                .extension()
                .map(|e| format!(".{}", e.to_string_lossy()))
                .unwrap_or_default();
            place = wanted.with_file_name(format!("{stem} ({n}){ending}"));
            n += 1;
        }
        places.push((file.path.clone(), place));
    }
    places
}

/// Whether a file begins as a workbook of the newer kind does; others get no copy, and no place for one.
fn is_zip(path: &Path) -> bool {
    use std::io::Read;
    let mut magic = [0; 2];
    let is_file = fs::metadata(path).is_ok_and(|m| m.is_file());
    is_file && fs::File::open(path).and_then(|mut f| f.read_exact(&mut magic)).is_ok() && magic == *b"PK"
}
