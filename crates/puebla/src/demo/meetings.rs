//! The conference of the demonstration: its eighth meeting, the workshop that slipped by 124 days, and a meeting still to come.

use std::sync::Arc;

use base::ground::Puebla;
use secretariat::meetings::{ChangeMeeting, MeetingChange, NewMeeting, PlanMeeting, change_meeting, plan_meeting};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Symbol, body, number, English and Spanish title, symbol of the meeting it belongs to.
type Called = (&'static str, &'static str, u16, &'static str, &'static str, &'static str);

const EIGHTH: Called = (
    "RCM/VIII",
    "RCM",
    8,
    "Eighth Meeting of the Regional Conference on Migration",
    "Octava Reunión de la Conferencia Regional sobre Migración",
    "",
);
const WORKSHOP: Called = (
    "RCM/VIII/RET",
    "RET",
    1,
    "Workshop on the dignified, safe and orderly return of migrants",
    "Taller sobre el retorno digno, seguro y ordenado de personas migrantes",
    "RCM/VIII",
);
const NINTH: Called = (
    "RCM/IX",
    "RCM",
    9,
    "Ninth Meeting of the Regional Conference on Migration",
    "Novena Reunión de la Conferencia Regional sobre Migración",
    "",
);

/// State, first and last day, zone, city.
type Sat = (&'static str, &'static str, &'static str, &'static str, &'static str);

const CANCUN: Sat = ("MEX", "2003-05-29", "2003-05-30", "America/Cancun", "Cancún");
const SAN_SALVADOR: Sat = ("SLV", "2003-07-30", "2003-07-30", "America/El_Salvador", "San Salvador");
const PANAMA: Sat = ("PAN", "2004-05-20", "2004-05-21", "America/Panama", "Panamá");

/// Writes them down, as the secretariat's coordinator does.
pub(super) fn call(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Some(seat) = super::seats().into_iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name, purpose: None };
    let planner = folder::write::<PlanMeeting>(ground, &speaker)?;
    for (called, sat) in [(EIGHTH, CANCUN), (WORKSHOP, SAN_SALVADOR), (NINTH, PANAMA)] {
        plan_meeting(&planner, &meeting(called, sat))?;
    }
    let changer = folder::write::<ChangeMeeting>(ground, &speaker)?;
    held(&changer, EIGHTH, CANCUN.1, CANCUN.2)?;
    held(&changer, WORKSHOP, "2003-12-01", "2003-12-01")
}

fn held(
    changer: &base::desk::Writer<ChangeMeeting>,
    called: Called,
    first_on: &str,
    last_on: &str,
) -> Result<(), Failure> {
    let Ok(symbol) = called.0.parse() else { return Ok(()) };
    let change = MeetingChange {
        standing: "held".to_owned(),
        first_on: first_on.to_owned(),
        last_on: last_on.to_owned(),
        ..MeetingChange::default()
    };
    change_meeting(changer, &symbol, &change)?;
    Ok(())
}

fn meeting(called: Called, sat: Sat) -> NewMeeting {
    let (symbol, series, number, title_en, title_es, parent) = called;
    let (host, first_on, last_on, zone, place) = sat;
    NewMeeting {
        symbol: symbol.to_owned(),
        series: series.to_owned(),
        number,
        title_en: title_en.to_owned(),
        title_es: title_es.to_owned(),
        parent: parent.to_owned(),
        members_only: false,
        host: host.to_owned(),
        first_on: first_on.to_owned(),
        last_on: last_on.to_owned(),
        zone: zone.to_owned(),
        place: place.to_owned(),
    }
}
