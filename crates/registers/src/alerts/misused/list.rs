//! What is kept of holders beside one alert of one's own State, and the form by which more is.

use axum::extract::Path;
use base::desk::{Permitted, Reader};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use maud::{Markup, html};

use super::queries::{self, Kept};
use super::typed::PLACE_CHARS_MAX;
use crate::alerts::permits::ShowMisused;
use crate::alerts::text::AUTHORITY_CHARS_MAX;
use crate::alerts::{found, pages, today};
use crate::document::{DocumentKind, DocumentNumber};

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ShowMisused>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    if alert.life.has_ended(today(reader.now())) {
        return Err(Refusal::conflict("alerts-refused-ended"));
    }
    let kept = reader.ask(|connection| queries::of_alert(connection, alert.id))?;
    let voice = &visit.voice;
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        (head(voice, &reference))
        @for one in &kept { (card(&reader, &visit, &reference, one)?) }
        (entry(&visit, &reference, &Filled::new()))
        p { a href={ "/alerts/" (reference) } { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-misused-title", body))
}

/// Shows the form again with what is wrong.
pub(super) fn refused(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    html! {
        (fields::error_summary(&visit.voice, filled))
        (head(&visit.voice, reference))
        (entry(visit, reference, filled))
    }
}

fn head(voice: &Voice, reference: &str) -> Markup {
    html! {
        h1 { (voice.t("alerts-misused-title")) }
        p { span .mono { (reference) } }
        p { (voice.t("alerts-misused-about")) }
    }
}

fn card(reader: &Reader<ShowMisused>, visit: &Visit, reference: &str, one: &Kept) -> Result<Markup, Refusal> {
    let sealer = reader.ground().keys.sealer();
    let (place, office, paper) = (one.born_at.open(sealer)?, one.taken_by.open(sealer)?, one.kept_at.open(sealer)?);
    let voice = &visit.voice;
    let path = format!("/alerts/{reference}/misused");
    let confirms = one.confirmed.is_none() && one.person != reader.caller().person;
    let labels =
        ["alerts-misused-document", "alerts-misused-born-at", "alerts-misused-consent", "alerts-misused-entered"];
    let [document, born_at, consent, entered] = labels.map(|key| voice.t(key));
    let seen = one.entered_at.to_string();
    let nothing = Filled::new();
    Ok(parts::card(
        &format!("misused-{seen}"),
        &voice.t("alerts-misused-holder"),
        html! {
            p {
                @if one.confirmed.is_some() { (parts::tag(Tone::Done, &voice.t("alerts-misused-clears"))) }
                @else { (parts::tag(Tone::Soon, &voice.t("alerts-standing-proposed"))) }
            }
            (parts::facts(&[
                (&*document, html! { (one.issuer.as_str()) ", " (voice.t(one.kind.key())) }),
                (&*born_at, html! { @if place.is_empty() { "–" } @else { (place) } }),
                (&*consent, html! { (voice.date(one.consented_on)) "; " (office) "; " (paper) }),
                (&*entered, html! { (voice.instant(one.entered)) }),
            ]))
            @if confirms {
                p { (voice.t("alerts-misused-confirm-about")) }
                (fields::form(&format!("{path}/confirm"), visit.csrf(), html! {
                    (fields::hidden("seen", &seen))
                    (typed(voice, &nothing))
                    (fields::submit_row(voice, "alerts-misused-confirm", None))
                }))
            }
            (fields::form(&format!("{path}/end"), visit.csrf(), html! {
                (fields::hidden("seen", &seen))
                button .plain type="submit" { (voice.t("alerts-misused-end")) }
            }))
        },
    ))
}

fn typed(voice: &Voice, filled: &Filled) -> Markup {
    let kinds: Vec<Choice<'_>> =
        DocumentKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect();
    let (state, number) =
        (Field::new("issuing_state", "alerts-misused-state"), Field::new("number", "alerts-misused-number"));
    html! {
        (fields::text_input(voice, filled, &state.mono().max_length(3).autocomplete("off")))
        (fields::select(voice, filled, &Field::new("kind", "alerts-misused-kind"), &kinds))
        (fields::text_input(voice, filled, &number.mono().max_length(DocumentNumber::LENGTH_MAX as u32).autocomplete("off")))
    }
}

fn entry(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let theirs = [Choice::new("yes", voice.t("alerts-misused-theirs-yes"))];
    let text =
        |name, label, hint, most: usize| Field::new(name, label).hint(hint).max_length(most as u32).autocomplete("off");
    let born_at = text("born_at", "alerts-misused-born-at", "alerts-misused-born-at-hint", PLACE_CHARS_MAX).optional();
    let day = text("consented_on", "alerts-misused-consented-on", "alerts-day-hint", 10);
    let kept_at = text("kept_at", "alerts-misused-kept-at", "alerts-misused-kept-at-hint", AUTHORITY_CHARS_MAX);
    let taken_by = text("taken_by", "alerts-misused-taken-by", "alerts-misused-taken-by-hint", AUTHORITY_CHARS_MAX);
    parts::card(
        "enter",
        &voice.t("alerts-misused-enter-title"),
        html! {
            div .consequence { p { (voice.t("alerts-misused-consequence")) } }
            (fields::form(&format!("/alerts/{reference}/misused"), visit.csrf(), html! {
                (typed(voice, filled))
                (fields::checkboxes(voice, filled, &Field::new("theirs", "alerts-misused-theirs").hint("alerts-misused-theirs-hint"), &theirs))
                (fields::text_input(voice, filled, &born_at))
                (fields::text_input(voice, filled, &day))
                (fields::text_input(voice, filled, &kept_at))
                (fields::text_input(voice, filled, &taken_by))
                (fields::submit_row(voice, "alerts-misused-enter", None))
            }))
        },
    )
}
