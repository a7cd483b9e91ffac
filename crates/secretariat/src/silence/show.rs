//! The act "open a round": the countdown, the text, what each State holds, what was said, and what one may do.

use axum::extract::Path;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::identity::Caller;
use base::web::parts::{Stand, Step, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice, parts};
use conference::recorded::Sequence;
use conference::silence::{Disposition, Outcome, RequestState, Standing};
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};

use super::api::RoundShown;
use super::apply::outcome_code;
use super::permits::{CommentOnRound, OpenRound, PresideOverRound, ShowRound, TakeLetter, TakePosition};
use super::symbol::RoundSymbol;
use super::telling::Told;
use super::{pages, queries, saying, telling};
use crate::rounds;

/// Acts that the page shows, the latest; all of them stand in the API's answer.
const STEPS_MAX: usize = 100;

/// Shows a round.
pub(super) async fn page(
    desk: Permitted<ShowRound>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open(resource.clone()).await?;
    let told = opened(&reader, position).await?;
    let (before, after) = reader.ask(|now| {
        let before = match told.round.opened.follows {
            Some(follows) => queries::symbol(now, follows)?,
            None => None,
        };
        Ok((before, queries::followed_by(now, position)?))
    })?;
    let shown =
        Shown { told: &told, ground: reader.ground(), caller: reader.caller(), resource: &resource, before, after };
    Ok(visit.page("silence-round", shown.markup(&visit, query.0.typed("done"))))
}

/// Answers a round with its account.
#[utoipa::path(
    get,
    path = "/api/v1/silence/{reference}",
    operation_id = "show_round",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The round", body = RoundShown),
        (status = 404, description = "No such round", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowRound>,
    Path(reference): Path<String>,
) -> Result<axum::Json<RoundShown>, Refusal> {
    open_text(desk, &reference).await.map(axum::Json)
}

/// Opens a round's text, which is on record then, and answers it with its account; the address names it.
///
/// Errors: `NotFound` where there is no such round.
pub async fn open_text(desk: Permitted<ShowRound>, reference: &str) -> Result<RoundShown, Refusal> {
    let (position, resource) = saying::opened(&desk, reference).await?;
    let reader = desk.open(resource).await?;
    let told = opened(&reader, position).await?;
    Ok(RoundShown::of(&told.round, &told.account))
}

async fn opened(reader: &Reader<ShowRound>, position: u64) -> Result<Told, Refusal> {
    let told = telling::told(reader, position).await?;
    if telling::read(reader, &told).await? { telling::told(reader, position).await } else { Ok(told) }
}

/// What the page shows.
struct Shown<'a> {
    told: &'a Told,
    ground: &'a Puebla,
    caller: &'a Caller,
    resource: &'a Resource,
    before: Option<RoundSymbol>,
    after: Option<RoundSymbol>,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit, done: &str) -> Markup {
        let (voice, round) = (&visit.voice, &self.told.round);
        html! {
            p .aside { span .mono { (round.symbol) } " · " (voice.t("silence-kind")) " · "
                (voice.tn("silence-opened-by", &[("state", self.name(voice, round.opening.terms().by.party).as_str().into())])) }
            h1 { (rounds::title(voice, &round.opened.title_en, &round.opened.title_es)) }
            (notice(voice, done))
            (parts::two_columns(
                // On a telephone one stands below the other: first how much time is left, then the text, then what one may do.
                html! {
                    (self.deadline(voice))
                    (self.text(voice))
                    (self.own(voice))
                    (self.chair(voice))
                    (self.letter(voice))
                    (self.positions(voice))
                },
                html! { (parts::card("history", &voice.t("silence-history"), self.history(voice))) },
            ))
            @if let Some(before) = &self.before { p { (voice.t("silence-follows")) " " a .mono href={ "/silence/" (before.in_address()) } { (before) } } }
            @if let Some(after) = &self.after { p { (voice.t("silence-followed")) " " a .mono href={ "/silence/" (after.in_address()) } { (after) } } }
            p { a href="/silence" { (voice.t("silence-back")) } }
        }
    }

    fn name(&self, voice: &Voice, party: StateCode) -> String {
        self.ground.identity.party_name(party, voice.language)
    }

    fn text(&self, voice: &Voice) -> Markup {
        let round = &self.told.round;
        let hash = round.opening.terms().text.to_string();
        let (own, other) = pages::texts(voice, &round.opened);
        parts::card(
            "text",
            &voice.t("silence-text"),
            html! {
                @for paragraph in own.1 { p lang=(own.0) { (paragraph) } }
                (parts::details(&voice.t(other.2), html! { @for paragraph in other.1 { p lang=(other.0) { (paragraph) } } }))
                p .aside { (voice.t("silence-text-frozen")) " " span .mono { (hash[..16]) } "…" }
            },
        )
    }

    fn deadline(&self, voice: &Voice) -> Markup {
        let account = &self.told.account;
        let at = account.deadline;
        let zones = pages::clocks(self.ground, voice, at, self.told.round.opening.terms());
        let seat = self.ground.identity.profile().zone.clone();
        parts::card(
            "deadline",
            &voice.t(pages::outcome_key(outcome_code(&account.outcome))),
            html! {
                (self.outcome(voice))
                (parts::facts(&[
                    (&voice.t("silence-clock-yours"), voice.instant(at)),
                    (&voice.t("silence-clock-seat"), html! { (pages::clock(voice, at, &seat)) }),
                    ("UTC", html! { (pages::in_zone(voice, at, &TimeZone::UTC)) }),
                ]))
                (parts::details(&voice.t("silence-clocks"), zones))
            },
        )
    }

    fn outcome(&self, voice: &Voice) -> Markup {
        let account = &self.told.account;
        let names =
            |states: &[StateCode]| states.iter().map(|state| self.name(voice, *state)).collect::<Vec<_>>().join(", ");
        match &account.outcome {
            Outcome::Open => html! {
                p .count { (voice.left(account.as_of, account.deadline)) }
                p .aside { (voice.t("silence-open-means")) }
            },
            Outcome::Broken { by, heals_until: Some(until), .. } => html! {
                p { (voice.tn("silence-objected-by", &[("states", names(by).as_str().into())])) }
                p { (voice.rich("silence-heals-until", &[], &[("until", voice.instant(*until))])) }
            },
            Outcome::Broken { by, since, .. } => html! {
                p { (voice.tn("silence-broken-by", &[("states", names(by).as_str().into())])) }
                p { (voice.rich("silence-broken-since", &[], &[("since", voice.instant(*since))])) }
            },
            Outcome::Adopted { at } => html! {
                p { (voice.rich("silence-adopted-at", &[], &[("at", voice.instant(*at))])) }
            },
            Outcome::Lapsed { undelivered, spoken, .. } => html! {
                p { (voice.t("silence-lapsed-means")) }
                @if !undelivered.is_empty() { p { (voice.tn("silence-lapsed-undelivered", &[("states", names(undelivered).as_str().into())])) } }
                p { (voice.tn("silence-lapsed-spoken", &[("spoken", (*spoken as i64).into())])) }
            },
        }
    }

    fn positions(&self, voice: &Voice) -> Markup {
        let mut states: Vec<(String, &Standing)> =
            self.told.account.standing.iter().map(|(state, standing)| (self.name(voice, *state), standing)).collect();
        voice.collate(&mut states, |(name, _)| name);
        let rows = states.iter().map(|(name, standing)| {
            vec![html! { (name) }, html! { (voice.t(pages::reach_key(standing))) }, pages::stance(voice, standing)]
        });
        let columns = vec![
            Column::text(voice.t("silence-state")),
            Column::text(voice.t("silence-reception")),
            Column::text(voice.t("silence-position")),
        ];
        let caption = voice.t("silence-positions-caption").into_owned();
        table(voice, &Table { id: "positions", caption, columns, rows: rows.collect(), empty: "silence-list-empty" })
    }

    /// What a delegate may do for their own delegation.
    fn own(&self, voice: &Voice) -> Markup {
        let (round, account, party) = (&self.told.round, &self.told.account, self.caller.state);
        let path = round.path();
        let may_hold = self.ground.policy.allows::<TakePosition>(self.caller, self.resource);
        let may_comment = self.ground.policy.allows::<CommentOnRound>(self.caller, self.resource);
        let standing = account.standing.get(&party).filter(|_| may_hold);
        if account.settled && standing.is_some_and(pages::can_be_taken_back) {
            return self.take_back(voice);
        }
        if account.settled || !round.concerns(party) || !(may_hold || may_comment) {
            return html! {};
        }
        let name = self.name(voice, party);
        let heading = voice.tn("silence-position-of", &[("state", name.as_str().into())]).into_owned();
        let to = |stance: &str, key: &str, plain: bool| {
            html! {
                a .button .plain[plain] href={ (path) "/position?kind=" (stance) } { (voice.t(key)) }
            }
        };
        parts::card(
            "own",
            &heading,
            html! {
                @if let Some(standing) = standing {
                    p { (self.held(voice, standing)) }
                    div .row {
                        (to("no_objection", "silence-act-no-objection", false))
                        (to("objection", "silence-act-objection", true))
                        (to("reservation", "silence-act-reservation", true))
                        @if standing.position.is_some() { (to("silent", "silence-act-silent", true)) }
                    }
                    @if self.told.may_be_moved() {
                        div .row { a .button .plain href={ (path) "/extension" } { (voice.t("silence-extension")) } }
                    }
                } @else { p { (voice.t("silence-observers-comment")) } }
                @if may_comment { div .row { a .button .plain href={ (path) "/comment" } { (voice.t("silence-comment")) } } }
            },
        )
    }

    /// An objection that ended the round may be taken back: the same text can then be put again.
    fn take_back(&self, voice: &Voice) -> Markup {
        let path = self.told.round.path();
        parts::card(
            "own",
            &voice.t("silence-act-take-back"),
            html! {
                p { (voice.t("silence-take-back-hint")) }
                div .row { a .button .plain href={ (path) "/position?kind=silent" } { (voice.t("silence-act-take-back")) } }
            },
        )
    }

    fn held(&self, voice: &Voice, standing: &Standing) -> Markup {
        let line = |sequence: Sequence| self.told.account.lines.iter().find(|line| line.sequence == sequence);
        match standing.position.and_then(|position| Some((line(position)?, self.told.round.history.at(position)?))) {
            Some((line, recorded)) => html! { (pages::told(voice, &recorded.act)) ", " (voice.instant(line.at)) },
            None => html! { (voice.t("silence-silent-yet")) },
        }
    }

    /// What the presidency may do.
    fn chair(&self, voice: &Voice) -> Markup {
        let (round, account) = (&self.told.round, &self.told.account);
        let presides = round.opening.terms().chairs.contains(&self.caller.state);
        let may_preside = presides && self.ground.policy.allows::<PresideOverRound>(self.caller, self.resource);
        let may_open = self.ground.policy.allows::<OpenRound>(self.caller, self.resource);
        let waiting = account.requests.iter().any(|request| request.state == RequestState::Waiting);
        let objected = matches!(account.outcome, Outcome::Broken { .. });
        let again = account.settled && self.after.is_none() && !matches!(account.outcome, Outcome::Adopted { .. });
        html! {
            @if may_preside && !account.settled && (waiting || objected) {
                div .row { a .button .plain href={ (round.path()) "/preside" } { (voice.t("silence-preside")) } }
            }
            @if may_open && again {
                div .row { a .button .plain href={ (round.path()) "/again" } { (voice.t("silence-again")) } }
            }
        }
    }

    /// The copies that can be taken once nothing changes the outcome any more.
    fn letter(&self, voice: &Voice) -> Markup {
        let (round, settled) = (&self.told.round, self.told.account.settled);
        if !settled || !self.ground.policy.allows::<TakeLetter>(self.caller, self.resource) {
            return html! {};
        }
        let copies = [
            ("en", "silence-letter-in-english"),
            ("es", "silence-letter-in-spanish"),
            ("fr", "silence-letter-in-french"),
        ];
        parts::card(
            "letter",
            &voice.t("silence-letter"),
            html! {
                p { (voice.t("silence-letter-about")) }
                div .row { @for (language, key) in copies {
                    a .button .plain href={ (round.path()) "/letter?language=" (language) } { (voice.t(key)) }
                } }
            },
        )
    }

    fn history(&self, voice: &Voice) -> Markup {
        let (round, account) = (&self.told.round, &self.told.account);
        let mut steps = vec![Step {
            stand: Stand::Past,
            text: html! { (voice.tn("silence-step-opened", &[("states", (round.opened.electorate.len() as i64).into())])) },
            when: Some(voice.instant(round.opening.terms().opened_at)),
        }];
        let earlier = account.lines.len().saturating_sub(STEPS_MAX);
        for line in &account.lines[earlier..] {
            let Some(recorded) = round.history.at(line.sequence) else { continue };
            let who = pages::party(&recorded.act).map(|party| self.name(voice, party));
            steps.push(Step {
                stand: Stand::Past,
                text: html! {
                    @if let Some(who) = who { (who) ": " }
                    (pages::told(voice, &recorded.act))
                    @match line.disposition {
                        Disposition::Taken => {},
                        Disposition::ReplacedUnseen(_) => { " " (parts::tag(Tone::Soon, &voice.t("silence-unseen"))) }
                        Disposition::Kept(without) => { " " (parts::tag(Tone::Quiet, &voice.t("silence-kept"))) " " (voice.t(saying::without_key(without))) }
                    }
                },
                when: Some(voice.instant(line.at)),
            });
        }
        if !account.settled {
            let text = html! { (voice.t("silence-step-deadline")) };
            steps.push(Step { stand: Stand::Next, text, when: Some(voice.instant(account.deadline)) });
        }
        html! {
            @if earlier > 0 { p .aside { (voice.tn("silence-history-earlier", &[("count", (earlier as i64).into())])) } }
            (parts::timeline(voice, &steps))
        }
    }
}

fn notice(voice: &Voice, done: &str) -> Markup {
    let (tone, key) = match done {
        "opened" => (Tone::Done, "silence-done-opened"),
        "position" => (Tone::Done, "silence-done-position"),
        "silent" => (Tone::Done, "silence-done-silent"),
        "taken_back" => (Tone::Done, "silence-done-taken-back"),
        "replaced_unseen" => (Tone::Soon, "silence-done-unseen"),
        "late" => (Tone::Late, "silence-done-late"),
        "comment" => (Tone::Done, "silence-done-comment"),
        "asked" => (Tone::Done, "silence-done-asked"),
        "ruled" => (Tone::Done, "silence-done-ruled"),
        _ => return html! {},
    };
    parts::notice(tone, html! { p { (voice.t(key)) } })
}
