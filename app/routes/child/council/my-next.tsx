import type { nextOfMine } from '#app/domain/children/councils/tell-sessions.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';

/** 你的会: when and where one's own council meets next, told here because nobody writes to a child. */
export function MyNext({ next }: { next: NonNullable<Awaited<ReturnType<typeof nextOfMine>>> }) {
  const words = useChildWords(childCouncilWords);
  const locale = useLocale();
  return (
    <ChildCard title={words.mine}>
      <p><b><Say>{words.mineMeets(next.council, shortTime(next.startsAt, locale))}</Say></b> <Say>{words.mineWhere(next.place)}</Say></p>
      <p className="row"><a className="btn" href={`/child/council/sessions/${next.id}`}><Say>{words.toSession}</Say></a></p>
    </ChildCard>
  );
}
