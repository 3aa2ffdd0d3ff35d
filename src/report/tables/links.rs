//! The cascade flat: a row for each link of an RHK, and one for an RHK without any.

use super::{Cell, Kind, ReportRow, Table, col};
use crate::model::{Data, TautanTarget};
use crate::report::tree::Pohon;

/// A link of an RHK.
#[derive(Debug)]
pub struct LinkRow<'a> {
    /// NIP of the person whose RHK it is.
    pub nip: &'a str,
    /// Name.
    pub nama: &'a str,
    /// Unit of the last posting.
    pub unit_kerja: &'a str,
    /// Code of the RHK.
    pub kode_rhk: &'a str,
    /// Its text.
    pub rhk: &'a str,
    /// `utama`, `tambahan`
    pub jenis: &'static str,
    /// How many people carry it.
    pub supporter: u32,
    /// The code (text) it names.
    pub tautan: Option<&'a str>,
    /// Whose RHK it hangs on.
    pub nip_induk: Option<&'a str>,
    /// Which.
    pub kode_induk: Option<&'a str>,
    /// `tertaut`, `puncak` (nothing above is due), `putus`.
    pub condition: &'static str,
    /// Why it is broken.
    pub reason: Option<&'a str>,
}

impl ReportRow for LinkRow<'_> {}

/// All links in outline order.
pub fn rows<'a>(data: &'a Data, tree: &'a Pohon) -> Vec<LinkRow<'a>> {
    let mut rows = Vec::new();
    for s in &tree.node {
        let p = data.pegawai(s.pegawai);
        for r in &s.rhk {
            let own = data.rhk(r.id);
            let row = |tautan, nip_induk, kode_induk, condition, reason| LinkRow {
                nip: &p.nip,
                nama: &p.nama,
                unit_kerja: p.last_posting().map_or("", |x| &x.unit_kerja),
                kode_rhk: &own.kode,
                rhk: &own.rhk,
                jenis: if r.utama { "utama" } else { "tambahan" },
                supporter: r.supporter,
                tautan,
                nip_induk,
                kode_induk,
                condition,
                reason,
            };
            if r.without_tautan {
                rows.push(row(None, None, None, "putus", Some("tanpa RHK atasan")));
            } else if r.tautan.is_empty() {
                rows.push(row(None, None, None, "puncak", None));
            }
            for t in &r.tautan {
                let kode = Some(&*t.kode);
                rows.push(match &t.to {
                    Ok(TautanTarget::Rhk(to)) => row(
                        kode,
                        Some(&data.pegawai(to.pegawai).nip),
                        Some(&data.rhk(*to).kode),
                        "tertaut",
                        None,
                    ),
                    Ok(TautanTarget::Sasaran(i)) => {
                        let to = data.sasaran.get(i.index());
                        row(kode, None, to.map(|x| &*x.kode), "tertaut", None)
                    }
                    Err(why) => row(kode, None, None, "putus", Some(why)),
                });
            }
        }
    }
    rows
}

/// The columns.
pub fn table<'a>() -> Table<LinkRow<'a>> {
    Table {
        intro: Vec::new(),
        columns: vec![
            col("nip", "NIP", 20.0, Kind::Code, |r: &LinkRow<'a>| Cell::nip(r.nip)),
            col("nama", "Nama", 24.0, Kind::Wrap, |r| Cell::name(r.nama)),
            col("unit_kerja", "Unit kerja", 24.0, Kind::Wrap, |r| Cell::prose(r.unit_kerja)),
            col("kode_rhk", "Kode RHK", 10.0, Kind::Code, |r| Cell::prose(r.kode_rhk)),
            col("rhk", "Rencana hasil kerja", 40.0, Kind::Wrap, |r| Cell::prose(r.rhk)),
            col("jenis", "Jenis", 10.0, Kind::Line, |r| Cell::word(r.jenis)),
            col("pendukung", "Pendukung", 10.0, Kind::Count, |r| Cell::count(r.supporter)),
            col("tautan", "Tautan", 12.0, Kind::Code, |r| {
                Cell::prose(r.tautan.unwrap_or_default())
            }),
            col("nip_induk", "NIP induk", 20.0, Kind::Code, |r| {
                Cell::nip(r.nip_induk.unwrap_or_default())
            }),
            col("kode_induk", "Kode induk", 10.0, Kind::Code, |r| {
                Cell::prose(r.kode_induk.unwrap_or_default())
            }),
            col("keadaan", "Keadaan", 10.0, Kind::Line, |r| Cell::word(r.condition)),
            col("sebab", "Sebab", 40.0, Kind::Wrap, |r| {
                Cell::prose(r.reason.unwrap_or_default())
            }),
        ],
        frozen: 2,
        data_order: &[],
    }
}
