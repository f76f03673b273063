import { Flex } from 'antd';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/plan.ts';

/** 发布、结束、复制. */
export function PlanDeeds({ data: { head, toReview, mayPublish, isOver, nextFrom, actions }, problem }: { data: Route.ComponentProps['loaderData']; problem: Problem | undefined }) {
  const words = useWords(cityDeskWords);
  const edition = { edition: String(head.edition) };
  const next = Number(nextFrom.slice(0, 4));
  const length = Number(head.endsOn.slice(0, 4)) - Number(head.startsOn.slice(0, 4));
  return (
    <Pane>
      <Flex gap={8} wrap>
        {mayPublish && head.state !== 'closed' && (
          <ConfirmButton label={head.revision === 0 ? words.publish : words.revise} question={words.publishAsk} fields={{ deed: 'publish', ...edition }} danger={false} type="primary" disabled={toReview > 0 || actions.length === 0}>
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
            <TextField name="zh" id="copy-zh" label={words.fields.zh} problem={problem} known={head.zh.replace(/（?\d{4}.\d{4}年?）?/, `（${next}—${next + length}年）`)} minLength={4} maxLength={160} />
            <TextField name="en" id="copy-en" label={words.fields.en} problem={problem} known={head.en.replace(/\d{4}.\d{4}/, `${next}-${next + length}`)} minLength={4} maxLength={160} />
            <TextField name="startsOn" id="copy-startsOn" type="date" label={words.fields.startsOn} problem={problem} known={nextFrom} />
            <TextField name="endsOn" id="copy-endsOn" type="date" label={words.fields.endsOn} problem={problem} known={`${next + length}-12-31`} />
          </ConfirmButton>
        )}
      </Flex>
    </Pane>
  );
}
