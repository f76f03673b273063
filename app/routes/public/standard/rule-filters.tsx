import { addressOf, passes, type RuleFilter } from '#app/domain/base/standard/filter.ts';
import { draftItems, type Edition, evidenceKinds, goalAreas, inLanguage, ruleKinds, rulesOf } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { type Filter, FilterBar } from '#app/ui/light/filters.tsx';

/** 筛选: every choice is a link with the number of rules it would leave. */
export function RuleFilters({ edition, filter }: { edition: Edition; filter: RuleFilter }) {
  const words = useWords(standardWords);
  const locale = useLocale();
  const rules = rulesOf(edition);
  const link = (label: string, change: Partial<RuleFilter>, isCurrent: boolean): Filter => {
    const wanted: RuleFilter = { ...filter, ...change };
    if (isCurrent) for (const name of Object.keys(change)) delete wanted[name as keyof RuleFilter];
    const count = rules.filter((rule) => passes(rule, { ...filter, ...change })).length;
    return { href: addressOf(wanted), label, count, current: isCurrent };
  };
  const { text } = filter;
  const all = {
    href: addressOf(text ? { text } : {}),
    label: words.all,
    count: rules.filter((rule) => passes(rule, text ? { text } : {})).length,
    current: Object.keys(filter).every((name) => name === 'text'),
  };
  const isMore = Boolean(filter.evidence ?? filter.item ?? filter.goal);
  return (
    <div className="stacked noprint">
      <FilterBar
        label={words.filterBy}
        filters={[
          all,
          ...ruleKinds.map((kind) => link(words.kinds[kind], { kind }, filter.kind === kind)),
          link(words.withThreshold, { threshold: 'yes' }, filter.threshold === 'yes'),
          link(words.check, { seen: 'no' }, filter.seen === 'no'),
          link(words.seen, { seen: 'yes' }, filter.seen === 'yes'),
        ]}
      />
      <FilterBar
        label={words.bySection}
        filters={edition.sections.map((section) =>
          link(`${section.id} ${inLanguage(section, locale)}`, { section: section.id }, filter.section === section.id),
        )}
      />
      <details className="box" open={isMore}>
        <summary>{words.moreFilters}</summary>
        <div className="stacked">
          <FilterBar
            label={words.byItem}
            filters={draftItems.map((item) => link(`${item} ${words.items[item - 1]}`, { item }, filter.item === item))}
          />
          <FilterBar
            label={words.byGoal}
            filters={goalAreas.map((goal) => link(`${goal} ${words.goals[goal - 1]}`, { goal }, filter.goal === goal))}
          />
          <FilterBar
            label={words.byEvidence}
            filters={evidenceKinds
              .filter((kind) => rules.some((rule) => rule.evidence.includes(kind)))
              .map((kind) => link(words.evidences[kind] ?? kind, { evidence: kind }, filter.evidence === kind))}
          />
        </div>
      </details>
    </div>
  );
}
