//! A draft: its drafters, its chair, what each proposed and said, and its versions.

use std::collections::{BTreeMap, BTreeSet};

use journal::StateCode;

use super::text::{Change, ChangeError, Text, Texts};

/// The most proposals of a draft.
pub const PROPOSALS_MAX: usize = 500;
/// The most remarks on one proposal.
pub const REMARKS_MAX: usize = 100;

/// What somebody says of a proposal besides words. No vote: who said what is shown, and nothing follows from a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// Is for it.
    Supports,
    /// Is against it.
    Opposes,
}

/// Something that was said of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Whose delegation said it.
    pub by: StateCode,
    /// What it thinks; none where it only says something.
    pub opinion: Option<Opinion>,
    /// In its words; empty where there are none.
    pub words: String,
}

/// What the chair makes of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It becomes the text, as it was proposed.
    Accept,
    /// It becomes the text in the chair's own words.
    Merge(Texts),
    /// It does not become the text.
    SetAside,
}

/// What was made of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// What.
    pub ruling: Ruling,
    /// Why, in the chair's words.
    pub reason: String,
    /// The version that came of it; none where none did.
    pub version: Option<u32>,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its number in the draft, from 1.
    pub number: u32,
    /// Whose delegation made it.
    pub by: StateCode,
    /// What it would change.
    pub change: Change,
    /// The version in front of whoever made it.
    pub seen: u32,
    /// Why, in their words.
    pub reason: String,
    /// What was said of it, in order.
    pub remarks: Vec<Remark>,
    /// What the chair made of it; none while that is open.
    pub ruled: Option<Ruled>,
}

impl Proposal {
    /// Answers what each State last thought of it.
    #[must_use]
    pub fn opinions(&self) -> BTreeMap<StateCode, Opinion> {
        self.remarks.iter().filter_map(|remark| Some((remark.by, remark.opinion?))).collect()
    }
}

/// Why something cannot be done in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Whoever speaks is not of the draft.
    #[error("not one of the drafters")]
    NotADrafter,
    /// Only the chair does this.
    #[error("not the chair")]
    NotTheChair,
    /// Only a State thinks something of a proposal.
    #[error("only States support or oppose")]
    NotAState,
    /// There is no such proposal.
    #[error("there is no such proposal")]
    NoProposal,
    /// The chair has said what becomes of it.
    #[error("it is ruled on")]
    Ruled,
    /// The draft was handed over.
    #[error("the draft is frozen")]
    Frozen,
    /// There are as many as may be.
    #[error("there are too many")]
    TooMany,
    /// The change is none.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

/// A draft as what was said of it makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who chairs it.
    pub chair: StateCode,
    /// States whose delegations draft.
    pub states: BTreeSet<StateCode>,
    /// Others who propose and speak, and are no States of the process: the secretariat, observers who were let in.
    pub others: BTreeSet<StateCode>,
    /// Its versions, from the first; there is always one.
    versions: Vec<Text>,
    /// All proposals, in order.
    pub proposals: Vec<Proposal>,
    /// Whether it was handed over.
    pub is_frozen: bool,
}

impl Draft {
    /// Answers a draft that begins with a text. Whoever chairs is a drafter.
    #[must_use]
    pub fn begin(chair: StateCode, states: BTreeSet<StateCode>, mut others: BTreeSet<StateCode>, text: Text) -> Self {
        if !states.contains(&chair) {
            others.insert(chair);
        }
        Self { chair, states, others, versions: vec![text], proposals: Vec::new(), is_frozen: false }
    }

    /// Answers the text as it stands.
    #[must_use]
    pub fn text(&self) -> &Text {
        // `begin` puts one there, and none is ever taken out.
        &self.versions[self.versions.len() - 1]
    }

    /// Answers all versions, the first one first.
    #[must_use]
    pub fn versions(&self) -> &[Text] {
        &self.versions
    }

    /// Answers a version by its number.
    #[must_use]
    pub fn version(&self, version: u32) -> Option<&Text> {
        self.versions.iter().find(|text| text.version == version)
    }

    /// Answers whether somebody drafts: proposes and speaks.
    #[must_use]
    pub fn drafts(&self, party: StateCode) -> bool {
        self.states.contains(&party) || self.others.contains(&party)
    }

    /// Answers a proposal by its number.
    #[must_use]
    pub fn proposal(&self, number: u32) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.number == number)
    }

    /// Answers why a proposal cannot become the text as it is; none where it can.
    #[must_use]
    pub fn hindrance(&self, proposal: &Proposal) -> Option<ChangeError> {
        self.text().changed(&proposal.change, proposal.seen).err()
    }

    /// The chair lets somebody in to read, propose and speak.
    ///
    /// # Errors
    ///
    /// Where whoever says so does not chair, or the draft is frozen.
    pub fn let_in(&mut self, by: StateCode, party: StateCode) -> Result<(), DraftError> {
        self.chairs(by)?;
        if !self.drafts(party) {
            self.others.insert(party);
        }
        Ok(())
    }

    /// Somebody proposes a change to the text as it was in the version `seen`; answers its number.
    ///
    /// A change to a paragraph that became another one since is taken all the same, and marked ([`Draft::hindrance`]): what somebody
    /// wrote is not lost because somebody else was quicker.
    ///
    /// # Errors
    ///
    /// Where they do not draft, the draft is frozen or full, or the change is none in the version they saw.
    pub fn propose(&mut self, by: StateCode, change: Change, seen: u32, reason: String) -> Result<u32, DraftError> {
        self.speaks(by)?;
        if self.proposals.len() >= PROPOSALS_MAX {
            return Err(DraftError::TooMany);
        }
        let looked_at = self.version(seen).ok_or(ChangeError::NoParagraph)?;
        looked_at.changed(&change, seen)?;
        let number = u32::try_from(self.proposals.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.proposals.push(Proposal { number, by, change, seen, reason, remarks: Vec::new(), ruled: None });
        Ok(number)
    }

    /// Somebody says something of a proposal that is open.
    ///
    /// # Errors
    ///
    /// Where they do not draft or are no State that could be for or against, the proposal is not open, or too much was said.
    pub fn say(&mut self, number: u32, remark: Remark) -> Result<(), DraftError> {
        self.speaks(remark.by)?;
        if remark.opinion.is_some() && !self.states.contains(&remark.by) {
            return Err(DraftError::NotAState);
        }
        let proposal = self.open(number)?;
        if proposal.remarks.len() >= REMARKS_MAX {
            return Err(DraftError::TooMany);
        }
        proposal.remarks.push(remark);
        Ok(())
    }

    /// The chair, before whom the version `seen` lies, says what becomes of a proposal; answers the version that came of it.
    ///
    /// # Errors
    ///
    /// Where whoever rules does not chair, the proposal is not open, or its paragraph changed: since it was made where it is to be
    /// accepted, since `seen` where it is to be merged.
    pub fn rule(
        &mut self,
        by: StateCode,
        number: u32,
        (ruling, seen): (Ruling, u32),
        reason: String,
    ) -> Result<Option<u32>, DraftError> {
        self.chairs(by)?;
        let proposal = self.open(number)?;
        let change = match (&ruling, &proposal.change) {
            (Ruling::SetAside, _) => None,
            (Ruling::Accept, change) => Some((change.clone(), proposal.seen)),
            (Ruling::Merge(texts), Change::Add { after, .. }) => {
                Some((Change::Add { after: *after, texts: texts.clone() }, seen))
            }
            (
                Ruling::Merge(texts),
                Change::Amend { paragraph, .. } | Change::Delete { paragraph } | Change::Move { paragraph, .. },
            ) => Some((Change::Amend { paragraph: *paragraph, texts: texts.clone() }, seen)),
        };
        let next = change.map(|(change, seen)| self.text().changed(&change, seen)).transpose()?;
        let version = next.as_ref().map(|text| text.version);
        self.open(number)?.ruled = Some(Ruled { ruling, reason, version });
        self.versions.extend(next);
        Ok(version)
    }

    /// The draft is handed over: nothing is said in it any more.
    ///
    /// # Errors
    ///
    /// Where it was handed over already.
    pub fn freeze(&mut self) -> Result<(), DraftError> {
        if self.is_frozen {
            return Err(DraftError::Frozen);
        }
        self.is_frozen = true;
        Ok(())
    }

    /// Answers whether somebody may say something in the draft.
    pub(super) fn speaks(&self, by: StateCode) -> Result<(), DraftError> {
        match (self.is_frozen, self.drafts(by)) {
            (_, false) => Err(DraftError::NotADrafter),
            (true, true) => Err(DraftError::Frozen),
            (false, true) => Ok(()),
        }
    }

    /// Answers whether somebody may rule in it.
    pub(super) fn chairs(&self, by: StateCode) -> Result<(), DraftError> {
        if by == self.chair { self.speaks(by) } else { Err(DraftError::NotTheChair) }
    }

    fn open(&mut self, number: u32) -> Result<&mut Proposal, DraftError> {
        let proposal = self.proposals.iter_mut().find(|proposal| proposal.number == number);
        let proposal = proposal.ok_or(DraftError::NoProposal)?;
        if proposal.ruled.is_some() { Err(DraftError::Ruled) } else { Ok(proposal) }
    }
}
