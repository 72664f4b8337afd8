export const draftFromPhotos = async (_deps: object, _market: string, _photos: Blob[]): Promise<string> => {
  throw new Error('soon');
};
