//! Invented alerts for tests, the demonstration and the measurements: of the specimen State, or marked fictional.

use super::typed::{Typed, TypedPoint};

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
            point(
                "1",
                "Página de datos, borde de la foto",
                "La foto no tiene el borde en relieve: páselo con la uña. (ficticio)",
                "The photo has no raised edge: feel it with a fingernail. (fictional)",
            ),
            point(
                "2",
                "Página de datos",
                "Sin fibra azul bajo luz UV. (ficticio)",
                "No blue fibre under UV light. (fictional)",
            ),
            point("1", "Zona de lectura mecánica", "El número repite el dígito de control 4. (ficticio)", ""),
        ],
        documents_seen: "11".to_owned(),
        first_seen: "2025-11".to_owned(),
        detected_border: "land".to_owned(),
        detected_in: "HND".to_owned(),
        language: "es".to_owned(),
    }
}
