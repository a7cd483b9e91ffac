//! The page "today": what waits for whoever reads, overdue first, with every deadline on the reader's clock.

use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::identity::recovery_begun_by;
use base::store::StoreError;
use base::web::figures::{Bar, Chart, bar_chart};
use base::web::parts::{self, Tone};
use base::web::shell::ACCOUNT_PATH;
use base::web::{Refusal, Visit, Voice};
use base::words::Language;
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;

use super::permits::ShowToday;
use super::waiting::{Asked, Waiting, When};
use crate::{
    campaigns, comments, evaluations, exercises, following, meetings, minutes, obligations, sheets, silence, sittings,
    training,
};

/// How far ahead the page looks, in days: what is due later is on the list of obligations.
const AHEAD_DAYS: i64 = 120;

/// Things that the page draws under one heading at most: whoever has more to do is not helped by a longer page.
const DRAWN_MOST: usize = 100;

/// Answers who asks, from who is signed in; `ahead_days` says how far they look.
pub(super) fn asked<P: Permit>(reader: &Reader<P>, ahead_days: i64) -> Asked {
    let (ground, now) = (reader.ground(), reader.now());
    let seat = ground.identity.profile().zone.clone();
    let today = now.to_zoned_datetime(obligations::seat(ground)).date();
    Asked {
        party: reader.caller().state,
        coordinates: reader.caller().roles.contains(&"coordinator".to_owned()),
        presides: reader.caller().roles.contains(&"presidency".to_owned()),
        sees_members_only: obligations::sees_members_only(reader),
        now,
        seat,
        until: today.checked_add(jiff::Span::new().days(ahead_days)).unwrap_or(Date::MAX),
    }
}

/// Answers everything that waits, from all rooms, by its time; what has no day comes last.
pub(super) fn all_waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let mut waiting = obligations::waiting(now, asked)?;
    waiting.extend(campaigns::waiting(now, asked)?);
    waiting.extend(comments::waiting(now, asked)?);
    waiting.extend(evaluations::waiting(now, asked)?);
    waiting.extend(exercises::waiting(now, asked)?);
    waiting.extend(meetings::waiting(now, asked)?);
    waiting.extend(minutes::waiting(now, asked)?);
    waiting.extend(sheets::waiting(now, asked)?);
    waiting.extend(silence::waiting(now, asked)?);
    waiting.extend(sittings::waiting(now, asked)?);
    waiting.extend(training::waiting(now, asked)?);
    waiting.sort_by_key(|thing| (thing.ends_at(&asked.seat).is_none(), thing.ends_at(&asked.seat), thing.id.clone()));
    Ok(waiting)
}

/// Shows the page.
pub(super) async fn page(desk: Permitted<ShowToday>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let asked = asked(&reader, AHEAD_DAYS);
    let waiting = reader.ask(|now| all_waiting(now, &asked))?;
    let unread = following::unread(&reader)?;
    let recovery = recovery_begun_by(reader.ground(), reader.caller().person, reader.now())?;
    let late = if asked.coordinates { late_by_party(&reader, &visit.voice)? } else { Vec::new() };
    let (overdue, ahead): (Vec<&Waiting>, Vec<&Waiting>) = waiting.iter().partition(|thing| thing.is_overdue(&asked));
    let voice = &visit.voice;
    let party = reader.ground().identity.party_name(asked.party, voice.language);
    Ok(visit.page(
        "today-title",
        html! {
            h1 { (voice.t("today-title")) }
            p .aside { (voice.tn("today-about", &[("party", party.into())])) }
            @if let Some(name) = &recovery {
                (parts::notice(Tone::Late, html! {
                    p { (voice.tn("account-recovery", &[("name", name.as_str().into())])) }
                    p { a href=(ACCOUNT_PATH) { (voice.t("account-title")) } }
                }))
            }
            @if unread > 0 { p { a href="/following" { (voice.tn("following-today", &[("count", unread.into())])) } } }
            @if waiting.is_empty() { p { (voice.t("today-none")) } }
            @if !overdue.is_empty() { (parts::card("overdue", &voice.t("today-overdue"), things(voice, &asked, &overdue))) }
            @if !ahead.is_empty() { (parts::card("ahead", &voice.t("today-ahead"), things(voice, &asked, &ahead))) }
            @if !late.is_empty() {
                (bar_chart(voice, &Chart {
                    id: "late",
                    caption: voice.t("today-late-by").into_owned(),
                    labels: voice.t("today-party").into_owned(),
                    values: voice.t("today-late-count").into_owned(),
                    bars: late,
                    aim: None,
                }))
            }
            p { a href="/today/calendar" { (voice.t("today-calendar")) } }
            p { a href="/account/tokens" { (voice.t("today-subscribe")) } }
        },
    ))
}

fn late_by_party(reader: &Reader<ShowToday>, voice: &Voice) -> Result<Vec<Bar>, StoreError> {
    let (now, seat) = (reader.now(), obligations::seat(reader.ground()));
    let counts = reader.ask(|tables| obligations::Look::begin(tables, now, &seat)?.counts(tables))?;
    let name = |code: &str| match code.parse() {
        Ok(party) => reader.ground().identity.party_name(party, voice.language),
        Err(_) => code.trim_start_matches("body:").to_owned(),
    };
    let late = counts.iter().filter(|(_, overdue, _)| *overdue > 0);
    Ok(late.map(|(code, overdue, _)| Bar { label: name(code), value: *overdue }).collect())
}

fn things(voice: &Voice, asked: &Asked, waiting: &[&Waiting]) -> Markup {
    let left = waiting.len().saturating_sub(DRAWN_MOST);
    html! {
        ul { @for thing in waiting.iter().take(DRAWN_MOST) { li { (drawn(voice, asked, thing)) } } }
        @if left > 0 {
            p {
                (voice.tn("today-more", &[("count", left.into())])) " "
                a href="/obligations" { (voice.t("room-obligations")) } ", "
                a href="/silence" { (voice.t("room-silence")) } ", "
                a href="/comments" { (voice.t("room-comments")) }
            }
        }
    }
}

fn drawn(voice: &Voice, asked: &Asked, thing: &Waiting) -> Markup {
    let what = if voice.language == Language::Es { &thing.what_es } else { &thing.what_en };
    let ends_at = thing.ends_at(&asked.seat);
    html! {
        a href=(thing.address) { (what) } br;
        (parts::tag(if thing.is_overdue(asked) { Tone::Late } else { Tone::Deep }, &voice.t(thing.kind_key))) " "
        @match (&thing.when, ends_at) {
            (When::Days { from, to, place, .. }, _) => {
                (voice.date(*from)) @if to != from { " – " (voice.date(*to)) } ", " (place)
            }
            (_, Some(at)) => { (voice.rich("today-until", &[], &[("at", voice.instant(at))])) }
            (_, None) => { (voice.t("today-no-day")) }
        }
        @if let Some((key, count)) = thing.note { " · " (voice.tn(key, &[("count", count.into())])) }
        @if let Some(at) = thing.reminded_at {
            br; strong { (voice.rich("today-reminded", &[], &[("at", voice.instant(at))])) }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::access::Purpose;
    use jiff::Timestamp;

    use super::*;
    use crate::meetings::samples::{delegate, specimen};

    #[test]
    fn the_page_has_an_end_and_says_what_is_beyond() {
        let specimen = specimen();
        let words = std::sync::Arc::clone(&specimen.ground.words);
        let voice = Voice { words, language: Language::En, zone: jiff::tz::TimeZone::UTC, now: specimen.clock.now() };
        let asked = Asked {
            party: "MEX".parse().unwrap(),
            coordinates: false,
            presides: false,
            sees_members_only: true,
            now: specimen.clock.now(),
            seat: "America/Costa_Rica".to_owned(),
            until: Date::MAX,
        };
        let thing = |at: usize| Waiting {
            id: at.to_string(),
            what_en: format!("Thing {at}."),
            what_es: String::new(),
            address: "/obligations".to_owned(),
            kind_key: "today-meeting",
            when: When::Open,
            done_at: None,
            changed_at: Timestamp::UNIX_EPOCH,
            reminded_at: None,
            note: None,
        };
        let all: Vec<Waiting> = (1..=DRAWN_MOST + 7).map(thing).collect();
        let drawn = |count: usize| things(&voice, &asked, &all.iter().take(count).collect::<Vec<_>>()).into_string();
        let (fits, more) = (drawn(DRAWN_MOST), drawn(all.len()));
        assert!(fits.contains("Thing 100.") && !fits.contains("<p>"), "{fits}");
        assert!(more.contains("Thing 100.") && !more.contains("Thing 101.") && more.contains("7 more"), "{more}");
    }

    #[tokio::test]
    async fn a_recovery_that_waits_stands_above_everything_else() {
        let specimen = specimen();
        let mexico = delegate(&specimen, "MEX");
        let administrator = specimen.signed_in("MEX", "state_administrator", Purpose::Administration);
        let told = async || {
            let page = specimen.get(Some(&mexico), "/today").await.body;
            page.contains(&administrator.caller.name) && page.contains("to give you a new start")
        };
        assert!(!told().await);
        let path = format!("/people/{}/recover", mexico.caller.person);
        let page = specimen.get(Some(&administrator), &path).await.body;
        let seen = page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        specimen.post(&administrator, &path, &[("seen", &seen)]).await;
        assert!(told().await);
        specimen.post(&mexico, "/account/recovery/stop", &[]).await;
        assert!(!told().await);
    }
}
