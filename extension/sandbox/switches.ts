/** Every variant and every failure the sandbox can play (site.md §3, §8.5). Data only: the server and the page act on it. */
export type Endpoint =
  | 'page'
  | 'publish'
  | 'draft'
  | 'completion'
  | 'edit'
  | 'photo'
  | 'wardrobe'
  | 'listing'
  | 'attributes'
  | 'form-data'
  | 'delete'
  | 'hide'
  | 'member'
  | 'messages';

export type FaultKind =
  | 'forbidden'
  | 'rate-limit'
  | 'datadome'
  | 'cloudflare'
  | 'session-lost'
  | 'restricted'
  | 'two-factor'
  | 'verification'
  | 'validation'
  | 'server-error'
  | 'maintenance'
  | 'cut-before'
  | 'cut-after'
  | 'something-went-wrong'
  | 'slow'
  | 'not-found';

export type Fault = {
  at: Endpoint | 'any';
  is: FaultKind;
  /** How often it happens; 1 when absent. */
  times?: number | 'always';
  /** How many matching requests pass first, e.g. 2 = the third photo fails. */
  skip?: number;
  /** For `verification`: 115 when absent. */
  code?: 115 | 168;
  /** For `validation`: the field it names; none in particular when absent. */
  field?: 'isbn';
  /** For `rate-limit`: seconds, an HTTP date that many seconds ahead, or no header. */
  retryAfter?: { seconds: number } | { dateIn: number } | 'none';
  /** For `slow`: milliseconds. */
  ms?: number;
};

export type Switches = {
  /** The member whose session the browser holds; `null` = logged out. */
  signedInAs: number | null;
  panelClosing: 'done-required' | 'save-button' | 'self-closing';
  /** Whether self-closing panels with several choices also close by a click elsewhere, not only by Escape. */
  outsideClickCloses: boolean;
  /** Shortly after a panel closed every trigger is a new node. */
  triggersReplaced: boolean;
  /** `modal`: a dialog with chevron and close button but without a `-content` test id; `floating`: such a dialog at
   *  the end of the page; `portal`: a plain block with its test id there. */
  panelShape: 'drop-down' | 'modal' | 'floating' | 'portal';
  panelClass: 'plain' | 'hashed';
  decimalSign: 'point' | 'comma';
  pricePlace: 'always' | 'after-category';
  /** A later re-render drops the amount once: from the field, or only from what is sent. */
  priceLost: 'never' | 'cleared' | 'shown-but-not-kept';
  conditionRole: 'radio' | 'button';
  conditionPlace: 'after-size' | 'before-size';
  sizeGrid: 'grid' | 'grid_chips';
  sizeTabs: boolean;
  /** The first sizes of a list come before the others. */
  sizesInWaves: boolean;
  afterPublish: 'member' | 'item' | 'verification-modal';
  afterEdit: 'member' | 'item';
  /** Programmatic clicks on Publish and Save do nothing. */
  trustedClickOnly: boolean;
  newListing: 'direct' | 'bounces-home';
  /** After the photos are up the page opens the category picker and guesses category, brand and colour. */
  photosOpenCategory: boolean;
  firstClickSwallowed: boolean;
  measurements: boolean;
  packageSuggestion: 'at-once' | 'late' | 'none';
  authenticityModal: boolean;
  photoOwnershipModal: boolean;
  luxuryNeedsThreePhotos: boolean;
  cookieBanner: boolean;
  countryPicker: boolean;
  duplicateCopies: boolean;
  /** Copies of fields and buttons that nobody can use stand first: off the page, transparent, one pixel. */
  decoys: boolean;
  testIdsMoved: boolean;
  nonBreakingSpaces: boolean;
  /** The lists of a category are told to whoever asks, not only to the page's own call (site.md §3.6 [X]). */
  attributesToAnyone: boolean;
  categoryLockedOnEdit: boolean;
  /** How the form says that it wants a second factor (code 146): in words, or in a dialog that asks for a code. */
  secondFactor: 'words' | 'dialog';
  restricted: boolean;
  banned: boolean;
  underReview: boolean;
  /** Old listing id: `status_id`/`size_id` at the root, or the size only in `item_attributes`. */
  sizeIn: 'root' | 'attributes';
  /** Whether the data of one own listing carries its state too; the list surely does (site.md §8.2). */
  stateIn: 'both' | 'list';
  hydrationMs: number;
  photoMs: number;
  /** Whether the form shows that photos are on their way, and empties its input. */
  photoProgress: boolean;
  answerMs: number;
  fieldMs: number;
  /** How long a new, edited or deleted listing stays unseen by the wardrobe. */
  visibilityLagMs: number;
  /** With each page of a wardrobe that is asked for, one listing from further back is bumped to the front, this often. */
  orderMoves: number;
  /** What the list without a filter leaves out although `total_entries` counts it (site.md §5.2, §8.2). */
  leftOut: ('draft' | 'hidden' | 'old-sold')[];
  /** Filters of the list are ignored (site.md §8.2). */
  filtersIgnored: boolean;
  /** The owner's buttons are 0×0 and hear nothing until the page was really painted, or never (site.md §3.1). */
  ownerButtons: 'alive' | 'until-painted' | 'never';
  faults: Fault[];
};

export const defaultSwitches: Switches = {
  signedInAs: 101,
  panelClosing: 'self-closing',
  outsideClickCloses: true,
  triggersReplaced: false,
  panelShape: 'drop-down',
  panelClass: 'hashed',
  decimalSign: 'point',
  pricePlace: 'always',
  priceLost: 'never',
  conditionRole: 'radio',
  conditionPlace: 'after-size',
  sizeGrid: 'grid',
  sizeTabs: false,
  sizesInWaves: false,
  afterPublish: 'member',
  afterEdit: 'member',
  trustedClickOnly: false,
  newListing: 'direct',
  photosOpenCategory: false,
  firstClickSwallowed: false,
  measurements: true,
  packageSuggestion: 'at-once',
  authenticityModal: false,
  photoOwnershipModal: false,
  luxuryNeedsThreePhotos: true,
  cookieBanner: false,
  countryPicker: false,
  duplicateCopies: false,
  decoys: false,
  testIdsMoved: false,
  nonBreakingSpaces: true,
  attributesToAnyone: false,
  categoryLockedOnEdit: false,
  secondFactor: 'words',
  restricted: false,
  banned: false,
  underReview: false,
  sizeIn: 'root',
  stateIn: 'both',
  hydrationMs: 0,
  photoMs: 40,
  photoProgress: true,
  answerMs: 0,
  fieldMs: 30,
  visibilityLagMs: 0,
  orderMoves: 0,
  leftOut: [],
  filtersIgnored: false,
  ownerButtons: 'alive',
  faults: [],
};
