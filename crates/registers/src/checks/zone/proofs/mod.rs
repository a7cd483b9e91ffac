//! What the reader is held against: ICAO's printed examples, every digit corrupted, another reader, its own manual page
//! and words.

mod contract;
mod corruption;
mod icao;
mod national;
mod oracle;
mod specimen;
mod words;
