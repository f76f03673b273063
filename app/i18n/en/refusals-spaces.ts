import type zh from '../zh-CN/refusals-spaces.ts';

export default {
  'space-not-found': 'This space was not found, or you may not see it.',
  'space-known': 'This community already has a space of that name. Please choose another name, or correct the one that is there.',
  'space-reopens-in-past': 'The day of reopening must lie after today. Leave it empty if it is not known yet.',
  'inspection-unfinished': 'Some points of the checklist have no answer yet. Please choose “in order”, “not in order” or “does not apply” for each.',
  'inspection-not-found': 'This inspection was not found.',
  'photos-too-many': 'These are too many photographs. Please choose fewer.',
  'photo-no-picture': 'This is no photograph. Please send a JPG, PNG, WebP or a photograph of a telephone.',
  'route-known': 'This community already has a route of that name. Please choose another name.',
  'route-not-found': 'This route was not found, or you may not see it.',
  'route-not-walked': 'Some parts have not been walked, so the route cannot be published. Please walk every part first.',
  'hazard-not-found': 'This hazard was not found, or you may not see it.',
  'hazard-code-unknown': 'This code was not found. Please compare it with the one shown after your report: twelve letters and digits.',
  'hazard-place-elsewhere': 'The place you chose is not in this community. Please choose another, or write the place yourself.',
  'hazard-moved-on': 'This hazard has moved on, so this step is no longer possible. Please load the page again.',
  'hazard-reporter-first': 'The reporter still has days to confirm. After that, somebody who took no part in the repair confirms.',
  'hazard-own-repair': 'Whoever repaired it cannot confirm it. The reporter or another person has to.',
  'hazard-not-the-same': 'These two cannot be joined: they must lie in one community, be of one kind, and the other must still be open.',
  'repair-code-unknown': 'This repair code was not found, or it no longer works. Please ask whoever gave you the work for a new one.',
  'after-photo-missing': 'Please add a photograph of the repaired place; without one the repair cannot be reported.',
} satisfies typeof zh;
