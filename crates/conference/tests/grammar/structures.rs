//! How texts of conferences are built: what opens the list, how its parts are numbered, and what stands before and behind.

use crate::vocabulary::{Form, Vocabulary};

/// One way to build a text.
pub struct Structure {
    pub name: &'static str,
    /// The form of the verbs that it asks for.
    pub form: Form,
    pub write: fn(&Vocabulary, &[String]) -> String,
}

/// Every structure.
pub const STRUCTURES: &[Structure] = &[
    Structure {
        name: "numbers below an opening",
        form: Form::Base,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{n}. ")),
    },
    Structure {
        name: "numbers in brackets",
        form: Form::Base,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("({n}) ")),
    },
    Structure {
        name: "numbers and one bracket",
        form: Form::They,
        write: |w, a| listed(w, a, w.ministers, |n| format!("{n}) ")),
    },
    Structure {
        name: "letters",
        form: Form::Base,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{}) ", letter(n))),
    },
    Structure {
        name: "Roman numbers",
        form: Form::Base,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{}. ", ROMAN[n - 1])),
    },
    Structure { name: "signs", form: Form::Base, write: |w, a| listed(w, a, w.decided_to, |_| "• ".to_owned()) },
    Structure { name: "dashes", form: Form::They, write: |w, a| listed(w, a, w.ministers, |_| "- ".to_owned()) },
    Structure { name: "resolution", form: Form::It, write: resolution },
    Structure { name: "resolution in capitals", form: Form::Capitals, write: resolution },
    Structure { name: "resolution without numbers", form: Form::It, write: without_numbers },
    Structure { name: "we speak", form: Form::We, write: |w, a| spoken(w, a, "") },
    Structure { name: "we speak in numbers", form: Form::We, write: counted_speech },
    Structure { name: "the ministers did", form: Form::Past, write: |w, a| spoken(w, a, w.the_ministers) },
    Structure { name: "the conference has done", form: Form::Perfect, write: |w, a| spoken(w, a, w.the_conference) },
    Structure {
        name: "named decisions",
        form: Form::Base,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{} {n}. ", w.decision)),
    },
    Structure { name: "chapters that count through", form: Form::Base, write: chapters },
    Structure { name: "chapters that begin anew", form: Form::It, write: parts },
    Structure { name: "one long line", form: Form::They, write: |w, a| one_line(w, a) },
    Structure { name: "lists below each", form: Form::It, write: with_lists },
    Structure { name: "a page", form: Form::Base, write: page },
    Structure { name: "topics", form: Form::Base, write: topics },
];

const ROMAN: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];

fn letter(number: usize) -> char {
    char::from(b'a' + u8::try_from(number - 1).expect("a letter"))
}

fn sentence(act: &str) -> String {
    let mut letters = act.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn listed(words: &Vocabulary, acts: &[String], opening: &str, mark: impl Fn(usize) -> String) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned(), opening.to_owned()];
    lines.extend(acts.iter().zip(1..).map(|(act, number)| format!("{}{}", mark(number), sentence(act))));
    lines.push(words.done_at.to_owned());
    lines.join("\n\n")
}

fn resolution(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.assembly.to_owned()];
    lines.extend(words.preamble.iter().map(|&line| line.to_owned()));
    let last = acts.len();
    lines.extend(acts.iter().zip(1..).map(|(act, number)| {
        let end = if number == last { "." } else { ";" };
        format!("{number}. {}{end}", sentence(act).trim_end_matches('.'))
    }));
    lines.join("\n\n")
}

fn without_numbers(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.assembly.to_owned()];
    lines.extend(words.preamble.iter().map(|&line| line.to_owned()));
    lines.extend(acts.iter().map(|act| format!("{};", sentence(act).trim_end_matches('.'))));
    lines.join("\n\n")
}

fn spoken(words: &Vocabulary, acts: &[String], who: &str) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned()];
    lines.extend(acts.iter().map(|act| sentence(format!("{who} {act}").trim_start())));
    lines.push(words.done_at.to_owned());
    lines.join("\n\n")
}

fn counted_speech(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.we_met.to_owned()];
    lines.extend(acts.iter().zip(1..).map(|(act, number)| format!("{number}. {}", sentence(act))));
    lines.join("\n\n")
}

fn chapters(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned(), words.decided_to.to_owned()];
    for (place, (act, number)) in acts.iter().zip(1..).enumerate() {
        if place % 2 == 0 {
            lines.push(words.topics[place / 2].to_uppercase());
        }
        lines.push(format!("{number}. {}", sentence(act)));
    }
    lines.join("\n\n")
}

fn parts(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.assembly.to_owned()];
    lines.extend(words.preamble.iter().map(|&line| line.to_owned()));
    for (part, acts) in acts.chunks(3).enumerate() {
        lines.push(format!("{}. {}", ROMAN[part], words.topics[part].to_uppercase()));
        lines.extend(acts.iter().zip(1..).map(|(act, number)| format!("{number}. {}", sentence(act))));
    }
    lines.join("\n\n")
}

fn one_line(words: &Vocabulary, acts: &[String]) -> String {
    let listed: Vec<String> =
        acts.iter().zip(1..).map(|(act, number)| format!("{number}. {}", sentence(act))).collect();
    format!("{} {} {}", words.met, words.ministers, listed.join(" "))
}

fn with_lists(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.assembly.to_owned()];
    lines.extend(words.preamble.iter().map(|&line| line.to_owned()));
    for (act, number) in acts.iter().zip(1..) {
        if number % 3 == 0 {
            lines.push(format!("{number}. {}{}", sentence(act).trim_end_matches('.'), words.in_particular));
            lines.extend(["(a)", "(b)"].iter().zip(words.things).map(|(mark, thing)| format!("{mark} {thing}")));
        } else {
            lines.push(format!("{number}. {}", sentence(act)));
        }
    }
    lines.join("\n\n")
}

fn page(words: &Vocabulary, acts: &[String]) -> String {
    let items: Vec<String> = acts.iter().map(|act| format!("<li>{}</li>", sentence(act))).collect();
    format!(
        "<!DOCTYPE html><html><body><h1>{}</h1><p>{}</p><p>{}</p><ol>{}</ol><p>{}</p></body></html>",
        words.title,
        words.met,
        words.decided_to,
        items.concat(),
        words.done_at
    )
}

fn topics(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned(), words.decided_to.to_owned()];
    lines.extend(
        acts.iter()
            .zip(1..)
            .map(|(act, number)| format!("{number}. {}: {}", words.topics[number % words.topics.len()], sentence(act))),
    );
    lines.join("\n\n")
}
