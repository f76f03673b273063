import { readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { trajectoryWords } from '#app/i18n/trajectory.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { ChoiceField } from './choice-field.tsx';
import { Countdown } from './countdown.tsx';
import { Phrases } from './phrases.tsx';
import { Rail } from './rail.tsx';
import { PageHead } from './section.tsx';
import { DataTable } from './table.tsx';
import { TextField } from './text-field.tsx';
import { Trajectory } from './trajectory.tsx';
import { UploadField } from './upload.tsx';

const inPage = (locale: 'zh-CN' | 'en', element: ReactElement) =>
  renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: 'root', path: '*', loader: () => null, element }], { hydrationData: { loaderData: { root: { locale } } } })} />);

const words = { required: '必填', optional: '选填' };

describe('a field', () => {
  it('names its hint, its error and its source to a screen reader, and each of them is there', () => {
    const html = renderToStaticMarkup(
      <TextField id="code" label="代码" words={words} hint="18 位" error="少 2 位" known="来自机构档案" />,
    );
    const ids = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
    expect(ids).toEqual(['code-hint', 'code-error', 'code-note']);
    for (const id of ids) expect(html).toContain(`id="${id}"`);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<label for="code">');
  });

  it('says nothing of errors when there are none, and is named after its id', () => {
    const html = renderToStaticMarkup(<TextField id="code" label="代码" words={words} defaultValue="<b>" />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby/);
    expect(html).toContain('name="code"');
    expect(html).toContain('value="&lt;b&gt;"');
  });

  it('puts its id on the first choice, so that a link to the error lands on it', () => {
    const html = renderToStaticMarkup(
      <ChoiceField
        id="agree"
        label="同意吗"
        words={words}
        defaultValue="no"
        choices={[
          { value: 'yes', label: '同意' },
          { value: 'no', label: '不同意' },
        ]}
      />,
    );
    expect(html).toMatch(/<input type="radio" id="agree" name="agree" value="yes"\/>/);
    expect(html).toMatch(
      /<input type="radio" id="agree-2" name="agree" checked="" value="no"\/>|value="no" checked=""/,
    );
  });

  it('keeps a real file box, so that a file can be sent without script', () => {
    expect(
      renderToStaticMarkup(<UploadField id="opinion" label="意见" words={words} accept=".pdf" choose="选择文件" rule="PDF" />),
    ).toMatch(/<input type="file"[^>]*name="opinion"/);
  });
});

describe('a table', () => {
  const columns = [
    { head: '社区', cell: (name: string) => name, isName: true },
    { head: '字数', cell: (name: string) => name.length, right: true },
  ];
  it('repeats each head in its cells for the cards on a phone', () => {
    expect(
      inPage('zh-CN', <DataTable caption="名单" columns={columns} rows={['清泉']} keyOf={(name) => name} />),
    ).toContain('data-l="字数"');
  });
  it('says so when it is empty', () => {
    expect(
      renderToStaticMarkup(
        <DataTable caption="名单" columns={columns} rows={[]} keyOf={(name) => name} none="还没有" />,
      ),
    ).toContain('还没有');
  });
});

describe('what moves forward', () => {
  const left = { left: (days: number) => `${days} 天`, lastDay: '今天截止', closed: '已截止' };
  it('counts days in squares, and says the last day and the closed call in words', () => {
    expect(renderToStaticMarkup(<Countdown days={12} words={left} />)).toContain('<b>1</b><b>2</b>');
    expect(renderToStaticMarkup(<Countdown days={0} words={left} />)).toContain('今天截止');
    expect(renderToStaticMarkup(<Countdown days={-1} words={left} />)).toContain('已截止');
  });
  it('marks where the applicant is', () => {
    const parts = [
      { href: '#a', title: '一', state: 'done' as const },
      { href: '#b', title: '二', state: 'lack' as const, current: true },
    ];
    expect(
      renderToStaticMarkup(<Rail parts={parts} words={{ label: '进度', where: '第 2 部分', done: '已填好' }} />),
    ).toMatch(/aria-current="step">二/);
  });
  it('breaks a Chinese heading only between its phrases, and leaves English alone', () => {
    expect(renderToStaticMarkup(<Phrases text="让每个社区，|都是孩子*玩得开心*" />)).toBe(
      '<span class="nb">让每个社区，</span><span class="nb">都是孩子<em>玩得开心</em></span>',
    );
    const title = '儿童友好社区建设试点第三批申报（示例）';
    const places = renderToStaticMarkup(<Phrases text={title} />).replaceAll(/<\/?span[^>]*>/g, '').split('<wbr/>');
    expect(places).toEqual(['儿童', '友好', '社区', '建设试点', '第三批', '申报', '（示例）']);
    expect(renderToStaticMarkup(<Phrases text="试点第一批" />)).not.toContain('第<wbr/>');
    expect(renderToStaticMarkup(<Phrases text="Where *children* play" />)).toBe('Where <em>children</em> play');
  });
});

describe('Chinese on an English page', () => {
  it('says that it is Chinese, wherever it stands in an element, and nothing else does', () => {
    const mixed = <Mixed><a href="/x" title="名">The report of 建苑社区居委会 was due</a><b>滨湖世纪社区</b><textarea defaultValue="字" /></Mixed>;
    expect(inPage('en', mixed)).toBe('<a href="/x" title="名"><span>The report of <span lang="zh-CN">建苑社区居委会</span> was due</span></a><b><span lang="zh-CN">滨湖世纪社区</span></b><textarea>字</textarea>');
    expect(inPage('zh-CN', mixed)).not.toContain('lang=');
    expect(inPage('en', <Mixed><p lang="zh-CN">清泉</p></Mixed>)).toBe('<p lang="zh-CN">清泉</p>');
    expect(inPage('en', <DataTable caption="List" columns={[{ head: 'Name', cell: (name: string) => `${name} ◇` }]} rows={['清泉']} keyOf={(name) => name} />)).toContain('<span><span lang="zh-CN">清泉</span> ◇</span>');
  });

  it('says so in the head of a page, of the names of people too', () => {
    const name = '<span lang="zh-CN">何川</span>';
    const head = inPage('en', <PageHead title="My account" lead="Signed in as 何川" tags={<b>何川</b>} />);
    expect(head).toContain(`<p><span>Signed in as ${name}</span></p>`);
    expect(head).toContain(`<b>${name}</b>`);
  });
});

describe('a trajectory', () => {
  it('has its scale a second time, apart from what is scrolled, with the same figures at the same heights, shown only where the picture is wider than its place', () => {
    const drawn = { from: '2022-12-31', to: '2026-12-31', expected: [], actual: [[{ day: '2024-12-31', value: 120 }, { day: '2025-12-31', value: 148 }]], isFlow: false, targets: [{ day: '2026-12-31', value: 160, year: 2026, max: null, isReached: null }], forecast: null, rows: [] };
    const html = inPage('zh-CN', <Trajectory name="梦想小屋" unit="户" drawn={drawn} words={trajectoryWords['zh-CN']} figure={String} period={String} day={(day) => day} isAlone />);
    const [scrolled, scale] = html.split('<svg class="trajscale"');
    const heightsIn = (svg: string) => [...svg.matchAll(/<text class="axis" x="50" y="([\d.]+)" text-anchor="end">(\d+)<\/text>/g)].map(([, y, said]) => [y, said]);
    expect(heightsIn(scale!).length).toBeGreaterThan(3);
    expect(heightsIn(scale!)).toEqual(heightsIn(scrolled!));
    expect(scale).toContain('>户</text>');
    const css = readFileSync('app/ui/light/trajectory.css', 'utf8');
    expect(css).toMatch(/\.trajscale \{ display: none;/);
    expect(css).toMatch(/@container \(max-width: 519px\) \{ \.trajscale \{ display: block; \}/);
    expect(css).toContain('min-width: 520px');
  });
});
