import { openCallsOn } from '#app/domain/pilot/calls/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { questionsWords } from '#app/i18n/questions.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Faq } from '#app/ui/light/faq.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { OpenCall } from './open-call.tsx';
import { PageTitle } from './page-title.tsx';
import type { Route } from './+types/how-to-apply.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const today = beijingDay(ctx.now);
  return show(async () => ({ calls: await openCallsOn(ctx, today), today }));
}

/** Where each of the things the answers speak of is done. */
const places: Record<string, string> = {
  standard: '/standard',
  rules: '/standard#A',
  item8: '/standard?item=8',
  apply: '/apply',
  calls: '/apply',
  recommend: '/recommend',
  pilots: '/pilots',
  notices: '/notices',
  objection: '/objections',
  crosswalk: '/standard/crosswalk',
  receipt: '/receipts',
  account: '/account/sign-in',
  privacy: '/privacy',
};

export default function HowToApplyPage({ loaderData: { calls, today } }: Route.ComponentProps) {
  const words = useWords(questionsWords);
  const site = useWords(siteWords);
  const labels = words.links as Record<string, string>;
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.short} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.short} />
        <PageHead title={words.title} lead={words.lead} />
      </div>
      <OpenCall calls={calls} today={today} still />
      <div className="wrap body">
        <section className="sec tight">
          <h2 className="vh">{words.short}</h2>
          <div className="faqs">
            {words.list.map((one, index) => (
              <Faq key={one.id} id={one.id} number={String(index + 1)} question={one.question} open={index === 0}>
                {one.answer.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
                <p className="row close">
                  {one.links.map((link) => (
                    <a key={link} href={places[link]}>
                      {labels[link]}
                    </a>
                  ))}
                </p>
              </Faq>
            ))}
          </div>
          <p className="note noprint">{words.openAll}</p>
        </section>
      </div>
    </>
  );
}
