import { adviceLines, explainedFacts } from '#app/domain/pilot/panels/explained-lines.ts';
import type { Judged } from '#app/domain/pilot/panels/judged.ts';
import type { Explanation } from '#app/domain/pilot/panels/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Sections = Explanation['sections'] | Judged['sections'];

/** 逐项所见: item by item, by section. */
export function FoundItems({ sections }: { sections: Sections }) {
  const { explanation: words } = useWords(panelWords);
  const en = useLocale() === 'en';
  return (
    <div className="found">
      {sections.map((section) => (
        <details key={section.id} open={section.items.some(({ finding }) => finding === 'not' || finding === 'partly')}>
          <summary>{en ? section.en : section.zh}{section.score !== null && ` · ${words.sectionScore(section.score)}`}</summary>
          <ul className="found-list">
            {section.items.map((item) => (
              <li key={item.id}><span className={item.finding === 'not' ? 'late' : item.finding === 'partly' ? 'soon' : ''}>{words.findings[item.finding]}</span><span>{en ? item.en : item.zh}</span></li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** 决定说明 as it was frozen, with its documents. */
export function ExplanationPane({ id, frozen }: { id: string; frozen: { content: Explanation; hash: string; sequence: number; frozenAt: Date } | null }) {
  const { explanation: words, hash } = useWords(panelWords);
  const locale = useLocale();
  if (!frozen) return <Pane title={words.title}><p className="note">{words.none}</p></Pane>;
  const advice = adviceLines(frozen.content, locale);
  return (
    <Pane
      title={words.title}
      actions={<>{(['pdf', 'docx'] as const).map((format) => <a key={format} href={`/desk/applications/${id}/explanation/explanation.${format}`} download aria-label={words.download(format === 'pdf' ? words.pdf : words.word)}>{format === 'pdf' ? words.pdf : words.word} </a>)}</>}
    >
      <Facts items={explainedFacts(frozen.content, locale).map(([name, value]) => ({ name, value: <span className="prose">{value}</span> }))} />
      {frozen.content.strengths && <><h3>{words.strengths}</h3><p className="prose">{frozen.content.strengths}</p></>}
      {advice.length > 0 && <><h3>{words.advice}</h3><ul>{advice.map((line) => <li key={line} className="prose">{line}</li>)}</ul></>}
      <h3>{words.sections}</h3>
      <FoundItems sections={frozen.content.sections} />
      <p className="note">{words.frozen(shortTime(frozen.frozenAt, locale), frozen.sequence)}</p>
      <p className="mono">{hash} {frozen.hash}</p>
    </Pane>
  );
}
