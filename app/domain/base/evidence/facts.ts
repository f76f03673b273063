/** 已知项: counts that forms ask for and that evidence of kind `number` may settle, so that nobody is asked again. */
export const factKeys = [
  'population', 'households', 'area', 'children-0-3', 'children-4-6', 'children-7-12', 'children-13-18', 'children-left-behind',
  'children-migrant', 'children-disabled', 'children-hardship', 'indoor-area', 'outdoor-area', 'social-workers', 'childrens-directors', 'volunteers',
] as const;
export type FactKey = (typeof factKeys)[number];
