//! Where an answer that is overdue is escalated to: a State's administrator sees their own State's, its oversight also what it waits for
//! itself, the coordinator all. Numbers by State, and nothing of any question or alert (G-22).

use base::access::{Purpose, Resource};
use base::desk::Permitted;
use base::web::tables::{Column, Table, table};
use base::web::{Refusal, Visit};
use maud::{Markup, html};

use super::queries;
use crate::alerts::permits::SeeOverdue;

/// Shows them. That something is overdue is found out by whoever looks, and is a security event.
pub(in crate::alerts) async fn page(permitted: Permitted<SeeOverdue>, visit: Visit) -> Result<Markup, Refusal> {
    let caller = permitted.caller();
    let (now, all_of_them) = (permitted.ground().clock.now(), caller.purpose == Some(Purpose::Secretariat));
    let only = (!all_of_them).then_some(caller.state);
    // Oversight is told as well of what its own State waits for.
    let asked = caller.purpose == Some(Purpose::Oversight);
    let mut owed = Vec::new();
    let room = permitted
        .about(|connection| {
            owed = queries::owed(connection, only, asked, now)?;
            Ok(Some(Resource::room()))
        })
        .await?;
    let overdue = owed.iter().any(|one| one.overdue > 0);
    let reader = permitted.open_with_outcome(room, if overdue { "overdue" } else { "shown" }).await?;
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let columns = vec![
        Column::text(voice.t("alerts-states")),
        Column::figures(voice.t("alerts-supplement-overdue")),
        Column::figures(voice.t("alerts-supplement-late")),
    ];
    let rows = owed
        .iter()
        .map(|one| {
            vec![
                html! { (identity.party_name(one.state, voice.language)) },
                html! { (one.overdue) },
                html! { (one.late) },
            ]
        })
        .collect();
    let caption = voice.t("alerts-overdue-caption").into_owned();
    let body = html! {
        h1 { (voice.t("alerts-overdue-title")) }
        p { (voice.t("alerts-overdue-about")) }
        (table(voice, &Table { id: "overdue", caption, columns, rows, empty: "alerts-overdue-none" }))
    };
    Ok(visit.page("alerts-overdue-title", body))
}
