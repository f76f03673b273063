import type { Edition } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { workWords } from '#app/i18n/work.ts';
import { flowerOf } from '#app/routes/public/standard/flower-of.ts';
import { Flower, FlowerKey, type SeedState } from '#app/ui/light/flower.tsx';

const looks: Record<string, SeedState> = { met: 'met', partly: 'doing', 'not-applicable': 'rest' };

/** 社区之花: the newest result of every rule; a community without a result has a bud. */
export function CommunityFlower({ edition, levels, from }: { edition: Pick<Edition, 'sections'>; levels: Readonly<Record<string, string>>; from: string }) {
  const { flower: words } = useWords(workWords);
  const { child } = useWords(standardWords);
  const locale = useLocale();
  return (
    <div>
      <Flower
        sections={flowerOf(edition, locale)}
        state={(ruleId) => looks[levels[ruleId] ?? ''] ?? 'none'}
        words={{ title: words.label, child, under: (section, met) => words.under(met, section.norms.reduce((sum, norm) => sum + norm.rules.filter((rule) => levels[rule.id] !== 'not-applicable').length, 0)) }}
      />
      <FlowerKey items={(['met', 'doing', 'none', 'rest'] as const).map((look) => ({ look, word: words.key[look] }))} />
      <p className="note center">{from}</p>
    </div>
  );
}
