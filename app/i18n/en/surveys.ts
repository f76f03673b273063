import type zh from '../zh-CN/surveys.ts';

export default {
  title: 'Surveys',
  lead: 'Questions for children, carers and staff. No name, no device and no order of arrival is kept.',
  audiences: { 'children-4-7': 'Children 4–7', 'children-8-12': 'Children 8–12', 'children-13-18': 'Young people 13–18', carers: 'Carers', staff: 'Staff' },
  themes: { play: 'Play', participation: 'Participation', safety: 'Safety', health: 'Health and services', education: 'Education', home: 'Family and housing', environment: 'Environment', self: 'About oneself' },
  scales: { 'faces-3': 'three faces', 'pictures-3': 'three pictures', 'agree-5': 'five steps' },
  levels: { 'faces-3': ['Happy', 'So-so', 'Not happy'], 'pictures-3': ['Mostly true', 'Sometimes true', 'Never true'], 'agree-5': ['Strongly agree', 'Agree', 'Not sure', 'Disagree', 'Strongly disagree'] },
  outside: { 'does-not-apply': 'Does not apply', 'rather-not-say': 'Rather not say' },
  kinds: { scale: 'on the scale', choice: 'one of several', text: 'free words' },
  states: { draft: 'being written', published: 'published', 'put-away': 'put away' },
  roundStates: { open: 'under way', closed: 'closed' },
  waves: { baseline: 'baseline', 'follow-up': 'follow-up', once: 'single' },
  codeKinds: { class: 'code of a class', slip: 'slips, one each' },
  consentKinds: { school: 'the school agreed', guardians: 'slips of guardians', notice: 'public notice' },
  form: { required: 'required', optional: 'optional' },
  colon: ': ',
  saved: 'Saved.',
  invented: 'example',
  list: {
    surveys: 'Surveys', rounds: 'Rounds', noSurveys: 'No survey yet. Beginning with one of the instruments is quickest.', noRounds: 'Nothing has been asked yet. Publish a survey, then open a round.',
    start: 'New survey', from: 'Begin with', fromHint: 'Once copied, questions can be added and changed. Please leave those that pair children and carers as they are, so that they can be compared.', name: 'Name', nameHint: 'May stay empty; then it keeps its own.', make: 'Copy and begin', instrument: (title) => `Instrument: ${title}`, own: (title) => `Of this community: ${title}`,
    import: 'Import a survey file', file: 'What stands in the file', fileHint: 'Open the exported JSON file, copy everything, paste it here.', doImport: 'Import',
    columns: { title: 'Name', audience: 'For', state: 'State', days: 'Days', rate: 'Answered' }, version: (n) => `version ${n}`, changed: 'unpublished changes', questions: (n) => `${n} ${n === 1 ? 'question' : 'questions'}`,
    rate: (answered, invited, rate) => (rate === undefined ? `${answered}` : `${answered} of ${invited}, ${rate}%`),
  },
  edit: {
    head: 'Title and introduction', titleZh: 'Title (Chinese)', titleEn: 'Title (English)', introZh: 'Introduction (Chinese)', introEn: 'Introduction (English)', languages: 'Languages', chinese: 'Chinese only', both: 'Chinese and English', save: 'Save',
    questions: 'Questions', none: 'No questions yet.', add: 'Add a question', bank: 'Add from the question bank', bankFrom: 'Bank', bankAdd: 'Add the ticked ones', bankShow: 'Show these', bankEmpty: 'All questions of this group are in the survey already.', change: 'Change', remove: 'Remove', up: (text) => `Move “${text}” up`, down: (text) => `Move “${text}” down`,
    id: 'Name', idHint: 'Small letters, digits and dashes, such as play-near; please leave it once published.', kind: 'Kind', theme: 'Theme', textZh: 'Question (Chinese)', textEn: 'Question (English)', textHint: 'For 7 to 12 years, at most 15 characters of Chinese.', options: 'Options', optionsHint: 'For one of several. One a line: name | Chinese | English', practice: 'For practice; it is not counted', showItem: 'Show only if this question was answered as below', always: 'always show', showIn: 'Answers', showInHint: 'On the scale 1, 2, 3 … (1 is the best), otherwise names of options; several with commas.',
    before: 'For whoever asks: before', after: 'For whoever asks: afterwards', ask: (text) => `For whoever asks: ${text}`, practiceMark: 'practice', pairMark: 'paired', shownIf: (text, answers) => `shown if “${text}” is ${answers}`,
    faults: 'To put right before publishing', publish: 'Publish', publishHint: 'What is published stays word for word; later changes are a new version.', nothingNew: 'There is nothing unpublished.', putAway: 'Put this survey away', preview: 'Preview', export: 'Export', published: (n, day, who) => `Version ${n}, ${day}, ${who}`, versions: 'Versions', openRound: 'Open a round', needsPublish: 'Publish first; then a round can be opened.',
  },
  faults: {
    'no-items': () => 'There is no question yet that counts.', 'too-many-items': () => 'There are more than 60 questions.', twice: (item) => `The name ${item} is used twice.`, 'no-text': (item) => `${item} has no Chinese words.`, 'no-english': (item) => `${item} is not complete in English.`, 'few-options': (item) => `${item} needs 2 to 12 options.`,
    'option-twice': (item) => `${item} has two options of one name.`, 'shown-by-later': (item) => `${item} can only be shown by a question before it.`, 'shown-by-unknown': (item) => `${item} is shown by a question or an answer that does not exist.`, 'practice-three': () => 'A survey on three faces or three pictures begins with exactly three questions for practice.', 'too-many-for-youngest': () => 'Children of 4 to 7 are asked 8 questions at most.', 'practice-first': () => 'Practice comes before everything else.', 'not-allowed-id': (item) => `The name ${item} may have small letters, digits and dashes only.`,
  },
  round: {
    title: 'Name', wave: 'Round', waveHint: 'A follow-up after a baseline shows what has changed.', opensOn: 'First day', closesOn: 'Last day', invited: 'Invited', invitedHint: 'How many people the classes, families or posts have; the response rate is counted from it.', open: 'Open this round',
    numbers: { answered: 'Answered', invited: 'Invited', rate: 'Response rate', left: 'Days left', sheets: '', people: '', percent: '%', days: '' },
    setInvited: 'Change the number invited', codes: 'Codes', noCodes: 'No codes yet. Give each class one, or print slips, one for each person.', addCodes: 'Give out codes', kind: 'Kind', label: 'For', labelHint: 'Such as “class 3 (2)”. A sheet does not keep which code it came by.', seats: 'Seats or slips', seatsHint: 'For a class the number of people, at most 100; for slips how many, at most 300.', make: 'Give out',
    columns: { code: 'Code', label: 'For', used: 'Used', seats: 'Seats', deeds: 'To do' }, stopped: 'stopped', stop: 'Stop', setSeats: 'Change seats', print: 'Print these codes', slips: (many, used) => `One each: ${many} slips, ${used} used`,
    consent: 'Consent', consentLead: 'What schools or guardians agreed to on paper is noted here as a count, apart from the answers and without the name of any child.', noConsent: 'Nothing noted yet. A survey of children needs consent before codes can be given out.', consentKind: 'Basis', givenBy: 'By whom', givenByHint: 'A school or organisation, not the name of a child or parent.', agreed: 'Agreed', refused: 'Refused', givenOn: 'Day', note: 'Note', consentLine: (kind, by, many, no, day) => `${day}, ${by}: ${kind}, ${many} agreed${no > 0 ? `, ${no} refused` : ''}`,
    paper: 'Enter sheets from paper', paperForm: 'Download the paper form', close: 'Close this round', closeHint: 'No sheet comes in afterwards and results are there at once; it cannot be undone.', closed: (answered) => `Closed with ${answered} ${answered === 1 ? 'sheet' : 'sheets'}.`, results: 'See results', childAddress: 'Children open /child/survey and type the code', grownUpAddress: 'Open /surveys/answer and type the code', ofCampaign: 'This round is part of a survey over many communities.',
  },
  paper: {
    title: 'Enter sheets from paper', lead: 'One key a question: a digit is the step, - is “does not apply”, 0 is “rather not say”, empty is no answer. Enter goes on; on the last question it saves and begins the next sheet.', keys: 'Keys', save: 'Save and enter the next', saved: (many) => `Saved. This round has ${many} ${many === 1 ? 'sheet' : 'sheets'}.`, legend: (levels) => `${levels}; - does not apply; 0 rather not say`, unreadable: 'Only the digits listed, - and 0 can stand here, or nothing.', number: 'Please write the number that stands on the paper, 1 to 9999.', words: 'In their words',
  },
  double: {
    title: 'Enter paper twice', lead: 'First write a number on every paper. One person enters it, another enters it again without seeing the first reading; what differs is settled by looking at the paper. The number is kept only until then and never reaches the results.', so: 'How well it was read', both: 'Entered by two', cells: 'Answers compared', rate: 'Read differently', rateHint: 'Of all answers that were compared, how many were read differently; settling does not change it.',
    waiting: 'Papers still waiting', none: 'No paper is waiting.', number: 'Number of the paper', numberHint: 'As written on the paper, 1 to 9999.', by: 'Entered by', state: 'State', deed: 'To do', differs: 'read differently', other: 'waits for another person', yours: 'please enter it a second time', settle: 'Settle', putAway: 'Put away', enter: 'Enter a paper', save: 'Save and enter the next',
    told: { first: 'The first reading is kept; another person enters it next.', agreed: 'Both readings are the same; it is taken in.', differs: 'The readings differ; please settle them with the paper.', settled: 'Settled and taken in.', 'put-away': 'Put away; it can be entered again.' },
    settleTitle: (n) => `Settle paper ${n}`, settleLead: 'Take the paper in your hand and see what is really ticked.', differ: (n) => `${n} ${n === 1 ? 'question differs' : 'questions differ'}`, read: (who, what) => `${what} (${who})`, unreadable: 'It cannot be read, or nothing is ticked', empty: 'not answered', settleSave: 'Settle and take in',
  },
  print: { title: 'Survey codes', cut: 'Cut along the lines, one for each person.', go: 'Open this address and type the code:', anonymous: 'No name is needed. Nobody knows who answered what.', until: (day) => `valid until ${day}` },
  sheet: {
    head: 'Survey on paper', tick: 'Choose one answer to each question and tick its box. Write no name.', practice: 'Practice', box: '□', line: '____________________', madeOn: (day) => `Printed on ${day}`, onlyIf: (text) => `(only if ${text})`,
  },
  answer: {
    title: 'Answer a survey', lead: 'Type the code you were given. No name, no account and no device is kept.', code: 'Code', codeHint: 'Eight digits and letters; capitals do not matter.', begin: 'Begin', next: 'Next', back: 'Back', handIn: 'Hand in', review: 'That was all', reviewLead: (answered, all) => `${answered} of ${all} answered. You can go back and change something, or hand in now.`,
    practice: 'For practice', progress: (at, all) => `Question ${at} of ${all}`, words: 'Writing is up to you. Please leave out names, telephone numbers and addresses.', done: 'It has arrived. Thank you!', doneLead: 'Nobody knows whose sheet this is. Results will be published.', privateFound: 'There seems to be a telephone number, an address or a name here. Please take it out, then hand in.', offline: 'The network is away. Your answers are still on this page; press once more when it is back.', home: 'Home', untilThen: 'Until you hand in, your answers are on this page only; close it and they are gone.', pick: 'Please choose one. If you would rather not answer, choose “rather not say”.',
  },
  campaign: {
    title: 'Surveys over communities', lead: 'One survey for many communities at once; each notes its own consent and gives out its own codes, and has its own results.', start: 'Begin a survey over communities', survey: 'Survey', places: 'Codes of communities', placesHint: 'One a line; empty means every pilot of the region.', go: 'Begin', none: 'None yet. Copy a survey below, publish it, then choose communities.',
    columns: { title: 'Name', wave: 'Round', days: 'Days', closed: 'Closed', rate: 'Answered' }, started: (many) => `Begun in ${many} communities.`, surveys: 'Surveys', empty: 'No survey yet. Copy one of the instruments; once published, it can be asked.', publish: 'Publish', copied: 'Copied. Please publish it, then it can be asked.', published: 'Published.',
  },
  evidence: { title: (who, year) => `Survey of ${who}, ${year}`, text: (title, from, to, invited, answered) => `${title}: ${from} to ${to}, ${invited} invited, ${answered} anonymous sheets.`, unit: 'sheets', source: 'surveys' },
} satisfies typeof zh;
