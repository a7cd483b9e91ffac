//! The act "invite somebody to one meeting": form, entry. The guest gets in from a day on, and is nobody when the meeting is over.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::identity::profile::InForce;
use base::web::{Filled, InputFault, Posted, Refusal, Visit, fields, see_other};
use maud::{Markup, html};

use super::api::NewGuest;
use super::application;
use super::entries::{Invited, MemberEntry};
use super::permits::Admit;
use super::seats;
use super::written::{self, Found, WrittenNames, fault};
use crate::meetings;

/// Shows the form.
pub(super) async fn page(desk: Permitted<Admit>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new().with_date("first_on", seats::today(reader.ground()));
    Ok(visit.page("members-invite", markup(&visit, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<Admit>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let mut days = Vec::new();
    let new = NewGuest {
        party: filled.typed("party").to_owned(),
        name_en: filled.typed("name_en").to_owned(),
        name_es: filled.typed("name_es").to_owned(),
        name_fr: filled.typed("name_fr").to_owned(),
        meeting: filled.typed("meeting").to_owned(),
        first_on: written::typed_day(&filled, "first_on", &mut days),
        note: filled.typed("note").to_owned(),
    };
    let Some(invited) = written::accepted(&visit.voice, &mut filled, &days, read(&new)) else {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.refused_page("members-invite", markup(&visit, &filled)).into_response());
    };
    let party = invited.party;
    let writer = desk.open_to_write(Resource::room_about(party.to_string())).await?;
    let ground = writer.reader().ground().clone();
    let profile = ground.identity.profile();
    match writer.append(move |entries| record(entries, invited, &profile)).await {
        Ok(()) => {
            seats::followed(&ground).await?;
            Ok(see_other(&format!("/members/{party}?done=invited")))
        }
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("members-invite", markup(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Invites somebody to one meeting, from a thread of its own.
///
/// Errors: `Invalid` with every fault.
pub fn invite(writer: &Writer<Admit>, new: &NewGuest) -> Result<(), Refusal> {
    let invited = read(new).map_err(Refusal::Invalid)?;
    let ground = Arc::clone(writer.reader().ground());
    let profile = ground.identity.profile();
    writer.append_blocking(move |entries| record(entries, invited, &profile))?;
    seats::follow(&ground)?;
    Ok(())
}

fn read(new: &NewGuest) -> Result<Invited, Vec<InputFault>> {
    let mut found = Found::default();
    let party = found.party("party", &new.party);
    let names = found.names(&WrittenNames { en: &new.name_en, es: &new.name_es, fr: &new.name_fr });
    let meeting = found.decision("meeting", &new.meeting);
    let first_on = found.day("first_on", &new.first_on, "members-fault-first-on-missing");
    let note = found.note("note", &new.note);
    let made =
        (|| Some(Invited { party: party?, names: names?, meeting: meeting?, first_on: first_on?, note: note? }))();
    found.done(made)
}

fn record(entries: &Entries<'_, MemberEntry>, invited: Invited, profile: &InForce) -> Result<(), Refusal> {
    let wrong = |field: &str, key| Err(Refusal::Invalid(vec![fault(field, key)]));
    let Some(last_on) = meetings::last_day(entries.now(), &invited.meeting)? else {
        return wrong("meeting", "members-fault-meeting-unknown");
    };
    if invited.first_on > last_on {
        return wrong("first_on", "members-fault-after-meeting");
    }
    let secretariat = base::identity::PartyKind::Secretariat;
    if profile.parties.get(&invited.party).is_some_and(|known| known.kind == secretariat) {
        return wrong("party", "members-fault-overlap");
    }
    application::begin(entries, profile, invited.party, invited.first_on, "party")?;
    if application::lasts(entries.now(), invited.party)? {
        // Who observes anyhow does not come to see less for being invited.
        return wrong("party", "members-fault-overlap");
    }
    entries.append(&MemberEntry::Invited(invited))?;
    Ok(())
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("members-invite")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("members-invite-about")) }
        (fields::form("/members/invite", visit.csrf(), html! {
            (fields::text_input(voice, filled, &written::one_line("party", "members-code").hint("members-code-hint").mono()))
            (written::name_fields(voice, filled))
            (fields::text_input(voice, filled, &written::one_line("meeting", "members-meeting").hint("members-meeting-hint").mono()))
            (fields::date_input(voice, filled, &fields::Field::new("first_on", "members-gets-in-from")))
            (written::note_field(voice, filled))
            (fields::submit_row(voice, "members-invite-send", Some(html! { a .button .plain href="/members" { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use serde_json::json;

    #[tokio::test]
    async fn a_guest_sees_its_meeting_and_nothing_else_and_goes_with_it() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        // It is 2 March 2026.
        meeting(&specimen, "LAG/I", "2026-03-03", &[]).await;
        meeting(&specimen, "LAG/II", "2026-03-03", &[]).await;
        meeting(&specimen, "LAG/III", "2026-03-03", &[("members_only", "yes")]).await;
        let path = path_of(specimen.post(&coordinator, "/members/invite", &guest("XGU", "LAG/I")).await);
        assert_eq!(path, "/members/XGU");
        let session = specimen.signed_in("XGU", "delegate", Purpose::Secretariat);
        let sees = async |path: &str| specimen.get(Some(&session), path).await.status == 200;
        assert!(sees("/meetings/LAG-I").await && sees("/meetings").await);
        for closed in ["/meetings/LAG-II", "/meetings/LAG-III", "/members", "/members/MEX", "/bodies", "/presidencies"]
        {
            assert!(!sees(closed).await, "{closed}");
        }
        let list = specimen.get(Some(&session), "/meetings").await.body;
        assert!(list.contains("LAG/I<") && !list.contains("LAG/II<") && !list.contains("LAG/III<"), "{list}");
        // The meeting moves a day ahead, and the guest with it; when it is over, the guest is nobody.
        let token = coordinator_token(&specimen);
        let moved = json!({ "standing": "moved", "first_on": "2026-03-04", "last_on": "2026-03-04" });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings/LAG-I/change", &moved).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        specimen.clock.advance(jiff::SignedDuration::from_hours(48));
        specimen.sweep();
        assert!(specimen.enrolled("XGU").is_ok(), "still there on the last day");
        specimen.clock.advance(jiff::SignedDuration::from_hours(24));
        specimen.sweep();
        assert!(specimen.enrolled("XGU").is_err());
    }

    #[tokio::test]
    async fn with_a_meeting_that_is_cancelled_its_guests_go_at_once() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        meeting(&specimen, "LAG/I", "2026-03-20", &[]).await;
        specimen.post(&coordinator, "/members/invite", &guest("XGU", "LAG/I")).await;
        let session = specimen.signed_in("XGU", "delegate", Purpose::Secretariat);
        assert_eq!(specimen.get(Some(&session), "/meetings/LAG-I").await.status, 200);
        let cancelled = [("standing", "cancelled")];
        assert_eq!(specimen.post(&coordinator, "/meetings/LAG-I/change", &cancelled).await.status, 303);
        specimen.sweep();
        assert_eq!(specimen.get(Some(&session), "/meetings/LAG-I").await.status, 303, "to sign in, which fails");
        assert!(specimen.enrolled("XGU").is_err());
    }

    #[tokio::test]
    async fn nobody_is_invited_who_is_a_party_already_or_to_no_meeting() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        meeting(&specimen, "LAG/I", "2026-03-03", &[]).await;
        for (party, to, field) in [
            ("COL", "LAG/I", "party"),
            ("XSV", "LAG/I", "party"),
            ("XGU", "LAG/IX", "meeting"),
            ("XG", "LAG/I", "party"),
        ] {
            let answer = specimen.post(&coordinator, "/members/invite", &guest(party, to)).await;
            assert!(answer.status == 422 && answer.body.contains(&format!("id=\"{field}-error\"")), "{party} {to}");
        }
        let late = [
            &guest("XGU", "LAG/I")[..4],
            &[("meeting", "LAG/I"), ("first_on-day", "9"), ("first_on-month", "3"), ("first_on-year", "2026")],
        ]
        .concat();
        assert!(specimen.post(&coordinator, "/members/invite", &late).await.body.contains("first_on-error"));
    }
}
