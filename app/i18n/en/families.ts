/** Children and guardians: the community's page. */
export default {
  field: { required: 'required', optional: 'optional' },
  lead: 'Children stand here by a number; names are encrypted and opened only under a grant that another responsible person approved.',
  slips: { title: 'Invite a guardian', name: 'Guardian’s name', checked: 'I have seen the identity papers and the proof of guardianship', issue: 'Make a slip', code: 'Code', until: 'Valid until', state: 'State', used: 'used', open: 'open', over: 'expired or taken back', revoke: 'Take back', none: 'No slips yet.', how: (address: string) => `Ask the guardian to open ${address} and enter the code.`, print: 'Print the slip' },
  codes: { title: 'Class and community codes', lead: 'Whoever has the code is a child of this place; nobody knows which one.', layer: 'Age layer', label: 'For whom', labelHint: 'e.g. Class 3 (2); never a child’s name', from: 'From', to: 'To', most: 'At most so many times', issue: 'Make a code', code: 'Code', uses: 'Used', of: (uses: number, most: number | null) => (most === null ? `${uses} times` : `${uses} of ${most}`), revoke: 'Take back', revoked: 'taken back', none: 'No codes yet.' },
  layers: { 'with-grown-up': '0–6', primary: '7–12', teen: '13–18' },
  children: { title: 'Registered children', number: 'Number', basis: 'Basis', since: 'Registered', open: 'Identity', none: 'No children registered yet.', paper: 'Enter a consent on paper', duty: 'Register by statutory duty' },
  basis: { consent: 'consent', 'statutory-duty': 'statutory duty', emergency: 'emergency' },
  grants: { title: 'Grants to look', who: 'Asked by', why: 'Reason', hours: (n: number) => `${n} hours`, state: 'Outcome', waiting: 'waiting', approved: (time: string) => `approved until ${time}`, refused: 'not approved', approve: 'Approve', refuse: 'Do not approve', note: 'Note', none: 'No requests.' },
  looks: { title: 'Who opened what', who: 'Who', when: 'When', none: 'Nobody has.' },
  rights: { title: 'Requests of guardians', kind: 'Request', words: 'Words', due: 'Answer due', answer: 'Written answer', answerHint: 'If it cannot be done, give the reason', granted: 'done', declined: 'not done', grant: 'Done', decline: 'Cannot be done', send: 'Answer', none: 'No requests.' },
  kinds: { explain: 'explanation', correct: 'correction', complete: 'completion', 'delete-part': 'deletion of a part', other: 'other' },
  news: { slip: 'The slip is ready.', 'slip-revoked': 'The slip was taken back.', code: 'The code is ready.', 'code-revoked': 'The code was taken back.', decided: 'Decided.', answered: 'Answered.', asked: 'Sent. Another responsible person decides.' },
  identity: { title: (number: string) => `Number ${number}`, lead: 'It is recorded before anything is shown, and the guardian sees who looked.', open: 'Open the identity', ask: 'Ask for a grant', reason: 'Why you must look', hours: 'For how many hours', submit: 'Send the request', name: 'Name', nickname: 'Nickname', birthday: 'Date of birth', until: 'Granted until' },
  paper: { title: 'Enter a consent on paper', lead: 'Enter what stands on the paper; without a signed scan nothing is kept.', scan: 'The signed consent (PDF or photograph)', submit: 'Save', done: 'Entered. Tell the parents that a slip lets them see to it themselves.' },
  duty: { title: 'Register by statutory duty', lead: 'Only where the law demands it and no guardian consented; the basis and the reason are recorded.', basis: 'Basis', note: 'Reason and article of law', submit: 'Register', done: 'Registered.' },
};
