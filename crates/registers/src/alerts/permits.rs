//! What may be done here, as types that functions ask for. Who may: `policies/alerts.cedar`.

use base::access::Writes;
use base::permit;

use super::entries::AlertsEntry;

permit!(
    /// Somebody looks whether the register is switched on, and for whom.
    ShowRegister = "alerts.register" in "registers",
    for [Secretariat, Administration, AlertIssuance, ChildProtection], class Members, rate Look
);
permit!(
    /// The coordinator records the decision that adopts the register, or ends it.
    AdoptRegister = "alerts.adopt" in "registers", for [Secretariat], class Members, rate Write, writes
);
permit!(
    /// A State's administrator says that their State takes part in a category, or no longer does.
    OptIn = "alerts.opt" in "registers", for [Administration], class Members, rate Write, writes
);

permit!(
    /// Somebody lists their own State's alerts: who, and where they stand; nothing of why.
    ListAlerts = "alerts.list" in "registers", for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody opens one alert of their own State: who, and where it stands; nothing of why.
    ShowAlert = "alerts.show" in "registers", for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody of another State sees of an alert that it is in force, whose it is and until when.
    ShowFace = "alerts.face" in "registers", for [AlertIssuance, ChildProtection], class Members, rate Look
);
permit!(
    /// Somebody opens the sealed part of their own State's alert: why, and what is asked for.
    ReadSealed = "alerts.read_sealed" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody writes down whom their State looks for.
    DraftAlert = "alerts.draft" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody writes a new version of their own State's alert.
    CorrectAlert = "alerts.correct" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody puts their own State's draft before a second person.
    ProposeAlert = "alerts.propose" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person gives a proposal back, with a question.
    ReturnAlert = "alerts.return" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person puts a proposal in force.
    ActivateAlert = "alerts.activate" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person leaves an alert in force for longer.
    ExtendAlert = "alerts.extend" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody takes their own State's alert back.
    WithdrawAlert = "alerts.withdraw" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody lists the alerts of two States on one person, one of them their own, that do not go together.
    ListConsultations = "alerts.consultations" in "registers", for [AlertIssuance], class Protected, rate Look
);
permit!(
    /// Somebody says something to the other State of a consultation.
    SayConsulted = "alerts.say_consulted" in "registers", for [AlertIssuance], class Protected, rate Write, writes
);
permit!(
    /// Somebody agrees for the State whose alert stood first that both stand.
    AgreeBoth = "alerts.agree_both" in "registers", for [AlertIssuance], class Protected, rate Write, writes
);

permit!(
    /// Somebody lists what other States propose about their State's alerts, and what their State proposed about others'.
    ListProposals = "alerts.proposals" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody proposes something to the State whose alert it is.
    ProposeToOwner = "alerts.propose_to_owner" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody answers what another State proposes about their own State's alert.
    AnswerProposal = "alerts.answer_proposal" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody lists what their State has said of other States' alerts: flags, and those that wait for a second person.
    ListFlags = "alerts.flags" in "registers", for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody asks that their State's officers do not act on another State's alert as it asks.
    AskFlag = "alerts.ask_flag" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person decides that they do not.
    SetFlag = "alerts.set_flag" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody ends their State's flag.
    LiftFlag = "alerts.lift_flag" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody sees what is kept of holders whose identity the person of their own State's alert misuses.
    ShowMisused = "alerts.show_misused" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody keeps what clears such a holder, at the holder's written request.
    EnterMisused = "alerts.enter_misused" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person confirms it.
    ConfirmMisused = "alerts.confirm_misused" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody destroys it, at the holder's request.
    EndMisused = "alerts.end_misused" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody permits another State something in spite of a handling code of their own State's alert.
    PermitHandling = "alerts.permit_handling" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody takes such a permission back before its day.
    TakeBackHandling = "alerts.take_back_handling" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// A second person of the State says what of a possible match agrees; an officer asks for one.
    SecondMatch = "alerts.second_match" in "registers",
    for [BorderControl, DocumentExamination], class Protected, rate Check
);
permit!(
    /// An officer opens what is asked for, of a match that two people have corroborated.
    OpenMatch = "alerts.open_match" in "registers",
    for [BorderControl, DocumentExamination], class Protected, rate Check
);
permit!(
    /// An officer hands on what was opened, with its handling codes.
    HandOnMatch = "alerts.hand_on_match" in "registers",
    for [BorderControl, DocumentExamination], class Protected, rate Check
);
permit!(
    /// An officer says what came of a possible match.
    AnswerMatch = "alerts.answer_match" in "registers",
    for [BorderControl, DocumentExamination], class Protected, rate Write, writes
);

permit!(
    /// Somebody lists what waits between their State and others: questions, and matches that others confirmed; nothing of their words.
    ListSupplements = "alerts.supplements" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody reads what their State and another have said to each other about an alert.
    ReadSupplement = "alerts.read_supplement" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody asks the owner of an alert with which their State's officer has confirmed a match.
    AskSupplement = "alerts.ask_supplement" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody answers what another State asks about their own State's alert.
    AnswerSupplement = "alerts.answer_supplement" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Whoever is to see to it sees how many answers a State owes beyond their hour; nothing of any of them.
    SeeOverdue = "alerts.overdue" in "registers",
    for [Oversight, Administration, Secretariat], class Members, rate Look
);

permit!(
    /// Somebody lists the claims for protection that their State has heard, and what it owes.
    ListClaims = "alerts.claims" in "registers", for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Somebody writes down that whom an alert is about asks their State for protection.
    RecordClaim = "alerts.claim" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// An officer writes down that the traveller of a possible match asks for protection.
    ClaimAtMatch = "alerts.claim_at_match" in "registers",
    for [BorderControl, DocumentExamination], class Protected, rate Write, writes
);
permit!(
    /// Somebody records that the person was brought to those who decide about protection.
    ReferClaim = "alerts.refer_claim" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Somebody asks that a claim shield no longer.
    AskLiftClaim = "alerts.ask_lift_claim" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// A second person decides so.
    LiftClaim = "alerts.lift_claim" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);

permit!(
    /// Somebody opens the sealed part of another State's alert before the usual way does, because a life is in danger; oversight is told.
    BreakGlass = "alerts.break_glass" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Write, writes
);
permit!(
    /// Whoever did so reads it, until it closes by itself.
    ReadBroken = "alerts.read_broken" in "registers",
    for [AlertIssuance, ChildProtection], class Protected, rate Look
);
permit!(
    /// Whoever supervises sees who did so, when, of which alert and why; nothing of the alert.
    ListBreakings = "alerts.breakings" in "registers", for [Oversight], class Personal, rate Look
);
permit!(
    /// Whoever supervises says whether it was justified.
    AnswerBreaking = "alerts.answer_breaking" in "registers", for [Oversight], class Personal, rate Write, writes
);

impl Writes<AlertsEntry> for AskSupplement {}
impl Writes<AlertsEntry> for BreakGlass {}
impl Writes<AlertsEntry> for TakeBackHandling {}
impl Writes<AlertsEntry> for AnswerBreaking {}
impl Writes<AlertsEntry> for AnswerSupplement {}
impl Writes<AlertsEntry> for RecordClaim {}
impl Writes<AlertsEntry> for ClaimAtMatch {}
impl Writes<AlertsEntry> for ReferClaim {}
impl Writes<AlertsEntry> for AskLiftClaim {}
impl Writes<AlertsEntry> for LiftClaim {}
impl Writes<AlertsEntry> for AnswerMatch {}
impl Writes<AlertsEntry> for AgreeBoth {}
impl Writes<AlertsEntry> for AskFlag {}
impl Writes<AlertsEntry> for AnswerProposal {}
impl Writes<AlertsEntry> for ProposeToOwner {}
impl Writes<AlertsEntry> for SayConsulted {}
impl Writes<AlertsEntry> for SetFlag {}
impl Writes<AlertsEntry> for LiftFlag {}
impl Writes<AlertsEntry> for EnterMisused {}
impl Writes<AlertsEntry> for ConfirmMisused {}
impl Writes<AlertsEntry> for EndMisused {}
impl Writes<AlertsEntry> for PermitHandling {}
impl Writes<AlertsEntry> for AdoptRegister {}
impl Writes<AlertsEntry> for OptIn {}
impl Writes<AlertsEntry> for DraftAlert {}
impl Writes<AlertsEntry> for CorrectAlert {}
impl Writes<AlertsEntry> for ProposeAlert {}
impl Writes<AlertsEntry> for ReturnAlert {}
impl Writes<AlertsEntry> for ActivateAlert {}
impl Writes<AlertsEntry> for ExtendAlert {}
impl Writes<AlertsEntry> for WithdrawAlert {}
