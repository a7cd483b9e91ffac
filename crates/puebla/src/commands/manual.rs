//! `puebla manual`: the manual as man pages and the words that a shell completes, for whoever makes a package.

use std::fs::{File, create_dir_all};
use std::path::{Path, PathBuf};

use clap::Args;
use clap_complete::aot::{Bash, generate};
use clap_mangen::Man;

use crate::manual::page;
use crate::outcome::{Failure, Status};
use crate::tongue::Tongue;
use base::web::Said;
use base::words::Language;

/// The arguments.
#[derive(Debug, Args)]
pub struct Manual {
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

impl Manual {
    /// Writes one man page for each command, in the reader's language, and what bash completes.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let written = self.write(tongue);
        written.map_err(|error| {
            let said = Said::plain("command-unwritable").with("file", self.to.display()).with("reason", error);
            Failure::of(Status::Input, said)
        })
    }

    fn write(&self, tongue: &Tongue) -> std::io::Result<()> {
        let pages = match tongue.language {
            Language::En => self.to.join("man/man1"),
            other => self.to.join("man").join(other.tag()).join("man1"),
        };
        create_dir_all(&pages)?;
        write_pages(page(tongue), &pages)?;
        let completed = self.to.join("bash-completion/completions");
        create_dir_all(&completed)?;
        generate(Bash, &mut page(tongue), "puebla", &mut File::create(completed.join("puebla"))?);
        Ok(())
    }
}

fn write_pages(command: clap::Command, to: &Path) -> std::io::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    for below in command.get_subcommands() {
        let whole = format!("{name}-{}", below.get_name());
        write_pages(below.clone().display_name(whole), to)?;
    }
    // The date of a page is that of its release, so that the same source gives the same bytes.
    let man = Man::new(command).title(name.to_uppercase()).date("");
    man.render(&mut File::create(to.join(format!("{name}.1")))?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_command_has_a_man_page_in_its_language_and_the_shell_knows_the_flags() {
        let home = tempfile::tempdir().unwrap();
        for language in [Language::En, Language::Es] {
            Manual { to: home.path().to_owned() }.run(&Tongue::in_language(language)).unwrap();
        }
        let text = |path: &str| std::fs::read_to_string(home.path().join(path)).unwrap();
        assert!(text("man/man1/puebla-user-found.1").contains("puebla user found"));
        assert!(text("man/man1/puebla.1").contains("Virtual Secretariat"));
        assert!(text("man/es/man1/puebla-doctor.1").contains("Dice qu"), "{}", text("man/es/man1/puebla-doctor.1"));
        assert!(text("bash-completion/completions/puebla").contains("--behind-tls-proxy"));
    }
}
