//! Every saved input of every target, run on the stable compiler: what was found once stays mended.

use fuzz::replay::{corpus, finish, replay};
use fuzz::{TARGETS, control};

/// Runs one target's corpus and says which of its files fail.
fn runs(name: &str) {
    let (_, target) = TARGETS.into_iter().find(|(known, _)| *known == name).expect("a target");
    let (count, failed) = replay(&corpus(name), target);
    finish();
    assert!(count >= 5, "{name} has a corpus of {count} files");
    assert_eq!(failed, Vec::<String>::new(), "{name}: what these files did is printed above");
}

#[test]
fn zones_are_read() {
    runs("zone");
}

#[test]
fn files_are_imported() {
    runs("imports");
}

#[test]
fn uploads_are_taken() {
    runs("uploads");
}

#[test]
fn questions_are_answered() {
    runs("questions");
}

#[test]
fn entries_are_decoded() {
    runs("entries");
}

#[test]
fn backups_are_held_against_their_manifest() {
    runs("backups");
}

#[test]
fn headers_are_understood() {
    runs("headers");
}

#[test]
fn calls_are_answered() {
    runs("calls");
}

#[test]
fn declarations_are_read() {
    runs("declarations");
}

#[test]
fn people_are_compared() {
    runs("people");
}

#[test]
fn every_target_has_a_corpus_and_is_run_here() {
    let source = include_str!("replay.rs");
    for (name, _) in TARGETS {
        assert!(source.contains(&format!("runs(\"{name}\")")), "{name} is not run");
        let engine = std::fs::read_to_string(format!("{}/libfuzzer/targets/{name}.rs", env!("CARGO_MANIFEST_DIR")));
        assert!(engine.is_ok_and(|text| text.contains(&format!("fuzz::{name}("))), "{name} is not fuzzed");
    }
}

#[test]
fn a_planted_fault_is_named_by_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("harmless"), b"V<UTO8").expect("a file");
    std::fs::write(folder.path().join("planted"), b"V<UTO9").expect("a file");
    let (count, failed) = replay(folder.path(), control);
    assert_eq!((count, failed.len()), (2, 1), "{failed:?}");
    assert!(failed[0].ends_with("planted"));
}
