//! The closed list of operative verbs: code, duty, act, and the dictionary forms in both languages.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Act, Duty};

/// Makes the enum, the order of the list and what each verb is, from one table.
macro_rules! verbs {
    ($($(#[$note:meta])* $name:ident $code:literal $duty:ident $act:ident $english:literal $spanish:literal;)*) => {
        /// An operative verb of the closed list, named by the English word that the field uses.
        ///
        /// Serialised as its code, such as `call_upon`. A verb is added and never renamed: the codes lie in journals.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "&'static str", try_from = "String")]
        pub enum Verb {
            $($(#[$note])* #[doc = concat!("`", $code, "`")] $name,)*
        }

        impl Verb {
            /// Every verb, in the order of the list.
            pub const ALL: &'static [Verb] = &[$(Verb::$name,)*];

            /// Answers the code under which the verb is kept and exchanged.
            pub fn code(self) -> &'static str {
                match self { $(Verb::$name => $code,)* }
            }

            /// Answers what duty the verb creates for those it speaks to.
            pub fn duty(self) -> Duty {
                match self { $(Verb::$name => Duty::$duty,)* }
            }

            /// Answers whether saying the verb is doing it.
            pub fn act(self) -> Act {
                match self { $(Verb::$name => Act::$act,)* }
            }

            /// The English dictionary forms, the first word of each inflected.
            pub(super) fn english(self) -> &'static str {
                match self { $(Verb::$name => $english,)* }
            }

            /// The Spanish infinitives, each with its stressed stem after a colon where that differs.
            pub(super) fn spanish(self) -> &'static str {
                match self { $(Verb::$name => $spanish,)* }
            }
        }
    };
}

verbs! {
    // Of no duty: thanks, notes and convictions.
    Acknowledge "acknowledge" None Said "acknowledge" "";
    Affirm "affirm" None Said "affirm" "afirmar";
    Appreciate "appreciate" None Said "appreciate" "apreciar|valorar";
    Celebrate "celebrate" None Said "celebrate" "celebrar";
    Commend "commend" None Said "commend|praise|applaud" "encomiar|elogiar|alabar|aplaudir";
    Condemn "condemn" None Said "condemn" "condenar";
    Congratulate "congratulate" None Said "congratulate" "felicitar";
    Declare "declare" None Said "declare" "declarar";
    Deplore "deplore" None Said "deplore" "deplorar";
    Emphasize "emphasize" None Said "emphasize" "enfatizar|hacer énfasis|hacer hincapié|poner énfasis";
    Express "express" None Said "express|convey|voice|extend" "expresar|manifestar:manifiest|extender:extiend|externar";
    Highlight "highlight" None Said "highlight" "destacar|resaltar|realzar";
    Note "note" None Said "note|observe" "notar|observar|advertir:adviert|constatar";
    PayTribute "pay_tribute" None Said "pay tribute|salute" "rendir homenaje:rind|rendir tributo:rind";
    Reaffirm "reaffirm" None Said "reaffirm" "reafirmar";
    Recall "recall" None Said "recall" "recordar:recuerd";
    Recognize "recognize" None Said "recognize" "reconocer";
    Regret "regret" None Said "regret" "lamentar";
    Reiterate "reiterate" None Said "reiterate" "reiterar";
    Stress "stress" None Said "stress" "recalcar|acentuar:acentú|insistir";
    TakeNote "take_note" None Said "take note|make note|take due note|take cognizance" "tomar nota|tomar debida nota|darse por enterado|tomar conocimiento";
    Thank "thank" None Said "thank|give thanks" "agradecer|dar las gracias|dar gracias";
    Underline "underline" None Said "underline|underscore" "subrayar";
    Welcome "welcome" None Said "welcome|greet" "acoger con|acoger favorablemente|acoger|saludar|dar la bienvenida|congratularse";
    HoldView "hold_view" None Said "believe|hold the view|share the view|share the conviction|be convinced" "considerar que|estimar|creer";
    // Of a soft duty: asked, and nobody named answers for it.
    Appeal "appeal" Soft Said "appeal" "apelar|hacer un llamamiento|hacer un llamado|hacer llamado|formular un llamamiento";
    Ask "ask" Soft Said "ask" "";
    CallUpon "call_upon" Soft Said "call upon|call on|call for|call" "exhortar|llamar";
    Commit "commit" Soft Said "commit|pledge|engage" "comprometer|comprometerse|asumir el compromiso";
    Consider "consider" Soft Done "consider|examine|study|explore|analyze|assess" "considerar|examinar|estudiar|explorar|analizar|valorar la posibilidad";
    Continue "continue" Soft Done "continue|keep|maintain|persevere|pursue|sustain" "continuar:continú|seguir:sigu|proseguir:prosigu|mantener:mantien|perseverar";
    Cooperate "cooperate" Soft Done "cooperate|collaborate|work|join|participate" "cooperar|colaborar|trabajar|participar|sumarse|unirse";
    Demand "demand" Soft Said "demand" "exigir";
    Encourage "encourage" Soft Said "encourage" "alentar:alient|animar|estimular|incentivar";
    Facilitate "facilitate" Soft Done "facilitate|enable|allow" "facilitar|permitir|posibilitar";
    Guarantee "guarantee" Soft Done "guarantee|ensure|safeguard" "garantizar|asegurar|velar";
    Improve "improve" Soft Done "improve|enhance|intensify|increase|expand|deepen|broaden|step up|foster" "mejorar|intensificar|incrementar|ampliar:amplí|profundizar|aumentar|perfeccionar|potenciar|fomentar";
    Invite "invite" Soft Said "invite" "invitar";
    Promote "promote" Soft Done "promote|advance" "promover:promuev|impulsar|propiciar|favorecer";
    Propose "propose" Soft Said "propose|offer" "proponer:propon|ofrecer";
    Protect "protect" Soft Done "protect|respect|uphold|defend" "proteger|respetar|defender:defiend|tutelar";
    Recommend "recommend" Soft Said "recommend" "recomendar:recomiend|aconsejar";
    Remind "remind" Soft Said "remind" "";
    Request "request" Soft Said "request" "solicitar|pedir:pid|requerir:requier|rogar:rueg";
    Seek "seek" Soft Done "seek|strive|endeavour|endeavor|aim" "buscar|procurar|esforzarse:esfuerz";
    Share "share" Soft Done "share|exchange" "compartir|intercambiar";
    Strengthen "strengthen" Soft Done "strengthen|reinforce|consolidate|bolster" "fortalecer|reforzar:refuerz|consolidar|robustecer|afianzar";
    Suggest "suggest" Soft Said "suggest" "sugerir:sugier";
    Support "support" Soft Said "support|back" "apoyar|sostener:sostien";
    Urge "urge" Soft Said "urge|exhort" "instar|urgir|conminar";
    // Of a duty with an owner.
    Accept "accept" Owned Said "accept" "aceptar";
    Adopt "adopt" Owned Said "adopt" "adoptar";
    Agree "agree" Owned Said "agree|concur" "acordar:acuerd|convenir:convien|coincidir|concordar:concuerd|estar de acuerdo|ponerse de acuerdo|llegar al acuerdo|pactar|concertar:conciert";
    Amend "amend" Owned Said "amend|modify|replace" "enmendar:enmiend|modificar|reformar|sustituir:sustituy|reemplazar";
    Appoint "appoint" Owned Said "appoint|nominate|name|elect" "nombrar|elegir:elig";
    Approve "approve" Owned Said "approve" "aprobar:aprueb";
    Assign "assign" Owned Said "assign|allocate" "asignar|destinar";
    Authorize "authorize" Owned Said "authorize|empower" "autorizar|facultar|habilitar|permitir que";
    CarryOut "carry_out" Owned Done "carry out|conduct|perform|execute|undertake|do|make|take|realize|hold consultations" "realizar|llevar a cabo|ejecutar|efectuar|emprender|efectuarse|hacer";
    Conclude "conclude" Owned Done "conclude|finalize|complete" "concluir:concluy|finalizar|completar|terminar";
    Confirm "confirm" Owned Said "confirm" "confirmar";
    Convene "convene" Owned Done "convene|summon" "convocar";
    Coordinate "coordinate" Owned Done "coordinate" "coordinar|articular";
    Create "create" Owned Said "create" "crear";
    Decide "decide" Owned Said "decide|determine" "decidir|determinar|disponer:dispon";
    Designate "designate" Owned Said "designate" "designar";
    Develop "develop" Owned Done "develop|design|formulate" "desarrollar|diseñar|formular";
    Direct "direct" Owned Said "direct|order" "ordenar";
    Discuss "discuss" Owned Done "discuss|address|deal with" "discutir|abordar|debatir";
    Disseminate "disseminate" Owned Done "disseminate|publish|circulate|distribute|publicize|inform" "difundir|divulgar|publicar|circular|distribuir:distribuy|informar|dar a conocer|socializar";
    Endorse "endorse" Owned Said "endorse" "respaldar|avalar|suscribir|hacer suyo|hacer suya|hacer suyos|hacer suyas|endosar";
    Entrust "entrust" Owned Said "entrust|charge" "encomendar:encomiend|encargar|confiar:confí";
    Establish "establish" Owned Said "establish|set up|found|institute|constitute" "establecer|instituir:instituy|fundar|constituir:constituy|conformar|integrar|instalar";
    Evaluate "evaluate" Owned Done "evaluate|review|monitor|revise|follow up|follow" "evaluar:evalú|revisar|monitorear|dar seguimiento|supervisar|vigilar";
    Implement "implement" Owned Done "implement|put into practice|apply|activate|launch|initiate|start|begin" "implementar|instrumentar|poner en marcha|poner en práctica|poner en funcionamiento|aplicar|activar|iniciar|lanzar|dar inicio|comenzar:comienz";
    Include "include" Owned Said "include|incorporate|add|insert|integrate" "incluir:incluy|incorporar|agregar|añadir|insertar";
    Instruct "instruct" Owned Said "instruct|task" "instruir:instruy|girar instrucciones|dar instrucciones|impartir instrucciones";
    Mandate "mandate" Owned Said "mandate|commission" "mandatar|mandar|otorgar mandato|dar mandato|comisionar|delegar";
    Organize "organize" Owned Done "organize|hold|host|arrange|schedule" "organizar|llevar a efecto|programar";
    Prepare "prepare" Owned Done "prepare|draft|draw up|elaborate|produce|compile" "preparar|elaborar|redactar|recopilar|confeccionar";
    Present "present" Owned Done "present|submit|report|provide|send|transmit|deliver|supply|forward|furnish" "presentar|someter|remitir|enviar:enví|proporcionar|proveer|transmitir|entregar|rendir|suministrar|trasladar|elevar|brindar|reportar|aportar";
    Ratify "ratify" Owned Said "ratify" "ratificar";
    Reject "reject" Owned Said "reject" "rechazar";
    RemainSeized "remain_seized" Soft Done "remain" "permanecer|seguir ocupándose:sigu";
    Renew "renew" Owned Said "renew|prolong|prorogue" "renovar:renuev|prorrogar";
    Resolve "resolve" Owned Said "resolve" "resolver:resuelv";
    Sign "sign" Soft Done "sign|accede" "firmar|adherir:adhier|adherirse:adhier";
    Proclaim "proclaim" Owned Said "proclaim" "proclamar";
    Terminate "terminate" Owned Said "terminate|dissolve|discontinue|suspend" "suspender|disolver:disuelv|dar por terminado|dejar sin efecto";
    Train "train" Owned Done "train|offer training" "capacitar";
    Update "update" Owned Done "update" "actualizar";
    Use "use" Soft Done "use|utilize|employ" "utilizar|emplear|usar";
}

/// Says that a code is not in the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no operative verb of the list")]
pub struct UnknownVerb(String);

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Verb {
    type Err = UnknownVerb;

    fn from_str(code: &str) -> Result<Verb, UnknownVerb> {
        let known = Verb::ALL.iter().find(|verb| verb.code() == code);
        known.copied().ok_or_else(|| UnknownVerb(code.chars().take(40).collect()))
    }
}

impl TryFrom<String> for Verb {
    type Error = UnknownVerb;

    fn try_from(code: String) -> Result<Verb, UnknownVerb> {
        code.parse()
    }
}

impl From<Verb> for &'static str {
    fn from(verb: Verb) -> &'static str {
        verb.code()
    }
}
