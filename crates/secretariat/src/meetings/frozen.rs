//! How values of other crates are written into the journal: as their text. Frozen.

use std::fmt::Display;
use std::str::FromStr;

use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};

/// A value as its text.
pub(crate) mod text {
    use super::*;

    pub fn encode<C, T: Display, W: Write>(
        value: &T,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(&value.to_string())?.ok()
    }

    pub fn decode<C, T: FromStr>(d: &mut Decoder<'_>, _: &mut C) -> Result<T, DecodeError> {
        d.str()?.parse().map_err(|_| DecodeError::message("a text that is not as it is written"))
    }
}

/// A value as its text; null where there is none.
pub(crate) mod text_or_null {
    use super::*;

    pub fn encode<C, T: Display, W: Write>(
        value: &Option<T>,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        match value {
            Some(value) => e.str(&value.to_string())?.ok(),
            None => e.null()?.ok(),
        }
    }

    pub fn decode<C, T: FromStr>(d: &mut Decoder<'_>, _: &mut C) -> Result<Option<T>, DecodeError> {
        if d.datatype()? == minicbor::data::Type::Null {
            d.null()?;
            return Ok(None);
        }
        d.str()?.parse().map(Some).map_err(|_| DecodeError::message("a text that is not as it is written"))
    }
}
