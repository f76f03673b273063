import type { CellLight, Kept } from '#app/domain/city/cockpit/model.ts';

/** 一种标记: the same shapes in the squares, in the tables and on the children's page. */
export const kinds = ['done', 'going', 'behind', 'missing', 'later', 'hidden'] as const;
export type MarkKind = (typeof kinds)[number];
export const markOf: Record<CellLight | 'hidden', MarkKind> = { reached: 'done', 'on-path': 'going', behind: 'behind', 'far-behind': 'behind', 'no-figure': 'missing', 'not-due': 'later', 'not-asked': 'later', hidden: 'hidden' };

/** 一个标记; the word beside it says the same. */
export function Mark({ kind }: { kind: MarkKind }) {
  return <span className="scoremarks" aria-hidden="true"><i className={kind} /></span>;
}

/** 一格一件事: each state a shape of its own; the sentence beside it says the same. */
export function Marks({ kept }: { kept: Kept }) {
  return <span className="scoremarks" aria-hidden="true">{kinds.flatMap((kind) => Array.from({ length: kept[kind] }, (_, at) => <i key={kind + at} className={kind} />))}</span>;
}

/** 格子的意思. */
export function MarksKey({ words }: { words: Record<MarkKind, string> }) {
  return <ul className="planmarkkey scorekey">{kinds.map((kind) => <li key={kind}><Mark kind={kind} />{words[kind]}</li>)}</ul>;
}
