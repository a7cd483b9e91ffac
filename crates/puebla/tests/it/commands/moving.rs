//! Moving to another machine as docs/operate/move.md says, and trying a backup.

use std::path::Path;

use super::{folder, puebla, text};
use crate::upgrade::frozen::{FROZEN, OPERATOR};

#[test]
fn a_folder_moves_to_another_machine_and_clients_checkpoints_hold_there() {
    let home = tempfile::tempdir().expect("a folder");
    let here = FROZEN[0].unpack(home.path());
    let place = |name: &str| home.path().join(name);
    let (kept, tar, keys, there) = (place("kept.txt"), place("move.tar"), place("move.keys"), place("there"));
    let on = |data: &Path, arguments: &[&str]| puebla(&[arguments, &["--data", text(data), "--as", OPERATOR]].concat());
    // On the machine that is left: stopped, so that nothing is written any more.
    on(&here, &["verify", "--write-checkpoint", text(&kept)]).with(0);
    on(&here, &["backup", "--out", text(&tar), "--keys", text(&keys)]).with(0);
    // On the new one.
    let from = ["restore", "--from", text(&tar), "--keys", text(&keys), "--to", text(&there), "--as", OPERATOR];
    puebla(&from).with(0);
    on(&there, &["verify", "--checkpoint", text(&kept)]).with(0);
    on(&there, &["rebuild", "--check"]).with(0);
    let fingerprints = |data: &Path| on(data, &["keys", "show"]).with(0).out;
    assert_eq!(fingerprints(&here), fingerprints(&there), "the same keys, so the same signer");
}

#[test]
fn a_drill_of_what_cannot_be_restored_fails_and_is_noted() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let (tar, keys) = (place.path().join("b.tar"), place.path().join("b.keys"));
    let data = text(home.path());
    puebla(&["backup", "--data", data, "--as", "ivan.operator", "--out", text(&tar), "--keys", text(&keys)]).with(0);
    let drill = |more: &[&str]| {
        let from = ["drill", "--from", text(&tar), "--keys", text(&keys), "--as", "ivan.operator"];
        puebla(&[&from[..], more].concat())
    };
    let found = drill(&["--json"]).with(0).json().remove(0);
    assert_eq!((&found["report"]["sound"], &found["looked"]["files"]), (&true.into(), &1.into()), "{found}");
    assert!(drill(&[]).with(0).out.contains("was not noted"));
    assert!(puebla(&["drill", "--from", text(&tar), "--keys", text(&keys)]).with(2).err.contains("--as"));
    let mut bytes = std::fs::read(&tar).expect("the tar");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&tar, bytes).expect("damaged");
    assert!(drill(&["--data", data]).with(3).err.contains("cannot be restored"));
    assert_eq!(crate::upgrade::frozen::one(home.path(), "base.db", "SELECT sound FROM upkeep WHERE what = 'drill'"), 0);
    assert_eq!(std::fs::read_dir(place.path()).expect("a folder").count(), 2, "nothing is left of any drill");
}

/// Waits for something, but not for ever.
fn until(what: impl Fn() -> bool) -> bool {
    (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        what()
    })
}

#[test]
fn a_drill_that_somebody_ends_leaves_nothing() {
    let home = folder();
    let place = tempfile::tempdir().expect("a folder");
    let (tar, keys, pipe, into) =
        (place.path().join("b.tar"), place.path().join("b.keys"), place.path().join("pipe"), place.path().join("into"));
    let data = text(home.path());
    puebla(&["backup", "--data", data, "--as", "ivan.operator", "--out", text(&tar), "--keys", text(&keys)]).with(0);
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("a pipe").success());
    for (signal, status) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let mut drill = std::process::Command::new(env!("CARGO_BIN_EXE_puebla"))
            .args([
                "drill",
                "--from",
                text(&pipe),
                "--keys",
                text(&keys),
                "--as",
                "ivan.operator",
                "--into",
                text(&into),
            ])
            .spawn()
            .expect("a drill");
        // Half of the backup, and then nothing: it waits in the middle of restoring.
        let bytes = std::fs::read(&tar).expect("the tar");
        let mut half = std::fs::File::options().write(true).open(&pipe).expect("the pipe");
        std::io::Write::write_all(&mut half, &bytes[..bytes.len() / 2]).expect("half of it");
        assert!(until(|| std::fs::read_dir(&into).is_ok_and(|inside| inside.count() > 0)), "nothing was restored");
        let told = std::process::Command::new("kill").args(["-s", signal, &drill.id().to_string()]).status();
        assert!(told.expect("a signal").success());
        assert_eq!(drill.wait().expect("its end").code(), Some(status), "{signal}");
        assert!(!into.exists(), "{signal}: {:?}", std::fs::read_dir(&into).map(|inside| inside.count()));
    }
}
