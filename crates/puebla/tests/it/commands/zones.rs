//! `puebla mrz` against its contract.

use serde_json::json;

use super::{given, puebla, text};

const PASSPORT: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n";

#[test]
fn a_zone_is_one_object_with_every_key_of_the_contract() {
    let read = given(&["mrz", "--json", "--on", "2026-06-01"], PASSPORT.as_bytes(), &[]).with(0).json();
    let [zone] = read.as_slice() else { panic!("one zone, one line") };
    let keys: Vec<&str> = zone.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut wanted = vec!["format", "lines", "arithmetic", "checks", "findings", "fields"];
    wanted.sort_unstable();
    let mut found = keys.clone();
    found.sort_unstable();
    assert_eq!(found, wanted);
    assert_eq!((&zone["format"], &zone["arithmetic"]), (&json!("TD3"), &json!("valid")));
    let number = json!({
        "field": "document_number", "line": 2, "from": 1, "to": 9, "digit": "6", "expected": "6", "ok": true,
    });
    assert_eq!(zone["checks"][0], number);
    assert_eq!(zone["fields"]["secondary_identifier"], "ANNA MARIA");
    assert_eq!(zone["fields"]["birth_date"], "1974-08-12");
}

#[test]
fn the_day_decides_the_century() {
    let born = PASSPORT.replace("7408122", "2506019");
    let year = |on: &str| {
        let read = given(&["mrz", "--json", "--on", on], born.as_bytes(), &[]).json();
        read[0]["fields"]["birth_date"].as_str().expect("a date").to_owned()
    };
    assert_eq!(year("2026-06-01"), "2025-06-01");
    assert_eq!(year("2024-06-01"), "1925-06-01");
}

#[test]
fn one_line_a_zone_in_their_order_and_status_1_when_one_is_wrong() {
    let wrong = PASSPORT.replace("L898902C36", "L898902C46");
    let stream = format!("{PASSPORT}\n{wrong}\nnot a zone\n\n{PASSPORT}");
    let ended = given(&["mrz", "--json", "--on", "2026-06-01"], stream.as_bytes(), &[]).with(1);
    let read = ended.json();
    let arithmetic: Vec<_> = read.iter().map(|zone| zone["arithmetic"].as_str()).collect();
    assert_eq!(arithmetic, [Some("valid"), Some("invalid"), None, Some("valid")]);
    let error = &read[2]["error"];
    assert_eq!(error["code"], "space");
    assert!(error["message"].is_string() && error["line"] == 1 && error["column"] == 4, "{error}");
    assert_eq!(ended.err, "", "all there is to say is in the output");
}

#[test]
fn for_people_it_says_what_agrees_and_what_does_not() {
    let wrong = PASSPORT.replace("L898902C36", "L898902C37");
    let said = given(&["mrz", "--language", "es"], wrong.as_bytes(), &[]).with(1).out;
    assert!(said.contains("Zona 1, TD3: hay dígitos de control que no concuerdan"), "{said}");
    assert!(said.contains("está 7 y debería estar 6"), "{said}");
    assert!(said.contains("Ningún dígito de control cubre:"), "{said}");
    let said = given(&["mrz"], PASSPORT.as_bytes(), &[]).with(0).out;
    assert!(said.contains("proves no authenticity"), "{said}");
}

#[test]
fn a_file_in_and_a_file_out() {
    let home = tempfile::tempdir().expect("a folder");
    let (from, to) = (home.path().join("zones.txt"), home.path().join("read.json"));
    std::fs::write(&from, PASSPORT).expect("zones");
    let ended = puebla(&["mrz", text(&from), "--json", "--out", text(&to)]).with(0);
    assert_eq!(ended.out, "");
    assert!(std::fs::read_to_string(&to).expect("a file").contains("\"TD3\""));
    assert!(puebla(&["mrz", "/no/such/file"]).with(3).err.contains("/no/such/file"));
}

#[test]
fn bytes_that_are_no_text_and_endless_lines_are_unreadable_and_nothing_worse() {
    let mut stream = b"P<UTO\xff\xfe\n\n".to_vec();
    stream.extend(std::iter::repeat_n(b'A', 3_000_000));
    let read = given(&["mrz", "--json"], &stream, &[]).with(1).json();
    let codes: Vec<_> = read.iter().map(|zone| zone["error"]["code"].as_str().unwrap_or("")).collect();
    assert_eq!(codes, ["not_ascii", "too_long"]);
    assert_eq!(given(&["mrz", "--json"], b"", &[]).with(0).out, "");
}
