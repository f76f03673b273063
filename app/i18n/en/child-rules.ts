import type zh from '../zh-CN/child-rules.ts';

/** Publishing the rules on children's data. */
export default {
  title: 'Rules on children’s data', lead: 'Change the version in force, look at the differences, then publish. A new version stops every consent until guardians have looked and chosen again: publish none without need.',
  now: (n) => `version ${n} in force`, languages: { zh: 'Chinese', en: 'English' },
  adult: 'For guardians', adultHint: 'A heading, then one sentence a line; a blank line between two parts. Eight parts at least: purpose, way and scope; that one may refuse; what refusing means; effects; where it is kept; how long; how it is protected; how to look, correct and delete.',
  child: 'For children', childHint: 'one sentence a line, four to twenty, short ones', contact: 'Contact', purposes: 'The purposes',
  purpose: { name: 'Name', why: 'Why and how', child: 'One sentence for children', refusing: 'What refusing means' },
  names: { registration: 'Registration', participation: 'Taking part', portrait: 'Photos', sharing: 'Giving to others', 'survey-identity': 'Surveys with a name', exhibition: 'Showing works' },
  review: 'Look at the differences', publish: 'Publish', sure: (guardians, children) => `I know that ${guardians} guardian${guardians === 1 ? '' : 's'} will be asked to choose again, and that the data of ${children} child${children === 1 ? '' : 'ren'} will not be used until then.`,
  reviewed: (n) => `Version ${n} beside the one in force`, nothing: 'It is the same as the version in force; there is nothing to publish.', part: 'Where', before: 'In force', after: 'New', added: 'new', removed: 'taken out', where: { child: 'For children', contact: 'Contact' },
  hard: 'Sentences that may be too hard for children', noHard: 'Children can read all of their sentences.', needs: 'Purposes that need an impact assessment', needsLead: 'A purpose that is new, or whose name or reason changed, rests on an assessment that is approved, in force, and covers it.', choose: 'Impact assessment', none: 'There is none to cite. Please write one and have another person approve it.',
  unsure: 'Please tick first that you know what publishing does.', same: 'It is the same as the version in force; there is nothing to publish.', published: (n) => `Version ${n} is published; guardians are told.`, history: 'Versions', version: (n) => `version ${n}`, by: (who, at) => `${who} · ${at}`, see: 'public page',
} satisfies typeof zh;
