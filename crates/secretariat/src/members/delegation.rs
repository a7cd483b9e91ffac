//! The act "say who our institutions and our delegation are": a State's own word, for observers also the coordinator's.
//!
//! A delegation has several institutions and one position, so it is written down whole: what was said before no longer holds.
//! Who sits in it is what they are and never their name; names stand in the roster of those who sign in.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::web::{Filled, InputFault, Posted, Refusal, Visit, fields, parts, see_other};
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;

use super::class::{Field, Part};
use super::entries::{Delegation, Institution, InstitutionEnded, MemberEntry, Seat};
use super::permits::Delegate;
use super::queries::{self, INSTITUTIONS_MAX, InstitutionOf, SEATS_MAX};
use super::show;
use super::written::{self, Found, WrittenNames, fault};
use crate::meetings::{self, Symbol};

/// Shows the forms, the delegation filled in as it is now; for one meeting where the address names it.
pub(super) async fn page(
    desk: Permitted<Delegate>,
    visit: Visit,
    Path(code): Path<String>,
    query: base::web::Asked,
) -> Result<Markup, Refusal> {
    let ground = desk.ground().clone();
    let resource = desk.about(show::resource(&code, &ground.identity.profile(), ground.clock.now())).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let party: StateCode = code.parse().map_err(|_| Refusal::NotFound)?;
    let meeting = Symbol::from_address(query.0.typed("meeting")).ok();
    let (institutions, seats) =
        reader.ask(|now| Ok((queries::institutions(now, party)?, queries::seats(now, party, meeting.as_ref())?)))?;
    let mut filled = Filled::new().with("meeting", meeting.as_ref().map_or("", Symbol::as_str));
    for (turn, seat) in seats.iter().enumerate() {
        filled = filled
            .with(&format!("seats.{turn}.part"), seat.part.code())
            .with(&format!("seats.{turn}.office"), &seat.office)
            .with(&format!("seats.{turn}.institution"), seat.institution.to_string());
    }
    Ok(visit.page("members-delegation-edit", markup(&visit, party, &institutions, &filled)))
}

/// Takes one of the forms.
pub(super) async fn submit(
    desk: Permitted<Delegate>,
    visit: Visit,
    Path(code): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let ground = desk.ground().clone();
    let resource = desk.about(show::resource(&code, &ground.identity.profile(), ground.clock.now())).await?;
    let writer = desk.open_to_write(resource).await?;
    let party: StateCode = code.parse().map_err(|_| Refusal::NotFound)?;
    let mut days = Vec::new();
    let act = filled.typed("act").to_owned();
    let read = match act.as_str() {
        "institution" => read_institution(party, &filled, &mut days).map(MemberEntry::Institution),
        "ended" => read_ended(&filled, &mut days).map(MemberEntry::InstitutionEnded),
        "delegation" => read_delegation(party, &filled).map(MemberEntry::Delegation),
        _ => Err(vec![fault("act", "members-fault-act")]),
    };
    if let Some(entry) = written::accepted(&visit.voice, &mut filled, &days, read) {
        match writer.append(move |entries| record(entries, party, &entry)).await {
            Ok(()) => {
                let done = if act == "delegation" { "delegation" } else { "institution" };
                return Ok(see_other(&format!("/members/{party}?done={done}")));
            }
            Err(Refusal::Invalid(faults)) => filled.refuse_each(&visit.voice, &faults),
            Err(refusal) => return Err(refusal),
        }
    }
    let institutions = writer.reader().ask(|now| queries::institutions(now, party))?;
    let body = markup(&visit, party, &institutions, &filled);
    Ok(visit.refused_page("members-delegation-edit", body).into_response())
}

/// An institution as a form writes it: whose, code of its field, names, first day.
pub type Named<'a> = (StateCode, &'a str, [&'a str; 3], jiff::civil::Date);

/// Names an institution, from a thread of its own; answers its number.
///
/// Errors: `Invalid` with every fault.
pub fn name_institution(writer: &Writer<Delegate>, named: Named<'_>) -> Result<u64, Refusal> {
    let (party, field, [en, es, fr], first_on) = named;
    let mut found = Found::default();
    let field = found.one_of("field", field, "members-fault-field");
    let names = found.names(&WrittenNames { en, es, fr });
    let made = field.zip(names).map(|(field, names)| Institution { party, field, names, first_on });
    let entry = MemberEntry::Institution(found.done(made).map_err(Refusal::Invalid)?);
    writer.append_blocking(move |entries| {
        record(entries, party, &entry)?;
        let last = queries::institutions(entries.now(), party)?.last().map(|one| one.number);
        last.ok_or(Refusal::NotFound)
    })
}

/// Says who sits in a delegation, from a thread of its own: part, office and number of the institution, in precedence.
///
/// Errors: `Invalid` with every fault.
pub fn delegate(
    writer: &Writer<Delegate>,
    party: StateCode,
    meeting: Option<Symbol>,
    seats: &[(&str, &str, u64)],
) -> Result<(), Refusal> {
    let mut filled = Filled::new().with("meeting", meeting.as_ref().map_or("", Symbol::as_str));
    for (turn, (part, office, institution)) in seats.iter().enumerate() {
        filled = filled
            .with(&format!("seats.{turn}.part"), *part)
            .with(&format!("seats.{turn}.office"), *office)
            .with(&format!("seats.{turn}.institution"), institution.to_string());
    }
    let entry = MemberEntry::Delegation(read_delegation(party, &filled).map_err(Refusal::Invalid)?);
    writer.append_blocking(move |entries| record(entries, party, &entry))
}

fn read_institution(
    party: StateCode,
    filled: &Filled,
    days: &mut Vec<InputFault>,
) -> Result<Institution, Vec<InputFault>> {
    let mut found = Found::default();
    let field = found.one_of("field", filled.typed("field"), "members-fault-field");
    let (en, es, fr) = (filled.typed("name_en"), filled.typed("name_es"), filled.typed("name_fr"));
    let names = found.names(&WrittenNames { en, es, fr });
    let typed = written::typed_day(filled, "first_on", days);
    let first_on = found.day("first_on", &typed, "members-fault-first-on-missing");
    let made = (|| Some(Institution { party, field: field?, names: names?, first_on: first_on? }))();
    found.done(made)
}

fn read_ended(filled: &Filled, days: &mut Vec<InputFault>) -> Result<InstitutionEnded, Vec<InputFault>> {
    let mut found = Found::default();
    let institution = found.one_of("institution", filled.typed("institution"), "members-fault-institution");
    let typed = written::typed_day(filled, "last_on", days);
    let last_on = found.day("last_on", &typed, "members-fault-last-on-missing");
    found.done(institution.zip(last_on).map(|(institution, last_on)| InstitutionEnded { institution, last_on }))
}

fn read_delegation(party: StateCode, filled: &Filled) -> Result<Delegation, Vec<InputFault>> {
    let mut found = Found::default();
    let meeting = found.symbol_or_none("meeting", filled.typed("meeting"));
    let mut seats = Vec::new();
    for turn in 0..SEATS_MAX {
        let name = |what: &str| format!("seats.{turn}.{what}");
        let (part, office, institution) = (name("part"), name("office"), name("institution"));
        if [&part, &office, &institution].iter().all(|field| filled.typed(field).trim().is_empty()) {
            continue;
        }
        let read = (
            found.one_of(&part, filled.typed(&part), "members-fault-part"),
            found.keep(written::line(&office, filled.typed(&office), "members-fault-office-missing")),
            found.one_of(&institution, filled.typed(&institution), "members-fault-institution"),
        );
        if let (Some(part), Some(office), Some(institution)) = read {
            seats.push(Seat { part, office, institution });
        }
    }
    let heads = seats.iter().filter(|seat| seat.part == Part::Head).count();
    if heads > 1 || (heads == 0 && !seats.is_empty()) {
        found.0.push(fault("seats.0.part", "members-fault-head"));
    }
    let made = meeting.map(|meeting| Delegation { party, meeting, seats });
    found.done(made)
}

fn record(entries: &Entries<'_, MemberEntry>, party: StateCode, entry: &MemberEntry) -> Result<(), Refusal> {
    let wrong = |field: &str, key| Err(Refusal::Invalid(vec![fault(field, key)]));
    let now: &Connection = entries.now();
    let institutions = queries::institutions(now, party)?;
    let own: BTreeSet<u64> = institutions.iter().filter(|one| one.last_on.is_none()).map(|one| one.number).collect();
    match entry {
        MemberEntry::Institution(_) if institutions.len() >= INSTITUTIONS_MAX => {
            return wrong("name_en", "members-fault-many");
        }
        MemberEntry::InstitutionEnded(ended) => {
            let known = institutions.iter().find(|one| own.contains(&one.number) && one.number == ended.institution);
            let Some(known) = known else { return wrong("institution", "members-fault-institution") };
            if ended.last_on < known.first_on {
                return wrong("last_on", "members-fault-order");
            }
        }
        MemberEntry::Delegation(delegation) => {
            if let Some(turn) = delegation.seats.iter().position(|seat| !own.contains(&seat.institution)) {
                return wrong(&format!("seats.{turn}.institution"), "members-fault-institution");
            }
            if let Some(meeting) = &delegation.meeting
                && meetings::last_day(now, meeting)?.is_none()
            {
                return wrong("meeting", "members-fault-meeting-unknown");
            }
        }
        _ => {}
    }
    entries.append(entry)?;
    Ok(())
}

fn markup(visit: &Visit, party: StateCode, institutions: &[InstitutionOf], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let (action, back) = (format!("/members/{party}/delegation"), format!("/members/{party}"));
    let own: Vec<fields::Choice<'_>> = institutions
        .iter()
        .filter(|one| one.last_on.is_none())
        .map(|one| fields::Choice::new(one.number.to_string(), one.names.in_language(voice.language)))
        .collect();
    let kinds = written::choices(voice, Field::ALL, |field: Field| (field.code(), field.key()));
    html! {
        h1 { (voice.t("members-delegation-edit")) " " span .mono { (party) } }
        (fields::error_summary(voice, filled))
        p { (voice.t("members-delegation-about")) }
        (parts::card("institution-new", &voice.t("members-institution-new"), fields::form(&action, visit.csrf(), html! {
            (fields::hidden("act", "institution"))
            (fields::select(voice, filled, &fields::Field::new("field", "members-field"), &kinds))
            (written::name_fields(voice, filled))
            (fields::date_input(voice, filled, &fields::Field::new("first_on", "members-first-on")))
            (fields::submit_row(voice, "members-institution-send", None))
        })))
        @if !own.is_empty() {
            (parts::card("delegation", &voice.t("members-delegation"), fields::form(&action, visit.csrf(), html! {
                (fields::hidden("act", "delegation"))
                (fields::text_input(voice, filled, &written::one_line("meeting", "members-meeting").hint("members-delegation-meeting-hint").mono().optional()))
                @for turn in 0..shown_rows(filled) { (seat_fields(visit, filled, turn, &own)) }
                (fields::submit_row(voice, "members-delegation-send", None))
            })))
            (parts::details(&voice.t("members-institution-end"), fields::form(&action, visit.csrf(), html! {
                (fields::hidden("act", "ended"))
                (fields::select(voice, filled, &fields::Field::new("institution", "members-institution"), &own))
                (fields::date_input(voice, filled, &fields::Field::new("last_on", "members-last-on")))
                (fields::submit_row(voice, "members-institution-end-send", None))
            })))
        }
        p { a href=(back) { (voice.t("members-party-back")) } }
    }
}

/// Answers how many seats the form has: those that are filled in and two more.
fn shown_rows(filled: &Filled) -> usize {
    let taken = (0..SEATS_MAX).rev().find(|turn| !filled.typed(&format!("seats.{turn}.office")).is_empty());
    (taken.map_or(0, |turn| turn + 1) + 2).min(SEATS_MAX)
}

fn seat_fields(visit: &Visit, filled: &Filled, turn: usize, own: &[fields::Choice<'_>]) -> Markup {
    let voice = &visit.voice;
    let [part, office, institution] = ["part", "office", "institution"].map(|what| format!("seats.{turn}.{what}"));
    let parts_of = written::choices(voice, Part::ALL, |part: Part| (part.code(), part.key()));
    html! {
        fieldset .field {
            legend { (voice.tn("members-seat", &[("number", (turn + 1).into())])) }
            (fields::select(voice, filled, &fields::Field::new(&part, "members-part").optional(), &parts_of))
            (fields::text_input(voice, filled, &written::one_line(&office, "members-office").hint("members-office-hint").optional()))
            (fields::select(voice, filled, &fields::Field::new(&institution, "members-institution").optional(), own))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use base::specimen::{Session, Specimen};

    async fn named(specimen: &Specimen, session: &Session, party: &str, field: &str) -> String {
        let path = format!("/members/{party}/delegation");
        let sent = [&institution()[..], &[("field", field)]].concat();
        assert_eq!(path_of(specimen.post(session, &path, &sent).await), format!("/members/{party}"));
        let page = specimen.get(Some(session), &path).await.body;
        let values: Vec<&str> =
            page.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        values.iter().rfind(|value| value.parse::<u64>().is_ok()).unwrap().to_string()
    }

    #[tokio::test]
    async fn two_ministries_make_one_delegation_that_replaces_the_one_before() {
        let specimen = specimen();
        let delegate = delegate(&specimen, "MEX");
        let foreign = named(&specimen, &delegate, "MEX", "foreign-affairs").await;
        let interior = named(&specimen, &delegate, "MEX", "interior").await;
        let path = "/members/MEX/delegation";
        let seats = |head: &'static str, second: &'static str| {
            vec![
                ("act", "delegation"),
                ("seats.0.part", head),
                ("seats.0.office", "Vice-Minister"),
                ("seats.0.institution", foreign.as_str()),
                ("seats.1.part", second),
                ("seats.1.office", "Director of Migration"),
                ("seats.1.institution", interior.as_str()),
            ]
        };
        for (head, second) in [("head", "head"), ("adviser", "adviser")] {
            let answer = specimen.post(&delegate, path, &seats(head, second)).await;
            assert_eq!(answer.status, 422, "one head, not {head} and {second}");
            assert!(answer.body.contains("value=\"Director of Migration\""), "nothing typed is lost");
        }
        assert_eq!(specimen.post(&delegate, path, &seats("head", "alternate")).await.status, 303);
        let page = specimen.get(Some(&delegate), "/members/MEX").await.body;
        assert!(page.contains("Vice-Minister") && page.contains("Director of Migration"), "{page}");
        let alone = &seats("head", "adviser")[..4];
        assert_eq!(specimen.post(&delegate, path, alone).await.status, 303);
        let page = specimen.get(Some(&delegate), "/members/MEX").await.body;
        assert!(page.contains("Vice-Minister") && !page.contains("Director of Migration"));
        let ended = [
            ("act", "ended"),
            ("institution", interior.as_str()),
            ("last_on-day", "2"),
            ("last_on-month", "3"),
            ("last_on-year", "2026"),
        ];
        assert_eq!(specimen.post(&delegate, path, &ended).await.status, 303);
        assert_eq!(specimen.post(&delegate, path, &ended).await.status, 422, "once");
        assert_eq!(
            specimen.post(&delegate, path, &seats("head", "alternate")).await.status,
            422,
            "of one that is no more"
        );
    }

    #[tokio::test]
    async fn a_member_speaks_for_itself_alone_and_the_coordinator_for_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let administrator = specimen.signed_in("MEX", "state_administrator", Purpose::Administration);
        let presidency = specimen.signed_in("MEX", "presidency", Purpose::Secretariat);
        let (own, other, observer) = ("/members/MEX/delegation", "/members/PAN/delegation", "/members/COL/delegation");
        for (session, path, status) in [
            (&administrator, own, 303),
            (&administrator, other, 404),
            (&presidency, own, 404),
            (&coordinator, own, 404),
            (&coordinator, observer, 303),
            (&delegate(&specimen, "COL"), observer, 303),
            (&delegate(&specimen, "COL"), own, 404),
        ] {
            let sent = [&institution()[..], &[("field", "other")]].concat();
            assert_eq!(specimen.post(session, path, &sent).await.status, status, "{path} {}", session.caller.name);
        }
        let foreign = [
            ("act", "delegation"),
            ("seats.0.part", "head"),
            ("seats.0.office", "Director"),
            ("seats.0.institution", "9999"),
        ];
        let answer = specimen.post(&administrator, own, &foreign).await;
        assert!(answer.status == 422, "an institution of nobody's");
        let nowhere = [("act", "delegation"), ("meeting", "LAG/IX")];
        assert_eq!(specimen.post(&administrator, own, &nowhere).await.status, 422);
    }
}
