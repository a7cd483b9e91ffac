//! A client that checks documents; what it leaves behind is lines of the access log.

use serde_json::json;

use super::asking::Asking;
use super::client::{Client, Fault};
use super::folder::Person;
use super::judge::Found;
use super::wire;

/// A zone of the specimen State, printed in ICAO 9303-4, 4.2.2.
const ZONE: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

/// A border officer.
pub struct Officer {
    person: Person,
}

impl Officer {
    pub fn new(person: Person) -> Self {
        Officer { person }
    }
}

impl Client for Officer {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        let asked = if asking.chance(30) {
            json!({ "zone": ZONE })
        } else {
            let number = asking.choose(10_000_000).unwrap_or(0);
            json!({ "number": format!("G{number:07}"), "issuing_state": "GTM" })
        };
        asking.act("checks.check", 200, &wire::call(&self.person, "POST", "/api/v1/checks", &asked));
    }

    fn judge(&mut self, _: &Found) -> Vec<Fault> {
        Vec::new()
    }
}
