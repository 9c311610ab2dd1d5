//! axe-core, with every rule it has: A, AA, AAA, best practice and the experimental ones.

use std::fs;

use serde_json::Value;

use crate::browser::Browser;
use crate::stage::root;
use crate::trouble::Trouble;

/// Runs all rules but the deprecated ones and those that the test leaves out.
const RUN: &str = "const rules = axe.getRules()
      .filter(r => !r.tags.includes('deprecated') && !but.includes(r.ruleId)).map(r => r.ruleId);
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values: rules }, resultTypes: ['violations'] });
    return violations.map(v => `${v.id} (${v.impact}): ${v.help}` + v.nodes.slice(0, 5).map(n => {
      const why = [...n.any, ...n.all, ...n.none].map(c => c.message).join('; ');
      return `\\n  ${n.target.flat().join(' ')}\\n    ${n.html.slice(0, 200).replace(/\\s+/g, ' ')}\\n    ${why}`;
    }).join('') + (v.nodes.length > 5 ? `\\n  and ${v.nodes.length - 5} more` : ''));";

/// What axe-core finds on the screen, one text for each rule.
pub(crate) async fn violations(browser: &Browser, but: &[&str]) -> Result<Vec<String>, Trouble> {
    if browser.eval("return !window.axe;").await? == Value::Bool(true) {
        let path = root().join("node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path).map_err(|why| {
            Trouble::new(format!(
                "{} can't be read: {why}; `cargo xtask setup test` gets it",
                path.display()
            ))
        })?;
        // A script that returns nothing, run as it stands: it makes `window.axe`.
        browser.web.execute(source, Vec::new()).await?;
    }
    let found = browser
        .eval(&format!("const but = {}; {RUN}", Value::from(but)))
        .await?;
    let texts = found.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(texts
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}
