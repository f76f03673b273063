import type { WorkWords } from '#app/i18n/work.ts';

/** 社区的各页, in the order of the tabs: its name among the words, and its path below `/work/:code`; each room adds its line. */
export const workPages = [
  { name: 'overview', path: '' },
  { name: 'children', path: 'children' },
  { name: 'evidence', path: 'evidence' },
  { name: 'self-assessment', path: 'self-assessment' },
  { name: 'reports', path: 'reports' },
  { name: 'figures', path: 'figures' },
  { name: 'evaluations', path: 'evaluations' },
  { name: 'visits', path: 'visits' },
  { name: 'plan', path: 'plan' },
  { name: 'cases', path: 'cases' },
  { name: 'annual-reports', path: 'annual-reports' },
] as const satisfies readonly { name: keyof WorkWords['pages']; path: string }[];

export type WorkPage = (typeof workPages)[number]['name'];

/** The address of a page of one community. */
export const workAddress = (code: string, path: string) => `/work/${code}${path ? `/${path}` : ''}`;
