//! The act "list one's own State's entries": newest first, fifty a page, by status and kind.

use base::access::Resource;
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Pager, pager};
use base::web::{Asked, Filled, InputFault, Refusal, Visit, Voice, parts};
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{StatusPage, StatusShown};
use super::expiry::today;
use super::fault::Fault;
use super::permits::{ListStatus, ReportStatus};
use super::queries::{self, EntryId, Filter, From, StatusRecord};
use super::{form, pages};

/// Entries a page.
const PAGE_ROWS: usize = 50;

/// One page of the list, and whether there are more on either side.
struct Turned {
    records: Vec<StatusRecord>,
    newer: bool,
    older: bool,
}

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListStatus>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let filled = query.0;
    // What an address names wrongly is left out: a list is no form to be corrected.
    let filter = Filter { status: filled.typed("status").parse().ok(), kind: filled.typed("kind").parse().ok() };
    let from = match (filled.typed("after").parse(), filled.typed("before").parse()) {
        (Ok(id), _) => From::After(id),
        (_, Ok(id)) => From::Before(id),
        _ => From::Newest,
    };
    let may_report = desk.ground().policy.allows::<ReportStatus>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let (issuer, today) = (reader.caller().state, today(visit.voice.now));
    let turned = reader.ask_long(move |connection| turn(connection, issuer, filter, from, today)).await?;
    let counted = reader.ask(|connection| queries::count(connection, issuer))?;
    let caption = caption(&visit.voice, counted);
    Ok(visit.page("status-list", markup(&visit.voice, &filled, &turned, caption, may_report)))
}

/// Lists the entries of one's own State, newest first: status and reference, never a number.
#[utoipa::path(
    get,
    path = "/api/v1/status",
    operation_id = "list_status",
    tag = "status",
    params(
        ("after" = Option<String>, Query, description = "The `next` of the page before"),
        ("status" = Option<String>, Query, description = "Only entries with this status"),
        ("kind" = Option<String>, Query, description = "Only entries about this kind of document")
    ),
    responses((status = 200, description = "A page of up to fifty entries", body = StatusPage))
)]
pub(super) async fn call(desk: Permitted<ListStatus>, query: Asked) -> Result<axum::Json<StatusPage>, Refusal> {
    let asked = asked(&query.0);
    let now = desk.ground().clock.now();
    let reader = desk.open(Resource::room()).await?;
    let (filter, from) = asked.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let issuer = reader.caller().state;
    let turned = reader.ask_long(move |connection| turn(connection, issuer, filter, from, today(now))).await?;
    let next = turned.older.then(|| turned.records.last().map(|record| record.id.to_string())).flatten();
    Ok(axum::Json(StatusPage { entries: turned.records.iter().map(StatusShown::of).collect(), next }))
}

/// Reads what a machine asks for; unlike an address that a person opens, a mistake in it is refused.
fn asked(query: &Filled) -> Result<(Filter, From), InputFault> {
    let (status, kind, after) = (query.typed("status"), query.typed("kind"), query.typed("after"));
    let filter = Filter {
        status: if status.is_empty() { None } else { Some(super::written::status(status)?) },
        kind: if kind.is_empty() { None } else { Some(super::written::document_kind(kind)?) },
    };
    if after.is_empty() {
        return Ok((filter, From::Newest));
    }
    let id: EntryId = after.parse().map_err(|_| Fault::AfterUnknown.at("after"))?;
    Ok((filter, From::After(id)))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(
    connection: &rusqlite::Connection,
    issuer: journal::StateCode,
    filter: Filter,
    from: From,
    today: Date,
) -> Result<Turned, base::store::StoreError> {
    let mut records = queries::page(connection, issuer, filter, from, PAGE_ROWS + 1, today)?;
    let more = records.len() > PAGE_ROWS;
    let (newer, older) = match from {
        From::Newest => (false, more),
        From::After(_) => (true, more),
        From::Before(_) => (more, true),
    };
    if more {
        // The row too many is the farthest from where the page was turned.
        if matches!(from, From::Before(_)) {
            records.remove(0)
        } else {
            records.remove(PAGE_ROWS)
        };
    }
    Ok(Turned { records, newer, older })
}

fn caption(voice: &Voice, (rows, all): (u64, bool)) -> String {
    let key = if all { "status-list-caption" } else { "status-list-caption-more" };
    voice.tn(key, &[("count", rows.into())]).into_owned()
}

fn markup(voice: &Voice, filled: &Filled, turned: &Turned, caption: String, may_report: bool) -> Markup {
    let link = |way: &str, record: Option<&StatusRecord>, rows: usize| {
        record.map(|record| {
            format!(
                "/status?{way}={}&row={rows}&status={}&kind={}",
                record.id,
                base::web::shell::encoded(filled.typed("status")),
                base::web::shell::encoded(filled.typed("kind"))
            )
        })
    };
    let first: usize = filled.typed("row").parse().unwrap_or(1).clamp(1, usize::MAX / 2);
    let (rows, records) = (turned.records.len(), &turned.records);
    let stand = Pager {
        from: first as u64,
        to: (first + rows.max(1) - 1) as u64,
        total: None,
        previous: if turned.newer {
            link("before", records.first(), first.saturating_sub(PAGE_ROWS).max(1))
        } else {
            None
        },
        next: if turned.older { link("after", records.last(), first + rows) } else { None },
    };
    html! {
        h1 { (voice.t("status-list")) }
        @match filled.typed("done") {
            "withdrawn" => (parts::notice(parts::Tone::Done, html! { p { (voice.t("status-done-withdrawn")) } })),
            _ => {},
        }
        p { (voice.t("status-list-about")) }
        div .row {
            @if may_report {
                a .button href="/status/report" { (voice.t("status-report-number")) }
                a .button .plain href="/status/report-range" { (voice.t("status-report-range")) }
                a .button .plain href="/status/report-pattern" { (voice.t("status-report-pattern")) }
            }
            a .button .plain href="/status/find" { (voice.t("status-find")) }
        }
        (filter(voice, filled))
        (pages::records(voice, caption, records, "status-list-empty"))
        @if turned.newer || turned.older { (pager(voice, &stand)) }
        p { (voice.t("status-export-about")) " "
            a href="/status/export?format=csv" { (voice.t("status-export-csv")) } " · "
            a href="/status/export?format=jsonl" { (voice.t("status-export-jsonl")) } }
    }
}

fn filter(voice: &Voice, filled: &Filled) -> Markup {
    let any = |key| std::iter::once(Choice::new("", voice.t(key)));
    let statuses: Vec<Choice<'_>> = any("status-any-status")
        .chain(super::StatusKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))))
        .collect();
    let kinds: Vec<Choice<'_>> = any("status-any-kind").chain(form::kinds(voice)).collect();
    fields::search_form(
        "/status",
        html! {
            (fields::select(voice, filled, &Field::new("status", "status-status").unmarked(), &statuses))
            (fields::select(voice, filled, &Field::new("kind", "status-kind").unmarked(), &kinds))
            (fields::submit_row(voice, "status-filter", None))
        },
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;

    /// Answers the references a page lists, in its order.
    fn listed(body: &str) -> Vec<String> {
        body.split("<th scope=\"row\">")
            .skip(1)
            .map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned())
            .collect()
    }

    fn link(body: &str, rel: &str) -> Option<String> {
        let tag = body.split("<a ").find(|tag| tag.contains(&format!("rel=\"{rel}\"")))?;
        Some(tag.split("href=\"").nth(1)?.split('"').next()?.replace("&amp;", "&"))
    }

    #[tokio::test]
    async fn a_long_list_is_turned_in_both_directions() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        for turn in 0..53 {
            report(&specimen, &session, &format!("K9{turn:06}"), &format!("R{turn:02}")).await;
        }
        report(&specimen, &authority(&specimen, "HND"), "K9000001", "FOREIGN").await;
        let first = specimen.get(Some(&session), "/status").await.body;
        assert_eq!(listed(&first), (3..53).rev().map(|turn| format!("R{turn:02}")).collect::<Vec<_>>());
        assert!(first.contains("53 entries") && link(&first, "prev").is_none());
        let second = specimen.get(Some(&session), &link(&first, "next").unwrap()).await.body;
        assert_eq!(listed(&second), ["R02", "R01", "R00"]);
        assert!(second.contains("Rows 51–53") && link(&second, "next").is_none());
        let back = specimen.get(Some(&session), &link(&second, "prev").unwrap()).await.body;
        assert_eq!(listed(&back), listed(&first));
        assert!(link(&back, "prev").is_none() && link(&back, "next").is_some());
    }

    #[tokio::test]
    async fn a_list_is_narrowed_by_status_and_kind() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K9000001", "LOST").await;
        let pattern =
            [("kind", "visa"), ("pattern", "K9###"), ("status", "invalid"), ("reference", "VISA"), ("step", "send")];
        path_of(specimen.post(&session, "/status/report-pattern", &pattern).await);
        let list = async |query: &str| listed(&specimen.get(Some(&session), &format!("/status{query}")).await.body);
        assert_eq!(list("").await, ["VISA", "LOST"]);
        assert_eq!(list("?status=lost").await, ["LOST"]);
        assert_eq!(list("?kind=visa").await, ["VISA"]);
        assert_eq!(list("?kind=visa&status=lost").await, Vec::<String>::new());
        assert_eq!(list("?kind=%FF&after=x&row=-1").await, ["VISA", "LOST"]);
    }

    #[tokio::test]
    async fn each_state_sees_its_own_list_and_others_none() {
        let specimen = specimen();
        report(&specimen, &authority(&specimen, "GTM"), "K9000001", "DGM-17").await;
        let steward = specimen.signed_in("GTM", "data_steward", Purpose::DataStewardship);
        let page = specimen.get(Some(&steward), "/status").await.body;
        assert!(page.contains("DGM-17") && !page.contains("/status/report"), "who may not report is not offered it");
        assert!(!specimen.get(Some(&authority(&specimen, "HND")), "/status").await.body.contains("DGM-17"));
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        assert_eq!(specimen.get(Some(&officer), "/status").await.status, 404);
        assert_eq!(specimen.get(None, "/status").await.status, 303);
    }

    #[tokio::test]
    async fn a_machine_reads_the_list_page_by_page() {
        let specimen = specimen();
        let (session, token) = (authority(&specimen, "GTM"), authority_token(&specimen, "GTM"));
        for turn in 0..51 {
            report(&specimen, &session, &format!("K9{turn:06}"), &format!("R{turn:02}")).await;
        }
        let page = |answer: base::specimen::Answer| serde_json::from_str::<super::StatusPage>(&answer.body).unwrap();
        let first = page(api_get(&specimen, &token, "/api/v1/status").await);
        assert_eq!((first.entries.len(), first.entries[0].reference.as_str()), (50, "R50"));
        let next = first.next.unwrap();
        let second = page(api_get(&specimen, &token, &format!("/api/v1/status?after={next}")).await);
        assert_eq!((second.entries.len(), second.next), (1, None));
        let wrong = api_get(&specimen, &token, "/api/v1/status?after=x").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("after-unknown"));
        assert_eq!(api_get(&specimen, &token, "/api/v1/status?status=gone").await.status, 422);
        assert_eq!(api_get(&specimen, "nobody", "/api/v1/status").await.status, 401);
    }
}
