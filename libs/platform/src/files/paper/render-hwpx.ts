import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeHtml, type Paper, paperString } from '../../rules/index.js';
import { HwpxBody } from './hwpx-body.js';
import { HwpxStyles, NAMESPACES, XML_HEAD } from './hwpx-styles.js';
import { visibleText } from './signs.js';

/** Of every part of the archive: the earliest a ZIP can state, so that equal documents are equal byte for byte. */
const NO_TIME = '1980-01-01T00:00:00';
const PREVIEW = 1_000;

/** The document as HWPX (KS X 6101, OWPML), which 한글 and other word processors for Korean open and edit. */
export function renderHwpx(paper: Paper): Buffer {
  const styles = new HwpxStyles();
  const body = new HwpxBody(styles, paper);
  for (const block of paper.blocks) body.add(block);
  const section = body.section();
  const parts: Readonly<Record<string, string>> = {
    'version.xml': VERSION,
    'Contents/header.xml': styles.header(),
    'Contents/section0.xml': section,
    'Contents/content.hpf': packageList(paper),
    'settings.xml': SETTINGS,
    'META-INF/container.xml': CONTAINER,
    'META-INF/container.rdf': RELATIONS,
    'META-INF/manifest.xml': MANIFEST,
    'Preview/PrvText.txt': previewOf(paper),
  };
  const archive: Zippable = { mimetype: [strToU8('application/hwp+zip'), { level: 0, mtime: NO_TIME }] };
  for (const [name, text] of Object.entries(parts))
    archive[name] = [strToU8(text), { level: STORED.has(name) ? 0 : 6, mtime: NO_TIME }];
  return Buffer.from(zipSync(archive));
}

/** Parts the format wants uncompressed (8.1, 8.3). */
const STORED = new Set(['version.xml']);

const VERSION = `${XML_HEAD}<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.2" application="Daegaejo" appVersion="1"/>`;

const SETTINGS = `${XML_HEAD}<ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>`;

const CONTAINER = `${XML_HEAD}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf"><ocf:rootfiles><ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/><ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/><ocf:rootfile full-path="META-INF/container.rdf" media-type="application/rdf+xml"/></ocf:rootfiles></ocf:container>`;

const PKG = 'http://www.hancom.co.kr/hwpml/2016/meta/pkg#';
const described = (about: string, inner: string): string =>
  `<rdf:Description rdf:about="${about}">${inner}</rdf:Description>`;
const hasPart = (part: string): string => described('', `<pkg:hasPart rdf:resource="${part}"/>`);
const isA = (part: string, type: string): string => described(part, `<rdf:type rdf:resource="${PKG}${type}"/>`);
const RELATIONS = `${XML_HEAD}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:pkg="${PKG}">${[
  hasPart('Contents/header.xml'),
  isA('Contents/header.xml', 'HeaderFile'),
  hasPart('Contents/section0.xml'),
  isA('Contents/section0.xml', 'SectionFile'),
  isA('', 'Document'),
].join('')}</rdf:RDF>`;

const MANIFEST = `${XML_HEAD}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`;

/** Contents/content.hpf: what the document is called, when it came to be, and which parts it has. */
function packageList({ title, contentHash, issuedAt }: Paper): string {
  const meta = (name: string, value: string): string => `<opf:meta name="${name}" content="text">${value}</opf:meta>`;
  const about = [
    `<opf:title>${escapeHtml(visibleText(title))}</opf:title><opf:language>ko</opf:language>`,
    meta('creator', 'Daegaejo'),
    meta('CreatedDate', issuedAt),
    meta('ModifiedDate', issuedAt),
    meta('keyword', contentHash),
  ];
  const item = (id: string, href: string): string =>
    `<opf:item id="${id}" href="${href}" media-type="application/xml"/>`;
  const items = [
    item('header', 'Contents/header.xml'),
    item('section0', 'Contents/section0.xml'),
    item('settings', 'settings.xml'),
  ];
  return `${XML_HEAD}<opf:package ${NAMESPACES} version="" unique-identifier="" id=""><opf:metadata>${about.join('')}</opf:metadata><opf:manifest>${items.join('')}</opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>`;
}

/** The beginning of the text, for file lists that show one. */
function previewOf({ blocks }: Paper): string {
  const lines = blocks.flatMap((block) => ('text' in block ? [visibleText(paperString(block.text))] : []));
  return lines.join('\r\n').slice(0, PREVIEW);
}
