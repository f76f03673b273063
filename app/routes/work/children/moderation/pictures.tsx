import type { getItem } from '#app/domain/children/moderation/read.ts';
import { cellsAcross } from '#app/domain/children/moderation/model.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';

type Item = Awaited<ReturnType<typeof getItem>>;
type Props = { item: Item; here: string; isOpen: boolean };
const cells = Array.from({ length: cellsAcross * cellsAcross }, (_, at) => at);

/** 图片和录音 of an item: of each picture somebody says whether anybody can be recognised in it. */
export function Pictures({ item, here, isOpen }: Props) {
  const { item: words } = useWords(moderationWords);
  return item.files.map((file, at) => {
    const address = `${here}/files/${file.fileId}`;
    if (!file.isPicture) {
      return (
        <article key={file.fileId} className="card">
          {file.mediaType.startsWith('audio/') ? <audio controls preload="none" src={address} aria-label={words.sound} /> : <a href={address}>{words.document}</a>}
        </article>
      );
    }
    return (
      <article key={file.fileId} id={`file-${file.fileId}`} className="card">
        <p className="row close small"><b>{words.facesAsk}</b><span>{words.faces[file.faces]}</span></p>
        {file.shownFileId ? (
          <figure className="blurred"><img src={`${here}/files/${file.shownFileId}`} alt="" /><figcaption>{words.shownCopy} · {words.originalKept}</figcaption></figure>
        ) : null}
        {isOpen ? <Marking file={file} address={address} number={at} isOfKnownChild={item.isOfKnownChild} /> : file.shownFileId ? null : <img className="heldpicture" src={address} alt="" />}
      </article>
    );
  });
}

function Marking({ file, address, number, isOfKnownChild }: { file: Item['files'][number]; address: string; number: number; isOfKnownChild: boolean }) {
  const { item: words } = useWords(moderationWords);
  return (
    <>
      <form method="post">
        <input type="hidden" name="deed" value="blur" />
        <input type="hidden" name="fileId" value={file.fileId} />
        <fieldset className="plain">
          <legend className="small muted">{words.blurTitle}</legend>
          <div className="cells">
            <img src={address} alt="" />
            <div>{cells.map((cell) => (
              <label key={cell}>
                <input type="checkbox" name="cells[]" value={cell} aria-label={words.cell(Math.floor(cell / cellsAcross) + 1, (cell % cellsAcross) + 1)} {...(number === 0 && cell === 0 ? { id: 'cells' } : {})} />
              </label>
            ))}</div>
          </div>
        </fieldset>
        <Button kind="quiet" small>{words.blurDo}</Button>
      </form>
      <form method="post" className="row">
        <input type="hidden" name="deed" value="faces" />
        <input type="hidden" name="fileId" value={file.fileId} />
        <Button kind="quiet" small name="faces" value="none">{words.none}</Button>
        {isOfKnownChild ? <Button kind="quiet" small name="faces" value="consented">{words.own}</Button> : null}
      </form>
    </>
  );
}
