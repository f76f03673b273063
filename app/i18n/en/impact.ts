import type zh from '../zh-CN/impact.ts';

const words: typeof zh = {
  title: 'Impact assessments',
  lead: 'Before a new purpose, a new partner or publishing anything of a child: why, what may go wrong, what is done about it. Whoever writes does not approve; reports and records are kept three years at least.',
  new: 'Write an assessment', none: 'There is no assessment yet. New purposes and partners begin only under an approved one.', noneFound: 'No assessment fits. Try other conditions.',
  find: 'Find', findHint: 'title or number', state: 'State', ending: 'Ending', endings: { soon: 'within sixty days', over: 'expired' },
  columns: { title: 'Assessment', subject: 'What it looked at', until: 'Valid until', people: 'Written and approved by', state: 'State' },
  states: { draft: 'draft', submitted: 'waiting for approval', returned: 'returned', approved: 'approved', withdrawn: 'withdrawn' },
  over: 'expired', version: (n) => `version ${n}`, delivered: 'delivered with the system',
  deliveredNote: 'This assessment was delivered with the system, so that the first rules can be published. It does not stand in for your own: write one within its time and have somebody else approve it.',
  purposes: { registration: 'Register the child’s account', participation: 'Suggestions, council and surveys', portrait: 'Publish pictures of a child', sharing: 'Share with another body', 'survey-identity': 'Surveys with identity', exhibition: 'Exhibit a child’s works' },
  triggers: { sensitive: 'sensitive personal information', automated: 'automated decision', entrust: 'entrusted processing', provide: 'providing to another handler', publish: 'publishing', other: 'other grave effect' },
  dataKinds: {
    name: 'name', birthday: 'date of birth', nickname: 'nickname', 'guardian-contact': 'guardian’s contact', address: 'address', school: 'school', health: 'health', picture: 'pictures', voice: 'voice', works: 'works', words: 'what the child said', answers: 'survey answers', report: 'protection report',
  },
  leftovers: { low: 'low', middle: 'middle', high: 'high' },
  fields: {
    region: 'Where it holds', title: 'Title', purpose: 'Purpose and way of handling', purposes: 'Purposes concerned', triggers: 'Why it has to be assessed', dataKinds: 'Kinds of data', lawfulness: 'Lawful and legitimate', necessity: 'Necessary', risks: 'Effect on children’s rights, and risks',
    risk: 'Risk', likelihood: 'How likely', impact: 'How heavy', measure: 'Measure', left: 'What is left', conclusion: 'Conclusion', validUntil: 'Valid until', note: 'Opinion',
  },
  hints: {
    region: 'the whole nation when nothing is chosen', purpose: 'What is done, how, and by whom', purposes: 'Cited when a new purpose is published', triggers: 'PIPL, article 55', lawfulness: 'On what ground: consent, statutory duty, or a contract', necessity: 'Why exactly these data; would less do',
    risks: 'How likely and how heavy from 1 to 4. What is still high after the measures cannot be approved. Empty lines do not count.', validUntil: 'three years at most',
  },
  line: (n, name) => `Risk ${n}: ${name}`, weight: 'Risk before measures', addLine: 'Add a risk',
  save: 'Save the draft', saveNext: 'Save as the next version', submit: 'Hand in', submitAsk: 'Once handed in it cannot be altered until it is decided. Hand it in now?',
  edit: 'Edit', revise: 'Write the next version', approve: 'Approve', approveAsk: 'Approve this assessment? It cannot be altered afterwards, and new purposes and partners may cite it.', return: 'Return', returnAsk: 'Return this assessment to its writer?', withdraw: 'Withdraw', withdrawAsk: 'A withdrawn assessment cannot be cited any more; what was enabled under it does not stop by itself, see to each.',
  print: 'Print', all: 'Versions', written: (by, at) => `written by ${by}, ${at}`, decided: (by, at) => `decided by ${by}, ${at}`, ownWait: 'You wrote it; somebody else approves it.',
  nation: 'The nation', nothing: 'none', note: 'Opinion on it',
};
export default words;
