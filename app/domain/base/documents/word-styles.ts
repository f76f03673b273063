import type { Style } from './word-xml.ts';

type Looks = { name: string; font: 'song' | 'fang' | 'hei'; size: number; bold?: boolean; color?: string; align?: string; before?: number; after?: number; line?: number; indent?: boolean; isRuled?: boolean; isHeading?: boolean };

/** 字体: what Windows and WPS bring along; Latin letters and figures stand in Times New Roman. */
const fonts = { song: '宋体', fang: '仿宋', hei: '黑体' };

const looks: Record<Style, Looks> = {
  Normal: { name: 'Normal', font: 'song', size: 12, line: 360 },
  CoverTitle: { name: 'Title', font: 'song', size: 26, bold: true, align: 'center', before: 2400, after: 360 },
  CoverLine: { name: 'Cover line', font: 'fang', size: 16, line: 480 },
  Heading1: { name: 'heading 1', font: 'hei', size: 15, before: 360, after: 120, isHeading: true },
  Hint: { name: 'Hint', font: 'song', size: 9, color: '666666', line: 260 },
  Cell: { name: 'Cell', font: 'song', size: 10.5, line: 300 },
  Label: { name: 'Label', font: 'hei', size: 10.5, line: 280 },
  LetterHead: { name: 'Letter head', font: 'song', size: 26, bold: true, color: 'C00000', align: 'center', after: 240, isRuled: true },
  LetterNumber: { name: 'Letter number', font: 'fang', size: 16, align: 'right', after: 600 },
  LetterTitle: { name: 'Letter title', font: 'song', size: 22, bold: true, align: 'center', before: 240, after: 480, line: 600 },
  LetterTo: { name: 'Letter to', font: 'fang', size: 16, line: 560 },
  LetterBody: { name: 'Letter body', font: 'fang', size: 16, line: 560, indent: true, align: 'both' },
  Gap: { name: 'Gap', font: 'song', size: 1, line: 20 },
  LetterEnd: { name: 'Letter end', font: 'fang', size: 16, line: 560, align: 'right' },
};

/** 样式表 of all our Word documents. */
export function stylesXml(): string {
  const styles = Object.entries(looks).map(([id, look]) => styleXml(id, look));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join('')}</w:styles>`;
}

function styleXml(id: string, { name, font, size, bold, color, align, before = 0, after = 0, line = 0, indent, isRuled, isHeading }: Looks): string {
  const spacing = `<w:spacing w:before="${before}" w:after="${after}"${line > 0 ? ` w:line="${line}" w:lineRule="${line > 400 || line < 100 ? 'exact' : 'auto'}"` : ''}/>`;
  const block = `${isHeading ? '<w:keepNext/>' : ''}${isRuled ? '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="24" w:space="6" w:color="C00000"/></w:pBdr>' : ''}${spacing}${indent ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : ''}${align ? `<w:jc w:val="${align}"/>` : ''}${isHeading ? '<w:outlineLvl w:val="0"/>' : ''}`;
  const letters = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fonts[font]}"/>${bold ? '<w:b/>' : ''}${color ? `<w:color w:val="${color}"/>` : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  return `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${block}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}
