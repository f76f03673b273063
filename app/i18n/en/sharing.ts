import type zh from '../zh-CN/sharing.ts';

const words: typeof zh = {
  partners: {
    title: 'Partners who receive data', lead: 'Bodies that receive data of children: what the contract says, what may go there, until when. A partner is enabled under an approved impact assessment only.', new: 'Enter a partner', none: 'There is no partner yet.', noneFound: 'No partner fits. Try other conditions.',
    find: 'Find', findHint: 'name or contract', kind: 'Relation', state: 'State',
    columns: { name: 'Partner', contract: 'Contract', fields: 'What may go there', until: 'Contract runs', state: 'State' },
    fields: { region: 'Where it holds', name: 'Name', creditCode: 'Unified social credit code', kind: 'Relation', contact: 'Contact', contract: 'Number of the contract', scope: 'Purpose, way and scope', duties: 'Duties of protection', fields: 'What may be shared', validFrom: 'Contract begins', validTo: 'Contract ends' },
    hints: { region: 'the whole nation when nothing is chosen', kind: 'Entrusted: works under our orders only; provided: decides for itself', duties: 'Encryption, people, subcontracting, return or deletion at the end, inspection', contact: 'Who answers there for children’s data' },
    save: 'Save', edit: 'Edit the contract', enable: 'Enable', enabledByOther: 'You wrote the contract; somebody else enables the partner.', enableAsk: 'Under which impact assessment?', assessment: 'Impact assessment', noAssessment: 'No assessment can be cited: one that looked at entrusting or providing has to be approved by somebody else first.', toAssessments: 'To the assessments',
    end: 'End', endAsk: 'Nothing may go there any more. Shares that are not settled still have to be confirmed.', endNote: 'Why it ends', entered: (by, at) => `entered by ${by}, ${at}`, enabled: (by, at) => `enabled by ${by}, ${at}`, ended: (at) => `ended ${at}`,
    given: (times, open) => `${times} shares, ${open} of them not settled`, toShares: 'See the shares',
  },
  kinds: { entrusted: 'entrusted processing', provided: 'provided to another handler' },
  partnerStates: { prepared: 'not enabled', enabled: 'enabled', ended: 'ended' },
  shares: {
    title: 'Register of sharing', lead: 'Each time data of children is handed over: whose, what, to whom, why, on which ground, until when, and whether it was returned or deleted. Without a ground nothing is shared; guardians see what concerns their child.', new: 'Record a share', none: 'Nothing has been shared yet.', noneFound: 'No share fits. Try other conditions.',
    find: 'Find', findHint: 'receiver or purpose', standing: 'State', basis: 'Ground', region: 'Region', toConfirm: (n) => `${n} shares are over, or their consent was withdrawn: confirm that they were returned or deleted.`, showToConfirm: 'Show only these', confirmThis: 'Have the receiver return or delete it, then confirm here.',
    columns: { receiver: 'Receiver', what: 'Data', children: 'Children', basis: 'Ground', days: 'From and until', state: 'State' },
    fields: { region: 'Region of the children', partner: 'Partner', receiver: 'Receiver', fields: 'What is shared', purpose: 'Purpose', basis: 'Ground', article: 'Article of the law', articleNote: 'Note or number of the paper', childIds: 'Ids of the children', childCount: 'How many children', sharedOn: 'Shared on', expiresOn: 'Ends on' },
    hints: { region: 'a county or smaller', partner: 'may be left out for an authority that the law names', receiver: 'where no partner is chosen, for example the police', basis: 'Consent: the separate consent of every child; law: its article; contract: for entrusted processing only', childIds: 'filled in when you come from the child’s page (Families); several one a line. Needed where it rests on consent', childCount: 'where the ids are not known', expiresOn: 'three years at most, and not beyond the contract' },
    save: 'Record', known: (children, withdrawn) => (withdrawn > 0 ? `${children} of them known here, ${withdrawn} withdrew` : `${children} of them known here`), forgotten: 'The children were erased here; nobody is in this record any more', count: (n) => `${n}`,
    settle: 'Confirm return or deletion', settleAsk: 'What did the receiver do with it?', ending: 'Outcome', note: 'Proof or note', settled: (by, at) => `confirmed by ${by}, ${at}`, recorded: (by, at) => `recorded by ${by}, ${at}`, source: 'Came from',
    earlyWhy: { withdrawn: 'consent withdrawn', erased: 'child erased' }, noPartner: 'none (by law)', export: 'CSV', file: 'Register of sharing', by: 'Recorded by',
  },
  standings: { open: 'running', 'to-confirm': 'to confirm', settled: 'settled' },
  bases: { consent: 'separate consent', law: 'the law', contract: 'contract of entrusting' },
  articles: {
    'pipl-13-3': 'PIPL 13(3): statutory duty', 'pipl-13-4': 'PIPL 13(4): emergency, life and health', 'unpl-11': 'Law on the Protection of Minors 11: mandatory report', 'unpl-100': 'Law on the Protection of Minors 100: judicial bodies', 'net-29': 'Regulation on minors online 29: report of illegal content', 'net-38': 'Regulation on minors online 38: report of private information that suggests harm', 'advl-14': 'Anti-Domestic Violence Law 14: mandatory report', court: 'ordered by court, procuratorate or police',
  },
  endings: { returned: 'returned', deleted: 'deleted', 'kept-by-law': 'kept there by law' },
  sources: { desk: 'written by hand', protection: 'referral of a protection report', moderation: 'report of moderation' },
  family: { title: 'Whom it was shared with', none: 'Nothing was shared with anybody.', line: (what, receiver) => `Shared with ${receiver}: ${what}`, why: 'Why: ', basis: 'Ground: ', until: (day) => `until ${day}` },
  refer: { title: 'Hand on to an authority', lead: 'What is necessary goes to the police, civil affairs or others as the law orders. Which data and to whom stands in the register of sharing, without a word of the report and without the child.', receiver: 'Receiver', receiverHint: 'its full name', fields: 'What was handed on', number: 'Number of the case or paper', expiresOn: 'Needed until', go: 'Handed on: record it', done: 'Handed on' },
  nation: 'The nation', and: ', ',
};
export default words;
