//! The lists of alerts: published for every member, in work for one's own State, waiting for an expert of another.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::identity::Caller;
use base::web::fields::{self, Choice, Field};
use base::web::parts;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use maud::{Markup, html};

use super::coded::FraudClass;
use super::draft;
use super::fitting::today;
use super::pages::{self, Setting, class, done, standing};
use super::permits::{DraftAlert, ListAlerts, ListWaiting, ListWork};
use super::search::{self, Filter, Listed, Page};
use crate::document::{DocumentKind, issuing_state};

/// What the address of a list says.
#[derive(Clone, Debug)]
struct Sought {
    filled: Filled,
    before: Option<u64>,
}

impl Sought {
    fn of(filled: Filled) -> Self {
        let before = filled.typed("before").parse().ok();
        Sought { filled, before }
    }

    fn typed(&self, name: &str) -> &str {
        self.filled.typed(name).trim()
    }

    fn filter(&self) -> Filter {
        Filter {
            class: FraudClass::read(self.typed("class")),
            kind: self.typed("kind").parse().ok(),
            issuer: issuing_state(self.typed("issuer")),
            words: self.typed("words").chars().take(search::WORDS_CHARS_MAX).collect(),
            closed: self.typed("closed") == "1",
        }
    }

    /// Answers the address of the page of the same list that begins before a position.
    fn address(&self, path: &str, before: u64) -> String {
        let mut address = format!("{path}?before={before}");
        for name in ["words", "class", "kind", "issuer", "closed"] {
            let value = self.typed(name);
            if !value.is_empty() {
                address.push_str(&format!("&{name}={}", base::web::shell::encoded(value)));
            }
        }
        address
    }
}

/// Shows published alerts.
pub(super) async fn published(
    permitted: Permitted<ListAlerts>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let asked = Sought::of(asked);
    let reader = permitted.open(Resource::room()).await?;
    let (filter, before, day) = (asked.filter(), asked.before, today(reader.now()));
    let page = if filter.words.trim().is_empty() {
        reader.ask(|connection| search::published(connection, &filter, before, day))?
    } else {
        reader.ask_long(move |connection| search::published(connection, &filter, before, day)).await?
    };
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let body = html! {
        @if let Some(done) = done(&visit.voice, asked.typed("done")) { (done) }
        h1 { (visit.voice.t("documents-title")) }
        (lists(&reader, &visit.voice, "/documents"))
        (filters(&visit.voice, &asked.filled))
        (found(&setting, &page, "documents-list-published"))
        (onward(&visit.voice, &asked, "/documents", &page))
    };
    Ok(visit.page("documents-title", body))
}

/// Shows one's own State's alerts in work, with one's own drafts and what is due for review.
pub(super) async fn work(permitted: Permitted<ListWork>, visit: Visit, Asked(asked): Asked) -> Result<Markup, Refusal> {
    let asked = Sought::of(asked);
    let reader = permitted.open(Resource::room()).await?;
    let (own, day) = (reader.caller().state, today(reader.now()));
    let page = reader.ask(|connection| search::work(connection, own, asked.before, day))?;
    let due = reader.ask(|connection| search::due(connection, own, day))?;
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let body = html! {
        @if let Some(done) = done(&visit.voice, asked.typed("done")) { (done) }
        h1 { (visit.voice.t("documents-work-title")) }
        (lists(&reader, &visit.voice, "/documents/work"))
        @if !due.is_empty() { (found(&setting, &Page { rows: due, next: None }, "documents-list-due")) }
        (found(&setting, &page, "documents-list-work"))
        (onward(&visit.voice, &asked, "/documents/work", &page))
        @if may_draft(&reader) { (drafts(&reader, &setting)?) }
    };
    Ok(visit.page("documents-work-title", body))
}

/// Shows other States' alerts that wait for a confirmation.
pub(super) async fn waiting(
    permitted: Permitted<ListWaiting>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let asked = Sought::of(asked);
    let reader = permitted.open(Resource::room()).await?;
    let (own, day) = (reader.caller().state, today(reader.now()));
    let page = reader.ask(|connection| search::waiting(connection, own, asked.before, day))?;
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let body = html! {
        @if let Some(done) = done(&visit.voice, asked.typed("done")) { (done) }
        h1 { (visit.voice.t("documents-waiting-title")) }
        (lists(&reader, &visit.voice, "/documents/waiting"))
        (found(&setting, &page, "documents-list-waiting"))
        (onward(&visit.voice, &asked, "/documents/waiting", &page))
    };
    Ok(visit.page("documents-waiting-title", body))
}

fn may_draft<P: base::access::Permit>(reader: &Reader<P>) -> bool {
    let caller: &Caller = reader.caller();
    reader.ground().policy.allows::<DraftAlert>(caller, &Resource::of(caller.state, String::new()))
}

/// Draws the way between the lists this person may see.
fn lists<P: base::access::Permit>(reader: &Reader<P>, voice: &Voice, here: &str) -> Markup {
    let (policy, caller, room) = (&reader.ground().policy, reader.caller(), Resource::room());
    let mut ways = vec![("/documents", "documents-list-published")];
    if policy.allows::<ListWork>(caller, &room) {
        ways.push(("/documents/work", "documents-work-title"));
    }
    if policy.allows::<ListWaiting>(caller, &room) {
        ways.push(("/documents/waiting", "documents-waiting-title"));
    }
    html! {
        div .row .lists {
            @if ways.len() > 1 {
                nav aria-label=(voice.t("documents-lists")) { ul .ways { @for (href, label) in &ways {
                    li { a href=(href) aria-current=[(*href == here).then_some("page")] { (voice.t(label)) } }
                } } }
            }
            @if may_draft(reader) { a .button href="/documents/new" { (voice.t("documents-draft-title")) } }
        }
    }
}

fn filters(voice: &Voice, filled: &Filled) -> Markup {
    let any = || std::iter::once(Choice::new("", voice.t("documents-any")));
    let classes: Vec<Choice<'_>> =
        any().chain(FraudClass::ALL.iter().map(|class| Choice::new(class.code(), voice.t(class.key())))).collect();
    let kinds: Vec<Choice<'_>> =
        any().chain(DocumentKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key())))).collect();
    let standings =
        [Choice::new("", voice.t("documents-in-force")), Choice::new("1", voice.t("documents-no-longer-in-force"))];
    fields::search_form(
        "/documents",
        html! {
            (fields::text_input(voice, filled, &Field::new("words", "documents-words").unmarked().max_length(search::WORDS_CHARS_MAX as u32)))
            (fields::select(voice, filled, &Field::new("class", "documents-class").unmarked(), &classes))
            (fields::select(voice, filled, &Field::new("kind", "documents-kind").unmarked(), &kinds))
            (fields::text_input(voice, filled, &Field::new("issuer", "documents-issuer").unmarked().mono().max_length(3)))
            (fields::select(voice, filled, &Field::new("closed", "documents-standing").unmarked(), &standings))
            (fields::submit_row(voice, "documents-search", None))
        },
    )
}

fn found(setting: &Setting<'_>, page: &Page, caption: &str) -> Markup {
    let voice = setting.voice;
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![
        heading("documents-alert"),
        heading("documents-class"),
        heading("documents-standing"),
        heading("documents-reported-by"),
        heading("documents-confirmed-by"),
        heading("documents-since"),
    ];
    let rows = page.rows.iter().map(|row| cells(setting, row)).collect();
    table(
        voice,
        &Table { id: caption, caption: voice.t(caption).into_owned(), columns, rows, empty: "documents-list-empty" },
    )
}

fn cells(setting: &Setting<'_>, row: &Listed) -> Vec<Markup> {
    let voice = setting.voice;
    vec![
        html! { a href={ "/documents/" (row.reference) } { (setting.title(&row.text)) } br; small .mono { (row.reference) } },
        class(voice, row.text.class),
        html! {
            (standing(voice, row.standing))
            @if row.review_on.is_some_and(|day| day <= setting.today) { " " (pages::review_due(voice)) }
        },
        html! { (row.owner) },
        html! { @if let Some(state) = row.confirmed_by { (state) } },
        voice.date(voice.zone.to_datetime(row.at).date()),
    ]
}

fn onward(voice: &Voice, asked: &Sought, path: &str, page: &Page) -> Markup {
    let first = asked.before.is_none();
    html! {
        @if !(first && page.next.is_none()) {
            nav .pager aria-label=(voice.t("table-pages")) {
                p { @if !asked.typed("words").is_empty() && page.next.is_some() { (voice.t("documents-search-goes-on")) } }
                @if !first { a .button .plain href=(path) rel="first" { (voice.t("documents-newest")) } }
                @if let Some(next) = page.next { a .button .plain href=(asked.address(path, next)) rel="next" { (voice.t("table-next")) } }
            }
        }
    }
}

fn drafts<P: base::access::Permit>(reader: &Reader<P>, setting: &Setting<'_>) -> Result<Markup, Refusal> {
    let voice = setting.voice;
    let kept = reader.drafts()?;
    let line = |draft: &base::store::drafts::Draft| {
        let working = draft::read(&draft.body).unwrap_or_default();
        let kind =
            working.typed.kind.parse::<DocumentKind>().map_or(String::new(), |kind| voice.t(kind.key()).into_owned());
        let about = [kind.as_str(), working.typed.issuer.as_str(), working.typed.pattern.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
        let about = if about.is_empty() { voice.t("documents-draft-untitled").into_owned() } else { about.join(" ") };
        html! {
            li { a href=(draft::path(draft.id)) { (about) }
                @if let Some(correcting) = &working.corrects { " " (parts::tag(parts::Tone::Quiet, &correcting.reference)) }
                " " small { (voice.ago(draft.updated_at)) } }
        }
    };
    Ok(parts::card(
        "drafts",
        &voice.t("documents-drafts"),
        html! {
            p .aside { (voice.t("documents-drafts-private")) }
            @if kept.is_empty() { p { (voice.t("documents-drafts-none")) } } @else { ul { @for draft in &kept { (line(draft)) } } }
        },
    ))
}
