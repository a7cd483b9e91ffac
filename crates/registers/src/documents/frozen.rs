//! How values of other rooms and crates are written into the journal. Frozen.

use base::words::Language;
use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};

use super::pattern::SeriesPattern;
use crate::document::DocumentKind;

/// A kind of document as its number.
pub(super) mod kind {
    use super::*;

    pub fn encode<C, W: Write>(
        kind: &DocumentKind,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.u8(kind.ordinal())?.ok()
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<DocumentKind, DecodeError> {
        DocumentKind::from_ordinal(d.u8()?).ok_or_else(|| DecodeError::message("no such kind of document"))
    }
}

/// A language as its tag.
pub(super) mod language {
    use super::*;

    pub fn encode<C, W: Write>(
        language: &Language,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.str(language.tag())?.ok()
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Language, DecodeError> {
        let tag = d.str()?;
        Language::ALL.into_iter().find(|one| one.tag() == tag).ok_or_else(|| DecodeError::message("no such language"))
    }
}

/// A pattern as its text; null where there is none.
pub(super) mod pattern {
    use super::*;

    pub fn encode<C, W: Write>(
        pattern: &Option<SeriesPattern>,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        match pattern {
            Some(pattern) => e.str(pattern.as_str())?.ok(),
            None => e.null()?.ok(),
        }
    }

    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Option<SeriesPattern>, DecodeError> {
        if d.datatype()? == minicbor::data::Type::Null {
            d.null()?;
            return Ok(None);
        }
        d.str()?.parse().map(Some).map_err(|error| DecodeError::message(format!("{error}")))
    }
}

/// Anything that is shown and read as text: months, days.
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
