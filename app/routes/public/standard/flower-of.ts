import { type Edition, inLanguage } from '#app/domain/base/standard/model.ts';
import type { FlowerSection } from '#app/ui/light/flower-geometry.ts';

/** The edition as the flower draws it. */
export function flowerOf(edition: Pick<Edition, 'sections'>, locale: string): FlowerSection[] {
  return edition.sections.map((section) => ({
    id: section.id,
    name: inLanguage(section, locale),
    norms: section.norms.map((norm) => ({
      id: norm.id,
      rules: norm.rules.map((rule) => ({ id: rule.id, kind: rule.kind, name: inLanguage(rule, locale) })),
    })),
  }));
}
