//! The register of alerts on people as if a decision had adopted it: three States take part in everything, and some alerts on
//! people who do not exist are in force. Made when asked for alone, since no such decision was taken: the register ships off.

use std::sync::Arc;

use base::access::Purpose;
use base::ground::Puebla;
use base::identity::{ADMINISTRATOR, Caller, people};
use base::store::StoreError;
use registers::alerts::{Category, samples};
use registers::statistics;

use super::Step;
use super::cast::SECOND;
use crate::folder::wait;
use crate::outcome::Failure;

/// State, category, given name, both surnames, birth.
type LookedFor = (&'static str, Category, [&'static str; 3], &'static str);

const LOOKED_FOR: [LookedFor; 5] = [
    ("GTM", Category::MissingChild, ["Itzel Amapola", "Ficticia", "Quetzalteca"], "2014-05"),
    ("GTM", Category::CaptureTrafficking, ["Evaristo", "Ficticio", "Lagunero"], "1971-08-30"),
    ("HND", Category::ImpedimentExit, ["Práxedes", "Ficticio", "Del Golfo"], "1983-02-11"),
    ("HND", Category::MissingVulnerable, ["Casilda", "Ficticia", "Ulúa"], "1949"),
    ("MEX", Category::LocateWitness, ["Fortunato", "Ficticio", "Soconusco"], "1990-11"),
];

/// The year whose figures are published.
const PUBLISHED: i16 = 2024;

/// Switches it on and puts the alerts in force.
pub(super) fn adopt(ground: &Arc<Puebla>, tell: &dyn Fn(Step)) -> Result<(), Failure> {
    let administrators = callers(ground, ADMINISTRATOR, Purpose::Administration)?;
    let part: Vec<_> =
        administrators.into_iter().filter(|one| LOOKED_FOR.iter().any(|l| l.0 == one.state.as_str())).collect();
    let Some(coordinator) = callers(ground, "coordinator", Purpose::Secretariat)?.pop() else { return Ok(()) };
    wait(samples::switch_on(ground, &coordinator, &part))?;
    let adults = callers(ground, "alert_officer", Purpose::AlertIssuance)?;
    let children = callers(ground, "child_protection", Purpose::ChildProtection)?;
    for (state, category, [given, paternal, maternal], born) in LOOKED_FOR {
        let of_state = if category.of_child() { &children } else { &adults };
        let mut own = of_state.iter().filter(|one| one.state.as_str() == state);
        let (Some(author), Some(judge)) = (own.next(), own.next()) else { continue };
        let mut text = samples::text(category);
        text.subject.given = given.to_owned();
        text.subject.paternal = paternal.to_owned();
        text.subject.maternal = maternal.to_owned();
        text.subject.born = born.parse().unwrap_or(text.subject.born);
        wait(samples::put_in_force(ground, author, judge, category, text))?;
    }
    // A year of invented figures, so that there is one to read.
    statistics::samples::count_year(ground, PUBLISHED, ["GTM", "HND"])?;
    wait(statistics::samples::publish(ground, &coordinator, PUBLISHED))?;
    tell(Step::LookedFor(LOOKED_FOR.len()));
    Ok(())
}

/// Answers everybody in a role, by State, the second of two after the first.
fn callers(ground: &Puebla, role: &str, purpose: Purpose) -> Result<Vec<Arc<Caller>>, StoreError> {
    let profile = ground.identity.profile();
    let mut callers = Vec::new();
    let mut seats: Vec<_> = super::seats().into_iter().filter(|seat| seat.role == role).collect();
    seats.sort_by_key(|seat| seat.user_name.ends_with(SECOND));
    for seat in seats {
        callers.extend(ground.base.read(|base| people::for_command(base, &profile, &seat.user_name, purpose))?);
    }
    Ok(callers)
}
