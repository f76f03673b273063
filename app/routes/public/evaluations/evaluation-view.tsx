import type { ReactNode } from 'react';
import type { Edition } from '#app/domain/base/standard/model.ts';
import type { EvaluationContent } from '#app/domain/pilot/evaluation/content.ts';
import { levelsIn } from '#app/domain/pilot/evaluation/levels-in.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { CommunityFlower } from '#app/routes/work/community-flower.tsx';

type Shown = { content: EvaluationContent; sections: Edition['sections'] | null };

/** 评估报告 as a page: for the community, and for everybody once it is concluded. */
export function EvaluationView({ content, sections }: Shown) {
  const words = useWords(evaluationWords);
  const locale = useLocale();
  const lines = evaluationLines(content, locale);
  return (
    <>
      <div className="two">
        <section className="card">
          <Lines lines={lines.about} />
        </section>
        {sections ? <CommunityFlower edition={{ sections }} levels={levelsIn(content)} from={words.kinds[content.kind]} /> : null}
      </div>
      <Part title={words.summary}>{content.summary ? <p style={{ whiteSpace: 'pre-line' }}>{content.summary}</p> : null}</Part>
      <Part title={words.strengths}>{content.strengths ? <p style={{ whiteSpace: 'pre-line' }}>{content.strengths}</p> : null}</Part>
      <Part title={words.advice}>{content.advice ? <p style={{ whiteSpace: 'pre-line' }}>{content.advice}</p> : null}</Part>
      <Part title={words.streamsTitle}>{lines.streams.length > 0 ? <Lines lines={lines.streams} /> : null}</Part>
      <Part title={words.conflictsTitle}>{lines.conflicts.length > 0 ? <Lines lines={lines.conflicts} /> : null}</Part>
      <Part title={words.itemsTitle}>
        {lines.sections.map(({ name, items }, at) => (name ? <details key={name} open={at === 0}><summary>{name}</summary><Lines lines={items} /></details> : <Lines key={name} lines={items} />))}
      </Part>
      <Part title={words.voicesTitle}>{lines.voices.length > 0 ? <Lines lines={lines.voices} /> : null}</Part>
      <Part title={words.indicatorsTitle}>{lines.indicators.length > 0 ? <Lines lines={lines.indicators} /> : null}</Part>
      <Part title={words.compareTitle}>{lines.compared.length > 0 ? <Lines lines={lines.compared} /> : null}</Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return children ? <section className="card"><h2>{title}</h2>{children}</section> : null;
}

/** Lines of a report as terms and texts. */
export function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {lines.map(([term, text], at) => <div key={at}><dt>{term}</dt><dd style={{ whiteSpace: 'pre-line' }}>{text}</dd></div>)}
    </dl>
  );
}
