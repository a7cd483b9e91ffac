//! One alert of one's own State: of whom, and where it stands. Why, and what is asked for, opens on its own page and is written
//! down as a look of its own.

use axum::extract::Path;
use base::access::Permit;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::fields;
use base::web::parts::{self, Tone};
use base::web::{Asked, Refusal, Visit};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::blocks::Duty;
use super::coded::Standing;
use super::flags::queries::FlaggedBy;
use super::handling::shown;
use super::life::{self, Act};
use super::matches::MatchOutcome;
use super::permits::{
    ActivateAlert, CorrectAlert, ExtendAlert, PermitHandling, ProposeAlert, ReadSealed, ShowAlert, ShowMisused,
    WithdrawAlert,
};
use super::queries::{self, Alert, Judgement, MetOnce, Version};
use super::{blocks, consultations, flags, found, pages, proposals, today};

/// Outcomes that are shown one by one.
const MET_SHOWN: usize = 10;

/// Shows an alert.
pub(super) async fn page(
    permitted: Permitted<ShowAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let latest = found::version(&reader, &alert, alert.version)?;
    let question = reader.ask(|connection| queries::question(connection, &alert))?;
    let question = question.filter(|_| alert.life.standing == Standing::Draft);
    let question = question.map(|words| words.open(reader.ground().keys.sealer())).transpose()?;
    let met = reader.ask(|connection| queries::met(connection, alert.id))?;
    let mistaken = reader.ask(|connection| queries::is_mistaken(connection, alert.id, today(reader.now())))?;
    let flags = reader.ask(|connection| flags::queries::set_on(connection, alert.id))?;
    let blocked = reader.ask(|connection| blocks::is_blocked(connection, alert.id))?;
    let side = reader.ask(|connection| {
        consultations::queries::side_of(connection, reader.caller().state, alert.id, today(reader.now()))
    })?;
    let notice = reader.ask(|connection| proposals::queries::notice(connection, alert.id))?;
    let waiting = reader.ask(|connection| proposals::queries::open(connection, alert.id, today(reader.now())))?;
    let duty = reader.ask(|connection| blocks::duty(connection, alert.id))?;
    let handling = shown::read(&reader, alert.id, alert.version)?;
    let (voice, day) = (&visit.voice, today(reader.now()));
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.tn("alerts-heading", &[("reference", alert.reference.as_str().into())])) }
        p { (pages::category(voice, alert.category)) " " (pages::standing(voice, &alert.life, day)) }
        @if let Some(question) = question {
            (parts::notice(Tone::Soon, html! { p { (voice.t("alerts-question-asked")) br; q { (question) } } }))
        }
        (shown::notice(voice, handling.as_ref()))
        @if blocked { (parts::notice(Tone::Late, html! { p { (voice.t("alerts-blocked-about")) } })) }
        @if let Some(side) = side { (consultations::notice(&visit, side)) }
        @if let Some(notice) = notice.filter(|_| !alert.life.has_ended(day)) { (proposals::noticed(&visit, &reference, &notice)) }
        @if waiting > 0 { (parts::notice(Tone::Soon, html! { p {
            (voice.tn("alerts-proposal-waiting", &[("count", waiting.into())])) " "
            a href="/alerts/proposals" { (voice.t("alerts-proposals-title")) }
        } })) }
        @if let Some(duty) = &duty { (ruled(&visit, duty)) }
        @if mistaken { (parts::notice(Tone::Late, html! { p { (voice.t("alerts-met-review")) } })) }
        (parts::two_columns(
            html! {
                @if !flags.is_empty() { (parts::card("flags", &voice.t("alerts-flag-by"), flagged(&reader, &visit, &flags))) }
                @if !met.is_empty() {
                    (parts::card("met", &voice.t("alerts-met-course"), html! {
                        (course(&reader, &visit, &met))
                        p { a href={ "/alerts/" (reference) "/supplements" } { (voice.t("alerts-supplement-title")) } }
                    }))
                }
                (parts::card("who", &voice.t("alerts-who"), html! {
                    (pages::subject(voice, &latest.subject))
                    (pages::year_at_best(voice, &latest.subject))
                }))
                (parts::card("why", &voice.t("alerts-sealed"), html! {
                    p { (voice.t("alerts-sealed-closed")) }
                    p { a .button .plain href={ "/alerts/" (reference) "/reason" } { (voice.t("alerts-sealed-open")) } }
                }))
            },
            html! {
                (parts::card("days", &voice.t("alerts-days"), days(&visit, &alert, day)))
                (acts(&reader, &visit, &alert, &latest, day))
            },
        ))
    };
    Ok(base::web::shell::page(voice, &visit.frame.clone().titled(alert.reference.clone()), body))
}

/// Shows why somebody is looked for and what is asked for.
pub(super) async fn reason(
    permitted: Permitted<ReadSealed>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let sealed = found::sealed(&reader, &alert, alert.version)?;
    let sealer = reader.ground().keys.sealer();
    let opened = |one: &Judgement| Ok::<_, StoreError>((one.grave.open(sealer)?, one.gentler.open(sealer)?));
    let judgements = found::judgements(&reader, &alert)?.iter().map(opened).collect::<Result<Vec<_>, StoreError>>()?;
    let handling = shown::read(&reader, alert.id, alert.version)?;
    let voice = &visit.voice;
    let path = format!("/alerts/{reference}");
    let (grave, gentler) = (voice.t("alerts-grave"), voice.t("alerts-gentler"));
    let body = html! {
        h1 { (voice.t("alerts-sealed")) }
        p { (pages::category(voice, alert.category)) " " span .mono { (reference) } }
        (shown::notice(voice, handling.as_ref()))
        (parts::card("why", &voice.t("alerts-sealed-of"), pages::sealed(voice, &sealed)))
        @if !judgements.is_empty() {
            (parts::card("record", &voice.t("alerts-proportion"), html! {
                @for (why_grave, why_gentler) in &judgements {
                    (parts::facts(&[(&*grave, html! { (why_grave) }), (&*gentler, html! { (why_gentler) })]))
                }
            }))
        }
        p { a href=(path) { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-sealed", body))
}

/// Draws what the panel has decided, and whether it is still to be done.
fn ruled(visit: &Visit, duty: &Duty) -> Markup {
    let voice = &visit.voice;
    let (tone, key) = if duty.done { (Tone::Done, "alerts-duty-done") } else { (Tone::Late, "alerts-duty-open") };
    parts::notice(
        tone,
        html! { p { strong { (voice.t(duty.ruling.key())) } " " (voice.instant(duty.since)) ". " (voice.t(key)) } },
    )
}

/// Draws which States do not act on it as it asks, since when and why; not what their officers see.
fn flagged(reader: &Reader<ShowAlert>, visit: &Visit, flags: &[FlaggedBy]) -> Markup {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    html! {
        p { (voice.t("alerts-flag-by-about")) }
        ul { @for flag in flags {
            li { (identity.party_name(flag.state, voice.language)) ", " (voice.instant(flag.since)) ": " (voice.t(flag.reason.key())) }
        } }
    }
}

/// Draws what came of possible matches: counted, and the last of them by State and time, without the officer.
fn course(reader: &Reader<ShowAlert>, visit: &Visit, met: &[MetOnce]) -> Markup {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let counted: Vec<_> = MatchOutcome::ALL
        .iter()
        .map(|outcome| (voice.t(outcome.key()), met.iter().filter(|one| one.outcome == *outcome).count()))
        .collect();
    let facts: Vec<(&str, Markup)> = counted.iter().map(|(name, count)| (&**name, html! { (count) })).collect();
    let tone = |outcome| if outcome == MatchOutcome::Confirmed { Tone::Soon } else { Tone::Quiet };
    html! {
        (parts::facts(&facts))
        ul { @for one in met.iter().take(MET_SHOWN) {
            li {
                (parts::tag(tone(one.outcome), &voice.t(one.outcome.key()))) " "
                (identity.party_name(one.state, voice.language)) ", " (voice.instant(one.at))
            }
        } }
    }
}

fn days(visit: &Visit, alert: &Alert, today: Date) -> Markup {
    let voice = &visit.voice;
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    match &alert.life.term {
        Some(term) => facts.push(("alerts-until", voice.date(term.until))),
        None => facts.push(("alerts-waits-until", voice.date(alert.life.waits_until))),
    }
    if let Some(day) = alert.life.withdrawn_on {
        facts.push(("alerts-withdrawn-on", voice.date(day)));
    }
    if let Some(ending) = alert.ending {
        facts.push(("alerts-ending", html! { (voice.t(ending.key())) }));
    }
    if alert.life.has_ended(today) {
        facts.push(("alerts-destroyed-on", voice.date(alert.life.destroyed_on())));
    }
    let named: Vec<_> = facts.into_iter().map(|(key, value)| (voice.t(key), value)).collect();
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    parts::facts(&facts)
}

fn may<P: Permit>(reader: &Reader<ShowAlert>, alert: &Alert) -> bool {
    let caller = reader.caller();
    let fits = caller.purpose.is_some_and(|purpose| P::PURPOSES.contains(&purpose));
    fits && reader.ground().policy.allows::<P>(caller, &alert.resource())
}

/// Draws what this reader may do to the alert where it stands.
fn acts(reader: &Reader<ShowAlert>, visit: &Visit, alert: &Alert, latest: &Version, today: Date) -> Markup {
    let (voice, path) = (&visit.voice, format!("/alerts/{}", alert.reference));
    // Any day that has not come will do: the act itself counts the right one.
    let later = today.saturating_add(1.day());
    let possible = |act| alert.life.after(act, reader.caller().person, today).is_ok();
    let mut ways: Vec<(&str, &str)> = Vec::new();
    if may::<ActivateAlert>(reader, alert) && possible(Act::Activate(later)) {
        ways.push(("activate", "alerts-activate-title"));
    }
    if may::<ExtendAlert>(reader, alert) && possible(Act::Extend(later)) {
        ways.push(("extend", "alerts-extend-title"));
    }
    if may::<CorrectAlert>(reader, alert) && possible(Act::Correct) {
        ways.push(("correct", "alerts-correct-title"));
    }
    if may::<WithdrawAlert>(reader, alert) && possible(Act::Withdraw) {
        ways.push(("withdraw", "alerts-withdraw-title"));
    }
    if may::<PermitHandling>(reader, alert) && alert.life.in_force(today) {
        ways.push(("permit", "alerts-permit-title"));
    }
    if may::<ShowMisused>(reader, alert) && !alert.life.has_ended(today) {
        ways.push(("misused", "alerts-misused-title"));
    }
    let propose = may::<ProposeAlert>(reader, alert) && possible(Act::Propose);
    html! {
        @if propose || !ways.is_empty() {
            (parts::card("acts", &voice.t("alerts-acts"), html! {
                @if propose {
                    (fields::form(&format!("{path}/propose"), visit.csrf(), html! {
                        (fields::hidden("seen", &hex::encode(latest.hash)))
                        p { (voice.tn("alerts-propose-about", &[("days", i64::from(life::DRAFT_DAYS).into())])) }
                        button type="submit" { (voice.t("alerts-propose-act")) }
                    }))
                }
                div .row { @for (end, key) in &ways { a .button .plain href={ (path) "/" (end) } { (voice.t(key)) } } }
            }))
        }
    }
}
