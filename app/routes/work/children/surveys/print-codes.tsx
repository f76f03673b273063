import { renderSVG } from 'uqr';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { isForChildren, spelt } from '#app/domain/children/surveys/model.ts';
import { getRound, partsOfRound } from '#app/domain/children/surveys/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { Section } from '#app/ui/light/section.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/print-codes.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    const { codes } = await partsOfRound(ctx, round);
    const page = `${originOf(request)}${isForChildren(round.audience) ? '/child/survey' : '/surveys/answer'}`;
    const open = codes.filter(({ isStopped, kind, used }) => !isStopped && (kind === 'class' || used === 0));
    return { place, round: { id: round.id, title: round.title, closesOn: round.closesOn }, page, codes: open.map(({ code, label, id }) => ({ id, code, label, square: renderSVG(`${page}?code=${code}`, { border: 1 }) })) };
  });
}

/** 打印问卷码: a card for each code with its square, to cut out or to hang up. */
export default function PrintCodes({ loaderData: { place, round, page, codes } }: Route.ComponentProps) {
  const { print: words, round: { noCodes } } = useWords(surveysWords);
  const locale = useLocale();
  return (
    <>
      <SurveysHead place={place} title={words.title} lead={words.cut} beyond={[{ href: `/work/${place.code}/children/surveys/rounds/${round.id}`, label: round.title }]} />
      <Section title={round.title} tight>
        {codes.length === 0 ? <p className="note">{noCodes}</p> : null}
        <ul className="codecards">
          {codes.map(({ id, code, label, square }) => (
            <li key={id}>
              <span className="square" aria-hidden="true" dangerouslySetInnerHTML={{ __html: square }} />
              <div>
                {label ? <p className="small">{label}</p> : null}
                <p className="small">{words.go}<br />{page}</p>
                <p className="thecode">{spelt(code)}</p>
                <p className="small">{words.anonymous}<br />{words.until(shortDay(round.closesOn, locale))}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
