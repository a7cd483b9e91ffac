//! The consolidated table of a comment round: every paragraph, what each party said of it, and what came of that.

use base::web::Voice;
use base::words::Language;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::paper::{Block, Cell, Fact, Paper, Words};
use crate::{Remark, ReportError, docx, voice};

/// What the table of a comment round says. Names are in its language already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentTable {
    /// The language of all that was not said by others.
    pub language: Language,
    /// The zone in which instants are written.
    pub zone: TimeZone,
    /// When it is made.
    pub made_at: Timestamp,
    /// The process.
    pub process: String,
    /// The round's symbol, or that of its text.
    pub symbol: String,
    /// What was put up for comments.
    pub title: String,
    /// The last instant in time.
    pub deadline: Timestamp,
    /// Whoever was asked, or is welcome.
    pub guests: Vec<Guest>,
    /// The whole text first, then each paragraph, also those that nobody spoke of.
    pub rows: Vec<Row>,
}

/// One who was asked, or is welcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Its name.
    pub name: String,
    /// Whether it was asked and is counted.
    pub invited: bool,
    /// Where it stands.
    pub standing: Standing,
}

/// Where a party stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing yet, and there is time until then.
    NotYet(Timestamp),
    /// It answered.
    Answered {
        /// When first.
        at: Timestamp,
        /// Whether after its deadline.
        late: bool,
    },
    /// Its time has passed, and it said nothing.
    Silent,
}

/// A paragraph with all comments on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The paragraph's name, such as `2 a`; none for the whole text.
    pub paragraph: Option<String>,
    /// Its words.
    pub text: Option<Remark>,
    /// The comments, in their order.
    pub comments: Vec<Comment>,
}

/// A comment that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Whose.
    pub party: String,
    /// When it was received.
    pub at: Timestamp,
    /// Whether after the party's deadline.
    pub late: bool,
    /// What it says.
    pub remark: Remark,
    /// What came of it.
    pub reply: Option<Reply>,
}

/// What came of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Whether the text follows it.
    pub verdict: Verdict,
    /// Why.
    pub remark: Remark,
}

/// Whether a text follows a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Taken,
    /// In part.
    PartlyTaken,
    /// It does not.
    NotTaken,
    /// The comment asks for no change.
    Noted,
}

/// Makes the consolidated table of a comment round, as DOCX.
///
/// # Errors
/// [`ReportError::Long`] for more text than a document is made of.
pub fn comment_table_docx(table: &CommentTable) -> Result<Vec<u8>, ReportError> {
    let CommentTable { language, zone, made_at, process, symbol, .. } = table;
    let voice = voice(*language, zone, *made_at)?;
    let fact = |key, words| Fact::new(voice.t(key), vec![words]);
    let invited = || table.guests.iter().filter(|guest| guest.invited);
    let answered = invited().filter(|guest| matches!(guest.standing, Standing::Answered { .. })).count();
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    let facts = vec![
        fact("printed-symbol", Words { mono: true, ..Words::of(symbol.clone()) }),
        fact("printed-subject", Words::of(table.title.clone())),
        fact("printed-deadline", Words::of(voice.instant_text(table.deadline))),
        fact(
            "printed-answers",
            Words::of(
                voice.tn("printed-answered-of", &[("answered", whole(answered)), ("asked", whole(invited().count()))]),
            ),
        ),
        fact("printed-made-at", Words::of(voice.instant_text(*made_at))),
    ];
    let blocks = vec![
        Block::Facts { facts },
        Block::heading(voice.t("printed-comments")),
        table.comments(&voice),
        Block::heading(voice.t("printed-answers")),
        table.answers(&voice),
        Block::paragraph(voice.t("printed-record-prevails")),
    ];
    let paper = Paper {
        language: language.tag(),
        title: voice.tn("printed-table-title", &[("symbol", symbol.as_str().into())]).into_owned(),
        author: process.clone(),
        foot: voice.tn("printed-foot", &[("symbol", symbol.as_str().into())]).into_owned(),
        wide: true,
        blocks,
    };
    docx::docx(paper, *made_at)
}

impl CommentTable {
    fn comments(&self, voice: &Voice) -> Block {
        let t = |key| voice.t(key).into_owned();
        let mut rows = Vec::new();
        for row in &self.rows {
            let mut place: Cell = vec![Words::of(row.paragraph.clone().unwrap_or_else(|| t("printed-whole-text")))];
            place.extend(row.text.as_ref().map(Remark::words));
            if row.comments.is_empty() {
                rows.push(vec![place, vec![Words::of(t("printed-no-comments"))], Vec::new(), Vec::new()]);
                continue;
            }
            // Each line says its paragraph: a reader that goes cell by cell never has to look upwards.
            let name = place[..1].to_vec();
            for (turn, comment) in row.comments.iter().enumerate() {
                let place = if turn == 0 { place.clone() } else { name.clone() };
                rows.push(vec![place, comment.party(voice), vec![comment.remark.words()], comment.reply(voice)]);
            }
        }
        Block::Table {
            caption: t("printed-comments-about"),
            widths: vec![5, 4, 8, 6],
            head: ["printed-paragraph", "printed-party", "printed-comment", "printed-reply"].map(t).into(),
            rows,
        }
    }

    fn answers(&self, voice: &Voice) -> Block {
        let t = |key| voice.t(key).into_owned();
        let row = |guest: &Guest| {
            let asked = if guest.invited { "printed-asked-yes" } else { "printed-asked-no" };
            let (key, at) = match guest.standing {
                Standing::NotYet(deadline) => ("printed-answer-not-yet", Some(deadline)),
                Standing::Answered { at, late: false } => ("printed-answer-given", Some(at)),
                Standing::Answered { at, late: true } => ("printed-answer-late", Some(at)),
                Standing::Silent => ("printed-answer-silent", None),
            };
            let at = at.map_or_else(String::new, |at| voice.instant_text(at));
            let standing = voice.tn(key, &[("at", at.into())]).into_owned();
            [guest.name.clone(), t(asked), standing].map(|text| vec![Words::of(text)]).into()
        };
        Block::Table {
            caption: t("printed-answers-about"),
            widths: vec![6, 5, 8],
            head: ["printed-party", "printed-asked", "printed-answer"].map(t).into(),
            rows: self.guests.iter().map(row).collect(),
        }
    }
}

impl Comment {
    fn party(&self, voice: &Voice) -> Cell {
        let at = voice.instant_text(self.at);
        let at = if self.late { voice.tn("printed-late", &[("at", at.into())]).into_owned() } else { at };
        vec![Words::of(self.party.clone()), Words::of(at)]
    }

    fn reply(&self, voice: &Voice) -> Cell {
        let Some(reply) = &self.reply else { return vec![Words::of(voice.t("printed-reply-none"))] };
        let key = match reply.verdict {
            Verdict::Taken => "printed-verdict-taken",
            Verdict::PartlyTaken => "printed-verdict-partly-taken",
            Verdict::NotTaken => "printed-verdict-not-taken",
            Verdict::Noted => "printed-verdict-noted",
        };
        vec![Words::of(voice.t(key)), reply.remark.words()]
    }
}
