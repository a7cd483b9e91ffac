//! Form fields: label, hint, error, field, in this order, and the summary of errors above the form.
//!
//! Each field reads from [`Filled`] what was typed and what is wrong with it. The forms switch the browser's own checks
//! off: its bubbles speak the browser's language, vanish, and cannot be read again.

use std::borrow::Cow;

use maud::{Markup, html};

use super::filled::Filled;
use super::voice::Voice;

/// The name under which a form sends its token back.
pub const CSRF_FIELD: &str = "csrf";

/// One field of a form.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    name: &'a str,
    label: Text<'a>,
    hint: Option<Text<'a>>,
    need: Need,
    kind: &'static str,
    mono: bool,
    autofocus: bool,
    keeps_cursor: bool,
    rows: u8,
    max_length: Option<u32>,
    autocomplete: Option<&'static str>,
    input_mode: Option<&'static str>,
    accept: Option<&'static str>,
    suggestions: Option<&'static str>,
}

/// One of the values a person may choose.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    /// What the form sends.
    pub value: Cow<'a, str>,
    /// What the reader sees, in the reader's language.
    pub label: Cow<'a, str>,
    /// A line below it, in the reader's language.
    pub hint: Option<Cow<'a, str>>,
}

/// Choices that belong together.
#[derive(Debug, Clone)]
pub struct ChoiceGroup<'a> {
    /// What they have in common, in the reader's language.
    pub label: Cow<'a, str>,
    /// The choices.
    pub choices: Vec<Choice<'a>>,
}

#[derive(Debug, Clone)]
enum Text<'a> {
    Key(&'a str),
    Said(Cow<'a, str>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
    Unmarked,
}

impl<'a> Field<'a> {
    /// Makes a required field of one line; the label is a key.
    pub fn new(name: &'a str, label: &'a str) -> Field<'a> {
        Field::of(name, Text::Key(label))
    }

    /// Makes a required field whose label is already in the reader's language.
    pub fn labelled(name: &'a str, label: impl Into<Cow<'a, str>>) -> Field<'a> {
        Field::of(name, Text::Said(label.into()))
    }

    fn of(name: &'a str, label: Text<'a>) -> Field<'a> {
        Field {
            name,
            label,
            hint: None,
            need: Need::Required,
            kind: "text",
            mono: false,
            autofocus: false,
            keeps_cursor: false,
            rows: 3,
            max_length: None,
            autocomplete: None,
            input_mode: None,
            accept: None,
            suggestions: None,
        }
    }

    /// Adds a hint by its key.
    pub fn hint(mut self, key: &'a str) -> Self {
        self.hint = Some(Text::Key(key));
        self
    }

    /// Adds a hint that is already in the reader's language.
    pub fn hint_said(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(Text::Said(hint.into()));
        self
    }

    /// Lets the field stay empty, and says so beside its label.
    pub fn optional(mut self) -> Self {
        self.need = Need::Optional;
        self
    }

    /// Lets the field stay empty without saying so, as in a filter where every field may.
    pub fn unmarked(mut self) -> Self {
        self.need = Need::Unmarked;
        self
    }

    /// Makes it a password: not shown, and never sent back to the page.
    pub fn password(mut self) -> Self {
        self.kind = "password";
        self
    }

    /// Sets characters of one width, for zones and numbers, and keeps the browser from correcting them.
    pub fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    /// Puts the cursor here when the page opens; an error summary takes it first.
    pub fn autofocus(mut self) -> Self {
        self.autofocus = true;
        self
    }

    /// Puts the cursor here even when there are errors, for the one field that a reader or a scanner fills again at once.
    pub fn keeps_cursor(mut self) -> Self {
        self.keeps_cursor = true;
        self
    }

    /// Sets the height of a text area, in lines.
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// Limits what the browser lets in, in UTF-16 units; the act checks again.
    pub fn max_length(mut self, units: u32) -> Self {
        self.max_length = Some(units);
        self
    }

    /// Tells the browser what it may fill in, as `username` or `one-time-code`.
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    /// Tells a phone which keyboard to show, as `numeric`.
    pub fn input_mode(mut self, mode: &'static str) -> Self {
        self.input_mode = Some(mode);
        self
    }

    /// Names the `datalist` whose entries the browser offers while one types.
    pub fn suggestions(mut self, list: &'static str) -> Self {
        self.suggestions = Some(list);
        self
    }

    /// Names the kinds of file taken, as `.csv,text/csv`.
    pub fn accept(mut self, kinds: &'static str) -> Self {
        self.accept = Some(kinds);
        self
    }
}

impl<'a> Choice<'a> {
    /// Makes a choice whose label is already in the reader's language.
    pub fn new(value: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Choice<'a> {
        Choice { value: value.into(), label: label.into(), hint: None }
    }

    /// Adds a line below the label.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Draws a form that posts its fields with the token.
pub fn form(action: &str, token: &str, body: Markup) -> Markup {
    html! { form method="post" action=(action) novalidate { (csrf(token)) (body) } }
}

/// Draws a form that posts files.
pub fn upload_form(action: &str, token: &str, body: Markup) -> Markup {
    html! { form method="post" action=(action) enctype="multipart/form-data" novalidate { (csrf(token)) (body) } }
}

/// Draws a form that asks about people: what is typed travels in the body, for an address is kept and passed on.
pub fn find_form(action: &str, token: &str, body: Markup) -> Markup {
    html! { form .filter method="post" action=(action) role="search" novalidate { (csrf(token)) (body) } }
}

/// Draws a form that asks and changes nothing, so that its answer has an address.
pub fn search_form(action: &str, body: Markup) -> Markup {
    html! { form .filter method="get" action=(action) role="search" novalidate { (body) } }
}

/// Draws the hidden token of a form.
pub fn csrf(token: &str) -> Markup {
    hidden(CSRF_FIELD, token)
}

/// Draws a hidden field.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Draws a field of one line.
pub fn text_input(voice: &Voice, filled: &Filled, field: &Field<'_>) -> Markup {
    let value = if field.kind == "password" { "" } else { filled.typed(field.name) };
    beside(
        voice,
        filled,
        field,
        html! {
            input #(field.name) name=(field.name) type=(field.kind) value=[(!value.is_empty()).then_some(value)]
                class=[field.mono.then_some("mono")] required[field.required()] autofocus[field.focused(filled)] maxlength=[field.max_length]
                autocomplete=[field.completion()] inputmode=[field.input_mode] spellcheck=[field.mono.then_some("false")]
                list=[field.suggestions] autocapitalize=[field.mono.then_some("characters")]
                aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)];
        },
    )
}

/// Draws a field of several lines.
pub fn textarea(voice: &Voice, filled: &Filled, field: &Field<'_>) -> Markup {
    beside(
        voice,
        filled,
        field,
        html! {
            textarea #(field.name) name=(field.name) rows=(field.rows) class=[field.mono.then_some("mono")] required[field.required()]
                autofocus[field.focused(filled)] maxlength=[field.max_length] autocomplete=[field.completion()]
                inputmode=[field.input_mode] spellcheck=[field.mono.then_some("false")]
                autocapitalize=[field.mono.then_some("characters")]
                // The parser drops one line break after the tag: this one, not the reader's own.
                aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)] { "\n" (filled.typed(field.name)) }
        },
    )
}

/// Draws a list to choose one value from; unless a choice has an empty value, the list starts with none chosen.
pub fn select(voice: &Voice, filled: &Filled, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    let typed = filled.typed(field.name);
    beside(
        voice,
        filled,
        field,
        html! {
            select #(field.name) name=(field.name) required[field.required()] autofocus[field.focused(filled)]
                aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)] {
                @if choices.iter().all(|choice| !choice.value.is_empty()) { option value="" { (voice.t("form-choose")) } }
                @for choice in choices { option value=(choice.value) selected[choice.value == typed] { (choice.label) } }
            }
        },
    )
}

/// Draws a long list to choose one value from, in groups; it starts with none chosen.
pub fn grouped_select(voice: &Voice, filled: &Filled, field: &Field<'_>, groups: &[ChoiceGroup<'_>]) -> Markup {
    let typed = filled.typed(field.name);
    beside(
        voice,
        filled,
        field,
        html! {
            select #(field.name) name=(field.name) required[field.required()] autofocus[field.focused(filled)]
                aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)] {
                option value="" { (voice.t("form-choose")) }
                @for group in groups { optgroup label=(group.label) {
                    @for choice in &group.choices { option value=(choice.value) selected[choice.value == typed] { (choice.label) } }
                } }
            }
        },
    )
}

/// Draws choices of which one holds, all in sight.
pub fn radios(voice: &Voice, filled: &Filled, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    let typed = filled.typed(field.name);
    html! {
        fieldset .field .wrong[filled.error(field.name).is_some()] role="radiogroup"
            aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)] {
            legend { (field.label(voice)) } (notes(voice, filled, field))
            @for (turn, choice) in choices.iter().enumerate() {
                (choice_row(field, turn, choice, "radio", choice.value == typed, None))
            }
        }
    }
}

/// Draws choices of which any may hold.
pub fn checkboxes(voice: &Voice, filled: &Filled, field: &Field<'_>, choices: &[Choice<'_>]) -> Markup {
    html! {
        fieldset .field .wrong[filled.error(field.name).is_some()] aria-describedby=[field.described_by(filled)] {
            legend { (field.label(voice)) } (notes(voice, filled, field))
            @for (turn, choice) in choices.iter().enumerate() {
                (choice_row(field, turn, choice, "checkbox", filled.chosen(field.name).any(|chosen| chosen == choice.value), field.invalid(filled)))
            }
        }
    }
}

/// Draws fields that belong together under one legend, abreast where there is room. Errors of all of them stand at the field's
/// name, to which the summary leads.
pub fn group(voice: &Voice, filled: &Filled, field: &Field<'_>, inputs: &Markup) -> Markup {
    html! {
        fieldset #(field.name) .field .group .wrong[filled.error(field.name).is_some()] tabindex="-1"
            aria-describedby=[field.described_by(filled)] {
            legend { (field.label(voice)) } (notes(voice, filled, field))
            div .abreast { (inputs) }
        }
    }
}

/// Draws three fields for a day.
///
/// Three labelled fields, because 3/4 is two different days among eleven States, because a native picker cannot keep a
/// wrong day for correction, and because a birth date forty years back is typed faster than found.
pub fn date_input(voice: &Voice, filled: &Filled, field: &Field<'_>) -> Markup {
    let parts = [("day", "form-date-day", 2u8), ("month", "form-date-month", 2), ("year", "form-date-year", 4)];
    html! {
        fieldset .field .wrong[filled.error(field.name).is_some()] aria-describedby=[field.described_by(filled)] {
            legend { (field.label(voice)) } (notes(voice, filled, field))
            div .date {
                @for (turn, (part, label, digits)) in parts.into_iter().enumerate() {
                    @let name = format!("{}-{part}", field.name);
                    // The summary's link leads to the field's own name: the first of the three carries it.
                    @let id = if turn == 0 { field.name } else { name.as_str() };
                    div {
                        label for=(id) { (voice.t(label)) }
                        input #(id) name=(name) type="text" .(part) inputmode="numeric" maxlength=(digits) autocomplete="off"
                            value=[Some(filled.typed(&name)).filter(|typed| !typed.is_empty())] required[field.required()]
                            autofocus[turn == 0 && field.focused(filled)] aria-invalid=[field.invalid(filled)];
                    }
                }
            }
        }
    }
}

/// Draws a field for a file; a browser never keeps a chosen file, so neither does the page.
pub fn file_input(voice: &Voice, filled: &Filled, field: &Field<'_>) -> Markup {
    beside(
        voice,
        filled,
        field,
        html! {
            input #(field.name) name=(field.name) type="file" accept=[field.accept] required[field.required()]
                aria-describedby=[field.described_by(filled)] aria-invalid=[field.invalid(filled)];
        },
    )
}

/// Draws the summary of errors that stands above the form and takes the cursor; nothing when there is none.
pub fn error_summary(voice: &Voice, filled: &Filled) -> Markup {
    html! {
        @if filled.is_refused() {
            div .errors role="alert" tabindex="-1" autofocus aria-labelledby="errors-title" {
                h2 #errors-title { (voice.tn("form-errors", &[("count", filled.errors().len().into())])) }
                ul { @for error in filled.errors() { li {
                    @if error.field.is_empty() { (error.text) } @else { a href={ "#" (error.field) } { (error.text) } }
                } } }
            }
        }
    }
}

/// Draws the row that sends a form; the label is a key, further buttons or links follow it.
pub fn submit_row(voice: &Voice, label: &str, others: Option<Markup>) -> Markup {
    html! { div .row { button type="submit" { (voice.t(label)) } @if let Some(others) = others { (others) } } }
}

impl Field<'_> {
    fn label(&self, voice: &Voice) -> Markup {
        html! {
            (self.label.say(voice))
            @if self.need == Need::Optional { " " span .optional { (voice.t("form-optional")) } }
        }
    }

    fn required(&self) -> bool {
        self.need == Need::Required
    }

    fn focused(&self, filled: &Filled) -> bool {
        self.keeps_cursor || (self.autofocus && !filled.is_refused())
    }

    /// A number or a zone is never what the browser remembers from another form.
    fn completion(&self) -> Option<&'static str> {
        self.autocomplete.or(self.mono.then_some("off"))
    }

    fn described_by(&self, filled: &Filled) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = filled.error(self.name).map(|_| format!("{}-error", self.name));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self, filled: &Filled) -> Option<&'static str> {
        filled.error(self.name).map(|_| "true")
    }
}

impl Text<'_> {
    fn say<'v>(&'v self, voice: &'v Voice) -> Cow<'v, str> {
        match self {
            Text::Key(key) => voice.t(key),
            Text::Said(text) => Cow::Borrowed(text),
        }
    }
}

fn beside(voice: &Voice, filled: &Filled, field: &Field<'_>, control: Markup) -> Markup {
    html! {
        div .field .wrong[filled.error(field.name).is_some()] {
            label for=(field.name) { (field.label(voice)) }
            (notes(voice, filled, field))
            (control)
        }
    }
}

fn notes(voice: &Voice, filled: &Filled, field: &Field<'_>) -> Markup {
    html! {
        @if let Some(hint) = &field.hint { span .hint id={ (field.name) "-hint" } { (hint.say(voice)) } }
        @if let Some(error) = filled.error(field.name) {
            span .error id={ (field.name) "-error" } { span .unseen { (voice.t("form-error")) } " " (error) }
        }
    }
}

fn choice_row(
    field: &Field<'_>,
    turn: usize,
    choice: &Choice<'_>,
    kind: &str,
    chosen: bool,
    invalid: Option<&str>,
) -> Markup {
    let id = if turn == 0 { field.name.to_owned() } else { format!("{}-{}", field.name, turn + 1) };
    let hint = choice.hint.as_ref().map(|_| format!("{id}-about"));
    html! {
        div .choice {
            // Where there are errors their summary stands before this, and so takes the cursor.
            input #(id) name=(field.name) type=(kind) value=(choice.value) checked[chosen]
                autofocus[turn == 0 && field.autofocus] aria-describedby=[hint.as_deref()] aria-invalid=[invalid];
            label for=(id) { (choice.label) }
            @if let Some(text) = &choice.hint { span .hint id=[hint.as_deref()] { (text) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{all_fields, refused, voice};
    use super::*;
    use crate::words::Language;

    const NAMES: [&str; 8] = ["number", "password", "state", "kind", "posts", "on", "file", "note"];

    #[test]
    fn an_error_stands_beside_its_field_and_is_tied_to_it() {
        let drawn = all_fields(&voice(Language::Fr), &refused()).0;
        for name in NAMES {
            let beside = format!(
                "<span class=\"error\" id=\"{name}-error\"><span class=\"unseen\">Erreur\u{a0}:</span> Corrija esto: {name}.</span>"
            );
            assert!(drawn.contains(&beside), "{name}: {drawn}");
            let described = drawn.split("aria-describedby=\"").skip(1).any(|rest| {
                rest.split('"').next().is_some_and(|ids| ids.split(' ').any(|id| id == format!("{name}-error")))
            });
            assert!(described, "{name} does not say where its error stands");
        }
        let invalid = drawn.matches("aria-invalid=\"true\"").count();
        assert_eq!(invalid, 5 + 1 + 2 + 3, "five single fields, the radio group, two boxes, three parts of a day");
    }

    #[test]
    fn what_was_typed_is_kept_and_escaped_and_a_password_is_not() {
        let drawn = all_fields(&voice(Language::Es), &refused()).0;
        assert!(drawn.contains("value=\"K9&lt;021&gt;\""));
        assert!(drawn.contains("<option value=\"UTO\" selected>"));
        assert!(drawn.contains("type=\"radio\" value=\"passport\" checked"));
        assert!(drawn.contains("type=\"checkbox\" value=\"corinto\" checked"));
        assert!(!drawn.contains("value=\"tecun\" checked"));
        assert!(
            drawn.contains(
                "name=\"on-day\" type=\"text\" inputmode=\"numeric\" maxlength=\"2\" autocomplete=\"off\" value=\"31\""
            ),
            "{drawn}"
        );
        assert!(
            drawn.contains(">\n\nprimera línea\n&lt;b&gt;segunda&lt;/b&gt;</textarea>"),
            "the reader's own first line break stays"
        );
        assert!(!drawn.contains("never shown again"));
    }

    #[test]
    fn the_summary_counts_the_errors_and_leads_to_each() {
        let drawn = error_summary(&voice(Language::Es), &refused()).0;
        assert!(drawn.starts_with("<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus"));
        assert!(drawn.contains("Hay 8 cosas que corregir"));
        let fields = all_fields(&voice(Language::Es), &refused()).0;
        for name in NAMES {
            assert!(drawn.contains(&format!("<a href=\"#{name}\">")), "{name}");
            assert!(fields.contains(&format!("id=\"{name}\"")), "{name}: the link leads nowhere");
        }
        assert_eq!(error_summary(&voice(Language::Es), &Filled::new()).0, "");
        let mut whole = Filled::new();
        whole.refuse_form("Esto no se puede ahora.");
        assert!(error_summary(&voice(Language::Es), &whole).0.contains("<li>Esto no se puede ahora.</li>"));
    }

    #[test]
    fn a_form_without_errors_says_nothing_of_errors() {
        let drawn = all_fields(&voice(Language::En), &Filled::new()).0;
        assert!(!drawn.contains("error") && !drawn.contains("aria-invalid") && !drawn.contains("wrong"));
        assert!(drawn.contains("<option value=\"\">Choose one</option>"));
        assert!(drawn.contains("Posts <span class=\"optional\">(optional)</span>"));
    }

    #[test]
    fn the_cursor_goes_to_the_field_unless_there_are_errors() {
        let field = Field::new("zone", "sample-zone").autofocus();
        let voice = voice(Language::En);
        assert!(textarea(&voice, &Filled::new(), &field).0.contains(" autofocus"));
        assert!(!textarea(&voice, &refused(), &field).0.contains(" autofocus"));
    }

    #[test]
    fn labels_and_choices_from_outside_are_escaped() {
        let voice = voice(Language::En);
        let field = Field::labelled("x", "<i>").hint_said("a & b");
        let drawn = select(&voice, &Filled::new().with("x", "\""), &field, &[Choice::new("\"", "<script>")]).0;
        assert!(
            drawn.contains("&lt;i&gt;")
                && drawn.contains("a &amp; b")
                && drawn.contains("value=\"&quot;\" selected>&lt;script&gt;"),
            "{drawn}"
        );
    }
}
