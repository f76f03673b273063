import type zh from '../zh-CN/refusals-walks.ts';

export default {
  'walk-not-found': 'This walk was not found, or you may not see it.',
  'walk-code-unknown': 'No walk has this code. Please compare it with the twelve characters on the page of the walk.',
  'walk-phone-unknown': 'This phone has not taken the walk along yet. Please enter the code of the walk first.',
  'walk-phones-too-many': 'Enough phones have taken this walk along. Please use one of them, or write on paper.',
  'walk-over': 'This walk is closed or called off and takes nothing more in. To walk again, please plan a new one.',
  'walk-day-far': 'The day is too far away: enter walks on paper within sixty days, plan at most half a year ahead.',
  'walk-place-elsewhere': 'The place is not in this community, or not published. Please choose another.',
  'walk-spot-unknown': 'This spot does not belong to the place of this walk. Please choose again.',
  'walk-sheet-empty': 'There is not one figure on this sheet. Please fill in at least one.',
  'walk-photo-missing': 'Please choose a photograph first.',
  'walk-photos-too-many': 'This walk has sixty photographs already.',
  'walk-entries-too-many': 'This walk has ten thousand entries already; this one was not taken. Ask whoever leads it to close the walk and plan another.',
  'walk-nothing-said': 'Nothing has been recorded, so the walk can neither be closed nor give tickets. If it did not take place, please call it off.',
  'walk-half-synced': 'A phone has not brought everything back. Please open it where there is a network; if you no longer wait for it, tick “do not wait” and close.',
  'walk-ticket-there': 'There is a ticket for this already.',
  'walk-source-unknown': 'What was to become a ticket was not found. Please load the page again.',
  'walk-entry-unfit': 'This one could not be read and was not taken. All others were.',
  'walk-point-unknown': 'This point is not on the list of this walk and was not taken.',
  'walk-count-reused': 'There is an entry with this number that says something else; this one was not taken.',
} satisfies typeof zh;
