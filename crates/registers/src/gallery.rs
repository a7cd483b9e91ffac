//! Pages on disk, for whoever wants to look at them.
#![allow(clippy::unwrap_used)]

/// Writes a page where a designer wants to look at it: `PUEBLA_GALLERY=/some/folder cargo test -p registers every_page`.
pub(crate) fn hang(name: &str, page: &str) {
    use base::web::assets::{asset, asset_names, asset_path};
    let Ok(gallery) = std::env::var("PUEBLA_GALLERY") else { return };
    let gallery = std::path::Path::new(&gallery);
    std::fs::write(gallery.join(format!("{}.html", name.trim_start_matches('_'))), page).unwrap();
    for file in asset_names() {
        let path = asset_path(file).trim_start_matches('/');
        let hash = path.split('/').nth(1).unwrap();
        std::fs::create_dir_all(gallery.join(path).parent().unwrap()).unwrap();
        std::fs::write(gallery.join(path), asset(hash, file).unwrap().0).unwrap();
    }
}
