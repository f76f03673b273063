import type zh from '../zh-CN/annual-report.ts';

export default {
  title: 'Annual reports', lead: 'What was done each year and how far it came. The figures are worked out of the records and the result sheets; any year can be made again from what was known then, with the same figures.',
  of: (place, year) => `${place}: annual report ${year}`, office: 'Office of the China Child-Friendly Community Initiative',
  none: 'No annual report is public yet.', noneYet: 'No annual report has been made yet.', columns: { report: 'Report', place: 'Scope', year: 'Year', asOf: 'As known on', state: 'State', by: 'Made' },
  states: { waiting: 'Being made', ready: 'Made, not public', published: 'Public' },
  number: (n) => `making ${n}`, asOf: (time) => `As known on ${time} (Beijing time)`, nation: 'The nation',
  waiting: 'It is being made; reload this page in a while. You may leave; it will be in the list. If it is not there after thirty minutes, order it again and it goes on.',
  groups: { applying: 'Applications and review', standing: 'Pilots and certificates', building: 'Building and evaluation', learning: 'Lessons' }, figuresTitle: 'The year', before: (value) => `year before: ${value}`,
  figures: {
    calls: 'Calls published', applications: 'Applications handed in', accepted: 'Applications accepted', declined: 'Applications declined', notices: 'Notices published', objections: 'Objections received', answered: 'Objections answered', pilots: 'New pilots', certificates: 'Certificates issued', withdrawn: 'Certificates withdrawn',
    experts: 'Experts who reviewed', assessments: 'Communities that assessed themselves', reports: 'Progress reports', visits: 'On-site evaluations', evaluations: 'Evaluations concluded', advice: 'Consulting sessions held', tasks: 'Communities that adopted a plan', evidence: 'Pieces of evidence', cases: 'Cases published', reach: 'Cases taken over',
  },
  results: 'Results against the standard', noResults: 'There are no results for this year.', streams: { self: 'Self-assessment', expert: 'Expert review', 'on-site': 'On-site evaluation', whole: 'Whole evaluation' },
  communities: (n) => (n === 1 ? '1 community' : `${n} communities`), mean: (value) => `mean ${value}`, sections: 'Mean score of the five sections', section: 'Section', score: 'Score', missed: 'Must-rules most often missed', rule: 'Rule', many: 'Communities', share: 'Share', noneMissed: 'Every must-rule was met.',
  since: (n) => `Different from making ${n}`, sinceNone: 'Nothing is different.', sinceWhy: 'Counted figures of a year that is over never change; results do when assessments are corrected or come in late.', what: 'Figure', earlier: 'Then', later: 'Now',
  communitiesOf: (stream) => `Communities, ${stream}`, meanOf: (stream) => `Mean, ${stream}`, nothing: 'none',
  queries: 'Where the figures come from', queriesLead: 'Each figure carries the question that gave it. Whoever has the same data gets the same figure.', fingerprint: 'Fingerprint of the content',
  verify: 'Work it out again as of its moment', verified: 'Worked out again it is the same, to the last digit.', differsNow: 'Worked out again it is not the same: tell the audit administrator at once.', publish: 'Publish this report', publishAsk: 'Everybody can read it then; it cannot be taken back.', publishedBy: (name, time) => `Published by ${name}, ${time}`, download: (format) => `Download ${format}`, pdf: 'PDF', word: 'Word',
  make: 'Make an annual report', makeLead: 'From what is known now; earlier ones are kept.', year: 'Year', scope: 'Scope', scopeHint: 'Empty for the nation', home: 'Home', crumb: 'Where you are', note: 'The Chinese text counts; this is a translation.',
  pageOf: ['', ' / ', ''],
} satisfies typeof zh;
