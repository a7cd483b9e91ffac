//! Joint training: who gets a seat of a session, who has earned its certificate, and what may be told of those who came.
//!
//! All three are functions of what was said, in the journal's order: nobody hands out a seat, and no list is closed by hand.
//!
//! * **Seats** are each State's own while nominations are open; what a State leaves empty goes to those who wait, first come first.
//! * **A certificate** rests on attendance on every day and a score afterwards, and expires.
//! * **Results** show no cell that stands for fewer than five people, nor one from which such a cell could be computed.

mod certificate;
mod results;
mod seats;

pub use certificate::{Certificate, Earned, NotEarned, Score, Standing, earned};
pub use results::{FEWEST, shown};
pub use seats::{NOMINATED_A_SEAT, Nomination, NominationError, Offer, OfferError, Place, admit, places};
