import type zh from '../zh-CN/verify.ts';

export default {
  title: 'Verify a paper or a receipt',
  lead: 'Is the receipt, letter, notice or certificate in your hand genuine and unaltered? Type its number or upload the file, and see whether its fingerprint is sealed in the records.',
  code: 'Number or fingerprint',
  codeHint: 'The code of an application’s receipt (12 characters), the number of a certificate, or a fingerprint of 64 characters.',
  codeGo: 'Look up the number',
  file: 'File',
  fileHint: 'As it is: a sealed letter, the PDF or JSON of a notice, the proof of a receipt (JSON). Its fingerprint is worked out in memory; the file is not kept.',
  fileChoose: 'Choose a file',
  fileRule: 'At most 20 MB',
  fileGo: 'Verify the file',
  required: 'one of the two',
  optional: 'one of the two',
  hash: 'Fingerprint (SHA-256)',
  yes: 'Found: its fingerprint is sealed in the records, and not one byte has changed.',
  no: 'This fingerprint was not found.',
  noWhy: 'The file may have been altered, saved anew or compressed, or it may not have come from or to this house. Please try again with the original; for photographs, the picture as it was handed in.',
  proofYes: (day) => `The proof holds, and the root of ${day} it leads to is the one that was published.`,
  proofNo: 'The proof does not hold: its content does not lead to its root. Do not trust it.',
  proofUnpublished: (day) => `The proof holds in itself, but its root of ${day} is not the one that was published. Do not trust it.`,
  columns: { what: 'What it is', day: 'Recorded on', seal: 'Seal', root: 'Root of the day' },
  seals: { unsealed: 'just recorded, sealed within minutes', sealed: 'sealed, the root is published the next day', rooted: 'sealed, root published' },
  found: 'What was found',
  events: {
    'application.submitted': 'Application handed in', 'application.paper-attached': 'Paper of an application (such as the sealed letter)', 'review.submitted': 'Expert’s review handed in', 'application.accepted': 'Decision', 'application.declined': 'Decision',
    'decision.explained': 'Explanation of a decision', 'panel.signed': 'Minutes of a panel', 'ranking.kept': 'What a ranking rests on', 'scores.published': 'Published scores',
    'notice.published': 'Notice', 'notice.corrected': 'Notice (corrected)', 'notice.entry-removed': 'Notice (after an entry was taken off)', 'notice.entry-restored': 'Notice (after an entry was put back)', 'notice.entry-corrected': 'Notice (corrected)', 'notice.moved-up': 'Notice (after one moved up)', 'notice.printed': 'PDF of a notice',
    'objection.received': 'Objection received', 'objection.appealed': 'Appeal received', 'objection.answered': 'Answer to an objection', 'certificate.issued': 'Certificate', 'certificate.signed-anew': 'Certificate (signed anew)',
  },
  parts: [
    { title: 'What the answer means', lines: [
      'Found means: this content existed and was recorded on that day, and has not changed since.',
      'Not found does not mean forged: saving anew, converting or taking a picture of the screen changes the fingerprint. Please find the original.',
      'The page only says whether, on which day and under which root; it shows no content and names nobody.',
    ] },
    { title: 'Without this site', lines: [
      'A fingerprint is the SHA-256 of the bytes of the file, which any computer works out; the roots are published every day and can be copied beforehand.',
      'The JSON of a notice is, byte for byte, what its fingerprint was made of.',
    ] },
  ],
  roots: 'See the daily roots',
} satisfies typeof zh;
