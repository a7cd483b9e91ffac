//! The act "open a round": the text with what was said of each paragraph, who has answered, and what one may do.

use axum::extract::Path;
use base::access::Resource;
use base::desk::Permitted;
use base::ground::Puebla;
use base::identity::Caller;
use base::web::parts::Tone;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice, parts};
use conference::comments::{Answer, Entry, Guest, Place, Row};
use maud::{Markup, html};

use super::api::CommentRoundShown;
use super::permits::{CommentOnText, CompileComments, ShowCommentRound};
use super::round::{ends_at, is_closed, standing};
use super::telling::Told;
use super::{comment, convene, pages, saying, telling};
use crate::rounds;

/// Shows a round.
pub(super) async fn page(
    desk: Permitted<ShowCommentRound>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open(resource.clone()).await?;
    let told = telling::told(&reader, position).await?;
    let cited = match &told.round.invited.cites {
        Some(symbol) => reader.ask(|now| convene::address_of(now, symbol))?,
        None => None,
    };
    let shown = Shown::of(&told, reader.ground(), reader.caller(), &resource);
    Ok(visit.page("comments-round", shown.markup(&visit, query.0.typed("done"), cited.as_deref())))
}

/// Answers a round with its account.
#[utoipa::path(
    get,
    path = "/api/v1/comments/{reference}",
    operation_id = "show_comment_round",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The round", body = CommentRoundShown),
        (status = 404, description = "No such round", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowCommentRound>,
    Path(reference): Path<String>,
) -> Result<axum::Json<CommentRoundShown>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open(resource).await?;
    let told = telling::told(&reader, position).await?;
    Ok(axum::Json(CommentRoundShown::of(&told.round, &told.account)))
}

/// What the page shows, and to whom.
struct Shown<'a> {
    told: &'a Told,
    ground: &'a Puebla,
    caller: &'a Caller,
    may_comment: bool,
    may_compile: bool,
}

impl<'a> Shown<'a> {
    fn of(told: &'a Told, ground: &'a Puebla, caller: &'a Caller, resource: &Resource) -> Self {
        let party = caller.state;
        let may_comment = told.round.concerns(party) && ground.policy.allows::<CommentOnText>(caller, resource);
        let may_compile = told.round.is_convened_by(party) && ground.policy.allows::<CompileComments>(caller, resource);
        Shown { told, ground, caller, may_comment, may_compile }
    }

    fn markup(&self, visit: &Visit, done: &str, cited: Option<&str>) -> Markup {
        let (voice, round) = (&visit.voice, &self.told.round);
        let by = self.ground.identity.party_name(round.invitation.terms().by.party, voice.language);
        html! {
            p .aside { span .mono { (round.invited.symbol) } " · " (voice.t("comments-kind")) " · "
                (voice.tn("comments-convened-by", &[("party", by.into())])) }
            h1 { (rounds::title(voice, &round.invited.title_en, &round.invited.title_es)) }
            (notice(voice, done))
            (convene::cited(voice, round, cited))
            (parts::two_columns(
                html! {
                    @for row in &self.told.account.table { (self.place(voice, row)) }
                    (parts::details(&voice.t("comments-history"), pages::history(self.ground, voice, round, &self.told.account)))
                },
                html! {
                    (self.deadline(voice))
                    (self.own(voice))
                    (self.convener(voice))
                    (self.board(voice))
                },
            ))
            p { a href="/comments" { (voice.t("comments-back")) } }
        }
    }

    /// Draws a place of the text: comments of those who were asked, then those of observers, apart.
    fn place(&self, voice: &Voice, row: &Row) -> Markup {
        let round = &self.told.round;
        let asked = |entry: &&Entry| self.guest_of(entry).is_some_and(|guest| guest.invited);
        let observers: Vec<&Entry> = row.entries.iter().filter(|entry| !asked(entry)).collect();
        let nobody_may = row.place == Place::Whole && row.entries.is_empty() && !self.may_comment;
        if nobody_may {
            return html! {};
        }
        parts::card(
            &comment::anchor(row.place),
            &pages::place_name(voice, round, row.place),
            html! {
                (pages::text(voice, round, row.place))
                @for entry in row.entries.iter().filter(asked) { (self.comment(voice, entry)) }
                @if !observers.is_empty() {
                    h3 { (voice.t("comments-of-observers")) }
                    @for entry in observers { (self.comment(voice, entry)) }
                }
                @if self.may_comment && standing(&self.told.account, self.caller.state, row.place).is_none() {
                    p { a href=(comment_path(&round.path(), row.place)) { (comment_label(voice, row.place)) } }
                }
            },
        )
    }

    fn guest_of(&self, entry: &Entry) -> Option<&Guest> {
        self.told.account.guests.get(&entry.by.party)
    }

    fn comment(&self, voice: &Voice, entry: &Entry) -> Markup {
        let (round, path) = (&self.told.round, self.told.round.path());
        let own = self.may_comment && entry.by.party == self.caller.state;
        let place = self.told.account.table.iter().find(|row| row.entries.contains(entry)).map(|row| row.place);
        let reply = if entry.reply.is_some() { "comments-reply-change" } else { "comments-reply" };
        html! {
            div .comment {
                (pages::comment(self.ground, voice, round, entry))
                @if own {
                    p {
                        @if let Some(place) = place { a href=(comment_path(&path, place)) { (voice.t("comments-change")) } " · " }
                        a href={ (path) "/withdraw/" (entry.sequence.0) } { (voice.t("comments-withdraw")) }
                    }
                }
                @if self.may_compile { p { a href={ (path) "/compile/" (entry.sequence.0) } { (voice.t(reply)) } } }
            }
        }
    }

    fn deadline(&self, voice: &Voice) -> Markup {
        let account = &self.told.account;
        let guest = account.guests.get(&self.caller.state);
        let at = guest.map_or_else(|| ends_at(account), |guest| guest.deadline);
        let passed = at < account.as_of;
        let heading = if passed { "comments-ended" } else { "comments-deadline-in" };
        let counted = self.told.round.invited.counted.as_ref();
        parts::card(
            "deadline",
            &voice.t(heading),
            html! {
                @if !passed { p .count { (voice.left(account.as_of, at)) } }
                @if passed && !is_closed(account) { p { (voice.t("comments-others-extended")) } }
                (pages::clocks(self.ground, voice, at))
                @if let Some(counted) = counted {
                    p .aside { (voice.rich("comments-counted", &[("months", i64::from(counted.months).into())], &[("day", voice.date(counted.from_on))])) }
                }
                @if guest.is_some_and(|guest| guest.extended) { p .aside { (voice.t("comments-extended")) } }
                p .aside { (voice.t("comments-late-means")) }
            },
        )
    }

    /// What a delegate may do for their own delegation.
    fn own(&self, voice: &Voice) -> Markup {
        let Some(guest) = self.told.account.guests.get(&self.caller.state).filter(|_| self.may_comment) else {
            return html! {};
        };
        let path = self.told.round.path();
        let name = self.ground.identity.party_name(self.caller.state, voice.language);
        let in_time = guest.deadline >= self.told.account.as_of;
        parts::card(
            "own",
            &voice.tn("comments-answer-of", &[("party", name.into())]),
            html! {
                p { (pages::answer(voice, guest)) }
                @if !guest.invited { p { (voice.t("comments-observers-welcome")) } }
                @if guest.comments > 0 { p { (voice.tn("comments-own-count", &[("count", (guest.comments as i64).into())])) } }
                div .row {
                    @if guest.answer == Answer::NotYet || guest.answer == Answer::Silent {
                        a .button .plain href={ (path) "/nothing" } { (voice.t("comments-nothing")) }
                    }
                    @if in_time { a .button .plain href={ (path) "/extension" } { (voice.t("comments-extension")) } }
                }
            },
        )
    }

    /// What whoever convenes may do, and has to.
    fn convener(&self, voice: &Voice) -> Markup {
        if !self.may_compile {
            return html! {};
        }
        let (account, path) = (&self.told.account, self.told.round.path());
        let waiting = account.requests.iter().filter(|request| request.granted.is_none()).count() as i64;
        let comments = || account.table.iter().flat_map(|row| &row.entries);
        let (all, open) = (comments().count(), comments().filter(|entry| entry.reply.is_none()).count());
        parts::card(
            "convener",
            &voice.t("comments-compile-card"),
            html! {
                p { (voice.tn("comments-compiled-of", &[("done", ((all - open) as i64).into()), ("all", (all as i64).into())])) }
                @if waiting > 0 {
                    p { (parts::tag(Tone::Soon, &voice.t("comments-time-waits"))) " "
                        (voice.tn("comments-time-count", &[("count", waiting.into())])) }
                    div .row { a .button .plain href={ (path) "/time" } { (voice.t("comments-time")) } }
                }
                p .aside { (voice.t("comments-nobody-closes")) }
            },
        )
    }

    /// Who was asked and where they stand, then observers, and the way to the consolidated table.
    fn board(&self, voice: &Voice) -> Markup {
        let account = &self.told.account;
        let (answered, asked) = account.answered();
        let counts = [("answered", (answered as i64).into()), ("asked", (asked as i64).into())];
        let rows = |invited: bool| -> Vec<Vec<Markup>> {
            let parties = account.guests.iter().filter(|(_, guest)| guest.invited == invited).map(|(party, _)| *party);
            let named = pages::names(self.ground, voice, parties);
            let row = |(name, party): (String, _)| {
                let guest = account.guests.get(&party)?;
                let extended = guest.extended.then(|| voice.instant(guest.deadline));
                let stand = html! { (pages::answer(voice, guest))
                @if let Some(until) = extended { br; small { (voice.t("comments-until-short")) " " (until) } } };
                Some(vec![html! { (name) }, stand])
            };
            named.into_iter().filter_map(row).collect()
        };
        let columns =
            || ["comments-party", "comments-answer"].map(|key| Column::text(voice.t(key).into_owned())).into();
        let drawn = |id, key, invited| {
            let caption = voice.tn(key, &counts).into_owned();
            table(voice, &Table { id, caption, columns: columns(), rows: rows(invited), empty: "comments-list-empty" })
        };
        html! {
            (drawn("asked", "comments-board", true))
            @if !self.told.round.invited.welcome.is_empty() { (drawn("welcome", "comments-board-observers", false)) }
            p { a href={ (self.told.round.path()) "/table" } { (voice.t("comments-table")) } }
        }
    }
}

fn comment_path(path: &str, place: Place) -> String {
    match place {
        Place::Whole => format!("{path}/comment"),
        Place::Paragraph(index) => format!("{path}/comment?place={}", index + 1),
    }
}

fn comment_label(voice: &Voice, place: Place) -> String {
    let key = if place == Place::Whole { "comments-comment-whole" } else { "comments-comment" };
    voice.t(key).into_owned()
}

fn notice(voice: &Voice, done: &str) -> Markup {
    let (tone, key) = match done {
        "convened" => (Tone::Done, "comments-done-convened"),
        "comment" => (Tone::Done, "comments-done-comment"),
        "replaced_unseen" => (Tone::Soon, "comments-done-unseen"),
        "late" => (Tone::Late, "comments-done-late"),
        "late_unseen" => (Tone::Late, "comments-done-late-unseen"),
        "withdrawn" => (Tone::Done, "comments-done-withdrawn"),
        "nothing" => (Tone::Done, "comments-done-nothing"),
        "asked" => (Tone::Done, "comments-done-asked"),
        "ruled" => (Tone::Done, "comments-done-ruled"),
        "replied" => (Tone::Done, "comments-done-replied"),
        _ => return html! {},
    };
    parts::notice(tone, html! { p { (voice.t(key)) } })
}
