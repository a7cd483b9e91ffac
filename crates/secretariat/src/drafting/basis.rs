//! What a draft has to answer for in law: the act of reading where each point stands, and the act "say how a point is answered".

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, Voice, see_other};
use conference::drafting::{BasisError, DraftError, Finding, Point, Standing, Word};
use maud::{Markup, html};

use super::api::{DraftShown, NewFinding};
use super::entries::{Checked, DraftEntry};
use super::pages::{self, REASON_CHARS_MAX, fault};
use super::permits::{ShowDraft, TakePart};
use super::queries::{self, Known};
use crate::rounds::title;

/// Shows where each point stands, with the form of whoever drafts.
pub(super) async fn page(
    desk: Permitted<ShowDraft>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open(resource).await?;
    let known = pages::known(&reader, &reference)?;
    let filled = match Point::read(query.0.typed("item")) {
        Some(point) => Filled::new().with("point", point.code()),
        None => Filled::new(),
    };
    Ok(visit.page("drafting-basis", markup(&reader, &visit, &known, &filled, query.0.typed("done"))))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<TakePart>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let done = match typed(&filled) {
        Ok(new) => enter(&writer, &known, &new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => Ok(see_other(&format!("/drafting/{reference}/basis?done=checked"))),
        Err(refusal) => {
            let reader = writer.reader();
            visit.refused_form("drafting-basis", &mut filled, refusal, |filled| {
                markup(reader, &visit, &known, filled, "")
            })
        }
    }
}

/// Says how a point of law is answered: the chair of each, a State of its own law, and any drafter that it is open.
#[utoipa::path(
    post,
    path = "/api/v1/drafting/{reference}/basis",
    operation_id = "check_drafting",
    tag = "drafting",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewFinding,
    responses(
        (status = 201, description = "Said", body = DraftShown),
        (status = 404, description = "No such draft in which one takes part", body = Problem),
        (status = 409, description = "The draft was handed over, or too much was said", body = Problem),
        (status = 422, description = "Something in it cannot be used, or it is not for this party to say", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakePart>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewFinding>,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    enter(&writer, &known, &sent).await?;
    let known = pages::known(writer.reader(), &reference)?;
    Ok((StatusCode::CREATED, axum::Json(DraftShown::of(&known))).into_response())
}

fn typed(filled: &Filled) -> Result<NewFinding, Refusal> {
    let paragraph = match filled.typed("paragraph").trim() {
        "" => 0,
        number => {
            let number = number.parse().ok().filter(|number| *number > 0);
            number.ok_or_else(|| Refusal::Invalid(vec![fault("paragraph", "drafting-fault-paragraph")]))?
        }
    };
    let of = |name| filled.typed(name).to_owned();
    let seen = filled.typed("seen").parse().unwrap_or(0);
    Ok(NewFinding { point: of("point"), finding: of("finding"), paragraph, seen, words: of("words") })
}

async fn enter(writer: &Writer<TakePart>, known: &Known, new: &NewFinding) -> Result<(), Refusal> {
    let words = pages::reason("words", &new.words).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let mut faults = Vec::new();
    if Point::read(&new.point).is_none() {
        faults.push(fault("point", "drafting-fault-basis-point"));
    }
    if Finding::read(&new.finding).is_none() {
        faults.push(fault("finding", "drafting-fault-basis-finding"));
    }
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let checked = Checked {
        draft: known.opened.symbol.clone(),
        point: new.point.clone(),
        finding: new.finding.clone(),
        paragraph: new.paragraph,
        seen: new.seen,
        words,
    };
    let act = move |entries: &Entries<'_, DraftEntry>| {
        let mut known = queries::known(entries.now(), &checked.draft)?.ok_or(Refusal::NotFound)?;
        let entry = DraftEntry::Checked(checked);
        known.told(entries.stamp().state, &entry).map_err(|error| match error {
            // Whoever drafts reads it all: nothing is given away by saying whose it is to say.
            BasisError::Draft(DraftError::NotTheChair) => {
                Refusal::Invalid(vec![fault("finding", "drafting-fault-basis-chair")])
            }
            other => pages::refusal(other, "words"),
        })?;
        entries.append(&entry)?;
        Ok(())
    };
    writer.append(act).await
}

/// Says how many points nobody has answered.
pub(super) fn unanswered(voice: &Voice, known: &Known) -> Markup {
    let open = known.basis.open(&known.draft) as i64;
    html! { (voice.tn("drafting-basis-open", &[("count", open.into()), ("all", (Point::ALL.len() as i64).into())])) }
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled, done: &str) -> Markup {
    let voice = &visit.voice;
    let path = format!("/drafting/{}", known.opened.symbol.in_address());
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let own = known.draft.drafts(caller.state).then_some(caller.state);
    let resource = Resource { owner: own, status: "open", ..Resource::default() };
    let may = !known.draft.is_frozen && policy.allows::<TakePart>(caller, &resource);
    html! {
        h1 { (voice.t("drafting-basis")) }
        (fields::error_summary(voice, filled))
        @if done == "checked" { (parts::notice(Tone::Done, html! { p { (voice.t("drafting-done-checked")) } })) }
        p { (title(voice, &known.opened.title_en, &known.opened.title_es)) }
        p { (voice.t("drafting-basis-about")) }
        p { strong { (unanswered(voice, known)) } }
        (points(reader, voice, known, &path, may))
        @if may { (form(visit, known, filled, &path)) }
        p { a href=(path) { (voice.t("drafting-back")) } }
    }
}

fn points<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known, path: &str, may: bool) -> Markup {
    html! { @for point in Point::ALL { section id={ "point-" (point.code()) } {
        @let (name, source) = point_keys(point);
        @let (tone, key) = standing(known.basis.standing(&known.draft, point));
        h2 { (voice.t(name)) }
        p { (parts::tag(tone, &voice.t(key))) " " span .aside { (voice.t(source)) } }
        ul { @for word in known.basis.said(point) { li { (said(reader, voice, word, path)) } } }
        @if may { p { a href={ (path) "/basis?item=" (point.code()) "#check" } {
            (voice.tn("drafting-basis-answer", &[("point", voice.t(name).into_owned().as_str().into())]))
        } } }
    } } }
}

fn standing(standing: Standing) -> (Tone, &'static str) {
    match standing {
        Standing::Open => (Tone::Soon, "drafting-basis-open-still"),
        Standing::Met => (Tone::Done, "drafting-basis-met"),
        Standing::Changed => (Tone::Late, "drafting-basis-changed"),
        Standing::NotNeeded => (Tone::Quiet, "drafting-basis-not-needed"),
    }
}

fn said<P: Permit>(reader: &Reader<P>, voice: &Voice, word: &Word, path: &str) -> Markup {
    let number = i64::from(word.paragraph);
    html! {
        (reader.ground().identity.party_name(word.by, voice.language)) ": " (voice.t(finding_key(word.finding)))
        @if word.paragraph > 0 {
            ", " a href={ (path) "#paragraph-" (word.paragraph) } { (voice.tn("drafting-paragraph", &[("number", number.into())])) }
        }
        @if !word.words.is_empty() { ". " q { (word.words) } }
    }
}

fn form(visit: &Visit, known: &Known, filled: &Filled, path: &str) -> Markup {
    let voice = &visit.voice;
    let points = Point::ALL.map(|point| Choice::new(point.code(), voice.t(point_keys(point).0)));
    let findings = Finding::ALL.map(|finding| Choice::new(finding.code(), voice.t(finding_key(finding))));
    let paragraph =
        Field::new("paragraph", "drafting-basis-paragraph").hint("drafting-basis-paragraph-hint").optional();
    let words = Field::new("words", "drafting-basis-words").hint("drafting-basis-words-hint").rows(3);
    parts::card(
        "check",
        &voice.t("drafting-basis-say"),
        fields::form(
            &format!("{path}/basis"),
            visit.csrf(),
            html! {
                (fields::hidden("seen", &known.draft.text().version.to_string()))
                (fields::select(voice, filled, &Field::new("point", "drafting-basis-point"), &points))
                (fields::radios(voice, filled, &Field::new("finding", "drafting-basis-finding").hint("drafting-basis-finding-hint"), &findings))
                (fields::text_input(voice, filled, &paragraph.max_length(3).autocomplete("off")))
                (fields::textarea(voice, filled, &words.max_length(REASON_CHARS_MAX as u32).unmarked()))
                (fields::submit_row(voice, "drafting-basis-send", None))
            },
        ),
    )
}

/// Answers the keys of a point's name and of what it rests on.
fn point_keys(point: Point) -> (&'static str, &'static str) {
    match point {
        Point::NationalLaw => ("drafting-point-national-law", "drafting-point-national-law-source"),
        Point::Refoulement => ("drafting-point-refoulement", "drafting-point-refoulement-source"),
        Point::CollectiveExpulsion => {
            ("drafting-point-collective-expulsion", "drafting-point-collective-expulsion-source")
        }
        Point::Child => ("drafting-point-child", "drafting-point-child-source"),
        Point::Family => ("drafting-point-family", "drafting-point-family-source"),
        Point::Consular => ("drafting-point-consular", "drafting-point-consular-source"),
        Point::Remedy => ("drafting-point-remedy", "drafting-point-remedy-source"),
        Point::Victims => ("drafting-point-victims", "drafting-point-victims-source"),
        Point::PersonalData => ("drafting-point-personal-data", "drafting-point-personal-data-source"),
        Point::Cost => ("drafting-point-cost", "drafting-point-cost-source"),
    }
}

fn finding_key(finding: Finding) -> &'static str {
    match finding {
        Finding::Met => "drafting-finding-met",
        Finding::NotNeeded => "drafting-finding-not-needed",
        Finding::Open => "drafting-finding-open",
    }
}
