import type zh from '../zh-CN/maintenance.ts';

/** Maintenance: what everybody sees while the system is worked on. */
export default {
  title: 'Under maintenance',
  lead: 'The system is being worked on and nothing can be done just now. What was saved and handed in is safe; where a deadline is affected, you will be told.',
  until: (time: string) => `Expected back at ${time} Beijing time.`,
  again: 'Try again',
  kept: 'What you just sent was not done yet; it is all kept below',
  keptText: 'Please keep this page open. When the maintenance is over, press “Send again”: nothing has to be typed anew. You may also copy the text below.',
  files: (names: string) => `Chosen files could not be kept; choose them again after sending: ${names}`,
  resend: 'Send again',
  api: 'The system is under maintenance. Try again after the time given by Retry-After.',
  away: {
    title: 'The database cannot be reached just now',
    lead: 'The database does not answer at the moment; it is being brought back by itself, usually within seconds. What was saved and handed in is safe. What you just did may not have been done: please try again shortly, sending twice does nothing twice.',
    keptText: 'Please keep this page open. Press “Send again” in a few seconds: nothing has to be typed anew. You may also copy the text below.',
    api: 'The database does not answer at the moment. Try again after the time given by Retry-After.',
  },
} satisfies typeof zh;
