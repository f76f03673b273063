import type zh from '../zh-CN/asking.ts';

/** Questions of the review. */
export default {
  title: 'Questions of the review',
  states: { asked: 'With the office', forwarded: 'Awaiting an answer', declined: 'Not passed on', answered: 'Answered' },
  asked: 'As the reviewer put it', forwarded: 'As passed on', answer: 'Answer', due: 'To answer by',
  until: (day) => `Please answer by midnight on ${day}`,
  late: 'The time is over; there is no answer',
  answeredAt: (time) => `Answered ${time}`,
  answeredBy: (name, time) => `${name}, ${time}`,
  heldBack: 'There is no redacted copy of this paper yet, so it cannot be read',
  reviewer: {
    link: 'Ask the applicant',
    lead: 'If something in the papers is unclear, the office can ask the applicant for you. It may reword a question or not pass it on; neither the applicant nor the other reviewers learn who asked.',
    mine: 'Asked by me', ask: 'Ask a question', text: 'Your question', textHint: 'One thing at a time, with its page or question. Do not write your name or organisation.', send: 'Give to the office', noMine: 'You have not asked anything yet.',
    passedOn: 'Questions and answers', passedOnLead: 'All reviewers of this application see them.', none: 'No question has been passed on to the applicant yet.', closed: 'The review is handed in; no more questions can be asked.', notYet: 'Questions can be asked once you have accepted the review.', declined: (reason) => `Not passed on: ${reason}`,
    back: 'Back to the review',
  },
  office: {
    lead: 'Questions of the reviewers go through the office. Please take out what tells who asked; the applicant sees only the words passed on here, never who asked.',
    none: 'No questions yet. What reviewers ask is listed here.', forward: 'Pass on to the applicant', decline: 'Do not pass on', text: 'Words for the applicant', dueOn: 'To answer by', reason: 'Reason', reasonHint: 'Only the reviewer who asked is told.',
    declineAsk: 'Not pass this question on?', back: 'Back to the table of reviews', redact: 'Redact the papers of answers', waiting: 'Questions to pass on',
  },
  waiting: { none: 'No question waits to be passed on.', number: 'Number', unit: 'Community', asked: 'Question', when: 'Asked', ops: 'Actions', open: 'Handle' },
  applicant: {
    title: 'Questions from the office',
    lead: 'If something needs explaining during the review, the programme office asks you here. Each question is answered once and cannot be changed afterwards; all reviewers read the answer.',
    none: 'There is nothing to answer now.', text: 'Your answer', files: 'Papers', filesHint: 'Up to 5, PDF or pictures, 20 MB each.', send: 'Submit the answer', link: (n) => `Questions from the office (${n})`, only: 'Answered by whoever may submit the application.',
    file: 'Choose files',
  },
} satisfies typeof zh;
