//! Closed lists: what may be said is named here, and nothing else can be. Numbers and codes are frozen once released.

/// Declares one closed list: each value with its number in the journal, its code, and the key of its name.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $value:ident = $number:literal, $code:literal, $key:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, minicbor::Encode, minicbor::Decode)]
        #[cbor(index_only)]
        pub enum $name { $($(#[$about])* #[n($number)] $value,)+ }

        impl $name {
            /// All values there are, in the order in which forms offer them.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// Answers the code used in files, the API and tables.
            pub const fn code(self) -> &'static str {
                match self { $($name::$value => $code,)+ }
            }

            /// Answers the key of its name in the words.
            pub const fn key(self) -> &'static str {
                match self { $($name::$value => $key,)+ }
            }

            /// Reads a code.
            pub fn read(code: &str) -> Option<Self> {
                $name::ALL.iter().copied().find(|value| value.code() == code)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

pub(crate) use closed_list;
