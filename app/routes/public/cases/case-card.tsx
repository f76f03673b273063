import type { CaseLine } from '#app/domain/pilot/case-library/read.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { DemoMark } from '#app/ui/light/tag.tsx';

type Card = Pick<CaseLine, 'id' | 'content' | 'community' | 'place' | 'reach'>;

/** 案例卡片: what was done, by whom, at what cost, for which ages. */
export function CaseCards({ rows, demoWord, beside, head: Head = 'h3' }: { rows: readonly Card[]; demoWord?: string | undefined; beside?: (row: Card) => React.ReactNode; head?: 'h2' | 'h3' }) {
  const words = useWords(casesWords);
  const locale = useLocale();
  return (
    <ul className="cases">
      {rows.map((row) => (
        <li key={row.id}>
          <Head><a href={`/cases/${row.id}`}>{titleOf(row.content, locale)}</a></Head>
          <p>{summaryOf(row.content, locale)}</p>
          <div className="figures">
            <span>{words.cost(row.content.cost)}{demoWord ? <DemoMark word={demoWord} /> : null}</span>
            <span>{words.months(row.content.months)}</span>
            {row.content.ages.length > 0 ? <span>{row.content.ages.map((age) => words.ages[age]).join(locale === 'en' ? ', ' : '、')}</span> : null}
            <span>{words.rules(row.content.ruleIds.length)}</span>
          </div>
          <p className="whose">{words.ofCommunity(row.community, row.place)}<br />{words.reach(row.reach)}</p>
          {beside?.(row)}
        </li>
      ))}
    </ul>
  );
}

type Told = Pick<CaseLine['content'], 'title' | 'titleEn' | 'summary' | 'summaryEn'>;

/** What has not been put into English is shown as it was written. */
export const titleOf = ({ title, titleEn }: Told, locale: string) => (locale === 'en' && titleEn ? titleEn : title);
export const summaryOf = ({ summary, summaryEn }: Told, locale: string) => (locale === 'en' && summaryEn ? summaryEn : summary);
