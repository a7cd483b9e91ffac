//! An exercise at a border that was held, with the counts of one State and a finding that nothing answers for yet: invented like all here.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use conference::exercises::Standing;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use secretariat::exercises::{
    Count, CountExercise, NewCounts, NewExercise, Participant, PlanExercises, find, plan_exercise, report_counts,
    step_exercise,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

const EXERCISE: &str = "RCM/EXR/1";

/// Plans and holds the exercise as the secretariat's coordinator does, and has a delegation report.
pub(super) fn practise(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let speaker = |user: &str| Speaker { speaker: user.to_owned(), purpose: None };
    let seats = super::seats();
    let Some(seat) = seats.iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let Ok(symbol) = EXERCISE.parse() else { return Ok(()) };
    let plans = folder::write::<PlanExercises>(ground, &speaker(&seat.user_name))?;
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    let on = |days: i64| today.saturating_sub(days.days()).to_string();
    let part = |(state, institution): (&str, &str)| Participant {
        state: state.to_owned(),
        institution: institution.to_owned(),
    };
    let states = [("NIC", "migration"), ("CRI", "migration"), ("HND", "child-protection"), ("PAN", "police")];
    let exercise = NewExercise {
        symbol: EXERCISE.to_owned(),
        title_en: "Joint exercise at a land border (invented)".to_owned(),
        title_es: "Ejercicio conjunto en una frontera terrestre (ficticio)".to_owned(),
        decision: "RCM/VIII/2003/DEC/23".to_owned(),
        place: "Arenal".to_owned(),
        zone: "America/Managua".to_owned(),
        first_on: on(12),
        last_on: on(10),
        plan_en: "Joint teams look at documents; child protection and the asylum authority stand beside them. (invented)".to_owned(),
        plan_es: "Equipos conjuntos revisan documentos; la protección de la niñez y la autoridad de asilo están a su lado. (ficticio)"
            .to_owned(),
        participants: states.map(part).to_vec(),
    };
    plan_exercise(&plans, &exercise)?;
    step_exercise(&plans, &symbol, Standing::Held)?;
    find(
        &plans,
        &symbol,
        "No interpreter was at the post at night. (invented)",
        "De noche no había intérprete en el puesto. (ficticio)",
    )?;
    let desk = folder::stand::<CountExercise>(ground, &speaker("pan.delegate"))?;
    let own = Resource::of(desk.caller().state, EXERCISE.to_owned());
    let count = |(kind, count): (&str, u32)| Count { kind: kind.to_owned(), count };
    let counts = [("need-asylum", 6), ("need-child", 5), ("referred-child", 5), ("false-documents", 7)];
    report_counts(&folder::wait(desk.open_to_write(own))?, &symbol, &NewCounts { counts: counts.map(count).to_vec() })?;
    Ok(())
}
