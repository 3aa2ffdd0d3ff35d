//! Gives the Windows program its manifest: UTF-8 as code page (names of files and people in any console) and
//! paths longer than 260 characters. On other systems there is nothing to do.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() {
        embed_manifest::embed_manifest(embed_manifest::new_manifest("skp"))
            .expect("the manifest is written into the build folder");
    }
}
