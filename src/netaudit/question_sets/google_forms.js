// Makes the questionnaire as a new form in your Google Drive: choose makeForm above, then Run.
// The log (Ctrl+Enter) shows where the form is.

const QUESTIONNAIRE = /* QUESTIONS */;

function makeForm() {
  const form = FormApp.create(QUESTIONNAIRE.title);
  form.setDescription(QUESTIONNAIRE.welcome);
  form.setConfirmationMessage(QUESTIONNAIRE.thanks);
  form.setProgressBar(true);
  QUESTIONNAIRE.sections.forEach((section, number) => {
    const heading = number ? form.addPageBreakItem() : form.addSectionHeaderItem();
    heading.setTitle(section.title).setHelpText(section.text);
    section.questions.forEach((question) => addQuestion(form, question));
  });
  Logger.log(form.getEditUrl());
}

function addQuestion(form, question) {
  if (question.kind === 'list') {
    question.rows.forEach((row) => form.addTextItem().setTitle(row).setHelpText(question.help));
  } else if (question.kind === 'text') {
    named(form.addTextItem(), question);
  } else if (question.kind === 'single') {
    named(form.addMultipleChoiceItem(), question).setChoiceValues(question.choices);
  } else {
    const grid = question.kind === 'grid' ? form.addGridItem() : form.addCheckboxGridItem();
    named(grid, question).setRows(question.rows).setColumns(question.choices);
  }
}

function named(item, question) {
  return item.setTitle(question.title).setHelpText(question.help).setRequired(question.required);
}
