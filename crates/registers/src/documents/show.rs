//! One alert: what to look for, who answers for it, how it came about, and what the reader may do.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields;
use base::web::parts::{self, Stand, Step, Tone};
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::coded::{ReviewFinding, Standing, WithdrawalReason};
use super::found;
use super::life::{self, Act};
use super::pages::{self, Setting, done, facts, standing};
use super::permits::{ConfirmAlert, CorrectAlert, PublishAlert, ReviewAlert, ShowAlert, SupersedeAlert, WithdrawAlert};
use super::queries::{self, Alert, Event, Version};

/// Shows an alert.
pub(super) async fn page(
    permitted: Permitted<ShowAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let insider = insider(&reader, &alert);
    // Only those who work on it see a version that nobody published.
    let shown = asked.typed("version").parse().ok().filter(|_| insider).unwrap_or(alert.face_version());
    let version = reader.ask(|connection| queries::version(connection, alert.id, shown))?.ok_or(Refusal::NotFound)?;
    let events = reader.ask(|connection| queries::events(connection, alert.id))?;
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let seen = Seen { alert: &alert, version: &version, events: &events, insider };
    let body = html! {
        @if let Some(done) = done(&visit.voice, asked.typed("done")) { (done) }
        (heading(&setting, &seen))
        (parts::two_columns(
            html! {
                (parts::card("points", &visit.voice.t("documents-points"), html! {
                    (setting.points(&version.text))
                    p { a href={ "/documents/" (reference) "/card" } { (visit.voice.t("documents-card-title")) } }
                }))
                (acts(&reader, &visit, &alert))
            },
            html! {
                (parts::card("facts", &visit.voice.t("documents-facts"), facts(&all_facts(&setting, &seen))))
                (parts::card("timeline", &visit.voice.t("documents-timeline"), timeline(&setting, &seen)))
            },
        ))
    };
    let title = format!("{} · {}", setting.title(&version.text), alert.reference);
    Ok(base::web::shell::page(&visit.voice, &visit.frame.clone().titled(title), body))
}

/// Shows an alert on one page of paper.
pub(super) async fn card(
    permitted: Permitted<ShowAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let version = found::version(&reader, &alert, alert.face_version())?;
    let voice = &visit.voice;
    let setting = Setting::of(voice, reader.ground(), reader.now());
    let contact = setting.contact(alert.owner);
    let body = html! {
        article .quick {
            h1 { (setting.title(&version.text)) }
            p { (pages::class(voice, version.text.class)) " " (standing(voice, alert.face())) " " span .mono { (alert.reference) } }
            (warning(&setting, &alert))
            (setting.points(&version.text))
            p { (voice.tn("documents-card-call", &[("state", setting.state(alert.owner).into())]))
                @if !contact.is_empty() { " " strong { (contact) } } }
            p { (voice.t("documents-not-the-person")) }
            p .aside { (voice.tn("documents-card-age", &[("at", voice.instant_text(reader.now()).into()), ("day", setting.day(alert.expires_on).into())])) }
        }
    };
    Ok(visit.page("documents-card-title", body))
}

struct Seen<'a> {
    alert: &'a Alert,
    version: &'a Version,
    events: &'a [Event],
    insider: bool,
}

/// Answers whether the reader works on it: for its own State, or as the expert of another while it waits for one.
fn insider(reader: &Reader<ShowAlert>, alert: &Alert) -> bool {
    let unpublished = Resource { status: "returned", ..alert.as_it_stands() };
    may::<ShowAlert>(reader, &unpublished) || may::<ConfirmAlert>(reader, &alert.as_it_stands())
}

fn may<P: Permit>(reader: &Reader<ShowAlert>, resource: &Resource) -> bool {
    let caller = reader.caller();
    let fits = caller.purpose.is_some_and(|purpose| P::PURPOSES.contains(&purpose));
    fits && reader.ground().policy.allows::<P>(caller, resource)
}

fn heading(setting: &Setting<'_>, seen: &Seen<'_>) -> Markup {
    let (voice, alert) = (setting.voice, seen.alert);
    let pending = seen.insider && alert.published_version.is_some_and(|published| published < alert.version);
    let path = format!("/documents/{}", alert.reference);
    html! {
        h1 { (setting.title(&seen.version.text)) }
        p { (pages::class(voice, seen.version.text.class)) " " (standing(voice, shown_standing(seen))) " "
            span .mono { (alert.reference) } " "
            @if alert.version > 1 { (voice.tn("documents-version", &[("version", i64::from(seen.version.version).into())])) } }
        (warning(setting, alert))
        @if pending && seen.version.version != alert.version {
            (parts::notice(Tone::Deep, html! { p { (voice.t("documents-pending")) " "
                a href={ (path) "?version=" (alert.version) } { (voice.t("documents-pending-show")) } } }))
        }
    }
}

/// Where the version shown stands: the published one in force, the latest where the alert does.
fn shown_standing(seen: &Seen<'_>) -> Standing {
    let latest = seen.version.version == seen.alert.version;
    if latest && seen.insider { seen.alert.standing } else { seen.alert.face() }
}

/// Says what an officer must know before using it: that it no longer holds, or that a review is due.
fn warning(setting: &Setting<'_>, alert: &Alert) -> Markup {
    let voice = setting.voice;
    let due = alert.face() == Standing::Published && alert.review_on.is_some_and(|day| day <= setting.today);
    html! {
        @match alert.face() {
            Standing::Withdrawn | Standing::Retracted => {
                (parts::notice(Tone::Late, html! { p { (voice.t("documents-warning-withdrawn"))
                    @if let Some(reason) = alert.withdrawn_for { " " (voice.t(reason.key())) } } }))
            }
            Standing::Superseded => {
                (parts::notice(Tone::Late, html! { p { (voice.t("documents-warning-superseded"))
                    @if let Some(newer) = &alert.superseded_by { " " a href={ "/documents/" (newer) } { (newer) } } } }))
            }
            Standing::Submitted | Standing::Returned | Standing::Confirmed => {
                (parts::notice(Tone::Soon, html! { p { (voice.t("documents-warning-unpublished")) } }))
            }
            Standing::Published => {}
        }
        @if due { (parts::notice(Tone::Soon, html! { p { (voice.t("documents-warning-review")) } })) }
    }
}

fn all_facts(setting: &Setting<'_>, seen: &Seen<'_>) -> Vec<(String, Markup)> {
    let (voice, alert) = (setting.voice, seen.alert);
    let mut all = setting.facts_of(&seen.version.text);
    let contact = setting.contact(alert.owner);
    let mut fact = |key: &str, value: Markup| all.push((voice.t(key).into_owned(), value));
    fact("documents-reported-by", html! { (setting.state(alert.owner)) @if !contact.is_empty() { br; (contact) } });
    if let Some((state, _)) = seen.version.confirmed {
        fact("documents-confirmed-by", html! { (setting.state(state)) });
    }
    fact("documents-submitted-at", voice.instant(alert.submitted_at));
    if let Some(at) = seen.version.published_at {
        fact("documents-published-at", voice.instant(at));
    }
    if let Some(day) = alert.review_on {
        fact("documents-review-on", voice.date(day));
    }
    fact("documents-expires-on", voice.date(alert.expires_on));
    all
}

fn timeline(setting: &Setting<'_>, seen: &Seen<'_>) -> Markup {
    let voice = setting.voice;
    let mut steps: Vec<Step> =
        seen.events.iter().filter(|event| shows(seen, event)).map(|event| step(setting, seen, event)).collect();
    if let (Standing::Published, Some(day)) = (seen.alert.face(), seen.alert.review_on) {
        let stand = if day <= setting.today { Stand::Missed } else { Stand::Next };
        steps.push(Step { stand, text: html! { (voice.t("documents-step-review")) }, when: Some(voice.date(day)) });
    }
    steps.push(Step {
        stand: Stand::Next,
        text: html! { (voice.t("documents-step-expiry")) },
        when: Some(voice.date(seen.alert.expires_on)),
    });
    parts::timeline(voice, &steps)
}

/// Others see a version's steps once it was published; questions and answers stay between the two experts' States.
fn shows(seen: &Seen<'_>, event: &Event) -> bool {
    let published = seen.alert.published_version.unwrap_or(0);
    seen.insider || (event.kind != "returned" && event.version.is_none_or(|version| version <= published))
}

fn step(setting: &Setting<'_>, seen: &Seen<'_>, event: &Event) -> Step {
    let voice = setting.voice;
    let key = match event.kind.as_str() {
        "submitted" => "documents-step-submitted",
        "corrected" => "documents-step-corrected",
        "returned" => "documents-step-returned",
        "confirmed" => "documents-step-confirmed",
        "published" => "documents-step-published",
        "reviewed" => "documents-step-reviewed",
        "superseded" => "documents-step-superseded",
        _ => "documents-step-withdrawn",
    };
    let said = event.said.as_deref().map(|said| match event.kind.as_str() {
        "reviewed" => ReviewFinding::read(said).map_or(String::new(), |finding| voice.t(finding.key()).into_owned()),
        "withdrawn" => WithdrawalReason::read(said).map_or(String::new(), |reason| voice.t(reason.key()).into_owned()),
        _ if seen.insider => said.to_owned(),
        _ => String::new(),
    });
    let version = event.version.filter(|_| seen.alert.version > 1);
    let text = html! {
        (voice.tn(key, &[("state", setting.state(event.state).into())]))
        @if let Some(version) = version {
            " " @if seen.insider { a href={ "/documents/" (seen.alert.reference) "?version=" (version) } { (voice.tn("documents-version", &[("version", i64::from(version).into())])) } }
            @else { (voice.tn("documents-version", &[("version", i64::from(version).into())])) }
        }
        @if let Some(said) = said.filter(|said| !said.is_empty()) { br; q { (said) } }
    };
    Step { stand: Stand::Past, text, when: Some(voice.instant(event.at)) }
}

/// Draws what this reader may do to the alert where it stands.
fn acts(reader: &Reader<ShowAlert>, visit: &Visit, alert: &Alert) -> Markup {
    let (voice, resource) = (&visit.voice, alert.as_it_stands());
    let path = format!("/documents/{}", alert.reference);
    let possible = |act| life::allows(act, alert.standing, alert.published_version.is_some()).is_ok();
    let mut ways: Vec<(&str, &str)> = Vec::new();
    let mut way = |may: bool, act: Act, end: &'static str, key: &'static str| {
        if may && possible(act) {
            ways.push((end, key));
        }
    };
    way(may::<ConfirmAlert>(reader, &resource), Act::Confirm, "confirm", "documents-confirm-title");
    way(may::<PublishAlert>(reader, &resource), Act::Publish, "publish", "documents-publish-title");
    way(may::<ReviewAlert>(reader, &resource), Act::Review, "review", "documents-review-title");
    way(may::<SupersedeAlert>(reader, &resource), Act::Supersede, "supersede", "documents-supersede-title");
    way(may::<WithdrawAlert>(reader, &resource), Act::Withdraw, "withdraw", "documents-withdraw-title");
    let correct = may::<CorrectAlert>(reader, &resource) && possible(Act::Correct);
    html! {
        @if correct || !ways.is_empty() {
            (parts::card("acts", &voice.t("documents-acts"), html! {
                div .row {
                    @for (turn, (end, key)) in ways.iter().enumerate() {
                        a .button .plain[turn > 0] href={ (path) "/" (end) } { (voice.t(key)) }
                    }
                    @if correct {
                        (fields::form(&format!("{path}/correct"), visit.csrf(), html! {
                            button .plain type="submit" { (voice.t("documents-correct-title")) }
                        }))
                    }
                }
            }))
        }
    }
}
