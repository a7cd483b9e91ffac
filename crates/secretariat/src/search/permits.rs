//! What may be done here, as a type that a handler asks for.

base::permit!(
    /// Somebody searches documents, decisions and minutes by their words.
    Search = "search.look" in "secretariat",
    for [Secretariat], class Members, rate Look
);
