//! How texts of conferences are built: what opens the list, how its parts are numbered, and what stands before and behind.

use crate::vocabulary::{Act, Form, Vocabulary};

/// One way to build a text.
pub struct Structure {
    pub name: &'static str,
    /// The form of the verbs that it asks for.
    pub form: Form,
    /// Which acts stand in it.
    pub acts: fn(&Vocabulary) -> &'static [Act],
    pub write: fn(&Vocabulary, &[String]) -> String,
}

/// Every structure.
pub const STRUCTURES: &[Structure] = &[
    Structure {
        name: "numbers below an opening",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{n}. ")),
    },
    Structure {
        name: "numbers in brackets",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("({n}) ")),
    },
    Structure {
        name: "numbers and one bracket",
        form: Form::They,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.ministers, |n| format!("{n}) ")),
    },
    Structure {
        name: "letters",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{}) ", letter(n))),
    },
    Structure {
        name: "Roman numbers",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{}. ", ROMAN[n - 1])),
    },
    Structure {
        name: "signs",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |_| "• ".to_owned()),
    },
    Structure {
        name: "dashes",
        form: Form::They,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.ministers, |_| "- ".to_owned()),
    },
    Structure { name: "resolution", form: Form::It, acts: |w| w.acts, write: resolution },
    Structure { name: "resolution in capitals", form: Form::Capitals, acts: |w| w.acts, write: resolution },
    Structure { name: "resolution without numbers", form: Form::It, acts: |w| w.acts, write: without_numbers },
    Structure { name: "we speak", form: Form::We, acts: |w| w.acts, write: |w, a| spoken(w, a, "") },
    Structure { name: "we speak in numbers", form: Form::We, acts: |w| w.acts, write: counted_speech },
    Structure {
        name: "the ministers did",
        form: Form::Past,
        acts: |w| w.acts,
        write: |w, a| spoken(w, a, w.the_ministers),
    },
    Structure {
        name: "the conference has done",
        form: Form::Perfect,
        acts: |w| w.acts,
        write: |w, a| spoken(w, a, w.the_conference),
    },
    Structure {
        name: "named decisions",
        form: Form::Base,
        acts: |w| w.acts,
        write: |w, a| listed(w, a, w.decided_to, |n| format!("{} {n}. ", w.decision)),
    },
    Structure { name: "chapters that count through", form: Form::Base, acts: |w| w.acts, write: chapters },
    Structure { name: "chapters that begin anew", form: Form::It, acts: |w| w.acts, write: parts },
    Structure { name: "one long line", form: Form::They, acts: |w| w.acts, write: |w, a| one_line(w, a) },
    Structure { name: "lists below each", form: Form::It, acts: |w| w.acts, write: with_lists },
    Structure { name: "a page", form: Form::Base, acts: |w| w.acts, write: page },
    Structure { name: "topics", form: Form::Base, acts: |w| w.acts, write: topics },
    Structure { name: "numbered considerations", form: Form::Base, acts: |w| w.acts, write: considered },
    Structure {
        name: "numbered considerations, and what they do",
        form: Form::They,
        acts: |w| w.acts,
        write: considered,
    },
    Structure { name: "each number names the council", form: Form::It, acts: |w| w.acts, write: council },
    Structure {
        name: "the council speaks",
        form: Form::It,
        acts: |w| w.acts,
        write: |w, a| spoken(w, a, w.the_council),
    },
    Structure { name: "numbers and nothing before", form: Form::Base, acts: |w| w.acts, write: bare },
    Structure { name: "broken lines", form: Form::It, acts: |w| w.acts, write: broken },
    Structure { name: "an annex behind", form: Form::Base, acts: |w| w.acts, write: annexed },
    Structure { name: "headings over free paragraphs", form: Form::We, acts: |w| w.acts, write: headed },
    Structure { name: "a table", form: Form::Base, acts: |w| w.acts, write: table },
    Structure { name: "nobody is named", form: Form::Base, acts: |w| w.impersonal, write: |w, a| spoken(w, a, "") },
    Structure { name: "nobody is named in numbers", form: Form::Base, acts: |w| w.impersonal, write: counted_speech },
    Structure {
        name: "things below a verb",
        form: Form::Base,
        acts: |w| w.things_reaffirmed,
        write: |w, a| listed(w, a, w.reaffirmed, |n| format!("{n}. ")),
    },
    Structure {
        name: "clauses below a verb",
        form: Form::Base,
        acts: |w| w.clauses,
        write: |w, a| listed(w, a, w.agreed, |n| format!("{n}) ")),
    },
    Structure {
        name: "clauses with signs below a verb",
        form: Form::Base,
        acts: |w| w.clauses,
        write: |w, a| listed(w, a, w.agreed, |_| "- ".to_owned()),
    },
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

fn considered(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned(), words.considering.to_owned()];
    lines.extend(words.considerations.iter().zip(1..).map(|(line, number)| format!("{number}. {line}")));
    lines.push(words.decide.to_owned());
    lines.extend(acts.iter().zip(1..).map(|(act, number)| format!("{number}. {}", sentence(act))));
    lines.push(words.done_at.to_owned());
    lines.join("\n\n")
}

fn council(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned()];
    lines.extend(
        acts.iter()
            .zip(1..)
            .map(|(act, number)| format!("{number}. {}", sentence(&format!("{} {act}", words.the_council)))),
    );
    lines.join("\n\n")
}

fn bare(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned()];
    lines.extend(acts.iter().zip(1..).map(|(act, number)| format!("{number}.- {}", sentence(act))));
    lines.join("\n\n")
}

/// Each line ends where a printer's would.
fn broken(words: &Vocabulary, acts: &[String]) -> String {
    let whole = resolution(words, acts);
    let mut text = String::new();
    let mut width = 0;
    for word in whole.split(' ') {
        width = if word.contains('\n') { 0 } else { width + word.len() + 1 };
        text.push_str(if width > 70 { "\n" } else { " " });
        width = if width > 70 { word.len() } else { width };
        text.push_str(word);
    }
    text.trim_start().to_owned()
}

fn annexed(words: &Vocabulary, acts: &[String]) -> String {
    let whole = listed(words, acts, words.decided_to, |n| format!("{n}. "));
    let mut lines = vec![whole, words.annex.to_owned()];
    lines.extend(words.considerations.iter().zip(1..).map(|(line, number)| format!("{number}. {line}")));
    lines.join("\n\n")
}

fn headed(words: &Vocabulary, acts: &[String]) -> String {
    let mut lines = vec![words.title.to_owned(), words.met.to_owned()];
    for (place, act) in acts.iter().enumerate() {
        if place % 2 == 0 {
            lines.push(words.topics[place / 2].to_owned());
        }
        lines.push(sentence(act));
    }
    lines.join("\n\n")
}

fn table(words: &Vocabulary, acts: &[String]) -> String {
    let row = |(act, number): (&String, usize)| format!("<tr><td>{number}</td><td>{}</td></tr>", sentence(act));
    let rows: String = acts.iter().zip(1..).map(row).collect();
    format!(
        "<!DOCTYPE html><html><body><h1>{}</h1><p>{}</p><p>{}</p><table>{rows}</table></body></html>",
        words.title, words.met, words.decided_to
    )
}
