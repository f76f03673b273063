import type zh from '../zh-CN/child-walk-app.ts';

export default {
  look: 'Look and tap',
  how: 'How is it?',
  answers: { good: 'Good', middling: 'So-so', bad: 'Not good', 'does-not-apply': 'Not here', 'cannot-see': 'I can’t see' },
  age: 'How old are you?',
  ages: { 'with-grown-up': 'Under 7', primary: '7 to 12', teen: '13 or older' },
  thanks: 'Kept. Thank you!',
  nextChild: 'Next child',
  nextPoint: 'Look at the next thing',
  undo: 'Wrong tap, do it again',
  photo: 'Take a picture',
  listen: 'Read it to me',
  done: 'You have seen everything. Well done!',
  handBack: 'Give the phone back to the grown-up.',
  notKept: 'It was not kept. Please tap again.',
  help: { title: 'Does somebody scare or hurt you?', adult: 'Tell a grown-up you trust at once: family, a teacher, or the people in your community who help children.', call: 'You can also phone.' },
} satisfies typeof zh;
