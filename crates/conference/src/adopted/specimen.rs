//! An invented meeting of the invented process: its texts for tests, and one as hostile as text can be.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::{Adopted, Block, Decision, Heading};
use crate::import::Due;
use crate::language::TextLanguage::{self, English, Spanish};
use crate::verbs::Verb;

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn decision(number: u32, verb: Verb, english: &str, spanish: &str) -> Decision {
    Decision {
        number,
        symbol: format!("LAG/IV/2031/DEC/{number}"),
        verbs: vec![verb],
        addressees: Vec::new(),
        dues: Vec::new(),
        condition: None,
        texts: [(English, vec![paragraph(english)]), (Spanish, vec![paragraph(spanish)])].into(),
    }
}

fn due(rule: &str, date: Option<jiff::civil::Date>) -> Due {
    Due { rule: rule.parse().expect("a rule"), date }
}

fn headings() -> BTreeMap<TextLanguage, Heading> {
    let english = Heading {
        author: "Lagoon Dialogue on Mobility (invented)".into(),
        title: "Declaration of the IV Meeting".into(),
        recitals: vec![
            paragraph(
                "The Dialogue met on the Reed Islands on 29 and 30 May 2031, and saw that crossings by boat had become safer;",
            ),
            Block::List(vec![
                ("–".into(), "that rights do not end at a shore;".into()),
                ("–".into(), "that boats go better together.".into()),
            ]),
        ],
        formula: Some("The Ministers decided to:".into()),
    };
    let spanish = Heading {
        author: "Diálogo de la Laguna sobre Movilidad (inventado)".into(),
        title: "Declaración de la IV Reunión".into(),
        recitals: vec![paragraph(
            "El Diálogo se reunió en las Islas del Junco los días 29 y 30 de mayo de 2031 para tomar decisiones y llevarlas a la práctica;",
        )],
        formula: Some("Los Ministros y Ministras decidieron:".into()),
    };
    [(English, english), (Spanish, spanish)].into()
}

/// Five decisions in two languages, with a list, a condition, and days known and unknown.
pub(crate) fn adopted() -> Adopted {
    let mut urge = decision(
        3,
        Verb::Urge,
        "Urge the members to comment on the register of ferries within three months.",
        "Instar a los miembros a comentar el registro de transbordadores en un plazo de tres meses.",
    );
    urge.addressees = ["QMA", "QMB", "QMC", "UTO"].map(String::from).into();
    urge.dues = vec![due("3 months after adoption", Some(date(2031, 8, 30)))];
    let mut authorise = decision(
        4,
        Verb::Authorize,
        "Authorise the working group to adopt the plan at its next meeting, if and when the network has approved it.",
        "Autorizar al grupo de trabajo a adoptar el plan en su próxima reunión, siempre y cuando la red lo haya aprobado.",
    );
    authorise.addressees = vec!["working group".into()];
    authorise.dues = vec![due("at next meeting of working group", None)];
    authorise.condition = Some("if and when the network has approved it".into());
    let mut fund = decision(5, Verb::Create, "", "");
    let listed = |intro: &str, points: [&str; 2]| {
        vec![
            paragraph(intro),
            Block::List(["a)", "b)"].map(String::from).into_iter().zip(points.map(String::from)).collect()),
        ]
    };
    fund.texts = [
        (English, listed("Create a fund, which may pay for:", ["pending activities;", "the office."])),
        (Spanish, listed("Crear un fondo, que podrá financiar:", ["actividades pendientes;", "a la oficina."])),
    ]
    .into();
    let thank =
        decision(1, Verb::Thank, "Thank Far Shore for its ferries.", "Agradecer a Orilla Lejana sus transbordadores.");
    let note = decision(2, Verb::TakeNote, "Take note of the report.", "Tomar nota del informe.");
    Adopted {
        process: "lag".into(),
        meeting: "LAG/IV".into(),
        number: 4,
        adopted_on: date(2031, 5, 30),
        original: English,
        headings: headings(),
        decisions: vec![thank, note, urge, authorise, fund],
    }
}

/// A set that is as hostile as text can be, and lacks a translation.
pub(crate) fn hostile() -> Adopted {
    let mut hostile = adopted();
    let evil = "<p eId=\"x\">&amp; ]]> <!-- --> <?x?> \u{0}\u{8}\u{b}\u{ffff} \r\n\t \u{202e}עברית\u{202c} 𝔸🛶 ñ";
    hostile.decisions[0].texts = [(Spanish, vec![paragraph(evil), Block::List(vec![]), paragraph("")])].into();
    hostile.decisions[1].texts = [(English, vec![paragraph("Only in English.")])].into();
    hostile.decisions[2]
        .texts
        .insert(Spanish, vec![Block::List(vec![(evil.into(), evil.into()), (String::new(), "dos".into())])]);
    if let Some(heading) = hostile.headings.get_mut(&Spanish) {
        heading.title = evil.into();
        heading.author = format!("\"{evil}\"");
        heading.recitals = vec![];
        heading.formula = None;
    }
    hostile
}
