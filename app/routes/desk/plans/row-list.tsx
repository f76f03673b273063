import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { RowsOf } from './use-rows.ts';

type Props<R extends object> = {
  title: string; hint: string; add: string; list: RowsOf<R>; blank: () => R; nameOf?: (row: R) => string; wrong?: string[] | undefined;
  children: (row: R, key: number, at: number) => ReactNode;
};

/** 可加减的一组行: adding one moves to its first field, removing one to the button that adds. */
export function RowList<R extends object>({ title, hint, add, list, blank, nameOf, wrong, children }: Props<R>) {
  const words = useWords(cityActionWords).form;
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef<'added' | 'removed' | null>(null);
  useEffect(() => {
    if (moved.current === 'added') box.current?.querySelector<HTMLElement>('.rrow:last-of-type :is(input:not([type=hidden]), select)')?.focus();
    if (moved.current === 'removed') box.current?.querySelector<HTMLElement>('.radd button')?.focus();
    moved.current = null;
  });
  return (
    <Pane title={title} note={hint}>
      <div ref={box}>
        {wrong && <p className="wrong">{wrong.join(' ')}</p>}
        {list.rows.map(({ key, row }, at) => (
          <div className="rrow" key={key} role="group" aria-label={nameOf?.(row) || words.row(at + 1)}>
            <div className="rcells">{children(row, key, at)}</div>
            <Button type="text" danger aria-label={words.removeRow(nameOf?.(row) || words.row(at + 1))} onClick={() => { moved.current = 'removed'; list.remove(key); }}>{words.remove}</Button>
          </div>
        ))}
        <p className="radd"><Button onClick={() => { moved.current = 'added'; list.add(blank()); }}>{add}</Button></p>
      </div>
    </Pane>
  );
}
