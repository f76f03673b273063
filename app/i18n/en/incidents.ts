import type zh from '../zh-CN/incidents.ts';

/** Incidents with children's data. */
export default {
  title: 'Incidents with children’s data',
  lead: 'When data of children leaked, was changed, lost or misused, or may have been, report it here at once. Contain it first, then work out who is affected, tell the families and the authority; another person closes it.',
  report: 'Report an incident', none: 'There is no incident. When you find one, report it at once; rather one too many.',
  columns: { what: 'What happened', found: 'Found', affected: 'Affected, told', clocks: 'Time limits', state: 'State' },
  states: { reported: 'reported', contained: 'contained', told: 'told', closed: 'closed' },
  kinds: { leak: 'Leak', tampering: 'Tampering', loss: 'Loss', misuse: 'Misuse' },
  dataKinds: {
    name: 'names', birthday: 'days of birth', nickname: 'nicknames', guardian: 'guardians', consents: 'consents', words: 'what children said', pictures: 'photos and drawings', voice: 'voice', answers: 'survey answers', places: 'places', codes: 'class codes and cards',
  },
  possible: 'may have happened', nation: 'The nation', late: { authority: 'The report to the authority is late', tell: 'Telling the families is late' },
  form: {
    lead: 'Write what you know; the rest can follow.', region: 'Region', regionHint: 'Where it reaches; if in doubt choose the larger one.', kind: 'Kind', isPossible: 'Certain or possible', yes: 'It may have happened', no: 'It happened', what: 'What happened', whatHint: 'facts; no child’s name', cause: 'Cause', causeHint: 'as far as known or supposed',
    touched: 'Which records, regions, accounts', dataKinds: 'Which kinds of data', foundAt: 'Found at', foundByName: 'Found by', save: 'Report at once',
  },
  due: (at) => `due ${at}`, doneAt: (at) => `done ${at}`,
  history: 'What was done', facts: 'What is known', reportedBy: (by, at) => `reported by ${by} at ${at}`, clocks: { authority: 'Report to the authority', tell: 'Tell the families' },
  measures: {
    title: '1. Measures', lead: 'Stop accounts, take grants back, change codes, find it again, call the police: note each with its time.', none: 'No measure yet. Contain it first.', what: 'What was done', takenAt: 'When', save: 'Note the measure',
  },
  scopes: {
    title: '2. Who is affected', lead: 'Worked out from what was touched: numbers only, no names. As often as needed; a child is listed once, and whoever is found after the families were told is told at once.', none: 'Nothing worked out yet.', kind: 'Look by',
    kinds: { region: 'all children of a region', looks: 'children whose identity was opened in a period', children: 'a list of numbers', 'class-code': 'children who used a class code (without identity)' },
    region: 'Region code', regionHint: 'within the region of the incident, such as 340111400', from: 'From', to: 'To', byName: 'Who looked', byNameHint: 'leave empty for everybody', numbers: 'Numbers', numbersHint: 'eight signs, one a line', code: 'Class code', reason: 'Why this way', save: 'Work out',
    found: (n) => `${n} newly found`, nameless: (n) => `used ${n} ${n === 1 ? 'time' : 'times'}, without identity: put up a poster, let the teacher tell them`,
  },
  authority: { title: '3. Report to the authority', lead: 'The law says at once. Note here to whom, when and under which number.', authority: 'Authority', authorityHint: 'cyberspace, police, education, civil affairs', number: 'Receipt or document number', reportedAt: 'Reported at', save: 'Note the report', done: (to, number, at, by) => `Reported to ${to}${number ? ` (${number})` : ''} at ${at}, noted by ${by}` },
  notice: {
    title: '4. Tell the families', lead: 'The six parts that the law lists, in words parents understand. It cannot be changed once sent: guardians with an account have it at once, children see their version on their own page, letters are printed for the others.',
    parts: { kinds: 'Kinds of data', cause: 'Cause', harm: 'Possible harm', measures: 'What we did about it', advice: 'What you can do', contact: 'Contact' },
    child: 'For children', childHint: 'one sentence a line, two to eight; short ones', save: 'Send the notice', saveAsk: (n) => `The families of ${n} ${n === 1 ? 'child' : 'children'} will be told. It cannot be changed once sent. Send it?`, sent: (at, by) => `sent by ${by} at ${at}`, letters: 'Print letters', left: (n) => (n === 1 ? 'One family has no account and needs a letter.' : `${n} families have no account and need a letter.`),
    nobody: 'Nobody need be told', nobodyLead: 'Only when the measures keep all harm away; if the authority sees possible harm, families are told all the same.', nobodyReason: 'Why there is no harm', nobodySave: 'Give the reason and tell nobody', notTold: (reason) => `The families were not told, because: ${reason}`,
  },
  log: { title: 'Who was told', none: 'The list is still empty.', number: 'Child', erased: 'an erased child', place: 'Region', way: 'How', at: 'When', guardians: (n) => `${n} guardian${n === 1 ? '' : 's'}`, ways: { 'in-app': 'message', paper: 'letter' }, untold: 'not told', most: (n) => `Only the first ${n} lines are shown.` },
  closing: { title: '5. Close', lead: 'By another person than reported it, saying how it will be avoided.', lessons: 'Lessons', save: 'Close', saveAsk: 'It cannot be changed once closed. Close it?', own: 'You reported this incident; another person in charge closes it.', done: (by, at) => `closed by ${by} at ${at}` },
  hours: { title: 'Time limits', lead: (authority, tell) => `Now: the authority within ${authority} hours, the families within ${tell} hours from when it was found.`, authorityHours: 'The authority (hours)', tellHours: 'The families (hours)', save: 'Change the limits', saved: 'The limits are changed; incidents reported from now on go by them.' },
  letter: {
    title: 'Letters', lead: 'Families without an account get a letter. Opening names needs a reason, and every look is written down; print, hand over to the guardian, then tick it here.', reason: 'Why the names are opened', open: 'Open the names and print', to: (name) => `To the guardian of ${name}:`, hello: 'By law we tell you about something that concerns the safety of your child’s data.', child: 'For the child', sign: 'Received by the guardian: ____________  Date: ____________', print: 'Print all', none: 'No family needs a letter.',
    poster: 'Poster for classroom and community (no names)', noteTitle: 'Note what was handed over', note: 'Tick the ones that arrived.', save: 'Note as handed over', may: 'Names are opened by the officer of the place. Please ask them to print and hand over.',
  },
  family: { title: 'About the safety of your child’s data', lead: 'By law we tell you. If something is not clear, please call the number below.', told: (at) => `told at ${at}`, possible: 'It may have happened; we are still finding out.', child: 'For the child', rights: 'You can look at, correct or delete your child’s data at any time.' },
  work: { title: 'Report an incident with data', lead: 'A list was lost, somebody used an account, a photo went to the wrong group: report it at once; nobody is blamed for reporting.', mine: 'Reported by me', sent: 'It is reported and the people in charge hear at once. Please contain what you can.', none: 'You have reported nothing yet.' },
} satisfies typeof zh;
