//! Verify, rebuild, back up, restore: what keeps the word of States over years.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use base::store::Files;

use super::{Ended, folder, puebla, text};

fn as_operator(command: &str, data: &Path, more: &[&str]) -> Ended {
    puebla(&[&[command, "--data", text(data), "--as", "ivan.operator"], more].concat())
}

#[test]
fn a_sound_folder_verifies_and_the_look_is_on_the_log() {
    let home = folder();
    let leaves = || as_operator("verify", home.path(), &["--json"]).with(0).json()[0]["access_log"]["leaves"].as_u64();
    let first = leaves().expect("a count");
    assert_eq!(leaves(), Some(first + 1), "each verification is a line itself");
    let said = as_operator("verify", home.path(), &["--language", "fr"]).with(0).out;
    assert!(said.contains("Tout est conforme"), "{said}");
    puebla(&["verify", "--data", text(home.path()), "--as", "olga.oversight"]).with(0);
}

#[test]
fn who_may_not_is_refused_and_that_too_is_on_the_log() {
    let home = folder();
    let data = text(home.path());
    assert!(puebla(&["verify", "--data", data, "--as", "nobody"]).with(3).err.contains("nobody"));
    let refused = puebla(&["backup", "--data", data, "--as", "olga.oversight", "--out", "/tmp/never.tar"]).with(3);
    assert!(refused.err.contains("policies do not allow"), "{}", refused.err);
    assert!(puebla(&["verify", "--data", data]).with(2).err.contains("--as"));
    let wrong = as_operator("verify", home.path(), &["--purpose", "curiosity"]).with(2);
    assert!(wrong.err.contains("curiosity"));
    as_operator("verify", home.path(), &["--purpose", "border_control"]).with(3);
    let found = as_operator("verify", home.path(), &["--json"]).with(0).json();
    assert_eq!(found[0]["access_log"]["leaves"], 3, "two refusals and this look");
}

#[test]
fn a_log_that_was_cut_is_found_by_the_checkpoint_that_was_kept() {
    let home = folder();
    let kept = home.path().join("kept.txt");
    as_operator("verify", home.path(), &["--write-checkpoint", text(&kept)]).with(0);
    as_operator("verify", home.path(), &["--checkpoint", text(&kept)]).with(0);
    // Every line is lost, without a trace in the file itself; the folder remembers where the log stood when it was verified.
    change(home.path(), "access.db", "DELETE FROM detail; DELETE FROM leaf");
    let found = as_operator("verify", home.path(), &[]).with(1);
    assert!(found.out.contains("DAMAGED: access log: cut at 1, it once had 2 lines"), "{}", found.out);
    // Who makes it forget that too is found out by what was kept elsewhere.
    change(home.path(), "base.db", "DELETE FROM upkeep");
    as_operator("verify", home.path(), &[]).with(0);
    let found = as_operator("verify", home.path(), &["--checkpoint", text(&kept), "--json"]).with(1).json();
    assert_eq!(found[0]["sound"], false);
    std::fs::write(&kept, "no checkpoint").expect("a file");
    assert!(as_operator("verify", home.path(), &["--checkpoint", text(&kept)]).with(3).err.contains("checkpoint"));
}

/// G-31: a gap that one process found stands for the next one, though the folder verifies again, until two people have spoken.
#[test]
fn g_31_a_gap_outlives_the_process_that_found_it() {
    let home = folder();
    let diagnosed = || puebla(&["doctor", "--data", text(home.path()), "--json"]).out;
    as_operator("verify", home.path(), &[]).with(0);
    assert!(!diagnosed().contains("record-gap"));
    change(home.path(), "access.db", "UPDATE leaf SET hash = zeroblob(32) WHERE position = 1");
    as_operator("verify", home.path(), &[]).with(1);
    assert!(diagnosed().contains("record-gap"));
    let ended = "UPDATE gap SET ended_us = 1";
    change(home.path(), "base.db", ended);
    assert!(!diagnosed().contains("record-gap"));
    as_operator("verify", home.path(), &[]).with(1);
    assert!(!diagnosed().contains("record-gap"), "two people have said what happened of just this");
}

#[test]
fn a_database_that_is_gone_is_not_made_again_in_silence() {
    let home = folder();
    as_operator("verify", home.path(), &[]).with(0);
    for file in ["registers.db", "access.db"] {
        let (place, aside) = (home.path().join(file), home.path().join("aside"));
        std::fs::rename(&place, &aside).expect("put aside");
        let named = as_operator("verify", home.path(), &[]).with(4).err;
        assert!(named.contains(file), "{named}");
        let serving = puebla(&["serve", "--data", text(home.path()), "--listen", "127.0.0.1:0"]).with(4).err;
        assert!(serving.contains(file), "{serving}");
        assert!(!place.exists());
        std::fs::rename(&aside, &place).expect("put back");
    }
    as_operator("verify", home.path(), &[]).with(0);
}

#[test]
fn damage_is_an_answer_with_its_place() {
    let home = folder();
    as_operator("verify", home.path(), &[]).with(0);
    // Not the text of the policies, which whoever opens the folder writes again.
    let name = Files::open(home.path()).and_then(|files| files.put(b"minutes")).expect("a file");
    as_operator("verify", home.path(), &[]).with(0);
    let place = home.path().join("files").join(&name[..2]).join(&name);
    std::fs::write(&place, b"minute").expect("a damaged file");
    let found = as_operator("verify", home.path(), &[]).with(1);
    assert!(found.out.contains(&format!("DAMAGED: file {name}")), "{}", found.out);
    std::fs::write(&place, b"minutes").expect("a mended file");
    as_operator("verify", home.path(), &[]).with(0);
    change(home.path(), "access.db", "UPDATE leaf SET body = zeroblob(8) WHERE position = 1");
    let found = as_operator("verify", home.path(), &[]).with(1);
    assert!(found.out.contains("DAMAGED: access log position 1"), "{}", found.out);
}

#[test]
fn rebuilding_changes_nothing_and_says_so() {
    let home = folder();
    let made = as_operator("rebuild", home.path(), &["--json"]).with(0).json();
    assert_eq!((&made[0]["house"], &made[0]["changed"]), (&"registers".into(), &serde_json::json!([])));
    assert!(as_operator("rebuild", home.path(), &["--check"]).with(0).out.contains("No table changed"));
}

#[test]
fn what_was_backed_up_is_restored_with_its_keys_and_only_with_them() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let (tar, keys) = (place.path().join("b.tar"), place.path().join("b.keys"));
    as_operator("backup", home.path(), &["--out", text(&tar), "--keys", text(&keys)]).with(0);
    assert_eq!(std::fs::metadata(&keys).expect("keys").permissions().mode() & 0o777, 0o400);
    let again = place.path().join("again");
    let restore = |tar: &Path, keys: &Path, to: &Path, name: &str| {
        puebla(&["restore", "--from", text(tar), "--keys", text(keys), "--to", text(to), "--as", name])
    };
    let other = folder();
    let other_keys = place.path().join("other.keys");
    as_operator("backup", other.path(), &["--keys", text(&other_keys)]).with(0);
    assert!(restore(&tar, &other_keys, &again, "ivan.operator").with(3).err.contains("not the keys of this backup"));
    assert!(restore(&tar, &keys, &again, "olga.oversight").with(3).err.contains("policies"));
    assert!(!again.exists(), "who may not restore leaves nothing behind");
    let said = restore(&tar, &keys, &again, "ivan.operator").with(0).out;
    assert!(said.contains("Restored") && said.contains("RCM"), "{said}");
    assert!(restore(&tar, &keys, &again, "ivan.operator").with(4).err.contains("already"));
    as_operator("verify", &again, &[]).with(0);
    as_operator("rebuild", &again, &["--check"]).with(0);
}

#[test]
fn a_backup_that_is_cut_or_changed_restores_nothing() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let (tar, keys, to) = (place.path().join("b.tar"), place.path().join("b.keys"), place.path().join("to"));
    as_operator("backup", home.path(), &["--out", text(&tar), "--keys", text(&keys)]).with(0);
    let whole = std::fs::read(&tar).expect("the tar");
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x40;
    for bytes in [&whole[..whole.len() / 2], &changed, b"", b"no tar"] {
        std::fs::write(&tar, bytes).expect("a file");
        let arguments =
            ["restore", "--from", text(&tar), "--keys", text(&keys), "--to", text(&to), "--as", "ivan.operator"];
        assert!(puebla(&arguments).with(3).err.contains("cannot be restored"));
        assert!(!to.exists());
    }
}

#[test]
fn a_backup_goes_to_standard_output_and_comes_from_standard_input() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let (keys, to) = (place.path().join("b.keys"), place.path().join("to"));
    as_operator("backup", home.path(), &["--keys", text(&keys)]).with(0);
    let shell = format!(
        "'{0}' backup --data '{1}' --as ivan.operator | '{0}' restore --from - --keys '{2}' --to '{3}' --as ivan.operator",
        env!("CARGO_BIN_EXE_puebla"),
        home.path().display(),
        keys.display(),
        to.display()
    );
    let ended = std::process::Command::new("bash").args(["-o", "pipefail", "-c", &shell]).output().expect("a shell");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(to.join("base.db").exists());
}

#[test]
fn a_place_that_cannot_be_written_and_keys_that_are_there_are_named() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let nowhere = place.path().join("none/b.tar");
    assert!(as_operator("backup", home.path(), &["--out", text(&nowhere)]).with(3).err.contains("none/b.tar"));
    let keys = place.path().join("b.keys");
    as_operator("backup", home.path(), &["--keys", text(&keys)]).with(0);
    assert!(as_operator("backup", home.path(), &["--keys", text(&keys)]).with(4).err.contains("b.keys"));
}

/// Changes a database as somebody does who has the disk in their hands.
fn change(data: &Path, file: &str, sql: &str) {
    #[allow(clippy::disallowed_methods)] // They come through no door of ours.
    let database = rusqlite::Connection::open(data.join(file)).expect("a database");
    database.execute_batch(sql).expect("changed");
    database.close().expect("closed");
}
