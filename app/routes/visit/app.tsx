import start from '#app/enhance/visit/start.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { visitAppWords } from '#app/i18n/visit-app.ts';
import { Mark } from '#app/ui/light/mark.tsx';
import look from '#app/ui/light/visit.css?url';
import { ownFilesOnly } from '#app/routes/phone/own-files-only.ts';
import { PageTitle } from '../public/page-title.tsx';

export const links = () => [
  { rel: 'stylesheet', href: look },
  { rel: 'manifest', href: '/visit/manifest.webmanifest' },
];

export const headers = ownFilesOnly;

/** 实地评估的外壳: the same for everybody and every visit; the phone keeps it and fills it with what only the phone holds. */
export default function VisitApp() {
  const words = useWords(visitAppWords);
  const site = useWords(siteWords);
  return (
    <div className="visit-app">
      <PageTitle title={words.title} about={words.about} />
      <a className="skip" href="#main">{site.skip}</a>
      <header className="vtop on-board">
        <a className="vbrand" href="/visit"><Mark size={28} /><b>{words.title}</b></a>
        <div id="bar" className="vbar" />
      </header>
      <main id="main" className="vmain" tabIndex={-1}>
        <h1>{words.title}</h1>
        <p className="lead">{words.about}</p>
        <noscript>
          <h2>{words.needs.title}</h2>
          <p>{words.needs.text}</p>
          <p>{words.needs.desk} <a href="/desk">{words.needs.toDesk}</a></p>
        </noscript>
      </main>
      <script type="module" src={start} />
    </div>
  );
}
