//! Rotating each key with the real binary, on a folder with everything in it, cut at every step.

use std::path::Path;
use std::process::Command;

use base::identity::totp;

use super::{Ended, puebla, text};
use crate::kill::server::with_seeded_fault;
use crate::upgrade::frozen::{ANSWERS, FROZEN, OPERATOR, verdict};

/// Where a rotation can be cut.
const STEPS: [&str; 4] = ["kept", "prepared", "committed", "renamed"];

fn on(data: &Path, arguments: &[&str]) -> Ended {
    puebla(&[arguments, &["--data", text(data), "--as", OPERATOR]].concat())
}

/// The folder opens, every secret opens, every number is found, everything is what was written.
#[track_caller]
fn whole(data: &Path) {
    let ground = FROZEN[0].open(data);
    for (number, answer) in ANSWERS {
        assert_eq!(verdict(&ground, number), answer, "{number}");
    }
    assert_eq!(ground.base.read(|base| totp::open_all(base, &ground.keys)).expect("opened"), FROZEN[0].secrets);
    drop(ground);
    on(data, &["verify"]).with(0);
}

#[test]
fn each_key_is_rotated_and_nothing_is_lost() {
    let home = tempfile::tempdir().expect("a folder");
    let data = FROZEN[0].unpack(home.path());
    let (kept, first) = (home.path().join("kept.txt"), home.path().join("first.keys"));
    on(&data, &["verify", "--write-checkpoint", text(&kept)]).with(0);
    on(&data, &["backup", "--keys", text(&first)]).with(0);
    let shown = on(&data, &["keys", "show", "--json"]).with(0).json();
    assert!(shown.iter().all(|key| key["epoch"] == 1 && key["since"].is_null()), "{shown:?}");
    for key in ["numbers", "secrets", "checkpoint", "numbers"] {
        let said = on(&data, &["keys", "rotate", key]).with(0).out;
        assert_eq!(said.contains("1 roots of sealed words"), key == "secrets", "{said}");
        whole(&data);
    }
    on(&data, &["verify", "--checkpoint", text(&kept)]).with(0);
    let after = on(&data, &["keys", "show", "--json"]).with(0).json();
    assert_eq!((&after[0]["epoch"], &after[1]["epoch"], &after[2]["epoch"]), (&3.into(), &2.into(), &2.into()));
    assert_eq!(after[0]["before"][0]["resting"]["GTM"], 22, "{:?}", after[0]);
    assert_eq!(after[0]["before"][1]["resting"], serde_json::json!({}), "nothing was entered under the second");
    let still = on(&data, &["keys", "destroy", "--epoch", "1"]).with(1).err;
    assert!(still.contains("GTM: 22"), "{still}");
    on(&data, &["keys", "destroy", "--epoch", "2"]).with(0);
    on(&data, &["keys", "destroy", "--epoch", "2"]).with(4);
    whole(&data);
    refusals_of_other_copies(home.path(), &data, &first);
}

/// Without `secrets.key`, or with another folder's, no sealed word opens: nothing is opened, and why is said in every language.
#[test]
fn a_lost_or_foreign_key_of_secrets_is_said_in_every_language() {
    let home = tempfile::tempdir().expect("a folder");
    let data = FROZEN[0].unpack(home.path());
    on(&data, &["verify"]).with(0);
    let (key, aside) = (data.join("keys/secrets.key"), home.path().join("aside"));
    std::fs::rename(&key, &aside).expect("a key");
    let ask = |language: &str| {
        puebla(&["--language", language, "verify", "--data", text(&data), "--as", OPERATOR]).with(4).err
    };
    for (language, words) in [("en", "Missing:"), ("es", "Falta:"), ("fr", "n’est pas là")] {
        let said = ask(language);
        assert!(said.contains(words) && said.contains("secrets.key"), "{said}");
    }
    std::fs::copy(data.join("keys/numbers.key"), &key).expect("another key");
    for (language, words) in [("en", "is not the key"), ("es", "no es la clave"), ("fr", "n’est pas la clé")] {
        let said = ask(language);
        assert!(said.contains(words) && said.contains("secrets.key"), "{said}");
    }
    std::fs::remove_file(&key).expect("it was there");
    std::fs::rename(&aside, &key).expect("the key");
    whole(&data);
}

/// A copy of before lacks the new keys, one of after the secrets key of before.
fn refusals_of_other_copies(home: &Path, data: &Path, first: &Path) {
    let (tar, last, to) = (home.join("last.tar"), home.join("last.keys"), home.join("to"));
    on(data, &["backup", "--out", text(&tar), "--keys", text(&last)]).with(0);
    let restore = |tar: &Path, keys: &Path| {
        puebla(&["restore", "--from", text(tar), "--keys", text(keys), "--to", text(&to), "--as", OPERATOR])
    };
    let lacks = restore(&tar, first).with(3).err;
    assert!(lacks.contains("older than the backup: it has no numbers.key of since 20"), "{lacks}");
    let destroyed = restore(&home.join("backup.tar"), &last).with(3).err;
    assert!(destroyed.contains("secrets.key that was destroyed on 20"), "{destroyed}");
    restore(&tar, &last).with(0);
    whole(&to);
}

#[test]
fn what_was_entered_before_a_rotation_is_known_to_imports_and_moves_by_being_entered_again() {
    let home = tempfile::tempdir().expect("a folder");
    let data = FROZEN[0].unpack(home.path());
    on(&data, &["keys", "rotate", "numbers"]).with(0);
    let file = home.path().join("rows.csv");
    let import = |rows: &[&str]| {
        let head = "kind,number,status,expires_on,reference";
        std::fs::write(&file, [&[head], rows].concat().join("\n")).expect("a file");
        puebla(&["import", text(&file), "--what", "status", "--data", text(&data), "--as", "gtm.authority"])
    };
    let (known, fresh) = ("passport,ZZ770000,lost,,AGAIN", "passport,ZZ660000,lost,,NEW");
    let refused = import(&[fresh, known]).with(3).err;
    assert!(refused.contains("line 3") && refused.contains("ONE-0/B"), "{refused}");
    import(&[fresh]).with(0);
    import(&[fresh]).with(3);
    let ground = FROZEN[0].open(&data);
    assert_eq!([verdict(&ground, "ZZ770000"), verdict(&ground, "ZZ660000")], ["report", "report"]);
    drop(ground);
    let shown = on(&data, &["keys", "show", "--json"]).with(0).json();
    assert_eq!(shown[0]["before"][0]["resting"]["GTM"], 22, "the new one rests on the new key");
    on(&data, &["rebuild", "--check"]).with(0);
}

#[test]
fn a_backup_of_before_is_restored_with_a_copy_that_carries_its_keys() {
    let home = tempfile::tempdir().expect("a folder");
    let data = FROZEN[0].unpack(home.path());
    for key in ["numbers", "checkpoint"] {
        on(&data, &["keys", "rotate", key]).with(0);
    }
    let (keys, to) = (home.path().join("new.keys"), home.path().join("to"));
    on(&data, &["backup", "--keys", text(&keys)]).with(0);
    let tar = home.path().join("backup.tar");
    puebla(&["restore", "--from", text(&tar), "--keys", text(&keys), "--to", text(&to), "--as", OPERATOR]).with(0);
    whole(&to);
    let shown = on(&to, &["keys", "show", "--json"]).with(0).json();
    assert_eq!((&shown[0]["epoch"], &shown[2]["epoch"]), (&2.into(), &2.into()), "in force from here on");
    assert_eq!(shown[0]["before"][0]["resting"]["GTM"], 22);
}

#[test]
fn a_rotation_cut_at_any_step_leaves_a_folder_that_opens() {
    let binary = with_seeded_fault();
    for key in ["numbers", "secrets", "checkpoint"] {
        let steps = STEPS.iter().filter(|step| key == "numbers" || **step != "kept");
        for step in steps {
            let home = tempfile::tempdir().expect("a folder");
            let data = FROZEN[0].unpack(home.path());
            let mut cut = Command::new(&binary);
            cut.args(["keys", "rotate", key, "--data", text(&data), "--as", OPERATOR]);
            let ended = cut.env_clear().env("PUEBLA_STOP_AT", step).output().expect("a process");
            assert_eq!(ended.status.code(), None, "{key} was not cut at {step}: {ended:?}");
            whole(&data);
            let shown = on(&data, &["keys", "show", "--json"]).with(0).json();
            let epoch = shown.iter().find(|one| one["key"] == format!("{key}.key")).expect("the key")["epoch"].as_u64();
            let committed = ["committed", "renamed"].contains(step);
            assert_eq!(epoch, Some(if committed { 2 } else { 1 }), "{key} cut at {step}");
            let files = std::fs::read_dir(data.join("keys")).expect("keys").count();
            assert_eq!(files, 3 + usize::from(committed && key == "numbers"), "{key} cut at {step}");
        }
    }
}

#[test]
fn a_demonstration_keeps_the_key_by_which_it_tells_codes() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("demo");
    puebla(&["demo", "--data", text(&data), "--no-serve", "--entries", "11"]).with(0);
    let said = on(&data, &["keys", "rotate", "secrets"]).with(4).err;
    assert!(said.contains("demonstration"), "{said}");
    on(&data, &["keys", "rotate", "checkpoint"]).with(0);
}

#[test]
fn who_does_not_run_the_machine_rotates_nothing() {
    let home = super::folder();
    let data = text(home.path());
    for act in [&["keys", "rotate", "numbers"][..], &["keys", "destroy", "--epoch", "1"]] {
        let refused = puebla(&[act, &["--data", data, "--as", "olga.oversight"]].concat()).with(3).err;
        assert!(refused.contains("policies do not allow"), "{refused}");
    }
    puebla(&["keys", "show", "--data", data, "--as", "olga.oversight"]).with(0);
}
