//! The act "read a draft": the text as it stands, what is proposed to it, and who said what of that.

use axum::Json;
use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields::{self, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice};
use conference::drafting::{Opinion, Paragraph, Proposal, Ruling};
use journal::StateCode;
use maud::{Markup, html};

use super::api::DraftShown;
use super::permits::{ChairDraft, HandOverDraft, ShowDraft, TakePart};
use super::proposal::kind_key;
use super::queries::Known;
use super::{basis, pages};
use crate::rounds::title;

/// Shows a draft.
pub(super) async fn page(
    desk: Permitted<ShowDraft>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open(resource).await?;
    let known = pages::known(&reader, &reference)?;
    Ok(visit.page("drafting-draft", markup(&reader, &visit, &known, &Filled::new(), query.0.typed("done"))))
}

/// Answers a draft: its text, its proposals and what was said of them.
#[utoipa::path(
    get,
    path = "/api/v1/drafting/{reference}",
    operation_id = "show_drafting",
    tag = "drafting",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The draft", body = DraftShown),
        (status = 404, description = "No such draft that one may read", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowDraft>,
    Path(reference): Path<String>,
) -> Result<Json<DraftShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference, pages::drafter(desk.caller().state))).await?;
    let reader = desk.open(resource).await?;
    Ok(Json(DraftShown::of(&pages::known(&reader, &reference)?)))
}

/// What whoever reads may do besides.
struct May {
    take_part: bool,
    chair: bool,
    hand_over: bool,
}

fn may<P: Permit>(reader: &Reader<P>, known: &Known) -> May {
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let of = |owner| Resource { owner, status: "open", ..Resource::default() };
    let is_open = !known.draft.is_frozen;
    let own = known.draft.drafts(caller.state).then_some(caller.state);
    May {
        take_part: is_open && policy.allows::<TakePart>(caller, &of(own)),
        chair: is_open && policy.allows::<ChairDraft>(caller, &of(Some(known.draft.chair))),
        hand_over: is_open && policy.allows::<HandOverDraft>(caller, &of(None)),
    }
}

/// Draws a draft.
pub(super) fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    known: &Known,
    filled: &Filled,
    done: &str,
) -> Markup {
    let (voice, opened, may) = (&visit.voice, &known.opened, may(reader, known));
    let path = format!("/drafting/{}", opened.symbol.in_address());
    let said = match done {
        "opened" => Some("drafting-done-opened"),
        "let-in" => Some("drafting-done-let-in"),
        "ruled" => Some("drafting-done-ruled"),
        _ => None,
    };
    html! {
        h1 { (title(voice, &opened.title_en, &opened.title_es)) }
        (fields::error_summary(voice, filled))
        @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
        (facts(reader, voice, known))
        div .row {
            @if may.take_part { a .button href={ (path) "/propose" } { (voice.t("drafting-propose-new")) } }
            @if may.hand_over { a .button .plain href={ (path) "/hand-over" } { (voice.t("drafting-hand-over")) } }
            @if may.hand_over { a .button .plain href={ "/comments/convene?draft=" (opened.symbol.in_address()) } { (voice.t("drafting-consult")) } }
            @if known.draft.text().version > 1 { a .button .plain href={ (path) "/changes" } { (voice.t("drafting-changes")) } }
        }
        (parts::card("text", &voice.t("drafting-text"), html! {
            @for paragraph in known.draft.text().standing() { (one(voice, known, paragraph, &path, may.take_part)) }
            @if known.draft.text().standing().next().is_none() { p { (voice.t("drafting-text-none")) } }
        }))
        (proposals(reader, voice, known, &path))
        @if may.chair { (parts::card("let-in", &voice.t("drafting-let-in"), fields::form(&format!("{path}/let-in"), visit.csrf(), html! {
            (fields::text_input(voice, filled, &Field::new("party", "drafting-party").hint("drafting-party-hint").max_length(3).autocomplete("off")))
            (fields::submit_row(voice, "drafting-let-in-send", None))
        }))) }
        p { a href="/drafting" { (voice.t("drafting-all")) } }
    }
}

fn facts<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let identity = &reader.ground().identity;
    let name = |party: &StateCode| identity.party_name(*party, voice.language);
    let (draft, about) = (&known.draft, known.opened.about.in_address());
    let parties: Vec<String> = draft.states.iter().chain(&draft.others).map(name).collect();
    let is_meeting = known.opened.about.as_str().split('/').all(|part| part != "DEC");
    let about = format!("/{}/{about}", if is_meeting { "meetings" } else { "decisions" });
    html! {
        (parts::facts(&[
            (&voice.t("drafting-symbol"), html! { (known.opened.symbol) }),
            (&voice.t("drafting-about"), html! { a href=(about) { (known.opened.about) } }),
            (&voice.t("drafting-chair"), html! { (name(&draft.chair)) }),
            (&voice.t("drafting-parties"), html! { (parties.join(", ")) }),
            (&voice.t("drafting-version"), html! { (draft.text().version) }),
            (&voice.t("drafting-brackets"), brackets(voice, known)),
            (&voice.t("drafting-basis"), html! { a href={ "/drafting/" (known.opened.symbol.in_address()) "/basis" } { (basis::unanswered(voice, known)) } }),
        ]))
        @if let Some(handed) = &known.handed {
            (parts::notice(Tone::Quiet, html! { p {
                (voice.tn("drafting-frozen", &[("version", i64::from(handed.version).into())])) " "
                a href={ "/papers/" (handed.paper.in_address()) } { (handed.paper) }
            } }))
        }
    }
}

/// Says how much is in brackets.
pub(super) fn brackets(voice: &Voice, known: &Known) -> Markup {
    let brackets = known.draft.text().brackets();
    html! { (voice.tn("drafting-brackets-left", &[
        ("count", (brackets.count as i64).into()), ("paragraphs", (brackets.paragraphs as i64).into()),
    ])) }
}

fn one(voice: &Voice, known: &Known, paragraph: &Paragraph, path: &str, may_propose: bool) -> Markup {
    let number = i64::from(paragraph.number);
    let open = known
        .draft
        .proposals
        .iter()
        .filter(|proposal| proposal.ruled.is_none() && proposal.change.paragraph() == Some(paragraph.number));
    html! { section id={ "paragraph-" (paragraph.number) } {
        h3 { (voice.tn("drafting-paragraph", &[("number", number.into())])) }
        (pages::drawn(&paragraph.texts, known.original))
        @if !paragraph.behind.is_empty() { p .aside { (voice.t("drafting-behind")) } }
        p {
            @if may_propose { a href={ (path) "/propose?item=" (paragraph.number) } { (voice.tn("drafting-propose-here", &[("number", number.into())])) } }
            @for proposal in open { " " a href={ (path) "/proposals/" (proposal.number) } {
                (voice.tn("drafting-proposal", &[("number", i64::from(proposal.number).into())]))
            } }
        }
    } }
}

fn proposals<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known, path: &str) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["drafting-proposal-number", "drafting-by", "drafting-change", "drafting-said", "drafting-ruling"];
    let row = |proposal: &Proposal| {
        vec![
            html! { a href={ (path) "/proposals/" (proposal.number) } {
                (voice.tn("drafting-proposal", &[("number", i64::from(proposal.number).into())]))
            } },
            html! { (reader.ground().identity.party_name(proposal.by, voice.language)) },
            what(voice, proposal),
            opinions(reader, voice, proposal),
            standing(voice, known, proposal),
        ]
    };
    let caption = voice.t("drafting-proposals").into_owned();
    let rows = known.draft.proposals.iter().map(row).collect();
    let columns = columns.map(heading).to_vec();
    table(voice, &Table { id: "proposals", caption, columns, rows, empty: "drafting-proposals-none" })
}

/// Says what a proposal changes.
pub(super) fn what(voice: &Voice, proposal: &Proposal) -> Markup {
    let number = proposal.change.paragraph().unwrap_or(0);
    html! { (voice.tn(kind_key(&proposal.change), &[("number", i64::from(number).into())])) }
}

/// Says which States are for a proposal and which against it; no number follows from it.
pub(super) fn opinions<P: Permit>(reader: &Reader<P>, voice: &Voice, proposal: &Proposal) -> Markup {
    let of = |opinion| -> Vec<String> {
        let said = proposal.opinions().into_iter().filter(|(_, said)| *said == opinion);
        said.map(|(by, _)| reader.ground().identity.party_name(by, voice.language)).collect()
    };
    let (supports, opposes) = (of(Opinion::Supports), of(Opinion::Opposes));
    html! {
        @if !supports.is_empty() { p { (voice.t("drafting-supports")) ": " (supports.join(", ")) } }
        @if !opposes.is_empty() { p { (voice.t("drafting-opposes")) ": " (opposes.join(", ")) } }
        @if !proposal.remarks.is_empty() { p { (voice.tn("drafting-remarks-count", &[("count", (proposal.remarks.len() as i64).into())])) } }
    }
}

/// Says where a proposal stands.
pub(super) fn standing(voice: &Voice, known: &Known, proposal: &Proposal) -> Markup {
    match &proposal.ruled {
        None if known.draft.hindrance(proposal).is_some() => parts::tag(Tone::Soon, &voice.t("drafting-overtaken")),
        None => html! { (voice.t("drafting-open-still")) },
        Some(ruled) => html! {
            (voice.t(match ruled.ruling {
                Ruling::Accept => "drafting-accepted",
                Ruling::Merge(_) => "drafting-merged",
                Ruling::SetAside => "drafting-set-aside",
            }))
            @if let Some(version) = ruled.version { " (" (voice.tn("drafting-as-version", &[("version", i64::from(version).into())])) ")" }
        },
    }
}
