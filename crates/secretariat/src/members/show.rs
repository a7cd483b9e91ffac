//! The act "open one party": what it was, is and will be, its institutions, and who sits in its delegation.

use std::sync::Arc;

use axum::Json;
use axum::extract::Path;
use base::access::Resource;
use base::desk::Permitted;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{MemberShown, StandingShown};
use super::class::Class;
use super::pages;
use super::permits::{Admit, Delegate, ShowMember};
use super::queries::{self, InstitutionOf, SeatOf, Standing};
use super::seats;
use crate::meetings::Symbol;

/// What the policies call a party that is no member: the coordinator may name its delegation.
const NOT_A_MEMBER: &str = "not_a_member";
/// What they call a member: nobody but itself does.
const MEMBER: &str = "member";

/// Answers what the policies must know of a party, as it is at an instant.
pub(super) fn resource(
    code: &str,
    profile: &Arc<InForce>,
    at: Timestamp,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let (code, profile) = (code.parse::<StateCode>(), Arc::clone(profile));
    move |now| {
        let Ok(code) = code else { return Ok(None) };
        let day = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC).to_datetime(at).date();
        let all = queries::standings(now, &profile)?;
        let of: Vec<&Standing> = all.iter().filter(|standing| standing.party == code).collect();
        let member = of.iter().any(|standing| standing.class == Class::Member && standing.covers(day));
        let status = if member { MEMBER } else { NOT_A_MEMBER };
        Ok((!of.is_empty()).then(|| Resource { status, ..Resource::of(code, code.to_string()) }))
    }
}

/// Answers whether a party is there, for an act of the coordinator about any.
pub(super) fn whole_room(
    code: &str,
    profile: &Arc<InForce>,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let found = resource(code, profile, Timestamp::UNIX_EPOCH);
    move |now| Ok(found(now)?.map(|party| Resource::room_about(party.about)))
}

/// Shows a party.
pub(super) async fn page(
    desk: Permitted<ShowMember>,
    visit: Visit,
    Path(code): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let ground = desk.ground().clone();
    let profile = ground.identity.profile();
    let resource = desk.about(resource(&code, &profile, ground.clock.now())).await?;
    let reader = desk.open(resource.clone()).await?;
    let may_delegate = ground.policy.allows::<Delegate>(reader.caller(), &resource);
    let may_admit = ground.policy.allows::<Admit>(reader.caller(), &Resource::room());
    let party: StateCode = code.parse().map_err(|_| Refusal::NotFound)?;
    let mut shown = reader.ask(|now| Shown::read(now, &profile, party, seats::today(&ground)))?;
    (shown.may_delegate, shown.may_dismiss) = (may_delegate, may_admit && shown.lasts());
    Ok(visit.page("members-party", shown.markup(&visit, query.0.typed("done"))))
}

/// Answers what one party was, is and will be.
#[utoipa::path(
    get,
    path = "/api/v1/members/{code}",
    operation_id = "show_member",
    tag = "members",
    params(("code" = String, Path, description = "Three letters")),
    responses(
        (status = 200, description = "Its standings, by day", body = MemberShown),
        (status = 404, description = "No such party", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ShowMember>, Path(code): Path<String>) -> Result<Json<MemberShown>, Refusal> {
    let ground = desk.ground().clone();
    let profile = ground.identity.profile();
    let resource = desk.about(resource(&code, &profile, ground.clock.now())).await?;
    let reader = desk.open(resource).await?;
    let mut all = reader.ask(|now| queries::standings(now, &profile))?;
    all.retain(|standing| standing.party.as_str() == code);
    Ok(Json(MemberShown { standings: all.iter().map(StandingShown::of).collect() }))
}

/// What the page shows.
struct Shown {
    today: Date,
    party: StateCode,
    standings: Vec<Standing>,
    institutions: Vec<InstitutionOf>,
    /// The delegation between meetings, and those for each meeting.
    delegations: Vec<(Option<Symbol>, Vec<SeatOf>)>,
    may_delegate: bool,
    may_dismiss: bool,
}

impl Shown {
    fn read(now: &Connection, profile: &InForce, party: StateCode, today: Date) -> Result<Self, StoreError> {
        let mut standings = queries::standings(now, profile)?;
        standings.retain(|standing| standing.party == party);
        let mut delegations = Vec::new();
        for meeting in std::iter::once(None).chain(queries::delegated(now, party)?.into_iter().map(Some)) {
            let seats = queries::seats(now, party, meeting.as_ref())?;
            delegations.push((meeting, seats));
        }
        let institutions = queries::institutions(now, party)?;
        Ok(Shown { today, party, standings, institutions, delegations, may_delegate: false, may_dismiss: false })
    }

    fn lasts(&self) -> bool {
        self.standings.last().is_some_and(|last| last.last_on.is_none_or(|last_on| last_on >= self.today))
    }

    fn markup(&self, visit: &Visit, done: &str) -> Markup {
        let voice = &visit.voice;
        let name = self.standings.last().map_or("", |last| last.names.in_language(voice.language));
        let key = match done {
            "invited" => Some("members-done-invited"),
            "dismissed" => Some("members-done-dismissed"),
            "delegation" => Some("members-done-delegation"),
            "institution" => Some("members-done-institution"),
            _ => None,
        };
        html! {
            h1 { (name) " " span .mono { (self.party) } }
            @if let Some(key) = key { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            (self.history(voice))
            @if self.may_dismiss || self.may_delegate { div .row {
                @if self.may_delegate { a .button .plain href={ "/members/" (self.party) "/delegation" } { (voice.t("members-delegation-edit")) } }
                @if self.may_dismiss { a .button .plain href={ "/members/" (self.party) "/dismiss" } { (voice.t("members-dismiss")) } }
            } }
            (parts::card("institutions", &voice.t("members-institutions"), institutions(voice, &self.institutions)))
            @for (turn, (meeting, seats)) in self.delegations.iter().enumerate() {
                @let heading = meeting.as_ref().map_or_else(
                    || voice.t("members-delegation-standing").into_owned(),
                    |meeting| voice.tn("members-delegation-to", &[("meeting", meeting.as_str().into())]).into_owned(),
                );
                (self.delegation(voice, &format!("delegation-{turn}"), heading, seats))
            }
            p { a href="/members" { (voice.t("members-back")) } }
        }
    }

    fn history(&self, voice: &Voice) -> Markup {
        let rows = self.standings.iter().rev().map(|one| {
            vec![
                html! { (voice.t(one.class.key())) },
                voice.date(one.first_on),
                html! { @if let Some(last_on) = one.last_on { (voice.date(last_on)) } @else { (voice.t("members-lasts")) } },
                pages::admitted_by(voice, one),
                html! { @if let Some(ended_by) = &one.ended_by { span .mono { (ended_by) } " " } (one.note) },
            ]
        });
        let heading = |key| Column::text(voice.t(key).into_owned());
        let columns = vec![
            heading("members-class"),
            heading("members-since"),
            heading("members-last-on"),
            heading("members-by"),
            heading("members-ended-by"),
        ];
        let (caption, rows) = (voice.t("members-history").into_owned(), rows.collect());
        table(voice, &Table { id: "standings", caption, columns, rows, empty: "members-list-empty" })
    }

    fn delegation(&self, voice: &Voice, id: &str, caption: String, seats: &[SeatOf]) -> Markup {
        let institution = |number: u64| {
            let found = self.institutions.iter().find(|one| one.number == number);
            found.map_or("", |one| one.names.in_language(voice.language))
        };
        let rows = seats.iter().map(|seat| {
            vec![
                html! { (voice.t(seat.part.key())) },
                html! { (seat.office) },
                html! { (institution(seat.institution)) },
            ]
        });
        let heading = |key| Column::text(voice.t(key).into_owned());
        let columns = vec![heading("members-part"), heading("members-office"), heading("members-institution")];
        table(voice, &Table { id, caption, columns, rows: rows.collect(), empty: "members-delegation-empty" })
    }
}

fn institutions(voice: &Voice, institutions: &[InstitutionOf]) -> Markup {
    html! {
        @if institutions.is_empty() { p { (voice.t("members-institutions-empty")) } }
        @else { ul { @for one in institutions { li {
            (one.names.in_language(voice.language)) " (" (voice.t(one.field.key())) ")"
            @if let Some(last_on) = one.last_on { ", " (voice.rich("members-until", &[], &[("day", voice.date(last_on))])) }
        } } } }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;

    #[tokio::test]
    async fn a_page_of_a_party_is_seen_by_delegations_and_its_own_administrator() {
        let specimen = specimen();
        for (state, role, purpose, path, status) in [
            ("MEX", "delegate", Purpose::Secretariat, "/members/PAN", 200),
            ("COL", "delegate", Purpose::Secretariat, "/members/PAN", 200),
            ("PAN", "state_administrator", Purpose::Administration, "/members/PAN", 200),
            ("MEX", "state_administrator", Purpose::Administration, "/members/PAN", 404),
            ("MEX", "delegate", Purpose::Secretariat, "/members/XSV", 404),
            ("MEX", "delegate", Purpose::Secretariat, "/members/zz", 404),
        ] {
            let session = specimen.signed_in(state, role, purpose);
            assert_eq!(specimen.get(Some(&session), path).await.status, status, "{state} {role} {path}");
        }
        let token = coordinator_token(&specimen);
        let one = api_get(&specimen, &token, "/api/v1/members/COL").await.body;
        assert!(one.contains("\"class\":\"observer-state\"") && one.contains("Colombia"), "{one}");
    }
}
