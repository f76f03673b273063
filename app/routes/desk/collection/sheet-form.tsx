import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Form, useFetcher } from 'react-router';
import { inGroups } from '#app/domain/city/collection/model.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useWords } from '#app/i18n/pair.ts';
import { isCutOff } from '#app/platform/cut-off.ts';
import type { Problem } from '#app/platform/http.ts';
import { TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { meanOwn, noteSaved } from './cell-base.tsx';
import { SheetCell } from './sheet-cell.tsx';
import { stillWrong } from './still-wrong.ts';
import type { Route } from './+types/sheet.ts';

type Loaded = Route.ComponentProps['loaderData'];
const pause = 1200;
/** How long after a cut line it is tried again, unless the browser hears of the line before. */
const patience = 8000;

/** 填表: what changes is saved by itself a moment later, cell by cell, so that two people can fill in one sheet; a cell whose reason stands is no longer told what was unusual in it. */
export function SheetForm({ data: { cells, asked, lacking, isAbove }, problem }: { data: Loaded; problem: Problem | undefined }) {
  const words = useWords(collectionWords);
  const empty = lacking.filter(({ code }) => code === 'cell-empty').length;
  const told = useMemo(() => stillWrong(asked, lacking), [asked, lacking]);
  const { onInput, onSubmit, line, failed } = useAutosave();
  const known = (indicatorId: number) => cells.find((cell) => cell.indicatorId === indicatorId && cell.breakdown === everybody)?.known?.value;
  return (
    <Form method="post" encType="multipart/form-data" noValidate onInput={onInput} onSubmit={onSubmit}>
      <button className="vh" name="go" value="check" tabIndex={-1} aria-hidden="true" />
      <ProblemAlert problem={failed} />
      <Pane>
        {asked.length === 0 ? <p>{words.sheet.nothing}</p> : <div className="sheet-cells">{inGroups(told).map((each) => { const { indicatorId } = each.whole ?? each.groups[0]!; return <SheetCell key={indicatorId} cells={each} known={known(indicatorId)} />; })}</div>}
      </Pane>
      {isAbove && <Pane><TextField name="enteredFor" label={words.fields.enteredFor} hint={words.hints.enteredFor} problem={problem} maxLength={200} /></Pane>}
      <Alert type={lacking.length > 0 ? 'warning' : 'success'} showIcon title={lacking.length > 0 ? words.sheet.standing(empty, lacking.length - empty) : words.sheet.ready} style={{ marginBottom: 16 }} />
      <div className="dform-act sheet-act">
        <Button htmlType="submit" name="go" value="check">{words.sheet.check}</Button>
        <Button htmlType="submit" name="go" value="hand-in" type="primary">{words.sheet.handIn}</Button>
        <output className="note">{line}</output>
      </div>
    </Form>
  );
}

const typedName = /^[vndrsf]\.\d/;

function useAutosave() {
  const words = useWords(collectionWords);
  const fetcher = useFetcher<{ savedAt: string } | Problem>();
  const changed = useRef(new Set<string>());
  const sent = useRef(new FormData());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const isIdle = fetcher.state === 'idle';

  const send = () => {
    if (!form.current || changed.current.size === 0) return;
    const cells = new FormData();
    cells.set('go', 'save');
    for (const [name, said] of new FormData(form.current)) if (changed.current.has(name.slice(2))) cells.set(name, said);
    sent.current = cells;
    changed.current.clear();
    setUnsaved(false);
    void fetcher.submit(cells, { method: 'post', encType: 'multipart/form-data' });
  };
  const sendRef = useRef(send);
  useEffect(() => {
    sendRef.current = send;
  });
  useEffect(() => {
    if (isIdle && changed.current.size > 0) timer.current = setTimeout(() => sendRef.current(), pause);
    return () => clearTimeout(timer.current);
  }, [isIdle]);

  const failed = fetcher.data && !('savedAt' in fetcher.data) ? fetcher.data : undefined;
  useEffect(() => {
    if (form.current && fetcher.data && 'savedAt' in fetcher.data) noteSaved(form.current, sent.current);
  }, [fetcher.data]);
  const isOff = isIdle && isCutOff(failed);
  useEffect(() => {
    if (!isOff) return;
    for (const name of sent.current.keys()) if (typedName.test(name)) changed.current.add(name.slice(2));
    const again = () => sendRef.current();
    const later = setTimeout(again, patience);
    addEventListener('online', again);
    return () => { clearTimeout(later); removeEventListener('online', again); };
  }, [isOff]);

  const onInput = (event: React.FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    if (!typedName.test(name)) return;
    form.current = event.currentTarget;
    changed.current.add(name.slice(2));
    setUnsaved(true);
    clearTimeout(timer.current);
    if (isIdle) timer.current = setTimeout(() => sendRef.current(), pause);
  };
  /** The whole form goes: nothing is sent beside it or after it, when the sheet may be closed. */
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    meanOwn(event.currentTarget);
    clearTimeout(timer.current);
    changed.current.clear();
    setUnsaved(false);
    fetcher.reset();
  };
  const line = !isIdle ? words.sheet.saving : isUnsaved ? words.sheet.unsaved : isOff ? words.sheet.cutOff : failed ? words.sheet.notSaved : fetcher.data && 'savedAt' in fetcher.data ? words.sheet.saved(fetcher.data.savedAt) : words.sheet.autosave;
  return { onInput, onSubmit, line, failed };
}
