import type zh from '../zh-CN/input.ts';

export default {
  required: 'This must be filled in.',
  tooShort: (least: number) => `Please write at least ${least} characters.`,
  tooLong: (most: number) => `At most ${most} characters; please shorten it.`,
  tooSmall: (least: string) => `It cannot be less than ${least}.`,
  tooBig: (most: string) => `It cannot be more than ${most}.`,
  number: 'Please enter a number, for example 1200.',
  format: 'The form of this is not right; please compare it with the hint.',
  option: 'Please choose one of the options given.',
  email: 'Please enter a full e-mail address, for example name@example.cn.',
  day: 'Please enter a date, for example 2026-09-15.',
  codes: {
    'applicant-levels': 'Please choose at least one kind of applicant.',
    'call-days': 'The last day cannot be earlier than the opening day.',
    'score-range': 'The highest score must be greater than the lowest.',
    'credit-code': 'A unified social credit code has 18 characters and a check character. Please compare it with the certificate.',
    'mobile-number': 'Please enter an 11-digit mobile number.',
    'phone-number': 'Please enter a mobile number, or a landline with its area code, for example 0551-12345678.',
    'region-code': 'Please choose from the list of regions.',
    username: 'A user name has 3–30 characters: a small letter first, then small letters, digits, dot, dash or underscore.',
    contact: 'Please enter a full e-mail address or an 11-digit mobile number.',
    'password-weak': 'A password needs at least 10 characters and should not be a common one.',
    'password-differs': 'The two passwords differ.',
  },
} satisfies typeof zh;
