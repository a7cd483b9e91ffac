//! A course on false documents with its pilot module, and a session of it to which States may nominate: invented like all here.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use secretariat::training::{
    ArrangeTraining, NewCourse, NewModule, NewNominee, NewSession, Nominate, StateSeats, call_session, make_course,
    nominate,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

const COURSE: &str = "RCM/TRN";
const SESSION: &str = "RCM/TRN/1";

/// Spanish, English, French, partner.
const MODULES: [[&str; 4]; 3] = [
    ["Zonas de lectura mecánica", "Machine readable zones", "Zones lisibles à la machine", ""],
    ["Elementos de seguridad", "Security features", "Éléments de sécurité", ""],
    [
        "Módulo piloto: protección de refugiados",
        "Pilot module: refugee protection",
        "Module pilote : protection des réfugiés",
        "UNHCR",
    ],
];

/// Makes the course and calls the session, as the secretariat's coordinator does, and has a delegation nominate somebody.
pub(super) fn train(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let seats = super::seats();
    let Some(seat) = seats.iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
    let arranges = folder::write::<ArrangeTraining>(ground, &speaker)?;
    let module = |[es, en, fr, partner]: [&str; 4]| NewModule {
        title_en: en.to_owned(),
        title_es: es.to_owned(),
        title_fr: fr.to_owned(),
        partner: partner.to_owned(),
    };
    let course = NewCourse {
        symbol: COURSE.to_owned(),
        title_en: "False documents (invented)".to_owned(),
        title_es: "Documentos falsos (ficticio)".to_owned(),
        title_fr: "Faux documents (fictif)".to_owned(),
        valid_months: 24,
        pass: 60,
        modules: MODULES.map(module).to_vec(),
    };
    make_course(&arranges, &course)?;
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    let on = |days: i64| today.saturating_add(days.days()).to_string();
    let states = ["NIC", "HND", "GTM", "SLV", "MEX", "PAN"];
    let session = NewSession {
        symbol: SESSION.to_owned(),
        course: COURSE.to_owned(),
        decision: "RCM/VIII/2003/DEC/17".to_owned(),
        host: "NIC".to_owned(),
        place: "Managua".to_owned(),
        zone: "America/Managua".to_owned(),
        first_on: on(40),
        last_on: on(42),
        closes_on: on(30),
        organisers: ["CAN", "USA", "MEX"].map(str::to_owned).to_vec(),
        seats: states.map(|state| StateSeats { state: state.to_owned(), seats: 2 }).to_vec(),
    };
    call_session(&arranges, &session)?;
    let Some(seat) = seats.iter().find(|seat| seat.role == "delegate" && seat.party.as_str() == "HND") else {
        return Ok(());
    };
    let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
    let Ok(symbol) = SESSION.parse() else { return Ok(()) };
    let person = NewNominee {
        name: "Ana Ejemplo (ficticia)".to_owned(),
        institution: "migration".to_owned(),
        sex: "female".to_owned(),
    };
    // A delegation nominates for its own State and no other.
    let desk = folder::stand::<Nominate>(ground, &speaker)?;
    let own = Resource::of(desk.caller().state, SESSION.to_owned());
    nominate(&folder::wait(desk.open_to_write(own))?, &symbol, &person)?;
    Ok(())
}
