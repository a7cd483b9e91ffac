//! How values of other crates are written into the journal. Frozen.

use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};

/// Anything that is shown and read as text: days, births.
pub(super) mod text {
    use super::*;
    use std::fmt::Display;
    use std::str::FromStr;

    pub fn encode<C, T: Display, W: Write>(
        value: &T,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(&value.to_string())?.ok()
    }

    pub fn decode<C, T: FromStr<Err: Display>>(d: &mut Decoder<'_>, _: &mut C) -> Result<T, DecodeError> {
        d.str()?.parse().map_err(|error: T::Err| DecodeError::message(format!("{error}")))
    }
}

/// The same where there may be none: null.
pub(super) mod text_or_none {
    use super::*;
    use std::fmt::Display;
    use std::str::FromStr;

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

    pub fn decode<C, T: FromStr<Err: Display>>(d: &mut Decoder<'_>, _: &mut C) -> Result<Option<T>, DecodeError> {
        if d.datatype()? == minicbor::data::Type::Null {
            d.null()?;
            return Ok(None);
        }
        d.str()?.parse().map(Some).map_err(|error: T::Err| DecodeError::message(format!("{error}")))
    }
}

/// An id as its 16 bytes.
pub(super) mod id {
    use super::*;
    use uuid::Uuid;

    pub fn encode<C, W: Write>(id: &Uuid, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(id.as_bytes())?.ok()
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Uuid, DecodeError> {
        Uuid::from_slice(d.bytes()?).map_err(|_| DecodeError::message("not an id"))
    }
}
