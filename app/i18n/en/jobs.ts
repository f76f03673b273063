import type zh from '../zh-CN/jobs.ts';

export default {
  title: 'Background jobs',
  lead: 'What runs by the clock, and what follows an event. A job that fails is tried again by itself, after longer and longer pauses; here it can be tried at once.',
  tabs: { ran: 'Ran', failed: 'Failed', waiting: 'Waiting', calendar: 'Calendar' },
  job: 'Job',
  began: 'Began (Beijing)',
  lasted: 'Took',
  state: 'Result',
  outcome: 'Said',
  next: 'Runs next (Beijing)',
  tries: 'Tries',
  error: 'Error',
  last: 'Ran last',
  ops: 'Do',
  retry: 'Try now',
  retryAsk: 'Run this job again now?',
  states: { ok: 'Done', failed: 'Failed', running: 'Running', waiting: 'Waiting', interrupted: 'interrupted, put back in the queue', never: 'has not run yet' },
  seconds: (n: string) => `${n} s`,
  of: (n: number, most: number) => `${n} of ${most}`,
  empty: { ran: 'No job has run yet. Each run leaves a line here.', failed: 'No job has failed.', waiting: 'No job is waiting.' },
  none: '–',
  names: {
    'warn-of-missing-years': 'Ask for missing official holidays',
    tidy: 'Clear away old runs',
    'tell-agents': 'Tell the agents of an organisation',
  },
} satisfies typeof zh;
