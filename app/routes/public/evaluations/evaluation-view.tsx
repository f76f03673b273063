import type { ReactNode } from 'react';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { type Edition, inLanguage } from '#app/domain/base/standard/model.ts';
import type { EvaluationContent } from '#app/domain/pilot/evaluation/content.ts';
import { levelsIn } from '#app/domain/pilot/evaluation/levels-in.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { CommunityFlower } from '#app/routes/work/community-flower.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';

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
      <Part title={words.summary}>
        <p style={{ whiteSpace: 'pre-line' }}>{content.summary || words.none}</p>
        <Said title={words.strengths} text={content.strengths} />
        <Said title={words.advice} text={content.advice} />
      </Part>
      <Part title={words.streamsTitle}>{lines.streams.length > 0 ? <Lines lines={lines.streams} /> : null}</Part>
      <Part title={words.conflictsTitle}>{lines.conflicts.length > 0 ? <Lines lines={lines.conflicts} /> : null}</Part>
      <Part title={words.itemsTitle}>
        {lines.sections.map(({ name, ids }, at) => {
          const items = content.items.filter(({ id }) => ids.includes(id));
          return name ? <details key={name} open={at === 0}><summary>{name}</summary><Items name={name} items={items} /></details> : <Items key={name} name={words.itemsTitle} items={items} />;
        })}
      </Part>
      <Part title={words.voicesTitle}>{lines.voices.length > 0 ? <Lines lines={lines.voices} /> : null}</Part>
      <Part title={words.indicatorsTitle}>{lines.indicators.length > 0 ? <Lines lines={lines.indicators} /> : null}</Part>
      <Part title={words.compareTitle}>{lines.compared.length > 0 ? <Lines lines={lines.compared} /> : null}</Part>
    </>
  );
}

const squares: Record<Level, SquareState> = { met: 'done', partly: 'now', 'not-met': 'late', 'not-applicable': 'rest' };

/** 逐项: what was found of each, what every stream says, and the note. */
function Items({ name, items }: { name: string; items: EvaluationContent['items'] }) {
  const words = useWords(evaluationWords);
  const locale = useLocale();
  const level = (one: Level) => <Status state={squares[one]}>{words.levels[one]}</Status>;
  const hasStreams = items.some(({ said }) => said.length > 0);
  return (
    <DataTable
      caption={name}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { head: words.item, isName: true, cell: (item) => <>{item.id} {inLanguage(item, locale)}{item.isMust ? <> <b>{words.must}</b></> : null}</> },
        { head: words.level, cell: (item) => (item.level ? level(item.level) : words.notSaid) },
        ...(hasStreams ? [{ head: words.streamsTitle, cell: (item: EvaluationContent['items'][number]) => item.said.map((one) => <span key={one.stream}>{words.streams[one.stream]} {level(one.level)} </span>) }] : []),
        ...(items.some(({ note }) => note !== '') ? [{ head: words.note, cell: (item: EvaluationContent['items'][number]) => item.note }] : []),
      ]}
    />
  );
}

function Said({ title, text }: { title: string; text: string }) {
  return text ? <><h3>{title}</h3><p style={{ whiteSpace: 'pre-line' }}>{text}</p></> : null;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return children ? <section className="card"><h2>{title}</h2>{children}</section> : null;
}

/** Lines of a report as terms and texts. */
export function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {lines.map(([term, text], at) => <div key={at}><dt>{term}</dt><dd style={{ whiteSpace: 'pre-line' }}><Mixed>{text}</Mixed></dd></div>)}
    </dl>
  );
}
