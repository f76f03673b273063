import type zh from '../zh-CN/visits.ts';

export default {
  title: 'On-site visits',
  lead: 'Draw, schedule and send experts; what phones bring back is merged item by item, and signed by both sides it becomes results.',
  evidence: { title: (day: string) => `Seen on site on ${day}: `, source: (number: string) => `On-site visit ${number}` },
  facts: {
    population: 'Residents', households: 'Households', area: 'Area (km²)', 'children-0-3': 'Children 0–3', 'children-4-6': 'Children 4–6', 'children-7-12': 'Children 7–12',
    'children-13-18': 'Children 13–18', 'indoor-area': 'Indoor space (m²)', 'outdoor-area': 'Outdoor space (m²)', 'social-workers': 'Social workers', 'childrens-directors': 'Children’s directors', volunteers: 'Volunteers',
  },
  late: {
    over: 'This visit is over. What you just sent is not lost: it is kept separately where the office sees it, and changes nothing in the results.',
    'set-aside': 'You are no longer part of this visit. What you just sent is not lost: it is kept separately where the office sees it.',
  },
  letterUnreadable: 'What the phone sent could not be read and was not taken. Everything is still on the phone; please reload the app and sync again.',
  states: { planned: 'Planned', 'under-way': 'Under way', synced: 'All arrived', signed: 'Signed', concluded: 'Concluded', 'called-off': 'Called off' },
  notices: { announced: 'Announced', unannounced: 'Not announced' },
  reasons: { reassessment: 'Due for reassessment', 'spot-check': 'Spot check', sample: 'Random sample', chosen: 'Chosen' },
  lacks: {
    'not-begun': 'nobody has been there yet', 'half-synced': 'a phone has not sent everything', 'attachments-missing': 'attachments are missing', contested: 'a difference is not settled', 'nothing-said': 'no level was given',
    'expert-signature': 'the expert has not signed', 'community-signature': 'the community has not signed',
  },
  kinds: { began: 'Arrival', level: 'Level', note: 'Note', observation: 'Observation', photo: 'Photo', voice: 'Voice note', agenda: 'Agenda', overall: 'Overall opinion', signature: 'Signature' },
  levels: { met: 'Met', partly: 'Partly met', 'not-met': 'Not met', 'not-applicable': 'Not applicable' },
  slots: { expert: 'Expert', 'second-expert': 'Second expert', community: 'Community' },
  desk: {
    empty: 'No visits yet. Draw a sample first, or choose communities.', emptyMine: 'No visit has been given to you yet. When one is, it appears here and on your phone.', none: 'No visit matches.',
    tabs: { all: 'All', planned: 'To come', open: 'Under way', waiting: 'Waiting for signatures or conclusion', over: 'Over' },
    columns: { community: 'Community', place: 'Place', number: 'Number', state: 'Progress', notice: 'Announced', reason: 'Why', days: 'Days', experts: 'Experts', score: 'Score' },
    find: 'Community or number', toNew: 'Draw and plan', toDevices: 'Phones', toPhone: 'Open the visit app', days: (from, to) => (from === to ? from : `${from} to ${to}`),
  },
  plan: {
    title: 'Draw and plan', lead: 'Draw a sample (those due for reassessment come first) or write the codes of communities; then choose days, experts and whether it is announced.',
    drawTitle: 'Draw a sample', drawNote: 'The same seed and the same list give the same draw, whoever draws.', draw: 'Draw',
    fields: { region: 'Region', size: 'How many', seed: 'Seed', codes: 'Communities to visit in any case (spot checks)', notice: 'Announced', fromOn: 'First day', toOn: 'Last day', perDay: 'Communities a day', expert: 'Expert', secondExpert: 'Second expert', purpose: 'What is looked at', reason: 'Reason', expertId: 'Instead', agenda: 'Agenda', note: 'Note', name: 'Name', refusal: 'Why not' },
    hints: {
      region: 'Only pilot communities of this region are drawn', seed: 'Any words that are written down, such as the date and number of a meeting', codes: 'Codes of 9 or 12 digits, one a line; they need no luck and come first', noticeUnannounced: 'If it is not announced, the community sees this visit on no page, in no message and in no calendar before it begins.',
      perDay: 'Communities of one city lie together; where places are known the way goes to the nearest next, otherwise by region code', agenda: 'One item a line: time, words, rule ids, such as “09:00 Look at the children’s house A1.1 B2.3”',
    },
    orChosen: 'Choose without a draw', chosenNote: 'Write the codes of the communities; the days come next.', next: 'Next', samples: 'Latest draws', noSamples: 'Nothing has been drawn yet.', sampleOf: (picked, day, who) => `${day}: ${who} drew ${picked}`,
    sample: 'Drawn communities', sampleLead: (of, picked) => `${picked} of ${of} communities, in the order of the way.`, same: 'Drawn again with the same seed and list, the result is the same.', notSame: 'Drawn again, the result differs: this list has been touched. Please do not use it.',
    listHash: 'Fingerprint of the list', dueOn: (day) => `to be reassessed by ${day}`, already: 'Planned', communities: 'Communities', chosen: 'Plan these communities', make: 'Plan visits', noExperts: 'No expert may be sent: all on the list have a tie with one of these communities, or lack something. Take fewer communities, or see to the experts first.',
    tied: (names) => `Kept away by ties: ${names}`,
  },
  visit: {
    about: 'Plan', purpose: 'What is looked at', experts: 'Experts', wasExpert: (name) => `${name} (goes no more)`, agenda: 'Agenda', noAgenda: 'No agenda.', number: 'Number', days: 'Days', began: 'Arrived', ended: 'Ended', content: 'Fingerprint', score: 'Score', notBegun: 'not yet',
    secret: 'This visit is not announced: before it begins, the community does not see it.', lacksTitle: 'Before it can be concluded', whole: 'Everything is here.', halfSynced: 'Only part of this visit has arrived',
    conclude: 'Conclude', concludeAsk: 'Make the levels the results of this visit? They cannot be changed afterwards.', callOff: 'Call off', callOffAsk: 'Call off this visit?', callOffReason: 'Why it is called off', reschedule: 'Change days or agenda', assign: 'Change the expert',
    conflicts: 'Differences to be settled', conflictsNote: 'Two phones wrote different things for one item. Both are kept; one has to be chosen to count.', keep: 'Use this', keepBoth: 'Keep both, one after the other', onlyExpert: 'An expert of this visit has to choose.', taken: '(removed)', empty: '(empty)',
    by: (name, at, device) => `${name}, ${at}, ${device}`, atDesk: 'at the desk',
    phones: 'Phones', noPhones: 'No phone has taken this visit along yet.', phone: { taken: 'Taken', synced: 'Last sync', never: 'has not come back', remaining: (n) => `${n} entries still on it`, done: 'all sent', skew: (words) => `clock ${words}`, revoked: 'revoked' },
    skew: { fast: (words) => `${words} fast`, slow: (words) => `${words} slow`, days: (n) => `${n} days`, hours: (n) => `${n} hours`, minutes: (n) => `${n} minutes` },
    record: 'Record', noRecord: 'Nothing has arrived yet.', photos: 'Photos and voice notes', noRule: 'About no rule in particular', missing: 'not here yet', listen: 'Play the voice note', place: 'Place', deviceAt: 'Time of the phone', serverAt: 'Received', fingerprint: 'Fingerprint',
    signatures: 'Signatures', unsigned: 'not signed yet', stale: 'the record changed after signing: to be signed again', declined: (reason) => `Not signed, because: ${reason}`, signedBy: (name, role, at) => `${name}${role ? ` (${role})` : ''} ${at}`, drawn: 'Drawn signature',
    late: 'What came after the end', lateNote: 'Kept separately; not part of the results.', history: 'History', report: 'Report', download: (format) => `Download ${format}`, overall: 'Overall opinion', counts: (met, partly, not, na) => `${met} met, ${partly} partly, ${not} not met, ${na} not applicable`,
  },
  devices: {
    title: 'Phones for visits', lead: 'Revoke a phone that is lost: it clears itself at its next contact, and visits no longer wait for it.', empty: 'No phone is registered. An expert who opens the visit app on a phone registers it.', columns: { name: 'Device', owner: 'Expert', registered: 'Registered', seen: 'Last contact', state: 'State' },
    inUse: 'In use', revoked: 'Revoked, not heard of yet', wiped: 'Told to clear itself', revoke: 'Revoke', revokeAsk: 'Revoke this phone? What it has not sent yet will be cleared.', reason: 'Reason',
  },
  work: {
    lead: 'What experts come to see and when, and the record and signatures afterwards.', empty: 'No visit is planned now.', emptyNote: 'Planned visits appear here, and you get a message.', purpose: 'What is looked at', prepare: 'Please have the papers and places of your self-assessment ready; no presentation is needed.',
    notYet: 'The record has not arrived completely. When it has, you read and sign it here.', called: (reason) => `Called off: ${reason}`, signTitle: 'Signature of the community', signLead: 'Please read the record. Signing says that it is true to what was seen, not that you agree with every level.', name: 'Name', role: 'Position', agree: 'The record is true; sign', disagree: 'Do not agree', refusal: 'Why you do not agree', refusalHint: 'Say which rule and why; it stays with the record and goes to the office.', sign: 'Sign', decline: 'Send why you do not agree', signed: 'The community has signed.', sheet: 'Levels', seen: 'Observations', of: (all) => `${all} rules were looked at`, pdf: 'Download PDF',
  },
  report: { title: (community) => `On-site visit report: ${community}`, head: 'China Child-Friendly Community Initiative', community: 'Community', days: 'Days', notice: 'Announced', levels: 'Rules', observations: 'Observations', signatures: 'Signatures', results: 'Results', photos: (n) => `${n} photos; voice notes are in the system`, hash: 'Fingerprint (SHA-256)', draft: 'not concluded yet', note: 'This translation is for reading; the Chinese text prevails.', pageOf: ['Page ', ' of ', ''] },
} satisfies typeof zh;
