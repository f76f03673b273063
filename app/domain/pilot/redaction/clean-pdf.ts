import { inflateSync } from 'node:zlib';

/** What a PDF may say about who made it. */
const telling = /\/(Author|Creator|Producer|Title|Subject|Keywords|Company|CreationDate|ModDate|SourceModified|LastModified|PieceInfo)\b/;
const value = /\/(Author|Creator|Producer|Title|Subject|Keywords|Company|Manager|CreationDate|ModDate|SourceModified|LastModified)(\s*)(\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>)/g;

/**
 * 去除 PDF 的文件属性: who wrote it with what and when, and its XMP packets, are overwritten in place, so that nothing else moves.
 * Gives nothing where they lie in folded parts: such a paper cannot be cleaned, and a redacted copy has to be brought.
 */
export function cleanPdf(content: Buffer): Buffer | undefined {
  const text = withoutPackets(content.toString('latin1'));
  const cleaned = outsideStreams(text, blankProperties);
  if (outsideStreams(cleaned, (part) => part.replace(/\([\s)]*\)|<[\s>]*>/g, '')).match(/\/PieceInfo\b/)) return undefined;
  if (foldedObjects(cleaned).some((part) => part === undefined || telling.test(part))) return undefined;
  return Buffer.from(cleaned, 'latin1');
}

/** Each property keeps its length and loses its letters. */
function blankProperties(part: string): string {
  return part.replace(value, (_, name: string, gap: string, said: string) => `/${name}${gap}${said[0]}${(said.startsWith('(') ? ' ' : '0').repeat(said.length - 2)}${said.at(-1)}`);
}

/** XMP: the packet is blanked; where it is folded, its filter goes with it. */
function withoutPackets(text: string): string {
  return text.replace(/<<(?:(?!endobj|stream)[\s\S])*?\/Type\s*\/Metadata\b[\s\S]*?endstream/g, (all) => {
    const begin = /\bstream\r?\n/.exec(all);
    if (!begin) return all;
    const from = begin.index + begin[0].length;
    const head = all.slice(0, from).replace(/\/Filter\s*(\/\w+|\[[^\]]*\])/, (said) => ' '.repeat(said.length));
    return head + ' '.repeat(all.length - from - 'endstream'.length) + 'endstream';
  });
}

/** Applies to everything that is not the content of a stream. */
function outsideStreams(text: string, clean: (part: string) => string): string {
  return text.split(/(\bstream\r?\n[\s\S]*?endstream)/).map((part, at) => (at % 2 === 1 ? part : clean(part))).join('');
}

/** The objects that lie folded together, unfolded; one that cannot be unfolded is undefined. */
function foldedObjects(text: string): (string | undefined)[] {
  return [...text.matchAll(/\/Type\s*\/ObjStm\b(?:(?!endobj)[\s\S])*?\bstream\r?\n([\s\S]*?)endstream/g)].map((found) => {
    try {
      return inflateSync(Buffer.from(found[1]!, 'latin1'), { maxOutputLength: 20_000_000 }).toString('latin1');
    } catch {
      return undefined;
    }
  });
}
