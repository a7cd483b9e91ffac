//! The manual that `--help` prints, and what is said when a command was not used as it says: both in three languages.
//!
//! clap knows the arguments; the words know what they mean. A text is found by the argument's name: `manual-serve` is the
//! line about a command, `manual-serve-more` what stands below it, `manual-serve--listen` its argument, and `manual--data`
//! an argument that means the same everywhere.

use std::ffi::OsString;

use base::web::Said;
use base::words::WordFile;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory, FromArgMatches};

use crate::arguments::Arguments;
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// What each command and argument means.
pub const WORDS: WordFile = base::words!("manual");

/// Columns that a page of the manual has.
const WIDTH: usize = 100;

/// Reads the arguments; none where they asked for the manual or the release, which are printed here.
///
/// Errors: status 2, with what is wrong and where the manual is.
pub fn read(arguments: &[OsString], tongue: &Tongue) -> Result<Option<Arguments>, Failure> {
    let mut command = page(tongue);
    let found = command.try_get_matches_from_mut(arguments);
    let error = match found.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => return Ok(Some(arguments)),
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = Output::open(None)?;
            out.line(error.render().to_string().trim_end())?;
            out.finish().map(|()| None)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Err(Failure::page(error.render().to_string())),
        _ => Err(explain(&error, arguments, tongue)),
    }
}

/// Answers the tree of commands with its words.
pub fn page(tongue: &Tongue) -> clap::Command {
    let command = worded(Arguments::command().term_width(WIDTH), "", tongue);
    command.subcommand_help_heading(tongue.t("manual-commands").into_owned())
}

fn worded(command: clap::Command, path: &str, tongue: &Tongue) -> clap::Command {
    let path = if path.is_empty() { command.get_name().to_owned() } else { format!("{path}-{}", command.get_name()) };
    // The root is spoken of by its own name, every other by what follows it.
    let key = path.strip_prefix("puebla-").unwrap_or(&path).to_owned();
    let (name, heading) = (key.clone(), tongue.t("manual-options").into_owned());
    let mut command = command
        .about(tongue.t(&format!("manual-{key}")).into_owned())
        .help_template(template(tongue))
        .mut_args(|arg| worded_argument(arg, &name, &heading, tongue));
    if tongue.knows(&format!("manual-{key}-more")) {
        command = command.after_help(tongue.t(&format!("manual-{key}-more")).into_owned());
    }
    if command.has_subcommands() {
        command = command.subcommand_value_name(tongue.t("manual-command").into_owned());
        command = command.subcommand_help_heading(tongue.t("manual-commands").into_owned());
    }
    // clap writes the line of usage itself, with one word of English.
    let usage = command.clone().bin_name(path.replace('-', " ")).render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("OPTIONS", &tongue.t("manual-option-words"));
    command.override_usage(usage).mut_subcommands(|below| worded(below, &path, tongue))
}

fn worded_argument(arg: Arg, command: &str, heading: &str, tongue: &Tongue) -> Arg {
    let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), str::to_owned);
    let own = format!("manual-{command}--{name}");
    let key = if tongue.knows(&own) { own } else { format!("manual--{name}") };
    let positional = arg.is_positional();
    let arg = arg.help(tongue.t(&key).into_owned());
    let takes_value = arg.get_action().takes_values();
    let arg = if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg };
    if positional {
        arg.help_heading(tongue.t("manual-arguments").into_owned())
    } else {
        arg.help_heading(heading.to_owned())
    }
}

fn template(tongue: &Tongue) -> String {
    format!("{{about}}\n\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n", tongue.t("manual-usage"))
}

/// Says what was wrong, and where the manual is.
fn explain(error: &clap::Error, arguments: &[OsString], tongue: &Tongue) -> Failure {
    let names = page(tongue);
    let below = arguments
        .iter()
        .skip(1)
        .filter_map(|argument| argument.to_str())
        .find(|text| names.find_subcommand(text).is_some());
    let see = match below {
        Some(command) => tongue.tn("usage-see", &[("command", format!("puebla {command} --help").into())]),
        None => tongue.tn("usage-see", &[("command", "puebla --help".into())]),
    };
    Failure::usage(said(error, tongue)).and(see.into_owned())
}

fn said(error: &clap::Error, tongue: &Tongue) -> Said {
    let text = |kind| context(error, kind);
    let plain = |key: &'static str| Said::plain(key);
    let argument = text(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => plain("usage-unknown").with("argument", argument),
        ErrorKind::InvalidSubcommand => plain("usage-no-command").with("command", text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => plain("usage-command-missing"),
        ErrorKind::MissingRequiredArgument => plain("usage-missing").with("arguments", argument),
        ErrorKind::ArgumentConflict => {
            plain("usage-conflict").with("argument", argument).with("other", text(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            plain("usage-value-missing").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let reason = if tongue.knows(&reason) { tongue.t(&reason).into_owned() } else { reason };
            let possible = text(ContextKind::ValidValue);
            let reason = if reason.is_empty() { possible } else { reason };
            let value = text(ContextKind::InvalidValue);
            plain("usage-value").with("argument", argument).with("value", value).with("reason", reason)
        }
        _ => plain("usage-other").with("reason", first_line(error)),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn first_line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::words::Language;

    use super::*;

    fn refused(language: Language, arguments: &[&str]) -> Vec<String> {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        let tongue = Tongue::in_language(language);
        let failure = read(&arguments, &tongue).unwrap_err();
        assert_eq!(failure.status as u8, 2);
        failure.lines(&tongue)
    }

    /// Calls `look` with every command's key and itself.
    fn walk(command: &clap::Command, path: &str, look: &mut dyn FnMut(&str, &clap::Command)) {
        let path = format!("{path}-{}", command.get_name());
        look(path.strip_prefix("-puebla-").unwrap_or("puebla"), command);
        command.get_subcommands().for_each(|below| walk(below, &path, look));
    }

    #[test]
    fn every_command_and_argument_has_its_words() {
        let tongue = Tongue::in_language(Language::En);
        walk(&Arguments::command(), "", &mut |key, command| {
            assert!(tongue.knows(&format!("manual-{key}")), "manual-{key}");
            for arg in command.get_arguments().filter(|arg| arg.get_id() != "help") {
                let name = arg.get_long().map_or_else(|| arg.get_id().to_string(), str::to_owned);
                let (own, shared) = (format!("manual-{key}--{name}"), format!("manual--{name}"));
                assert!(tongue.knows(&own) || tongue.knows(&shared), "{own} or {shared}");
            }
        });
    }

    #[test]
    fn the_page_of_the_docs_shows_every_command_and_flag() {
        const PAGE: &str = include_str!("../../../../docs/operate/commands.md");
        walk(&Arguments::command(), "", &mut |key, command| {
            let name = if key == "puebla" { "puebla".to_owned() } else { format!("puebla {}", key.replace('-', " ")) };
            assert!(PAGE.contains(&format!("`{name}`")), "{name} is not on the page");
            // A command of commands is shown by the section of the one above it.
            let head: Vec<&str> = name.split(' ').take(2).collect();
            let head = format!("`{}`\n", head.join(" "));
            let section = PAGE.split("\n## ").find(|section| section.starts_with(&head)).unwrap();
            assert!(section.contains("Ends with") || key == "puebla" || key == "export", "{name}: how it ends");
            for arg in command.get_arguments() {
                let flag = arg.get_long().map(|long| format!("--{long}")).unwrap_or_else(|| arg.get_id().to_string());
                assert!(section.contains(&format!("`{flag}`")), "{flag} is not in the section of {name}");
            }
        });
    }

    /// Answers the lines of a page that are given to a shell.
    fn given_to_a_shell(page: &str) -> Vec<&str> {
        page.split("```sh\n").skip(1).flat_map(|rest| rest.split("```").next().unwrap_or("").lines()).collect()
    }

    /// Splits a line as a shell does, as far as quotation marks go.
    fn words(line: &str) -> Vec<OsString> {
        let line = line.split("   # ").next().unwrap_or(line);
        let mut words = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                other => words.last_mut().unwrap().push(other),
            }
        }
        words.into_iter().map(OsString::from).collect()
    }

    #[test]
    fn the_first_day_says_the_same_commands_in_both_languages_and_all_are_ours() {
        const PAGE: &str = include_str!("../../../../docs/operate/first-day.md");
        const SPANISH: &str = include_str!("../../../../docs/operate/primer-dia.md");
        let lines = given_to_a_shell(PAGE);
        assert!(lines.len() >= 30 && lines == given_to_a_shell(SPANISH));
        let ours: Vec<&str> = lines.iter().filter_map(|line| Some(&line[line.find("puebla ")?..])).collect();
        let commands: Vec<&&str> = ours
            .iter()
            .filter(|line| !line.starts_with("puebla puebla") && line.contains(" --data ") || line.contains("--server"))
            .collect();
        assert!(commands.len() >= 15, "{commands:?}");
        let tongue = Tongue::in_language(Language::En);
        for command in commands {
            // Behind `runuser -u puebla --` the command's own name stands once more.
            let command = command.strip_prefix("puebla -- ").unwrap_or(command);
            assert!(matches!(read(&words(command), &tongue), Ok(Some(_))), "{command}");
        }
        assert!(read(&words("puebla user found --no-such"), &tongue).is_err());
    }

    #[test]
    fn what_is_wrong_is_said_in_every_language() {
        let wrong = ["puebla", "mrz", "--on", "yesterday"];
        let said = [Language::En, Language::Es, Language::Fr].map(|language| refused(language, &wrong));
        assert!(said[0][0].contains("“yesterday”") && said[0][0].contains("--on"), "{said:?}");
        assert!(said[1][0].contains("«yesterday»"), "{said:?}");
        assert!(said[2][0].contains("« yesterday »"), "{said:?}");
        assert!(said.iter().all(|lines| lines[1].contains("puebla mrz --help")), "{said:?}");
    }

    #[test]
    fn each_sort_of_wrong_usage_has_its_sentence() {
        let one = |arguments: &[&str]| refused(Language::En, arguments).remove(0);
        assert!(one(&["puebla", "mrz", "--no-such"]).contains("--no-such"));
        assert!(one(&["puebla", "dance"]).contains("dance"));
        assert_eq!(one(&["puebla", "--language", "en"]), "puebla: A command is missing.");
        assert!(one(&["puebla", "serve"]).contains("--data"));
        assert!(one(&["puebla", "mrz", "--on"]).contains("--on"));
    }

    #[test]
    fn the_manual_is_a_page_in_every_language_without_english_left_over() {
        for language in [Language::Es, Language::Fr] {
            let mut page = page(&Tongue::in_language(language));
            let text = page.render_help().to_string();
            for english in ["Usage", "Options:", "Commands:", "[OPTIONS]", "manual-"] {
                assert!(!text.contains(english), "{english} in:\n{text}");
            }
        }
    }
}
