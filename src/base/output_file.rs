//! The outputs of a run: never over an input, whole or not at all, all together or none.
//!
//! Outputs are planned before anything is read ([`Outputs::plan`]), so that what would be refused
//! at the end is refused at the start. Each is then written to a temporary file in the folder of
//! its place ([`Outputs::write`]), and [`Outputs::publish`] renames them all. Whoever is killed on
//! the way leaves every older output as it was, and at most temporary files, which a later run
//! removes: a live run holds a lock on its own.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::real_path::real_path;

/// How the name of every temporary file begins …
const PREFIX: &str = ".skp-";
/// … and ends. Names between them are of letters and digits only.
const SUFFIX: &str = ".tmp";
/// Links followed to the file they name; the system itself follows as many.
const LINKS: usize = 40;

/// Why an output was not written. Nothing is left behind, and what was there is still there.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// There is one already.
    #[error("\"{}\" sudah ada dan tidak ditimpa. Pakai nama lain, atau tambahkan --paksa bila memang hendak ditimpa.", .0.display())]
    Exists(PathBuf),
    /// It is a file that this run reads.
    #[error("\"{}\" adalah berkas masukan, dan masukan tidak pernah ditimpa, dengan --paksa pun tidak. Beri nama lain untuk keluarannya.", .0.display())]
    IsInput(PathBuf),
    /// It is a file that this run reads, spelled in other letter case.
    #[error("\"{}\" hanya berbeda huruf besar-kecilnya dari berkas masukan \"{}\", dan di banyak komputer keduanya berkas yang sama. Beri nama lain untuk keluarannya.", .0.display(), .1.display())]
    LikeInput(PathBuf, PathBuf),
    /// Two outputs of the run would be one file.
    #[error("\"{}\" dan \"{}\" adalah berkas yang sama, padahal isinya dua keluaran yang berlainan. Beri masing-masing nama sendiri.", .0.display(), .1.display())]
    Same(PathBuf, PathBuf),
    /// The folder is not there.
    #[error("Folder \"{}\" tidak ada. Buat dulu foldernya, atau pilih folder lain.", .0.display())]
    NoFolder(PathBuf),
    /// A folder stands there.
    #[error("\"{}\" adalah folder, bukan berkas. Beri nama berkas di dalamnya.", .0.display())]
    Folder(PathBuf),
    /// A device, a pipe, a socket.
    #[error("\"{}\" bukan berkas biasa (perangkat, pipa, atau soket), jadi tidak ditulisi. Beri nama berkas biasa.", .0.display())]
    NotRegular(PathBuf),
    /// A link that leads back to itself.
    #[error("\"{}\" adalah tautan yang menunjuk kembali ke dirinya sendiri, jadi tidak ada berkas yang dapat ditulis. Beri nama lain.", .0.display())]
    LinkLoop(PathBuf),
    /// The file is open elsewhere.
    #[error("\"{}\" sedang dibuka program lain. Tutup berkas itu (di Excel), lalu jalankan lagi.", .0.display())]
    InUse(PathBuf),
    /// Anything else: no space, no permission …
    #[error("\"{}\" tidak dapat ditulis: {}.", .0.display(), explain(.1))]
    Io(PathBuf, #[source] io::Error),
}

/// Why something cannot be written, in words.
#[must_use]
pub fn explain(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "tidak ada izin menulis di sana",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "tempat penyimpanan penuh",
        io::ErrorKind::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca",
        io::ErrorKind::FileTooLarge => "berkasnya terlalu besar untuk tempat penyimpanan itu",
        io::ErrorKind::InvalidFilename => "namanya tidak diterima tempat penyimpanan itu",
        io::ErrorKind::AlreadyExists => "di sana sudah ada sesuatu yang bukan folder",
        io::ErrorKind::NotADirectory => "sebagian letaknya bukan folder",
        _ => "sistem menolaknya",
    }
}

/// A file that the run reads.
#[derive(Debug, Clone)]
pub struct InputPath {
    /// Where it is, as it was given or found.
    pub path: PathBuf,
    /// The user named it; otherwise it was found in a folder that he named.
    pub named: bool,
}

/// The outputs of one run.
#[derive(Debug)]
pub struct Outputs {
    overwrite: bool,
    inputs: Vec<InputPath>,
    /// Whether a file was written by this program and holds no data: found in a folder of inputs
    /// it may be replaced, since it would be passed over.
    own: fn(&Path) -> bool,
    planned: Vec<OutputTarget>,
    staged: Vec<Staged>,
}

/// A place for an output.
#[derive(Debug)]
struct OutputTarget {
    /// As typed.
    path: PathBuf,
    /// The file that will be written: links followed, folder absolute.
    real: PathBuf,
}

/// A finished temporary file that waits for its place.
#[derive(Debug)]
struct Staged {
    file: NamedTempFile,
    target: OutputTarget,
}

impl Outputs {
    /// Outputs of a run that reads nothing. `overwrite`: existing files may be replaced.
    pub fn new(overwrite: bool) -> Self {
        Self {
            overwrite,
            inputs: Vec::new(),
            own: |_| false,
            planned: Vec::new(),
            staged: Vec::new(),
        }
    }

    /// Names what the run reads; none of it is ever replaced, but for files found in a folder
    /// which `own` knows as this program's own.
    pub fn reading(mut self, inputs: Vec<InputPath>, own: fn(&Path) -> bool) -> Self {
        self.inputs = inputs;
        self.own = own;
        self
    }

    /// Takes up an output, or says why it cannot be written. Call it for every output before the
    /// work begins.
    pub fn plan(&mut self, path: &Path) -> Result<(), OutputError> {
        let target = self.judge(path)?;
        let twin = self
            .planned
            .iter()
            .find(|t| same_name(&t.real, &target.real) || is_same_file(&t.real, &target.real));
        if let Some(twin) = twin {
            return Err(OutputError::Same(twin.path.clone(), target.path));
        }
        if let Some(folder) = target.real.parent() {
            sweep(folder);
        }
        self.planned.push(target);
        Ok(())
    }

    /// The files that will be written, links followed: no reader should take them for inputs.
    pub fn places(&self) -> impl Iterator<Item = &Path> {
        self.planned.iter().map(|t| t.real.as_path())
    }

    fn judge(&self, path: &Path) -> Result<OutputTarget, OutputError> {
        // A link to a pipe or a device may have no name to follow (/dev/stdout).
        if fs::metadata(path).is_ok_and(|there| !there.is_dir() && !there.is_file()) {
            return Err(OutputError::NotRegular(path.to_owned()));
        }
        let real = followed(path)?;
        if let Some(input) = self.inputs.iter().find(|i| is_same_file(&i.path, &real))
            && (input.named || !(self.own)(&real))
        {
            return Err(OutputError::IsInput(path.to_owned()));
        }
        let alike = self
            .inputs
            .iter()
            .find(|i| !is_same_file(&i.path, &real) && real_path(&i.path).is_ok_and(|input| same_name(&input, &real)));
        if let Some(input) = alike {
            return Err(OutputError::LikeInput(path.to_owned(), input.path.clone()));
        }
        match fs::metadata(&real) {
            Ok(there) if there.is_dir() => return Err(OutputError::Folder(path.to_owned())),
            Ok(there) if !there.is_file() => return Err(OutputError::NotRegular(path.to_owned())),
            Ok(_) if !self.overwrite => return Err(OutputError::Exists(path.to_owned())),
            Ok(_) => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => return Err(OutputError::Io(path.to_owned(), e)),
        }
        Ok(OutputTarget {
            path: path.to_owned(),
            real,
        })
    }

    /// Writes an output through `fill` to a temporary file beside its place; [`Outputs::publish`]
    /// puts it there.
    pub fn write(&mut self, path: &Path, fill: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> Result<(), OutputError> {
        if !self.planned.iter().any(|t| t.path == path) {
            self.plan(path)?;
        }
        let target = self.judge(path)?;
        let fail = |e| OutputError::Io(path.to_owned(), unwrapped(e));
        let file = temporary(&target).map_err(fail)?;
        let mut writer = BufWriter::with_capacity(1 << 16, file.as_file());
        fill(&mut writer).and_then(|()| writer.flush()).map_err(fail)?;
        drop(writer);
        self.staged.push(Staged { file, target });
        Ok(())
    }

    /// Puts all that was written in place. Where one of them fails, the others are taken back.
    pub fn publish(self) -> Result<(), OutputError> {
        let together = self.staged.len() > 1;
        let mut done: Vec<(PathBuf, Option<NamedTempFile<()>>)> = Vec::new();
        for Staged { file, target } in self.staged {
            let before = together.then(|| kept(&target.real)).flatten();
            if let Err(error) = place(file, &target, self.overwrite) {
                take_back(done);
                return Err(error);
            }
            done.push((target.real, before));
        }
        Ok(())
    }
}

/// Writes one file, whole or not at all, in a run that reads nothing.
pub fn write(
    path: &Path,
    overwrite: bool,
    fill: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>,
) -> Result<(), OutputError> {
    let mut outputs = Outputs::new(overwrite);
    outputs.write(path, fill)?;
    outputs.publish()
}

/// What the system said, where the CSV writer has wrapped it.
fn unwrapped(error: io::Error) -> io::Error {
    let is_wrapped = error
        .get_ref()
        .is_some_and(|e| e.downcast_ref::<csv::Error>().is_some_and(csv::Error::is_io_error));
    if !is_wrapped {
        return error;
    }
    let inner = error.into_inner().and_then(|e| e.downcast::<csv::Error>().ok());
    match inner.map(|e| e.into_kind()) {
        Some(csv::ErrorKind::Io(error)) => error,
        _ => io::ErrorKind::Other.into(),
    }
}

/// The file behind a path: links followed even where they lead to nothing yet, the folder absolute.
fn followed(path: &Path) -> Result<PathBuf, OutputError> {
    let mut at = path.to_owned();
    for _ in 0..LINKS {
        let is_link = fs::symlink_metadata(&at).is_ok_and(|m| m.is_symlink());
        if !is_link {
            let (Some(name), folder) = (at.file_name(), folder_of(&at)) else {
                return Err(OutputError::Folder(path.to_owned()));
            };
            let folder = real_path(folder).map_err(|_| OutputError::NoFolder(folder.to_owned()))?;
            if !folder.is_dir() {
                return Err(OutputError::NoFolder(folder));
            }
            return Ok(folder.join(name));
        }
        let to = fs::read_link(&at).map_err(|e| OutputError::Io(path.to_owned(), e))?;
        at = folder_of(&at).join(to);
    }
    Err(OutputError::LinkLoop(path.to_owned()))
}

/// The folder a path stands in, as far as the path says.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Two paths that differ in letter case at most.
fn same_name(a: &Path, b: &Path) -> bool {
    a == b || a.to_string_lossy().to_lowercase() == b.to_string_lossy().to_lowercase()
}

/// Whether both paths lead to one file, by what the file is and not by its name.
fn is_same_file(a: &Path, b: &Path) -> bool {
    // Only regular files are opened: a pipe would wait for its other end.
    let regular = |p: &Path| fs::metadata(p).ok().filter(Metadata::is_file);
    match (regular(a), regular(b)) {
        (Some(of_a), Some(of_b)) if of_a.len() == of_b.len() => same_file::is_same_file(a, b).unwrap_or(false),
        _ => false,
    }
}

/// A locked temporary file in the folder of the target: with the mode of the file it will
/// replace, or that of a new file.
fn temporary(target: &OutputTarget) -> io::Result<NamedTempFile> {
    let folder = folder_of(&target.real);
    loop {
        let file = builder().tempfile_in(folder)?;
        // Where locks do not work, no run removes what another left.
        let locked = file.as_file().lock().is_ok();
        // Another run may have taken it for a dead one's before the lock was there.
        if locked && !file.path().exists() {
            continue;
        }
        if let Ok(before) = fs::metadata(&target.real) {
            // A report with narrower permissions is still whole; not worth failing for.
            let _ = file.as_file().set_permissions(before.permissions());
        }
        return Ok(file);
    }
}

#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    // The mode any program asks for; the umask takes from it.
    builder
        .permissions(fs::Permissions::from_mode(0o666))
        .prefix(PREFIX)
        .suffix(SUFFIX);
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
}

/// A second name for a file that is about to be replaced, gone when dropped. `None`: there is no
/// file, or its file system knows no second names.
fn kept(real: &Path) -> Option<NamedTempFile<()>> {
    let link = |path: &Path| fs::hard_link(real, path);
    builder().make_in(folder_of(real), link).ok()
}

/// Undoes what was published: the older file comes back, a new one goes.
fn take_back(done: Vec<(PathBuf, Option<NamedTempFile<()>>)>) {
    for (real, before) in done.into_iter().rev() {
        // The first error is the one that is told; here there is no better way left.
        let _ = match before {
            Some(before) => before.persist(&real).map_err(|e| e.error),
            None => fs::remove_file(&real),
        };
    }
}

/// Renames a finished file into its place.
fn place(file: NamedTempFile, target: &OutputTarget, overwrite: bool) -> Result<(), OutputError> {
    let result = if overwrite {
        file.persist(&target.real)
    } else {
        file.persist_noclobber(&target.real)
    };
    result.map(|_| ()).map_err(|e| match e.error.kind() {
        io::ErrorKind::AlreadyExists => OutputError::Exists(target.path.clone()),
        io::ErrorKind::PermissionDenied if cfg!(windows) && target.real.exists() => OutputError::InUse(target.path.clone()),
        _ => OutputError::Io(target.path.clone(), e.error),
    })
}

/// Removes temporary files of runs that no longer live.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(is_temporary);
        if !is_ours || !entry.file_type().is_ok_and(|t| t.is_file()) {
            continue;
        }
        // Whoever lives holds the lock; whoever cannot be asked is left alone.
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file name is that of a temporary file of ours.
pub fn is_temporary(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .and_then(|n| n.strip_suffix(SUFFIX))
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(path: &Path, named: bool) -> Vec<InputPath> {
        vec![InputPath {
            path: path.to_owned(),
            named,
        }]
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn whole_or_absent_and_never_overwritten_by_accident() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        let failed = write(&path, false, |w| {
            w.write_all(b"half")?;
            Err(io::Error::other("x"))
        });
        assert!(matches!(failed, Err(OutputError::Io(..))));
        let full = write(&path, false, |_| {
            Err(csv::Error::from(io::Error::from(io::ErrorKind::StorageFull)).into())
        });
        assert!(full.unwrap_err().to_string().contains("penyimpanan penuh"));
        assert!(names(dir.path()).is_empty(), "nothing left behind");

        write(&path, false, |w| w.write_all(b"one")).unwrap();
        assert!(matches!(
            write(&path, false, |w| w.write_all(b"two")),
            Err(OutputError::Exists(_))
        ));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write(&path, true, |w| w.write_all(b"two")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let plan = |path: &Path| Outputs::new(true).plan(path);
        assert!(matches!(plan(&dir.path().join("x/y.txt")), Err(OutputError::NoFolder(_))));
        assert!(matches!(plan(dir.path()), Err(OutputError::Folder(_))));
        assert!(matches!(plan(&dir.path().join("a.txt/y.txt")), Err(OutputError::NoFolder(_))));
    }

    #[test]
    fn an_input_is_never_an_output() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data.xlsx");
        fs::write(&data, "isi").unwrap();
        let plan = |path: &Path, inputs| Outputs::new(true).reading(inputs, |_| false).plan(path);
        assert!(matches!(plan(&data, input(&data, true)), Err(OutputError::IsInput(_))));
        assert!(matches!(plan(&data, input(&data, false)), Err(OutputError::IsInput(_))));
        let dotted = dir.path().join(".").join("data.xlsx");
        assert!(matches!(plan(&dotted, input(&data, true)), Err(OutputError::IsInput(_))));
        assert!(matches!(
            plan(&dir.path().join("DATA.xlsx"), input(&data, true)),
            Err(OutputError::LikeInput(..))
        ));
        let hard = dir.path().join("keras.xlsx");
        fs::hard_link(&data, &hard).unwrap();
        assert!(matches!(plan(&hard, input(&data, true)), Err(OutputError::IsInput(_))));
        assert!(plan(&dir.path().join("lain.xlsx"), input(&data, true)).is_ok());

        // A report of an earlier run in the folder may be written again, unless it was named.
        let own = |path: &Path, named| Outputs::new(true).reading(input(&data, named), |_| true).plan(path);
        assert!(own(&data, false).is_ok());
        assert!(matches!(own(&data, true), Err(OutputError::IsInput(_))));
        assert_eq!(fs::read(&data).unwrap(), b"isi");
    }

    #[test]
    fn two_outputs_are_two_files_and_appear_together() {
        let dir = tempfile::tempdir().unwrap();
        let (a, b) = (dir.path().join("a.xlsx"), dir.path().join("b.json"));
        let mut outputs = Outputs::new(true);
        outputs.plan(&a).unwrap();
        for same in [&a, &dir.path().join("A.XLSX")] {
            assert!(matches!(outputs.plan(same), Err(OutputError::Same(..))));
        }
        outputs.plan(&b).unwrap();
        outputs.write(&a, |w| w.write_all(b"1")).unwrap();
        outputs.write(&b, |w| w.write_all(b"2")).unwrap();
        assert!(!a.exists() && !b.exists(), "nothing before all is written");
        outputs.publish().unwrap();
        assert_eq!(names(dir.path()), ["a.xlsx", "b.json"]);

        // The second cannot be put in place: the first is as it was.
        let mut outputs = Outputs::new(true);
        let c = dir.path().join("c.csv");
        for path in [&c, &a, &b] {
            outputs.write(path, |w| w.write_all(b"new")).unwrap();
        }
        fs::remove_file(&b).unwrap();
        fs::create_dir(&b).unwrap();
        assert!(outputs.publish().is_err());
        assert_eq!(fs::read(&a).unwrap(), b"1");
        assert_eq!(names(dir.path()), ["a.xlsx", "b.json"]);
    }

    #[test]
    fn what_a_dead_run_left_is_removed_and_a_live_one_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".skp-aB12cd.tmp"), "mati").unwrap();
        fs::write(dir.path().join(".skp-catatan saya.tmp"), "bukan kami").unwrap();
        let out = dir.path().join("a.csv");
        let mut live = Outputs::new(true);
        live.write(&out, |w| w.write_all(b"1")).unwrap();
        let mut other = Outputs::new(true);
        other.plan(&dir.path().join("b.csv")).unwrap();
        assert_eq!(names(dir.path()).len(), 2, "{:?}", names(dir.path()));
        live.publish().unwrap();
        assert_eq!(names(dir.path()), [".skp-catatan saya.tmp", "a.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_written_through_and_only_regular_files_replaced() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir(at("dalam")).unwrap();
        symlink("dalam/asli.csv", at("taut.csv")).unwrap();
        write(&at("taut.csv"), false, |w| w.write_all(b"1")).unwrap();
        assert_eq!(fs::read(at("dalam/asli.csv")).unwrap(), b"1");
        assert!(fs::symlink_metadata(at("taut.csv")).unwrap().is_symlink());
        fs::set_permissions(at("dalam/asli.csv"), fs::Permissions::from_mode(0o640)).unwrap();
        write(&at("taut.csv"), true, |w| w.write_all(b"2")).unwrap();
        assert_eq!(
            fs::metadata(at("dalam/asli.csv")).unwrap().permissions().mode() & 0o777,
            0o640
        );

        // A new file has the mode of any new file here, whatever the umask.
        fs::write(at("biasa"), "").unwrap();
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
        write(&at("baru.csv"), false, |w| w.write_all(b"3")).unwrap();
        assert_eq!(mode("baru.csv"), mode("biasa"));

        symlink("putar", at("putar")).unwrap();
        for odd in ["/dev/null", "/dev/full"] {
            assert!(matches!(
                Outputs::new(true).plan(Path::new(odd)),
                Err(OutputError::NotRegular(_))
            ));
        }
        assert!(matches!(Outputs::new(true).plan(&at("putar")), Err(OutputError::LinkLoop(_))));
        symlink("/dev/null", at("nol.csv")).unwrap();
        assert!(matches!(
            Outputs::new(true).plan(&at("nol.csv")),
            Err(OutputError::NotRegular(_))
        ));
    }
}
