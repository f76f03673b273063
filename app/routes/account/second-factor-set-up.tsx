import { encode } from 'uqr';
import { appAddress } from '#app/domain/base/accounts/app-address.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Asking } from './form-parts.tsx';

export type SetUp = { secret: string; codes: string };

/** 设置二次验证: the square to scan, the backup codes, the first code. */
export function SecondFactorSetUp({ setUp, username, problem }: { setUp: SetUp; username: string; problem: Problem | undefined }) {
  const { security: words } = useWords(accountsWords);
  return (
    <div className="two half">
      <section className="card stacked">
        <h2>{words.scan}</h2>
        <p>{words.scanText}</p>
        <QrCode text={appAddress(setUp.secret, username)} label={words.qr} />
        <p className="small">
          {words.secret} <code>{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </section>
      <div className="stacked">
        <section className="card stacked">
          <h2>{words.codes}</h2>
          <p>{words.codesText}</p>
          <ul className="grid2">
            {setUp.codes.split(' ').map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </section>
        <form method="post" className="card mark">
          <h2>{words.confirm}</h2>
          <input type="hidden" name="step" value="confirm" />
          <input type="hidden" name="secret" value={setUp.secret} />
          <input type="hidden" name="codes" value={setUp.codes} />
          <Asking name="code" label={words.code} complete="one-time-code" numeric problem={problem?.refusal ? undefined : problem} />
          <div className="field row">
            <Button>{words.finish}</Button>
            <a href="/account/security">{words.restart}</a>
          </div>
        </form>
      </div>
    </div>
  );
}

/** 二维码 drawn as one path, without a picture from anywhere. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data: rows, size } = encode(text, { border: 2 });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="232" height="232" role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
