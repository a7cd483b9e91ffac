//! The words of three languages from which declarations are made, all our own.

/// In what form a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// *To urge*, *instar*, as behind *decided to:*.
    Base,
    /// *Urges*.
    It,
    /// *URGES*.
    Capitals,
    /// *Urge*, said of several.
    They,
    /// *We urge*.
    We,
    /// *Urged*, of several.
    Past,
    /// *Has urged*.
    Perfect,
}

/// A verb in its forms with what it speaks of; `{}` is where a deadline may stand.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    pub code: &'static str,
    /// Base, it, they, we, past of several, perfect of one.
    forms: [&'static str; 6],
    pub rest: &'static str,
    /// What stands behind *has* when it is left out before the second verb.
    done: &'static str,
}

impl Act {
    /// Answers the verb at the head of a decision.
    pub fn in_form(&self, form: Form) -> String {
        match form {
            Form::Base => self.forms[0].to_owned(),
            Form::It => self.forms[1].to_owned(),
            Form::Capitals => self.forms[1].to_uppercase(),
            Form::They => self.forms[2].to_owned(),
            Form::We => self.forms[3].to_owned(),
            Form::Past => self.forms[4].to_owned(),
            Form::Perfect => self.forms[5].to_owned(),
        }
    }

    /// Answers the verb behind *and*.
    pub fn joined(&self, form: Form) -> String {
        match form {
            Form::We => self.forms[3].trim_start_matches("we ").trim_start_matches("nous ").to_owned(),
            Form::Perfect => self.done.to_owned(),
            _ => self.in_form(form),
        }
    }
}

/// What a language has.
pub struct Vocabulary {
    pub name: &'static str,
    pub acts: &'static [Act],
    /// Acts that stand second in a sentence.
    pub seconds: &'static [Act],
    /// What is said without naming who says it, and work that is given to somebody.
    pub impersonal: &'static [Act],
    /// Things below *They reaffirmed:*, without a verb of their own, and that line.
    pub reaffirmed: &'static str,
    pub things_reaffirmed: &'static [Act],
    /// What is agreed below *They agreed:*, as a clause, and that line.
    pub agreed: &'static str,
    pub clauses: &'static [Act],
    pub and: &'static str,
    /// How a deadline is said, and the rule with the day it gives.
    pub deadlines: &'static [(&'static str, &'static str)],
    pub title: &'static str,
    pub met: &'static str,
    pub we_met: &'static str,
    pub assembly: &'static str,
    pub preamble: &'static [&'static str],
    pub decided_to: &'static str,
    pub ministers: &'static str,
    pub the_ministers: &'static str,
    pub the_conference: &'static str,
    pub decision: &'static str,
    pub topics: &'static [&'static str],
    pub in_particular: &'static str,
    pub things: &'static [&'static str],
    /// What stands over considerations, and those themselves.
    pub considering: &'static str,
    pub considerations: &'static [&'static str],
    /// One word that opens the list.
    pub decide: &'static str,
    pub the_council: &'static str,
    pub annex: &'static str,
    pub done_at: &'static str,
}

macro_rules! lines {
    ($($code:literal $rest:literal;)*) => {
        &[$(Act { code: $code, forms: [""; 6], done: "", rest: $rest },)*]
    };
}

macro_rules! acts {
    ($($code:literal $base:literal $it:literal $they:literal $we:literal $past:literal $perfect:literal $done:literal $rest:literal;)*) => {
        &[$(Act { code: $code, forms: [$base, $it, $they, $we, $past, $perfect], done: $done, rest: $rest },)*]
    };
}

pub const LANGUAGES: &[&Vocabulary] = &[&ENGLISH, &SPANISH, &FRENCH];

static ENGLISH: Vocabulary = Vocabulary {
    name: "English",
    acts: acts! {
        "thank" "thank" "thanks" "thank" "we thank" "thanked" "has thanked" "thanked" "the Government of Utopia for its hospitality";
        "take_note" "take note" "takes note" "take note" "we take note" "took note" "has taken note" "taken note" "of the report of the Presidency";
        "approve" "approve" "approves" "approve" "we approve" "approved" "has approved" "approved" "the programme of work and its budget";
        "adopt" "adopt" "adopts" "adopt" "we adopt" "adopted" "has adopted" "adopted" "the common guidelines on returns";
        "welcome" "welcome" "welcomes" "welcome" "we welcome" "welcomed" "has welcomed" "welcomed" "the progress of the consular networks";
        "reaffirm" "reaffirm" "reaffirms" "reaffirm" "we reaffirm" "reaffirmed" "has reaffirmed" "reaffirmed" "the rights of every migrant";
        "condemn" "condemn" "condemns" "condemn" "we condemn" "condemned" "has condemned" "condemned" "every form of xenophobia";
        "express" "express" "expresses" "express" "we express" "expressed" "has expressed" "expressed" "concern at the rise of smuggling";
        "request" "request" "requests" "request" "we request" "requested" "has requested" "requested" "the Secretariat to submit a report on returns{}";
        "urge" "urge" "urges" "urge" "we urge" "urged" "has urged" "urged" "member States to send their comments on the draft{}";
        "invite" "invite" "invites" "invite" "we invite" "invited" "has invited" "invited" "the observers to present their proposals{}";
        "instruct" "instruct" "instructs" "instruct" "we instruct" "instructed" "has instructed" "instructed" "the Secretariat to publish the directory of consulates{}";
        "entrust" "entrust" "entrusts" "entrust" "we entrust" "entrusted" "has entrusted" "entrusted" "the Technical Unit with preparing the manual{}";
        "encourage" "encourage" "encourages" "encourage" "we encourage" "encouraged" "has encouraged" "encouraged" "the networks to exchange their lists{}";
        "call_upon" "call upon" "calls upon" "call upon" "we call upon" "called upon" "has called upon" "called upon" "donors to finance the return fund{}";
        "recommend" "recommend" "recommends" "recommend" "we recommend" "recommended" "has recommended" "recommended" "that the States update their figures{}";
        "decide" "decide" "decides" "decide" "we decide" "decided" "has decided" "decided" "to convene a workshop on visas{}";
        "agree" "agree" "agrees" "agree" "we agree" "agreed" "has agreed" "agreed" "to hold a seminar on labour migration{}";
    },
    seconds: acts! {
        "request" "request" "requests" "request" "we request" "requested" "has requested" "requested" "the Secretariat to circulate it{}";
        "urge" "urge" "urges" "urge" "we urge" "urged" "has urged" "urged" "all States to respond to it{}";
        "invite" "invite" "invites" "invite" "we invite" "invited" "has invited" "invited" "the networks to comment on it{}";
    },
    impersonal: lines! {
        "agree" "it was agreed that the Secretariat would submit a report on returns{}";
        "decide" "it was decided to convene a workshop on visas{}";
        "urge" "member States are urged to send their comments on the draft{}";
        "invite" "the observers were invited to present their proposals{}";
        "request" "the Secretariat is requested to publish the directory of consulates{}";
    },
    reaffirmed: "The Ministers reaffirmed:",
    things_reaffirmed: lines! {
        "reaffirm" "their commitment to the rights of every migrant";
        "reaffirm" "the importance of regular channels for labour migration";
        "reaffirm" "the need to protect children who travel alone";
        "reaffirm" "their support for the consular networks";
    },
    agreed: "The Ministers agreed:",
    clauses: lines! {
        "agree" "that the Secretariat submit a report on returns{}";
        "agree" "that a workshop on visas be held{}";
        "agree" "that each State send its comments on the draft{}";
    },
    and: "and",
    deadlines: &[
        ("by 31 July 2024 at the latest", "by 2024-07-31 = 2024-07-31"),
        ("within one year", "12 months after adoption = 2025-05-17"),
        ("within the next thirty days", "30 days after adoption = 2024-06-16"),
        ("in the next six months", "6 months after adoption = 2024-11-17"),
        ("not later than 60 days after the adoption of this Declaration", "60 days after adoption = 2024-07-16"),
        ("during the second half of 2024", "by 2024-12-31 = 2024-12-31"),
        ("by mid-August 2024", "by 2024-08-15 = 2024-08-15"),
        ("by the end of the year", "by 2024-12-31 = 2024-12-31"),
        ("before the end of July 2024", "by 2024-07-31 = 2024-07-31"),
        ("in the first quarter of 2025", "by 2025-03-31 = 2025-03-31"),
        ("in the course of 2025", "by 2025-12-31 = 2025-12-31"),
        ("on or before 1 August 2024", "by 2024-08-01 = 2024-08-01"),
        ("in September 2024", "by 2024-09-30 = 2024-09-30"),
        ("no later than the end of September", "by 2024-09-30 = 2024-09-30"),
        ("as of 1 January 2025", "by 2025-01-01 = 2025-01-01"),
        ("at least one month before the next meeting", "1 month before next meeting"),
        ("once a year", "every 12 months"),
        ("every two years", "every 24 months"),
        ("at each meeting", "at each meeting"),
        ("at the next session", "at next meeting"),
        ("at the Sixth Meeting", "at meeting 6"),
        ("within three months", "3 months after adoption = 2024-08-17"),
        ("within sixty (60) days of the end of the meeting", "60 days after meeting end = 2024-07-16"),
        ("within a period not exceeding forty-five days", "45 days after adoption = 2024-07-01"),
        ("no later than 30 June 2024", "by 2024-06-30 = 2024-06-30"),
        ("by the end of 2024", "by 2024-12-31 = 2024-12-31"),
        ("before 1 October 2024", "by 2024-10-01 = 2024-10-01"),
        ("by September 15, 2024", "by 2024-09-15 = 2024-09-15"),
        ("in the first half of 2025", "by 2025-06-30 = 2025-06-30"),
        ("at the next meeting", "at next meeting"),
        ("before the next meeting", "before next meeting"),
        ("two weeks before the next meeting", "14 days before next meeting"),
        ("every six months", "every 6 months"),
        ("on a quarterly basis", "every 3 months"),
    ],
    title: "FIFTH MEETING OF MINISTERS",
    met: "The Ministers of the member countries met in the city of Utopia on 16 and 17 May 2024.",
    we_met: "We, the Ministers of the member countries, gathered in Utopia,",
    assembly: "The Assembly,",
    preamble: &[
        "Recalling its resolution of 3 May 2022,",
        "Aware of the needs of those who return,",
        "Having considered the report of the Secretariat,",
    ],
    decided_to: "The Ministers decided to:",
    ministers: "The Ministers:",
    the_ministers: "The Ministers",
    the_conference: "The Conference",
    decision: "Decision",
    topics: &["Consular protection", "Labour migration", "Border management"],
    in_particular: ", in particular:",
    things: &["children who travel alone;", "victims of trafficking."],
    considering: "CONSIDERING:",
    considerations: &["The wealth that migration brings to every country.", "The commitments made in earlier years."],
    decide: "AGREE:",
    the_council: "the Council",
    annex: "ANNEX",
    done_at: "Done at Utopia, 17 May 2024.",
};

static SPANISH: Vocabulary = Vocabulary {
    name: "Spanish",
    acts: acts! {
        "thank" "agradecer" "agradece" "agradecen" "agradecemos" "agradecieron" "ha agradecido" "agradecido" "al Gobierno de Utopía su hospitalidad";
        "take_note" "tomar nota" "toma nota" "toman nota" "tomamos nota" "tomaron nota" "ha tomado nota" "tomado nota" "del informe de la Presidencia";
        "approve" "aprobar" "aprueba" "aprueban" "aprobamos" "aprobaron" "ha aprobado" "aprobado" "el programa de trabajo y su presupuesto";
        "adopt" "adoptar" "adopta" "adoptan" "adoptamos" "adoptaron" "ha adoptado" "adoptado" "los lineamientos comunes sobre retorno";
        "reaffirm" "reafirmar" "reafirma" "reafirman" "reafirmamos" "reafirmaron" "ha reafirmado" "reafirmado" "los derechos de toda persona migrante";
        "condemn" "condenar" "condena" "condenan" "condenamos" "condenaron" "ha condenado" "condenado" "toda forma de xenofobia";
        "highlight" "destacar" "destaca" "destacan" "destacamos" "destacaron" "ha destacado" "destacado" "los avances de las redes consulares";
        "request" "solicitar" "solicita" "solicitan" "solicitamos" "solicitaron" "ha solicitado" "solicitado" "a la Secretaría que presente un informe sobre retornos{}";
        "urge" "instar" "insta" "instan" "instamos" "instaron" "ha instado" "instado" "a los países miembros a enviar sus comentarios al proyecto{}";
        "invite" "invitar" "invita" "invitan" "invitamos" "invitaron" "ha invitado" "invitado" "a los observadores a presentar sus propuestas{}";
        "instruct" "instruir" "instruye" "instruyen" "instruimos" "instruyeron" "ha instruido" "instruido" "a la Secretaría a publicar el directorio de consulados{}";
        "entrust" "encomendar" "encomienda" "encomiendan" "encomendamos" "encomendaron" "ha encomendado" "encomendado" "a la Unidad Técnica la elaboración del manual{}";
        "encourage" "alentar" "alienta" "alientan" "alentamos" "alentaron" "ha alentado" "alentado" "a las redes a intercambiar sus listas{}";
        "urge" "exhortar" "exhorta" "exhortan" "exhortamos" "exhortaron" "ha exhortado" "exhortado" "a los donantes a financiar el fondo de retorno{}";
        "recommend" "recomendar" "recomienda" "recomiendan" "recomendamos" "recomendaron" "ha recomendado" "recomendado" "a los Estados que actualicen sus cifras{}";
        "decide" "decidir" "decide" "deciden" "decidimos" "decidieron" "ha decidido" "decidido" "convocar un taller sobre visas{}";
        "agree" "acordar" "acuerda" "acuerdan" "acordamos" "acordaron" "ha acordado" "acordado" "celebrar un seminario sobre migración laboral{}";
    },
    seconds: acts! {
        "request" "solicitar" "solicita" "solicitan" "solicitamos" "solicitaron" "ha solicitado" "solicitado" "a la Secretaría que lo circule{}";
        "urge" "instar" "insta" "instan" "instamos" "instaron" "ha instado" "instado" "a todos los Estados a darle respuesta{}";
        "entrust" "encargar" "encarga" "encargan" "encargamos" "encargaron" "ha encargado" "encargado" "a la Presidencia que lo difunda{}";
    },
    impersonal: lines! {
        "agree" "se acordó que la Secretaría presente un informe sobre retornos{}";
        "decide" "se decidió convocar un taller sobre visas{}";
        "urge" "se insta a los países miembros a enviar sus comentarios al proyecto{}";
        "invite" "se invitó a los observadores a presentar sus propuestas{}";
        "request" "se solicita a la Secretaría que publique el directorio de consulados{}";
    },
    reaffirmed: "REAFIRMARON:",
    things_reaffirmed: lines! {
        "reaffirm" "su compromiso con los derechos de toda persona migrante";
        "reaffirm" "la importancia de las vías regulares para la migración laboral";
        "reaffirm" "la necesidad de proteger a los niños que viajan solos";
        "reaffirm" "su apoyo a las redes consulares";
    },
    agreed: "Los Ministros acordaron:",
    clauses: lines! {
        "agree" "que la Secretaría presente un informe sobre retornos{}";
        "agree" "que se celebre un taller sobre visas{}";
        "agree" "que cada Estado envíe sus comentarios al proyecto{}";
    },
    and: "y",
    deadlines: &[
        ("a más tardar en diciembre de 2024", "by 2024-12-31 = 2024-12-31"),
        ("en un plazo de un año", "12 months after adoption = 2025-05-17"),
        ("dentro de los próximos treinta días", "30 days after adoption = 2024-06-16"),
        ("en los próximos seis meses", "6 months after adoption = 2024-11-17"),
        ("a más tardar 60 días después de la adopción de esta Declaración", "60 days after adoption = 2024-07-16"),
        ("durante el segundo semestre de 2024", "by 2024-12-31 = 2024-12-31"),
        ("a mediados de agosto de 2024", "by 2024-08-15 = 2024-08-15"),
        ("antes de finalizar el año", "by 2024-12-31 = 2024-12-31"),
        ("antes de que finalice julio de 2024", "by 2024-07-31 = 2024-07-31"),
        ("en el primer trimestre de 2025", "by 2025-03-31 = 2025-03-31"),
        ("en el transcurso de 2025", "by 2025-12-31 = 2025-12-31"),
        ("en septiembre de 2024", "by 2024-09-30 = 2024-09-30"),
        ("no más tarde del 1 de agosto de 2024", "by 2024-08-01 = 2024-08-01"),
        ("a partir del 1 de enero de 2025", "by 2025-01-01 = 2025-01-01"),
        ("al menos un mes antes de la próxima reunión", "1 month before next meeting"),
        ("una vez al año", "every 12 months"),
        ("cada dos años", "every 24 months"),
        ("en cada reunión", "at each meeting"),
        ("en el próximo período de sesiones", "at next meeting"),
        ("en la Sexta Reunión", "at meeting 6"),
        ("en un término de treinta días", "30 days after adoption = 2024-06-16"),
        ("en un plazo de tres meses", "3 months after adoption = 2024-08-17"),
        (
            "dentro de los sesenta (60) días siguientes a la finalización de la reunión",
            "60 days after meeting end = 2024-07-16",
        ),
        ("en un plazo no mayor de cuarenta y cinco días", "45 days after adoption = 2024-07-01"),
        ("a más tardar el 30 de junio de 2024", "by 2024-06-30 = 2024-06-30"),
        ("antes de fines de 2024", "by 2024-12-31 = 2024-12-31"),
        ("antes del 1 de octubre de 2024", "by 2024-10-01 = 2024-10-01"),
        ("para el 15 de septiembre de 2024", "by 2024-09-15 = 2024-09-15"),
        ("en el primer semestre de 2025", "by 2025-06-30 = 2025-06-30"),
        ("en la próxima reunión", "at next meeting"),
        ("antes de la próxima reunión", "before next meeting"),
        ("dos semanas antes de la próxima reunión", "14 days before next meeting"),
        ("cada seis meses", "every 6 months"),
        ("trimestralmente", "every 3 months"),
    ],
    title: "QUINTA REUNIÓN DE MINISTROS",
    met: "Los Ministros de los países miembros se reunieron en la ciudad de Utopía los días 16 y 17 de mayo de 2024.",
    we_met: "Nosotros, los Ministros de los países miembros, reunidos en Utopía,",
    assembly: "La Asamblea,",
    preamble: &[
        "Recordando su resolución del 3 de mayo de 2022,",
        "Consciente de las necesidades de quienes retornan,",
        "Habiendo examinado el informe de la Secretaría,",
    ],
    decided_to: "Los Ministros decidieron:",
    ministers: "Los Ministros:",
    the_ministers: "los Ministros",
    the_conference: "la Conferencia",
    decision: "Decisión",
    topics: &["Protección consular", "Migración laboral", "Gestión de fronteras"],
    in_particular: ", en particular:",
    things: &["los niños que viajan solos;", "las víctimas de la trata."],
    considering: "CONSIDERANDO:",
    considerations: &[
        "La riqueza que la migración aporta a cada país.",
        "Los compromisos asumidos en años anteriores.",
    ],
    decide: "ACUERDAN:",
    the_council: "el Consejo",
    annex: "ANEXO",
    done_at: "Hecho en Utopía, el 17 de mayo de 2024.",
};

static FRENCH: Vocabulary = Vocabulary {
    name: "French",
    acts: acts! {
        "thank" "remercier" "remercie" "remercient" "nous remercions" "ont remercié" "a remercié" "remercié" "le Gouvernement d’Utopie de son hospitalité";
        "take_note" "prendre note" "prend note" "prennent note" "nous prenons note" "ont pris note" "a pris note" "pris note" "du rapport de la Présidence";
        "approve" "approuver" "approuve" "approuvent" "nous approuvons" "ont approuvé" "a approuvé" "approuvé" "le programme de travail et son budget";
        "adopt" "adopter" "adopte" "adoptent" "nous adoptons" "ont adopté" "a adopté" "adopté" "les lignes directrices communes sur les retours";
        "welcome" "accueillir avec satisfaction" "accueille avec satisfaction" "accueillent avec satisfaction" "nous accueillons avec satisfaction" "ont accueilli avec satisfaction" "a accueilli avec satisfaction" "accueilli avec satisfaction" "les progrès des réseaux consulaires";
        "reaffirm" "réaffirmer" "réaffirme" "réaffirment" "nous réaffirmons" "ont réaffirmé" "a réaffirmé" "réaffirmé" "les droits de chaque personne migrante";
        "condemn" "condamner" "condamne" "condamnent" "nous condamnons" "ont condamné" "a condamné" "condamné" "toute forme de xénophobie";
        "underline" "souligner" "souligne" "soulignent" "nous soulignons" "ont souligné" "a souligné" "souligné" "l’importance d’un accueil digne";
        "request" "prier" "prie" "prient" "nous prions" "ont prié" "a prié" "prié" "le Secrétariat de présenter un rapport sur les retours{}";
        "request" "demander" "demande" "demandent" "nous demandons" "ont demandé" "a demandé" "demandé" "au Secrétariat de publier l’annuaire des consulats{}";
        "urge" "exhorter" "exhorte" "exhortent" "nous exhortons" "ont exhorté" "a exhorté" "exhorté" "les États membres à transmettre leurs observations sur le projet{}";
        "invite" "inviter" "invite" "invitent" "nous invitons" "ont invité" "a invité" "invité" "les observateurs à présenter leurs propositions{}";
        "entrust" "charger" "charge" "chargent" "nous chargeons" "ont chargé" "a chargé" "chargé" "l’Unité technique de préparer le manuel{}";
        "encourage" "encourager" "encourage" "encouragent" "nous encourageons" "ont encouragé" "a encouragé" "encouragé" "les réseaux à échanger leurs listes{}";
        "recommend" "recommander" "recommande" "recommandent" "nous recommandons" "ont recommandé" "a recommandé" "recommandé" "aux États de mettre à jour leurs chiffres{}";
        "decide" "décider" "décide" "décident" "nous décidons" "ont décidé" "a décidé" "décidé" "de convoquer un atelier sur les visas{}";
        "agree" "convenir" "convient" "conviennent" "nous convenons" "ont convenu" "a convenu" "convenu" "de tenir un séminaire sur la migration de travail{}";
    },
    seconds: acts! {
        "request" "prier" "prie" "prient" "nous prions" "ont prié" "a prié" "prié" "le Secrétariat de le diffuser{}";
        "urge" "exhorter" "exhorte" "exhortent" "nous exhortons" "ont exhorté" "a exhorté" "exhorté" "tous les États à y répondre{}";
        "invite" "inviter" "invite" "invitent" "nous invitons" "ont invité" "a invité" "invité" "les réseaux à le commenter{}";
    },
    impersonal: lines! {
        "agree" "il a été convenu que le Secrétariat présente un rapport sur les retours{}";
        "decide" "il a été décidé de convoquer un atelier sur les visas{}";
        "urge" "les États membres sont exhortés à transmettre leurs observations sur le projet{}";
        "invite" "les observateurs ont été invités à présenter leurs propositions{}";
        "request" "le Secrétariat est prié de publier l’annuaire des consulats{}";
    },
    reaffirmed: "Les ministres ont réaffirmé :",
    things_reaffirmed: lines! {
        "reaffirm" "leur attachement aux droits de chaque personne migrante";
        "reaffirm" "l’importance des voies régulières pour la migration de travail";
        "reaffirm" "la nécessité de protéger les enfants qui voyagent seuls";
        "reaffirm" "leur appui aux réseaux consulaires";
    },
    agreed: "Les ministres ont convenu :",
    clauses: lines! {
        "agree" "que le Secrétariat présente un rapport sur les retours{}";
        "agree" "qu’un atelier sur les visas se tienne{}";
        "agree" "que chaque État transmette ses observations sur le projet{}";
    },
    and: "et",
    deadlines: &[
        ("au plus tard en décembre 2024", "by 2024-12-31 = 2024-12-31"),
        ("dans un délai d’un an", "12 months after adoption = 2025-05-17"),
        ("dans les trente prochains jours", "30 days after adoption = 2024-06-16"),
        ("dans les six mois à venir", "6 months after adoption = 2024-11-17"),
        ("au plus tard 60 jours après l’adoption de la présente Déclaration", "60 days after adoption = 2024-07-16"),
        ("pendant le second semestre de 2024", "by 2024-12-31 = 2024-12-31"),
        ("d’ici à la mi-août 2024", "by 2024-08-15 = 2024-08-15"),
        ("avant la fin de l’année", "by 2024-12-31 = 2024-12-31"),
        ("d’ici fin juillet 2024", "by 2024-07-31 = 2024-07-31"),
        ("au premier trimestre de 2025", "by 2025-03-31 = 2025-03-31"),
        ("dans le courant de 2025", "by 2025-12-31 = 2025-12-31"),
        ("en septembre 2024", "by 2024-09-30 = 2024-09-30"),
        ("le 1er août 2024 au plus tard", "by 2024-08-01 = 2024-08-01"),
        ("à compter du 1er janvier 2025", "by 2025-01-01 = 2025-01-01"),
        ("au moins un mois avant la prochaine réunion", "1 month before next meeting"),
        ("une fois par an", "every 12 months"),
        ("tous les deux ans", "every 24 months"),
        ("à chaque réunion", "at each meeting"),
        ("à la prochaine session", "at next meeting"),
        ("à la sixième réunion", "at meeting 6"),
        ("dans un délai de vingt et un jours", "21 days after adoption = 2024-06-07"),
        ("dans un délai de trois mois", "3 months after adoption = 2024-08-17"),
        ("dans les soixante (60) jours suivant la clôture de la réunion", "60 days after meeting end = 2024-07-16"),
        ("dans un délai ne dépassant pas quarante-cinq jours", "45 days after adoption = 2024-07-01"),
        ("au plus tard le 30 juin 2024", "by 2024-06-30 = 2024-06-30"),
        ("d’ici la fin de 2024", "by 2024-12-31 = 2024-12-31"),
        ("avant le 1er octobre 2024", "by 2024-10-01 = 2024-10-01"),
        ("d’ici au 15 septembre 2024", "by 2024-09-15 = 2024-09-15"),
        ("au cours du premier semestre de 2025", "by 2025-06-30 = 2025-06-30"),
        ("lors de la prochaine réunion", "at next meeting"),
        ("avant la prochaine réunion", "before next meeting"),
        ("deux semaines avant la prochaine réunion", "14 days before next meeting"),
        ("tous les six mois", "every 6 months"),
        ("chaque trimestre", "every 3 months"),
    ],
    title: "CINQUIÈME RÉUNION DES MINISTRES",
    met: "Les ministres des pays membres se sont réunis dans la ville d’Utopie les 16 et 17 mai 2024.",
    we_met: "Nous, ministres des pays membres, réunis à Utopie,",
    assembly: "L’Assemblée,",
    preamble: &[
        "Rappelant sa résolution du 3 mai 2022,",
        "Consciente des besoins de ceux qui reviennent,",
        "Ayant examiné le rapport du Secrétariat,",
    ],
    decided_to: "Les ministres ont décidé de :",
    ministers: "Les ministres :",
    the_ministers: "les ministres",
    the_conference: "la Conférence",
    decision: "Décision",
    topics: &["Protection consulaire", "Migration de travail", "Gestion des frontières"],
    in_particular: ", en particulier :",
    things: &["les enfants qui voyagent seuls ;", "les victimes de la traite."],
    considering: "CONSIDÉRANT :",
    considerations: &[
        "La richesse que la migration apporte à chaque pays.",
        "Les engagements pris les années précédentes.",
    ],
    decide: "CONVIENNENT :",
    the_council: "le Conseil",
    annex: "ANNEXE",
    done_at: "Fait à Utopie, le 17 mai 2024.",
};
