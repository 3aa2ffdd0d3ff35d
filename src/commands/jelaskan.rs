//! `skp jelaskan`: the list of finding codes; `skp jelaskan KODE`: one of them; `skp jelaskan NIP
//! MASUKAN…`: one person's result.

use std::mem::ManuallyDrop;
use std::path::Path;

use anyhow::bail;

use super::console;
use super::request;
use crate::base::text;
use crate::check::catalogue;
use crate::cli::{FindingArgs, Format, JelaskanArgs};
use crate::exit::Exit;
use crate::finding::Code;
use crate::model::PegawaiId;
use crate::report::json::{self, Code1, Codes1, Explanation1};
use crate::report::{explain, manual, mask::Mask};
use crate::run::Run;
use crate::score;

pub(super) fn run(args: &JelaskanArgs) -> anyhow::Result<Exit> {
    match args.show.format {
        Format::Tabel | Format::Json => {}
        Format::Csv => bail!("--format csv: penjelasan bukan tabel. Pakai --format json, atau jalankan tanpa --format."),
    }
    let Some(subject) = args.subject.as_deref().map(str::trim) else {
        return list_codes(args);
    };
    if let Some(code) = catalogue::find(subject) {
        return explain_code(code, args);
    }
    if is_code(subject) {
        bail!("Kode temuan \"{subject}\" tidak ada. Daftarnya: skp jelaskan.");
    }
    explain_person(subject, args)
}

fn explain_person(subject: &str, args: &JelaskanArgs) -> anyhow::Result<Exit> {
    file_first(subject, args)?;
    if args.masukan.is_empty() {
        bail!(
            "Untuk menjelaskan hasil seorang pegawai, sebutkan juga berkasnya: skp jelaskan {subject} BERKAS. \
             Untuk kode temuan, tulis misalnya skp jelaskan KAS002."
        );
    }
    let mut request = request::request_of(args.masukan.clone(), &args.rules, &FindingArgs::default())?;
    request::calibrate(&mut request, args.kalibrasi.as_deref());
    // The process ends with this: taking the run apart piece by piece would serve nobody.
    let run = ManuallyDrop::new(request::run(&args.show, &request)?);
    let mask = request::mask(&args.show, &run.inputs, &run.tables, &run.data);
    let id = who(subject, &run, &mask)?;
    let mut explanation = score::explain(&run.data, &run.aturan, &request.score, id);
    // What comes after the scoring of one person is taken from the run.
    let hasil = &run.scores.pegawai[id];
    explanation.hasil.unit_rank = hasil.unit_rank;
    explanation.hasil.temuan.clone_from(&hasil.temuan);
    if args.show.format == Format::Json {
        console::out_with(|w| json::write(w, &Explanation1::new(&run, &explanation, &mask)))?;
    } else {
        console::out(&explain::text(&run, &explanation, &mask), args.show.warna)?;
    }
    Ok(Exit::Clean)
}

/// Refuses a file where the person should be named.
fn file_first(subject: &str, args: &JelaskanArgs) -> anyhow::Result<()> {
    if !Path::new(subject).is_file() {
        return Ok(());
    }
    let first = args.masukan.first().filter(|name| !name.exists());
    match (first, args.masukan.is_empty()) {
        (Some(person), _) if !args.show.samarkan => bail!(
            "\"{subject}\" adalah berkas. Yang dijelaskan disebut lebih dahulu, berkasnya sesudahnya: \
             skp jelaskan \"{}\" \"{subject}\".",
            person.display()
        ),
        (Some(_), _) | (None, true) => bail!(
            "\"{subject}\" adalah berkas. Sebutkan lebih dahulu NIP atau nama pegawainya, baru berkasnya: \
             skp jelaskan NIP \"{subject}\"."
        ),
        (None, false) => Ok(()),
    }
}

/// The person of a NIP, or of a name that only one person has.
fn who(subject: &str, run: &Run, mask: &Mask) -> anyhow::Result<PegawaiId> {
    let data = &run.data;
    let nip: String = subject.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    if let Some(id) = data
        .find(&nip)
        .or_else(|| data.all().find(|(_, p)| *p.nip == *subject).map(|(id, _)| id))
    {
        return Ok(id);
    }
    if subject.chars().any(|c| c.is_ascii_digit()) {
        bail!(
            "NIP {} tidak ada dalam data. {}",
            mask.nip(subject),
            passed_over(run, mask).unwrap_or_else(|| "Periksa penulisannya (18 angka), atau berkas yang disertakan.".to_owned())
        );
    }
    let wanted = text::match_key(subject);
    let named: Vec<_> = data
        .all()
        .filter(|(_, p)| text::match_key(&p.nama).contains(&*wanted))
        .collect();
    match named[..] {
        [(id, _)] => Ok(id),
        [] => bail!(
            "Tidak ada pegawai bernama \"{}\" dalam data. {}",
            mask.name(subject),
            passed_over(run, mask).unwrap_or_else(|| "Tulis sebagian namanya, atau NIP-nya.".to_owned())
        ),
        _ if mask.is_on() => bail!("{} pegawai cocok dengan nama itu. Sebutkan NIP-nya.", named.len()),
        _ => {
            let list: Vec<String> = named
                .iter()
                .take(20)
                .map(|(_, p)| format!("  {}  {}", p.nip, p.nama))
                .collect();
            bail!(
                "{} pegawai cocok dengan \"{subject}\". Sebutkan NIP-nya:\n{}",
                named.len(),
                list.join("\n")
            )
        }
    }
}

/// What was not read because it is for another period: it may be where the person stands.
fn passed_over(run: &Run, mask: &Mask) -> Option<String> {
    let told = run.findings.iter().find(|f| matches!(f.kode, "STR027" | "STR028"))?;
    Some(format!("{} {}", mask.text(&told.message), mask.text(&told.advice)))
}

/// Three letters and three digits.
fn is_code(text: &str) -> bool {
    text.len() == 6
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i < 3 { b.is_ascii_alphabetic() } else { b.is_ascii_digit() })
}

fn explain_code(code: &'static Code, args: &JelaskanArgs) -> anyhow::Result<Exit> {
    if args.show.format == Format::Json {
        console::out_with(|w| json::write(w, &Code1::new(code)))?;
    } else {
        console::out(&manual::page(code, console::screen().width()), args.show.warna)?;
    }
    Ok(Exit::Clean)
}

fn list_codes(args: &JelaskanArgs) -> anyhow::Result<Exit> {
    let all = catalogue::all();
    if args.show.format == Format::Json {
        console::out_with(|w| json::write(w, &Codes1::new(all)))?;
    } else {
        console::out(&manual::list(all), args.show.warna)?;
    }
    Ok(Exit::Clean)
}
