//! Documents as committed, which others' checkers read too.

use std::path::Path;

/// Holds a text against the file of that name in `tests/formats/golden`; `ACCEPT=1` writes it anew.
pub(crate) fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/formats/golden").join(name);
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(&path, text).expect("the folder of golden files");
    }
    let committed = std::fs::read_to_string(&path).expect("a golden file");
    assert!(committed == text, "{name} is not what is written now: ACCEPT=1 writes it anew, tests/formats judges it");
}
