//! The act "open a case": somebody, or who acts for them, asks any State; it is acknowledged at once, with the last day of the answer.

use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::identity::profile::InForce;
use base::ids::new_id;
use base::store::{Rests, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::apply::reference;
use super::coded::{Asker, CaseKind, Tongue};
use super::entries::{Opened, RedressEntry};
use super::permits::OpenCase;
use super::typed::{ASKED_CHARS_MAX, CONTACT_CHARS_MAX, CaseSent, NewCase, answer_days};
use super::{pages, queries};
use crate::alerts::today;

/// What a case takes from the process: its code, the year at its seat, and the days of an answer.
#[derive(Clone, Debug)]
pub(super) struct Terms {
    process: String,
    year: i16,
    days: i64,
}

impl Terms {
    /// Answers what holds at an instant.
    pub(super) fn at(profile: &InForce, now: jiff::Timestamp) -> Self {
        let seat = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC);
        Terms { process: profile.code.clone(), year: seat.to_datetime(now).year(), days: answer_days(profile) }
    }
}

/// Opens a case at the speaking State; answers its reference.
pub(super) fn open(entries: &Entries<'_, RedressEntry>, terms: &Terms, case: NewCase) -> Result<String, StoreError> {
    let number = queries::next_number(entries.now(), terms.year)?;
    let (petition, state) = (new_id(entries.stamp().at), entries.stamp().state);
    let close = |field, words| Rests::close(words, entries.sealer(), &queries::bound(field, state, petition));
    entries.append(&RedressEntry::Opened(Opened {
        petition,
        process: terms.process.clone(),
        year: terms.year,
        number,
        kind: case.kind,
        asker: case.asker,
        tongue: case.tongue,
        lodged_on: case.lodged_on,
        due_on: case.lodged_on.saturating_add(terms.days.days()),
        asked: close(queries::ASKED, &case.asked)?,
        contact: close(queries::CONTACT, &case.contact)?,
    }))?;
    Ok(reference(&terms.process, terms.year, number))
}

/// Shows the empty form.
pub(super) async fn page(permitted: Permitted<OpenCase>, visit: Visit) -> Result<Markup, Refusal> {
    let own = Resource::of(permitted.caller().state, "new".to_owned());
    permitted.open_with_outcome(own, "form").await?;
    Ok(visit.page("redress-open-title", drawn(&visit, &Filled::new())))
}

/// Opens it; what is answered is the acknowledgement.
pub(super) async fn submit(
    permitted: Permitted<OpenCase>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let own = Resource::of(permitted.caller().state, "new".to_owned());
    let writer = permitted.open_to_write(own).await?;
    let now = writer.reader().now();
    let case = match CaseSent::of_form(&filled).read(today(now)) {
        Ok(case) => case,
        Err(faults) => {
            pages::refuse(&visit.voice, &mut filled, &faults);
            return Ok(Err(visit.refused_page("redress-open-title", drawn(&visit, &filled))));
        }
    };
    let terms = Terms::at(&writer.reader().ground().identity.profile(), now);
    let reference = writer.append(move |entries| open(entries, &terms, case)).await?;
    Ok(Ok(Redirect::to(&format!("/redress/{reference}/receipt"))))
}

fn drawn(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let kinds: Vec<Choice<'_>> = CaseKind::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))).collect();
    let askers: Vec<Choice<'_>> = Asker::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))).collect();
    let tongues: Vec<Choice<'_>> = Tongue::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("redress-open-title")) }
        p { (voice.t("redress-open-about")) }
        (fields::form("/redress/new", visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("kind", "redress-kind"), &kinds))
            (fields::radios(voice, filled, &Field::new("asker", "redress-asker").hint("redress-asker-hint"), &askers))
            (fields::text_input(voice, filled, &Field::new("lodged_on", "redress-lodged-on").hint("redress-lodged-hint")
                .optional().max_length(10).autocomplete("off")))
            (fields::select(voice, filled, &Field::new("language", "redress-language"), &tongues))
            (fields::textarea(voice, filled, &Field::new("asked", "redress-asked").hint("redress-asked-hint").rows(5).max_length(ASKED_CHARS_MAX as u32)))
            (fields::textarea(voice, filled, &Field::new("contact", "redress-contact").hint("redress-contact-hint").rows(3).max_length(CONTACT_CHARS_MAX as u32)))
            (fields::submit_row(voice, "redress-open-act", Some(html! { a .button .plain href="/redress" { (voice.t("form-cancel")) } })))
        }))
    }
}
