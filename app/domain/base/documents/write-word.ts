import { strToU8, zipSync } from 'fflate';
import { stylesXml } from './word-styles.ts';
import { escapeXml } from './xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const opc = 'http://schemas.openxmlformats.org/package/2006';
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"', 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', 'xmlns:v="urn:schemas-microsoft-com:vml"', 'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

/** 页面: margins in millimetres; `watermark` stands grey across each page; `foot` stands beside the page number. */
export type WordPage = {
  title: string; body: string; margins: { top: number; right: number; bottom: number; left: number };
  foot: string; pageOf: [before: string, between: string, after: string]; watermark?: string | undefined; pictures?: Record<string, Uint8Array<ArrayBuffer>>;
  /** 图表 by name, each a whole part. */
  charts?: Record<string, string>;
};

const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** 写 Word: an A4 document of finished paragraphs and tables. */
export function writeWord(page: WordPage): Uint8Array {
  const pictures = Object.entries(page.pictures ?? {});
  const charts = Object.entries(page.charts ?? {});
  const relations = [
    ['styles', 'styles.xml', 'styles'], ['header1', 'header1.xml', 'header'], ['footer1', 'footer1.xml', 'footer'],
    ...pictures.map(([name]) => [name, `media/${name}.png`, 'image']),
    ...charts.map(([name]) => [name, `charts/${name}.xml`, 'chart']),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(charts.map(([name]) => name)),
    '_rels/.rels': `${head}<Relationships xmlns="${opc}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${opc}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="${opc}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(page.title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `${head}<w:document ${spaces}><w:body>${page.body}${sectionXml(page)}</w:body></w:document>`,
    'word/styles.xml': stylesXml(),
    'word/header1.xml': `${head}<w:hdr ${spaces}><w:p>${page.watermark ? watermarkXml(page.watermark) : ''}</w:p></w:hdr>`,
    'word/footer1.xml': footXml(page),
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${opc}/relationships">${relations.map(([id, target, type]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  for (const [name, xml] of charts) files[`word/charts/${name}.xml`] = strToU8(xml);
  for (const [name, content] of pictures) files[`word/media/${name}.png`] = content;
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

function contentTypes(charts: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts = [['document', 'document.main'], ['styles', 'styles'], ['header1', 'header'], ['footer1', 'footer']];
  const overrides = parts.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`).concat(charts.map((name) => `<Override PartName="/word/charts/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`)).join('');
  return `${head}<Types xmlns="${opc}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function sectionXml({ margins }: WordPage): string {
  const sides = `w:top="${twips(margins.top)}" w:right="${twips(margins.right)}" w:bottom="${twips(margins.bottom)}" w:left="${twips(margins.left)}"`;
  return `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${sides} w:header="850" w:footer="850" w:gutter="0"/></w:sectPr>`;
}

function footXml({ foot, pageOf: [before, between, after] }: WordPage): string {
  const looks = '<w:rPr><w:sz w:val="18"/></w:rPr>';
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r>${looks}<w:t>1</w:t></w:r></w:fldSimple>`;
  const text = (words: string) => `<w:r>${looks}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  return `${head}<w:ftr ${spaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${text(`${foot}${foot ? '　　' : ''}${before}`)}${field('PAGE')}${text(between)}${field('NUMPAGES')}${text(after)}</w:p></w:ftr>`;
}

/** 水印: the drawing that Word and WPS themselves make for a text watermark. */
function watermarkXml(text: string): string {
  const style = 'position:absolute;width:440pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin';
  return `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="${style}" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".6"/><v:textpath style="font-family:&quot;黑体&quot;" string="${escapeXml(text)}"/></v:shape></w:pict></w:r>`;
}
