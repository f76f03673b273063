/** 可保存视图的名单. */
export const viewedLists = ['applications', 'calls', 'organisations', 'experts', 'notices'] as const;
export type ViewedList = (typeof viewedLists)[number];

/** How many views one person may keep of one list. */
export const mostViews = 20;

/** 视图: a name for the filters of a list, kept as its address, so that a link shows others the same; `hide` in it names the columns left out. */
export type View = { id: string; name: string; search: string; isDefault: boolean };

/** What one person has set for one list: their views, and the columns they leave out otherwise. */
export type OwnList = { views: View[]; hidden: string[] };

/** The same, of the list that is being shown. */
export type Opened = OwnList & { list: ViewedList };

/** 列: those left out, as the address says them; without the word the person's own choice counts. */
export function hiddenIn(search: string): string[] | undefined {
  const named = new URLSearchParams(search).get('hide');
  return named === null ? undefined : named.split(',').filter((name) => /^[a-z-]{1,20}$/i.test(name)).slice(0, 20);
}

/** The address of a view: the filters and the columns, not the place on a page of it. */
export function viewSearch(search: string, hidden: readonly string[]): string {
  const kept = new URLSearchParams(search);
  for (const name of ['after', 'before', 'view']) kept.delete(name);
  kept.set('hide', hidden.join(','));
  return `?${kept}`;
}
