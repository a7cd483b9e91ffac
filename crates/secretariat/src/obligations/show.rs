//! The act "open one obligation": what was ordered, where each who answers for it stands, and everything recorded of it.

use axum::extract::Path;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{Stand, Step, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Refusal, Visit, parts};
use conference::obligations::{Act, Owner, Standing};
use maud::{Markup, html};
use rusqlite::Connection;

use super::permits::{NoteObligation, SettleObligation, ShowObligation};
use super::queries::{Charged, Noted};
use super::reference::Reference;
use super::turn::{self, Look};
use super::{list, note, pages, settle};
use crate::{decisions, evaluations};

/// Answers what the policies must know of an obligation: whether it is kept for members.
pub(super) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let reference = Reference::from_address(reference).ok();
    move |connection| {
        let Some(reference) = reference else { return Ok(None) };
        let found = turn::read(connection, &reference)?;
        Ok(found.map(|(charged, _)| Resource {
            status: if charged.members_only { "members_only" } else { "open" },
            about: reference.to_string(),
            ..Resource::default()
        }))
    }
}

/// Shows an obligation.
pub(super) async fn page(
    desk: Permitted<ShowObligation>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let shown = Shown::read(&reader, &reference)?;
    Ok(visit.page("obligations-one", shown.markup(&visit, &Filled::new(), query.0.typed("done"))))
}

/// What the page shows.
pub(super) struct Shown {
    ground: std::sync::Arc<base::ground::Puebla>,
    pub(super) charged: Charged,
    pub(super) noted: Vec<Noted>,
    pub(super) standings: Vec<Standing>,
    /// Those of whose duties the reader may write down what came of them.
    noteable: Vec<Owner>,
    may_settle: bool,
    /// The recommendation that it came of, where it is one's to see.
    came_of: Option<evaluations::CameOf>,
}

impl Shown {
    pub(super) fn read<P: base::access::Permit>(reader: &Reader<P>, reference: &str) -> Result<Self, Refusal> {
        let reference = Reference::from_address(reference).map_err(|_| Refusal::NotFound)?;
        let (now, seat) = (reader.now(), list::seat(reader.ground()));
        let found = reader.ask(|tables| {
            let Some((charged, noted)) = turn::read(tables, &reference)? else { return Ok(None) };
            let standings = Look::begin(tables, now, &seat)?.standings(&charged, &noted);
            Ok(Some((charged, noted, standings)))
        })?;
        let (charged, noted, standings) = found.ok_or(Refusal::NotFound)?;
        let policy = &reader.ground().policy;
        let may = |of: &Owner| {
            let duty = note::resource_of(of, charged.members_only, String::new());
            policy.allows::<NoteObligation>(reader.caller(), &duty)
        };
        let noteable = charged.obligation.order().owners.iter().filter(|of| may(of)).cloned().collect();
        let may_settle = policy.allows::<SettleObligation>(reader.caller(), &Resource::room());
        let came_of = evaluations::came_of(reader, &charged.reference)?;
        Ok(Shown { ground: reader.ground().clone(), charged, noted, standings, noteable, may_settle, came_of })
    }

    pub(super) fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let voice = &visit.voice;
        let path = format!("/obligations/{}", self.charged.reference.in_address());
        html! {
            h1 { (pages::what(voice, &self.charged)) }
            @if done == "noted" { (parts::notice(Tone::Done, html! { p { (voice.t("obligations-done")) } })) }
            (base::web::fields::error_summary(voice, filled))
            (parts::two_columns(
                html! {
                    (self.facts(visit))
                    (self.standings(visit))
                    @if !self.noteable.is_empty() { (note::form(visit, self, &path, filled, &self.noteable)) }
                    @if self.may_settle { (settle::form(visit, self, &path, filled)) }
                },
                parts::card("history", &voice.t("obligations-history"), self.history(visit)),
            ))
            p { a href="/obligations" { (voice.t("obligations-back")) } }
        }
    }

    /// Names an owner in the reader's language.
    pub(super) fn name(&self, visit: &Visit, of: &Owner) -> String {
        pages::owner_name(&self.ground, &visit.voice, of)
    }

    fn facts(&self, visit: &Visit) -> Markup {
        let (voice, order) = (&visit.voice, self.charged.obligation.order());
        let mut facts = vec![
            ("obligations-reference", html! { span .mono { (self.charged.reference) } }),
            ("obligations-adopted", voice.date(self.charged.adopted_on)),
        ];
        if let Some(came_of) = &self.came_of {
            facts.push(("obligations-came-of", came_of.markup(voice)));
        }
        if let Some(rule) = &order.rule {
            facts.push(("obligations-rule", html! { (decisions::rule_in_words(rule, &decisions::voiced(voice))) }));
        }
        if let Some(condition) = &order.condition {
            facts.push(("obligations-condition", html! { (condition) }));
        }
        if order.lapses {
            facts.push(("obligations-lapses", html! { (voice.t("obligations-lapses-yes")) }));
        }
        let named: Vec<_> = facts.into_iter().map(|(key, value)| (voice.t(key), value)).collect();
        let borrowed: Vec<(&str, Markup)> = named.iter().map(|(key, value)| (&**key, value.clone())).collect();
        parts::facts(&borrowed)
    }

    fn standings(&self, visit: &Visit) -> Markup {
        let voice = &visit.voice;
        let rows = self.standings.iter().map(|standing| {
            vec![
                html! { (pages::owner_names(&self.ground, voice, standing)) },
                html! { (voice.number(i64::from(standing.period))) },
                pages::due(voice, standing),
                pages::standing(voice, standing),
            ]
        });
        let columns = ["obligations-owner", "obligations-period", "obligations-due", "obligations-standing"];
        table(
            voice,
            &Table {
                id: "standings",
                caption: voice.t("obligations-standings").into_owned(),
                columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
                rows: rows.collect(),
                empty: "obligations-list-empty",
            },
        )
    }

    fn history(&self, visit: &Visit) -> Markup {
        let voice = &visit.voice;
        let mut steps = vec![Step {
            stand: Stand::Past,
            text: html! { (voice.t("obligations-act-charged")) },
            when: Some(voice.instant(self.charged.at)),
        }];
        steps.extend(self.noted.iter().map(|noted| Step {
            stand: Stand::Past,
            text: self.said(visit, noted),
            when: Some(voice.instant(noted.at)),
        }));
        parts::timeline(voice, &steps)
    }

    fn said(&self, visit: &Visit, noted: &Noted) -> Markup {
        let voice = &visit.voice;
        let withdrawn = self
            .noted
            .iter()
            .any(|other| matches!(other.act, Act::EvidenceWithdrawn { of, .. } if of.0 == noted.position));
        html! {
            @match &noted.act {
                Act::Evidence { owner: of, happened_on, completes, text, .. } => {
                    (voice.t(if *completes { "obligations-act-evidence" } else { "obligations-act-begun" }))
                    ", " (self.name(visit, of)) ", " (voice.date(*happened_on)) ": " (text)
                    @if withdrawn { " " (parts::tag(Tone::Late, &voice.t("obligations-withdrawn"))) }
                }
                Act::EvidenceWithdrawn { reason, .. } => { (voice.t("obligations-act-withdrawn")) ": " (reason) }
                Act::Expected { owner: of, expected_on, reason, .. } => {
                    (voice.t("obligations-act-expected")) ", " (self.name(visit, of)) ", " (voice.date(*expected_on)) ": " (reason)
                }
                Act::ConditionMet { on, text } => { (voice.t("obligations-act-condition")) ", " (voice.date(*on)) ": " (text) }
                Act::Released { on, decision } => {
                    (voice.t("obligations-act-released")) ", " (voice.date(*on)) ": " span .mono { (decision) }
                }
                Act::Reminded { owners, .. } => {
                    (voice.t("obligations-act-reminded")) ": "
                    (owners.iter().map(|of| self.name(visit, of)).collect::<Vec<_>>().join(", "))
                }
            }
            " (" (noted.party) ")"
        }
    }
}
