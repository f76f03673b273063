import { Flex } from 'antd';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/plan.ts';

/** 发布、结束、复制. */
export function PlanDeeds({ data: { head, toReview, mayPublish, isOver, nextFrom, actions, withoutLead }, problem }: { data: Route.ComponentProps['loaderData']; problem: Problem | undefined }) {
  const words = useWords(cityDeskWords);
  const locale = useLocale();
  const edition = { edition: String(head.edition) };
  const next = Number(nextFrom.slice(0, 4));
  const length = Number(head.endsOn.slice(0, 4)) - Number(head.startsOn.slice(0, 4));
  // A yearly plan carries its year in its name, one of several years from and to.
  const was = head.startsOn.slice(0, 4);
  const isOneYear = (name: string) => length === 0 && name.includes(was);
  const open = [...(actions.length === 0 ? [words.before.empty] : []), ...(toReview > 0 ? [words.before.toReview(toReview)] : []), ...(withoutLead.length > 0 ? [words.before.withoutLead(withoutLead)] : [])];
  return (
    <Pane title={words.deeds}>
      {mayPublish && head.state !== 'closed' && open.length > 0 && <><p>{words.before.title}</p><ul className="todo">{open.map((each) => <li key={each}>{each}</li>)}</ul></>}
      {head.state === 'published' && !isOver && <p className="note">{words.closeLater(shortDay(head.endsOn, locale))}</p>}
      <Flex gap={8} wrap>
        {mayPublish && head.state !== 'closed' && (
          <ConfirmButton label={head.revision === 0 ? words.publish : words.revise} question={words.publishAsk} fields={{ deed: 'publish', ...edition }} danger={false} type="primary" disabled={open.length > 0}>
            <TextField name="reason" label={words.fields.reason} hint={words.reasonHint} problem={problem} minLength={4} maxLength={300} />
          </ConfirmButton>
        )}
        {mayPublish && head.state === 'published' && isOver && (
          <ConfirmButton label={words.close} question={words.closeAsk} fields={{ deed: 'close', ...edition }}>
            <LongField name="closing" label={words.fields.closing} problem={problem} minLength={10} maxLength={2000} />
            <LongField name="closingEn" label={words.fields.closingEn} problem={problem} maxLength={3000} optional />
          </ConfirmButton>
        )}
        {head.revision > 0 && (
          <ConfirmButton label={words.copy} question={words.copyAsk} fields={{ deed: 'copy' }} danger={false}>
            <TextField name="zh" id="copy-zh" label={words.fields.zh} problem={problem} known={isOneYear(head.zh) ? head.zh.replaceAll(was, String(next)) : head.zh.replace(/（?\d{4}.\d{4}年?）?/, `（${next}—${next + length}年）`)} minLength={4} maxLength={160} />
            <TextField name="en" id="copy-en" label={words.fields.en} problem={problem} known={isOneYear(head.en) ? head.en.replaceAll(was, String(next)) : head.en.replace(/\d{4}.\d{4}/, `${next}-${next + length}`)} minLength={4} maxLength={160} />
            <TextField name="startsOn" id="copy-startsOn" type="date" label={words.fields.startsOn} problem={problem} known={nextFrom} />
            <TextField name="endsOn" id="copy-endsOn" type="date" label={words.fields.endsOn} problem={problem} known={`${next + length}-12-31`} />
          </ConfirmButton>
        )}
      </Flex>
    </Pane>
  );
}
