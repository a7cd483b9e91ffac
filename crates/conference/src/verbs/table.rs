//! The closed list of operative verbs: code, duty, act, and the dictionary forms in each language.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Act, Duty};

/// Makes the enum, the order of the list and what each verb is, from one table.
macro_rules! verbs {
    ($($(#[$note:meta])* $name:ident $code:literal $duty:ident $act:ident $english:literal $spanish:literal $french:literal;)*) => {
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

            /// The French infinitives, without the pronoun of a reflexive verb, each with its stressed stem after a colon where that differs.
            pub(super) fn french(self) -> &'static str {
                match self { $(Verb::$name => $french,)* }
            }
        }
    };
}

verbs! {
    // Of no duty: thanks, notes and convictions.
    Acknowledge "acknowledge" None Said "acknowledge" "" "";
    Affirm "affirm" None Said "affirm" "afirmar|reivindicar" "affirmer";
    Announce "announce" None Said "announce" "anunciar" "annoncer";
    Applaud "applaud" None Said "applaud|acclaim|hail" "aplaudir|aclamar" "applaudir";
    Appreciate "appreciate" None Said "appreciate|value the" "apreciar|valorar" "apprécier|savoir gré";
    Believe "believe" None Said "believe|deem|convince that|convince of|remain convinced|take the view|remain confident" "considerar que|entender que:entiend|estimar|creer|estar convencidos|estar convencidas" "estimer|considérer que|juger|être convaincu|être convaincus|croire|demeurer convaincu|demeurer convaincus";
    Celebrate "celebrate" None Said "celebrate|rejoice|commemorate" "celebrar|conmemorar" "célébrer|commémorer";
    Commend "commend" None Said "commend|compliment" "encomiar|ponderar" "louer|rendre hommage aux efforts";
    Condemn "condemn" None Said "condemn|denounce|repudiate" "condenar|repudiar|reprobar:reprueb|denunciar" "condamner|dénoncer|réprouver";
    Congratulate "congratulate" None Said "congratulate" "felicitar" "féliciter|adresser ses félicitations|adresser leurs félicitations";
    Declare "declare" None Said "declare|state that|pronounce" "declarar" "déclarer|proclamer que";
    Deplore "deplore" None Said "deplore" "deplorar" "déplorer";
    DrawAttention "draw_attention" None Said "draw attention|draw the attention|draw to the attention|call the attention|bring to the attention" "señalar a la atención|llamar la atención" "appeler l attention:appell|attirer l attention|signaler";
    Emphasize "emphasize" None Said "emphasize|attach importance|attach great importance|attach particular importance" "enfatizar|hacer énfasis|hacer hincapié|poner énfasis|puntualizar" "mettre l accent|attacher de l importance|attacher une grande importance|accorder une grande importance|accorder de l importance";
    Express "express" None Said "express|convey|voice|concern about|concern at|concern by|concern over|concern that|remain concerned|sympathize" "expresar|manifestar:manifiest|externar|solidarizarse|exteriorizar|estar preocupados|estar preocupadas" "exprimer|déclarer préoccupé|faire part|témoigner|déclarer préoccupée|déclarer préoccupés|déclarer profondément préoccupé|être préoccupé|être préoccupés|être préoccupée|demeurer préoccupé|demeurer préoccupés|manifester";
    Highlight "highlight" None Said "highlight" "destacar|resaltar|realzar|poner de relieve|poner de manifiesto|remarcar|relevar" "mettre en évidence|mettre en exergue|mettre en lumière|faire ressortir";
    Hope "hope" None Said "hope that|hope to|hope for|trust that|look forward|expect|wish that" "esperar|confiar en que|hacer votos|desear que|anhelar|formular votos" "espérer|souhaiter que|former le vœu|former le voeu|compter que|attendre avec intérêt";
    Note "note" None Said "note|observe|point out|make mention|make special mention|place on record|put on record|view with concern|view with" "notar|observar|advertir:adviert|constatar|señalar|hacer mención|hacer especial mención|hacer notar|dejar constancia|ver con preocupación|hacer constar|percibir|mencionar|consignar" "noter|constater|relever|observer|faire observer|faire remarquer|relever avec|mentionner";
    PayTribute "pay_tribute" None Said "pay tribute" "rendir homenaje:rind|rendir tributo:rind" "rendre hommage";
    Praise "praise" None Said "praise" "elogiar|alabar|exaltar|enaltecer" "louer de";
    Reaffirm "reaffirm" None Said "reaffirm" "reafirmar" "réaffirmer";
    Recall "recall" None Said "recall" "recordar:recuerd|rememorar|evocar" "rappeler:rappell|souvenir";
    Receive "receive" None Said "receive" "recibir|dar por recibido|dar por recibida|tener por recibido:tien|tener por recibida:tien" "recevoir";
    Recognize "recognize" None Said "recognize" "reconocer" "reconnaître|être conscient|être conscients|avoir conscience";
    Regret "regret" None Said "regret" "lamentar" "regretter";
    Reiterate "reiterate" None Said "reiterate|restate|repeat" "reiterar" "réitérer|répéter";
    Salute "salute" None Said "salute" "" "";
    Stress "stress" None Said "stress|insist" "recalcar|acentuar:acentú|insistir" "insister|mettre en relief";
    TakeNote "take_note" None Said "take note|take due note|make note|take cognizance" "tomar nota|tomar debida nota|darse por enterado|tomar conocimiento|conocer el|conocer la|conocer los|conocer las" "prendre note|prendre acte|prendre connaissance";
    Thank "thank" None Said "thank|give thanks" "agradecer|dar las gracias|dar gracias" "remercier|adresser ses remerciements|adresser leurs remerciements|exprimer sa gratitude|exprimer leur gratitude|savoir gré à";
    Underline "underline" None Said "underline" "subrayar" "souligner";
    Underscore "underscore" None Said "underscore" "" "";
    Warn "warn" None Said "warn|caution" "alertar" "mettre en garde|avertir";
    Welcome "welcome" None Said "welcome" "acoger con|acoger favorablemente|acoger|recibir con|saludar|dar la bienvenida|congratularse|ver con agrado|ver con beneplácito|ver con satisfacción|ver con simpatía|regocijarse|complacerse" "accueillir|accueillir avec|accueillir favorablement|féliciter de|féliciter du|féliciter des|féliciter que|réjouir|réjouir de|réjouir du|réjouir des|réjouir que|saluer|souhaiter la bienvenue|remercier de l accueil";
    // Of a soft duty: asked, and nobody named answers for it.
    Appeal "appeal" Soft Said "appeal|implore|beseech|advocate for|advocate the" "abogar|apelar|hacer un llamamiento|hacer un llamado|hacer llamado|formular un llamamiento|formular un llamado|lanzar un llamado" "lancer un appel|faire appel|en appeler:appell|adresser un appel|plaider";
    Ask "ask" Soft Said "ask" "" "";
    CallUpon "call_upon" Soft Said "call upon|call on|call for|call" "llamar" "appeler:appell";
    Commit "commit" Soft Said "commit|engage|recommit|remain committed|stand committed" "comprometer|comprometerse|asumir el compromiso|asumir la responsabilidad|asumir compromisos|estar comprometidos|estar comprometidas|seguir comprometidos:sigu|seguir comprometidas:sigu|mantenerse comprometidos|permanecer comprometidos" "engager à|prendre l engagement|être déterminé à|être déterminés à|rester déterminés à|rester attaché|rester attachés|être résolus à|demeurer résolus à|rester déterminés|rester engagés|demeurer déterminés|être déterminé|être déterminée";
    Demand "demand" Soft Said "demand" "exigir|demandar" "exiger";
    Encourage "encourage" Soft Said "encourage|stimulate" "alentar:alient|animar|estimular|incentivar|motivar" "encourager|inciter";
    Intend "intend" Soft Said "intend|stand ready" "prever|tener la intención:tien|tener previsto:tien|pretender" "avoir l intention|entendre|projeter:projett|envisager|prévoir|proposer de|tenir prêt|avoir pour intention";
    Invite "invite" Soft Said "invite" "invitar" "inviter";
    Offer "offer" Soft Said "offer" "ofrecer" "offrir";
    Pledge "pledge" Soft Said "pledge|vow" "prometer" "promettre";
    Propose "propose" Soft Said "propose" "proponer" "proposer";
    Recommend "recommend" Soft Said "recommend|advise" "recomendar:recomiend|aconsejar" "recommander|préconiser|conseiller";
    Remind "remind" Soft Said "remind" "" "";
    Request "request" Soft Said "request|solicit|require the|require that|require all" "solicitar|pedir:pid|requerir:requier|rogar:rueg|encarecer" "prier|demander|solliciter";
    Suggest "suggest" Soft Said "suggest" "sugerir:sugier" "suggérer";
    Support "support" Soft Said "support|back|favour the|favor the|sponsor|lend its support|lend their support|give its support" "apoyar|sostener:sostien|sustentar|auspiciar|patrocinar|secundar" "soutenir|appuyer:appui|apporter son soutien|apporter leur soutien";
    Urge "urge" Soft Said "urge|exhort|enjoin" "instar|exhortar|urgir|conminar|intimar|apremiar" "exhorter|engager|engager instamment|prier instamment|demander instamment|inviter instamment|presser|enjoindre";
    // Work that is everybody's.
    Accelerate "accelerate" Soft Done "accelerate|expedite|speed up" "acelerar" "accélérer|hâter";
    Accompany "accompany" Soft Done "accompany" "acompañar" "accompagner";
    Achieve "achieve" Soft Done "achieve|attain" "lograr|alcanzar|conseguir:consig" "atteindre|réaliser l objectif";
    Address "address" Soft Done "address|deal with|tackle|confront" "abordar|atender:atiend|enfrentar|afrontar|encarar|hacer frente|superar" "faire face|aborder|traiter|remédier|affronter";
    Advance "advance" Soft Done "advance" "avanzar|progresar|adelantar" "avancer|faire avancer|progresser";
    Align "align" Soft Done "align|adjust|adapt" "adecuar:adecu|alinear|adaptar|ajustar|orientar" "aligner|adapter|ajuster|harmoniser leurs";
    Analyze "analyze" Soft Done "analyze" "analizar" "analyser";
    Apply "apply" Soft Done "apply|enforce" "aplicar" "appliquer";
    Assess "assess" Soft Done "assess" "" "mesurer";
    Assist "assist" Soft Done "assist|help" "asistir|ayudar|auxiliar|asesorar" "aider|assister|prêter assistance";
    Build "build" Soft Done "build" "construir:construy" "construire|bâtir|édifier";
    Combat "combat" Soft Done "combat" "combatir" "combattre";
    Comply "comply" Soft Done "comply|fulfil|fulfill|abide" "cumplir|dar cumplimiento|honrar" "respecter les obligations|conformer|honorer|acquitter";
    Collaborate "collaborate" Soft Done "collaborate" "colaborar" "collaborer";
    Complement "complement" Soft Done "complement|supplement" "complementar" "compléter les efforts";
    Consider "consider" Soft Done "consider|give consideration|take into account|take into consideration|bear in mind|contemplate|reflect" "considerar|dar consideración|tomar en cuenta|tener en cuenta:tien|tomar en consideración|tener presente:tien|contemplar|reflexionar" "examiner la possibilité|envisager de|envisager d|tenir compte|prendre en compte|prendre en considération|réfléchir";
    Consolidate "consolidate" Soft Done "consolidate|institutionalize|formalize" "consolidar|afianzar|institucionalizar|formalizar|oficializar" "consolider|institutionnaliser";
    Consult "consult" Soft Done "consult|liaise" "consultar" "consulter|concerter";
    Continue "continue" Soft Done "continue" "continuar:continú|seguir:sigu|proseguir:prosigu|perseverar" "continuer|poursuivre";
    Contribute "contribute" Soft Done "contribute" "contribuir:contribuy|coadyuvar" "contribuer";
    Cooperate "cooperate" Soft Done "cooperate" "cooperar" "coopérer";
    Counter "counter" Soft Done "counter" "contrarrestar" "contrer";
    Deepen "deepen" Soft Done "deepen" "profundizar|ahondar" "approfondir";
    Defend "defend" Soft Done "defend" "defender:defiend" "défendre";
    Discuss "discuss" Soft Done "discuss|deliberate" "discutir|debatir|deliberar|dialogar" "discuter|débattre|délibérer";
    Endeavour "endeavour" Soft Done "endeavour|endeavor|make efforts|make every effort|make all efforts" "esforzarse:esfuerz|desplegar esfuerzos|realizar esfuerzos|hacer esfuerzos|hacer todo lo posible" "efforcer|efforcer de|faire tout son possible|ne ménager aucun effort|n épargner aucun effort|redoubler d efforts";
    Enhance "enhance" Soft Done "enhance" "potenciar" "accroître l efficacité";
    Ensure "ensure" Soft Done "ensure|assure|secure" "asegurar|velar|cautelar" "veiller|assurer|faire en sorte";
    Eradicate "eradicate" Soft Done "eradicate|eliminate|abolish" "erradicar|eliminar|suprimir|abolir" "éradiquer|éliminer|abolir|supprimer";
    Examine "examine" Soft Done "examine" "examinar" "examiner|étudier la possibilité";
    Exchange "exchange" Soft Done "exchange" "intercambiar" "échanger";
    Expand "expand" Soft Done "expand|broaden|widen" "ampliar:amplí" "élargir|étendre";
    Explore "explore" Soft Done "explore" "explorar" "explorer";
    Facilitate "facilitate" Soft Done "facilitate|enable|allow" "facilitar|permitir|posibilitar|viabilizar" "faciliter|permettre";
    Fight "fight" Soft Done "fight" "luchar" "lutter";
    Foster "foster" Soft Done "foster|cultivate" "fomentar" "favoriser";
    Generate "generate" Soft Done "generate" "generar" "générer|susciter";
    Guarantee "guarantee" Soft Done "guarantee" "garantizar" "garantir";
    Harmonize "harmonize" Soft Done "harmonize|standardize" "armonizar|homologar|estandarizar|unificar" "harmoniser|uniformiser";
    Identify "identify" Soft Done "identify" "identificar|mapear" "identifier|recenser|repérer";
    Improve "improve" Soft Done "improve|modernize|upgrade|optimize" "mejorar|perfeccionar|modernizar|optimizar" "améliorer|moderniser|perfectionner";
    Increase "increase" Soft Done "increase" "incrementar|aumentar" "accroître|augmenter";
    Intensify "intensify" Soft Done "intensify|step up|redouble|double efforts|scale up" "intensificar|redoblar" "intensifier|redoubler";
    Investigate "investigate" Soft Done "investigate" "investigar" "enquêter";
    Involve "involve" Soft Done "involve" "involucrar" "associer|impliquer";
    Join "join" Soft Done "join|join forces" "sumarse|unirse|unir esfuerzos|sumar esfuerzos|aunar esfuerzos" "joindre|unir leurs efforts|conjuguer leurs efforts";
    Keep "keep" Soft Done "keep|leave" "dejar" "garder|laisser";
    Maintain "maintain" Soft Done "maintain|preserve|sustain" "mantener:mantien|preservar|conservar" "maintenir|préserver|conserver";
    Manage "manage" Soft Done "manage|administer" "administrar|manejar" "gérer|administrer";
    Participate "participate" Soft Done "participate|attend" "participar|concurrir" "participer|prendre part";
    Prevent "prevent" Soft Done "prevent|avoid" "prevenir|evitar" "prévenir|éviter|empêcher";
    Prioritize "prioritize" Soft Done "prioritize|give priority|accord priority|privilege|focus on|concentrate on" "priorizar|dar prioridad|otorgar prioridad|privilegiar|centrarse|enfocarse" "donner la priorité|accorder la priorité|privilégier";
    Promote "promote" Soft Done "promote" "promover:promuev|impulsar|propiciar|favorecer|posicionar" "promouvoir";
    Protect "protect" Soft Done "protect|safeguard|shield" "proteger|tutelar|resguardar|salvaguardar|amparar" "protéger|sauvegarder";
    Prosecute "prosecute" Soft Done "prosecute" "perseguir:persig|enjuiciar" "poursuivre en justice";
    Punish "punish" Soft Done "punish|criminalize|penalize" "sancionar|penalizar|tipificar|castigar" "punir|réprimer|sanctionner|ériger en infraction";
    Pursue "pursue" Soft Done "pursue" "" "mener";
    Raise "raise" Soft Done "raise|elevate" "elevar|sensibilizar|visibilizar" "élever|relever le niveau|sensibiliser";
    Reduce "reduce" Soft Done "reduce|mitigate|minimize|alleviate|diminish" "reducir|mitigar|disminuir|minimizar|aliviar|atenuar" "réduire|atténuer|diminuer";
    Regularize "regularize" Soft Done "regularize" "regularizar" "régulariser";
    Refrain "refrain" Soft Done "refrain|abstain" "abstenerse:abstien" "abstenir|abstenir de";
    Reinforce "reinforce" Soft Done "reinforce|bolster" "reforzar:refuerz" "";
    Repatriate "repatriate" Soft Done "repatriate" "repatriar" "rapatrier";
    RemainSeized "remain_seized" Soft Done "remain" "permanecer|seguir ocupándose:sigu" "demeurer saisi|rester saisi|demeurer saisie|rester saisie";
    Respect "respect" Soft Done "respect|uphold|honour|honor" "respetar|acatar" "respecter";
    Respond "respond" Soft Done "respond|reply" "responder|dar respuesta" "répondre";
    Resume "resume" Soft Done "resume|reactivate|revive|relaunch" "retomar|reanudar|reactivar|relanzar" "reprendre|relancer|réactiver";
    Seek "seek" Soft Done "seek|aim" "buscar|procurar" "chercher|rechercher|employer à:emploi|viser";
    Share "share" Soft Done "share" "compartir" "partager|mettre en commun";
    Sign "sign" Soft Done "sign" "firmar" "signer";
    Simplify "simplify" Soft Done "simplify|streamline" "simplificar|agilizar" "simplifier|rationaliser";
    Strengthen "strengthen" Soft Done "strengthen|revitalize" "fortalecer|robustecer|revitalizar|estrechar|dinamizar" "renforcer|resserrer";
    Strive "strive" Soft Done "strive" "" "œuvrer|oeuvrer";
    Study "study" Soft Done "study" "estudiar" "étudier";
    Use "use" Soft Done "use|utilize|employ" "utilizar|emplear|usar" "utiliser|employer:emploi";
    Work "work" Soft Done "work" "trabajar" "travailler";
    // Of a duty with an owner.
    Accede "accede" Owned Said "accede|adhere to" "adherir:adhier|adherirse:adhier" "adhérer";
    Accept "accept" Owned Said "accept|admit|give its consent|give their consent" "aceptar|admitir|dar su consentimiento" "accepter|admettre|donner son consentement";
    Add "add" Owned Said "add" "agregar|añadir" "ajouter";
    Adopt "adopt" Owned Said "adopt" "adoptar" "adopter";
    Agree "agree" Owned Said "agree|concur|reach agreement" "acordar:acuerd|convenir:convien|coincidir|concordar:concuerd|estar de acuerdo|ponerse de acuerdo|llegar al acuerdo|pactar|concertar:conciert|consensuar|llegar a un acuerdo" "convenir|mettre d accord|tomber d accord|accorder pour|parvenir à un accord";
    Allocate "allocate" Owned Said "allocate" "destinar" "allouer|affecter";
    Amend "amend" Owned Said "amend" "enmendar:enmiend" "amender";
    Appoint "appoint" Owned Said "appoint|name" "nombrar" "nommer";
    Approve "approve" Owned Said "approve|validate|give its approval|give their approval|give approval" "aprobar:aprueb|validar|dar por aprobado|dar por aprobada|convalidar|dar su aprobación|dar aprobación" "approuver|valider|donner son accord|donner son approbation";
    Assign "assign" Owned Said "assign" "asignar|adjudicar" "attribuer|assigner";
    Authorize "authorize" Owned Said "authorize|empower" "autorizar|facultar|habilitar|permitir que" "autoriser|habiliter";
    Confirm "confirm" Owned Said "confirm" "confirmar|certificar" "confirmer";
    Create "create" Owned Said "create" "crear" "créer";
    Decide "decide" Owned Said "decide" "decidir|disponer" "décider";
    Designate "designate" Owned Said "designate" "designar" "désigner";
    Determine "determine" Owned Said "determine|set|fix|find that" "determinar|fijar" "déterminer|fixer";
    Direct "direct" Owned Said "direct|order" "ordenar" "ordonner";
    Elect "elect" Owned Said "elect" "elegir:elig|reelegir:reelig" "élire|réélire";
    Endorse "endorse" Owned Said "endorse|embrace|subscribe to" "respaldar|avalar|refrendar|hacer suyo|hacer suya|hacer suyos|hacer suyas|endosar|suscribir|dar su respaldo|dar respaldo|dar el respaldo" "entériner|faire sien|faire sienne|faire siens|faire siennes|avaliser|souscrire à|souscrire aux|souscrire";
    Entrust "entrust" Owned Said "entrust|charge the" "encomendar:encomiend|encargar|confiar:confí" "confier|charger";
    Establish "establish" Owned Said "establish|institute|constitute|lay down|form a|form an" "establecer|instituir:instituy|fundar|constituir:constituy|conformar|integrar|instalar" "établir|instituer|instaurer|constituer";
    Extend "extend" Owned Said "extend|prolong" "extender:extiend|prorrogar|prolongar" "proroger|prolonger|reconduire";
    Grant "grant" Owned Said "grant|accord the|accord a" "otorgar|conceder" "accorder|octroyer";
    Include "include" Owned Said "include|place on the|place the item|place this item|place the topic|place the issue|place the matter|put on the|insert" "incluir:incluy|colocar|inscribir" "inclure|inscrire|insérer";
    Incorporate "incorporate" Owned Said "incorporate|integrate|mainstream|reintegrate" "incorporar|transversalizar|reintegrar|reinsertar" "intégrer|incorporer";
    Instruct "instruct" Owned Said "instruct" "instruir:instruy|girar instrucciones|dar instrucciones|impartir instrucciones" "donner instruction|donner pour instruction|instruire";
    Mandate "mandate" Owned Said "mandate|commission|delegate to|delegate the" "mandatar|mandar|otorgar mandato|dar mandato|comisionar|delegar" "mandater|donner mandat|donner pour mandat|déléguer";
    Modify "modify" Owned Said "modify|reorganize|restructure" "modificar|reformar|reorganizar|reestructurar" "modifier|réformer|restructurer|réorganiser";
    Nominate "nominate" Owned Said "nominate" "postular" "";
    Postpone "postpone" Owned Said "postpone|defer|adjourn" "postergar|aplazar|posponer|diferir:difier" "reporter|ajourner|différer";
    Proclaim "proclaim" Owned Said "proclaim" "proclamar" "proclamer";
    Prohibit "prohibit" Owned Said "prohibit|forbid|ban" "prohibir:prohíb" "interdire";
    Ratify "ratify" Owned Said "ratify" "ratificar" "ratifier";
    Reject "reject" Owned Said "reject|oppose" "rechazar|oponerse" "rejeter:rejett|opposer";
    Renew "renew" Owned Said "renew" "renovar:renuev" "renouveler:renouvell";
    Replace "replace" Owned Said "replace" "sustituir:sustituy|reemplazar" "remplacer";
    Resolve "resolve" Owned Said "resolve" "resolver:resuelv" "résoudre";
    SetUp "set_up" Owned Said "set up" "" "mettre en place|mettre sur pied";
    Suspend "suspend" Owned Said "suspend|discontinue" "suspender" "suspendre";
    Task "task" Owned Said "task" "" "";
    Terminate "terminate" Owned Said "terminate|dissolve|repeal|rescind|revoke|withdraw|annul|cancel" "disolver:disuelv|dar por terminado|dejar sin efecto|derogar|revocar|anular|cancelar" "mettre fin|dissoudre|abroger|révoquer|annuler";
    // Work that somebody does and answers for.
    Begin "begin" Owned Done "begin" "comenzar:comienz" "commencer";
    CarryOut "carry_out" Owned Done "carry out" "realizar|llevar a cabo|efectuar|efectuarse|hacer|tramitar" "réaliser|effectuer|mener à bien|exécuter les";
    Circulate "circulate" Owned Done "circulate" "circular" "faire circuler|diffuser auprès";
    Compile "compile" Owned Done "compile|collect|gather|systematize" "recopilar|recabar|recolectar|sistematizar|compilar" "recueillir|compiler|rassembler|collecter";
    Complete "complete" Owned Done "complete" "completar" "achever|compléter|mener à terme";
    Conclude "conclude" Owned Done "conclude" "concluir:concluy|cerrar:cierr" "conclure|clore";
    Conduct "conduct" Owned Done "conduct" "" "conduire|procéder";
    Convene "convene" Owned Done "convene|summon" "convocar" "convoquer";
    Coordinate "coordinate" Owned Done "coordinate" "coordinar|articular|vincular" "coordonner";
    Define "define" Owned Done "define|clarify" "definir|aclarar|precisar|esclarecer" "définir|préciser|clarifier";
    Deliver "deliver" Owned Done "deliver" "entregar" "livrer|dispenser";
    Design "design" Owned Done "design" "diseñar" "concevoir";
    Develop "develop" Owned Done "develop" "desarrollar" "développer|mettre au point";
    Disseminate "disseminate" Owned Done "disseminate|raise awareness" "difundir|divulgar|dar a conocer|socializar|hacer público|hacer pública|dar difusión|dar publicidad" "diffuser|faire connaître";
    Distribute "distribute" Owned Done "distribute" "distribuir:distribuy" "distribuer";
    Draft "draft" Owned Done "draft|draw up" "redactar" "rédiger";
    Elaborate "elaborate" Owned Done "elaborate" "" "";
    Evaluate "evaluate" Owned Done "evaluate" "evaluar:evalú" "évaluer";
    Execute "execute" Owned Done "execute" "ejecutar" "exécuter";
    Finalize "finalize" Owned Done "finalize" "finalizar|terminar" "finaliser|terminer|mettre la dernière main";
    Finance "finance" Owned Done "finance|fund the|invest" "financiar|invertir:inviert" "financer|investir";
    FollowUp "follow_up" Owned Done "follow up|follow|give follow-up|give follow|provide follow-up" "dar seguimiento|dar continuidad|hacer seguimiento|realizar el seguimiento|efectuar el seguimiento" "assurer le suivi|donner suite|suivre";
    Formulate "formulate" Owned Done "formulate" "formular" "formuler";
    Forward "forward" Owned Done "forward|refer" "remitir|trasladar" "faire parvenir|renvoyer";
    Hold "hold" Owned Done "hold|take place" "celebrar|tener lugar:tien" "tenir|avoir lieu";
    Host "host" Owned Done "host" "" "héberger|accueillir la prochaine|accueillir la conférence";
    Implement "implement" Owned Done "implement|put into practice|operationalize|give effect" "implementar|instrumentar|poner en práctica|poner en funcionamiento|poner en vigor|poner en vigencia|operativizar|hacer efectivo|hacer efectiva|materializar|concretar" "mettre en œuvre|mettre en oeuvre|mettre en application|mettre en pratique|concrétiser";
    Inform "inform" Owned Done "inform|notify" "informar|notificar|comunicar" "informer|notifier|communiquer|tenir informé|tenir informée";
    Initiate "initiate" Owned Done "initiate" "iniciar|dar inicio|abrir" "entamer|amorcer|engager des|ouvrir";
    Launch "launch" Owned Done "launch|activate" "lanzar|poner en marcha|activar" "lancer";
    Make "make" Owned Done "make" "" "";
    Mobilize "mobilize" Owned Done "mobilize" "movilizar|canalizar|gestionar" "mobiliser";
    Monitor "monitor" Owned Done "monitor|oversee|supervise" "monitorear|supervisar|vigilar" "surveiller|superviser|contrôler";
    Organize "organize" Owned Done "organize|arrange" "organizar" "organiser";
    Perform "perform" Owned Done "perform" "" "";
    Prepare "prepare" Owned Done "prepare" "preparar|elaborar|confeccionar" "préparer|élaborer";
    Present "present" Owned Done "present" "presentar" "présenter";
    Produce "produce" Owned Done "produce" "producir" "produire";
    Provide "provide" Owned Done "provide|furnish|supply|make available|equip" "proporcionar|proveer|brindar|suministrar|aportar|poner a disposición|dotar|prestar" "fournir|apporter|mettre à disposition|mettre à la disposition|doter";
    Publish "publish" Owned Done "publish|publicize" "publicar" "publier";
    Report "report" Owned Done "report" "reportar|rendir:rind" "faire rapport|rendre compte";
    Review "review" Owned Done "review" "revisar" "passer en revue|réexaminer|faire le bilan|faire le point";
    Revise "revise" Owned Done "revise" "" "réviser";
    Schedule "schedule" Owned Done "schedule" "programar|planificar|planear" "programmer|planifier";
    Send "send" Owned Done "send" "enviar:enví|hacer llegar" "envoyer:envoi|adresser";
    Start "start" Owned Done "start" "" "démarrer";
    Submit "submit" Owned Done "submit" "someter" "soumettre";
    Take "take" Owned Done "take" "" "";
    Train "train" Owned Done "train|offer training" "capacitar" "former";
    Transmit "transmit" Owned Done "transmit" "transmitir" "transmettre";
    Undertake "undertake" Owned Done "undertake|assume" "emprender|asumir" "entreprendre|assumer";
    Update "update" Owned Done "update" "actualizar" "mettre à jour|actualiser";
    Verify "verify" Owned Done "verify" "verificar" "vérifier";
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
