//! What waits for whoever works on alerts, counted in one place with the way to each: their own State's, and of their own kind of work.

use base::desk::Reader;
use base::ids::StateCode;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Refusal, Visit};
use jiff::Timestamp;
use maud::{Markup, html};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::draft::of_child;
use super::permits::ShowRegister;
use super::queries::OWNER_ON;
use super::today;

/// So many of a sort are counted: who has a hundred before them needs no better number.
const COUNTED_MAX: u64 = 100;

/// One sort of what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sort {
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
        key: "alerts-waits-overdue",
        href: "/alerts/supplements",
        rows: "alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert WHERE a.owner = :state \
            AND s.asked_us + s.hours * 3600000000 < :now AND NOT EXISTS (SELECT 1 FROM alerts_supplement_reply AS r \
            WHERE r.asked_at = s.position AND r.reply IN ('answered', 'refused'))",
    },
    Sort {
        key: "alerts-waits-supplements",
        href: "/alerts/supplements",
        rows: "alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert WHERE a.owner = :state \
            AND s.asked_us + s.hours * 3600000000 >= :now AND NOT EXISTS (SELECT 1 FROM alerts_supplement_reply AS r \
            WHERE r.asked_at = s.position AND r.reply IN ('answered', 'refused'))",
    },
    Sort {
        key: "alerts-waits-referrals",
        href: "/alerts/claims",
        rows: "alerts_claim AS c JOIN alerts_alert AS a ON a.alert = c.alert WHERE c.state = :state AND c.ended_at IS NULL \
            AND c.referred_to IS NULL",
    },
    Sort {
        key: "alerts-waits-second",
        href: "/alerts/own",
        rows: "alerts_alert AS a WHERE a.owner = :state AND a.standing = 'proposed' AND a.ends_on > :today \
            AND NOT EXISTS (SELECT 1 FROM alerts_writer AS w WHERE w.alert = a.alert AND w.person = :person AND w.judged = 0)",
    },
    Sort {
        key: "alerts-waits-flags",
        href: "/alerts/flags",
        rows: "alerts_flag AS f JOIN alerts_alert AS a ON a.alert = f.alert WHERE f.state = :state AND f.person <> :person \
            AND f.set_at IS NULL AND f.lifted_at IS NULL AND a.withdrawn_on IS NULL AND a.until > :today",
    },
    Sort {
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

/// Draws what waits for whoever reads, and where it is.
pub(super) fn drawn(reader: &Reader<ShowRegister>, visit: &Visit) -> Result<Markup, Refusal> {
    let (caller, now) = (reader.caller(), reader.now());
    let who = (caller.state, caller.person);
    let all = reader.ask(|connection| counted(connection, who, of_child(caller), now))?;
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
