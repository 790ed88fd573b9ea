const UNSEEN = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'DATALIST']);
const INLINE = new Set(
  'A ABBR B BDI CITE CODE DATA EM I KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U WBR LABEL'.split(' '),
);

/** What a person would read, with single spaces. */
export function visibleText(node: Node | null | undefined): string {
  return node ? squeeze(collect(node)) : '';
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function collect(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return '';
  const element = node as Element;
  if (UNSEEN.has(element.tagName) || (node.nodeType === 1 && element.hasAttribute('hidden'))) return '';
  const text = Array.from(node.childNodes, collect).join('');
  return INLINE.has(element.tagName) ? text : ` ${text} `;
}
