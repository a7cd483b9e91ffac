//! The act "open one meeting": what it is, where it stands, what was said of it, and the meetings that belong to it.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{Stand, Step, Tone};
use base::web::{Asked, Problem, Refusal, Visit, parts};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::MeetingShown;
use super::meeting::Symbol;
use super::permits::{ChangeMeeting, CorrectMeeting, ShowMeeting};
use super::queries::{self, Change, Meeting};
use super::{correct, pages};
use crate::following;
use crate::minutes::{self, ShowMinutes};
use crate::sittings;

/// Answers what the policies must know of a meeting: whether it is kept for members.
pub(crate) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |connection| {
        let Some(symbol) = symbol else { return Ok(None) };
        let meeting = queries::one(connection, &symbol)?;
        Ok(meeting.map(|meeting| meeting.resource()))
    }
}

/// Reads the meeting that was opened.
pub(crate) fn meeting<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Meeting, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|connection| queries::one(connection, &symbol))?.ok_or(Refusal::NotFound)
}

/// Shows a meeting.
pub(super) async fn page(
    desk: Permitted<ShowMeeting>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let meeting = meeting(&reader, &reference)?;
    let may_change =
        !meeting.standing.is_over() && reader.ground().policy.allows::<ChangeMeeting>(reader.caller(), &resource);
    let members_only = pages::sees_members_only(&reader);
    let confined = !reader.caller().confined.is_empty();
    let (changes, mut children) = reader.ask(|now| {
        Ok((queries::changes(now, &meeting.symbol)?, queries::children(now, &meeting.symbol, members_only)?))
    })?;
    // Who is invited to one meeting is invited to none of those below it.
    children.retain(|_| !confined);
    let may_correct = reader.ground().policy.allows::<CorrectMeeting>(reader.caller(), &resource)
        && reader.ask(|now| correct::refusal(now, &meeting))?.is_none();
    let host = reader.ground().identity.party_name(meeting.host, visit.voice.language);
    let sitting = sittings::on_meeting(&reader, &visit, &meeting)?;
    let has_minutes = reader.ask(|now| minutes::resource(now, &reference))?;
    let has_minutes =
        has_minutes.is_some_and(|about| reader.ground().policy.allows::<ShowMinutes>(reader.caller(), &about));
    let follow = following::button(&reader, &visit, following::Kind::Meeting, meeting.symbol.as_str())?;
    let shown = Shown {
        meeting: &meeting,
        changes: &changes,
        children: &children,
        host: &host,
        follow,
        sitting,
        has_minutes,
        may_change,
        may_correct,
    };
    Ok(visit.page("meetings-meeting", shown.markup(&visit, query.0.typed("done"))))
}

/// Answers one meeting.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}",
    operation_id = "show_meeting",
    tag = "meetings",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The meeting", body = MeetingShown),
        (status = 404, description = "No such meeting that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowMeeting>,
    Path(reference): Path<String>,
) -> Result<axum::Json<MeetingShown>, Refusal> {
    let resource = desk.about(resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(MeetingShown::of(&meeting(&reader, &reference)?)))
}

/// What the page shows.
struct Shown<'a> {
    meeting: &'a Meeting,
    changes: &'a [Change],
    children: &'a [Meeting],
    host: &'a str,
    /// The button to follow it.
    follow: Markup,
    /// Agenda, attendance and statements, as their own room draws them.
    sitting: Markup,
    /// Whether there is a page of minutes for whoever reads.
    has_minutes: bool,
    may_change: bool,
    may_correct: bool,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit, done: &str) -> Markup {
        let (voice, meeting) = (&visit.voice, self.meeting);
        let path = format!("/meetings/{}", meeting.symbol.in_address());
        html! {
            h1 { (pages::title(voice, meeting)) }
            @match done {
                "planned" => (parts::notice(Tone::Done, html! { p { (voice.t("meetings-done-planned")) } })),
                "changed" => (parts::notice(Tone::Done, html! { p { (voice.t("meetings-done-changed")) } })),
                "corrected" => (parts::notice(Tone::Done, html! { p { (voice.t("meetings-done-corrected")) } })),
                _ => {},
            }
            (parts::two_columns(
                html! {
                    (pages::facts(voice, meeting, self.host))
                    (self.follow)
                    @if self.may_change {
                        div .row {
                            a .button .plain href={ (path) "/change" } { (voice.t("meetings-change")) }
                            @if self.may_correct { a .button .plain href={ (path) "/correct" } { (voice.t("meetings-correct")) } }
                        }
                    }
                    @if !self.children.is_empty() {
                        (pages::meetings(voice, voice.t("meetings-children").into_owned(), self.children))
                    }
                    (self.sitting)
                    @if self.has_minutes { p { a href={ (path) "/minutes" } { (voice.t("meetings-minutes")) } } }
                },
                parts::card("history", &voice.t("meetings-history"), self.history(visit)),
            ))
            p { a href="/meetings" { (voice.t("meetings-back")) } }
        }
    }

    fn history(&self, visit: &Visit) -> Markup {
        let voice = &visit.voice;
        let steps: Vec<Step> = self
            .changes
            .iter()
            .map(|change| Step {
                stand: Stand::Past,
                text: html! {
                    @match &change.was {
                        Some(_) => (voice.t("meetings-corrected")),
                        None => (voice.t(change.standing.key())),
                    }
                    @if let Some(days) = change.days { ": " (pages::days(voice, days.0, days.1)) }
                    @if let Some(place) = &change.place { ", " (place) }
                    @if !change.note.is_empty() { ". " (change.note) }
                    @if let Some(was) = &change.was {
                        ". " (voice.t("meetings-was")) ": " (was.symbol) ", "
                        (voice.tn("meetings-numbered", &[("series", was.series.as_str().into()), ("number", was.number.into())])) ", "
                        (pages::own_title(voice, &was.title_en, &was.title_es))
                    }
                },
                when: Some(voice.instant(change.at)),
            })
            .collect();
        parts::timeline(voice, &steps)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;

    #[tokio::test]
    async fn what_is_kept_for_members_is_not_there_for_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let mut kept = called("RCM/VIII");
        kept.push(("members_only", "yes"));
        let path = path_of(specimen.post(&coordinator, "/meetings/plan", &kept).await);
        let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
        assert_eq!(specimen.get(Some(&member), &path).await.status, 200);
        let (hidden, absent) =
            (specimen.get(Some(&observer), &path).await, specimen.get(Some(&observer), "/meetings/RCM-IX").await);
        assert!(hidden.status == 404 && absent.status == 404);
        assert!(specimen.get(Some(&member), "/meetings").await.body.contains("RCM/VIII"));
        assert!(!specimen.get(Some(&observer), "/meetings").await.body.contains("RCM/VIII"));
    }

    #[tokio::test]
    async fn every_page_speaks_three_languages() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let meeting = plan(&specimen, &coordinator, "RCM/VIII").await;
        let pages = ["/meetings", "/meetings/plan", &meeting, &format!("{meeting}/change")];
        for path in pages {
            for language in ["en", "es", "fr"] {
                let page = get_in(&specimen, &coordinator, path, language).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
                assert!(!crate::meetings::samples::shows_a_key(&page.body, "meetings"), "{path}: a text is missing");
            }
        }
        let absent = specimen.signed_in("MEX", "delegate", Purpose::Secretariat);
        for reference in ["RCM%2FVIII", "rcm-viii", "-", "%FF"] {
            assert_ne!(specimen.get(Some(&absent), &format!("/meetings/{reference}")).await.status, 500);
        }
    }
}
