//! The act "confirm, change or drop a draft", beside the words that it was read from; and to take the last such act back.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, Voice, fields, see_other};
use maud::{Markup, html};

use super::api::{DraftChange, DraftShown, NewDecision};
use super::decision::Content;
use super::drafts::{self, Draft, Standing};
use super::entries::{Changed, DecisionEntry, DraftPlace, Mark, Source};
use super::form;
use super::permits::{ChangeDraft, ShowDrafts};
use super::set;

/// Shows a draft beside its source.
pub(super) async fn page(
    desk: Permitted<ShowDrafts>,
    visit: Visit,
    Path((id, place)): Path<(String, String)>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(set::resource(&id)).await?;
    let reader = desk.open(resource).await?;
    let draft = draft(&reader, &id, &place)?;
    let filled = form::filled_with(reader.ground(), &visit.voice, &draft.content);
    Ok(visit.page("decisions-draft-title", markup(&visit, &draft, &filled, query.0.typed("done"))))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ChangeDraft>,
    visit: Visit,
    Path((id, place)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(set::resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    let draft = draft(writer.reader(), &id, &place)?;
    let standing = match filled.typed("step") {
        "confirm" => Standing::Confirmed,
        "drop" => Standing::Dropped,
        _ => Standing::Open,
    };
    let mut faults = Vec::new();
    let new = form::typed(&filled, &mut faults);
    let read = form::read(writer.reader().ground(), &new, standing == Standing::Confirmed);
    faults.extend(read.as_ref().err().into_iter().flatten().cloned());
    let content = match read {
        Ok(content) if faults.is_empty() => content,
        _ => {
            filled.refuse_each(&visit.voice, &faults);
            return Ok(visit
                .refused_page("decisions-draft-title", markup(&visit, &draft, &filled, ""))
                .into_response());
        }
    };
    let seen = filled.typed("revision").parse().unwrap_or(0);
    match change(&writer, draft.at.clone(), seen, standing, content).await {
        Ok(_) => {
            let path = format!("/decisions/imports/{id}");
            // Whoever confirms goes on to the next one.
            let next = draft.at.place + 1;
            let there = writer.reader().ask(|now| drafts::one(now, &DraftPlace { import: id, place: next }))?.is_some();
            Ok(see_other(&match standing {
                Standing::Open => format!("{path}/{}?done=kept", draft.at.place),
                _ if there => format!("{path}/{next}?done=kept"),
                _ => path,
            }))
        }
        Err(Refusal::Conflict(said)) => {
            // Theirs is shown, what was typed stays, and to send it again is to have seen theirs.
            let theirs = self::draft(writer.reader(), &draft.at.import, &place)?;
            filled.refuse_form(visit.voice.say(&said));
            Ok(visit.refused_page("decisions-draft-title", markup(&visit, &theirs, &filled, "")).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Takes the last change of a draft back.
pub(super) async fn undo(
    desk: Permitted<ChangeDraft>,
    Path((id, place)): Path<(String, String)>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(set::resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    let draft = draft(writer.reader(), &id, &place)?;
    let seen: u32 = filled.typed("revision").parse().unwrap_or(0);
    let before = writer.reader().ask(|now| drafts::revision(now, &draft.at, seen.saturating_sub(1)))?;
    let (standing, content) = before.ok_or_else(|| Refusal::conflict("decisions-fault-nothing-before"))?;
    change(&writer, draft.at, seen, standing, content).await?;
    Ok(see_other(&format!("/decisions/imports/{id}/{place}?done=undone")))
}

/// Says what a draft is to be.
#[utoipa::path(
    post,
    path = "/api/v1/decisions/imports/{id}/{place}",
    operation_id = "change_draft",
    tag = "decisions",
    params(
        ("id" = String, Path, description = "Of the set"),
        ("place" = u32, Path, description = "Of the draft in the set, from 1")
    ),
    request_body = DraftChange,
    responses(
        (status = 200, description = "The draft as it stands now", body = DraftShown),
        (status = 404, description = "No such draft", body = Problem),
        (status = 409, description = "Somebody else changed it since, or it is entered", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ChangeDraft>,
    Path((id, place)): Path<(String, String)>,
    Sent(sent): Sent<DraftChange>,
) -> Result<axum::Json<DraftShown>, Refusal> {
    let resource = desk.about(set::resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    let draft = draft(writer.reader(), &id, &place)?;
    let standing = Standing::parse(&sent.standing).filter(|standing| *standing != Standing::Adopted);
    let standing = standing.ok_or_else(|| Refusal::field("standing", "standing", "decisions-fault-standing"))?;
    let content = match &sent.decision {
        Some(new) => form::read(writer.reader().ground(), new, standing == Standing::Confirmed),
        None => form::read(writer.reader().ground(), &NewDecision::of(&draft.content), standing == Standing::Confirmed),
    };
    let content = content.map_err(Refusal::Invalid)?;
    let draft = change(&writer, draft.at, sent.revision, standing, content).await?;
    Ok(axum::Json(DraftShown::of(&draft)))
}

/// Reads a draft of a set that was not thrown away.
fn draft<P: Permit>(reader: &Reader<P>, id: &str, place: &str) -> Result<Draft, Refusal> {
    set::set(reader, id)?;
    let place = place.parse().map_err(|_| Refusal::NotFound)?;
    let at = DraftPlace { import: id.to_owned(), place };
    reader.ask(|now| drafts::one(now, &at))?.ok_or(Refusal::NotFound)
}

async fn change(
    writer: &Writer<ChangeDraft>,
    at: DraftPlace,
    seen: u32,
    standing: Standing,
    content: Content,
) -> Result<Draft, Refusal> {
    writer.append(move |entries| revise(entries, at, seen, standing, content)).await
}

/// Changes a draft whose revision somebody saw; of two who saw the same, one comes second and is told.
fn revise(
    entries: &Entries<'_, DecisionEntry>,
    at: DraftPlace,
    seen: u32,
    standing: Standing,
    content: Content,
) -> Result<Draft, Refusal> {
    let now = drafts::one(entries.now(), &at)?.ok_or(Refusal::NotFound)?;
    if now.standing == Standing::Adopted {
        return Err(Refusal::conflict("decisions-fault-adopted"));
    }
    if now.revision != seen {
        return Err(Refusal::conflict("decisions-fault-changed"));
    }
    let (revision, standing) = (seen + 1, standing.code().to_owned());
    entries.append(&DecisionEntry::Changed(Changed { at: at.clone(), revision, standing, content }))?;
    drafts::one(entries.now(), &at)?.ok_or(Refusal::NotFound)
}

fn markup(visit: &Visit, draft: &Draft, filled: &Filled, done: &str) -> Markup {
    let voice = &visit.voice;
    let set = format!("/decisions/imports/{}", draft.at.import);
    let path = format!("{set}/{}", draft.at.place);
    let revision = draft.revision.to_string();
    html! {
        h1 { (voice.tn("decisions-draft-heading", &[("number", draft.content.number.into())])) }
        (fields::error_summary(voice, filled))
        @match done {
            "kept" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-kept")) } })),
            "undone" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-undone")) } })),
            _ => {},
        }
        p { (parts::tag(set::tone(draft.standing), &voice.t(draft.standing.key()))) }
        (parts::two_columns(
            html! {
                @if draft.standing == Standing::Adopted {
                    p { (voice.t("decisions-fault-adopted")) }
                } @else {
                    (fields::form(&path, visit.csrf(), html! {
                        (fields::hidden("revision", &revision))
                        (super::fields::content(voice, filled))
                        div .row {
                            button type="submit" name="step" value="confirm" { (voice.t("decisions-confirm")) }
                            button .plain type="submit" name="step" value="keep" { (voice.t("decisions-keep")) }
                            button .plain type="submit" name="step" value="drop" { (voice.t("decisions-drop")) }
                        }
                    }))
                }
            },
            html! {
                (parts::card("source", &voice.t("decisions-source"), html! {
                    (source(voice, &draft.source))
                    p { small { (voice.t("decisions-source-about")) } }
                }))
                @if filled.is_refused() && !draft.content.drafted().is_empty() {
                    (parts::card("theirs", &voice.t("decisions-stands-now"), html! { p { (draft.content.drafted()) } }))
                }
                @if draft.revision > 1 && draft.standing != Standing::Adopted {
                    (fields::form(&format!("{path}/undo"), visit.csrf(), html! {
                        (fields::hidden("revision", &revision))
                        (fields::submit_row(voice, "decisions-undo", None))
                    }))
                }
                p {
                    @if draft.at.place > 1 { a href={ (set) "/" (draft.at.place - 1) } { (voice.t("decisions-draft-before")) } " · " }
                    a href=(set) { (voice.t("decisions-drafts")) } " · "
                    a href={ (set) "/" (draft.at.place + 1) } { (voice.t("decisions-draft-after")) }
                }
            },
        ))
    }
}

/// Draws the paragraphs of a draft, with the words on which something rests marked.
fn source(voice: &Voice, source: &Source) -> Markup {
    html! {
        @for (at, paragraph) in source.paragraphs.iter().enumerate() {
            @let marks: Vec<&Mark> = source.marks.iter().filter(|mark| mark.paragraph as usize == at).collect();
            p { @for (text, mark) in pieces(paragraph, &marks) {
                @match mark {
                    Some(mark) => { mark title=(voice.t(kind_key(&mark.kind))) { (text) } },
                    None => { (text) },
                }
            } }
        }
    }
}

/// Parts a paragraph at its marks; of two that overlap the later one begins where the first ends.
fn pieces<'m>(paragraph: &str, marks: &[&'m Mark]) -> Vec<(String, Option<&'m Mark>)> {
    let characters: Vec<char> = paragraph.chars().collect();
    let taken = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    let (mut parts, mut at) = (Vec::new(), 0);
    for mark in marks {
        let from = (mark.from as usize).clamp(at, characters.len());
        let to = (mark.to as usize).clamp(from, characters.len());
        if from == to {
            continue;
        }
        if from > at {
            parts.push((taken(at, from), None));
        }
        parts.push((taken(from, to), Some(*mark)));
        at = to;
    }
    if at < characters.len() {
        parts.push((taken(at, characters.len()), None));
    }
    parts
}

fn kind_key(kind: &str) -> &'static str {
    match kind {
        "verb" => "decisions-verb",
        "addressee" => "decisions-addressee",
        "due" => "decisions-due",
        _ => "decisions-condition",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::*;
    use base::access::Purpose;
    use serde_json::{Value, json};

    #[test]
    fn a_paragraph_is_parted_at_its_marks_and_nothing_of_it_is_lost() {
        let mark = |from, to| Mark { paragraph: 0, from, to, kind: "verb".into() };
        let (first, over, beyond) = (mark(0, 4), mark(2, 7), mark(90, 99));
        let parts = pieces("Ürge it now", &[&first, &over, &beyond]);
        assert_eq!(parts.iter().map(|(text, _)| text.as_str()).collect::<String>(), "Ürge it now");
        let marked: Vec<&str> =
            parts.iter().filter(|(_, mark)| mark.is_some()).map(|(text, _)| text.as_str()).collect();
        assert_eq!(marked, ["Ürge", " it"]);
    }

    #[tokio::test]
    async fn a_text_is_read_confirmed_and_entered() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let set = pasted(&specimen, &coordinator, ENGLISH).await;
        let page = specimen.get(Some(&coordinator), &set).await.body;
        assert!(page.contains("<span class=\"tag soon\">Open: 3</span>") || page.contains(": 3"), "{page}");
        let second = specimen.get(Some(&coordinator), &format!("{set}/2")).await.body;
        assert!(
            second.contains("<mark title=\"Due\">") && second.contains("value=\"3 months after adoption\""),
            "{second}"
        );
        // Nothing is entered while nobody confirmed anything.
        assert_eq!(specimen.post(&coordinator, &format!("{set}/adopt"), &[]).await.status, 422);
        confirm(&specimen, &coordinator, &set, 2, "1").await;
        assert_eq!(path_of(specimen.post(&coordinator, &format!("{set}/adopt"), &[]).await), set);
        let decision = specimen.get(Some(&delegate(&specimen, "MEX")), "/decisions/RCM-VIII-2003-DEC-2").await;
        assert!(decision.status == 200 && decision.body.contains("2003-08-30"), "{}", decision.body);
        assert_eq!(specimen.get(Some(&coordinator), "/decisions/RCM-VIII-2003-DEC-1").await.status, 404);
        // What is entered changes no more.
        let again = specimen.post(&coordinator, &format!("{set}/2"), &[("step", "drop"), ("revision", "2")]).await;
        assert_eq!(again.status, 422);
    }

    #[tokio::test]
    async fn of_two_editors_the_second_is_told_and_loses_nothing() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let set = pasted(&specimen, &coordinator, ENGLISH).await;
        confirm(&specimen, &coordinator, &set, 2, "1").await;
        let mut mine = decided("2");
        mine.retain(|(name, _)| *name != "meeting" && *name != "text_es");
        mine.extend([("text_es", "Lo mío se queda."), ("step", "confirm"), ("revision", "1")]);
        let path = format!("{set}/2");
        let told = specimen.post(&coordinator, &path, &mine).await;
        assert_eq!(told.status, 422);
        assert!(
            told.body.contains("Lo mío se queda.") && told.body.contains("name=\"revision\" value=\"2\""),
            "{}",
            told.body
        );
        mine.retain(|(name, _)| *name != "revision");
        mine.push(("revision", "2"));
        assert_eq!(specimen.post(&coordinator, &path, &mine).await.status, 303);
        let undone = specimen.post(&coordinator, &format!("{path}/undo"), &[("revision", "3")]).await;
        assert_eq!(undone.status, 303);
        assert!(!specimen.get(Some(&coordinator), &path).await.body.contains("Lo mío se queda."));
    }

    #[tokio::test]
    async fn a_machine_reads_confirms_and_enters_as_a_person_does() {
        let specimen = specimen();
        let session = coordinator(&specimen);
        held(&specimen, &session).await;
        let set = pasted(&specimen, &session, ENGLISH).await;
        let token = coordinator_token(&specimen);
        let path = format!("/api/v1{set}");
        let shown: Value = serde_json::from_str(&api_get(&specimen, &token, &path).await.body).unwrap();
        assert_eq!(shown["drafts"].as_array().unwrap().len(), 3);
        let confirm = json!({ "revision": 1, "standing": "confirmed" });
        let call = async |at: &str, body: &Value| {
            specimen.call(&token, Purpose::Secretariat, &format!("{path}{at}"), body).await
        };
        assert_eq!(call("/2", &confirm).await.status, 200);
        assert_eq!(call("/2", &confirm).await.status, 409, "somebody saw an older one");
        assert_eq!(call("/9", &confirm).await.status, 404);
        let entered = call("/adopt", &json!({})).await;
        assert!(entered.status == 200 && entered.body.contains("RCM/VIII/2003/DEC/2"), "{}", entered.body);
        let delegate = delegate(&specimen, "MEX");
        assert_eq!(specimen.get(Some(&delegate), &set).await.status, 404);
    }
}
