import { fullWidth } from '#app/domain/base/standard/model.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Words = { zh: string; en: string };
export type ShownRubric = {
  id: string; revision: number; zh: string; en: string; note: string; noteEn: string; effectiveFrom: string; content: RubricContent;
};

/** 已发布的评分表: read only. */
export function RubricParts({ rubric: { content, note, noteEn } }: { rubric: ShownRubric }) {
  const words = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const said = (one: Words) => (en ? one.en : fullWidth(one.zh));
  const told = en ? noteEn : note;
  const all = content.items.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <div>
      <Pane title={words.settings}>
        {told && <p className="prose">{told}</p>}
        <Facts
          items={[
            { name: words.fields.passMark, value: content.passMark === null ? words.undecided : words.points(content.passMark) },
            { name: words.fields.borderline, value: words.band(content.borderline) },
            { name: words.fields.minimumSample, value: words.copies(content.minimumSample) },
          ]}
        />
      </Pane>
      <Pane title={words.weights} flush>
        <table className="score-table">
          <thead><tr><th scope="col">{words.item}</th><th scope="col">{words.weight}</th><th scope="col">{words.share}</th></tr></thead>
          {content.sections.map((section) => (
            <tbody key={section.id}>
              {content.level !== 'section' && <tr><th scope="rowgroup" colSpan={3}>{section.id} {said(section)}</th></tr>}
              {content.items.filter((item) => item.sectionId === section.id).map((item) => (
                <tr key={item.id}><td>{item.id} {said(item)}</td><td>{item.weight}</td><td>{shareOf(item.weight, all)}</td></tr>
              ))}
            </tbody>
          ))}
        </table>
      </Pane>
      <Pane title={words.must} note={content.mustRules.length > 0 && words.mustNote(content.mustRules.length)}>
        {content.mustRules.length === 0 ? <p>{words.mustNone}</p> : <ul className="bulleted">{content.mustRules.map((rule) => <li key={rule.id}>{rule.id} {said(rule)}</li>)}</ul>}
      </Pane>
      <Pane title={words.negative} note={words.negativeNote}>
        {content.negativeList.length === 0 ? <p>{words.negativeNone}</p> : <ul className="bulleted">{content.negativeList.map((item) => <li key={item.id}>{said(item)}</li>)}</ul>}
      </Pane>
    </div>
  );
}

/** 占比, in per cent with one decimal. */
export function shareOf(weight: number, all: number): string {
  return all === 0 ? '—' : `${Math.round((1000 * weight) / all) / 10}%`;
}
