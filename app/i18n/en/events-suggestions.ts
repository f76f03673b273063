import type zh from '../zh-CN/events-suggestions.ts';

export default {
  'suggestion.received': 'received a child’s suggestion',
  'suggestion.repeated': 'received a child’s suggestion again',
  'suggestion.seen': 'saw a child’s suggestion',
  'suggestion.answered': 'answered a child’s suggestion',
  'suggestion.started': 'began work on a child’s suggestion',
  'suggestion.done': 'finished what a child suggested',
  'suggestion.merged': 'merged children’s suggestions',
  'suggestion.rated': 'a child rated the answer',
  'suggestion.reopened': 'a child has more to say: opened again',
  'suggestion.taken-back': 'a child took a suggestion back',
  'suggestion.forgotten': 'deleted a child’s suggestions',
  'suggestion.edit-answered': 'a child answered about other wording',
  'suggestion.locked': 'words of a suggestion were locked',
  'suggestion.released': 'the lock of a suggestion’s words ended',
  'suggestion.late': 'a child’s suggestion is late and was carried up',
  'suggestion.clock-set': 'set the limits for children’s suggestions',
  'suggestion.region-followed': 'a child’s suggestion followed a change of regions',
} satisfies Record<keyof typeof zh, string>;
