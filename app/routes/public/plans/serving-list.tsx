import type { Serving } from '#app/domain/city/city-plans/serving.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { servingWords } from '#app/i18n/serving.ts';
import { Tag } from '#app/ui/light/tag.tsx';
import { told } from './words.ts';

/** 服务的指标, each with the actions of published plans that carry it. */
export function ServingList({ rows, isPart = false }: { rows: readonly Serving[]; isPart?: boolean }) {
  const words = useWords(servingWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  return (
    <ul className="cityplans">
      {rows.map((row) => (
        <li key={row.code}>
          <h3><small>{row.code}</small> {told(row, locale)}</h3>
          {row.uses.length === 0 ? <p className="small muted">{isPart ? words.notHere : words.noPlan}</p> : row.uses.map((use) => (
            <p key={`${use.planId} ${use.action}`} className="row close small">
              <a href={`/plans/${use.planId}/actions/${use.action}#${use.code}`}>{use.action} {told(use.named, locale)}</a>
              <Tag kind={use.state === 'closed' ? 'plain' : 'ok'}>{city.states[use.state]}</Tag>{use.isExample ? <Tag kind="check">{city.example}</Tag> : null}
              <span className="muted">{use.place || city.nation} · {told(use.plan, locale)}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
