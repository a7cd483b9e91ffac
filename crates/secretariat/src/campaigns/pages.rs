//! What the acts of this room share: whose a campaign is, and how it is said.

use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Voice};
use conference::campaigns::{Standing, evaluation_due};
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;

use super::queries::{self, Campaign, Drafts, Reference};
use crate::obligations;
use crate::rounds::tongues;

/// Answers what the policies must know of a campaign: whose it is, and whether it is published.
pub(super) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> + use<> {
    let reference = Reference::parse(reference);
    move |now| {
        let Some(reference) = reference else { return Ok(None) };
        let found = queries::one(now, reference)?;
        Ok(found.map(|campaign| {
            let status = if campaign.published_at.is_some() { "open" } else { "draft" };
            Resource { status, ..Resource::of(campaign.state, reference.to_string()) }
        }))
    }
}

/// Answers what the policies must know of a campaign that its own delegation is about to write down.
pub(super) fn own<P: Permit>(desk: &Permitted<P>) -> Resource {
    Resource { status: "draft", ..Resource::of(desk.caller().state, String::new()) }
}

/// Reads the campaign of an address.
pub(super) fn campaign<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Campaign, Refusal> {
    let reference = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    reader.ask(|now| queries::one(now, reference))?.ok_or(Refusal::NotFound)
}

/// Answers whose drafts somebody may see in a list: as the policies say of one, `campaigns.show`.
pub(super) fn drafts<P: Permit>(reader: &Reader<P>) -> Drafts {
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let sees = |owner| {
        let draft = Resource { status: "draft", ..Resource::of(owner, String::new()) };
        policy.allows::<super::ShowCampaign>(caller, &draft)
    };
    let others = reader.ground().identity.profile().parties.keys().any(|party| *party != caller.state && sees(*party));
    match (others, sees(caller.state)) {
        (true, _) => Drafts::All,
        (false, true) => Drafts::Of(caller.state),
        (false, false) => Drafts::Hidden,
    }
}

/// Answers which day it is at the secretariat's seat.
pub(super) fn today<P: Permit>(reader: &Reader<P>) -> Date {
    reader.now().to_zoned_datetime(obligations::seat(reader.ground())).date()
}

/// Draws the title of a campaign.
pub(super) fn title(voice: &Voice, campaign: &Campaign) -> Markup {
    let content = &campaign.content;
    tongues(voice, [&content.title_en, &content.title_es, &content.title_fr])
}

/// Draws from when to when a campaign lasts.
pub(super) fn days(voice: &Voice, campaign: &Campaign) -> Markup {
    let (first, last) = (campaign.content.first_on, campaign.content.last_on);
    html! { (voice.date(first)) @if last != first { " – " (voice.date(last)) } }
}

/// Draws where a campaign stands; what is overdue is marked and its day named.
pub(super) fn standing(voice: &Voice, campaign: &Campaign, today: Date) -> Markup {
    let (tone, key) = match campaign.standing(today) {
        None => (Tone::Deep, "campaigns-standing-draft"),
        Some(Standing::Planned) => (Tone::Deep, "campaigns-standing-planned"),
        Some(Standing::Running) => (Tone::Deep, "campaigns-standing-running"),
        Some(Standing::Ended) => (Tone::Deep, "campaigns-standing-ended"),
        Some(Standing::Overdue) => (Tone::Late, "campaigns-standing-overdue"),
        Some(Standing::Evaluated) => (Tone::Done, "campaigns-standing-evaluated"),
    };
    let awaited = matches!(campaign.standing(today), Some(Standing::Ended | Standing::Overdue));
    html! {
        (parts::tag(tone, &voice.t(key)))
        @if awaited {
            " " small { (voice.rich("campaigns-evaluation-by", &[], &[("day", voice.date(evaluation_due(campaign.content.last_on)))])) }
        }
    }
}
