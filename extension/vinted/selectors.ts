import type { LabelKey } from './labels.data.ts';

/**
 * The one table of Vinted's controls (site.md §3.2): ordered ways to find each, and how often it may be there. A moved
 * field is mended here. `label` is the text of the field's own title or of the button, looked up in `labels.ts`.
 */
export type Way =
  | { by: 'test-id'; is: string }
  | { by: 'css'; is: string }
  | { by: 'label'; is: LabelKey; of: 'field' | 'button' };

/** What an element found must be, whatever the page calls it. */
export type Kind = 'text' | 'textarea' | 'file' | 'checkbox' | 'trigger' | 'button';

export type Control = {
  kind: Kind;
  ways: readonly Way[];
  /** When it must be there: from the start, after a leaf category, or only in some categories. */
  mounts: 'at-start' | 'with-category' | 'sometimes';
};

const testId = (is: string): Way => ({ by: 'test-id', is });
const css = (is: string): Way => ({ by: 'css', is });
const titled = (is: LabelKey): Way => ({ by: 'label', is, of: 'field' });
const button = (is: LabelKey): Way => ({ by: 'label', is, of: 'button' });
const listing = (code: string): Way[] => [
  testId(`category-${code}-single-list-input`),
  testId(`category-${code}-multi-list-input`),
  css(`[id=${JSON.stringify(code)}]`),
  css(`input[name=${JSON.stringify(code)}]`),
];

export const controls = {
  photos: {
    kind: 'file',
    ways: [testId('add-photos-input'), css('input[type="file"][name="photos"]'), css('input[type="file"][multiple]')],
    mounts: 'at-start',
  },
  title: {
    kind: 'text',
    ways: [testId('title--input'), css('input#title'), css('input[name="title"]'), titled('title')],
    mounts: 'at-start',
  },
  description: {
    kind: 'textarea',
    ways: [
      testId('description--input'),
      css('textarea#description'),
      css('textarea[name="description"]'),
      titled('description'),
    ],
    mounts: 'at-start',
  },
  category: {
    kind: 'trigger',
    ways: [
      testId('catalog-select-dropdown-input'),
      css('#category'),
      css('input[name="category"]'),
      titled('category'),
    ],
    mounts: 'at-start',
  },
  brand: {
    kind: 'trigger',
    ways: [testId('brand-select-dropdown-input'), css('#brand'), css('input[name="brand"]'), titled('brand')],
    mounts: 'sometimes',
  },
  size: {
    kind: 'trigger',
    ways: [
      testId('category-size-single-grid-input'),
      testId('category-size-single-grid_chips-input'),
      css('#size'),
      css('input[name="size"]'),
      titled('size'),
    ],
    mounts: 'sometimes',
  },
  condition: {
    kind: 'trigger',
    ways: [...listing('condition'), css('#status'), titled('condition')],
    mounts: 'with-category',
  },
  colors: {
    kind: 'trigger',
    ways: [testId('color-select-dropdown-input'), css('#color'), css('input[name="color"]'), titled('color')],
    mounts: 'sometimes',
  },
  materials: { kind: 'trigger', ways: [...listing('material'), titled('material')], mounts: 'sometimes' },
  model: {
    kind: 'trigger',
    ways: [testId('model-select-input'), testId('model-select-dropdown-input'), css('#model'), titled('model')],
    mounts: 'sometimes',
  },
  unisex: {
    kind: 'checkbox',
    ways: [css('input#unisex'), css('input[name="unisex"]'), testId('unisex--input'), titled('unisex')],
    mounts: 'sometimes',
  },
  isbn: {
    kind: 'text',
    ways: [testId('isbn--input'), css('input#isbn'), css('input[name="isbn"]'), titled('isbn')],
    mounts: 'sometimes',
  },
  width: {
    kind: 'text',
    ways: [
      testId('measurement-width--input'),
      css('input#measurement-width, input#measurement_width'),
      css('input[name="measurement-width"], input[name="measurement_width"]'),
      titled('width'),
    ],
    mounts: 'sometimes',
  },
  length: {
    kind: 'text',
    ways: [
      testId('measurement-length--input'),
      css('input#measurement-length, input#measurement_length'),
      css('input[name="measurement-length"], input[name="measurement_length"]'),
      titled('length'),
    ],
    mounts: 'sometimes',
  },
  price: {
    kind: 'text',
    ways: [testId('price-input--input'), css('input#price'), css('input[name="price"]'), titled('price')],
    mounts: 'with-category',
  },
  publish: {
    kind: 'button',
    ways: [testId('upload-form-save-button'), button('publish'), button('saveEdit')],
    mounts: 'at-start',
  },
  saveDraft: {
    kind: 'button',
    ways: [testId('upload-form-save-draft-button'), button('saveDraft')],
    mounts: 'sometimes',
  },
} as const satisfies Record<string, Control>;
export type ControlName = keyof typeof controls;

/** The owner's buttons on the page of an own listing (site.md §5.3), and the one that confirms in the dialog. */
export const ownerControls = {
  hide: {
    kind: 'button',
    ways: [testId('item-hide-button'), button('hideListing'), button('unhideListing')],
    mounts: 'sometimes',
  },
  delete: { kind: 'button', ways: [testId('item-delete-button'), button('deleteListing')], mounts: 'sometimes' },
  confirmDelete: {
    kind: 'button',
    ways: [testId('item-delete-confirmation-button'), button('confirmDelete')],
    mounts: 'sometimes',
  },
} as const satisfies Record<string, Control>;

/** A category's own attribute, e.g. `sim_lock` (site.md §3.2): the same widget under its code. */
export const attributeControl = (code: string): Control => ({
  kind: 'trigger',
  ways: listing(code),
  mounts: 'sometimes',
});

/** Never clicked, only read: the paid bump must be off (site.md §3.2). */
export const paidBump = 'input#bump, input[name="bump"], [data-testid="bump--input"]';

/** Thumbs of photos; one is there only once its upload succeeded (site.md §3.2). */
export const thumbs = '[data-testid^="image-wrapper-"]';
export const photoHost = /^https:\/\/images\d*\.vinted\.net\//;
