import type zh from '../zh-CN/child-survey.ts';

export default {
  title: 'A few questions', lead: 'No name needed. Nothing is right or wrong.', codeTitle: 'Your code', code: 'Write the code here', begin: 'Begin',
  practice: 'Practice first', progress: (at, all) => `Question ${at} of ${all}`,
  next: 'Next', back: 'Back', review: 'That was all', reviewLead: 'You can go back, or hand it in.', handIn: 'Give it to the grown-ups',
  levels: { 'faces-3': ['Happy', 'So-so', 'Not happy'], 'pictures-3': ['Mostly', 'Sometimes', 'Never'], 'agree-5': ['Strongly agree', 'Agree', 'Not sure', 'Disagree', 'Strongly disagree'] },
  outside: { 'does-not-apply': 'Not about me', 'rather-not-say': 'Rather not say' },
  words: 'You may leave it empty. Write no names and no numbers.', pick: 'Choose one. If you do not want to, choose “rather not say”.', privateFound: 'There may be a name or number here. Please change it.',
  offline: 'The network is away. Your answers are here. Wait a bit, then press again.', done: 'It has arrived. Thank you!', doneLead: 'Nobody knows who answered.', home: 'Home', untilThen: 'Until you hand it in, your answers are on this page only.',
  teen: {
    title: 'Answer a survey', lead: 'No name, no account and no device is kept. There are no right answers.', codeTitle: 'Code of the survey', code: 'Type the code of eight signs', practice: 'Practice', review: 'That was all', reviewLead: 'You can go back and change something, or hand in now.', handIn: 'Hand in',
    words: 'You may leave it empty. Please write no names, telephone numbers or addresses.', pick: 'Please choose one; if you would rather not answer, choose “rather not say”.', privateFound: 'There seems to be a name, a number or an address here. Please take it out.', doneLead: 'Nobody knows whose sheet this is. Results will be published.', untilThen: 'Until you hand in, your answers are on this page only; close it and they are gone.',
  },
} satisfies typeof zh;
