import type { ReactNode } from 'react';
import { Footer, type FooterColumn } from './footer.tsx';
import { Masthead, type MastheadProps } from './masthead.tsx';

export type LightPageProps = MastheadProps & {
  skip: string;
  demo?: string | undefined;
  foot?: { columns: FooterColumn[]; end: string[] };
  children: ReactNode;
};

/** 公众页的骨架：跳到正文、演示条、页头、正文、页脚 the frame of a public page. */
export function LightPage({ skip, demo, foot, children, ...masthead }: LightPageProps) {
  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      {demo ? (
        <aside className="demo" aria-label={masthead.words.brand}>
          <div className="wrap">{demo}</div>
        </aside>
      ) : null}
      <Masthead {...masthead} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {foot ? <Footer {...foot} /> : null}
    </>
  );
}
