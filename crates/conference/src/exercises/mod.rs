//! Joint exercises: how one goes from plan to close, and what of its counts may be told to whom.
//!
//! * **Its way** is planned → held → reported → closed, one step at a time; it is closed when each finding has a duty that answers for
//!   it, or a reason why there is none.
//! * **Counts** are each State's own. Others see none that speaks of fewer than five people, and no sum in which such a one is hidden.

mod counts;
mod way;

pub use counts::{KINDS, Kind, Part, Told, kind, told};
pub use way::{Facts, NotYet, Standing, step};
