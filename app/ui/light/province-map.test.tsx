import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ProvinceMap } from './province-map.tsx';
import { tiles } from './tile-places.ts';
import { provinceOutline } from '#app/domain/base/regions/boundaries.ts';
import { regionWords } from '#app/i18n/regions.ts';

const outline = provinceOutline();
const draw = (values: Record<string, number | null>, approvalNumber?: string) =>
  renderToStaticMarkup(
    <ProvinceMap outline={outline} values={values} locale="zh-CN" words={regionWords['zh-CN'].map} approvalNumber={approvalNumber} />,
  );

describe('the map of provinces', () => {
  test('names every province and says which are not counted', () => {
    const drawn = draw({ '34': 5, '71': 0 });
    for (const { zh } of Object.values(tiles)) expect(drawn).toContain(`<title>${zh}：`);
    expect(drawn).toContain('<title>安徽：5</title>');
    expect(drawn).toContain('<title>台湾：0</title>');
    expect(drawn).toContain('<title>北京：未纳入</title>');
  });

  test('shows the islands of the South China Sea in an inset', () => {
    const drawn = draw({});
    expect(drawn).toContain('南海诸岛');
    expect(drawn).toMatch(/<use href="#[^"]+land"/);
  });

  test('says that it is a sketch until it has an approval number', () => {
    expect(draw({})).toContain('未经审图');
    const approved = draw({}, 'GS（2026）0000号');
    expect(approved).toContain('审图号：GS（2026）0000号');
    expect(approved).not.toContain('未经审图');
  });
});
