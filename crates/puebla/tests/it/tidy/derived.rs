//! Every use of what the secrets key gives is on the list that a rotation cares for, and on the page about it.

use base::store::keys::DERIVED_FOR;

use super::source::{File, Finding, none, only, tree};

/// The page that says what a rotation does with each.
const PAGE: &str = "docs/operate/rotate-keys.md";

/// The list in the source.
const LIST: &str = "crates/base/src/store/keys.rs";

/// Answers the labels with which a key is derived, each with its file, and the uses that are not on the list or not on the page.
fn check(files: &[File], listed: &[&str]) -> Vec<Finding> {
    let page = files.iter().find(|file| file.path == PAGE).map_or("", |file| file.text.as_str());
    let mut unused: Vec<&str> = listed.to_vec();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.contains("/src/") && file.path.ends_with(".rs")) {
        for call in file.text.split(".derived(").skip(1) {
            let Some(label) =
                call.trim_start_matches("&format!(").strip_prefix('"').and_then(|rest| rest.split('"').next())
            else {
                findings.push(file.finding(0, "derives a key for a label that does not stand there: write it out"));
                continue;
            };
            unused.retain(|listed| *listed != label);
            if !listed.contains(&label) {
                findings.push(file.finding(0, format!("“{label}” is not in DERIVED_FOR of {LIST}")));
            }
        }
    }
    let untold = listed.iter().filter(|label| !page.contains(&format!("`{label}`")));
    findings.extend(
        untold.map(|label| File::planted(PAGE, "").finding(0, format!("what becomes of “{label}” is not said"))),
    );
    findings.extend(unused.iter().map(|label| File::planted(LIST, "").finding(0, format!("nothing uses “{label}”"))));
    findings
}

#[test]
fn what_is_derived_from_the_secrets_key_is_listed_and_explained() {
    none(check(&tree().files, &DERIVED_FOR));
}

#[test]
fn a_use_that_is_not_listed_is_found() {
    let source = ["fn f(keys: &Keys) { keys", ".derived(\"passes\"); }"].concat();
    let page = File::planted(PAGE, "`totp`");
    let found = check(&[page.clone(), File::planted("crates/base/src/new.rs", &source)], &[]);
    only(&found, "“passes” is not in DERIVED_FOR");
    only(&check(&[page], &["totp"]), "nothing uses “totp”");
    let unread = ["fn f(keys: &Keys) { keys", ".derived(label); }"].concat();
    only(&check(&[File::planted("crates/base/src/new.rs", &unread)], &[]), "a label that does not stand there");
}
