import type zh from '../zh-CN/refusals.ts';

export default {
  'not-allowed': 'You may not do this. If your work needs it, ask the system administrator of your region.',
  'sign-in-needed': 'Please sign in first, then go on.',
  'not-found': 'This could not be found. It may have moved, or you may not see it.',
  'changed-meanwhile': 'Somebody has just changed this. Please reload and try again; what you typed is not lost.',
  'form-unreadable': 'The form did not arrive whole, perhaps because the network broke. Please go back and send it again.',
  'too-many-tries': 'That was too often. Please wait a few minutes and try again.',
  'calendar-out-of-range': 'The dates are too far apart to count. Please check the day and the number of days.',
} satisfies typeof zh;
