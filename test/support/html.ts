import { parseHTML } from 'linkedom';

spareListeners();

/** The document of a page. Nothing in it can be listened to. */
export function parseHtml(html: string): Document {
  return parseHTML(html || '<html><body></body></html>').document;
}

/**
 * Linkedom keeps a map of listeners for each node of a page, in one weak map: more than half of the time that a page
 * takes, most of it to collect them again. The map is found as the one that is written to for a node.
 */
function spareListeners(): void {
  const { set } = WeakMap.prototype;
  const found = new Set<WeakMap<object, unknown>>();
  WeakMap.prototype.set = function (key, value) {
    if (value instanceof Map) found.add(this);
    return set.call(this, key, value);
  };
  try {
    parseHTML('<p>');
  } finally {
    WeakMap.prototype.set = set;
  }
  for (const listeners of found) listeners.set = () => listeners;
}
