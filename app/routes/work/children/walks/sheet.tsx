import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { findWalk } from '#app/domain/service/walks/hold-walk.ts';
import { answers, pointsOf } from '#app/domain/service/walks/model.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { type ChildDrawingName, drawnOr } from '#app/ui/child/drawings.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/sheet.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { id, place: where, day, setting, checklistVersion } = await findWalk(ctx, place.code, params.id);
    return { place, walk: { id, where, day }, points: pointsOf(setting, checklistVersion) };
  });
}

const faces = { good: 'smile', middling: 'level', bad: 'sad', 'does-not-apply': 'question', 'cannot-see': 'eye' } as const satisfies Record<string, ChildDrawingName>;

/** 走查表 on A4: the points with their drawings, a box under each face for strokes. */
export default function WalkSheet({ loaderData: { place, walk, points } }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const child = useWords(childWalksWords);
  const locale = useLocale();
  const { sheet, colon } = words;
  return (
    <>
      <PageTitle title={`${sheet.title} · ${walk.where}`} />
      <div className="no-print"><ChildrenHead place={place} here="walks" title={sheet.title} lead={sheet.print} beyond={[{ href: `/work/${place.code}/children/walks/${walk.id}`, label: walk.where }]} /></div>
      <Section title={sheet.title} tight>
        <p><b>{walk.where}</b> · {shortDay(walk.day, locale)}</p>
        <p>{sheet.lead}</p>
        <p>{sheet.at}{colon}<span className="blank" /> {sheet.by}{colon}<span className="blank" /></p>
        <table className="data walksheet">
          <caption className="vh">{sheet.title}</caption>
          <thead><tr><th scope="col">{words.one.what}</th>{answers.map((answer) => <th key={answer} scope="col"><ChildDrawing name={faces[answer]} size={30} /><br />{child.answers[answer]}</th>)}</tr></thead>
          <tbody>
            {points.map(({ id, drawing }) => (
              <tr key={id}><th scope="row"><ChildDrawing name={drawnOr(drawing, 'star')} size={30} /> {child.points[id]}</th>{answers.map((answer) => <td key={answer}><span className="vh">{sheet.empty}</span></td>)}</tr>
            ))}
          </tbody>
        </table>
        <p className="small">{sheet.safety}</p>
        <p className="row no-print"><ButtonLink kind="quiet" href={`/work/${place.code}/children/walks/${walk.id}`}>{sheet.back}</ButtonLink></p>
      </Section>
    </>
  );
}
