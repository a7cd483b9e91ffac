//! No text in markup: what a person reads comes from the words, so that every language says it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, sign, tree};

/// Attributes whose value a person reads or hears.
const READ: [&str; 6] = ["alt", "aria-label", "aria-description", "placeholder", "title", "label"];

/// Texts that are the same in every language, each with what it is.
const SAME_EVERYWHERE: [(&str, &str); 1] = [("ABC", "characters of a zone, shown with their mark")];

/// Answers texts written into the markup of a file.
fn written(file: &File, tokens: TokenStream) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(tokens, &mut |run| {
        for at in 0..run.len() {
            if ident(run, at).as_deref() == Some("html") && sign(run, at + 1, '!') {
                let Some(TokenTree::Group(markup)) = run.get(at + 2) else { continue };
                let mut reading = Reading { file, findings: Vec::new() };
                reading.block(markup.stream());
                findings.append(&mut reading.findings);
            }
        }
    });
    findings
}

struct Reading<'f> {
    file: &'f File,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// Reads elements, texts and splices, one after another.
    fn block(&mut self, tokens: TokenStream) {
        let run: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < run.len() {
            at = if sign(&run, at, '@') {
                self.control(&run, at)
            } else if sign(&run, at, '=') {
                self.attribute(&run, at)
            } else {
                self.node(&run, at)
            };
        }
    }

    /// Passes over the head of `@if`, `@for`, `@match` or `@let`, and answers where its block begins.
    fn control(&mut self, run: &[TokenTree], at: usize) -> usize {
        let word = ident(run, at + 1).unwrap_or_default();
        if word == "let" {
            return (at..run.len()).find(|at| sign(run, *at, ';')).unwrap_or(run.len());
        }
        let block = (at..run.len()).find(|at| group(run, *at, Delimiter::Brace).is_some()).unwrap_or(run.len());
        if word == "match" {
            if let Some(arms) = group(run, block, Delimiter::Brace) {
                self.arms(arms);
            }
            return block + 1;
        }
        block
    }

    /// Reads the arms of a `@match`: patterns are Rust, what follows `=>` is markup.
    fn arms(&mut self, tokens: TokenStream) {
        let run: Vec<TokenTree> = tokens.into_iter().collect();
        for at in 2..run.len() {
            if !(sign(&run, at - 2, '=') && sign(&run, at - 1, '>')) {
                continue;
            }
            match group(&run, at, Delimiter::Brace) {
                Some(markup) => self.block(markup),
                None => {
                    let end = (at..run.len()).find(|at| sign(&run, *at, ',')).unwrap_or(run.len());
                    self.block(run[at..end].iter().cloned().collect());
                }
            }
        }
    }

    /// Reads an attribute's value where a person reads it too, and answers the place after it.
    fn attribute(&mut self, run: &[TokenTree], at: usize) -> usize {
        let mut name: Vec<String> = Vec::new();
        let mut before = at;
        while before > 0 && (ident(run, before - 1).is_some() || sign(run, before - 1, '-')) {
            before -= 1;
            let joined = sign(run, before, '-') || before == 0 || sign(run, before - 1, '-');
            name.insert(0, ident(run, before).unwrap_or("-".into()));
            if !joined {
                break;
            }
        }
        if READ.contains(&name.concat().as_str()) {
            match &run.get(at + 1) {
                Some(TokenTree::Group(inner)) if inner.delimiter() == Delimiter::Brace => self.block(inner.stream()),
                Some(token) => self.text(token),
                None => {}
            }
        }
        at + 2
    }

    fn node(&mut self, run: &[TokenTree], at: usize) -> usize {
        let token = &run[at];
        let shorthand = at > 0 && (sign(run, at - 1, '.') || sign(run, at - 1, '#'));
        match token {
            TokenTree::Group(inner) if inner.delimiter() == Delimiter::Brace => self.block(inner.stream()),
            TokenTree::Group(inner) if inner.delimiter() == Delimiter::Parenthesis => self.splice(inner.stream()),
            TokenTree::Literal(_) if !shorthand => self.text(token),
            _ => {}
        }
        at + 1
    }

    /// Reads a splice: a text alone in it, or one that `format!` builds.
    fn splice(&mut self, tokens: TokenStream) {
        let run: Vec<TokenTree> = tokens.into_iter().collect();
        match run.as_slice() {
            [only] => self.text(only),
            [TokenTree::Ident(name), bang, TokenTree::Group(inner)] if name == "format" && bang.to_string() == "!" => {
                if let Some(first) = inner.stream().into_iter().next() {
                    self.text(&first);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, token: &TokenTree) {
        let Some(text) = literal(token) else { return };
        let fixed: String = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
        let same = SAME_EVERYWHERE.iter().any(|(known, _)| *known == text);
        if fixed.chars().any(char::is_alphabetic) && !same {
            self.findings.push(self.file.finding(line(token), format!("`{text}` is text: it belongs in the words")));
        }
    }
}

#[test]
fn no_markup_holds_text_of_its_own() {
    none(tree().product().flat_map(|file| written(file, file.product_tokens())).collect());
}

#[test]
fn planted_texts_are_found_wherever_they_hide() {
    let found = |markup: &str| {
        let file = File::planted("planted.rs", &format!("fn f() -> Markup {{ html! {{ {markup} }} }}"));
        written(&file, file.tokens())
    };
    only(&found("p { \"Hello\" }"), "`Hello` is text");
    only(&found("ul { @for x in xs { li { \"One more\" } } }"), "One more");
    only(&found("p { (\"Hello\") }"), "Hello");
    only(&found("p { (format!(\"{n} rows\")) }"), "{n} rows");
    only(&found("img alt=\"A stamp\" src=\"/a.png\";"), "A stamp");
    only(&found("nav aria-label=\"Rooms\" { }"), "Rooms");
    only(&found("nav aria-label={ (voice.t(\"shell-rooms\")) \" list\" } { }"), " list");
    only(&found("@match kind { \"a\" => { p { \"Hello\" } } _ => {} }"), "Hello");
    only(&found("@match kind { \"a\" => p { \"Hello\" }, _ => {} }"), "Hello");
    only(&found("@if a == \"b\" { \"Hello\" } @else { \" · \" }"), "Hello");
    none(found(
        "input type=\"text\" placeholder=(voice.t(\"form-x\")); p .\"wide\" #\"top\" { (voice.t(\"form-y\")) \" – 12 \" }",
    ));
    none(found("a href={ \"/people/\" (id) } { (name) } @let word = \"Hello\"; @if word == \"x\" { (word) }"));
}
