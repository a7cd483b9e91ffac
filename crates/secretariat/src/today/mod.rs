//! What waits for each person, by deadline and in the zone of their clock.

mod waiting;

pub use waiting::{Asked, WAITING_MAX, Waiting, When};
