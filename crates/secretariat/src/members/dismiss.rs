//! The act "say until when a party is one": by a decision, or because it goes by itself. What it was stays on record.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted};
use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::web::{Filled, InputFault, Posted, Refusal, Visit, fields, see_other};
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::entries::{Ended, MemberEntry};
use super::permits::Admit;
use super::written::{self, Found, fault};
use super::{application, queries, seats, show};

/// Shows the form.
pub(super) async fn page(desk: Permitted<Admit>, visit: Visit, Path(code): Path<String>) -> Result<Markup, Refusal> {
    let profile = desk.ground().identity.profile();
    let resource = desk.about(show::whole_room(&code, &profile)).await?;
    desk.open_with_outcome(resource, "form").await?;
    Ok(visit.page("members-dismiss", markup(&visit, &code, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<Admit>,
    visit: Visit,
    Path(code): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let ground = desk.ground().clone();
    let profile = ground.identity.profile();
    let resource = desk.about(show::whole_room(&code, &profile)).await?;
    let party: StateCode = code.parse().map_err(|_| Refusal::NotFound)?;
    let writer = desk.open_to_write(resource).await?;
    let mut days = Vec::new();
    let last_on = written::typed_day(&filled, "last_on", &mut days);
    let read = read(party, &last_on, filled.typed("decision"), filled.typed("note"));
    let ended = written::accepted(&visit.voice, &mut filled, &days, read);
    if let Some(ended) = ended {
        match writer.append(move |entries| record(entries, &ended, &profile)).await {
            Ok(()) => {
                seats::followed(&ground).await?;
                return Ok(see_other(&format!("/members/{party}?done=dismissed")));
            }
            Err(Refusal::Invalid(faults)) => filled.refuse_each(&visit.voice, &faults),
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(visit.refused_page("members-dismiss", markup(&visit, &code, &filled)).into_response())
}

fn read(party: StateCode, last_on: &str, decision: &str, note: &str) -> Result<Ended, Vec<InputFault>> {
    let mut found = Found::default();
    let last_on: Option<Date> = found.day("last_on", last_on, "members-fault-last-on-missing");
    let decision = found.symbol_or_none("decision", decision);
    let note = found.keep(written::line("note", note, "members-fault-note-missing"));
    let made = (|| Some(Ended { party, last_on: last_on?, decision: decision?, note: note? }))();
    found.done(made)
}

fn record(entries: &Entries<'_, MemberEntry>, ended: &Ended, profile: &InForce) -> Result<(), Refusal> {
    if profile.parties.get(&ended.party).is_some_and(|known| known.kind == PartyKind::Secretariat) {
        return Err(Refusal::NotFound);
    }
    application::found(entries, profile, ended.party)?;
    let said = queries::said(entries.now())?;
    let lasting = said.iter().rfind(|one| one.party == ended.party && (one.last_on.is_none() || one.meeting.is_some()));
    let Some(standing) = lasting.filter(|standing| standing.last_on.is_none_or(|last_on| ended.last_on <= last_on))
    else {
        return Err(Refusal::conflict("members-fault-over"));
    };
    if ended.last_on < standing.first_on {
        return Err(Refusal::Invalid(vec![fault("last_on", "members-fault-order")]));
    }
    application::keep_heard(entries, profile, ended.party, (ended.last_on, "last_on"))?;
    entries.append(&MemberEntry::Ended(ended.clone()))?;
    Ok(())
}

fn markup(visit: &Visit, code: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/members/{code}");
    let note = fields::Field::new("note", "members-why").rows(2).max_length(written::TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("members-dismiss")) ": " (code) }
        (fields::error_summary(voice, filled))
        p { (voice.t("members-dismiss-about")) }
        (fields::form(&format!("{path}/dismiss"), visit.csrf(), html! {
            (fields::date_input(voice, filled, &fields::Field::new("last_on", "members-last-on")))
            (written::decision_field(voice, filled, true))
            (fields::textarea(voice, filled, &note))
            (fields::submit_row(voice, "members-dismiss-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;

    #[tokio::test]
    async fn whose_party_has_gone_is_nobody_and_what_it_was_stays_on_record() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let (member, observer) = (delegate(&specimen, "PAN"), delegate(&specimen, "COL"));
        let path = "/members/COL/dismiss";
        assert_eq!(specimen.get(Some(&member), path).await.status, 404);
        assert_eq!(specimen.post(&coordinator, path, &[]).await.status, 422);
        let gone = [("last_on-day", "1"), ("last_on-month", "3"), ("last_on-year", "2026"), ("note", "By letter")];
        assert_eq!(path_of(specimen.post(&coordinator, path, &gone).await), "/members/COL");
        assert_eq!(specimen.get(Some(&observer), "/meetings").await.status, 303, "to sign in, which fails");
        assert!(specimen.enrolled("COL").is_err());
        let page = specimen.get(Some(&member), "/members/COL").await.body;
        assert!(page.contains("By letter"), "{page}");
        assert_eq!(specimen.post(&coordinator, path, &gone).await.status, 409, "once");
        let token = coordinator_token(&specimen);
        let on = |day: &str| format!("/api/v1/members?on={day}");
        for (day, there) in [("2026-03-01", true), ("2026-03-02", false)] {
            assert_eq!(api_get(&specimen, &token, &on(day)).await.body.contains("\"COL\""), there, "{day}");
        }
        for secretariat in ["/members/XSV/dismiss", "/members/ZZZ/dismiss", "/members/zz/dismiss"] {
            assert_eq!(specimen.post(&coordinator, secretariat, &gone).await.status, 404, "{secretariat}");
        }
    }
}
