//! Outputs appear whole or not at all: a temporary file in the same folder, then a rename.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Why an output was not written. Nothing is left behind, and what was there is still there.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// There is one already.
    #[error("\"{}\" sudah ada dan tidak ditimpa. Pakai nama lain, atau tambahkan --paksa bila memang hendak ditimpa.", .0.display())]
    Exists(PathBuf),
    /// The folder is not there.
    #[error("Folder \"{}\" tidak ada. Buat dulu foldernya, atau pilih folder lain.", .0.display())]
    NoFolder(PathBuf),
    /// The file is open elsewhere.
    #[error("\"{}\" sedang dibuka program lain. Tutup berkas itu (di Excel), lalu jalankan lagi.", .0.display())]
    InUse(PathBuf),
    /// Anything else: no space, no permission …
    #[error("\"{}\" tidak dapat ditulis: {}.", .0.display(), explain(.1))]
    Io(PathBuf, io::Error),
}

fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "tidak ada izin menulis di sana".into(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "tempat penyimpanan penuh".into(),
        io::ErrorKind::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca".into(),
        io::ErrorKind::IsADirectory => "itu sebuah folder".into(),
        _ => error.to_string(),
    }
}

/// Refuses early, before long work, what [`write()`] would refuse at its end.
pub fn check(path: &Path, paksa: bool) -> Result<(), OutputError> {
    if path.is_dir() {
        return Err(OutputError::Io(path.to_owned(), io::ErrorKind::IsADirectory.into()));
    }
    if path.exists() && !paksa {
        return Err(OutputError::Exists(path.to_owned()));
    }
    let folder = folder(path);
    if folder.is_dir() {
        Ok(())
    } else {
        Err(OutputError::NoFolder(folder.to_owned()))
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a file through `fill`; it takes its place only when everything went well.
pub fn write(path: &Path, paksa: bool, fill: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>) -> Result<(), OutputError> {
    check(path, paksa)?;
    let fail = |e: io::Error| OutputError::Io(path.to_owned(), e);
    let temporary = tempfile::Builder::new()
        .prefix(".skp-")
        .tempfile_in(folder(path))
        .map_err(fail)?;
    let mut writer = BufWriter::with_capacity(1 << 16, temporary.as_file());
    fill(&mut writer).and_then(|()| writer.flush()).map_err(fail)?;
    drop(writer);
    place(temporary, path, paksa)
}

/// Puts a finished temporary file in its place, with the permissions a new file would have.
pub fn place(temporary: tempfile::NamedTempFile, path: &Path, paksa: bool) -> Result<(), OutputError> {
    let result = if paksa {
        temporary.persist(path)
    } else {
        temporary.persist_noclobber(path)
    };
    let file = result.map_err(|e| match e.error.kind() {
        io::ErrorKind::AlreadyExists => OutputError::Exists(path.to_owned()),
        io::ErrorKind::PermissionDenied if path.exists() => OutputError::InUse(path.to_owned()),
        _ => OutputError::Io(path.to_owned(), e.error),
    })?;
    readable(&file);
    Ok(())
}

/// A temporary file is private (0600); a report is an ordinary file, readable as the others are.
#[cfg(unix)]
fn readable(file: &File) {
    use std::os::unix::fs::PermissionsExt;
    // A report with narrower permissions is still whole; not worth failing for.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable(_: &File) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_or_absent_and_never_overwritten_by_accident() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.txt");
        let failed = write(&path, false, |w| {
            w.write_all(b"half")?;
            Err(io::Error::other("x"))
        });
        assert!(matches!(failed, Err(OutputError::Io(..))));
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "nothing left behind");

        write(&path, false, |w| w.write_all(b"one")).unwrap();
        assert!(matches!(
            write(&path, false, |w| w.write_all(b"two")),
            Err(OutputError::Exists(_))
        ));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write(&path, true, |w| w.write_all(b"two")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert!(matches!(
            check(&dir.path().join("x/y.txt"), true),
            Err(OutputError::NoFolder(_))
        ));
    }
}
