import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingProvinces, provinceOutline } from './boundaries.ts';

const outline = provinceOutline();

describe('the boundaries of the provinces', () => {
  test('draw all 34 provinces, Taiwan, Hong Kong and Macao among them, each with an area', () => {
    expect(outline.provinces).toHaveLength(34);
    expect(missingProvinces(outline)).toEqual([]);
    for (const { d } of outline.provinces) expect(d).toMatch(/^M\d+ \d+(l|h)/);
  });

  test('draw the ten dashes of the South China Sea', () => {
    expect(outline.dashes.split('M')).toHaveLength(11);
  });

  test('keep the inset clear of Taiwan', () => {
    const taiwan = outline.provinces.find(({ adcode }) => adcode === '71')!;
    const main = taiwan.d.split('z').toSorted((a, b) => b.length - a.length)[0]!;
    const [start = '', steps = ''] = main.split('l');
    let y = Number(start.split(' ')[1]);
    let lowest = y;
    const numbers = [...steps.matchAll(/-?\d+/g)].map(Number);
    numbers.forEach((step, i) => {
      if (i % 2 === 0) return;
      y += step;
      lowest = Math.max(lowest, y);
    });
    expect(numbers.length).toBeGreaterThan(20);
    expect(lowest).toBeLessThan(outline.inset.y - 10);
    expect(outline.inset.y + outline.inset.height).toBeLessThan(outline.height);
  });

  test('fit into a page: under 60 KB of paths', () => {
    const size = outline.provinces.reduce((sum, { d }) => sum + d.length, outline.dashes.length);
    expect(size).toBeLessThan(60_000);
  });

  test('may come from another file, but not from one that lacks a province', () => {
    const boundaries = JSON.parse(readFileSync('data/boundaries/provinces.json', 'utf8')) as {
      features: { properties: { adcode: string } }[];
    };
    const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
    const whole = join(folder, 'whole.json');
    writeFileSync(whole, JSON.stringify(boundaries));
    expect(provinceOutline(whole)).toEqual(outline);

    const part = join(folder, 'part.json');
    const features = boundaries.features.filter(({ properties }) => properties.adcode !== '710000');
    writeFileSync(part, JSON.stringify({ ...boundaries, features }));
    expect(() => provinceOutline(part)).toThrow('71');
  });
});
