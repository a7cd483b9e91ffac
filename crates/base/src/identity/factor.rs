//! How strongly somebody has proved who they are, from the weakest to the strongest.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// What a session or token rests on; each is more than the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// A password alone, which opens nothing: the next step of signing in.
    Password,
    /// A one-time code as well, which a false page can ask for and hand on; the least anybody must prove.
    #[default]
    Code,
    /// A passkey as well, which answers to no other page than ours.
    Passkey,
}

impl Factor {
    /// Answers the word used in profiles, policies and tables.
    pub const fn code(self) -> &'static str {
        match self {
            Factor::Password => "password",
            Factor::Code => "code",
            Factor::Passkey => "passkey",
        }
    }

    /// Reads that word.
    pub fn parse(code: &str) -> Option<Self> {
        [Factor::Password, Factor::Code, Factor::Passkey].into_iter().find(|factor| factor.code() == code)
    }

    /// Says whether more than a password was proved.
    pub fn is_second(self) -> bool {
        self > Factor::Password
    }
}

impl ToSql for Factor {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for Factor {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Factor::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_more_than_the_one_before() {
        assert!(Factor::Password < Factor::Code && Factor::Code < Factor::Passkey);
        assert_eq!([Factor::Password, Factor::Code, Factor::Passkey].map(Factor::is_second), [false, true, true]);
    }
}
