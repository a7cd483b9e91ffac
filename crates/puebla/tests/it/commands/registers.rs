//! Check, import and export on one demonstration, made once for all of these tests.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::json;

use super::{Ended, given, puebla, text};

/// A demonstration that tests read and nobody changes.
fn demo() -> &'static Path {
    static MADE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    &MADE.get_or_init(made).1
}

/// A demonstration of one's own.
fn made() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("demo");
    puebla(&["demo", "--data", text(&data), "--no-serve", "--entries", "300"]).with(0);
    (home, data)
}

fn on(data: &Path, name: &str, arguments: &[&str]) -> Ended {
    puebla(&[arguments, &["--data", text(data), "--as", name]].concat())
}

/// A copy of the demonstration, to be changed.
fn copy() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let to = home.path().join("demo");
    let copied = std::process::Command::new("cp").args(["-a", text(demo()), text(&to)]).status().expect("cp");
    assert!(copied.success());
    (home, to)
}

#[test]
fn a_check_answers_as_the_api_does_and_its_status_is_0_whatever_it_answers() {
    // One process at a time works on a folder.
    let (_home, data) = copy();
    let stolen = ["check", "--number", "ZZ0000017", "--issuing-state", "HND", "--kind", "passport", "--json"];
    let answer = &on(&data, "gtm.officer", &stolen).with(0).json()[0];
    assert_eq!((&answer["verdict"], &answer["reasons"]), (&json!("report"), &json!(["number_reported"])));
    assert_eq!(answer["status"][0]["reference"], "DEMO-HND-000000");
    assert_eq!(answer["contacts"][0]["state"], "HND");
    let unknown = ["check", "--number", "ZZ9999990", "--issuing-state", "HND", "--language", "es"];
    let said = on(&data, "gtm.officer", &unknown).with(0).out;
    assert!(said.starts_with("HND ZZ9999990: "), "{said}");
    let zones =
        "P<UTOSPECIMEN<ZELAYA<<IRIS<XIOMARA<<<<<<<<<<\nK912117560UTO9202140F3103016<<<<<<<<<<<<<<00\n\nnot a zone\n";
    let arguments = ["check", "--json", "--on", "2026-06-01", "--data", text(&data), "--as", "gtm.officer"];
    let answers = given(&arguments, zones.as_bytes(), &[]).with(3).json();
    assert_eq!(answers.len(), 2);
    assert!(answers[0]["alerts"].as_array().is_some_and(|alerts| !alerts.is_empty()), "{}", answers[0]);
    assert_eq!(answers[1]["error"]["errors"][0]["code"], "space");
    on(&data, "hnd.steward", &stolen).with(3);
    assert!(on(&data, "gtm.examiner", &stolen).with(2).err.contains("document_examination"), "two purposes would do");
    on(&data, "gtm.examiner", &[&stolen[..], &["--purpose", "border_control"]].concat()).with(0);
}

#[test]
fn a_check_says_in_each_language_how_far_its_answer_reaches() {
    let (_home, data) = copy();
    let zone =
        "P<HNDSPECIMEN<ZELAYA<<IRIS<XIOMARA<<<<<<<<<<\nZZ99999908HND9202140F3103016<<<<<<<<<<<<<<00\n".as_bytes();
    for (language, uncovered, changed) in [
        ("en", "No check digit covers", "Last changes"),
        ("es", "Ningún dígito de control cubre", "Últimos cambios"),
        ("fr", "Aucun chiffre de contrôle ne couvre", "Derniers changements"),
    ] {
        let arguments = ["check", "--data", text(&data), "--as", "gtm.officer", "--language", language];
        let said = given(&arguments, zone, &[]).with(0).out;
        let line = |begin: &str| said.lines().map(str::trim_start).find_map(|line| line.strip_prefix(begin));
        assert!(line(uncovered).is_some_and(|fields| fields.contains(", ")), "{said}");
        assert!(line(changed).is_some_and(|rest| rest.matches(" UTC").count() == 2 && rest.contains(" 20")), "{said}");
        assert!(!said.contains("zone-field-") && !said.contains("checks-"), "a key nobody wrote: {said}");
    }
    let typed = ["check", "--number", "ZZ9999990", "--issuing-state", "HND"];
    let said = on(&data, "gtm.officer", &typed).with(0).out;
    assert!(said.contains("Last changes: ") && !said.contains("No check digit covers"), "{said}");
}

#[test]
fn a_file_is_imported_whole_or_not_at_all() {
    let (home, data) = copy();
    let file = home.path().join("lost.csv");
    let good = "kind,number,status,expires_on,reference\npassport,ZZ7000001,lost,2031-05-01,IT-1\n\
                passport,ZZ7000002,stolen,2031-06-01,IT-2\n";
    let bad = format!("{good}passport,ZZ7000003,mislaid,2031-02-30,IT-3\n");
    std::fs::write(&file, bad).expect("a file");
    let import = ["import", text(&file), "--what", "status"];
    let refused = on(&data, "hnd.authority", &import).with(3);
    assert!(refused.err.contains("line 4"), "{}", refused.err);
    let report = on(&data, "hnd.authority", &[&import[..], &["--json"]].concat()).with(3).json();
    assert_eq!((&report[0]["state"], &report[0]["errors_total"]), (&json!("refused"), &json!(2)));
    let known = |number: &str| {
        let ask = ["check", "--number", number, "--issuing-state", "HND", "--json"];
        on(&data, "gtm.officer", &ask).with(0).json()[0]["verdict"].clone()
    };
    assert_eq!(known("ZZ7000001"), "no_report");
    std::fs::write(&file, good).expect("a file");
    let tried = on(&data, "hnd.authority", &[&import[..], &["--dry-run", "--json"]].concat()).with(0).json();
    assert_eq!((&tried[0]["state"], &tried[0]["rows"]), (&json!("tried"), &json!(2)));
    assert_eq!(known("ZZ7000001"), "no_report");
    on(&data, "hnd.authority", &import).with(0);
    assert_eq!(known("ZZ7000001"), "report");
    assert!(on(&data, "gtm.officer", &import).with(3).err.contains("policies"));
    let arguments = ["import", "--what", "status", "--data", text(&data), "--as", "hnd.authority", "--language", "fr"];
    given(&arguments, b"\xff\xfe", &[]).with(3);
    given(&arguments, b"", &[]).with(3);
    on(&data, "xsv.operator", &["verify"]).with(0);
    on(&data, "xsv.operator", &["rebuild", "--check"]).with(0);
}

#[test]
fn an_export_names_ones_own_entries_and_no_number() {
    let (home, data) = copy();
    let csv = on(&data, "hnd.authority", &["export"]).with(0).out;
    assert!(csv.starts_with("id,kind,form,") && csv.contains("DEMO-HND-000000") && !csv.contains("ZZ0000017"));
    assert!(!csv.contains("DEMO-GTM"), "another State's");
    let file = home.path().join("status.jsonl");
    on(&data, "hnd.authority", &["export", "--format", "jsonl", "--out", text(&file)]).with(0);
    let written = std::fs::read_to_string(&file).expect("a file");
    assert_eq!(written.lines().count(), csv.lines().count() - 1);
    on(&data, "gtm.officer", &["export"]).with(3);
    assert!(on(&data, "hnd.authority", &["export", "--out", "/dev/full"]).with(5).err.contains("disk is full"));
}

#[test]
fn a_backup_for_which_there_is_no_room_is_said_to_have_none() {
    let (_home, data) = copy();
    assert!(on(&data, "xsv.operator", &["backup", "--out", "/dev/full"]).with(5).err.contains("disk is full"));
    on(&data, "xsv.operator", &["verify"]).with(0);
}

#[test]
fn a_restored_copy_answers_the_same() {
    let (home, data) = copy();
    let (tar, keys, to) = (home.path().join("b.tar"), home.path().join("b.keys"), home.path().join("again"));
    on(&data, "xsv.operator", &["backup", "--out", text(&tar), "--keys", text(&keys)]).with(0);
    let restore = ["restore", "--from", text(&tar), "--keys", text(&keys), "--to", text(&to), "--as", "xsv.operator"];
    let done = puebla(&[&restore[..], &["--json"]].concat()).with(0).json();
    assert!(done[0]["entries"].as_u64().is_some_and(|entries| entries > 0));
    let ask = ["check", "--number", "ZZ0000017", "--issuing-state", "HND", "--json", "--on", "2026-06-01"];
    let answers = [&data, &to].map(|at| on(at, "gtm.officer", &ask).with(0).json());
    assert_eq!(answers[0], answers[1]);
    let exports = [&data, &to].map(|at| on(at, "hnd.authority", &["export"]).with(0).out);
    assert_eq!(exports[0], exports[1]);
}

#[test]
fn a_demonstration_is_made_once_and_no_other_folder_is_taken_for_one() {
    let (_home, data) = copy();
    puebla(&["demo", "--data", text(&data), "--no-serve"]).with(0);
    let code = puebla(&["user", "code", "hnd.examiner", "--data", text(&data)]).with(0).out;
    assert!(code.trim().len() == 6 && code.trim().bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    puebla(&["user", "code", "gtm.nobody", "--data", text(&data)]).with(3);
    let real = super::folder();
    assert!(puebla(&["demo", "--data", text(real.path()), "--no-serve"]).with(4).err.contains("demonstration"));
    puebla(&["user", "code", "ivan.operator", "--data", text(real.path())]).with(4);
    let full = tempfile::tempdir().expect("a folder");
    std::fs::write(full.path().join("something"), b"").expect("a file");
    puebla(&["demo", "--data", text(full.path()), "--no-serve"]).with(4);
}

#[test]
fn a_demonstration_that_was_killed_while_it_was_made_is_made_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (data, half) = (home.path().join("demo"), home.path().join("demo.making"));
    let demo = ["demo", "--data", text(&data), "--no-serve", "--entries", "22"];
    let mut making = std::process::Command::new(env!("CARGO_BIN_EXE_puebla")).args(demo).spawn().expect("a process");
    // As soon as there is anything of the first people, long before they are all in.
    while !half.join("base.db").exists() {
        assert!(making.try_wait().expect("its state").is_none(), "it ended without a folder");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    making.kill().expect("its end");
    making.wait().expect("its end");
    assert!(half.join("base.db").exists() && !data.exists(), "it was cut short");
    puebla(&demo).with(0);
    assert!(data.join("base.db").exists() && !half.exists());
}

#[test]
fn people_are_managed_by_their_own_administrator_only() {
    let (_home, data) = copy();
    let add =
        ["user", "add", "new.officer", "--name", "Nueva", "--institution", "Migración", "--role", "border_officer"];
    let made = on(&data, "mex.admin", &[&add[..], &["--json"]].concat()).with(0).json();
    assert!(made[0]["password"].as_str().is_some_and(|password| password.len() >= 12));
    assert!(on(&data, "mex.admin", &add).with(3).err.contains("user name already"));
    on(&data, "mex.officer", &["user", "list"]).with(3);
    on(&data, "hnd.admin", &["user", "suspend", "new.officer"]).with(3);
    on(&data, "hnd.admin", &["user", "suspend", "nobody.at.all"]).with(3);
    on(&data, "mex.admin", &["user", "suspend", "new.officer"]).with(0);
    let listed = on(&data, "mex.admin", &["user", "list", "--json"]).with(0).json();
    let found = listed.iter().find(|person| person["user_name"] == "new.officer").expect("somebody enrolled");
    assert_eq!(found["active"], false);
    on(&data, "mex.admin", &["user", "activate", "new.officer"]).with(0);
    let reset = on(&data, "mex.admin", &["user", "reset", "new.officer", "--json"]).with(0).json();
    assert_ne!(reset[0]["password"], made[0]["password"]);
    on(&data, "mex.admin", &["user", "reset", "mex.admin"]).with(3);
    let found = |party: &str, name: &str| {
        let found = ["user", "found", name, "--name", "Primera", "--institution", "Cancillería", "--party", party];
        on(&data, "xsv.operator", &found)
    };
    assert!(found("MEX", "mex.second").with(3).err.contains("active administrator"));
    found("ECU", "ecu.first").with(0);
    found("ZZZ", "zzz.first").with(3);
}

#[test]
fn where_all_is_invented_the_coordinator_stands_in_for_whoever_was_not_named_and_nowhere_else() {
    let (_home, data) = copy();
    let calendar = ["export", "calendar", "--delegation", "MEX"];
    let decisions = ["export", "decisions", "--meeting", "RCM/VIII", "--format", "json"];
    for (arguments, begins) in [(&calendar[..], "BEGIN:VCALENDAR\r\n"), (&decisions[..], "[")] {
        let unnamed = puebla(&[arguments, &["--data", text(&data)]].concat()).with(0);
        assert!(unnamed.out.starts_with(begins) && unnamed.err.contains("xsv.coordinator"), "{}", unnamed.err);
        assert_eq!(unnamed.out, on(&data, "xsv.coordinator", arguments).with(0).out);
    }
    assert!(puebla(&["export", "--data", text(&data)]).with(2).err.contains("--as"), "a State's own");
    std::fs::remove_file(data.join("demonstration")).expect("the mark");
    assert!(puebla(&[&calendar[..], &["--data", text(&data)]].concat()).with(2).err.contains("--as"), "a real folder");
}
