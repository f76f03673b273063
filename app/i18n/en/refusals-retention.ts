import type zh from '../zh-CN/refusals-retention.ts';

export default {
  'retention-bounds': 'This period is outside the bounds of the law. Please give a whole number within them.',
  'child-number-unknown': 'There is no child of this number in this region. Please check both.',
  'hold-lifted': 'This hold was lifted already. Please reload the page.',
  'hold-second-person': 'You placed this hold; somebody else has to lift it.',
  'incident-not-found': 'There is no such incident. Please come in through the list.',
  'incident-closed': 'This incident is closed and cannot be changed. If there is something new, please report it anew.',
  'incident-found-later': 'This moment lies after now. Please check it and enter it again.',
  'incident-authority-told': 'The report to the authority is noted already. Please reload the page.',
  'incident-code-unknown': 'There is no such class code here. Please check it and look again.',
  'incident-no-numbers': 'No number was recognised. Please give numbers of eight signs, one a line.',
  'incident-told-already': 'The notice is sent and cannot be changed. If there is something new, please work out another scope.',
  'incident-not-contained': 'No measure is noted yet. Please note first what was done.',
  'incident-not-told': 'The families are not told yet. Please send the notice first, or give the reason why nobody need be told.',
  'incident-not-reported': 'The report to the authority is not noted yet. Please note it first.',
  'incident-no-letters': 'No letter was chosen. Please tick those that were handed over.',
  'incident-letters-left': 'Some families have not been told. Please hand over the letters and note it before you close.',
  'incident-second-person': 'Whoever reported an incident cannot close it. Please ask another person in charge.',
  'retention-certificate-missing': 'There is no such certificate, or it does not concern your regions.',
} satisfies typeof zh;
