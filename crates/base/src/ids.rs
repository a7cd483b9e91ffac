//! Names of things: State codes and time-ordered identifiers.

pub use journal::StateCode;

use jiff::Timestamp;
use uuid::Uuid;

/// Answers a new time-ordered identifier (UUID version 7, RFC 9562 section 5.7) for something made at `at`.
pub fn new_id(at: Timestamp) -> Uuid {
    let ms = u64::try_from(at.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(ms, &rand::random()).into_uuid()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = new_id(Timestamp::from_second(1_000).unwrap());
        let late = new_id(Timestamp::from_second(1_001).unwrap());
        assert!(early < late);
        assert_eq!(late.get_version_num(), 7);
    }
}
