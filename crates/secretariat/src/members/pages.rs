//! What this room shows more than once.

use base::identity::profile::InForce;
use base::web::Voice;
use journal::StateCode;
use maud::{Markup, html};

use super::class::Class;
use super::queries::Standing;
use crate::meetings::Symbol;

/// Writes a symbol, or a dash where there is none.
pub(super) fn symbol(symbol: Option<&Symbol>) -> Markup {
    html! { @if let Some(symbol) = symbol { span .mono { (symbol) } } @else { "–" } }
}

/// Says by what a party is one: a decision, an invitation, or from the beginning.
pub(super) fn admitted_by(voice: &Voice, standing: &Standing) -> Markup {
    match (&standing.decision, &standing.meeting) {
        (Some(decision), _) => html! { span .mono { (decision) } },
        (None, Some(meeting)) => voice.rich(
            "members-invited-to",
            &[],
            &[("meeting", html! { a href={ "/meetings/" (meeting.in_address()) } { (meeting) } })],
        ),
        (None, None) => html! { (voice.t("members-founding")) },
    }
}

/// Answers the key of the heading over all parties of a class.
pub(super) const fn class_key(class: Class) -> &'static str {
    match class {
        Class::Member => "members-classes-member",
        Class::ObserverState => "members-classes-observer-state",
        Class::ObserverOrganisation => "members-classes-observer-organisation",
        Class::Network => "members-classes-network",
        Class::Guest => "members-classes-guest",
    }
}

/// Answers a party's name in the reader's language; its code where nobody knows it.
pub(super) fn name(voice: &Voice, standings: &[Standing], profile: &InForce, party: StateCode) -> String {
    let said = standings.iter().rfind(|standing| standing.party == party);
    let said = said.map(|standing| standing.names.in_language(voice.language).to_owned());
    let known = || profile.parties.get(&party).map(|known| known.name.in_language(voice.language).to_owned());
    said.or_else(known).unwrap_or_else(|| party.to_string())
}
