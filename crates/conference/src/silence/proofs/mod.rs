//! What holds of every round: stories with their outcome, laws over generated histories, and faults that the laws find.

mod laws;
mod oracle;
mod stories;
