//! Canaries: something of which there is no second is planted in every personal field and as every secret, the whole
//! product is used, and then all it left behind is searched: files with their free pages, logs at their most talkative,
//! answers, a backup, temporary files, memory.
//!
//! `planted` says where each may be and where it must be; `columns` that no column about a person was forgotten. The
//! control is a server that leaks on purpose: each leak must be found.

mod acts;
mod columns;
mod planted;
mod search;
pub(crate) mod visitor;
mod yard;

use std::collections::BTreeSet;

use planted::{Place, Planted};
use search::{Search, Sighting};
use yard::{Form, Yard};

use crate::kill::server::{SOUND, with_seeded_fault};

/// Answers what was seen where it may not be.
fn astray(planted: &Planted, seen: &BTreeSet<Sighting>) -> Vec<Sighting> {
    let may = |sighting: &&Sighting| {
        let canary = planted.canaries.iter().find(|canary| canary.what == sighting.canary);
        canary.is_none_or(|canary| !canary.may.contains(&sighting.place))
    };
    seen.iter().filter(may).cloned().collect()
}

/// Answers what was not seen where it must be, and so was not planted.
fn not_planted(planted: &Planted, seen: &BTreeSet<Sighting>) -> Vec<String> {
    let wanted = planted.canaries.iter().flat_map(|canary| canary.must.iter().map(move |place| (canary.what, *place)));
    let is_seen = |what: &str, place: Place| seen.iter().any(|seen| seen.canary == what && seen.place == place);
    wanted.filter(|(what, place)| !is_seen(what, *place)).map(|(what, place)| format!("{what} in {place:?}")).collect()
}

#[test]
fn nothing_personal_is_where_it_must_not_be() {
    for form in [Form::Text, Form::Json] {
        let mut planted = Planted::new();
        let mut yard = Yard::new(&planted);
        let people = yard.people();
        let server = yard.serve(SOUND.as_ref(), form, None);
        let heard = acts::everything(server.address, &mut planted, &people);
        let search = Search::new(&planted.canaries);
        let mut seen = yard.look_while_it_runs(&server, &search, matches!(form, Form::Text));
        yard.end(server);
        seen.extend(yard.look_after(&search, &heard));
        yard.has_events();
        let (absent, astray) = (not_planted(&planted, &seen), astray(&planted, &seen));
        assert!(absent.is_empty() && astray.is_empty(), "{form:?}: not planted {absent:?}; astray {astray:#?}");
        columns::hold(&yard, &planted);
    }
}

#[test]
fn every_seeded_leak_is_found() {
    let binary = with_seeded_fault();
    let leaks = [
        ("log", Place::Log),
        ("event", Place::Log),
        ("address", Place::Head),
        ("file", Place::Temporary),
        ("database", Place::Base),
        ("memory", Place::Memory),
    ];
    for (leak, place) in leaks {
        let planted = Planted::new();
        let mut yard = Yard::new(&planted);
        let server = yard.serve(&binary, Form::Json, Some(leak));
        let mut heard = visitor::Heard::default();
        acts::strangers(server.address, &planted, &mut heard);
        let search = Search::new(&planted.canaries);
        let mut seen = yard.look_while_it_runs(&server, &search, leak == "memory");
        yard.end(server);
        seen.extend(yard.look_after(&search, &heard));
        let astray = astray(&planted, &seen);
        let found = astray.iter().any(|seen| seen.canary == "wrong password" && seen.place == place);
        assert!(found, "the leak {leak} was not found in {place:?}: {astray:?}");
    }
}

/// The control of what rests sealed: where nothing is, each canary of it is found in the house's file and in a backup.
#[test]
fn words_that_were_not_sealed_are_found() {
    let binary = with_seeded_fault();
    let mut planted = Planted::new();
    let mut yard = Yard::new(&planted);
    let people = yard.people();
    let server = yard.serve(&binary, Form::Json, Some("unsealed"));
    let heard = acts::everything(server.address, &mut planted, &people);
    yard.end(server);
    let search = Search::new(&planted.canaries);
    let astray = astray(&planted, &yard.look_after(&search, &heard));
    for canary in planted.canaries.iter().filter(|canary| canary.may == planted::SEALED) {
        for place in [Place::Registers, Place::Backup] {
            let found = astray.iter().any(|seen| seen.canary == canary.what && seen.place == place);
            assert!(found, "{} rests in clear, and was not found in {place:?}", canary.what);
        }
    }
}
