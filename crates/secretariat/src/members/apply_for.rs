//! The act "write down that somebody applies": form, entry; the same as one call of the API.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, fields, see_other};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{ApplicationShown, NewApplication};
use super::class::Class;
use super::entries::{Applied, MemberEntry};
use super::permits::Admit;
use super::queries::{self, Application, Outcome};
use super::written::{self, Found, WrittenNames, fault};

/// Shows the form.
pub(super) async fn page(desk: Permitted<Admit>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page("members-apply", markup(&visit, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<Admit>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let mut days = Vec::new();
    let new = NewApplication {
        party: filled.typed("party").to_owned(),
        class: filled.typed("class").to_owned(),
        name_en: filled.typed("name_en").to_owned(),
        name_es: filled.typed("name_es").to_owned(),
        name_fr: filled.typed("name_fr").to_owned(),
        applied_on: written::typed_day(&filled, "applied_on", &mut days),
        note: filled.typed("note").to_owned(),
    };
    let Some(applied) = written::accepted(&visit.voice, &mut filled, &days, read(&new)) else {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.refused_page("members-apply", markup(&visit, &filled)).into_response());
    };
    let writer = desk.open_to_write(Resource::room_about(applied.party.to_string())).await?;
    match writer.append(move |entries| record(entries, applied)).await {
        Ok(application) => Ok(see_other(&format!("/members/applications/{}?done=applied", application.number))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("members-apply", markup(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Writes down that somebody applies.
#[utoipa::path(
    post,
    path = "/api/v1/applications",
    operation_id = "apply",
    tag = "members",
    request_body = NewApplication,
    responses(
        (
            status = 201,
            description = "Written down",
            body = ApplicationShown,
            links(("step" = (operation_id = "step_application", parameters(("application" = "$response.body#/number")))))
        ),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<Admit>, Sent(sent): Sent<NewApplication>) -> Result<Response, Refusal> {
    let applied = match read(&sent) {
        Ok(applied) => applied,
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            return Err(Refusal::Invalid(faults));
        }
    };
    let writer = desk.open_to_write(Resource::room_about(applied.party.to_string())).await?;
    let application = writer.append(move |entries| record(entries, applied)).await?;
    Ok((axum::http::StatusCode::CREATED, axum::Json(ApplicationShown::of(&application))).into_response())
}

/// Writes an application down, from a thread of its own; answers it.
///
/// Errors: `Invalid` with every fault.
pub fn apply_for(writer: &Writer<Admit>, new: &NewApplication) -> Result<ApplicationShown, Refusal> {
    let applied = read(new).map_err(Refusal::Invalid)?;
    let application = writer.append_blocking(move |entries| record(entries, applied))?;
    Ok(ApplicationShown::of(&application))
}

fn read(new: &NewApplication) -> Result<Applied, Vec<InputFault>> {
    let mut found = Found::default();
    let party = found.party("party", &new.party);
    let class: Option<Class> = found.one_of("class", &new.class, "members-fault-class");
    if class == Some(Class::Guest) {
        found.0.push(fault("class", "members-fault-class"));
    }
    if let (Some(party), Some(class)) = (party, class)
        && !code_fits(party, class)
    {
        found.0.push(fault("party", "members-fault-party-class"));
    }
    let names = found.names(&WrittenNames { en: &new.name_en, es: &new.name_es, fr: &new.name_fr });
    let applied_on = found.day("applied_on", &new.applied_on, "members-fault-applied-on-missing");
    let note = found.note("note", &new.note);
    let made =
        (|| Some(Applied { party: party?, class: class?, names: names?, applied_on: applied_on?, note: note? }))();
    found.done(made)
}

/// Answers whether a code is of the range that such a party has: ISO 3166-1 leaves `X` and two letters to its users, and
/// this process gives them to whoever is no State.
pub(super) fn code_fits(party: StateCode, class: Class) -> bool {
    let for_users = party.as_str().starts_with('X');
    match class {
        Class::Member | Class::ObserverState => !for_users,
        Class::ObserverOrganisation | Class::Network => for_users,
        Class::Guest => true,
    }
}

fn record(entries: &Entries<'_, MemberEntry>, applied: Applied) -> Result<Application, Refusal> {
    let open = queries::applications(entries.now())?
        .into_iter()
        .any(|other| other.party == applied.party && other.outcome == Outcome::Open);
    if open {
        return Err(Refusal::Invalid(vec![fault("party", "members-fault-applied-already")]));
    }
    let number = entries.append(&MemberEntry::Applied(applied))?;
    queries::application(entries.now(), number)?.ok_or(Refusal::NotFound)
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("members-apply")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("members-apply-about")) }
        (fields::form("/members/applications/new", visit.csrf(), html! {
            (fields::select(voice, filled, &fields::Field::new("class", "members-class"), &classes(voice)))
            (fields::text_input(voice, filled, &written::one_line("party", "members-code").hint("members-code-hint").mono()))
            (written::name_fields(voice, filled))
            (fields::date_input(voice, filled, &fields::Field::new("applied_on", "members-applied-on")))
            (written::note_field(voice, filled))
            (fields::submit_row(voice, "members-apply-send", Some(html! { a .button .plain href="/members" { (voice.t("form-cancel")) } })))
        }))
    }
}

fn classes(voice: &Voice) -> Vec<fields::Choice<'static>> {
    written::choices(voice, &Class::APPLIED_FOR, |class| (class.code(), class.key()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;

    #[tokio::test]
    async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let wrong = [("party", "QQ"), ("class", "guest"), ("name_en", "Kept name"), ("applied_on-day", "31")];
        let answer = specimen.post(&coordinator, "/members/applications/new", &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["party", "class", "name_es", "name_fr", "applied_on"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        assert!(answer.body.contains("value=\"Kept name\"") && answer.body.contains("value=\"31\""));
    }

    #[tokio::test]
    async fn a_code_is_of_the_range_of_its_class_and_nobody_applies_twice_at_once() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = "/members/applications/new";
        for (party, class) in [("PER", "observer-organisation"), ("XSI", "observer-state"), ("XSI", "member")] {
            let answer = specimen.post(&coordinator, path, &application(party, class)).await;
            assert!(answer.status == 422 && answer.body.contains("party-error"), "{party} {class}");
        }
        apply(&specimen, &coordinator, "XSI", "observer-organisation").await;
        let again = specimen.post(&coordinator, path, &application("XSI", "observer-organisation")).await;
        assert!(again.status == 422 && again.body.contains("party-error"));
        for state in ["MEX", "COL"] {
            let delegate = delegate(&specimen, state);
            assert_eq!(specimen.get(Some(&delegate), path).await.status, 404);
            assert_eq!(specimen.post(&delegate, path, &application("XSP", "network")).await.status, 404);
        }
    }
}
