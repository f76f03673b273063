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
} satisfies typeof zh;
