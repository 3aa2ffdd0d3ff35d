//! `skp kaskade`: tree, graphs and matriks of the faulty dinas, and of data that could break them.

use std::path::{Path, PathBuf};

use skp::model::{Hierarchy, PeriodChoice};
use skp::report::form;
use skp::report::mask::Mask;
use skp::report::tables::matrix;
use skp::report::tree::{Matriks, Pohon};
use skp::report::{graph, kaskade, matriks, waiting};
use skp::run::{Request, Run};
use skp::score::Status;
use skp::score::waiting::daftar;

use super::support::check_cases::Cases;

fn run(masukan: Vec<PathBuf>) -> Run {
    Run::new(&Request {
        masukan,
        periode: PeriodChoice {
            tahun: Some(2025),
            periode: None,
        },
        ..Request::default()
    })
    .unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn the_tree_marks_what_is_broken_and_folds_staff_by_unit() {
    let run = run(vec![fixture("dinas/dinas-bercacat.xlsx")]);
    let tree = Pohon::new(&run.data, &Hierarchy::new(&run.data));
    insta::assert_snapshot!(plain(&kaskade::tree(&run.data, &tree, 120, &Mask::off())));
}

#[test]
fn everybody_stands_in_the_tree_exactly_once() {
    let around = tempfile::tempdir().unwrap();
    Cases::write_first("KAS008", around.path());
    for name in ["dinas/csv", "dinas/dinas-bercacat.xlsx", "KAS008"] {
        let run = run(vec![if name == "KAS008" {
            around.path().to_owned()
        } else {
            fixture(name)
        }]);
        let tree = Pohon::new(&run.data, &Hierarchy::new(&run.data));
        let mut seen: Vec<_> = tree.node.iter().map(|s| s.pegawai).collect();
        seen.sort_unstable();
        assert_eq!(seen, run.data.all().map(|(id, _)| id).collect::<Vec<_>>(), "{name}");
        let below: usize = tree
            .node
            .iter()
            .filter(|s| s.induk.is_none())
            .map(|s| 1 + skp::base::ids::index(s.di_bawah))
            .sum();
        assert_eq!(below, run.data.pegawai.len(), "{name}: jumlah di bawah akar");
    }
}

#[test]
fn graphs_name_every_node_once_and_quote_what_the_data_says() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "pegawai.csv",
        "nip,nama,jabatan,jenis_jabatan,unit_kerja,nip_atasan\n\
         197001011995031001,\"A \"\"x\"\" ] --> <b>\",Kepala,jpt_pratama,Dinas,\n\
         198002022005012002,B\\,Staf,pelaksana,Dinas,197001011995031001\n",
    );
    write(
        "skp.csv",
        "nip,kode_rhk,jenis,rhk,kode_rhk_atasan,aspek,indikator,target,satuan\n\
         197001011995031001,K1,utama,\"Satu \"\"kutip\"\" dan #pagar\",,kuantitas,i,1,x\n\
         198002022005012002,B1,utama,Dua,K1;K9,kuantitas,i,1,x\n",
    );
    let run = run(vec![folder.path().to_owned()]);
    let tree = Pohon::new(&run.data, &Hierarchy::new(&run.data));
    let (mut dot, mut mermaid) = (Vec::new(), Vec::new());
    graph::dot(&mut dot, &run.data, &tree, &Mask::off()).unwrap();
    graph::mermaid(&mut mermaid, &run.data, &tree, &Mask::off()).unwrap();
    insta::assert_snapshot!("dot", String::from_utf8(dot).unwrap());
    insta::assert_snapshot!("mermaid", String::from_utf8(mermaid).unwrap());
}

#[test]
fn the_matriks_has_bawahan_down_and_rhk_across() {
    let run = run(vec![fixture("dinas/csv")]);
    let leader = run.data.find("197109231998031004").unwrap();
    let m = Matriks::new(&run.data, &Hierarchy::new(&run.data), leader);
    let mut csv = Vec::new();
    form::csv::write(
        &mut csv,
        &matrix::table(&run.data, &m, true, &Mask::off()),
        matrix::rows(&run.data, &m, true),
        &Mask::off(),
    )
    .unwrap();
    insta::assert_snapshot!(
        "matriks",
        matriks::table(
            &run.data,
            &m,
            true,
            skp::report::form::terminal::Screen::Elsewhere,
            &Mask::off()
        )
    );
    // The numeric sets have no such form: the RHK alone stand above, and an empty cell is a dash.
    let plain = matriks::table(
        &run.data,
        &m,
        false,
        skp::report::form::terminal::Screen::Elsewhere,
        &Mask::off(),
    );
    assert!(
        !plain.contains("Indikator:") && !plain.contains(matrix::NO_ROLE) && plain.contains('–'),
        "{plain}"
    );
    insta::assert_snapshot!("matriks_csv", String::from_utf8(csv).unwrap().replace("\r\n", "\n"));
}

#[test]
fn the_list_of_who_waits_is_sorted_by_who_must_act() {
    let run = run(vec![fixture("dinas/dinas-bercacat.xlsx")]);
    let list = daftar(&run.data, &run.scores, &Hierarchy::new(&run.data));
    assert!(list.is_sorted(), "menurut yang harus bertindak");
    insta::assert_snapshot!("tunggu", plain(&waiting::text(&run.data, &list, &Mask::off())));
    // Everybody without a result waits for somebody.
    for h in run.scores.pegawai.iter().filter(|h| h.status() == Status::BelumDapatDinilai) {
        assert!(list.iter().any(|t| t.waiting_person == h.id), "{}", h.nip);
    }
}

#[test]
fn tambahan_hangs_in_the_outline_where_the_rule_set_lets_it_intervene() {
    use skp::report::tables::outline::{Outline, table};
    let folder = tempfile::tempdir().unwrap();
    Cases::write_first("KAS004", folder.path());
    let run = run(vec![folder.path().to_owned()]);
    let drawn = |counts: bool| {
        let outline = Outline::new(&run.data, counts);
        let table = table(&outline);
        let column = table.columns.first().unwrap();
        let rows = outline.rows();
        let lines: Vec<String> = rows.map(|r| format!("{:?}", column.value(&r))).collect();
        (table.intro[0].clone(), lines)
    };
    let (intro, lines) = drawn(false);
    assert!(intro.contains("1 RHK tambahan di luar kaskade"), "{intro}");
    assert!(!lines.iter().any(|l| l.contains("(tambahan)")), "{lines:?}");
    // 6/2022: the link of C2 to T1 holds, so T1 is a root and C2 hangs below it.
    let (intro, lines) = drawn(true);
    assert!(intro.contains("0 RHK tambahan di luar kaskade"), "{intro}");
    let at = lines.iter().position(|l| l.contains("hari jadi (tambahan)")).unwrap();
    assert!(lines[at + 1].contains("Tersusunnya laporan keuangan bidang"), "{lines:?}");
}
