import { Alert } from 'antd';
import { useWords } from '#app/i18n/pair.ts';
import { regionChangesWords } from '#app/i18n/region-changes.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { Mixed } from '#app/ui/mixed.tsx';
import type { Previewed } from './previewed.ts';

/** 触及什么, or what has to be corrected, line by line. */
export function Touched({ seen }: { seen: Previewed }) {
  const words = useWords(regionChangesWords);
  const unread = (('unread' in seen && seen.unread) || []).map(({ line, column }) => `${words.at(line, words.cells[column])}${words.unread[column]}`);
  const wrong = (('problems' in seen && seen.problems) || []).map(({ line, column, what, about }) => `${words.at(line, words.cells[column])}${words.wrong[what]}${about ?? ''}`);
  const told = [...unread, ...wrong];
  if (told.length > 0) {
    return (
      <Alert type="error" showIcon role="alert" style={{ marginBottom: 16 }} title={words.problems(told.length)} description={<ul>{told.map((each, at) => <li key={at}>{each}</li>)}</ul>} />
    );
  }
  if (!('touched' in seen) || !seen.touched) return null;
  const { touched, moves } = seen;
  return (
    <>
      <Pane title={words.touched} note={words.touchedNote}>
        <Facts items={(Object.keys(words.touches) as (keyof typeof words.touches)[]).filter((name) => touched[name] > 0).map((name) => ({ name: words.touches[name], value: touched[name] }))} />
      </Pane>
      <Pane title={words.all} note={words.shown(moves.length, touched.units)}>
        <ul>{moves.map((move) => <li key={move.from + move.to}><Mixed>{words.line(move.from, move.to)}</Mixed></li>)}</ul>
      </Pane>
    </>
  );
}
