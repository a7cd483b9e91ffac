//! Policy sheets of a State: one published, one whose review is overdue, one that waits for the coordinator. Invented like all here.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use secretariat::sheets::{NewSheet, PublishSheet, WriteSheet, publish_sheet, write_sheet};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Topic, Spanish and English statement, how many days ago it was reviewed, whether it is published.
type Invented = (&'static str, [&'static str; 2], i64, bool);

const ALL: [Invented; 3] = [
    (
        "family-reunification",
        [
            "Cónyuge e hijos menores de quien reside tres años (ficticio)",
            "Spouse and minor children after three years (invented)",
        ],
        30,
        true,
    ),
    (
        "consular-protection",
        [
            "Un consulado atiende a toda persona detenida en dos días (ficticio)",
            "A consulate sees whoever is held within two days (invented)",
        ],
        500,
        true,
    ),
    ("return", ["Nadie es recibido de noche (ficticio)", "Nobody is received at night (invented)"], 10, false),
];

/// Writes them down as a delegate does, and publishes them as the secretariat's coordinator does.
pub(super) fn tell(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let seats = super::seats();
    let speaker = |role: &str, party: Option<&str>| {
        let seat =
            seats.iter().find(|seat| seat.role == role && party.is_none_or(|party| seat.party.as_str() == party));
        seat.map(|seat| Speaker { speaker: seat.user_name.clone(), purpose: None })
    };
    let (Some(writes), Some(publishes)) = (speaker("delegate", Some("HND")), speaker("coordinator", None)) else {
        return Ok(());
    };
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    for (topic, [es, en], ago, is_published) in ALL {
        let new = NewSheet {
            short_es: es.to_owned(),
            short_en: en.to_owned(),
            text_es: format!("{es}. El texto entero está en la fuente. (ficticio)"),
            text_en: format!("{en}. The whole text is in the source. (invented)"),
            original: "es".to_owned(),
            source: "Ley de muestra, art. 12 (ficticia)".to_owned(),
            policy_on: "2002-07-01".to_owned(),
            reviewed_on: today.saturating_sub(ago.days()).to_string(),
            months: 12,
            ..NewSheet::default()
        };
        let desk = folder::stand::<WriteSheet>(ground, &writes)?;
        let state = desk.caller().state;
        let reference = format!("{state}-{topic}");
        let own = Resource::of(state, reference.clone());
        write_sheet(&folder::wait(desk.open_to_write(own.clone()))?, &reference, &new)?;
        if is_published {
            let desk = folder::stand::<PublishSheet>(ground, &publishes)?;
            publish_sheet(&folder::wait(desk.open_to_write(own))?, &reference)?;
        }
    }
    Ok(())
}
