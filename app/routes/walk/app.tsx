import start from '#app/enhance/walk/start.ts?worker&url';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { walkAppWords } from '#app/i18n/walk-app.ts';
import { ownFilesOnly } from '#app/routes/phone/own-files-only.ts';
import look from '#app/ui/child/walk.css?url';
import { Mark } from '#app/ui/light/mark.tsx';
import { PageTitle } from '../public/page-title.tsx';

export const links = () => [
  { rel: 'stylesheet', href: look },
  { rel: 'manifest', href: '/walk/manifest.webmanifest' },
];

export const headers = ownFilesOnly;

/** 一米视角走查的外壳: the same for everybody and every walk; the phone keeps it and fills it with what only the phone holds. */
export default function WalkApp() {
  const words = useWords(walkAppWords);
  const site = useWords(siteWords);
  return (
    <div className="child primary walk-app">
      <PageTitle title={words.title} about={words.about} />
      <a className="skip" href="#main">{site.skip}</a>
      <header className="kidtop">
        <div className="wrap">
          <a className="brand" href="/walk" aria-label={words.title}><Mark size={48} /><b>{words.title}</b></a>
          <div id="bar" className="kidtools" />
        </div>
      </header>
      <main id="main" className="kidwrap" tabIndex={-1}>
        <h1>{words.title}</h1>
        <p className="lead">{words.about}</p>
        <noscript>
          <h2>{words.needs.title}</h2>
          <p>{words.needs.text}</p>
          <p>{words.needs.paper} <a href="/work">{words.needs.toWork}</a></p>
        </noscript>
      </main>
      <script type="module" src={start} />
    </div>
  );
}
