/** The second row of tabs of those who work for a community. */
export default {
  tabs: 'Pages about children', desk: 'Desk', deskModeration: 'Moderation everywhere',
  lead: 'What children said, who waits for an answer, what has to be repaired.',
  waiting: 'What children wait for',
  nothingWaits: 'No child waits for anything just now.',
  where: 'Where it is done',
  pages: {
    suggestions: 'Suggestions', moderation: 'Moderation', council: 'Children’s council', solicitations: 'Solicitations', surveys: 'Surveys', 'child-versions': 'Child versions', spaces: 'Spaces', hazards: 'Hazards', walks: 'One-metre walks', families: 'Children and guardians',
  },
  about: {
    suggestions: 'See, answer, do, tell the child when it is done: each step has its limit', moderation: 'A person looks at children’s words, drawings and voices before anything is public', council: 'Charter, nominations, sessions, motions and answers', solicitations: 'Calls for logos, lyrics and drawings, and their exhibitions',
    surveys: 'Questions to children, carers and staff, without names', 'child-versions': 'Important notices in words a child understands', spaces: 'Places indoors and outdoors, fittings, opening hours, inspections', hazards: 'Reported by anybody; whoever reported confirms the repair',
    walks: 'Walk a way with children, at a height of one metre', families: 'Registration, consents, class codes; what identifies a child is only here and opens with a grant',
  },
};
