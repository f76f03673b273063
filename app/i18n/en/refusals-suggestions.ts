import type zh from '../zh-CN/refusals-suggestions.ts';

export default {
  'suggestion-empty': 'You have not said anything yet. Write a line, draw, or choose a picture.',
  'suggestion-too-many-files': 'Three files at most. Take one away and send again.',
  'voice-too-long': 'That recording is too long. Two minutes at most: record it again.',
  'picture-only': 'Only pictures go here. Choose another one and send again.',
  'participation-not-agreed': 'Your family has not agreed yet that you make suggestions here. Ask them to agree under “My children”, or use the code from your teacher.',
  'plate-taken': 'That did not work. Please press once more.',
  'plate-unknown': 'This plate was not found. Look at the three words and the number, and try again.',
  'plate-again': 'Time is up and the page was put away. Type your plate again to see it.',
  'rating-empty': 'Choose a picture to tell the grown-ups what you think.',
  'suggestion-kept-safe': 'Grown-ups are helping, so these words are kept for now. Talk to a grown-up you trust.',
  'suggestion-not-found': 'This suggestion was not found. It may have been taken back, or it is not in your area.',
  'suggestion-not-now': 'This cannot be done with the suggestion now. Reload the page to see how far it is.',
  'suggestion-protected': 'The words of this suggestion are with child protection and are not handled here. Please do not question the child.',
  'suggestion-day-past': 'The promised day has passed. Enter today or a later day.',
  'suggestion-same': 'A suggestion cannot be merged into itself. Choose another one.',
} satisfies Record<keyof typeof zh, string>;
