//! What this room shows more than once.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::web::Voice;
use base::words::Language;
use maud::{Markup, html};

use super::decision::{Content, Tongue};
use super::permits::ShowDecision;

/// What the policies call a decision of a meeting that is kept for members.
pub(super) const MEMBERS_ONLY: &str = "members_only";
/// What they call any other.
pub(super) const OPEN: &str = "open";

/// Answers whether whoever reads may see what is kept for members. The policies say so.
pub(super) fn sees_members_only<P: Permit>(reader: &Reader<P>) -> bool {
    let kept = Resource { status: MEMBERS_ONLY, ..Resource::default() };
    reader.ground().policy.allows::<ShowDecision>(reader.caller(), &kept)
}

/// Answers a decision's text in the reader's language where there is one, else as it was drafted.
pub(super) fn text<'c>(voice: &Voice, content: &'c Content) -> &'c str {
    let wanted = match voice.language {
        Language::Es => content.text(Tongue::Es),
        Language::En => content.text(Tongue::En),
        Language::Fr => "",
    };
    if wanted.is_empty() { content.drafted() } else { wanted }
}

/// Draws a text in its language, a paragraph a line.
pub(super) fn lines(tongue: Tongue, text: &str) -> Markup {
    html! { div lang=(tongue.code()) { @for line in text.lines() { p { (line) } } } }
}
