use crate::check::phrases;
use crate::check::{Check, Context, Sink};
use crate::code;
use crate::model::vocab::JenisJabatan;

/// Atasan seorang pelaksana.
pub static CHECK: Check = Check {
    code: code!(KAS010),
    run,
};

fn run(ctx: &Context<'_>, sink: &mut Sink<'_>) {
    for (id, p) in ctx.data.all() {
        let bawahan = ctx.hierarchy.bawahan(id);
        let only_staff = !p.posting.is_empty()
            && p.posting
                .iter()
                .all(|x| x.jenis_jabatan.get() == Some(&JenisJabatan::Pelaksana));
        if bawahan.is_empty() || !only_staff {
            continue;
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
    }
}
