import type zh from '../zh-CN/child-results.ts';

export default {
  title: 'What children said',
  lead: 'Thank you for answering!',
  best: 'What is good',
  worst: 'What should change',
  about: (tenths: number) => `About ${tenths} of 10 say yes`,
  nothing: 'Too few answered to tell yet.',
  will: 'What grown-ups will do',
  none: 'The grown-ups have not written it yet. You can ask them.',
  say: 'I have more to say',
  adult: { all: 'All results (for grown-ups)' },
  teen: {
    title: 'What young people said',
    lead: 'Thank you for the time you took.',
    best: 'What most find good',
    worst: 'What needs to change most',
    about: (tenths: number) => `About ${tenths} of 10 agree`,
    nothing: 'Too few took part. To protect everybody, nothing is shown yet.',
    will: 'What adults promise to do',
    none: 'The adults have not written it yet. You can ask them.',
    say: 'I have another suggestion',
  },
} satisfies typeof zh;
