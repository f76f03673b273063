import type { ReactNode } from 'react';
import { StyleProvider } from '@ant-design/cssinjs';
import { App, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { Locale } from '#app/platform/ctx.ts';
import { theme } from './theme.ts';

/** The library's word files arrive bare or wrapped, depending on who loads them. */
function bare(words: typeof zhCN): typeof zhCN {
  return 'default' in words ? (words.default as typeof zhCN) : words;
}

const words = { 'zh-CN': bare(zhCN), en: bare(enGB) };
const sent = { ...theme, zeroRuntime: true };

/** 工作台外套: Ant Design in our theme and language; its style comes as a file, none is made in the browser. */
export function DeskProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <StyleProvider hashPriority="high">
      <ConfigProvider theme={sent} locale={words[locale]} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  );
}
