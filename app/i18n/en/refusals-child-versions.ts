/** Refusals: child versions, and the help numbers on children's pages. */
export default {
  'child-version-not-found': 'This child version was not found. It may have been taken off, or lies outside your region; please go back to the list.',
  'child-version-published': 'This child version is public. To change it, take it off first, then publish it again.',
  'child-version-not-published': 'This child version is not public, so there is nothing to take off.',
  'child-version-empty': 'There is no sentence yet. Please write what children should know, one sentence a line.',
  'child-version-too-hard': 'Some sentences are still too hard. Shorten them or choose other words as shown below each, then publish.',
  'child-version-too-long': 'These are more sentences than a child reads at a time. Keep what matters most, or make two of it.',
  'child-version-there': 'This notice already has a child version for that age. Please open it from the list.',
  'help-line-unsaid': 'One number does not say what it is for. Please say so, or delete the number.',
  'help-needs-police': '110 cannot be left out. Please add 110 and save again.',
  'help-lines-many': 'At most 6 numbers, none of them twice. Please delete some.',
  'help-inherited-already': 'This place already uses the numbers of the region above.',
};
