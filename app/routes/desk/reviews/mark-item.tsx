import type { SelfCheckLevel } from '#app/domain/pilot/applications/model.ts';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import { levelsFor, type NotedMark } from '#app/domain/pilot/review/marks.ts';
import type { Clash } from '#app/domain/pilot/review/merge-marks.ts';
import { needsNote, type Level, type RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import type { MarkLine } from './mark-parts.ts';

export type SelfCheck = ReadonlyMap<string, { level: string; note: string }>;
type Props = {
  line: MarkLine; mark: NotedMark; level: RubricContent['level']; range: { from: number; to: number }; selfCheck: SelfCheck; lacks: 'answer' | 'note' | undefined; clash: Clash | undefined;
  isHere: boolean; isOpen: boolean; papers: string; onHere: () => void; onSet: (part: Partial<NotedMark>) => void; onSettle: (clash: Clash, isMine: boolean) => void;
};

/** 评分的一项: level or score, note and place; opened, it shows its rules and what the applicant says of them. */
export function MarkItem({ line, mark, level, range, selfCheck, lacks, clash, isHere, isOpen, papers, onHere, onSet, onSettle }: Props) {
  const words = useWords(markingWords);
  const { levels } = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const isScored = level === 'section' && line.part === 'item';
  const isShown = isHere || clash !== undefined || isScored;
  const isWanted = isOpen && needsNote(mark);
  const title = `mark-title-${line.id}`;
  return (
    <div id={`mark-${line.id}`} className={`mark-item ${line.part} ${isHere ? 'here' : ''} ${mark.level === 'found' ? 'found' : ''}`} tabIndex={-1} role="group" aria-labelledby={title}>
      <button type="button" className="t" aria-expanded={isShown} onClick={onHere}>
        <span className={`dot ${mark.level ?? (mark.score === null ? 'none' : 'met')}`} aria-hidden="true" />
        <span id={title}>{line.part === 'negative' ? '' : `${line.id} `}{en ? line.en : fullWidth(line.zh)}{line.isMust && <em>{words.mustTag}</em>}</span>
      </button>
      {!isScored && (
        <div className="seg" role="group" aria-labelledby={title}>
          {levelsFor(line.part).map((one) => (
            <button type="button" key={one} className={one === 'not' || one === 'found' ? 'no' : ''} aria-pressed={mark.level === one} disabled={!isOpen} onClick={() => onSet({ level: mark.level === one ? null : one, score: null })}>{levels[one]}</button>
          ))}
        </div>
      )}
      {clash && <ClashBox clash={clash} onSettle={onSettle} />}
      {isShown && line.rules.length > 0 && <Rules line={line} selfCheck={selfCheck} isOpen={!isScored} />}
      {isShown && line.rules.length === 0 && line.part !== 'negative' && selfCheck.size > 0 && <SelfLine level={selfCheck.get(line.id)} />}
      {isShown ? (
        <div className="fields">
          {isScored && (
            <label>
              {words.score(range.from, range.to)}
              <input className="dctl" type="number" step="0.01" min={range.from} max={range.to} inputMode="decimal" name={`score-${line.id}`} value={mark.score ?? ''} readOnly={!isOpen} onChange={(event) => onSet({ score: Number.isNaN(event.target.valueAsNumber) ? null : event.target.valueAsNumber, level: null })} />
            </label>
          )}
          <label className="note-field">
            {isScored ? words.comment : isWanted ? words.noteNeeded : words.note}
            <textarea className="dctl" name={`note-${line.id}`} rows={2} maxLength={2000} placeholder={isOpen ? words.noteHint : ''} value={mark.note} readOnly={!isOpen} onChange={(event) => onSet({ note: event.target.value })} />
          </label>
          <label className="page-field">
            {words.page}
            <input className="dctl" name={`page-${line.id}`} list={papers} maxLength={120} placeholder={isOpen ? words.pageHint : ''} value={mark.page} readOnly={!isOpen} onChange={(event) => onSet({ page: event.target.value })} />
          </label>
        </div>
      ) : (
        (mark.note || mark.page) && <p className="why" lang="zh-CN">{mark.note}{mark.page && <small> {mark.page}</small>}</p>
      )}
      {isOpen && lacks === 'note' && <p className="lack">{words.lacks.note}</p>}
    </div>
  );
}

/** 包含的细则, each with what the applicant says of itself. */
function Rules({ line, selfCheck, isOpen }: { line: MarkLine; selfCheck: SelfCheck; isOpen: boolean }) {
  const words = useWords(markingWords);
  const en = useLocale() === 'en';
  return (
    <details className="rules" open={isOpen}>
      <summary>{words.rules}</summary>
      <ul>{line.rules.map((rule) => <li key={rule.id}>{rule.id} {en ? rule.en : fullWidth(rule.zh)}{selfCheck.size > 0 && <SelfLine level={selfCheck.get(rule.id)} />}</li>)}</ul>
    </details>
  );
}

function SelfLine({ level }: { level: { level: string; note: string } | undefined }) {
  const words = useWords(markingWords);
  return <small className="self">{words.selfCheck}{level ? words.selfLevels[level.level as SelfCheckLevel] : words.selfNone}{level?.note && ` · ${level.note}`}</small>;
}

/** 两个窗口不一样: both are shown, and one is chosen. */
function ClashBox({ clash, onSettle }: { clash: Clash; onSettle: Props['onSettle'] }) {
  const words = useWords(markingWords);
  const { levels } = useWords(rubricsWords);
  const told = ({ level, score, note, page }: NotedMark) => [level ? levels[level as Level] : (score ?? words.blank), note, page].filter((one) => one !== '').join(' · ');
  return (
    <div className="clash" role="alert">
      <b>{words.clash}</b>
      <p><small>{words.here}</small> {told(clash.mine)} <button type="button" onClick={() => onSettle(clash, true)}>{words.keepHere}</button></p>
      <p><small>{words.there}</small> {told(clash.theirs)} <button type="button" onClick={() => onSettle(clash, false)}>{words.takeThere}</button></p>
    </div>
  );
}
