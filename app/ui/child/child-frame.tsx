import type { ReactNode } from 'react';
import { useLocation, useRouteLoaderData } from 'react-router';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { Mark } from '#app/ui/light/mark.tsx';
import { type HelpLine, HelpPanel } from './help-panel.tsx';
import { type Look, LookContext } from './look.ts';

const switchTo = (back: string, what: Record<string, string>) => `/child/look?${new URLSearchParams({ ...what, back })}`;

type Props = { look: Look; help: { lines: readonly HelpLine[]; adult: string }; isHere: boolean; reader?: ReactNode; children: ReactNode };

/** 儿童页的外框: the head with pinyin and reading aloud, the page, and help; the same on every child page. */
export function ChildFrame({ look, help, isHere, reader, children }: Props) {
  const words = useWords(childKitWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const isDemo = (useRouteLoaderData('root') as { isDemo: boolean } | undefined)?.isDemo;
  const back = pathname + search;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <LookContext value={look}>
      <div className={`child ${look.layer}`}>
        <a className="skip" href="#main">{site.skip}</a>
        {isDemo ? <aside className="demo" aria-label={site.name}><div className="kidwrap">{site.ribbon}</div></aside> : null}
        <header className="kidtop">
          <div className="wrap">
            <a className="brand" href="/child" aria-label={words.home}><Mark size={48} /><b>{site.name}</b></a>
            <div className="kidtools">
              {locale === 'zh-CN' && look.layer !== 'teen' ? (
                <a className="listen" href={switchTo(back, { pinyin: look.hasPinyin ? 'off' : 'on' })}>{look.hasPinyin ? words.pinyinOn : words.pinyinOff}</a>
              ) : null}
              <button className="listen aloud" type="button" data-aloud={words.stop} hidden>
                <svg width="26" height="26" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path className="fill" d="M4 9v6h4l5 4V5L8 9z" /><path d="M17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11" /></svg>
                <span>{words.listen}</span>
              </button>
            </div>
          </div>
        </header>
        <main id="main" className="kidwrap" tabIndex={-1}>
          {children}
          <HelpPanel {...help} />
        </main>
        <footer className="kidfoot">
          <div className="kidwrap">
            {isHere ? null : (
              <nav aria-label={words.layerLabel}>
                {(['with-grown-up', 'primary', 'teen'] as const).map((layer) => (
                  <a key={layer} href={switchTo(back, { layer })} {...(layer === look.layer ? { 'aria-current': 'true' as const } : {})}>{words.layers[layer]}</a>
                ))}
              </nav>
            )}
            <p>
              <a href={`/language?to=${other}&back=${encodeURIComponent(back)}`} lang={other} hrefLang={other}>{site.otherLanguage}</a>
              <a href="/">{words.grownUpSite}</a>
            </p>
          </div>
        </footer>
        {reader}
      </div>
    </LookContext>
  );
}
