import type { WorkChildrenWords } from '#app/i18n/work-children.ts';

/** 儿童各页 of a community, in the order of the second row of tabs: its name among the words is its path below `/work/:code/children`; each room adds its line. */
export const childrenPages = ['suggestions', 'moderation', 'council', 'solicitations', 'surveys', 'child-versions', 'spaces', 'hazards', 'walks', 'families'] as const satisfies readonly (keyof WorkChildrenWords['pages'])[];

export type ChildrenPage = (typeof childrenPages)[number];
