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
    Affirm "affirm" None Said "affirm" "afirmar|reivindicar";
    Announce "announce" None Said "announce" "anunciar";
    Applaud "applaud" None Said "applaud|acclaim|hail" "aplaudir|aclamar";
    Appreciate "appreciate" None Said "appreciate|value the" "apreciar|valorar";
    Believe "believe" None Said "believe|deem|convince that|convince of|remain convinced|take the view|remain confident" "considerar que|entender que:entiend|estimar|creer|estar convencidos|estar convencidas";
    Celebrate "celebrate" None Said "celebrate|rejoice|commemorate" "celebrar|conmemorar";
    Commend "commend" None Said "commend|compliment" "encomiar|ponderar";
    Condemn "condemn" None Said "condemn|denounce|repudiate" "condenar|repudiar|reprobar:reprueb|denunciar";
    Congratulate "congratulate" None Said "congratulate" "felicitar";
    Declare "declare" None Said "declare|state that|pronounce" "declarar";
    Deplore "deplore" None Said "deplore" "deplorar";
    DrawAttention "draw_attention" None Said "draw attention|draw the attention|draw to the attention|call the attention|bring to the attention" "señalar a la atención|llamar la atención";
    Emphasize "emphasize" None Said "emphasize|attach importance|attach great importance|attach particular importance" "enfatizar|hacer énfasis|hacer hincapié|poner énfasis|puntualizar";
    Express "express" None Said "express|convey|voice|concern about|concern at|concern by|concern over|concern that|remain concerned|sympathize" "expresar|manifestar:manifiest|externar|solidarizarse|exteriorizar|estar preocupados|estar preocupadas";
    Highlight "highlight" None Said "highlight" "destacar|resaltar|realzar|poner de relieve|poner de manifiesto|remarcar|relevar";
    Hope "hope" None Said "hope that|hope to|hope for|trust that|look forward|expect|wish that" "esperar|confiar en que|hacer votos|desear que|anhelar|formular votos";
    Note "note" None Said "note|observe|point out|make mention|make special mention|place on record|put on record|view with concern|view with" "notar|observar|advertir:adviert|constatar|señalar|hacer mención|hacer especial mención|hacer notar|dejar constancia|ver con preocupación|hacer constar|percibir|mencionar|consignar";
    PayTribute "pay_tribute" None Said "pay tribute" "rendir homenaje:rind|rendir tributo:rind";
    Praise "praise" None Said "praise" "elogiar|alabar|exaltar|enaltecer";
    Reaffirm "reaffirm" None Said "reaffirm" "reafirmar";
    Recall "recall" None Said "recall" "recordar:recuerd|rememorar|evocar";
    Receive "receive" None Said "receive" "recibir|dar por recibido|dar por recibida|tener por recibido:tien|tener por recibida:tien";
    Recognize "recognize" None Said "recognize" "reconocer";
    Regret "regret" None Said "regret" "lamentar";
    Reiterate "reiterate" None Said "reiterate|restate|repeat" "reiterar";
    Salute "salute" None Said "salute" "";
    Stress "stress" None Said "stress|insist" "recalcar|acentuar:acentú|insistir";
    TakeNote "take_note" None Said "take note|take due note|make note|take cognizance" "tomar nota|tomar debida nota|darse por enterado|tomar conocimiento|conocer el|conocer la|conocer los|conocer las";
    Thank "thank" None Said "thank|give thanks" "agradecer|dar las gracias|dar gracias";
    Underline "underline" None Said "underline" "subrayar";
    Underscore "underscore" None Said "underscore" "";
    Warn "warn" None Said "warn|caution" "alertar";
    Welcome "welcome" None Said "welcome" "acoger con|acoger favorablemente|acoger|recibir con|saludar|dar la bienvenida|congratularse|ver con agrado|ver con beneplácito|ver con satisfacción|ver con simpatía|regocijarse|complacerse";
    // Of a soft duty: asked, and nobody named answers for it.
    Appeal "appeal" Soft Said "appeal|implore|beseech|advocate for|advocate the" "abogar|apelar|hacer un llamamiento|hacer un llamado|hacer llamado|formular un llamamiento|formular un llamado|lanzar un llamado";
    Ask "ask" Soft Said "ask" "";
    CallUpon "call_upon" Soft Said "call upon|call on|call for|call" "llamar";
    Commit "commit" Soft Said "commit|engage|recommit|remain committed|stand committed" "comprometer|comprometerse|asumir el compromiso|asumir la responsabilidad|asumir compromisos|estar comprometidos|estar comprometidas|seguir comprometidos:sigu|seguir comprometidas:sigu|mantenerse comprometidos|permanecer comprometidos";
    Demand "demand" Soft Said "demand" "exigir|demandar";
    Encourage "encourage" Soft Said "encourage|stimulate" "alentar:alient|animar|estimular|incentivar|motivar";
    Intend "intend" Soft Said "intend|stand ready" "prever|tener la intención:tien|tener previsto:tien|pretender";
    Invite "invite" Soft Said "invite" "invitar";
    Offer "offer" Soft Said "offer" "ofrecer";
    Pledge "pledge" Soft Said "pledge|vow" "prometer";
    Propose "propose" Soft Said "propose" "proponer";
    Recommend "recommend" Soft Said "recommend|advise" "recomendar:recomiend|aconsejar";
    Remind "remind" Soft Said "remind" "";
    Request "request" Soft Said "request|solicit|require the|require that|require all" "solicitar|pedir:pid|requerir:requier|rogar:rueg|encarecer";
    Suggest "suggest" Soft Said "suggest" "sugerir:sugier";
    Support "support" Soft Said "support|back|favour the|favor the|sponsor|lend its support|lend their support|give its support" "apoyar|sostener:sostien|sustentar|auspiciar|patrocinar|secundar";
    Urge "urge" Soft Said "urge|exhort|enjoin" "instar|exhortar|urgir|conminar|intimar|apremiar";
    // Work that is everybody's.
    Accelerate "accelerate" Soft Done "accelerate|expedite|speed up" "acelerar";
    Accompany "accompany" Soft Done "accompany" "acompañar";
    Achieve "achieve" Soft Done "achieve|attain" "lograr|alcanzar|conseguir:consig";
    Address "address" Soft Done "address|deal with|tackle|confront" "abordar|atender:atiend|enfrentar|afrontar|encarar|hacer frente|superar";
    Advance "advance" Soft Done "advance" "avanzar|progresar|adelantar";
    Align "align" Soft Done "align|adjust|adapt" "adecuar:adecu|alinear|adaptar|ajustar|orientar";
    Analyze "analyze" Soft Done "analyze" "analizar";
    Apply "apply" Soft Done "apply|enforce" "aplicar";
    Assess "assess" Soft Done "assess" "";
    Assist "assist" Soft Done "assist|help" "asistir|ayudar|auxiliar|asesorar";
    Build "build" Soft Done "build" "construir:construy";
    Combat "combat" Soft Done "combat" "combatir";
    Comply "comply" Soft Done "comply|fulfil|fulfill|abide" "cumplir|dar cumplimiento|honrar";
    Collaborate "collaborate" Soft Done "collaborate" "colaborar";
    Complement "complement" Soft Done "complement|supplement" "complementar";
    Consider "consider" Soft Done "consider|give consideration|take into account|take into consideration|bear in mind|contemplate|reflect" "considerar|dar consideración|tomar en cuenta|tener en cuenta:tien|tomar en consideración|tener presente:tien|contemplar|reflexionar";
    Consolidate "consolidate" Soft Done "consolidate|institutionalize|formalize" "consolidar|afianzar|institucionalizar|formalizar|oficializar";
    Consult "consult" Soft Done "consult|liaise" "consultar";
    Continue "continue" Soft Done "continue" "continuar:continú|seguir:sigu|proseguir:prosigu|perseverar";
    Contribute "contribute" Soft Done "contribute" "contribuir:contribuy|coadyuvar";
    Cooperate "cooperate" Soft Done "cooperate" "cooperar";
    Counter "counter" Soft Done "counter" "contrarrestar";
    Deepen "deepen" Soft Done "deepen" "profundizar|ahondar";
    Defend "defend" Soft Done "defend" "defender:defiend";
    Discuss "discuss" Soft Done "discuss|deliberate" "discutir|debatir|deliberar|dialogar";
    Endeavour "endeavour" Soft Done "endeavour|endeavor|make efforts|make every effort|make all efforts" "esforzarse:esfuerz|desplegar esfuerzos|realizar esfuerzos|hacer esfuerzos|hacer todo lo posible";
    Enhance "enhance" Soft Done "enhance" "potenciar";
    Ensure "ensure" Soft Done "ensure|assure|secure" "asegurar|velar|cautelar";
    Eradicate "eradicate" Soft Done "eradicate|eliminate|abolish" "erradicar|eliminar|suprimir|abolir";
    Examine "examine" Soft Done "examine" "examinar";
    Exchange "exchange" Soft Done "exchange" "intercambiar";
    Expand "expand" Soft Done "expand|broaden|widen" "ampliar:amplí";
    Explore "explore" Soft Done "explore" "explorar";
    Facilitate "facilitate" Soft Done "facilitate|enable|allow" "facilitar|permitir|posibilitar|viabilizar";
    Fight "fight" Soft Done "fight" "luchar";
    Foster "foster" Soft Done "foster|cultivate" "fomentar";
    Generate "generate" Soft Done "generate" "generar";
    Guarantee "guarantee" Soft Done "guarantee" "garantizar";
    Harmonize "harmonize" Soft Done "harmonize|standardize" "armonizar|homologar|estandarizar|unificar";
    Identify "identify" Soft Done "identify" "identificar|mapear";
    Improve "improve" Soft Done "improve|modernize|upgrade|optimize" "mejorar|perfeccionar|modernizar|optimizar";
    Increase "increase" Soft Done "increase" "incrementar|aumentar";
    Intensify "intensify" Soft Done "intensify|step up|redouble|double efforts|scale up" "intensificar|redoblar";
    Investigate "investigate" Soft Done "investigate" "investigar";
    Involve "involve" Soft Done "involve" "involucrar";
    Join "join" Soft Done "join|join forces" "sumarse|unirse|unir esfuerzos|sumar esfuerzos|aunar esfuerzos";
    Keep "keep" Soft Done "keep|leave" "dejar";
    Maintain "maintain" Soft Done "maintain|preserve|sustain" "mantener:mantien|preservar|conservar";
    Manage "manage" Soft Done "manage|administer" "administrar|manejar";
    Participate "participate" Soft Done "participate|attend" "participar|concurrir";
    Prevent "prevent" Soft Done "prevent|avoid" "prevenir|evitar";
    Prioritize "prioritize" Soft Done "prioritize|give priority|accord priority|privilege|focus on|concentrate on" "priorizar|dar prioridad|otorgar prioridad|privilegiar|centrarse|enfocarse";
    Promote "promote" Soft Done "promote" "promover:promuev|impulsar|propiciar|favorecer|posicionar";
    Protect "protect" Soft Done "protect|safeguard|shield" "proteger|tutelar|resguardar|salvaguardar|amparar";
    Prosecute "prosecute" Soft Done "prosecute" "perseguir:persig|enjuiciar";
    Punish "punish" Soft Done "punish|criminalize|penalize" "sancionar|penalizar|tipificar|castigar";
    Pursue "pursue" Soft Done "pursue" "";
    Raise "raise" Soft Done "raise|elevate" "elevar|sensibilizar|visibilizar";
    Reduce "reduce" Soft Done "reduce|mitigate|minimize|alleviate|diminish" "reducir|mitigar|disminuir|minimizar|aliviar|atenuar";
    Regularize "regularize" Soft Done "regularize" "regularizar";
    Refrain "refrain" Soft Done "refrain|abstain" "abstenerse:abstien";
    Reinforce "reinforce" Soft Done "reinforce|bolster" "reforzar:refuerz";
    Repatriate "repatriate" Soft Done "repatriate" "repatriar";
    RemainSeized "remain_seized" Soft Done "remain" "permanecer|seguir ocupándose:sigu";
    Respect "respect" Soft Done "respect|uphold|honour|honor" "respetar|acatar";
    Respond "respond" Soft Done "respond|reply" "responder|dar respuesta";
    Resume "resume" Soft Done "resume|reactivate|revive|relaunch" "retomar|reanudar|reactivar|relanzar";
    Seek "seek" Soft Done "seek|aim" "buscar|procurar";
    Share "share" Soft Done "share" "compartir";
    Sign "sign" Soft Done "sign" "firmar";
    Simplify "simplify" Soft Done "simplify|streamline" "simplificar|agilizar";
    Strengthen "strengthen" Soft Done "strengthen|revitalize" "fortalecer|robustecer|revitalizar|estrechar|dinamizar";
    Strive "strive" Soft Done "strive" "";
    Study "study" Soft Done "study" "estudiar";
    Use "use" Soft Done "use|utilize|employ" "utilizar|emplear|usar";
    Work "work" Soft Done "work" "trabajar";
    // Of a duty with an owner.
    Accede "accede" Owned Said "accede|adhere to" "adherir:adhier|adherirse:adhier";
    Accept "accept" Owned Said "accept|admit|give its consent|give their consent" "aceptar|admitir|dar su consentimiento";
    Add "add" Owned Said "add" "agregar|añadir";
    Adopt "adopt" Owned Said "adopt" "adoptar";
    Agree "agree" Owned Said "agree|concur|reach agreement" "acordar:acuerd|convenir:convien|coincidir|concordar:concuerd|estar de acuerdo|ponerse de acuerdo|llegar al acuerdo|pactar|concertar:conciert|consensuar|llegar a un acuerdo";
    Allocate "allocate" Owned Said "allocate" "destinar";
    Amend "amend" Owned Said "amend" "enmendar:enmiend";
    Appoint "appoint" Owned Said "appoint|name" "nombrar";
    Approve "approve" Owned Said "approve|validate|give its approval|give their approval|give approval" "aprobar:aprueb|validar|dar por aprobado|dar por aprobada|convalidar|dar su aprobación|dar aprobación";
    Assign "assign" Owned Said "assign" "asignar|adjudicar";
    Authorize "authorize" Owned Said "authorize|empower" "autorizar|facultar|habilitar|permitir que";
    Confirm "confirm" Owned Said "confirm" "confirmar|certificar";
    Create "create" Owned Said "create" "crear";
    Decide "decide" Owned Said "decide" "decidir|disponer";
    Designate "designate" Owned Said "designate" "designar";
    Determine "determine" Owned Said "determine|set|fix|find that" "determinar|fijar";
    Direct "direct" Owned Said "direct|order" "ordenar";
    Elect "elect" Owned Said "elect" "elegir:elig|reelegir:reelig";
    Endorse "endorse" Owned Said "endorse|embrace|subscribe to" "respaldar|avalar|refrendar|hacer suyo|hacer suya|hacer suyos|hacer suyas|endosar|suscribir|dar su respaldo|dar respaldo|dar el respaldo";
    Entrust "entrust" Owned Said "entrust|charge the" "encomendar:encomiend|encargar|confiar:confí";
    Establish "establish" Owned Said "establish|institute|constitute|lay down|form a|form an" "establecer|instituir:instituy|fundar|constituir:constituy|conformar|integrar|instalar";
    Extend "extend" Owned Said "extend|prolong" "extender:extiend|prorrogar|prolongar";
    Grant "grant" Owned Said "grant|accord the|accord a" "otorgar|conceder";
    Include "include" Owned Said "include|place on the|place the item|place this item|place the topic|place the issue|place the matter|put on the|insert" "incluir:incluy|colocar|inscribir";
    Incorporate "incorporate" Owned Said "incorporate|integrate|mainstream|reintegrate" "incorporar|transversalizar|reintegrar|reinsertar";
    Instruct "instruct" Owned Said "instruct" "instruir:instruy|girar instrucciones|dar instrucciones|impartir instrucciones";
    Mandate "mandate" Owned Said "mandate|commission|delegate to|delegate the" "mandatar|mandar|otorgar mandato|dar mandato|comisionar|delegar";
    Modify "modify" Owned Said "modify|reorganize|restructure" "modificar|reformar|reorganizar|reestructurar";
    Nominate "nominate" Owned Said "nominate" "postular";
    Postpone "postpone" Owned Said "postpone|defer|adjourn" "postergar|aplazar|posponer|diferir:difier";
    Proclaim "proclaim" Owned Said "proclaim" "proclamar";
    Prohibit "prohibit" Owned Said "prohibit|forbid|ban" "prohibir:prohíb";
    Ratify "ratify" Owned Said "ratify" "ratificar";
    Reject "reject" Owned Said "reject|oppose" "rechazar|oponerse";
    Renew "renew" Owned Said "renew" "renovar:renuev";
    Replace "replace" Owned Said "replace" "sustituir:sustituy|reemplazar";
    Resolve "resolve" Owned Said "resolve" "resolver:resuelv";
    SetUp "set_up" Owned Said "set up" "";
    Suspend "suspend" Owned Said "suspend|discontinue" "suspender";
    Task "task" Owned Said "task" "";
    Terminate "terminate" Owned Said "terminate|dissolve|repeal|rescind|revoke|withdraw|annul|cancel" "disolver:disuelv|dar por terminado|dejar sin efecto|derogar|revocar|anular|cancelar";
    // Work that somebody does and answers for.
    Begin "begin" Owned Done "begin" "comenzar:comienz";
    CarryOut "carry_out" Owned Done "carry out" "realizar|llevar a cabo|efectuar|efectuarse|hacer|tramitar";
    Circulate "circulate" Owned Done "circulate" "circular";
    Compile "compile" Owned Done "compile|collect|gather|systematize" "recopilar|recabar|recolectar|sistematizar|compilar";
    Complete "complete" Owned Done "complete" "completar";
    Conclude "conclude" Owned Done "conclude" "concluir:concluy|cerrar:cierr";
    Conduct "conduct" Owned Done "conduct" "";
    Convene "convene" Owned Done "convene|summon" "convocar";
    Coordinate "coordinate" Owned Done "coordinate" "coordinar|articular|vincular";
    Define "define" Owned Done "define|clarify" "definir|aclarar|precisar|esclarecer";
    Deliver "deliver" Owned Done "deliver" "entregar";
    Design "design" Owned Done "design" "diseñar";
    Develop "develop" Owned Done "develop" "desarrollar";
    Disseminate "disseminate" Owned Done "disseminate|raise awareness" "difundir|divulgar|dar a conocer|socializar|hacer público|hacer pública|dar difusión|dar publicidad";
    Distribute "distribute" Owned Done "distribute" "distribuir:distribuy";
    Draft "draft" Owned Done "draft|draw up" "redactar";
    Elaborate "elaborate" Owned Done "elaborate" "";
    Evaluate "evaluate" Owned Done "evaluate" "evaluar:evalú";
    Execute "execute" Owned Done "execute" "ejecutar";
    Finalize "finalize" Owned Done "finalize" "finalizar|terminar";
    Finance "finance" Owned Done "finance|fund the|invest" "financiar|invertir:inviert";
    FollowUp "follow_up" Owned Done "follow up|follow|give follow-up|give follow|provide follow-up" "dar seguimiento|dar continuidad|hacer seguimiento|realizar el seguimiento|efectuar el seguimiento";
    Formulate "formulate" Owned Done "formulate" "formular";
    Forward "forward" Owned Done "forward|refer" "remitir|trasladar";
    Hold "hold" Owned Done "hold|take place" "celebrar|tener lugar:tien";
    Host "host" Owned Done "host" "";
    Implement "implement" Owned Done "implement|put into practice|operationalize|give effect" "implementar|instrumentar|poner en práctica|poner en funcionamiento|poner en vigor|poner en vigencia|operativizar|hacer efectivo|hacer efectiva|materializar|concretar";
    Inform "inform" Owned Done "inform|notify" "informar|notificar|comunicar";
    Initiate "initiate" Owned Done "initiate" "iniciar|dar inicio|abrir";
    Launch "launch" Owned Done "launch|activate" "lanzar|poner en marcha|activar";
    Make "make" Owned Done "make" "";
    Mobilize "mobilize" Owned Done "mobilize" "movilizar|canalizar|gestionar";
    Monitor "monitor" Owned Done "monitor|oversee|supervise" "monitorear|supervisar|vigilar";
    Organize "organize" Owned Done "organize|arrange" "organizar";
    Perform "perform" Owned Done "perform" "";
    Prepare "prepare" Owned Done "prepare" "preparar|elaborar|confeccionar";
    Present "present" Owned Done "present" "presentar";
    Produce "produce" Owned Done "produce" "producir";
    Provide "provide" Owned Done "provide|furnish|supply|make available|equip" "proporcionar|proveer|brindar|suministrar|aportar|poner a disposición|dotar|prestar";
    Publish "publish" Owned Done "publish|publicize" "publicar";
    Report "report" Owned Done "report" "reportar|rendir:rind";
    Review "review" Owned Done "review" "revisar";
    Revise "revise" Owned Done "revise" "";
    Schedule "schedule" Owned Done "schedule" "programar|planificar|planear";
    Send "send" Owned Done "send" "enviar:enví|hacer llegar";
    Start "start" Owned Done "start" "";
    Submit "submit" Owned Done "submit" "someter";
    Take "take" Owned Done "take" "";
    Train "train" Owned Done "train|offer training" "capacitar";
    Transmit "transmit" Owned Done "transmit" "transmitir";
    Undertake "undertake" Owned Done "undertake|assume" "emprender|asumir";
    Update "update" Owned Done "update" "actualizar";
    Verify "verify" Owned Done "verify" "verificar";
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
