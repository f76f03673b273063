import type zh from '../zh-CN/conflicts.ts';

export default {
  statement: [
    'Neither I nor a close relative of mine works for the applicant, for this community or for the authority above it.',
    'I have not trained, advised or written for this community or the applicant, and have taken no pay from its sponsors.',
    'Nothing binds me to the people in charge of the applicant that could cost me my fairness, and I have not objected to this community.',
    'Should I learn of any of this later, I will declare it at once and stop scoring.',
  ],
  closed: 'A conflict of interest ties you to this application, so the review is closed. What you wrote is kept and does not count.',
  statementUnnamed: [
    'Under “As an expert” I have truthfully declared the organisations and regions I am tied to.',
    'I do not know who the applicant is and will not try to find out.',
    'I have not trained, advised or written for this application.',
    'Should I recognise the applicant while reviewing and be tied to it, I will declare it at once and stop scoring.',
  ],
  attest: 'I confirm every line above.',
  kinds: {
    'same-organisation': 'Same organisation', 'same-region': 'Same district', 'supervising-region': 'In charge of the region', 'trained-or-consulted': 'Has trained or advised', 'sponsor-tie': 'Sponsor tie',
    family: 'Family', 'earlier-objection': 'Objected earlier', 'other-declared': 'Declared a conflict',
  },
} satisfies typeof zh;
