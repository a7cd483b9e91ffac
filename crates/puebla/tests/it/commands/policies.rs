//! `puebla policy`, as whoever reviews the rules uses it.

use super::{puebla, text};

#[test]
fn the_policies_in_force_are_shown_and_fit() {
    let shown = puebla(&["policy", "show"]).with(0).out;
    assert!(shown.contains("@id(\"never: a suspended person does nothing\")"), "{shown}");
    assert!(puebla(&["policy", "show", "--schema"]).with(0).out.contains("entity Person"));
    assert!(puebla(&["policy", "check"]).with(0).out.contains("Version "));
}

#[test]
fn a_proposal_is_checked_with_them() {
    let home = tempfile::tempdir().expect("a folder");
    let proposal = home.path().join("proposal.cedar");
    std::fs::write(&proposal, "permit (principal, action == Action::\"people.list\", resource);").expect("a file");
    puebla(&["policy", "check", text(&proposal)]).with(0);
    std::fs::write(&proposal, "permit (principal, action == Action::\"people.sell\", resource);").expect("a file");
    assert!(puebla(&["policy", "check", text(&proposal)]).with(3).err.contains("people.sell"));
    std::fs::write(&proposal, "permit everybody everything").expect("a file");
    puebla(&["policy", "check", text(&proposal)]).with(3);
}

#[test]
fn every_action_is_listed_with_who_it_concerns() {
    let listed = puebla(&["policy", "actions", "--json"]).with(0).json();
    let named = |name: &str| listed.iter().find(|action| action["action"] == name).expect("an action");
    assert_eq!(named("store.restore")["writes"], true);
    assert_eq!(named("log.verify")["purposes"], serde_json::json!(["operation", "oversight"]));
    assert_eq!(named("store.backup")["routes"][0], "POST /operation/backup");
    assert!(puebla(&["policy", "actions"]).with(0).out.lines().count() > 10);
}
