/** Codes a photo is refused with; the same words as the backend's where it would say the same. */
export type RefusalCode =
  | 'photo-empty'
  | 'photo-too-big'
  | 'photo-unsupported'
  | 'photo-heic'
  | 'photo-document'
  | 'photo-drawing'
  | 'photo-video'
  | 'photo-animated'
  | 'photo-damaged'
  | 'photo-too-many-pixels'
  | 'photo-bad-size'
  | 'photo-unreadable'
  | 'photo-twice'
  | 'too-many-photos'
  | 'storage-full'
  | 'interrupted';

export type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** What a file's own header says, read without decoding a pixel. */
export type Header = {
  format: Format;
  width: number;
  height: number;
  /** EXIF orientation, 1 = upright. */
  orientation: number;
  /** Camera time in Unix ms. */
  takenAt: number | null;
  /** Colours can be kept as they are without the colour profile: none or sRGB, no CMYK. */
  plainColours: boolean;
};

export const refuse = (code: RefusalCode): { refused: RefusalCode } => ({ refused: code });
export type Refused = ReturnType<typeof refuse>;

export const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** sRGB profiles name themselves; dropping any other would change what the photo looks like. */
export const isSrgb = (profile: Uint8Array): boolean => {
  const text = ascii(profile, 0, Math.min(profile.length, 4_096)).replaceAll('\0', '');
  return /sRGB/i.test(text) && !/P3/.test(text);
};
