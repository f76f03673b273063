import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { type ShownRubric, shareOf } from './rubric-parts.tsx';

type Words = { zh: string; en: string };
type Rule = Words & { id: string; kind: string; sectionId: string };
type Props = { rubric: ShownRubric; rules: Rule[]; problem: Problem | undefined; isSaved: boolean };

/** 评分表草稿: everything the office settles, on one page. */
export function RubricForm({ rubric, rules, problem, isSaved }: Props) {
  const words = useWords(rubricsWords);
  const isSaving = useNavigation().state !== 'idle';
  const { content } = rubric;
  return (
    <Form method="post">
      {isSaved && <Alert type="success" showIcon role="status" title={words.saved} style={{ marginBottom: 16 }} />}
      <input type="hidden" name="deed" value="save" />
      <input type="hidden" name="revision" value={rubric.revision} />
      <Pane title={words.settings}>
        <TextField name="zh" label={words.fields.zh} known={rubric.zh} problem={problem} minLength={4} maxLength={120} />
        <TextField name="en" label={words.fields.en} known={rubric.en} problem={problem} minLength={4} maxLength={120} />
        <LongField name="note" label={words.fields.note} known={rubric.note} problem={problem} maxLength={1000} optional rows={3} />
        <LongField name="noteEn" label={words.fields.noteEn} known={rubric.noteEn} problem={problem} maxLength={1000} optional rows={3} />
        <div className="cols-2">
          <TextField name="effectiveFrom" type="date" label={words.fields.effectiveFrom} hint={words.hints.effectiveFrom} known={rubric.effectiveFrom} problem={problem} />
          <TextField name="passMark" type="number" min={0} max={100} step="any" label={words.fields.passMark} hint={words.hints.passMark} known={String(content.passMark ?? '')} problem={problem} optional />
          <TextField name="borderline" type="number" min={0} max={100} step="any" label={words.fields.borderline} hint={words.hints.borderline} known={String(content.borderline)} problem={problem} />
          <TextField name="minimumSample" type="number" min={2} max={1000} label={words.fields.minimumSample} hint={words.hints.minimumSample} known={String(content.minimumSample)} problem={problem} />
        </div>
      </Pane>
      <Weights content={content} problem={problem} />
      <MustRules content={content} rules={rules} problem={problem} />
      <NegativeList content={content} problem={problem} />
      <div className="dform-act"><Button type="primary" htmlType="submit" loading={isSaving}>{words.save}</Button></div>
    </Form>
  );
}

const givenList = (problem: Problem | undefined, name: string): string[] | undefined => {
  const given = problem?.given?.[name];
  return Array.isArray(given) ? given.map(String) : undefined;
};

/** 权重 with the share that each has at this moment. */
function Weights({ content, problem }: { content: RubricContent; problem: Problem | undefined }) {
  const words = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const said = (one: Words) => (en ? one.en : fullWidth(one.zh));
  const [weights, setWeights] = useState(() => new Map(content.items.map(({ id, weight }) => [id, Number(problem?.given?.[`weight-${id}`] ?? weight)])));
  const all = [...weights.values()].reduce((sum, weight) => sum + (weight || 0), 0);
  return (
    <Pane title={words.weights} note={words.weightsNote} flush>
      <table className="score-table weights">
        <thead><tr><th scope="col">{words.item}</th><th scope="col">{words.weight}</th><th scope="col">{words.share}</th></tr></thead>
        {content.sections.map((section) => (
          <tbody key={section.id}>
            {content.level !== 'section' && <tr><th scope="rowgroup" colSpan={3}>{section.id} {said(section)}</th></tr>}
            {content.items.filter((item) => item.sectionId === section.id).map((item) => (
              <tr key={item.id}>
                <td>{item.id} {said(item)}</td>
                <td>
                  <input
                    className="dctl" type="number" min={0} max={1000} step="any" required id={`field-weight-${item.id}`} name={`weight-${item.id}`} aria-label={words.weightOf(item.id)}
                    value={weights.get(item.id)} onChange={(event) => setWeights(new Map(weights).set(item.id, event.target.valueAsNumber))}
                  />
                </td>
                <td>{shareOf(weights.get(item.id) || 0, all)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Pane>
  );
}

/** 必达细则: any rule may be one; those that are chosen and the 应 of the standard stand first in sight. */
function MustRules({ content, rules, problem }: { content: RubricContent; rules: Rule[]; problem: Problem | undefined }) {
  const words = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const said = (one: Words) => (en ? one.en : fullWidth(one.zh));
  const [chosen, setChosen] = useState(() => new Set(givenList(problem, 'must') ?? content.mustRules.map(({ id }) => id)));
  const tick = (id: string, isOn: boolean) => setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <Pane title={words.must} note={words.mustNote(chosen.size)}>
      {content.sections.map((section) => {
        const own = rules.filter((rule) => rule.sectionId === section.id);
        return (
          <details className="must-rules" key={section.id} open={own.some(({ id }) => chosen.has(id))}>
            <summary>{section.id} {said(section)} · {own.filter(({ id }) => chosen.has(id)).length} / {own.length}</summary>
            {own.map((rule) => (
              <label key={rule.id}>
                <input type="checkbox" name="must[]" value={rule.id} checked={chosen.has(rule.id)} onChange={(event) => tick(rule.id, event.target.checked)} />
                <span>{rule.id} {said(rule)}</span>
              </label>
            ))}
          </details>
        );
      })}
    </Pane>
  );
}

/** 负面清单: a line in each language. */
function NegativeList({ content, problem }: { content: RubricContent; problem: Problem | undefined }) {
  const words = useWords(rubricsWords);
  const [ids, zh, en] = [givenList(problem, 'negativeId'), givenList(problem, 'negativeZh'), givenList(problem, 'negativeEn')];
  const known = ids ? ids.map((id, at) => ({ id, zh: zh?.[at] ?? '', en: en?.[at] ?? '' })) : content.negativeList;
  const [lines, setLines] = useState(known.length > 0 ? known : [{ id: '', zh: '', en: '' }]);
  const wrong = problem?.fields?.negativeZh;
  return (
    <Pane title={words.negative} note={words.negativeNote}>
      <p className="hint">{words.negativeGone}</p>
      {lines.map((line, at) => (
        <div className="negative-line" key={at} {...(at === 0 ? { id: 'field-negativeZh' } : {})}>
          <input type="hidden" name="negativeId[]" value={line.id} />
          <input className="dctl" name="negativeZh[]" aria-label={words.negativeZh(at + 1)} placeholder={words.negativeZh(at + 1)} defaultValue={line.zh} maxLength={300} lang="zh-CN" />
          <input className="dctl" name="negativeEn[]" aria-label={words.negativeEn(at + 1)} placeholder={words.negativeEn(at + 1)} defaultValue={line.en} maxLength={300} lang="en" />
        </div>
      ))}
      {wrong && <p className="wrong">{wrong.join(' ')}</p>}
      <Button disabled={lines.length >= 40} onClick={() => setLines([...lines, { id: '', zh: '', en: '' }])}>{words.addNegative}</Button>
    </Pane>
  );
}
