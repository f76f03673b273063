import { childKitWords } from '#app/i18n/child-kit.ts';
import { ChildDrawing } from './child-drawing.tsx';
import { useChildWords } from './look.ts';
import { Say } from './say.tsx';

export type HelpLine = { number: string; what: string };

/** 求助: the trusted grown-up first, then the region's numbers as links; it stands on every child page. */
export function HelpPanel({ lines, adult }: { lines: readonly HelpLine[]; adult: string }) {
  const words = useChildWords(childKitWords);
  return (
    <section className="helppanel on-board" aria-labelledby="help-title" id="help">
      <div className="asked">
        <ChildDrawing name="people" size={84} />
        <div>
          <h2 id="help-title">
            <Say>{words.help.title}</Say>
          </h2>
          <p>
            <Say>{adult || words.help.adult}</Say>
          </p>
          <p>
            <Say>{words.help.call}</Say>
          </p>
        </div>
      </div>
      <ul className="tel">
        {lines.map(({ number, what }) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              <b>{number}</b>
              {what}
            </a>
          </li>
        ))}
      </ul>
      <p className="note">
        <a href="/child/help">{words.help.more}</a>
      </p>
    </section>
  );
}
