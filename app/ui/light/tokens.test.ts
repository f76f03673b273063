import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const tokens = readFileSync(new URL('../tokens.css', here), 'utf8');
const sheets = readdirSync(here)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, here), 'utf8') }));
const colours = Object.fromEntries(
  [...tokens.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
);

const light = (hex: string) => {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
};
const contrast = (one: string, other: string) => {
  const [dark = 0, bright = 0] = [one, other].map((name) => light(colours[name] ?? '')).sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};

describe('tokens', () => {
  it('are the only place where a colour is a number', () => {
    const numbers = sheets.flatMap((sheet) =>
      (sheet.text.match(/#[0-9a-f]{3,8}\b(?=[\s;,)])|rgba?\(/gi) ?? []).map((found) => `${sheet.name}: ${found}`),
    );
    expect(numbers).toEqual([]);
  });

  it('are all defined where they are used', () => {
    const defined = new Set([...tokens.matchAll(/--([\w-]+):/g)].map((match) => match[1]));
    const used = sheets.flatMap((sheet) => [...sheet.text.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1]));
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it.each([
    ['ink', 'paper'],
    ['ink-2', 'paper'],
    ['ink-3', 'paper'],
    ['ink-3', 'mist'],
    ['ink-2', 'mist-2'],
    ['paper', 'board'],
    ['chalk-2', 'board'],
    ['board-text', 'board'],
    ['warm', 'board'],
    ['accent', 'paper'],
    ['accent', 'accent-tint'],
    ['accent-press', 'accent-tint'],
    ['ink', 'warm'],
    ['warm-ink', 'warm-tint'],
    ['ink-3', 'warm-tint'],
    ['seal', 'paper'],
    ['seal', 'seal-tint'],
    ['info', 'info-tint'],
    ['ok', 'ok-tint'],
    ['ink', 'r3'],
    ['paper', 'r4'],
  ])('let %s be read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['edge', 'paper'],
    ['warm-edge', 'paper'],
    ['accent', 'paper'],
    ['ink', 'warm'],
  ])('let the edge %s be seen on %s', (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('what is hidden', () => {
  const everywhere = globSync('app/ui/**/*.css').filter((path) => !path.endsWith('.gen.css')).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

  it('stays hidden whatever its class displays, by one rule in the sheet that every page and both phone apps load', () => {
    expect(tokens).toContain('[hidden] { display: none !important; }');
    const others = everywhere.filter(({ path, text }) => !path.endsWith('ui/tokens.css') && /\[hidden\]/.test(text));
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});
