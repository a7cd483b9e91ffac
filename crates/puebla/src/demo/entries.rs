//! Entries on documents' status: each State imports its own, as it would every morning.

use std::cell::Cell;
use std::io::Cursor;
use std::sync::Arc;

use base::ground::Puebla;
use base::ids::new_id;
use jiff::tz::TimeZone;
use registers::imports::{Format, Order, Progress};

use super::Step;
use super::zones::{BLANKS, CARD, ISSUER, PREFIX, STOLEN, VISA};
use crate::arguments::Speaker;
use crate::commands::import::{What, enter};
use crate::outcome::Failure;

/// What the guide shows of its own State: the first rows of that State's file.
const SHOWN: [(&str, &str, &str); 3] =
    [("passport", STOLEN, "stolen"), ("identity_card", CARD, "lost"), ("visa", VISA, "revoked")];

/// Imports so many entries, shared out among the States that have an issuing authority.
pub(super) fn bring(ground: &Arc<Puebla>, entries: u64, tell: &dyn Fn(Step)) -> Result<(), Failure> {
    let authorities: Vec<_> = super::seats().into_iter().filter(|seat| seat.role == "issuing_authority").collect();
    let count = authorities.len().max(1) as u64;
    let done = Cell::new(0);
    // Documents that were just issued, so to say: none of them ends while somebody looks at the demonstration.
    let from = i64::from(TimeZone::UTC.to_datetime(ground.clock.now()).year()) + 2;
    for (turn, seat) in authorities.iter().enumerate() {
        let share = entries / count + u64::from((turn as u64) < entries % count);
        let order = Order { id: new_id(ground.clock.now()), format: Some(Format::Csv), dry_run: false };
        let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
        let file = Cursor::new(csv(share, seat.party.as_str(), from));
        enter(ground, What::Status, &speaker, file, &order, &|progress| {
            if let Progress::Entering(rows, _) = progress {
                tell(Step::Entries(done.get() + rows, entries));
            }
        })?;
        done.set(done.get() + share);
    }
    Ok(())
}

/// Writes one State's file: passports, identity cards and a visa whose numbers no State issues, and a range of stolen blanks.
/// The documents end in the nine years that begin with `from`.
fn csv(rows: u64, state: &str, from: i64) -> Vec<u8> {
    let mut file = String::from("kind,number,first,last,status,expires_on,reference\n");
    for row in 0..rows.saturating_sub(1) {
        let shown = SHOWN.get(row as usize).filter(|_| state == ISSUER);
        let (kind, number, status) = match shown {
            Some((kind, number, status)) => (*kind, (*number).to_owned(), *status),
            None => (
                ["passport", "passport", "identity_card"][row as usize % 3],
                format!("{PREFIX}{:07}", 100 + row * 7 % 9_000_000),
                ["lost", "stolen", "revoked", "lost"][row as usize % 4],
            ),
        };
        let (year, month, day) = (from + row as i64 % 9, 1 + row / 9 % 12, 1 + row / 108 % 28);
        file.push_str(&format!("{kind},{number},,,{status},{year}-{month:02}-{day:02},DEMO-{state}-{row:06}\n"));
    }
    if rows > 0 {
        let (first, last) = BLANKS;
        file.push_str(&format!("passport,,{first},{last},stolen_blank,,DEMO-{state}-BLANKS\n"));
    }
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_number_is_there_twice_and_each_has_the_prefix() {
        let file = String::from_utf8(csv(20_000, ISSUER, 2028)).unwrap();
        let numbers: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        assert_eq!(numbers.len(), 20_000);
        assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), 20_000, "and the range has none");
        assert!(numbers.iter().all(|number| number.is_empty() || number.starts_with(PREFIX)));
        assert_eq!(numbers[..3], [STOLEN, CARD, VISA]);
    }
}
