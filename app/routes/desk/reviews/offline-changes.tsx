import { Button } from 'antd';
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import type { NotedMark } from '#app/domain/pilot/review/marks.ts';
import type { OfflineLine, OfflinePreview } from '#app/domain/pilot/review/preview-offline.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { offlineWords } from '#app/i18n/offline.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Props = { preview: OfflinePreview; rubric: RubricContent };

/** 核对改动: what the form would write, line by line, and what in it could not be understood. */
export function OfflineChanges({ preview, rubric }: Props) {
  const words = useWords(offlineWords);
  const name = useNames(rubric);
  const isBusy = useNavigation().state === 'submitting';
  const [chosen, setChosen] = useState(() => new Set(preview.lines.filter(({ isClash }) => !isClash).map(({ itemId }) => itemId)));
  const tick = (id: string, isOn: boolean) => setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <Pane title={words.preview} note={words.found(preview.lines.length)}>
      {preview.isStale && <p className="soon">{words.stale}</p>}
      {preview.keptOnline > 0 && <p>{words.online(preview.keptOnline)}</p>}
      {preview.missing.length > 0 && <p>{words.missing(preview.missing.length)} {preview.missing.join(' ')}</p>}
      {preview.faults.length > 0 && (
        <div className="offline-faults" role="alert">
          <b>{words.faults(preview.faults.length)}</b>
          <ul>{preview.faults.map((fault) => <li key={`${fault.cell}-${fault.fault}`}><b>{fault.cell}</b> {name(fault.itemId)} {words.faultWords[fault.fault]}</li>)}</ul>
        </div>
      )}
      {preview.lines.length > 0 && (
        <Form method="post" action="?">
          <input type="hidden" name="deed" value="take" />
          <input type="hidden" name="revision" value={preview.revision} />
          <div className="scroll-x" role="group" tabIndex={0} aria-label={words.preview}>
            <table className="score-table">
              <thead><tr>{(['take', 'item', 'cell', 'now', 'file'] as const).map((column) => <th key={column} scope="col">{words.columns[column]}</th>)}</tr></thead>
              <tbody>{preview.lines.map((line) => <Line key={line.itemId} line={line} name={name(line.itemId)} isChosen={chosen.has(line.itemId)} onTick={(isOn) => tick(line.itemId, isOn)} />)}</tbody>
            </table>
          </div>
          <div className="act"><Button type="primary" htmlType="submit" loading={isBusy} disabled={chosen.size === 0}>{chosen.size === 0 ? words.nothing : words.take(chosen.size)}</Button></div>
        </Form>
      )}
    </Pane>
  );
}

function Line({ line: { itemId, cell, now, file, isClash }, name, isChosen, onTick }: { line: OfflineLine; name: string; isChosen: boolean; onTick: (isOn: boolean) => void }) {
  const words = useWords(offlineWords);
  const { levels } = useWords(rubricsWords);
  const told = ({ level, score, note, page }: NotedMark) => [level ? levels[level] : score === null ? '' : String(score), note, page].filter(Boolean).join(' · ') || words.blank;
  const fields = itemId === 'overall' ? { overall: file.note } : { [`level-${itemId}`]: file.level ?? '', [`score-${itemId}`]: file.score === null ? '' : String(file.score), [`note-${itemId}`]: file.note, [`page-${itemId}`]: file.page };
  return (
    <tr>
      <td>
        <input type="checkbox" checked={isChosen} aria-label={`${words.columns.take} ${name}`} onChange={(event) => onTick(event.target.checked)} />
        {isChosen && Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
      </td>
      <td>{name}{isClash && <small className="soon">{words.clash}</small>}</td>
      <td>{cell}</td>
      <td>{told(now)}</td>
      <td>{told(file)}</td>
    </tr>
  );
}

/** Names of the items of a rubric by their ids. */
function useNames(rubric: RubricContent): (id: string) => string {
  const words = useWords(offlineWords);
  const en = useLocale() === 'en';
  const named = new Map([...rubric.items, ...rubric.mustRules].map((item) => [item.id, `${item.id} ${en ? item.en : fullWidth(item.zh)}`]));
  for (const item of rubric.negativeList) named.set(item.id, en ? item.en : fullWidth(item.zh));
  named.set('overall', words.sheet.overall);
  return (id) => named.get(id) ?? id;
}
