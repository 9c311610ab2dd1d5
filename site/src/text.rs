//! The sentences of one language by dotted id, with a memory of which ones were asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::Fault;

/// The key of a fault that concerns all of the file.
const WHOLE_FILE: &str = "(whole file)";

/// A text file, read.
#[derive(Debug)]
pub struct Text {
    file: String,
    sentences: BTreeMap<String, String>,
    used: BTreeSet<String>,
    faults: Vec<Fault>,
}

impl Text {
    /// Reads a text file's contents; `file` is how faults name it.
    #[must_use]
    pub fn parse(file: &str, source: &str) -> Self {
        let mut text = Self {
            file: file.to_owned(),
            sentences: BTreeMap::new(),
            used: BTreeSet::new(),
            faults: Vec::new(),
        };
        match source.parse::<toml::Table>() {
            Ok(table) => text.collect("", table),
            Err(error) => text.fault(WHOLE_FILE, error.to_string()),
        }
        text
    }

    fn collect(&mut self, prefix: &str, table: toml::Table) {
        for (key, value) in table {
            let id = if prefix.is_empty() {
                key
            } else {
                format!("{prefix}.{key}")
            };
            match value {
                toml::Value::Table(table) => self.collect(&id, table),
                toml::Value::String(sentence) if sentence.trim().is_empty() => {
                    self.fault(&id, "write the sentence: it is empty");
                }
                toml::Value::String(sentence) => {
                    self.sentences.insert(id, sentence.trim().to_owned());
                }
                _ => self.fault(&id, "put the sentence in quotes"),
            }
        }
    }

    /// The sentence with this id; a fault is noted where there is none.
    pub fn take(&mut self, id: &str) -> String {
        if let Some(sentence) = self.sentences.get(id) {
            self.used.insert(id.to_owned());
            return sentence.clone();
        }
        // A file that can't be read lacks everything: that is one fault, not a thousand.
        let is_noted = |fault: &Fault| fault.key == id || fault.key == WHOLE_FILE;
        if !self.faults.iter().any(is_noted) {
            self.fault(id, "add this sentence: it is needed");
        }
        String::new()
    }

    /// Notes that something is wrong with a sentence.
    pub fn fault(&mut self, id: &str, remedy: impl Into<String>) {
        self.faults.push(Fault::new(&self.file, id, remedy));
    }

    /// All faults so far, and each sentence that nobody asked for.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults;
        for id in self.sentences.keys().filter(|id| !self.used.contains(*id)) {
            faults.push(Fault::new(
                &self.file,
                id.as_str(),
                "remove this sentence, or give it a place: nothing uses it",
            ));
        }
        faults
    }
}
