//! What may be done here, each as a type that a handler asks for.

base::permit!(
    /// Somebody sees what is new in what they follow.
    ShowNews = "following.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody follows something, or no longer does.
    Follow = "following.follow" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Somebody takes what is new in what they follow as a feed.
    TakeNews = "following.feed" in "secretariat",
    for [Secretariat], class Members, rate Look
);
