//! Kaskade: the tree of RHK from the sasaran down, as an outline; broken links come first, marked.

use std::collections::{HashMap, HashSet};

use rust_xlsxwriter::{Format, Worksheet};

use crate::finding::Level;
use crate::model::vocab::JenisRhk;
use crate::model::{BrokenLink, Data, PegawaiId, RencanaHasilKerja, RhkId, Tautan, TautanKe};

use super::sheet_table::{Hasil, Ruang, Tabel, kolom};
use super::sheets::Lembar;
use super::styles::Isi;
use super::text::daftar;
use crate::report::words::count;

/// The RHK of the data set and what hangs on what.
struct Pohon<'a> {
    data: &'a Data,
    /// RHK below an RHK, in the order of the data.
    anak: HashMap<RhkId, Vec<RhkId>>,
    /// RHK below a sasaran.
    bawah_sasaran: Vec<Vec<RhkId>>,
    /// RHK with a link that leads nowhere.
    putus: Vec<RhkId>,
    /// RHK utama without any link that are nobody's root by right.
    tanpa_tautan: Vec<RhkId>,
    /// Heads' RHK without a link.
    puncak: Vec<RhkId>,
    /// People with bawahan: only for them is an RHK that nobody carries worth a word.
    memimpin: HashSet<PegawaiId>,
    /// Kinerja tambahan stands outside the cascade; only counted.
    tambahan: usize,
}

impl<'a> Pohon<'a> {
    fn new(data: &'a Data) -> Self {
        let mut tree = Self {
            data,
            anak: HashMap::new(),
            bawah_sasaran: vec![Vec::new(); data.sasaran.len()],
            putus: Vec::new(),
            tanpa_tautan: Vec::new(),
            puncak: Vec::new(),
            memimpin: data
                .pegawai
                .iter()
                .filter_map(|p| data.find(p.posting_terakhir()?.nip_atasan.get()?))
                .collect(),
            tambahan: 0,
        };
        for (pegawai, p) in data.semua() {
            for (rhk, r) in (0_u32..).zip(&p.rhk) {
                let id = RhkId { pegawai, rhk };
                if r.jenis.get() == Some(&JenisRhk::Tambahan) {
                    tree.tambahan += 1;
                    continue;
                }
                tree.place_at(id, r);
            }
        }
        tree
    }

    /// Hangs an RHK under the first link that holds: in one place only, or shared branches would
    /// be drawn again and again. Its other links are told in words.
    fn place_at(&mut self, id: RhkId, r: &RencanaHasilKerja) {
        if r.tautan.iter().any(|t| t.ke.is_err()) {
            self.putus.push(id);
            return;
        }
        match r.tautan.iter().find_map(|t| t.ke.as_ref().ok()) {
            Some(TautanKe::Rhk(parent)) => self.anak.entry(*parent).or_default().push(id),
            Some(TautanKe::Sasaran(s)) => match self.bawah_sasaran.get_mut(*s as usize) {
                Some(list) => list.push(id),
                None => self.puncak.push(id),
            },
            None if self.kepala(id) => self.puncak.push(id),
            None => self.tanpa_tautan.push(id),
        }
    }

    /// JPT and unit mandiri stand at the top; nobody above them need be in the data.
    fn kepala(&self, id: RhkId) -> bool {
        let jenis = self
            .data
            .pegawai(id.pegawai)
            .posting_terakhir()
            .and_then(|x| x.jenis_jabatan.get().copied());
        jenis.is_some_and(crate::model::vocab::JenisJabatan::jpt_atau_mandiri)
    }
}

/// Writes the sheet.
pub(super) fn write(ruang: &Ruang<'_>) -> Hasil<Vec<Worksheet>> {
    let tree = Pohon::new(ruang.bahan.data);
    let columns = vec![
        kolom("Kaskade", 60.0, Isi::Bungkus),
        kolom("Tautan", 15.0, Isi::Text),
        kolom("Nama", 24.0, Isi::Bungkus),
        kolom("Unit kerja", 24.0, Isi::Bungkus),
        kolom("Kode RHK", 9.0, Isi::Nip),
        kolom("Meng-intervensi", 12.0, Isi::Nip),
        kolom("Didukung (RHK)", 10.0, Isi::Bulat),
        kolom("Keterangan", 40.0, Isi::Bungkus),
        kolom("NIP", 20.0, Isi::Nip),
        kolom("Jabatan", 32.0, Isi::Text),
    ];
    let rows = ruang.bahan.data.pegawai.iter().map(|p| p.rhk.len()).sum::<usize>() + tree.bawah_sasaran.len() + 8;
    let title = vec![
        format!(
            "Kaskade kinerja: {} tautan putus, {} RHK utama tanpa tautan, {} RHK tambahan di luar kaskade",
            count(tree.putus.len()),
            count(tree.tanpa_tautan.len()),
            count(tree.tambahan)
        ),
        "Buka atau tutup cabang dengan tombol + dan − di tepi kiri. ✓ tersambung · ✗ putus · ○ belum didukung RHK bawahan."
            .to_owned(),
    ];
    let mut t = Tabel::new(ruang, Lembar::Kaskade, columns, 1, title, rows)?;
    t.atas();
    t.cetak_kolom(8);
    let mut seen = Terlihat::new(ruang.bahan.data);

    if !tree.putus.is_empty() {
        bagian(&mut t, "✗ TAUTAN PUTUS — perbaiki lebih dulu; yang di bawahnya ikut terlepas")?;
        cabang(&mut t, &tree, &tree.putus, 1, &mut seen)?;
    }
    if !tree.tanpa_tautan.is_empty() {
        bagian(&mut t, "▲ TANPA TAUTAN — RHK utama yang tidak menyebut RHK atasan")?;
        cabang(&mut t, &tree, &tree.tanpa_tautan, 1, &mut seen)?;
    }
    for (sasaran, below) in ruang.bahan.data.sasaran.iter().zip(&tree.bawah_sasaran) {
        t.siap()?;
        let mark = if below.is_empty() { "○ " } else { "" };
        let text = format!("{mark}SASARAN {} — {}", sasaran.kode, sasaran.sasaran);
        t.teks_gaya(0, &text, &ruang.gaya.jumlah)?;
        t.teks(3, &sasaran.unit_kerja)?;
        t.bulat(6, u32::try_from(below.len()).unwrap_or(u32::MAX))?;
        if below.is_empty() {
            t.teks(7, "belum ada RHK pimpinan yang mengambil sasaran ini")?;
        }
        t.lanjut()?;
        cabang(&mut t, &tree, below, 1, &mut seen)?;
    }
    if !tree.puncak.is_empty() {
        bagian(&mut t, "PUNCAK — RHK pimpinan tanpa sasaran")?;
        cabang(&mut t, &tree, &tree.puncak, 1, &mut seen)?;
    }
    let circle = seen.belum(&tree);
    if !circle.is_empty() {
        bagian(&mut t, "✗ MELINGKAR — RHK ini saling mengintervensi tanpa pangkal")?;
        cabang(&mut t, &tree, &circle, 1, &mut seen)?;
    }
    t.selesai()
}

fn bagian(t: &mut Tabel<'_, '_>, text: &str) -> Hasil<()> {
    t.siap()?;
    t.teks_gaya(0, text, &t.ruang.gaya.jumlah)?;
    t.lanjut()
}

/// Which RHK are on the sheet already.
struct Terlihat {
    /// First index of each person's RHK in `ada`.
    awal: Vec<usize>,
    ada: Vec<bool>,
}

impl Terlihat {
    fn new(data: &Data) -> Self {
        let mut awal = Vec::with_capacity(data.pegawai.len());
        let mut n = 0;
        for p in &data.pegawai {
            awal.push(n);
            n += p.rhk.len();
        }
        Self {
            awal,
            ada: vec![false; n],
        }
    }

    /// True the first time.
    fn mark(&mut self, id: RhkId) -> bool {
        let i = self.awal[id.pegawai.0 as usize] + id.rhk as usize;
        !std::mem::replace(&mut self.ada[i], true)
    }

    /// RHK that hang on something but were reached from no root: they form a circle.
    fn belum(&self, tree: &Pohon<'_>) -> Vec<RhkId> {
        let mut left: Vec<RhkId> = tree
            .anak
            .values()
            .flatten()
            .copied()
            .filter(|id| !self.ada[self.awal[id.pegawai.0 as usize] + id.rhk as usize])
            .collect();
        left.sort_unstable();
        left
    }
}

/// Branches, depth first, without recursion: a hostile file may be thousands deep.
fn cabang(t: &mut Tabel<'_, '_>, tree: &Pohon<'_>, roots: &[RhkId], depth: usize, seen: &mut Terlihat) -> Hasil<()> {
    let mut stack: Vec<(RhkId, usize)> = roots.iter().rev().map(|&id| (id, depth)).collect();
    while let Some((id, depth)) = stack.pop() {
        if !seen.mark(id) {
            continue;
        }
        let below = tree.anak.get(&id).map_or(&[][..], Vec::as_slice);
        simpul(t, tree, id, depth, below.len())?;
        stack.extend(below.iter().rev().map(|&child| (child, depth + 1)));
    }
    Ok(())
}

fn simpul(t: &mut Tabel<'_, '_>, tree: &Pohon<'_>, id: RhkId, depth: usize, below: usize) -> Hasil<()> {
    let ruang = t.ruang;
    let (p, r) = (tree.data.pegawai(id.pegawai), tree.data.rhk(id));
    t.siap()?;
    t.dalam(depth)?;
    let broken: Vec<&Tautan> = r.tautan.iter().filter(|x| x.ke.is_err()).collect();
    let (mark, format): (&str, Option<&Format>) = if !broken.is_empty() {
        ("✗ putus", Some(ruang.gaya.tanda(Level::Galat, Isi::Bungkus)))
    } else if !r.tautan.is_empty() || tree.kepala(id) {
        ("✓ tersambung", None)
    } else {
        ("▲ tanpa tautan", Some(ruang.gaya.tanda(Level::Peringatan, Isi::Bungkus)))
    };
    if let Some(f) = format {
        t.teks_gaya(0, &r.rhk, f)?;
        t.teks_gaya(1, mark, f)?;
    } else {
        t.teks_dalam(0, &r.rhk, depth)?;
        t.teks(1, mark)?;
    }
    t.teks(2, &p.nama)?;
    t.teks(8, &p.nip)?;
    if let Some(posting) = r.posting.and_then(|i| p.posting.get(i)).or_else(|| p.posting_terakhir()) {
        t.teks(3, &posting.unit_kerja)?;
        t.teks(9, &posting.jabatan)?;
    }
    t.teks(4, &r.kode)?;
    t.teks(5, &daftar(r.tautan.iter().map(|x| &*x.kode)))?;
    t.bulat(6, u32::try_from(below).unwrap_or(u32::MAX))?;
    if !broken.is_empty() {
        let why: Vec<String> = broken.iter().map(|x| sebab(tree.data, x)).collect();
        t.teks(7, &why.join("; "))?;
    } else if below == 0 && tree.memimpin.contains(&id.pegawai) {
        t.teks(7, "○ belum didukung RHK bawahan")?;
    }
    t.lanjut()
}

/// Why a link is broken, in words.
fn sebab(data: &Data, tautan: &Tautan) -> String {
    let owner = |id: &RhkId| &data.pegawai(id.pegawai).nama;
    let kode = &tautan.kode;
    match &tautan.ke {
        Ok(_) => String::new(),
        Err(BrokenLink::AtasanTanpaNip) => format!("{kode}: NIP atasan belum diisi"),
        Err(BrokenLink::AtasanTidakAda(nip)) => format!("{kode}: atasan {nip} tidak ada di data"),
        Err(BrokenLink::DiriSendiri) => format!("{kode}: atasannya adalah dirinya sendiri"),
        Err(BrokenLink::Melingkar(who)) => {
            format!(
                "{kode}: rantai atasan melingkar ({})",
                daftar(who.iter().map(|&id| &*data.pegawai(id).nama))
            )
        }
        Err(BrokenLink::KodeTidakAda(Some(near))) => format!("{kode} tidak ada di SKP atasan; yang paling mirip: {near}"),
        Err(BrokenLink::KodeTidakAda(None)) => format!("{kode} tidak ada di SKP atasan"),
        Err(BrokenLink::MilikOrangLain(id)) => format!("{kode} milik {}, bukan atasannya", owner(id)),
        Err(BrokenLink::Tambahan(id)) => format!("{kode} adalah kinerja tambahan {}", owner(id)),
        Err(BrokenLink::PostingLain(id)) => {
            format!("{kode} milik jabatan {} yang lain, tidak berlaku pada masa ini", owner(id))
        }
        Err(BrokenLink::Rancu(many)) => format!("{kode} cocok dengan {} RHK atasan", many.len()),
    }
}
