//! What the acts of this room share: whose a sheet is, and how a version is said.

use std::collections::BTreeSet;

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::identity::PartyKind;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Voice};
use base::words::Language;
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::queries::{Reference, Version};
use super::topics;
use crate::{obligations, papers};

/// Answers what the policies must know of a sheet: whose it is. There is one of each member on each topic, also where nothing is given.
///
/// Errors: `NotFound` where the address names no topic or no State.
pub(super) fn resource(reference: &str) -> Result<(Reference, Resource), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    let resource = Resource { status: "open", ..Resource::of(of.state, of.to_string()) };
    Ok((of, resource))
}

/// Answers the member States of the process.
pub(super) fn members<P: Permit>(reader: &Reader<P>) -> Vec<StateCode> {
    let parties = &reader.ground().identity.profile().parties;
    parties.iter().filter(|(_, party)| party.kind == PartyKind::Member).map(|(code, _)| *code).collect()
}

/// Refuses the sheet of a party that is no member.
pub(super) fn of_member<P: Permit>(reader: &Reader<P>, of: &Reference) -> Result<(), Refusal> {
    if members(reader).contains(&of.state) { Ok(()) } else { Err(Refusal::NotFound) }
}

/// Answers which day it is at the secretariat's seat.
pub(super) fn today<P: Permit>(reader: &Reader<P>) -> Date {
    reader.now().to_zoned_datetime(obligations::seat(reader.ground())).date()
}

/// Answers the symbols of those documents that whoever reads may open: the others are told nobody.
pub(super) fn open<'v, P: Permit>(
    reader: &Reader<P>,
    versions: impl Iterator<Item = &'v Version>,
) -> Result<BTreeSet<String>, StoreError> {
    let symbols: BTreeSet<&str> = versions.map(|version| version.content.paper.as_str()).collect();
    let symbols: Vec<_> = symbols.iter().filter_map(|symbol| symbol.parse().ok()).collect();
    Ok(papers::chips(reader, &symbols)?.iter().map(|chip| chip.paper.symbol.to_string()).collect())
}

/// Answers the name of a topic in the reader's language.
pub(super) fn topic(voice: &Voice, code: &str) -> String {
    topics::key(code).map(|key| voice.t(key).into_owned()).unwrap_or_default()
}

/// Draws what is there in two languages: the reader's own, else the other, which is said to a reader's machine.
pub(super) fn tongues(voice: &Voice, en: &str, es: &str) -> Markup {
    let is_spanish = voice.language == Language::Es && !es.is_empty() || en.is_empty();
    let (tag, text) = if is_spanish { ("es", es) } else { ("en", en) };
    html! { @if tag == voice.language.tag() { (text) } @else { span lang=(tag) { (text) } } }
}

/// Draws when a version was looked at last, and a sign where that is overdue.
pub(super) fn reviewed(voice: &Voice, version: &Version, today: Date) -> Markup {
    html! {
        small { (voice.rich("sheets-reviewed", &[], &[("day", voice.date(version.content.reviewed_on))])) }
        @if version.is_overdue(today) { " " (parts::tag(Tone::Late, &voice.t("sheets-overdue"))) }
    }
}
