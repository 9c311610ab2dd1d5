// The form as somebody would build it with SurveyJS: its bundled modules, its default theme without web fonts, a page for
// each question, its own progress bar, and a closing page for each verdict.
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
// esbuild finds it beside the built page.
import form from 'form.json';

const closing = ({ title, text, advice }) =>
  `<h2>${title}</h2><p>${text} {score} of 100.</p><ul>${advice.map(([name, what]) => `<li><b>${name}.</b> ${what}</li>`).join('')}</ul>`;
// A choice is worth its position times the question's weight.
const sum = form.questions.map(question => `{${question.id}}`).join(' + ');

new Model({
  title: form.title,
  showProgressBar: true,
  progressBarLocation: 'top',
  completeText: 'See the result',
  pages: form.questions.map(question => ({
    elements: [{
      type: 'radiogroup',
      name: question.id,
      title: question.title,
      description: `${question.help} ${question.example}`,
      isRequired: true,
      choices: question.options.map(([value, text]) => ({ value, text })),
    }],
  })),
  calculatedValues: [{ name: 'score', expression: `round((${sum}) * 100 / ${form.full})` }],
  completedHtml: closing(form.verdicts.both),
  completedHtmlOnCondition: [
    { expression: `{score} >= ${form.threshold}`, html: closing(form.verdicts.client) },
    { expression: `{score} <= -${form.threshold}`, html: closing(form.verdicts.customer) },
  ],
}).render(document.getElementById('survey'));
