//! What waits for whoever works on alerts, counted in one place with the way to each: their own State's, and of their own kind of work.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Visit};
use jiff::Timestamp;
use maud::{Markup, html};
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::draft::of_child;
use super::permits::{ListAlerts, ShowRegister};
use super::queries::OWNER_ON;
use super::today;

/// So many of a sort are counted: who has a hundred before them needs no better number.
const COUNTED_MAX: u64 = 100;

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call))]
pub(super) struct Waiting;

/// What waits for whoever asks.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AlertsWaiting)]
pub struct WaitingShown {
    /// Each sort of which something waits, those that cannot wait first; empty for whoever works on no alerts.
    pub sorts: Vec<SortShown>,
}

/// One sort of what waits.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AlertsWaitingSort)]
pub struct SortShown {
    /// `overdue` or `supplements` (questions to answer), `referrals`, `second` (alerts), `flags` or `proposals`.
    pub sort: String,
    /// How many; 100 stands for that and more.
    pub count: u64,
    /// The page where they are.
    pub page: String,
}

/// One sort of what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sort {
    /// What programs call it.
    code: &'static str,
    /// The key of its name.
    key: &'static str,
    /// Where it is.
    href: &'static str,
    /// Rows that wait; of the alert `a`.
    rows: &'static str,
}

/// All sorts, those that cannot wait first.
const SORTS: [Sort; 6] = [
    Sort {
        code: "overdue",
        key: "alerts-waits-overdue",
        href: "/alerts/supplements",
        rows: "alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert WHERE a.owner = :state \
            AND s.asked_us + s.hours * 3600000000 < :now AND NOT EXISTS (SELECT 1 FROM alerts_supplement_reply AS r \
            WHERE r.asked_at = s.position AND r.reply IN ('answered', 'refused'))",
    },
    Sort {
        code: "supplements",
        key: "alerts-waits-supplements",
        href: "/alerts/supplements",
        rows: "alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert WHERE a.owner = :state \
            AND s.asked_us + s.hours * 3600000000 >= :now AND NOT EXISTS (SELECT 1 FROM alerts_supplement_reply AS r \
            WHERE r.asked_at = s.position AND r.reply IN ('answered', 'refused'))",
    },
    Sort {
        code: "referrals",
        key: "alerts-waits-referrals",
        href: "/alerts/claims",
        rows: "alerts_claim AS c JOIN alerts_alert AS a ON a.alert = c.alert WHERE c.state = :state AND c.ended_at IS NULL \
            AND c.referred_to IS NULL",
    },
    Sort {
        code: "second",
        key: "alerts-waits-second",
        href: "/alerts/own",
        rows: "alerts_alert AS a WHERE a.owner = :state AND a.standing = 'proposed' AND a.ends_on > :today \
            AND NOT EXISTS (SELECT 1 FROM alerts_writer AS w WHERE w.alert = a.alert AND w.person = :person AND w.judged = 0)",
    },
    Sort {
        code: "flags",
        key: "alerts-waits-flags",
        href: "/alerts/flags",
        rows: "alerts_flag AS f JOIN alerts_alert AS a ON a.alert = f.alert WHERE f.state = :state AND f.person <> :person \
            AND f.set_at IS NULL AND f.lifted_at IS NULL AND a.withdrawn_on IS NULL AND a.until > :today",
    },
    Sort {
        code: "proposals",
        key: "alerts-waits-proposals",
        href: "/alerts/proposals",
        rows: "alerts_proposal AS p JOIN alerts_alert AS a ON a.alert = p.alert WHERE a.owner = :state \
            AND a.withdrawn_on IS NULL AND a.ends_on > :today \
            AND NOT EXISTS (SELECT 1 FROM alerts_proposal_answer AS n WHERE n.proposed_at = p.position) \
            AND NOT (p.ends IS NOT NULL AND EXISTS (SELECT 1 FROM alerts_judged AS j WHERE j.alert = p.alert AND j.position > p.position))",
    },
];

/// Counts each sort for one person; none where the register is off for its alert. Every question ends at a hundred rows.
fn counted(
    connection: &Connection,
    (state, person): (StateCode, Uuid),
    of_child: bool,
    now: Timestamp,
) -> Result<Vec<(Sort, u64)>, StoreError> {
    let (day, now) = (today(now).to_string(), now.as_microsecond());
    let mut all = Vec::new();
    for sort in SORTS {
        // Not every sort asks for each of these; named so, all are there to be asked for.
        let question = format!(
            "WITH asked AS (SELECT :state, :person, :now, :today) SELECT count(*) FROM (SELECT 1 FROM {} AND a.of_child = :child \
             AND {OWNER_ON} LIMIT {COUNTED_MAX}), asked",
            sort.rows
        );
        let asked = named_params! { ":state": state.as_str(), ":person": person, ":now": now, ":today": day, ":child": of_child };
        let count: u64 = connection.prepare_cached(&question)?.query_row(asked, |row| row.get(0))?;
        if count > 0 {
            all.push((sort, count));
        }
    }
    Ok(all)
}

/// Counts what waits for whoever reads; nothing for whoever works on no alerts.
fn waiting(reader: &Reader<ShowRegister>) -> Result<Vec<(Sort, u64)>, Refusal> {
    let (caller, now) = (reader.caller(), reader.now());
    let who = (caller.state, caller.person);
    if !works(reader) {
        return Ok(Vec::new());
    }
    Ok(reader.ask(|connection| counted(connection, who, of_child(caller), now))?)
}

/// Answers whether alerts are whoever reads' work.
pub(super) fn works(reader: &Reader<ShowRegister>) -> bool {
    reader.ground().policy.allows::<ListAlerts>(reader.caller(), &Resource::room())
}

/// Counts what waits for whoever works on alerts, sort by sort.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/waiting",
    operation_id = "count_waiting_alerts",
    tag = "alerts",
    responses((status = 200, description = "What waits for whoever asks, and where it is", body = WaitingShown))
)]
pub(super) async fn call(permitted: Permitted<ShowRegister>) -> Result<axum::Json<WaitingShown>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let shown =
        |(sort, count): (Sort, u64)| SortShown { sort: sort.code.to_owned(), count, page: sort.href.to_owned() };
    Ok(axum::Json(WaitingShown { sorts: waiting(&reader)?.into_iter().map(shown).collect() }))
}

/// Draws what waits for whoever reads, and where it is.
pub(super) fn drawn(reader: &Reader<ShowRegister>, visit: &Visit) -> Result<Markup, Refusal> {
    let all = waiting(reader)?;
    let voice = &visit.voice;
    let said = |count: u64| if count == COUNTED_MAX { format!("{COUNTED_MAX}+") } else { count.to_string() };
    Ok(parts::card(
        "waits",
        &voice.t("alerts-waits-title"),
        html! {
            @if all.is_empty() { p { (voice.t("alerts-waits-nothing")) } }
            ul { @for (sort, count) in &all {
                li {
                    a href=(sort.href) { (voice.t(sort.key)) } ": "
                    @if sort.key == SORTS[0].key { (parts::tag(Tone::Late, &said(*count))) } @else { (said(*count)) }
                }
            } }
        },
    ))
}
