//! Lists of stable codes: an enum whose every variant has one, and which can be walked.

/// Declares an enum of codes with `ALL`, `code()`, the serialised form and its schema, so that none of them can miss a
/// variant.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Lists every one, in the order of the manual page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Answers the stable code, as it stands in JSON, in message keys and in the manual.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                let codes = Self::ALL.iter().map(|one| one.code());
                let text = utoipa::openapi::schema::Type::String;
                utoipa::openapi::ObjectBuilder::new().schema_type(text).enum_values(Some(codes)).into()
            }
        }

        impl utoipa::ToSchema for $name {
            // One document describes every room, and `Reason` is a good word in several.
            fn name() -> std::borrow::Cow<'static, str> {
                concat!("Check", stringify!($name)).into()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}

/// Declares codes that a person reads about, each with the key of its words.
macro_rules! worded {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal => $key:literal,)+ }) => {
        $crate::checks::zone::coded::coded! { $(#[$about])* $name { $($(#[$doc])* $variant = $code,)+ } }

        impl $name {
            /// Answers the key of its words.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }
    };
}

pub(in crate::checks) use {coded, worded};
