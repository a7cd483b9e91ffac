//! One's own State's flags: those that wait for a second person first, then what is set.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::fields;
use base::web::parts::{self, Tone};
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::queries::{self, Flag};
use crate::alerts::draft::of_child;
use crate::alerts::permits::ListFlags;
use crate::alerts::{pages, today};

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ListFlags>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, child, day) = (reader.caller().state, of_child(reader.caller()), today(reader.now()));
    let all = reader.ask(|connection| queries::of_state(connection, state, child, day))?;
    let voice = &visit.voice;
    let (set, waiting): (Vec<&Flag>, Vec<&Flag>) = all.iter().partition(|flag| flag.since.is_some());
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-flags-title")) }
        p { (voice.t("alerts-flags-about")) }
        @if all.is_empty() { p { (voice.t("alerts-flags-none")) } }
        @for flag in waiting.iter().chain(&set) { (card(&reader, &visit, flag)) }
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-flags-title", body))
}

fn card(reader: &Reader<ListFlags>, visit: &Visit, flag: &Flag) -> Markup {
    let voice = &visit.voice;
    let owner = reader.ground().identity.party_name(flag.owner, voice.language);
    let (whose, reason, instead) =
        (voice.t("alerts-owner"), voice.t("alerts-flag-reason"), voice.t("alerts-flag-instead"));
    let path = format!("/alerts/{}/flag", flag.reference);
    let may_decide = flag.since.is_none() && flag.person != reader.caller().person;
    parts::card(
        &format!("flag-{}", flag.asked_at),
        &flag.reference,
        html! {
            p {
                @if let Some(since) = flag.since {
                    (parts::tag(Tone::Done, &voice.t("alerts-flag-is-set"))) " " (voice.instant(since))
                } @else { (parts::tag(Tone::Soon, &voice.t("alerts-standing-proposed"))) }
            }
            (parts::facts(&[
                (&*whose, html! { (owner) }),
                (&*reason, html! { (voice.t(flag.reason.key())) }),
                (&*instead, html! { strong { (voice.t(flag.instead.key())) } }),
            ]))
            div .row {
                @if may_decide {
                    (fields::form(&format!("{path}/set"), visit.csrf(), html! {
                        (fields::hidden("seen", &flag.asked_at.to_string()))
                        button type="submit" { (voice.t("alerts-flag-set")) }
                    }))
                }
                (fields::form(&format!("{path}/lift"), visit.csrf(), html! {
                    button .plain type="submit" { (voice.t("alerts-flag-lift")) }
                }))
            }
        },
    )
}
