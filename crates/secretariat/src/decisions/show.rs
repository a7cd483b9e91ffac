//! The act "open one decision": its texts, what it asks of whom by when, its links, and what came later.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{Stand, Step, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice, parts};
use conference::due::slip_days;
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::api::{AskShown, DecisionShown, LaterShown, LinkShown};
use super::decision::{Ask, LinkKind, Tongue};
use super::due_days::{Today, due_on};
use super::permits::{RecordHistory, ShowDecision};
use super::queries::{self, Decision, Later, Linked};
use super::said::{duty_key, rule_in_words, verb_key, voiced};
use super::{form, pages};
use crate::meetings::{self, Meeting, Symbol};
use crate::obligations;

/// Answers what the policies must know of a decision: whether its meeting is kept for members.
pub(crate) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |connection| {
        let Some(symbol) = symbol else { return Ok(None) };
        let decision = queries::one(connection, &symbol)?;
        Ok(decision.map(|decision| Resource {
            status: if decision.members_only { pages::MEMBERS_ONLY } else { pages::OPEN },
            about: symbol.to_string(),
            ..Resource::default()
        }))
    }
}

/// All that is known of a decision now.
pub(super) struct Known {
    pub(super) decision: Decision,
    pub(super) later: Vec<Later>,
    links: Vec<Linked>,
    /// The day of each thing it asks, where it is known.
    pub(super) due: Vec<Option<Date>>,
    /// The meetings at which it is discussed.
    discussed: Vec<Meeting>,
}

/// Reads all that is known of a decision.
pub(super) fn known<P: Permit>(reader: &Reader<P>, symbol: &Symbol) -> Result<Known, Refusal> {
    let today = Today::at_the_seat(reader.ground());
    let known = reader.ask(|now| {
        let Some(decision) = queries::one(now, symbol)? else { return Ok(None) };
        let (later, links) = (queries::later(now, symbol)?, queries::links(now, symbol)?);
        let mut due = Vec::new();
        for ask in &decision.content.asks {
            due.push(match &ask.rule {
                Some(rule) => due_on(now, &decision, &later, rule, &today)?,
                None => None,
            });
        }
        let mut discussed = Vec::new();
        for symbol in queries::discussed_at(now, symbol)? {
            discussed.extend(meetings::one(now, &symbol)?);
        }
        Ok(Some(Known { decision, later, links, due, discussed }))
    })?;
    known.ok_or(Refusal::NotFound)
}

/// Shows a decision.
pub(super) async fn page(
    desk: Permitted<ShowDecision>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let symbol = Symbol::from_address(&reference).map_err(|_| Refusal::NotFound)?;
    let known = known(&reader, &symbol)?;
    let may_record = reader.ground().policy.allows::<RecordHistory>(reader.caller(), &Resource::room());
    let path = format!("/decisions/{}", symbol.in_address());
    let voice = &visit.voice;
    let duties = obligations::of_decision(&reader, voice, &symbol)?;
    Ok(visit.page(
        "decisions-decision",
        html! {
            h1 { (voice.tn("decisions-title", &[("symbol", symbol.to_string().into())])) }
            @match query.0.typed("done") {
                "adopted" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-adopted")) } })),
                "recorded" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-recorded")) } })),
                _ => {},
            }
            (parts::two_columns(
                html! {
                    (known.texts(voice))
                    (known.asks(&reader, voice))
                    @if let Some(duties) = duties { section .card { (duties) } }
                },
                html! {
                    (known.facts(voice))
                    p { a href={ (path) "/certificate" } { (voice.t("decisions-certificate")) } }
                    @if !known.links.is_empty() { (parts::card("links", &voice.t("decisions-links"), known.linked(voice))) }
                    (parts::card("history", &voice.t("decisions-history"), known.history(voice)))
                    @if may_record { div .row { a .button .plain href={ (path) "/history" } { (voice.t("decisions-record")) } } }
                },
            ))
            p { a href="/decisions" { (voice.t("decisions-back")) } }
        },
    ))
}

/// Answers one decision.
#[utoipa::path(
    get,
    path = "/api/v1/decisions/{reference}",
    operation_id = "show_decision",
    tag = "decisions",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The decision", body = DecisionShown),
        (status = 404, description = "No such decision that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowDecision>,
    Path(reference): Path<String>,
) -> Result<axum::Json<DecisionShown>, Refusal> {
    let resource = desk.about(resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let symbol = Symbol::from_address(&reference).map_err(|_| Refusal::NotFound)?;
    Ok(axum::Json(shown(&reader, &symbol)?))
}

/// Answers a decision for machines.
pub(super) fn shown<P: Permit>(reader: &Reader<P>, symbol: &Symbol) -> Result<DecisionShown, Refusal> {
    let Known { decision, later, links, due, .. } = known(reader, symbol)?;
    let content = decision.content;
    let asks = content.asks.iter().zip(due).map(|(ask, due)| AskShown {
        verb: ask.verb.code().to_owned(),
        duty: duty_key(ask.verb.duty()).trim_start_matches("decisions-duty-").to_owned(),
        addressees: ask.addressees.clone(),
        each: ask.each,
        due: ask.rule.as_ref().map(ToString::to_string).unwrap_or_default(),
        due_on: due.map(|day| day.to_string()),
        lapses: ask.lapses,
    });
    let links = links.into_iter().map(|link| LinkShown {
        kind: link.kind.code().to_owned(),
        back: link.back,
        to: link.other.to_string(),
    });
    let later = later.into_iter().map(|later| LaterShown {
        kind: later.kind,
        on: later.day.map(|day| day.to_string()),
        text: later.what,
        detail: later.detail,
        recorded_at: later.at.to_string(),
    });
    Ok(DecisionShown {
        symbol: decision.symbol.to_string(),
        reference: decision.symbol.in_address(),
        meeting: decision.meeting.to_string(),
        round: decision.round.as_ref().map(Symbol::to_string),
        adopted_on: decision.adopted_on.to_string(),
        number: content.number,
        original: content.original.code().to_owned(),
        sha256_en: sha256(&content.text_en),
        sha256_es: sha256(&content.text_es),
        asks: asks.collect(),
        text_en: content.text_en,
        text_es: content.text_es,
        divergence: content.divergence,
        condition: content.condition,
        links: links.collect(),
        later: later.collect(),
        position: decision.position,
        recorded_at: decision.at.to_string(),
    })
}

/// Answers the SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Answers the SHA-256 of a text in UTF-8.
pub(super) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

impl Known {
    fn texts(&self, voice: &Voice) -> Markup {
        let content = &self.decision.content;
        let there = Tongue::ALL.into_iter().filter(|tongue| !content.text(*tongue).is_empty());
        html! {
            @for tongue in there {
                @let id = format!("text-{tongue}");
                (parts::card(&id, &voice.t(tongue.key()), html! {
                    (pages::lines(tongue, content.text(tongue)))
                    @for corrected in self.corrections(tongue) { (correction(voice, tongue, corrected)) }
                }))
            }
            @if !content.divergence.is_empty() {
                (parts::notice(Tone::Soon, html! { p { strong { (voice.t("decisions-divergence")) ": " } (content.divergence) } }))
            }
            @if !content.condition.is_empty() {
                (parts::notice(Tone::Quiet, html! { p { strong { (voice.t("decisions-condition")) ": " } (content.condition) } }))
            }
        }
    }

    fn corrections(&self, tongue: Tongue) -> impl Iterator<Item = &Later> {
        self.later.iter().filter(move |later| later.kind == "corrected" && later.language == Some(tongue))
    }

    fn asks<P: Permit>(&self, reader: &Reader<P>, voice: &Voice) -> Markup {
        let heading = |key| Column::text(voice.t(key).into_owned());
        let rows = self.decision.content.asks.iter().zip(&self.due).map(|(ask, due)| {
            let name = |name: &String| form::addressee_name(reader.ground(), voice, name);
            let names: Vec<String> = ask.addressees.iter().map(name).collect();
            vec![
                html! {
                    (voice.t(&verb_key(ask.verb)))
                    @if ask.lapses { br; small { (voice.t("decisions-lapses")) } }
                },
                html! { (voice.t(duty_key(ask.verb.duty()))) },
                html! { (names.join(", ")) @if ask.each { br; small { (voice.t("decisions-each")) } } },
                self.due(voice, ask, *due),
            ]
        });
        let rows = rows.collect();
        let columns = vec![
            heading("decisions-verb"),
            heading("decisions-duty"),
            heading("decisions-addressee"),
            heading("decisions-due"),
        ];
        let caption = voice.t("decisions-asks").into_owned();
        table(voice, &Table { id: "asks", caption, columns, rows, empty: "decisions-asks-empty" })
    }

    /// Says when something is due, and by how many days the meeting that discusses it missed that.
    fn due(&self, voice: &Voice, ask: &Ask, due: Option<Date>) -> Markup {
        let Some(rule) = &ask.rule else { return html! {} };
        html! {
            @match due { Some(day) => { (voice.date(day)) }, None => { (voice.t("decisions-due-open")) } }
            br; small { (rule_in_words(rule, &voiced(voice))) }
            @for meeting in &self.discussed {
                @let slip = due.map_or(0, |due| slip_days(due, meeting.first_on));
                @if slip > 0 && !meeting.is_cancelled() {
                    br; (parts::tag(Tone::Late, &voice.tn("decisions-slip", &[("days", slip.into())]))) " "
                    a href={ "/meetings/" (meeting.symbol.in_address()) } { (meeting.symbol) }
                }
            }
        }
    }

    fn facts(&self, voice: &Voice) -> Markup {
        let decision = &self.decision;
        let meeting = html! { a href={ "/meetings/" (decision.meeting.in_address()) } { (decision.meeting) } };
        let original = html! { (voice.t(decision.content.original.key())) };
        let (symbol, adopted) = (voice.t("decisions-symbol"), voice.t("decisions-adopted-on"));
        let (by, drafted) = (voice.t("decisions-meeting"), voice.t("decisions-original"));
        let (round, recorded) = (voice.t("decisions-round"), voice.t("decisions-recorded-at"));
        let place = voice.t("decisions-position");
        let mut facts = vec![
            (&*symbol, html! { (decision.symbol) }),
            (&*adopted, voice.date(decision.adopted_on)),
            (&*by, meeting),
            (&*drafted, original),
        ];
        if let Some(symbol) = &decision.round {
            facts.push((&*round, html! { (symbol) }));
        }
        facts.push((&*recorded, voice.instant(decision.at)));
        facts.push((&*place, html! { (decision.position) }));
        parts::facts(&facts)
    }

    fn linked(&self, voice: &Voice) -> Markup {
        html! { ul { @for link in &self.links { li {
            (voice.t(if link.back { link.kind.key_back() } else { link.kind.key() })) " "
            @let room = if link.kind == LinkKind::DiscussedAt && !link.back { "meetings" } else { "decisions" };
            a href={ "/" (room) "/" (link.other.in_address()) } { (link.other) }
        } } } }
    }

    fn history(&self, voice: &Voice) -> Markup {
        let adopted = Step {
            stand: Stand::Past,
            text: html! { (voice.t("decisions-was-adopted")) },
            when: Some(voice.date(self.decision.adopted_on)),
        };
        let later = self.later.iter().map(|later| Step {
            stand: Stand::Past,
            text: told(voice, later),
            when: Some(later.day.map_or_else(|| voice.instant(later.at), |day| voice.date(day))),
        });
        let steps: Vec<Step> = std::iter::once(adopted).chain(later).collect();
        parts::timeline(voice, &steps)
    }
}

fn correction(voice: &Voice, tongue: Tongue, corrected: &Later) -> Markup {
    parts::notice(
        Tone::Soon,
        html! {
            p { strong { (voice.t("decisions-corrected")) ": " } (corrected.detail) " " small { (voice.instant(corrected.at)) } }
            (pages::lines(tongue, &corrected.what))
        },
    )
}

fn told(voice: &Voice, later: &Later) -> Markup {
    match later.kind.as_str() {
        "corrected" => html! { (voice.t("decisions-corrected")) ": " (later.detail) },
        "linked" => {
            let kind: Option<LinkKind> = later.detail.parse().ok();
            html! { @if let Some(kind) = kind { (voice.t(kind.key())) " " } (later.what) }
        }
        "happened" => {
            html! { (voice.t("decisions-happened")) ": " (later.what) @if !later.detail.is_empty() { " (" (later.detail) ")" } }
        }
        _ => html! { (later.what) @if !later.detail.is_empty() { " (" (later.detail) ")" } },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;

    #[tokio::test]
    async fn two_that_are_discussed_at_one_late_meeting_say_each_other_and_its_slip() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let mut workshop = called("RET/I");
        workshop.retain(|(name, _)| {
            !name.starts_with("first_on")
                && !name.starts_with("last_on")
                && !["series", "number", "host"].contains(name)
        });
        workshop.extend([("series", "RET"), ("number", "1"), ("host", "SLV")]);
        for day in ["first_on", "last_on"] {
            for (part, value) in [("day", "1"), ("month", "12"), ("year", "2003")] {
                workshop.push((format!("{day}-{part}").leak(), value));
            }
        }
        path_of(specimen.post(&coordinator, "/meetings/plan", &workshop).await);
        for number in ["7", "9"] {
            let mut decided = decided(number);
            decided.retain(|(name, _)| *name != "due_1");
            decided.extend([
                ("due_1", "2 months after adoption"),
                ("link_kind_1", "discussed_at"),
                ("link_to_1", "RET/I"),
            ]);
            path_of(specimen.post(&coordinator, "/decisions/add", &decided).await);
        }
        let page = specimen.get(Some(&coordinator), "/decisions/RCM-VIII-2003-DEC-7").await.body;
        assert!(page.contains("2003-07-30") && page.contains("124"), "{page}");
        assert!(page.contains("RCM/VIII/2003/DEC/9") && page.contains("RET/I"), "{page}");
    }

    #[tokio::test]
    async fn what_a_meeting_keeps_for_members_is_not_there_for_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let mut kept = called("RCM/VIII");
        kept.push(("members_only", "yes"));
        path_of(specimen.post(&coordinator, "/meetings/plan", &kept).await);
        let path = decide(&specimen, &coordinator, "15").await;
        let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
        assert_eq!(specimen.get(Some(&member), &path).await.status, 200);
        assert_eq!(specimen.get(Some(&observer), &path).await.status, 404);
        assert!(specimen.get(Some(&member), "/decisions").await.body.contains("DEC/15"));
        assert!(!specimen.get(Some(&observer), "/decisions").await.body.contains("DEC/15"));
    }

    #[tokio::test]
    async fn every_page_speaks_three_languages() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let decision = decide(&specimen, &coordinator, "15").await;
        let pages = ["/decisions", "/decisions/add", &decision];
        for path in pages {
            for language in ["en", "es", "fr"] {
                let page = get_in(&specimen, &coordinator, path, language).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
                assert!(!crate::meetings::samples::shows_a_key(&page.body, "decisions"), "{path}: a text is missing");
            }
        }
        for reference in ["RCM%2FVIII", "rcm-viii", "-", "%FF"] {
            assert_ne!(specimen.get(Some(&coordinator), &format!("/decisions/{reference}")).await.status, 500);
        }
    }
}
