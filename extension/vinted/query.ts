/**
 * Lookups by the browser's own methods, whatever the page calls its forms and pictures: a `<form name="getElementById">`
 * hides the document's method of that name, in our own world too.
 */
export const queryAll = (root: Document | Element, selector: string): Element[] => [
  ...(root instanceof Document
    ? Document.prototype.querySelectorAll.call(root, selector)
    : Element.prototype.querySelectorAll.call(root, selector)),
];

export const queryOne = (root: Document | Element, selector: string): Element | null =>
  root instanceof Document
    ? Document.prototype.querySelector.call(root, selector)
    : Element.prototype.querySelector.call(root, selector);

export const queryId = (document: Document, id: string): HTMLElement | null =>
  Document.prototype.getElementById.call(document, id);
