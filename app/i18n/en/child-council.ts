import type { MotionState } from '#app/domain/children/councils/model.ts';
import type zh from '../zh-CN/child-council.ts';

export default {
  title: 'The children’s council', lead: 'We talk together, and grown-ups answer.',
  needCode: 'First type your code, then look.', enter: 'I have a code',
  none: 'There is no council here yet.', noneMore: 'You can make a suggestion first.', say: 'I have something to say',
  councils: 'Our councils', mine: 'I am a member', next: (day) => `Next meeting: ${day}`, noNext: 'The next day is not set yet.', look: 'Go and look',
  nominating: (day) => `New members wanted, until ${day}`, voting: 'New members are being chosen', stand: 'I want to stand', vote: 'I want to vote',
  rounds: 'Walks together', noRounds: 'There is no walk now.', roundAt: (when, place) => `${when}, ${place}`, with: (name) => `Grown-up: ${name}`,
  seatsLeft: (n) => `${n} ${n === 1 ? 'seat' : 'seats'} left`, full: 'No seats left, but you can wait', signUp: 'I want to come', seated: 'You have a seat', waiting: 'You are waiting; a free seat comes to you in turn', giveBack: 'I cannot come', nickname: 'What shall we call you?', nicknameHint: 'A nickname, not your real name.',
  walked: 'We have walked', note: 'What I saw', noteGo: 'Give it to the grown-ups', noteThanks: 'We have it. A grown-up will read it.', photo: 'Photographs', photoHint: 'No faces of others, please.',
  motions: 'What we want done', noMotions: 'Nobody has asked for anything yet.', put: 'I want to bring something up', putTitle: 'In one sentence', putText: 'Why?', putGo: 'Bring it up', putThanks: 'We have it. A grown-up reads it first, then everybody can.',
  reading: 'A grown-up is reading it', own: 'Mine', second: 'Let us talk about it', seconded: 'You are for talking about it', withdraw: 'I take it back',
  voteNow: 'Voting now', voices: { for: 'Yes', against: 'No', abstain: 'Either' }, voteGo: 'Vote', voted: 'You have voted', notThere: 'Ask a grown-up to tick your name.',
  result: (yes, no, any) => `${yes} yes, ${no} no, ${any} either`,
  states: { put: 'waiting for others', seconded: 'waiting for a meeting', tabled: 'in the next meeting', adopted: 'adopted', rejected: 'not this time', sent: 'the letter is sent', answered: 'answered', 'in-progress': 'being done', done: 'done', told: 'done', 'handed-up': 'handed up', withdrawn: 'taken back' } satisfies Record<MotionState, string>,
  waitsFor: (body, day) => `${body} has to answer by ${day}`, answer: 'The answer', verdicts: { yes: 'It can be done', partly: 'A part can be done', no: 'Not this time' },
  sessions: 'Meetings', session: (n) => `Meeting ${n}`, when: (when) => `When: ${when}`, where: (place) => `Where: ${place}`, agenda: 'What we talk about', noAgenda: 'It is not written yet.', now: 'now', minutes: 'What was said', minutesWait: 'It is still being written. Look again in some days.', readMinutes: 'Read what was said', rules: 'What we agreed',
  standTitle: 'I want to be a member', standLead: 'Speak for the others and find ways together.', statement: 'What I want to do for all of us', share: 'Everybody may see my nickname', standGo: 'Put me down', standThanks: 'Done. A grown-up reads it first.', stoodAlready: 'You are standing already.', standDown: 'I do not want to any more', stoodDown: 'You are not standing.', standLate: 'It is too late to stand.',
  voteTitle: 'Choose the members', voteLead: (n) => `Choose ${n} at most. Nobody knows whom you choose.`, choose: 'Whom do you want?', slip: 'The code on your slip', slipHint: 'The paper slip you were given.', castGo: 'Put it in the box', castThanks: 'Done. Thank you!', ballotClosed: 'There is no vote now.',
  back: 'Back to the council', take: 'I take this back',
  adult: { consent: 'For walks and for standing a child needs an account of their own and the guardian’s consent to taking part. Without an account, sign the paper and give it to the community.' },
  teen: {
    title: 'Children’s council', lead: 'Debate, vote, write; the responsible body answers in time.', needCode: 'Come in with a code or your account first.', none: 'There is no council where you live yet.', noneMore: 'You can make a suggestion.', councils: 'My councils', mine: 'I am a member', noNext: 'The next session is not set.', look: 'Open', voting: 'Voting now', stand: 'Stand', vote: 'Vote',
    rounds: 'Observers’ rounds', noRounds: 'No round is coming.', full: 'No seats left; you can wait', signUp: 'Sign up', seated: 'You have a seat', waiting: 'You are waiting; seats that come free go in turn', giveBack: 'Give the seat back', nickname: 'Nickname', nicknameHint: 'Not your real name.', note: 'What I found', noteGo: 'Send', noteThanks: 'Received; after moderation it becomes a matter.', photo: 'Photographs', photoHint: 'No faces; the place is taken out of the picture.',
    motions: 'Motions', noMotions: 'No motions yet.', put: 'Put a motion', putTitle: 'Title', putText: 'Reason and proposal', putGo: 'Send', putThanks: 'Received; after moderation other members can second it.', reading: 'in moderation', own: 'mine', second: 'Second', seconded: 'seconded', withdraw: 'Withdraw the motion', voteNow: 'Vote in progress', voices: { for: 'For', against: 'Against', abstain: 'Abstain' }, voteGo: 'Vote', voted: 'You have voted',
    states: { put: 'to be seconded', seconded: 'to be put on an agenda', tabled: 'on the agenda', adopted: 'adopted', rejected: 'not adopted', sent: 'letter sent', answered: 'answered', 'in-progress': 'under way', done: 'done', told: 'told', 'handed-up': 'handed up', withdrawn: 'withdrawn' } satisfies Record<MotionState, string>,
    answer: 'Answer', verdicts: { yes: 'Adopted', partly: 'Partly adopted', no: 'Not adopted' }, sessions: 'Sessions', agenda: 'Agenda', minutes: 'Minutes', minutesWait: 'The minutes are being written and read.', readMinutes: 'Read the minutes', rules: 'From the charter', standTitle: 'Stand for the council', standLead: 'Speak for the others; you can put yourself forward when your guardian has agreed.', statement: 'Why I stand', share: 'My nickname may be shown in public', standGo: 'Stand', standThanks: 'Received; after moderation you are on the list.',
    voteTitle: 'Elect the members', slip: 'Voting code', slipHint: 'From the slip; it is tied to no name.', castGo: 'Vote', castThanks: 'Your vote is in.', choose: 'Candidates',
  },
} satisfies typeof zh;
