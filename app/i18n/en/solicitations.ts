import type { SolicitationsWords } from '../solicitations.ts';

/** Solicitations: for those who run it, those who judge, and everybody who looks at the works. */
export default {
  title: 'Solicitations', lead: 'Ask children for logos, lyrics, drawings, stories; people read them before they are public, and guardians agree before they are shown.', none: 'No solicitation yet. Write one: what for, for whom, until when.', start: 'Write a solicitation',
  kinds: { logo: 'Logo', drawing: 'Drawing', lyrics: 'Lyrics', story: 'Story', photo: 'Photograph' },
  states: { draft: 'Draft', published: 'Published', decided: 'Decided', 'called-off': 'Called off' },
  phases: { draft: 'Draft', coming: 'Not yet open', open: 'Takes works', choosing: 'Children choose', judging: 'The jury judges', decided: 'Decided', 'called-off': 'Called off' },
  steps: ['Works', 'Children choose', 'Jury', 'Prizes and exhibition'],
  layers: { 'with-grown-up': '0–6 years', primary: '7–12 years', teen: '13–18 years' },
  ways: { account: 'Child’s account', code: 'Class code', paper: 'Paper' },
  seen: { reading: 'Waits for moderation', 'to-agree': 'The child is asked about an edit', shown: 'Approved', 'not-shown': 'Not approved' },
  days: (from, to) => `${from} to ${to}`,
  columns: { title: 'Title', kind: 'Kind', phase: 'Where it stands', works: 'Works', closes: 'Closes', number: 'Work', seen: 'Moderation', licence: 'Licence', jury: 'Jury’s mean', prize: 'Prize', way: 'Came by', layer: 'Age', handedIn: 'Received' },
  form: {
    title: 'Title', titleHint: 'Such as “Draw a logo for our council”.', kind: 'What for', childRules: 'For children', childRulesHint: 'One short sentence a line: what, how to hand in, until when, what becomes of it.',
    rules: 'Rules (for adults)', rulesHint: 'Who may take part, how it is judged, how works are used and taken back.', licence: 'Guardian’s licence', licenceHint: 'Where and how long works are shown and printed; the consent in an account and a signature on paper are for these words.',
    licenceText: 'I am the guardian of the author and have talked with the child. We agree that this community shows the work, without the real name and not for profit, in exhibitions, on notice boards and in publications of child-friendly communities for two years. We can take it back at any time; then it is shown no more.',
    layers: 'For which ages', opensOn: 'Opens', closesOn: 'Closes (that day included)', chooseUntil: 'Children choose until', showUntil: 'On show until (may be empty)', prizes: 'Prizes, one a line: name and how many', prizesHint: 'Such as “Own idea 3”. No ranks; a prize says what is good.',
    save: 'Save', publish: 'Publish', published: 'Published. Its rules can no longer be changed.', saved: 'Saved.', missing: 'To be put right',
  },
  paper: {
    title: 'Enter a work on paper', lead: 'Photograph or scan what a child handed in; type lyrics and stories. Then copy the plate for the child: it finds the work and takes it back.', file: 'Photograph or scan', workTitle: 'Title of the work', penName: 'Pen name (may be empty, never the real name)', text: 'Words',
    layer: 'Age of the child', licensed: 'I have seen the licence signed by the guardian', enter: 'Enter', done: (number, plate) => `Entered as work ${number}. The plate: ${plate}. Please copy it for the child.`,
  },
  works: {
    title: 'Works', none: 'No works yet.', moderate: 'To moderation', license: 'Signature seen', endLicence: 'Licence ended', inAccount: 'By consent in the account', licensedBy: (name, when) => `${name}, ${when}`, noLicence: 'No licence yet', chosen: 'Chosen by children',
    only: 'Only works that are approved and licensed are chosen from, judged and shown.', number: (n) => `Work ${n}`, certificate: 'Certificate', notes: 'What jurors said',
  },
  jury: {
    title: 'Jury', lead: 'Jurors may be adults or children’s representatives. Each has a link of their own: they first say whose work they know, then mark; they never mark those.', none: 'No jurors yet.', name: 'Name', role: 'Role', roleHint: 'Such as “art teacher”, “council member”.', invite: 'Invite',
    link: (address) => `Hand this link to the juror; it is shown only now: ${address}`, declared: 'Has declared', notDeclared: 'Not opened yet', marks: (n) => `${n} marked`, conflicts: (n) => `${n} stayed away from`, remove: 'Ask to leave', removed: 'Left', reason: 'Reason',
  },
  judge: {
    title: (title) => `Judging: ${title}`, hello: (name) => `Welcome, ${name}.`, declareTitle: 'First: whose work do you know?', declareLead: 'Works bear no names. If you know who made one (your own child, a pupil, a friend’s), tick it, and you will not mark it.', declare: 'Done, begin to mark', declareNone: 'If you know none, press the button all the same.',
    markTitle: 'Marks', markLead: '1 to 5: is it the child’s own idea, does it tell its theme. Marks are advice and are not published.', mark: 'Mark', note: 'A word about it (may be empty)', save: 'Keep', conflict: 'You stay away', left: (n) => `${n} left to mark.`, allDone: 'All marked, thank you. You may change marks until the decision.', notNow: 'This is not the time to judge.', saved: 'Kept.',
  },
  decide: {
    title: 'Decision', lead: 'Beside each work stands the jury’s mean (from two marks on). You give the prizes and say why. What children chose is named apart, without counts.', prize: 'Prize', noPrize: 'None', note: 'Why so (public)', decide: 'Decide and show', ballots: (n) => `Children cast ${n} ballots.`, notYet: 'Prizes are given when the children have chosen.', few: 'Fewer than two marks', score: (mean, count) => `${mean} (${count} marks)`,
  },
  callOff: { title: 'Call off', lead: 'Say why; children read it. Works can be taken back at any time.', reason: 'Reason', do: 'Call off' },
  public: {
    title: 'Works by children', first: 'With a prize, or chosen by children', every: 'All exhibitions', lead: 'Logos, lyrics, drawings and stories that child-friendly communities asked for. Authors sign with pen names, and every guardian agreed.', none: 'Nothing is on show just now.', all: 'All', of: (place, many) => `${place}, ${many} works`, decided: 'Why so', rules: 'Rules', by: (pen) => `By ${pen}`, anonymous: 'Unsigned', chosen: 'Chosen by children',
    empty: 'Licences are still on their way; come back in some days.', complain: 'Something here is not right', alt: (title) => `Picture of the work “${title}”`, back: 'All exhibitions',
  },
  certificate: {
    file: (number) => `certificate-work-${number}`, title: 'Certificate', name: 'Author:', text: (solicitation, work) => `Your work “${work}” in the solicitation “${solicitation}” receives`, thanks: 'Thank you for telling everybody what you think.',
  },
  evidence: { source: 'Solicitations', title: (title) => `A solicitation for children was decided and shown: ${title}`, text: (works, shown, prizes) => `${works} works received, ${shown} shown after moderation and licence, ${prizes} prizes.` },
} satisfies SolicitationsWords as SolicitationsWords;
