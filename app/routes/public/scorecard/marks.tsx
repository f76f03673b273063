import type { Kept } from '#app/domain/city/cockpit/model.ts';

const kinds = ['done', 'going', 'behind', 'missing', 'later', 'hidden'] as const;

/** 一格一件事: each state a shape of its own; the sentence beside it says the same. */
export function Marks({ kept }: { kept: Kept }) {
  return <span className="scoremarks" aria-hidden="true">{kinds.flatMap((kind) => Array.from({ length: kept[kind] }, (_, at) => <i key={kind + at} className={kind} />))}</span>;
}

/** 格子的意思. */
export function MarksKey({ words }: { words: Record<(typeof kinds)[number], string> }) {
  return <ul className="planmarkkey scorekey">{kinds.map((kind) => <li key={kind}><span className="scoremarks" aria-hidden="true"><i className={kind} /></span>{words[kind]}</li>)}</ul>;
}
