//! Whose words, and in which room: State codes, names of rooms, purposes and kinds, and the series they make.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use minicbor::decode::{self, Decoder};
use minicbor::encode::{self, Encoder, Write};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// Three ASCII capital letters: a State's ICAO code, or the code the profile gives the secretariat.
///
/// Source: ICAO Doc 9303-3, section 5. Written as text in CBOR, JSON and TOML.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StateCode([u8; 3]);

/// A word of the journal's own: 1 to 40 of `a`–`z`, `0`–`9`, `_` and `.`. Rooms, purposes and kinds are named so.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Cow<'static, str>);

/// One chain of entries: what one State says in one room. Shown as `MEX/status`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Series {
    /// Whose words.
    pub state: StateCode,
    /// About what.
    pub room: Name,
}

/// Which entry: its series and its number there. Shown as `MEX/status 812`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The chain the entry stands in.
    pub series: Series,
    /// Its number there, from 1 without gaps.
    pub sequence: u64,
}

/// Says which name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Not three capital letters.
    #[error("a State code is three ASCII capital letters")]
    State,
    /// Empty, too long, or with a character no name has.
    #[error("a name is 1 to {} of a-z, 0-9, '_' and '.'", Name::LENGTH_MAX)]
    Name,
    /// No `/` between State and room.
    #[error("a series is a State code, '/' and the name of a room")]
    Series,
}

impl StateCode {
    /// Answers the code as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII letters are ever put in, so the empty text is never answered.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Name {
    /// The most characters (all ASCII, so bytes too) a name may have.
    pub const LENGTH_MAX: usize = 40;

    /// Makes a name written in the source: `const STATUS: Name = Name::literal("status");`.
    ///
    /// Meant for constants, where a wrong name does not compile; outside text goes through `parse`.
    ///
    /// # Panics
    /// When the text is not a name.
    pub const fn literal(text: &'static str) -> Name {
        assert!(is_name(text.as_bytes()), "a name is 1 to 40 of a-z, 0-9, '_' and '.'");
        Name(Cow::Borrowed(text))
    }

    /// Answers the name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Series {
    /// Makes the series of a State in a room.
    pub fn new(state: StateCode, room: Name) -> Series {
        Series { state, room }
    }
}

const fn is_name(text: &[u8]) -> bool {
    // A loop, because iterators do not run in constants.
    let mut i = 0;
    while i < text.len() {
        if !matches!(text[i], b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.') {
            return false;
        }
        i += 1;
    }
    !text.is_empty() && text.len() <= Name::LENGTH_MAX
}

impl FromStr for StateCode {
    type Err = NameError;

    fn from_str(text: &str) -> Result<StateCode, NameError> {
        match text.as_bytes().try_into() {
            Ok(bytes) if text.bytes().all(|b| b.is_ascii_uppercase()) => Ok(StateCode(bytes)),
            _ => Err(NameError::State),
        }
    }
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Name, NameError> {
        if is_name(text.as_bytes()) { Ok(Name(Cow::Owned(text.to_owned()))) } else { Err(NameError::Name) }
    }
}

impl FromStr for Series {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Series, NameError> {
        let (state, room) = text.split_once('/').ok_or(NameError::Series)?;
        Ok(Series::new(state.parse()?, room.parse()?))
    }
}

impl TryFrom<String> for StateCode {
    type Error = NameError;

    fn try_from(text: String) -> Result<StateCode, NameError> {
        text.parse()
    }
}

impl From<StateCode> for String {
    fn from(code: StateCode) -> String {
        code.as_str().to_owned()
    }
}

impl fmt::Display for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.state, self.room)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.series, self.sequence)
    }
}

impl<C> Encode<C> for StateCode {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for StateCode {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<StateCode, decode::Error> {
        d.str()?.parse().map_err(decode::Error::custom)
    }
}

impl<C> Encode<C> for Name {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Name {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Name, decode::Error> {
        d.str()?.parse().map_err(decode::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_series_is_shown_as_it_is_read() {
        let series: Series = "MEX/status".parse().unwrap();
        assert_eq!(series, Series::new("MEX".parse().unwrap(), Name::literal("status")));
        assert_eq!(series.to_string(), "MEX/status");
        assert_eq!(Place { series, sequence: 812 }.to_string(), "MEX/status 812");
    }

    #[test]
    fn wrong_names_are_refused() {
        for wrong in ["", "ME", "MEXX", "mex", "ME1", "ÑA", "M X"] {
            assert_eq!(wrong.parse::<StateCode>(), Err(NameError::State), "{wrong}");
        }
        for wrong in ["", "Status", "a b", "a/b", "a\n", "año", &"a".repeat(41)] {
            assert_eq!(wrong.parse::<Name>(), Err(NameError::Name), "{wrong}");
        }
        assert!("a".repeat(40).parse::<Name>().is_ok());
        assert_eq!("MEXstatus".parse::<Series>(), Err(NameError::Series));
        assert_eq!("MEX/status/more".parse::<Series>(), Err(NameError::Name));
    }

    #[test]
    fn series_sort_as_their_text_does() {
        let mut texts = ["MEX/status", "CAN/status", "MEX/a.b", "MEX/a", "MEX/a_b", "MEX/a0"];
        let mut series: Vec<Series> = texts.iter().map(|text| text.parse().unwrap()).collect();
        series.sort();
        texts.sort_unstable();
        assert_eq!(series.iter().map(Series::to_string).collect::<Vec<_>>(), texts);
    }
}
