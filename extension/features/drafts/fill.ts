export type FillHow = 'publish' | 'draft' | 'fill';
export type OnFill = (draftIds: string[], how: FillHow) => Promise<void>;
