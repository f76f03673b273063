import type zh from '../zh-CN/offline.ts';

/** Marking offline. */
export default {
  title: 'Marking offline',
  lead: 'Download the rubric as an Excel form, mark where there is no network, and bring the form back. You first see what it changes; nothing is written before you confirm. The form and the page can be used in turn.',
  download: 'Download the Excel form',
  downloadNote: 'It holds the marks you have saved so far and none of the papers. Keep it safe and delete it afterwards.',
  upload: 'Bring the form back',
  uploadNote: 'Only an .xlsx file that was downloaded here, up to 5 MB.',
  file: 'File',
  read: 'Read and compare',
  preview: 'What it changes',
  found: (n) => (n === 0 ? 'This form says the same as what is saved; there is nothing to write.' : n === 1 ? '1 item differs from what is saved. What is ticked will be written.' : `${n} items differ from what is saved. What is ticked will be written.`),
  stale: 'Since this form was downloaded you have also marked online. What you changed online and left alone in the form stays; what both changed is shown and not ticked: please decide on each.',
  online: (n) => (n === 1 ? '1 item is newer online and was left alone in the form; it stays as it is online.' : `${n} items are newer online and were left alone in the form; they stay as they are online.`),
  faults: (n) => (n === 1 ? '1 cell could not be understood and is not written. Put it right in Excel and bring the form again, or write the others first.' : `${n} cells could not be understood and are not written. Put them right in Excel and bring the form again, or write the others first.`),
  missing: (n) => (n === 1 ? '1 item is missing from the form and stays as it is.' : `${n} items are missing from the form and stay as they are.`),
  columns: { item: 'Item', cell: 'Cell', now: 'Saved', file: 'In the form', take: 'Write' },
  clash: 'also changed online since',
  take: (n) => (n === 1 ? 'Write the 1 ticked item' : `Write the ${n} ticked items`),
  taken: (n) => (n === 1 ? '1 item was written.' : `${n} items were written.`),
  nothing: 'Nothing is ticked.',
  back: 'Back to the marks',
  blank: 'not answered',
  faultWords: {
    level: 'This level is not known; choose one from the list', score: 'This is no score; write a number with up to two decimals', range: 'The score is out of range', note: 'The note is longer than 2000 letters', page: '“Where in the papers” is longer than 120 letters',
    overall: 'The overall comment is longer than 4000 letters', twice: 'This item stands in the form more than once', unknown: 'This item is not on the rubric',
  },
  sheet: {
    name: 'Marks', title: (number) => `Marks offline, ${number}`, call: 'Call', code: 'Form code',
    hint: 'Fill in the yellow cells only; add or remove no columns and leave the form code as it is. Choose levels from the list. What is not met, not applicable or found needs a note.',
    head: ['Id', 'Item', 'Level', 'Score', 'Note', 'Where in the papers'], overall: 'Overall comment', parts: { must: 'Must-rules', negative: 'Negative list' },
    badLevel: 'Choose a level from the list.', badScore: (from, to) => `A score from ${from} to ${to}, with up to two decimals.`, badLength: (most) => `At most ${most} letters.`,
  },
} satisfies typeof zh;
