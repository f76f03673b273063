import type zh from '../zh-CN/child-places.ts';

export default {
  title: 'Where to play', lead: 'You can go to these places.', none: 'No place is listed here yet.', noPlace: 'Come in with your code first.', enter: 'I have a code', openNow: 'Open now', shutNow: 'Not open now', closed: 'Closed these days', indoor: 'Inside', outdoor: 'Outside',
  danger: 'Did you see something dangerous?', tell: 'Tell a grown-up', report: 'Tell where it is dangerous', what: 'What is wrong there?', where: 'Where is it?', other: 'Somewhere else', whereElse: 'Write where it is', say: 'Tell us more', sayHint: 'No names, no phone numbers.', photo: 'Take a picture', photoHint: 'You need not. No people in it.', send: 'Send',
  hours: {
    every: (times: string) => `Every day: ${times}`, weekdays: (times: string) => `Usually every day: ${times}`, holidays: (times: string) => `Public holidays: ${times}`, notOnHolidays: 'Closed on public holidays', never: 'Closed for now',
    workdays: (times: string) => `Monday to Friday: ${times}`, daysOff: (times: string) => `Saturday and Sunday: ${times}`, allDay: 'all day', span: (from: string, to: string) => `${from}–${to}`, and: ', ',
  },
  kinds: { crossing: 'Crossing', light: 'Too dark', equipment: 'Broken', surface: 'Bad ground', obstacle: 'Way blocked', other: 'Other' },
  told: {
    title: 'What I reported', received: 'We got it. Thank you', code: 'Keep this code', keep: 'It shows what became of it.', inList: 'You find it under “What I reported”. You need no code.', said: (day: string) => `Said on ${day}`, reading: 'A grown-up is reading your words.', gone: 'Grown-ups are helping with what you said.', same: 'Somebody else told us too.', before: 'How it was', after: 'How it is now',
    steps: { reported: 'We got it', checked: 'Somebody went to look', assigned: 'Somebody will repair it', repaired: 'They say it is repaired', verified: 'It is really repaired', declined: 'Not repaired this time', 'not-fixed': 'Back to be repaired', reopened: 'Looked at once more' },
    ahead: { checked: 'Somebody looks', assigned: 'Somebody repairs it', repaired: 'It is repaired', verified: 'You say it is really repaired' },
    will: { checked: (day: string) => `Somebody looks by ${day}.`, assigned: (day: string) => `Somebody starts by ${day}.`, repaired: (day: string) => `It is repaired by ${day}.`, verified: 'Then you look whether it is.' }, body: (name: string) => `${name} will do it.`, late: 'It is late. We are asking them.',
    why: 'Why, in a grown-up’s words', did: 'What they did',
    really: 'Is it really repaired?', lead: 'Go and look with a grown-up.', yes: 'Yes, really', no: 'No, not yet', still: 'What is still wrong?', send: 'Tell them', thanks: 'Thank you for looking.', again: 'All right, back to work.', broken: 'Broken again?', brokenSend: 'Broken again, tell them', brokenWords: 'A child says: it is broken again, please come and look.', other: 'Another place', mine: 'What I reported', find: 'What became of it', codeLabel: 'Write your code', go: 'Look',
  },
  teen: { title: 'Places for you', lead: 'Spaces in your community and when they open.', danger: 'Found an unsafe place?', tell: 'Report it', report: 'Report an unsafe place', what: 'What is the problem?', where: 'Where is it?', whereElse: 'Write the place', say: 'Describe it', sayHint: 'Please leave out names, telephone and house numbers.', photo: 'Photograph', photoHint: 'Optional. Please show nobody’s face.', send: 'Send' },
} satisfies typeof zh;
