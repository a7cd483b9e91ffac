//! Parties, bodies and presidencies of the demonstration: two observers admitted at the eighth meeting, a network, a guest of that
//! meeting, a body that was renamed, and a presidency that went over.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use base::ids::StateCode;
use jiff::civil::date;
use secretariat::members::{
    Admit, ApplicationStep, Delegate, EnterTerms, FormBodies, NewApplication, NewBody, NewGuest, NewTerm, apply_for,
    delegate, enter_term, form_body, invite, name_institution, step_application,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Code, class, three names, number of the decision.
type Came = (&'static str, &'static str, [&'static str; 3], u8);

const CAME: [Came; 3] = [
    (
        "XSI",
        "observer-organisation",
        [
            "Central American Integration System",
            "Sistema de la Integración Centroamericana",
            "Système d’intégration centraméricaine",
        ],
        16,
    ),
    (
        "XSR",
        "observer-organisation",
        [
            "United Nations Special Rapporteur on the human rights of migrants",
            "Relatoría Especial de las Naciones Unidas sobre los derechos humanos de los migrantes",
            "Rapporteur spécial des Nations Unies sur les droits de l’homme des migrants",
        ],
        16,
    ),
    (
        "XRN",
        "network",
        [
            "Regional Network of Civil Organizations for Migration",
            "Red Regional de Organizaciones Civiles para las Migraciones",
            "Réseau régional d’organisations civiles pour les migrations",
        ],
        2,
    ),
];

/// Short name, kind, three names, first day, parent, meetings a year, chair.
type Formed = (&'static str, &'static str, [&'static str; 3], &'static str, &'static str, u16, &'static str);

const FORMED: [Formed; 8] = [
    (
        "RCM",
        "conference",
        ["Conference of Vice-Ministers", "Conferencia de Viceministros", "Conférence des vice-ministres"],
        "1996-03-14",
        "",
        1,
        "presidency",
    ),
    (
        "RCGM",
        "group",
        [
            "Regional Consultation Group on Migration",
            "Grupo Regional de Consulta sobre Migración",
            "Groupe régional de consultation sur la migration",
        ],
        "1996-03-14",
        "RCM",
        2,
        "presidency",
    ),
    (
        "PPT",
        "presidency",
        ["Pro-Tempore Secretariat", "Secretaría Pro-Témpore", "Secrétariat pro tempore"],
        "1996-03-14",
        "RCM",
        0,
        "nobody",
    ),
    (
        "PPT",
        "presidency",
        ["Presidency Pro-Tempore", "Presidencia Pro-Témpore", "Présidence pro tempore"],
        "2001-03-23",
        "RCM",
        0,
        "nobody",
    ),
    ("TROIKA", "troika", ["Troika", "Troika", "Troïka"], "1999-01-29", "RCM", 0, "presidency"),
    (
        "TS",
        "secretariat",
        ["Technical Support Unit", "Unidad de Apoyo Técnico", "Unité d’appui technique"],
        "2001-03-23",
        "RCM",
        0,
        "nobody",
    ),
    (
        "TS",
        "secretariat",
        ["Technical Secretariat", "Secretaría Técnica", "Secrétariat technique"],
        "2002-05-31",
        "RCM",
        0,
        "nobody",
    ),
    (
        "NETC",
        "liaison-network",
        [
            "Liaison Officers Network for Consular Protection",
            "Red de Funcionarios de Enlace de Protección Consular",
            "Réseau d’agents de liaison pour la protection consulaire",
        ],
        "2001-03-23",
        "RCGM",
        2,
        "presidency",
    ),
];

/// Enters them, as the secretariat's coordinator and a State's delegate do.
pub(super) fn enter(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Some(seat) = super::seats().into_iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let speaker = Speaker { speaker: seat.user_name, purpose: None };
    let admits = folder::write::<Admit>(ground, &speaker)?;
    for came in CAME {
        admit(ground, &admits, came)?;
    }
    invite(&admits, &guest())?;
    wait_for_a_decision(&admits)?;
    let forms = folder::write::<FormBodies>(ground, &speaker)?;
    for formed in FORMED {
        form_body(&forms, &body(formed))?;
    }
    let terms = folder::write::<EnterTerms>(ground, &speaker)?;
    for (party, first_on, last_on) in [("MEX", "2002-06-01", "2003-05-30"), ("PAN", "2003-05-31", "")] {
        let [party, first_on, last_on] = [party, first_on, last_on].map(str::to_owned);
        enter_term(&terms, &NewTerm { party, first_on, last_on, decision: String::new() })?;
    }
    mexico(ground)
}

fn admit(ground: &Puebla, admits: &base::desk::Writer<Admit>, came: Came) -> Result<(), Failure> {
    let (party, class, [en, es, fr], decision) = came;
    let new = NewApplication {
        party: party.to_owned(),
        class: class.to_owned(),
        name_en: en.to_owned(),
        name_es: es.to_owned(),
        name_fr: fr.to_owned(),
        applied_on: "2003-03-03".to_owned(),
        note: String::new(),
    };
    let number = apply_for(admits, &new)?.number;
    let profile = ground.identity.profile();
    for point in profile.checklists.get(class).into_iter().flatten() {
        let (act, note) = ("answer".to_owned(), "Letter of 3 March 2003 (invented)".to_owned());
        let step = ApplicationStep { act, point: point.code.clone(), met: true, note, ..ApplicationStep::default() };
        step_application(admits, number, &step)?;
    }
    let (act, on) = ("admit".to_owned(), "2003-05-30".to_owned());
    let decision = format!("RCM/VIII/2003/DEC/{decision}");
    step_application(admits, number, &ApplicationStep { act, on, decision, ..ApplicationStep::default() })?;
    Ok(())
}

/// Somebody whose checklist is being gone through.
fn wait_for_a_decision(admits: &base::desk::Writer<Admit>) -> Result<(), Failure> {
    let new = NewApplication {
        party: "PER".to_owned(),
        class: "observer-state".to_owned(),
        name_en: "Peru".to_owned(),
        name_es: "Perú".to_owned(),
        name_fr: "Pérou".to_owned(),
        applied_on: "2004-02-02".to_owned(),
        note: "Letter (invented)".to_owned(),
    };
    let number = apply_for(admits, &new)?.number;
    for (point, met, note) in [("region", true, "Map"), ("law", false, "Bill before its parliament (invented)")] {
        let (act, point, note) = ("answer".to_owned(), point.to_owned(), note.to_owned());
        step_application(admits, number, &ApplicationStep { act, point, met, note, ..ApplicationStep::default() })?;
    }
    Ok(())
}

fn guest() -> NewGuest {
    NewGuest {
        party: "XCE".to_owned(),
        name_en: "Council of Europe".to_owned(),
        name_es: "Consejo de Europa".to_owned(),
        name_fr: "Conseil de l’Europe".to_owned(),
        meeting: "RCM/VIII".to_owned(),
        first_on: "2003-05-29".to_owned(),
        note: String::new(),
    }
}

fn body(formed: Formed) -> NewBody {
    let (code, kind, [en, es, fr], first_on, parent, meetings_a_year, chair) = formed;
    NewBody {
        code: code.to_owned(),
        kind: kind.to_owned(),
        name_en: en.to_owned(),
        name_es: es.to_owned(),
        name_fr: fr.to_owned(),
        parent: parent.to_owned(),
        meetings_a_year,
        chair: chair.to_owned(),
        first_on: first_on.to_owned(),
        ..NewBody::default()
    }
}

/// Two ministries and one delegation.
fn mexico(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Ok(party) = "MEX".parse::<StateCode>() else { return Ok(()) };
    let speaker = Speaker { speaker: "mex.delegate".to_owned(), purpose: None };
    let writer = folder::wait(
        folder::stand::<Delegate>(ground, &speaker)?.open_to_write(Resource::of(party, party.to_string())),
    )?;
    let day = date(2003, 1, 1);
    let foreign =
        ["Ministry of Foreign Affairs", "Secretaría de Relaciones Exteriores", "Ministère des Affaires étrangères"];
    let interior = ["Ministry of the Interior", "Secretaría de Gobernación", "Ministère de l’Intérieur"];
    let foreign = name_institution(&writer, (party, "foreign-affairs", foreign, day))?;
    let interior = name_institution(&writer, (party, "interior", interior, day))?;
    let seats = [
        ("head", "Vice-Minister", foreign),
        ("alternate", "Vice-Minister of Population and Migration", interior),
        ("adviser", "Director of Consular Protection", foreign),
    ];
    delegate(&writer, party, None, &seats)?;
    Ok(())
}
