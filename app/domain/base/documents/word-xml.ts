import { escapeXml } from './xml.ts';

/** 段落样式 of our Word documents; their looks stand in word-styles.ts. */
export type Style = 'Normal' | 'CoverTitle' | 'CoverLine' | 'Heading1' | 'Hint' | 'Cell' | 'Label' | 'LetterHead' | 'LetterNumber' | 'LetterTitle' | 'LetterBody' | 'LetterTo' | 'LetterEnd' | 'Gap';
type Align = 'left' | 'center' | 'right' | 'both';

/** 文字: one run; a line break stays one. */
export function run(text: string, { bold = false, grey = false, size = 0 } = {}): string {
  const looks = `${bold ? '<w:b/>' : ''}${grey ? '<w:color w:val="666666"/>' : ''}${size > 0 ? `<w:sz w:val="${size * 2}"/>` : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ''}${lines.join('<w:br/>')}</w:r>`;
}

/** 段落: of finished runs, or of a plain text. */
export function paragraph(content: string, { style = 'Normal' as Style, align = undefined as Align | undefined, pageBreak = false, keepNext = false } = {}): string {
  const runs = content.startsWith('<w:') || content === '' ? content : run(content);
  const looks = `<w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${pageBreak ? '<w:pageBreakBefore/>' : ''}${align ? `<w:jc w:val="${align}"/>` : ''}`;
  return `<w:p><w:pPr>${looks}</w:pPr>${runs}</w:p>`;
}

/**
 * 内容控件: a named place for an answer within a line; whoever reads the file finds it again by its tag. Around whole
 * paragraphs of a cell, some viewers on telephones would show nothing.
 */
export function control(tag: string, title: string, runs: string): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(title.slice(0, 60))}"/><w:tag w:val="${escapeXml(tag)}"/></w:sdtPr><w:sdtContent>${runs}</w:sdtContent></w:sdt>`;
}

/** 单元格: `content` is paragraphs; widths in twentieths of a point. */
export type Cell = { content: string; width: number; span?: number; shade?: boolean };

/** 表格行: it may break over pages only where it is long; `isHead` repeats on each page. */
export type Row = { cells: Cell[]; height?: number; isHead?: boolean; breaks?: boolean };

/** 表格: fixed widths, thin black lines all round. */
export function table(widths: readonly number[], rows: readonly Row[]): string {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const looks = `<w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr>${looks}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(rowXml).join('')}</w:tbl>`;
}

function rowXml({ cells, height = 0, isHead = false, breaks = false }: Row): string {
  const looks = `${breaks ? '' : '<w:cantSplit/>'}${height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : ''}${isHead ? '<w:tblHeader/>' : ''}`;
  return `<w:tr><w:trPr>${looks}</w:trPr>${cells.map(cellXml).join('')}</w:tr>`;
}

function cellXml({ content, width, span = 1, shade = false }: Cell): string {
  const looks = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${shade ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : ''}<w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${looks}</w:tcPr>${content}</w:tc>`;
}

/** 图片 that was given to the document under this name; width and height in millimetres. */
export function picture(relation: string, alt: string, millimetres: number): string {
  const size = Math.round(millimetres * 36_000);
  const extent = `cx="${size}" cy="${size}"`;
  return `<w:r><w:drawing><wp:inline><wp:extent ${extent}/><wp:docPr id="1" name="${relation}" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="${relation}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** 图表 that was given to the document under this name, drawn by Word itself; each has a number of its own, sizes in millimetres. */
export function chart(relation: string, number: number, alt: string, { width, height }: { width: number; height: number }): string {
  return `<w:r><w:drawing><wp:inline><wp:extent cx="${Math.round(width * 36_000)}" cy="${Math.round(height * 36_000)}"/><wp:docPr id="${1000 + number}" name="${relation}" descr="${escapeXml(alt)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
