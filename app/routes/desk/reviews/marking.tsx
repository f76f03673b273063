import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { NotedMark } from '#app/domain/pilot/review/marks.ts';
import { blankMark } from '#app/domain/pilot/review/merge-marks.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import { MarkItem, type SelfCheck } from './mark-item.tsx';
import { type AskedRule, groupsOf, lacksOf, type MarkGroup } from './mark-parts.ts';
import { MarkSum } from './mark-sum.tsx';
import { deedOf } from './marking-keys.ts';
import { useMarks } from './use-marks.ts';

type Props = {
  review: { id: string; revision: number; overall: string; state: string; isOpen: boolean; scoreFrom: number; scoreTo: number };
  open: { rubric: RubricContent; rules: AskedRule[]; marks: NotedMark[]; selfCheck: { ruleId: string; level: string; note: string }[]; papers: { name: string }[] };
};

/** 评分清单: items by section, must-rules apart, the negative list; by mouse or by key, saved by itself. */
export function Marking({ review, open }: Props) {
  const words = useWords(markingWords);
  const { rubric } = open;
  const held = useMarks(review.id, { revision: review.revision, overall: review.overall, marks: open.marks }, review.isOpen);
  const pane = useRef<HTMLElement>(null);
  const [here, setHere] = useState('');
  const [isHelped, setHelped] = useState(false);
  const groups = groupsOf(rubric, open.rules);
  const lines = groups.flatMap((group) => group.lines);
  const lacks = lacksOf(rubric, held.marks);
  const selfCheck: SelfCheck = new Map(open.selfCheck.map((one) => [one.ruleId, one]));

  const focus = (id: string, within = '') => {
    flushSync(() => setHere(id)); // opened before the next key arrives, so that not a letter is lost
    const item = pane.current?.querySelector<HTMLElement>(`[id="mark-${id}"]`);
    (within ? item?.querySelector<HTMLElement>(within) : item)?.focus();
  };
  const go = (by: 1 | -1) => {
    const at = lines.findIndex(({ id }) => id === here);
    const next = lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)];
    if (next) focus(next.id);
  };
  const goToNext = () => {
    const at = lines.findIndex(({ id }) => id === here);
    const next = [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(({ id }) => lacks.has(id));
    if (next) focus(next.id);
  };
  const keyed = useEffectEvent((event: KeyboardEvent) => {
    const line = lines.find(({ id }) => id === here);
    const deed = deedOf(event, line?.part);
    if (!deed) return;
    event.preventDefault();
    if (deed.do === 'help') setHelped(!isHelped);
    if (deed.do === 'go') go(deed.by);
    if (deed.do === 'next') goToNext();
    if (!line) return;
    if (deed.do === 'note') focus(line.id, 'textarea');
    if (deed.do === 'leave') focus(line.id);
    if (deed.do === 'level' && review.isOpen && !(rubric.level === 'section' && line.part === 'item')) held.set(line.id, { level: deed.level, score: null });
  });
  useEffect(() => {
    const whole = pane.current!;
    const listen = (event: KeyboardEvent) => keyed(event);
    const follow = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest('.mark-item') : null;
      if (item) setHere(item.id.slice('mark-'.length));
    };
    whole.addEventListener('keydown', listen);
    whole.addEventListener('focusin', follow);
    return () => {
      whole.removeEventListener('keydown', listen);
      whole.removeEventListener('focusin', follow);
    };
  }, [pane]);
  return (
    <section className="pane marking" aria-label={words.title} ref={pane} tabIndex={-1}>
      <div className="pane-head">
        <h2>{words.title}</h2>
        <p>{words.progress(lines.length - lacks.size, lines.length)}</p>
        <div className="act"><button type="button" className="plain-link" aria-expanded={isHelped} onClick={() => setHelped(!isHelped)}>{words.keys} ?</button></div>
      </div>
      {isHelped && <KeyHelp />}
      <datalist id="review-papers">{[...new Set(open.papers.map(({ name }) => name))].map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      {groups.map((group) => (
        <div className={`mark-group ${group.part}`} key={group.id}>
          <GroupHead group={group} left={group.lines.filter(({ id }) => lacks.has(id)).length} found={group.lines.filter(({ id }) => held.marks.get(id)?.level === 'found').length} />
          <div>
            {group.lines.map((line) => (
              <MarkItem
                key={line.id} line={line} mark={held.marks.get(line.id) ?? blankMark(line.id)} level={rubric.level} range={{ from: review.scoreFrom, to: review.scoreTo }} selfCheck={selfCheck}
                lacks={lacks.get(line.id)} clash={held.clashes.find(({ itemId }) => itemId === line.id)} isHere={here === line.id} isOpen={review.isOpen} papers="review-papers"
                onHere={() => setHere(line.id)} onSet={(part) => held.set(line.id, part)} onSettle={held.settle}
              />
            ))}
          </div>
        </div>
      ))}
      <div className="mark-group overall">
        <label>
          <b>{words.overall}</b>
          <textarea className="dctl" name="overall" rows={3} maxLength={4000} value={held.overall} readOnly={!review.isOpen} onChange={(event) => held.setOverall(event.target.value)} />
        </label>
      </div>
      <MarkSum review={review} rubric={rubric} held={held} left={lacks.size} onNext={goToNext} />
    </section>
  );
}

function GroupHead({ group, left, found }: { group: MarkGroup; left: number; found: number }) {
  const words = useWords(markingWords);
  const en = useLocale() === 'en';
  if (group.part === 'item') return group.words && <h3>{group.id} {en ? group.words.en : fullWidth(group.words.zh)} <small>{group.lines.length - left} / {group.lines.length}</small></h3>;
  return (
    <>
      <h3>{group.part === 'negative' && <span className="stop-sign" aria-hidden="true">{words.stop}</span>}{words.parts[group.part]} <small>{group.lines.length - left} / {group.lines.length}</small></h3>
      <p className="why">{group.part === 'must' ? words.mustNote : words.negativeNote}</p>
      {found > 0 && <p className="stopped" role="alert">{words.stopped(found)}</p>}
    </>
  );
}

function KeyHelp() {
  const words = useWords(markingWords);
  return (
    <div className="key-help">
      <p>{words.keysHint}</p>
      <dl>{words.keyLines.map(([key, what]) => [<dt key={`${key}.`}><kbd>{key}</kbd></dt>, <dd key={key}>{what}</dd>])}</dl>
    </div>
  );
}
