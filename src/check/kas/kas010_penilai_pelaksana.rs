use crate::check::phrases;
use crate::check::{Check, CheckRun, Context, PersonWalk};
use crate::code;
use crate::model::vocab::JenisJabatan;

/// Atasan seorang pelaksana.
pub static CHECK: Check = Check {
    code: code!(KAS010),
    run: CheckRun::Together(run),
};

fn run<'c>(ctx: &'c Context<'c>) -> Option<PersonWalk<'c>> {
    PersonWalk::each(move |(id, p), sink| {
        let bawahan = ctx.hierarchy.bawahan(id);
        let only_staff = !p.posting.is_empty()
            && p.posting
                .iter()
                .all(|x| x.jenis_jabatan.get() == Some(&JenisJabatan::Pelaksana));
        if bawahan.is_empty() || !only_staff {
            return;
        }
        sink.add(
            format!(
                "{} memegang jabatan pelaksana, tetapi tercatat sebagai atasan langsung {} pegawai, misalnya {}.",
                phrases::persons(ctx.data, id),
                bawahan.len(),
                ctx.data.pegawai(bawahan[0]).nama
            ),
            "Isi nip_atasan mereka dengan pejabat pengawas atau yang lebih tinggi. Bila penilaian memang didelegasikan, \
             catat sebagai pengecualian di skp.toml.",
        )
        .pegawai(id)
        .at(p.at);
    })
}
