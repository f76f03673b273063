import type { ChildWorksWords } from '../child-works.ts';

/** Works that children hand in: `adult` is for grown-ups, `teen` for 13–18. */
export default {
  title: 'Make something', lead: 'Draw it, write it, show it.', none: 'Nothing to make just now.', noneMore: 'Come and look in some days.', needCode: 'Enter your code first, then look.', enter: 'I have a code', show: 'See what others made', find: 'Find my work',
  phases: { draft: '', coming: 'Not yet', open: 'You can hand in now', choosing: 'Choose what you like', judging: 'Grown-ups are looking', decided: 'There is a result', 'called-off': 'It does not take place' },
  until: (day) => `Hand in until ${day}`, chooseUntil: (day) => `Choose until ${day}`,
  what: 'What is it about?', hand: 'Hand in my work', workTitle: 'What is it called?', penName: 'Your pen name', penHint: 'Not your real name. You may leave it out.', text: 'Write here', picture: 'Your picture', pictureHint: 'Ask a grown-up to take a photo of it.', give: 'Give it to the grown-ups', notNow: 'Not now',
  thanks: 'We have it, thank you!', number: (n) => `This is work ${n}.`, plate: 'Remember your plate', plateHint: 'It finds your work and takes it back.', next: 'Grown-ups look first, then everybody can see it.', again: 'One more',
  mine: 'My works', seen: { reading: 'Grown-ups are looking', 'to-agree': 'Grown-ups would change a little', shown: 'Everybody can see it', 'not-shown': 'This one is not shown' },
  takeBack: 'Take my work back', takeBackSure: 'Once you take it back, it is gone.', takenBack: 'You have it back.', keep: 'Leave it', findLabel: 'Your plate', findGo: 'Find it',
  choose: 'Choose what you like', chooseLead: 'Up to three. Any choice is good.', chooseGo: 'Done', chosen: 'We have your choice.', chooseNone: 'No works to choose from yet.', prize: (name) => `It received: ${name}`, loved: 'Children like it',
  result: 'What the grown-ups say', calledOff: 'It does not take place', work: (n) => `Work ${n}`,
  adult: { licence: 'Before a work is shown, the guardian agrees: in “My family” if the child has an account, otherwise by signing the licence and handing it to the community.', licenceText: 'Licence', rules: 'Rules in full' },
  teen: {
    title: 'Solicitations', lead: 'Logos, lyrics, drawings, stories: hand in, and after moderation they are shown.', none: 'Nothing is open just now.', hand: 'Hand in a work', workTitle: 'Title', penName: 'Pen name', penHint: 'Not your real name; may be empty.', pictureHint: 'JPG, PNG or HEIC; the place is taken out of photographs.', give: 'Hand in', thanks: 'Received.', plateHint: 'It shows how far your work is and takes it back.',
    next: 'It is shown after two people have read it and your guardian has agreed.', takeBack: 'Take a work back', takeBackSure: 'The work and its picture will be deleted.', choose: 'Choose what you like', chooseLead: 'Up to three, in no order; nobody sees what others chose.', loved: 'Chosen by people your age', result: 'Why so',
  },
} satisfies ChildWorksWords as ChildWorksWords;
