//! Reads `content/`: the questionnaire with its numbers, and one language's sentences, into a
//! checked pack.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::check;
use crate::fault::{Fault, Faults};
use crate::package;
use crate::page_text::{Gaps, PageText};
use crate::pages;
use crate::questionnaire_file::{
    Label, Named, Questionnaire, RawAdvice, RawCondition, RawExample, RawQuestion, RawTension,
};
use crate::text::Text;
use clientele::model::{
    Advice, Area, Audience, Call, Condition, Draft, Example, Pack, Phrase, Question, QuestionAt,
    QuestionOption, Section, Tension, Term, ToolPack, ToolPhrase, limits,
};

/// Where the questionnaire is, from the project's root.
pub const QUESTIONNAIRE: &str = "content/questionnaire.toml";

/// Where a language's sentences are, from the project's root.
#[must_use]
pub fn text_file(language: &str) -> String {
    format!("content/text/{language}.toml")
}

/// What was read: the pack, the label of each example, and the pages' own sentences.
#[derive(Debug)]
pub struct Content {
    /// The questionnaire in one language.
    pub pack: Pack,
    /// The same with the sentences of the tools behind it.
    pub tools: ToolPack,
    /// How each example has to come out, in the pack's order.
    pub labels: Vec<Label>,
    /// The sentences that the pages ask for.
    pub page: PageText,
}

/// Reads and checks the content below a project's root, in one language.
pub fn load(root: &Path, language: &str) -> Result<Content, Faults> {
    let read = |file: &str| {
        fs::read_to_string(root.join(file)).map_err(|error: io::Error| {
            Faults(vec![Fault::new(
                file,
                "(whole file)",
                format!("make the file readable: {error}"),
            )])
        })
    };
    let text = text_file(language);
    parse(
        language,
        &read(QUESTIONNAIRE)?,
        &read(&text)?,
        &read("index.html")?,
    )
}

/// Reads and checks the content from the files' own words.
pub fn parse(
    language: &str,
    questionnaire: &str,
    text: &str,
    page: &str,
) -> Result<Content, Faults> {
    let invalid = |error: &dyn std::error::Error| {
        let remedy = error.to_string();
        Faults(vec![Fault::new(QUESTIONNAIRE, "(whole file)", remedy)])
    };
    let raw: Questionnaire = toml::from_str(questionnaire).map_err(|error| invalid(&error))?;
    let mut builder = Builder {
        text: Text::parse(&text_file(language), text),
        faults: Vec::new(),
    };
    let labels: Vec<Label> = raw.example.iter().map(|example| example.verdict).collect();
    let draft = builder.draft(language, &raw);
    let tools = ToolPhrase::ALL
        .iter()
        .map(|it| builder.phrase(it.id_and_gaps()));
    let tools: Vec<String> = tools.collect();
    // The template fills no gap of a sentence.
    let named = page_ids(page).map(|id| (id.to_owned(), Gaps::default()));
    let listed = named.chain(pages::texts()).chain(package::texts());
    let listed: BTreeMap<String, Gaps> = listed.collect();
    let page = listed
        .into_iter()
        .map(|(id, gaps)| {
            let sentence = builder.phrase((&id, gaps));
            (id, sentence)
        })
        .collect();

    let mut faults = builder.faults;
    faults.extend(builder.text.into_faults());
    faults.extend(check::check_numbers(&draft));
    // The further checks look things up by index, which only a sound pack makes safe.
    match (faults.is_empty(), Pack::new(draft)) {
        (true, Ok(pack)) => {
            let faults = check::check(&pack, &labels, language);
            if faults.is_empty() {
                let tools = ToolPack::new(pack.clone(), tools).map_err(|error| invalid(&error))?;
                Ok(Content {
                    pack,
                    tools,
                    labels,
                    page,
                })
            } else {
                Err(Faults(faults))
            }
        }
        (true, Err(error)) => Err(Faults(vec![check::refusal(&error)])),
        (false, _) => Err(Faults(faults)),
    }
}

/// The ids that a page asks for as `{{id}}`.
pub fn page_ids(page: &str) -> impl Iterator<Item = &str> {
    page.split("{{")
        .skip(1)
        .filter_map(|rest| rest.split_once("}}").map(|(id, _)| id.trim()))
        .filter(|id| *id != "root" && !GENERATED.iter().any(|kind| id.starts_with(kind)))
}

/// The gaps that the generator fills by itself.
const GENERATED: [&str; 3] = ["asset.", "html.", "site."];

/// Puts numbers and sentences together, and notes what is missing.
struct Builder {
    text: Text,
    faults: Vec<Fault>,
}

impl Builder {
    fn draft(&mut self, language: &str, raw: &Questionnaire) -> Draft {
        self.check_ids(raw);
        let sections = ids(&raw.section, |it| &it.id);
        let questions = ids(&raw.question, |it| &it.id);
        let areas = ids(&raw.area, |it| &it.id);
        Draft {
            language: language.to_owned(),
            judgement: raw.judgement.clone(),
            phrases: Phrase::ALL
                .iter()
                .map(|it| self.phrase(it.id_and_gaps()))
                .collect(),
            sections: raw.section.iter().map(|it| self.section(it)).collect(),
            questions: raw
                .question
                .iter()
                .map(|it| self.question(it, &sections))
                .collect(),
            examples: raw
                .example
                .iter()
                .map(|it| self.example(it, &questions))
                .collect(),
            tensions: raw
                .tension
                .iter()
                .map(|it| self.tension(it, &questions))
                .collect(),
            areas: raw.area.iter().map(|it| self.area(it)).collect(),
            advice: raw
                .advice
                .iter()
                .map(|it| self.advice(it, &areas, &questions))
                .collect(),
            terms: raw.term.iter().map(|it| self.term(it)).collect(),
        }
    }

    fn check_ids(&mut self, raw: &Questionnaire) {
        self.unique("section", &ids(&raw.section, |it| &it.id));
        self.unique("question", &ids(&raw.question, |it| &it.id));
        self.unique("area", &ids(&raw.area, |it| &it.id));
        self.unique("example", &ids(&raw.example, |it| &it.id));
        self.unique("tension", &ids(&raw.tension, |it| &it.id));
        self.unique("advice", &ids(&raw.advice, |it| &it.id));
        self.unique("term", &ids(&raw.term, |it| &it.id));
    }

    fn section(&mut self, raw: &Named) -> Section {
        Section {
            name: self.text.take(&format!("section.{}.name", raw.id)),
        }
    }

    fn area(&mut self, raw: &Named) -> Area {
        Area {
            id: raw.id.clone(),
            name: self.text.take(&format!("area.{}.name", raw.id)),
        }
    }

    fn term(&mut self, raw: &Named) -> Term {
        let mut text = |part: &str| self.text.take(&format!("term.{}.{part}", raw.id));
        Term {
            id: raw.id.clone(),
            name: text("name"),
            meaning: text("meaning").into(),
            example: text("example"),
        }
    }

    fn phrase(&mut self, (id, gaps): (&str, &[&str])) -> String {
        let sentence = self.text.take(id);
        let mut found: Vec<&str> = sentence
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap_or(""))
            .collect();
        let mut wanted = gaps.to_vec();
        found.sort_unstable();
        found.dedup();
        wanted.sort_unstable();
        if !sentence.is_empty() && found != wanted {
            let wanted: Vec<String> = wanted.iter().map(|gap| format!("{{{gap}}}")).collect();
            let remedy = if wanted.is_empty() {
                "write it without gaps in braces".to_owned()
            } else {
                format!("write it with exactly these gaps: {}", wanted.join(" "))
            };
            self.text.fault(id, remedy);
        }
        sentence
    }

    fn question(&mut self, raw: &RawQuestion, sections: &[&str]) -> Question {
        let mut text = |part: &str| self.text.take(&format!("question.{}.{part}", raw.id));
        let options = raw
            .options
            .iter()
            .map(|option| QuestionOption {
                number: option.number,
                position: option.position,
                text: text(&format!("options.{}", option.number)),
            })
            .collect();
        Question {
            id: raw.id.clone(),
            slot: raw.slot,
            weight: raw.weight,
            short: raw.short,
            theirs: raw.theirs,
            options,
            name: text("name"),
            client: text("client"),
            customer: text("customer"),
            client_costs: text("client-costs"),
            customer_costs: text("customer-costs"),
            client_first: text("client-first"),
            customer_first: text("customer-first"),
            title: text("title"),
            help: text("help").into(),
            example: text("example"),
            section: self.index(
                sections,
                &raw.section,
                &format!("question.{}.section", raw.id),
            ),
        }
    }

    fn example(&mut self, raw: &RawExample, questions: &[&str]) -> Example {
        for id in raw.answers.keys() {
            self.index::<QuestionAt>(questions, id, &format!("example.{}.answers", raw.id));
        }
        Example {
            id: raw.id.clone(),
            positions: questions
                .iter()
                .map(|id| raw.answers.get(*id).copied())
                .collect(),
            name: self.text.take(&format!("example.{}.name", raw.id)),
            about: self.text.take(&format!("example.{}.about", raw.id)),
        }
    }

    fn tension(&mut self, raw: &RawTension, questions: &[&str]) -> Tension {
        let key = format!("tension.{}", raw.id);
        Tension {
            id: raw.id.clone(),
            when: self.conditions(&raw.when, questions, &format!("{key}.when")),
            title: self.text.take(&format!("{key}.title")),
            risk: self.text.take(&format!("{key}.risk")).into(),
            first: self.text.take(&format!("{key}.first")),
        }
    }

    fn conditions(
        &mut self,
        raw: &[RawCondition],
        questions: &[&str],
        key: &str,
    ) -> Vec<Condition> {
        raw.iter()
            .map(|it| Condition {
                question: self.index(questions, &it.question, key),
                towards: it.towards,
                at_least: it.at_least,
            })
            .collect()
    }

    fn advice(&mut self, raw: &RawAdvice, areas: &[&str], questions: &[&str]) -> Advice {
        let key = format!("advice.{}", raw.id);
        let is_for = |label| raw.r#for.contains(&label);
        Advice {
            id: raw.id.clone(),
            area: self.index(areas, &raw.area, &format!("{key}.area")),
            audience: Audience {
                client: is_for(Label::Client),
                customer: is_for(Label::Customer),
                two_track: is_for(Label::TwoTrack),
                in_between: is_for(Label::InBetween),
            },
            calls: raw
                .calls
                .iter()
                .map(|it| Call {
                    question: self.index(questions, &it.question, &format!("{key}.calls")),
                    towards: it.towards,
                })
                .collect(),
            unless: self.conditions(&raw.unless, questions, &format!("{key}.unless")),
            title: self.text.take(&format!("{key}.title")),
            what: self.text.take(&format!("{key}.what")).into(),
            why: self.text.take(&format!("{key}.why")).into(),
            monday: self.text.take(&format!("{key}.monday")),
        }
    }

    /// Where an id stands in its list; a fault is noted where it does not.
    fn index<At: From<u8>>(&mut self, list: &[&str], id: &str, key: &str) -> At {
        let found = list.iter().position(|other| *other == id);
        if found.is_none() {
            self.faults.push(Fault::new(
                QUESTIONNAIRE,
                key,
                format!("'{id}' is not there: use one of {}", list.join(", ")),
            ));
        }
        let found = found.and_then(|index| u8::try_from(index).ok());
        found.unwrap_or_default().into()
    }

    fn unique(&mut self, kind: &str, ids: &[&str]) {
        if ids.len() > limits::LONGEST_LIST {
            self.faults.push(Fault::new(
                QUESTIONNAIRE,
                kind,
                format!(
                    "keep to {} of a kind: packs count them in a byte",
                    limits::LONGEST_LIST
                ),
            ));
        }
        for (at, id) in ids.iter().enumerate() {
            if ids[..at].contains(id) {
                self.faults.push(Fault::new(
                    QUESTIONNAIRE,
                    format!("{kind}.{id}"),
                    "rename one of the two: ids have to be unique",
                ));
            }
        }
    }
}

fn ids<T>(list: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    list.iter().map(|it| id(it).as_str()).collect()
}
