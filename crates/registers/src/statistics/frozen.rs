//! How values of other crates are written into the journal. Frozen.

use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};

/// A day as text, `YYYY-MM-DD`.
pub(super) mod day {
    use super::*;
    use jiff::civil::Date;

    pub fn encode<C, W: Write>(day: &Date, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&day.to_string())?.ok()
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Date, DecodeError> {
        d.str()?.parse().map_err(|_| DecodeError::message("not a day"))
    }
}
