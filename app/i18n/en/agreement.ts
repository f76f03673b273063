import type zh from '../zh-CN/agreement.ts';

export default {
  version: '2026-1',
  clauses: [
    'Independence: I score by the application and the standard alone, moved by nobody, and agree no score with anybody.',
    'Conflicts of interest: before each application I confirm line by line that nothing ties me to it; should I learn of a tie later, I declare it at once.',
    'Confidence: I copy and pass on nothing of applications, scores and the review; what concerns children I do not keep once the review is over.',
    'Integrity: I take no money, meals or other favours from applicants or people close to them, and do no paid work for them.',
    'Time: I hand in by the agreed day; what I cannot finish I give back early, so that the programme office can ask somebody else.',
    'Should I break this, the programme office may suspend or end my reviewing, and says why.',
  ],
} satisfies typeof zh;
