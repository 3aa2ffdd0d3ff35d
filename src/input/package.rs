//! Which part of an xlsx is which sheet. calamine knows, but does not tell; we need it to look at
//! a sheet's XML before calamine reads it.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::guard::Zip;

/// Bytes of `workbook.xml` or a relationship part, at most.
const SMALL_PART: u64 = 16 << 20;

/// Parts of the workbook's sheets by sheet name, names of parts as [`key`]s. Empty or partial
/// when the package is odd: this only saves work, so nothing here is an error.
pub fn sheet_parts(zip: &mut Zip<'_>) -> HashMap<String, String> {
    let workbook = relationships(zip, "_rels/.rels")
        .into_iter()
        .find(|r| r.kind.ends_with("/officeDocument"))
        .map_or_else(
            || "xl/workbook.xml".to_owned(),
            |r| r.target.trim_start_matches('/').to_owned(),
        );
    let (folder, name) = workbook.rsplit_once('/').map_or(("", workbook.as_str()), |(f, n)| (f, n));
    let targets: HashMap<String, String> = relationships(zip, &format!("{folder}/_rels/{name}.rels"))
        .into_iter()
        .map(|r| {
            let part = match r.target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{folder}/{}", r.target),
            };
            (r.id, key(&part))
        })
        .collect();
    let mut parts = HashMap::new();
    elements(zip, &workbook, |element| {
        if element.local_name().as_ref() == "sheet"
            && let Some(part) = attribute(element, "id").and_then(|id| targets.get(&id))
            && let Some(name) = attribute(element, "name")
        {
            parts.insert(name, part.clone());
        }
    });
    parts
}

/// A part's name for comparing: case and slashes do not matter in a package.
pub fn key(part: &str) -> String {
    part.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

struct Relationship {
    id: String,
    kind: String,
    target: String,
}

fn relationships(zip: &mut Zip<'_>, part: &str) -> Vec<Relationship> {
    let mut found = Vec::new();
    elements(zip, part, |element| {
        if element.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) = (
                attribute(element, "Id"),
                attribute(element, "Type"),
                attribute(element, "Target"),
            )
        {
            found.push(Relationship { id, kind, target });
        }
    });
    found
}

/// An attribute by its local name, unescaped.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)
        .and_then(|a| {
            a.normalized_value(quick_xml::XmlVersion::Explicit1_0)
                .ok()
                .map(std::borrow::Cow::into_owned)
        })
}

/// An attribute of a part's first element, as far as it stands in its first 64 KiB.
pub fn root_attribute(zip: &mut Zip<'_>, part: &str, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let index = index_of(zip, part)?;
    // A part that breaks later than its first element still tells it.
    let _ = zip.by_index(index).ok()?.take(64 << 10).read_to_end(&mut bytes);
    let mut reader = Reader::from_reader(bytes.as_slice());
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => return attribute(&e, name),
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

fn index_of(zip: &Zip<'_>, part: &str) -> Option<usize> {
    let wanted = key(part);
    (0..zip.len()).find(|&i| zip.name_for_index(i).and_then(Result::ok).is_some_and(|n| key(&n) == wanted))
}

/// Calls `f` for each element of a part, until the part ends or breaks.
fn elements(zip: &mut Zip<'_>, part: &str, mut f: impl FnMut(&BytesStart<'_>)) {
    let Some(index) = index_of(zip, part) else { return };
    let mut bytes = Vec::new();
    let Ok(part) = zip.by_index(index) else { return };
    // Bytes that cannot be had are elements that are not seen.
    let _ = part.take(SMALL_PART).read_to_end(&mut bytes);
    let mut reader = Reader::from_reader(bytes.as_slice());
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => f(&e),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
