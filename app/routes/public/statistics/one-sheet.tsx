import type { Level } from '#app/domain/base/rule-results/model.ts';
import { unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { Flower, FlowerKey, type SeedState } from '#app/ui/light/flower.tsx';
import { SectionList } from '#app/ui/light/home-blocks.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { flowerOf } from '../standard/flower-of.ts';
import type { Figures, Full } from './load.ts';

const looks: Record<Level, SeedState> = { met: 'met', partly: 'doing', 'not-met': 'none', 'not-applicable': 'none' };

/** 一个社区的逐条结果: the flower, the sections in figures, and the musts that are not fully met. */
export function OneSheet({ one: { edition, levels, concludedAt }, set }: { one: NonNullable<Full['one']>; set: Figures['set'] }) {
  const words = useWords(statisticsWords);
  const { child } = useWords(standardWords);
  const locale = useLocale();
  const sections = flowerOf(edition, locale);
  const lookOf = (ruleId: string): SeedState => (levels[ruleId] ? looks[levels[ruleId]] : 'none');
  const rules = rulesOf(edition);
  const unmet = new Set(unmetMusts(rules, levels));
  return (
    <Section title={words.one.title} lead={`${words.one.lead(words.streams[set.stream], set.year)} ${words.one.concluded(concludedAt)}`} mist tight>
      <div className="two mid half">
        <div>
          <Flower sections={sections} state={lookOf} words={{ title: words.one.flower, child, under: (_section, met, all) => words.one.under(met, all) }} />
          <FlowerKey items={(['met', 'doing', 'none'] as const).map((look) => ({ look, word: words.one.key[look] }))} />
        </div>
        <SectionList
          sections={sections.map((section) => {
            const ids = section.norms.flatMap((norm) => norm.rules.map((rule) => rule.id));
            const many = (level: Level) => ids.filter((id) => levels[id] === level).length;
            const said = [many('met'), many('partly'), many('not-met')] as const;
            return {
              id: section.id, name: section.name, href: `/standard#${section.id}`,
              text: words.one.counts(...said, ids.length - said[0] - said[1] - said[2]), count: words.one.under(said[0], ids.length),
            };
          })}
        />
      </div>
      <h3>{words.one.musts}</h3>
      {unmet.size === 0 ? <p>{words.one.allMet}</p> : (
        <ul className="linklist">
          {rules.filter(({ id }) => unmet.has(id)).map((rule) => (
            <li key={rule.id}><a href={`/standard/${rule.id}`}>{rule.id} {inLanguage(rule, locale)}</a></li>
          ))}
        </ul>
      )}
    </Section>
  );
}
