//! Who said something: a person, for a delegation, with what they might do for it.

use journal::StateCode;

/// Who a person is, as the roster numbers them; a UUID's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person(pub u128);

/// What a person might do for a delegation when the act was received; the server looks it up then, and it is never looked up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// May state the delegation's position.
    Speaks,
    /// Belongs to the delegation, may read and comment.
    Advises,
    /// Acts for the conference and for no State: as the presidency, or as whoever convened a comment round.
    Presides,
}

/// Who said something, for which delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// The person.
    pub person: Person,
    /// The State or observer they act for.
    pub party: StateCode,
    /// What they might do for it then.
    pub authority: Authority,
}
