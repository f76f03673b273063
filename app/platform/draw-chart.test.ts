import { describe, expect, test } from 'vitest';
import { type Chart, drawChart } from './draw-chart.ts';

const bars = (values: number[]): Chart => ({
  aria: { enabled: true, decal: { show: true } }, xAxis: { type: 'category', data: ['制度', '文化 <b>'] }, yAxis: {}, series: [{ type: 'bar', data: values, label: { show: true } }, { type: 'bar', data: values }],
});

describe('a chart', () => {
  test('is one and the same text each time, with its words in it and nothing that could run', async () => {
    const first = await drawChart(bars([61, 72]), { width: 400, height: 200 });
    for (let n = 0; n < 210; n += 1) await drawChart(bars([n, 1]), { width: 40, height: 20 });
    expect(await drawChart(bars([61, 72]), { width: 400, height: 200 })).toBe(first);
    expect(first).toMatch(/^<svg aria-hidden="true"[^>]*viewBox="0 0 400 200"/);
    expect(first).toContain('制度');
    expect(first).toContain('文化 &lt;b&gt;');
    expect(first).not.toMatch(/<script|<style|\bon\w+=|zr\d/);
  });

  test('has names inside it that no other chart of the page has', async () => {
    const [one, other] = await Promise.all([drawChart(bars([1, 2]), { width: 400, height: 200 }), drawChart(bars([2, 1]), { width: 400, height: 200 })]);
    const names = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(names(one).length).toBeGreaterThan(0);
    expect(names(one).filter((name) => names(other).includes(name))).toEqual([]);
  });
});
