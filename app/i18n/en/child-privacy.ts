/** The public page of the rules on children's data. */
export default {
  title: 'Rules on children’s personal information',
  lead: 'How we treat what belongs to children: the full text for adults first, then the one for children.',
  version: (n: number) => `Version ${n}`,
  current: 'in force',
  published: 'Published',
  hash: 'Fingerprint of the whole text (SHA-256)',
  purposes: 'What each purpose means',
  refusing: 'If you refuse: ',
  forChildren: 'For children',
  contact: 'Contact',
  versions: 'All versions',
  earlier: 'This is an earlier version and no longer used.',
  seeCurrent: 'See the version in force',
};
