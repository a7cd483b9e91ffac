//! The manual and wrong usage, as they reach a person.

use super::{given, puebla};

#[test]
fn the_manual_is_asked_for_and_shown() {
    let page = puebla(&["--help"]).with(0);
    assert!(page.out.starts_with("The Virtual Secretariat") && page.out.contains("Exit statuses"), "{}", page.out);
    assert_eq!(page.err, "");
    assert!(puebla(&["serve", "--help"]).with(0).out.contains("--behind-tls-proxy"));
    assert!(puebla(&["--version"]).with(0).out.starts_with("puebla "));
}

#[test]
fn nothing_asked_for_shows_the_manual_as_wrong_usage() {
    assert!(puebla(&[]).with(2).err.contains("Commands"));
    assert!(puebla(&["policy"]).with(2).err.contains("actions"));
}

#[test]
fn the_environment_chooses_the_language() {
    let wrong = given(&["dance"], b"", &[("LANG", "es_HN.UTF-8")]).with(2);
    assert!(wrong.err.contains("No existe la orden «dance»"), "{}", wrong.err);
    let wrong = given(&["--language", "fr", "dance"], b"", &[("LANG", "es_HN.UTF-8")]).with(2);
    assert!(wrong.err.contains("La commande « dance » n’existe pas"), "{}", wrong.err);
}

#[test]
fn a_reader_who_goes_away_is_no_fault() {
    let zones = "I<UTO\n\n".repeat(20_000);
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("zones");
    std::fs::write(&file, zones).expect("zones");
    let shell = format!("'{}' mrz --json '{}' | head -n 1", env!("CARGO_BIN_EXE_puebla"), file.display());
    let ended = std::process::Command::new("bash").args(["-o", "pipefail", "-c", &shell]).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(1), "the zones were unreadable all the same");
}
