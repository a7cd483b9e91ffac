//! The people of the demonstration: for every State those who report and check, and for three of them every role.

use std::path::Path;

use base::clock::Clock;
use base::identity::passwords::{self, Password};
use base::identity::people::{self, NewPerson};
use base::identity::profile::{self, InForce, Profile, RCM};
use base::identity::{ADMINISTRATOR, BASE, FirstPerson, PartyKind, enrol_totp, make};
use base::ids::StateCode;
use base::store::{Database, Keys, StoreError};
use base::web::Said;

use crate::outcome::Failure;

/// Everybody's password.
pub const PASSWORD: &str = "heron-over-the-lagoon";

/// States whose people hold every role, in which the guide's stories play.
const FULL: [&str; 3] = ["GTM", "HND", "MEX"];

/// The State that presides, which has somebody for that.
const PRESIDING: &str = "PAN";

/// Observers who have somebody.
const OBSERVERS: [&str; 2] = ["COL", "XHC"];

/// Roles in which nothing is done by one person alone: there are two of a State, the second with this at the end of the user name.
const BY_TWO: [&str; 2] = ["alert_officer", "child_protection"];
pub(super) const SECOND: &str = ".second";

/// The seats that the guide shows.
const SHOWN: [&str; 10] = [
    "gtm.officer",
    "hnd.authority",
    "hnd.examiner",
    "mex.examiner",
    "mex.steward",
    "mex.admin",
    "gtm.oversight",
    "xsv.operator",
    "xsv.coordinator",
    "xhc.delegate",
];

const FIRST_NAMES: [&str; 17] = [
    "Iris",
    "Nahún",
    "Belinda",
    "Aurelio",
    "Yolanda",
    "Wilmer",
    "Odalys",
    "Casimiro",
    "Maritza",
    "Edwin",
    "Fabiola",
    "Rigoberto",
    "Nohemí",
    "Anselmo",
    "Xiomara",
    "Teodoro",
    "Lucinda",
];
const FAMILY_NAMES: [&str; 13] = [
    "Zelaya",
    "Batres",
    "Quiroz",
    "Ulloa",
    "Cifuentes",
    "Montúfar",
    "Arana",
    "Escalante",
    "Pineda",
    "Villeda",
    "Orantes",
    "Saravia",
    "Lemus",
];

/// Somebody of the demonstration.
#[derive(Clone, Debug)]
pub struct Seat {
    /// What they type to sign in.
    pub user_name: String,
    /// The State or organisation they speak for.
    pub party: StateCode,
    /// Their role.
    pub role: String,
    /// Whether the guide shows them.
    pub shown: bool,
    post: Option<(&'static str, &'static str)>,
}

/// Answers everybody, by State.
pub fn seats() -> Vec<Seat> {
    let Ok(profile) = Profile::parse(RCM) else { return Vec::new() };
    let mut seats = Vec::new();
    for party in &profile.party {
        let full = FULL.contains(&party.code.as_str());
        for role in &profile.role {
            let short = short(&role.code);
            let fits = role.kinds.contains(&party.kind)
                && match PartyKind::parse(&party.kind) {
                    Some(PartyKind::Member) => {
                        full || ["officer", "examiner", "authority", "admin"].contains(&short)
                            || (PRESIDING == party.code.as_str() && ["delegate", "presidency"].contains(&short))
                    }
                    Some(PartyKind::Observer) => OBSERVERS.contains(&party.code.as_str()) && short == "delegate",
                    _ => true,
                };
            if !fits {
                continue;
            }
            let first = format!("{}.{short}", party.code.as_str().to_lowercase());
            let second = BY_TWO.contains(&role.code.as_str()).then(|| format!("{first}{SECOND}"));
            seats.extend([first].into_iter().chain(second).map(|user_name| Seat {
                shown: SHOWN.contains(&user_name.as_str()),
                party: party.code,
                post: (short == "officer").then(|| border_point(party.code.as_str())).flatten(),
                role: role.code.clone(),
                user_name,
            }));
        }
    }
    // The guide's own order: as its stories go.
    seats.sort_by_key(|seat| SHOWN.iter().position(|shown| *shown == seat.user_name).unwrap_or(SHOWN.len()));
    seats
}

/// Makes the folder with everybody in it, and answers how many there are.
///
/// Everybody has the same password, hashed once with the parameters of every other.
pub(super) fn enrol(folder: &Path) -> Result<usize, Failure> {
    let at = Clock::system().now();
    let seats = seats();
    let Some(first) = seats.first() else { return Ok(0) };
    let first = FirstPerson { person: person(0, first), password: Some(PASSWORD.to_owned()) };
    make(folder, RCM, &[first], at)?;
    let hash = Password::parse(PASSWORD, "")
        .map_err(|fault| Failure::input(Said::plain(fault.key())))
        .and_then(|password| Ok(password.hash()?))?;
    let keys = Keys::open(folder)?;
    let base = Database::open(folder, &BASE)?;
    let count = seats.len();
    base.write_blocking(move |base| {
        let profile = InForce::read(base, at)?;
        for (turn, party) in profile.parties.keys().enumerate() {
            // A number of the range that telephony leaves to fiction.
            profile::set_contact(base, *party, &format!("Turno 24 h (demo), +1 555 01{:02}", 10 + turn))?;
        }
        for (turn, seat) in seats.iter().enumerate() {
            if turn > 0 {
                let id = people::enrol(base, &profile, &person(turn, seat), None, at)?;
                passwords::set(base, id, &hash)?;
            }
            enrol_totp(base, &keys, &seat.user_name, &super::secret(&keys, &seat.user_name))?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(count)
}

fn person(turn: usize, seat: &Seat) -> NewPerson {
    let name = format!("{} {}", FIRST_NAMES[turn % FIRST_NAMES.len()], FAMILY_NAMES[turn % FAMILY_NAMES.len()]);
    let institution = match seat.role.as_str() {
        "border_officer" | "document_examiner" | "alert_officer" => "Migración (demo)",
        "child_protection" => "Niñez (demo)",
        "redress_officer" | "redress_panel" => "Derechos (demo)",
        "issuing_authority" => "Pasaportes (demo)",
        ADMINISTRATOR => "Informática (demo)",
        _ => "Cancillería (demo)",
    };
    NewPerson {
        user_name: seat.user_name.clone(),
        name,
        party: seat.party,
        institution: institution.to_owned(),
        post: seat.post.map(|(name, zone)| (name.to_owned(), zone.to_owned())),
        roles: vec![seat.role.clone()],
        language: None,
    }
}

/// Answers the short name of a role, which user names end in.
fn short(role: &str) -> &str {
    match role {
        ADMINISTRATOR => "admin",
        "alert_officer" => "alerts",
        "child_protection" => "children",
        "redress_officer" => "redress",
        other => other.rsplit('_').next().unwrap_or(other),
    }
}

/// Answers a border point of a State and its zone.
fn border_point(state: &str) -> Option<(&'static str, &'static str)> {
    Some(match state {
        "BLZ" => ("Benque Viejo", "America/Belize"),
        "CAN" => ("Lacolle", "America/Toronto"),
        "CRI" => ("Peñas Blancas", "America/Costa_Rica"),
        "DOM" => ("Las Américas", "America/Santo_Domingo"),
        "SLV" => ("La Hachadura", "America/El_Salvador"),
        "GTM" => ("Tecún Umán", "America/Guatemala"),
        "HND" => ("El Florido", "America/Tegucigalpa"),
        "MEX" => ("Ciudad Hidalgo", "America/Mexico_City"),
        "NIC" => ("Las Manos", "America/Managua"),
        "PAN" => ("Paso Canoas", "America/Panama"),
        "USA" => ("San Ysidro", "America/Los_Angeles"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_somebody_and_the_guide_shows_ten() {
        let Ok(profile) = Profile::parse(RCM) else { panic!("a profile") };
        let seats = seats();
        for role in &profile.role {
            assert!(seats.iter().any(|seat| seat.role == role.code), "{}", role.code);
        }
        for party in profile.party.iter().filter(|party| party.kind == "member") {
            assert!(seats.iter().any(|seat| seat.party == party.code && seat.role == "issuing_authority"));
        }
        assert_eq!(seats.iter().filter(|seat| seat.shown).count(), SHOWN.len());
        assert_eq!(seats.iter().take(SHOWN.len()).map(|seat| seat.user_name.as_str()).collect::<Vec<_>>(), SHOWN);
        assert!(seats.len() > 50 && seats.len() < 100, "{}", seats.len());
    }
}
