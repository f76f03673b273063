import type { Edition } from '#app/domain/base/standard/model.ts';
import type { SelfCheckLevel } from '#app/domain/pilot/applications/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { Flower, FlowerKey, type SeedState } from '#app/ui/light/flower.tsx';
import { SectionList } from '#app/ui/light/home-blocks.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { flowerOf } from '../standard/flower-of.ts';

const looks: Record<SelfCheckLevel, SeedState> = { met: 'met', partly: 'doing', 'not-yet': 'none' };

/** 自查之花: how far the community says it is, as a flower and in figures; the page says who said so. */
export function SelfCheckFlower({ edition, levels }: { edition: Pick<Edition, 'sections'>; levels: Record<string, SelfCheckLevel> }) {
  const { selfCheck: words } = useWords(pilotsWords);
  const { child } = useWords(standardWords);
  const locale = useLocale();
  const sections = flowerOf(edition, locale);
  const lookOf = (ruleId: string) => looks[levels[ruleId] ?? 'not-yet'];
  return (
    <Section title={words.title} lead={words.lead} mist>
      <div className="two mid half">
        <div>
          <Flower sections={sections} state={lookOf} words={{ title: words.flower, child, under: (_section, met, all) => words.under(met, all) }} />
          <FlowerKey items={(['met', 'doing', 'none'] as const).map((look) => ({ look, word: words.key[look] }))} />
        </div>
        <SectionList
          sections={sections.map((section) => {
            const rules = section.norms.flatMap((norm) => norm.rules.map((rule) => rule.id));
            const many = (level: SelfCheckLevel) => rules.filter((rule) => levels[rule] === level).length;
            return {
              id: section.id,
              name: section.name,
              text: words.counts(many('met'), many('partly'), many('not-yet'), rules.filter((rule) => !levels[rule]).length),
              count: words.rules(rules.length),
              href: `/standard#${section.id}`,
            };
          })}
        />
      </div>
    </Section>
  );
}
