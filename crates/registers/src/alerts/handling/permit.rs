//! The act "permit another State something in spite of a code": the alert's State alone, one person, for what and until when.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted, Reader};
use base::ids::StateCode;
use base::store::{Rests, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Posted, Refusal, Said, Visit, parts};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::entries::HandlingPermitted;
use super::queries::{self as permissions, Permission};
use super::{HandlingCode, RESTRICTION_CHARS_MAX, shown};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::PermitHandling;
use crate::alerts::queries::Alert;
use crate::alerts::typed::{a_day, sentence};
use crate::alerts::{closed, form, found, pages, today};

/// What is permitted to whom, for what and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({
    "code": "H2", "to": "GTM", "what": "Para la fiscalía que tramita la captura (ficticio).", "until": "2026-06-30"
}))]
pub struct HandlingPermit {
    /// `H1`, `H2` or `H3`.
    pub code: String,
    /// Code of the State that may.
    pub to: String,
    /// For what, in at most 200 characters.
    pub what: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    pub until: String,
}

/// What is to be permitted: of which alert, in spite of which code, to whom, for what, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Permitting {
    alert: Uuid,
    code: HandlingCode,
    to: StateCode,
    what: String,
    until: Date,
}

/// Records what the speaking State permits of its own alert.
///
/// Errors: `Refused` where it is another's, is not in force, has no such code, or where the State is its own.
pub(super) fn permit(entries: &Entries<'_, AlertsEntry>, said: Permitting) -> Result<(), StoreError> {
    let alert = found::beside(entries, said.alert)?;
    let version = alert.active_version.ok_or(StoreError::Refused("alerts-refused-not-active"))?;
    let handling = permissions::of(entries.now(), alert.id, version)?;
    if !handling.is_some_and(|handling| handling.has(said.code)) {
        return Err(StoreError::Refused("alerts-handling-refused-code"));
    }
    if said.to == alert.owner {
        return Err(StoreError::Refused("alerts-handling-refused-own"));
    }
    let Permitting { alert, code, to, what, until } = said;
    let bound = closed::bound(closed::PERMITTED, entries.stamp().state, alert, 0);
    let what = Rests::close(&what, entries.sealer(), &bound)?;
    entries.append(&AlertsEntry::HandlingPermitted(HandlingPermitted { alert, code, to, what, until }))?;
    Ok(())
}

impl HandlingPermit {
    fn of_form(filled: &Filled) -> Self {
        let typed = |name: &str| filled.typed(name).to_owned();
        HandlingPermit { code: typed("code"), to: typed("to"), what: typed("what"), until: typed("until") }
    }

    /// Reads it for an alert, on a given day, among the States there are.
    fn read(
        &self,
        alert: Uuid,
        today: Date,
        is_party: impl Fn(&StateCode) -> bool,
    ) -> Result<Permitting, Vec<InputFault>> {
        let mut faults = Vec::new();
        let code = HandlingCode::read(&self.code);
        let to: Option<StateCode> = self.to.trim().parse().ok().filter(is_party);
        for (field, missing, key) in
            [("code", code.is_none(), "alerts-handling-fault-code"), ("to", to.is_none(), "alerts-handling-fault-to")]
        {
            if missing {
                faults.push(InputFault::field(field, "no-such-code", Said::plain(key)));
            }
        }
        let what = sentence("what", &self.what, RESTRICTION_CHARS_MAX).map_err(|fault| faults.push(fault)).ok();
        let until = match a_day("until", &self.until) {
            Ok(day) if day < today => {
                faults.push(InputFault::field("until", "over", Said::plain("alerts-handling-fault-until")));
                None
            }
            Ok(day) => Some(day),
            Err(fault) => {
                faults.push(fault);
                None
            }
        };
        match (code, to, what, until) {
            (Some(code), Some(to), Some(what), Some(until)) => Ok(Permitting { alert, code, to, what, until }),
            _ => Err(faults),
        }
    }
}

/// Takes it for page and program.
///
/// Errors: `Invalid` with every fault; `Conflict` as [`permit`] says.
pub(super) async fn given(
    permitted: Permitted<PermitHandling>,
    reference: &str,
    sent: &HandlingPermit,
) -> Result<(), Refusal> {
    let resource = found::own(&permitted, reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let reader = writer.reader();
    let (id, day) = (found::alert(reader, reference)?.id, today(reader.now()));
    let profile = reader.ground().identity.profile();
    let said = sent.read(id, day, |state| profile.parties.contains_key(state)).map_err(Refusal::Invalid)?;
    writer.append(move |entries| permit(entries, said)).await?;
    Ok(())
}

/// Shows the codes of what is in force, what was permitted, and asks what more is.
pub(in crate::alerts) async fn page(
    permitted: Permitted<PermitHandling>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let alert = found::alert(&reader, &reference)?;
    let all = reader.ask(|connection| permissions::of_alert(connection, alert.id))?;
    let voice = &visit.voice;
    let handling = shown::read(&reader, alert.id, alert.active_version.unwrap_or(alert.version))?;
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-permit-title")) }
        p { span .mono { (reference) } }
        p { (voice.t("alerts-permit-about")) }
        (shown::notice(voice, handling.as_ref()))
        (listed(&reader, &visit, &reference, &all)?)
        (asking(&visit, &reader, &alert, &Filled::new()))
        p { a href={ "/alerts/" (reference) } { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-permit-title", body))
}

/// Takes it from the form.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<PermitHandling>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let parties: Vec<StateCode> = permitted.ground().identity.profile().parties.keys().copied().collect();
    match given(permitted, &reference, &HandlingPermit::of_form(&filled)).await {
        Ok(()) => Ok(Ok(Redirect::to(&format!("/alerts/{reference}/permit?done=permitted")))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            let body = html! {
                (fields::error_summary(&visit.voice, &filled))
                h1 { (visit.voice.t("alerts-permit-title")) }
                p { span .mono { (reference) } }
                (drawn(&visit, &reference, &parties, &filled))
            };
            Ok(Err(visit.refused_page("alerts-permit-title", body)))
        }
        Err(other) => Err(other),
    }
}

fn listed(
    reader: &Reader<PermitHandling>,
    visit: &Visit,
    reference: &str,
    all: &[Permission],
) -> Result<Markup, StoreError> {
    let (voice, identity, day) = (&visit.voice, &reader.ground().identity, today(reader.now()));
    let sealer = reader.ground().keys.sealer();
    let path = format!("/alerts/{reference}/permit/end");
    Ok(html! {
        @if !all.is_empty() {
            (parts::card("permissions", &voice.t("alerts-permit-given"), html! {
                ul { @for one in all {
                    li {
                        strong { (one.code.code()) } ", " (identity.party_name(one.to, voice.language)) ", "
                        (voice.rich("alerts-permit-until", &[], &[("day", voice.date(one.until))])) ": " (one.what.open(sealer)?)
                        " (" (voice.instant(one.since)) ")"
                        @if one.person == reader.caller().person { " " (voice.t("alerts-permit-yours")) }
                        @if let Some(ended) = one.ended { " " strong { (voice.t("alerts-permit-ended")) } " " (voice.instant(ended)) }
                        @if one.holds(day) {
                            (fields::form(&path, visit.csrf(), html! {
                                (fields::hidden("code", one.code.code()))
                                (fields::hidden("to", one.to.as_str()))
                                button .plain type="submit" { (voice.t("alerts-permit-end")) }
                            }))
                        }
                    }
                } }
            }))
        }
    })
}

fn asking(visit: &Visit, reader: &Reader<PermitHandling>, alert: &Alert, filled: &Filled) -> Markup {
    let parties: Vec<StateCode> = reader.ground().identity.profile().parties.keys().copied().collect();
    drawn(visit, &alert.reference, &parties, filled)
}

fn drawn(visit: &Visit, reference: &str, parties: &[StateCode], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let codes: Vec<Choice<'_>> =
        HandlingCode::ALL.iter().map(|code| Choice::new(code.code(), voice.t(code.key()))).collect();
    let states: Vec<Choice<'_>> = parties.iter().map(|state| Choice::new(state.as_str(), state.as_str())).collect();
    let what = Field::new("what", "alerts-permit-what").hint("alerts-permit-what-hint").rows(3);
    let until = Field::new("until", "alerts-permit-last").hint("alerts-day-hint").max_length(10).autocomplete("off");
    parts::card(
        "permit",
        &voice.t("alerts-permit-heading"),
        fields::form(
            &format!("/alerts/{reference}/permit"),
            visit.csrf(),
            html! {
                (fields::radios(voice, filled, &Field::new("code", "alerts-permit-code"), &codes))
                (fields::select(voice, filled, &Field::new("to", "alerts-permit-to"), &states))
                (fields::textarea(voice, filled, &what.max_length(RESTRICTION_CHARS_MAX as u32)))
                (fields::text_input(voice, filled, &until))
                (fields::submit_row(voice, "alerts-permit-act", None))
            },
        ),
    )
}
