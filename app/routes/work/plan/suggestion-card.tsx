import { inLanguage } from '#app/domain/base/standard/model.ts';
import { method } from '#app/domain/pilot/consulting/next-norm.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import type { NextPage } from './next.tsx';

type One = NextPage['suggestions'][number];
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** 一条建议: the rule, the chance with its range drawn, the reasons in sentences, and the button that puts it into the plan. */
export function SuggestionCard({ one, nth, hasPlan, takenCases }: { one: One; nth: number; hasPlan: boolean; takenCases: readonly string[] }) {
  const all = useWords(consultingWords);
  const { next: words } = all;
  const locale = useLocale();
  return (
    <li className="card" id={`rule-${one.ruleId}`}>
      <p className="row close small"><b>{words.nth(nth)}</b><Tag kind={one.kind}>{all.kinds[one.kind]}</Tag><span className="muted">{all.levels[one.level ?? 'none']}</span></p>
      <h2><a href={`/standard/${one.ruleId}`}>{one.ruleId}</a> {inLanguage(one.rule, locale)}</h2>
      <div className="two">
        <div>
          <h3>{words.why}</h3>
          <ul className="reasons">{reasonsOf(one, all).map((reason) => <li key={reason}>{reason}</li>)}</ul>
          {one.examples.length > 0 ? <p className="small">{words.examples}{all.colon}{one.examples.map(({ code, name }, at) => <span key={code}>{at > 0 ? (locale === 'en' ? ', ' : '、') : ''}<a href={`/communities/${code}`}>{name}</a></span>)}</p> : null}
          {one.partners.length > 0 ? <p className="small">{words.providers}{all.colon}{one.partners.join(locale === 'en' ? ', ' : '、')}</p> : null}
        </div>
        <div>
          <h3>{words.chance}</h3>
          {one.chance ? <ChanceBar {...one.chance} /> : <p className="muted">{words.noChance}</p>}
          {one.cases.length > 0 ? (
            <>
              <h3 className="apart">{words.cases}</h3>
              <ul className="plaincases">
                {one.cases.map((story) => (
                  <li key={story.id}>
                    <a href={`/cases/${story.id}`}>{locale === 'en' && story.titleEn ? story.titleEn : story.title}</a>
                    <small className="muted">{[story.community, story.cost === null ? '' : all.yuan(story.cost), words.months(String(story.months))].filter(Boolean).join(' · ')}</small>
                    {hasPlan ? <form method="post" className="no-print"><input type="hidden" name="go" value="case" /><input type="hidden" name="id" value={story.id} />{takenCases.includes(story.id) ? <Tag kind="ok">{words.taken}</Tag> : <Button kind="plain" small>{words.take}</Button>}</form> : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
      {one.isPlanned ? <p><Tag kind="ok">{words.taken}</Tag></p> : hasPlan ? (
        <form method="post" className="no-print row">
          <input type="hidden" name="go" value="take" />
          <Button kind={nth === 1 ? 'primary' : 'quiet'} name="rule" value={one.ruleId}>{words.take}</Button>
        </form>
      ) : null}
    </li>
  );
}

function ChanceBar({ chance, low, high }: { chance: number; low: number; high: number }) {
  const { next: words } = useWords(consultingWords);
  return (
    <div className="chance">
      <b>{percent(chance)}</b> <span className="small muted">{words.tenth(percent(low), percent(high))}</span>
      <svg viewBox="0 0 200 16" aria-hidden="true">
        <rect className="ground" x="0" y="5" width="200" height="6" rx="3" />
        <rect className="range" x={low * 200} y="3" width={Math.max(2, (high - low) * 200)} height="10" rx="3" />
        <circle cx={chance * 200} cy="8" r="6" />
      </svg>
    </div>
  );
}

function reasonsOf(one: One, all: (typeof consultingWords)['zh-CN']): string[] {
  const { next: words } = all;
  const { chance, effort } = one;
  const known = effort !== null && effort.tasks >= method.leastTasks;
  return [
    ...(one.kind === 'must' ? [words.must] : []), ...(one.level === 'partly' ? [words.partly] : []),
    chance && chance.from !== 'none' ? words[chance.basis][chance.from](chance.n, chance.successes) : words.tooFew,
    ...(known ? [
      words.effort(effort.tasks, effort.cost === null ? words.noCost : words.cost(Math.round(effort.cost).toLocaleString('en')), words.months(effort.months === null ? '—' : effort.months.toFixed(1))),
      words.relative(one.relativeEffort.toFixed(1)),
    ] : [words.noEffort]),
  ];
}
