//! `puebla import declaration` against its contract: one object a decision and line, in order, without a folder.

use serde_json::json;

use super::{given, puebla};

/// A declaration of an invented meeting.
const DECLARATION: &str = "Lagoon Dialogue on Mobility\nVIII Meeting\n\nThe Ministers decided to:\n\n\
    1. Thank the Government of Utopia for its hospitality.\n\n\
    2. Urge member States to send comments on the draft guide within three months.\n\n\
    3. Authorize the Working Group to adopt the plan, if and when the network has approved it.\n\n\
    5. Approve the budget for next year.\n";

#[test]
fn a_declaration_is_one_object_a_line_and_needs_no_folder() {
    let arguments = ["import", "declaration", "--meeting-end", "2003-05-30", "--dry-run", "--json"];
    let ended = given(&arguments, DECLARATION.as_bytes(), &[]).with(0);
    let lines = ended.json();
    assert_eq!(lines.len(), 4, "{}", ended.out);
    let keys: Vec<&str> = lines[0].as_object().expect("an object").keys().map(String::as_str).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["addressees", "condition", "dues", "number", "text", "verbs"]);
    assert_eq!(lines[0]["verbs"], json!(["thank"]));
    assert_eq!((&lines[0]["dues"], &lines[0]["condition"]), (&json!([]), &json!(null)));
    assert_eq!(lines[1]["dues"][0]["date"], "2003-08-30", "{}", ended.out);
    assert!(lines[2]["condition"].as_str().is_some_and(|text| text.contains("network")), "{}", ended.out);
    assert!(ended.err.contains("where 4 should come"), "a gap in the numbers is said: {}", ended.err);
    let open = given(&["import", "declaration", "--dry-run", "--json"], DECLARATION.as_bytes(), &[]).with(0).json();
    assert_eq!(open[1]["dues"][0]["date"], json!(null), "without the meeting's end no day is known");
}

#[test]
fn for_people_it_speaks_their_language() {
    let arguments = ["import", "declaration", "--meeting-end", "2003-05-30", "--dry-run", "--language", "es"];
    let said = given(&arguments, DECLARATION.as_bytes(), &[]).with(0).out;
    assert!(said.contains("1. agradecer: Thank the Government"), "{said}");
    assert!(said.contains("vence el 2003-08-30: 3 meses después de"), "{said}");
    assert!(said.contains("Se leyeron 4 decisiones. No se ingresó nada."), "{said}");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let dry = ["import", "declaration", "--dry-run", "--json"];
    assert!(given(&dry, b"", &[]).with(3).err.contains("no text"), "an empty file");
    assert!(given(&dry, b"PK\x03\x04 and nothing more", &[]).with(3).err.contains("archive"));
    assert_eq!(given(&dry, b"Good morning.", &[]).with(1).out, "", "a text without a decision");
    assert!(puebla(&["import", "declaration", "/no/such/file", "--dry-run"]).with(3).err.contains("/no/such/file"));
    assert!(puebla(&["import", "declaration", "x"]).with(2).err.contains("--dry-run"));
    let huge = vec![b' '; (20 << 20) + 1];
    assert!(given(&dry, &huge, &[]).with(3).err.contains("20480 kB"), "one byte too many");
}
