//! Invented alerts for tests, the demonstration and the measurements: of the specimen State, or marked fictional.

use std::sync::Arc;

use base::access::Resource;
use base::desk::Permitted;
use base::ground::Puebla;
use base::identity::Caller;
use base::ids::StateCode;
use base::store::StoreError;
use base::web::Refusal;
use base::words::Language;
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Connection;
use uuid::Uuid;

use super::alert::{AlertText, Month, Point};
use super::coded::{BorderType, CheckLevel, FraudClass, Technique};
use super::confirm::confirm;
use super::entries::AlertEntry;
use super::pattern::SeriesPattern;
use super::permits::{ConfirmAlert, PublishAlert, SubmitAlert};
use super::publish::publish;
use super::queries;
use super::submit::{Numbering, hand_in};
use super::typed::{Typed, TypedPoint};
use crate::document::DocumentKind;

/// Alerts of one transaction when many are published.
const CHUNK: usize = 500;

/// One invented point of detection: class of fraud, technique, level, place, Spanish, English, French.
type Invented = (FraudClass, Option<Technique>, CheckLevel, &'static str, &'static str, &'static str, &'static str);

const INVENTED: &[Invented] = &[
    (
        FraudClass::Counterfeit,
        None,
        CheckLevel::Unaided,
        "Página de datos, borde de la foto",
        "La foto no tiene el borde en relieve: páselo con la uña. (ficticio)",
        "The photo has no raised edge: feel it with a fingernail. (fictional)",
        "La photo n’a pas de bord en relief : passez-y l’ongle. (fictif)",
    ),
    (
        FraudClass::Counterfeit,
        None,
        CheckLevel::SimpleTool,
        "Página de datos",
        "Sin fibra azul bajo luz UV. (ficticio)",
        "No blue fibre under UV light. (fictional)",
        "Aucune fibre bleue sous lumière UV. (fictif)",
    ),
    (
        FraudClass::Forgery,
        Some(Technique::PhotoSubstitution),
        CheckLevel::Unaided,
        "Foto",
        "El laminado forma una burbuja sobre la foto. (ficticio)",
        "The laminate forms a bubble over the photo. (fictional)",
        "Le laminat forme une bulle sur la photo. (fictif)",
    ),
    (
        FraudClass::Forgery,
        Some(Technique::ZoneAlteration),
        CheckLevel::Unaided,
        "Zona de lectura mecánica",
        "La segunda línea está impresa en otra letra. (ficticio)",
        "The second line is printed in another typeface. (fictional)",
        "La deuxième ligne est imprimée dans une autre police. (fictif)",
    ),
    (
        FraudClass::Forgery,
        Some(Technique::StampAlteration),
        CheckLevel::SimpleTool,
        "Página de visas",
        "La fecha del sello está raspada: mírela con luz rasante. (ficticio)",
        "The date of the stamp is scraped: look with oblique light. (fictional)",
        "La date du timbre est grattée : regardez en lumière rasante. (fictif)",
    ),
    (
        FraudClass::StolenBlank,
        None,
        CheckLevel::Unaided,
        "Página de datos",
        "Los datos están impresos con chorro de tinta: se ven puntos de color. (ficticio)",
        "The entries are printed by inkjet: coloured dots are visible. (fictional)",
        "Les données sont imprimées au jet d’encre : on voit des points de couleur. (fictif)",
    ),
    (
        FraudClass::Pseudo,
        None,
        CheckLevel::Unaided,
        "Cubierta",
        "El nombre del Estado no existe en la lista de la OACI. (ficticio)",
        "The name of the State is not in the list of ICAO. (fictional)",
        "Le nom de l’État n’est pas dans la liste de l’OACI. (fictif)",
    ),
    (
        FraudClass::FraudulentlyObtained,
        None,
        CheckLevel::Laboratory,
        "Acta de respaldo",
        "El acta de nacimiento que respalda la solicitud lleva un sello que la oficina no usó. (ficticio)",
        "The birth certificate behind the application bears a stamp that the office never used. (fictional)",
        "L’acte de naissance à l’appui de la demande porte un timbre que le bureau n’a jamais utilisé. (fictif)",
    ),
];

/// Answers an alert as an examiner would type it, in Spanish with some English: passports of Utopia, series K9.
pub fn typed() -> Typed {
    let point = |level: &str, place: &str, es: &str, en: &str| TypedPoint {
        level: level.to_owned(),
        place: place.to_owned(),
        es: es.to_owned(),
        en: en.to_owned(),
        fr: String::new(),
    };
    Typed {
        fraud_class: "counterfeit".to_owned(),
        techniques: vec!["mrz_alteration".to_owned()],
        kind: "passport".to_owned(),
        issuer: "UTO".to_owned(),
        pattern: "K9#######".to_owned(),
        points: vec![
            point("1", INVENTED[0].3, INVENTED[0].4, INVENTED[0].5),
            point("2", INVENTED[1].3, INVENTED[1].4, INVENTED[1].5),
            point("1", "Zona de lectura mecánica", "El número repite el dígito de control 4. (ficticio)", ""),
        ],
        documents_seen: "11".to_owned(),
        first_seen: "2025-11".to_owned(),
        detected_border: "land".to_owned(),
        detected_in: "HND".to_owned(),
        language: "es".to_owned(),
    }
}

/// Answers the text of [`typed`].
pub fn text() -> AlertText {
    varied(
        0,
        "UTO",
        DocumentKind::Passport,
        SeriesPattern::parse("K9#######").ok(),
        Month::of(jiff::civil::date(2025, 11, 1)),
    )
}

/// Series of member States: what is found there, issuing State, kind, series. They begin with ZZ, which no State issues.
const OF_MEMBERS: &[(usize, &str, DocumentKind, &str)] = &[
    (16, "GTM", DocumentKind::Passport, "ZZ9######"),
    (2, "MEX", DocumentKind::Passport, "ZZ9######"),
    (11, "SLV", DocumentKind::IdentityCard, "ZZ9######"),
    (20, "PAN", DocumentKind::Visa, "ZZ9######"),
    (10, "CRI", DocumentKind::ResidencePermit, "ZZ9@#####"),
    (5, "CAN", DocumentKind::Passport, "ZZ8######"),
];

/// Answers some dozens of alerts as of a given day: a few on fictional series of member States, then many on documents of
/// the specimen State, of every class and kind. Every point of detection says that it is fictional.
pub fn some(today: Date) -> Vec<AlertText> {
    let series = ["K9#######", "L8#######", "", "UT@@####", "K90######", "?7#######"];
    let month = |turn: usize| Month::of(today.saturating_sub(i64::try_from(1 + turn % 14).unwrap_or(1).months()));
    let of_members = OF_MEMBERS.iter().map(|(turn, issuer, kind, series)| {
        varied(*turn, issuer, *kind, SeriesPattern::parse(series).ok(), month(*turn))
    });
    let of_specimens = (0..36).map(|turn| {
        let kind = DocumentKind::ALL[turn % DocumentKind::ALL.len()];
        varied(turn, "UTO", kind, SeriesPattern::parse(series[turn % series.len()]).ok(), month(turn))
    });
    of_members.chain(of_specimens).collect()
}

/// Answers any number of alerts on fictional series (they begin with XX, which no State issues) of a number of States,
/// for measuring. The same `turn` always gives the same alert; every twentieth has no series.
pub fn many(turns: std::ops::Range<usize>, today: Date) -> impl Iterator<Item = AlertText> {
    const ISSUERS: [&str; 24] = [
        "UTO", "BLZ", "CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA", "COL", "ECU", "VEN", "PER",
        "BRA", "CUB", "HTI", "JAM", "CHL", "ARG", "BOL", "URY",
    ];
    let month = Month::of(today.saturating_sub(3.months()));
    turns.map(move |turn| {
        let kind = DocumentKind::ALL[turn / ISSUERS.len() % DocumentKind::ALL.len()];
        let series = format!("XX{:03}{}", turn / 192 % 1000, ["####", "#####", "@###"][turn % 3]);
        let pattern = if turn % 20 == 19 { None } else { SeriesPattern::parse(&series).ok() };
        varied(turn, ISSUERS[turn % ISSUERS.len()], kind, pattern, month)
    })
}

fn state(code: &str) -> StateCode {
    code.parse().expect("the samples' States are three letters")
}

fn varied(
    turn: usize,
    issuer: &str,
    kind: DocumentKind,
    pattern: Option<SeriesPattern>,
    first_seen: Month,
) -> AlertText {
    let (class, technique, ..) = INVENTED[turn % INVENTED.len()];
    let point = |(_, _, level, place, es, en, fr): &Invented| Point {
        level: *level,
        place: (*place).to_owned(),
        en: Some((*en).to_owned()),
        es: Some((*es).to_owned()),
        fr: Some((*fr).to_owned()),
    };
    let states = ["HND", "GTM", "MEX", "CAN", "PAN"];
    AlertText {
        class,
        techniques: technique.into_iter().collect(),
        kind,
        issuer: state(issuer),
        pattern,
        points: INVENTED.iter().cycle().skip(turn).take(1 + turn % 5).map(point).collect(),
        documents_seen: u32::try_from(1 + turn % 40).unwrap_or(1),
        first_seen,
        detected_border: BorderType::ALL[turn % BorderType::ALL.len()],
        detected_in: state(states[turn % states.len()]),
        language: Language::Es,
    }
}

/// Publishes alerts in bulk by the same entries and the same permits as people do it one by one: `author` submits,
/// `confirmer` of another State confirms, `author` publishes. For the demonstration and the measurements.
///
/// One look a chunk and act is on the access log. Errors: as each act's; what was published before stays.
pub async fn publish_all(
    ground: &Arc<Puebla>,
    author: &Arc<Caller>,
    confirmer: &Arc<Caller>,
    texts: impl IntoIterator<Item = AlertText>,
) -> Result<usize, Refusal> {
    let mut texts = texts.into_iter();
    let mut published = 0;
    loop {
        let chunk: Vec<AlertText> = texts.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(published);
        }
        published += chunk.len();
        let ids = submit_chunk(ground, author, chunk).await?;
        let waiting = Resource { status: "submitted", ..Resource::of(author.state, "samples".to_owned()) };
        let writer =
            Permitted::<ConfirmAlert>::new(Arc::clone(ground), Arc::clone(confirmer)).open_to_write(waiting).await?;
        let confirming = ids.clone();
        writer
            .append(move |entries| {
                confirming.iter().try_for_each(|id| confirm(entries, *id, &handed_in(entries.now(), *id)?))
            })
            .await?;
        let own = Resource::of(author.state, "samples".to_owned());
        let writer = Permitted::<PublishAlert>::new(Arc::clone(ground), Arc::clone(author)).open_to_write(own).await?;
        writer
            .append(move |entries| ids.iter().try_for_each(|id| publish(entries, *id, &handed_in(entries.now(), *id)?)))
            .await?;
    }
}

/// Answers the hash of an alert's first version.
fn handed_in(connection: &Connection, id: Uuid) -> Result<[u8; 32], StoreError> {
    Ok(queries::version(connection, id, 1)?.map(|version| version.hash).unwrap_or_default())
}

/// Submits alerts in bulk and leaves them waiting; answers their ids.
pub async fn submit_chunk(
    ground: &Arc<Puebla>,
    author: &Arc<Caller>,
    texts: Vec<AlertText>,
) -> Result<Vec<Uuid>, Refusal> {
    let own = Resource::of(author.state, "samples".to_owned());
    let writer = Permitted::<SubmitAlert>::new(Arc::clone(ground), Arc::clone(author)).open_to_write(own).await?;
    let numbering = Numbering::at(&ground.identity.profile(), ground.clock.now());
    let ids = writer.append(move |entries: &base::desk::Entries<'_, AlertEntry>| {
        texts
            .iter()
            .map(|text| hand_in(entries, &numbering, text).map(|(id, _)| id))
            .collect::<Result<Vec<Uuid>, StoreError>>()
    });
    Ok(ids.await?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::document::DocumentNumber;

    #[test]
    fn what_is_shown_to_anybody_is_of_the_specimen_state_or_of_a_series_that_no_state_issues() {
        let number = DocumentNumber::parse("ZZ9000001").unwrap();
        let all = some(jiff::civil::date(2026, 3, 2));
        for issuer in ["GTM", "MEX"] {
            let fits = |text: &&AlertText| {
                text.issuer.as_str() == issuer
                    && text.kind == DocumentKind::Passport
                    && text.pattern.as_ref().is_some_and(|series| series.fits(&number))
            };
            assert!(all.iter().any(|text| fits(&text)), "{issuer}");
        }
        for text in &all {
            let series = text.pattern.as_ref().map_or("", SeriesPattern::as_str);
            assert!(text.issuer.as_str() == "UTO" || series.starts_with("ZZ"), "{} {series}", text.issuer);
            for point in &text.points {
                for (said, marked) in [(&point.es, "(ficticio)"), (&point.en, "(fictional)"), (&point.fr, "(fictif)")] {
                    assert!(said.as_ref().unwrap().ends_with(marked), "{said:?}");
                }
            }
        }
    }
}
