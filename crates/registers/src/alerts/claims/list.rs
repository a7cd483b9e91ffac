//! One's own State's claims for protection: whose referral is owed first. Which State somebody may flee from no page shows.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit};
use maud::{Markup, html};

use super::queries::{self, Claim};
use super::{ClaimEnding, ReferredTo};
use crate::alerts::draft::of_child;
use crate::alerts::pages;
use crate::alerts::permits::ListClaims;

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ListClaims>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let (reader, all) = shielding(permitted).await?;
    let voice = &visit.voice;
    let owed = all.iter().filter(|claim| claim.referred.is_none()).count();
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-claims-title")) }
        p { (voice.t("alerts-claims-about")) }
        @if owed > 0 {
            (parts::notice(Tone::Late, html! { p { strong { (voice.tn("alerts-claims-owed", &[("count", owed.into())])) } } }))
        }
        @if all.is_empty() { p { (voice.t("alerts-claims-none")) } }
        @for claim in &all { (card(&reader, &visit, claim)) }
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-claims-title", body))
}

/// Answers the claims that shield, for page and program.
pub(super) async fn shielding(permitted: Permitted<ListClaims>) -> Result<(Reader<ListClaims>, Vec<Claim>), Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, child) = (reader.caller().state, of_child(reader.caller()));
    let all = reader.ask(|connection| queries::of_state(connection, state, child))?;
    Ok((reader, all))
}

fn card(reader: &Reader<ListClaims>, visit: &Visit, claim: &Claim) -> Markup {
    let voice = &visit.voice;
    let (path, at) = (format!("/alerts/{}/claim", claim.reference), claim.recorded_at.to_string());
    let field = |name: &str| format!("{name}-{at}");
    let to: Vec<Choice<'_>> = ReferredTo::ALL.iter().map(|to| Choice::new(to.code(), voice.t(to.key()))).collect();
    let endings: Vec<Choice<'_>> =
        ClaimEnding::ALL.iter().map(|ending| Choice::new(ending.code(), voice.t(ending.key()))).collect();
    let decides = claim.ending.filter(|(_, person)| *person != reader.caller().person);
    parts::card(
        &field("claim"),
        &claim.reference,
        html! {
            p { (voice.t("alerts-claim-since")) " " (voice.instant(claim.at)) }
            @match claim.referred {
                Some((to, when)) => p { (parts::tag(Tone::Done, &voice.t("alerts-claim-referred"))) " " (voice.t(to.key())) ", " (voice.instant(when)) },
                None => {
                    p { (parts::tag(Tone::Late, &voice.t("alerts-claim-owed"))) }
                    (fields::form(&format!("{path}/refer"), visit.csrf(), html! {
                        (fields::hidden("seen", &at))
                        (fields::radios(voice, &Filled::new(), &Field::new("to", "alerts-claim-to"), &to))
                        (fields::submit_row(voice, "alerts-claim-refer", None))
                    }))
                }
            }
            @if let Some((ending, _)) = claim.ending {
                p { (parts::tag(Tone::Soon, &voice.t("alerts-standing-proposed"))) " " (voice.t(ending.key())) }
            }
            @if let Some((ending, _)) = decides {
                (fields::form(&format!("{path}/lift/decide"), visit.csrf(), html! {
                    (fields::hidden("seen", &at))
                    (fields::hidden("ending", ending.code()))
                    button .plain type="submit" { (voice.t("alerts-claim-lift-decide")) }
                }))
            }
            (parts::details(&voice.t("alerts-claim-lift-title"), fields::form(&format!("{path}/lift"), visit.csrf(), html! {
                p { (voice.t("alerts-claim-lift-about")) }
                (fields::hidden("seen", &at))
                (fields::radios(voice, &Filled::new(), &Field::new("ending", "alerts-claim-ending"), &endings))
                (fields::submit_row(voice, "alerts-claim-lift", None))
            })))
        },
    )
}
