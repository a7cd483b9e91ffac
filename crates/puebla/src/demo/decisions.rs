//! What the eighth meeting decided, in summaries of our own: enough to look up, to open, and to see days and links.

use std::sync::Arc;

use base::ground::Puebla;
use secretariat::decisions::{AdoptDecisions, NewAsk, NewDecision, NewLink, add_decision};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// Verb, addressees, due rule.
type Asks = &'static [(&'static str, &'static [&'static str], &'static str)];
/// Number, what it asks, English and Spanish summary, kind and end of a link.
type Decided = (u32, Asks, &'static str, &'static str, (&'static str, &'static str));

const NO_LINK: (&str, &str) = ("", "");
const WORKSHOP: (&str, &str) = ("discussed_at", "RCM/VIII/RET");

/// The number of the decision that waits for the network, and for what.
const CONDITION: (u32, &str) = (18, "if and when the network on smuggling and trafficking has approved it");

const DECIDED: &[Decided] = &[
    (
        1,
        &[("express", &[], "")],
        "Are pleased that two States and four organisations took part as observers.",
        "Se alegran de que dos Estados y cuatro organizaciones participaran como observadores.",
        NO_LINK,
    ),
    (
        2,
        &[("thank", &[], "")],
        "Thank the network of civil organisations for what it contributed.",
        "Agradecen a la red de organizaciones civiles lo que aportó.",
        NO_LINK,
    ),
    (
        3,
        &[("acknowledge", &[], "")],
        "Recognise how much the special guests of this meeting added to it.",
        "Reconocen cuánto aportaron a esta reunión los invitados especiales.",
        NO_LINK,
    ),
    (
        4,
        &[("acknowledge", &[], ""), ("urge", &["members"], "")],
        "Recognise the members that have signed or ratified the convention on organised crime and its two protocols, and urge the others to do so.",
        "Reconocen a los miembros que firmaron o ratificaron la convención sobre delincuencia organizada y sus dos protocolos, e instan a los demás a hacerlo.",
        NO_LINK,
    ),
    (
        5,
        &[("request", &["members"], "")],
        "Ask members to begin or strengthen campaigns that warn of the dangers of irregular migration.",
        "Piden a los miembros iniciar o reforzar campañas que adviertan de los peligros de la migración irregular.",
        NO_LINK,
    ),
    (
        6,
        &[("continue", &["members"], "")],
        "Go on working together against trafficking in children, with ways for families to be reunited lawfully and policies made known to one another.",
        "Siguen trabajando juntos contra la trata de niños, con vías para reunir legalmente a las familias y dándose a conocer sus políticas.",
        NO_LINK,
    ),
    (
        7,
        &[("prepare", &["MEX", "GTM"], "2 months after adoption")],
        "Mexico and Guatemala draft, with the organization for migration, a general framework for safe return by land; it is discussed in El Salvador within two months.",
        "México y Guatemala redactan, con la organización para las migraciones, un marco general para el retorno seguro por tierra; se discute en El Salvador en un plazo de dos meses.",
        WORKSHOP,
    ),
    (
        8,
        &[("acknowledge", &[], "")],
        "Recognise Guatemala's emergency plan of transfers, within its policy and with respect for rights.",
        "Reconocen el plan de emergencia de traslados de Guatemala, conforme a su política y con respeto de los derechos.",
        NO_LINK,
    ),
    (
        9,
        &[("continue", &["members"], ""), ("prepare", &["MEX"], "2 months after adoption")],
        "Go on evaluating the programme for stranded migrants from other regions; Mexico consults and drafts a framework, discussed at the same meeting in El Salvador.",
        "Siguen evaluando el programa para migrantes extrarregionales varados; México consulta y redacta un marco, que se discute en la misma reunión en El Salvador.",
        WORKSHOP,
    ),
    (
        10,
        &[("include", &["Technical Secretariat"], ""), ("acknowledge", &[], "")],
        "Put the pilot project for child victims into the plan under human rights, and recognise that Canada and the United States finance it.",
        "Incorporan al plan, en derechos humanos, el proyecto piloto para niños víctimas, y reconocen que lo financian Canadá y los Estados Unidos.",
        NO_LINK,
    ),
    (
        11,
        &[("accept", &["MEX"], "")],
        "Accept that Mexico builds a register of false and fraudulently obtained documents on the private site, to which all contribute.",
        "Aceptan que México cree en el sitio privado un registro de documentos falsos u obtenidos con fraude, al que todos contribuyen.",
        NO_LINK,
    ),
    (
        12,
        &[("approve", &["Liaison Officer Network on Consular Protection"], "")],
        "Approve the work plan of the network on consular protection.",
        "Aprueban el plan de trabajo de la red de protección consular.",
        NO_LINK,
    ),
    (
        13,
        &[("encourage", &[], ""), ("invite", &["members"], "")],
        "Encourage the Central American consulate in Veracruz; who is ready may start at once.",
        "Alientan el consulado centroamericano en Veracruz; quien esté listo puede empezar de inmediato.",
        NO_LINK,
    ),
    (
        14,
        &[("include", &["Technical Secretariat"], "")],
        "Give the rights of migrant women and children a place of their own in the plan.",
        "Dan en el plan un lugar propio a los derechos de las mujeres y los niños migrantes.",
        NO_LINK,
    ),
    (
        15,
        &[("urge", &["members"], "3 months after adoption")],
        "Urge members to send, within three months, their comments on Costa Rica's project of a database of alerts.",
        "Instan a los miembros a enviar, en un plazo de tres meses, sus comentarios sobre el proyecto de Costa Rica de una base de datos de alertas.",
        NO_LINK,
    ),
    (
        16,
        &[("accept", &["Technical Secretariat"], "")],
        "Accept the Central American system and the special rapporteur as observers.",
        "Aceptan como observadores al sistema centroamericano y a la relatora especial.",
        NO_LINK,
    ),
    (
        17,
        &[("accept", &["CAN", "USA", "MEX"], ""), ("host", &["NIC"], "60 days after meeting end")],
        "Accept a pilot module on protecting refugees inside the joint training on false documents; the first session is in Nicaragua within sixty days of the end of the meeting.",
        "Aceptan un módulo piloto sobre protección de refugiados en la capacitación conjunta sobre documentos falsos; la primera sesión es en Nicaragua dentro de los sesenta días del fin de la reunión.",
        NO_LINK,
    ),
    (
        18,
        &[("authorize", &["RCGM"], "at next meeting of RCGM")],
        "Let the consultation group decide at its next meeting on the proposed plan against smuggling and trafficking, once the network has approved it.",
        "Permiten que el grupo de consulta decida en su próxima reunión sobre el plan propuesto contra el tráfico y la trata, una vez que la red lo haya aprobado.",
        NO_LINK,
    ),
    (
        19,
        &[("approve", &["Technical Secretariat"], "")],
        "Approve the secretariat's budget from 1 June 2003 to 31 December 2004: nineteen months, so that it follows the calendar year from then on.",
        "Aprueban el presupuesto de la secretaría del 1 de junio de 2003 al 31 de diciembre de 2004: diecinueve meses, para seguir luego el año calendario.",
        NO_LINK,
    ),
    (
        20,
        &[("approve", &["RCGM"], "")],
        "Set up a reserve fund from the secretariat's surplus. The consultation group authorises what is paid from it, in its meetings or through the Virtual Secretariat. It may serve for:\na) priority activities that lack money, chosen by the presidency in consultation;\nb) needs of the secretariat.",
        "Crean un fondo de reserva con el remanente de la secretaría. El grupo de consulta autoriza los pagos, en sus reuniones o por la Secretaría Virtual. Puede servir para:\na) actividades prioritarias sin recursos, que la presidencia elige en consulta;\nb) necesidades de la secretaría.",
        NO_LINK,
    ),
    (
        21,
        &[
            ("entrust", &["Technical Secretariat"], ""),
            ("submit", &["Technical Secretariat", "Presidency"], "every 6 months between meetings of RCGM"),
        ],
        "Entrust the secretariat with revising the plan and, with the presidency, with a report on it every six months between meetings of the consultation group, with indicators.",
        "Encomiendan a la secretaría revisar el plan y, con la presidencia, presentar un informe cada seis meses entre reuniones del grupo de consulta, con indicadores.",
        NO_LINK,
    ),
    (
        22,
        &[("express", &[], "")],
        "Are grateful for the workshop in Mexico City of 8 and 9 May 2003, which drew the proposed plan up.",
        "Agradecen el taller en la Ciudad de México del 8 y 9 de mayo de 2003, que elaboró el plan propuesto.",
        ("refers_to", "RCM/VIII/2003/DEC/18"),
    ),
    (
        23,
        &[("congratulate", &[], "")],
        "Congratulate the United States and Mexico on the exercise at the border of Nicaragua and Costa Rica.",
        "Felicitan a los Estados Unidos y a México por el ejercicio en la frontera de Nicaragua y Costa Rica.",
        NO_LINK,
    ),
    (
        24,
        &[("accept", &["CAN", "MEX"], "")],
        "Accept that Canada and Mexico evaluate how the process works, and bring it before the Vice-Ministers.",
        "Aceptan que Canadá y México evalúen el funcionamiento del proceso y lo presenten a los Viceministros.",
        NO_LINK,
    ),
];

/// Enters them, as the secretariat's coordinator does.
pub(super) fn adopt(ground: &Arc<Puebla>) -> Result<(), Failure> {
    let Some(seat) = super::seats().into_iter().find(|seat| seat.role == "coordinator") else { return Ok(()) };
    let writer = folder::write::<AdoptDecisions>(ground, &Speaker { speaker: seat.user_name, purpose: None })?;
    for decided in DECIDED {
        add_decision(&writer, &entered(decided))?;
    }
    Ok(())
}

fn entered((number, asks, text_en, text_es, (kind, to)): &Decided) -> NewDecision {
    let asks = asks.iter().map(|(verb, addressees, due)| NewAsk {
        verb: (*verb).to_owned(),
        addressees: addressees.iter().map(|name| (*name).to_owned()).collect(),
        each: addressees.contains(&"members"),
        due: (*due).to_owned(),
        lapses: *number == CONDITION.0,
    });
    let link = (!kind.is_empty()).then(|| NewLink { kind: (*kind).to_owned(), to: (*to).to_owned() });
    NewDecision {
        meeting: "RCM/VIII".to_owned(),
        number: *number,
        original: "en".to_owned(),
        text_en: (*text_en).to_owned(),
        text_es: (*text_es).to_owned(),
        asks: asks.collect(),
        condition: if *number == CONDITION.0 { CONDITION.1.to_owned() } else { String::new() },
        links: link.into_iter().collect(),
        ..NewDecision::default()
    }
}
