import { Button, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useFetcher, useLocation } from 'react-router';
import { formats, type ListName } from '#app/domain/base/exports/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import type { Problem } from '#app/platform/http.ts';

/** What ordering an export answers. */
export type Ordered = { id: string; isReady: boolean };

/** 导出 beside a list: all rows of its filters; a short list comes at once, a long one says so and is told by a message. `search` stands for the address where that is not the list's. */
export function ExportButton({ list, search, label }: { list: ListName; search?: string; label?: string }) {
  const words = useWords(sheetsWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={<Order list={list} {...(search === undefined ? {} : { search })} />}>
      <Button aria-expanded={isOpen}>{label ?? words.export}</Button>
    </Popover>
  );
}

function Order({ list, search }: { list: ListName; search?: string }) {
  const words = useWords(sheetsWords);
  const here = useLocation();
  const { Form, state, data } = useFetcher<Ordered | Problem>({ key: `export-${list}` });
  const answered = useAnswered(data);
  return (
    <Form method="post" action="/desk/exports" className="export-order">
      <input type="hidden" name="deed" value="order" />
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="search" value={search ?? here.search} />
      <p>{words.exportNote}</p>
      <div className="export-formats">
        {formats.map((format) => (
          <Button key={format} htmlType="submit" name="format" value={format} loading={state !== 'idle'}>
            {words.formats[format]}
          </Button>
        ))}
      </div>
      <p role="status">{answered}</p>
      <p><Link to="/desk/exports">{words.toMine}</Link></p>
    </Form>
  );
}

/** Says what became of it; a file that is there already is fetched once. */
function useAnswered(answered: Ordered | Problem | undefined): string {
  const words = useWords(sheetsWords);
  const locale = useLocale();
  const fetched = useRef(answered); // one that stood here before the box was opened is not fetched again
  useEffect(() => {
    if (!answered || fetched.current === answered || !('id' in answered)) return;
    fetched.current = answered;
    if (answered.isReady) window.location.assign(`/desk/exports/${answered.id}/file`);
  }, [answered]);
  if (!answered) return '';
  if ('id' in answered) return answered.isReady ? words.begun : words.ordered;
  return answered.refusal ? refusalSentence(answered.refusal, locale) : words.failed;
}
