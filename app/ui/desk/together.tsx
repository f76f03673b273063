import { Button } from 'antd';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 一起办: what may be done with several rows at once; the page of the action shows what would happen before it does. */
export type Together<T> = { action: string; deeds: readonly { value: string; label: string }[]; nameOf: (row: T) => string };

const form = 'together';

/** The chosen rows belong to this form wherever they stand in the table. */
export function TogetherBar({ action, deeds }: Omit<Together<never>, 'nameOf'>) {
  const words = useWords(deskWords).chosen;
  return (
    <form id={form} className="together" action={action} aria-label={words.label}>
      <span>{words.label}</span>
      {deeds.map(({ value, label }) => (
        <Button key={value} size="small" htmlType="submit" name="deed" value={value}>
          {label}
        </Button>
      ))}
    </form>
  );
}

export function Pick({ id, name }: { id: string; name: string }) {
  const words = useWords(deskWords).chosen;
  return (
    <td className="pick">
      <input type="checkbox" form={form} name="id" value={id} aria-label={words.row(name)} />
    </td>
  );
}

/** Chooses every row of the page, or none. */
export function PickAll() {
  const words = useWords(deskWords).chosen;
  return (
    <th scope="col" className="pick">
      <input
        type="checkbox"
        aria-label={words.all}
        onChange={({ currentTarget }) => {
          const boxes = currentTarget.closest('table')!.querySelectorAll<HTMLInputElement>('td.pick input');
          for (const box of boxes) box.checked = currentTarget.checked;
        }}
      />
    </th>
  );
}
