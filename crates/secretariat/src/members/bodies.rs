//! Bodies and networks: which there are, what they were called on which days, and the act that writes one down.

use axum::Json;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::ground::Puebla;
use base::web::tables::{Column, Table, table};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, fields, parts, see_other};
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{Bodies, BodyShown, NewBody};
use super::class::{BodyKind, Chair};
use super::entries::{Body, BodyEnded, MemberEntry};
use super::permits::{FormBodies, ListMembers};
use super::queries::{self, BodyOf};
use super::written::{self, CODE_CHARS_MAX, Found, WrittenNames, fault};
use super::{pages, seats};
use crate::following;

/// Meetings a year beyond which somebody mistyped.
const MEETINGS_A_YEAR_MAX: u16 = 366;

/// Shows the bodies.
pub(super) async fn page(desk: Permitted<ListMembers>, visit: Visit) -> Result<Markup, Refusal> {
    let may_form = desk.ground().policy.allows::<FormBodies>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let bodies = reader.ask(queries::bodies)?;
    let follow = following::button_of_body(&reader, &visit)?;
    let follow = |code: &str| follow.as_ref().map_or_else(|| html! {}, |button| button(code));
    let markup = listed(reader.ground(), &visit, &bodies, may_form, &follow);
    Ok(visit.page("bodies-list", markup))
}

/// Lists every form of every body.
#[utoipa::path(
    get,
    path = "/api/v1/bodies",
    operation_id = "list_bodies",
    tag = "members",
    responses((status = 200, description = "By short name, then by day", body = Bodies))
)]
pub(super) async fn call(desk: Permitted<ListMembers>) -> Result<Json<Bodies>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let bodies = reader.ask(queries::bodies)?;
    Ok(Json(Bodies { bodies: bodies.iter().map(BodyShown::of).collect() }))
}

/// Shows the form; filled in with a body's present form where the address names one.
pub(super) async fn form_page(
    desk: Permitted<FormBodies>,
    visit: Visit,
    query: base::web::Asked,
) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let bodies = reader.ask(queries::bodies)?;
    let known = bodies.iter().rfind(|body| body.code == query.0.typed("code"));
    let filled = known.map_or_else(Filled::new, |body| {
        Filled::new()
            .with("code", &body.code)
            .with("kind", body.kind.code())
            .with("name_en", &body.names.en)
            .with("name_es", &body.names.es)
            .with("name_fr", &body.names.fr)
            .with("parent", body.parent.as_deref().unwrap_or(""))
            .with("meetings_a_year", body.meetings_a_year.to_string())
            .with("chair", body.chair.code())
            .with("coordinator", body.coordinator.map(|state| state.to_string()).unwrap_or_default())
    });
    Ok(visit.page("bodies-new", markup(&visit, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<FormBodies>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let mut days = Vec::new();
    let typed = |name: &str| filled.typed(name).to_owned();
    let often = typed("meetings_a_year");
    let new = NewBody {
        code: typed("code"),
        kind: typed("kind"),
        name_en: typed("name_en"),
        name_es: typed("name_es"),
        name_fr: typed("name_fr"),
        parent: typed("parent"),
        meetings_a_year: if often.trim().is_empty() { 0 } else { often.trim().parse().unwrap_or(u16::MAX) },
        chair: typed("chair"),
        coordinator: typed("coordinator"),
        decision: typed("decision"),
        first_on: written::typed_day(&filled, "first_on", &mut days),
        last_on: written::typed_day(&filled, "last_on", &mut days),
    };
    let Some(entry) = written::accepted(&visit.voice, &mut filled, &days, read(&new)) else {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.refused_page("bodies-new", markup(&visit, &filled)).into_response());
    };
    let writer = desk.open_to_write(Resource::room()).await?;
    match writer.append(move |entries| record(entries, &entry)).await {
        Ok(_) => Ok(see_other("/bodies")),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("bodies-new", markup(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Writes a body down, in the form that it has from a day on, or until when it sits.
#[utoipa::path(
    post,
    path = "/api/v1/bodies",
    operation_id = "form_body",
    tag = "members",
    request_body = NewBody,
    responses(
        (status = 201, description = "Written down; the body's last form", body = BodyShown),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn form_call(desk: Permitted<FormBodies>, Sent(sent): Sent<NewBody>) -> Result<Response, Refusal> {
    let entry = match read(&sent) {
        Ok(entry) => entry,
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            return Err(Refusal::Invalid(faults));
        }
    };
    let writer = desk.open_to_write(Resource::room()).await?;
    let body = writer.append(move |entries| record(entries, &entry)).await?;
    Ok((axum::http::StatusCode::CREATED, Json(BodyShown::of(&body))).into_response())
}

/// Writes a body down, from a thread of its own; answers its last form.
///
/// Errors: `Invalid` with every fault.
pub fn form_body(writer: &Writer<FormBodies>, new: &NewBody) -> Result<BodyShown, Refusal> {
    let entry = read(new).map_err(Refusal::Invalid)?;
    let body = writer.append_blocking(move |entries| record(entries, &entry))?;
    Ok(BodyShown::of(&body))
}

fn read(new: &NewBody) -> Result<MemberEntry, Vec<InputFault>> {
    let mut found = Found::default();
    let code = found.keep(code("code", &new.code));
    let last_on = found.day_or_none("last_on", &new.last_on);
    if let Some(Some(last_on)) = last_on {
        return found.done(code.map(|code| MemberEntry::BodyEnded(BodyEnded { code, last_on })));
    }
    let kind: Option<BodyKind> = found.one_of("kind", &new.kind, "members-fault-body-kind");
    let names = found.names(&WrittenNames { en: &new.name_en, es: &new.name_es, fr: &new.name_fr });
    let parent = match new.parent.trim() {
        "" => Some(None),
        parent => found.keep(self::code("parent", parent)).map(Some),
    };
    if new.meetings_a_year > MEETINGS_A_YEAR_MAX {
        found.0.push(fault("meetings_a_year", "members-fault-often"));
    }
    let chair: Option<Chair> = found.one_of("chair", &new.chair, "members-fault-chair");
    let coordinator = match new.coordinator.trim() {
        "" => Some(None),
        state => found.party("coordinator", state).map(Some),
    };
    if let (Some(chair), Some(coordinator)) = (chair, coordinator)
        && (chair == Chair::Coordinating) != coordinator.is_some()
    {
        found.0.push(fault("coordinator", "members-fault-coordinator"));
    }
    let decision = found.symbol_or_none("decision", &new.decision);
    let first_on = found.day("first_on", &new.first_on, "members-fault-first-on-missing");
    let made = (|| {
        Some(Body {
            code: code?,
            first_on: first_on?,
            kind: kind?,
            names: names?,
            parent: parent?,
            meetings_a_year: new.meetings_a_year,
            chair: chair?,
            coordinator: coordinator?,
            decision: decision?,
        })
    })();
    found.done(made.map(MemberEntry::Body))
}

fn code(field: &str, written: &str) -> Result<String, InputFault> {
    let code = written.trim().to_uppercase();
    let fits = (1..=CODE_CHARS_MAX).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if fits { Ok(code) } else { Err(fault(field, "members-fault-body-code")) }
}

fn record(entries: &Entries<'_, MemberEntry>, entry: &MemberEntry) -> Result<BodyOf, Refusal> {
    let wrong = |field: &str, key| Err(Refusal::Invalid(vec![fault(field, key)]));
    let all = queries::bodies(entries.now())?;
    let code = match entry {
        MemberEntry::Body(body) => {
            let clashes = all.iter().filter(|form| form.code == body.code).any(|form| {
                let ends = form.last_on.is_none() && form.first_on < body.first_on;
                !ends && form.last_on.is_none_or(|last_on| last_on >= body.first_on)
            });
            if clashes {
                return wrong("first_on", "members-fault-body-overlap");
            }
            if let Some(parent) = &body.parent
                && (parent == &body.code || above(&all, parent, body.first_on).contains(&body.code))
            {
                return wrong("parent", "members-fault-parent-circle");
            }
            if body.parent.as_ref().is_some_and(|parent| !all.iter().any(|form| &form.code == parent)) {
                return wrong("parent", "members-fault-parent-unknown");
            }
            &body.code
        }
        MemberEntry::BodyEnded(ended) => {
            let Some(form) = all.iter().find(|form| form.code == ended.code && form.last_on.is_none()) else {
                return wrong("code", "members-fault-body-unknown");
            };
            if ended.last_on < form.first_on {
                return wrong("last_on", "members-fault-order");
            }
            &ended.code
        }
        _ => return Err(Refusal::NotFound),
    };
    entries.append(entry)?;
    queries::bodies(entries.now())?.into_iter().rfind(|form| &form.code == code).ok_or(Refusal::NotFound)
}

/// Answers the bodies above one on a day.
fn above(all: &[BodyOf], code: &str, day: Date) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut next = Some(code.to_owned());
    while let Some(code) = next.take().filter(|code| !found.contains(code)) {
        let form = all.iter().rfind(|form| form.code == code && form.first_on <= day);
        next = form.and_then(|form| form.parent.clone());
        found.push(code);
    }
    found
}

/// What draws the button to follow a body.
type Follow<'f> = dyn Fn(&str) -> Markup + 'f;

fn listed(ground: &Puebla, visit: &Visit, bodies: &[BodyOf], may_form: bool, follow: &Follow<'_>) -> Markup {
    let (voice, today) = (&visit.voice, seats::today(ground));
    let (now, before): (Vec<&BodyOf>, Vec<&BodyOf>) =
        bodies.iter().partition(|body| body.last_on.is_none_or(|last_on| last_on >= today));
    html! {
        h1 { (voice.t("bodies-list")) }
        p { (voice.t("bodies-list-about")) }
        @if may_form { div .row { a .button href="/bodies/new" { (voice.t("bodies-new")) } } }
        (rows(ground, visit, "bodies", voice.t("bodies-list").into_owned(), (&now, may_form), Some(follow)))
        @if !before.is_empty() {
            (parts::details(&voice.t("bodies-before"), rows(ground, visit, "bodies-before", voice.t("bodies-before").into_owned(), (&before, false), None)))
        }
        p { a href="/members" { (voice.t("members-back")) } }
    }
}

fn rows(
    ground: &Puebla,
    visit: &Visit,
    id: &str,
    caption: String,
    (bodies, may_form): (&[&BodyOf], bool),
    follow: Option<&Follow<'_>>,
) -> Markup {
    let voice = &visit.voice;
    let chaired = |body: &BodyOf| match body.coordinator {
        Some(state) => ground.identity.party_name(state, voice.language),
        None => voice.t(body.chair.key()).into_owned(),
    };
    let rows = bodies.iter().map(|body| {
        vec![
            html! {
                span .mono { (body.code) }
                @if may_form { " " a href={ "/bodies/new?code=" (body.code) } { (voice.t("bodies-change")) span .unseen { " " (body.code) } } }
                @if let Some(follow) = follow { (follow(&body.code)) }
            },
            html! { (body.names.in_language(voice.language)) },
            html! { (voice.t(body.kind.key())) },
            html! { (body.parent.as_deref().unwrap_or("–")) },
            html! { @if body.meetings_a_year == 0 { "–" } @else { (body.meetings_a_year) } },
            html! { (chaired(body)) },
            html! { (voice.date(body.first_on)) @if let Some(last_on) = body.last_on { " – " (voice.date(last_on)) } },
            pages::symbol(body.decision.as_ref()),
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = vec![
        heading("bodies-code"),
        heading("members-name"),
        heading("bodies-kind"),
        heading("bodies-parent"),
        heading("bodies-often"),
        heading("bodies-chair"),
        heading("members-since"),
        heading("members-decision"),
    ];
    table(voice, &Table { id, caption, columns, rows: rows.collect(), empty: "bodies-empty" })
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let kinds = written::choices(voice, BodyKind::ALL, |kind: BodyKind| (kind.code(), kind.key()));
    let chairs = written::choices(voice, Chair::ALL, |chair: Chair| (chair.code(), chair.key()));
    let often = fields::Field::new("meetings_a_year", "bodies-often").optional().max_length(3).input_mode("numeric");
    html! {
        h1 { (voice.t("bodies-new")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("bodies-new-about")) }
        (fields::form("/bodies/new", visit.csrf(), html! {
            (fields::text_input(voice, filled, &written::one_line("code", "bodies-code").hint("bodies-code-hint").mono()))
            (fields::select(voice, filled, &fields::Field::new("kind", "bodies-kind"), &kinds))
            (written::name_fields(voice, filled))
            (fields::text_input(voice, filled, &written::one_line("parent", "bodies-parent").hint("bodies-parent-hint").mono().optional()))
            (fields::text_input(voice, filled, &often.autocomplete("off")))
            (fields::select(voice, filled, &fields::Field::new("chair", "bodies-chair"), &chairs))
            (fields::text_input(voice, filled, &written::one_line("coordinator", "bodies-coordinator").hint("bodies-coordinator-hint").mono().optional()))
            (written::decision_field(voice, filled, true))
            (fields::date_input(voice, filled, &fields::Field::new("first_on", "bodies-first-on").hint("bodies-first-on-hint")))
            (fields::date_input(voice, filled, &fields::Field::new("last_on", "bodies-last-on").hint("bodies-last-on-hint").optional()))
            (fields::submit_row(voice, "bodies-send", Some(html! { a .button .plain href="/bodies" { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use jiff::civil::date;
    use serde_json::{Value, json};

    fn body(code: &str, name: &str, first_on: &str) -> Value {
        json!({ "code": code, "kind": "secretariat", "name_en": name, "name_es": name, "name_fr": name,
            "first_on": first_on, "chair": "nobody" })
    }

    #[tokio::test]
    async fn a_body_that_is_renamed_keeps_its_old_name_for_old_days() {
        let specimen = specimen();
        let token = coordinator_token(&specimen);
        let call = async |body| specimen.call(&token, Purpose::Secretariat, "/api/v1/bodies", &body).await;
        assert_eq!(call(body("TS", "Technical Support Unit", "2001-03-01")).await.status, 201);
        assert_eq!(call(body("TS", "Technical Secretariat", "2002-06-01")).await.status, 201);
        let back = call(body("TS", "Executive Secretariat", "2002-05-01")).await;
        assert!(back.status == 422 && back.body.contains("body-overlap"), "{}", back.body);
        let name = |day| {
            let house = specimen.ground.database("secretariat").unwrap();
            house.read(|now| super::super::body_name_on(now, "TS", day)).unwrap().map(|names| names.en)
        };
        assert_eq!(name(date(2002, 5, 31)).as_deref(), Some("Technical Support Unit"));
        assert_eq!(name(date(2002, 6, 1)).as_deref(), Some("Technical Secretariat"));
        assert_eq!(name(date(2001, 2, 28)), None);
        assert_eq!(call(json!({ "code": "TS", "last_on": "2003-01-01" })).await.status, 201);
        assert_eq!(name(date(2003, 1, 2)), None);
        assert_eq!(call(json!({ "code": "TS", "last_on": "2003-01-01" })).await.status, 422);
        let page = specimen.get(Some(&delegate(&specimen, "COL")), "/bodies").await.body;
        assert!(page.contains("Technical Support Unit") && !page.contains("/bodies/new"), "{page}");
    }

    #[tokio::test]
    async fn what_is_wrong_stands_beside_its_field_and_no_body_stands_above_itself() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let wrong = [("code", "a b"), ("meetings_a_year", "many"), ("coordinator", "Mexico"), ("name_en", "Kept")];
        let answer = specimen.post(&coordinator, "/bodies/new", &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["code", "kind", "name_es", "meetings_a_year", "chair", "coordinator", "first_on"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        let token = coordinator_token(&specimen);
        let call = async |body| specimen.call(&token, Purpose::Secretariat, "/api/v1/bodies", &body).await;
        let below = |code: &str, parent: &str, first_on: &str| {
            let mut made = body(code, "Specimen", first_on);
            made["parent"] = json!(parent);
            made
        };
        assert!(call(below("A", "B", "2001-01-01")).await.body.contains("parent-unknown"));
        assert_eq!(call(body("B", "Specimen", "2001-01-01")).await.status, 201);
        assert_eq!(call(below("A", "B", "2001-01-01")).await.status, 201);
        assert!(call(below("B", "A", "2002-01-01")).await.body.contains("parent-circle"));
        let mut chaired = body("C", "Specimen", "2001-01-01");
        chaired["chair"] = json!("coordinating");
        assert!(call(chaired).await.body.contains("\"coordinator\""));
        assert_eq!(specimen.get(Some(&delegate(&specimen, "MEX")), "/bodies/new").await.status, 404);
    }
}
