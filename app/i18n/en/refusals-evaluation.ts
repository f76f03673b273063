import type zh from '../zh-CN/refusals-evaluation.ts';

export default {
  'rule-of-another-edition': 'It names rules that this edition of the standard does not have. Reload the page and fill it in by the current edition.',
  'evidence-not-found': 'This piece of evidence was not found, or you may not see it.',
  'evidence-of-another-place': 'This piece of evidence belongs to another place and cannot be cited here. Cite evidence of this community, its sub-district or county; if it is needed, enter it for this community.',
  'evidence-expired': 'This piece of evidence has run out and cannot be cited any more. Correct its dates, or enter a new one.',
  'evidence-not-yet': 'This piece of evidence is not valid yet and cannot be cited. Wait for its first day, or correct its dates.',
  'evidence-withdrawn': 'This piece of evidence was withdrawn; it can no longer be cited or corrected. Use another, or enter a new one.',
  'evidence-wrong-kind': 'Evidence of this kind does not prove this rule. Choose another, such as a document, a photograph, a stamped statement or an on-site observation.',
  'evidence-sealed-proof': 'Files on one child, results of record checks and registers of children in hardship are not taken as evidence; please do not put them into the system. Upload a stamped statement instead (kind “stamped statement”, with numbers and the conclusion), or have an evaluator look on site and note an observation.',
  'evidence-identity-number': 'The words or a file name hold an identity number. Evidence needs nobody’s identity number; please remove it and save again.',
  'evidence-number-missing': 'The kind is “number”: please give the figure.',
  'evidence-text-missing': 'The kind is “fact” or “on-site observation”: please write it out.',
  'evidence-file-missing': 'The kind is “document” or “stamped statement”: please upload the scan or a picture of it.',
  'evidence-photo-missing': 'The kind is “photograph”: please upload pictures (JPG, PNG, WebP or a telephone’s photo); for a PDF choose “document”.',
  'evidence-over-already': '“Valid until” lies before today: this has run out and cannot be entered. Use something newer, or correct the date.',
  'evidence-unchanged': 'The content is the same as before; there is nothing to correct.',
  'evidence-reason-needed': 'This piece of evidence is sealed. Please write down first why you need to see it, at least 4 letters; the reason goes into the records.',
  'already-known': 'Some questions ask for what the system already holds, so the form cannot be published. See the questions listed on the page: mark each as filled in from the data, or take it out.',
  'result-not-found': 'There is no such result. Open it from the list of the time machine.',
} satisfies typeof zh;
