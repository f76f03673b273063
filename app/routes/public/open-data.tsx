import { useWords } from '#app/i18n/pair.ts';
import { statementsWords } from '#app/i18n/statements.ts';
import { DataTable } from '#app/ui/light/table.tsx';
import { Statement } from './statement.tsx';

export default function OpenDataPage() {
  const { openData: words } = useWords(statementsWords);
  return (
    <Statement words={words}>
      <p>
        <a href="/api/v1/openapi.json">{words.start}</a> · <a href="/api">{words.guide}</a>
      </p>
      <DataTable
        caption={words.title}
        rows={words.paths}
        keyOf={(line) => line.path}
        columns={[
          { head: words.table.path, isName: true, cell: (line) => <code>{line.path}</code> },
          { head: words.table.what, cell: (line) => line.what },
          {
            head: words.table.example,
            cell: (line) => (
              <a href={line.example}>
                <code>{line.example}</code>
              </a>
            ),
          },
        ]}
      />
    </Statement>
  );
}
