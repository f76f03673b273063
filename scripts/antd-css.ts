import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import { createElement as h, Fragment } from 'react';
import { renderToString } from 'react-dom/server';
import { componentsUsed } from '#app/ui/desk/components-used.ts';
import { theme } from '#app/ui/desk/theme.ts';

const target = new URL('../app/ui/desk/antd.gen.css', import.meta.url);

/** 工作台样式: the style of every component the desk uses, in our theme, as one file; nothing is made in the browser. */
export function antdCss(): string {
  const cache = createCache();
  for (const [name, draw] of Object.entries(componentsUsed)) {
    renderToString(h(StyleProvider, { cache, key: name }, h(ConfigProvider, { theme }, h(Fragment, {}, draw()))));
  }
  return extractStyle(cache, true);
}

/** Writes the file when it differs; the build and the development server ask for it. */
export function writeAntdCss(): void {
  const css = antdCss();
  if (!existsSync(target) || readFileSync(target, 'utf8') !== css) writeFileSync(target, css);
}

if (import.meta.main) writeAntdCss();
