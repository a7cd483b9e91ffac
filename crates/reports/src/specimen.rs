//! Invented documents for the tests. The process is the one that exists for tests alone.

use base::words::Language;
use jiff::tz::TimeZone;

use crate::{
    Certificate, Comment, CommentTable, Due, Elector, Guest, Letter, Outcome, Position, Record, Remark, Reply, Row,
    Stance, Standing, Text, Verdict, Zoned,
};

pub(crate) fn at(text: &str) -> jiff::Timestamp {
    text.parse().expect("an instant")
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone")
}

fn remark(language: Language, text: &str) -> Remark {
    Remark { language: Some(language), text: text.to_owned() }
}

pub(crate) fn texts() -> Vec<Text> {
    let text = |language, original, text: &str, byte| Text {
        language,
        original,
        paragraphs: text.lines().map(str::to_owned).collect(),
        sha256: Some([byte; 32]),
    };
    vec![
        text(
            Language::Es,
            true,
            "Encomendar al Equipo de Puertos que elabore, en tres meses, una guía «Junco» sobre la acogida de ñandúes.\n\
             a) Se enviará a los Estados antes de la próxima reunión.",
            0xa1,
        ),
        text(
            Language::En,
            false,
            "Entrust the Harbour Team with preparing, within three months, a guide “Reed” on receiving rheas.\n\
             a) It shall be sent to the States before the next meeting.",
            0xb2,
        ),
    ]
}

fn record() -> Record {
    Record {
        recorded_by: "Coordinación (Secretaría)".into(),
        recorded_at: at("2031-05-30T18:04:00Z"),
        series: "LAG/decisions".into(),
        position: 41,
        head: [0x3c; 32],
    }
}

pub(crate) fn a_certificate(language: Language) -> Certificate {
    Certificate {
        language,
        zone: zone("America/Guatemala"),
        made_at: at("2031-06-02T15:00:00Z"),
        process: "Conferencia de la Laguna (SPECIMEN)".into(),
        symbol: "LAG/IV/2031/DEC/2".into(),
        meeting: "IV Reunión de la Conferencia de la Laguna, LAG/IV".into(),
        adopted_on: "2031-05-30".parse().expect("a day"),
        texts: texts(),
        verbs: vec!["encomendar".into()],
        addressees: vec!["Equipo de Puertos".into()],
        dues: vec![
            Due { rule: "tres meses desde la adopción".into(), on: "2031-08-30".parse().ok() },
            Due { rule: "antes de la próxima reunión".into(), on: None },
        ],
        condition: Some("una vez que la Red haya aprobado el texto".into()),
        later: vec!["2031-07-02: El Equipo entregó su informe (acta de su reunión)".into()],
        record: record(),
    }
}

pub(crate) fn a_letter(language: Language) -> Letter {
    let position =
        |stance, replaced| Some(Position { stance, at: at("2031-06-10T20:30:00Z"), taken_back_at: None, replaced });
    let elector = |name: &str, position| Elector {
        name: name.into(),
        position,
        delivered_at: Some(at("2031-06-02T16:00:00Z")),
        read_at: None,
    };
    Letter {
        language,
        zone: zone("America/Guatemala"),
        made_at: at("2031-07-01T15:00:00Z"),
        process: "Conferencia de la Laguna (SPECIMEN)".into(),
        symbol: "LAGN/2031/2/NO/4".into(),
        title: "Guía «Junco»".into(),
        texts: texts().into_iter().map(|text| Text { sha256: None, ..text }).collect(),
        texts_sha256: [0xa1; 32],
        opened_at: at("2031-06-02T15:00:00Z"),
        deadline: at("2031-06-30T23:00:00Z"),
        places: vec![
            Zoned { name: "Utopia".into(), zone: zone("America/Toronto") },
            Zoned { name: "Arkadia".into(), zone: zone("America/Costa_Rica") },
        ],
        outcome: Outcome::Adopted,
        electorate: vec![
            elector("Utopia", position(Stance::NoObjection, 0)),
            elector("Arkadia", position(Stance::Reservation(remark(Language::Es, "No acepta el párrafo a).")), 1)),
            elector("Erewhon", None),
        ],
        comments: vec![(
            "Observatorio del Lago".into(),
            at("2031-06-12T12:00:00Z"),
            remark(Language::En, "We would welcome a map."),
        )],
        record: record(),
    }
}

pub(crate) fn a_table(language: Language) -> CommentTable {
    let comment = |party: &str, late, remark, reply| Comment {
        party: party.into(),
        at: at("2031-08-02T20:30:00Z"),
        late,
        remark,
        reply,
    };
    let reply = Reply { verdict: Verdict::PartlyTaken, remark: remark(Language::En, "A map was added, no index.") };
    CommentTable {
        language,
        zone: zone("America/Guatemala"),
        made_at: at("2031-09-01T15:00:00Z"),
        process: "Conferencia de la Laguna (SPECIMEN)".into(),
        symbol: "LAGN/2031/3/COM/1".into(),
        title: "Proyecto de guía «Junco»".into(),
        deadline: at("2031-08-30T23:00:00Z"),
        guests: vec![
            Guest {
                name: "Utopia".into(),
                invited: true,
                standing: Standing::Answered { at: at("2031-08-02T20:30:00Z"), late: false },
            },
            Guest { name: "Erewhon".into(), invited: true, standing: Standing::Silent },
        ],
        rows: vec![
            Row { paragraph: None, text: None, comments: Vec::new() },
            Row {
                paragraph: Some("1".into()),
                text: Some(remark(Language::Es, "La guía describe la acogida.")),
                comments: vec![
                    comment("Utopia", false, remark(Language::En, "Add a map\nand an index."), Some(reply)),
                    comment("Arkadia", true, remark(Language::Es, "Conforme."), None),
                ],
            },
        ],
    }
}
