import type zh from '../zh-CN/child-places.ts';

export default {
  title: 'Where to play', lead: 'You can go to these places.', none: 'No place is listed here yet.', noPlace: 'Come in with your code first.', enter: 'Enter my code', openNow: 'Open now', shutNow: 'Not open now', closed: 'Closed these days', indoor: 'Inside', outdoor: 'Outside',
  danger: 'Did you see something dangerous?', tell: 'Tell a grown-up', report: 'Tell where it is dangerous', what: 'What is wrong there?', where: 'Where is it?', other: 'Somewhere else', whereElse: 'Write where it is', say: 'Tell us more', sayHint: 'No names, no phone numbers.', photo: 'Take a picture', photoHint: 'You need not. No people in it.', send: 'Send',
  kinds: { crossing: 'Crossing', light: 'Too dark', equipment: 'Broken', surface: 'Bad ground', obstacle: 'Way blocked', other: 'Other' },
  teen: { title: 'Places for you', lead: 'Spaces in your community and when they open.', danger: 'Found an unsafe place?', tell: 'Report it', report: 'Report an unsafe place', what: 'What is the problem?', where: 'Where is it?', whereElse: 'Write the place', say: 'Describe it', sayHint: 'Please leave out names, telephone and house numbers.', photo: 'Photograph', photoHint: 'Optional. Please show nobody’s face.', send: 'Send' },
} satisfies typeof zh;
