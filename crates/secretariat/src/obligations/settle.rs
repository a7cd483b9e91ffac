//! The acts of the coordinator: a condition is met, a later decision released it, whoever is late is reminded.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::parts;
use base::web::{Filled, Posted, Refusal, Visit, see_other};
use conference::obligations::{Act, State};
use jiff::civil::Date;
use maud::{Markup, html};

use super::entries::{ConditionMet, ObligationEntry, Released, Reminded};
use super::permits::SettleObligation;
use super::show::{self, Shown};
use super::{note, owner};
use crate::meetings::Symbol;

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<SettleObligation>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let shown = Shown::read(writer.reader(), &reference)?;
    let today = note::today(writer.reader())?;
    let entries = match filled.typed("act") {
        "remind" => {
            let due = reminders(&shown);
            if due.is_empty() {
                return Err(Refusal::conflict("obligations-fault-nobody-late"));
            }
            Some(due)
        }
        _ => typed_entry(&visit, &mut filled, &shown, today).map(|entry| vec![entry]),
    };
    let Some(entries) = entries else {
        return Ok(visit.refused_page("obligations-one", shown.markup(&visit, &filled, "")).into_response());
    };
    writer
        .append(move |open: &base::desk::Entries<'_, ObligationEntry>| {
            entries.iter().try_for_each(|entry| note::record(open, entry))
        })
        .await?;
    Ok(see_other(&format!("/obligations/{}?done=noted", shown.charged.reference.in_address())))
}

/// Makes a reminder for each who is late, each with the number that follows those sent before.
fn reminders(shown: &Shown) -> Vec<ObligationEntry> {
    let late = shown.standings.iter().filter(|standing| matches!(standing.state, State::Overdue { .. }));
    late.filter_map(|standing| {
        let sent = shown.noted.iter().filter(|noted| {
            matches!(&noted.act, Act::Reminded { owners, period, .. }
                if *owners == standing.owners && *period == standing.period)
        });
        Some(ObligationEntry::Reminded(Reminded {
            of: shown.charged.reference.clone(),
            owners: standing.owners.iter().map(owner::code).collect(),
            period: standing.period,
            due_on: standing.due_on?,
            before_days: None,
            overdue_number: Some(u16::try_from(sent.count() + 1).unwrap_or(u16::MAX)),
        }))
    })
    .collect()
}

fn typed_entry(visit: &Visit, filled: &mut Filled, shown: &Shown, today: Date) -> Option<ObligationEntry> {
    let voice = &visit.voice;
    let of = shown.charged.reference.clone();
    let on = note::day(visit, filled)?;
    if on > today {
        filled.refuse("day", voice.t("obligations-fault-future"));
        return None;
    }
    match filled.typed("act") {
        "condition_met" => {
            Some(ObligationEntry::ConditionMet(ConditionMet { of, on, text: note::text(visit, filled)? }))
        }
        "released" => {
            let Ok(decision) = filled.typed("text").trim().to_uppercase().parse::<Symbol>() else {
                filled.refuse("text", voice.t("obligations-fault-decision"));
                return None;
            };
            Some(ObligationEntry::Released(Released { of, on, decision }))
        }
        _ => {
            filled.refuse("act", voice.t("obligations-fault-act"));
            None
        }
    }
}

/// Draws the form.
pub(super) fn form(visit: &Visit, shown: &Shown, path: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let acts = [
        ("condition_met", "obligations-settle-condition"),
        ("released", "obligations-settle-released"),
        ("remind", "obligations-settle-remind"),
    ]
    .map(|(code, key)| Choice::new(code, voice.t(key)));
    let late = shown.standings.iter().any(|standing| matches!(standing.state, State::Overdue { .. }));
    let acts = if late { &acts[..] } else { &acts[..2] };
    parts::card(
        "settle",
        &voice.t("obligations-settle"),
        fields::form(
            &format!("{path}/settle"),
            visit.csrf(),
            html! {
                (fields::select(voice, filled, &Field::new("act", "obligations-note-what"), acts))
                (fields::date_input(voice, filled, &Field::new("day", "obligations-settle-day").hint("obligations-settle-day-hint").optional()))
                (fields::textarea(voice, filled, &Field::new("text", "obligations-settle-text").optional().rows(2).max_length(1_000)))
                (fields::submit_row(voice, "obligations-settle-send", None))
            },
        ),
    )
}
