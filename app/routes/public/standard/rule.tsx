import { addressOf } from '#app/domain/base/standard/filter.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { servingWhat } from '#app/domain/city/city-plans/serving.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { servingWords } from '#app/i18n/serving.ts';
import { siteWords } from '#app/i18n/site.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import { RuleCard } from '#app/ui/light/standard-parts.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { CaseCards } from '../cases/case-card.tsx';
import { PageTitle } from '../page-title.tsx';
import { ServingList } from '../plans/serving-list.tsx';
import { ruleLine, thresholdText } from './rule-line.tsx';
import type { Route } from './+types/rule.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const edition = await currentEdition(ctx);
    const rules = rulesOf(edition);
    const at = rules.findIndex((one) => one.id === params.ruleId);
    const rule = rules[at];
    if (!rule) throw new Refusal('rule-not-found', 404);
    return {
      rule,
      serving: await servingWhat(ctx, 'standard', rule.id, {}, 10),
      cases: (await listCases(ctx, { rule: rule.id }, 3)).rows,
      previous: rules[at - 1]?.id,
      next: rules[at + 1]?.id,
      neighbours: rules.filter((one) => one.norm.id === rule.norm.id && one.id !== rule.id),
      sources: [...new Set([...rule.src, ...(rule.threshold?.src ? [rule.threshold.src] : [])])].flatMap((id) => {
        const source = edition.sources[id];
        return source ? [{ ...source, id }] : [];
      }),
    };
  });
}

export default function RulePage({ loaderData: { rule, serving, cases, previous, next, neighbours, sources } }: Route.ComponentProps) {
  const words = useWords(standardWords);
  const site = useWords(siteWords);
  const library = useWords(casesWords);
  const serves = useWords(servingWords);
  const locale = useLocale();
  const { threshold } = rule;
  return (
    <div className="wrap body">
      <PageTitle title={`${rule.id} ${inLanguage(rule, locale)}`} />
      <Breadcrumb
        label={site.crumb}
        links={[
          { href: '/', label: site.nav.home },
          { href: '/standard', label: site.nav.standard },
          { href: `/standard#${rule.norm.id}`, label: `${rule.norm.id} ${inLanguage(rule.norm, locale)}` },
        ]}
        here={rule.id}
      />
      <PageHead
        title={inLanguage(rule, locale)}
        tags={
          <>
            <Tag kind={rule.kind}>{words.kinds[rule.kind]}</Tag>
            {rule.isSeen ? null : <Tag kind="check">{words.check}</Tag>}
            <span>{words.ruleOf(rule.id, inLanguage(rule.norm, locale))}</span>
          </>
        }
      />
      <Facts
        facts={[
          { term: words.standsIn, text: `${rule.section.id} ${inLanguage(rule.section, locale)} › ${rule.norm.id} ${inLanguage(rule.norm, locale)}` },
          { term: words.degree, text: words.kindsLong[rule.kind] },
          { term: words.status, text: rule.isSeen ? words.seen : `${words.check}：${words.checkWhy}` },
          { term: words.threshold, text: threshold ? thresholdText(threshold, locale) : words.noThreshold },
          ...(threshold ? [{ term: words.basis, text: `${words.thresholdFrom[threshold.from]}${threshold.note ? `（${inLanguage(threshold.note, locale)}）` : ''}` }] : []),
          { term: words.evidence, text: rule.evidence.map((kind) => words.evidences[kind] ?? kind).join(locale === 'en' ? ', ' : '、') },
          ...(threshold ? [] : [{ term: words.basis, text: words.bases[rule.basis] ?? rule.basis }]),
        ]}
      />
      <section className="sec tight">
        <h2>{words.crosswalk}</h2>
        <div className="prose">
          <ul>
          {rule.draftItems.map((item) => (
            <li key={`p${item}`}>
              <a href={addressOf({ item })}>
                {words.byItem} {item}
              </a>
              <span> {words.items[item - 1]}</span>
            </li>
          ))}
          {rule.goalAreas.map((goal) => (
            <li key={`g${goal}`}>
              <a href={addressOf({ goal })}>
                {words.byGoal} {goal}
              </a>
              <span> {words.goals[goal - 1]}</span>
            </li>
          ))}
          </ul>
        </div>
        <h2>{words.sources}</h2>
        <div className="prose">
          <ul>
          {sources.map((source) => (
            <li key={source.id}>
              {source.url ? (
                <a href={source.url} rel="noreferrer">
                  {inLanguage(source, locale)}
                </a>
              ) : (
                inLanguage(source, locale)
              )}
            </li>
          ))}
          </ul>
        </div>
      </section>
      <section className="sec tight">
        <h2>{serves.forRule}</h2>
        {serving.rows.length === 0 ? <p>{serves.none}</p> : <ServingList rows={serving.rows} isPart={serving.next !== undefined} />}
        <p><a href={`/plans/serving?frame=standard&target=${rule.id}`}>{serving.next ? serves.allForRule : serves.moreForRule}</a></p>
      </section>
      {cases.length > 0 ? (
        <section className="sec tight">
          <h2>{library.forRule}</h2>
          <CaseCards rows={cases} />
          <p><a href={`/cases?rule=${rule.id}`}>{library.moreForRule}</a></p>
        </section>
      ) : null}
      {neighbours.length ? (
        <section>
          <h2>{words.neighbours}</h2>
          {neighbours.map((one) => (
            <RuleCard key={one.id} rule={ruleLine(one, words, locale)} />
          ))}
        </section>
      ) : null}
      <p className="row between apart">
        {previous ? <ButtonLink kind="quiet" small href={`/standard/${previous}`}>{`← ${words.previousRule} ${previous}`}</ButtonLink> : <span />}
        {next ? <ButtonLink kind="quiet" small href={`/standard/${next}`}>{`${words.nextRule} ${next} →`}</ButtonLink> : <span />}
      </p>
    </div>
  );
}
