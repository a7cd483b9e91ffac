//! The acts "record the decision that adopts the register" and "… that ends it", by the secretariat's coordinator.
//!
//! Nothing else switches the register on, and switching it on stores nothing: each State still opts in for itself.

use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit, Voice};
use jiff::civil::Date;
use maud::{Markup, html};

use super::entries::{AlertsEntry, Decided};
use super::permits::AdoptRegister;
use super::{switch, today};

/// What a decision does to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It adopts it.
    On,
    /// It ends it.
    Off,
}

/// Records a decision.
///
/// Errors: `Refused` where the register is on or off already.
pub fn decide(entries: &Entries<'_, AlertsEntry>, turn: Turn, decided: Decided) -> Result<(), StoreError> {
    let on = switch::adoption(entries.now())?.is_some();
    let entry = match (turn, on) {
        (Turn::On, false) => AlertsEntry::Adopted(decided),
        (Turn::Off, true) => AlertsEntry::Repealed(decided),
        (Turn::On, true) => return Err(StoreError::Refused("alerts-refused-adopted")),
        (Turn::Off, false) => return Err(StoreError::Refused("alerts-refused-off")),
    };
    entries.append(&entry)?;
    Ok(())
}

/// Asks by which decision the register is adopted.
pub(super) async fn adopt_page(permitted: Permitted<AdoptRegister>, visit: Visit) -> Result<Markup, Refusal> {
    page(permitted, visit, Turn::On).await
}

/// Adopts it.
pub(super) async fn adopt(permitted: Permitted<AdoptRegister>, visit: Visit, posted: Posted) -> Answer {
    submit(permitted, visit, posted.0, Turn::On).await
}

/// Asks by which decision the register ends.
pub(super) async fn repeal_page(permitted: Permitted<AdoptRegister>, visit: Visit) -> Result<Markup, Refusal> {
    page(permitted, visit, Turn::Off).await
}

/// Ends it.
pub(super) async fn repeal(permitted: Permitted<AdoptRegister>, visit: Visit, posted: Posted) -> Answer {
    submit(permitted, visit, posted.0, Turn::Off).await
}

type Answer = Result<Result<Redirect, (StatusCode, Markup)>, Refusal>;

async fn page(permitted: Permitted<AdoptRegister>, visit: Visit, turn: Turn) -> Result<Markup, Refusal> {
    permitted.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page(turn.title(), drawn(&visit, turn, &Filled::new())))
}

async fn submit(permitted: Permitted<AdoptRegister>, visit: Visit, mut filled: Filled, turn: Turn) -> Answer {
    let writer = permitted.open_to_write(Resource::room()).await?;
    let Some(decided) = read(&visit.voice, &mut filled, today(writer.reader().now())) else {
        return Ok(Err(visit.refused_page(turn.title(), drawn(&visit, turn, &filled))));
    };
    writer.append(move |entries| decide(entries, turn, decided)).await?;
    Ok(Ok(Redirect::to(turn.done())))
}

fn read(voice: &Voice, filled: &mut Filled, today: Date) -> Option<Decided> {
    let symbol = filled.typed("symbol").trim().to_owned();
    if !switch::is_symbol(&symbol) {
        filled.refuse("symbol", voice.t("alerts-fault-symbol"));
    }
    let on = match filled.date("decided_on") {
        Ok(Some(on)) if on <= today => Some(on),
        Ok(Some(_)) => {
            filled.refuse("decided_on", voice.t("alerts-fault-decided-later"));
            None
        }
        Ok(None) => {
            filled.refuse("decided_on", voice.t("alerts-fault-decided-missing"));
            None
        }
        Err(fault) => {
            filled.refuse("decided_on", voice.t(fault.key()));
            None
        }
    };
    on.filter(|_| !filled.is_refused()).map(|on| Decided { symbol, on })
}

impl Turn {
    const fn title(self) -> &'static str {
        match self {
            Turn::On => "alerts-adopt-title",
            Turn::Off => "alerts-repeal-title",
        }
    }

    const fn done(self) -> &'static str {
        match self {
            Turn::On => "/alerts?done=adopted",
            Turn::Off => "/alerts?done=repealed",
        }
    }
}

fn drawn(visit: &Visit, turn: Turn, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let (action, consequence, act) = match turn {
        Turn::On => ("/alerts/adopt", "alerts-adopt-consequence", "alerts-adopt-act"),
        Turn::Off => ("/alerts/repeal", "alerts-repeal-consequence", "alerts-repeal-act"),
    };
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t(turn.title())) }
        div .consequence { p { (voice.t(consequence)) } }
        (fields::form(action, visit.csrf(), html! {
            (fields::text_input(voice, filled, &Field::new("symbol", "alerts-symbol").hint("alerts-symbol-hint").mono()
                .max_length(switch::SYMBOL_CHARS_MAX as u32).autocomplete("off")))
            (fields::date_input(voice, filled, &Field::new("decided_on", "alerts-decided-on")))
            div .row {
                button .grave[turn == Turn::Off] type="submit" { (voice.t(act)) }
                a .button .plain href="/alerts" { (voice.t("form-cancel")) }
            }
        }))
    }
}
