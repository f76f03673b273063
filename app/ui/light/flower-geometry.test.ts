import { describe, expect, it } from 'vitest';
import standard from '../../../data/standard.json';
import { drawFlower, flowerBox, seedRadius, type FlowerSection } from './flower-geometry.ts';

const sectionsIn = (language: 'zh' | 'en') =>
  standard.sections.map((section) => ({
    id: section.id,
    name: section[language],
    norms: section.norms.map((norm) => ({
      id: norm.id,
      rules: norm.rules.map((rule) => ({ id: rule.id, kind: rule.kind as 'must', name: rule[language] })),
    })),
  })) satisfies FlowerSection[];

describe('the flower of the standard', () => {
  const petals = drawFlower(sectionsIn('zh'));
  const rows = petals.flatMap((petal) => petal.rows);
  const seeds = rows.flatMap((row) => row.seeds);

  it('has five petals, nineteen rows and seventy-seven seeds', () => {
    expect([petals.length, rows.length, seeds.length]).toEqual([5, 19, 77]);
    expect(new Set(seeds.map((seed) => seed.id)).size).toBe(77);
    expect(petals.map((petal) => petal.rules)).toEqual([14, 12, 22, 18, 11]);
  });

  it('lets no two seeds touch', () => {
    const gaps = seeds.flatMap((one, index) =>
      seeds.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(2 * seedRadius);
  });

  it('keeps every seed inside its picture', () => {
    const inside = (x: number, y: number, margin: number) =>
      x - margin > flowerBox.x &&
      x + margin < flowerBox.x + flowerBox.width &&
      y - margin > flowerBox.y &&
      y + margin < flowerBox.y + flowerBox.height;
    expect(seeds.filter((seed) => !inside(seed.x, seed.y, seedRadius))).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('keeps every name inside the picture (%s)', (language) => {
    for (const { label } of drawFlower(sectionsIn(language))) {
      const widest = Math.max(...label.lines.map((line) => line.length * (language === 'zh' ? 18 : 9.6))) + 24;
      const left =
        label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - widest : label.x - widest / 2;
      expect(left).toBeGreaterThan(flowerBox.x);
      expect(left + widest).toBeLessThan(flowerBox.x + flowerBox.width);
    }
  });

  it('draws nothing, and does not fail, when an edition has no sections', () => {
    expect(drawFlower([])).toEqual([]);
  });
});
