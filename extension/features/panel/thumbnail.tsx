import { useEffect, useRef } from 'preact/hooks';

const edge = 96;

/** A photo drawn onto a canvas: no address of it ever appears in the page, and no content policy of the page applies. */
export function Thumbnail({ photo }: { photo: Blob | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!photo || !canvas.current) return undefined;
    const end = new AbortController();
    void draw(photo, canvas.current, end.signal);
    return () => end.abort();
  }, [photo]);
  return <canvas ref={canvas} class="thumbnail" width={edge} height={edge} aria-hidden="true" />;
}

async function draw(photo: Blob, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
  // An unreadable thumbnail stays an empty square: the title beside it says which draft it is.
  const image = await createImageBitmap(photo).catch(() => undefined);
  if (!image) return;
  const side = Math.min(image.width, image.height);
  const [left, top] = [(image.width - side) / 2, (image.height - side) / 2];
  if (!signal.aborted) canvas.getContext('2d')?.drawImage(image, left, top, side, side, 0, 0, edge, edge);
  image.close();
}
