//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::MemberEntry;

base::permit!(
    /// Somebody lists parties, bodies and terms.
    ListMembers = "members.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one party.
    ShowMember = "members.show" in "secretariat",
    for [Secretariat, Administration], class Members, rate Look
);
base::permit!(
    /// Members and the secretariat look at applications and their checklists.
    ShowApplications = "members.applications" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator writes applications down, answers their checklists, and enters what a decision made of them.
    Admit = "members.admit" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A party names its institutions and its delegation; the coordinator does for observers.
    Delegate = "members.delegate" in "secretariat",
    for [Secretariat, Administration], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down which bodies there are.
    FormBodies = "members.bodies" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down who presides.
    EnterTerms = "members.terms" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<MemberEntry> for Admit {}
impl Writes<MemberEntry> for Delegate {}
impl Writes<MemberEntry> for FormBodies {}
impl Writes<MemberEntry> for EnterTerms {}
