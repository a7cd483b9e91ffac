//! The consolidated table as a page: every paragraph, what each party said of it, and what came of that; observers apart.

use axum::extract::Path;
use base::desk::Permitted;
use base::ground::Puebla;
use base::web::tables::{Column, Table, table};
use base::web::{Refusal, Visit, Voice, parts};
use conference::comments::{Entry, Row};
use maud::{Markup, html};

use super::permits::ShowCommentRound;
use super::telling::Told;
use super::{pages, saying, telling};
use crate::rounds;

/// Shows the table.
pub(super) async fn page(
    desk: Permitted<ShowCommentRound>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open(resource).await?;
    let told = telling::told(&reader, position).await?;
    let consolidated = Consolidated { ground: reader.ground(), voice: &visit.voice, told: &told };
    Ok(visit.page("comments-table", consolidated.markup()))
}

/// What is shown, and to whom.
struct Consolidated<'a> {
    ground: &'a Puebla,
    voice: &'a Voice,
    told: &'a Told,
}

impl Consolidated<'_> {
    fn markup(&self) -> Markup {
        let (voice, round, account) = (self.voice, &self.told.round, &self.told.account);
        let (answered, asked) = account.answered();
        let counts = [("answered", (answered as i64).into()), ("asked", (asked as i64).into())];
        let observers = account.table.iter().flat_map(|row| &row.entries).any(|entry| !self.was_asked(entry));
        let path = round.path();
        html! {
            h1 { (voice.t("comments-table")) }
            (pages::heading(voice, round))
            p { (voice.tn("comments-answered-of", &counts)) " · " (voice.t("comments-deadline")) ": "
                (voice.instant(super::round::ends_at(account))) }
            div .row {
                a .button .plain href={ (path) "/export?format=csv" } { (voice.t("comments-take-csv")) }
                a .button .plain href={ (path) "/export?format=docx" } { (voice.t("comments-take-docx")) }
            }
            (self.table("table", "comments-table-caption", true))
            @if observers {
                h2 { (voice.t("comments-of-observers")) }
                (self.table("observers", "comments-table-observers", false))
            }
            p { a href=(path) { (voice.t("comments-back-to-round")) } }
        }
    }

    fn was_asked(&self, entry: &Entry) -> bool {
        self.told.account.guests.get(&entry.by.party).is_some_and(|guest| guest.invited)
    }

    /// Draws the comments of those who were asked, with the paragraphs that nobody spoke of; or those of observers, without.
    fn table(&self, id: &str, caption: &str, asked: bool) -> Markup {
        let rows = self.told.account.table.iter().flat_map(|row| {
            let entries = row.entries.iter().filter(|entry| self.was_asked(entry) == asked);
            let mut drawn: Vec<Vec<Markup>> = entries.map(|entry| self.row(row, entry)).collect();
            if drawn.is_empty() && asked {
                drawn.push(vec![self.place(row), html! { (self.voice.t("comments-none")) }, html! {}, html! {}]);
            }
            drawn
        });
        let columns = ["comments-paragraph", "comments-party", "comments-comment-text", "comments-reply-column"];
        let columns = columns.map(|key| Column::text(self.voice.t(key).into_owned())).into();
        let caption = self.voice.t(caption).into_owned();
        table(self.voice, &Table { id, caption, columns, rows: rows.collect(), empty: "comments-none" })
    }

    fn place(&self, row: &Row) -> Markup {
        match self.told.round.paragraph(row.place) {
            Some(paragraph) => html! { (paragraph.name) },
            None => html! { (self.voice.t("comments-whole")) },
        }
    }

    fn row(&self, row: &Row, entry: &Entry) -> Vec<Markup> {
        let voice = self.voice;
        let party = html! {
            (self.ground.identity.party_name(entry.by.party, voice.language))
            @if entry.late { " " (parts::tag(parts::Tone::Late, &voice.t("comments-late"))) }
        };
        let comment = html! { div lang=(entry.language.two_letters()) { (rounds::words(entry.text.as_str())) } };
        let reply = html! {
            @match &entry.reply { Some(reply) => { (pages::replied(voice, reply)) }, None => { (voice.t("comments-reply-none")) } }
        };
        vec![self.place(row), party, comment, reply]
    }
}
