//! Writes XML 1.0: everything escaped, what XML has no place for replaced.

/// A document while it is written, indented by one blank a level.
pub(super) struct Xml {
    text: String,
    depth: usize,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(super) fn new() -> Xml {
        Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }

    pub(super) fn open(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes, ">\n");
        self.depth += 1;
    }

    pub(super) fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.text.push_str(&format!("</{name}>\n"));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes, "/>\n");
    }

    /// Writes an element with text; line breaks and runs of blanks in it become one blank, as for every reader of XML prose.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.tag(name, attributes, ">");
        let words: Vec<&str> = text.split_whitespace().collect();
        self.text.push_str(&escaped(&words.join(" ")));
        self.text.push_str(&format!("</{name}>\n"));
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn tag(&mut self, name: &str, attributes: Attributes, end: &str) {
        self.indent();
        self.text.push_str(&format!("<{name}"));
        for (key, value) in attributes {
            self.text.push_str(&format!(" {key}=\"{}\"", escaped(value)));
        }
        self.text.push_str(end);
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.depth));
    }
}

/// XML 1.0, 2.2 and 2.4: line breaks are escaped too, so that those in attributes stay.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\r' | '\t' => escaped.push_str(&format!("&#{};", u32::from(c))),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_marks_xml_is_escaped_and_what_xml_cannot_hold_is_replaced() {
        assert_eq!(
            escaped("<a b=\"&\">]]>\u{0}\u{b}\u{ffff}ñ🛶\n"),
            "&lt;a b=&quot;&amp;&quot;&gt;]]&gt;\u{fffd}\u{fffd}\u{fffd}ñ🛶&#10;"
        );
    }

    #[test]
    fn elements_close_where_they_opened() {
        let mut xml = Xml::new();
        xml.open("a", &[("x", "1")]);
        xml.leaf("b", &[], "  uno\n  dos ");
        xml.empty("c", &[]);
        xml.close("a");
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        assert_eq!(xml.into_text(), format!("{head}<a x=\"1\">\n <b>uno dos</b>\n <c/>\n</a>\n"));
    }
}
